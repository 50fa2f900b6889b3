"""Where a clause says that it happens: the first place name after a preposition of place, or what *here* points at."""

from collections.abc import Sequence

from belegg.core.spans import Span
from belegg.core.words import Token
from belegg.reason._cues import load_cues
from belegg.reason._story import StoryIndex, View
from belegg.text.grammar import PLACE_PREPOSITIONS
from belegg.text.name_data import known_things

Name = tuple[int, int, str]

#: No *mellom*, which tells a stretch (*mellom Vik og Nes*), and no directions.
PLACING = PLACE_PREPOSITIONS - {"til", "fra", "frå", "mot", "mellom"} | {"inne", "hos", "over"}
WIDE = frozenset(("country", "continent", "sea", "region"))  # too wide to be where two reports differ
HERE = frozenset(("her", "der"))
FARTHEST = 300  # code points back to what *here* points at
REACH = 4  # words between a preposition and the name (*på det russiske romsenteret X*)


def place_told(tokens: Sequence[Token], named: Sequence[Name], view: View, index: StoryIndex) -> str | None:
    """The entity of the place that the clause gives, countries apart; None where it gives none."""
    for start, _, entity in named:
        if is_spot(entity, index) and _is_placed(start, tokens) and not _places_a_body(start, tokens, named, index):
            return index.base(entity)
    if any(t.text.lower() in HERE and t.pos == "ADV" for t in tokens):
        before = view.names_in(Span(max(0, tokens[0].start - FARTHEST), tokens[0].start))
        return next((index.base(e) for _, _, e in reversed(before) if is_spot(e, index)), None)
    return None


def is_spot(entity: str, index: StoryIndex) -> bool:
    """True for a place that is no country."""
    known = index.entities[index.base(entity)]
    listed = known_things().get(known.name)
    return known.type in ("LOC", "GPE") and (listed is None or listed.kind not in WIDE)


def _places_a_body(start: int, tokens: Sequence[Token], named: Sequence[Name], index: StoryIndex) -> bool:
    """True for *regjeringen i Nordvik*, *Fjordfisk i Nordvik*: where somebody belongs, and not where it happens."""
    position = next((n for n, t in enumerate(tokens) if t.start >= start), 0)
    if position < 2 or tokens[position - 1].pos != "ADP":
        return False
    before = tokens[position - 2]
    people = (index.entities[e].type in ("ORG", "PER") for s, end, e in named if s <= before.start < end)
    return before.text.lower() in load_cues().bodies or any(people)


def _is_placed(start: int, tokens: Sequence[Token]) -> bool:
    position = next((n for n, t in enumerate(tokens) if t.start >= start), 0)
    for token in reversed(tokens[max(0, position - REACH - 1) : position]):
        if token.pos == "ADP":
            return token.text.lower() in PLACING
        if token.pos in ("VERB", "AUX", "PRON", "CCONJ"):
            return False
    return False
