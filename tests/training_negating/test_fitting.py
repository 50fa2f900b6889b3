"""The recipe of the weights of negations: what is learned from cases, and how they are counted."""

import numpy as np

from belegg.reason._negating import WEIGHTS
from training.negating import ANNOTATED, Case, hits, weights_of

NOTHING = list(WEIGHTS).index("nothing")


def case(nothing: bool, denies: bool, weight: float = 1.0) -> Case:
    row = np.zeros(len(WEIGHTS))
    row[0], row[NOTHING] = 1.0, float(nothing)
    return Case(row, {"denies" if denies else "supports"}, weight)


def test_what_goes_with_denials_is_learned() -> None:
    told = [case(n % 2 == 0, n % 2 == 0) for n in range(40)]
    weights = weights_of(told)
    assert weights[NOTHING] > 1 and weights[0] < 0
    assert hits(told, weights) == 40
    assert hits(told, np.zeros(len(WEIGHTS))) == 20  # none of them denies


def test_a_case_of_an_annotated_claim_counts_half() -> None:
    told = [case(True, True), case(True, False, ANNOTATED)] * 10
    assert weights_of(told)[0] + weights_of(told)[NOTHING] > 0
