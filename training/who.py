"""Fits the weights that tell who takes part in an event (``reason/_who.py``), and how well they do on stories left out.

``python -m training.who [GOLD_DIR...]``: each folder below a ``GOLD_DIR`` (default ``training/stories``) that has a
``gold.json`` is one story. Of what is gathered and meets one annotated event best, everybody named near it takes part
or does not, by name, as where events are scored. Set OMP_NUM_THREADS=1.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from belegg.reason._alike import WEIGHTS as GATHERING
from belegg.reason._nearby import Nearby
from belegg.reason._who import LIKELY, WEIGHTS, WhoIndex, candidates
from training.annotated import Annotated, stories_below
from training.events import Figures, f1, met, told
from training.recipe import command, left_out, tell_weights
from training.regression import Floats, fitted

NAMES = tuple(WEIGHTS)


@dataclass(frozen=True)
class Asked:
    """One event: a row of features for everybody, whom of the annotated each is (-1: none), and how many those are."""

    rows: Floats
    meant: tuple[int, ...]
    wanted: int


def cases(story: Annotated) -> Iterator[Asked]:
    """The annotated events of a story that are gathered."""
    found, events, who = told(story), story.gold.items("events"), WhoIndex(Nearby(story.index))
    groups = found.gathered(GATHERING)
    for number, event in met(found, groups).items():
        if not events[event].optional:
            given = candidates([found.happenings[n] for n in groups[number]], who)
            people = [story.meant(p) for p in events[event].raw["participants"]]
            parties = [story.party(entity) for entity in given]
            meant = tuple(next((n for n, p in enumerate(people) if p.same(party)), -1) for party in parties)
            rows = [[features.get(name, 0.0) for name in NAMES] for features in given.values()]
            yield Asked(np.array(rows).reshape(-1, len(NAMES)), meant, len(people))


def learned(given: Sequence[Asked]) -> Floats:
    """The weights that tell best who takes part."""
    right = np.array([float(n >= 0) for case in given for n in case.meant])
    return fitted(np.vstack([case.rows for case in given]), right, np.ones(len(right)))


def figures(given: Sequence[Asked], weights: Floats) -> Figures:
    """How many are told rightly, are annotated, are told."""
    told_of = [[n for n, worth in zip(c.meant, c.rows @ weights, strict=True) if worth > LIKELY] for c in given]
    hits = sum(len(set(found) - {-1}) for found in told_of)
    return hits, sum(case.wanted for case in given), sum(map(len, told_of))


def main(folders: Sequence[Path], tell: Callable[[str], None] = print) -> None:
    """Prints how well the participants of each folder's events are told with their story left out, and the weights."""
    kept = [(folder, list(cases(story))) for folder, story in stories_below(folders)]
    apart = left_out(kept, lambda own, others: figures(own, learned(others)))
    for folder in folders:
        tell(f"{folder}: {f1(found for f, found in apart if f == folder)}")
    tell_weights(NAMES, learned([c for _, found in kept for c in found]), tell)


if __name__ == "__main__":
    command("who", __doc__, main)
