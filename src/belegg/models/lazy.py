"""The linguist without its import: spaCy takes a second to import, which ``belegg --help`` need not wait for."""

from importlib import import_module

from belegg.core.words import Linguist


def load_linguist() -> Linguist:
    """The shipped linguist; imports spaCy when called, not before. Raises OSError where the model is missing."""
    linguist: Linguist = import_module("belegg.models.linguist").load_linguist()
    return linguist
