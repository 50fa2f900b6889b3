"""The archive: what it finds does not depend on how articles are entered, and old ones are forgotten."""

import random

import pytest

from belegg.compare.archive import Archive, BlockPlace, Entry


def entries(days: list[int | None]) -> list[Entry]:
    """Articles of three blocks with thirty shingles each, of which many come back."""
    chance = random.Random(7)
    return [Entry(day, [(b, [chance.randrange(300) for _ in range(30)]) for b in range(3)]) for day in days]


def found(made: list[Entry], batch: int, window: int = 90) -> list[list[tuple[int, BlockPlace]]]:
    archive = Archive(window)
    return [told for n in range(0, len(made), batch) for told in archive.candidates(made[n : n + batch])]


@pytest.mark.parametrize("batch", [1, 7, 64])
def test_batches_change_nothing_but_the_weight_of_shingles(batch: int) -> None:
    made = entries([None, None, *range(60)])
    whole = [{place.article for _, place in told} for told in found(made, len(made))]
    parts = [{place.article for _, place in told} for told in found(made, batch)]
    assert [bool(w) for w in whole] == [bool(p) for p in parts]
    assert all(a < n for n, told in enumerate(parts) for a in told)


def test_an_article_meets_only_what_came_before_within_the_window() -> None:
    made = entries([None, 0, 1, 100, 150, 260])
    for n, told in enumerate(found(made, 2)):
        assert {place.article for _, place in told} <= {0: set(), 1: {0}, 2: {0, 1}, 3: {0}, 4: {0, 3}, 5: {0}}[n]


def test_what_is_told_of_an_article_has_a_bound() -> None:
    same = [Entry(0, [(b, list(range(30 * b, 30 * b + 30))) for b in range(20)])] * 300
    assert max(len(told) for told in found(same, 50)) <= 64
