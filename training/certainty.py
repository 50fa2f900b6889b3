"""Fits how sure it is that several sources of a claim tell of one thing (``reason/_certainty.py``).

``python -m training.certainty [GOLD_DIR...]``: each folder below a ``GOLD_DIR`` (default ``training/stories``) that has
a ``gold.json`` is one story. Of the claims that several sources stand behind, those are right of which two sources are
annotated to tell of one claim, and that claim to be told by several. Printed is, of each folder and with each story
left out, how many claims are shown as told by several, and how many of those rightly: by all, and by those that are
sure. Set OMP_NUM_THREADS=1.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from belegg.evaluate.claiming import wanted_members
from belegg.evaluate.regions import Region, half_covered
from belegg.models.lazy import load_meaning
from belegg.reason._certainty import WEIGHTS, Told, behind, certainty
from belegg.reason._likeness import Comparing
from belegg.reason._material import material_of
from belegg.reason._members import bearers, origins
from belegg.reason._nearness import Nearness
from belegg.reason.claims import told_together
from training.annotated import Annotated, stories_with_claims
from training.recipe import command, left_out, tell_weights
from training.regression import Floats, fitted

SEVERAL = frozenset(("corroborated", "disputed"))
TELLING = frozenset(("supports", "expects"))


@dataclass(frozen=True)
class Case:
    """A claim that several sources stand behind: its features in the order of ``WEIGHTS``, and whether they do."""

    row: Floats
    right: bool


def cases(story: Annotated) -> Iterator[Case]:
    """The claims of a story that several stand behind; not those of which nothing is annotated."""
    near = Nearness(material_of(story.index, story.articles, story.dossier.passages), story.index, load_meaning())
    drafts, wanted = told_together(near, story.index), list(_told(story))
    comparing = Comparing(near, drafts)
    for draft in drafts:
        found = bearers(draft, near.material)
        _, numbers = origins(found, near.material.outlets, ())
        told = list(zip(found, numbers, strict=True))
        alike = comparing.likeness(draft)
        features = certainty(draft, told, alike, near)
        right = None if features is None else _is_right(story, [told[n] for n in behind(told)], wanted)
        if features is not None and right is not None:
            yield Case(np.array([features[name] for name in WEIGHTS]), right)


def _told(story: Annotated) -> Iterator[tuple[str, Region, bool]]:
    """The annotated members: of which claim ('' where it is not told by several), its words, whether they tell it."""
    several = {c["id"] for c in story.gold.data["claims"] if SEVERAL & _accepted(c)}
    for claim, members in wanted_members(story.gold).items():
        yield from ((claim if claim in several else "", w, bool(m.relations & TELLING)) for w, m in members.items())


def _accepted(claim: Mapping[str, object]) -> set[object]:
    field = "evidence" if "evidence" in claim else "status"
    other = claim.get(f"{field}_alt") or []
    return {claim.get(field), *(other if isinstance(other, list) else [other])}


def _is_right(story: Annotated, told: Sequence[Told], wanted: Sequence[tuple[str, Region, bool]]) -> bool | None:
    """Whether two sources tell of one annotated claim that several tell; none where nothing of it is annotated."""
    sources: dict[str, set[int]] = defaultdict(set)
    met = False
    for bearer, origin in told:
        words = story.region(bearer.saying.place.article, (bearer.saying.place.span,))
        for claim, region, tells in wanted:
            if half_covered(region, words):
                met = True
                if claim and tells:
                    sources[claim].add(origin)
    return any(len(found) > 1 for found in sources.values()) if met else None


def weights_of(given: Sequence[Case]) -> Floats:
    """The weights of a logistic regression over all that is given."""
    rows = np.array([case.row for case in given])
    return fitted(rows, np.array([float(case.right) for case in given]), np.ones(len(given)))


def _counts(own: Sequence[Case], others: Sequence[Case]) -> tuple[int, int, int, int]:
    """All claims, those of them that are right, and the same of those that are sure."""
    weights = weights_of(others)
    sure = [case for case in own if case.row @ weights > 0]
    return len(own), sum(c.right for c in own), len(sure), sum(c.right for c in sure)


def main(folders: Sequence[Path], tell: Callable[[str], None] = print) -> None:
    """Prints the counts of each folder with its stories left out, and the weights of all."""
    kept = [(folder, list(cases(story))) for folder, story in stories_with_claims(folders)]
    apart = left_out(kept, _counts)
    for folder in folders:
        every, right, sure, truly = np.sum([found for f, found in apart if f == folder], axis=0)
        tell(f"{folder}: all {every}, right {right}; sure {sure}, right {truly}")
    weights = weights_of([case for _, found in kept for case in found])
    tell_weights(WEIGHTS, weights, tell)


if __name__ == "__main__":
    command("certainty", __doc__, main)
