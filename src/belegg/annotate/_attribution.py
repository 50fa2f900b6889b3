"""Attributions that follow the words: *, seier Moe til NPB*, *, får NPB opplyst av politiet*, *, ifølge X*."""

from dataclasses import dataclass

from belegg.annotate._draft import Relay
from belegg.annotate._lexicon import Cue, Lexicon, lexicon, word_list
from belegg.annotate._nominals import holds_medium, is_own, phrase_from, split_holders
from belegg.annotate._view import CLOSING, DASHES, View, Words
from belegg.text.grammar import ALSO, BE, BECAUSE, BECOME, CONDITIONS, FROM, GET, HAVE, NOW, RELATIVES, WHEN, WHILE

_AUXILIARIES = HAVE | BECOME | {"skal"}
_SAID_IN = FROM | {"i", "av", "på", "hos"}
_NOUN_CUES = word_list("noun_cues")
_AFTER_WORDS = frozenset(("quote",))
_AIR = word_list("air")
_NO_PARTY = word_list("no_party")
_LET_KNOW = word_list("let_know")
_INFORMANT = FROM | {"av", "hos", "gjennom"}
_GOT = GET | {"har"}
_BETWEEN = ALSO | NOW | {"fått"}
_READING = word_list("reading")
_IMPERSONAL = word_list("impersonal") | _READING | BECOME
_MOVING = word_list("coming_forth")
_FORTH = word_list("forth")
_CALLING = BE | _READING
_CLAUSE_OPENERS = CONDITIONS | WHEN | WHILE | BECAUSE | {"som", "at", "om", "før"}  # in what follows others are named


@dataclass(frozen=True, slots=True)
class Attribution:
    """Where the words end (``at``, the comma), who speaks, through whom, and where the attribution itself ends."""

    at: int
    end: int
    cue: tuple[int, ...]
    entry: Cue | None
    holders: tuple[Words, ...]
    relays: tuple[Relay, ...] = ()
    addressee: Words | None = None
    told_outlet: bool = False


@dataclass(frozen=True, slots=True)
class Company:
    """Who else stands beside a cue: relays in order, and whom it was said to."""

    relays: tuple[Relay, ...] = ()
    addressee: Words | None = None


def cue_at(view: View, lex: Lexicon, i: int, limit: int, wants: frozenset[str]) -> tuple[Cue, tuple[int, ...]] | None:
    """The entry whose verb stands at ``i`` and whose fixed words follow before ``limit``; the longest tail wins."""
    for entry in lex.cues.get(view.lows[i], ()):
        if not wants & entry.takes:
            continue
        if not entry.tail:
            return entry, (i,)
        for j in range(i + 1, min(i + 9, limit)):
            if view.matches(j, entry.tail, limit):
                end = j + len(entry.tail)
                if wants == _AFTER_WORDS and _has_object(view, end, limit):
                    break  # *kom Moe med forslag til en løsning*, not *har Moe kommet til*
                return entry, (i, *range(j, end))
            if view.lows[j] in (",", ":", "at", ".") or (view.is_finite(j) and view.tokens[j].pos == "VERB"):
                break
    return None


def _has_object(view: View, end: int, limit: int) -> bool:
    """True where the preposition before ``end`` governs what follows: then it does not point at the words before."""
    if view.tokens[end - 1].pos != "ADP" or end >= limit:
        return False
    clause = view.lows[end] == "å" or view.lows[end] in lexicon().questions
    return clause or view.tokens[end].pos in ("NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM")


def sentence_stop(view: View, i: int, limit: int) -> int:
    """The index of the full stop, question mark or colon that ends the words from ``i`` on, else ``limit``."""
    for j in range(i, limit):
        if view.lows[j] in (".", "!", "?", ":", "…"):
            return j
        if j > i and view.lows[j] in DASHES and view.lows[j - 1] in CLOSING:
            return j
    return limit


def company(view: View, lex: Lexicon, start: int, limit: int) -> Company:
    """Relays and the addressee among the words after an attribution's subject."""
    relays: list[Relay] = []
    addressee: Words | None = None
    i = start
    while i < limit:
        low = view.lows[i]
        if low in _CLAUSE_OPENERS or (low in ("og", "men") and _verb_soon(view, i, limit)):
            break
        party, step = _party_at(view, lex, i, limit)
        if party is None:
            i += 1
            continue
        written_to = low == "til" and i > start and holds_medium(view, (i - 1, i)) and not is_newsroom(view, lex, party)
        if low in ("til", "overfor") and (written_to or not _may_relay(view, lex, party)):
            addressee = addressee or party
        else:
            relays.append(Relay(party))
        i = max(i + 1, step)
    return Company(tuple(relays), addressee)


def _verb_soon(view: View, i: int, limit: int) -> bool:
    return any(view.is_finite(j) for j in range(i + 1, min(i + 3, limit)))


def _party_at(view: View, lex: Lexicon, i: int, limit: int) -> tuple[Words | None, int]:
    """The noun phrase that ``i`` introduces as relay or addressee, and where it ends."""
    low = view.lows[i]
    if low in ("til", "overfor"):
        words = phrase_from(view, i + 1, limit)
        if words and not _is_place(view, lex, words):
            return words, words[1]
    if low in ("i", "på") and i + 1 < limit and is_newsroom(view, lex, (i + 1, min(i + 3, limit))):
        words = _outlet_alone(view, phrase_from(view, i + 1, limit))
        if words is not None and words[1] - words[0] == 1 and view.lows[words[0]] in _AIR:
            return None, i + 2  # *sier de på fjernsyn at*
        return words, words[1] if words else i + 1
    if (
        low in ("med", "frå", "fra")
        and i + 1 < limit
        and any(view.lows[j] in ("intervju", "spørsmål", "samtale") for j in range(max(start_of(view, i), i - 2), i))
    ):
        words = phrase_from(view, i + 1, limit)
        return words, words[1] if words else i + 1
    if low in ("via", "gjennom") and (through := phrase_from(view, i + 1, limit)) is not None:
        person = any(m.type == "PER" for m in view.names_in(through))  # *sier han, via advokat Jon Li*
        return through if person else None, through[1]
    if low == "," and i + 1 < limit:
        return _second_source(view, lex, i + 1, limit)
    return None, i + 1


def _outlet_alone(view: View, words: Words | None) -> Words | None:
    """*på NRKs sending*: the name without what it owns."""
    if words is None or view.mention_of[words[0]] < 0:
        return words
    number, end = view.mention_of[words[0]], words[0]
    while end < words[1] and view.mention_of[end] == number:
        end += 1
    return words[0], end


def start_of(view: View, i: int) -> int:
    """The first word of the sentence around ``i``."""
    return view.sentence(i)[0]


def _second_source(view: View, lex: Lexicon, i: int, limit: int) -> tuple[Words | None, int]:
    """*, ifølge NTB* or *, skriver VG* after a first attribution."""
    length = preposition_at(view, lex, i, limit)
    if length:
        words = phrase_from(view, i + length, limit)
        return words, words[1] if words else i + 1
    found = cue_at(view, lex, i, limit, frozenset(("quote",)))
    if found and view.tokens[i].pos in ("VERB", "AUX"):
        words = phrase_from(view, i + 1, limit)
        return words, words[1] if words else i + 1
    return None, i + 1


def preposition_at(view: View, lex: Lexicon, i: int, limit: int) -> int:
    """How many words of *ifølge, i følge, …* stand at ``i``; 0 where none does."""
    return len(lex.source_prepositions.at(view.lows, i, limit) or ())


def is_newsroom(view: View, lex: Lexicon, words: Words) -> bool:
    """True where a known outlet or agency, or a word that calls one (*avisen*), stands within the words."""
    for m in view.names_in(words):
        low = m.name.lower().removesuffix("s")
        if m.type != "PER" and (_listed(lex, m.name) or low.endswith(lex.media_endings)):
            return True
        if m.type != "PER" and _is_address(low):
            return True
    return any(view.lows[i] in lex.holders["media"] or view.lows[i] in lex.holders["agency"] for i in range(*words))


def _is_address(name: str) -> bool:
    """*bt.no, TMZ.com*."""
    return name.endswith((".no", ".com", ".org", ".net", ".se", ".dk")) and " " not in name


def _listed(lex: Lexicon, name: str) -> bool:
    return lex.newsroom(name) in ("media", "agency", "state_media")


def _may_relay(view: View, lex: Lexicon, words: Words) -> bool:
    """An outlet may relay; persons, states and *oss* are spoken to. An unknown organisation is taken for an outlet."""
    if is_newsroom(view, lex, words):
        return True
    names = list(view.names_in(words))
    if not names:
        alone = words[1] - words[0] == 1  # *sa han til pressen*: they are spoken to
        return not alone and any(view.lows[i] in lex.holders["media_collective"] for i in range(*words))
    lead = names[0]
    if lex.newsroom(lead.name) == "government" or lead.name.lower() in lex.holders["government"]:
        return False
    return lead.type in ("ORG", "PROD") and not any(
        view.tokens[i].pos == "NOUN" and view.mention_of[i] < 0 for i in range(*words)
    )


def _is_place(view: View, lex: Lexicon, words: Words) -> bool:
    """*til stede*, *til Oslo*: no party."""
    names = list(view.names_in(words))
    if names:
        return names[0].type == "LOC" and not is_newsroom(view, lex, words)
    low = view.lows[words[0]]
    return low in _NO_PARTY


def attribution_at(view: View, lex: Lexicon, i: int, limit: int) -> Attribution | None:
    """The attribution that opens after the mark at ``i``; None where what follows is none."""
    j = i + 1
    while j < limit and view.lows[j] in CLOSING | DASHES | {","}:
        j += 1
    if j >= limit or view.mention_of[j] >= 0 or view.tokens[j].text[:1].isupper():
        return None
    stop = sentence_stop(view, j, limit)
    for rule in (_according, _let_know, _auxiliary, _impersonal, _verb_subject, _document_shows, _noun_cue):
        found = rule(view, lex, i, j, stop)
        if found:
            return found
    return None


def _according(view: View, lex: Lexicon, i: int, j: int, stop: int) -> Attribution | None:
    length = preposition_at(view, lex, j, stop)
    words = phrase_from(view, j + length, stop) if length else None
    if words is None:
        return None
    beside = company(view, lex, words[1], stop)
    return Attribution(i, stop, tuple(range(j, j + length)), None, split_holders(view, words), beside.relays)


def _let_know(view: View, lex: Lexicon, i: int, j: int, stop: int) -> Attribution | None:
    """*får NPB opplyst av politiet*: the subject is the relay, the agent speaks."""
    if view.lows[j] not in _GOT:
        return None
    outlet = phrase_from(view, j + 1, stop)
    if outlet is None:
        return None
    k = outlet[1]
    while k < stop and view.lows[k] in _BETWEEN:
        k += 1
    if k >= stop or view.lows[k] not in _LET_KNOW:
        return None
    agent = None
    if k + 1 < stop and view.lows[k + 1] in _INFORMANT:
        agent = phrase_from(view, k + 2, stop)
    cue = (j, k, k + 1) if agent else (j, k)
    holders = split_holders(view, agent) if agent else ()
    return Attribution(i, stop, cue, None, holders, (Relay(outlet),), told_outlet=not agent)


def _auxiliary(view: View, lex: Lexicon, i: int, j: int, stop: int) -> Attribution | None:
    """*, har Novikov tidligere opplyst*, *, skal han ha sagt*."""
    if view.lows[j] not in _AUXILIARIES:
        return None
    words = phrase_from(view, j + 1, stop)
    if words is None or is_own(view, lex, words) or view.lows[words[0]] == "det":
        return None
    for k in range(words[1], min(words[1] + 4, stop)):
        if view.lows[k] in RELATIVES or view.lows[k + 1 : k + 2] == ("seg",):
            return None  # *, har tallet på dem som har meldt seg, gått opp*
        found = cue_at(view, lex, k, stop, frozenset(("quote",)))
        if found and not view.is_finite(k):
            beside = company(view, lex, k + 1, stop)
            cue = (j, *found[1])
            return Attribution(i, stop, cue, found[0], split_holders(view, words), beside.relays, beside.addressee)
    return None


def _impersonal(view: View, lex: Lexicon, i: int, j: int, stop: int) -> Attribution | None:
    """*, heter det i rapporten*, *, opplyses det fra politiet*, *, går det frem av dommen*."""
    if not view.matches(j + 1, ("det",), stop):
        return None
    low = view.lows[j]
    if low not in _IMPERSONAL and not (
        low.endswith(("es", "ast"))
        and any(_speaks(lex, form) for form in (low[:-1] + "r", low[:-2] + "er", low[:-3] + "ar"))
    ):
        return None
    if low in _MOVING and not _FORTH & set(view.lows[j + 2 : j + 5]):
        return None  # *, kommer det aldri til å gå*
    told = (k for k in range(j + 2, min(j + 5, stop)) if _speaks(lex, view.lows[k]) and not view.is_finite(k))
    if low in BECOME and next(told, None) is None:
        return None
    source = next((k for k in range(j + 2, min(j + 6, stop)) if view.lows[k] in _SAID_IN), None)
    words = phrase_from(view, source + 1, stop) if source is not None else None
    return Attribution(i, stop, (j,), None, (words,) if words else ())


def _speaks(lex: Lexicon, form: str) -> bool:
    """A verb of speaking that needs no further words."""
    return any("quote" in entry.takes and not entry.tail for entry in lex.cues.get(form, ()))


def _document_shows(view: View, lex: Lexicon, i: int, j: int, stop: int) -> Attribution | None:
    """*, viser tall NRK har hentet inn*: a document after the content; the outlet that fetched it is a relay."""
    found = cue_at(view, lex, j, stop, frozenset(("that",)))
    words = phrase_from(view, j + 1, stop) if found and found[0].documents_only else None
    if found is None or words is None or not any(view.lows[k] in lex.holders["document"] for k in range(*words)):
        return None
    cut = next(
        (k for k in range(words[0] + 1, words[1]) if view.mention_of[k] >= 0 and view.tokens[k - 1].pos == "NOUN"),
        words[1],
    )
    fetched = (Relay((cut, words[1])),) if cut < words[1] and is_newsroom(view, lex, (cut, words[1])) else ()
    return Attribution(i, stop, found[1], found[0], ((words[0], cut),), fetched)


def _verb_subject(view: View, lex: Lexicon, i: int, j: int, stop: int) -> Attribution | None:
    found = cue_at(view, lex, j, stop, frozenset(("quote",)))
    if found is None or view.tokens[j].pos in ("PROPN", "NUM", "ADP", "SCONJ"):
        return None
    words = phrase_from(view, j + 1, stop)
    if words is None or is_own(view, lex, words) or "VerbForm=Inf" in view.tokens[j].feats:
        return None
    if any(view.lows[k] == "at" or view.lows[k] in lex.questions for k in range(j + 1, words[0])):
        return None
    if view.lows[words[0]] in ("det", "seg") and words[1] - words[0] == 1:
        return None
    beside = company(view, lex, words[1], stop)
    return Attribution(i, stop, found[1], found[0], split_holders(view, words), beside.relays, beside.addressee)


def _noun_cue(view: View, lex: Lexicon, i: int, j: int, stop: int) -> Attribution | None:
    """*, er beskjeden fra politiet*."""
    if view.lows[j] not in _CALLING or j + 2 >= stop or view.lows[j + 1] not in _NOUN_CUES:
        return None
    words = phrase_from(view, j + 3, stop) if view.lows[j + 2] in ("fra", "frå", "til") else None
    return Attribution(i, stop, (j, j + 1), None, (words,)) if words else None
