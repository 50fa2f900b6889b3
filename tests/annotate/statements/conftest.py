"""The shipped model, loaded once for the tables of this folder."""

import pytest

from belegg.core.words import Linguist
from belegg.models.linguist import load_linguist


@pytest.fixture(scope="session")
def linguist() -> Linguist:
    """The model that the package carries."""
    return load_linguist()
