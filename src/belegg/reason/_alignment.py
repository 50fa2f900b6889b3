"""Which propositions of a story are held to be one by their words.

Words alone do not tell: *the board says no* stands in two matters of one story. So a pair counts only where what is
told around the two, and what they mean, does not speak against it (``_nearness``).
"""

from collections.abc import Mapping
from functools import cached_property

from belegg.reason._nearness import Nearness
from belegg.reason._pairs import LINK

LENIENT = 0.6  # share of the score of a link that speaks for two groups being one
LEAST = 2.0  # nearness below which no two are held to be one by their words; drafts are joined from more than that
AGAINST = 0.0  # nearness below which two do not even speak for their groups being one


class Alignment:
    """The propositions by their numbers in ``Material.props``; of a pair the lower number comes first."""

    def __init__(self, near: Nearness) -> None:
        self._near, self._material = near, near.material
        (left, right), scores = self._material.alignable, self._material.aligned
        alike = scores >= LENIENT * LINK
        self._left, self._right, self._scores = left[alike], right[alike], scores[alike]
        self._nearness = near.scores(self._left, self._right)

    def links(self) -> list[tuple[float, int, int]]:
        """The pairs that are held to be one: (score by their words, left, right)."""
        held = (self._nearness >= LEAST) & (self._scores >= LINK)
        found = (self._scores[held], self._left[held], self._right[held])
        return list(zip(*(column.tolist() for column in found), strict=True))

    def speaks(self, a: int, b: int) -> bool:
        """Whether two propositions speak for their groups being one; those of one unit do."""
        if self._material.owners[a] == self._material.owners[b]:
            return True
        left, right = min(a, b), max(a, b)
        known = self._speaking.get(left * len(self._material.props) + right)
        if known is not None:
            return known
        return self._material.wording(left, right) >= LENIENT * LINK and self._near.score(left, right) >= AGAINST

    @cached_property
    def _speaking(self) -> Mapping[int, bool]:
        """Of each pair whose words are alike, as one number, whether it speaks for one claim."""
        pairs = self._left * len(self._material.props) + self._right
        return dict(zip(pairs.tolist(), (self._nearness >= AGAINST).tolist(), strict=True))
