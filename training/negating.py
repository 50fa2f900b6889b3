"""Fits the weights that tell whether a saying with a negation denies its claim (``reason/_negating.py``).

``python -m training.negating [GOLD_DIR...]``: each folder below a ``GOLD_DIR`` (default ``training/stories``) that has
a ``gold.json`` is one story. Learned from are the claims as the program joins them, each beside the annotated claim
that it has most of, and, at half the weight, the claims as they are annotated. Printed is, of each folder and with each
story left out, how many of the sayings that the program joins deny, and how many are read rightly when all of them are
said to support, and by the weights. Set OMP_NUM_THREADS=1.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from belegg.evaluate.claiming import Wanted, wanted_members
from belegg.evaluate.regions import Region, half_covered
from belegg.models.lazy import load_meaning
from belegg.reason._drafts import Draft
from belegg.reason._material import Material, material_of
from belegg.reason._members import reading_of
from belegg.reason._nearness import Nearness
from belegg.reason._negating import WEIGHTS
from belegg.reason._relations import open_negations
from belegg.reason.claims import told_together
from training.annotated import Annotated, stories_with_claims
from training.recipe import command, left_out, tell_weights
from training.regression import Floats, fitted

ANNOTATED = 0.5  # the weight of a case from a claim as it is annotated
Relations = Mapping[int, Set[str]]  # saying number to the relations that are right


@dataclass(frozen=True)
class Case:
    """A saying told with a negation: its features in the order of ``WEIGHTS``, and the relations that are right."""

    row: Floats
    relations: Set[str]
    weight: float


def cases(story: Annotated) -> Iterator[Case]:
    """What is told with a negation in the claims of a story."""
    near = Nearness(material_of(story.index, story.articles, story.dossier.passages), story.index, load_meaning())
    material = near.material
    claims = [_told(story, material, members) for members in wanted_members(story.gold).values()]
    for draft in told_together(near, story.index):
        met = Counter({n: len(told.keys() & draft.said.keys()) for n, told in enumerate(claims)})
        if met.total():
            yield from _cases(draft, material, claims[met.most_common(1)[0][0]], 1.0)
    for told in claims:
        yield from _cases(Draft({n: material.said[n] for n in told if material.said[n]}), material, told, ANNOTATED)


def _told(story: Annotated, material: Material, members: Mapping[Region, Wanted]) -> Relations:
    """The sayings that stand on the words of an annotated claim's members."""
    regions = {s.number: story.region(s.place.article, s.spans) for s in material.sayings}
    found = ((n, m) for n, words in regions.items() for w, m in members.items() if half_covered(w, words))
    return {n: m.relations for n, m in found}


def _cases(draft: Draft, material: Material, told: Relations, weight: float) -> Iterator[Case]:
    readings = [reading_of(draft, n, material) for n in sorted(draft.said)]
    for number, features in open_negations(readings).items():
        if number in told:
            yield Case(np.array([features[name] for name in WEIGHTS]), told[number], weight)


def weights_of(given: Sequence[Case]) -> Floats:
    """The weights of a logistic regression over all that is given."""
    right = np.array([float("denies" in case.relations) for case in given])
    return fitted(np.array([case.row for case in given]), right, np.array([case.weight for case in given]))


def hits(given: Sequence[Case], weights: Floats) -> int:
    """How many are read rightly."""
    return sum(("denies" if case.row @ weights > 0 else "supports") in case.relations for case in given)


def _counts(own: Sequence[Case], others: Sequence[Case]) -> tuple[int, int, int, int]:
    joined = [case for case in own if case.weight == 1]
    denying = sum("denies" in case.relations for case in joined)
    return len(joined), denying, hits(joined, np.zeros(len(WEIGHTS))), hits(joined, weights_of(others))


def main(folders: Sequence[Path], tell: Callable[[str], None] = print) -> None:
    """Prints the counts of each folder with its stories left out, and the weights of all."""
    kept = [(folder, list(cases(story))) for folder, story in stories_with_claims(folders)]
    apart = left_out(kept, _counts)
    for folder in folders:
        found = np.sum([counts for f, counts in apart if f == folder], axis=0)
        tell(f"{folder}: {found[0]}, denying {found[1]}; right {found[2]}, by weight {found[3]}")
    weights = weights_of([case for _, found in kept for case in found])
    tell_weights(WEIGHTS, weights, tell)


if __name__ == "__main__":
    command("negating", __doc__, main)
