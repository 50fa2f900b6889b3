"""From the recogniser's names to the article's: the rules in their order."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from belegg.core.words import Sentence, Token
from belegg.models.consistency import TypedRun
from belegg.models.full_names import full_names
from belegg.models.heads import headed_types, with_heads, with_their_places
from belegg.models.listed import listed_names, listed_types, outlet_types
from belegg.models.openings import Vocabulary, without_ordinary_words
from belegg.models.quoting import whole_titles
from belegg.models.surroundings import announced_types, missed_names
from belegg.models.words import Words

Settle = Callable[[Sequence[TypedRun], Sequence[str]], list[TypedRun]]


def mended_names(
    runs: Sequence[TypedRun], tokens: Sequence[Token], sentences: Sequence[Sentence], known: Vocabulary, settle: Settle
) -> list[TypedRun]:
    """The names of an article in reading order, none overlapping another; ``settle`` makes the mentions of one agree.

    First what is no name goes, then the mentions agree, then lists, the names' own words and those before them are
    heard, the nearest last; titles in quotation marks outdo what is in them.
    """
    words = Words(tokens, sentences)
    found = without_ordinary_words(full_names(runs, tokens, sentences), words, known)
    found = settle(found, [token.text for token in tokens])
    found = with_their_places(listed_names(found, words), words)
    found = outlet_types(listed_types(found, words), words)
    found = announced_types(with_heads(found, words), words)
    found = missed_names(headed_types(found, words), words)
    return whole_titles(found, tokens, sentences)
