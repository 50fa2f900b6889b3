"""A floor under the pipeline's figures, on a fixed part of the official dev parts of both standards."""

import pytest

from belegg.models.linguist import load_linguist
from tests.shared import shared
from training.corpus import load_part
from training.evaluate import measure

FLOORS = {
    "nb": {"tokens": 99.8, "sentences": 95.5, "UPOS": 97.0, "lemma": 97.5, "LAS": 85.5, "names": 91.0},
    "nn": {"tokens": 99.8, "sentences": 96.5, "UPOS": 96.0, "lemma": 97.0, "LAS": 82.0, "names": 87.0},
}
DOCUMENTS = 4


@pytest.mark.parametrize("standard", ["nb", "nn"])
def test_figures_stay_above_their_floors(standard: str) -> None:
    documents = load_part(shared("data"), standard, "dev")[:DOCUMENTS]
    figures = measure(load_linguist(), documents, headings=True)
    below = {name: figures[name].f1 for name, floor in FLOORS[standard].items() if figures[name].f1 < floor}
    assert not below
