"""The recipe of the events' weights: the regression, and how what is found is matched with what is annotated."""

import numpy as np

from belegg.reason._worth import Themes
from training.events import Cases, Told, f1, hits, learned
from training.regression import fitted


def story(*labels: set[int]) -> Told:
    return Told("s", (), {}, Themes({}), [frozenset(found) for found in labels], 3)


def test_the_regression_finds_what_the_cases_were_drawn_with() -> None:
    drawn = np.random.default_rng(1)
    rows = np.column_stack([np.ones(4000), drawn.integers(0, 2, 4000), drawn.integers(0, 2, 4000)]).astype(float)
    likely = 1 / (1 + np.exp(-(rows @ np.array([-1.0, 2.0, 0.0]))))
    right = (drawn.random(4000) < likely).astype(float)
    found = fitted(rows, right, np.ones(4000))
    assert np.abs(found - np.array([-1.0, 2.0, 0.0])).max() < 0.25


def test_cases_of_two_stories_are_learned_together() -> None:
    one = Cases(("base", "x"), np.array([[1.0, 1.0]] * 9), np.ones(9), np.ones(9))
    other = Cases(("base", "x"), np.array([[1.0, 0.0]] * 9), np.zeros(9), np.ones(9))
    weights = learned([one, other])
    assert weights["x"] > 1 and weights["base"] < 0


def test_each_annotated_event_is_met_once() -> None:
    told = story({0}, {0}, {1}, set())
    assert hits(told, [[0], [1], [2], [3]]) == 2
    assert hits(told, [[0, 1, 2]]) == 1


def test_the_group_that_agrees_best_meets_the_event() -> None:
    told = story({0}, {0, 1}, {1}, {1})
    assert hits(told, [[0, 1], [2, 3]]) == 2


def test_figures_are_added_up_over_stories() -> None:
    assert f1([(1, 2, 4), (3, 4, 4)]).startswith("P 0.500  R 0.667  F1 0.571")
