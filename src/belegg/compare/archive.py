"""What came before: an index of shingles within a time window (an article is compared with what it may have read).

Time per article stays constant as the archive grows: each shingle remembers its latest few places only, and what is
older than the window is forgotten (RNewsflow, Welbers et al.; buckets that expire).
"""

from collections import Counter, deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

MOST_PLACES = 48
WINDOW_DAYS = 90
LEAST_HITS = 2
MOST_A_BLOCK, MOST_AN_ARTICLE = 8, 64


@dataclass(frozen=True, slots=True, order=True)
class BlockPlace:
    """A block of an article in the archive, both by number."""

    article: int
    block: int


@dataclass(slots=True)
class Archive:
    """Shingle -> the latest places that have it; ``days`` of the articles, oldest first."""

    window: int = WINDOW_DAYS
    places: dict[str, deque[BlockPlace]] = field(default_factory=dict)
    entered: deque[tuple[int, int, tuple[str, ...]]] = field(default_factory=deque)

    def candidates(self, blocks: Mapping[int, set[str]]) -> list[tuple[int, BlockPlace]]:
        """Pairs of an article's block and an earlier one that share two shingles or more, those that share most first.

        Only the best are told, so that the work per article has a bound: of many copies, a few are enough to join all.
        """
        ranked: list[tuple[int, int, BlockPlace]] = []
        for number, shingles in blocks.items():
            hits: Counter[BlockPlace] = Counter()
            for shingle in shingles:
                hits.update(self.places.get(shingle, ()))
            most = sorted((-n, number, place) for place, n in hits.items() if n >= LEAST_HITS)
            ranked += most[:MOST_A_BLOCK]
        return [(number, place) for _, number, place in sorted(ranked)[:MOST_AN_ARTICLE]]

    def add(self, article: int, day: int | None, blocks: Iterable[tuple[int, set[str]]]) -> None:
        """Enters an article's blocks; an article without a date is never forgotten."""
        seen: set[str] = set()
        for number, shingles in blocks:
            for shingle in shingles:
                self.places.setdefault(shingle, deque(maxlen=MOST_PLACES)).append(BlockPlace(article, number))
            seen |= shingles
        if day is not None:
            self.entered.append((day, article, tuple(seen)))

    def expire(self, day: int) -> None:
        """Forgets the articles that are older than the window on a day."""
        while self.entered and self.entered[0][0] < day - self.window:
            self.forget(*self.entered.popleft()[1:])

    def forget(self, article: int, shingles: tuple[str, ...]) -> None:
        """Takes an article's places out of the index."""
        for shingle in shingles:
            left = deque((p for p in self.places.get(shingle, ()) if p.article != article), maxlen=MOST_PLACES)
            if left:
                self.places[shingle] = left
            else:
                self.places.pop(shingle, None)
