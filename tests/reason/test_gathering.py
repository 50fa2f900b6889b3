"""What very many clauses share, and that groups are the same as by comparing all with all."""

from itertools import combinations

import numpy as np
import pytest

from belegg.reason._arrays import Sets, sharing
from belegg.reason._gathering import Days, Groups

FAR, LEAST = -4.0, -2.5


def test_items_that_share_a_key_are_paired_once() -> None:
    left, right = sharing([("a", "b"), ("b", "a"), ("c",), ("c", "a")], 60, 8)
    assert list(zip(left.tolist(), right.tolist(), strict=True)) == [(0, 1), (0, 3), (1, 3), (2, 3)]


def test_nothing_shared_is_no_pair() -> None:
    assert not len(sharing([("a",), ("b",)], 60, 8)[0])
    assert not len(sharing([], 60, 8)[0])


@pytest.mark.parametrize("items", [500, 1000, 2000])
def test_what_very_many_share_costs_in_the_items_and_not_in_their_pairs(items: int) -> None:
    left, right = sharing([("all", f"own {n}") for n in range(items)], 60, 8)
    assert len(left) <= 8 * items
    assert (right - left).max() == 8


def test_what_up_to_so_many_share_pairs_all_of_them() -> None:
    assert len(sharing([("all",)] * 60, 60, 8)[0]) == 60 * 59 / 2


def test_what_two_sets_share() -> None:
    sets = [{"a", "b"}, {"b", "c", "d"}, set[str](), {"a", "b", "d"}]
    worth = {"a": 0.5, "b": 0.25, "c": 1.0, "d": 0.125}
    found = Sets(sets)
    pairs = list(combinations(range(4), 2))
    left, right = np.array(pairs).T
    assert found.shared(left, right).tolist() == [len(sets[a] & sets[b]) for a, b in pairs]
    assert found.shared(right, left, worth=np.array([worth[k] for k in found.known])).tolist() == [
        sum(worth[k] for k in sets[a] & sets[b]) for a, b in pairs
    ]
    assert found.meet(left, right).tolist() == [bool(sets[a] & sets[b]) for a, b in pairs]
    assert found.sizes.tolist() == [2, 3, 0, 3]


def test_sets_of_two_kinds_are_compared_by_one_numbering() -> None:
    first = Sets([{"a"}, {"b"}])
    second = Sets([{"b", "x"}, set()], first.known)
    assert first.meet(np.array([0, 1, 1]), np.array([0, 0, 1]), second).tolist() == [False, True, False]


def by_all_pairs(weights: dict[tuple[int, int], float], days: list[Days], size: int) -> list[list[int]]:
    """Average linkage, every two groups compared anew before each join."""
    groups = [[n] for n in range(size)]

    def mean(a: list[int], b: list[int]) -> float:
        return sum(weights.get((min(x, y), max(x, y)), FAR) for x in a for y in b) / (len(a) * len(b))

    def on_other_days(a: list[int], b: list[int]) -> bool:
        first, second = ({d for n in g for d in days[n].get("fire", ())} for g in (a, b))
        return bool(first and second) and first.isdisjoint(second)

    while True:
        fit = [(-mean(a, b), a, b) for a, b in combinations(groups, 2) if not on_other_days(a, b)]
        worst, a, b = min(fit, default=(1e9, [], []))
        if -worst < LEAST:
            return sorted(groups)
        groups = [sorted(a + b), *(g for g in groups if g not in (a, b))]


@pytest.mark.parametrize("seed", range(8))
def test_groups_are_those_of_all_pairs_compared_before_each_join(seed: int) -> None:
    chance, size = np.random.default_rng(seed), 40
    weights = {pair: float(chance.normal(-2.5, 2)) for pair in combinations(range(size), 2) if chance.random() < 0.4}
    days: list[Days] = [{"fire": {f"2024-03-{n % 4 + 1:02}"}} if n % 3 else {} for n in range(size)]
    left, right = np.array(list(weights)).T
    groups = Groups((left, right), np.array(list(weights.values())), FAR, LEAST, days)
    groups.gather()
    assert sorted(groups.members()) == by_all_pairs(weights, days, size)
