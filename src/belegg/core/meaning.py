"""How near clauses are in meaning, and the interface of the model that says so."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a clause: its ``key`` is what it shares with its cognates and inflected forms, ``text`` as it stands.

    A name's key is ``#`` and its type, a number's ``#num``.
    """

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Telling:
    """What a story tells. ``sentences``: the words of each article's sentences; ``clauses``: what is to be compared;
    ``at``: the article and the sentence of each clause, as places in ``sentences``."""

    sentences: Sequence[Sequence[Sequence[Word]]]
    clauses: Sequence[Sequence[Word]]
    at: Sequence[tuple[int, int]]

    def apart(self, left: int, right: int) -> int | None:
        """How many sentences on the second of two clauses stands; none where they are of different articles."""
        (a, first), (b, second) = self.at[left], self.at[right]
        return second - first if a == b else None


class Likeness(Protocol):
    """How alike the clauses of one story are, by their places in ``Telling.clauses``."""

    def between(self, left: int, right: int) -> float:
        """From -1 to 1: the cosine of two clauses, each beside what the whole story talks about."""

    def around(self, left: int, right: int) -> float:
        """The same of what stands around the two: their sentences and those next to them."""

    def all_between(self, left: Iterable[int], right: Iterable[int]) -> Iterable[float]:
        """``between`` of each left clause and the right one at the same place."""

    def all_around(self, left: Iterable[int], right: Iterable[int]) -> Iterable[float]:
        """``around`` of each left clause and the right one at the same place."""

    def nearest(self, least: float) -> tuple[Iterable[int], Iterable[int]]:
        """Pairs with a likeness of at least ``least``, each once: the lower places, and the higher ones."""

    def closest(self, left: int, right: int) -> tuple[str, str]:
        """The word of each that brings the two clauses nearest to each other."""


class Meaning(Protocol):
    """A model of what words mean."""

    def read(self, telling: Telling) -> Likeness:
        """The clauses of one story, to be asked how alike they are."""
