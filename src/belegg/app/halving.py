"""Work shared by a process and a copy of it, which has all that the one has without its being sent.

One long story is told, and one large page written, by one process while others have nothing left to do.
"""

import gc
import os
import pickle
from collections.abc import Callable, Sequence
from multiprocessing.reduction import ForkingPickler
from signal import SIGKILL
from typing import BinaryIO, NoReturn, TypeVar

from belegg.core.each import one_by_one

Item = TypeVar("Item")
Result = TypeVar("Result")


def by_two(function: Callable[[Item], Result], items: Sequence[Item]) -> Sequence[Result]:
    """The function's results, in order; a copy of this process goes through every second item.

    The function must depend on nothing that it changes, and its results must be such as can be pickled. Where there
    can be no copy (Windows), or nothing comes from it, this process does all.
    """
    if not hasattr(os, "fork") or len(items) < 2:
        return one_by_one(function, items)
    receiving, sending = os.pipe()
    copy = os.fork()
    if not copy:
        _tell(sending, function, items[1::2])
    try:
        os.close(sending)
        with os.fdopen(receiving, "rb") as told:
            own = [function(item) for item in items[::2]]
            others: list[Result] | None = _heard(told)
    finally:
        os.kill(copy, SIGKILL)  # it has told all, or nobody waits for it any more
        os.waitpid(copy, 0)
    if others is None:
        others = [function(item) for item in items[1::2]]
    found = [*own, *others]
    found[::2], found[1::2] = own, others
    return found


def _tell(sending: int, function: Callable[[Item], Result], items: Sequence[Item]) -> NoReturn:
    """What the copy does, all told in one go; it ends here whatever happens, for the rest is not its to do."""
    try:
        gc.disable()  # a collector that looks at what is shared would copy it
        told = ForkingPickler.dumps([function(item) for item in items])
        with os.fdopen(sending, "wb") as file:
            file.write(told)
    finally:
        os._exit(0)


def _heard(told: BinaryIO) -> list[Result] | None:
    """What the copy has told; None where it came to an end before."""
    try:
        found: list[Result] = pickle.load(told)
    except (EOFError, pickle.UnpicklingError):
        return None
    return found
