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
        self.events = events(story, self.docs, self.entities)

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
    text = f"{headline}\n\n{HEAD}\n\n{headline}. {BODY}\n"
    found = {e.type for e in Told(text, text).events}
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


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("Kari Lid ble mandag innlagt på Nes sykehus", "Kari Lid kom torsdag hjem fra Nes sykehus"),
        ("Kari Lid vart måndag innlagd på Nes sjukehus", "Kari Lid kom torsdag heim frå Nes sjukehus"),
    ],
)
def test_two_deeds_of_one_person_on_two_days_are_two_events(first: str, then: str) -> None:
    head, later = "Kari Lid på sykehus", "Publisert 08.03.2024 09:00"
    told = Told(f"{head}\n\n{HEAD}\n\n{first}. {BODY}\n", f"{head}\n\n{later}\n\n{then}. {BODY}\n")
    assert (told.event(first).time, told.event(then).time) == ("2024-03-04", "2024-03-07")


def test_a_plan_that_is_met_has_happened() -> None:
    plan = f"Utbyggeren kjøper brygga\n\n{HEAD}\n\nNordvik Eiendom skal kjøpe brygga onsdag.\n"
    deed = "Brygga er solgt\n\nPublisert 07.03.2024 09:00\n\nNordvik Eiendom kjøpte brygga onsdag.\n"
    told = Told(plan, deed)
    found = told.event("kjøpte")
    assert (found.status, found.time) == ("happened", "2024-03-06")
    assert {m.article for m in found.mentions} == {d.id for d in told.docs}
    assert [m.article for m in found.telling] == [told.docs[1].id]  # where it is told as done


def test_a_plan_that_is_met_on_another_day_has_the_day_that_it_came() -> None:
    plan = f"Møte om fisk\n\n{HEAD}\n\nArne Holm skal møte Berit Moen onsdag.\n"
    deed = "Møttes i Oslo\n\nPublisert 09.03.2024 09:00\n\nArne Holm møtte Berit Moen fredag.\n"
    found = Told(plan, deed).event("møtte Berit")
    assert (found.status, found.time) == ("happened", "2024-03-08")
    assert len({m.article for m in found.mentions}) == 2


def test_the_infinitive_of_a_decision_is_the_event() -> None:
    text = f"Vedtak i Lom\n\n{HEAD}\n\nKommunestyret i Lom vedtok mandag å legge ned ungdomsskolen.\n"
    told = Told(text, text)
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


def test_what_was_planned_and_came_later_has_the_day_it_was_told_as_done() -> None:
    plan = f"Enige om hamna\n\n{HEAD}\n\nNordvik Eiendom skal kjøpe brygga torsdag.\n"
    deed = "Nordvik Eiendom har kjøpt brygga\n\nPublisert 11.03.2024 09:00\n\nNordvik Eiendom har kjøpt brygga.\n"
    assert Told(plan, deed).event("har kjøpt").time == "2024-03-11"


def test_what_is_still_to_come_is_not_what_has_been_done() -> None:
    text = "Politiet har åpnet et mottak på skolen. Tunnelen skal åpne torsdag."
    told = Told(f"Tunnelen skal åpne torsdag\n\n{HEAD}\n\n{text}\n", f"Mottak på skolen\n\n{HEAD}\n\n{text}\n")
    assert told.event("skal åpne").time == "2024-03-07"


def test_the_part_of_the_day_goes_with_the_day() -> None:
    text = "Det brant i et naust på Nes natt til tirsdag. Brannen på Nes startet tirsdag."
    told = Told(f"Brann på Nes\n\n{HEAD}\n\n{text}\n")
    assert told.event("Det brant").time == "2024-03-05TNI"


def test_a_budget_for_a_year_is_not_made_in_that_year() -> None:
    told = Told(f"Budsjettet er vedtatt\n\n{HEAD}\n\nKommunestyret i Lom vedtok mandag budsjettet for 2026.\n")
    assert told.event("vedtok").time == "2024-03-04"


def test_a_place_that_goes_with_another_event_is_not_where_it_happened() -> None:
    told = Told(f"Siktet etter brannen\n\n{HEAD}\n\nEn mann ble mandag siktet for brannen på Nesodden.\n")
    assert told.event("ble mandag siktet").place is None


def test_people_are_brought_out_where_the_disaster_was() -> None:
    text = "Det gikk et skred på Nesodden mandag. Tolv personer ble evakuert mandag kveld."
    told = Told(f"Skred på Nesodden\n\n{HEAD}\n\n{text}\n")
    assert told.name(told.event("ble evakuert").place) == "Nesodden"


def test_a_town_rather_than_its_country() -> None:
    head = f"Mann pågrepet i Tyskland\n\n{HEAD}\n\n"
    told = Told(f"{head}En mann ble mandag pågrepet i Leipzig.\n")
    assert told.name(told.event("i Leipzig").place) == "Leipzig"


def test_who_is_cited_takes_no_part() -> None:
    told = Told(f"Brann på Nes\n\n{HEAD}\n\nArne Lid ble skadd mandag, ifølge brannsjef Berit Moe.\n")
    assert told.names(told.event("ble skadd")) == {"Arne Lid"}


def test_a_title_stands_for_the_one_who_has_it() -> None:
    text = "Rektor Kari Holm tok over i fjor. Rektoren ble avsatt mandag."
    told = Told(f"Avsatt mandag\n\n{HEAD}\n\n{text}\n")
    assert told.names(told.event("Rektoren ble")) == {"Kari Holm"}


def test_a_body_that_draws_back_has_left_no_post() -> None:
    told = Told(f"Lom kommune trekker seg\n\n{HEAD}\n\nLom kommune trakk seg mandag. Handelen er stanset.\n")
    assert told.event("trakk seg").type == "Other"


def test_a_thing_told_once_in_passing_is_no_event_of_the_story() -> None:
    text = "Tolv personer ble evakuert mandag kveld.\n\n– Vi kjøpte ny båt, sier en nabo."
    told = Told(f"Evakuert i Lom\n\n{HEAD}\n\n{text}\n")
    assert not [e for e in told.events if e.type == "Transaction.Transfer-Ownership"]


def test_so_long_after_what_was_told_last() -> None:
    text = "Arne Lid tilsto i januar. Han trakk forklaringen en måned senere."
    told = Told(f"Rettssaken mot Arne Lid\n\n{HEAD}\n\n{text}\n", f"Arne Lid tilsto\n\n{HEAD}\n\n{text}\n")
    assert (told.event("tilsto i").time, told.event("trakk").time) == ("2024-01", "2024-02")


def test_what_is_said_to_have_happened_is_alleged() -> None:
    text = "Lom kommune skal allerede mandag ha kjøpt skolen."
    told = Told(f"Skolen i Lom\n\n{HEAD}\n\n{text}\n", f"Skolen\n\n{HEAD}\n\n{text}\n")
    assert told.event("ha kjøpt").status == "alleged"


def test_a_verb_of_no_table_tells_of_an_event_where_articles_agree() -> None:
    first = f"Nytt dekke\n\n{HEAD}\n\nLom kommune asfalterte skoleplassen mandag. {BODY}\n"
    second = f"Skoleplassen\n\n{HEAD}\n\nSkoleplassen er glatt igjen. Lom kommune asfalterte skoleplassen mandag.\n"
    found = Told(first, second).event("asfalterte")
    assert (found.type, found.time, len(found.mentions)) == ("Other", "2024-03-04", 2)


def test_other_words_for_one_event_on_one_day() -> None:
    first = f"Ferja i kaia\n\n{HEAD}\n\nBilferja Nesprins kolliderte med kaia i Vardø mandag.\n"
    second = f"Skader på ferja\n\n{HEAD}\n\nBilferja Nesprins skrapte borti kaia i Vardø mandag.\n"
    told = Told(first, second)
    assert told.event("kolliderte").id == told.event("skrapte").id


def test_at_a_side_of_a_mountain_is_at_the_mountain() -> None:
    told = Told(f"Snøskred\n\n{HEAD}\n\nEt snøskred gikk på vestsiden av Storheia i Lom mandag.\n")
    assert told.name(told.event("snøskred gikk").place) == "Storheia"


def test_a_thing_is_where_the_story_has_it() -> None:
    text = "Politiet gjennomsøkte fabrikken mandag."
    first = f"Politiet lette\n\n{HEAD}\n\n{text} Alle kjenner fabrikken i Vardø.\n"
    told = Told(first, f"Politiet lette\n\n{HEAD}\n\n{text} {BODY}\n")
    assert told.name(told.event("gjennomsøkte fabrikken").place) == "Vardø"


def test_where_somebody_belongs_is_not_where_it_happens() -> None:
    told = Told(f"Møte om fisk\n\n{HEAD}\n\nRegjeringen i Oslo møtte Fiskarlaget i Vardø mandag.\n")
    assert told.name(told.event("møtte").place) == "Vardø"


def test_a_demand_has_no_place() -> None:
    text = "Fiskarlaget krever ny kai i Vardø."
    told = Told(f"{text}\n\n{HEAD}\n\n{text} {BODY}\n", f"{text}\n\n{HEAD}\n\n{text}\n")
    assert told.event("krever").place is None


def test_whom_a_title_stands_for_takes_part_as_object_too() -> None:
    text = "Rektor Kari Moe leder skolen i Lom. Styret avskjediget rektoren mandag."
    told = Told(f"Avskjed\n\n{HEAD}\n\n{text}\n")
    assert "Kari Moe" in told.names(told.event("avskjediget"))


def test_who_is_named_by_few_that_tell_of_it_takes_no_part() -> None:
    text = "Det brant i en låve på Nes mandag."
    others = [f"Brann på Nes\n\n{HEAD}\n\n{text}\n" for _ in range(5)]
    told = Told(f"Brann på Nes\n\n{HEAD}\n\nDet brant i låven til Per Dal på Nes mandag.\n", *others)
    assert "Per Dal" not in told.names(told.event("låven til"))


def test_an_assembly_is_where_it_meets() -> None:
    text = "Kommunestyret i Vardø vedtok budsjettet mandag."
    told = Told(f"Budsjett\n\n{HEAD}\n\n{text}\n", f"Budsjett\n\n{HEAD}\n\n{text} {BODY}\n")
    assert told.name(told.event("vedtok").place) == "Vardø"


FIRE = f"Lagerbygget på Nes brant ned\n\n{HEAD}\n\nKlokken 03.20 natt til tirsdag våknet naboene av et smell. {BODY}\n"
BARE = f"Lagerbygget på Nes brant ned\n\n{HEAD}\n\nLagerbygget brant ned i natt. {BODY}\n"
COARSE = f"Lagerbygget på Nes brant ned\n\nPublisert mars 2024\n\n{BODY} Lagerbygget på Nes brant ned.\n"


@pytest.mark.parametrize(
    ("texts", "time", "what"),
    [
        ((FIRE,), "2024-03-05T03:20", "a headline's event was when its first dated sentence says"),
        ((BARE, BARE), "2024-03-05TNI", "the part of the day that the clause gives"),
        ((BARE, COARSE), "2024-03-05TNI", "a day, not the month of another article"),
    ],
    ids=["opening", "own", "month"],
)
def test_the_likeliest_time_is_taken(texts: Sequence[str], time: str, what: str) -> None:
    assert Told(*texts).event("Lagerbygget på Nes brant ned").time == time, what


def test_a_denial_in_words_is_no_event() -> None:
    told = Told(
        f"Avtale\n\n{HEAD}\n\nBåde Nordvik kommune og Nordvik Verft AS har nektet for at det er inngått en avtale.\n"
    )
    assert not any("nektet for" in m.span.of(told.docs[0].text) for e in told.events for m in e.mentions)
