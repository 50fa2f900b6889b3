"""Who speaks of something else, and what proves nothing."""

from dataclasses import replace

import pytest

from belegg.reason._fulfilling import fulfils
from belegg.reason._reading import Reading
from belegg.reason._relations import groundless
from tests.reason.readings import telling

ROAD, ROOM, BOTH = frozenset(("vei", "fjell")), frozenset(("kjeller", "hotell")), frozenset(("vei", "fjell", "ras"))
GROUNDS = [  # the members, which of them speak of something else
    ([telling(0, ROAD), telling(1, BOTH, negated=True)], set()),
    ([telling(0, ROAD), telling(1, ROOM, negated=True)], {1}),  # another thing is not closed
    ([telling(0, ROAD), telling(1, ROOM, "deny")], {1}),
    ([telling(0, ROAD), telling(1, ROOM)], set()),  # who does not deny is left where he is
    ([telling(0, ROAD, negated=True), telling(1, ROOM, negated=True)], set()),  # all of them deny
]


@pytest.mark.parametrize(("members", "expected"), GROUNDS)
def test_a_denial_of_something_else_is_none(members: list[Reading], expected: set[int]) -> None:
    assert groundless(members) == expected


def test_a_predicate_s_other_end_denies_what_was_expected_and_not_what_was_so_before() -> None:
    closed, opened = telling(0, ROAD), telling(1, ROAD)
    assert opened.proposition is not None
    opened = replace(opened, proposition=replace(opened.proposition, axes={"close": -1}))
    planned = telling(0, ROAD, "expect", future=True)
    assert groundless([closed, opened]) == {1}
    assert groundless([planned, opened]) == set()


PLAN = telling(0, ROAD, "expect", future=True)
FULFILMENTS = [  # the expectation, the report, whether it can be the proof
    (PLAN, telling(1, BOTH), True),
    (PLAN, telling(1, ROOM), False),  # the predicate is all that they share
    (PLAN, replace(telling(1, ROAD), proposition=None), False),
    (PLAN, telling(1, ROAD, negated=True), False),
    (PLAN, telling(1, ROAD, "allege"), False),  # hearsay
    (telling(0, ROAD, "urge"), telling(1, ROAD), False),  # a demand
]


@pytest.mark.parametrize(("plan", "report", "expected"), FULFILMENTS)
def test_what_can_be_the_proof_of_an_expectation(plan: Reading, report: Reading, expected: bool) -> None:
    assert fulfils(report, [plan]) == expected


def test_what_was_so_before_and_what_is_quoted_proves_nothing() -> None:
    report = telling(1, ROAD)
    assert report.proposition is not None
    old = replace(report, proposition=replace(report.proposition, times=frozenset(("2019",))))
    now = replace(report, proposition=replace(report.proposition, times=frozenset(("2024-05-02",))))
    quoted = replace(report, saying=replace(report.saying, direct=True))
    assert [fulfils(r, [PLAN]) for r in (old, now, quoted)] == [False, True, False]
