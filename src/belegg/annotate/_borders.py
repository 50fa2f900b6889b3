"""Where the content of an indirect statement ends: by word order and commas, with the tree as a witness."""

from belegg.annotate._attribution import attribution_at, cue_at, preposition_at
from belegg.annotate._lexicon import Lexicon, lexicon, word_list
from belegg.annotate._nominals import holds_medium
from belegg.annotate._view import CLOSING, DASHES, View, Words
from belegg.text.grammar import (
    ACCORDING,
    BECAUSE,
    CLAUSE_JOINTS,
    CONDITIONS,
    RELATIVES,
    SOMETHING,
    WHEN,
    WHILE,
    WITHOUT,
)

_AFTERTHOUGHTS = tuple((low,) for low in RELATIVES | WHILE | CLAUSE_JOINTS | {"etter"})
THE_LAST = frozenset((a, b) for a in ("det", "dette") for b in word_list("the_last"))

_SUBORDINATE = CONDITIONS | BECAUSE | {"som", "at", "om", ","}
_OPENERS = CONDITIONS | BECAUSE | WHEN
_EVEN_IF = (("selv", "om"), ("sjølv", "om"))
_WRITES = word_list("writing")
_TELLS = _WRITES | ACCORDING


def content_end(view: View, lex: Lexicon, cue: int, start: int, within: Words, past: int = 0) -> int:
    """The end of the content that begins at ``start``: the first border whose rest does not belong to it.

    ``past`` is a word that surely belongs to it: no border before it counts.
    """
    limit = within[1]
    while limit > start and view.lows[limit - 1] in (".", "!", "?", "…", ":", ";"):
        limit -= 1
    head = _content_head(view, cue, start, limit)
    inside = set(view.subtree(head, (start, limit))) if head is not None else set()
    for i in range(max(start, past) + 1, limit):
        if _ends_here(view, lex, cue, i, limit, inside, start):
            return i
    return limit


def within_start(view: View, cue: int) -> int:
    """The first word of the sentence around the cue."""
    return view.sentence(cue)[0]


def _content_head(view: View, cue: int, start: int, limit: int) -> int | None:
    """The topmost word of the content: the one whose head lies before it."""
    for i in range(start, limit):
        if not start <= view.tokens[i].head < limit and view.tokens[i].pos != "PUNCT":
            return i
    for i in range(start, limit):
        if view.tokens[i].head == i:
            return i
    return None


def _ends_here(view: View, lex: Lexicon, cue: int, i: int, limit: int, inside: set[int], start: int) -> bool:
    low = view.lows[i]
    if low in (":", ";") or (low in DASHES and view.lows[i - 1] in CLOSING | {",", "."}):
        return True
    if low == ",":
        follow = view.lows[i + 1] if i + 1 < limit else ""
        if follow == "at":
            return False
        if follow in WHILE:
            return _tells_more(view, lex, i + 2, limit)
        if follow in ("samtidig", "samstundes") and view.matches(i + 2, ("som",), limit):
            return True
        if follow == "men" and i + 2 < limit and view.lows[i + 2] in WITHOUT:
            return True
        if follow in ("og", "men", "for"):
            return _outer_clause(view, lex, cue, i + 1, limit, inside, start, comma=True)
        if attribution_at(view, lex, i, limit) is not None:
            return True
        if follow in WITHOUT or (follow in SOMETHING and view.matches(i + 2, ("som",), limit)):
            return True
        verb = i + 1 + (i + 2 < limit and view.tokens[i + 1].pos in ("ADV", "PART"))
        if verb < limit and view.is_finite(verb) and follow not in _WRITES:
            # *at folk X har møtt, har nektet*, but *mannen, som nekter skyld, er fengslet*
            if _main_verb_after(view, cue, i, verb):
                return True
            return any(view.lows[k] in RELATIVES for k in range(max(within_start(view, cue), cue - 4), cue))
        if follow in _TELLS or (follow in ("slik", "som") and _told_by(view, lex, i + 2, limit)):
            return True
        return _leaves(view, i, limit, inside, start)
    if low in ("og", "men") and view.lows[i - 1] != ",":
        return _outer_clause(view, lex, cue, i, limit, inside, start, comma=False)
    return False


def _main_verb_after(view: View, cue: int, comma: int, verb: int) -> bool:
    """*Når X skriver at P, betyr det at …*: the cue's clause opens the sentence, whose own verb and subject follow."""
    first = within_start(view, cue)
    first += view.lows[first] in CLAUSE_JOINTS
    opens = view.lows[first] in _OPENERS or view.lows[first : first + 2] in _EVEN_IF
    if not opens or verb != comma + 1 or not view.is_nominal(verb + 1) or view.lows[verb + 1] == "å":
        return False
    return not any(view.lows[k] == "," and view.is_finite(k + 1) for k in range(first, cue))


def _tells_more(view: View, lex: Lexicon, start: int, limit: int) -> bool:
    """*, mens Olsen mener at …*: another source speaks after the conjunction."""
    for k in range(start, limit):
        if view.is_finite(k) and view.lows[k] in lex.cues:
            return cue_at(view, lex, k, limit, frozenset(("that", "to", "bare"))) is not None
        if view.lows[k] in (",", "som"):
            return False
    return False


def _told_by(view: View, lex: Lexicon, start: int, limit: int) -> bool:
    """*slik brannsjefen har sagt*: a reporting word ends the rest of the sentence."""
    return limit - start < 8 and limit > start and view.lows[limit - 1] in lex.cues


def _leaves(view: View, comma: int, limit: int, inside: set[int], start: int) -> bool:
    """True where the tree takes all that follows the comma out of the content."""
    rest = [k for k in range(comma + 1, limit) if view.tokens[k].pos != "PUNCT"]
    if not rest or not inside or any(k in inside for k in rest):
        return False
    verb = any(view.is_finite(k) for k in rest)
    return verb and len(inside) > 1


def _outer_clause(
    view: View, lex: Lexicon, cue: int, joint: int, limit: int, inside: set[int], start: int, comma: bool
) -> bool:
    """A conjunction after which the reporting clause goes on: *, men vil ikkje seie …*, *og la til at …*."""
    j = joint + 1
    while j < limit and view.tokens[j].pos in ("ADV", "PART") and not view.is_finite(j):
        j += 1
    if j >= limit or view.lows[j] == "at" or _asked_on(view, lex, start, joint + 1):
        return False
    if view.is_finite(j):
        if comma or preposition_at(view, lex, j, limit):
            return True
        takes = cue_at(view, lex, j, limit, frozenset(("that", "to")))
        says = takes is not None and any(view.lows[k] in ("at", "om", "å") for k in range(j + 1, min(j + 10, limit)))
        again = says and view.lows[j + 1 : j + 2] == ("at",) and _same_tense(view, cue, j)
        return again or (says and j not in inside) or view.tokens[j].head == cue
    if view.lows[joint] == "og" and not comma:
        return False
    return comma and _main_clause(view, j, limit, inside)


def _asked_on(view: View, lex: Lexicon, start: int, j: int) -> bool:
    """*presiserer hvor viktig saken er, og hva den vil koste*: one indirect question after the other."""
    asking = lex.questions - {"om", "når", "hvis"}
    return view.lows[start] in asking and view.lows[j] in asking


def _same_tense(view: View, a: int, b: int) -> bool:
    """*mener at P og krever at Q*, but not *sier at hun kom og sa at Q*."""
    tenses = [next((f for f in ("Tense=Past", "Tense=Pres") if f in view.tokens[k].feats), "") for k in (a, b)]
    return tenses[0] == tenses[1] != ""


def _main_clause(view: View, j: int, limit: int, inside: set[int]) -> bool:
    """Subject and verb after the conjunction and before the next comma, outside the content by the tree."""
    stop = next((k for k in range(j, limit) if view.lows[k] == ","), limit)
    rest = [k for k in range(j, stop) if view.tokens[k].pos != "PUNCT"]
    return bool(rest) and not any(k in inside for k in rest) and any(_heads_clause(view, k) for k in rest)


def _heads_clause(view: View, k: int) -> bool:
    """A finite verb of its own, not that of a relative clause: *, og ikke på grunn av det han har sagt*."""
    head = view.tokens[k].head if view.tokens[k].dep in ("aux", "cop", "aux:pass") else k
    return view.is_finite(k) and view.tokens[head].dep != "acl:relcl"


def before_next_verb(view: View, start: int, end: int) -> int:
    """*ber partene legge ned våpnene og vil ha et møte*: a finite verb after *og* is not under the infinitive."""
    for k in range(start + 1, end - 1):
        if view.lows[k] in _SUBORDINATE or view.lows[k] in lexicon().questions:
            return end
        if view.lows[k] in ("og", "men") and _finite_verb(view, k + 1):
            return k
    return end


def _finite_verb(view: View, k: int) -> bool:
    return view.is_finite(k) and "VerbForm=Inf" not in view.tokens[k].feats and view.tokens[k].pos in ("VERB", "AUX")


def before_hearer(view: View, start: int, end: int) -> int:
    """*bekrefter salget overfor NTB*: a noun phrase ends before the one it is said to, and before what is added."""
    if view.lows[start] in ("det", "dette", "alt") and not view.is_nominal(start + 1):
        return start + 1  # *avviste det like etter lunsj*
    if view.lows[start : start + 2] in THE_LAST:
        return start + 2  # *tilbakeviser det siste på det sterkeste*
    for k in range(start + 1, end):
        joint = view.lows[k] in ("og", "men") and k + 1 < end and view.is_finite(k + 1)
        if joint or (view.lows[k] == "," and view.lows[k + 1 : k + 2] in _AFTERTHOUGHTS):
            return k  # *anslår tapet til en million og vil ha det igjen*, *bekrefter møtet, som varte lenge*
        channel = view.lows[k] in ("i", "på") and k + 1 < end and holds_medium(view, (k + 1, min(k + 4, end)))
        if view.lows[k] == "overfor" or (channel and k > start):
            return k  # *bekrefter salget overfor NTB, på sine nettsider*
    return end
