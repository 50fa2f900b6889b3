import os
from collections.abc import Callable

import pytest

from belegg.app.halving import by_two
from belegg.app.reasoning import cases, reason_case
from belegg.core.dossier import Dossier

NUMBERS = range(5)
forking = pytest.mark.skipif(not hasattr(os, "fork"), reason="there can be no copy of a process here")


def doubled(number: int) -> tuple[int, int]:
    return 2 * number, os.getpid()


def here_only(broken: Callable[[], object]) -> Callable[[int], int]:
    """What doubles in this process, and breaks in any other."""
    home = os.getpid()

    def told(number: int) -> int:
        if os.getpid() != home:
            broken()
        return 2 * number

    return told


def test_results_are_in_order() -> None:
    assert [value for value, _ in by_two(doubled, NUMBERS)] == [2 * n for n in NUMBERS]


def test_one_is_gone_through_here() -> None:
    assert by_two(doubled, (1,)) == [(2, os.getpid())]
    assert by_two(doubled, ()) == []


@forking
def test_a_copy_does_half() -> None:
    where = [process for _, process in by_two(doubled, NUMBERS)]
    assert set(where[::2]) == {os.getpid()}
    assert len({*where[1::2], os.getpid()}) == 2


@pytest.mark.parametrize("broken", [lambda: 1 / 0, lambda: os._exit(1)])
def test_what_does_not_come_from_the_copy_is_done_here(broken: Callable[[], object]) -> None:
    assert by_two(here_only(broken), NUMBERS) == [2 * n for n in NUMBERS]


def test_what_breaks_in_both_breaks_here() -> None:
    with pytest.raises(ZeroDivisionError):
        by_two(lambda number: 1 // (number - 1), NUMBERS)


def test_a_long_story_told_by_two_is_the_same(examples: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    case = max(cases(examples), key=lambda case: len(case.documents))
    alone = reason_case((case, ("claims",)), ())
    monkeypatch.setattr("belegg.app.reasoning.LONG", 2)
    assert reason_case((case, ("claims",)), (), several=True) == alone
    assert alone.claims
