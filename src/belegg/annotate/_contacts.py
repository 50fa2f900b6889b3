"""Outlets that hear or find what somebody tells: *Til NTB sier X at*, *NRK har snakket med to kilder som sier at*."""

from dataclasses import replace

from belegg.annotate._attribution import Company, company, is_newsroom
from belegg.annotate._draft import Draft, Relay
from belegg.annotate._lexicon import Lexicon, word_list
from belegg.annotate._met import met_at, passes_on
from belegg.annotate._subjects import clause_start, subject_of
from belegg.annotate._view import View, Words

_CONTACTING = word_list("contacting")
_PASSING = word_list("passing_on")
_HEARING_AT = frozenset(("til", "overfor", "i"))


def with_contact(view: View, lex: Lexicon, draft: Draft, within: Words) -> Draft:
    """*NRK har snakket med to kilder som sier at*, *VG har fått innsyn i et notat der det står at*: NRK relays."""
    if len(draft.holders) != 1 or draft.relays:
        return draft
    met = met_at(view, draft.holders[0][1], within[1])
    if met is not None and passes_on(view, met):
        return replace(draft, relays=(Relay(met.outlet),))
    for k in range(min(draft.holders[0][0], draft.anchor) - 1, within[0], -1):
        passing = view.is_finite(k) and view.lows[k] in _PASSING
        if passing or (view.lows[k] in _CONTACTING and not view.is_finite(k)):
            verb = k if passing else next((v for v in range(k - 1, within[0] - 1, -1) if view.is_finite(v)), None)
            outlet = subject_of(view, lex, verb, within) if verb is not None else None
            named = outlet is not None and is_newsroom(view, lex, outlet) and any(True for _ in view.names_in(outlet))
            return replace(draft, relays=(Relay(outlet),)) if named and outlet is not None else draft
        if view.lows[k] in ("at", ";", ":"):
            return draft
    return draft


def opening_hearer(view: View, lex: Lexicon, i: int, subject: Words | None) -> Company:
    """*Til NTB sier Moe at*, *Overfor NTB bekrefter Moe at*: who hears it stands first in the clause."""
    first = clause_start(view, i, view.sentence(i))
    inverted = subject is not None and subject[0] > i
    return company(view, lex, first, i) if inverted and view.lows[first] in _HEARING_AT else Company()
