"""The articles in full: every block, page furniture greyed, names, times, statements and reuse as layers."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from belegg.core.annotation import Mention, Statement, Time
from belegg.core.article import Block
from belegg.core.document import Document
from belegg.core.each import Each, one_by_one
from belegg.core.spans import Span
from belegg.show.book import Book, ordered
from belegg.show.calendar import written, written_moment
from belegg.show.drawings.svg import element
from belegg.show.labels import BLOCK, LANGUAGE, STANCE, label
from belegg.show.library import Library, claim_anchor, layer, passage_anchor
from belegg.show.sections.reuse import COLOURS
from belegg.show.spans import Layered, rendered, wrapped


@dataclass(frozen=True, slots=True)
class Back:
    """A way back from a sentence to the claim or passage that shows it."""

    href: str
    label: str
    tells: str


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


#: The ways back from each sentence of an article, by where the sentence begins.
Backs = Mapping[str, Mapping[str, tuple[Back, ...]]]


def articles(book: Book, said: Mapping[str, str], each: Each = one_by_one) -> tuple[ArticleView, ...]:
    """The story's articles by publication. ``said``: where on the page each statement is listed, by its id."""
    backs, shared = _backs(book, said), _shared(book)

    def view(doc: Document) -> ArticleView:
        return _article(doc, backs.get(doc.id, {}), shared.get(doc.id, []), book.library)

    return tuple(each(view, sorted(book.documents, key=lambda doc: book.library.time_key(doc.id))))


def _backs(book: Book, said: Mapping[str, str]) -> Backs:
    library = book.library
    words = library.words
    found: dict[str, dict[str, dict[str, Back]]] = {}
    for claim in book.claims:
        number = str(book.numbers[claim.id])
        back = Back(f"#{claim_anchor(claim.id)}", number, words.gettext("Claim {number}", number=number))
        for place in (claim.text, *(m.place for m in claim.members)):
            anchor = library.anchor(place.article, place.start)
            found.setdefault(place.article, {}).setdefault(anchor, {}).setdefault(back.href, back)
    for letter, passage in book.lettered:
        back = Back(
            f"#{passage_anchor(book.key, passage.id)}", letter, words.gettext("Shared passage {letter}", letter=letter)
        )
        for place in passage.members:
            anchor = library.anchor(place.article, place.start)
            found.setdefault(place.article, {}).setdefault(anchor, {}).setdefault(back.href, back)
    _add_said(book, found, said)
    return {
        article: {anchor: tuple(links.values()) for anchor, links in anchors.items()}
        for article, anchors in found.items()
    }


def _add_said(book: Book, found: dict[str, dict[str, dict[str, Back]]], said: Mapping[str, str]) -> None:
    """Statements that bear on no claim lead back to the one who made them."""
    library = book.library
    for doc in book.documents:
        for statement in (one for one in layer(doc, Statement) if one.id in said):
            place = library.statement_place(statement)
            links = found.setdefault(doc.id, {}).setdefault(library.anchor(doc.id, place.start), {})
            if not links:
                who = library.words.listing([actor.name for actor in library.actors(statement)])
                tells = library.words.gettext("Statement by {who}", who=who or library.words.gettext("unknown source"))
                back = Back(f"#{said[statement.id]}", "»", tells)
                links[back.href] = back


def _shared(book: Book) -> dict[str, list[Layered]]:
    found: dict[str, list[Layered]] = {}
    for index, passage in enumerate(ordered(book)):
        for member in passage.members:
            found.setdefault(member.article, []).append(Layered(member.start, member.end, f"r p{index % COLOURS}"))
    return found


def _article(
    doc: Document, backs: Mapping[str, tuple[Back, ...]], shared: Sequence[Layered], library: Library
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
    doc: Document, layers: Sequence[Layered], backs: Mapping[str, tuple[Back, ...]], library: Library
) -> Iterator[Paragraph]:
    units, held = library.units[doc.id], _by_block(doc.article.blocks, layers)
    for number, block in enumerate(doc.article.blocks):
        near = units[bisect_left(units, block.start, key=_start) : bisect_left(units, block.end, key=_start)]
        inside = [unit for unit in near if unit.end <= block.end]
        html = Markup("".join(_sentences(doc, block, inside, held.get(number, ()), backs, library)))
        yield Paragraph(block.kind, not block.is_content, label(BLOCK, block.kind, library.words), html)


def _start(unit: Span | Block) -> int:
    return unit.start


def _by_block(blocks: Sequence[Block], layers: Sequence[Layered]) -> Mapping[int, Sequence[Layered]]:
    """The layers over each block, by its number; a long article is not searched once for every paragraph."""
    found: dict[int, list[Layered]] = {}
    for one in layers:
        first = max(0, bisect_right(blocks, one.start, key=_start) - 1)
        for number in range(first, bisect_left(blocks, one.end, key=_start)):
            found.setdefault(number, []).append(one)
    return found


def _sentences(
    doc: Document,
    block: Block,
    units: Sequence[Span],
    layers: Sequence[Layered],
    backs: Mapping[str, tuple[Back, ...]],
    library: Library,
) -> Iterator[Markup]:
    """The block's sentences, each with its anchor and ways back; what stands between them as it is."""
    at = block.start
    for unit in units:
        if at < unit.start:
            between = Span(at, unit.start)
            yield rendered(doc.text, between, layers if between.of(doc.text).strip() else ())
        anchor = library.anchor(doc.id, unit.start)
        yield wrapped(doc.text, unit, layers, "s", anchor)
        if ways := backs.get(anchor):
            yield element("span", *(element("a", b.label, href=b.href, title=b.tells) for b in ways), class_="back")
        at = max(at, unit.end)
    if at < block.end:
        yield rendered(doc.text, Span(at, block.end), layers)
