"""Drafts joined beyond their words: by what they mean, what is told around them, and where they stand in the text.

Alignment by wording (``_drafts``) is strict, and finds few of the claims that reporters tell from different angles.
Here its drafts are joined where the average pair of their propositions is near enough (average linkage, Sokal &
Michener 1958), the best first. Two that are both established need more than a stray saying does; a stray one that
counts about as many of the same things is joined to what counts them, too.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from belegg.reason._arrays import Numbers
from belegg.reason._drafts import Draft, Link
from belegg.reason._kinship import JOIN, Kinship, kinships
from belegg.reason._nearness import Nearness

Group = int
#: How near two drafts are, below 0; both; how often each has been joined; the best pair.
Entry = tuple[float, Group, Group, int, int, int]


def joined(found: Sequence[Draft], near: Nearness, pairs: tuple[Numbers, Numbers]) -> list[Draft]:
    """The drafts of a story, those of one claim made one; each join leaves the pair that speaks most for it.

    ``pairs``: the propositions that make their drafts be compared.
    """
    joining = _Joining(found, near, pairs)
    joining.run()
    return joining.drafts()


@dataclass
class _State:
    """A draft as it grows: its propositions' numbers, how many units it has, and how often it has been joined."""

    draft: Draft
    props: list[int]
    units: int
    joins: int = 0


class _Joining:
    """Drafts by their numbers, and how near those are to each other that are worth comparing."""

    def __init__(self, found: Sequence[Draft], near: Nearness, pairs: tuple[Numbers, Numbers]) -> None:
        self._near, self._owners = near, near.material.owners
        own = {p: n for n, p in enumerate(near.material.props)}
        self._groups: dict[Group, _State] = {}
        for number, draft in enumerate(found):
            props = [own[p] for told in draft.said.values() for p in told if p in own]
            units = len({self._owners[n] for n in props}) + len(draft.leaning)
            self._groups[number] = _State(draft, props, max(1, units))
        self._beside: dict[Group, dict[Group, Kinship]] = {number: {} for number in self._groups}
        states = self._groups.values()
        for a, b, kinship in kinships([s.props for s in states], [s.units for s in states], near, pairs):
            self._beside[a][b] = self._beside[b][a] = kinship

    def run(self) -> None:
        """Joins the best two as long as any two are near enough."""
        heap = [e for a, beside in self._beside.items() for e in self._entries(a, (b for b in beside if a < b))]
        heapify(heap)
        while heap:
            _, a, b, *joins, best = heappop(heap)
            if [self._joins(a), self._joins(b)] == joins:
                self._join(a, b, best)
                for entry in self._entries(a, self._beside[a]):
                    heappush(heap, entry)

    def drafts(self) -> list[Draft]:
        """What is left, in the order of the first of each."""
        return [state.draft for _, state in sorted(self._groups.items())]

    def _joins(self, group: Group) -> int:
        return self._groups[group].joins if group in self._groups else -1

    def _entries(self, a: Group, beside: Iterable[Group]) -> Iterator[Entry]:
        """A draft and those that are near enough to be one with it."""
        one, kinships = self._groups[a], self._beside[a]
        for b in beside:
            other, kinship = self._groups[b], kinships[b]
            units = min(one.units, other.units)
            if kinship.most_worth(units) < JOIN:
                continue
            worth, best = kinship.worth(len(one.props) * len(other.props), units)
            if worth >= JOIN:
                yield -worth, a, b, one.joins, other.joins, best

    def _join(self, a: Group, b: Group, best: int) -> None:
        """The second draft goes into the first one."""
        mine, theirs = self._beside[a], self._beside.pop(b)
        del mine[b], theirs[a]
        for near, kinship in theirs.items():
            del self._beside[near][b]
            mine[near] = self._beside[near][a] = mine[near].and_of(kinship) if near in mine else kinship
        one, other = self._groups[a], self._groups.pop(b)
        larger = max(one, other, key=lambda state: state.units).draft
        link = self._link(*divmod(best, len(self._owners)))
        one.draft = _both(one.draft, other.draft, link, larger.core or frozenset(larger.said))
        units = [{self._owners[n] for n in state.props} for state in (one, other)]
        one.props = sorted({*one.props, *other.props})
        one.units += other.units - len(units[0] & units[1])
        one.joins += 1

    def _link(self, left: int, right: int) -> Link:
        props = self._near.material.props
        return props[left].saying, props[right].saying, self._near.features(left, right)


def _both(a: Draft, b: Draft, link: Link, core: frozenset[int]) -> Draft:
    said = {n: tuple(dict.fromkeys((*a.said.get(n, ()), *b.said.get(n, ())))) for n in {*a.said, *b.said}}
    leaning = tuple(x for x in (*a.leaning, *b.leaning) if x.saying not in said)
    return Draft(said, leaning, (*a.links, *b.links, link), a.units + b.units, core)
