"""Noun phrases as complements: what is confirmed, demanded, promised, foreseen; only reports can be denied."""

from belegg.annotate._borders import THE_LAST
from belegg.annotate._lexicon import Cue, Lexicon, word_list
from belegg.annotate._namings import past_light
from belegg.annotate._nominals import TIME_WORDS, phrase_from
from belegg.annotate._view import View, Words
from belegg.text.grammar import NOT, SELF

#: beginnings of the nouns for what is reported
REPORTS = tuple(sorted(word_list("reports")))
_BLAMED = tuple(sorted(word_list("blamed")))
_DENYING = word_list("denying")  # what is not so, not what is turned down
_FORESEEN = frozenset(("forecast", "estimate", "want"))
_COSTS = word_list("costs")
_TIMES = word_list("times")
_LIGHT_OR_TIME = word_list("light") | TIME_WORDS
_ANY = frozenset((low,) for low in word_list("any_of_kind"))
_KREVE = frozenset(("kreve", "krevje"))
_DIRECTIONS = word_list("directions")
_WHOLE = SELF | TIME_WORDS
_NOT = NOT | {"heller"}  # *et notat som aldri ble lest, anslår*: "aldri" belongs to clauses within


def thing(view: View, lex: Lexicon, entry: Cue, i: int, after: int, within: Words, cue_end: int) -> int | None:
    """A noun phrase as content: what is confirmed, demanded, promised; only reports can be denied."""
    if any(word in _NOT for word in entry.tail) and view.lows[after : after + 1] not in _ANY:
        return None  # *kjenner ikke til påstanden fra X om at*, but *til noe slikt varsel*
    if entry.group in _FORESEEN and not _foreseen(view, entry, cue_end, after, within):
        return None
    if entry.stance == "deny" or entry.group == "confirm":
        start = past_light(view, after, within)
        if start + 1 < within[1] and view.lows[start] in ("det", "dette", "alt") and _ends_clause(view, start + 1):
            return start  # *avviser det*
        if view.lows[start : start + 2] in THE_LAST:
            return start  # *tilbakeviser det siste*
    objects = [c for c in view.children[i] if view.tokens[c].dep in ("obj", "obl", "nsubj") and after <= c < within[1]]
    nouns = [c for c in objects if view.tokens[c].pos in ("NOUN", "PROPN")]
    head = next((c for c in nouns if view.lows[c] not in _TIMES), next(iter(nouns), None))
    if head is None and (some := _some_of(view, after, within)) is not None:
        return some
    if head is None and entry.tail and (direct := phrase_from(view, after, within[1])) is not None:
        reports = any(view.lows[k].startswith(REPORTS) for k in range(*direct))
        return direct[0] if reports or entry.stance != "deny" else None
    open_still = "utelukke" in entry.forms and any(view.lows[k] in _NOT for k in range(i + 1, after + 2))
    rejecting = (
        entry.stance == "deny"
        and view.lows[after : after + 1] not in _ANY
        and not any(form in _DENYING for form in entry.forms)
    )
    if head is None or (rejecting and not _can_be_untrue(view, head) and not open_still):
        return None
    if entry.stance == "urge" and _mere_noun(view, head, after, bool(_KREVE & set(entry.forms))):
        return None
    if _about_event(view, entry, head) or (entry.group == "announce" and _somebody(view, lex, head)):
        return None
    if entry.group == "threaten" and cue_end - i > len(entry.tail):
        return None  # *truet naboen med kniv*: an act
    if entry.stance == "urge" and view.tokens[head].pos != "PROPN" and _moved(view, head, within):
        return None
    return _whole(view, head, after, open_still, within)


def _can_be_untrue(view: View, noun: int) -> bool:
    """*Avviser påstandene, oljeutslipp*, but not *avviser budet, utslippskutt*."""
    return view.lows[noun].startswith(REPORTS) or view.tokens[noun].lemma.lower().endswith(_BLAMED)


def _some_of(view: View, after: int, within: Words) -> int | None:
    """*avviser flere av påstandene*: some of what has been reported."""
    noun = after + 2
    partial = (
        noun < within[1] and view.lows[after + 1] == "av" and view.tokens[after].pos in ("ADJ", "DET", "PRON", "NUM")
    )
    return after if partial and view.lows[noun].startswith(REPORTS) else None


def _whole(view: View, head: int, after: int, open_still: bool, within: Words) -> int | None:
    """Where the object with this head begins; None where its phrase does not follow the cue."""
    start = after
    while start < head and (view.lows[start] in _LIGHT_OR_TIME or (open_still and view.lows[start] in _NOT)):
        start += 1
    words = [w for w in view.subtree(head, within) if w >= start]
    if words and view.matches(min(words), ("på", "vegne", "av"), within[1]):
        return _phrase_start(view, head, start)
    if not words or min(words) - start > 1 or view.tokens[min(words)].pos in ("ADP", "SCONJ"):
        return None  # *tilsto i avhør*: where, not what
    return min(words)


def _ends_clause(view: View, k: int) -> bool:
    """Nothing of a noun phrase or clause follows a pronoun that is the whole object."""
    return view.tokens[k].pos in ("PUNCT", "CCONJ", "ADV", "ADP") or view.lows[k] in _WHOLE


def _foreseen(view: View, entry: Cue, cue_end: int, after: int, within: Words) -> bool:
    """*anslår regningen til 190 millioner* needs its number, *tror på to hevinger* no person."""
    near = range(after, min(after + 8, within[1]))
    if any(view.lows[k] in _NOT for k in (*range(max(within[0], cue_end - 4), cue_end), *near[:2])):
        return False
    if entry.group == "estimate":
        numbers = [k for k in near if view.tokens[k].pos == "NUM" or view.lows[k][:1].isdigit()]
        return any(view.lows[m] in ("til", "på") for k in numbers for m in range(max(after, k - 3), k))
    head = next((k for k in near if view.tokens[k].pos in ("NOUN", "PROPN")), None)
    if head is None or view.mention_of[head] >= 0:
        return False
    definite = "Definite=Def" in view.tokens[head].feats
    if "vente" in entry.forms:  # *ventet i to år*, *mot ventet 1,8 prosent*, *ventet hevingen*
        empty = view.lows[cue_end + 1 : cue_end + 2] == ("det",)  # *da venter det bøter*
        return not (definite or empty) and view.is_finite(cue_end) and view.lows[head] not in _TIMES
    return entry.group != "want" or not definite


def _phrase_start(view: View, head: int, start: int) -> int:
    """The first of the numbers, articles and adjectives before a noun."""
    while head > start and view.tokens[head - 1].pos in ("NUM", "DET", "ADJ"):
        head -= 1
    return head


def _moved(view: View, head: int, within: Words) -> bool:
    """*beordret gislene ned på gulvet*: what somebody made others do, no demand."""
    return head + 1 < within[1] and view.lows[head + 1] in _DIRECTIONS


def _somebody(view: View, lex: Lexicon, head: int) -> bool:
    """*varslet politiet*: the object is told, not announced."""
    kinds = ("person", "government", "collective", "media", "organisation")
    return view.mention_of[head] >= 0 or any(view.lows[head] in lex.holders[kind] for kind in kinds)


def _mere_noun(view: View, head: int, after: int, demanded: bool) -> bool:
    """*ba om en forklaring, ber om hjelp*: a plea without a content; *krever gratis buss til elevene* has one.

    What is ``demanded`` (*krever styrets avgang*) is one unless it is a bare noun (*krever automatikk*).
    """
    words = view.subtree(head, (after, len(view.tokens)))
    if any(view.lows[k] == "ingen" for k in words):
        return True
    described = any(view.tokens[k].pos not in ("DET", "PUNCT", "NOUN") for k in words)
    bare = len([k for k in words if view.tokens[k].pos != "PUNCT"]) < (2 if demanded else 3)
    return not described and bare and "Definite=Def" not in view.tokens[head].feats


def _about_event(view: View, entry: Cue, head: int) -> bool:
    """*krever liv*, *krever tid*: a cost, no demand of anybody."""
    return entry.stance == "urge" and view.lows[head] in _COSTS
