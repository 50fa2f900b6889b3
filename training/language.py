"""Trains the evidence by which Bokmål and Nynorsk are told apart: words and word endings with their log odds.

    python -m training.language [SHARED]

Reads the training pairs of ``nb-nn-pairs``, writes ``src/belegg/text/data/nbnn_evidence.tsv`` and prints the accuracy
on the test pairs, for one sentence and for three together. A smoothed log odds ratio, cut and rounded; nothing is
fitted on the test pairs.
"""

import gzip
import math
import os
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from belegg.models.language import endings_of, load_identifier, words_of

OUT = Path(__file__).parent.parent / "src" / "belegg" / "text" / "data" / "nbnn_evidence.tsv"
FEWEST, SMALLEST, MOST_WORDS, MOST_ENDINGS, SMOOTHING = 3, 0.7, 5000, 1500, 1.0


def pairs(shared: Path, part: str) -> Iterator[tuple[str, str]]:
    with gzip.open(shared / "data" / "nb-nn-pairs" / f"nb_nn_{part}.tsv.gz", "rt", encoding="utf-8") as rows:
        for row in rows:
            nb, _, nn = row.rstrip("\n").partition("\t")
            yield nb, nn


def odds(nb: Counter[str], nn: Counter[str], most: int) -> dict[str, float]:
    """Log odds of nn against nb, of the things that tell most in all."""
    total_nb, total_nn = sum(nb.values()), sum(nn.values())
    found: dict[str, float] = {}
    for thing in nb.keys() | nn.keys():
        if nb[thing] + nn[thing] >= FEWEST:
            value = math.log((nn[thing] + SMOOTHING) / total_nn) - math.log((nb[thing] + SMOOTHING) / total_nb)
            if abs(value) >= SMALLEST:
                found[thing] = value
    best = sorted(found, key=lambda t: (-abs(found[t]) * math.sqrt(nb[t] + nn[t]), t))[:most]
    return {t: found[t] for t in best}


def train(shared: Path) -> None:
    words: dict[str, Counter[str]] = {"nb": Counter(), "nn": Counter()}
    endings: dict[str, Counter[str]] = {"nb": Counter(), "nn": Counter()}
    for pair in pairs(shared, "train"):
        for language, text in zip(("nb", "nn"), pair, strict=True):
            words[language].update(words_of(text))
    for language, seen in words.items():
        for word in seen:
            endings[language].update(endings_of(word))
    rows = {**odds(endings["nb"], endings["nn"], MOST_ENDINGS), **odds(words["nb"], words["nn"], MOST_WORDS)}
    lines = [f"{thing}\t{max(-5.0, min(5.0, value)):.1f}" for thing, value in sorted(rows.items())]
    head = "# Word, or -ending, and its log odds: above 0 Nynorsk, below 0 Bokmål. Made by training/language.py."
    OUT.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")


def measure(shared: Path) -> None:
    identify = load_identifier().identify
    rows = list(pairs(shared, "test"))
    for size in (1, 3):
        for side, language in enumerate(("nb", "nn")):
            texts = [" ".join(r[side] for r in rows[i : i + size]) for i in range(0, len(rows) - size + 1, size)]
            found = Counter(identify(t) for t in texts)
            print(
                f"{language}, {size} sentences: {found[language] / len(texts):.4f} of {len(texts)}",
                dict(found.most_common(6)),
            )


if __name__ == "__main__":
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else os.environ.get("BELEGG_SHARED", "../shared"))
    train(folder)
    measure(folder)
