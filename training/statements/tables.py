"""The comparison as Markdown tables."""

from collections.abc import Iterator, Sequence

from training.statements.articles import Sample
from training.statements.measuring import CONTENT, EXACT, WHO, WHOLE, ArticleCounts, interval, score, summed
from training.statements.systems import Grid, Measured, Result

_FIGURES = {"content@0.5": CONTENT, "exact": EXACT, "who said what": WHO, "whole": WHOLE}
_MODES = ("direct", "indirect", "mixed")


def lines(samples: Sequence[Sample], measured: Measured) -> Iterator[str]:
    """A table for each standard and for both, the gains over the rules, and recall by mode."""
    results = measured.results
    groups = {k: [n for n, s in enumerate(samples) if s.standard in k] for k in (("nb",), ("nn",), ("nb", "nn"))}
    for standards, members in groups.items():
        yield from _figures(" and ".join(standards), members, results)
    yield from _gains({" and ".join(k): m for k, m in groups.items()}, results)
    yield from _modes(results)
    for name, grid in measured.grids.items():
        yield from _settings(name, grid)
    for result in results:
        if result.chosen:
            told = ", ".join(f"{_least(a)} and {d:g}" for a, d in result.chosen)
            yield f"\nAdded from and dropped below, as the folds chose, {result.name}: {told}."


def _settings(name: str, grid: Grid) -> Iterator[str]:
    """Every threshold on the whole corpus: what no choice could better."""
    adds, drops = (sorted({k[n] for k in grid}) for n in (0, 1))
    yield f"\nWho said what, F1, both standards, rules with the {name}, by thresholds:"
    yield "\n| added from | " + " | ".join(f"dropped below {d:g}" for d in drops) + " |"
    yield "|---|" + "---|" * len(drops)
    for a in adds:
        yield f"| {_least(a)} | " + " | ".join(f"{score(grid[a, d], WHO):.3f}" for d in drops) + " |"


def _least(probability: float) -> str:
    return "none" if probability > 1 else f"{probability:g}"


def _figures(title: str, members: Sequence[int], results: Sequence[Result]) -> Iterator[str]:
    base = summed([results[0].counts[n] for n in members], CONTENT)
    yield f"\n**{title}**, {len(members)} articles, {base.gold:.0f} statements"
    yield "\n| | found | P | R | " + " | ".join(_FIGURES) + " |"
    yield "|---|---|---|---|" + "---|" * len(_FIGURES)
    for result in results:
        counts = [result.counts[n] for n in members]
        content = summed(counts, CONTENT)
        cells = [f"{content.found:.0f}", f"{content.precision or 0:.3f}", f"{content.recall or 0:.3f}"]
        yield (
            f"| {result.name} | " + " | ".join([*cells, *(_with_interval(counts, f) for f in _FIGURES.values())]) + " |"
        )


def _with_interval(counts: Sequence[ArticleCounts], name: str) -> str:
    low, high = interval(counts, name)
    return f"{score(counts, name):.3f} ({low:.3f}–{high:.3f})"


def _gains(groups: dict[str, list[int]], results: Sequence[Result]) -> Iterator[str]:
    names = {"content@0.5": CONTENT, "who said what": WHO}
    yield "\nGain over the rules alone, in points, on the same draws of articles:"
    yield "\n| | " + " | ".join(f"{f}, {g}" for f in names for g in groups) + " |"
    yield "|---|" + "---|" * (len(names) * len(groups))
    for result in results[1:]:
        cells = [_gain(members, result, results[0], name) for name in names.values() for members in groups.values()]
        yield f"| {result.name} | " + " | ".join(cells) + " |"


def _gain(members: Sequence[int], result: Result, base: Result, name: str) -> str:
    mine, theirs = [result.counts[n] for n in members], [base.counts[n] for n in members]
    low, high = interval(mine, name, theirs)
    return f"{100 * (score(mine, name) - score(theirs, name)):+.1f} ({100 * low:+.1f} to {100 * high:+.1f})"


def _modes(results: Sequence[Result]) -> Iterator[str]:
    yield "\nContent@0.5, F1 by mode, both standards:"
    yield "\n| | " + " | ".join(_MODES) + " |"
    yield "|---|" + "---|" * len(_MODES)
    for result in results:
        cells = [f"{score(result.counts, f'mode {m}: content@0.5'):.3f}" for m in _MODES]
        yield f"| {result.name} | " + " | ".join(cells) + " |"
