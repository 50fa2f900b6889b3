"""Names in raw text that a first model finds alike in both standards: further training for the second model.

Self-training on agreement (cf. tri-training, Zhou and Li 2005): a pair of translated sentences is kept where the
first model finds the same names with the same types on both sides, whatever the genitive endings.
"""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from belegg.models.norwegian import mark
from training.corpus import Document, Sent, Word
from training.vectors import pair_sentences

WITHOUT_NAMES = 0.1  # share of the pairs without any name that is kept


def silver_documents(nlp: Language, data: Path, seed: int = 1) -> list[Document]:
    """One document per kept sentence, with names only."""
    rng = random.Random(seed)
    pairs = list(pair_sentences(data))
    sides = [list(_read(nlp, [pair[side] for pair in pairs], standard)) for side, standard in enumerate(("nb", "nn"))]
    found = []
    for number, (nb, nn) in enumerate(zip(*sides, strict=True)):
        if _names(nb) == _names(nn) and (nb.ents or rng.random() < WITHOUT_NAMES):
            for doc, standard in ((nb, "nb"), (nn, "nn")):
                found.append(Document(f"pair{number}", standard, "train", (_sent(doc),)))
    return found


def _read(nlp: Language, texts: list[str], standard: str) -> list[Doc]:
    docs = [nlp.make_doc(text) for text in texts]
    for doc in docs:
        mark(doc, standard)
    return list(nlp.pipe(docs, batch_size=256))


def _names(doc: Doc) -> Counter[tuple[str, str]]:
    return Counter((name.text.rstrip("s’'"), name.label_) for name in doc.ents if name.label_ != "DRV")


def _sent(doc: Doc) -> Sent:
    words = tuple(
        Word(
            form=token.text,
            lemma=token.text,
            upos=None,
            feats="",
            head=None,
            deprel="",
            space=bool(token.whitespace_),
            name=f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O",
        )
        for token in doc
        if not token.is_space
    )
    return Sent(words, has_ud=False)
