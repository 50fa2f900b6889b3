"""The head of a story: title, period, outlets, written standards, how many reports and how many independent origins."""

from dataclasses import dataclass

from belegg.core.spans import Place
from belegg.show.book import Book
from belegg.show.calendar import moment_interval, period
from belegg.show.drawings.svg import shortened
from belegg.show.labels import LANGUAGE, label
from belegg.show.library import Quote, distinct

#: So many characters of an article without a headline stand for one.
_BEGINNING = 90


@dataclass(frozen=True, slots=True)
class Head:
    """What stands at the top. ``title`` is a headline of one of the articles (None: no article has one)."""

    title: Quote | None
    name: str
    period: str
    outlets: tuple[str, ...]
    standards: tuple[tuple[str, int], ...]
    reports: int
    versions: int
    origins: int
    unnamed: int
    sharing: int
    inferred: int


def head(book: Book) -> Head:
    """The head of a story."""
    library, reports = book.library, book.reports
    # Who spoke with one voice once ("North Korea, Russia") are no more than they are apart.
    origins = {
        (o.kind == "anonymous", name)
        for claim in book.every
        for o in claim.origins
        for name in o.name.casefold().split(", ")
    }
    languages = [doc.article.language for doc in reports]
    newest = {doc.id for doc in reports}
    return Head(
        title=library.quote(book.story.title) if book.story.title else None,
        name=_title(book),
        period=_period(book),
        outlets=distinct(library.outlet(doc.id) for doc in book.documents),
        standards=tuple((label(LANGUAGE, code, library.words), languages.count(code)) for code in distinct(languages)),
        reports=len(reports),
        versions=len(book.documents) - len(reports),
        origins=len(origins),
        unnamed=sum(unnamed for unnamed, _ in origins),
        inferred=sum(doc.article.published is not None and doc.article.published.inferred for doc in reports),
        sharing=len({m.article for p in book.passages for m in p.members if m.article in newest}),
    )


def _title(book: Book) -> str:
    """The story's title, else the first headline, else how the first article begins."""
    if book.story.title:
        return book.library.text(book.story.title)
    for doc in book.documents:
        if doc.article.title:
            return doc.article.title.of(doc.text)
    first = book.documents[0]
    start = next((block.start for block in first.article.content_blocks), None)
    if start is None:
        return book.library.outlet(first.id)
    quote = book.library.quote(Place(first.id, start, start + 1))
    return shortened(quote.core + quote.after, _BEGINNING)


def _period(book: Book) -> str:
    known = [(doc.article.published, moment_interval(doc.article.published)) for doc in book.documents]
    exact = [i.start for moment, i in known if moment and i and moment.precision in ("minute", "day")]
    moments = exact or [i.start for _, i in known if i is not None]
    return period(min(moments), max(moments), book.library.words) if moments else ""
