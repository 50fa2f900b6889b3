"""A name without its genitive: *USAs* is *USA*, *Jens* and *Sande rådhus* stay as they are."""

import re
from collections import Counter

from belegg.annotate._name_words import Draft, Words
from belegg.text.name_data import first_names, head_words, known_things
from belegg.text.spelling import without_genitive

_SHORT = 3  # letters of a word that may end in a genitive -s


def ends_in_head(surface: str) -> bool:
    """True where the last word is a head that itself ends in -s (*sykehus*, *rådhus*)."""
    tail = surface.split()[-1] if surface.split() else ""
    heads = head_words("organisation", "after") | head_words("place", "after") | head_words("organisation", "firm")
    return " " in surface and tail in heads


def name_of(words: Words, draft: Draft, surfaces: Counter[str]) -> str:
    """The surface without a genitive -s, where the -s is one.

    It is one if an apostrophe or a capital before it says so, if the shorter form stands elsewhere in the article or in
    the language data, or if the tagger takes the word for a genitive and the whole form stands nowhere else.
    """
    surface = words.surface(draft)
    stem = without_genitive(surface)
    if stem == surface or surface in known_things() or ends_in_head(surface):
        return surface
    if not surface.endswith("s"):
        return stem
    last = words.tokens[draft.last - 1]
    tail = surface.split()[-1]
    if stem in known_things() or surfaces[stem] or re.search(r"[A-ZÆØÅ0-9]{2}s$|['’`´]s$", surface):
        return stem
    if len(tail) < _SHORT:
        return surface  # "Vigdis Ås"
    short = stem.split()[-1]
    if any(s.split()[-1] == short for s in surfaces if s != surface):
        return stem
    if tail.casefold() in first_names() and draft.last - draft.first == 1 and short.casefold() not in first_names():
        return surface
    return stem if last.has("Case=Gen") or _owns(words, draft) else surface


def _owns(words: Words, draft: Draft) -> bool:
    """True where a noun that the name depends on follows at once: *Kim Jong-uns besøk*."""
    if draft.last >= len(words.tokens) or draft.last - draft.first < 2:
        return False
    following = words.tokens[draft.last]
    return following.pos in ("NOUN", "ADJ") and words.joined(draft.last) and following.text.islower()
