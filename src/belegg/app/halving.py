"""Work shared by a process and a copy of it, which has all that the one has without its being sent.

One long story is told, and one large page written, by one process while others have nothing left to do.
"""

import gc
import os
import pickle
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.reduction import ForkingPickler
from signal import SIGKILL
from typing import NoReturn, TypeVar

from belegg.core.each import one_by_one

Item = TypeVar("Item")
Result = TypeVar("Result")
Work = Callable[[], Result]

# How nice a process is whose work can wait: of processors that others want it gets so much that events, which take
# half as long as claims and are told beside them, come to their end with these.
_GIVES_WAY = 5


@contextmanager
def begun(work: Work[Result], can_wait: bool = False) -> Iterator[Work[Result]]:
    """Has a copy of this process do the work, and gives what waits for its result.

    The work must depend on nothing that it changes, and its result must be such as can be pickled. Where there can be
    no copy (Windows), or nothing comes from it, it is done here when its result is asked for. ``can_wait``: others are
    to be done first.
    """
    if not hasattr(os, "fork"):
        yield work
        return
    receiving, sending = os.pipe()
    copy = os.fork()
    if not copy:
        _tell(sending, work, can_wait)
    try:
        os.close(sending)
        with os.fdopen(receiving, "rb") as told:

            def heard() -> Result:
                try:
                    found: Result = pickle.load(told)
                except (EOFError, pickle.UnpicklingError):  # the copy came to an end before
                    return work()
                return found

            yield heard
    finally:
        os.kill(copy, SIGKILL)  # it has told all, or nobody waits for it any more
        os.waitpid(copy, 0)


def by_two(function: Callable[[Item], Result], items: Sequence[Item]) -> Sequence[Result]:
    """The function's results, in order; a copy of this process goes through every second item (``begun``)."""
    if not hasattr(os, "fork") or len(items) < 2:
        return one_by_one(function, items)
    with begun(lambda: [function(item) for item in items[1::2]]) as others:
        own = [function(item) for item in items[::2]]
        told = others()
    found = [*own, *told]
    found[::2], found[1::2] = own, told
    return found


def _tell(sending: int, work: Work[Result], can_wait: bool) -> NoReturn:
    """What the copy does, all told in one go; it ends here whatever happens, for the rest is not its to do."""
    try:
        gc.disable()  # a collector that looks at what is shared would copy it
        if can_wait:
            os.nice(_GIVES_WAY)
        told = ForkingPickler.dumps(work())
        with os.fdopen(sending, "wb") as file:
            file.write(told)
    finally:
        os._exit(0)
