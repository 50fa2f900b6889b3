"""What the word before a name tells, on words of our own."""

import pytest

from belegg.models.surroundings import announced_types, missed_names
from tests.models.spelled import runs, spelled, words

TYPES = [
    pytest.param("langs elva Zvona", "Zvona=PER", "Zvona=LOC", id="a river"),
    pytest.param("kanalen Zvon", "Zvon=PER", "Zvon=ORG", id="a body"),
    pytest.param("batteriprodusenten « Zvon", "Zvon=PER", "Zvon=ORG", id="a compound, before a mark"),
    pytest.param("avisa Zvon", "Zvon=PROD", "Zvon=PROD", id="an outlet's work stays"),
    pytest.param("kommunen Zvon", "Zvon=LOC", "Zvon=LOC", id="a landscape stays"),
    pytest.param("produsenten Kari Zvon", "Kari Zvon=PER", "Kari Zvon=PER", id="a full name stays"),
    pytest.param("trener Zvon", "Zvon=GPE", "Zvon=PER", id="a title"),
    pytest.param("dei trenarar/NOUN/Number=Plur Zvon kjenner", "Zvon=ORG", "Zvon=ORG", id="titles of several"),
    pytest.param("hun leder/VERB Zvon", "Zvon=ORG", "Zvon=ORG", id="a verb that looks like a title"),
    pytest.param("direktør Zvon Holding", "Zvon Holding=ORG", "Zvon Holding=ORG", id="a firm"),
    pytest.param("elva | Zvon kom", "Zvon=PER", "Zvon=PER", id="another sentence"),
]
MISSED = [
    pytest.param("hjå Mattilsynet i dag", "", "Mattilsynet=ORG", id="a listed body"),
    pytest.param("i Florø i dag", "", "Florø=GPE", id="a listed place"),
    pytest.param("han fekk Moss/NOUN på", "", "", id="a place that is a word, too"),
    pytest.param("mener Jordmorforbundet no", "", "Jordmorforbundet=ORG", id="an ending of bodies"),
    pytest.param("sier trener Zvon her", "", "Zvon=PER", id="after a title"),
    pytest.param("på skuta Zvon her", "", "Zvon=PROD", id="after a noun for what has a name"),
    pytest.param("sier Zvon her", "", "", id="nothing tells"),
    pytest.param("trener Zvon Holm", "Holm=PER", "Holm=PER", id="beside another name"),
    pytest.param("trener Zvon Mirk", "", "", id="beside another capital"),
    pytest.param("trener . Zvon", "", "", id="where a capital tells nothing"),
]


@pytest.mark.parametrize(("text", "found", "typed"), TYPES)
def test_announced_types(text: str, found: str, typed: str) -> None:
    told = words(text)
    assert spelled(told, announced_types(runs(told, found), told)) == typed


@pytest.mark.parametrize(("text", "found", "whole"), MISSED)
def test_missed_names(text: str, found: str, whole: str) -> None:
    told = words(text)
    assert spelled(told, missed_names(runs(told, found), told)) == whole
