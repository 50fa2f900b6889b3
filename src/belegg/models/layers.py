"""From spaCy's documents to our words, sentences and name runs; blanks, which spaCy keeps as words, are left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import cast

from spacy import symbols
from spacy.attrs import DEP, HEAD, IDX, IS_SPACE, LEMMA, LENGTH, MORPH, POS, SENT_START
from spacy.strings import StringStore, get_string_id
from spacy.tokens import Doc

from belegg.core.words import Piece, Sentence, Token
from belegg.models.agreeing import tag_by_place
from belegg.models.consistency import TypedRun

_ATTRIBUTES = [IDX, LENGTH, IS_SPACE, HEAD, LEMMA, POS, MORPH, DEP, SENT_START]
_BLANK, _LEAP, _BEGINS = (_ATTRIBUTES.index(a) for a in (IS_SPACE, HEAD, SENT_START))
_ROOT = get_string_id("ROOT")
_NO_FEATS = symbols.IDS["_"]  # how spaCy writes that a word has no features


class _Strings(dict[int, str]):
    """spaCy's strings by their numbers, each made once: spaCy makes them anew for everyone who asks."""

    def __init__(self, strings: StringStore) -> None:
        super().__init__()
        self._strings = strings

    def __missing__(self, number: int) -> str:
        found = self[number] = self._strings[number]
        return found


class Layers:
    """The words, sentences and names of one article, piece by piece."""

    def __init__(self, strings: StringStore) -> None:
        self.tokens: list[Token] = []
        self.sentences: list[Sentence] = []
        self.runs: list[TypedRun] = []
        self._words: dict[str, str] = {}
        self._strings = _Strings(strings)
        self._places: dict[tuple[int, int], tuple[str, str]] = {}  # what a word is told to be where it hangs so

    def add(self, piece: Piece, doc: Doc) -> None:
        """The next piece."""
        table = doc.to_array(_ATTRIBUTES).reshape((len(doc), len(_ATTRIBUTES)))
        columns = cast("list[list[int]]", table.T.tolist())
        columns[_LEAP] = cast("list[int]", table[:, _LEAP].astype("int64").tolist())
        blank, begins = columns[_BLANK], columns[_BEGINS]
        # For each word its number in the article; blanks have the next word's.
        index = list(accumulate((not b for b in blank), initial=len(self.tokens)))
        first = len(self.tokens)
        self.tokens.extend(self._tokens(piece, columns, index))
        self.sentences.extend(self._sentences(piece, index, first, begins))
        self.runs.extend(_runs(doc, index))

    def _tokens(self, piece: Piece, columns: list[list[int]], index: Sequence[int]) -> Iterator[Token]:
        strings, text, offset, one = self._strings, piece.text, piece.offset, self._words.setdefault
        blank, leaps, places = columns[_BLANK], columns[_LEAP], self._places
        for at, (idx, length, is_blank, leap, lemma, pos, feats, dep, _) in enumerate(zip(*columns, strict=True)):
            if is_blank:
                continue
            head, own, word = at + leap, index[at], text[idx : idx + length]
            if blank[head]:
                head = _head(head, leaps, blank)
            tag, relation = places.get((pos, dep if leap else _ROOT)) or self._place(pos, dep if leap else _ROOT)
            word = one(word, word)  # equal words of an article are one string
            yield Token(
                own,
                offset + idx,
                offset + idx + length,
                word,
                strings[lemma] if lemma else word,
                tag,
                "" if feats == _NO_FEATS else strings[feats],
                own if blank[head] else index[head],
                relation,
            )

    def _place(self, pos: int, dep: int) -> tuple[str, str]:
        """Part of speech and relation of a word that the tagger and the parser tell these of."""
        relation = "root" if dep == _ROOT else self._strings[dep]
        found = self._places[pos, dep] = tag_by_place(self._strings[pos], relation), relation
        return found

    def _sentences(self, piece: Piece, index: Sequence[int], base: int, begins: Sequence[int]) -> Iterator[Sentence]:
        cuts = [0, *(at for at in range(1, len(begins)) if begins[at] == 1), len(begins)]
        for start, stop in pairwise(cuts):
            first, last = index[start], index[stop]
            if last > first:
                yield Sentence(first, last, self.tokens[first].start, self.tokens[last - 1].end, piece.block)


def _head(at: int, leaps: Sequence[int], blank: Sequence[int]) -> int:
    """The governing word; where that is a blank, the blank's own."""
    while blank[at] and leaps[at]:
        at += leaps[at]
    return at


def _runs(doc: Doc, index: Sequence[int]) -> Iterator[TypedRun]:
    for name in doc.ents:
        first, last = index[name.start], index[name.end]
        if last > first:
            yield TypedRun(first, last, name.label_)
