"""How well wordings of one claim are found among all pairs of a happening's wordings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from math import log, sqrt

import numpy as np

from belegg.core.meaning import Telling, Word
from belegg.models.meaning import WordMeaning
from training.meaning.words import Keys, Told

Likeness = Callable[[int, int], float]
System = Callable[[Sequence[Keys]], Likeness]
NEARNESS = (0.1, 0.2, 0.3, 0.4, 0.5)
PAIRS = {"all": ("nb", "nn", "nb nn"), "nb": ("nb",), "nn": ("nn",), "nb with nn": ("nb nn",)}


def by_meaning(meaning: WordMeaning) -> System:
    """The table, as the program asks it."""

    def system(wordings: Sequence[Keys]) -> Likeness:
        words = [[Word(key, key) for key in keys] for keys in wordings]
        return meaning.read(Telling([words], words, [(0, n) for n in range(len(words))])).between

    return system


def by_chance(wordings: Sequence[Keys]) -> Likeness:
    """Finds all pairs equally alike: its precision is the share of pairs that are right."""
    return lambda a, b: 0.0


def by_keys(sentences: Sequence[Keys]) -> System:
    """The baseline: the cosine of shared keys, each by how rare it is in ``sentences``."""
    seen = Counter(key for keys in sentences for key in set(keys))
    whole = len(sentences)

    def system(wordings: Sequence[Keys]) -> Likeness:
        bags = [_weighed({key: log((1 + whole) / (1 + seen[key])) for key in set(keys)}) for keys in wordings]
        return lambda a, b: sum(weight * bags[b].get(key, 0.0) for key, weight in bags[a].items())

    return system


def _weighed(bag: Mapping[str, float]) -> dict[str, float]:
    length = sqrt(sum(weight**2 for weight in bag.values())) or 1.0
    return {key: weight / length for key, weight in bag.items()}


def average_precision(scores: Sequence[float], right: Sequence[bool]) -> float:
    """The precision at each score, weighted by the right pairs it brings; pairs of one score come at once."""
    order = np.argsort(-np.asarray(scores), kind="stable")
    ranked, found = np.asarray(scores)[order], np.cumsum(np.asarray(right, float)[order])
    last = np.append(np.nonzero(np.diff(ranked))[0], len(ranked) - 1)
    return float((np.diff(found[last], prepend=0) * found[last] / (last + 1)).sum() / found[-1])


def measured(told: Sequence[Told], system: System) -> dict[str, float]:
    """The mean over happenings of the average precision, for all pairs and for those of certain standards."""
    found: dict[str, list[float]] = {name: [] for name in PAIRS}
    for own in told:
        likeness = system(own.keys)
        pairs = list(_pairs(own, likeness))
        for name, standards in PAIRS.items():
            chosen = [(score, right) for score, right, standard in pairs if standard in standards]
            if any(right for _, right in chosen):
                found[name].append(average_precision([s for s, _ in chosen], [r for _, r in chosen]))
    return {name: float(np.mean(values)) for name, values in found.items() if values}


def _pairs(own: Told, likeness: Likeness) -> Iterator[tuple[float, bool, str]]:
    """Likeness, whether both tell of one claim, and their standards."""
    for (a, one), (b, other) in combinations(enumerate(own.happening.wordings), 2):
        right = one.claim is not None and one.claim == other.claim
        yield likeness(a, b), right, " ".join(sorted({one.standard, other.standard}))


def by_nearness(told: Sequence[Told], system: System) -> Iterator[str]:
    """How many of all pairs at or above a likeness are right, and how many of the right ones are there."""
    pairs = [(score, right) for own in told for score, right, _ in _pairs(own, system(own.keys))]
    whole = sum(right for _, right in pairs)
    yield "| nearness at least | precision | recall |"
    yield "|---|---|---|"
    for least in NEARNESS:
        found = [right for score, right in pairs if score >= least]
        yield f"| {least} | {sum(found) / max(1, len(found)):.3f} | {sum(found) / whole:.3f} |"


def report(told: Sequence[Told], systems: Mapping[str, System]) -> Iterator[str]:
    """The table of ``docs/stages/meaning.md``."""
    yield f"Average precision in {len(told)} happenings held out, {sum(len(t.keys) for t in told):,} wordings:"
    yield ""
    yield "| | " + " | ".join(PAIRS) + " |"
    yield "|---" * (1 + len(PAIRS)) + "|"
    for name, system in systems.items():
        figures = measured(told, system)
        yield f"| {name} | " + " | ".join(f"{figures[kind]:.3f}" if kind in figures else "-" for kind in PAIRS) + " |"
