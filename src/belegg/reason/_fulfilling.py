"""Which report can be the proof that what was expected has come: one that says the same, and of then."""

from collections.abc import Iterable

from belegg.reason._propositions import Proposition
from belegg.reason._reading import Reading

ENOUGH = 0.4  # share of the shorter one's words, predicates and names that both have
DAY, YEAR = len("2024-03-05"), len("2024")


def in_common(a: Proposition, b: Proposition) -> float:
    """Share of the shorter proposition's words, predicates and names that the longer one has."""
    left, right = (p.words | p.axes.keys() | p.names for p in (a, b))
    return len(left & right) / (min(len(left), len(right)) or 1)


def fulfils(support: Reading, expected: Iterable[Reading]) -> bool:
    """True for what can be taken for the proof that one of the ``expected`` came true.

    No quotation (*jeg er glad*), no hearsay, no negation, nothing that was so before it was expected; what somebody
    only demanded is no expectation to be met.
    """
    told = support.proposition
    if told is None or told.negated or told.asked or support.saying.direct or support.saying.stance != "assert":
        return False
    return any(
        e.proposition is not None
        and e.saying.stance != "urge"
        and in_common(told, e.proposition) >= ENOUGH
        and not _was_before(told, e.saying.when)
        for e in expected
    )


def _was_before(told: Proposition, when: str) -> bool:
    """True where all that a report gives of times is earlier than the day of the expectation."""
    times = [t for t in told.times if t[:YEAR].isdigit()]
    return bool(times and when) and all(_is_before(t, when) for t in times)


def _is_before(value: str, when: str) -> bool:
    length = min(len(value), len(when), DAY)
    return value[5:6] != "W" and value[:length] < when[:length]
