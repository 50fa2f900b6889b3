"""What a noun that only names an event tells of it: *etter brannen på Nes* tells where it burned."""

from collections import Counter
from collections.abc import Sequence

from belegg.core.article import CONTENT_KINDS
from belegg.core.spans import Span
from belegg.core.words import Sentence, Token
from belegg.reason._arguments import is_place, placed_among
from belegg.reason._clauses import below
from belegg.reason._story import StoryIndex, lying_within
from belegg.reason._triggers import load_event_words, noun_hits
from belegg.text.bridge import load_bridge


def settled(index: StoryIndex, articles: Sequence[str]) -> dict[str, str]:
    """Bridge key of a thing's noun to the one place that the story has it at: *kaia i Nes, rådhuset på Voss*."""
    found: dict[str, Counter[str]] = {}
    before = load_event_words().place_before
    for view in (index.view(a) for a in articles if a in index.views):
        tokens = {t.start: t for t in view.doc[Token]}
        by_index = {t.index: t for t in view.doc[Token]}
        for name in view.names:
            token = tokens.get(name[0])
            noun = by_index.get(token.head) if token is not None and token.dep == "nmod" else None
            if noun is not None and _is_thing(noun) and is_place(name, view, index, before):
                key = load_bridge().key(noun.lemma.lower())
                found.setdefault(key, Counter())[index.base(name[2])] += 1
    return {key: next(iter(places)) for key, places in found.items() if len(places) == 1}


def within(index: StoryIndex) -> frozenset[tuple[str, str]]:
    """Pairs of places of which a text tells that the first lies in the second: *Eidet i Storvik*."""
    told = (pair for view in index.views.values() for pair in lying_within(view))
    return frozenset((index.base(inner), index.base(outer)) for inner, outer in told)


def _is_thing(noun: Token) -> bool:
    persons = tuple(load_event_words().persons)
    return noun.pos == "NOUN" and noun.has("Definite=Def") and not noun.lemma.lower().endswith(persons)


def scenes(index: StoryIndex, articles: Sequence[str]) -> dict[str, Counter[str]]:
    """Deed to the places that nouns of it stand with, and how often: *besøket i Pyongyang, brannen på Nes*."""
    found: dict[str, Counter[str]] = {}
    for view in (index.view(a) for a in articles if a in index.views):
        for sentence in view.doc[Sentence]:
            named = view.names_in(Span(sentence.start, sentence.end))
            placed = any(index.entities[e].type in ("LOC", "GPE") for _, _, e in named)
            if placed and view.kind_at(sentence.start) in CONTENT_KINDS:
                tokens = view.doc[Token][sentence.first : sentence.last]
                for axis, noun in noun_hits(tokens):
                    found.setdefault(axis, Counter()).update(placed_among(below(noun, tokens), view, index))
    return found
