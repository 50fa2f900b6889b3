"""What is told with a negation, where no predicate tells whether that denies the claim."""

from dataclasses import replace

import pytest

from belegg.core.annotation import Party
from belegg.reason._reading import Reading
from belegg.reason._relations import open_negations, relations
from tests.reason.readings import reading


def negated(number: int, words: str, who: str = "Ola Lie", report: bool = False) -> Reading:
    return reading(number, words, who=who, negated=True, report=report)


def unnamed(r: Reading) -> Reading:
    return replace(r, saying=replace(r.saying, holders=(Party(None, "flere kilder", "anonymous"),)))


ALONE = [  # (the only one who tells of it, how it bears on the claim)
    (negated(0, "det er ingen sprekker i demningen"), "denies"),  # there are none
    (negated(0, "det finst ikkje noko slikt brev"), "denies"),
    (negated(0, "ferja går ikke på søndag fordi styrmannen er syk og ingen andre har papirer på den"), "supports"),
    (negated(0, "sauene går ikkje opp att i lia før snøen er borte og grinda ved elva er sett i stand"), "supports"),
    (negated(0, "butikken som ikke har råd til vakt , flytter varene", report=True), "supports"),  # a relative clause
    (negated(0, "hallen har ikkje fått nytt tak etter at det gamle bles av i stormen", report=True), "supports"),
]


@pytest.mark.parametrize(("only", "expected"), ALONE)
def test_who_is_alone_with_a_negation(only: Reading, expected: str) -> None:
    assert relations([only]) == {0: expected}


def test_several_who_say_that_it_is_not_so_deny_what_nobody_here_tells() -> None:
    told = [negated(0, "vi har aldri solgt fisken"), negated(1, "vi har ikkje seld fisken", who="Kari Vik")]
    assert relations(told) == {0: "denies", 1: "denies"}


def test_unnamed_sources_mostly_tell_what_has_not_been_done() -> None:
    told = [negated(0, "kommunen har ikke svart"), reading(1, "brevet ligger der", who="Kari Vik")]
    assert relations([unnamed(told[0]), told[1]])[0] == "supports"


def test_shot_without_warning_is_no_negation_to_be_weighed() -> None:
    shots = [
        reading(0, "vaktene skjøt mot bilen", axes={"attack": 1}, past=True),
        reading(1, "de skjøt uten å rope først", axes={"attack": -1}, negated=True, past=True, who="Kari Vik"),
    ]
    assert open_negations(shots) == {}


def test_a_negation_of_the_claims_own_predicate_denies_whatever_else_speaks_for_it() -> None:
    told = [
        reading(0, "kommunen kjøpte båten", axes={"buy": 1}),
        reading(1, "kommunen har ikke kjøpt båten", axes={"buy": -1}, negated=True, who="Kari Vik"),
    ]
    assert open_negations(told) == {}
    assert relations(told) == {0: "supports", 1: "denies"}


def test_what_speaks_for_a_denial() -> None:
    told = [reading(0, "broren solgte gården"), negated(1, "søsteren har ikke bil", who="Kari Vik")]
    features = open_negations(told)[1]
    assert features["plain"] == features["later"] == 1.0
    assert features["condition"] == features["direct"] == features["denied"] == 0.0
