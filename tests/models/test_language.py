"""Languages at paragraph length: sentences of our own, and the aligned pairs where they are there."""

import gzip
from pathlib import Path

import pytest

from belegg.models.language import load_identifier
from tests.shared import shared

ROWS = (Path(__file__).parent / "languages.tsv").read_text("utf-8").splitlines()
PARAGRAPHS = [tuple(row.split("\t")) for row in ROWS if not row.startswith("#")]


@pytest.mark.parametrize(("language", "text"), PARAGRAPHS)
def test_a_paragraph_is_told(language: str, text: str) -> None:
    assert load_identifier().identify(text) == language


@pytest.mark.parametrize(("side", "language"), [(0, "nb"), (1, "nn")])
def test_the_written_standards_are_told_apart(side: int, language: str) -> None:
    path = shared("data/nb-nn-pairs/nb_nn_test.tsv.gz")
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        sentences = [row.rstrip("\n").split("\t")[side] for row in rows][:3000]
    identify = load_identifier().identify
    paragraphs = [" ".join(sentences[i : i + 3]) for i in range(0, len(sentences), 3)]
    assert sum(identify(p) == language for p in paragraphs) / len(paragraphs) >= 0.98
