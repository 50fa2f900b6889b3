"""Content that opens its sentence: *At P, har X slått fast*, *Om P, vil ikke X si*, *Hvor mange, vet X ikke*."""

from belegg.annotate._attribution import cue_at
from belegg.annotate._draft import Draft, Found
from belegg.annotate._lexicon import Cue, CueStance, Lexicon, word_list
from belegg.annotate._nominals import is_own, phrase_from, split_holders
from belegg.annotate._quotes import trimmed
from belegg.annotate._view import View, Words
from belegg.text.grammar import HAVE, NEGATIONS

_OPENERS = frozenset(("og", "men", "for"))
_NOT = NEGATIONS | {"heller"}
_CIRCUMSTANCES = word_list("circumstances_after") | {".", ","}
_REACH = 8  # words that the subject and adverbs may take between a verb and what goes with it
_THAT = frozenset(("that",))


def find_fronted(view: View, lex: Lexicon, found: Found) -> None:
    """Adds the statements whose clause stands before its reporting verb, outside quotations."""
    for sentence in view.sentences:
        first = sentence.first + (view.lows[sentence.first] in _OPENERS)
        if first + 4 >= sentence.last or first in found.quoted:
            continue
        asks = view.lows[first] in lex.questions - {"når", "hvis", "viss"}
        if view.lows[first] != "at" and not asks:
            continue
        draft = _at(view, lex, (first, sentence.last), asks)
        if draft is not None and not any(i in found.used_cues for i in draft.cue):
            found.add(draft)


def _at(view: View, lex: Lexicon, within: Words, asks: bool) -> Draft | None:
    """The first verb after the clause that tells whose content it is."""
    for k in range(within[0] + 3, within[1] - 1):
        comma = view.lows[k - 1] == ","
        if not view.is_finite(k) or not (comma or _top(view, k)):
            continue
        told = _refused(view, lex, k, within) if asks else _reported(view, lex, k, within)
        if told is None:
            if comma:
                return None
            continue
        cue, entry, holder, stance = told
        opens = view.lows[within[0]] in ("at", "om")
        content = trimmed(view, (within[0] + opens, k))
        if is_own(view, lex, holder) or content[1] - content[0] < 2:
            return None
        return Draft(
            (content,), "indirect", cue, k, entry, stance, split_holders(view, holder), reason="clause before its cue"
        )
    return None


def _top(view: View, k: int) -> bool:
    """The verb of the whole sentence, or its auxiliary."""
    token = view.tokens[k]
    head = view.tokens[token.head] if token.dep in ("aux", "aux:pass", "cop") else token
    return head.dep == "root"


_Told = tuple[tuple[int, ...], Cue | None, Words, CueStance]


def _reported(view: View, lex: Lexicon, k: int, within: Words) -> _Told | None:
    """*bekrefter X*, *har X slått fast*, *tror ikke X noe på*."""
    holder = phrase_from(view, _past_not(view, k + 1, within[1]), within[1])
    if holder is None:
        return None
    hit = cue_at(view, lex, k, within[1], _THAT)
    cue = hit[1] if hit else ()
    if hit is None and view.lows[k] in HAVE:
        for j in range(holder[1], min(holder[1] + _REACH, within[1])):
            hit = cue_at(view, lex, j, within[1], _THAT)
            if hit is not None:
                cue = (k, *hit[1])
                break
    if hit is None or hit[0].documents_only or hit[0].agent_speaks or hit[0].passive:
        return None
    refused = any(
        view.lows[j] in _NOT for j in (*range(k + 1, holder[0]), *range(holder[1], min(holder[1] + 3, within[1])))
    )
    doubted = refused and hit[0].stance == "neutral"
    return cue, hit[0], holder, "deny" if doubted else "decline" if refused and hit[0].group == "confirm" else "neutral"


def _past_not(view: View, at: int, limit: int) -> int:
    while at < limit and view.lows[at] in _NOT:
        at += 1
    return at


def _refused(view: View, lex: Lexicon, k: int, within: Words) -> _Told | None:
    """*vil ikke X si*, *ønsker X ikke å opplyse*."""
    if view.lows[k] not in lex.refuse_modals:
        return None
    holder = phrase_from(view, _past_not(view, k + 1, within[1]), within[1])
    negation = next((j for j in range(k + 1, min(k + _REACH, within[1])) if view.lows[j] in lex.refuse_negations), None)
    if holder is None or negation is None:
        return None
    for j in range(max(holder[1], negation + 1), min(max(holder[1], negation) + 6, within[1])):
        for phrase in lex.refuse_verbs:
            if view.matches(j, phrase, within[1]) and _closes(view, j + len(phrase), within[1]):
                return tuple(sorted({k, negation, *range(j, j + len(phrase))})), None, holder, "decline"
    return None


def _closes(view: View, at: int, limit: int) -> bool:
    """Nothing but circumstances follow: what is refused stands before."""
    return at >= limit or view.lows[at] in _CIRCUMSTANCES
