"""Nouns that report: *påstanden fra X om at P*, *X' krav om at P*, *beskjed fra X om å*."""

from belegg.annotate._borders import content_end
from belegg.annotate._draft import Draft, Found
from belegg.annotate._lexicon import CueStance, Lexicon, word_list
from belegg.annotate._nominals import is_own, phrase_from, split_holders
from belegg.annotate._quotes import trimmed
from belegg.annotate._subjects import subject_of
from belegg.annotate._view import View, Words
from belegg.text.grammar import FROM

_STANCES: tuple[tuple[frozenset[str], CueStance], ...] = (
    (word_list("noun_claims"), "neutral"),
    (word_list("noun_demands"), "urge"),
    (word_list("noun_promises"), "promise"),
    (word_list("noun_forecasts"), "expect"),
    (word_list("noun_denials"), "deny"),
)
_SENT = tuple(word_list("sent"))
_BY = FROM | {"av", "hos"}
_TOLD = ("beskjed", "svar")
_GAP = 12  # words that the source may take between the noun and its clause


def find_noun_cues(view: View, lex: Lexicon, found: Found) -> None:
    """Adds the clauses that hang on a reporting noun whose source is named beside it."""
    starts = {d.start for d in found.drafts}
    for i, low in enumerate(view.lows):
        stance = next((s for nouns, s in _STANCES if low in nouns), None)
        if stance is None or i in found.used_cues:
            continue
        draft = _at(view, lex, i, stance)
        if draft is not None and draft.start not in starts and (i in found.quoted) == (draft.start in found.quoted):
            found.add(draft)


def _at(view: View, lex: Lexicon, i: int, stance: CueStance) -> Draft | None:
    within = view.sentence(i)
    holder = _owner(view, i, within)
    after = i + 1
    mind = after < within[1] and view.lows[after] == "til" and stance != "urge" and not view.lows[i].startswith(_SENT)
    if holder is None and after < within[1] and (mind or view.lows[after] in _BY):
        holder = phrase_from(view, after + 1, within[1])
        after = holder[1] if holder else after
    if holder is None and view.lows[i - 1] == "med" and view.lows[after : after + 2] == ("om", "at"):
        verb = next((k for k in range(i - 1, within[0], -1) if view.is_finite(k)), None)
        holder = subject_of(view, lex, verb, within) if verb is not None else None  # *samlet seg med krav om at*
    start = _clause(view, i, after, within, stance)
    start = start if start is not None else _predicate(view, after, within)
    if holder is None or start is None or is_own(view, lex, holder) or start - i > _GAP:
        return None
    if view.lows[i].startswith(_TOLD) and view.lows[start] != "å":
        stance = "neutral"  # *beskjeden om at P* is news, *beskjeden om å vente* an order
    content = trimmed(view, (start, content_end(view, lex, i, start, within)))
    if content[1] - content[0] < 2:
        return None
    return Draft((content,), "indirect", (i,), i, None, stance, split_holders(view, holder), reason="reporting noun")


def _owner(view: View, i: int, within: Words) -> Words | None:
    """*Bergs påstand*, *regjeringens løfte*: the genitive straight before the noun."""
    first = i
    while (
        first > within[0] and view.mention_of[first - 1] >= 0 and view.mention_of[first - 1] == view.mention_of[i - 1]
    ):
        first -= 1
    if first == i and i > within[0] and view.tokens[i - 1].pos == "NOUN":
        first = i - 1
    genitive = first < i and view.lows[i - 1].endswith(("s", "'")) and "Case=Gen" in view.tokens[i - 1].feats
    named = first < i and view.mention_of[i - 1] >= 0 and view.lows[i - 1].endswith(("s", "'"))
    return (first, i) if genitive or named else None


def _predicate(view: View, at: int, within: Words) -> int | None:
    """*Beskjeden fra X er at P*, *svaret fra X var at P*."""
    if at + 2 < within[1] and view.lows[at] in ("er", "var") and view.lows[at + 1] == "at":
        return at + 2
    return None


def _clause(view: View, noun: int, at: int, within: Words, stance: CueStance) -> int | None:
    """The first word of the clause after *om at, at*; of demands and promises also the infinitive after *om å*."""
    if at < within[1] and view.lows[at] == "om":
        at += 1
    if at + 1 >= within[1]:
        return None
    if view.lows[at] == "at":
        return at + 1
    asked = stance in ("urge", "promise") and noun < at and view.lows[at] == "å" and view.lows[at - 1] == "om"
    return at if asked else None
