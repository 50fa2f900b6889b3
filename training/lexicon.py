"""The lemma lexicon: what the training part says of every word, where it says one thing only."""

from __future__ import annotations

from collections import Counter, defaultdict

from belegg.models.norwegian import lemma_key
from training.corpus import Document, Word

AGREED = 0.9


def lemma_lexicon(documents: list[Document]) -> dict[str, dict[str, str]]:
    """By standard: ``form UPOS`` (or ``form UPOS feats`` where that decides) to the lemma."""
    counts: dict[str, dict[str, Counter[str]]] = {"nb": defaultdict(Counter), "nn": defaultdict(Counter)}
    for document in documents:
        if document.part == "train":
            for sent in document.sents:
                for word in sent.words:
                    _count(counts[document.standard], word)
    return {standard: _decided(seen) for standard, seen in counts.items()}


def _count(seen: dict[str, Counter[str]], word: Word) -> None:
    key = lemma_key(word.form, word.upos or "X")
    seen[key][word.lemma] += 1
    seen[f"{key} {word.feats}"][word.lemma] += 1


def _decided(seen: dict[str, Counter[str]]) -> dict[str, str]:
    agreed = {}
    for key, lemmas in sorted(seen.items()):
        lemma, count = lemmas.most_common(1)[0]
        if count / lemmas.total() >= AGREED:
            agreed[key] = lemma
    return {key: lemma for key, lemma in agreed.items() if not _covered(key, agreed)}


def _covered(key: str, agreed: dict[str, str]) -> bool:
    """Whether the key without features decides already."""
    parts = key.split(" ")
    return len(parts) == 3 and f"{parts[0]} {parts[1]}" in agreed
