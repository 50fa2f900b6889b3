"""How well founded a claim is, and what became of what was expected (annotation.md, 7; the rules of its gold)."""

from collections.abc import Sequence
from dataclasses import dataclass

from belegg.core.reasoning import Evidence, Outcome, Relation


@dataclass(frozen=True, slots=True)
class Bearing:
    """A member as far as evidence needs it: relation, origin, whether anonymous or hedged, when it was written.

    ``fulfils``: it tells of something that can be what was expected.
    """

    relation: Relation
    origin: int
    weak: bool
    when: str
    fulfils: bool = True


def outcome(members: Sequence[Bearing]) -> Outcome | None:
    """What became of an expectation; None for what nobody expected.

    Expected and then reported came true; expected and denied by a later article did not, unless somebody else comes to
    expect it then or later; else it is open. Where the times are not known, a report is taken to be the later one.
    """
    expected = [m for m in members if m.relation == "expects"]
    if not expected:
        return None
    first = min(m.when for m in expected)
    if any(m.relation == "supports" and m.fulfils and (m.when > first or not first or not m.when) for m in members):
        return "came true"
    later = [m for m in members if m.relation == "denies" and m.when > first]
    return "did not come true" if later and not _expected_anew(expected, later) else "open"


def evidence(members: Sequence[Bearing]) -> Evidence | None:
    """How well founded the claim is; None where nobody stands behind it or against it."""
    became = outcome(members)
    supports = [m for m in members if m.relation == "supports"]
    denies = [m for m in members if m.relation == "denies"]
    backing = supports or [m for m in members if m.relation == "expects"]
    if became == "did not come true" and not supports:
        return "denied"
    against = _by_others(denies, backing)
    if against and backing and (became != "came true" or _still_denied(supports, against)):
        return "disputed"
    if denies and not backing:
        return "denied"
    if not backing:
        return None
    firm = {m.origin for m in backing if not m.weak}
    if not firm:
        return "unconfirmed"
    return "corroborated" if len({m.origin for m in backing}) > 1 else "single-source"


def _by_others(denies: Sequence[Bearing], backing: Sequence[Bearing]) -> Sequence[Bearing]:
    """The denials that make a dispute: one source does not tell a thing and its opposite in one breath."""
    behind = {m.origin for m in backing}
    if len(behind) > 1 or any(m.relation == "expects" for m in backing):
        return denies
    told = min((m.when for m in backing), default="")
    return [m for m in denies if m.origin not in behind or m.when > told]


def _still_denied(supports: Sequence[Bearing], denies: Sequence[Bearing]) -> bool:
    """True where what came true is denied in the articles that first tell it as so, or later."""
    told = min((m.when for m in supports), default="")
    return any(m.when >= told for m in denies)


def _expected_anew(expected: Sequence[Bearing], denies: Sequence[Bearing]) -> bool:
    """True where a source that did not expect it before does so when it is denied, or after."""
    first: dict[int, str] = {}
    for m in sorted(expected, key=lambda m: m.when):
        first.setdefault(m.origin, m.when)
    denied = min(m.when for m in denies)
    deniers = {m.origin for m in denies}
    return any(when >= denied and origin not in deniers for origin, when in first.items())
