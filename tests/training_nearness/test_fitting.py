"""The recipe of the weights of nearness: which propositions stand for two units, and what is learned from them."""

import numpy as np

from training.nearness import FIXED, LEARNED, Pairs, learned, left_out, precision

SIZE = len(LEARNED) + 1
START = np.array([*([1.0] * len(LEARNED)), -3.0])
TOLD = LEARNED.index("meaning")


def row(**values: float) -> list[float]:
    return [values.get(name, 0.0) for name in (*LEARNED, FIXED)]


def drawn(seed: int) -> Pairs:
    """Pairs of units with one or two rows each, right the likelier the more they mean the same."""
    rng = np.random.default_rng(seed)
    rows, pair, right = [], [], []
    for n in range(400):
        mean = float(rng.random())
        for extra in range(1 + n % 2):
            rows.append(row(meaning=mean - extra, wording=float(rng.random())))
            pair.append(n)
        right.append(float(rng.random() < 1 / (1 + np.exp(4 - 8 * mean))))
    return Pairs(np.array(rows), np.array(pair), np.array(right))


def test_the_nearest_propositions_stand_for_their_units() -> None:
    rows = np.array([row(meaning=0.1), row(meaning=0.7), row(persons=1.0), row(meaning=0.2)])
    nearest, scores = Pairs(rows, np.array([0, 0, 1, 1]), np.zeros(2)).nearest(START)
    assert nearest[:, TOLD].tolist() == [0.7, 0.2]
    assert scores.tolist() == [0.7, 0.2]


def test_what_tells_pairs_apart_is_learned_and_what_is_set_by_hand_stays() -> None:
    weights = learned([drawn(1), drawn(2)], START)
    assert len(weights) == SIZE + 1 and weights[SIZE - 1] == START[-1]
    assert weights[TOLD] > 4 > 1 > abs(weights[LEARNED.index("wording")])


def test_average_precision_is_whole_where_all_right_pairs_come_first() -> None:
    rows = np.array([row(meaning=m) for m in (0.9, 0.1, 0.5, 0.3)])
    assert precision(Pairs(rows, np.arange(4), np.array([1.0, 0.0, 1.0, 0.0])), START) == 1.0
    assert precision(Pairs(rows, np.arange(4), np.array([0.0, 1.0, 0.0, 0.0])), START) == 0.25


def test_a_story_is_measured_with_the_weights_of_others() -> None:
    turned = drawn(3)
    turned = Pairs(turned.rows, turned.pair, 1 - turned.right)
    others = [drawn(n) for n in range(10, 14)]
    apart = left_out([turned, *others], START)
    assert apart[0] < np.mean(turned.right)  # the others tell it the wrong way round
    assert min(apart[1:]) > 0.6
