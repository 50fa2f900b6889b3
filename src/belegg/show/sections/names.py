"""People, organisations and places: every spelling, the roles as they stand, and a map of the places."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from belegg.core.comparison import Entity
from belegg.core.spans import Place
from belegg.show.book import Book
from belegg.show.drawings.map import Located, place_map
from belegg.show.gazetteer import country_codes, locate
from belegg.show.labels import ENTITY, label
from belegg.show.library import Library, Quote, distinct, safe

_SHOWN = 12
#: A map of fewer places tells nothing.
_FEWEST = 2
_MOST_PLACES = 60


@dataclass(frozen=True, slots=True)
class Named:
    """An entity of the story; ``name`` and ``spellings`` lead to where each first stands."""

    anchor: str
    name: str
    first: str
    spellings: tuple[tuple[str, str], ...]
    roles: tuple[Quote, ...]
    mentions: int
    reports: int


@dataclass(frozen=True, slots=True)
class NamedGroup:
    """The entities of one type; ``folded`` are those beyond the first."""

    type: str
    heading: str
    shown: tuple[Named, ...]
    folded: tuple[Named, ...]


def names(book: Book) -> tuple[NamedGroup, ...]:
    """The entities of a story by type, the most mentioned first."""
    articles = {doc.id for doc in book.documents}
    found = [_named(entity, articles, book) for entity in book.entities]
    groups = []
    for kind in ENTITY:
        named = [n for n, entity in zip(found, book.entities, strict=True) if entity.type == kind]
        named.sort(key=lambda n: (-n.reports, -n.mentions, n.name.casefold()))
        if named:
            groups.append(
                NamedGroup(kind, label(ENTITY, kind, book.library.words), tuple(named[:_SHOWN]), tuple(named[_SHOWN:]))
            )
    return tuple(groups)


def _named(entity: Entity, articles: set[str], book: Book) -> Named:
    library = book.library
    mentions = sorted(
        (m for m in entity.mentions if m.article in articles), key=lambda m: (library.time_key(m.article), m.start)
    )
    return Named(
        anchor=f"{book.key}-name-{safe(entity.id)}",
        name=entity.name,
        first=f"#{library.anchor(mentions[0].article, mentions[0].start)}",
        spellings=_spellings(entity, mentions, library),
        roles=_roles([role for role in entity.roles if role.article in articles], library),
        mentions=len(mentions),
        reports=len({m.article for m in mentions}),
    )


def _spellings(entity: Entity, mentions: Sequence[Place], library: Library) -> tuple[tuple[str, str], ...]:
    """Each other spelling, and where it first stands (a mention may have a genitive ending that it leaves off)."""
    found = []
    for spelling in entity.names:
        first = next((m for m in mentions if library.text(m).startswith(spelling)), None)
        if spelling != entity.name and first is not None:
            found.append((spelling, f"#{library.anchor(first.article, first.start)}"))
    return tuple(found)


def _roles(roles: Sequence[Place], library: Library) -> tuple[Quote, ...]:
    first: dict[str, Quote] = {}
    for role in sorted(roles, key=lambda r: (library.time_key(r.article), r.start)):
        first.setdefault(library.text(role).casefold(), library.quote(role))
    return tuple(first.values())


def places(book: Book) -> Markup:
    """The map of the places that the gazetteer knows; empty where it knows fewer than two."""
    shown = located(book)
    title = book.library.words.gettext("Map of the places")
    return place_map(f"{book.key}-map", title, shown) if len(shown) >= _FEWEST else Markup("")


def located(book: Book) -> list[Located]:
    """The story's places on the map: towns, and areas and countries where there are too few of them."""
    articles = {doc.id for doc in book.documents}
    named = [e for e in book.entities if e.type in ("GPE", "LOC")]
    codes = country_codes()
    countries = {codes[n.casefold()] for e in named for n in (e.name, *e.names) if n.casefold() in codes}
    found = [place for entity in named if (place := _located(entity, articles, countries))]
    shown: list[Located] = []
    for kind in ("place", "area", "country"):
        if len(shown) < _FEWEST:
            shown += [place for place in found if place.point.kind == kind]
    return sorted(shown, key=lambda p: (-p.mentions, p.name))[:_MOST_PLACES]


def _located(entity: Entity, articles: set[str], countries: Collection[str]) -> Located | None:
    point = locate(distinct((entity.name, *entity.names)), countries)
    mentions = sum(m.article in articles for m in entity.mentions)
    return Located(entity.name, point, mentions) if point else None
