"""Fits the weights that tell when an event was (``reason/_when.py``), and tells how well they do on stories left out.

``python -m training.when [GOLD_DIR...]``: each folder below a ``GOLD_DIR`` (default ``training/stories``) that has a
``gold.json`` is one story. What is gathered and tells mostly of one annotated event is a choice among the times that
the story tells; one is right if it begins with the annotated time, as where events are scored. Set OMP_NUM_THREADS=1.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np

from belegg.evaluate.sources import Item
from belegg.reason._alike import WEIGHTS as GATHERING
from belegg.reason._when import WEIGHTS, TimeIndex, choices
from training.annotated import Annotated, stories_below
from training.events import told
from training.recipe import command, left_out, tell_weights
from training.regression import Choice, Floats, chosen

NAMES = tuple(WEIGHTS)


def cases(story: Annotated) -> Iterator[Choice]:
    """The events of a story that are gathered and have an annotated time, each a choice among times."""
    found, times = told(story), TimeIndex(story.index)
    events = story.gold.items("events")
    for group in found.gathered(GATHERING):
        labels = Counter(e for n in group for e in found.labels[n])
        event = events[min(labels, key=lambda e: (-labels[e], e))] if labels else None
        given = choices([found.happenings[n] for n in group], times)
        if event is not None and not event.optional and event.raw.get("time") and given:
            rows = np.array([[features.get(name, 0.0) for name in NAMES] for features in given.values()])
            yield Choice(rows, np.array([_is_right(event, value) for value in given]))


def _is_right(event: Item, value: str) -> bool:
    wanted = (part.strip() for time in event.accepts("time") - {None} for part in (time, *time.split(";")))
    return any(value.startswith(part) for part in wanted)


def fitted(given: Sequence[Choice]) -> Floats:
    """The weights of a conditional logit over all that is given."""
    return chosen(given, [1.0] * len(given))


def hits(given: Sequence[Choice], weights: Floats) -> int:
    """How often the heaviest choice is right."""
    return sum(bool(c.right[(c.rows @ weights).argmax()]) for c in given)


def main(folders: Sequence[Path], tell: Callable[[str], None] = print) -> None:
    """Prints how many events of each folder have the right time with its story left out, and the weights of all."""
    kept = [(folder, list(cases(story))) for folder, story in stories_below(folders)]
    apart = left_out(kept, lambda own, others: (hits(own, fitted(others)), len(own)))
    for folder in folders:
        mine = [found for f, found in apart if f == folder]
        tell(f"{folder}: {sum(r for r, _ in mine)} of {sum(n for _, n in mine)}")
    weights = fitted([c for _, found in kept for c in found])
    tell_weights(NAMES, weights, tell)


if __name__ == "__main__":
    command("when", __doc__, main)
