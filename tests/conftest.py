"""What many tests need once: the language model, and builds of whole folders."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from belegg.app.build import Tools, build
from belegg.core.dossier import Dossier
from belegg.models.language import load_identifier
from belegg.models.lazy import load_linguist
from belegg.read import read
from tests.shared import ROOT, shared


@cache
def built(inputs: tuple[str, ...]) -> Dossier:
    """One build of these inputs, kept for all tests of a run; an error of the program's own is not passed over."""
    dossier = build(read(inputs), Tools(load_linguist, load_identifier()))
    assert [r for r in dossier.rejected if "could be found" in r.reason] == []
    return dossier


def dossier_of(paths: Sequence[Path]) -> Dossier:
    return built(tuple(str(p) for p in paths))


@pytest.fixture(scope="session")
def examples() -> Dossier:
    """The dossier of the examples."""
    return dossier_of([ROOT / "examples" / "articles"])


@pytest.fixture(scope="session")
def seeds() -> Dossier:
    """The dossier of the five crawled pages."""
    return dossier_of(sorted(shared("seeds").glob("*.txt")))


@pytest.fixture(scope="session")
def gold_stories() -> Dossier:
    """The dossier of the texts of the annotated stories."""
    return dossier_of(sorted(shared("gold/stories").glob("*/*.txt")))
