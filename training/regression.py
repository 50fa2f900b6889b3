"""Logistic regression over named features."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
ROUNDS = 30
SPREAD = 1.0  # variance of a weight before anything is seen


def fitted(rows: Floats, right: Floats, weight: Floats) -> Floats:
    """The weights of a logistic regression (Newton's method), pulled towards nought but for the first, the base.

    ``rows``: cases x features, the first column all ones; ``right``: 1 or 0 for each case; ``weight``: how much each
    counts.
    """
    pull = np.eye(rows.shape[1]) / SPREAD
    pull[0, 0] = 1e-6
    found = np.zeros(rows.shape[1])
    for _ in range(ROUNDS):
        likely = 1 / (1 + np.exp(-rows @ found))
        slope = rows.T @ (weight * (likely - right)) + pull @ found
        bend = (rows.T * (weight * likely * (1 - likely))) @ rows + pull
        found = found - np.linalg.solve(bend, slope)
    return found
