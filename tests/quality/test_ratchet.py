"""No figure falls under its floor."""

import tomllib
from functools import cache
from pathlib import Path

import pytest

from belegg.core.dossier import Dossier
from belegg.evaluate import Report, evaluate, read_gold
from belegg.show.export import export
from tests.conftest import dossier_of
from tests.shared import ROOT, shared

Case = tuple[str, str, float]


COLLECTIONS = {  # the table of its floors, and the folder that it lies in
    "floors_dev.toml": "tests/gold_dev",
    "floors_unseen.toml": "tests/gold_unseen",
    "floors_read.toml": "tests/gold_read",
    "floors_blind.toml": "tests/gold_blind",
    "floors_stories.toml": "training/stories",
}


def floors(name: str) -> list[Case]:
    """Layer, figure and floor, for each line of a table."""
    table = tomllib.loads((Path(__file__).parent / name).read_text(encoding="utf-8"))
    return [(layer, figure, floor) for layer, figures in table.items() for figure, floor in figures.items()]


def hold(report: Report, layer: str, name: str, floor: float) -> None:
    score = report.figure(layer, name).score
    assert score is not None
    assert score >= floor, f"{layer}, {name}: {score:.3f} is under its floor {floor}"


def label(value: object) -> str:
    """What a case is called by: everything but its floor."""
    return "" if isinstance(value, float | int) else str(value)


@cache
def invented(folder: str) -> Report:
    """The figures of a collection in the project, built from its texts."""
    stories = ROOT / folder
    return evaluate(export(dossier_of(sorted(stories.glob("*/*.txt")))), read_gold([stories]))


@pytest.fixture(scope="module")
def open_gold(gold_stories: Dossier) -> Report:
    return evaluate(export(gold_stories), read_gold([shared("gold/stories")]))


@pytest.mark.parametrize(("layer", "name", "floor"), floors("floors.toml"), ids=label)
def test_the_open_gold_holds_its_floors(open_gold: Report, layer: str, name: str, floor: float) -> None:
    hold(open_gold, layer, name, floor)


@pytest.mark.parametrize(
    ("folder", "layer", "name", "floor"),
    [(folder, *case) for table, folder in COLLECTIONS.items() for case in floors(table)],
    ids=label,
)
def test_the_invented_stories_hold_their_floors(folder: str, layer: str, name: str, floor: float) -> None:
    hold(invented(folder), layer, name, floor)
