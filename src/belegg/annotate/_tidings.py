"""What words say by their form: a bidding, a refusal to speak, the present tense of what is to come."""

from belegg.annotate._lexicon import Lexicon, word_list
from belegg.annotate._view import OPENING, View, Words
from belegg.text.grammar import BECAUSE, CAN, CONDITIONS, FIRST_PERSON, NEGATIONS, WILL

_NO_BIDDING = word_list("no_bidding")
_WILLING = WILL | word_list("willing")
_OPENERS = word_list("before_bidding")
_SUBORDINATE = CONDITIONS | BECAUSE | {"som", "at", "når"}
_CLAUSE_OPENERS = _SUBORDINATE | {"om", "der", "så", "og", ".", "!", "?"}
_OURS = FIRST_PERSON | {"oss", "meg"}
_PAST_ENDS = ("a", "te", "de", "et", "dde")
_LASTING = word_list("lasting")
_DAYS = word_list("days_to_come")
_AT_EARLIEST = word_list("at_earliest")
_COMING_TIMES = frozenset(tuple(phrase.split("_")) for phrase in word_list("times_to_come"))
_GONE = word_list("gone")
_LONGEST = max(map(len, _COMING_TIMES))
_REACH = 7


def bids(view: View, words: Words) -> bool:
    """*Legg det bort*, *Ikke kjør i dag*: an imperative opens what is said; *Se, hør, tenk* only call for attention."""
    first, last = words
    while first < min(last, words[0] + 3) and view.lows[first] in _OPENERS | OPENING:
        first += 1
    if first + 1 >= last or "Mood=Imp" not in view.tokens[first].feats:
        return False
    ours = view.lows[first + 1] in _OURS or view.tokens[first + 1].pos == "NUM"
    told = next((k for k in range(first + 1, last) if view.is_finite(k) or view.lows[k] in _CLAUSE_OPENERS), None)
    main = told is not None and view.lows[told] not in _CLAUSE_OPENERS and "Mood=Imp" not in view.tokens[told].feats
    return view.lows[first] not in _NO_BIDDING and not ours and not main


def refuses(view: View, lex: Lexicon, words: Words) -> bool:
    """*vi kan ikkje kommentere*, *eg kjem ikkje til å seie noko*, *det kommenterer vi ikke*."""
    if NEGATIONS.isdisjoint(view.lows[words[0] : words[1]]):
        return False
    for i in range(*words):
        limit = min(i + _REACH, words[1])
        negation = next((k for k in range(i + 1, limit) if view.lows[k] in NEGATIONS), None)
        if negation is None:
            continue
        if view.lows[i] in ("kommenterer", "kommenterar"):
            return negation <= i + 3
        coming = view.lows[i] in ("kommer", "kjem") and view.lows[negation + 1 : negation + 3] == ("til", "å")
        if not (coming or view.lows[i] in _WILLING):
            plain = view.lows[i] in CAN and view.lows[negation + 1 : negation + 2] == ("kommentere",)
            if not plain:
                continue
        start = negation + (3 if coming else 1)
        for phrase in lex.refuse_verbs:
            for j in range(start, min(start + 3, words[1])):
                if view.matches(j, phrase, words[1]) and view.lows[j + len(phrase) : j + len(phrase) + 1] != ("at",):
                    return True
    return False


def is_to_come(view: View, lex: Lexicon, main: int, words: Words) -> bool:
    """*Banen åpner igjen lørdag*, *Planen legges fram i kveld*: the present tense with a time that is to come."""
    low = view.lows[main]
    if "Tense=Pres" not in view.tokens[main].feats or low in _LASTING or low.endswith(_PAST_ENDS):
        return False
    if any(not entry.tail and "that" in entry.takes for entry in lex.cues.get(low, ())):
        return False  # *krever svar innen fredag*
    if any(view.tokens[k].dep == "aux" and view.is_finite(k) for k in view.children[main]):
        return False
    for k in range(words[0], words[1]):
        if (view.lows[k] == "," or view.lows[k] in _SUBORDINATE) and k > main:
            return False
        if k > main and view.is_finite(k):
            return False  # the day may be that of the second verb
        if view.lows[k] in _AT_EARLIEST:
            return True
        before = view.lows[k - 1] if k > words[0] else ""
        past = before in _GONE or "Definite=Def" in view.tokens[k - 1].feats  # *over sluttkursen fredag*
        if view.lows[k] in _DAYS and not past and view.lows[k + 1 : k + 2] not in (("og",), ("kveld",)):
            return True
        if any(tuple(view.lows[k : k + n]) in _COMING_TIMES for n in range(1, _LONGEST + 1)):
            return True
    return False
