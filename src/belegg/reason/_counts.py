"""How near two propositions are in the figures that they tell: those of one thing are seldom far apart in size.

What is counted anew, or by somebody else, is most often about as much as before (*41 pupils*, *39 pupils*), and two
counts of one kind that are far from each other are mostly of two things (*two dead*, *400 evacuated*).
"""

from collections.abc import Sequence
from itertools import product
from math import inf
from typing import NamedTuple

import numpy as np

from belegg.reason._arrays import Flags, Floats, Numbers, Sets
from belegg.reason._cues import load_cues
from belegg.reason._figures import counted
from belegg.reason._propositions import Proposition
from belegg.text.numbers import PERSON, Quantity

NONE = -1.0  # no two figures that can be compared
NEAR = 0.5  # share of the larger figure from which two are about as much
MOST = 4  # figures of a proposition that are looked at, each kind of thing


class Likeness(NamedTuple):
    """Of each pair how large the smaller figure is as a share of the larger, of the two that are nearest, or ``NONE``.

    ``kind``: those of one kind of thing; ``bare``: where the one does not tell what it counts, and the other counts
    (*14,000 have bought one*, *13,200 tickets are sold*).
    """

    kind: Floats
    bare: Floats


class Counts:
    """The figures of propositions as columns: of what kind each is, and its size."""

    def __init__(self, props: Sequence[Proposition], texts: Sequence[str]) -> None:
        """``texts``: the text of the article of each proposition."""
        told = [_told(p, text) if p.aspect == "figure" else [] for p, text in zip(props, texts, strict=True)]
        shape = (max((len(t) for t in told), default=0), len(props))
        self._count = np.array([len(t) for t in told], np.int64)
        self._kind, self._size, self._counts = np.zeros(shape, np.int64), np.zeros(shape), np.zeros(shape, np.bool_)
        self._asked = np.array([p.asked for p in props], np.bool_)
        self._befalls = Sets([p.axes.keys() & load_cues().counts_people for p in props])
        known = {"": 0}
        for number, own in enumerate(told):
            for place, (kind, q) in enumerate(own):
                self._kind[place, number] = known.setdefault(kind, len(known))
                self._size[place, number] = _size(q)
                self._counts[place, number] = q.unit in ("", PERSON)

    def alike(self, left: Numbers, right: Numbers) -> Likeness:
        """How alike the figures of very many pairs are."""
        kind, bare = np.full(len(left), NONE), np.full(len(left), NONE)
        have = np.flatnonzero((self._count[left] > 0) & (self._count[right] > 0))
        a, b = left[have], right[have]
        befalls = self._befalls
        others = (befalls.sizes[a] > 0) & (befalls.sizes[b] > 0) & ~befalls.meet(a, b)  # *two dead*, *six missing*
        for own, other in product(*(range(int(self._count[side].max(initial=0))) for side in (a, b))):
            there = (self._count[a] > own) & (self._count[b] > other)
            what, their = self._kind[own, a], self._kind[other, b]
            share = _share(self._size[own, a], self._size[other, b])
            same = there & (what == their) & (what > 0) & ~others
            untold = there & ((what == 0) | (their == 0)) & self._counts[own, a] & self._counts[other, b]
            kind[have] = np.maximum(kind[have], np.where(same, share, NONE))
            bare[have] = np.maximum(bare[have], np.where(untold, share, NONE))
        return Likeness(kind, np.where(kind > NONE, NONE, bare))

    def are_one(self, left: Numbers, right: Numbers) -> Flags:
        """Where both tell about as much of one kind of thing, and neither only asks for it."""
        return np.asarray((self.alike(left, right).kind >= NEAR) & (self._asked[left] == self._asked[right]))


def _told(p: Proposition, text: str) -> list[tuple[str, Quantity]]:
    return [(kind, q) for kind, quantities in counted([p], text).items() for q in quantities[:MOST]]


def _size(quantity: Quantity) -> float:
    return quantity.low if quantity.high == inf or quantity.low else quantity.high


def _share(a: Floats, b: Floats) -> Floats:
    small, large = np.minimum(a, b), np.maximum(a, b)
    return np.asarray(np.where(large > 0, small / np.where(large > 0, large, 1.0), 1.0))
