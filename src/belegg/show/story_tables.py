"""The tables behind a story's sections: within its page, or in files beside it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from belegg.show.book import Book
from belegg.show.sections.names import located
from belegg.show.tables import (
    CLAIMS,
    ENTITIES,
    EVENTS,
    MARK,
    PASSAGES,
    PLACES,
    STATEMENTS,
    VERSIONS,
    claim_rows,
    entity_rows,
    event_rows,
    link,
    passage_rows,
    statement_rows,
    version_rows,
    written,
)

_TABLES: Mapping[str, Callable[[Book], str]] = {
    "claims": lambda book: written(CLAIMS, claim_rows(book.every, book.library)),
    "statements": lambda book: written(STATEMENTS, statement_rows(book.documents, book.library)),
    "passages": lambda book: written(PASSAGES, passage_rows(book.passages, book.library)),
    "entities": lambda book: written(ENTITIES, entity_rows(book.entities, book.library)),
    "events": lambda book: written(EVENTS, event_rows(book.events, book.library)),
    "places": lambda book: written(
        PLACES, ((p.name, p.point.latitude, p.point.longitude, p.mentions) for p in located(book))
    ),
    "versions": lambda book: written(VERSIONS, version_rows(book.versions, book.library)),
}


@dataclass(frozen=True, slots=True)
class StoryTables:
    """Where the tables of a page's stories are: in it, or, where its name is given, in files named after it."""

    page: str = ""

    def links(self, book: Book) -> dict[str, Markup]:
        """The address of each table of a story, by its name."""
        return {name: Markup(self._file(book, name) or link(table(book))) for name, table in _TABLES.items()}

    def files(self, told: Sequence[Book]) -> dict[str, str]:
        """File name → table; none where they are in the page. A mark makes spreadsheets read them as UTF-8."""
        told = told if self.page else ()
        return {self._file(book, name): MARK + table(book) for book in told for name, table in _TABLES.items()}

    def _file(self, book: Book, name: str) -> str:
        return f"data/{self.page}-{book.key}-{name}.csv" if self.page else ""
