"""One spaCy language for Bokmål and Nynorsk: tokeniser, word features, and the encoder's embedding layer.

Importing this module registers the language ``nbnn``, the component ``written_standard`` and the layer
``belegg.WordFeatures.v1`` with spaCy, which the shipped model and the training recipe both need.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from spacy.attrs import FLAG20, FLAG21, FLAG22, FLAG23, FLAG24, IDS, LOWER, NORM, PREFIX, SUFFIX, TAG
from spacy.lang.nb.syntax_iterators import SYNTAX_ITERATORS
from spacy.language import BaseDefaults, Language
from spacy.ml.staticvectors import StaticVectors
from spacy.strings import get_string_id
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import (
    HashEmbed,
    Maxout,
    Model,
    chain,
    concatenate,
    list2ragged,
    ragged2list,
    with_array,
)

from belegg.models.gazetteer import GAZETTEER
from belegg.models.tokenizing import EXCEPTIONS, INFIXES, PREFIXES, SUFFIXES

GAZETTEER_FLAGS = {FLAG20: "given", FLAG21: "family", FLAG22: "norwegian", FLAG23: "place", FLAG24: "country"}
_DIGITS = str.maketrans("123456789", "000000000")


def _gazetteer_flag(kind: str) -> Callable[[str], bool]:
    entries = GAZETTEER.get(kind, frozenset())
    return lambda word: word in entries or (word[:1].isupper() and word[-1:] == "s" and word[:-1] in entries)


class NorwegianDefaults(BaseDefaults):
    """Tokeniser rules of both standards; longer affixes than spaCy's, digits alike, and the gazetteer's flags."""

    tokenizer_exceptions = EXCEPTIONS
    prefixes = PREFIXES
    infixes = INFIXES
    suffixes = SUFFIXES
    syntax_iterators = SYNTAX_ITERATORS
    lex_attr_getters = {  # noqa: RUF012  (spaCy reads it off the class)
        **BaseDefaults.lex_attr_getters,
        NORM: lambda word: word.lower().translate(_DIGITS),
        PREFIX: lambda word: word[:3].lower(),
        SUFFIX: lambda word: word[-4:].lower(),
        **{flag: _gazetteer_flag(kind) for flag, kind in GAZETTEER_FLAGS.items()},
    }


@registry.languages("nbnn")
class BothStandards(Language):  # type: ignore[no-untyped-call]
    """Bokmål and Nynorsk in one vocabulary."""

    lang = "nbnn"
    Defaults = NorwegianDefaults


class WrittenStandard:
    """Writes ``nb`` or ``nn`` on every word as its fine-grained tag, from words that only one standard has.

    The tagger, lemmatiser and parser read it as a feature. A text that already carries a tag keeps it, so that a
    caller who knows the standard of the whole article can say so.
    """

    def __init__(self, weights: dict[str, float] | None = None) -> None:
        self.weights = weights or {}

    @property
    def weights(self) -> dict[str, float]:
        """The log odds of each word."""
        return self._weights

    @weights.setter
    def weights(self, weights: dict[str, float]) -> None:
        self._weights = weights
        self._by_number = {get_string_id(word): weight for word, weight in weights.items()}  # as spaCy numbers words

    def __call__(self, doc: Doc) -> Doc:
        """Marks a document that is not marked yet."""
        if len(doc) and not doc[0].tag:
            mark(doc, "nn" if self.evidence(doc) > 0 else "nb")
        return doc

    def evidence(self, doc: Doc) -> float:
        """The log odds of Nynorsk against Bokmål, summed over the words."""
        weights = self._by_number
        return sum(weights[number] for number in doc.to_array(LOWER).tolist() if number in weights)

    def to_disk(self, path: Path | str, exclude: tuple[str, ...] = ()) -> None:
        """Writes the weights."""
        Path(path).mkdir(parents=True, exist_ok=True)
        _write_json(Path(path) / "weights.json", self.weights)

    def from_disk(self, path: Path | str, exclude: tuple[str, ...] = ()) -> WrittenStandard:
        """Reads the weights."""
        self.weights = json.loads((Path(path) / "weights.json").read_text(encoding="utf-8"))
        return self


def _write_json(path: Path, table: Any) -> None:
    path.write_text(json.dumps(table, ensure_ascii=False, indent=0, sort_keys=True), encoding="utf-8")


def mark(doc: Doc, standard: str) -> None:
    """Tells the document's written standard to the model."""
    tags: Any = np.full((len(doc), 1), doc.vocab.strings.add(standard), dtype="uint64")
    doc.from_array([TAG], tags)


@Language.factory("written_standard", assigns=["token.tag"])
def make_written_standard(nlp: Language, name: str) -> WrittenStandard:
    """Factory of the component; its weights are set by training or read from disk."""
    return WrittenStandard()


class LemmaLexicon:
    """Lemmas of words seen in training, by standard, form and part of speech; the lemmatiser keeps the rest.

    ``entries`` maps ``nb`` and ``nn`` to a table with the keys ``form UPOS`` and, where that is not enough,
    ``form UPOS feats``; forms of names keep their case.
    """

    def __init__(self, entries: dict[str, dict[str, str]] | None = None) -> None:
        self.entries = entries or {}

    def __call__(self, doc: Doc) -> Doc:
        """Sets ``token.lemma`` where the table knows the word."""
        table = self.entries.get(doc[0].tag_, {}) if len(doc) else {}
        for token in doc:
            key = lemma_key(token.text, token.pos_)
            lemma = table.get(key) or table.get(f"{key} {token.morph}")
            if lemma:
                token.lemma_ = lemma
        return doc

    def to_disk(self, path: Path | str, exclude: tuple[str, ...] = ()) -> None:
        """Writes the table."""
        Path(path).mkdir(parents=True, exist_ok=True)
        _write_json(Path(path) / "entries.json", self.entries)

    def from_disk(self, path: Path | str, exclude: tuple[str, ...] = ()) -> LemmaLexicon:
        """Reads the table."""
        self.entries = json.loads((Path(path) / "entries.json").read_text(encoding="utf-8"))
        return self


def lemma_key(form: str, upos: str) -> str:
    """How the lexicon looks a word up."""
    return f"{form if upos == 'PROPN' else form.lower()} {upos}"


@Language.factory("lemma_lexicon", requires=["token.pos", "token.morph", "token.tag"], assigns=["token.lemma"])
def make_lemma_lexicon(nlp: Language, name: str) -> LemmaLexicon:
    """Factory of the component; its table is set by training or read from disk."""
    return LemmaLexicon()


def _features(attrs: list[int]) -> Model[list[Doc], list[Any]]:
    """Word attributes as a table per document; the last column packs the gazetteer's flags into one number."""
    flags = list(GAZETTEER_FLAGS)
    powers = np.asarray([1 << place for place in range(len(flags))], dtype="uint64")

    def forward(model: Model[list[Doc], list[Any]], docs: list[Doc], is_train: bool) -> tuple[list[Any], Any]:
        tables = []
        for doc in docs:
            table = doc.to_array([*attrs, *flags]).reshape((len(doc), len(attrs) + len(flags)))
            packed = table[:, len(attrs) :] @ powers
            tables.append(np.column_stack([table[:, : len(attrs)], packed]).astype("uint64"))
        return tables, lambda gradient: []

    return Model("word_features", forward)


@registry.architectures("belegg.WordFeatures.v1")  # type: ignore[untyped-decorator]
def word_features(
    width: int,
    attrs: list[str],
    rows: list[int],
    widths: list[int],
    include_static_vectors: bool,
) -> Model[list[Doc], list[Any]]:
    """Hashed embeddings of word attributes (Miranda et al. 2022) and of the gazetteer's flags, mixed to ``width``.

    ``rows`` and ``widths`` have one number for each attribute and one more, last, for the gazetteer.
    """
    tables: list[Model[Any, Any]] = [
        HashEmbed(size, count, column=column, seed=8 + column, dropout=0.0)
        for column, (size, count) in enumerate(zip(widths, rows, strict=True))
    ]
    concatenated = sum(widths) + (width if include_static_vectors else 0)
    mix: Model[Any, Any] = with_array(Maxout(width, concatenated, nP=3, dropout=0.0, normalize=True))
    hashed: Model[Any, Any] = chain(
        _features([IDS[name] for name in attrs]), list2ragged(), with_array(concatenate(*tables))
    )
    if include_static_vectors:
        hashed = concatenate(hashed, StaticVectors(width, dropout=0.0))
    return chain(hashed, mix, ragged2list())
