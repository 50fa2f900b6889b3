"""How near the sayings of one draft stand to each other, each two by the nearest propositions that they have in it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from belegg.reason._arrays import Floats, Numbers
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


class Comparing:
    """Compares what belongs to a draft."""

    def __init__(self, near: Nearness) -> None:
        self.near = near
        self._own = {p: n for n, p in enumerate(near.material.props)}

    def likeness(self, draft: Draft, sayings: Sequence[int]) -> Likeness:
        """How near these sayings of a draft stand to each other, all in one go."""
        if len(sayings) < 2:
            return Likeness(np.full((1, 1), COPIES), *np.full((2, 1, 1), -1, np.int64))
        step = max(1.0, len(sayings) / MOST)
        chosen = {int(n * step) for n in range(MOST)}
        told = [self._props(draft, number) if n in chosen else [] for n, number in enumerate(sayings)]
        props = np.array([p for own in told for p in own], np.int64)
        home = np.array([n for n, own in enumerate(told) for _ in own], np.int64)
        one, other = np.triu_indices(len(props), 1)
        apart = (home[one] != home[other]) & (props[one] != props[other])
        one, other = one[apart], other[apart]
        left, right = np.minimum(props[one], props[other]), np.maximum(props[one], props[other])
        return self._nearest(sayings, (home[one], home[other]), (left, right))

    def _nearest(
        self, sayings: Sequence[int], homes: tuple[Numbers, Numbers], props: tuple[Numbers, Numbers]
    ) -> Likeness:
        size, scores = len(sayings), self.near.scores(*props)
        units = np.array([self.near.material.unit_of[n] for n in sayings], np.int64)
        copies = units[:, None] == units[None, :]
        found = Likeness(np.full((size, size), np.nan), *np.full((2, size, size), -1, np.int64))
        rising = np.argsort(scores, kind="stable")  # of each two sayings the best pair is written last
        for a, b in (homes, homes[::-1]):
            found.scores[a[rising], b[rising]] = np.minimum(scores[rising], COPIES)
            found.left[a[rising], b[rising]] = props[0][rising]
            found.right[a[rising], b[rising]] = props[1][rising]
        found.scores[copies] = COPIES
        return found

    def _props(self, draft: Draft, saying: int) -> list[int]:
        """The numbers of what a saying, or the first of its copies, says in a draft."""
        material = self.near.material
        told = (draft.said.get(n, ()) for n in (saying, material.units[material.unit_of[saying]].sayings[0]))
        return next((own for said in told if (own := [self._own[p] for p in said if p in self._own])), [])
