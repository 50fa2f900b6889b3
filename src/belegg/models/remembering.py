"""What the encoders make of a word alone, kept: news uses the same words again and again.

Before it looks at the neighbours, an encoder turns each word into a vector that depends on its form and its written
standard only. That is a third of its work, and nine words of ten have been met before.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, islice
from typing import Any

import numpy as np
from spacy.attrs import ORTH, TAG
from spacy.tokens import Doc
from thinc.api import Model

_ROOM = 1 << 15  # rows: some 12 MB for vectors of 96 numbers
_LEAST = 64  # rows multiplied at a time: the product of few rows is rounded in another way than that of many

Word = tuple[int, int]
Embedding = Model[list[Doc], list[Any]]


class _Rows:
    """Vectors by word, in one table; when it is full it is begun anew."""

    def __init__(self, embed: Embedding, width: int) -> None:
        self._embed = embed
        self._table: Any = np.empty((_ROOM, width), dtype="float32")
        self._places: dict[Word, int] = {}

    def of(self, docs: Sequence[Doc]) -> list[Any]:
        """One table of vectors per document, equal to what the embedding itself gives."""
        words = [_words(doc) for doc in docs]
        wanted = dict.fromkeys(chain.from_iterable(words))
        if len(wanted) > _ROOM:
            return self._embed.predict(list(docs))
        self._learn(docs[0].vocab, wanted)
        place = self._places.__getitem__
        return [self._table[np.fromiter(map(place, line), dtype="intp", count=len(line))] for line in words]

    def _learn(self, vocab: Any, wanted: dict[Word, None]) -> None:
        new = [word for word in wanted if word not in self._places]
        if len(self._places) + len(new) > _ROOM:
            self._places.clear()
            new = list(wanted)
        if new:
            first = len(self._places)
            self._table[first : first + len(new)] = self._embed.predict([_as_document(vocab, new)])[0][: len(new)]
            self._places.update(zip(new, range(first, first + len(new)), strict=True))


def _words(doc: Doc) -> list[Word]:
    table = doc.to_array([ORTH, TAG]).reshape((len(doc), 2))
    return list(zip(table[:, 0].tolist(), table[:, 1].tolist(), strict=True))


def _as_document(vocab: Any, words: Sequence[Word]) -> Doc:
    """The words as one text, repeated where they are too few."""
    many = list(islice(chain.from_iterable([words] * _LEAST), max(len(words), _LEAST)))
    doc = Doc(vocab, words=[vocab.strings[orth] for orth, _ in many])
    tags: Any = np.asarray([[tag] for _, tag in many], dtype="uint64")
    doc.from_array([TAG], tags)
    return doc


def remember(tok2vec: Model[Any, Any]) -> None:
    """Lets the first layer of an encoder (spaCy's ``Tok2Vec.v2``) remember its words; for reading, not for training."""
    rows = _Rows(tok2vec.layers[0], tok2vec.get_dim("nO"))

    def forward(model: Embedding, docs: list[Doc], is_train: bool) -> tuple[list[Any], Any]:
        if is_train:
            raise ValueError("an encoder that remembers cannot be trained")
        return rows.of(docs), lambda gradient: []

    tok2vec.layers[0] = Model("remembered", forward)
