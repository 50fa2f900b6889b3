"""Logistic regression over named features, and the choice among several things by them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
ROUNDS = 30
SPREAD = 1.0  # variance of a weight before anything is seen
HALVINGS = 12  # of a step that goes too far
SETTLED = 1e-6  # of a weight: a smaller step changes nothing that is kept


@dataclass(frozen=True)
class Choice:
    """One thing to be chosen: a row of features for each candidate, and which of them are right."""

    rows: Floats
    right: Flags


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


def chosen(given: Sequence[Choice], weight: Sequence[float], spread: float = SPREAD) -> Floats:
    """The weights of a conditional logit (Newton's method), pulled towards nought; of several right any will do.

    ``weight``: how much each counts. Choices without a right one are passed over.
    """
    told_of = [(choice, much) for choice, much in zip(given, weight, strict=True) if choice.right.any()]
    pull = np.eye(given[0].rows.shape[1]) / spread
    found = np.zeros(len(pull))
    for _ in range(ROUNDS):
        slope, bend = -pull @ found, pull.copy()
        for choice, much in told_of:
            likely = _likely(choice.rows @ found)
            hoped = np.where(choice.right, likely, 0) / likely[choice.right].sum()
            slope += much * (choice.rows.T @ (hoped - likely))
            mean = choice.rows.T @ likely
            bend += much * ((choice.rows * likely[:, None]).T @ choice.rows - np.outer(mean, mean))
        step, before = np.linalg.solve(bend, slope), _worth(told_of, found, pull)
        for _ in range(HALVINGS):
            if _worth(told_of, found + step, pull) >= before:
                break
            step = step / 2
        found = found + step
        if np.abs(step).max() < SETTLED:
            break
    return found


def _likely(pulled: Floats) -> Floats:
    likely = np.exp(pulled - pulled.max())
    return np.asarray(likely / likely.sum(), np.float64)


def _worth(given: Sequence[tuple[Choice, float]], weights: Floats, pull: Floats) -> float:
    """The logarithm of how likely the right choices are, less what the weights cost."""
    told = sum(much * np.log(_likely(c.rows @ weights)[c.right].sum() + 1e-300) for c, much in given)
    return float(told - weights @ pull @ weights / 2)
