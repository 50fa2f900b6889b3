"""Sets of keys as columns, for very many pairs at once."""

import random

import numpy as np

from belegg.reason._arrays import Sets

KEYS = [f"k{n}" for n in range(200)]  # more than a sign has bits
CHANCE = random.Random(3)
DRAWN = [frozenset(CHANCE.sample(KEYS, CHANCE.choice((0, 1, 1, 2, 3, 9)))) for _ in range(150)]
LEFT, RIGHT = (np.array([CHANCE.randrange(len(DRAWN)) for _ in range(6000)]) for _ in range(2))
PAIRS = [(DRAWN[a], DRAWN[b]) for a, b in zip(LEFT.tolist(), RIGHT.tolist(), strict=True)]
SETS = Sets(DRAWN)


def test_shared_keys_are_counted() -> None:
    assert SETS.shared(LEFT, RIGHT).tolist() == [len(a & b) for a, b in PAIRS]
    assert SETS.meet(LEFT, RIGHT).tolist() == [bool(a & b) for a, b in PAIRS]


def test_few_pairs_are_told_as_many_are() -> None:
    assert SETS.shared(LEFT[:50], RIGHT[:50]).tolist() == [len(a & b) for a, b in PAIRS[:50]]


def test_shared_keys_are_worth_what_they_are_told_to_be() -> None:
    worth = {key: n + 1 for n, key in enumerate(SETS.known)}
    told = SETS.shared(LEFT, RIGHT, worth=np.array(list(worth.values()), np.float64))
    assert told.tolist() == [sum(worth[k] for k in a & b) for a, b in PAIRS]


def test_two_tables_are_compared_by_the_numbers_of_one() -> None:
    known, both = dict[str, int](), np.arange(75)
    first, second = Sets(DRAWN[:75], known), Sets(DRAWN[75:], known)
    assert first.shared(both, both, second).tolist() == [len(DRAWN[n] & DRAWN[n + 75]) for n in range(75)]


def test_products_are_those_of_the_shared_keys() -> None:
    weights = np.zeros(SETS.columns.shape)
    for number, own in enumerate(DRAWN):
        weights[: len(own), number] = [int(key[1:]) + 1 for key in sorted(own)]
    told = SETS.product(LEFT, RIGHT, weights)
    assert told.tolist() == [sum((int(k[1:]) + 1) ** 2 for k in a & b) for a, b in PAIRS]
