"""The systems that are compared; a threshold is chosen for each fold on the articles of the others."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from belegg.core.annotation import Statement
from belegg.evaluate.sources import Gold
from training.statements.articles import Sample, folds, settled
from training.statements.combining import added, agreed, believed
from training.statements.crossing import Crossed, Reading
from training.statements.measuring import WHO, ArticleCounts, count, score

Judge = Callable[[Crossed], Reading]
Grid = Mapping[tuple[float, float], tuple[ArticleCounts, ...]]
System = Callable[[Sample, Crossed], tuple[Statement, ...]]
ADD = (0.6, 0.8, 0.9, 0.97, 2.0)  # 2: the model adds nothing
DROP = (0.0, 0.02, 0.05, 0.1, 0.3)  # 0: nothing is dropped


@dataclass(frozen=True, slots=True)
class Result:
    """A system with its counts, an entry for each article, and the thresholds that the folds chose."""

    name: str
    counts: tuple[ArticleCounts, ...]
    chosen: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Measured:
    """The systems, and the counts of every setting by the model that judges."""

    results: tuple[Result, ...]
    grids: Mapping[str, Grid]


def rules_alone(sample: Sample, crossed: Crossed) -> tuple[Statement, ...]:
    """What is shipped."""
    return settled(sample.view, sample.rules, sample.rules.drafts)


def model_alone(sample: Sample, crossed: Crossed) -> tuple[Statement, ...]:
    """The tagger, with the rules' resolution of names."""
    return settled(sample.view, sample.rules, (), [m.draft for m in crossed.plain.drafts])


def hinted(sample: Sample, crossed: Crossed) -> tuple[Statement, ...]:
    """The tagger that is shown the rules' tags."""
    return settled(sample.view, sample.rules, (), [m.draft for m in crossed.hinted.drafts])


def hinted_agreed(sample: Sample, crossed: Crossed) -> tuple[Statement, ...]:
    """The same, in the rules' words where the two mean the same statement."""
    chosen = agreed(sample.rules.drafts, crossed.hinted.drafts)
    kept = [d for d in sample.rules.drafts if d in chosen]
    return settled(sample.view, sample.rules, kept, [d for d in chosen if d not in kept])


def both(sample: Sample, crossed: Crossed, judge: Judge, add: float, drop: float) -> tuple[Statement, ...]:
    """The rules' drafts that the model believes, and the model's where the rules have none."""
    reading = judge(crossed)
    kept = believed(sample.rules.drafts, reading.content, drop)
    return settled(sample.view, sample.rules, kept, added(sample.rules.drafts, reading.drafts, add))


def plain_judge(crossed: Crossed) -> Reading:
    """The model that sees nothing of the rules."""
    return crossed.plain


def hinted_judge(crossed: Crossed) -> Reading:
    """The model that is shown the rules' tags."""
    return crossed.hinted


JUDGES: Mapping[str, Judge] = {"model": plain_judge, "model that sees the rules' tags": hinted_judge}


def measured(
    samples: Sequence[Sample], crossed: Sequence[Crossed], golds: Sequence[Gold], count_of_folds: int
) -> Measured:
    """Every system on every article."""

    def run(system: System) -> tuple[ArticleCounts, ...]:
        together = zip(samples, crossed, golds, strict=True)
        return tuple(count(s.gold, g, system(s, c)) for s, c, g in together)

    grids = {
        name: {(a, d): run(partial(both, judge=judge, add=a, drop=d)) for a in ADD for d in DROP}
        for name, judge in JUDGES.items()
    }
    parts = folds(samples, count_of_folds)
    results = (
        Result("rules alone", run(rules_alone)),
        Result("model alone", run(model_alone)),
        *(_tuned(f"rules + {name} where they have nothing", _slice(g, drop=0.0), parts) for name, g in grids.items()),
        *(_tuned(f"rules, less what the {name} doubts", _slice(g, add=2.0), parts) for name, g in grids.items()),
        *(_tuned(f"rules, less and plus, by the {name}", grid, parts) for name, grid in grids.items()),
        Result("model that sees the rules' tags, alone", run(hinted)),
        Result("that, in the rules' words where they agree", run(hinted_agreed)),
    )
    return Measured(results, grids)


def _slice(grid: Grid, add: float | None = None, drop: float | None = None) -> Grid:
    return {(a, d): counts for (a, d), counts in grid.items() if add in (None, a) and drop in (None, d)}


def _tuned(name: str, grid: Grid, parts: Sequence[Sequence[int]]) -> Result:
    """For each fold the setting that says best who said what on the other folds; at a tie the one that does least."""
    out: dict[int, ArticleCounts] = {}
    chosen: list[tuple[float, float]] = []
    for part in parts:
        others = [n for p in parts if p is not part for n in p]
        best = max(grid, key=lambda k: (score([grid[k][n] for n in others], WHO), k[0], -k[1]))
        chosen.append(best)
        out |= {n: grid[best][n] for n in part}
    return Result(name, tuple(out[n] for n in range(len(out))), tuple(chosen))
