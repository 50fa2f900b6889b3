"""The recipe of when events were: the weights of choices among times."""

import numpy as np

from training.regression import Choice
from training.when import NAMES, fitted, hits

FIRST = np.eye(len(NAMES))[0]


def choice(right: int) -> Choice:
    """A time with the first feature and one with none, of which one is right."""
    return Choice(np.array([FIRST, 0 * FIRST]), np.array([right == 0, right == 1]))


def test_what_is_mostly_right_gets_weight_and_is_chosen() -> None:
    given = [choice(0)] * 9 + [choice(1)]
    weights = fitted(given)
    assert weights[0] > 1 and not weights[1:].any()
    assert hits(given, weights) == 9


def test_what_is_mostly_wrong_counts_against() -> None:
    given = [choice(1)] * 9 + [choice(0)]
    assert fitted(given)[0] < -1
    assert hits(given, fitted(given)) == 9


def test_where_no_time_is_right_nothing_is_learned() -> None:
    nothing = Choice(np.array([FIRST, 0 * FIRST]), np.array([False, False]))
    assert not fitted([nothing]).any()
