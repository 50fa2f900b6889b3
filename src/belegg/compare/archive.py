"""What came before: an index of shingles within a time window (an article is compared with what it may have read).

Postings are numbers, sorted: the shingle's hash in the upper half, the place (a running number of blocks) in the lower.
New ones form a segment of their own; segments of one size are merged (a log-structured merge tree, O'Neil et al. 1996),
so that a look-up costs a few binary searches however large the archive grows. What has left the window is dropped in
merging and never found (RNewsflow, Welbers et al.).
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

#: A shingle tells only its latest places: of many copies, a few are enough to join all.
MOST_PLACES = 48
WINDOW_DAYS = 90
LEAST_HITS = 2
MOST_A_BLOCK, MOST_ARTICLES, MOST_AN_ARTICLE = 3, 6, 64
Numbers = NDArray[np.uint64]
HALF = np.uint64(32)
LOWER = np.uint64(0xFFFFFFFF)


@dataclass(frozen=True, slots=True, order=True)
class BlockPlace:
    """A block of an article in the archive, both by number."""

    article: int
    block: int


@dataclass(frozen=True, slots=True)
class Entry:
    """An article to be entered: its day (None where unknown), and the shingles of each block as 32-bit hashes."""

    day: int | None
    blocks: Sequence[tuple[int, Sequence[int]]]


@dataclass(slots=True)
class Archive:
    """Sorted postings, and for each place (a running number) its article and block.

    ``firsts`` and ``days`` tell, for each dated article, its first place and its day; ``undated`` is the place after
    the last article without a date: those come first in the stream and are never forgotten.
    """

    window: int = WINDOW_DAYS
    segments: list[Numbers] = field(default_factory=list)
    articles: "array[int]" = field(default_factory=lambda: array("I"))
    numbers: "array[int]" = field(default_factory=lambda: array("I"))
    firsts: "array[int]" = field(default_factory=lambda: array("I"))
    days: "array[int]" = field(default_factory=lambda: array("i"))
    entered: int = 0
    undated: int = 0

    def candidates(self, entries: Sequence[Entry]) -> Iterator[list[tuple[int, BlockPlace]]]:
        """Enters articles, and tells for each the pairs of a block of it and an earlier one that are alike.

        A pair shares two shingles or more. Told are the best for each block, and all of the earlier articles that share
        most, so that the work per article has a bound; rare shingles count for more.
        """
        begins = self.enter(entries)
        own, other, worth = self.alike(entries, begins)
        at = np.searchsorted(own, np.array([*begins, len(self.articles)], np.uint64))
        for n in range(len(entries)):
            part = slice(int(at[n]), int(at[n + 1]))
            yield self.best(own[part], other[part], worth[part])

    def enter(self, entries: Sequence[Entry]) -> list[int]:
        """Enters articles (in the order of their days, those without one first) as a segment; their first places."""
        begins, hashes, places = [], array("Q"), array("Q")
        for entry in entries:
            begins.append(len(self.articles))
            if entry.day is not None:
                self.firsts.append(len(self.articles))
                self.days.append(entry.day)
            for number, shingles in entry.blocks:
                hashes.extend(shingles)
                places.extend([len(self.articles)] * len(shingles))
                self.articles.append(self.entered)
                self.numbers.append(number)
            self.entered += 1
            if entry.day is None:
                self.undated = len(self.articles)
        made = np.frombuffer(hashes, np.uint64) << HALF | np.frombuffer(places, np.uint64) if hashes else None
        if made is not None:
            self.segments.append(np.unique(made))
            self.compact(self.alive(entries[0].day))
        return begins

    def compact(self, alive: int) -> None:
        """Merges segments until each is more than twice as large as the next; forgets places before ``alive``."""
        while len(self.segments) > 1 and len(self.segments[-2]) < 2 * len(self.segments[-1]):
            last = self.segments.pop()
            merged = np.concatenate((self.segments.pop(), last))
            at = merged & LOWER
            merged = merged[(at >= np.uint64(alive)) | (at < np.uint64(self.undated))]
            merged.sort(kind="stable")
            self.segments.append(merged)

    def alive(self, day: int | None) -> int:
        """The first place of a dated article that is in the window on a day."""
        if day is None or not self.days:
            return self.undated
        n = bisect_left(self.days, day - self.window)
        return self.firsts[n] if n < len(self.firsts) else len(self.articles)

    def alike(self, entries: Sequence[Entry], begins: Sequence[int]) -> tuple[Numbers, Numbers, NDArray[np.float64]]:
        """Own place, earlier place and worth of each two blocks that share enough shingles, sorted by the own place."""
        rows = [
            (shingle, first + b, first, alive)
            for first, alive, entry in zip(begins, (self.alive(e.day) for e in entries), entries, strict=True)
            for b, (_, shingles) in enumerate(entry.blocks)
            for shingle in dict.fromkeys(shingles)
        ]
        if not rows:
            return np.empty(0, np.uint64), np.empty(0, np.uint64), np.empty(0)
        hashes, own, before, alive = np.array(sorted(rows), np.uint64).T
        query, other, known = self.found(hashes << HALF, before, alive)
        rarity = np.log1p(self.entered / np.maximum(known, 1)) / np.log1p(self.entered)
        both, which, hits = np.unique(own[query] << HALF | other, return_inverse=True, return_counts=True)
        worth = np.bincount(which, rarity[query], len(both)).astype(np.float64)
        enough = hits >= LEAST_HITS
        return both[enough] >> HALF, both[enough] & LOWER, worth[enough]

    def found(self, keys: Numbers, before: Numbers, alive: Numbers) -> tuple[NDArray[np.intp], Numbers, Numbers]:
        """For each key, its latest places from ``alive`` on (and those undated) and before ``before``.

        Gives the number of the key and the place, one row each, and for each key how many places it has in all.
        """
        queries, places = [np.empty(0, np.intp)], [np.empty(0, np.uint64)]
        known = np.zeros(len(keys), np.intp)
        end = np.uint64(self.undated)
        ranges = [(np.maximum(alive, end), before)] + ([(np.zeros_like(alive), np.minimum(before, end))] if end else [])
        for segment in reversed(self.segments):
            for low, high in ranges:
                stop = np.searchsorted(segment, keys | high)
                size = np.maximum(stop - np.searchsorted(segment, keys | low), 0)
                taken = np.minimum(size, np.maximum(MOST_PLACES - known, 0))
                query = np.repeat(np.arange(len(keys)), taken)
                places.append(segment[stop[query] - taken[query] + _ranks(taken)] & LOWER)
                queries.append(query)
                known += size
        return np.concatenate(queries), np.concatenate(places), known.astype(np.uint64)

    def best(self, own: Numbers, other: Numbers, worth: NDArray[np.float64]) -> list[tuple[int, BlockPlace]]:
        """The best earlier blocks for each block of an article, and those of the articles that share most with it."""
        pairs = [
            (-w, self.articles[p], self.numbers[o], self.numbers[p])
            for o, p, w in zip(own.tolist(), other.tolist(), worth.tolist(), strict=True)
        ]
        totals: dict[int, float] = {}
        for w, article, _, _ in pairs:
            totals[article] = totals.get(article, 0.0) + w
        most = set(sorted(totals, key=lambda a: (totals[a], a))[:MOST_ARTICLES])
        chosen: list[tuple[int, BlockPlace]] = []
        told: dict[int, int] = {}
        for _, _, number, article, block in sorted([(w, totals[a], n, a, b) for w, a, n, b in pairs]):
            told[number] = told.get(number, 0) + 1
            if told[number] <= MOST_A_BLOCK or article in most:
                chosen.append((number, BlockPlace(article, block)))
                if len(chosen) == MOST_AN_ARTICLE:
                    break
        return chosen


def _ranks(sizes: NDArray[np.intp]) -> NDArray[np.intp]:
    """0, 1, ... for each run of the given sizes, one after another."""
    ends = np.cumsum(sizes)
    return np.arange(int(ends[-1]) if len(ends) else 0) - np.repeat(ends - sizes, sizes)
