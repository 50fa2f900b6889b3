"""Cue words of this layer (``text/data/claims.toml``), and how they are looked for."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Any

from belegg.core.words import Token
from belegg.text.bridge import load_bridge
from belegg.text.wordlists import read_lists, read_table

REMEMBERED = 4096  # clauses of which the words are kept at hand


class Phrases(tuple[str, ...]):
    """Phrases in lower case, their words joined by one blank, that are looked for together (see ``holds``)."""

    @cached_property
    def own_words(self) -> frozenset[str]:
        """Of each phrase the word that the fewest of them have."""
        return frozenset(self.by_own_word)

    @cached_property
    def by_own_word(self) -> Mapping[str, tuple[str, ...]]:
        """The phrases with a blank around each, by that word."""
        counts = Counter(word for phrase in self for word in set(phrase.split(" ")))
        found: dict[str, tuple[str, ...]] = {}
        for phrase in self:
            own = min(phrase.split(" "), key=lambda word: counts[word])
            found[own] = (*found.get(own, ()), f" {phrase} ")
        return found


@dataclass(frozen=True, slots=True)
class Cues:
    """The word lists; phrases are lower-case strings of words joined by one blank."""

    negations: frozenset[str]
    empty_negations: Phrases
    negating_frames: Phrases
    uncertain: Phrases
    answering_cues: Phrases
    affirming_cues: Phrases
    reporting: frozenset[str]
    unnamed: Phrases
    denying_answers: Phrases
    confirming_answers: Phrases
    pointers: frozenset[str]
    plural_pointers: frozenset[str]
    matters: frozenset[str]
    figure_words: frozenset[str]
    particles: frozenset[str]
    such: frozenset[str]
    any_words: frozenset[str]
    leaning: frozenset[str]
    elsewhere: frozenset[str]
    first_person: frozenset[str]
    third_person: frozenset[str]
    questions: frozenset[str]
    future: Phrases
    wishes: Phrases
    hearsay: Phrases
    light: frozenset[str]
    light_keys: frozenset[str]
    spokesmen: frozenset[str]
    not_spokesmen: frozenset[str]
    broad: frozenset[str]
    beliefs: frozenset[str]
    frames: frozenset[str]
    counts_people: frozenset[str]
    body_nouns: frozenset[str]
    of_departments: frozenset[str]
    court: frozenset[str]
    kin: Mapping[str, frozenset[str]]
    bodies: Mapping[str, str]


@cache
def _table() -> Mapping[str, Any]:
    return read_table("claims.toml")


def listed(name: str) -> tuple[str, ...]:
    """One of the lists of ``claims.toml`` that a single rule looks words up in."""
    return tuple(_table()[name])


@cache
def load_cues() -> Cues:
    """The lists, read once."""
    table = _table()
    return read_lists(
        "claims.toml",
        Cues,
        light_keys=frozenset(load_bridge().key(w) for w in table["light"]),
        bodies={word: body for body, words in table["bodies"].items() for word in words},
        kin={a: frozenset(b for g in table["kin"] if a in g for b in g) - {a} for g in table["kin"] for a in g},
    )


def plain(tokens: Iterable[Token]) -> str:
    """The words in lower case with one blank around each, to look for phrases in."""
    return f" {' '.join([t.text.lower() for t in tokens])} "


def holds(words: str, phrases: Phrases) -> bool:
    """True where one of the phrases stands in what ``plain`` gave."""
    told = words_of(words)
    if phrases.own_words.isdisjoint(told):
        return False
    return any(phrase in words for word in phrases.own_words & told for phrase in phrases.by_own_word[word])


@lru_cache(maxsize=REMEMBERED)
def words_of(words: str) -> frozenset[str]:
    """The words in what ``plain`` gave: one clause is looked through for many phrases in a row."""
    return frozenset(words.split(" "))
