"""Measures the shipped pipeline on the official parts of both standards, from raw text, as the program reads it.

Words are aligned by their characters as in the CoNLL 2018 shared task (Zeman et al. 2018): figures are F1 over words,
so that errors of the tokeniser count. Relations are compared with their subtypes. Names are strict: same span, same
type. The lines between articles and paragraphs are not given, unless ``headings`` is set: then headings stand alone,
as they do in a crawled page.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from belegg.core.words import Analysis, Piece
from belegg.models.linguist import SpacyLinguist
from training.convert import mend
from training.corpus import Document, Sent

Span = tuple[int, int]
TYPES = ("PER", "ORG", "GPE", "LOC", "PROD", "EVT", "DRV")
SYNTAX = ("tokens", "sentences", "UPOS", "UPOS official", "feats", "lemma", "UAS", "LAS", "LAS official", "LAS all")


@dataclass(frozen=True, slots=True)
class GoldWord:
    """A gold word at its place: tag and relation as published and as mended, head as a span (its own for the root)."""

    upos: str
    mended: str
    feats: str
    lemma: str
    head: Span
    rel: str
    mended_rel: str


@dataclass(slots=True)
class Gold:
    """A document's text and annotation by character span."""

    pieces: tuple[Piece, ...]
    words: dict[Span, GoldWord] = field(default_factory=dict)
    sents: set[Span] = field(default_factory=set)
    names: set[tuple[int, int, str]] = field(default_factory=set)


@dataclass(slots=True)
class Tally:
    """Counts of matches, predictions and gold items."""

    hits: int = 0
    told: int = 0
    gold: int = 0

    def add(self, hits: int, told: int, gold: int) -> None:
        """Adds one document."""
        self.hits += hits
        self.told += told
        self.gold += gold

    @property
    def f1(self) -> float:
        """F1 in per cent."""
        return 200 * self.hits / (self.told + self.gold) if self.told + self.gold else 0.0


def gold_of(document: Document, *, headings: bool) -> Gold:
    """Raw text and annotation of those sentences of a document that stand in the official part."""
    gold = Gold(())
    pieces: list[Piece] = []
    text, start = "", 0
    for sent in document.sents:
        if sent.has_ud:
            offset = start + len(text)
            text += "".join(word.form + " " * word.space for word in sent.words).rstrip() + " "
            _place(gold, sent, mend(sent, document.standard), offset)
            if headings and sent.heading:
                pieces.append(Piece(text.rstrip(), start, len(pieces)))
                start, text = start + len(text) + 1, ""
    if text:
        pieces.append(Piece(text.rstrip(), start, len(pieces)))
    gold.pieces = tuple(pieces)
    return gold


def _spans(sent: Sent, offset: int) -> list[Span]:
    spans = []
    for word in sent.words:
        spans.append((offset, offset + len(word.form)))
        offset += len(word.form) + word.space
    return spans


def _place(gold: Gold, sent: Sent, mended: Sent, offset: int) -> None:
    spans = _spans(sent, offset)
    for number, (word, better) in enumerate(zip(sent.words, mended.words, strict=True)):
        head = number if word.head is None or word.head < 0 else word.head
        rel, mended_rel = (each.deprel if each.deprel != "ROOT" else "root" for each in (word, better))
        gold.words[spans[number]] = GoldWord(
            word.upos or "", better.upos or "", word.feats, better.lemma, spans[head], rel, mended_rel
        )
    gold.sents.add((spans[0][0], spans[-1][1]))
    first = None
    for number, label in enumerate([*(word.name for word in sent.words), "O"]):
        if first is not None and not label.startswith("I-"):
            gold.names.add((spans[first][0], spans[number - 1][1], sent.words[first].name[2:]))
            first = None
        if label.startswith("B-"):
            first = number


def _score_words(gold: Gold, told: Analysis, tallies: dict[str, Tally]) -> None:
    matched = [
        (token, gold.words[(token.start, token.end)]) for token in told.tokens if (token.start, token.end) in gold.words
    ]
    size = (len(told.tokens), len(gold.words))
    where = [(token.start, token.end) for token in told.tokens]
    arcs = [(token, word, where[token.head] == word.head) for token, word in matched]
    checks = {
        "tokens": len(matched),
        "UPOS official": sum(token.pos == word.upos for token, word in matched),
        "UPOS": sum(token.pos == word.mended for token, word in matched),
        "feats": sum(set(token.feats.split("|")) == set(word.feats.split("|")) for token, word in matched),
        "lemma": sum(token.lemma == word.lemma for token, word in matched),
        "LAS all": sum(right and token.dep == word.rel for token, word, right in arcs),
    }
    for name, hits in checks.items():
        tallies[name].add(hits, *size)
    plain = [(token, word, right) for token, word, right in arcs if word.upos != "PUNCT"]
    count = sum(word.upos != "PUNCT" for word in gold.words.values())
    tallies["UAS"].add(sum(right for *_, right in plain), count, count)
    tallies["LAS"].add(sum(right and token.dep == word.mended_rel for token, word, right in plain), count, count)
    tallies["LAS official"].add(sum(right and token.dep == word.rel for token, word, right in plain), count, count)


def measure(linguist: SpacyLinguist, documents: Sequence[Document], *, headings: bool = False) -> dict[str, Tally]:
    """All figures over the documents of one standard and part."""
    golds = [gold_of(document, headings=headings) for document in documents]
    golds = [gold for gold in golds if gold.words]
    tallies = {name: Tally() for name in (*SYNTAX, "names", *TYPES)}
    for gold, told in zip(golds, linguist.analyse(gold.pieces for gold in golds), strict=True):
        _score_words(gold, told, tallies)
        sents = {(sent.start, sent.end) for sent in told.sentences}
        tallies["sentences"].add(len(sents & gold.sents), len(sents), len(gold.sents))
        found = {(name.start, name.end, name.type) for name in told.names}
        tallies["names"].add(len(found & gold.names), len(found), len(gold.names))
        for kind in TYPES:
            own = [{item for item in side if item[2] == kind} for side in (found, gold.names)]
            tallies[kind].add(len(own[0] & own[1]), len(own[0]), len(own[1]))
    return tallies


def words_per_second(linguist: SpacyLinguist, documents: Iterable[Document]) -> float:
    """Words a second of everything, warm, on one thread."""
    golds = [gold_of(document, headings=True) for document in documents]
    work = [gold.pieces for gold in golds if gold.words]
    list(linguist.analyse(work[:4]))
    started = time.perf_counter()
    count = sum(len(told.tokens) for told in linguist.analyse(work))
    return count / (time.perf_counter() - started)


def table(rows: Sequence[tuple[str, dict[str, Tally]]], columns: Sequence[str]) -> Iterator[str]:
    """Markdown lines."""
    yield "| | " + " | ".join(columns) + " |"
    yield "|---|" + "---|" * len(columns)
    for title, tallies in rows:
        yield f"| {title} | " + " | ".join(f"{tallies[column].f1:.1f}" for column in columns) + " |"


def report(linguist: SpacyLinguist, plain: SpacyLinguist, documents: Sequence[Document]) -> Iterator[str]:
    """The whole report; ``plain`` is the same model without one label per name."""
    chosen = {
        (standard, part): [doc for doc in documents if doc.standard == standard and doc.part == part]
        for part in ("test", "dev")
        for standard in ("nb", "nn")
    }
    raw = {key: measure(linguist, docs) for key, docs in chosen.items()}
    lines = {key: measure(linguist, docs, headings=True) for key, docs in chosen.items()}
    alone = {key: measure(plain, docs) for key, docs in chosen.items()}
    rows = [(f"{standard} {part}", raw[standard, part]) for standard, part in chosen]
    rows += [(f"{standard} {part}, headings on their own line", lines[standard, part]) for standard, part in chosen]
    yield from table(rows, SYNTAX)
    yield ""
    yield from table(
        [(f"{standard} {part}", raw[standard, part]) for standard, part in chosen]
        + [(f"{standard} {part}, each sentence by itself", alone[standard, part]) for standard, part in chosen],
        ("names", *TYPES),
    )
    yield ""
    counts = Counter({key: tallies["names"].gold for key, tallies in raw.items()})
    yield "Names in the gold: " + ", ".join(f"{standard} {part} {counts[standard, part]}" for standard, part in chosen)
    speed = words_per_second(linguist, [*chosen["nb", "dev"], *chosen["nn", "dev"]])
    yield f"Speed: {speed:.0f} words per second, everything, one thread."


def sizes(folder: Path) -> float:
    """Megabytes of the model on disk."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6
