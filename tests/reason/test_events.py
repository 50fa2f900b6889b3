"""Events from texts that we made up: triggers, what is none, times, places, participants, and what joins."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from belegg.compare.entities import entities
from belegg.core.comparison import Entity, Story
from belegg.core.reasoning import Event
from belegg.reason.events import events
from tests.made_up import document

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "event_triggers.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
BODY = "Dette er en rolig tekst om været, og det er lite mer å melde om denne uka."
HEAD = "Publisert 05.03.2024 08:30"


class Told:
    """The events of one story of these texts."""

    def __init__(self, *texts: str) -> None:
        self.docs = tuple(document(f"{n}.txt", text) for n, text in enumerate(texts))
        story = Story("s", None, tuple(d.id for d in self.docs))
        self.entities: Sequence[Entity] = entities(self.docs, (story,))[0]
        self.events = events(story, self.docs, self.entities, ())

    def event(self, words: str) -> Event:
        """The event that these words tell of."""
        whole = {d.id: d.text for d in self.docs}
        found = [e for e in self.events if any(words in m.span.of(whole[m.article]) for m in e.mentions)]
        assert len(found) == 1, [[m.span.of(whole[m.article]) for m in e.mentions] for e in self.events]
        return found[0]

    def name(self, entity: str | None) -> str | None:
        return next((e.name for e in self.entities if e.id == entity), None)

    def names(self, event: Event) -> set[str | None]:
        return {self.name(p) for p in event.participants}


@pytest.mark.parametrize(("standard", "headline", "kind", "what"), ROWS, ids=[r[1] for r in ROWS])
def test_a_headline_tells_of(standard: str, headline: str, kind: str, what: str) -> None:
    found = {e.type for e in Told(f"{headline}\n\n{HEAD}\n\n{BODY}\n").events}
    assert found == (set() if kind == "-" else {kind}), what


def test_the_time_is_that_of_the_clause() -> None:
    told = Told(f"Ny leder\n\n{HEAD}\n\nNesbanken har ansatt Gro Lid mandag. Forgjengeren hennes døde i januar.\n")
    assert told.event("har ansatt").time == "2024-03-04"
    assert told.event("døde").time == "2024-01"


def test_without_a_time_it_is_the_day_of_the_report() -> None:
    told = Told(f"Mannen er pågrepet\n\n{HEAD}\n\nPolitiet har pågrepet en mann i Lom.\n")
    assert told.event("er pågrepet").time == "2024-03-05"


def test_what_lasts_has_an_interval() -> None:
    told = Told(f"Fjellveien er stengt\n\n{HEAD}\n\nFjellveien er stengt til fredag.\n")
    assert told.event("til fredag").time == "2024-03-05/2024-03-08"


def test_a_time_after_before_is_none_of_the_event() -> None:
    told = Told(f"Kommunen selger skolen\n\n{HEAD}\n\nKommunen skal selge skolen før 2027.\n")
    assert told.event("skal selge").time != "2027"


def test_a_plan_that_is_met_has_happened() -> None:
    plan = f"Utbyggeren kjøper brygga\n\n{HEAD}\n\nNordvik Eiendom skal kjøpe brygga onsdag.\n"
    deed = "Brygga er solgt\n\nPublisert 07.03.2024 09:00\n\nNordvik Eiendom kjøpte brygga onsdag.\n"
    told = Told(plan, deed)
    found = told.event("kjøpte")
    assert (found.status, found.time) == ("happened", "2024-03-06")
    assert {m.article for m in found.mentions} == {d.id for d in told.docs}


def test_a_plan_that_is_met_on_another_day_has_the_day_that_it_came() -> None:
    plan = f"Møte om fisk\n\n{HEAD}\n\nArne Holm skal møte Berit Moen onsdag.\n"
    deed = "Møttes i Oslo\n\nPublisert 09.03.2024 09:00\n\nArne Holm møtte Berit Moen fredag.\n"
    found = Told(plan, deed).event("møtte Berit")
    assert (found.status, found.time) == ("happened", "2024-03-08")
    assert len({m.article for m in found.mentions}) == 2


def test_the_infinitive_of_a_decision_is_the_event() -> None:
    told = Told(f"Vedtak i Lom\n\n{HEAD}\n\nKommunestyret i Lom vedtok mandag å legge ned ungdomsskolen.\n")
    found = told.event("legge ned")
    assert (found.type, found.time) == ("Business.End-Org", "2024-03-04")


def test_place_and_participants() -> None:
    text = "Arne Lid og Berit Moe møttes i Vardø mandag."
    told = Told(f"Møte i nord\n\n{HEAD}\n\n{text}\n")
    found = told.event("møttes")
    assert told.name(found.place) == "Vardø"
    assert told.names(found) == {"Arne Lid", "Berit Moe"}


def test_he_is_who_was_named_last() -> None:
    told = Told(f"Tiltalt\n\n{HEAD}\n\nKari Holm er revisor i Lom. Hun ble tiltalt mandag.\n")
    assert told.names(told.event("ble tiltalt")) == {"Kari Holm"}


def test_a_body_where_it_happened_is_the_place() -> None:
    told = Told(f"Skadd mann\n\n{HEAD}\n\nEn mann ble mandag innlagt på Lovisenberg sykehus.\n")
    assert told.name(told.event("innlagt").place) == "Lovisenberg sykehus"


def test_what_is_denied_has_not_happened() -> None:
    told = Told(f"Banken svarer\n\n{HEAD}\n\nDirektør Per Dal avviser at Nesbanken er solgt.\n")
    assert not [e for e in told.events if e.type == "Transaction.Transfer-Ownership"]


def test_another_day_is_another_event() -> None:
    told = Told(f"To branner\n\n{HEAD}\n\nDet brant i et naust lørdag. Det brant i en låve mandag.\n")
    assert told.event("naust").id != told.event("låve").id


def test_a_meeting_with_somebody_else_is_another_meeting() -> None:
    text = "Arne Lid møtte Berit Moe i Oslo. Arne Lid møtte Jan Vik i Bergen."
    told = Told(f"Travel dag\n\n{HEAD}\n\n{text}\n", f"Samtaler\n\n{HEAD}\n\n{text}\n")
    assert told.event("Berit").id != told.event("Jan Vik").id


def test_what_lies_long_back_is_background() -> None:
    told = Told(f"Brua stenges\n\n{HEAD}\n\nBrua stenges mandag. Brua åpnet i 1974.\n")
    assert not [e for e in told.events if e.time == "1974"]


def test_a_driver_on_his_way_is_no_event() -> None:
    told = Told(f"Kø på brua\n\n{HEAD}\n\nPer Dal kjørte til jobben mandag.\n")
    assert not [e for e in told.events if e.type == "Movement.Transport"]


def test_what_a_paper_does_to_get_its_story_is_no_event() -> None:
    address = "url: https://www.fjordposten.example/1"
    told = Told(f"{address}\nVei i Lom\n\n{HEAD}\n\nFjordposten møtte ordføreren i Lom mandag.\n")
    assert {d.article.outlet for d in told.docs} == {"Fjordposten"}
    assert not [e for e in told.events if e.type == "Contact.Meet"]
