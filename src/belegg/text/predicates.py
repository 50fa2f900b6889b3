"""Predicates of news: which words of the two written standards say the same thing, and which say the opposite.

The table (``text/data/predicates.tsv``) groups verbs, their nouns and fixed phrases into *axes* with two ends:
*stenge* and *opne* lie on one axis with opposite signs, so a report of the one can deny an expectation of the other.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from belegg.core.words import Token
from belegg.text.bridge import load_bridge, rows

REACH = 3  # how many words may stand between two neighbouring words of a phrase
LIGHT = frozenset(("være", "vere", "ha", "i", "på", "ute"))  # words that begin a phrase only right before its next one
SHORTEST_HEAD = 4  # letters of the shortest head that a compound is taken apart for
SHORTEST_COMPOUND = 8
SHORT_KEY = 4  # letters of a key that too many words share: only the very dictionary form will do
SHORTEST_STEM = 3
ENDINGS = ("ene", "ane", "en", "et", "er", "ar", "te", "de", "a", "r", "t")
PARTICIPLES = ("ende", "ande")  # *avgjørende* is no decision
_EMPTY_POS = frozenset(("PUNCT", "SPACE", "DET", "PRON", "CCONJ", "SCONJ", "NUM", "SYM"))

#: Words whose keys are kept in memory: a text uses the same few thousand over and over.
KNOWN_WORDS = 1 << 15


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the table: its key, and the dictionary form that short keys (*ska-* of *skade*) are checked by.

    ``pos`` is the word class that it must have (``by/VERB``), empty where any will do.
    """

    key: str
    form: str
    pos: str = ""

    def is_in(self, token: "Keyed") -> bool:
        """True where the token is a form of this word."""
        if self.pos and token.pos != self.pos:
            return False
        return self.key in token.keys and (len(self.key) > SHORT_KEY or self.form in token.forms)


@dataclass(frozen=True, slots=True)
class Keyed:
    """A token's keys and its forms in lower case."""

    keys: tuple[str, ...]
    forms: tuple[str, ...]
    pos: str


@dataclass(frozen=True, slots=True)
class Predicate:
    """One row: an end of an axis, and the ACE subtype (or empty) that its words name."""

    axis: str
    sign: int
    event: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A predicate found at the tokens ``first`` up to but not including ``last`` (positions in the sequence given).

    ``literal`` is true where the table has the very dictionary form, not only a word of the same key.
    """

    predicate: Predicate
    first: int
    last: int
    literal: bool = False


@dataclass(frozen=True, slots=True)
class Predicates:
    """Phrases by the key of their first word; one-word entries are phrases of length one."""

    phrases: Mapping[str, tuple[tuple[tuple[Word, ...], Predicate], ...]]

    def heads(self, key: str) -> tuple[Predicate, ...]:
        """What a single word with this key can mean as the head of a compound."""
        return tuple(p for words, p in self.phrases.get(key, ()) if len(words) == 1)


@cache
def load_predicates() -> Predicates:
    """The table, read once."""
    phrases: dict[str, dict[tuple[tuple[Word, ...], Predicate], None]] = {}
    for row in rows("predicates.tsv"):
        axis, sign, event, nb, nn = (*row, "", "")[:5]
        predicate = Predicate(axis, 1 if sign == "+" else -1, event)
        for entry in (*nb.split(";"), *nn.split(";")):
            words = tuple(_word(w) for w in entry.split())
            if words:
                phrases.setdefault(words[0].key, {})[words, predicate] = None
    return Predicates({first: tuple(found) for first, found in phrases.items()})


def _word(entry: str) -> Word:
    form, _, pos = entry.partition("/")
    return Word(load_bridge().key(form), form, pos)


def hits(tokens: Sequence[Token]) -> tuple[Hit, ...]:
    """The predicates in a stretch of tokens, in order; a phrase is preferred to its single words."""
    keyed = [_keyed(t.text.lower(), t.lemma.lower(), t.pos) for t in tokens]
    found: list[Hit] = []
    for position, token in enumerate(tokens):
        if token.pos not in _EMPTY_POS:
            found += _hits_at(tokens, keyed, position)
    phrases = {n for h in found if h.last - h.first > 1 for n in (h.first, h.last - 1)}
    return tuple(h for h in found if h.last - h.first > 1 or h.first not in phrases)


@lru_cache(maxsize=KNOWN_WORDS)
def _keyed(text: str, lemma: str, pos: str) -> Keyed:
    bridge = load_bridge()
    # A verb's own form counts as it stands: endings taken off a verb make too many nouns.
    own = (text,) if pos == "VERB" else _base_forms(text)
    forms = tuple(dict.fromkeys((*_base_forms(lemma), *own)))
    return Keyed(tuple(dict.fromkeys(bridge.key(w) for w in (text, lemma))), forms, pos)


def _base_forms(word: str) -> Iterator[str]:
    """The word, and what it may be an inflected form of: lemmas are not always right."""
    yield word
    for ending in ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= SHORTEST_STEM:
            yield stem
            yield stem + "e"


def _hits_at(tokens: Sequence[Token], keyed: Sequence[Keyed], position: int) -> list[Hit]:
    table = load_predicates()
    forms = keyed[position].forms
    found = [
        Hit(predicate, position, last, phrase[0].form in forms)
        for key in keyed[position].keys
        for phrase, predicate in table.phrases.get(key, ())
        if (last := _end_of(phrase, keyed, position)) is not None
    ]
    if not found and len(tokens[position].text) >= SHORTEST_COMPOUND:
        found = [Hit(p, position, position + 1) for p in _of_head(keyed[position].keys[0])]
    literal = [h for h in found if h.literal]
    if not literal and tokens[position].text.lower().endswith(PARTICIPLES):
        return []
    return list(dict.fromkeys(literal or found))


def _end_of(phrase: tuple[Word, ...], keyed: Sequence[Keyed], position: int) -> int | None:
    """The position after the last word of the phrase that begins here; None where it does not stand here."""
    if not phrase[0].is_in(keyed[position]):
        return None
    at = position
    for wanted in phrase[1:]:
        near = 0 if phrase[0].form in LIGHT else REACH
        reach = range(at + 1, min(at + 2 + near, len(keyed)))
        following = next((n for n in reach if wanted.is_in(keyed[n])), None)
        if following is None:
            return None
        at = following
    return at + 1


@lru_cache(maxsize=KNOWN_WORDS)
def _of_head(key: str) -> tuple[Predicate, ...]:
    """What the head of a compound means: *tunnelbrann* is a *brann*."""
    table = load_predicates()
    for start in range(2, len(key) - SHORTEST_HEAD + 1):
        found = table.heads(key[start:])
        if found:
            return found
    return ()
