"""Content whose source is no subject: *I rapporten står det at*, *vi leser i avisen at*, *påstanden avvises av X*."""

from belegg.annotate._attribution import is_newsroom
from belegg.annotate._borders import content_end
from belegg.annotate._complements import Complement
from belegg.annotate._draft import Draft
from belegg.annotate._lexicon import Lexicon, word_list
from belegg.annotate._nominals import phrase_around, phrase_from, split_holders
from belegg.annotate._noun_complements import REPORTS
from belegg.annotate._quotes import trimmed
from belegg.annotate._view import View, Words
from belegg.text.grammar import BECOME, BECOME_INFINITIVE, BECOME_PARTICIPLE, FROM, NEGATIONS

STANDING = word_list("standing")
HEARING = word_list("hearing")
_BODILY = frozenset("say confirm deny foresee promise urge announce wish doubt worry claim".split())
_ANSWERING = ("deny", "confirm")
_BECOMING = BECOME | BECOME_INFINITIVE | BECOME_PARTICIPLE
_NOBODYS = word_list("nobodys")
_SAID_IN = FROM | {"i", "av"}


def impersonal(view: View, lex: Lexicon, i: int, within: Words) -> Draft | None:
    """*I rapporten står det at …*, *Det går fram av dommen at …*: the source is in a prepositional phrase."""
    at = next((k for k in range(i + 1, min(i + 12, within[1])) if view.lows[k] == "at"), None)
    if at is not None and i == within[0] + 1 and view.lows[within[0]] in ("der", "her"):
        return _pointed_to(view, lex, i, at, within)
    empty = any(view.lows[k] == "det" for k in (i - 1, i + 1) if within[0] <= k < within[1])
    if at is None or not empty:
        return None
    spots = [k for k in (*range(within[0], i), *range(i + 1, at)) if view.lows[k] in _SAID_IN]
    for k in spots:
        words = phrase_from(view, k + 1, i if k < i else at)
        if words is None or not any(view.lows[w] in lex.holders["document"] for w in range(*words)):
            continue
        content = trimmed(view, (at + 1, content_end(view, lex, i, at + 1, within)))
        if content[1] > content[0]:
            return Draft(
                (content,), "indirect", (i,), i, None, "neutral", (words,), reason="source in a prepositional phrase"
            )
    return None


def _pointed_to(view: View, lex: Lexicon, i: int, at: int, within: Words) -> Draft | None:
    """*Der står det at …*: the document that the sentence before names."""
    number = view.sentence_of[i]
    before = range(view.sentences[number - 1].first, within[0]) if number else range(0)
    noun = next((k for k in reversed(before) if view.lows[k] in lex.holders["document"]), None)
    content = trimmed(view, (at + 1, content_end(view, lex, i, at + 1, within)))
    if noun is None or i in before or content[1] <= content[0] or at - i > 3:
        return None
    words = phrase_around(view, noun, (before[0], noun + 1))
    return Draft((content,), "indirect", (i,), i, None, "neutral", (words,), reason="source in the sentence before")


def heard(view: View, lex: Lexicon, i: int, within: Words) -> Draft | None:
    """*vi leser i avisen at*, *ho såg i avisa at*: the medium is the source."""
    step = i + 1
    while step < min(i + 3, within[1]) and view.tokens[step].pos in ("ADV", "PRON"):
        step += 1
    if step + 1 >= within[1] or view.lows[step] not in ("i", "på"):
        return None
    words = phrase_from(view, step + 1, within[1])
    if words is None or not is_newsroom(view, lex, words) or words[1] >= within[1] or view.lows[words[1]] != "at":
        return None
    content = trimmed(view, (words[1] + 1, content_end(view, lex, i, words[1] + 1, within)))
    if content[1] <= content[0]:
        return None
    return Draft((content,), "indirect", (i, step), i, None, "neutral", (words,), reason="read or heard in a medium")


def turned_down(view: View, lex: Lexicon, i: int, within: Words) -> Draft | None:
    """*Påstandene blir avvist av ministeren*: a report denied or confirmed in the passive, by whom the agent names."""
    if not (i + 2 < within[1] and view.lows[i + 1] == "av" and "VerbForm=Part" in view.tokens[i].feats):
        return None
    entry = next((e for e in lex.cues[view.lows[i]] if e.group in _ANSWERING and not e.tail), None)
    near = range(max(within[0], i - 4), i)
    passive = any(view.lows[k] in _BECOMING for k in near) and not any(view.lows[k] in NEGATIONS for k in near)
    head = next((c for c in view.children[i] if view.tokens[c].dep == "nsubj:pass" and within[0] <= c < i), None)
    if entry is None or not passive or head is None or not view.lows[head].startswith(REPORTS):
        return None
    agent, subject = phrase_from(view, i + 2, within[1]), phrase_around(view, head, (within[0], i))
    if agent is None:
        return None
    return Draft(
        (subject,), "indirect", (i, i + 1), i, entry, entry.stance, split_holders(view, agent), reason="in the passive"
    )


def stands_for_body(view: View, i: int, hit: Complement) -> bool:
    """*Selskapet klager. Det mener at*: *den, det* before a verb of saying is a body; *det står* is nobody."""
    if view.lows[i] not in ("den", "det") or hit.kind != "at-clause":
        return False
    active = i + 1 == hit.cue[0] and not view.lows[hit.cue[0]].endswith(("es", "ast"))
    return active and hit.entry.group in _BODILY and not any(form in _NOBODYS for form in hit.entry.forms)
