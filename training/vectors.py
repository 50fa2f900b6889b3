"""Word vectors from raw Norwegian text: floret (hashed character n-grams), trained on the treebanks and the pairs."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from spacy.strings import StringStore
from spacy.vectors import Vectors

from belegg.models.norwegian import BothStandards
from training.corpus import Document

SETTINGS = {
    "model": "skipgram",
    "mode": "floret",
    "hashCount": 2,
    "bucket": 10_000,
    "minn": 3,
    "maxn": 5,
    "minCount": 3,
    "dim": 64,
    "epoch": 8,
    "lr": 0.05,
    "ws": 4,
    "neg": 5,
    "thread": 1,
}


def pair_sentences(data: Path) -> Iterator[tuple[str, str]]:
    """The aligned sentence pairs, Bokmål and Nynorsk."""
    for path in sorted((data / "nb-nn-pairs").glob("*.tsv.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                nb, _, nn = line.rstrip("\n").partition("\t")
                yield nb, nn


def raw_text(data: Path, documents: list[Document]) -> Iterator[str]:
    """Tokenised sentences: all pairs and the treebanks' training part."""
    nlp = BothStandards()
    for pair in pair_sentences(data):
        for side in pair:
            yield " ".join(token.text for token in nlp.make_doc(side) if not token.is_space)
    for document in documents:
        if document.part == "train":
            for sent in document.sents:
                yield " ".join(word.form for word in sent.words)


def train_floret(text: Path, out: Path) -> None:
    """Trains the vectors; needs the package ``floret``, which only training uses."""
    import floret  # type: ignore[import-not-found]  # noqa: PLC0415  (only training needs it)

    floret.train_unsupervised(str(text), **SETTINGS).save_floret_vectors(str(out))


def load_floret(path: Path, strings: StringStore) -> Vectors:
    """The table as spaCy reads it."""
    with path.open(encoding="utf-8") as lines:
        rows, dim, minn, maxn, count, seed, bow, eow = next(lines).split()
        table = np.zeros((int(rows), int(dim)), dtype="float32")
        for line in lines:
            number, *values = line.rstrip().split(" ")
            table[int(number)] = [float(value) for value in values]
    return Vectors(
        strings=strings,
        data=table,
        mode="floret",
        minn=int(minn),
        maxn=int(maxn),
        hash_count=int(count),
        hash_seed=int(seed),
        bow=bow,
        eow=eow,
        attr="ORTH",
    )
