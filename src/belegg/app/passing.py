"""How records pass between processes: as rows of their values.

Left alone, a frozen dataclass with slots looks up its fields for each record that is sent and set each by itself in
each that comes, which takes three times as long.
"""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from multiprocessing.reduction import ForkingPickler
from operator import attrgetter
from typing import Any

from belegg.core import annotation, article, comparison, judgement, reasoning, spans, words

_MODULES = (annotation, article, comparison, judgement, reasoning, spans, words)


def pass_as_rows() -> None:
    """From now on this process sends the records of the core as rows."""
    for record in records():
        ForkingPickler.register(record, _row(record))


def records() -> Iterator[type]:
    """The core's records of two fields and more."""
    for module in _MODULES:
        yield from (r for r in vars(module).values() if is_dataclass(r) and isinstance(r, type) and len(fields(r)) > 1)


def _row(record: type) -> Callable[[object], tuple[type, tuple[Any, ...]]]:
    values = attrgetter(*(f.name for f in fields(record)))
    return lambda one: (record, values(one))
