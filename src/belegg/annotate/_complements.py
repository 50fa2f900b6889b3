"""The complements that reporting words take: at-clauses, questions, infinitives, clauses without *at*, noun phrases."""

from collections.abc import Callable
from dataclasses import dataclass

from belegg.annotate._lexicon import Cue, Lexicon, lexicon, word_list
from belegg.annotate._namings import bidden, named, past_light
from belegg.annotate._noun_complements import thing
from belegg.annotate._view import View, Words
from belegg.text.grammar import ACCORDING, BE, BECAUSE, CONDITIONS, NEGATIONS, NOT, RELATIVES, WHEN, WHILE

_WANTED = frozenset(("that", "bare", "ask", "to", "thing", "name", "bid"))
_REACH = 10  # words from a cue on in which the rest of it begins
_GAP = 14  # words that may stand between a cue and its at
_BEFORE_AT = word_list("before_at")
_ASIDE = word_list("asides")
_NOT = NOT | {"heller"}  # *et notat som aldri ble lest, anslår*: "aldri" belongs to clauses within
_BELIEVED = word_list("believed")
_CLAUSES = RELATIVES | WHEN | WHILE | {"før"}  # what a clause between cue and *at* opens with
_OPENERS = CONDITIONS | WHEN | BECAUSE | {"at", "å", "som"}
_ASIDE_BEFORE_AT = ACCORDING | {"at", "som", "blant", "mellom"}


@dataclass(frozen=True, slots=True)
class Complement:
    """A cue with its content: the words that begin it and, where part of it is fronted, the words before the cue."""

    entry: Cue
    cue: tuple[int, ...]
    start: int
    kind: str
    fronted: Words | None = None


def complement_of(view: View, lex: Lexicon, i: int, subject: Words | None, within: Words) -> Complement | None:
    """The entry of the verb at ``i`` whose complement is there; None where it takes none here."""
    near = view.lows[i + 1 : min(i + _REACH, within[1])]
    for entry in lex.cues.get(view.lows[i], ()):
        if entry.tail and entry.tail[0] not in near:  # of many entries for one verb few are meant
            continue
        cue = _tailed(view, entry, i, within) if entry.tail else (i,)
        if cue is not None and not entry.takes:
            return None
        if cue is None or not entry.takes & _WANTED or entry.passive:
            continue
        after = max(cue[-1] + 1, subject[1] if subject and subject[0] > i else 0)
        place = _place(view, lex, entry, i, cue, after, within)
        if place is not None:
            return Complement(entry, cue, *place)
        gap = _relative_gap(view, entry, i, subject, within)
        if gap is not None and subject is not None:
            return Complement(entry, cue, gap, "clause around the cue", _before_relative(view, subject[0], within))
        fronted = _extracted(view, entry, i, subject, within)
        if fronted is not None:
            return Complement(entry, cue, after, "clause around the cue", fronted)
    return None


def _tailed(view: View, entry: Cue, i: int, within: Words) -> tuple[int, ...] | None:
    for j in range(i + 1, min(i + _REACH, within[1])):
        if view.lows[j] == entry.tail[0] and view.matches(j, entry.tail, within[1]):
            owned = j > i + 1 and view.lows[j - 1].endswith(("s", "'")) and view.tokens[j].pos == "NOUN"
            owned = owned and view.tokens[j - 1].pos in ("NOUN", "PROPN")
            end = j + len(entry.tail)
            # *Kom til at* concludes, *kommer til å* tells what is to come.
            infinitive = end < within[1] and view.lows[end] == "å" and "to" not in entry.takes
            return None if owned or infinitive else (i, *range(j, end))
        if view.lows[j] == entry.tail[0] and view.lows[j + 1 : j + 2] == ("med",) and entry.tail[1:] == ("i",):
            last = next((k for k in range(j + 3, min(j + _REACH, within[1])) if view.lows[k] == "i"), None)
            return (i, j, last) if last is not None and view.lows[last + 1 : last + 2] == ("at",) else None
        if view.lows[j] in (",", ":", "at", "å", "med", "om") or (view.is_finite(j) and view.tokens[j].pos == "VERB"):
            return None
    return None


def _place(
    view: View, lex: Lexicon, entry: Cue, i: int, cue: tuple[int, ...], after: int, within: Words
) -> tuple[int, str] | None:
    """Where the content begins, by the kinds of complement that the entry takes, the plainest first."""
    takes = entry.takes
    places: tuple[tuple[str, str, Callable[[], int | None]], ...] = (
        ("that", "at-clause", lambda: _that(view, entry, after, within)),
        ("that", "at-clause", lambda: _cleft(view, i, after, within)),
        ("ask", "question", lambda: _question(view, lex, after, within)),
        ("to", "infinitive", lambda: _infinitive(view, cue, after, within)),
        ("bare", "clause without at", lambda: _bare(view, i, after, within)),
        ("thing", "noun phrase", lambda: thing(view, lex, entry, i, after, within, cue[-1])),
        ("name", "description", lambda: named(view, entry, after, within)),
        ("bid", "request", lambda: bidden(view, after, within)),
    )
    for kind, label, find in places:
        at = find() if kind in takes else None
        if at is not None:
            return at, label
    return None


def _that(view: View, entry: Cue, after: int, within: Words) -> int | None:
    """The first word after *at*; what somebody *ser, forstår* has it near: *ser saken som et tegn på at* is another."""
    at = _after_marker(view, after, within, "at")
    near = entry.group == "sense" or any(word in _NOT for word in entry.tail)
    return None if at is None or (near and at - after > 2) else at + 1


def _cleft(view: View, i: int, after: int, within: Words) -> int | None:
    """*Det brannfolkene frykter mest, er at P*, *Et problem X peker på, er at P*: the clause after the copula."""
    if view.lows[i - 1] in NOT:
        return None  # *Det X ikke sier, er at*
    matter = view.lows[after : after + 1] == (",",) and view.lows[after + 2 : after + 3] == ("at",)
    if not matter and not any(
        view.lows[k] == "det" and view.tokens[k].dep != "det" for k in range(max(within[0], i - 7), i)
    ):
        return None
    for k in range(after, min(after + 5, within[1] - 1)):
        if view.lows[k] in BE and view.lows[k + 1] == "at":
            return k + 2
        if view.tokens[k].pos not in ("ADV", "ADJ", "PUNCT", "DET", "PRON"):
            return None
    return None


def _before_relative(view: View, subject: int, within: Words) -> Words | None:
    """The noun phrase that the relative clause around the cue hangs on."""
    end = subject - (view.lows[subject - 1] == "som")
    end -= view.lows[end - 1] == ","
    first = end
    while first > within[0] and (view.is_nominal(first - 1) or view.mention_of[first - 1] >= 0):
        first -= 1
    return (first, end) if first < end else None


def _relative_gap(view: View, entry: Cue, i: int, subject: Words | None, within: Words) -> int | None:
    """*administrasjonen, som han mener har tid nok*: what is meant of the noun that the relative clause hangs on."""
    if "bare" not in entry.takes or entry.tail or subject is None or not view.is_finite(i):
        return None
    if not subject[1] <= i < subject[1] + 4 or any(view.tokens[k].pos in ("VERB", "AUX") for k in range(subject[1], i)):
        return None
    front = subject[0] - 1
    if front <= within[0] or not (view.lows[front] == "som" or view.tokens[front].pos == "NOUN"):
        return None
    start = past_light(view, i + 1, within)
    verb = start
    while verb < min(i + 4, within[1]) and view.tokens[verb].pos in ("ADV", "PART"):
        verb += 1
    return start if verb < within[1] and view.is_finite(verb) and view.tokens[verb].pos in ("AUX", "VERB") else None


def _after_marker(view: View, after: int, within: Words, marker: str) -> int | None:
    """The complementizer of the cue: the first one after it with no verb or clause between."""
    for j in range(after, min(after + _GAP, within[1])):
        if view.lows[j] == "at" and j > after and (view.lows[j - 1] in _BEFORE_AT or _result(view, after, j)):
            return None
        if view.lows[j] == "at" and j > after and view.lows[j - 1] in ("for", "til", "av", "over", "i"):
            return None  # *krever kutt for at*: the clause hangs on the preposition
        if view.lows[j] == "at" and j - 1 > after and view.is_finite(j - 1) and view.lows[j - 1] in lexicon().cues:
            return None  # *siterer tilsynet, som opplyser at*: the nearer verb's
        if view.lows[j] == marker and view.tokens[j].pos in ("SCONJ", "PART", "ADP", "PRON", "ADV", "X"):
            return j
        verb = view.is_finite(j) or (marker == "at" and view.tokens[j].pos == "VERB")
        if (verb and not _in_relative(view, after, j)) or view.lows[j] in (":", ";", "."):
            return None
        if view.lows[j] == "," and not _parenthesis(view, j, within):
            return None
    return None


def _result(view: View, after: int, at: int) -> bool:
    """*svarte så bra at …*: the clause tells what came of it."""
    spots = (k for k in range(after, at - 1) if view.lows[k] == "så")
    return any(view.tokens[k + 1].pos in ("ADJ", "ADV") for k in spots)


def _in_relative(view: View, after: int, j: int) -> bool:
    return any(view.lows[k] in _CLAUSES for k in range(after, j))


def _parenthesis(view: View, comma: int, within: Words) -> bool:
    """A comma that opens an apposition or a relative clause, or stands straight before *at*."""
    follow = comma + 1
    if follow >= within[1]:
        return False
    if view.lows[follow] in _ASIDE_BEFORE_AT:
        return True
    if view.lows[follow] in _ASIDE:  # *sier, via advokaten sin, at*
        closes = range(follow + 1, min(follow + 9, within[1] - 1))
        return any(view.lows[k] == "," and view.lows[k + 1] == "at" for k in closes)
    aside = next((k for k in range(follow + 1, min(follow + 6, within[1])) if view.lows[k] == ","), None)
    if aside is not None and view.lows[aside + 1 : aside + 2] == ("at",):  # *mener, kanskje litt overraskende, at*
        return not any(view.is_finite(k) for k in range(follow, aside))
    return view.is_nominal(follow) and any(view.lows[k] == "," for k in range(follow, min(follow + 8, within[1])))


def _infinitive(view: View, cue: tuple[int, ...], after: int, within: Words) -> int | None:
    """*å* with only adverbs and the one who is asked between it and the cue."""
    at = _after_marker(view, after, within, "å")
    if at is None:
        return None
    at -= view.lows[at - 1] in NEGATIONS and at - 1 > cue[-1]
    between = range(cue[-1] + 1, at)
    fits = all(view.is_nominal(k) or view.tokens[k].pos in ("ADV", "PART", "ADP", "CCONJ") for k in between)
    return at if fits and at - cue[-1] < 9 else None


def _question(view: View, lex: Lexicon, after: int, within: Words) -> int | None:
    """An indirect question; *om* is left out of the content, other question words belong to it."""
    for j in range(after, min(after + 5, within[1])):
        low = view.lows[j]
        if low == "om" and view.tokens[j].pos == "SCONJ" and _finite_soon(view, j, within):
            return j + 1
        if low in lex.questions - {"om", "når"} and view.tokens[j].head > j:
            return j
        if view.is_finite(j) or view.tokens[j].pos in ("ADP", "PUNCT", "SCONJ"):
            return None
    return None


def _finite_soon(view: View, j: int, within: Words) -> bool:
    return any(view.is_finite(k) for k in range(j + 1, min(j + 9, within[1])))


def _bare(view: View, i: int, after: int, within: Words) -> int | None:
    """*mener 42 kroner er for lavt*: a finite clause whose subject stands straight after the cue and its subject."""
    start = past_light(view, after, within)
    heads = (i, view.tokens[i].head) if view.tokens[i].dep == "cop" else (i,)
    clause = next(
        (c for h in heads for c in view.children[h] if start <= c < within[1] and _is_clause(view, c, start)), None
    )
    if clause is None:
        return _bare_by_order(view, i, start, within)
    first = min(w for w in view.subtree(clause, within) if w >= start)
    if first > start + 2 or any(view.lows[k] in (",", ":", ".") for k in range(after, first)):
        return _bare_by_order(view, i, start, within)
    nominal = view.lows[first] == "det" and first + 1 < within[1] and view.tokens[first + 1].pos in ("NOUN", "PROPN")
    return None if view.lows[first] in _OPENERS or nominal else first


def _bare_by_order(view: View, i: int, start: int, within: Words) -> int | None:
    """*mener klinikken, som nå har ansvaret, ikke har fulgt reglene*: told by the order of words alone."""
    if view.lows[i] not in _BELIEVED:
        return None
    return start if clause_verb(view, start, within) is not None else None


def clause_verb(view: View, start: int, within: Words) -> int | None:
    """The finite verb that goes with the noun phrase at ``start``, not that of a relative clause in it."""
    if start >= within[1] - 1 or not (view.is_nominal(start) or view.mention_of[start] >= 0):
        return None
    if view.lows[start] in _OPENERS or view.lows[start] in ("nei", "ja"):
        return None
    relative = told = False
    for k in range(start + 1, within[1]):
        low = view.lows[k]
        if low in (".", ":", ";", "at", "?", "!") or (
            low in ("og", "men") and view.is_finite(min(k + 1, within[1] - 1))
        ):
            return None
        if low in RELATIVES:
            relative = True
        elif low == "," and not (told or view.lows[k + 1 : k + 2] in (("som",), ("der",))):
            return None
        elif view.is_finite(k):
            if not relative or told:
                return k
            told = True
    return None


def _is_clause(view: View, c: int, start: int) -> bool:
    unmarked = view.tokens[c].dep == "advcl" and view.child(c, "mark") is None  # *er redd det blir for få*
    if not unmarked and view.tokens[c].dep not in ("ccomp", "xcomp", "obj", "parataxis"):
        return False
    carriers = [k for k in view.children[c] if view.tokens[k].dep in ("aux", "cop", "aux:pass")]
    finite = view.is_finite(c) or any(view.is_finite(k) for k in carriers)
    below = [k for head in (c, *carriers) for k in view.children[head]]
    subjects = [k for k in below if view.tokens[k].dep in ("nsubj", "nsubj:pass", "expl", "csubj")]
    return finite and any(k >= start for k in subjects)


def _extracted(view: View, entry: Cue, i: int, subject: Words | None, within: Words) -> Words | None:
    """*Engasjementet trur ho var ekstra stort*: the content's first part stands before the cue."""
    if "bare" not in entry.takes or subject is None or subject[0] != i + 1 or not view.is_finite(i):
        return None
    if subject[1] >= within[1] or not view.is_finite(subject[1]) or view.lows[subject[1] - 1] == ",":
        return None
    first = within[0]
    while first < i and view.tokens[first].pos in ("PUNCT", "CCONJ"):
        first += 1
    front = (first, i)
    nominal = front[1] > front[0] and not any(view.is_finite(k) or view.lows[k] == "," for k in range(*front))
    return front if nominal else None
