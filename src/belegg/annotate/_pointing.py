"""Sentences that point back: *Det stadfestar X*, *Dette rapporterer Y, ifølge Z*, *Kanalen viser til en kilde*."""

from dataclasses import replace

from belegg.annotate._attribution import company, cue_at, preposition_at
from belegg.annotate._draft import Draft, Found, Relay
from belegg.annotate._lexicon import Lexicon, word_list
from belegg.annotate._nominals import is_own, phrase_from, split_holders
from belegg.annotate._quotes import trimmed
from belegg.annotate._subjects import subject_of
from belegg.annotate._view import View, Words

_DEMONSTRATIVES = frozenset(("det", "dette", "slik", "sånn", "dét"))
_INFORMATION = word_list("information")
_SHOWING = word_list("showing")
_REFERRING = word_list("referring")


def mark_back_pointing(view: View, lex: Lexicon, found: Found) -> None:
    """Notes the sentences that open with *det, dette* and a teller, before *ifølge* in them is read as a source."""
    for number, sentence in enumerate(view.sentences):
        within = (sentence.first, sentence.last)
        opens = number and view.lows[within[0]] in _DEMONSTRATIVES and within[0] not in found.quoted
        if opens and _teller(view, lex, within) is not None:
            found.pointing.add(number)


def find_back_pointing(view: View, lex: Lexicon, found: Found) -> None:
    """Adds statements whose content is the sentence before, and relays and sources named in the sentence after."""
    for number, sentence in enumerate(view.sentences):
        within = (sentence.first, sentence.last)
        if within[0] in found.quoted:
            continue
        if view.lows[within[0]] in _DEMONSTRATIVES:
            _demonstrative(view, lex, found, number, within)
        _referring(view, lex, found, within)
        if view.lows[within[0]] in _INFORMATION:
            _information(view, lex, found, number, within)


def _demonstrative(view: View, lex: Lexicon, found: Found, number: int, within: Words) -> None:
    """*Det sier X*: X is the source of the sentence before, or a relay where that has one."""
    told = _teller(view, lex, within)
    if told is None or told[0][0] in found.used_cues or number == 0:
        return
    cue, holders, stop = told
    before = view.sentences[number - 1]
    if before.block != view.sentences[number].block and view.sentence_of[within[0]] == 0:
        return
    beside = company(view, lex, max(w[1] for w in holders), stop)
    relays = beside.relays
    targets = _targets(view, found, (before.first, before.last))
    if targets and view.lows[cue[0]] in _SHOWING:
        found.used_cues.update(cue)
        return
    found.used_cues.update(cue)
    if targets:
        for draft in targets:
            links = tuple(Relay(w) for w in holders)
            found.drafts[found.drafts.index(draft)] = replace(draft, relays=(*draft.relays, *links, *relays))
        return
    entry = cue_at(view, lex, cue[0], within[1], frozenset(("quote", "that")))
    content = trimmed(view, (before.first, before.last))
    if content[1] - content[0] < 2 or before.first in found.quoted:
        return
    found.add(
        Draft((content,), "indirect", cue, cue[0], entry[0] if entry else None, "neutral", holders, relays=relays,
              addressee=beside.addressee, reason="the sentence after names the source")
    )  # fmt: skip


def _targets(view: View, found: Found, words: Words) -> list[Draft]:
    """The outermost statements that stand in a sentence."""
    mine = [d for d in found.drafts if words[0] <= d.anchor < words[1] or words[0] <= d.start < words[1]]
    return [d for d in mine if not any(x is not d and x.covers(d.anchor) for x in mine)]


def _teller(view: View, lex: Lexicon, within: Words) -> tuple[tuple[int, ...], tuple[Words, ...], int] | None:
    """The cue and the source of a sentence that opens with *det, dette*: the verb comes second, its subject third."""
    verb = within[0] + 1
    if verb >= within[1]:
        return None
    stop = within[1]
    while stop > verb and view.lows[stop - 1] in (".", "!", "?", ":"):
        stop -= 1
    if view.lows[verb] in _SHOWING:
        return _shown(view, verb, stop)
    hit = cue_at(view, lex, verb, stop, frozenset(("quote", "that")))
    if hit is not None and "quote" not in hit[0].takes and not hit[0].documents_only:
        return None
    if hit is None or (not view.is_finite(verb) and view.tokens[verb].pos == "VERB"):
        auxiliary = view.lows[verb] in ("har", "hadde") and _perfect(view, lex, verb, stop)
        return auxiliary or None
    holder = phrase_from(view, verb + 1, stop)
    if (
        holder is None
        or is_own(view, lex, holder)
        or any(view.lows[k] in ("at", "om") for k in range(holder[1], min(holder[1] + 2, stop)))
    ):
        return None
    if hit[0].documents_only and not any(view.lows[k] in lex.holders["document"] for k in range(*holder)):
        return None
    return hit[1], split_holders(view, holder), stop


def _perfect(view: View, lex: Lexicon, verb: int, stop: int) -> tuple[tuple[int, ...], tuple[Words, ...], int] | None:
    """*Det har X tidligere opplyst.*"""
    holder = phrase_from(view, verb + 1, stop)
    if holder is None or is_own(view, lex, holder):
        return None
    if any(view.lows[k] in ("ikke", "ikkje") for k in range(verb, min(holder[1] + 3, stop))):
        return None
    for k in range(holder[1], min(holder[1] + 4, stop)):
        hit = cue_at(view, lex, k, stop, frozenset(("quote", "that")))
        if hit and not view.is_finite(k):
            return (verb, *hit[1]), split_holders(view, holder), stop
    return None


def _shown(view: View, verb: int, stop: int) -> tuple[tuple[int, ...], tuple[Words, ...], int] | None:
    """*Det kommer frem i en rapport fra X*, *Det går fram av dommen*."""
    for k in range(verb + 1, min(verb + 5, stop)):
        if (
            view.lows[k] in ("i", "av", "fra", "frå") and any(view.lows[m] in ("frem", "fram") for m in range(verb, k))
        ) or (view.lows[verb] in ("fremgår", "framgår") and view.lows[k] == "av"):
            holder = phrase_from(view, k + 1, stop)
            return ((verb, k - 1), (holder,), stop) if holder else None
    return None


def _referring(view: View, lex: Lexicon, found: Found, within: Words) -> None:
    """*… og viste til tre kilder*, *Byrået siterer en tjenestemann*: the one named is the source, the outlet relays."""
    for i in range(*within):
        if view.lows[i] not in _REFERRING or i in found.used_cues or not view.is_finite(i):
            continue
        party = _referred(view, lex, i, within)
        subject = subject_of(view, lex, i, within)
        if party is None or subject is None:
            continue
        found.pointers.append((view.sentence_of[i], subject))
        target = _last_by_outlet(view, found, i)
        if target is None:
            continue
        found.drafts[found.drafts.index(target)] = replace(
            target, holders=split_holders(view, party), relays=(*(Relay(w) for w in target.holders), *target.relays),
            cue=(*target.cue, i, i + 1) if view.lows[i + 1] == "til" else (*target.cue, i),
            reason=target.reason + ", source named after it",
        )  # fmt: skip
        found.used_cues.add(i)


def _referred(view: View, lex: Lexicon, i: int, within: Words) -> Words | None:
    """The unnamed or named source after *viser til, siterer*; a mere thing is none."""
    j = i + 1
    while j < min(i + 4, within[1]) and view.lows[j] in (
        "til",
        "på",
        "seg",
        "opplysninger",
        "opplysningar",
        "fra",
        "frå",
    ):
        j += 1
    if j == i + 1 and not view.lows[i].startswith("siter"):
        return None
    words = phrase_from(view, j, within[1])
    if words is None or any(view.lows[k] == "at" for k in range(words[1], min(words[1] + 2, within[1]))):
        return None
    sources = any(
        view.lows[k] in lex.holders["anonymous"] or view.lows[k] in lex.anonymous_words for k in range(*words)
    )
    speakers = any(
        view.lows[k] in lex.holders["person"] or view.lows[k] in lex.holders["government"] for k in range(*words)
    )
    return words if sources or (speakers and view.lows[i].startswith("siter")) else None


def _last_by_outlet(view: View, found: Found, at: int) -> Draft | None:
    """The latest statement before, in this sentence or the one before."""
    number = view.sentence_of[at]
    near = [d for d in found.drafts if d.anchor < at and number - view.sentence_of[d.anchor] <= 1 and d.holders]
    near = [d for d in near if view.block_of[d.anchor] >= view.block_of[at] - 1]
    return max(near, key=lambda d: d.anchor, default=None)


def _information(view: View, lex: Lexicon, found: Found, number: int, within: Words) -> None:
    """*Opplysningene kommer fra tre kilder*: the source of the statement before."""
    for i in range(within[0] + 1, min(within[0] + 6, within[1] - 1)):
        if view.lows[i] in ("kommer", "kjem", "kom", "stammer", "stammar") and view.lows[i + 1] in ("fra", "frå"):
            party = phrase_from(view, i + 2, within[1])
            target = _last_by_outlet(view, found, i)
            if party and target:
                found.drafts[found.drafts.index(target)] = replace(
                    target, holders=split_holders(view, party), cue=(*target.cue, i, i + 1),
                    relays=(*(Relay(w) for w in target.holders), *target.relays),
                )  # fmt: skip
            return


__all__ = ["find_back_pointing", "preposition_at"]
