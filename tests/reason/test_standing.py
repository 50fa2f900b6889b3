"""Whether a clause tells its event as done, and whether an event has come about, from texts that we made up."""

from collections.abc import Mapping

import pytest

from belegg.compare.entities import entities
from belegg.core.comparison import Story
from belegg.core.reasoning import EventStatus
from belegg.reason._happenings import happenings
from belegg.reason._story import index_story
from tests.made_up import document
from tests.reason.test_events import HEAD, Told


def statuses(text: str) -> Mapping[str, EventStatus]:
    """The word that tells what happened, with the status that its clause gives it."""
    doc = document("0.txt", f"Nytt fra Lom\n\n{HEAD}\n\n{text}\n")
    story = Story("s", None, (doc.id,))
    index = index_story((doc.id,), (doc,), entities((doc,), (story,))[0])
    return {h.trigger.token.text: h.status for h in happenings(index, (doc.id,))}


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        # a preterite has come about, whatever was planned or came next
        ("Brua åpnet tirsdag, tre dager etter planen.", "åpnet", "happened"),
        ("Brua opna tysdag, tre dagar etter planen.", "opna", "happened"),
        ("Politiet pågrep mannen neste morgen.", "pågrep", "happened"),
        ("Brua skulle etter planen åpne tirsdag.", "åpne", "planned"),
        ("Brua skal etter planen opne tysdag.", "opne", "planned"),
        # what will be done, and what was
        ("Dommen blir anket, sier forsvarer Gro Lid.", "anket", "planned"),
        ("Skolen blir lagt ned.", "lagt", "planned"),
        ("Skulen vert lagd ned.", "lagd", "planned"),
        ("Skolen ble lagt ned.", "lagt", "happened"),
        ("Skulen vart lagd ned.", "lagd", "happened"),
        # who has warned has done so, who warns of a lawsuit plans it
        ("Legen Gro Lid varslet ledelsen skriftlig mandag.", "varslet", "happened"),
        ("Kommunen varsler søksmål.", "varsler", "planned"),
        ("Kommunen varslar søksmål.", "varslar", "planned"),
        # what a proposal is about is only named
        ("Kommunestyret forkastet mandag forslaget om å legge ned skolen.", "legge", "possible"),
        ("Kommunestyret forkasta måndag framlegget om å leggje ned skulen.", "leggje", "possible"),
    ],
)
def test_a_clause_tells_its_event_as(text: str, word: str, status: str) -> None:
    assert statuses(text)[word] == status


def test_a_plan_that_is_told_as_done_on_its_day_has_happened() -> None:
    plan = f"Enige om hamna\n\n{HEAD}\n\nNordvik Eiendom skal kjøpe brygga torsdag.\n"
    deed = "Nordvik Eiendom har kjøpt brygga\n\nPublisert 07.03.2024 19:00\n\nNordvik Eiendom har kjøpt brygga.\n"
    found = Told(plan, deed).event("har kjøpt")
    assert (found.status, found.time) == ("happened", "2024-03-07")


def test_what_was_done_before_the_day_that_something_is_planned_for_does_not_meet_it() -> None:
    text = "Ferja skal åpnes for trafikk torsdag. Ferja skal åpne torsdag, sier rederiet."
    told = Told(
        f"Ferja skal åpnes torsdag\n\n{HEAD}\n\nPolitiet har åpnet ferja for pårørende. {text}\n",
        f"Ferja skal åpnes torsdag\n\n{HEAD}\n\n{text}\n",
    )
    found = told.event("skal åpnes for")
    assert (found.status, found.time) == ("planned", "2024-03-07")


def test_what_they_did_years_ago_is_not_what_they_plan() -> None:
    text = "Gro Lid og Per Moe skal møtes i Lom. Gro Lid og Per Moe møttes sist i 2019."
    told = Told(f"Gro Lid og Per Moe skal møtes\n\n{HEAD}\n\n{text}\n")
    assert told.event("skal møtes i Lom").status == "planned"
    assert all(e.time != "2019" or e.status == "happened" for e in told.events)
