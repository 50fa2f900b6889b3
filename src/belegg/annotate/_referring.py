"""Outlets that name their source in passing: *melder NTB med henvisning til to kilder*, *under henvisning til X*."""

from dataclasses import replace

from belegg.annotate._attribution import is_newsroom
from belegg.annotate._draft import Draft, Found, Relay
from belegg.annotate._lexicon import Lexicon, word_list
from belegg.annotate._nominals import phrase_from, split_holders
from belegg.annotate._view import View, Words

_REFERENCES = word_list("references")


def refer(view: View, lex: Lexicon, found: Found) -> None:
    """Makes the source that an outlet refers to the holder, and the outlet its relay."""
    spots = [
        i for i, low in enumerate(view.lows) if low in _REFERENCES and i > 0 and view.lows[i - 1] in ("med", "under")
    ]
    for i in spots:
        within = view.sentence(i)
        source = phrase_from(view, i + 2, within[1]) if view.lows[i + 1 : i + 2] == ("til",) else None
        if source is None:
            continue
        for number, draft in enumerate(found.drafts):
            if within[0] <= draft.anchor < within[1] and _refers(view, lex, draft, i):
                found.drafts[number] = _told_on(view, draft, source)


def _refers(view: View, lex: Lexicon, draft: Draft, i: int) -> bool:
    """The outlet alone tells it, and the reference is no part of what it tells."""
    outlet = len(draft.holders) == 1 and is_newsroom(view, lex, draft.holders[0])
    return outlet and not draft.covers(i) and not draft.relays and draft.holders[0][0] < i


def _told_on(view: View, draft: Draft, source: Words) -> Draft:
    return replace(draft, holders=split_holders(view, source), relays=(Relay(draft.holders[0]),))
