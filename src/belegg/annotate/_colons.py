"""Content after a colon: *Moe forsvarer avtalen: Alternativet var en rettssak*, *Hæren gir en annen versjon: …*."""

from belegg.annotate._attribution import sentence_stop
from belegg.annotate._draft import Draft, Found
from belegg.annotate._lexicon import Lexicon, word_list
from belegg.annotate._nominals import is_own, phrase_from, split_holders
from belegg.annotate._quotes import trimmed
from belegg.annotate._subjects import subject_of
from belegg.annotate._view import CLOSING, DASHES, OPENING, View, Words
from belegg.text.grammar import BE, THIRD_PERSON

_ARGUING = word_list("arguing")
_JUDGING = word_list("judging")
_GIVING = word_list("giving_versions")
_VERSIONS = word_list("versions")
_SPEAKERS = ("person", "government", "organisation", "expert", "collective", "anonymous", "agency", "media", "document")
_REPLACED = ("noun phrase", "description", "clause around the cue", "told is denied")
_SHORTEST = 3  # words of a clause
_IDLE = frozenset("som der at".split())


def find_colons(view: View, lex: Lexicon, found: Found) -> None:
    """Adds the clause after a colon where the one before it tells that somebody argues, judges or gives his version."""
    for run in view.blocks:
        if view.block(run[0]).kind in ("title", "heading", "caption"):
            continue
        for i in range(run[0] + 2, run[1] - _SHORTEST):
            dateline = view.lows[i - 1] == ")"
            if (
                view.lows[i] == ":"
                and not dateline
                and i not in found.quoted
                and _opens_clause(view, found, i + 1, run[1])
            ):
                _take(view, lex, found, i, run)


def _opens_clause(view: View, found: Found, at: int, limit: int) -> bool:
    """A capital and a finite verb of its own, in nobody's very words."""
    if at in found.quoted or view.lows[at] in OPENING | DASHES or not view.tokens[at].text[:1].isupper():
        return False
    stop = sentence_stop(view, at, limit)
    if view.lows[stop : stop + 1] == (":",):
        return False  # *Om dette sa Moe: Han sa også: …*
    return stop - at >= _SHORTEST and any(view.is_finite(k) for k in range(at, stop))


def _take(view: View, lex: Lexicon, found: Found, colon: int, run: Words) -> None:
    within = (_sentence_start(view, colon, run), colon)
    if any(d.start == colon + 1 or d.covers(colon + 1) for d in found.drafts):
        return
    verb = _predicate(view, lex, within)
    subject = subject_of(view, lex, verb, within) if verb is not None else None
    if verb is not None and subject is not None and view.lows[subject[0]] in ("det", "dette"):
        subject = phrase_from(view, verb + 1, within[1])  # *Det avviser ordføraren: …*
    if verb is None or subject is None or is_own(view, lex, subject) or not _can_speak(view, lex, subject):
        return
    content = trimmed(view, (colon + 1, sentence_stop(view, colon + 1, run[1])))
    found.drafts[:] = [d for d in found.drafts if not _stands_for(d, within)]
    found.add(
        Draft((content,), "indirect", (verb,), verb, None, "neutral", split_holders(view, subject), reason="colon")
    )


def _sentence_start(view: View, colon: int, run: Words) -> int:
    first = max(view.sentence(colon)[0], run[0])
    back = next((k + 1 for k in range(colon - 1, first, -1) if view.lows[k] in (".", "!", "?")), first)
    return back + (view.lows[back] in CLOSING)


def _stands_for(draft: Draft, within: Words) -> bool:
    """What is told only by a noun before the colon is told in full after it."""
    return within[0] <= draft.anchor < within[1] and draft.reason.endswith(_REPLACED)


def _predicate(view: View, lex: Lexicon, within: Words) -> int | None:
    """The main verb before the colon that announces words: *forsvarer*, *er overrasket*, *gir en annen versjon*."""
    verb = next((k for k in range(*within) if view.is_finite(k)), None)
    if verb is None or any(view.lows[k] in _IDLE for k in range(within[0], verb)):
        return None
    rest = view.lows[verb + 1 : within[1]]
    if view.lows[verb] in _ARGUING:
        return verb
    if view.lows[verb] in BE:
        return verb if any(low in _JUDGING for low in rest) and "at" not in rest else None
    if view.lows[verb] in _GIVING:
        own = any(rest[k : k + 2] == ("på", "sitt") for k in range(len(rest)))
        return verb if own or any(low in _VERSIONS for low in rest) else None
    return None


def _can_speak(view: View, lex: Lexicon, subject: Words) -> bool:
    names = [m.type for m in view.names_in(subject)]
    pronoun = subject[1] - subject[0] == 1 and view.lows[subject[0]] in THIRD_PERSON
    if pronoun or any(t in ("PER", "ORG", "GPE") for t in names):
        return True
    return any(view.lows[k] in lex.holders[kind] for k in range(*subject) for kind in _SPEAKERS)
