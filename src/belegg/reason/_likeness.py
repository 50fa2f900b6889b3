"""How near the sayings of one draft stand to each other, each two by the nearest propositions that they have in it."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from belegg.reason._arrays import Floats, Numbers, distinct
from belegg.reason._drafts import Draft
from belegg.reason._nearness import Nearness

MOST = 40  # sayings of a draft that are compared; of more an even sample is
COPIES = 7.0  # the score of two that are copies, and the most that counts


@dataclass(frozen=True)
class Likeness:
    """Sayings x sayings: their scores, not a number where one of them has nothing to compare by (what only leans), and
    the numbers of their nearest propositions (-1: none)."""

    scores: Floats
    left: Numbers
    right: Numbers


@dataclass(frozen=True)
class _Told:
    """What the sayings of a draft tell, two by two: the places of the two sayings among its members, and the numbers of
    the two propositions as one."""

    one: Numbers
    other: Numbers
    pairs: Numbers


class Comparing:
    """Compares what belongs to each of some drafts."""

    def __init__(self, near: Nearness, drafts: Iterable[Draft]) -> None:
        self.near = near
        self._own = {p: n for n, p in enumerate(near.material.props)}
        self._told = {id(draft): self._telling(draft) for draft in drafts if len(draft.members) > 1}
        self._pairs = distinct(np.concatenate([np.empty(0, np.int64), *(told.pairs for told in self._told.values())]))
        self._scores = near.scores(*np.divmod(self._pairs, max(1, len(self._own))))

    def likeness(self, draft: Draft) -> Likeness:
        """How near the sayings of one of the drafts stand to each other, in order of time and place."""
        size, told = len(draft.members), self._told.get(id(draft))
        if told is None:
            return Likeness(np.full((1, 1), COPIES), *np.full((2, 1, 1), -1, np.int64))
        scores = self._scores[self._pairs.searchsorted(told.pairs)]
        rising = np.argsort(scores, kind="stable")  # of each two sayings the best pair is written last
        one, other = told.one[rising], told.other[rising]
        left, right = np.divmod(told.pairs[rising], max(1, len(self._own)))
        found = Likeness(np.full((size, size), np.nan), *np.full((2, size, size), -1, np.int64))
        for a, b in ((one, other), (other, one)):
            found.scores[a, b] = np.minimum(scores[rising], COPIES)
            found.left[a, b] = left
            found.right[a, b] = right
        units = np.array([self.near.material.unit_of[n] for n in draft.members], np.int64)
        found.scores[units[:, None] == units[None, :]] = COPIES
        return found

    def _telling(self, draft: Draft) -> _Told:
        """What is compared of a draft."""
        step = max(1.0, len(draft.members) / MOST)
        chosen = {int(n * step) for n in range(MOST)}
        told = [(n, p) for n, m in enumerate(draft.members) if n in chosen for p in self._props(draft, m)]
        home, props = np.array(told, np.int64).reshape(-1, 2).T
        one, other = np.triu_indices(len(props), 1)
        apart = (home[one] != home[other]) & (props[one] != props[other])
        one, other = one[apart], other[apart]
        left, right = np.minimum(props[one], props[other]), np.maximum(props[one], props[other])
        return _Told(home[one], home[other], left * len(self._own) + right)

    def _props(self, draft: Draft, saying: int) -> list[int]:
        """The numbers of what a saying, or the first of its copies, says in a draft."""
        material = self.near.material
        told = (draft.said.get(n, ()) for n in (saying, material.units[material.unit_of[saying]].sayings[0]))
        return next((own for said in told if (own := [self._own[p] for p in said if p in self._own])), [])
