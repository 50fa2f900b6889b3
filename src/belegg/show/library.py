"""The dossier with the look-ups that every section of the page needs: documents, statements, quotations, anchors."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import TypeVar

from belegg.compare.entity_index import EntityIndex
from belegg.core.annotation import HolderKind, Party, Report, Statement
from belegg.core.article import Article, Moment
from belegg.core.comparison import Entity
from belegg.core.document import Document
from belegg.core.dossier import Dossier
from belegg.core.spans import Place, Span
from belegg.core.words import Sentence, Token
from belegg.show.calendar import short, written_moment
from belegg.show.drawings.svg import shortened
from belegg.show.wording import Wording

Layer = TypeVar("Layer")
#: A quotation longer than this is cut to the part that matters and some words around it.
_LONGEST_QUOTE = 700
_AROUND = 120
_LONGEST_NAME = 16
#: Words of a claim that are fewer than this are shown with what stands before them, if that is not too long.
_FEWEST_WORDS, _LONGEST_BEFORE = 4, 160
_VERBS = frozenset(("VERB", "AUX"))
_LEANING = _VERBS | {"PRON"}  # what begins with these leans on what stands before: *held too high a speed*
#: A file name that a program made, or that only counts: a number or hash tells a reader nothing.
_MADE_NAME = re.compile(r"[0-9a-f]{10}|\d{5}|^[\dv._ -]+$")


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an article, with the part that matters (``core``) between what stands around it in its sentence.

    ``href`` is the anchor of the sentence on the page. ``loose``: the core cannot be read without what stands before.
    ``bearing``: what the words do to the claim that is known by them, where they do not tell it (*denies*).
    """

    href: str
    language: str
    before: str
    core: str
    after: str
    outlet: str
    when: str
    article: str
    start: int
    loose: bool = False
    bearing: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who says something: an entity, an unnamed source of one paper, or a noun phrase that stands for itself."""

    key: str
    name: str
    kind: HolderKind
    entity: Entity | None = None

    @property
    def unnamed(self) -> bool:
        """True for a source that the article does not name."""
        return self.kind == "anonymous"


@dataclass(frozen=True, slots=True)
class Node:
    """A source or relay on the way that words took to a report; ``unnamed`` where the article does not name it."""

    name: str
    unnamed: bool = False


@dataclass(frozen=True, slots=True)
class Library:
    """Look-ups over a dossier. ``units`` are, for each article, its sentences and the blocks that have none; ``starts``
    are where they begin.

    ``report_places``: where each report stands, by its id; ``reports``: the other way round. ``outlets`` and
    ``moments``: the outlet and the time of publication of each article as the page writes them; ``times``: what sorts
    articles by publication.
    """

    dossier: Dossier
    words: Wording
    entities: EntityIndex
    documents: Mapping[str, Document]
    numbers: Mapping[str, int]
    outlets: Mapping[str, str]
    moments: Mapping[str, str]
    times: Mapping[str, tuple[str, int]]
    units: Mapping[str, tuple[Span, ...]]
    starts: Mapping[str, Sequence[int]]
    statements: Mapping[str, Statement]
    report_places: Mapping[str, Place]
    reports: Mapping[Place, str]
    named: Mapping[str, Entity]
    stems: Mapping[str, str]
    _quotes: dict[Place, Quote] = field(default_factory=dict)  # made so far: several sections show the same

    def text(self, place: Place) -> str:
        """The characters at a place."""
        return self.documents[place.article].text[place.start : place.end]

    def anchor(self, article: str, start: int) -> str:
        """The id, on the page, of the sentence (or block) in which this offset stands."""
        starts = self.starts[article]
        at = bisect_right(starts, start) - 1
        return f"a{self.numbers[article]}-{starts[at]}" if at >= 0 else f"a{self.numbers[article]}"

    def unit_anchor(self, article: str, unit: Span) -> str:
        """The id of a sentence (or block) itself."""
        return f"a{self.numbers[article]}-{unit.start}"

    def outlet(self, article: str) -> str:
        """The outlet's name; where the article does not tell, the file's if it is a word, else the article's number."""
        return self.outlets[article]

    def origin_name(self, name: str) -> str:
        """An origin's name: the outlet's for an article that goes by its id, a word for one without a name."""
        if name in self.documents:
            return self.outlet(name)
        if name in self.stems:
            return self.outlet(self.stems[name])
        return name or self.words.gettext("unknown source")

    def when(self, article: str) -> str:
        """Publication time without its year, to its precision; a later version's is when it was updated."""
        return self.moments[article]

    def moment(self, moment: Moment | None) -> str:
        """A time without its year; empty where it is not known."""
        return short(moment, self.words)

    def published(self, article: str) -> str:
        """Publication time in full."""
        return written_moment(self.documents[article].article.published, self.words)

    def quote(self, place: Place) -> Quote:
        """The sentences that hold a place, verbatim, with the place itself as the core."""
        if place not in self._quotes:
            self._quotes[place] = self._quoted(place)
        return self._quotes[place]

    def _quoted(self, place: Place) -> Quote:
        doc = self.documents[place.article]
        around = self._around(place)
        return Quote(
            href=f"#{self.anchor(place.article, place.start)}",
            language=doc.article.language,
            before=_leading(doc.text[around.start : place.start]),
            core=doc.text[place.start : place.end],
            after=_trailing(doc.text[place.end : around.end]),
            outlet=self.outlet(place.article),
            when=self.when(place.article),
            article=place.article,
            start=place.start,
        )

    def claim_label(self, place: Place) -> Quote:
        """A quotation to know a claim by: ``loose`` where it begins with a pronoun or a verb, has none, or is short."""
        quote = self.quote(place)
        if not any(c.isalpha() for c in quote.before) or len(quote.before) > _LONGEST_BEFORE:
            return quote
        doc = self.documents[place.article]
        tokens = layer(doc, Token)
        first = bisect_left(tokens, place.start, key=lambda t: t.start)
        inside = [t for t in tokens[first : bisect_left(tokens, place.end, key=lambda t: t.start)] if t.pos != "PUNCT"]
        leans = not inside or inside[0].pos in _LEANING or not any(t.pos in _VERBS for t in inside)
        return replace(quote, loose=leans or len(inside) < _FEWEST_WORDS)

    def _around(self, place: Place) -> Span:
        text = self.documents[place.article].text
        units, starts = self.units[place.article], self.starts[place.article]
        first, last = bisect_right(starts, place.start), bisect_left(starts, place.end)
        held = [u for u in units[max(0, first - 1) : last] if u.start < place.end and place.start < u.end]
        start = min([place.start, *(unit.start for unit in held)])
        end = max([place.end, *(unit.end for unit in held)])
        if end - start <= _LONGEST_QUOTE:
            return Span(start, end)
        return Span(max(start, place.start - _AROUND), min(end, place.end + _AROUND, len(text)))

    def actors(self, statement: Statement) -> tuple[Actor, ...]:
        """The holders of a statement, each as an actor; ``()`` where the article names nobody."""
        return tuple(self.actor(statement, party) for party in statement.holders)

    def actor(self, statement: Statement, party: Party) -> Actor:
        """A holder as an actor: its entity where it has one; unnamed sources of one paper are one."""
        entity = self.entities.entity_of(statement.article, party.referent) if party.referent else None
        entity = entity or self.named.get(party.name.casefold())
        name = entity.name if entity else party.name or self.words.gettext("unknown source")
        if party.kind == "anonymous":
            paper = statement.chain[0].name if statement.chain else self.outlet(statement.article)
            return Actor(f"unnamed:{paper.lower()}", f"{name} ({paper})", party.kind)
        key = f"entity:{entity.id}" if entity else f"name:{name.lower()}"
        return Actor(key, name, party.kind, entity)

    def relays(self, statement: Statement) -> tuple[Node, ...]:
        """Through whom a statement came, from its holder outwards, the article's own outlet left out."""
        outlet = self.outlet(statement.article)
        return distinct(Node(p.name, p.kind == "anonymous") for p in statement.chain if p.name and p.name != outlet)

    def holders(self, statement: Statement) -> tuple[Node, ...]:
        """Who says it, as one node, as the article has it; ``()`` where it names nobody."""
        names = tuple(p.name for p in statement.holders if p.name)
        unnamed = any(p.kind == "anonymous" for p in statement.holders)
        return (Node(self.words.listing(names), unnamed),) if names else ()

    def statement_place(self, statement: Statement) -> Place:
        """From the first to the last character of what was said."""
        return Place(statement.article, min(s.start for s in statement.content), max(s.end for s in statement.content))

    def said_anchor(self, statement: Statement) -> str:
        """The id of a statement in the list of what everybody says."""
        return f"said-{self.numbers[statement.article]}-{self.statement_place(statement).start}"

    def time_key(self, article: str) -> tuple[str, int]:
        """Sorts articles by publication, unknown last."""
        return self.times[article]


def library(dossier: Dossier, words: Wording) -> Library:
    """The look-ups for a dossier in one interface language."""
    documents = {doc.id: doc for doc in dossier.documents}
    numbers = {doc.id: number for number, doc in enumerate(dossier.documents, 1)}
    units = {doc.id: _units(doc) for doc in dossier.documents}
    told = {r.id: Place(d.id, r.content.start, r.content.end) for d in dossier.documents for r in layer(d, Report)}
    return Library(
        dossier=dossier,
        words=words,
        entities=EntityIndex(dossier.entities),
        documents=documents,
        numbers=numbers,
        outlets={doc.id: _outlet(doc.article, numbers[doc.id], words) for doc in dossier.documents},
        moments={doc.id: _when(doc.article, words) for doc in dossier.documents},
        times={doc.id: _time_key(doc.article, numbers[doc.id]) for doc in dossier.documents},
        units=units,
        starts={article: [unit.start for unit in own] for article, own in units.items()},
        statements={s.id: s for doc in dossier.documents for s in layer(doc, Statement)},
        report_places=told,
        reports={place: report for report, place in told.items()},
        named=_named(dossier.entities),
        stems={PurePath(d.article.source).stem: d.id for d in dossier.documents if not d.article.outlet},
    )


def _outlet(article: Article, number: int, words: Wording) -> str:
    if article.outlet:
        return article.outlet
    stem = PurePath(article.source).stem or article.source
    return (
        words.gettext("Article {number}", number=number) if _MADE_NAME.search(stem) else shortened(stem, _LONGEST_NAME)
    )


def _when(article: Article, words: Wording) -> str:
    moment = (article.updated if article.version > 1 else None) or article.published
    told = short(moment, words)
    return words.gettext("c. {when}", when=told) if moment and moment.inferred and told else told


def _time_key(article: Article, number: int) -> tuple[str, int]:
    return (article.published.value if article.published else "~", number)


def _named(entities: Sequence[Entity]) -> Mapping[str, Entity]:
    """Full names that belong to one entity only."""
    names = Counter(entity.name.casefold() for entity in entities)
    return {e.name.casefold(): e for e in entities if names[e.name.casefold()] == 1}


def layer(doc: Document, kind: type[Layer]) -> tuple[Layer, ...]:
    """A layer of a document; ``()`` where no stage has added it (a language without a model)."""
    return doc[kind] if kind in doc else ()  # noqa: SIM401 - a document is no dict


def safe(identifier: str) -> str:
    """An identifier as an HTML id: letters, digits, dot, hyphen and underscore."""
    return re.sub(r"[^\w.-]", "-", identifier)


def claim_anchor(claim: str) -> str:
    """The id of a claim on the page; it is as stable as the claim's own."""
    return f"claim-{safe(claim)}"


def passage_anchor(story: str, passage: str) -> str:
    """The id of a passage in a story's table (a passage may run through two stories)."""
    return f"{story}-passage-{safe(passage)}"


def distinct(items: Iterable[Layer]) -> tuple[Layer, ...]:
    """The items in order, each once."""
    return tuple(dict.fromkeys(items))


def _units(doc: Document) -> tuple[Span, ...]:
    sentences: dict[int, list[Span]] = {}
    for sentence in layer(doc, Sentence):
        sentences.setdefault(sentence.block, []).append(sentence.span)
    found = []
    for number, block in enumerate(doc.article.blocks):
        inside = [span for span in sentences.get(number, ()) if block.span.contains(span)]
        found.extend(inside or [block.span])
    return tuple(sorted(found))


def _leading(text: str) -> str:
    return _flat(text).lstrip()


def _trailing(text: str) -> str:
    return _flat(text).rstrip()


def _flat(text: str) -> str:
    """Line breaks as spaces: only white space changes, never a word."""
    return re.sub(r"\s*\n\s*", " ", text) if "\n" in text else text


def sorted_by_time(library: Library, articles: Iterable[str]) -> Sequence[str]:
    """Article ids by publication."""
    return sorted(articles, key=library.time_key)
