"""``python -m bench.agreement [GOLD_DIR]``: how far a second annotator agrees with the first about claims.

``second.json`` of a story holds the claims of somebody who saw its statements and reports but not which of them the
first annotator had joined. Both the program and the second annotator are measured against the first, as Markdown.
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from belegg.evaluate import Gold, Report, evaluate, read_gold
from belegg.evaluate.sources import listed
from bench.quality import exported

SECOND = "second.json"
FIGURES = ("links between members", "matched members (B-cubed)", "matched: relation")
UNTOLD = {"evidence": "", "outcome": "", "origins": [], "conflicts": []}


def measured(folder: Path) -> tuple[Report, Report]:
    """The figures of the program and of the second annotators of all stories in a folder that have one."""
    golds = tuple(read_gold([f.parent])[0] for f in sorted(folder.rglob(SECOND)))
    found = exported(golds)
    ids = {a["source"]: a["id"] for a in found["articles"]}
    claims = [c for gold in golds for c in _second(gold, ids)]
    return evaluate(found, golds), evaluate({**found, "claims": claims}, golds)


def _second(gold: Gold, ids: Mapping[str, str]) -> list[Mapping[str, Any]]:
    """The second annotator's claims of a story, as an export has them."""
    paths = {a.facts["id"]: a.path for a in gold.articles.values()}
    said = {e["id"]: e for layer in ("statements", "reports") for e in gold.data[layer]}
    folder = next(iter(paths.values())).parent

    def member(ref: str, relation: str) -> Mapping[str, Any]:
        span, article = listed(said[ref]["content"])[0], ids[str(paths[said[ref]["article"]])]
        return {"article": article, "start": span["start"], "end": span["end"], "relation": relation, "origin": 0}

    told = json.loads((folder / SECOND).read_text(encoding="utf-8"))
    return [
        {**UNTOLD, "id": f"{gold.name}-{n}", "members": [member(*m) for m in claim["members"].items()]}
        for n, claim in enumerate(told)
    ]


def main(folder: Path) -> None:
    """Prints the table: F1, B-cubed or accuracy; for links also precision and recall."""
    print("| | " + " | ".join(FIGURES) + " |\n|" + "---|" * (1 + len(FIGURES)))
    for who, report in zip(("the program", "a second annotator"), measured(folder), strict=True):
        counts = [report.figure("claims", name) for name in FIGURES]
        links = f"{counts[0].score:.3f} (P {counts[0].precision:.3f}, R {counts[0].recall:.3f})"
        print(f"| {who} | {links} | " + " | ".join(f"{c.score:.3f}" for c in counts[1:]) + " |")


if __name__ == "__main__":
    main(Path(*sys.argv[1:] or ["tests/gold_read"]))
