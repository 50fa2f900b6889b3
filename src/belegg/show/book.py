"""One story as the page shows it: its documents, claims in order of how well they are founded, events, passages."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import TypeVar

from belegg.core.comparison import Entity, Passage, Story, VersionChange
from belegg.core.document import Document
from belegg.core.dossier import Dossier
from belegg.core.reasoning import Claim, Event, Relation
from belegg.core.spans import Place
from belegg.show.calendar import interval, moment_interval
from belegg.show.labels import RELATION, label
from belegg.show.library import Library, Quote

Item = TypeVar("Item")
#: Claims of one degree of evidence that a story shows: with several sentences behind them, and with one.
MOST_CLAIMS, MOST_SINGLES = 50, 80

#: How a claim stands, best founded first: its evidence, but ``perhaps`` where it is not sure enough that the several
#: behind it tell of one thing, ``perhaps-disputed`` where it is not that those who deny it speak of it, ``expected``
#: where those behind it expect it only, and ``none`` where nobody has said or expected it (a question, a no comment).
STANDINGS = (
    "corroborated",
    "disputed",
    "perhaps",
    "perhaps-disputed",
    "single-source",
    "expected",
    "unconfirmed",
    "denied",
    "none",
)

UNSURE = {"corroborated": "perhaps", "disputed": "perhaps-disputed"}


@dataclass(frozen=True)
class Book:
    """A story with everything that belongs to it. ``key`` begins the ids of its sections; ``numbers`` count claims.

    ``claims`` are those that the page has room for, ``every`` all of them: those left out are in the data. ``labels``
    are the words by which the former are known.
    """

    key: str
    story: Story
    library: Library
    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    every: tuple[Claim, ...]
    numbers: Mapping[str, int]
    labels: Mapping[str, Quote]
    events: tuple[Event, ...]
    passages: tuple[Passage, ...]
    versions: tuple[VersionChange, ...]
    entities: tuple[Entity, ...]

    @cached_property
    def lettered(self) -> tuple[tuple[str, Passage], ...]:
        """The passages in the order of ``ordered``, each with its letter."""
        return tuple((letters(number), passage) for number, passage in enumerate(ordered(self)))

    @cached_property
    def shared(self) -> Mapping[str, Sequence[tuple[int, Place]]]:
        """Article to its shared stretches, each with its passage's number in ``lettered``."""
        found: dict[str, list[tuple[int, Place]]] = {}
        for number, (_, passage) in enumerate(self.lettered):
            for place in passage.members:
                found.setdefault(place.article, []).append((number, place))
        return found

    @cached_property
    def latest(self) -> datetime | None:
        """The last moment that the story's articles know of: an expectation is past its date when this is later."""
        known = [moment_interval(m) for d in self.documents for m in (d.article.published, d.article.updated)]
        return max((i.start for i in known if i is not None), default=None)

    @property
    def reports(self) -> tuple[Document, ...]:
        """The newest version of each report."""
        newest: dict[str, Document] = {}
        for doc in self.documents:
            key = doc.article.doc or doc.id
            if key not in newest or newest[key].article.version < doc.article.version:
                newest[key] = doc
        return tuple(newest.values())


def books(library: Library) -> tuple[Book, ...]:
    """The stories, the one with most articles first; articles of no story come as stories of one."""
    dossier, shelf = library.dossier, _shelf(library.dossier)
    told = [*dossier.stories, *_loose(dossier)]
    told.sort(key=lambda story: (-len(story.articles), min((library.numbers[a] for a in story.articles), default=0)))
    return tuple(_book(f"s{number}", story, library, shelf) for number, story in enumerate(told, 1) if story.articles)


def _loose(dossier: Dossier) -> Sequence[Story]:
    held = {article for story in dossier.stories for article in story.articles}
    return [Story(f"article-{doc.id}", None, (doc.id,)) for doc in dossier.documents if doc.id not in held]


@dataclass(frozen=True, slots=True)
class _Shelf:
    """Claims and events by story, the rest by article: a thousand stories are not looked for a thousand times."""

    claims: Mapping[str, Sequence[Claim]]
    events: Mapping[str, Sequence[Event]]
    passages: Mapping[str, Sequence[Passage]]
    entities: Mapping[str, Sequence[Entity]]
    versions: Mapping[str, Sequence[VersionChange]]


def _shelf(dossier: Dossier) -> _Shelf:
    return _Shelf(
        claims=_by((claim.story, claim) for claim in dossier.claims),
        events=_by((event.story, event) for event in dossier.events),
        passages=_by((m.article, passage) for passage in dossier.passages for m in passage.members),
        entities=_by((m.article, entity) for entity in dossier.entities for m in entity.mentions),
        versions=_by((change.after, change) for change in dossier.versions),
    )


def _by(pairs: Iterable[tuple[str, Item]]) -> Mapping[str, Sequence[Item]]:
    found: dict[str, dict[int, Item]] = {}
    for key, item in pairs:
        found.setdefault(key, {}).setdefault(id(item), item)
    return {key: tuple(items.values()) for key, items in found.items()}


def _book(key: str, story: Story, library: Library, shelf: _Shelf) -> Book:
    own = frozenset(story.articles)
    articles = sorted(own, key=library.time_key)
    claims = sorted(shelf.claims.get(story.id, ()), key=_foundation)
    passages = _all(articles, shelf.passages)
    shown = tuple(_with_room(claims))
    return Book(
        key=key,
        story=story,
        library=library,
        documents=tuple(library.documents[article] for article in articles),
        claims=shown,
        every=tuple(claims),
        numbers={claim.id: number for number, claim in enumerate(claims, 1)},
        labels=_labels(shown, library),
        events=tuple(sorted(shelf.events.get(story.id, ()), key=_event_order)),
        passages=tuple(p for p in passages if sum(m.article in own for m in p.members) > 1),
        versions=_all(articles, shelf.versions),
        entities=_all(articles, shelf.entities),
    )


def _labels(claims: Sequence[Claim], library: Library) -> Mapping[str, Quote]:
    """The words by which each claim is known: its own, or a member's where an earlier claim is known by the same."""
    taken: set[str] = set()
    places: dict[str, Place] = {}
    for claim in claims:
        known = (claim.text, *(m.place for m in claim.members))
        places[claim.id] = next((p for p in known if _plain(library.text(p)) not in taken), claim.text)
        taken.add(_plain(library.text(places[claim.id])))
    by_article = sorted(places, key=lambda key: places[key].article)
    found = {key: library.claim_label(places[key]) for key in by_article}
    denies = label(RELATION, "denies", library.words)
    return found | {
        c.id: replace(found[c.id], bearing=denies) for c in claims if _is_known_by_a_denial(c, places[c.id])
    }


def _is_known_by_a_denial(claim: Claim, place: Place) -> bool:
    """True where only those who deny a claim tell of it: their words are not what is denied."""
    there = (m for m in claim.members if m.place.article == place.article and m.place.span.shared(place.span))
    return {m.relation for m in there} == {"denies"}


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def is_single(claim: Claim) -> bool:
    """True for one sentence behind which nothing else stands, and which nobody waits for."""
    return len(claim.members) == 1 and not claim.outcome


def _with_room(claims: Sequence[Claim]) -> Iterator[Claim]:
    """Of each degree of evidence the best founded: a reader of a long story opens no thousand of them."""
    taken: Counter[tuple[str, bool]] = Counter()
    for claim in claims:
        kind = (standing(claim), is_single(claim))
        taken[kind] += 1
        if taken[kind] <= (MOST_SINGLES if is_single(claim) else MOST_CLAIMS):
            yield claim


def _all(articles: Sequence[str], found: Mapping[str, Sequence[Item]]) -> tuple[Item, ...]:
    """What belongs to any of the articles, each once."""
    return tuple({id(item): item for article in articles for item in found.get(article, ())}.values())


def backers(claim: Claim, *relations: Relation) -> frozenset[int]:
    """The numbers of the origins that do one of these to the claim."""
    return frozenset(m.origin for m in claim.members if m.relation in relations)


def supporting(claim: Claim) -> int:
    """How many origins state the claim as a fact."""
    return len(backers(claim, "supports"))


def standing(claim: Claim) -> str:
    """One of ``STANDINGS``. What one source says and denies itself is disputed by nobody."""
    if claim.evidence == "disputed" and is_both_ways(claim):
        return "single-source"
    if claim.evidence in ("corroborated", "single-source") and not supporting(claim):
        return "expected"
    if not claim.sure and claim.evidence in UNSURE:
        return UNSURE[claim.evidence]
    return claim.evidence or "none"


def is_both_ways(claim: Claim) -> bool:
    """True where those who say or expect it are no others than those who deny it."""
    return len(backers(claim, "supports", "expects") | backers(claim, "denies")) == 1


def _foundation(claim: Claim) -> tuple[int, int, int, int, str]:
    return (
        STANDINGS.index(standing(claim)),
        -supporting(claim),
        -len(claim.origins),
        -len(claim.members),
        claim.id,
    )


def _event_order(event: Event) -> tuple[datetime, str]:
    known = interval(event.time) if event.time else None
    return (known.start if known else datetime.max, event.id)


def letters(number: int) -> str:
    """0 is A, 25 is Z, 26 is AA: claims have numbers, passages letters."""
    return (letters(number // 26 - 1) if number >= 26 else "") + chr(ord("A") + number % 26)


def ordered(book: Book) -> tuple[Passage, ...]:
    """The passages as they stand in the report that has the first of them, and so on by time."""
    library = book.library

    def key(passage: Passage) -> tuple[tuple[str, int], int]:
        first = earliest(passage, library)
        return (library.time_key(first.article), first.start)

    return tuple(sorted(book.passages, key=key))


def earliest(passage: Passage, library: Library) -> Place:
    """The member that is taken for the first; by publication where that is not known."""
    known = [m for m in passage.members if m.article == passage.earliest]
    return known[0] if known else min(passage.members, key=lambda m: library.time_key(m.article))
