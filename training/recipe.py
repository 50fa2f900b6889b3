"""What the recipes of weights share: their command line, and how weights are printed to be put into a table."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from training.annotated import STORIES

STEP = 0.05  # that weights are printed in
Case = TypeVar("Case")
Found = TypeVar("Found")


def shown(weights: Mapping[str, float]) -> Iterator[str]:
    """Each weight as a line of the table that it belongs to, rounded to ``STEP``."""
    yield from (f'    "{name}": {STEP * round(weight / STEP):.2f},' for name, weight in weights.items())


def tell_weights(names: Iterable[str], weights: Iterable[float], tell: Callable[[str], None]) -> None:
    """Prints the lines of a table of weights."""
    for line in shown(dict(zip(names, map(float, weights), strict=True))):
        tell(line)


def left_out(
    kept: Sequence[tuple[Path, Sequence[Case]]], told: Callable[[Sequence[Case], Sequence[Case]], Found]
) -> list[tuple[Path, Found]]:
    """Each story's folder, and what ``told`` finds in its cases by those of all other stories."""
    found = []
    for number, (folder, own) in enumerate(kept):
        others = [case for n, (_, cases) in enumerate(kept) if n != number for case in cases]
        found.append((folder, told(own, others)))
    return found


def command(name: str, about: str | None, main: Callable[[Sequence[Path]], None]) -> None:
    """Runs a recipe (``python -m training.NAME``) over the folders of annotated stories that it is given."""
    parser = argparse.ArgumentParser(prog=f"python -m training.{name}", description=about)
    parser.add_argument("folders", nargs="*", type=Path, default=[STORIES])
    main(parser.parse_args().folders)
