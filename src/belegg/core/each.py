"""How many things of one kind are gone through: one after another, or by several at once."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class Each(Protocol):
    """Gives a function's results for some items, in order. The function must depend on nothing that it changes."""

    def __call__(self, function: Callable[[Item], Result], items: Sequence[Item]) -> Sequence[Result]:
        """One result for each item."""


def one_by_one(function: Callable[[Item], Result], items: Sequence[Item]) -> Sequence[Result]:
    """Each item after the one before it."""
    return [function(item) for item in items]
