"""Fits the weights that tell where an event was (``reason/_where.py``), and how well they do on stories left out.

``python -m training.where [GOLD_DIR...]``: each folder below a ``GOLD_DIR`` (default ``training/stories``) that has a
``gold.json`` is one story. What is gathered and meets one annotated event best is a choice among the places that the
story tells, and nowhere; one is right as where events are scored. Set OMP_NUM_THREADS=1.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from belegg.reason._alike import WEIGHTS as GATHERING
from belegg.reason._nearby import Nearby
from belegg.reason._where import NOWHERE, WEIGHTS, PlaceIndex, choices
from training.annotated import Annotated, stories_below
from training.events import met, told
from training.recipe import command, left_out, tell_weights
from training.regression import Choice, Floats
from training.when import fitted, hits

NAMES = tuple(WEIGHTS)
Ints = NDArray[np.int64]


def cases(story: Annotated) -> Iterator[Choice]:
    """The annotated events of a story that are gathered, in each nowhere last."""
    found, events = told(story), story.gold.items("events")
    places = PlaceIndex(Nearby(story.index), found.happenings)
    groups = found.gathered(GATHERING)
    for number, event in met(found, groups).items():
        given = choices([found.happenings[n] for n in groups[number]], places)
        if not events[event].optional and len(given) > 1:
            rows = np.array([[features.get(name, 0.0) for name in NAMES] for features in given.values()])
            wanted = events[event].accepts("place")
            yield Choice(rows, np.array([_is_right(story, place, wanted) for place in given]))


def _is_right(story: Annotated, place: str, wanted: set[str | None]) -> bool:
    if place == NOWHERE:
        return None in wanted
    return any(story.meant(w).named_like(story.party(place)) for w in wanted - {None})


def right(given: Sequence[Choice], weights: Floats) -> Ints:
    """How many are right, of how many; of those that have a place, how many are, of how many."""
    placed = [c for c in given if not c.right[-1]]
    return np.array([hits(given, weights), len(given), hits(placed, weights), len(placed)])


def main(folders: Sequence[Path], tell: Callable[[str], None] = print) -> None:
    """Prints how many events of each folder have the right place, or rightly none, with its story left out.

    Then, of those that have a place, how many have the right one; and the weights of all stories.
    """
    kept = [(folder, list(cases(story))) for folder, story in stories_below(folders)]
    apart = left_out(kept, lambda own, others: right(own, fitted(others)))
    for folder in folders:
        hit, of, placed_hit, placed_of = sum((found for f, found in apart if f == folder), np.zeros(4, np.int64))
        tell(f"{folder}: {hit} of {of}; of those with a place {placed_hit} of {placed_of}")
    tell_weights(NAMES, fitted([c for _, found in kept for c in found]), tell)


if __name__ == "__main__":
    command("where", __doc__, main)
