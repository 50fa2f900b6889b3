"""When a shown verdict counts as right."""

import pytest

from belegg.core.spans import Place
from bench.verdicts import Told, shown

SAYS, DENIES, PLANS, ELSE = ((Place("a", n, n + 10),) for n in (0, 20, 40, 60))
TOLD: list[Told] = [
    ("c1", SAYS, frozenset(("supports",))),
    ("c1", DENIES, frozenset(("denies",))),
    ("c1", PLANS, frozenset(("expects",))),
    ("c2", ELSE, frozenset(("denies",))),
]


def claim(evidence: str, outcome: str, *members: tuple[tuple[Place], str]) -> dict[str, object]:
    return {
        "evidence": evidence,
        "outcome": outcome,
        "members": [{"place": place, "relation": relation} for (place,), relation in members],
    }


@pytest.mark.parametrize(
    ("found", "verdict", "outcome", "expected"),
    [
        (claim("disputed", "", (SAYS, "supports"), (DENIES, "denies")), "disputed", "", "right"),
        # the denial is of another claim
        (claim("disputed", "", (SAYS, "supports"), (ELSE, "denies")), "disputed", "", "wrong"),
        # nobody annotated what is said there
        (claim("disputed", "", (SAYS, "supports"), ((Place("a", 90, 99),), "denies")), "disputed", "", "untold"),
        (claim("corroborated", "", (SAYS, "supports"), (DENIES, "denies")), "disputed", "", None),
        (claim("", "came true", (SAYS, "supports"), (PLANS, "expects")), "came true", "came true", "right"),
        # by the annotation it is open
        (claim("", "came true", (SAYS, "supports"), (PLANS, "expects")), "came true", "open", "wrong"),
    ],
)
def test_a_verdict_is_right_where_both_of_its_sides_are_of_one_claim(
    found: dict[str, object], verdict: str, outcome: str, expected: str | None
) -> None:
    assert shown(found, verdict, TOLD, {"c1": outcome}) == expected
