"""Drafts joined beyond their words: by what they mean, what is told around them, and where they stand in the text.

Alignment by wording (``_drafts``) is strict, and finds few of the claims that reporters tell from different angles.
Here its drafts are joined where the average pair of their propositions is near enough (average linkage, Sokal &
Michener 1958), the best first. Two that are both established need more than a stray saying does; a stray one that
counts about as many of the same things is joined to what counts them, too.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import chain

import numpy as np

from belegg.reason._arrays import Flags, Floats, Numbers, distinct
from belegg.reason._clusters import MOST_COMPARED, sample
from belegg.reason._drafts import Draft, Link
from belegg.reason._nearness import Nearness
from belegg.reason._remembered import Remembered

JOIN = 2.9  # score from which two drafts are one claim
BEST = 0.4  # share of the best pair in the score of two drafts; the rest is the average pair's
ESTABLISHED = 1.5  # taken off for each e-fold of the units that the smaller draft has
COUNTED = 2.2  # score from which one pair of figures that are about as much joins a stray saying to a draft
HOPEFUL = 0.8  # below the threshold by more than this, a pair does not make its drafts be compared
AHEAD = 64  # joins whose pairs are scored together: very many at once take a fourth of the time of few

Group = int
#: How near two drafts are, below 0; both, the one that grew last first; how often each has been joined; the best pair.
Entry = tuple[float, Group, Group, int, int, int]


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
        self._owners = np.array(near.material.owners, np.int64)
        own = {p: n for n, p in enumerate(near.material.props)}
        self._groups: dict[Group, _State] = {}
        for number, draft in enumerate(found):
            props = [own[p] for told in draft.said.values() for p in told if p in own]
            units = len({near.material.owners[n] for n in props}) + len(draft.leaning)
            self._groups[number] = _State(draft, props, max(1, units))
        self._samples = np.full((len(found), MOST_COMPARED), -1, np.int64)
        self._units = np.ones(len(found))
        for number in self._groups:
            self._sum_up(number)
        self._known, self._foreseen = Remembered(), set[Entry]()
        self._beside = self._hopeful()

    def run(self) -> None:
        """Joins the best two as long as any two are near enough."""
        heap = self._entries([(a, b) for a in sorted(self._beside) for b in sorted(self._beside[a]) if a < b])
        heapify(heap)
        while heap:
            _, a, b, *joins, best = heappop(heap)
            if self._are(a, b, joins):
                self._join(a, b, best)
                for entry in self._entries([(a, other) for other in sorted(self._beside[a])], heap):
                    heappush(heap, entry)

    def _sum_up(self, group: Group) -> None:
        """Notes which propositions stand for a draft, and how many units it has."""
        self._samples[group] = _padded(self._groups[group].props)
        self._units[group] = self._groups[group].units

    def drafts(self) -> list[Draft]:
        """What is left, in the order of the first of each."""
        return [state.draft for _, state in sorted(self._groups.items())]

    def _are(self, a: Group, b: Group, joins: Sequence[int]) -> bool:
        """Whether two drafts are still as they were when they had been joined so often."""
        return [self._joins(a), self._joins(b)] == joins

    def _joins(self, group: Group) -> int:
        return self._groups[group].joins if group in self._groups else -1

    def _entries(self, found: Sequence[tuple[Group, Group]], coming: Sequence[Entry] = ()) -> list[Entry]:
        """Of pairs of drafts those that are near enough to be one; ``coming``: what may be joined next."""
        if not found:
            return []
        a, b = np.array(found, np.int64).T
        of, pairs = self._pairs(self._samples[a], b)
        scores = self._scores(pairs, coming)
        begins = np.flatnonzero(np.diff(of, prepend=-1))
        which, counts = of[begins], np.diff(begins, append=len(of))
        average = np.add.reduceat(scores, begins) / counts if len(of) else scores
        most, best = _best(scores, pairs, begins, counts)
        smaller = np.log(np.minimum(self._units[a[which]], self._units[b[which]]))
        worth = average + BEST * (most - average) - ESTABLISHED * smaller
        figures, by_figure = self._by_figures(scores, pairs, begins, counts, smaller == 0)
        worth, best = np.maximum(worth, figures), np.where(figures > worth, by_figure, best)
        near = np.flatnonzero(worth >= JOIN)
        told = zip(which[near].tolist(), worth[near].tolist(), best[near].tolist(), strict=True)
        return [(-w, *found[n], self._joins(found[n][0]), self._joins(found[n][1]), pair) for n, w, pair in told]

    def _scores(self, pairs: Numbers, coming: Sequence[Entry]) -> Floats:
        """How near the two of each pair are; where that is not known, what is asked for next is scored with it."""
        if self._near.all_known:
            return self._near.scores(*self._both(pairs))
        known = self._known.of(pairs)
        unknown = np.isnan(known)
        if unknown.any():
            asked = self._known.unknown(distinct(np.concatenate((pairs[unknown], self._ahead(coming)))))
            self._known.add(asked, self._near.scores(*self._both(asked)))
            known[unknown] = self._known.of(pairs[unknown])
        return known

    def _ahead(self, coming: Sequence[Entry]) -> Numbers:
        """The pairs that the first of some joins will ask for, each join once."""
        found, taken = [], set[Group]()
        for entry in coming[:AHEAD]:
            _, a, b, *joins, _ = entry
            if entry not in self._foreseen and a not in taken and b not in taken and self._are(a, b, joins):
                found.append((a, b))
                taken |= {a, b}
                self._foreseen.add(entry)
        if not found:
            return np.empty(0, np.int64)
        beside = [sorted((self._beside[a] | self._beside[b]) - {a, b}) for a, b in found]
        joined = [_padded(sorted({*self._groups[a].props, *self._groups[b].props})) for a, b in found]
        samples = np.repeat(joined, [len(near) for near in beside], axis=0)
        return self._pairs(samples, np.fromiter(chain.from_iterable(beside), np.int64))[1]

    def _by_figures(
        self, scores: Floats, pairs: Numbers, begins: Numbers, counts: Numbers, stray: Flags
    ) -> tuple[Floats, Numbers]:
        """How near two drafts, one of them a stray saying, are by two figures that may be the same count of the same
        things, and which pair tells them."""
        told, lone = np.full(len(scores), -np.inf), np.flatnonzero(np.repeat(stray, counts))
        counting = lone[self._near.are_counts(*self._both(pairs[lone]))]
        told[counting] = scores[counting] + JOIN - COUNTED
        return _best(told, pairs, begins, counts)

    def _both(self, pairs: Numbers) -> tuple[Numbers, Numbers]:
        """The lower and the higher proposition of each pair."""
        return pairs // len(self._owners), pairs % len(self._owners)

    def _pairs(self, samples: Numbers, b: Numbers) -> tuple[Numbers, Numbers]:
        """For each two drafts, one by its sample, the pairs of their propositions, in order: the place of the two, and
        the pair.

        A pair is one number: the lower proposition times how many there are, and the higher. Where a draft has very
        many propositions, a sample of them stands for it.
        """
        x = np.repeat(samples, MOST_COMPARED, axis=1)
        y = np.tile(self._samples[b], MOST_COMPARED)
        size = len(self._owners)
        apart = (x >= 0) & (y >= 0) & (self._owners[x] != self._owners[y])
        pairs = np.minimum(x, y) * size + np.maximum(x, y)
        found = distinct((np.arange(len(b))[:, None] * size**2 + pairs)[apart])
        return found // size**2, found % size**2

    def _hopeful(self) -> dict[Group, set[Group]]:
        """Each draft to those that a pair of propositions speaks for."""
        of: dict[int, list[Group]] = {}
        for number, state in self._groups.items():
            for prop in state.props:
                of.setdefault(prop, []).append(number)
        beside: dict[Group, set[Group]] = {number: set() for number in self._groups}
        left, right, scores = self._near.compared()
        near = scores >= JOIN - HOPEFUL
        self._known.add((left * len(self._owners) + right)[near], scores[near])
        for x, y in zip(left[near].tolist(), right[near].tolist(), strict=True):
            if x not in of or y not in of or of[x] == of[y]:
                continue
            for a, b in ((a, b) for a in of[x] for b in of[y] if a != b):
                beside[a].add(b)
                beside[b].add(a)
        return beside

    def _join(self, a: Group, b: Group, best: int) -> None:
        one, other = self._groups[a], self._groups.pop(b)
        larger = max(one, other, key=lambda state: state.units).draft
        link = self._link(*divmod(best, len(self._owners)))
        one.draft = _both(one.draft, other.draft, link, larger.core or frozenset(larger.said))
        units = [{self._owners[n] for n in state.props} for state in (one, other)]
        one.props = sorted({*one.props, *other.props})
        one.units += other.units - len(units[0] & units[1])
        self._sum_up(a)
        one.joins += 1
        for near in self._beside.pop(b):
            self._beside[near].discard(b)
            if near != a:
                self._beside[near].add(a)
                self._beside[a].add(near)

    def _link(self, left: int, right: int) -> Link:
        props = self._near.material.props
        return props[left].saying, props[right].saying, self._near.features(left, right)


def _padded(props: Sequence[int]) -> list[int]:
    """The propositions that stand for a draft, and -1 where there are no more."""
    chosen = list(sample(props))
    return chosen + [-1] * (MOST_COMPARED - len(chosen))


def _best(scores: Floats, pairs: Numbers, begins: Numbers, counts: Numbers) -> tuple[Floats, Numbers]:
    """Of each two drafts the best score of their pairs, which stand side by side, and whose it is."""
    if not len(scores):
        return scores, pairs
    most = np.maximum.reduceat(scores, begins)
    return most, np.maximum.reduceat(np.where(scores == np.repeat(most, counts), pairs, -1), begins)


def _both(a: Draft, b: Draft, link: Link, core: frozenset[int]) -> Draft:
    said = {n: tuple(dict.fromkeys((*a.said.get(n, ()), *b.said.get(n, ())))) for n in {*a.said, *b.said}}
    leaning = tuple(x for x in (*a.leaning, *b.leaning) if x.saying not in said)
    return Draft(said, leaning, (*a.links, *b.links, link), a.units + b.units, core)
