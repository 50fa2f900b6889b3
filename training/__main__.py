"""Makes the Norwegian model again, or measures it: ``python -m training [prepare|train|evaluate|all]``."""

from __future__ import annotations

import argparse
import os
import pickle
from pathlib import Path

from belegg.models.linguist import load_linguist, shipped_model
from training import pipeline
from training.convert import complete
from training.corpus import Document, load_documents
from training.evaluate import report, sizes
from training.join import join
from training.train import train
from training.vectors import raw_text, train_floret


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("step", nargs="?", default="all", choices=("prepare", "train", "evaluate", "all"))
    shared = os.environ.get("BELEGG_SHARED", "../shared")
    parser.add_argument("--data", type=Path, default=Path(shared) / "data", help="the treebanks and pairs")
    parser.add_argument("--work", type=Path, default=Path("build/training"), help="where halves are kept")
    parser.add_argument("--model", type=Path, default=shipped_model(), help="where the joined model goes")
    parser.add_argument("--only", choices=("syntax", "names"), help="train one half (the halves run side by side)")
    return parser.parse_args()


def prepare(data: Path, work: Path) -> None:
    """Completed documents and word vectors."""
    work.mkdir(parents=True, exist_ok=True)
    documents = complete(load_documents(data))
    (work / "documents.pkl").write_bytes(pickle.dumps(documents))
    text = work / "raw.txt"
    text.write_text("\n".join(raw_text(data, documents)) + "\n", encoding="utf-8")
    train_floret(text, work / "vectors.floret")


def train_half(work: Path, half: str) -> None:
    """Trains ``syntax`` or ``names`` from what ``prepare`` left."""
    documents: list[Document] = pickle.loads((work / "documents.pkl").read_bytes())
    make, settings = pipeline.HALVES[half]
    train(make(), documents, settings, out=work / half, vectors=work / "vectors.floret")


def join_halves(work: Path, model: Path) -> None:
    """Writes the shipped model."""
    documents: list[Document] = pickle.loads((work / "documents.pkl").read_bytes())
    join(work / "syntax", work / "names", model, documents)


def evaluate(data: Path, model: Path) -> None:
    """Prints the tables of ``docs/stages/words.md``."""
    linguist = load_linguist(model)
    plain = load_linguist(model, settle=lambda runs, texts: list(runs))
    for line in report(linguist, plain, load_documents(data)):
        print(line)
    print(f"Size: {sizes(model):.1f} MB.")


def main() -> None:
    """Runs the chosen step."""
    chosen = _arguments()
    if not chosen.data.is_dir():
        raise SystemExit(f"No data at {chosen.data}: set BELEGG_SHARED or --data.")
    if chosen.step in ("prepare", "all"):
        prepare(chosen.data, chosen.work)
    if chosen.step in ("train", "all"):
        for half in [chosen.only] if chosen.only else ["names", "syntax"]:
            train_half(chosen.work, half)
        if not chosen.only:
            join_halves(chosen.work, chosen.model)
    if chosen.step in ("evaluate", "all"):
        evaluate(chosen.data, chosen.model)


if __name__ == "__main__":
    main()
