"""How near drafts are to each other: what the pairs of their propositions come to.

What two drafts come to beside a third is the sum of what each of them does (Lance & Williams 1967), so that no pair of
propositions is scored more than once however the drafts grow.
"""

from collections.abc import Iterator, Sequence
from math import inf, log
from typing import NamedTuple

import numpy as np

from belegg.reason._arrays import Floats, Numbers, distinct
from belegg.reason._clusters import MOST_COMPARED, sample
from belegg.reason._nearness import Nearness

JOIN = 2.9  # score from which two drafts are one claim
BEST = 0.4  # share of the best pair in the score of two drafts; the rest is the average pair's
ESTABLISHED = 1.5  # taken off for each e-fold of the units that the smaller draft has
COUNTED = 2.2  # score from which one pair of figures that are about as much joins a stray saying to a draft
HOPEFUL = 0.8  # below the threshold by more than this, a pair does not make its drafts be compared
UNTOLD = 0.5  # what a pair counts of two drafts that nothing made be compared
TOGETHER = 1 << 10  # drafts that are compared in one go: what they need fits the processor's memory

Columns = tuple[Numbers | Floats, ...]


class Kinship(NamedTuple):
    """What the pairs of propositions of two drafts come to: the sum of their scores and their number, the best score
    and whose it is, and the same of the best two figures that may be one count.

    A pair is one number: the lower proposition times how many there are, and the higher.
    """

    total: float
    pairs: int
    most: float
    best: int
    most_counted: float
    best_counted: int

    def and_of(self, other: "Kinship") -> "Kinship":
        """What both come to."""
        best, counted = max(self[2:4], other[2:4]), max(self[4:], other[4:])
        return Kinship(self.total + other.total, self.pairs + other.pairs, *best, *counted)

    def most_worth(self, units: int) -> float:
        """More than ``worth`` cannot be."""
        if units == 1:
            return max(self.most, self.most_counted + JOIN - COUNTED)
        return self.most - ESTABLISHED * log(units)

    def worth(self, pairs: int, units: int) -> tuple[float, int]:
        """How near two drafts of so many pairs are, of which the smaller has so many units, and the pair that tells
        most. The pairs that are not counted here are such for which nothing speaks."""
        average = (self.total + UNTOLD * (pairs - self.pairs)) / pairs
        worth = average + BEST * (self.most - average) - ESTABLISHED * log(units)
        counted = self.most_counted + JOIN - COUNTED
        return (counted, self.best_counted) if units == 1 and counted > worth else (worth, self.best)


def hopeful(near: Nearness) -> tuple[Numbers, Numbers]:
    """The pairs of propositions that speak for their drafts being compared."""
    left, right, scores = near.compared()
    speaking = scores >= JOIN - HOPEFUL
    return left[speaking], right[speaking]


def kinships(
    drafts: Sequence[Sequence[int]], units: Sequence[int], near: Nearness, pairs: tuple[Numbers, Numbers]
) -> Iterator[tuple[int, int, Kinship]]:
    """Of each two drafts that a pair of propositions speaks for their numbers, the lower first, and their kinship.

    ``drafts``: the propositions of each; ``units``: how many units each has; ``pairs``: the ``hopeful`` ones.
    """
    found = _First(drafts, units, near)
    a, b = found.compared(*pairs)
    for start in range(0, len(a), TOGETHER):
        told = found.columns(a[start : start + TOGETHER], b[start : start + TOGETHER])
        for left, right, *kinship in zip(*(column.tolist() for column in told), strict=True):
            yield left, right, Kinship(*kinship)


class _First:
    """The drafts as they are before any has grown."""

    def __init__(self, drafts: Sequence[Sequence[int]], units: Sequence[int], near: Nearness) -> None:
        self._near, self._owners = near, np.array(near.material.owners, np.int64)
        self._samples = np.array([_padded(props) for props in drafts], np.int64).reshape(-1, MOST_COMPARED)
        self._sizes, self._units = np.array([len(props) for props in drafts], np.int64), np.array(units, np.int64)
        self._home = np.full(len(self._owners), -1, np.int64)
        for number, props in enumerate(drafts):
            self._home[list(props)] = number

    def compared(self, left: Numbers, right: Numbers) -> tuple[Numbers, Numbers]:
        """The pairs of drafts that these pairs of propositions speak for, each once, in order."""
        one, other = self._home[left], self._home[right]
        a, b, size = np.minimum(one, other), np.maximum(one, other), max(1, len(self._samples))
        both = distinct((a * size + b)[(a >= 0) & (a != b)])
        return both // size, both % size

    def columns(self, a: Numbers, b: Numbers) -> Columns:
        """What pairs of drafts come to: their numbers, and each value of ``Kinship``; only of those that have any pair
        of two units."""
        of, pairs = self._pairs(a, b)
        begins = np.flatnonzero(np.diff(of, prepend=-1))
        counts = np.diff(begins, append=len(of))
        a, b, size = a[of[begins]], b[of[begins]], len(self._owners)
        left, right = pairs // size, pairs % size
        scores = self._near.scores(left, right)
        stray = np.flatnonzero(np.repeat(np.minimum(self._units[a], self._units[b]) == 1, counts))
        counted, counting = np.full(len(scores), -inf), stray[self._near.are_counts(left[stray], right[stray])]
        counted[counting] = scores[counting]
        stands_for = self._sizes[a] * self._sizes[b]
        total = np.add.reduceat(scores, begins) / counts * stands_for if len(of) else scores
        return (a, b, total, stands_for, *_best(scores, pairs, begins, counts), *_best(counted, pairs, begins, counts))

    def _pairs(self, a: Numbers, b: Numbers) -> tuple[Numbers, Numbers]:
        """For each two drafts the pairs of their propositions that are of two units: the place of the two, and the
        pair. Where a draft has very many propositions, a sample of them stands for it."""
        x = np.repeat(self._samples[a], MOST_COMPARED, axis=1)
        y = np.tile(self._samples[b], MOST_COMPARED)
        apart = (x >= 0) & (y >= 0) & (self._owners[x] != self._owners[y])
        pairs = np.minimum(x, y) * len(self._owners) + np.maximum(x, y)
        return np.nonzero(apart)[0], pairs[apart]


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
