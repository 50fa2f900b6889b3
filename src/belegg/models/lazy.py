"""The linguist without its import: spaCy takes a second to import, which ``belegg --help`` need not wait for."""

import os
from importlib import import_module

from belegg.core.words import Linguist

# Read by NumPy's matrix libraries when they are loaded. Our products are small: a second thread costs more than it
# gains, and rounds in another way.
_THREADS = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


def load_linguist() -> Linguist:
    """The shipped linguist; imports spaCy when called, not before. Raises OSError where the model is missing."""
    os.environ.update(dict.fromkeys(_THREADS, "1"))
    linguist: Linguist = import_module("belegg.models.linguist").load_linguist()
    return linguist
