"""The shipped Norwegian model behind the interface ``Linguist``.

Importing this module imports spaCy; only the edge of the program that needs the model does so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import resources
from itertools import islice
from pathlib import Path
from typing import cast

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import load_config, load_model_from_config
from thinc.api import use_ops

from belegg.core.words import Analysis, NameSpan, NameType, Piece, Sentence, Token
from belegg.models.capitals import calm, capitalised_words
from belegg.models.consistency import TypedRun, settle_names
from belegg.models.norwegian import WrittenStandard, mark

# Blanks of every width, tabs and line ends read as one plain blank each: offsets stay the same.
_WIDTHS = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_BLANKS = {ord(sign): " " for sign in "\t\n\r\v\f" + _WIDTHS}
_LONGEST = 30_000  # characters the parser is given at once
_ARTICLES = 24
_DOCS = 128


Settle = Callable[[Sequence[TypedRun], Sequence[str]], list[TypedRun]]


class SpacyLinguist:
    """Words, sentences and names by the shipped pipeline. Pure: the same pieces give the same analysis."""

    def __init__(self, nlp: Language, settle: Settle = settle_names) -> None:
        self._nlp = nlp
        self._settle = settle
        self._standard = cast(WrittenStandard, nlp.get_pipe("written_standard"))

    def analyse(self, articles: Iterable[tuple[Piece, ...]]) -> Iterator[Analysis]:
        """One analysis per article, in order; offsets are in the article's text."""
        waiting = iter(articles)
        while batch := list(islice(waiting, _ARTICLES)):
            with self._nlp.memory_zone():  # words that only these articles have are forgotten afterwards
                done = [self._read(article) for article in batch]
            yield from done

    def _read(self, article: Sequence[Piece]) -> Analysis:
        """Article by article: rounding depends on what is multiplied together, and so would the analysis."""
        parts = [part for piece in article for part in split_long(piece)]
        docs = self._docs(parts)
        return _analysis(list(zip(parts, self._nlp.pipe(docs, batch_size=_DOCS), strict=True)), self._settle)

    def _docs(self, pieces: Sequence[Piece]) -> list[Doc]:
        """Tokenised pieces that know the written standard of their whole article."""
        texts = [piece.text.translate(_BLANKS) for piece in pieces]
        capitalised = capitalised_words(texts)
        docs = [self._nlp.make_doc(calm(text, capitalised)) for text in texts]
        standard = "nn" if sum(self._standard.evidence(doc) for doc in docs) > 0 else "nb"
        for doc in docs:
            mark(doc, standard)
        return docs


def load_linguist(path: Path | None = None, settle: Settle = settle_names) -> SpacyLinguist:
    """The linguist with the model at ``path``, by default the one in the package. Raises OSError where it lacks."""
    source = path or shipped_model()
    with use_ops("numpy", use_blis=False):  # NumPy's own matrix product is two to three times as fast here
        nlp = load_model_from_config(load_config(source / "config.cfg"), auto_fill=True)
        return SpacyLinguist(nlp.from_disk(source, exclude=["tokenizer"]), settle)


def shipped_model() -> Path:
    """The folder of the model in the package."""
    return Path(str(resources.files("belegg.models") / "nbnn"))


def split_long(piece: Piece, longest: int = _LONGEST) -> Iterator[Piece]:
    """The piece, or parts of it cut at a blank (in a word where there is none) that are short enough to analyse."""
    start, text = 0, piece.text
    while len(text) - start > longest:
        blank = text.rfind(" ", start + longest // 2, start + longest)
        end = blank if blank > 0 else start + longest
        yield Piece(text[start:end], piece.offset + start, piece.block)
        start = end
    yield Piece(text[start:], piece.offset + start, piece.block)


def _analysis(read: Sequence[tuple[Piece, Doc]], settle: Settle) -> Analysis:
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    runs: list[TypedRun] = []
    for piece, doc in read:
        index = _indices(doc, len(tokens))
        runs.extend(_runs(doc, index))
        tokens.extend(_tokens(piece, doc, index))
        sentences.extend(_sentences(piece, doc, index))
    settled = settle(runs, [token.text for token in tokens])
    names = tuple(
        NameSpan(tokens[run.first].start, tokens[run.last - 1].end, cast(NameType, run.type)) for run in settled
    )
    return Analysis(tuple(tokens), tuple(sentences), names)


def _indices(doc: Doc, base: int) -> list[int]:
    """For each word of the document its number in the article; blanks, which are no words, have the next word's."""
    numbers = []
    for token in doc:
        numbers.append(base)
        base += not token.is_space
    return [*numbers, base]


def _tokens(piece: Piece, doc: Doc, index: Sequence[int]) -> Iterator[Token]:
    for token in doc:
        if token.is_space:
            continue
        head = token.head
        while head.is_space and head.head is not head and head.head.i != head.i:
            head = head.head
        start = piece.offset + token.idx
        own = index[token.i]
        yield Token(
            index=own,
            start=start,
            end=start + len(token),
            text=piece.text[token.idx : token.idx + len(token)],
            lemma=token.lemma_ or token.text,
            pos=token.pos_,
            feats=str(token.morph),
            head=own if head.is_space else index[head.i],
            dep="root" if head is token or token.dep_ == "ROOT" else token.dep_,
        )


def _sentences(piece: Piece, doc: Doc, index: Sequence[int]) -> Iterator[Sentence]:
    for sent in doc.sents:
        words = [token for token in sent if not token.is_space]
        if words:
            yield Sentence(
                first=index[words[0].i],
                last=index[words[-1].i] + 1,
                start=piece.offset + words[0].idx,
                end=piece.offset + words[-1].idx + len(words[-1]),
                block=piece.block,
            )


def _runs(doc: Doc, index: Sequence[int]) -> Iterator[TypedRun]:
    for name in doc.ents:
        first, last = index[name.start], index[name.end]
        if last > first:
            yield TypedRun(first, last, name.label_)
