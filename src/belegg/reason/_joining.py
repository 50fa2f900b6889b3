"""Drafts joined beyond their words: by what they mean, what is told around them, and where they stand in the text.

Alignment by wording (``_drafts``) is strict, and finds few of the claims that reporters tell from different angles.
Here its drafts are joined where the average pair of their propositions is near enough (average linkage, Sokal &
Michener 1958), the best first. Two that are both established need more than a stray saying does.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from math import log

from belegg.reason._clusters import sample
from belegg.reason._drafts import Draft, Link
from belegg.reason._nearness import Nearness

JOIN = 3.0  # score from which two drafts are one claim
BEST = 0.4  # share of the best pair in the score of two drafts; the rest is the average pair's
ESTABLISHED = 1.5  # taken off for each e-fold of the units that the smaller draft has
HOPEFUL = 0.8  # below the threshold by more than this, a pair does not make its drafts be compared

Group = int


def joined(found: Sequence[Draft], near: Nearness) -> list[Draft]:
    """The drafts of a story, those of one claim made one; each join leaves the pair that speaks most for it."""
    joining = _Joining(found, near)
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
    """Drafts by their numbers, and which of them are worth comparing."""

    def __init__(self, found: Sequence[Draft], near: Nearness) -> None:
        self._near = near
        own = {p: n for n, p in enumerate(near.material.props)}
        self._groups: dict[Group, _State] = {}
        for number, draft in enumerate(found):
            props = [own[p] for told in draft.said.values() for p in told if p in own]
            units = len({near.material.owners[n] for n in props}) + len(draft.leaning)
            self._groups[number] = _State(draft, props, max(1, units))
        self._beside = self._hopeful()

    def run(self) -> None:
        """Joins the best two as long as any two are near enough."""
        heap = [self._entry(a, b) for a in self._beside for b in self._beside[a] if a < b]
        heapify(heap)
        while heap:
            worth, a, b, *joins = heappop(heap)
            if -worth < JOIN:
                return
            if [self._joins(a), self._joins(b)] == joins:
                self._join(a, b)
                for other in sorted(self._beside[a]):
                    heappush(heap, self._entry(a, other))

    def drafts(self) -> list[Draft]:
        """What is left, in the order of the first of each."""
        return [state.draft for _, state in sorted(self._groups.items())]

    def _joins(self, group: Group) -> int:
        return self._groups[group].joins if group in self._groups else -1

    def _entry(self, a: Group, b: Group) -> tuple[float, int, int, int, int]:
        return (-self._worth(a, b), a, b, self._joins(a), self._joins(b))

    def _hopeful(self) -> dict[Group, set[Group]]:
        """Each draft to those that a pair of propositions speaks for."""
        of: dict[int, list[Group]] = {}
        for number, state in self._groups.items():
            for prop in state.props:
                of.setdefault(prop, []).append(number)
        beside: dict[Group, set[Group]] = {number: set() for number in self._groups}
        for left, right in self._near.compared():
            if left not in of or right not in of or of[left] == of[right]:
                continue
            if self._near.score(left, right) >= JOIN - HOPEFUL:
                for a, b in ((a, b) for a in of[left] for b in of[right] if a != b):
                    beside[a].add(b)
                    beside[b].add(a)
        return beside

    def _pairs(self, a: Group, b: Group) -> Mapping[tuple[int, int], float]:
        """The scores of the pairs of two drafts' propositions, of a sample where there are very many."""
        owners = self._near.material.owners
        pairs = {
            (min(x, y), max(x, y))
            for x in sample(self._groups[a].props)
            for y in sample(self._groups[b].props)
            if owners[x] != owners[y]
        }
        return {pair: self._near.score(*pair) for pair in sorted(pairs)}

    def _worth(self, a: Group, b: Group) -> float:
        scores = self._pairs(a, b).values()
        if not scores:
            return -JOIN
        average = sum(scores) / len(scores)
        smaller = min(self._groups[a].units, self._groups[b].units)
        return average + BEST * (max(scores) - average) - ESTABLISHED * log(smaller)

    def _join(self, a: Group, b: Group) -> None:
        scores = self._pairs(a, b)
        best = max(scores, key=lambda pair: (scores[pair], pair))
        one, other = self._groups[a], self._groups.pop(b)
        larger = max(one, other, key=lambda state: state.units).draft
        one.draft = _both(one.draft, other.draft, self._link(*best), larger.core or frozenset(larger.said))
        one.props = sorted({*one.props, *other.props})
        one.units += other.units
        one.joins += 1
        for near in self._beside.pop(b):
            self._beside[near].discard(b)
            if near != a:
                self._beside[near].add(a)
                self._beside[a].add(near)

    def _link(self, left: int, right: int) -> Link:
        props = self._near.material.props
        return props[left].saying, props[right].saying, self._near.features(left, right)


def _both(a: Draft, b: Draft, link: Link, core: frozenset[int]) -> Draft:
    said = {n: tuple(dict.fromkeys((*a.said.get(n, ()), *b.said.get(n, ())))) for n in {*a.said, *b.said}}
    leaning = tuple(x for x in (*a.leaning, *b.leaning) if x.saying not in said)
    return Draft(said, leaning, (*a.links, *b.links, link), a.units + b.units, core)
