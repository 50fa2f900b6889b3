"""What the reports of a claim differ in: each value with those who give it, in the order in which they came."""

from collections.abc import Sequence
from dataclasses import dataclass

from belegg.core.reasoning import Claim, Conflict, Member
from belegg.show.calendar import written
from belegg.show.labels import CONFLICT, RELATION, label
from belegg.show.library import Library, Quote


@dataclass(frozen=True, slots=True)
class Given:
    """A sentence that gives a value, and what it does to the claim: says so, expects, denies."""

    quote: Quote
    relation: str
    relation_label: str


@dataclass(frozen=True, slots=True)
class Value:
    """One of differing values and the sentences that give it."""

    value: str
    given: tuple[Given, ...]


@dataclass(frozen=True, slots=True)
class ConflictView:
    """What the reports differ in; ``update`` where the last word of all sources is one value."""

    kind: str
    update: bool
    values: tuple[Value, ...]


def conflict_view(conflict: Conflict, claim: Claim, library: Library) -> ConflictView:
    """A conflict with the sentences behind each value; the value that was given first comes first."""

    def first(members: Sequence[Member]) -> tuple[tuple[str, int], int]:
        return min(((library.time_key(m.place.article), m.place.start) for m in members), default=(("~", 0), 0))

    given = [(value.value, [claim.members[i] for i in value.members]) for value in conflict.values]
    return ConflictView(
        kind=label(CONFLICT, conflict.kind, library.words),
        update=conflict.update,
        values=tuple(
            Value(_value(conflict, value, library), _given(members, library))
            for value, members in sorted(given, key=lambda one: first(one[1]))
        ),
    )


def _value(conflict: Conflict, value: str, library: Library) -> str:
    """Times are calendar values, written for a reader; all else is an article's own words."""
    return written(value, library.words) if conflict.kind == "time" else value


def _given(members: Sequence[Member], library: Library) -> tuple[Given, ...]:
    """One sentence of each report, by time: the one that goes farthest, as a report that says so also expects it."""
    found: dict[str, Given] = {}
    ranks = {relation: rank for rank, relation in enumerate(RELATION)}
    ordered = sorted(members, key=lambda m: (library.time_key(m.place.article), ranks[m.relation], m.place.start))
    for m in ordered:
        relation = label(RELATION, m.relation, library.words)
        found.setdefault(m.place.article, Given(library.quote(m.place), m.relation, relation))
    return tuple(found.values())
