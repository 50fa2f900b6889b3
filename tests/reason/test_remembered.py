"""What is known of very many numbers."""

import random

import numpy as np

from belegg.reason._remembered import START, Remembered


def test_what_was_added_is_known_and_nothing_else() -> None:
    chance, known, told = random.Random(7), Remembered(), dict[int, float]()
    for _ in range(40):  # far more than there are slots at first
        new = {chance.randrange(1 << 40): chance.random() for _ in range(1000)}
        fresh = np.array([n for n in new if n not in told])
        assert known.unknown(fresh).tolist() == fresh.tolist()
        known.add(fresh, np.array([new[n] for n in fresh.tolist()]))
        told.update({n: new[n] for n in fresh.tolist()})
    assert len(told) > START
    assert known.of(np.array(list(told))).tolist() == list(told.values())
    assert np.isnan(known.of(np.array([(1 << 41) + n for n in range(1000)]))).all()


def test_numbers_that_fall_on_one_slot_are_told_apart() -> None:
    numbers, known = np.arange(0, START << 20, 1 << 20), Remembered()
    for some in (numbers[:100], numbers[100:]):
        known.add(some, some / 2)
    assert known.of(numbers[::-1]).tolist() == (numbers[::-1] / 2).tolist()


def test_what_is_asked_twice_is_told_twice() -> None:
    known = Remembered()
    known.add(np.array([5, 0]), np.array([0.5, 1.5]))
    assert known.of(np.array([0, 5, 0])).tolist() == [1.5, 0.5, 1.5]
    assert known.unknown(np.array([0, 1, 5])).tolist() == [1]


def test_all_is_forgotten_where_it_would_be_too_much() -> None:
    known = Remembered(most=100)
    known.add(np.arange(90), np.ones(90))
    known.add(np.arange(90, 150), np.ones(60))
    assert known.unknown(np.arange(150)).tolist() == list(range(90))


def test_nothing_is_known_of_nothing() -> None:
    none = np.empty(0, np.int64)
    assert not len(Remembered().of(none))
    assert not len(Remembered().unknown(none))
