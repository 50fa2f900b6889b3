"""Finds the phrases that pages write around articles (language data: text/data/*/page_phrases.toml)."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import cast

from belegg.core.article import BlockKind
from belegg.text.grammar import ARTICLES
from belegg.text.numbers import load_number_words
from belegg.text.wordlists import read_table

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


Tokens = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases that begin with one token: whole ones by their length and words, others (``#``, ``_``, ``*``) apart.

    The former are in order of length, the longest first. Each of the latter has the place of a token that stands as it
    is, which is looked at first; -1 where none does.
    """

    whole: tuple[tuple[int, Mapping[Tokens, tuple[Group, ...]]], ...]
    patterns: tuple[tuple[Tokens, int, Group], ...]

    def at(self, line: Tokens, place: int) -> Iterator[tuple[int, Group]]:
        """The phrases that stand at this place of the line: how long each is, and its group."""
        for pattern, sure, group in self.patterns:
            end = place + len(pattern)
            if end > len(line) or (sure >= 0 and line[place + sure] != pattern[sure]):
                continue
            if all(map(_same, pattern, line[place:end])):
                yield len(pattern), group
        for length, groups in self.whole:
            for group in groups.get(line[place : place + length], ()):
                yield length, group


def tokens_of(line: str) -> list[str]:
    """The line's words and punctuation marks, in lower case."""
    return cast("list[str]", _TOKEN.findall(line.lower()))


def hits(words: list[str]) -> list[Hit]:
    """All phrases found in a line, the longest at each place and for each group."""
    index = _index()
    line = tuple(words)
    found: list[Hit] = []
    for place, word in enumerate(line):
        begun = [index[key] for key in ((word, "#") if _is_count(word) else (word,)) if key in index]
        if begun:
            found += [Hit(group, place, place + length) for length, group in _longest(begun, line, place)]
    return found


def _longest(begun: Iterable[Phrases], line: Tokens, place: int) -> Iterable[tuple[int, Group]]:
    """The longest phrase of each group at a place of the line."""
    lengths: dict[str, tuple[int, Group]] = {}
    for phrases in begun:
        for length, group in phrases.at(line, place):
            if length > lengths.get(group.name, (0, group))[0]:
                lengths[group.name] = length, group
    return lengths.values()


def _is_count(word: str) -> bool:
    """A number in figures or letters; an article counts as one."""
    return word.isdigit() or word in ARTICLES or word in load_number_words().words


def _same(token: str, word: str) -> bool:
    if token == "#":
        return _is_count(word)
    if token == "_":
        return word[0].isalpha()
    return word.startswith(token[:-1]) if len(token) > 1 and token.endswith("*") else token == word


@cache
def _index() -> Mapping[str, Phrases]:
    """Phrases by their first token."""
    found: dict[str, dict[tuple[Tokens, Group], None]] = {}
    for tokens, group in _phrases():
        found.setdefault(tokens[0], {})[tokens, group] = None
    return {first: _ordered(list(rows)) for first, rows in found.items()}


def _ordered(rows: list[tuple[Tokens, Group]]) -> Phrases:
    whole: dict[int, dict[Tokens, tuple[Group, ...]]] = {}
    patterns: list[tuple[Tokens, int, Group]] = []
    for tokens, group in rows:
        sure = [n for n, token in enumerate(tokens) if not _is_open(token)]
        if len(sure) < len(tokens):
            patterns.append((tokens, sure[-1] if sure else -1, group))
        else:
            table = whole.setdefault(len(tokens), {})
            table[tokens] = (*table.get(tokens, ()), group)
    return Phrases(tuple(sorted(whole.items(), reverse=True)), tuple(patterns))


def _is_open(token: str) -> bool:
    """True for what stands for more than one word."""
    return token in ("#", "_") or (len(token) > 1 and token.endswith("*"))


def _phrases() -> Iterator[tuple[Tokens, Group]]:
    for table in (*(f"{standard}/page_phrases.toml" for standard in _STANDARDS), "foreign_page_phrases.toml"):
        for name, row in read_table(table).items():
            weights = {k: float(row.get(k, 0.0)) for k in ("whole", "opens", "ends", "holds")}
            group = Group(name, row["kind"], **weights)
            for phrase in row["phrases"]:
                yield tuple(_phrase_tokens(phrase)), group


def _phrase_tokens(phrase: str) -> list[str]:
    return re.findall(r"\w+\*|\w+|[^\w\s]", phrase.lower())
