"""Where events were and who took part, from texts that we made up; the tables of weights and of natures."""

from importlib.resources import files

import pytest

from belegg.reason._triggers import TABLES, load_event_words
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
