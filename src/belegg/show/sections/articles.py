"""The articles in full: every block, page furniture greyed, names, times, statements and reuse as layers."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from belegg.core.annotation import Mention, Statement, Time
from belegg.core.article import Block
from belegg.core.document import Document
from belegg.core.spans import Place, Span
from belegg.show.book import Book
from belegg.show.calendar import written, written_moment
from belegg.show.drawings.svg import element
from belegg.show.labels import BLOCK, LANGUAGE, STANCE, label
from belegg.show.library import Library, claim_anchor, layer, passage_anchor
from belegg.show.sections.reuse import COLOURS
from belegg.show.spans import Layered, rendered, wrapped, writing


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block as it is shown: ``tag`` is ``h5`` for a crosshead, else ``p``; ``furniture`` is greyed."""

    kind: str
    furniture: bool
    label: str
    html: Markup


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article in full with its facts."""

    anchor: str
    outlet: str
    published: str
    inferred: tuple[tuple[str, str], ...]
    updated: str
    version: int
    language: str
    language_label: str
    credits: tuple[str, ...]
    url: str
    source: str
    paragraphs: tuple[Paragraph, ...]


#: The ways back from each sentence of an article to the claims and passages that show it, by the sentence's anchor.
Backs = Mapping[str, Mapping[str, tuple[Markup, ...]]]
#: The same while they are found: address and link.
Found = dict[str, dict[str, dict[str, Markup]]]


def articles(book: Book, said: Mapping[str, str]) -> tuple[ArticleView, ...]:
    """The story's articles by publication. ``said``: where on the page each statement is listed, by its id."""
    backs, shared = _backs(book, said), _shared(book)
    ordered = sorted(book.documents, key=lambda doc: book.library.time_key(doc.id))
    return tuple(_article(doc, backs.get(doc.id, {}), shared.get(doc.id, []), book.library) for doc in ordered)


def _backs(book: Book, said: Mapping[str, str]) -> Backs:
    library, words = book.library, book.library.words
    found: Found = {}
    for claim in book.claims:
        number = str(book.numbers[claim.id])
        told = words.gettext("Claim {number}", number=number)
        _lead_back(
            (claim.text, *(m.place for m in claim.members)), claim_anchor(claim.id), number, told, library, found
        )
    for letter, passage in book.lettered:
        told = words.gettext("Shared passage {letter}", letter=letter)
        _lead_back(passage.members, passage_anchor(book.key, passage.id), letter, told, library, found)
    _add_said(book, found, said)
    return {
        article: {anchor: tuple(links.values()) for anchor, links in anchors.items()}
        for article, anchors in found.items()
    }


def _lead_back(places: Iterable[Place], anchor: str, sign: str, tells: str, library: Library, found: Found) -> None:
    """Adds a link, which is the same wherever it stands, to the sentences at some places."""
    link = element("a", sign, href=f"#{anchor}", title=tells)
    for place in places:
        links = found.setdefault(place.article, {}).setdefault(library.anchor(place.article, place.start), {})
        links.setdefault(anchor, link)


def _add_said(book: Book, found: Found, said: Mapping[str, str]) -> None:
    """Statements that bear on no claim lead back to the one who made them."""
    library = book.library
    for doc in book.documents:
        for statement in (one for one in layer(doc, Statement) if one.id in said):
            place = library.statement_place(statement)
            if not found.get(doc.id, {}).get(library.anchor(doc.id, place.start)):
                who = library.words.listing([actor.name for actor in library.actors(statement)])
                tells = library.words.gettext("Statement by {who}", who=who or library.words.gettext("unknown source"))
                _lead_back((place,), said[statement.id], "»", tells, library, found)


def _shared(book: Book) -> Mapping[str, Sequence[Layered]]:
    return {
        article: [Layered(place.start, place.end, f"r p{number % COLOURS}") for number, place in stretches]
        for article, stretches in book.shared.items()
    }


def _article(
    doc: Document, backs: Mapping[str, tuple[Markup, ...]], shared: Sequence[Layered], library: Library
) -> ArticleView:
    article, words = doc.article, library.words
    layers = [*_layers(doc, library), *shared]
    published = article.published
    return ArticleView(
        anchor=f"a{library.numbers[doc.id]}",
        outlet=library.outlet(doc.id),
        published=library.published(doc.id),
        inferred=_evidence(doc, library) if published and published.inferred else (),
        updated=written_moment(article.updated, words),
        version=article.version if article.version > 1 or article.supersedes else 0,
        language=article.language,
        language_label=label(LANGUAGE, article.language, words),
        credits=article.credits,
        url=article.url if article.url and article.url.lower().startswith(("http://", "https://")) else "",
        source=article.source,
        paragraphs=tuple(_paragraphs(doc, layers, backs, library)),
    )


def _evidence(doc: Document, library: Library) -> tuple[tuple[str, str], ...]:
    """What an inferred day rests on: words and where they stand."""
    published = doc.article.published
    places = [p for p in (published.evidence if published else ()) if p.article in library.documents]
    return tuple((library.text(p), f"#{library.anchor(p.article, p.start)}") for p in places)


def _layers(doc: Document, library: Library) -> Iterator[Layered]:
    words = library.words
    for mention in layer(doc, Mention):
        if not mention.inside:
            yield Layered(mention.start, mention.end, "n")
    for time in layer(doc, Time):
        yield Layered(time.start, time.end, "t", written(time.value, words))
    for statement in layer(doc, Statement):
        who = words.listing([actor.name for actor in library.actors(statement)])
        tells = f"{who}: {label(STANCE, statement.stance, words)}" if who else label(STANCE, statement.stance, words)
        yield from (Layered(span.start, span.end, "q", tells) for span in statement.content)
        yield from (Layered(span.start, span.end, "c") for span in statement.cue)


def _paragraphs(
    doc: Document, layers: Sequence[Layered], backs: Mapping[str, tuple[Markup, ...]], library: Library
) -> Iterator[Paragraph]:
    units, starts = library.units[doc.id], library.starts[doc.id]
    held = _by_block(doc.article.blocks, layers)
    for number, block in enumerate(doc.article.blocks):
        near = units[bisect_left(starts, block.start) : bisect_left(starts, block.end)]
        inside = [unit for unit in near if unit.end <= block.end]
        html = Markup("".join(_sentences(doc, block, inside, held.get(number, ()), backs, library)))
        yield Paragraph(block.kind, not block.is_content, label(BLOCK, block.kind, library.words), html)


def _by_block(blocks: Sequence[Block], layers: Sequence[Layered]) -> Mapping[int, Sequence[Layered]]:
    """The layers over each block, by its number; a long article is not searched once for every paragraph."""
    found: dict[int, list[Layered]] = {}
    starts = [block.start for block in blocks]
    for one in layers:
        first = max(0, bisect_right(starts, one.start) - 1)
        for number in range(first, bisect_left(starts, one.end)):
            found.setdefault(number, []).append(one)
    return found


def _sentences(
    doc: Document,
    block: Block,
    units: Sequence[Span],
    layers: Sequence[Layered],
    backs: Mapping[str, tuple[Markup, ...]],
    library: Library,
) -> Iterator[Markup]:
    """The block's sentences, each with its anchor and ways back; what stands between them as it is."""
    at, write = block.start, writing(block.span.of(doc.text))
    for unit in units:
        if at < unit.start:
            between = Span(at, unit.start)
            yield rendered(doc.text, between, layers if between.of(doc.text).strip() else (), write)
        anchor = library.unit_anchor(doc.id, unit)
        yield wrapped(doc.text, unit, layers, "s", anchor, write)
        if ways := backs.get(anchor):
            yield element("span", *ways, class_="back")
        at = max(at, unit.end)
    if at < block.end:
        yield rendered(doc.text, Span(at, block.end), layers, write)
