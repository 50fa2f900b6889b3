"""What words mean, learned from claims that are told in many words (``training/meaning``).

A word is the sum of its character n-grams' vectors (Bojanowski et al. 2017), a clause the sum of its words', each by a
learned weight (as in Kenter et al. 2016: sentence vectors trained for their likeness), less what the story's clauses
have in common. The table is of bytes with one scale for each column.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib import resources
from itertools import accumulate, chain, pairwise
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from belegg.core.meaning import Likeness, Telling, Word

SHORTEST, LONGEST = 3, 5  # characters of an n-gram
MOST_GRAMS = 24  # of one word, the whole word first
MOST_WORDS = 40  # of one clause
START = 0.5  # the weight's logit of a word that nothing is known of
AROUND = {0: 1.0, -1: 0.5, 1: 0.3, -2: 0.3}  # weight of the sentences that many places on
KEPT = 20_000  # vectors of different words that are remembered, some 20 MB
FEW = 20  # clauses from which what they have in common can be told from what they are about
MOST_ALIKE = 40  # clauses before it that each is compared with, twice as many as a story of twelve articles has
AT_ONCE = 512  # pairs, or clauses, of which the vectors are held at once: they fit the processor's memory
WINDOW = 2_000  # clauses back with which each is compared, so that the cost grows with the clauses and not their pairs

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]


def grams(key: str) -> list[str]:
    """The whole word, marked as such, and its n-grams; of a type of name or number only the former."""
    if key.startswith("#"):
        return [f"§{key}"]
    framed = f"<{key}>"
    sizes = range(SHORTEST, LONGEST + 1)
    return [f"§{key}", *(framed[i : i + n] for n in sizes for i in range(len(framed) - n + 1))][:MOST_GRAMS]


def rows(key: str, size: int) -> list[int]:
    """The rows of a table of ``size`` rows that a word's n-grams fall on."""
    return [crc32(gram.encode()) % size for gram in grams(key)]


@dataclass(frozen=True)
class WordMeaning:
    """``table``: rows x (dimensions + 1) bytes, the last column for the weight; ``scale``: what one step of each column
    is worth."""

    table: NDArray[np.int8]
    scale: Floats
    known: dict[str, Floats] = field(default_factory=dict, compare=False)  # a pure cache: it changes no result

    def read(self, telling: Telling) -> Likeness:
        """The clauses of one story, to be asked how alike they are."""
        told = self._summed([*telling.clauses, *chain.from_iterable(telling.sentences)])
        clauses = told[: len(telling.clauses)]
        if not len(clauses):
            return StoryLikeness(clauses, clauses, telling.clauses, self._vector)
        ends = list(accumulate(map(len, telling.sentences), initial=len(clauses)))
        common = told.sum(axis=0) / (len(told) + FEW)
        beside = [_around(_unit(told[start:end] - common)) for start, end in pairwise(ends)]
        around = np.array([beside[article][place] for article, place in telling.at], np.float32)
        return StoryLikeness(_unit(clauses - common), _unit(around), telling.clauses, self._vector)

    def _summed(self, told: Sequence[Sequence[Word]]) -> Floats:
        """One row for each: the sum of its words' vectors, added word by word to many rows at once."""
        out = np.zeros((len(told), self.table.shape[1] - 1), np.float32)
        numbers: dict[str, int] = {}
        lines = [[numbers.setdefault(word.key, len(numbers)) for word in words[:MOST_WORDS]] for words in told]
        vectors = np.array([self._vector(key) for key in numbers])
        for start in range(0, len(lines), AT_ONCE):
            going = list(range(start, min(start + AT_ONCE, len(lines))))
            for place in range(MOST_WORDS):
                going = [n for n in going if len(lines[n]) > place]
                if not going:
                    break
                out[going] += vectors[[lines[n][place] for n in going]]
        return out

    def _vector(self, key: str) -> Floats:
        """A word's vector by its weight (softplus: never below 0)."""
        found = self.known.get(key)
        if found is None:
            own = rows(key, len(self.table))
            summed = self.table[own].sum(axis=0, dtype=np.float32) * self.scale / np.sqrt(len(own))
            found = summed[:-1] * np.log1p(np.exp(summed[-1] + START))
            if len(self.known) >= KEPT:
                self.known.clear()
            self.known[key] = found
        return found


def _around(sentences: Floats) -> Floats:
    """Each sentence and its neighbours, less the further away they are: their weighted mean."""
    total, weight = np.zeros(sentences.shape), np.zeros((len(sentences), 1))
    for away, share in AROUND.items():
        near = np.arange(max(0, -away), min(len(sentences), len(sentences) - away))
        total[near] += sentences[near + away] * np.float64(share)
        weight[near] += share
    return np.asarray(total / weight, np.float32)


def _unit(vectors: Floats) -> Floats:
    """The rows at length one."""
    return np.asarray(vectors / np.sqrt((vectors**2).sum(axis=1, keepdims=True) + 1e-6), np.float32)


@dataclass(frozen=True)
class StoryLikeness:
    """``vectors`` and ``contexts``: clauses x dimensions, rows of length one."""

    vectors: Floats
    contexts: Floats
    clauses: Sequence[Sequence[Word]]
    vector: Callable[[str], Floats]

    @cached_property
    def _vectors(self) -> list[Floats]:
        """The rows one by one: a list gives one out faster than a table does."""
        return list(self.vectors)

    @cached_property
    def _contexts(self) -> list[Floats]:
        return list(self.contexts)

    def between(self, left: int, right: int) -> float:
        """The cosine of two clauses."""
        return float(self._vectors[left].dot(self._vectors[right]))

    def around(self, left: int, right: int) -> float:
        """The cosine of what stands around two clauses."""
        return float(self._contexts[left].dot(self._contexts[right]))

    def all_between(self, left: Iterable[int], right: Iterable[int]) -> Floats:
        """``between`` of very many pairs."""
        return _products(self.vectors, left, right)

    def all_around(self, left: Iterable[int], right: Iterable[int]) -> Floats:
        """``around`` of very many pairs."""
        return _products(self.contexts, left, right)

    def nearest(self, least: float) -> tuple[Numbers, Numbers]:
        """Pairs at or above ``least``: each clause with the most alike before it, in a story of very many clauses only
        with those shortly before it."""
        found = [np.empty((2, 0), np.int64)]
        for start in range(0, len(self.vectors), WINDOW):
            block = self.vectors[start : start + WINDOW]
            first = max(0, start - WINDOW)
            # One column for each clause of the block, with a row for each that stands before it.
            alike = self.vectors[first : start + len(block)] @ block.T
            near = alike >= least
            near[np.tri(len(alike), len(block), first - start, dtype=np.bool_)] = False
            lefts, rights = np.nonzero(near)
            order = np.lexsort((-alike[lefts, rights], rights))
            sizes = np.bincount(rights, minlength=len(block))
            kept = order[np.arange(len(order)) - np.repeat(np.cumsum(sizes) - sizes, sizes) < MOST_ALIKE]
            found.append(np.stack((first + lefts[kept], start + rights[kept])))
        left, right = np.concatenate(found, axis=1)
        return left, right

    def closest(self, left: int, right: int) -> tuple[str, str]:
        """The word of each that adds most to the product of the two clauses; of one without words, nothing."""
        a, b = self.clauses[left][:MOST_WORDS], self.clauses[right][:MOST_WORDS]
        if not a or not b:
            return "", ""
        products = np.array([self.vector(w.key) for w in a]) @ np.array([self.vector(w.key) for w in b]).T
        first, second = divmod(int(products.argmax()), len(b))
        return a[first].text, b[second].text


def _products(vectors: Floats, left: Iterable[int], right: Iterable[int]) -> Floats:
    """The product of each left row with the right one beside it."""
    lefts, rights = np.asarray(left, np.intp), np.asarray(right, np.intp)
    found = [np.empty(0, np.float32)]
    for start in range(0, len(lefts), AT_ONCE):
        part = slice(start, start + AT_ONCE)
        found.append(np.einsum("ij,ij->i", vectors.take(lefts[part], axis=0), vectors.take(rights[part], axis=0)))
    return np.concatenate(found)


@cache
def load_meaning() -> WordMeaning:
    """The shipped table, read once."""
    with resources.files("belegg.models").joinpath("meaning.npz").open("rb") as file:
        stored = np.load(file)
        return WordMeaning(stored["table"], stored["scale"])
