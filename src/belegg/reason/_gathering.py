"""Which clauses tell of one event: the nearest gathered first.

Average linkage (Sokal & Michener 1958): two groups are one event as long as the mean of their pairs is high enough.
What two groups are near to cannot come nearer by joining them, so each group needs to know only its own nearest.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush

import numpy as np

from belegg.reason._alike import WEIGHTS, Likenesses, compatible, is_fact
from belegg.reason._arrays import Floats, Numbers, sharing
from belegg.reason._happenings import Happening

MOST_SHARING, NEXT = 150, 30  # clauses that share something and are all compared; else each with so many of the next
GATHER = -2.7  # mean weight from which two groups are one event


def gathered(
    told: Sequence[Happening],
    documents: Mapping[str, str],
    weights: Mapping[str, float] = WEIGHTS,
    least: float = GATHER,
) -> list[list[Happening]]:
    """The happenings that are held to be one event, in the order of the first of each.

    ``documents``: article id to what its versions share. ``least``: the mean weight that two groups need.
    """
    pairs = comparable(told)
    worth = np.zeros(len(pairs[0]))
    for name, value in Likenesses(told, documents).features(*pairs).items():
        worth += weights[name] * value
    days = [{h.axis: {h.day}} if h.day and is_fact(h) else {} for h in told]
    groups = Groups(pairs, worth, weights["base"], least, days)
    groups.gather()
    return [[told[n] for n in members] for members in groups.members()]


def comparable(told: Sequence[Happening]) -> tuple[Numbers, Numbers]:
    """The pairs that have something in common: the deed, a name or a word; of what very many share, those told near.

    So the cost grows with the clauses of a long story, not with their pairs.
    """
    return sharing([(h.axis, *h.participants, *h.words) for h in told], MOST_SHARING, NEXT)


#: What a group is nearest to: the mean of the pairs below 0, both groups (the lower number first), whose nearest it is,
#: and how large both were.
Entry = tuple[float, int, int, int, int, int]
Days = Mapping[str, Collection[str]]


class Groups:
    """Groups of clauses, each named by its first; what speaks for each two, over what speaks for any, summed."""

    def __init__(
        self, pairs: tuple[Numbers, Numbers], worth: Floats, far: float, least: float, days: Sequence[Days]
    ) -> None:
        """``worth``: the weight of each pair, ``far``: that of any two that are none of the pairs.

        ``least``: the mean from which two groups are one. ``days``: each clause's deeds with the days of their own.
        """
        self._far, self._least = far, least
        self._home = np.arange(len(days))
        self._members = {n: [n] for n in range(len(days))}
        self._sizes = np.ones(len(days), np.int64)
        self._days = [{deed: set(on) for deed, on in own.items()} for own in days]
        self._beside = list(_rows(len(days), *pairs, worth - far))
        self._barred: dict[tuple[int, int], int] = {}  # two that are not to be joined, until either has grown

    def members(self) -> Iterator[list[int]]:
        """The clauses of each group, in order."""
        return (sorted(members) for members in self._members.values())

    def gather(self) -> None:
        """Joins the nearest two as long as any two are near enough."""
        heap = [entry for n in self._members for entry in self._nearest(n)]
        heapify(heap)
        while heap:
            _, a, b, asking, first, second = heappop(heap)
            if asking not in self._members:
                continue
            if (self._size(a), self._size(b)) == (first, second):
                if self._on_other_days(a, b):
                    self._barred[a, b] = first + second
                else:
                    self._join(a, b)
                    asking = a
            for entry in self._nearest(asking):
                heappush(heap, entry)

    def _size(self, group: int) -> int:
        return len(self._members.get(group, ()))

    def _nearest(self, group: int) -> Iterable[Entry]:
        """The group that stands nearest to one, if it is near enough."""
        others, weights = self._beside[group] = self._brought_up(*self._beside[group])
        means = weights / (self._sizes[group] * self._sizes[others])
        while len(means):
            at = int(means.argmax())
            mean, other = float(means[at]), int(others[at])
            if mean + self._far < self._least:
                return
            a, b = min(group, other), max(group, other)
            if self._barred.get((a, b)) != self._size(a) + self._size(b):
                yield (-mean, a, b, group, self._size(a), self._size(b))
                return
            means[at] = -np.inf

    def _brought_up(self, others: Numbers, weights: Floats) -> tuple[Numbers, Floats]:
        """What speaks for a group and each other one, where some of those have been joined since."""
        homes = self._home[others]
        order = homes.argsort(kind="stable")
        homes = homes[order]
        first = np.ones(len(homes), np.bool_)
        first[1:] = homes[1:] > homes[:-1]
        return homes[first], np.asarray(np.bincount(first.cumsum() - 1, weights[order]), np.float64)

    def _join(self, a: int, b: int) -> None:
        """Puts the second group into the first."""
        gone = self._members.pop(b)
        self._members[a] += gone
        self._home[gone] = a
        self._sizes[a] += len(gone)
        both = [np.concatenate(parts) for parts in zip(self._beside[a], self._beside[b], strict=True)]
        others = self._home[both[0]] != a
        self._beside[a] = both[0][others], both[1][others]
        self._beside[b] = both[0][:0], both[1][:0]
        for deed, days in self._days[b].items():
            self._days[a].setdefault(deed, set()).update(days)

    def _on_other_days(self, a: int, b: int) -> bool:
        """True where both tell of one deed, done on days of their own, and none of the days is that of the other."""
        first, second = self._days[a], self._days[b]
        return any(
            not any(compatible(x, y) for x in first[deed] for y in second[deed])
            for deed in first.keys() & second.keys()
        )


def _rows(size: int, left: Numbers, right: Numbers, weights: Floats) -> Iterator[tuple[Numbers, Floats]]:
    """For each of so many items those that it is paired with, in order, and the weights."""
    mine, theirs, both = (
        np.concatenate((left, right)),
        np.concatenate((right, left)),
        np.concatenate((weights, weights)),
    )
    order = np.lexsort((theirs, mine))
    ends = np.cumsum(np.bincount(mine, minlength=size))
    start = 0
    for end in ends.tolist():
        yield theirs[order[start:end]], both[order[start:end]]
        start = end
