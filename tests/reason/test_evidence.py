"""Evidence and outcome: the rules of annotation.md, 7, case by case."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from belegg.reason._evidence import Bearing, evidence, outcome

CASES = [  # members (relation, origin, weak, when), evidence, outcome
    ([("supports", 1, False, "1"), ("supports", 2, False, "1")], "corroborated", None),
    ([("supports", 1, False, "1"), ("supports", 1, False, "2")], "single-source", None),  # one man in two papers
    ([("supports", 1, True, "1")], "unconfirmed", None),
    ([("supports", 1, True, "1"), ("supports", 2, True, "1")], "unconfirmed", None),  # two rumours are no proof
    ([("supports", 1, True, "1"), ("supports", 2, False, "1")], "corroborated", None),
    ([("supports", 1, False, "1"), ("denies", 2, False, "2")], "disputed", None),
    ([("supports", 1, False, "1"), ("denies", 1, False, "2")], "disputed", None),  # one source on both sides
    ([("supports", 1, False, "1"), ("denies", 1, False, "1")], "single-source", None),  # but not in one breath
    ([("denies", 1, False, "1")], "denied", None),
    ([("declines", 1, False, "1")], None, None),
    ([("questions", 1, False, "1")], None, None),
    ([("expects", 1, False, "1")], "single-source", "open"),
    ([("expects", 1, True, "1")], "unconfirmed", "open"),
    ([("expects", 1, False, "1"), ("supports", 2, False, "2")], "single-source", "came true"),
    ([("expects", 1, False, "1"), ("supports", 2, False, "1")], "single-source", "open"),  # told at the same time
    ([("expects", 1, False, "1"), ("denies", 2, False, "2")], "denied", "did not come true"),
    ([("expects", 1, False, "1"), ("denies", 2, False, "1")], "disputed", "open"),  # denied at once: nothing is met yet
    # somebody else comes to expect it when it is denied: it is open
    ([("expects", 1, False, "1"), ("denies", 2, False, "2"), ("expects", 3, False, "2")], "disputed", "open"),
    # he who denies recalls what was planned
    (
        [("expects", 1, False, "1"), ("denies", 2, False, "2"), ("expects", 1, False, "2")],
        "denied",
        "did not come true",
    ),
    # denied before it came true, and after
    (
        [("expects", 1, False, "1"), ("denies", 2, False, "1"), ("supports", 3, False, "2")],
        "single-source",
        "came true",
    ),
    ([("expects", 1, False, "1"), ("supports", 3, False, "2"), ("denies", 2, False, "2")], "disputed", "came true"),
]


@pytest.mark.parametrize(("members", "founded", "became"), CASES)
def test_rules(members: list[tuple[str, int, bool, str]], founded: str | None, became: str | None) -> None:
    bearing = [Bearing(*m) for m in members]  # type: ignore[arg-type]
    assert evidence(bearing) == founded
    assert outcome(bearing) == became


RELATIONS = st.sampled_from(["supports", "denies", "questions", "expects", "declines"])
MEMBERS = st.lists(st.builds(Bearing, RELATIONS, st.integers(1, 3), st.booleans(), st.sampled_from("123")), min_size=1)


@given(MEMBERS)
def test_order_does_not_matter(members: list[Bearing]) -> None:
    assert evidence(members) == evidence(members[::-1])
    assert outcome(members) == outcome(members[::-1])


@given(MEMBERS)
def test_one_origin_never_corroborates(members: list[Bearing]) -> None:
    alone = [Bearing(m.relation, 1, m.weak, m.when) for m in members]
    assert evidence(alone) != "corroborated"
