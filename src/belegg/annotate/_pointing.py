"""Sentences that point back: *Det stadfestar X*, *Dette rapporterer Y, ifølge Z*, *Kanalen viser til en kilde*."""

from dataclasses import replace

from belegg.annotate._attribution import company, cue_at, is_newsroom
from belegg.annotate._draft import Draft, Found, Relay
from belegg.annotate._lexicon import Lexicon, lexicon, word_list
from belegg.annotate._nominals import TIME_WORDS, is_own, phrase_from, split_holders
from belegg.annotate._quotes import trimmed
from belegg.annotate._subjects import subject_of
from belegg.annotate._view import View, Words
from belegg.text.grammar import FROM, NOT

_DEMONSTRATIVES = word_list("pointing")
_REFERRING_TO = word_list("referring_to")
_SHOWN_BY = FROM | {"i", "av"}
_INFORMATION = word_list("information")
_SHOWING = word_list("showing")
_REFERRING = word_list("referring")
_STEMMING = word_list("stemming")
_SPEAKERS = ("person", "government", "organisation", "expert", "document", "collective")
_BODIES = ("government", "organisation", "media", "agency", "document", "collective")


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
    denied = cue_at(view, lex, cue[0], within[1], frozenset(("quote", "that")))
    if denied is not None and denied[0].stance == "deny" and view.lows[within[0]] in ("det", "dette"):
        found.add(
            Draft(((within[0], within[0] + 1),), "indirect", cue, cue[0], denied[0], "deny", holders, relays=relays,
                  addressee=beside.addressee, reason="what the sentence before tells is denied")
        )  # fmt: skip
        return
    targets = [d for d in _targets(view, found, (before.first, before.last)) if _tells_whole(view, d, before.first)]
    if targets and view.lows[cue[0]] in _SHOWING:
        found.used_cues.update(cue)
        return
    found.used_cues.update(cue)
    if targets:
        for draft in targets:
            told_on = _told_on(view, lex, draft, cue, holders, relays)
            if not draft.holders and draft.mode == "direct":  # – P. *Det forteller X*
                told_on = replace(
                    draft, holders=holders, cue=cue, relays=relays, addressee=beside.addressee, carried=False,
                    headline=False,
                )  # fmt: skip
            found.drafts[found.drafts.index(draft)] = told_on
        return
    entry = cue_at(view, lex, cue[0], within[1], frozenset(("quote", "that")))
    fixed = entry is not None and entry[0].tail and view.lows[cue[0]] not in _SHOWING
    if fixed and not _ends(view, cue[-1] + 1, stop):
        return  # *Det viste prosesjonen til middagen*
    content = trimmed(view, (before.first, before.last))
    if content[1] - content[0] < 2 or before.first in found.quoted:
        return
    found.add(
        Draft((content,), "indirect", cue, cue[0], entry[0] if entry else None, "neutral", holders, relays=relays,
              addressee=beside.addressee, reason="the sentence after names the source")
    )  # fmt: skip


def _told_on(
    view: View, lex: Lexicon, draft: Draft, cue: tuple[int, ...], holders: tuple[Words, ...], relays: tuple[Relay, ...]
) -> Draft:
    """The statement with its teller as a relay; a person who tells what *vaktmannen* says is the same one."""
    unnamed = len(draft.holders) == len(holders) == 1 and not any(True for _ in view.names_in(draft.holders[0]))
    definite = unnamed and "Definite=Def" in view.tokens[draft.holders[0][0]].feats
    person = any(m.type == "PER" for m in view.names_in(holders[0]))
    if (
        definite
        and person
        and not any(view.lows[k] in lex.holders[kind] for k in range(*draft.holders[0]) for kind in _BODIES)
    ):
        return replace(draft, holders=holders, cue=(*draft.cue, *cue), relays=(*draft.relays, *relays))
    return replace(draft, relays=(*draft.relays, *(Relay(w) for w in holders), *relays))


def _ends(view: View, at: int, stop: int) -> bool:
    """Nothing but a time, a place or a hearer follows."""
    return at >= stop or view.lows[at] in (",", "i", "på", "overfor", "og") or view.lows[at] in TIME_WORDS


def _targets(view: View, found: Found, words: Words) -> list[Draft]:
    """The outermost statements that stand in a sentence."""
    inside = range(*words)
    mine = [d for d in found.drafts if d.anchor in inside or d.start in inside or _untold(d, words[0])]
    return [d for d in mine if not any(x is not d and x.covers(d.anchor) for x in mine)]


def _untold(draft: Draft, at: int) -> bool:
    """A quotation without attribution that has begun before ``at`` and goes on there."""
    return draft.mode == "direct" and not draft.holders and draft.start < at and draft.covers(at)


def _tells_whole(view: View, draft: Draft, first: int) -> bool:
    """Not *rederiet skal ha fått råd fra X om å vente, men nølte*: there a noun in passing has a source of its own."""
    return draft.reason != "reporting noun" or draft.start <= first + 1


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
    if any(view.lows[k] in NOT for k in range(verb, min(holder[1] + 3, stop))):
        return None
    for k in range(holder[1], min(holder[1] + 4, stop)):
        hit = cue_at(view, lex, k, stop, frozenset(("quote", "that")))
        if hit and not view.is_finite(k):
            return (verb, *hit[1]), split_holders(view, holder), stop
    return None


def _shown(view: View, verb: int, stop: int) -> tuple[tuple[int, ...], tuple[Words, ...], int] | None:
    """*Det kommer frem i en rapport fra X*, *Det går fram av dommen*."""
    for k in range(verb + 1, min(verb + 5, stop)):
        if (view.lows[k] in _SHOWN_BY and any(view.lows[m] in ("frem", "fram") for m in range(verb, k))) or (
            view.lows[verb] in ("fremgår", "framgår") and view.lows[k] == "av"
        ):
            holder = phrase_from(view, k + 1, stop)
            shows = holder is not None and any(view.lows[m] in lexicon().holders["document"] for m in range(*holder))
            return ((verb, k - 1), (holder,), stop) if holder is not None and shows else None
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
        target = _next_by_outlet(view, found, i, subject, within) or _last_by_outlet(view, found, i)
        if target is None or not _passes_on(view, lex, target, subject):
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
    while j < min(i + 4, within[1]) and view.lows[j] in _REFERRING_TO:
        j += 1
    if j == i + 1 and not view.lows[i].startswith("siter"):
        return None
    words = phrase_from(view, j, within[1])
    if words is None or any(view.lows[k] == "at" for k in range(words[1], min(words[1] + 2, within[1]))):
        return None
    if any(view.lows[k] in lex.holders["anonymous"] or view.lows[k] in lex.anonymous_words for k in range(*words)):
        return words
    nouns = any(view.lows[k] in lex.holders[kind] for k in range(*words) for kind in _SPEAKERS)
    names = any(m.type in ("PER", "ORG", "GPE") for m in view.names_in(words))
    return words if nouns or names else None


def _passes_on(view: View, lex: Lexicon, target: Draft, subject: Words) -> bool:
    """Only an outlet that tells of something has a source behind it: what a person says is that person's own."""
    if len(target.holders) != 1:
        return False
    holder = target.holders[0]
    if is_newsroom(view, lex, holder):
        return True
    names = list(view.names_in(holder))
    outlet = bool(names) and names[0].type in ("ORG", "PROD") and lex.newsroom(names[0].name) is None
    return outlet and (is_newsroom(view, lex, subject) or view.text(subject) == view.text(holder))


def _next_by_outlet(view: View, found: Found, at: int, subject: Words, within: Words) -> Draft | None:
    """*Avisen viser til kilder i partiet og skriver at P*: the statement of the same outlet later in the sentence."""
    later = [d for d in found.drafts if at < d.anchor < within[1] and d.holders == (subject,)]
    return min(later, key=lambda d: d.anchor, default=None)


def _last_by_outlet(view: View, found: Found, at: int) -> Draft | None:
    """The latest statement before, in this sentence or the one before."""
    number = view.sentence_of[at]
    near = [d for d in found.drafts if d.anchor < at and number - view.sentence_of[d.anchor] <= 1 and d.holders]
    near = [d for d in near if view.block_of[d.anchor] >= view.block_of[at] - 1]
    return max(near, key=lambda d: d.anchor, default=None)


def _information(view: View, lex: Lexicon, found: Found, number: int, within: Words) -> None:
    """*Opplysningene kommer fra tre kilder*, *Meldingen bygger på et notat*: the source of the statement before."""
    for i in range(within[0] + 1, min(within[0] + 8, within[1] - 1)):
        if view.lows[i] in _STEMMING and view.lows[i + 1] in ("fra", "frå", "på"):
            party = phrase_from(view, i + 2, within[1])
            target = _last_by_outlet(view, found, i)
            if party and target is None and number and view.sentences[number - 1].block == view.sentences[number].block:
                before = view.sentences[number - 1]
                content = trimmed(view, (before.first, before.last))
                if before.first not in found.quoted and content[1] - content[0] > 2:
                    found.add(
                        Draft((content,), "indirect", (i, i + 1), i, None, "neutral", split_holders(view, party),
                              reason="the sentence after names the source")
                    )  # fmt: skip
            if party and target:
                found.drafts[found.drafts.index(target)] = replace(
                    target, holders=split_holders(view, party), cue=(*target.cue, i, i + 1),
                    relays=(*(Relay(w) for w in target.holders), *target.relays),
                )  # fmt: skip
            return
