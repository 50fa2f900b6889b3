"""The recipe of whether events have come about."""

import numpy as np

from training.whether import NAMES, counted, fitted

BASE = np.array([float(name == "base") for name in NAMES])
SHARE = np.array([float(name == "share") for name in NAMES])


def test_what_goes_with_having_come_about_gets_weight_and_tells_it() -> None:
    given = [(BASE + SHARE, True)] * 9 + [(BASE - SHARE, False)] * 9
    weights = fitted(given)
    assert weights[NAMES.index("share")] > 1
    found = counted(given, weights)
    assert (found["all"], found["right"], found["to come"], found["told so"], found["rightly"]) == (18, 18, 9, 9, 9)


def test_at_even_odds_it_is_told_as_still_to_come() -> None:
    assert counted([(BASE, True)], np.zeros(len(NAMES)))["told so"] == 1
