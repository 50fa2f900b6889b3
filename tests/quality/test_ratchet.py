"""No figure falls under its floor."""

import tomllib
from pathlib import Path

import pytest

from belegg.core.dossier import Dossier
from belegg.evaluate import Report, evaluate, read_gold
from belegg.show.export import export
from tests.conftest import dossier_of
from tests.shared import ROOT, shared

Case = tuple[str, str, float]


def floors(name: str) -> list[Case]:
    """Layer, figure and floor, for each line of a table."""
    table = tomllib.loads((Path(__file__).parent / name).read_text(encoding="utf-8"))
    return [(layer, figure, floor) for layer, figures in table.items() for figure, floor in figures.items()]


def cases(name: str) -> pytest.MarkDecorator:
    rows = floors(name)
    return pytest.mark.parametrize(
        ("layer", "name", "floor"), rows, ids=[f"{layer}: {name}" for layer, name, _ in rows]
    )


def hold(report: Report, layer: str, name: str, floor: float) -> None:
    score = report.figure(layer, name).score
    assert score is not None
    assert score >= floor, f"{layer}, {name}: {score:.3f} is under its floor {floor}"


def invented(folder: str) -> Report:
    """The figures of a collection in the project, built from its texts."""
    stories = ROOT / "tests" / folder
    return evaluate(export(dossier_of(sorted(stories.glob("*/*.txt")))), read_gold([stories]))


@pytest.fixture(scope="module")
def open_gold(gold_stories: Dossier) -> Report:
    return evaluate(export(gold_stories), read_gold([shared("gold/stories")]))


@pytest.fixture(scope="module")
def developed_on() -> Report:
    return invented("gold_dev")


@pytest.fixture(scope="module")
def first_unseen() -> Report:
    return invented("gold_unseen")


@pytest.fixture(scope="module")
def read_since() -> Report:
    return invented("gold_read")


@pytest.fixture(scope="module")
def blind() -> Report:
    return invented("gold_blind")


@cases("floors.toml")
def test_the_open_gold_holds_its_floors(open_gold: Report, layer: str, name: str, floor: float) -> None:
    hold(open_gold, layer, name, floor)


@cases("floors_dev.toml")
def test_the_stories_developed_on_hold_their_floors(developed_on: Report, layer: str, name: str, floor: float) -> None:
    hold(developed_on, layer, name, floor)


@cases("floors_unseen.toml")
def test_the_stories_first_unseen_hold_their_floors(first_unseen: Report, layer: str, name: str, floor: float) -> None:
    hold(first_unseen, layer, name, floor)


@cases("floors_read.toml")
def test_the_stories_read_since_hold_their_floors(read_since: Report, layer: str, name: str, floor: float) -> None:
    hold(read_since, layer, name, floor)


@cases("floors_blind.toml")
def test_the_stories_nobody_has_read_hold_their_floors(blind: Report, layer: str, name: str, floor: float) -> None:
    hold(blind, layer, name, floor)
