"""Where events were and who took part, from texts that we made up; the tables of weights and of natures."""

from importlib.resources import files

import pytest

from belegg.reason._clauses import TABLES
from belegg.reason._triggers import load_event_words
from belegg.reason._where import WEIGHTS as PLACES
from belegg.reason._who import WEIGHTS as PEOPLE
from belegg.text.natures import nature_of, natures
from tests.reason.test_events import BODY, HEAD, Told

DATA = files("belegg.text") / "data"


def test_every_end_of_an_axis_with_an_event_has_a_nature() -> None:
    known = natures()
    words = load_event_words()
    lines = [line for table in TABLES for line in DATA.joinpath(table).read_text("utf-8").splitlines()]
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    told = {axis + sign for axis, sign, event, *_ in rows if event}
    assert not told - set(known) - words.senseless


@pytest.mark.parametrize(
    ("axes", "nature"),
    [
        (["fire+", "fire+", "adopt+"], "bodily"),
        (["=kys", "visit+"], "gathering"),
        (["=kys"], "unlisted"),
        ([], "unlisted"),
    ],
)
def test_the_nature_is_that_of_most(axes: list[str], nature: str) -> None:
    assert nature_of(axes) == nature


def test_the_weights_say_what_they_should() -> None:
    assert PLACES["own"] > PLACES["block"] > 0 > PLACES["country"]
    assert PLACES["none word"] > PLACES["none bodily"]
    assert PEOPLE["agent"] > PEOPLE["block"] > 0 > PEOPLE["speaks"]


def test_where_only_another_sentence_tells_it() -> None:
    """A fire is where the paragraph says; who is only quoted elsewhere takes no part."""
    lead = "Det brenner i et lagerbygg i Vardø."
    text = f"Storbrann i Vardø\n\n{HEAD}\n\n{lead} To personer ble skadd i brannen. {BODY}\n"
    told = Told(text, text.replace("Storbrann", "Brann"))
    assert told.name(told.event("ble skadd").place) == "Vardø"


def test_who_only_tells_of_it_elsewhere_takes_no_part() -> None:
    head = "Gro Lid går av"
    text = f"{head}\n\n{HEAD}\n\nGro Lid går av som leder mandag. {BODY}\n\nDet kan bli regn, sier Kari Moe.\n"
    told = Told(text)
    assert told.names(told.event("går av som leder")) == {"Gro Lid"}


@pytest.mark.parametrize(
    ("claim", "again"),
    [
        ("Japan krever erstatning, melder Kyodo", "Ifølge Kyodo krever Japan erstatning"),
        ("Japan krev erstatning, melder Kyodo", "Ifølgje Kyodo krev Japan erstatning"),
    ],
)
def test_an_agency_that_is_only_cited_takes_no_part(claim: str, again: str) -> None:
    head = claim.partition(",")[0]
    told = Told(f"{head}\n\n{HEAD}\n\n{claim}. {BODY}\n", f"{head}\n\n{HEAD}\n\n{again}. {BODY}\n")
    assert told.names(told.event(again)) == {"Japan"}


@pytest.mark.parametrize(
    ("head", "sentence", "words", "place"),
    [
        ("Mann skadd", "En mann ble skadd i fiskeværet Berlevåg mandag.", "ble skadd", "Berlevåg"),  # nb: a noun before
        ("Mann skadd", "Ein mann vart skadd i den vesle bygda Lom måndag.", "vart skadd", "Lom"),  # nn: its adjective
        # nb, nn: a clause that says something of the place
        (
            "Båter kolliderte",
            "Gro Lid reiser fra Bergen til Sandefjord, der to båter kolliderte mandag.",
            "to båter",
            "Sandefjord",
        ),
        (
            "Båtar kolliderte",
            "Gro Lid reiser frå Bergen til Vågsøy, kor to båtar kolliderte måndag.",
            "to båtar",
            "Vågsøy",
        ),
    ],
)
def test_the_place_that_a_noun_or_a_clause_stands_beside(head: str, sentence: str, words: str, place: str) -> None:
    told = Told(f"{head}\n\n{HEAD}\n\n{sentence} {BODY}\n")
    assert told.name(told.event(words).place) == place


@pytest.mark.parametrize(
    ("head", "text", "words", "place"),
    [
        # nb, nn: a noun of the deed tells it elsewhere
        (
            "Gro Lid på besøk",
            "Minister Gro Lid besøkte fiskerne mandag. {}\n\nUnder besøket i Vardø så hun den nye kaia.",
            "besøkte",
            "Vardø",
        ),
        (
            "Gro Lid på vitjing",
            "Minister Gro Lid besøkte fiskarane måndag. {}\n\nUnder besøket i Vågsøy såg ho den nye kaia.",
            "besøkte",
            "Vågsøy",
        ),
        # nb, nn: where those are who tell of it
        ("Lager brant", "Ifølge medier i Vardø brant et lager ned i Lom mandag. {}", "et lager", "Lom"),
        ("Lager brann", "Ifølgje medium i Vågsøy brann eit lager ned i Lom måndag. {}", "eit lager", "Lom"),
    ],
)
def test_what_else_tells_where_it_was(head: str, text: str, words: str, place: str) -> None:
    told = Told(f"{head}\n\n{HEAD}\n\n{text.format(BODY)}\n")
    assert told.name(told.event(words).place) == place
