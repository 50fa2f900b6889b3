"""A story's documents, looked up by place: the words, names and times within a span."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from belegg.core.annotation import Role, Time
from belegg.core.article import Article, BlockKind
from belegg.core.comparison import Entity
from belegg.core.document import Document
from belegg.core.spans import Place, Span
from belegg.core.words import Sentence, Token
from belegg.text.bridge import load_bridge

#: What stands between two places of which one lies in or at the other: *Eidet i Storvik, Myra (Storvik)*.
WITHIN = re.compile(
    r",?\s*(?:\(|(?:\w+\s){0,2}(?:i|på|ved|nær|utenfor|utanfor|(?:nord|sør|aust|øst|vest) for)\s)(?:\w+\s){0,2}"
)
VERBS = frozenset(("VERB", "AUX"))
LONGEST_NAME = 80  # code points
SHORTEST_NOUN = 4  # letters
SHORTEST_PART = 4  # letters of a key that a compound is taken apart for
ENDINGS = re.compile(r"(?:ene|ane|en|et|a|e|n)$")
JOINTS = ("", "s", "e", "-")  # what may join a compound's parts


def stem(noun: str) -> str:
    """A noun without the ending that makes it definite."""
    return ENDINGS.sub("", noun.lower())


@dataclass(frozen=True)
class View:
    """One document's layers, sorted by place."""

    doc: Document
    names: tuple[tuple[int, int, str], ...]

    @property
    def article(self) -> Article:
        """The article seen."""
        return self.doc.article

    @cached_property
    def words(self) -> tuple[Token, ...]:
        """All tokens."""
        return self.doc[Token]

    @cached_property
    def starts(self) -> list[int]:
        """Where each token begins."""
        return [t.start for t in self.words]

    @cached_property
    def name_starts(self) -> list[int]:
        """Where each name begins."""
        return [n[0] for n in self.names]

    @cached_property
    def times(self) -> tuple[Time, ...]:
        """The time expressions by place."""
        return tuple(sorted(self.doc[Time], key=lambda t: t.start))

    @cached_property
    def time_starts(self) -> list[int]:
        """Where each time expression begins."""
        return [t.start for t in self.times]

    @cached_property
    def sentence_starts(self) -> list[int]:
        """Where each sentence begins."""
        return [s.start for s in self.doc[Sentence]]

    @cached_property
    def block_starts(self) -> list[int]:
        """Where each block begins."""
        return [b.start for b in self.article.blocks]

    def tokens(self, span: Span) -> tuple[Token, ...]:
        """The tokens that begin within the span."""
        starts = self.starts
        return self.words[bisect_left(starts, span.start) : bisect_left(starts, span.end)]

    def names_in(self, span: Span) -> tuple[tuple[int, int, str], ...]:
        """(start, end, entity id) of the names that begin within the span."""
        return self.names[bisect_left(self.name_starts, span.start) : bisect_left(self.name_starts, span.end)]

    def times_in(self, span: Span) -> tuple[Time, ...]:
        """The time expressions that begin within the span."""
        return self.times[bisect_left(self.time_starts, span.start) : bisect_left(self.time_starts, span.end)]

    def sentence_of(self, start: int) -> Sentence | None:
        """The sentence that a place stands in, or the nearest before it."""
        number = bisect_left(self.sentence_starts, start + 1) - 1
        return self.doc[Sentence][number] if number >= 0 else None

    def block_at(self, start: int) -> int:
        """The number of the block that a place stands in."""
        return max(0, bisect_left(self.block_starts, start + 1) - 1)

    def kind_at(self, start: int) -> BlockKind:
        """The kind of the block that a place stands in; running text where there are no blocks."""
        blocks = self.article.blocks
        return blocks[self.block_at(start)].kind if blocks else "paragraph"

    def entities_at(self, span: Span) -> tuple[str, ...]:
        """The entities of the names that overlap a span, the one that shares most with it first."""
        near = self.names_in(Span(max(0, span.start - LONGEST_NAME), span.end))
        shared = [(min(e, span.end) - max(s, span.start), s, i) for s, e, i in near if e > span.start]
        return tuple(i for _, _, i in sorted(shared, key=lambda x: (-x[0], x[1])))

    def entity_at(self, span: Span | None) -> str | None:
        """The entity of the name that shares most with a span."""
        return next(iter(self.entities_at(span)), None) if span is not None else None


@dataclass(frozen=True)
class StoryIndex:
    """All that the steps of this layer look up, made once per story."""

    views: Mapping[str, View]
    entities: Mapping[str, Entity]

    @cached_property
    def outlets(self) -> frozenset[str]:
        """Names of the outlets and agencies of the story's articles, in lower case."""
        articles = [v.article for v in self.views.values()]
        return frozenset(n.lower() for a in articles for n in (a.outlet, *a.credits) if n)

    @cached_property
    def held_within(self) -> frozenset[frozenset[str]]:
        """Pairs of places of which a text tells that one lies in or at the other."""
        return frozenset(frozenset(pair) for view in self.views.values() for pair in lying_within(view))

    @cached_property
    def nouns(self) -> frozenset[str]:
        """Bridge keys of the story's nouns: what its compounds are made of."""
        bridge = load_bridge()
        words = {t.lemma.lower() for v in self.views.values() for t in v.doc[Token] if t.pos == "NOUN"}
        return frozenset(k for k in map(bridge.key, words) if len(k) >= SHORTEST_PART)

    @cached_property
    def epithets(self) -> Mapping[str, str]:
        """Bridge key of a noun to the one entity of the story that it stands for.

        The title of one person only (*the caretaker*), and the last word of one body's or place's name (*the court*).
        """
        found: dict[str, set[str]] = {}
        for view in self.views.values():
            for role in view.doc[Role]:
                entity = view.entity_at(role.mention)
                nouns = [t for t in view.tokens(role.span) if t.pos == "NOUN"]
                if entity and nouns:
                    found.setdefault(load_bridge().key(nouns[-1].lemma.lower()), set()).add(entity)
        for known in self.entities.values():
            words = known.name.split()
            if known.type in ("ORG", "LOC", "GPE") and len(words) > 1 and words[-1].islower():
                found.setdefault(load_bridge().key(words[-1]), set()).add(known.id)
        told = {e for view in self.views.values() for _, _, e in view.names}
        return {key: next(iter(ids)) for key, ids in found.items() if len(ids) == 1 and ids <= told}

    @cached_property
    def _parts(self) -> dict[str, tuple[str, ...]]:
        """Compounds taken apart so far."""
        return {}

    def parts(self, key: str) -> tuple[str, ...]:
        """The words of the story that a compound's key is made of (*flertallsparti*: *flertal*, *parti*)."""
        if key not in self._parts:
            self._parts[key] = _parts_of(key, self.nouns)
        return self._parts[key]

    def view(self, article: str) -> View:
        """The document of an article id."""
        return self.views[article]

    def document(self, article: str) -> str:
        """What the versions of one article share."""
        return self.views[article].article.doc or article

    def text(self, place: Place) -> str:
        """The words at a place."""
        return place.span.of(self.views[place.article].doc.text)

    def places_ending(self, noun: str) -> tuple[str, ...]:
        """The places whose names end in a noun (*Storheitunnelen* in *tunnel*), in its base form."""
        if len(noun) < SHORTEST_NOUN:
            return ()
        if noun not in self._ending:
            endings = tuple(noun + e for e in ("", "en", "et", "a", "n"))
            ends = any(f"{e}\n" in self._place_names for e in endings)  # few nouns are how a place's name ends
            self._ending[noun] = tuple(place for name, place in self._places if name.endswith(endings)) if ends else ()
        return self._ending[noun]

    @cached_property
    def _ending(self) -> dict[str, tuple[str, ...]]:
        """The places found by a noun so far."""
        return {}

    def bodies_ending(self, noun: str) -> frozenset[str]:
        """The bodies with a word in their names that ends in a noun's stem (*Energidepartementet* in *departement*)."""
        if noun not in self._bodies_found:
            found = (body for words, body in self._bodies if any(w.endswith(noun) for w in words))
            self._bodies_found[noun] = frozenset(found)
        return self._bodies_found[noun]

    @cached_property
    def _bodies_found(self) -> dict[str, frozenset[str]]:
        """The bodies found by a stem so far."""
        return {}

    def only_body(self, kind: str) -> tuple[str, ...]:
        """The only body of a kind (*politi*) that the story names."""
        if kind not in self._only:
            found = [e.id for e in self.entities.values() if e.type == "ORG" and kind and kind in e.name.lower()]
            self._only[kind] = tuple(found) if len(found) == 1 else ()
        return self._only[kind]

    @cached_property
    def _only(self) -> dict[str, tuple[str, ...]]:
        """The only bodies found by a kind so far."""
        return {}

    @cached_property
    def _bodies(self) -> tuple[tuple[tuple[str, ...], str], ...]:
        """(stems of the words of the name, entity id) of the story's bodies."""
        bodies = (e for e in self.entities.values() if e.type == "ORG")
        return tuple((tuple(stem(word) for word in e.name.split()), e.id) for e in bodies)

    @cached_property
    def _place_names(self) -> str:
        """The names of the story's places in lower case, one a line."""
        return "".join(f"{name}\n" for name, _ in self._places)

    @cached_property
    def _places(self) -> tuple[tuple[str, str], ...]:
        """(name in lower case, entity id) of the story's places."""
        return tuple((e.name.lower(), e.id) for e in self.entities.values() if e.type in ("LOC", "GPE"))

    def base(self, entity: str) -> str:
        """The entity that a derived name (*Storfoss-styret*) stands for, else the entity itself."""
        found = self.entities.get(entity)
        return found.of if found is not None and found.of in self.entities and found.of else entity


def lying_within(view: View) -> Iterator[tuple[str, str]]:
    """Pairs of names of which the text tells that the first lies in or at the second: *Eidet nord i Storvik*.

    A verb between the two tells something else: *medium i Eidet melder i Storvik*.
    """
    text = view.doc.text
    for (_, end, inner), (start, _, outer) in pairwise(view.names):
        if WITHIN.fullmatch(text[end:start]) and not any(t.pos in VERBS for t in view.tokens(Span(end, start))):
            yield inner, outer


def _parts_of(key: str, nouns: frozenset[str]) -> tuple[str, ...]:
    for start in range(3, len(key) - SHORTEST_PART + 1):
        if key[start:] in nouns:
            first = next((key[:start].removesuffix(j) for j in JOINTS if key[:start].removesuffix(j) in nouns), None)
            return (key[start:], first) if first else (key[start:],)
    return ()


def index_story(articles: Sequence[str], docs: Iterable[Document], entities: Sequence[Entity]) -> StoryIndex:
    """The index of a story's documents; those that are no articles of the story are left out."""
    wanted = set(articles)
    names: dict[str, list[tuple[int, int, str]]] = {a: [] for a in wanted}
    for entity in entities:
        for mention in entity.mentions:
            if mention.article in wanted:
                names[mention.article].append((mention.start, mention.end, entity.id))
    views = {d.id: View(d, tuple(sorted(names[d.id]))) for d in docs if d.id in wanted}
    return StoryIndex(views, {e.id: e for e in entities})
