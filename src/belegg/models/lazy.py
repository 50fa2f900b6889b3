"""The models without their imports: spaCy takes a second to import, which ``belegg --help`` need not wait for."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType

from belegg.core.meaning import Meaning
from belegg.core.words import Linguist

# Read by NumPy's matrix libraries when they are loaded. Our products are small: a second thread costs more than it
# gains, and rounds in another way.
_THREADS = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
# spaCy imports its own command line, and with it HTTP clients and a project manager: a third of its import.
_COMMAND_LINE = ("spacy.cli", "spacy.cli.info")


def use_one_thread() -> None:
    """Tells NumPy's matrix libraries to use one thread; they listen only until NumPy is imported."""
    os.environ.update(dict.fromkeys(_THREADS, "1"))


def load_meaning() -> Meaning:
    """The shipped table of what words mean; imports NumPy when called, not before."""
    use_one_thread()
    meaning: Meaning = import_module("belegg.models.meaning").load_meaning()
    return meaning


def load_linguist() -> Linguist:
    """The shipped linguist; imports spaCy when called, not before. Raises OSError where the model is missing."""
    use_one_thread()
    with _without_command_line():
        module = import_module("belegg.models.linguist")
    linguist: Linguist = module.load_linguist()
    return linguist


@contextmanager
def _without_command_line() -> Iterator[None]:
    """While spaCy is imported, an empty module stands where its command line is; afterwards that can be imported."""
    if "spacy" in sys.modules:
        yield
        return
    for name in _COMMAND_LINE:
        sys.modules[name] = ModuleType(name)
    vars(sys.modules[_COMMAND_LINE[-1]])["info"] = None
    try:
        yield
    finally:
        for name in _COMMAND_LINE:
            del sys.modules[name]
