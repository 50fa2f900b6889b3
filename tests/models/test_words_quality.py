"""A floor under the pipeline's figures, on a fixed part of the official dev parts of both standards."""

import pytest

from belegg.models.linguist import load_linguist
from tests.shared import shared
from training.corpus import load_part
from training.evaluate import measure

FLOORS = {
    "nb": {"tokens": 99.5, "sentences": 90.0, "UPOS": 96.0, "lemma": 95.0, "LAS": 80.0, "names": 75.0},
    "nn": {"tokens": 99.5, "sentences": 85.0, "UPOS": 95.0, "lemma": 95.0, "LAS": 78.0, "names": 74.0},
}
DOCUMENTS = 4


@pytest.mark.parametrize("standard", ["nb", "nn"])
def test_figures_stay_above_their_floors(standard: str) -> None:
    documents = load_part(shared("data"), standard, "dev")[:DOCUMENTS]
    figures = measure(load_linguist(), documents, headings=True)
    below = {name: figures[name].f1 for name, floor in FLOORS[standard].items() if figures[name].f1 < floor}
    assert not below
