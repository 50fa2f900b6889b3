"""Imported by the process from which a crew is forked, and by nothing else: it loads what the crew shares."""

import gc
from contextlib import suppress

from belegg.app import reasoning
from belegg.app.annotating import linguist_of
from belegg.models.lazy import load_linguist

__all__ = ["reasoning"]

with suppress(Exception):  # what is wrong is told where the model is asked for
    linguist_of(load_linguist)
gc.freeze()  # a collector that looks at what is shared would copy it
