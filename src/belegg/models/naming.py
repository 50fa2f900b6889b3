"""Names by the model's own table of scores, all words of a text at once.

Greedy decoding takes a step for each word. But outside a name what the recogniser sees is the next word alone (Lample
et al. 2016, the transition system; features as in spaCy), so that the scores of all words are one matrix product, and
only from where a name opens is it followed word by word: the same names in a tenth of the time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from typing import Any, Protocol

import numpy as np
from spacy.attrs import IS_SPACE, SENT_START
from spacy.tokens import Doc, Span
from thinc.api import Model

_WORD, _OPENED, _BEFORE = range(3)  # the recogniser looks at the next word, the first one of an open name, the last


class _Moves(Protocol):
    n_moves: int

    def get_class_name(self, number: int) -> str: ...


class Recogniser(Protocol):
    """What is used of spaCy's ``EntityRecognizer``."""

    model: Model[Any, Any]
    moves: _Moves


class NameFinder:
    """Finds the names that the recogniser's greedy decoding finds. Sentences must be known; no name spans two."""

    def __init__(self, recogniser: Recogniser) -> None:
        model = recogniser.model
        self._encode, self._lower, self._upper = (model.get_ref(name) for name in ("tok2vec", "lower", "upper"))
        moves = [recogniser.moves.get_class_name(n) for n in range(recogniser.moves.n_moves)]
        self._types = sorted({name[2:] for name in moves if name[2:]})
        self._begin, self._inside, self._last, self._unit = (self._columns(moves, letter) for letter in "BILU")
        self._allowed = np.array([name == "O" or (name[:2] in ("B-", "U-") and len(name) > 2) for name in moves])
        self._type_of = np.array([self._types.index(name[2:]) if name[2:] else -1 for name in moves])

    def _columns(self, moves: Sequence[str], letter: str) -> Any:
        """The move of that letter for each type of name."""
        return np.array([moves.index(f"{letter}-{kind}") for kind in self._types])

    def __call__(self, docs: Sequence[Doc]) -> None:
        """Sets the names of the documents."""
        docs = [doc for doc in docs if len(doc)]
        words = self._lower.predict(self._encode.predict(docs))
        ends, kinds = self._names(words, _borders(docs))
        first = 0
        for doc in docs:
            found = _in_order(ends, first, first + len(doc))
            doc.set_ents([Span(doc, a - first, b - first, self._types[kinds[a]]) for a, b in found], default="outside")
            first += len(doc)

    def _names(self, words: Any, borders: tuple[Any, Any]) -> tuple[Any, Any]:
        """For each word the end of the name that would open there (0 for none), and its type by number."""
        blank, closes = borders
        bias, pad = self._lower.get_param("b"), words[0]
        outside = self._upper.predict(_largest(words[1:, _WORD] + pad[_OPENED] + pad[_BEFORE] + bias))
        outside[:, ~self._allowed] = -np.inf
        outside[np.ix_(closes | blank, self._begin)] = -np.inf
        outside[np.ix_(blank, self._unit)] = -np.inf
        move = outside.argmax(axis=1)
        kinds = self._type_of[move]
        ends = np.where(np.isin(move, self._unit), np.arange(1, len(move) + 1), 0)
        opened = np.flatnonzero(np.isin(move, self._begin))
        at = opened + 1
        while len(opened):
            seen = words[at + 1, _WORD] + words[opened + 1, _OPENED] + words[at, _BEFORE] + bias
            on = ~closes[at] & self._goes_on(_largest(seen), kinds[opened])
            ends[opened[~on]] = at[~on] + 1
            opened, at = opened[on], at[on] + 1
        return ends, kinds

    def _goes_on(self, seen: Any, kinds: Any) -> Any:
        """True where an open name has more than one word to come: two scores a row, not the whole product."""
        weights, bias = self._upper.get_param("W"), self._upper.get_param("b")
        inside, last = (
            (seen * weights[move[kinds]]).sum(axis=1) + bias[move[kinds]] for move in (self._inside, self._last)
        )
        return inside >= last


def _largest(pieces: Any) -> Any:
    """The maxout of ``pieces``, the last axis: two columns at a time, for a loop over so short an axis is slow."""
    return reduce(np.maximum, np.moveaxis(pieces, -1, 0))


def _borders(docs: Sequence[Doc]) -> tuple[Any, Any]:
    """For each word of all documents: is it a blank, and is it the last of a sentence?"""
    blank, closes = [], []
    for doc in docs:
        table = doc.to_array([IS_SPACE, SENT_START]).reshape((len(doc), 2))
        blank.append(table[:, 0] == 1)
        closes.append(np.append(table[1:, 1] == 1, True))
    return np.concatenate(blank), np.concatenate(closes)


def _in_order(ends: Any, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The names in reading order: one that would open within another never does."""
    after = first
    for start in (np.flatnonzero(ends[first:last]) + first).tolist():
        if start >= after:
            after = int(ends[start])
            yield start, after
