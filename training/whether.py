"""Fits the weights that tell whether an event has come about (``reason/_whether.py``), and how well they do.

``python -m training.whether [GOLD_DIR...]``: each folder below a ``GOLD_DIR`` (default ``training/stories``) that has a
``gold.json`` is one story. Counted is what is gathered of one annotated event of which gold tells plainly whether it
has come about (``evaluate/standing.py``), where its clauses differ; each story is judged with the weights of all
others. Set OMP_NUM_THREADS=1.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np

from belegg.evaluate.standing import still_to_come
from belegg.reason._alike import WEIGHTS as GATHERING
from belegg.reason._when import TimeIndex, when
from belegg.reason._whether import DOUBT, WEIGHTS, features
from training.annotated import Annotated, stories_below
from training.events import met, told
from training.recipe import command, left_out, tell_weights
from training.regression import Floats
from training.regression import fitted as regressed

NAMES = tuple(WEIGHTS)
Case = tuple[Floats, bool]  # the features, and whether it has come about


def cases(story: Annotated) -> Iterator[Case]:
    """The events of a story that some clauses tell as done and others as to come."""
    found, times = told(story), TimeIndex(story.index)
    events = story.gold.items("events")
    to_come = still_to_come(story.gold, events) if "claims" in story.gold.data else {}
    last = max((h.told for h in found.happenings), default="")
    groups = found.gathered(GATHERING)
    one_to_one = met(found, groups)
    for number, group in enumerate(groups):
        labels = Counter(e for n in group for e in found.labels[n])
        most = min(labels, key=lambda e: (-labels[e], e), default=None)
        meant = one_to_one.get(number, most)
        event = None if meant is None else events[meant]
        members = [found.happenings[n] for n in group]
        given = features(members, when(members, times), last)
        if given and event is not None and event in to_come:
            yield np.array([given[name] for name in NAMES]), not to_come[event]


def fitted(given: Sequence[Case]) -> Floats:
    """The weights of a logistic regression over all that is given."""
    rows, right = np.array([row for row, _ in given]), np.array([float(done) for _, done in given])
    return regressed(rows, right, np.ones(len(given)))


def counted(own: Sequence[Case], weights: Floats) -> Counter[str]:
    """How many are told right, how many have not come about, how many are told so, and how many of those are right."""
    out = Counter({"all": len(own)})
    for row, done in own:
        said = row @ weights >= DOUBT
        out.update({"right": int(said == done), "to come": int(not done)})
        out.update({"told so": int(not said), "rightly": int(not said and not done)})
    return out


def main(folders: Sequence[Path], tell: Callable[[str], None] = print) -> None:
    """Prints what is told right in each folder with its story left out, and the weights of all."""
    kept = [(folder, list(cases(story))) for folder, story in stories_below(folders)]
    apart = left_out(kept, lambda own, others: counted(own, fitted(others)))
    for folder in folders:
        mine = sum((found for f, found in apart if f == folder), Counter[str]())
        tell(
            f"{folder}: {mine['right']} of {mine['all']} right; {mine['to come']} still to come,"
            f" {mine['told so']} told so, {mine['rightly']} of them rightly"
        )
    weights = fitted([case for _, found in kept for case in found])
    tell_weights(NAMES, weights, tell)


if __name__ == "__main__":
    command("whether", __doc__, main)
