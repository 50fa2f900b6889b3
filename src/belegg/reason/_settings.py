"""What a noun that only names an event tells of it: *etter brannen på Nes* tells where it burned."""

from collections import Counter
from collections.abc import Sequence

from belegg.core.article import CONTENT_KINDS
from belegg.core.spans import Span
from belegg.core.words import Sentence, Token
from belegg.reason._arguments import placed_among
from belegg.reason._clauses import below
from belegg.reason._story import StoryIndex
from belegg.reason._triggers import load_event_words, noun_hits


def scenes(index: StoryIndex, articles: Sequence[str]) -> Counter[str]:
    """The places that nouns of accidents, attacks and disasters stand with, and how often."""
    found: Counter[str] = Counter()
    for view in (index.view(a) for a in articles if a in index.views):
        for sentence in view.doc[Sentence]:
            named = view.names_in(Span(sentence.start, sentence.end))
            placed = any(index.entities[e].type in ("LOC", "GPE") for _, _, e in named)
            if placed and view.kind_at(sentence.start) in CONTENT_KINDS:
                tokens = view.doc[Token][sentence.first : sentence.last]
                for axis, noun in noun_hits(tokens):
                    if axis in load_event_words().physical:
                        found.update(placed_among(below(noun, tokens), view, index))
    return found
