"""Which word of a clause tells of an event (ACE 2005: the trigger), and what kind of event it is.

The word must carry the clause: its verb, the participle or adjective after *er* or *ble*, or the noun of a verb that
only gives it room (*brannen startet*, *holdt møte*). Words in names and before nouns (*den skadde mannen*) tell of
none.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from belegg.core.words import Token
from belegg.reason._clauses import TABLES, Clause, below
from belegg.reason._cues import Phrases
from belegg.text.bridge import load_bridge
from belegg.text.predicates import Hit, hits
from belegg.text.wordlists import read_lists

MEETING, DEATH = "contact+", "die+"
PRESS = frozenset(("presse", "journalist", "medium", "media", "reporter"))
#: Prepositions before a noun that tells what happened (*deltok i bryllupet*), not when or by what (*etter brannen*).
ROOM = frozenset(("i", "på", "til", "under", "ved", "om"))
DIRECT = frozenset(
    ("nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "root", "conj", "dep", "xcomp", "compound:prt")
)


@dataclass(frozen=True, slots=True)
class EventWords:
    """The lists of ``text/data/events.toml``; an axis with its sign is written ``fire+``."""

    possible: Phrases
    also_past: Phrases
    foreseeing: Phrases
    ongoing: Phrases
    place_before: frozenset[str]
    way_before: frozenset[str]
    where: frozenset[str]
    bounds: frozenset[str]
    until: frozenset[str]
    later: frozenset[str]
    earlier: frozenset[str]
    carrying: frozenset[str]
    states: frozenset[str]
    deciding: frozenset[str]
    bringing: frozenset[str]
    deferring: frozenset[str]
    heralding: frozenset[str]
    warning: frozenset[str]
    also: frozenset[str]
    senseless: frozenset[str]
    speech: frozenset[str]
    narrow: frozenset[str]
    physical: frozenset[str]
    public: tuple[str, ...]
    venues: tuple[str, ...]
    sides: tuple[str, ...]
    assemblies: frozenset[str]
    placeless: frozenset[str]
    lasting: frozenset[str]
    weak: frozenset[str]
    idle: frozenset[str]
    idle_verbs: frozenset[str]
    people: frozenset[str]
    persons: frozenset[str]
    families: Mapping[str, str]


@cache
def load_event_words() -> EventWords:
    """The lists, read once."""
    return read_lists("events.toml", EventWords)


@dataclass(frozen=True, slots=True)
class Trigger:
    """``axis``: the end of the axis that the word lies on (``close-``), or ``=key`` of a verb that no table has.

    ``is_phrase`` is true where it has several words (*sier nei*).
    """

    axis: str
    type: str
    token: Token
    is_phrase: bool = False

    @property
    def is_speech(self) -> bool:
        """True for a deed of speech."""
        return self.axis in load_event_words().speech

    @property
    def is_unlisted(self) -> bool:
        """True for a verb that no table has."""
        return self.axis.startswith("=")

    @property
    def is_noun(self) -> bool:
        """True for *brannen*, false for *brant*."""
        return self.token.pos == "NOUN"


def trigger(clause: Clause, named: Sequence[tuple[int, int, str]], display: bool) -> Trigger | None:
    """The word that tells what happened; in headlines and leads a verb of no table will do."""
    words = load_event_words()
    tokens = clause.tokens
    found = []
    for hit in _longest(clause.hits):
        axis = f"{hit.predicate.axis}{'+' if hit.predicate.sign > 0 else '-'}"
        told = bool(hit.predicate.event) or axis in words.also
        if told and axis not in words.senseless and not _is_idle(hit, axis, clause, named):
            found.append((hit, axis))
    ranks = ((_rank(h, clause), a not in words.narrow, n) for n, (h, a) in enumerate(found))
    ranked = sorted((r, wide, n) for r, wide, n in ranks if r is not None)
    if ranked:
        hit, axis = found[ranked[0][2]]
        if axis in words.deferring and (object_ := _object(found, clause)) is not None:
            hit, axis = object_  # *vedtok sanksjoner*: what is decided on is told
        return Trigger(
            words.families.get(axis, axis), hit.predicate.event or "Other", tokens[hit.first], hit.last - hit.first > 1
        )
    return _unlisted(clause)


def _object(found: Sequence[tuple[Hit, str]], clause: Clause) -> tuple[Hit, str] | None:
    """The noun of an event that is the object of the clause's verb, or the subject of its passive."""
    passive = clause.head.text.lower().endswith(("es", "ast"))
    undergoes = ("obj", "nsubj:pass", "nsubj") if passive else ("obj", "nsubj:pass")
    for hit, axis in found:
        noun = clause.tokens[hit.first]
        if noun.pos == "NOUN" and noun.head == clause.head.index and noun.dep in undergoes:
            return hit, axis
    return None


def noun_hits(tokens: Sequence[Token]) -> list[tuple[str, Token]]:
    """The nouns among the words that name an event, each with its end of an axis."""
    return _nouns(tokens, hits(tokens, TABLES))


def nouns_of(clause: Clause) -> list[tuple[str, Token]]:
    """Those of a clause."""
    return _nouns(clause.tokens, clause.hits)


def _nouns(tokens: Sequence[Token], found: Sequence[Hit]) -> list[tuple[str, Token]]:
    out, words = [], load_event_words()
    for hit in found:
        noun, axis = tokens[hit.first], f"{hit.predicate.axis}{'+' if hit.predicate.sign > 0 else '-'}"
        names = noun.pos == "NOUN" and hit.last - hit.first == 1 and hit.predicate.event
        forms = (noun.text.lower(), noun.lemma.lower())
        if names and words.idle.isdisjoint(forms) and words.people.isdisjoint(forms):
            out.append((words.families.get(axis, axis), noun))
    return out


def passing(clause: Clause, told: Trigger) -> frozenset[int]:
    """Indices of the words that belong to an event that the clause only names (*tiltalt for brannen på Nes*)."""
    inside: set[int] = set()
    for axis, noun in nouns_of(clause):
        governed = any(t.head == noun.index and t.dep == "case" for t in clause.tokens)
        if axis != told.axis and governed:
            inside |= {t.index for t in below(noun, clause.tokens)} - {told.token.index}
    return frozenset(inside)


def _unlisted(clause: Clause) -> Trigger | None:
    """The clause's own verb, where it is neither a state, a thought nor a word."""
    head = clause.head
    if head.pos != "VERB" or head.lemma.lower() in load_event_words().states:
        return None
    return Trigger("=" + load_bridge().key(head.lemma.lower()), "Other", head)


def _longest(found: Sequence[Hit]) -> list[Hit]:
    """Of the predicates that begin at one word the longest: *legge ned påstand* closes nothing down."""
    reach = {h.first: max(o.last for o in found if o.first == h.first) for h in found}
    return [h for h in found if h.last == reach[h.first]]


def _is_idle(hit: Hit, axis: str, clause: Clause, named: Sequence[tuple[int, int, str]]) -> bool:
    """True for a word in a name, before the noun that it tells something of, or for whom something happens to."""
    first = clause.tokens[hit.first]
    if hit.last - hit.first == 1 and (first.dep == "amod" or _tells_nothing(first, clause)):
        return True
    if any(s <= first.start < e for s, e, _ in named):
        return True
    if axis == DEATH and first.pos == "ADJ" and not _can_die(clause):
        return True
    return axis == MEETING and first.pos == "VERB" and not _meets_somebody(clause)


def _can_die(clause: Clause) -> bool:
    """False for *alarmen var død*, and for *har vært død*, which tells of no death but of the time after it."""
    if any(t.text.lower() in ("vært", "vore") for t in clause.tokens):
        return False
    inside = {t.index for t in clause.subject}
    tops = [t for t in clause.subject if t.head not in inside or t.head == t.index]
    heads = [t for t in tops if t.pos == "NOUN"]
    return all(t.lemma.lower().endswith(tuple(load_event_words().persons)) for t in heads)


def _tells_nothing(token: Token, clause: Clause) -> bool:
    words, forms = load_event_words(), {token.text.lower(), token.lemma.lower()}
    if token.pos == "VERB":
        return bool(forms & words.idle_verbs)
    is_head = token.index == clause.head.index and token.pos == "ADJ"
    return bool(forms & words.idle) or bool(forms & words.idle_verbs) or (bool(forms & words.people) and not is_head)


def _meets_somebody(clause: Clause) -> bool:
    """False for *bilen traff muren*, *vi møtte en vegg av røyk*: things do not meet, and are not met."""
    if any(t.text.lower() in ("den", "det") for t in clause.subject):
        return False
    objects = [t for t in clause.tokens if t.dep in ("obj", "obl") and t.head == clause.head.index]
    if any(t.lemma.lower() in PRESS for t in objects):
        return False
    if clause.head.lemma.lower() == "treffe":
        return all(t.pos in ("PROPN", "PRON") for t in objects)
    return all(t.pos in ("PROPN", "PRON", "NUM") or t.has("Definite=Def") or t.dep == "obl" for t in objects)


def _rank(hit: Hit, clause: Clause) -> tuple[int, int] | None:
    """Less is nearer to the head of the clause; None where the word does not carry the clause."""
    tokens = clause.tokens[hit.first : hit.last]
    head = clause.head
    if any(t.index == head.index for t in tokens):
        return (1 - len(tokens), hit.first)
    first = tokens[0]
    if head.pos == "VERB" and head.lemma.lower() not in load_event_words().carrying:
        return None
    if len(tokens) > 1 or first.pos == "VERB":
        return (1, hit.first)
    if head.pos in ("VERB", "ADJ") and not (first.head == head.index and first.dep in DIRECT):
        return None
    if first.dep == "obl" and not any(t.head == first.index and t.text.lower() in ROOM for t in clause.tokens):
        return None
    if head.pos == "ADJ" and any(t.dep == "cop" for t in clause.tokens):
        return None
    return (2, hit.first)
