"""An article's words as the rules on the recogniser's names look at them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from belegg.core.words import Sentence, Token
from belegg.models.consistency import TypedRun

_MARKS = frozenset('- – — « “ " :'.split())


@dataclass(frozen=True)
class Words:
    """The tokens of one article and its sentences."""

    tokens: Sequence[Token]
    sentences: Sequence[Sentence]

    @cached_property
    def starts(self) -> frozenset[int]:
        """The first token of each sentence."""
        return frozenset(sentence.first for sentence in self.sentences)

    def text(self, run: TypedRun) -> str:
        """The words of a name, one blank between them."""
        return " ".join(token.text for token in self.tokens[run.first : run.last])

    def before(self, run: TypedRun) -> str:
        """The word before a name in its sentence; empty where the name opens it."""
        return "" if run.first in self.starts else self.tokens[run.first - 1].text

    def opens(self, place: int) -> bool:
        """True where a capital tells nothing: the word begins a sentence, or stands after a dash, a mark or a colon."""
        return place in self.starts or self.tokens[place - 1].text in _MARKS

    def follows(self, place: int) -> bool:
        """True where there is a word at this place and it belongs to the sentence of the word before."""
        return place < len(self.tokens) and place not in self.starts

    @cached_property
    def capitals(self) -> Counter[str]:
        """How often each word has a capital that is not its place's."""
        return Counter(t.text for t in self.tokens if t.text[:1].isupper() and not self.opens(t.index))


def named_people(runs: Iterable[TypedRun], words: Words) -> frozenset[str]:
    """The first and the last words of people's full names, and their genitives."""
    full = [run for run in runs if run.type == "PER" and run.last - run.first > 1]
    parts = {words.tokens[place].text for run in full for place in (run.first, run.last - 1)}
    return frozenset(parts | {name + "s" for name in parts})
