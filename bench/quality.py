"""``python -m bench.quality NAME=GOLD_DIR ...``: the main figures of each collection, side by side, as Markdown."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from belegg.app.build import Tools, build
from belegg.evaluate import Gold, Report, evaluate, read_gold
from belegg.models.language import load_identifier
from belegg.models.lazy import load_linguist
from belegg.read import read
from belegg.show.export import export

FIGURES = {
    "blocks": ("non-content, characters", "kind of block"),
    "articles": ("language", "published, at the gold precision", "inferred day"),
    "entities": ("mentions, same type", "entities across articles (B-cubed)", "name variants, recall"),
    "times": ("exact extent", "overlap and value"),
    "statements": (
        "content@0.5", "content exact", "who said what: content@0.5 + holder", "who said what, by resolved name",
        "whole: that + stance + exact chain", "matched: holder kind", "matched: stance", "matched: relays",
        "language nb: who said what", "language nn: who said what",
    ),
    "passages": ("characters shared by two articles", "the same, translated: recall"),
    "stories": ("articles in stories (B-cubed)",),
    "claims": (
        "links between members", "matched members (B-cubed)", "matched: relation", "matched: evidence",
        "matched: outcome", "matched: number of origins", "conflicts",
    ),
    "events": ("events", "matched: time", "matched: participants", "matched: place"),
    "status of events": ("come about or not", "not come about"),
}  # fmt: skip


def exported(golds: Sequence[Gold]) -> dict[str, Any]:
    """The export of a dossier of all texts of some annotated stories."""
    paths = sorted(str(a.path) for gold in golds for a in gold.articles.values())
    return export(build(read(paths), Tools(load_linguist, load_identifier())))


def measured(folder: Path) -> Report:
    """The figures of one collection, built from its texts."""
    golds = read_gold([folder])
    return evaluate(exported(golds), golds)


def main(arguments: list[str]) -> None:
    """Prints the table; a dash where a collection has nothing to count."""
    named = dict(argument.split("=", 1) for argument in arguments)
    reports = {name: measured(Path(folder)) for name, folder in named.items()}
    print("| layer | figure | " + " | ".join(named) + " |\n|" + "---|" * (2 + len(named)))
    for layer, names in FIGURES.items():
        for name in names:
            print(f"| {layer} | {name} | " + " | ".join(_cell(r, layer, name) for r in reports.values()) + " |")


def _cell(report: Report, layer: str, name: str) -> str:
    try:
        counts = report.figure(layer, name)
    except KeyError:
        return "–"
    return "–" if counts.score is None else f"{counts.score:.3f} ({int(counts.gold)})"


if __name__ == "__main__":
    main(sys.argv[1:])
