"""The words that a table is learned from, as the program sees them: bridged keys, names and numbers as their kinds."""

from __future__ import annotations

import gzip
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from belegg.core.words import Analysis, Linguist, Piece, Token
from belegg.reason._wording import told_words
from training.corpus import STANDARDS, Sent, load_part
from training.wordings import Happening

Keys = tuple[str, ...]
AT_ONCE = 30  # sentences of the pairs that are analysed as one article


@dataclass(frozen=True, slots=True)
class Told:
    """A happening and the keys of each of its wordings."""

    happening: Happening
    keys: tuple[Keys, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of all texts: sentences that tell nothing of claims, and the happenings."""

    raw: tuple[Keys, ...]
    told: tuple[Told, ...]


def told_wordings(linguist: Linguist, happenings: Sequence[Happening]) -> Iterator[Told]:
    """The happenings with their keys; the wordings of a happening in one standard are read as one article."""
    groups = [[n for n, w in enumerate(h.wordings) if w.standard == s] for h in happenings for s in STANDARDS]
    owners = [h for h in happenings for _ in STANDARDS]
    texts = [[h.wordings[n].text for n in group] for h, group in zip(owners, groups, strict=True)]
    read = keyed(linguist, texts)
    for happening, first in zip(happenings, range(0, len(groups), len(STANDARDS)), strict=True):
        own = groups[first : first + len(STANDARDS)]
        found = {n: keys for group in own for n, keys in zip(group, next(read), strict=True)}
        yield Told(happening, tuple(found[n] for n in range(len(happening.wordings))))


def keyed(linguist: Linguist, groups: Sequence[Sequence[str]]) -> Iterator[list[Keys]]:
    """The keys of each text of each group; a group is read as one article, its texts as blocks."""
    for pieces, analysis in zip(map(_pieces, groups), linguist.analyse(map(_pieces, groups)), strict=True):
        yield _keys(pieces, analysis)


def _pieces(texts: Sequence[str]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    offset = 0
    for number, text in enumerate(texts):
        pieces.append(Piece(text, offset, number))
        offset += len(text) + 1
    return tuple(pieces)


def _keys(pieces: Sequence[Piece], analysis: Analysis) -> list[Keys]:
    starts = [piece.offset for piece in pieces]
    tokens: list[list[Token]] = [[] for _ in pieces]
    named: list[list[tuple[int, int, str]]] = [[] for _ in pieces]
    for token in analysis.tokens:
        tokens[bisect_right(starts, token.start) - 1].append(token)
    for name in analysis.names:
        named[bisect_right(starts, name.start) - 1].append((name.start, name.end, name.type))
    return [_spoken(own, names) for own, names in zip(tokens, named, strict=True)]


def _spoken(tokens: Iterable[Token], named: Sequence[tuple[int, int, str]]) -> Keys:
    return tuple(word.key for word in told_words(tokens, named))


def raw_keys(linguist: Linguist, data: Path) -> Iterator[Keys]:
    """Sentences that tell nothing of claims: the training parts of the treebanks (as annotated) and of the pairs."""
    for standard in STANDARDS:
        for document in load_part(data, standard, "train"):
            yield from map(_annotated, document.sents)
    sides = [[text for text in side if text] for side in zip(*_pairs(data), strict=True)]
    groups = [side[n : n + AT_ONCE] for side in sides for n in range(0, len(side), AT_ONCE)]
    for read in keyed(linguist, groups):
        yield from read


def _pairs(data: Path) -> Iterator[tuple[str, str]]:
    with gzip.open(data / "nb-nn-pairs" / "nb_nn_train.tsv.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            nb, _, nn = line.rstrip("\n").partition("\t")
            yield nb, nn


def _annotated(sent: Sent) -> Keys:
    """A sentence of a treebank; places are numbers of words."""
    tokens: list[Token] = []
    named: list[tuple[int, int, str]] = []
    for n, word in enumerate(sent.words):
        pos = word.upos or ("" if any(c.isalnum() for c in word.form) else "PUNCT")
        tokens.append(Token(n, n, n + 1, word.form, word.lemma, pos, word.feats, n, word.deprel))
        begin, _, kind = word.name.partition("-")
        if begin == "B":
            named.append((n, n + 1, kind))
        elif begin == "I" and named:
            named[-1] = (named[-1][0], n + 1, kind)
    return _spoken(tokens, named)
