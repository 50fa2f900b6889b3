"""Very many pairs at once: which of a story's items share a key, and how much the sets of two have in common."""

from collections.abc import Collection, Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Numbers = NDArray[np.int64]
#: Pairs looked at in one go: what they need fits the processor's memory.
CHUNK = 1 << 15


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
    both = np.unique(np.concatenate(found))
    return both // len(keys), both % len(keys)


class Sets:
    """Sets of keys as rows of numbers."""

    def __init__(self, sets: Sequence[Collection[str]], known: dict[str, int] | None = None) -> None:
        """``known``: the numbers of the keys, to which new ones are added; two of ``Sets`` are compared by one."""
        self.known = {} if known is None else known
        self.sizes = np.array([len(s) for s in sets], np.int64)
        self._rows = np.full((len(sets), max([1, *map(len, sets)])), -1, np.int32)
        for row, keys in zip(self._rows, sets, strict=True):
            row[: len(keys)] = [self.known.setdefault(key, len(self.known)) for key in sorted(keys)]

    def shared(
        self, left: Numbers, right: Numbers, other: "Sets | None" = None, worth: Mapping[str, float] | None = None
    ) -> Floats:
        """How many keys of each of the ``left`` sets are in the ``right`` one, or what they are worth together.

        ``other``: where the right ones are to be found, if not here.
        """
        value = np.ones(len(self.known) + 1) if worth is None else np.array([*(worth[k] for k in self.known), 0.0])
        theirs = self._rows if other is None else other._rows
        out = np.zeros(len(left))
        for start in range(0, len(left), CHUNK):
            part = slice(start, start + CHUNK)
            mine, rows = self._rows[left[part]], theirs[right[part]]
            for column in mine.T:
                found = (rows == column[:, None]).any(axis=1) & (column >= 0)
                out[part][found] += value[column[found]]
        return out

    def meet(self, left: Numbers, right: Numbers, other: "Sets | None" = None) -> Flags:
        """Whether the ``left`` and the ``right`` set of each pair share a key."""
        return np.asarray(self.shared(left, right, other) > 0)
