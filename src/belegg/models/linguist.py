"""The shipped Norwegian model behind the interface ``Linguist``.

Importing this module imports spaCy; only the edge of the program that needs the model does so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from importlib import resources
from itertools import islice
from pathlib import Path
from typing import cast

from spacy.language import Language
from spacy.pipeline import TrainablePipe
from spacy.strings import StringStore
from spacy.tokens import Doc
from spacy.util import load_config, load_model_from_config
from thinc.api import use_ops

from belegg.core.words import Analysis, NameSpan, NameType, Piece
from belegg.models.capitals import calm, capitalised_words
from belegg.models.consistency import settle_names
from belegg.models.encoding import encode_at_once
from belegg.models.layers import Layers
from belegg.models.lemmatising import LemmaFinder, Lemmatiser
from belegg.models.mending import Settle, mended_names
from belegg.models.naming import NameFinder, Recogniser
from belegg.models.norwegian import LemmaLexicon, WrittenStandard, mark
from belegg.models.openings import Vocabulary, vocabulary
from belegg.models.remembering import remember
from belegg.models.treeing import DependencyParser, TreeFinder

# Blanks of every width, tabs and line ends read as one plain blank each: offsets stay the same.
_WIDTHS = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_BLANKS = {ord(sign): " " for sign in "\t\n\r\v\f" + _WIDTHS}
_LONGEST = 30_000  # characters the parser is given at once
_ARTICLES = 24
_WORDS = 1500  # that are tagged together
_STEPPED = 4000  # that are parsed together: some 32 MB
_FILLER = 64
_NOT_PIPED = ["trainable_lemmatizer", "lemma_lexicon", "parser", "ner"]  # what is found in ways of our own
_KEPT = 30_000  # different words, some 15 MB


_Content = tuple[str, str]  # a text and its written standard


class SpacyLinguist:
    """Words, sentences and names by the shipped pipeline. Pure: the same pieces give the same analysis."""

    def __init__(self, nlp: Language, settle: Settle = settle_names) -> None:
        self._nlp = nlp
        self._settle = settle
        self._standard = cast(WrittenStandard, nlp.get_pipe("written_standard"))
        lemmatiser, lexicon = nlp.get_pipe("trainable_lemmatizer"), nlp.get_pipe("lemma_lexicon")
        self._vocabulary = vocabulary(cast(LemmaLexicon, lexicon).entries)
        self._find_lemmas = LemmaFinder(cast(Lemmatiser, lemmatiser), lexicon)
        self._find_trees = TreeFinder(cast(DependencyParser, nlp.get_pipe("parser")))
        self._find_names = NameFinder(cast(Recogniser, nlp.get_pipe("ner")))

    def analyse(self, articles: Iterable[tuple[Piece, ...]]) -> Iterator[Analysis]:
        """One analysis per article, in order; offsets are in the article's text."""
        waiting = iter(articles)
        while batch := list(islice(waiting, _ARTICLES)):
            with self._zone():
                done = self._read(batch)
            yield from done

    def _zone(self) -> AbstractContextManager[object]:
        """The first words are kept, for they are the frequent ones; later, what is new is forgotten after a batch."""
        return nullcontext() if len(self._nlp.vocab) < _KEPT else self._nlp.memory_zone()

    def _read(self, articles: Sequence[tuple[Piece, ...]]) -> list[Analysis]:
        """Articles together: what is multiplied is large enough for each to come out as it would alone."""
        parts = [[part for piece in article for part in split_long(piece)] for article in articles]
        docs = [self._docs(part) for part in parts]
        once = {content: doc for of_article in docs for content, doc in of_article}  # what several carry is read once
        self._tell(list(once.values()))
        read = ([once[content] for content, _ in of_article] for of_article in docs)
        strings = self._nlp.vocab.strings
        return [
            _analysis(zip(part, told, strict=True), strings, self._vocabulary, self._settle)
            for part, told in zip(parts, read, strict=True)
        ]

    def _tell(self, docs: Sequence[Doc]) -> None:
        """Tells the documents' words what they are. Texts of about one length are parsed together."""
        for few in _batches(docs, _WORDS):
            self._tag([*few, self._filler()])
        filler = self._filler()
        self._tag([filler])
        for many in _batches(sorted(docs, key=len), _STEPPED):
            self._find_trees([*many, filler])
        for few in _batches(docs, _WORDS):
            self._find_names([*few, self._filler()])

    def _tag(self, docs: Sequence[Doc]) -> None:
        self._find_lemmas(list(self._nlp.pipe(docs, batch_size=len(docs), disable=_NOT_PIPED)))

    def _filler(self) -> Doc:
        """A text of no meaning: with it even a caption is a product of many rows (see ``remembering``)."""
        doc = Doc(self._nlp.vocab, words=["."] * _FILLER)
        mark(doc, "nb")
        return doc

    def _docs(self, pieces: Sequence[Piece]) -> list[tuple[_Content, Doc]]:
        """Tokenised pieces that know the written standard of their whole article, each after what it holds."""
        plain = [piece.text.translate(_BLANKS) for piece in pieces]
        capitalised = capitalised_words(plain)
        texts = [calm(text, capitalised) for text in plain]
        docs = [self._nlp.make_doc(text) for text in texts]
        standard = "nn" if sum(self._standard.evidence(doc) for doc in docs) > 0 else "nb"
        for doc in docs:
            mark(doc, standard)
        return [((text, standard), doc) for text, doc in zip(texts, docs, strict=True)]


def load_linguist(path: Path | None = None, settle: Settle = settle_names) -> SpacyLinguist:
    """The linguist with the model at ``path``, by default the one in the package. Raises OSError where it lacks."""
    source = path or shipped_model()
    with use_ops("numpy", use_blis=False):  # NumPy's own matrix product is two to three times as fast here
        nlp = load_model_from_config(load_config(source / "config.cfg"), auto_fill=True)
        nlp.from_disk(source, exclude=["tokenizer"])
    names = cast(TrainablePipe, nlp.get_pipe("ner")).model.get_ref("tok2vec").layers[0]
    for encoder in (cast(TrainablePipe, nlp.get_pipe("tok2vec")).model, names):
        remember(encoder)
        encode_at_once(encoder)
    return SpacyLinguist(nlp, settle)


def shipped_model() -> Path:
    """The folder of the model in the package."""
    return Path(str(resources.files("belegg.models") / "nbnn"))


def _batches(docs: Iterable[Doc], words: int) -> Iterator[list[Doc]]:
    """The documents in order, so many words at a time: as the caches of a processor like."""
    batch: list[Doc] = []
    size = 0
    for doc in docs:
        batch.append(doc)
        size += len(doc)
        if size >= words:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def split_long(piece: Piece, longest: int = _LONGEST) -> Iterator[Piece]:
    """The piece, or parts of it cut at a blank (in a word where there is none) that are short enough to analyse."""
    start, text = 0, piece.text
    while len(text) - start > longest:
        blank = text.rfind(" ", start + longest // 2, start + longest)
        end = blank if blank > 0 else start + longest
        yield Piece(text[start:end], piece.offset + start, piece.block)
        start = end
    yield Piece(text[start:], piece.offset + start, piece.block)


def _analysis(read: Iterable[tuple[Piece, Doc]], strings: StringStore, known: Vocabulary, settle: Settle) -> Analysis:
    layers = Layers(strings)
    for piece, doc in read:
        layers.add(piece, doc)
    tokens = layers.tokens
    found = mended_names(layers.runs, tokens, layers.sentences, known, settle)
    names = tuple(
        NameSpan(tokens[run.first].start, tokens[run.last - 1].end, cast(NameType, run.type)) for run in found
    )
    return Analysis(tuple(tokens), tuple(layers.sentences), names)
