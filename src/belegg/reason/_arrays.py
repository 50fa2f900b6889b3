"""Very many pairs at once: which of a story's items share a key, and how much the sets of two have in common."""

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Numbers = NDArray[np.int64]
#: Pairs looked at in one go: what they need fits the processor's memory.
CHUNK = 1 << 13
LARGEST = 255  # of sets with more keys than that the sizes are not told apart
FEW = 1 << 12  # pairs that are not worth sorting by size
BITS = 64  # of a set's sign
SMALL = 512  # items of which all pairs are looked at in one go
PART = 1 << 16  # pairs that are weighed together where there are very many

Found = TypeVar("Found", bound=NDArray[Any])


def sharing(keys: Sequence[Iterable[str]], most: int, following: int) -> tuple[Numbers, Numbers]:
    """Pairs of items that share a key, the lower number first, each once, in order.

    Of a key that more than ``most`` items have, each is paired with so many of those ``following`` only, so that the
    cost grows with the items and not with their pairs.
    """
    known: dict[str, int] = {}
    owned = [(known.setdefault(key, len(known)), n) for n, own in enumerate(keys) for key in dict.fromkeys(own)]
    if not owned:
        return np.empty(0, np.int64), np.empty(0, np.int64)
    key, item = np.array(owned, np.int64).T
    order = np.lexsort((item, key))
    key, item = key[order], item[order]
    sizes = np.bincount(key)
    reach = np.where(sizes > most, following, sizes)[key]
    found = [np.empty(0, np.int64)]
    for step in range(1, min(int(reach.max()), len(key) - 1) + 1):
        near = (key[step:] == key[:-step]) & (reach[step:] >= step)
        found.append(item[:-step][near] * len(keys) + item[step:][near])
    both = distinct(np.concatenate(found))
    return both // len(keys), both % len(keys)


def distinct(numbers: Numbers) -> Numbers:
    """Each number (0 or more) once, in order; sorting them is faster than ``numpy.unique``."""
    ordered = np.sort(numbers)
    return ordered[np.diff(ordered, prepend=-1) > 0]


def is_among(numbers: Numbers, ordered: Numbers) -> Flags:
    """Which of the numbers are among others, which are in order."""
    at = ordered.searchsorted(numbers)
    return np.asarray(np.append(ordered, -1)[at] == numbers)


def in_parts(told: Callable[..., Floats], *columns: NDArray[Any]) -> Floats:
    """What is told of very many pairs, which columns of one length tell apart; it must be told of each by itself."""
    parts = [slice(start, start + PART) for start in range(0, max(1, len(columns[0])), PART)]
    return np.concatenate([told(*(column[part] for column in columns)) for part in parts])


class Pairs(Generic[Found]):
    """What is told of pairs of items, the lower number first. It must be told of each pair by itself.

    Of few items all pairs are asked for in one go and kept: a few at a time take many times as long.
    """

    def __init__(self, items: int, told: Callable[[Numbers, Numbers], Found]) -> None:
        self.all_known = items <= SMALL
        self._items, self._told = items, told

    def __call__(self, left: Numbers, right: Numbers) -> Found:
        """What is told of these pairs."""
        return self._table[left * self._items + right] if self.all_known else self._told(left, right)

    @cached_property
    def _table(self) -> Any:
        left, right = np.triu_indices(self._items, 1)
        told = self._told(left, right)
        table = np.zeros(self._items**2, told.dtype)
        table[left * self._items + right] = told
        return table


class Sets:
    """Sets of keys as columns of numbers: the first key of each set, the second, ...; -1 where there is none."""

    def __init__(self, sets: Sequence[Collection[str]], known: dict[str, int] | None = None) -> None:
        """``known``: the numbers of the keys, to which new ones are added; two of ``Sets`` are compared by one."""
        self.known = {} if known is None else known
        self.sizes = np.array([len(s) for s in sets], np.int64)
        self.columns = np.full((int(self.sizes.max(initial=0)), len(sets)), -1, np.int32)
        for number, keys in enumerate(sets):
            self.columns[: len(keys), number] = [self.known.setdefault(key, len(self.known)) for key in sorted(keys)]
        bits = np.where(self.columns >= 0, np.uint64(1) << (self.columns % BITS).astype(np.uint64), np.uint64(0))
        self._signs = np.bitwise_or.reduce(bits, axis=0)  # a bit for each key: sets without one in common share no key

    def shared(self, left: Numbers, right: Numbers, other: "Sets | None" = None, worth: Floats | None = None) -> Floats:
        """How many keys of each of the ``left`` sets are in the ``right`` one, or what they are worth together.

        ``other``: where the right ones are to be found, if not here; ``worth``: of each of the ``known`` keys.
        """
        return np.asarray(self._met(left, right, other or self, (worth,))[0])

    def weighed(self, left: Numbers, right: Numbers, worth: Floats) -> Floats:
        """How many keys the sets of each pair share, and what those are worth together: two rows."""
        return self._met(left, right, self, (None, worth))

    def _met(self, left: Numbers, right: Numbers, other: "Sets", worths: Sequence[Floats | None]) -> Floats:
        """A row for each of ``worths``: what the shared keys are worth together, 1 each where that is None."""
        out = np.zeros((len(worths), len(left)))
        for part in self._parts(left, right, other):
            mine, theirs = self._taken(left[part]), other._taken(right[part])
            totals = np.zeros((len(worths), len(part)))
            for column in mine:
                found = np.zeros(len(column), np.bool_)
                for keys in theirs:
                    found |= keys == column
                found &= column >= 0
                for total, worth in zip(totals, worths, strict=True):
                    total += found if worth is None else np.where(found, worth[column], 0.0)
            out[:, part] = totals
        return out

    def _parts(self, left: Numbers, right: Numbers, other: "Sets") -> Iterator[Numbers]:
        """The places of the pairs that may share a key, those with sets of about one size together."""
        places = np.flatnonzero(self._signs[left] & other._signs[right])
        if len(places) > FEW:
            larger = np.maximum(self.sizes[left[places]], other.sizes[right[places]])
            places = places[np.argsort(np.minimum(larger, LARGEST).astype(np.uint8), kind="stable")]
        return (places[start : start + CHUNK] for start in range(0, len(places), CHUNK))

    def _taken(self, numbers: Numbers) -> NDArray[np.int32]:
        """The columns of some of the sets, as many as the largest of them needs."""
        return self.columns[: int(self.sizes[numbers].max(initial=0)), numbers]

    def product(self, left: Numbers, right: Numbers, weights: Floats) -> Floats:
        """The sum over the keys of both sets of the products of what each weighs there; ``weights`` as ``columns``."""
        out = np.zeros(len(left))
        for part in self._parts(left, right, self):
            mine, theirs = left[part], right[part]
            keys, total = self._taken(theirs), np.zeros(len(part))
            heavy = weights[: len(keys), theirs]  # nothing where there is no key
            for place, own in enumerate(self._taken(mine)):
                total += weights[place, mine] * np.where(keys == own, heavy, 0.0).sum(axis=0)
            out[part] = total
        return out

    def meet(self, left: Numbers, right: Numbers, other: "Sets | None" = None) -> Flags:
        """Whether the ``left`` and the ``right`` set of each pair share a key."""
        return np.asarray(self.shared(left, right, other) > 0)


def numbered(values: Iterable[Hashable]) -> Numbers:
    """A number for each value, the same for equal ones, in the order in which they first come."""
    known: dict[Hashable, int] = {}
    return np.array([known.setdefault(v, len(known)) for v in values], np.int64)


def by_values(mine: Numbers, theirs: Numbers, told: Callable[[int, int], Sequence[float]]) -> Floats:
    """What is told of the two numbers of each of some pairs, a row for each thing that is; each two different numbers
    are asked for once."""
    size = int(theirs.max(initial=0)) + 1
    both, which = np.unique(mine * size + theirs, return_inverse=True)
    return np.array([told(*divmod(n, size)) for n in both.tolist()], np.float64).T[:, which]
