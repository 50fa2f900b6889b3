import os
import time
from collections.abc import Callable

import pytest

from belegg.app.halving import begun, by_two
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


@forking
@pytest.mark.parametrize("can_wait", [True, False])
def test_what_is_begun_is_done_beside_this_process_and_gives_way_if_it_can(can_wait: bool) -> None:
    with begun(lambda: (os.getpid(), os.nice(0)), can_wait) as told:
        process, nice = told()
    assert process != os.getpid()
    assert (nice > os.nice(0)) == can_wait


@pytest.mark.parametrize("broken", [lambda: 1 / 0, lambda: os._exit(1)])
def test_what_was_begun_and_did_not_come_is_done_here(broken: Callable[[], object]) -> None:
    work = here_only(broken)
    with begun(lambda: work(21)) as told:
        assert told() == 42


@forking
def test_nobody_is_left_behind_where_the_rest_breaks(monkeypatch: pytest.MonkeyPatch) -> None:
    copies, fork = list[int](), os.fork

    def counted() -> int:
        copies.append(fork())
        return copies[-1]

    monkeypatch.setattr(os, "fork", counted)
    with pytest.raises(ZeroDivisionError), begun(lambda: time.sleep(60)):
        1 / 0  # noqa: B018
    with pytest.raises(ProcessLookupError):
        os.kill(copies[0], 0)


def test_a_long_story_told_by_two_is_the_same(examples: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    case = max(cases(examples), key=lambda case: len(case.documents))
    alone = reason_case(case, ())
    monkeypatch.setattr("belegg.app.reasoning.LONG", 2)
    assert reason_case(case, (), several=True) == alone
    assert alone.claims and alone.events
