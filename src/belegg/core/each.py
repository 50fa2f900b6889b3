"""How many things are gone through: one after another, or by several at once."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar, cast

Item = TypeVar("Item")
Result = TypeVar("Result")
One = TypeVar("One")
Other = TypeVar("Other")


class Each(Protocol):
    """Gives a function's results for some items, in order. The function must depend on nothing that it changes."""

    def __call__(self, function: Callable[[Item], Result], items: Sequence[Item]) -> Sequence[Result]:
        """One result for each item."""


def one_by_one(function: Callable[[Item], Result], items: Sequence[Item]) -> Sequence[Result]:
    """Each item after the one before it."""
    return [function(item) for item in items]


def both(each: Each, one: Callable[[], One], other: Callable[[], Other]) -> tuple[One, Other]:
    """What two that do not need each other give; the second is the one to give less, for it may have to be sent."""
    return cast("tuple[One, Other]", tuple(each(_given, (one, other))))


def _given(work: Callable[[], object]) -> object:
    return work()
