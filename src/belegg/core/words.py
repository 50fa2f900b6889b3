"""Words, sentences and raw names of one article, and the interface of the model that finds them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, Protocol

from belegg.core.spans import Span

NameType = Literal["PER", "ORG", "GPE", "LOC", "PROD", "EVT", "DRV"]


@dataclass(frozen=True, slots=True)
class Token:
    """One word with its place in the article's text.

    ``index`` counts all tokens of the article from 0 and is the token's place in ``doc[Token]``; ``head`` is the index
    of the governing token (its own for a root). ``pos`` is UPOS, ``dep`` a Universal Dependencies relation,
    ``feats`` a UD feature string (``Mood=Ind|Tense=Past``, empty where none).
    """

    index: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    feats: str
    head: int
    dep: str

    @property
    def span(self) -> Span:
        """The interval of the token in the article's text."""
        return Span(self.start, self.end)

    def has(self, feature: str) -> bool:
        """True where the feature string holds e.g. ``Tense=Past``."""
        return feature in self.feats and feature in self.feats.split("|")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: tokens ``first`` up to but not including ``last``, within block number ``block`` of the article."""

    first: int
    last: int
    start: int
    end: int
    block: int

    @property
    def span(self) -> Span:
        """The interval of the sentence in the article's text."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name as the model sees it, before the names stage mends it."""

    start: int
    end: int
    type: NameType


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text to analyse: the block's text, its offset in the article and the block's number."""

    text: str
    offset: int
    block: int


@dataclass(frozen=True, slots=True)
class Analysis:
    """What a linguist says of one article: token indices run through all its pieces."""

    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[NameSpan, ...]


class Linguist(Protocol):
    """A model that analyses articles, each given as its content blocks."""

    def analyse(self, articles: Iterable[tuple[Piece, ...]]) -> Iterator[Analysis]:
        """One analysis per article, in order; offsets are in the article's text."""
        ...


class LanguageIdentifier(Protocol):
    """Tells the language of a text of about a paragraph or more."""

    def identify(self, text: str) -> str:
        """A BCP 47 code (``nb``, ``nn``, ``da``, ``sv``, ``en``, …); ``und`` where the text is too short to tell."""
        ...
