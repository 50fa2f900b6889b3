"""Predicates of news: which words of the two written standards say the same thing, and which say the opposite.

The table (``text/data/predicates.tsv``) groups verbs, their nouns and fixed phrases into *axes* with two ends:
*stenge* and *opne* lie on one axis with opposite signs, so a report of the one can deny an expectation of the other.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from belegg.core.words import Token
from belegg.text.bridge import load_bridge, rows
from belegg.text.wordlists import word_lists

TABLE = "predicates.tsv"
REACH = 3  # how many words may stand between two neighbouring words of a phrase
SHORTEST_HEAD = 4  # letters of the shortest head that a compound is taken apart for
SHORTEST_COMPOUND = 8
SHORTEST_MODIFIER = 3  # letters of the shortest word that a compound may begin with
EXCEPTIONS = "predicate_exceptions.txt"
_WORDS = word_lists("predicate_words.toml")
LIGHT = _WORDS["light"]
PREFIXES = _WORDS["prefixes"]
NOUNS_IN_E = tuple(_WORDS["nouns_in_e"])
SHORT_KEY = 4  # letters of a key that too many words share: only the very dictionary form will do
SHORTEST_STEM = 3
ENDINGS = ("ene", "ane", "en", "et", "er", "ar", "te", "de", "a", "r", "t")
PARTICIPLES = ("ende", "ande")  # *avgjørende* is no decision
COMPOUNDING = frozenset(("NOUN", "X"))  # a verb with something before it is another verb (*utfordre*, *beskytte*)
_EMPTY_POS = frozenset(("PUNCT", "SPACE", "DET", "PRON", "CCONJ", "SCONJ", "NUM", "SYM"))
_BREAKS = frozenset(("PUNCT", "CCONJ", "SCONJ"))  # a phrase does not reach over these

#: Words whose keys are kept in memory: a text uses the same few thousand over and over.
KNOWN_WORDS = 1 << 15


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the table: its key, and the dictionary form that short keys (*ska-* of *skade*) are checked by.

    ``pos`` is the word class that it must have (``by/VERB``), empty where any will do. ``near``: it stands right after
    the word before it (``ta +til``); ``barred``: it may not stand there (``komme til !å``); ``exact``: no other
    form of it will do (``i =live``). ``tail``: a compound that ends in it will do too (``bryte *forhandling``).
    """

    key: str
    form: str
    pos: str = ""
    near: bool = False
    barred: bool = False
    exact: bool = False
    tail: bool = False

    def is_in(self, token: "Keyed") -> bool:
        """True where the token is a form of this word."""
        if self.tail and token.pos in COMPOUNDING and any(f.endswith(self.form) for f in token.forms):
            return True
        if (self.pos and token.pos != self.pos) or (self.exact and token.text != self.form):
            return False
        return self.key in token.keys and (len(self.key) > SHORT_KEY or self.form in token.forms)


@dataclass(frozen=True, slots=True)
class Keyed:
    """A token's keys and its forms in lower case."""

    keys: tuple[str, ...]
    forms: tuple[str, ...]
    pos: str
    text: str
    exception: bool = False  # it only looks like a predicate

    @property
    def own(self) -> tuple[str, ...]:
        """The word as it stands and its first dictionary form."""
        return (self.text, self.forms[0])


@dataclass(frozen=True, slots=True)
class Predicate:
    """One row: an end of an axis, and the ACE subtype (or empty) that its words name."""

    axis: str
    sign: int
    event: str


@dataclass(frozen=True, slots=True)
class Opening:
    """A phrase that may begin with a word, its place in the tables, and whether the word is its very first form."""

    number: int
    phrase: tuple[Word, ...]
    predicate: Predicate
    literal: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """A word of a text and what of the tables begins with it: ``opens`` here, ``longer`` where a key of its follows.

    ``compound``: what the word means by its last part, where nothing begins with it.
    """

    word: Keyed
    opens: tuple[Opening, ...] = ()
    longer: Mapping[str, tuple[Opening, ...]] = field(default_factory=dict)
    compound: tuple[Predicate, ...] = ()
    begins: bool = False  # anything at all


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
    """Phrases by the key of their first word; one-word entries are phrases of length one.

    ``nouns``: what a single word of the table, in its dictionary form, means as the head of a compound.
    """

    phrases: Mapping[str, tuple[tuple[tuple[Word, ...], Predicate], ...]]
    nouns: Mapping[str, tuple[Predicate, ...]]


@cache
def load_predicates(*names: str) -> Predicates:
    """The tables of those names (the predicates' own where none is given) as one, read once."""
    phrases: dict[str, dict[tuple[tuple[Word, ...], Predicate], None]] = {}
    for row in (row for name in names or (TABLE,) for row in rows(name)):
        axis, sign, event, nb, nn = (*row, "", "")[:5]
        predicate = Predicate(axis, 1 if sign == "+" else -1, event)
        for entry in (*nb.split(";"), *nn.split(";")):
            words = tuple(_word(w) for w in entry.split())
            if words:
                phrases.setdefault(words[0].key, {})[words, predicate] = None
    nouns: dict[str, dict[Predicate, None]] = {}
    for found in phrases.values():
        for words, predicate in found:
            if len(words) == 1 and words[0].pos in ("", "NOUN") and _can_end_compound(words[0].form):
                nouns.setdefault(words[0].form, {})[predicate] = None
    return Predicates({f: tuple(found) for f, found in phrases.items()}, {n: tuple(ps) for n, ps in nouns.items()})


def _can_end_compound(form: str) -> bool:
    """True for what may be a noun: most infinitives end in -e, and few nouns of the table do."""
    return not form.endswith("e") or form.endswith(NOUNS_IN_E)


def _word(entry: str) -> Word:
    form, _, pos = entry.lstrip("+!=*").partition("/")
    return Word(load_bridge().key(form), form, pos, entry[0] == "+", entry[0] == "!", entry[0] == "=", entry[0] == "*")


@cache
def _exceptions() -> frozenset[str]:
    """Words that look like forms of a predicate and are none."""
    return frozenset(row[0] for row in rows(EXCEPTIONS))


def hits(tokens: Sequence[Token], tables: tuple[str, ...] = ()) -> tuple[Hit, ...]:
    """The predicates in a stretch of tokens, in order; a phrase is preferred to its single words."""
    entries = [_entry(t.text, t.lemma, t.pos, tables) for t in tokens]
    found: list[Hit] = []
    for position in [n for n, entry in enumerate(entries) if entry.begins]:
        if not _is_name(tokens[position], position):
            found += _hits_at(entries, position)
    if len(found) < 2:
        return tuple(found)
    found = [h for h in found if not any(_holds(other, h) for other in found)]
    phrases = {n for h in found if h.last - h.first > 1 for n in (h.first, h.last - 1)}
    return tuple(h for h in found if h.last - h.first > 1 or h.first not in phrases)


def _holds(longer: Hit, shorter: Hit) -> bool:
    """True for a phrase that begins with another one and goes on: *legge ned påstand*, *legge ned*."""
    return longer.first == shorter.first and longer.last > shorter.last > shorter.first + 1


def _is_exception(own: tuple[str, ...], pos: str) -> bool:
    """True for a word that only looks like a predicate; some do in one word class (``bygd/NOUN``)."""
    return not _exceptions().isdisjoint((*own, *(f"{word}/{pos}" for word in own)))


def _is_name(token: Token, position: int) -> bool:
    """True for a name; the first word of a headline and words in small letters are often taken for one."""
    return token.pos == "PROPN" and position > 0 and token.text[:1].isupper()


@lru_cache(maxsize=KNOWN_WORDS)
def _keyed(text: str, lemma: str, pos: str) -> Keyed:
    bridge = load_bridge()
    # A verb's own form counts as it stands: endings taken off a verb make too many nouns. A lemma that differs from the
    # word is trusted; one that does not may be a form that the lemmatiser did not know.
    if pos == "PROPN":
        keys = tuple(dict.fromkeys(bridge.key(w) for w in (text, lemma)))
        return Keyed(keys, (text, lemma), pos, text, _is_exception((text, text), pos))
    own = (text,) if pos in ("VERB", "ADJ") and lemma != text else _base_forms(text)
    forms = tuple(dict.fromkeys((*(_base_forms(lemma) if lemma == text else (lemma,)), *own)))
    keys = tuple(dict.fromkeys(bridge.key(w) for w in (text, lemma)))
    return Keyed(keys, forms, pos, text, _is_exception((text, forms[0]), pos))


def _base_forms(word: str) -> Iterator[str]:
    """The word, and what it may be an inflected form of: lemmas are not always right."""
    yield word
    yield word + "e"
    for ending in ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= SHORTEST_STEM:
            yield stem
            yield stem + "e"


@lru_cache(maxsize=KNOWN_WORDS)
def _entry(text: str, lemma: str, pos: str, tables: tuple[str, ...]) -> Entry:
    word = _keyed(text.lower(), lemma.lower(), pos)
    if pos in _EMPTY_POS or word.exception:
        return Entry(word)
    phrases = load_predicates(*tables).phrases
    begun = (pair for key in word.keys for pair in phrases.get(key, ()) if pair[0][0].is_in(word))
    opens, longer = list[Opening](), dict[str, tuple[Opening, ...]]()
    for number, (phrase, predicate) in enumerate(begun):
        opening = Opening(number, phrase, predicate, phrase[0].form in word.forms)
        if len(phrase) == 1 or phrase[1].barred or phrase[1].tail:
            opens.append(opening)
        else:
            longer[phrase[1].key] = (*longer.get(phrase[1].key, ()), opening)
    compound = len(text) >= SHORTEST_COMPOUND and pos in COMPOUNDING
    heads = next((h for h in (_of_head(form, tables) for form in word.forms) if h is not None), ()) if compound else ()
    return Entry(word, tuple(opens), longer, heads, begins=bool(opens or longer or heads))


def _hits_at(entries: Sequence[Entry], position: int) -> list[Hit]:
    """The predicates that begin at a position."""
    entry, begun = entries[position], _openings(entries, position)
    if not begun and not entry.compound:
        return []  # the first word of phrases alone
    found = [
        Hit(opening.predicate, position, last, opening.literal)
        for opening in begun
        if (last := _end_of(opening.phrase, entries, position)) is not None
    ]
    found = found or [Hit(p, position, position + 1) for p in entry.compound]
    literal = [h for h in found if h.literal]
    if not literal and (entry.word.pos == "PROPN" or entry.word.text.endswith(PARTICIPLES)):
        return []
    told = literal or found
    return list(dict.fromkeys(told)) if len(told) > 1 else told


def _openings(entries: Sequence[Entry], position: int) -> Sequence[Opening]:
    """What may begin here, as the tables have it in order; of phrases those of which a second word is in reach."""
    entry = entries[position]
    if not entry.longer:
        return entry.opens
    longer, following = entry.longer, entries[position + 1 : position + 2 + REACH]
    near = {key for e in following for key in e.word.keys if key in longer}
    if not near:
        return entry.opens
    begun = [opening for key in near for opening in longer[key]]
    return sorted((*entry.opens, *begun), key=lambda opening: opening.number)


def _end_of(phrase: tuple[Word, ...], entries: Sequence[Entry], position: int) -> int | None:
    """The position after the last word of a phrase whose first word is here; None where it does not go on so."""
    at = position
    for wanted in phrase[1:]:
        near = 0 if phrase[0].form in LIGHT or wanted.near or wanted.barred else REACH
        reach = range(at + 1, min(at + 2 + near, len(entries)))
        following = next((n for n in reach if wanted.is_in(entries[n].word)), None)
        if wanted.barred:
            if following is not None:
                return None
            continue
        if following is None or any(e.word.pos in _BREAKS for e in entries[at + 1 : following]):
            return None
        at = following
    return at + 1


def modifiers(token: Token) -> tuple[Predicate, ...]:
    """What the first part of a compound of two predicates means: *våpen* in *våpenkjøp*."""
    if token.pos not in COMPOUNDING or len(token.text) < SHORTEST_COMPOUND:
        return ()
    return _of_modifier(token.lemma.lower())


@lru_cache(maxsize=KNOWN_WORDS)
def _of_modifier(form: str) -> tuple[Predicate, ...]:
    known = load_predicates().nouns
    for start in range(SHORTEST_HEAD, len(form) - SHORTEST_HEAD + 1):
        first, head = form[:start], form[start:]
        part = next((p for p in (first, first.removesuffix("s"), first.removesuffix("e")) if p in known), None)
        if part is not None and head in known and part not in _exceptions():
            return known[part]
    return ()


@lru_cache(maxsize=KNOWN_WORDS)
def _of_head(form: str, tables: tuple[str, ...]) -> tuple[Predicate, ...] | None:
    """What the head of a compound means: *tunnelbrann* is a *brann*. The longest head that the table has.

    Nothing for a head that is known to be no predicate, None for one that is not known.
    """
    heads, exceptions = load_predicates(*tables).nouns, _exceptions()
    for start in range(SHORTEST_MODIFIER, len(form) - SHORTEST_HEAD + 1):
        head = form[start:]
        if head in exceptions:
            return ()
        if head in heads and form[:start].rstrip("-") not in PREFIXES:
            return heads[head]
    return None
