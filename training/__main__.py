"""Makes the Norwegian model again, or measures it.

``python -m training`` does everything: about two hours. The steps can be run one by one, ``syntax`` and ``names`` side
by side: ``prepare``, ``syntax``, ``names``, ``more-syntax``, ``join``, ``evaluate``. Set OPENBLAS_NUM_THREADS=1.
"""

from __future__ import annotations

import argparse
import os
import pickle
from pathlib import Path

import spacy
from thinc.api import NumpyOps, set_current_ops

from belegg.models.linguist import load_linguist, shipped_model
from training import pipeline
from training.convert import complete
from training.corpus import Document, load_documents
from training.crossing import comparable, crossed_documents, pair_documents, read_pairs
from training.evaluate import report, sizes
from training.examples import names_noise
from training.join import average_names, join
from training.silver import silver_documents
from training.train import Settings, train
from training.vectors import raw_text, train_floret

STEPS = ("all", "prepare", "syntax", "names", "more-syntax", "join", "evaluate")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("step", nargs="?", default="all", choices=STEPS)
    shared = os.environ.get("BELEGG_SHARED", "../shared")
    parser.add_argument("--data", type=Path, default=Path(shared) / "data", help="the treebanks and pairs")
    parser.add_argument("--work", type=Path, default=Path("build/training"), help="where halves are kept")
    parser.add_argument("--model", type=Path, default=shipped_model(), help="where the joined model goes")
    return parser.parse_args()


def prepare(data: Path, work: Path) -> None:
    """Completed documents and word vectors."""
    work.mkdir(parents=True, exist_ok=True)
    documents = complete(load_documents(data))
    (work / "documents.pkl").write_bytes(pickle.dumps(documents))
    text = work / "raw.txt"
    text.write_text("\n".join(raw_text(data, documents)) + "\n", encoding="utf-8")
    train_floret(text, work / "vectors.floret")


def train_syntax(work: Path) -> None:
    """Trains tags, lemmas and trees."""
    settings = Settings(steps=6000, peak=0.002, dropout=0.15)
    train(pipeline.syntax(), _documents(work), settings, out=work / "syntax", vectors=work / "vectors.floret")


def train_names(data: Path, work: Path) -> None:
    """Trains names: a teacher, a model that also learns what the teacher finds alike in both standards, and that model
    trained on without it; the mean of the last two is kept.
    """
    documents, vectors = _documents(work), work / "vectors.floret"
    teacher = Settings(steps=6000, peak=0.0015, dropout=0.25, stop=4000)
    train(pipeline.names(), documents, teacher, out=work / "teacher", vectors=vectors)
    silver = silver_documents(spacy.load(work / "teacher"), data)
    second = Settings(steps=5500, peak=0.0015, dropout=0.25, noise=names_noise, seed=2, stop=5000)
    train(pipeline.names(), documents, second, out=work / "second", vectors=vectors, silver=silver)
    third = Settings(steps=1600, peak=0.0007, dropout=0.25, noise=names_noise, seed=3)
    train(spacy.load(work / "second"), documents, third, out=work / "third", vectors=vectors, initialise=False)
    average_names(work / "second", work / "third", work / "names")


def train_more_syntax(data: Path, work: Path) -> None:
    """Goes on with every training sentence in the other standard, too, and with pairs that are read alike."""
    documents = _documents(work)
    join(work / "syntax", work / "names", work / "first", documents)
    pairs = comparable(read_pairs(spacy.load(work / "first"), data))
    settings = Settings(steps=700, peak=0.0007, dropout=0.15, variants=1, seed=3)
    train(
        spacy.load(work / "syntax"),
        documents,
        settings,
        out=work / "more-syntax",
        vectors=work / "vectors.floret",
        silver=[*pair_documents(pairs), *crossed_documents(pairs, documents)],
        initialise=False,
    )


def _documents(work: Path) -> list[Document]:
    documents: list[Document] = pickle.loads((work / "documents.pkl").read_bytes())
    return documents


def join_halves(work: Path, model: Path) -> None:
    """Writes the shipped model."""
    join(work / "more-syntax", work / "names", model, _documents(work))


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
    set_current_ops(NumpyOps(use_blis=False))
    if not chosen.data.is_dir():
        raise SystemExit(f"No data at {chosen.data}: set BELEGG_SHARED or --data.")
    if chosen.step in ("prepare", "all"):
        prepare(chosen.data, chosen.work)
    if chosen.step in ("syntax", "all"):
        train_syntax(chosen.work)
    if chosen.step in ("names", "all"):
        train_names(chosen.data, chosen.work)
    if chosen.step in ("more-syntax", "all"):
        train_more_syntax(chosen.data, chosen.work)
    if chosen.step in ("join", "all"):
        join_halves(chosen.work, chosen.model)
    if chosen.step in ("evaluate", "all"):
        evaluate(chosen.data, chosen.model)


if __name__ == "__main__":
    main()
