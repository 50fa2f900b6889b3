"""How near drafts are, from what the pairs of their propositions come to."""

from math import inf, log

import pytest

from belegg.reason._kinship import BEST, COUNTED, ESTABLISHED, JOIN, UNTOLD, Kinship

FAR = Kinship(total=2.0, pairs=4, most=1.0, best=7, most_counted=-inf, best_counted=-1)
NEAR = Kinship(total=9.0, pairs=2, most=5.0, best=3, most_counted=2.5, best_counted=4)


def test_two_drafts_come_beside_a_third_to_the_sum_of_both() -> None:
    both = Kinship(11.0, 6, 5.0, 3, 2.5, 4)
    assert FAR.and_of(NEAR) == NEAR.and_of(FAR) == both


def test_worth_lies_between_the_average_and_the_best_pair() -> None:
    worth, pair = FAR.worth(4, 1)
    assert worth == pytest.approx(0.5 + BEST * 0.5)
    assert pair == 7


def test_pairs_for_which_nothing_speaks_count_as_such_do_on_average() -> None:
    worth, _ = FAR.worth(4 + 12, 1)
    average = (2.0 + 12 * UNTOLD) / 16
    assert worth == pytest.approx(average + BEST * (1.0 - average))


def test_established_drafts_need_more() -> None:
    assert FAR.worth(4, 1)[0] - FAR.worth(4, 6)[0] == pytest.approx(ESTABLISHED * log(6))


@pytest.mark.parametrize(("most_counted", "units", "best"), [(9.0, 1, 4), (9.0, 2, 3), (-inf, 1, 3)])
def test_a_count_joins_a_stray_saying_only(most_counted: float, units: int, best: int) -> None:
    kinship = NEAR._replace(most_counted=most_counted)
    worth, pair = kinship.worth(2, units)
    assert pair == best
    assert (worth == pytest.approx(most_counted + JOIN - COUNTED)) == (best == 4)
