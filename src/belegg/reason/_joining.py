"""Drafts joined beyond their words: by what they mean, what is told around them, and where they stand in the text.

Alignment by wording (``_drafts``) is strict, and finds few of the claims that reporters tell from different angles.
Here its drafts are joined where the average pair of their propositions is near enough (average linkage, Sokal &
Michener 1958), the best first. Two that are both established need more than a stray saying does.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from math import log

import numpy as np

from belegg.reason._arrays import Floats, Numbers
from belegg.reason._clusters import sample
from belegg.reason._drafts import Draft, Link
from belegg.reason._nearness import Nearness

JOIN = 3.0  # score from which two drafts are one claim
BEST = 0.4  # share of the best pair in the score of two drafts; the rest is the average pair's
ESTABLISHED = 1.5  # taken off for each e-fold of the units that the smaller draft has
HOPEFUL = 0.8  # below the threshold by more than this, a pair does not make its drafts be compared

Group = int
#: How near two drafts are, below 0; both, the one that grew last first; and how often each has been joined.
Entry = tuple[float, Group, Group, int, int]


def joined(found: Sequence[Draft], near: Nearness) -> list[Draft]:
    """The drafts of a story, those of one claim made one; each join leaves the pair that speaks most for it."""
    joining = _Joining(found, near)
    joining.run()
    return joining.drafts()


@dataclass
class _State:
    """A draft as it grows: its propositions' numbers, those of them that are compared, how many units it has, and how
    often it has been joined."""

    draft: Draft
    props: list[int]
    sample: Numbers
    units: int
    joins: int = 0


class _Joining:
    """Drafts by their numbers, and which of them are worth comparing."""

    def __init__(self, found: Sequence[Draft], near: Nearness) -> None:
        self._near = near
        self._owners = np.array(near.material.owners, np.int64)
        own = {p: n for n, p in enumerate(near.material.props)}
        self._groups: dict[Group, _State] = {}
        for number, draft in enumerate(found):
            props = [own[p] for told in draft.said.values() for p in told if p in own]
            units = len({near.material.owners[n] for n in props}) + len(draft.leaning)
            self._groups[number] = _State(draft, props, np.array(sample(props), np.int64), max(1, units))
        self._beside = self._hopeful()

    def run(self) -> None:
        """Joins the best two as long as any two are near enough."""
        heap = self._entries([(a, b) for a in sorted(self._beside) for b in sorted(self._beside[a]) if a < b])
        heapify(heap)
        while heap:
            _, a, b, *joins = heappop(heap)
            if [self._joins(a), self._joins(b)] == joins:
                self._join(a, b)
                for entry in self._entries([(a, other) for other in sorted(self._beside[a])]):
                    heappush(heap, entry)

    def drafts(self) -> list[Draft]:
        """What is left, in the order of the first of each."""
        return [state.draft for _, state in sorted(self._groups.items())]

    def _joins(self, group: Group) -> int:
        return self._groups[group].joins if group in self._groups else -1

    def _entries(self, found: Sequence[tuple[Group, Group]]) -> list[Entry]:
        """Of pairs of drafts those that are near enough to be one."""
        worths = (
            (a, b, self._worth(a, b, scores)) for (a, b), (_, scores) in zip(found, self._scored(found), strict=True)
        )
        return [(-worth, a, b, self._joins(a), self._joins(b)) for a, b, worth in worths if worth >= JOIN]

    def _hopeful(self) -> dict[Group, set[Group]]:
        """Each draft to those that a pair of propositions speaks for."""
        of: dict[int, list[Group]] = {}
        for number, state in self._groups.items():
            for prop in state.props:
                of.setdefault(prop, []).append(number)
        beside: dict[Group, set[Group]] = {number: set() for number in self._groups}
        left, right = self._near.compared()
        near = self._near.scores(left, right) >= JOIN - HOPEFUL
        for x, y in zip(left[near].tolist(), right[near].tolist(), strict=True):
            if x not in of or y not in of or of[x] == of[y]:
                continue
            for a, b in ((a, b) for a in of[x] for b in of[y] if a != b):
                beside[a].add(b)
                beside[b].add(a)
        return beside

    def _scored(self, found: Sequence[tuple[Group, Group]]) -> Iterator[tuple[Numbers, Floats]]:
        """For each two drafts the pairs of their propositions, of a sample where there are very many, and the scores.

        A pair is one number: the lower proposition times how many there are, and the higher.
        """
        size = len(self._near.material.props)
        pairs = [self._pairs(a, b) for a, b in found]
        all_pairs = np.concatenate([np.empty(0, np.int64), *pairs])
        scores = self._near.scores(all_pairs // max(1, size), all_pairs % max(1, size))
        start = 0
        for own in pairs:
            yield own, scores[start : start + len(own)]
            start += len(own)

    def _pairs(self, a: Group, b: Group) -> Numbers:
        x = np.repeat(self._groups[a].sample, len(self._groups[b].sample))
        y = np.tile(self._groups[b].sample, len(self._groups[a].sample))
        apart = self._owners[x] != self._owners[y]
        found = np.minimum(x, y)[apart] * len(self._owners) + np.maximum(x, y)[apart]
        return np.unique(found)

    def _worth(self, a: Group, b: Group, scores: Floats) -> float:
        if not len(scores):
            return -JOIN
        average = float(scores.mean())
        smaller = min(self._groups[a].units, self._groups[b].units)
        return average + BEST * (float(scores.max()) - average) - ESTABLISHED * log(smaller)

    def _join(self, a: Group, b: Group) -> None:
        ((pairs, scores),) = self._scored([(a, b)])
        best = int(pairs[scores == scores.max()].max())
        one, other = self._groups[a], self._groups.pop(b)
        larger = max(one, other, key=lambda state: state.units).draft
        link = self._link(*divmod(best, len(self._owners)))
        one.draft = _both(one.draft, other.draft, link, larger.core or frozenset(larger.said))
        one.props = sorted({*one.props, *other.props})
        one.sample = np.array(sample(one.props), np.int64)
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
