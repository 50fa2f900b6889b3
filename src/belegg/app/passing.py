"""How records pass between processes: as rows of their values.

Left alone, a frozen dataclass with slots looks up its fields for each record that is sent and set each by itself in
each that comes, which takes three times as long.
"""

import pickle
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from multiprocessing.reduction import ForkingPickler
from operator import attrgetter
from typing import Any, Generic, TypeVar, cast

from belegg.core import annotation, article, comparison, judgement, reasoning, spans, words

Item = TypeVar("Item")
_MODULES = (annotation, article, comparison, judgement, reasoning, spans, words)


class Sent(Generic[Item]):
    """Something that goes to another process, made into bytes already."""

    __slots__ = ("_told",)

    def __init__(self, item: Item) -> None:
        self._told = bytes(ForkingPickler.dumps(item))

    def opened(self) -> Item:
        """A copy of what was sent."""
        return cast("Item", pickle.loads(self._told))


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
