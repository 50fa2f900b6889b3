"""Sentence trees by the parser's own table of scores, many texts at a time.

spaCy's parser decodes greedily (arc-eager with unshifting: Nivre and Fernández-González 2014; sentence breaks as moves
of their own) and takes each text's next step by itself. Here all texts take a step together: what they see is one sum
of table rows and two matrix products. The moves, what they need and what they do are spaCy's; so are the trees.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from spacy.attrs import DEP, HEAD
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import Model

_LEAST = 64  # rows multiplied at a time: the product of few rows is rounded in another way than that of many
_NONE = 0  # the word that stands where there is none; the others are numbered from 1
_KINDS = "SDLRB"  # of moves, by their first letters
_SHIFT, _REDUCE, _LEFT, _RIGHT, _BREAK = range(len(_KINDS))


class _Moves(Protocol):
    n_moves: int

    def get_class_name(self, number: int) -> str: ...


class DependencyParser(Protocol):
    """What is used of spaCy's ``DependencyParser``."""

    model: Model[Any, Any]
    moves: _Moves
    vocab: Vocab
    postprocesses: Sequence[Callable[[Doc], object]]


@dataclass(frozen=True, slots=True)
class _Words:
    """What is known of each word of all texts, by its number; stacks and buffers are chains of words."""

    below: Any  # the next word down the stack
    following: Any  # the next word in the buffer
    head: Any
    move: Any  # the number of the move that told the head
    left: Any  # the last word on its left to hang from it
    right: Any
    right_before: Any  # what ``right`` of its head was before this word hung from it
    unshiftable: Any
    opens: Any  # is told to begin a sentence

    @classmethod
    def of(cls, lengths: Sequence[int]) -> _Words:
        """The words of texts of these lengths, all in the buffers."""
        count = sum(lengths) + 1
        following = np.arange(1, count + 1)
        following[[_NONE, *np.cumsum(lengths)]] = _NONE
        numbers = (np.zeros(count, dtype="intp") for _ in range(6))
        below, head, move, left, right, before = numbers
        return cls(below, following, head, move, left, right, before, np.zeros(count, bool), np.zeros(count, bool))


class TreeFinder:
    """Finds the trees that the parser's greedy decoding finds."""

    def __init__(self, parser: DependencyParser) -> None:
        model, moves = parser.model, parser.moves
        self._encode, self._lower, self._upper = (model.get_ref(name) for name in ("tok2vec", "lower", "upper"))
        names = [moves.get_class_name(n) for n in range(moves.n_moves)]
        strings = parser.vocab.strings
        self._relations = np.array([strings.add(name[2:]) for name in names], dtype="uint64")
        self._root = np.uint64(strings.add("ROOT"))
        self._kind = np.array([_KINDS.index(name[0]) for name in names])
        self._finish = parser.postprocesses

    def __call__(self, docs: Sequence[Doc]) -> None:
        """Sets heads, relations and sentences of the documents."""
        docs = [doc for doc in docs if len(doc)]
        lengths = [len(doc) for doc in docs]
        words = _Words.of(lengths)
        table = self._lower.predict(self._encode.predict(docs))
        self._parse(words, table.reshape(-1, table.shape[2] * table.shape[3]), table.shape[1], lengths)
        first = 1
        for doc in docs:
            self._tell(doc, words, slice(first, first + len(doc)))
            first += len(doc)

    def _tell(self, doc: Doc, words: _Words, own: slice) -> None:
        """Writes a text's tree."""
        heads = words.head[own]
        leaps = np.where(heads == _NONE, 0, heads - np.arange(own.start, own.stop))
        relations = np.where(leaps == 0, self._root, self._relations[words.move[own]])
        told: Any = np.column_stack((leaps.astype("int64").view("uint64"), relations))
        doc.from_array([HEAD, DEP], told)
        for finish in self._finish:
            finish(doc)

    def _parse(self, words: _Words, table: Any, seen: int, lengths: Sequence[int]) -> None:
        """Takes steps until every stack and buffer is empty. ``seen``: rows of the table for each word."""
        top = np.zeros(len(lengths), dtype="intp")
        front = np.cumsum([1, *lengths[:-1]])
        place = np.arange(seen)[:, None]
        while len(top):
            under, behind = words.below[top], words.following[front]
            lower, left, right = words.below[under], words.left[top], words.right[top]
            rows = np.array((front, behind, top, under, lower, words.left[front], left, right)) * seen + place
            scores = self._scores(np.add.reduce(table.take(rows, axis=0)))[: len(top)]
            barred = _barred(words, top, front, under, behind)
            np.putmask(scores, barred.take(self._kind, axis=0).T, -np.inf)
            top, front = _moved(words, top, front, scores.argmax(axis=1), self._kind)
            going = (top != _NONE) | (front != _NONE)
            if not going.all():
                top, front = top[going], front[going]

    def _scores(self, sums: Any) -> Any:
        """The score of each move for what a state sees."""
        bias: Any = self._lower.get_param("b")
        hidden = np.zeros((max(len(sums), _LEAST), bias.shape[0]), dtype="float32")
        sums += bias.reshape(-1)
        np.maximum(sums[:, ::2], sums[:, 1::2], out=hidden[: len(sums)])
        return hidden @ self._upper.get_param("W").T + self._upper.get_param("b")


def _barred(words: _Words, top: Any, front: Any, under: Any, behind: Any) -> Any:
    """For each kind of move (a row) the states that it is barred in."""
    empty, last = top == _NONE, behind == _NONE
    opens = words.opens[front]
    no_shift = ~empty & (last | opens | words.unshiftable[front])
    no_arc = empty | (front == _NONE) | opens
    no_break = last | (behind != front + 1) | words.opens[behind]
    return np.array((no_shift, empty, no_arc, no_arc, no_break))


def _moved(words: _Words, top: Any, front: Any, move: Any, kinds: Any) -> tuple[Any, Any]:
    """Tops and fronts after each state's move, which changes its words."""
    kind = kinds[move]
    after_top, after_front = top.copy(), front.copy()

    at = (kind == _LEFT).nonzero()[0]
    governor, dependent = front[at], top[at]
    former = words.head[dependent]
    had = former != _NONE
    words.right[former[had]] = words.right_before[dependent[had]]
    words.head[dependent], words.move[dependent] = governor, move[at]
    words.left[governor], words.unshiftable[governor] = dependent, False
    after_top[at] = words.below[dependent]

    at = (kind == _RIGHT).nonzero()[0]
    governor, dependent = top[at], front[at]
    words.head[dependent], words.move[dependent] = governor, move[at]
    words.right_before[dependent], words.right[governor] = words.right[governor], dependent

    at = ((kind == _RIGHT) | (kind == _SHIFT)).nonzero()[0]
    pushed = front[at]
    words.below[pushed] = top[at]
    after_top[at], after_front[at] = pushed, words.following[pushed]

    at = (kind == _REDUCE).nonzero()[0]
    word = top[at]
    after_top[at] = words.below[word]
    back = at[(words.head[word] == _NONE) & (words.below[word] != _NONE)]
    word = top[back]
    words.unshiftable[word], words.following[word] = True, front[back]
    after_front[back] = word

    words.opens[words.following[front[kind == _BREAK]]] = True
    return after_top, after_front
