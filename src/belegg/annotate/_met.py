"""Sources and papers named by the outlet that met them: *to kilder (som) NRK har snakket med*, *et notat VG har*."""

from dataclasses import dataclass

from belegg.annotate._lexicon import lexicon, word_list
from belegg.annotate._nominals import phrase_from
from belegg.annotate._view import View, Words
from belegg.text.grammar import GET, HAVE
from belegg.text.self_mentions import is_told_as_source

_HAVING = HAVE | GET
_HOLDING = frozenset((("sitter", "på"), ("sit", "på"), ("kjenner", "til"), ("har", "sikret"), ("har", "sikra")))
_MEETING = word_list("meeting")
_STOPS = frozenset((",", ".", ":", ";", "!", "?"))
_REACH = 12
_OWN = frozenset(("vi", "me"))


@dataclass(frozen=True, slots=True)
class Met:
    """The clause: where it begins and ends, and the outlet that is its subject."""

    words: Words
    outlet: Words


def met_at(view: View, at: int, limit: int) -> Met | None:
    """The clause that begins at ``at`` (its *som* included); None where none does."""
    first = at + (view.lows[at : at + 1] == (",",))
    first += view.lows[first : first + 1] == ("som",)
    outlet = _outlet(view, first, limit)
    if outlet is None or outlet[1] + 1 >= limit:
        return None
    verb = outlet[1]
    known = view.lows[verb : verb + 2] in _HOLDING
    done = (k for k in range(verb + 1, min(verb + 4, limit)) if view.lows[k] in _MEETING)
    if not known and (view.lows[verb] not in _HAVING or next(done, None) is None):
        return None
    end = next((k for k in range(verb + 2, limit) if view.lows[k] in _STOPS or view.is_finite(k)), limit)
    return Met((at, end), outlet)


def passes_on(view: View, met: Met) -> bool:
    """True where the outlet of the clause is another than the article's: listed, or read elsewhere in the article."""
    name = view.text(met.outlet)
    return lexicon().newsroom(name) is not None or is_told_as_source(name, view.doc.text)


def _outlet(view: View, first: int, limit: int) -> Words | None:
    """A name, with or without a mention, or a word such as *avisen*."""
    if first >= limit:
        return None
    if view.lows[first] in lexicon().holders["media"] or view.lows[first] in _OWN:
        return first, first + 1
    end = first
    while end < limit and (view.mention_of[end] >= 0 or view.tokens[end].text[:1].isupper()):
        end += 1
        joint = view.lows[end : end + 1] in (("og",), ("&",), ("i",))
        inside = view.mention_of[end - 1] >= 0 and view.mention_of[end : end + 1] == view.mention_of[end - 1 : end]
        if joint and not inside and end + 2 < limit and view.lows[end + 2] in _HAVING:
            end += 2  # *Hav og land har sett*
    return (first, end) if end > first else None


def met_source(view: View, first: int, limit: int) -> tuple[Words, Met] | None:
    """The noun phrase at ``first`` and the clause of contact that follows it, where one does."""
    near = range(first + 1, min(first + _REACH, limit))
    if not any(view.lows[k] in _HAVING or view.lows[k : k + 2] in _HOLDING for k in near):
        return None
    words = phrase_from(view, first, limit)
    if words is None:
        return None
    for k in range(words[0] + 1, words[1] + 1):
        if view.tokens[k - 1].pos not in ("NOUN", "ADJ", "NUM", "PROPN"):
            continue
        met = met_at(view, k, limit)
        person = met is not None and any(m.type == "PER" and m.span == view.span(met.outlet) for m in view.mentions)
        if met is not None and not person and view.mention_of[k - 1] < 0:
            return (words[0], k), met
    return None


def without_met(view: View, words: Words) -> Words:
    """*utskrifter Kystposten (har fått)*: the noun phrase without the outlet whose clause begins in it."""
    limit = view.sentence(words[0])[1]
    if view.lows[words[1] : words[1] + 1] == () or view.lows[words[1]] not in _HAVING | {
        first for first, _ in _HOLDING
    }:
        return words
    found = met_source(view, words[0], limit)
    return found[0] if found is not None and found[0][1] < words[1] else words
