"""Lemmas: those that the lexicon has, and edit trees (Müller et al. 2015) for the words that it lacks, no others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

import numpy as np
from spacy.attrs import LEMMA
from spacy.tokens import Doc
from thinc.api import Model

_LEAST = 64  # rows multiplied at a time: the product of few rows is rounded in another way than that of many


class _Trees(Protocol):
    def apply(self, tree: int, form: str) -> str | None: ...


class Lemmatiser(Protocol):
    """What is used of spaCy's ``EditTreeLemmatizer``."""

    model: Model[Any, Any]
    trees: _Trees
    labels: Sequence[int]


class LemmaFinder:
    """Gives every word the lemma that the lexicon has, else that of the likeliest tree, else its form."""

    def __init__(self, lemmatiser: Lemmatiser, lexicon: Callable[[Doc], Doc]) -> None:
        self._encode, self._score = (lemmatiser.model.get_ref(name) for name in ("tok2vec", "output_layer"))
        self._trees, self._labels, self._lexicon = lemmatiser.trees, lemmatiser.labels, lexicon

    def __call__(self, docs: Sequence[Doc]) -> None:
        """Sets the lemmas of documents whose words have their parts of speech."""
        docs = [self._lexicon(doc) for doc in docs if len(doc)]
        places = [np.flatnonzero(doc.to_array([LEMMA]) == 0) for doc in docs]
        unknown = [doc[at] for doc, own in zip(docs, places, strict=True) for at in own.tolist()]
        if not unknown:
            return
        seen = [rows[own] for rows, own in zip(self._encode.predict(docs), places, strict=True)]
        room = np.zeros((_LEAST, seen[0].shape[1]), dtype="float32")
        best = self._score.predict(np.concatenate((*seen, room))).argmax(axis=1).tolist()
        for token, label in zip(unknown, best, strict=False):
            lemma = self._trees.apply(self._labels[label], token.text)
            token.lemma_ = token.text if lemma is None else lemma
