"""The processes that share the work of a build.

They are forked from one that has loaded the model already: it is loaded once, while the program itself reads its
inputs, and its memory is shared. Where processes cannot be forked from another (Windows) each loads its own.
"""

import gc
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import forkserver, get_all_start_methods, get_context, parent_process
from multiprocessing.process import BaseProcess
from threading import Thread
from types import TracebackType
from typing import Self, TypeVar

from belegg.app.passing import pass_as_rows
from belegg.models.lazy import use_one_thread

Item = TypeVar("Item")
Result = TypeVar("Result")

_METHOD = "forkserver" if "forkserver" in get_all_start_methods() else "spawn"
_AT_MOST = 61  # processes that Windows can wait for
_COLLECT_AFTER = (20_000, 20, 50)  # objects, and rounds of the younger two generations


def call_up() -> None:
    """Begins to make processes ready, without waiting; a crew that is not needed after all costs only the attempt.

    They inherit how many threads matrix libraries may use, which those read as soon as a stage is imported.
    """
    use_one_thread()
    if _METHOD == "forkserver":
        forkserver.set_forkserver_preload(["__main__", "belegg.app.ready"])
        forkserver.ensure_running()


def keep_much() -> None:
    """Lets the collector of cycles look seldom: nearly all that a build makes has none, and much of it stays."""
    gc.set_threshold(*_COLLECT_AFTER)


@contextmanager
def keeping_all() -> Iterator[None]:
    """Lets the collector rest while much is made that stays, and never look at that afterwards."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()  # else it would go through all of it at once
        gc.enable()


def _begin() -> None:
    """Ends this process when the program is killed: nobody would ask it for anything any more."""
    keep_much()
    pass_as_rows()
    program = parent_process()
    if program is not None:
        Thread(target=_end_after, args=(program,), daemon=True).start()


def _end_after(program: BaseProcess) -> None:
    program.join()
    os._exit(1)


class Crew:
    """Maps functions over items, here or in several processes; the results are the same and in the same order.

    Functions and items must be such as can be pickled where ``workers`` is more than one.
    """

    def __init__(self, workers: int = 1) -> None:
        self.workers = workers
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        if self.workers > 1:
            call_up()
            pass_as_rows()
            self._pool = ProcessPoolExecutor(
                min(self.workers, _AT_MOST), mp_context=get_context(_METHOD), initializer=_begin
            )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.dismiss()

    def dismiss(self) -> None:
        """Ends the processes: what is left to do is done here. This one has no threads then, and can be copied."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def map(self, function: Callable[[Item], Result], items: Iterable[Item], together: int = 1) -> Iterator[Result]:
        """The function's results, in order; the items are gone through at once, ``together`` of them a task."""
        if self._pool is None:
            return map(function, items)
        return self._pool.map(function, items, chunksize=together)
