"""How well a claim's wordings are found is measured right."""

from collections.abc import Sequence

import pytest

from tests.training_meaning.samples import harbour
from training.meaning.measuring import Likeness, average_precision, by_chance, by_keys, by_nearness, measured, report
from training.meaning.words import Keys


@pytest.mark.parametrize(
    ("scores", "right", "expected"),
    [
        ([0.9, 0.8, 0.1], [True, True, False], 1.0),
        ([0.9, 0.8, 0.1], [False, True, True], (1 / 2 + 2 / 3) / 2),
        ([0.9, 0.9, 0.1], [True, False, False], 1 / 2),  # what has one score comes at once, whatever stands first
        ([0.9, 0.9, 0.1], [False, True, False], 1 / 2),
        ([0.0, 0.0, 0.0, 0.0], [True, False, False, False], 1 / 4),
    ],
)
def test_average_precision(scores: list[float], right: list[bool], expected: float) -> None:
    assert average_precision(scores, right) == pytest.approx(expected)


def test_shared_keys_count_by_how_rare_they_are() -> None:
    likeness = by_keys([("båt", "er"), ("er",), ("er",)])([("båt", "er"), ("båt", "gå"), ("er", "gå")])
    assert likeness(0, 1) > likeness(0, 2) == pytest.approx(0.0)
    assert likeness(0, 0) == pytest.approx(1.0)


def test_chance_is_the_share_of_right_pairs() -> None:
    assert measured([harbour()], by_chance) == pytest.approx({"all": 2 / 10, "nb with nn": 2 / 6})


def oracle(wordings: object) -> Likeness:
    """Knows which of the harbour's wordings belong together."""
    return lambda a, b: float((0, 0, 1, 1, 2)[a] == (0, 0, 1, 1, 2)[b])


def test_only_standards_in_which_a_claim_is_told_twice_are_measured() -> None:
    assert measured([harbour()], oracle) == {"all": 1.0, "nb with nn": 1.0}


def test_what_stands_beside_the_claims_belongs_with_nothing() -> None:
    def beside(wordings: Sequence[Keys]) -> Likeness:
        return lambda a, b: float(b == 4) + 0.5 * oracle(wordings)(a, b)

    assert measured([harbour()], beside)["nb with nn"] == pytest.approx(2 / 4)  # two wrong before


def test_precision_and_recall_at_a_nearness() -> None:
    def half(wordings: Sequence[Keys]) -> Likeness:
        return lambda a, b: 0.45 if (a, b) == (0, 1) else 0.25 if (a, b) in {(2, 3), (3, 4)} else 0.0

    assert list(by_nearness([harbour()], half))[2:] == [
        "| 0.1 | 0.667 | 1.000 |",
        "| 0.2 | 0.667 | 1.000 |",
        "| 0.3 | 1.000 | 0.500 |",
        "| 0.4 | 1.000 | 0.500 |",
        "| 0.5 | 0.000 | 0.000 |",
    ]


def test_the_report_has_a_row_for_each_system() -> None:
    assert list(report([harbour()], {"oracle": oracle}))[-1] == "| oracle | 1.000 | - | - | 1.000 |"
