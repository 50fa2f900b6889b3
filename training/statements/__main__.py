"""``python -m training.statements``: rules alone, model alone and both on the open corpus, by cross-validation.

About five minutes of one core; needs the training group of dependencies. The model learns from both standards together.
"""

import argparse
import os
import time
from collections.abc import Sequence
from pathlib import Path

from belegg.models.linguist import load_linguist
from training.statements.articles import Sample, load_samples
from training.statements.crossing import Crossed, cross_validate
from training.statements.measuring import read_golds
from training.statements.systems import measured
from training.statements.tables import lines


def main() -> None:
    """Prints the tables of docs/statement-model.md."""
    parser = argparse.ArgumentParser(prog="python -m training.statements", description=__doc__)
    shared = Path(os.environ.get("BELEGG_SHARED", "../shared"))
    parser.add_argument("--corpus", type=Path, default=Path("corpus"), help="folder with documents.tsv")
    parser.add_argument("--ud-narc", type=Path, default=shared / "data" / "ud-narc", help="the texts")
    parser.add_argument("--folds", type=int, default=5)
    chosen = parser.parse_args()
    begun = time.process_time()
    samples: Sequence[Sample] = load_samples(chosen.corpus, chosen.ud_narc, load_linguist())
    crossed: Sequence[Crossed] = cross_validate(samples, chosen.folds)
    found = measured(samples, crossed, read_golds([s.gold for s in samples]), chosen.folds)
    for line in lines(samples, found):
        print(line)
    print(f"\nProcessor time: {time.process_time() - begun:.0f} s.")


if __name__ == "__main__":
    main()
