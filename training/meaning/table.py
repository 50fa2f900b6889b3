"""The table itself: what training starts from, and how it is stored."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from belegg.models.meaning import WordMeaning

Floats = NDArray[np.float32]
FREE = 128  # columns that start at random, beside those of the vectors
SMALL = 0.1  # standard deviation at the start
CLIPPED = 0.9995  # share of a column's values that its bytes reach


def start(spread: NDArray[np.float64], seed: int = 1) -> Floats:
    """Random columns, those of the vectors and one for the words' weights, all of them alike at first."""
    free = np.random.default_rng(seed).normal(0, 1, (len(spread), FREE))
    both = np.concatenate([free, spread / spread.std()], axis=1)
    return np.concatenate([both * (SMALL / both.std()), np.zeros((len(spread), 1))], axis=1).astype(np.float32)


def packed(table: Floats) -> WordMeaning:
    """The table in bytes, with one scale for each column; the few values beyond it are clipped."""
    scale = np.maximum(np.quantile(np.abs(table), CLIPPED, axis=0), 1e-6) / 127
    stored = np.clip(np.round(table / scale), -127, 127).astype(np.int8)
    return WordMeaning(stored, scale.astype(np.float32))


def save(meaning: WordMeaning, path: Path) -> None:
    """Writes what ``belegg.models.meaning.load_meaning`` reads."""
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(path, table=meaning.table, scale=meaning.scale)
