"""What a table starts from: words by what stands near them (PPMI and SVD), told by the table's character n-grams."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import (  # type: ignore[import-untyped, import-not-found, unused-ignore]  # only training needs it
    coo_matrix,
    identity,
)
from scipy.sparse.linalg import (  # type: ignore[import-untyped, import-not-found, unused-ignore]
    svds,
)

from belegg.models.meaning import rows
from training.meaning.words import Keys

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
RAREST, MOST_WORDS = 3, 30_000
WINDOW = 6  # words to each side, each for one part of its distance
SAMPLED = 2e-4  # words above this share are left out at random, the more the commoner they are (Mikolov et al. 2013)
SMOOTHING = 0.75  # of the neighbours' counts (Levy, Goldberg and Dagan 2015)
ROUNDS, RIDGE = 60, 1.0


@dataclass(frozen=True, slots=True)
class Vectors:
    """``matrix``: words x dimensions, rows of length one; ``counts``: how often each word stands in the text."""

    words: tuple[str, ...]
    matrix: Floats
    counts: Ints


def neighbours(sentences: Sequence[Keys], dimensions: int, seed: int = 0) -> Vectors:
    """Words by the positive pointwise mutual information with their neighbours, brought to a few dimensions by singular
    values (Levy and Goldberg 2014: about what skip-grams learn, without chance).
    """
    counts = Counter(key for keys in sentences for key in keys)
    words = tuple(word for word, n in counts.most_common(MOST_WORDS) if n >= RAREST)
    number = np.array([counts[word] for word in words])
    matrix = _information(_beside(sentences, words, number / counts.total(), seed))
    left, values, _ = svds(matrix, k=dimensions, random_state=seed)
    found = left * np.sqrt(values)
    return Vectors(words, found / (np.linalg.norm(found, axis=1, keepdims=True) + 1e-9), number)


def _beside(sentences: Sequence[Keys], words: Sequence[str], share: Floats, seed: int) -> Any:
    """How often words stand near each other, words x words."""
    place = {word: n for n, word in enumerate(words)}
    flat = np.array([(place[key], n) for n, keys in enumerate(sentences) for key in keys if key in place])
    kept = np.random.default_rng(seed).random(len(flat)) < np.sqrt(SAMPLED / share[flat[:, 0]])
    ids, sentence = flat[kept].T
    near: list[tuple[Floats, Ints, Ints]] = []
    for far in range(1, WINDOW + 1):
        same = sentence[:-far] == sentence[far:]
        one, other = ids[:-far][same], ids[far:][same]
        near += [(np.full(len(one), 1 / far), one, other), (np.full(len(one), 1 / far), other, one)]
    weight, left, right = (np.concatenate(column) for column in zip(*near, strict=True))
    return coo_matrix((weight, (left, right)), shape=(len(words), len(words))).tocsr()


def _information(beside: Any) -> Any:
    totals = np.asarray(beside.sum(axis=1)).ravel()
    smooth = totals**SMOOTHING
    cells = beside.tocoo()
    told = np.log(cells.data / (totals[cells.row] * (smooth / smooth.sum())[cells.col]))
    kept = told > 0
    return coo_matrix((told[kept], (cells.row[kept], cells.col[kept])), shape=beside.shape).tocsr()


def spread(vectors: Vectors, size: int) -> Floats:
    """The table of ``size`` rows whose n-grams tell the words' vectors best, common words before rare ones: ridge
    regression by conjugate gradients, all columns at once.
    """
    own = [rows(word, size) for word in vectors.words]
    weight = np.sqrt(np.log1p(vectors.counts))
    lengths = np.array([len(n) for n in own])
    cells = np.repeat(weight / np.sqrt(lengths), lengths)
    places = (np.repeat(np.arange(len(own)), lengths), np.concatenate(own))
    grams = coo_matrix((cells, places), shape=(len(own), size)).tocsr()
    normal = (grams.T @ grams + RIDGE * identity(size)).tocsr()
    return _solved(normal, grams.T @ (vectors.matrix * weight[:, None]))


def _solved(normal: Any, right: Floats) -> Floats:
    table = np.zeros_like(right)
    rest, way = right.copy(), right.copy()
    size = (rest**2).sum(axis=0)
    for _ in range(ROUNDS):
        step = normal @ way
        length = size / ((way * step).sum(axis=0) + 1e-12)
        table += length * way
        rest -= length * step
        left = (rest**2).sum(axis=0)
        way = rest + left / (size + 1e-12) * way
        size = left
    return table
