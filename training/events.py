"""Fits the weights of the events stage from annotated stories, and tells how well they do on stories left out.

``python -m training.events [GOLD_DIR...]``: each folder below a ``GOLD_DIR`` (default ``training/stories``) that has a
``gold.json`` is one story. Two logistic regressions: over pairs of clauses, whether they tell of one event
(``reason/_alike.py``), and over what is gathered, whether it is one that annotators name (``reason/_worth.py``).
Every story is gathered and judged with the weights of all others. Set OMP_NUM_THREADS=1.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np

from belegg.core.spans import Span
from belegg.evaluate.regions import Region, half_covered
from belegg.evaluate.sources import Item
from belegg.reason._alike import Likenesses
from belegg.reason._gathering import GATHER, gathered
from belegg.reason._happenings import Happening, happenings
from belegg.reason._worth import Themes, features, themes
from training.annotated import Annotated, stories_below
from training.recipe import command, shown
from training.regression import Floats, fitted

Weights = Mapping[str, float]
Labels = Sequence[frozenset[int]]
HALF = 0.5  # of a pair of which only one is annotated less is known


@dataclass(frozen=True)
class Told:
    """One story: its happenings, and for each the numbers of the gold events that it tells of."""

    name: str
    happenings: tuple[Happening, ...]
    documents: Mapping[str, str]
    themes: Themes
    labels: Labels
    wanted: int

    def gathered(self, weights: Weights) -> list[list[int]]:
        """The groups, as numbers of happenings."""
        number = {id(h): n for n, h in enumerate(self.happenings)}
        groups = gathered(self.happenings, self.documents, weights, GATHER)
        return [[number[id(h)] for h in group] for group in groups]


def told(story: Annotated) -> Told:
    """The happenings of a story, labelled by the gold events whose mentions they cover half of, or the reverse."""
    found = tuple(happenings(story.index, story.articles))
    events = story.gold.items("events")
    labels = [_labels(story.region(h.place.article, (Span(h.place.start, h.place.end),)), events) for h in found]
    documents = {a: story.index.document(a) for a in story.articles}
    wanted = sum(1 for e in events if not e.optional)
    return Told(story.gold.name, found, documents, themes(story.index), labels, wanted)


def _labels(place: Region, events: Sequence[Item]) -> frozenset[int]:
    return frozenset(n for n, e in enumerate(events) if any(half_covered(place, (p,)) for p in e.region))


@dataclass(frozen=True)
class Cases:
    """The cases of one story: a row of features each, whether it is right, and how much it counts."""

    names: tuple[str, ...]
    rows: Floats
    right: Floats
    weight: Floats


def cases(found: Iterable[tuple[Mapping[str, float], bool, float]]) -> Cases:
    """The cases as arrays."""
    kept = list(found)
    names = tuple(kept[0][0])
    rows = np.array([[f[n] for n in names] for f, _, _ in kept])
    return Cases(names, rows, np.array([float(r) for _, r, _ in kept]), np.array([w for _, _, w in kept]))


def learned(given: Sequence[Cases]) -> Weights:
    """The weights that tell the cases best."""
    stacked = (np.vstack([c.rows for c in given]), np.concatenate([c.right for c in given]))
    found = fitted(*stacked, np.concatenate([c.weight for c in given]))
    return dict(zip(given[0].names, map(float, found), strict=True))


def pairs(story: Told) -> Iterator[tuple[Mapping[str, float], bool, float]]:
    """Pairs of clauses of which at least one is annotated: whether they are of one event."""
    asked = [(n, m) for n, m in combinations(range(len(story.labels)), 2) if story.labels[n] or story.labels[m]]
    left, right = np.array(asked, np.int64).reshape(-1, 2).T
    found = Likenesses(story.happenings, story.documents).features(left, right)
    for values, (n, m) in zip(zip(*found.values(), strict=True), asked, strict=True):
        first, second = story.labels[n], story.labels[m]
        features = dict(zip(found, map(float, values), strict=True))
        yield features, bool(first & second), 1.0 if first and second else HALF


def groups(story: Told, gathering: Weights) -> Iterator[tuple[Mapping[str, float], bool, float]]:
    """What is gathered: whether any of it is annotated."""
    for group in story.gathered(gathering):
        members = [story.happenings[n] for n in group]
        yield features(members, story.themes), any(story.labels[n] for n in group), 1.0


def hits(story: Told, kept: Sequence[Sequence[int]]) -> int:
    """How many gold events are met, each by one group."""
    return len(met(story, kept))


def met(story: Told, kept: Sequence[Sequence[int]]) -> Mapping[int, int]:
    """The number of a group to that of the gold event that it meets, one to one: the best agreement first."""
    fits = []
    for number, group in enumerate(kept):
        for event in sorted({e for n in group for e in story.labels[n]}):
            inside = sum(1 for n in group if event in story.labels[n])
            there = sum(1 for found in story.labels if event in found)
            fits.append((-inside / len(group) - inside / there, number, event))
    found: dict[int, int] = {}
    for _, number, event in sorted(fits):
        if number not in found and event not in found.values():
            found[number] = event
    return found


Figures = tuple[int, int, int]  # right, wanted, found


def left_out(stories: Sequence[Told]) -> tuple[list[Figures], Weights, Weights]:
    """The figures of every story with the weights of all others, and the weights of all."""
    of_pairs = [cases(pairs(s)) for s in stories]
    gathering = [learned(_without(of_pairs, n)) for n in range(len(stories))]
    of_groups = [cases(groups(s, w)) for s, w in zip(stories, gathering, strict=True)]
    figures = []
    for n, story in enumerate(stories):
        worth = learned(_without(of_groups, n))
        scores = of_groups[n].rows @ np.array([worth[name] for name in of_groups[n].names])
        kept = [g for g, score in zip(story.gathered(gathering[n]), scores, strict=True) if score > 0]
        figures.append((hits(story, kept), story.wanted, len(kept)))
    return figures, learned(of_pairs), learned(of_groups)


def _without(given: Sequence[Cases], number: int) -> list[Cases]:
    return [c for n, c in enumerate(given) if n != number]


def f1(figures: Iterable[Figures]) -> str:
    """Precision, recall and F1 over all."""
    right, wanted, found = (sum(column) for column in zip(*figures, strict=True))
    return f"P {right / max(1, found):.3f}  R {right / wanted:.3f}  F1 {2 * right / (found + wanted):.3f}  ({wanted})"


def _shown(name: str, weights: Weights) -> Iterator[str]:
    yield name
    yield from shown(weights)


def main(folders: Sequence[Path], tell: Callable[[str], None] = print) -> None:
    """Prints the figures of each folder with its stories left out, and the weights of all stories."""
    kept = [(f, found) for f, story in stories_below(folders) if (found := told(story)).wanted]
    figures, gathering, worth = left_out([s for _, s in kept])
    for folder in folders:
        tell(f"{folder}: {f1(g for (f, _), g in zip(kept, figures, strict=True) if f == folder)}")
    tell(f"all: {f1(figures)}")
    for line in (*_shown("reason/_alike.py", gathering), *_shown("reason/_worth.py", worth)):
        tell(line)


if __name__ == "__main__":
    command("events", __doc__, main)
