"""Complements that are no clauses: *kaller det en skandale*, *betegner funnet som sikkert*, *bad henne vente ute*."""

from belegg.annotate._lexicon import Cue, word_list
from belegg.annotate._nominals import phrase_from
from belegg.annotate._view import View, Words
from belegg.text.grammar import ARTICLES

_LIGHT = word_list("light")
_LIKENED = word_list("likened")


def past_light(view: View, start: int, within: Words) -> int:
    while start < within[1] and view.lows[start] in _LIGHT:
        start += 1
    return start


def named(view: View, entry: Cue, after: int, within: Words) -> int | None:
    """*kaller avslaget «en lettvint beslutning»*, *kaller det en skandale*, *betegner funnet som oppsiktsvekkende*."""
    start = past_light(view, after, within)
    if entry.group == "portray":
        return start if _portrayed(view, start, within) else None
    if not entry.tail and _predicated(view, start, within):
        return start
    stop = next((k for k in range(start, within[1]) if view.lows[k] in (".", ":", ";") or view.is_finite(k)), within[1])
    opening = next((k for k in range(start, stop) if view.lows[k] in ("«", '"', "”", "“")), None)
    if opening is None or opening - start > 8 or (opening + 1 < stop and view.mention_of[opening + 1] >= 0):
        return None
    return start


def _predicated(view: View, start: int, within: Words) -> bool:
    """An object (*det, dette, angrepet*) and straight after it an adjective or a noun phrase with *en, et*."""
    i = start
    while (
        i < min(start + 3, within[1]) and view.tokens[i].pos in ("DET", "ADJ", "NUM") and view.lows[i] not in ARTICLES
    ):
        i += 1
    if view.lows[start] in ("det", "dette", "alt"):
        i = start + (view.lows[start + 1 : start + 2] in (("hele",), ("heile",)))
    elif i >= within[1] or view.tokens[i].pos not in ("NOUN", "PROPN") or "Definite=Ind" in view.tokens[i].feats:
        return False
    j = i + 1
    if j + 1 >= within[1] or view.lows[j] in ("som", "at", ","):
        return False
    return view.lows[j] in ARTICLES or (
        view.tokens[j].pos == "ADJ" and view.tokens[j + 1].pos not in ("NOUN", "PROPN", "ADJ")
    )


def _portrayed(view: View, start: int, within: Words) -> bool:
    """An object and, after *som*, what it is said to be; a relative clause (*mannen som kom*) is none."""
    aside = {"seg", "ut"} & set(view.lows[start : start + 3])  # *ser det for seg som*
    if start >= within[1] or not view.is_nominal(start) or aside:
        return False
    for k in range(start + 1, min(start + 16, within[1] - 1)):
        if view.lows[k] == "som":
            likened = view.lows[k - 1] in _LIKENED
            return not likened and not any(view.is_finite(m) for m in range(k + 1, min(k + 4, within[1])))
        if view.is_finite(k) or view.tokens[k].pos in ("PUNCT", "SCONJ"):
            return False
    return False


def bidden(view: View, after: int, within: Words) -> int | None:
    """*bad henne vente ute*: the one asked, then an infinitive without *å*."""
    asked = phrase_from(view, after, within[1])
    i = asked[1] if asked and asked[0] == after else after
    while i < min(after + 8, within[1]) and (view.is_nominal(i) or view.tokens[i].pos == "ADV" or view.lows[i] == "om"):
        i += 1
    if i == after or i >= within[1]:
        return None
    bare = "VerbForm=Inf" in view.tokens[i].feats or view.lows[i] in ("la", "late", "lata")  # read as past tenses
    return i if bare and view.lows[i - 1] != "å" else None
