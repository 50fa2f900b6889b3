"""All layers together: figures over everything (micro), their mean over the sets (macro), and each set."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from belegg.evaluate.claiming import score_claims
from belegg.evaluate.counting import Counts, Tally
from belegg.evaluate.facts import score_articles, score_blocks
from belegg.evaluate.happening import score_events
from belegg.evaluate.names import score_entities, score_times
from belegg.evaluate.reuse import score_passages, score_stories
from belegg.evaluate.sources import Found, Gold, read_found
from belegg.evaluate.standing import score_standing
from belegg.evaluate.telling import score_statements

LAYERS: Mapping[str, Callable[[Gold, Found, Tally], None]] = {
    "blocks": score_blocks,
    "articles": score_articles,
    "entities": score_entities,
    "times": score_times,
    "statements": score_statements,
    "passages": score_passages,
    "claims": score_claims,
    "events": score_events,
    "status of events": score_standing,
}
#: The layers of a gold file that a figure needs, where it is not one of that name.
NEEDED: Mapping[str, tuple[str, ...]] = {"stories": ("story",), "status of events": ("events", "claims")}
ORDER = (
    "blocks", "articles", "entities", "times", "statements", "passages", "stories", "claims", "events",
    "status of events",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Report:
    """Per layer and gold set the counts of each figure; stories have one tally for all sets, named ``all``."""

    sets: tuple[str, ...]
    layers: Mapping[str, Mapping[str, Tally]]
    notes: tuple[str, ...] = ()

    def figure(self, layer: str, name: str) -> Counts:
        """The counts of a figure summed over all sets. KeyError where no set has it."""
        summed = Counts()
        parts = [t.figures[name] for t in self.layers[layer].values() if name in t.figures]
        if not parts:
            raise KeyError(f"{layer}: {name}")
        for part in parts:
            summed.add(part)
        return summed

    def names(self, layer: str) -> list[str]:
        """The names of a layer's figures, in the order in which they were counted."""
        return list(dict.fromkeys(n for tally in self.layers[layer].values() for n in tally.figures))

    def macro(self, layer: str, name: str) -> float | None:
        """The mean over the sets that have something to count."""
        parts = [t.figures[name] for t in self.layers[layer].values() if name in t.figures]
        scores = [p.score for p in parts if p.gold]
        return sum(s or 0.0 for s in scores) / len(scores) if scores else None


def evaluate(export: Mapping[str, Any], golds: Sequence[Gold]) -> Report:
    """Every layer of an export that the gold sets have. Raises BadGoldError where the two cannot be compared."""
    found = read_found(export, golds)
    layers = {layer: _tallies(layer, golds, found) for layer in ORDER}
    return Report(tuple(g.name for g in golds), {k: v for k, v in layers.items() if v}, found.notes)


def _tallies(layer: str, golds: Sequence[Gold], found: Found) -> dict[str, Tally]:
    having = [g for g in golds if all(part in g.data for part in NEEDED.get(layer, (layer,)))]
    if layer == "stories":
        tally = Tally()
        score_stories(having, found, tally)
        return {"all": tally} if having else {}
    tallies = {gold.name: Tally() for gold in having}
    for gold in having:
        LAYERS[layer](gold, found, tallies[gold.name])
    return tallies


def rows(report: Report) -> Iterator[tuple[str, str, Counts, float | None]]:
    """Layer, figure, summed counts and macro score, in order."""
    for layer in report.layers:
        for name in report.names(layer):
            yield layer, name, report.figure(layer, name), report.macro(layer, name)


def table(report: Report) -> str:
    """The figures as text, a row each: n, found, P and R where they are F1, the score, macro, and each set's score."""
    sets = report.sets if len(report.sets) > 1 else ()
    lines: list[str] = []
    last = ""
    for layer, name, counts, macro in rows(report):
        if layer != last:
            heads = ("n", "found", "P", "R", "score", "macro", *(s[:6] for s in sets))
            lines += ["", f"{layer:<42}" + "".join(f"{h:>7}" for h in heads)]
            last = layer
        lines.append(f"  {name:<40}" + _cells(report, layer, name, counts, macro, sets))
    return "\n".join([*lines, "", *(f"note: {n}" for n in report.notes)]).strip("\n") + "\n"


def _cells(report: Report, layer: str, name: str, counts: Counts, macro: float | None, sets: Sequence[str]) -> str:
    own = [report.layers[layer][s].figures.get(name) if s in report.layers[layer] else None for s in sets]
    found = None if counts.is_rate else int(counts.found)
    precision, recall = (None, None) if counts.is_rate else (counts.precision, counts.recall)
    values = (int(counts.gold), found, precision, recall, counts.score, macro, *(c.score if c else None for c in own))
    return "".join(f"{_cell(v):>7}" for v in values)


def _cell(value: float | None) -> str:
    if value is None:
        return "-"
    return str(value) if isinstance(value, int) else f"{value:.3f}"
