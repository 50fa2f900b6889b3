"""How alike the figures of two propositions are: sentences that we invent, read as written."""

import numpy as np
import pytest

from belegg.core.spans import Span
from belegg.core.words import Token
from belegg.reason._counts import NONE, Counts
from belegg.reason._propositions import Proposition
from belegg.text.numbers import quantities
from tests.marked import document

CASES = [  # one, the other, the smaller one as a share of the larger: of one kind of thing, of what one does not tell
    ("skolen har 40 elever#NOUN", "dei 36 elevane#NOUN", 0.9, NONE),
    ("40 elever#NOUN kom", "4 lærere#NOUN kom", 0.1, NONE),  # people
    ("40 elever#NOUN kom", "40 kroner#NOUN holder", NONE, NONE),
    ("turen tar 45 minutter#NOUN", "turen tar trekvart time", 1.0, NONE),
    ("det kostar 2 millionar kroner#NOUN", "regningen er på 4 millioner", 0.5, NONE),
    ("12000 billetter#NOUN er solgt", "9000 har kjøpt", NONE, 0.75),  # what the other one counts is not told
    ("12000 kroner#NOUN er borte", "9000 har kjøpt", NONE, NONE),  # a sum counts nothing
    ("minst 20 biler#NOUN", "25 bilar#NOUN", 0.8, NONE),
    ("opptil 20 biler#NOUN", "25 bilar#NOUN", 0.8, NONE),
]


def told(number: int, text: str, axes: dict[str, int] | None = None, asked: bool = False) -> Proposition:
    doc = document(text)
    return Proposition(
        number, Span(0, len(doc.article.text)), frozenset(), axes or {}, frozenset(), frozenset(),
        quantities(doc[Token]), frozenset(), False, False, False, aspect="figure", asked=asked,
    )  # fmt: skip


def counts(*props: tuple[str, Proposition]) -> Counts:
    return Counts([p for _, p in props], [document(text).article.text for text, _ in props])


@pytest.mark.parametrize(("one", "other", "kind", "bare"), CASES)
def test_alike(one: str, other: str, kind: float, bare: float) -> None:
    found = counts((one, told(0, one)), (other, told(1, other)))
    alike = found.alike(np.array([0]), np.array([1]))
    assert (round(float(alike.kind[0]), 2), round(float(alike.bare[0]), 2)) == (kind, bare)


def test_people_to_whom_other_things_happened_are_not_of_one_kind() -> None:
    dead, missing = "2 personer er døde", "3 personar er sakna"
    found = counts((dead, told(0, dead, {"die": 1})), (missing, told(1, missing, {"missing": 1})))
    assert found.alike(np.array([0]), np.array([1])).kind[0] == NONE


ONE = [  # one, the other, is the other only asked for, may they be the same count
    ("skolen har 40 elever#NOUN", "dei 36 elevane#NOUN", False, True),
    ("skolen har 40 elever#NOUN", "dei 6 elevane#NOUN", False, False),  # far apart
    ("skolen har 40 elever#NOUN", "vi vil ha 36 elever#NOUN", True, False),
]


@pytest.mark.parametrize(("one", "other", "asked", "expected"), ONE)
def test_are_one(one: str, other: str, asked: bool, expected: bool) -> None:
    found = counts((one, told(0, one)), (other, told(1, other, asked=asked)))
    assert bool(found.are_one(np.array([0]), np.array([1]))[0]) == expected
