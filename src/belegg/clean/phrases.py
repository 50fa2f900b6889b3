"""Finds the phrases that pages write around articles (language data: text/data/*/page_phrases.toml)."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast

from belegg.core.article import BlockKind

_TOKEN = re.compile(r"\w+|[^\w\s]")
_STANDARDS = ("nb", "nn")


@dataclass(frozen=True, slots=True)
class Group:
    """Phrases that speak for one kind, and how much, by where in the line they stand."""

    name: str
    kind: BlockKind
    whole: float = 0.0
    opens: float = 0.0
    ends: float = 0.0
    holds: float = 0.0


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found: tokens ``first`` up to but not including ``last`` of the line."""

    group: Group
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase as tokens: ``#`` stands for a number, ``_`` for any word, a final ``*`` for any ending."""

    tokens: tuple[str, ...]
    group: Group
    literal: bool

    def fits(self, words: tuple[str, ...], at: int) -> bool:
        """True where the phrase stands at this place of the line."""
        own = words[at : at + len(self.tokens)]
        if self.literal:
            return own == self.tokens
        return len(own) == len(self.tokens) and all(map(_same, self.tokens, own))


def tokens_of(line: str) -> list[str]:
    """The line's words and punctuation marks, in lower case."""
    return cast("list[str]", _TOKEN.findall(line.lower()))


def hits(words: list[str]) -> list[Hit]:
    """All phrases found in a line, the longest at each place and for each group."""
    index = _index()
    found: list[Hit] = []
    line = tuple(words)
    for at, word in enumerate(line):
        taken: set[str] = set()
        for phrase in index.get("#" if word.isdigit() else word, ()):
            if phrase.group.name not in taken and phrase.fits(line, at):
                taken.add(phrase.group.name)
                found.append(Hit(phrase.group, at, at + len(phrase.tokens)))
    return found


def _same(token: str, word: str) -> bool:
    if token == "#":
        return word.isdigit()
    if token == "_":
        return word[0].isalpha()
    return word.startswith(token[:-1]) if len(token) > 1 and token.endswith("*") else token == word


@cache
def _index() -> Mapping[str, tuple[Phrase, ...]]:
    """Phrases by their first token, the longest first."""
    found: dict[str, list[Phrase]] = {}
    for phrase in dict.fromkeys(_phrases()):
        found.setdefault(phrase.tokens[0], []).append(phrase)
    return {k: tuple(sorted(v, key=lambda p: -len(p.tokens))) for k, v in found.items()}


def _phrases() -> Iterator[Phrase]:
    for standard in _STANDARDS:
        path = files("belegg.text") / "data" / standard / "page_phrases.toml"
        for name, row in tomllib.loads(path.read_text("utf-8")).items():
            weights = {k: float(row.get(k, 0.0)) for k in ("whole", "opens", "ends", "holds")}
            group = Group(name, row["kind"], **weights)
            for phrase in row["phrases"]:
                tokens = tuple(_phrase_tokens(phrase))
                yield Phrase(tokens, group, not any(t in "#_" or t.endswith("*") for t in tokens))


def _phrase_tokens(phrase: str) -> list[str]:
    return re.findall(r"\w+\*|\w+|[^\w\s]", phrase.lower())
