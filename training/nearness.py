"""Fits the weights by which two propositions are of one claim (``reason/_nearness.py``) from annotated stories.

``python -m training.nearness [GOLD_DIR...]``: each folder below a ``GOLD_DIR`` (default ``training/stories``) that has
a ``gold.json`` is one story. Units that say several things are compared by what brings them nearest, which the weights
themselves decide, so a logistic regression is repeated with the pairs that the last one chose (hard expectation
maximisation). Printed are the average precision of each folder's pairs with the weights in use, and with those of the
other nine tenths of all stories; then the weights of all. Set OMP_NUM_THREADS=1.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from belegg.evaluate.claiming import wanted_members
from belegg.evaluate.regions import Region, half_covered, jaccard
from belegg.models.lazy import load_meaning
from belegg.reason._material import Material, material_of
from belegg.reason._nearness import WEIGHTS, Nearness
from training.annotated import Annotated, stories_below
from training.recipe import command
from training.regression import Floats, fitted

Ints = NDArray[np.int64]
FIXED = "persons"  # two persons who are not one: set by hand, and nothing else counts then
LEARNED = tuple(name for name in WEIGHTS if name != FIXED)
TENTHS = 10
CHOOSING = 3  # rounds of choosing the nearest pair and fitting again


@dataclass(frozen=True)
class Pairs:
    """The pairs of units of one story of which at least one is a member of a claim.

    ``rows``: pairs of propositions x features; ``pair``: the pair of units that each row is of; ``right``: 1 for pairs
    of units that are members of one claim.
    """

    rows: Floats
    pair: Ints
    right: Floats

    def nearest(self, weights: Floats) -> tuple[Floats, Floats]:
        """The features of the nearest propositions of each pair of units, and their score."""
        scores = self.rows @ weights
        order = np.lexsort((scores, self.pair))
        last = order[np.append(np.diff(self.pair[order]) > 0, True)]
        return self.rows[last], scores[last]


def pairs_of(story: Annotated) -> Pairs:
    """The pairs of a story."""
    material = material_of(story.index, story.articles, story.dossier.passages)
    return _pairs(material, Nearness(material, story.index, load_meaning()), _claims(material, story))


def _claims(material: Material, story: Annotated) -> list[set[str]]:
    """The gold claims that each unit is a member of."""
    homes: dict[Region, set[str]] = {}
    for claim, members in wanted_members(story.gold).items():
        for words in members:
            homes.setdefault(words, set()).add(claim)
    found = {s.number: _home(story.region(s.place.article, s.spans), homes) for s in material.sayings}
    return [set().union(*(found[n] for n in unit.sayings)) for unit in material.units]


def _home(words: Region, homes: Mapping[Region, set[str]]) -> set[str]:
    met = [region for region in homes if half_covered(region, words)]
    return homes[max(met, key=lambda region: jaccard(region, words))] if met else set()


def _pairs(material: Material, near: Nearness, claims: Sequence[set[str]]) -> Pairs:
    said: list[list[int]] = [[] for _ in material.units]
    for number, owner in enumerate(material.owners):
        said[owner].append(number)
    rows, pair, right = list[list[float]](), list[int](), list[float]()
    for a, b in combinations(range(len(material.units)), 2):
        if not (claims[a] or claims[b]) or not (said[a] and said[b]):
            continue
        for left, right_one in product(said[a], said[b]):
            rows.append(_row(near, min(left, right_one), max(left, right_one)))
            pair.append(len(right))
        right.append(float(bool(claims[a] & claims[b])))
    return Pairs(np.array(rows), np.array(pair), np.array(right))


def _row(near: Nearness, left: int, right: int) -> list[float]:
    found = dict(near.values(left, right))
    return [found.get(name, 0.0) for name in (*LEARNED, FIXED)]


def learned(stories: Sequence[Pairs], start: Floats) -> Floats:
    """The weights that tell the stories' pairs best, that of ``FIXED`` as in ``start``; the last one is the base.

    A story counts by the square root of its pairs, so that no long one outweighs the others.
    """
    weights = start
    for _ in range(CHOOSING):
        rows = np.vstack([s.nearest(weights)[0][:, :-1] for s in stories])
        rows = np.hstack([np.ones((len(rows), 1)), rows])
        share = np.concatenate([np.full(len(s.right), len(s.right) ** -0.5) for s in stories])
        found = fitted(rows, np.concatenate([s.right for s in stories]), share / share.mean())
        weights = np.append(found[1:], start[-1])
    return np.append(weights, found[0])


def precision(story: Pairs, weights: Floats) -> float:
    """The average precision of a story's pairs, the nearest first."""
    right = story.right[np.argsort(-story.nearest(weights)[1], kind="stable")]
    return float((right * np.cumsum(right) / np.arange(1, len(right) + 1)).sum() / max(1.0, right.sum()))


def left_out(stories: Sequence[Pairs], start: Floats) -> list[float]:
    """The average precision of each story with the weights of the other nine tenths."""
    tenths = [[s for n, s in enumerate(stories) if n % TENTHS != tenth] for tenth in range(TENTHS)]
    weights = [learned(others, start)[:-1] for others in tenths]
    return [precision(story, weights[n % TENTHS]) for n, story in enumerate(stories)]


def main(folders: Sequence[Path], tell: Callable[[str], None] = print) -> None:
    """Prints how well pairs are found in each folder, and the weights of all stories."""
    told = [(f, pairs) for f, story in stories_below(folders) if (pairs := pairs_of(story)).right.any()]
    start = np.array([WEIGHTS[name] for name in (*LEARNED, FIXED)])
    apart = left_out([s for _, s in told], start)
    for folder in folders:
        own = [n for n, (f, _) in enumerate(told) if f == folder]
        now = np.mean([precision(told[n][1], start) for n in own])
        tell(f"{folder}: {len(own)} stories, in use {now:.3f}, left out {np.mean([apart[n] for n in own]):.3f}")
    *weights, base = learned([s for _, s in told], start)
    for name, weight in zip((*LEARNED, FIXED), weights, strict=True):
        tell(f'    "{name}": {weight:.2f},')
    tell(f"one claim from {-base:.2f}")


if __name__ == "__main__":
    command("nearness", __doc__, main)
