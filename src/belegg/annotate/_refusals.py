"""Refusals to speak: *vil hverken bekrefte eller avkrefte*, *har ingen kommentar til*, *ikke bekreftet av*."""

from belegg.annotate._borders import content_end
from belegg.annotate._draft import Draft, Found
from belegg.annotate._lexicon import Lexicon, word_list
from belegg.annotate._nominals import is_own, phrase_from, split_holders
from belegg.annotate._quotes import trimmed
from belegg.annotate._subjects import subject_of
from belegg.annotate._view import View, Words
from belegg.text.grammar import HAVE, NEGATIONS, NEITHER, NOBODY, WEEKDAYS

_CIRCUMSTANCES = word_list("circumstances")
_QUESTIONED = word_list("questioned")
_NEGATIVE_SUBJECTS = NOBODY | NEITHER
_FILLERS = word_list("fillers") | WEEKDAYS
_CONFIRMED = word_list("confirmed")


def find_refusals(view: View, lex: Lexicon, found: Found) -> None:
    """Adds every refusal outside quotations, and marks its verbs as used."""
    for sentence in view.sentences:
        within = (sentence.first, sentence.last)
        for i in range(*within):
            if i in found.quoted or i in found.used_cues:
                continue
            hit = _phrase(view, lex, i, within) or _modal(view, lex, i, within) or _unconfirmed(view, i, within)
            if hit is not None and not _of_a_noun(view, lex, hit):
                _take(view, lex, found, i, hit, within)


def _of_a_noun(view: View, lex: Lexicon, cue: tuple[int, ...]) -> bool:
    """*det oppga ikke navngitte kilder*: the negation belongs to a participle before a noun."""
    last = cue[-1]
    return (
        view.lows[last] in lex.refuse_negations
        and last + 1 < len(view.tokens)
        and view.tokens[last + 1].dep in ("amod", "acl")
        and view.tokens[last + 1].head > last + 1
    )


def _phrase(view: View, lex: Lexicon, i: int, within: Words) -> tuple[int, ...] | None:
    """A fixed phrase, or one that opens a refusal and a verb of speaking: *nekter å kommentere*."""
    for phrase in lex.refuse_phrases.starting(view.lows[i]):
        found = _spread(view, i, phrase, within[1])
        if found is not None:
            return found
    for opener in lex.refuse_openers.starting(view.lows[i]):
        found = _spread(view, i, opener, within[1])
        verb = lex.refuse_opened.at(view.lows, found[-1] + 1, within[1]) if found else None
        if found is not None and verb is not None:
            return (*found, *range(found[-1] + 1, found[-1] + 1 + len(verb)))
    return None


def _spread(view: View, i: int, phrase: tuple[str, ...], limit: int) -> tuple[int, ...] | None:
    """A phrase that begins at ``i``; between its first word and the others its subject may stand."""
    if len(phrase) > 1 and phrase[1] not in view.lows[i + 1 : min(i + 7, limit)]:
        return None
    if view.matches(i, phrase, limit):
        return tuple(range(i, i + len(phrase)))
    for j in range(i + 2, min(i + 7, limit)):
        if len(phrase) > 2 and view.matches(j, phrase[1:], limit):
            return (i, *range(j, j + len(phrase) - 1))
    return None


def _modal(view: View, lex: Lexicon, i: int, within: Words) -> tuple[int, ...] | None:
    """A modal, a negation and a verb of speaking, in this order, with the subject or adverbs between."""
    if view.lows[i] not in lex.refuse_modals or (not view.is_finite(i) and view.tokens[i].pos not in ("AUX", "VERB")):
        return None
    negation = next((j for j in range(i + 1, min(i + 9, within[1])) if view.lows[j] in lex.refuse_negations), None)
    if negation is None:
        negation = _negative_subject(view, i, within)
        if negation is None:
            return None
    if any(view.lows[k] in (",", "at", "som") for k in range(i + 1, max(negation, i + 1))):
        return None
    for j in range(max(negation, i) + 1, min(max(negation, i) + 6, within[1])):
        if view.lows[j] == "å" and view.lows[i] in HAVE and view.lows[negation] in NOBODY:
            return None  # *har ingen rett til å uttale seg*
        if view.tokens[j].pos in ("DET", "PRON"):
            continue  # *vil ikkje gje si røyst*
        for phrase in lex.refuse_verbs:
            if _verb_matches(view, j, phrase, within[1]):
                return tuple(sorted({i, *([negation] if negation > i else []), *range(j, j + len(phrase))}))
        if view.is_finite(j) or view.lows[j] in (",", "at"):
            return None
    return None


def _negative_subject(view: View, i: int, within: Words) -> int | None:
    """*Ingen av partene vil bekrefte planene*."""
    return next((j for j in range(max(within[0], i - 5), i) if view.lows[j] in _NEGATIVE_SUBJECTS), None)


def _verb_matches(view: View, j: int, phrase: tuple[str, ...], limit: int) -> bool:
    if view.matches(j, phrase, limit):
        return True
    verb = _PARTICIPLES.get(phrase[0])
    return verb is not None and view.lows[j] in verb and view.matches(j + 1, phrase[1:], limit)


_PARTICIPLES = {
    "bekrefte": ("bekreftet", "bekrefta"), "stadfeste": ("stadfesta",), "kommentere": ("kommentert",),
    "avkrefte": ("avkreftet", "avkrefta"),
}  # fmt: skip


def _unconfirmed(view: View, i: int, within: Words) -> tuple[int, ...] | None:
    """*er verken bekreftet av Pyongyang eller Moskva*: the agents decline."""
    if view.lows[i] not in _CONFIRMED or i + 1 >= within[1] or view.lows[i + 1] != "av":
        return None
    if not any(view.lows[k] in NEGATIONS for k in range(max(within[0], i - 4), i)):
        return None
    return (i, i + 1)


def _take(view: View, lex: Lexicon, found: Found, i: int, cue: tuple[int, ...], within: Words) -> None:
    passive = view.lows[cue[-1]] == "av"
    after = cue[-1] + 1
    if passive:
        holder = phrase_from(view, after, within[1])
        content = _passive_subject(view, i, within)
    else:
        holder = subject_of(view, lex, i, within)
        content = _object(view, lex, i, after, within)
        if holder is not None and view.lows[holder[0]] in ("det", "dette"):
            holder, content = phrase_from(view, i + 1, within[1]), holder
    if content is None or (holder is None and view.block(i).kind not in ("title", "heading")):
        return
    if holder is not None and (is_own(view, lex, holder) or view.lows[holder[0]] in ("det", "dette")):
        return
    if any(view.lows[k] in lex.unsaid for k in range(*content)):
        return
    found.add(
        Draft((content,), "indirect", cue, i, None, "decline", split_holders(view, holder) if holder else (),
              headline=holder is None, reason="refusal")
    )  # fmt: skip


def _object(view: View, lex: Lexicon, i: int, after: int, within: Words) -> Words | None:
    """What is not commented on; where the refusal names nothing, its own verb phrase stands for it."""
    start = after
    while start < within[1] and view.tokens[start].pos == "ADV" and view.lows[start] in _FILLERS:
        start += 1
    if start < within[1] and view.lows[start] in ("overfor", "til"):
        hearer = phrase_from(view, start + 1, within[1])
        start = hearer[1] if hearer is not None else start  # *vil ikke bekrefte overfor NTB at*
    asked = start < within[1] and view.lows[start] == "når" and start == after  # "vil ikke si når det skjer"
    if start >= within[1] or (view.lows[start] in _CIRCUMSTANCES and not asked):
        # Who just will not speak says nothing of anything, but for what he has been asked about.
        return _verb_phrase(view, lex, i, after, within) if _asked_about(view, start, within) else None
    if view.lows[after - 1] == "på" and view.lows[start] in ("spørsmål", "spørsmåla"):
        return _verb_phrase(view, lex, i, after, within)
    if start < within[1] and view.lows[start] in ("om", "at") and view.tokens[start].pos == "SCONJ":
        start += 1
    end = content_end(view, lex, i, start, within) if start < within[1] else start
    if not any(view.is_finite(k) for k in range(start, min(start + 3, end))) and view.lows[start] not in lex.questions:
        end = next((k for k in range(start + 1, end) if view.lows[k] in _CIRCUMSTANCES - {"og"}), end)
    words = trimmed(view, (start, end))
    return words if words[1] > words[0] else None


def _asked_about(view: View, start: int, within: Words) -> bool:
    """*da han fikk spørsmål om dette*, *på spørsmål om salget*, *da ho vart spurd om saka*."""
    told = range(start, within[1] - 1)
    return any(view.lows[k] in _QUESTIONED and "om" in view.lows[k + 1 : k + 3] for k in told)


def _verb_phrase(view: View, lex: Lexicon, i: int, after: int, within: Words) -> Words | None:
    """*ønsket ikke å svare på spørsmål*, *ville ikke gå i detalj da …*: what is refused is the speaking itself."""
    first = next((k for k in range(i + 1, after) if "VerbForm=Inf" in view.tokens[k].feats), None)
    if first is None:
        return None
    first -= view.lows[first - 1] == "å"
    end = after
    while end < within[1] and view.lows[end] not in _CIRCUMSTANCES and view.lows[end] not in ("!", "og"):
        end += 1
    return first, end


def _passive_subject(view: View, i: int, within: Words) -> Words | None:
    end = i
    while end > within[0] and not view.is_finite(end - 1):
        end -= 1
    words = trimmed(view, (within[0], end - 1)) if end - 1 > within[0] else None
    return words if words and words[1] > words[0] else None
