"""No figure falls under its floor."""

import tomllib
from pathlib import Path

import pytest

from belegg.core.dossier import Dossier
from belegg.evaluate import Report, evaluate, read_gold
from belegg.show.export import export
from tests.shared import shared

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))
CASES = [(layer, name, floor) for layer, figures in FLOORS.items() for name, floor in figures.items()]


@pytest.fixture(scope="module")
def report(gold_stories: Dossier) -> Report:
    return evaluate(export(gold_stories), read_gold([shared("gold/stories")]))


@pytest.mark.parametrize(("layer", "name", "floor"), CASES, ids=[f"{layer}: {name}" for layer, name, _ in CASES])
def test_no_figure_falls_under_its_floor(report: Report, layer: str, name: str, floor: float) -> None:
    score = report.figure(layer, name).score
    assert score is not None
    assert score >= floor, f"{layer}, {name}: {score:.3f} is under its floor {floor}"
