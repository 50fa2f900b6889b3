"""Fits which of a claim's sayings words it best (``reason/_headline.py``), from what annotators call their claims.

``python -m training.headline [GOLD_DIR...]``: each folder below a ``GOLD_DIR`` (default ``training/stories``) that has
a ``gold.json`` is one story. A claim is a choice among the sayings that may stand for it; those are right that are most
like the proposition of the annotated claim that has most of its members (share of word beginnings that both have,
Dice). Printed is that likeness for each folder, of the sayings chosen with the story left out, of an average one and of
the best; then the weights of all. Set OMP_NUM_THREADS=1.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from belegg.evaluate.claiming import wanted_members
from belegg.evaluate.regions import half_covered
from belegg.models.lazy import load_meaning
from belegg.reason._headline import WEIGHTS, candidates, clarity
from belegg.reason._likeness import Comparing
from belegg.reason._material import material_of
from belegg.reason._members import Bearer, bearers
from belegg.reason._nearness import Nearness
from belegg.reason.claims import told_together
from training.annotated import Annotated, stories_with_claims
from training.recipe import command, left_out, tell_weights
from training.regression import Choice, Floats, chosen

BEGINNING = 5  # characters of a word that forms and standards mostly share
LEAST = 3  # characters of a word that tells something


@dataclass(frozen=True)
class Case:
    """The sayings that may stand for a claim: their features, and how like the annotator's words they are."""

    rows: Floats
    likeness: Floats

    @property
    def choice(self) -> Choice:
        return Choice(self.rows, self.likeness >= self.likeness.max())


def cases(story: Annotated) -> Iterator[Case]:
    """The claims of a story that have several wordings and an annotated one."""
    near = Nearness(material_of(story.index, story.articles, story.dossier.passages), story.index, load_meaning())
    drafts = told_together(near, story.index)
    comparing = Comparing(near, drafts)
    for draft in drafts:
        found = bearers(draft, near.material)
        wording = _wording(story, found)
        able = candidates(found, draft, has_come=False)
        if wording and len(able) > 1:
            alike = comparing.likeness(draft)
            features = [clarity(n, found, alike, story.index) for n in able]
            likeness = np.array([_like(wording, _text(story, found[n])) for n in able])
            if likeness.max() > likeness.min():
                yield Case(np.array([[own[name] for name in WEIGHTS] for own in features]), likeness)


def _text(story: Annotated, bearer: Bearer) -> str:
    return story.index.text(bearer.saying.place)


def _wording(story: Annotated, found: Sequence[Bearer]) -> str:
    """What annotators call the claim that most of these are members of."""
    called = {c["id"]: c.get("proposition") or "" for c in story.gold.data["claims"]}
    met: Counter[str] = Counter()
    for bearer in found:
        words = story.region(bearer.saying.place.article, (bearer.saying.place.span,))
        met.update(c for c, own in wanted_members(story.gold).items() if any(half_covered(w, words) for w in own))
    return called[max(met, key=lambda c: met[c])] if met else ""


def _like(one: str, other: str) -> float:
    left, right = (
        {w[:BEGINNING] for w in re.findall(r"\w+", text.lower()) if len(w) >= LEAST or w.isdigit()}
        for text in (one, other)
    )
    return 2 * len(left & right) / (len(left) + len(right) or 1)


def weights_of(given: Sequence[Case]) -> Floats:
    """The weights of a conditional logit over all that is given."""
    return chosen([case.choice for case in given], [1.0] * len(given))


def _likeness(own: Sequence[Case], others: Sequence[Case]) -> tuple[float, float, float, int]:
    """Of what is chosen, of an average saying, and of the best: the sums over the claims, and how many these are."""
    weights = weights_of(others)
    picked = sum(float(c.likeness[(c.rows @ weights).argmax()]) for c in own)
    return picked, sum(float(c.likeness.mean()) for c in own), sum(float(c.likeness.max()) for c in own), len(own)


def main(folders: Sequence[Path], tell: Callable[[str], None] = print) -> None:
    """Prints the likeness in each folder with its stories left out, and the weights of all."""
    kept = [(folder, list(cases(story))) for folder, story in stories_with_claims(folders)]
    apart = left_out(kept, _likeness)
    for folder in folders:
        picked, average, best, size = np.sum([found for f, found in apart if f == folder], axis=0)
        tell(
            f"{folder}: {int(size)} claims: {picked / size:.3f} (average {average / size:.3f}, best {best / size:.3f})"
        )
    weights = weights_of([case for _, found in kept for case in found])
    tell_weights(WEIGHTS, weights, tell)


if __name__ == "__main__":
    command("headline", __doc__, main)
