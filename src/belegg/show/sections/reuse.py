"""Where the words come from: shared passages by outlet, and how much of each report is shared."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from belegg.core.comparison import Passage
from belegg.core.document import Document
from belegg.core.judgement import Feature
from belegg.core.spans import Place, Span
from belegg.show.book import Book, earliest, letters
from belegg.show.drawings.bars import Part, bar
from belegg.show.labels import DIRECTION, label
from belegg.show.library import Quote, distinct, passage_anchor, sorted_by_time
from belegg.show.sections.pairs import PairView, pair_view, share_of

#: As many colours as the style sheet has; the letter tells passages apart beyond it.
COLOURS = 6
_MOST_PASSAGES = 40
_MOST_OUTLETS = 20
_MOST_BARS = 30
_MOST_PAIRS = 4
#: Reports of one passage that are all paired with each other; of more, each with so many of the next.
_MOST_TOGETHER, _NEXT = 60, 8


@dataclass(frozen=True, slots=True)
class Copy:
    """A passage in one outlet: its place, and whether it is the earliest known."""

    quote: Quote
    first: bool


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage as a row: the words of its earliest report, and a copy (or None) for each outlet of the table."""

    anchor: str
    letter: str
    colour: int
    text: Quote
    edited: bool
    translated: bool
    agency: str
    reasons: str
    copies: tuple[Copy | None, ...]


@dataclass(frozen=True, slots=True)
class BarView:
    """A report as a line with its shared stretches, and their share of its content."""

    outlet: str
    when: str
    href: str
    percent: int
    drawing: Markup


@dataclass(frozen=True, slots=True)
class Reuse:
    """All that the section shows, and how many more outlets, passages and reports there are."""

    outlets: tuple[str, ...]
    passages: tuple[PassageView, ...]
    bars: tuple[BarView, ...]
    pairs: tuple[PairView, ...]
    more_outlets: int
    more_passages: int
    more_reports: int


def reuse(book: Book) -> Reuse:
    """The table, the lines and the pairs of a story."""
    library, passages = book.library, [passage for _, passage in book.lettered]
    by_time = sorted_by_time(library, (m.article for p in passages for m in p.members))
    known = distinct(library.outlet(article) for article in by_time)
    outlets = known[:_MOST_OUTLETS]
    wanted = {doc.id for doc in book.reports} & set(by_time)
    sharing = [doc for doc in book.documents if doc.id in wanted]
    return Reuse(
        outlets=outlets,
        passages=tuple(_passage(n, p, outlets, book) for n, p in enumerate(passages[:_MOST_PASSAGES])),
        bars=tuple(_bar(doc, book) for doc in sharing[:_MOST_BARS]),
        pairs=tuple(pair_view(left, right, passages, library) for left, right in _pairs(sharing, passages)),
        more_outlets=len(known[_MOST_OUTLETS:]),
        more_passages=len(passages[_MOST_PASSAGES:]),
        more_reports=len(sharing[_MOST_BARS:]),
    )


def _passage(number: int, passage: Passage, outlets: Sequence[str], book: Book) -> PassageView:
    library, words = book.library, book.library.words
    first = earliest(passage, library)
    members = sorted(passage.members, key=lambda m: library.time_key(m.article))
    copies = {library.outlet(m.article): Copy(library.quote(m), m == first) for m in reversed(members)}
    return PassageView(
        anchor=passage_anchor(book.key, passage.id),
        letter=letters(number),
        colour=number % COLOURS,
        text=library.quote(first),
        edited=passage.edited,
        translated=passage.translated,
        agency=passage.agency or "",
        reasons=words.listing(distinct(label(DIRECTION, f.name, words) for f in _speaking(passage))),
        copies=tuple(copies.get(outlet) for outlet in outlets),
    )


def _speaking(passage: Passage) -> Sequence[Feature]:
    """The features that speak for the earliest, the strongest first."""
    known = (f for f in passage.direction if f.weight > 0 and f.name in DIRECTION)
    return sorted(known, key=lambda f: -f.weight)


def _bar(doc: Document, book: Book) -> BarView:
    library = book.library
    blocks = [block.span for block in doc.article.content_blocks]
    total = sum(map(len, blocks))
    shared = book.shared.get(doc.id, ())
    percent = share_of(blocks, [place.span for _, place in shared])
    title = library.words.gettext("{percent} % of the words are shared", percent=percent)
    return BarView(
        outlet=library.outlet(doc.id),
        when=library.when(doc.id),
        href=f"#a{library.numbers[doc.id]}",
        percent=percent,
        drawing=bar(f"{book.key}-bar-{library.numbers[doc.id]}", title, list(_parts(shared, blocks, total)))
        if total
        else Markup(""),
    )


def _parts(shared: Sequence[tuple[int, Place]], blocks: Sequence[Span], total: int) -> Iterator[Part]:
    """The shared stretches as shares of the content, so that advertising marks and dates do not count."""
    for number, place in shared:
        before = sum(block.shared(Span(0, place.start)) for block in blocks)
        width = sum(block.shared(place.span) for block in blocks)
        yield Part(before / total, width / total, letters(number), number % COLOURS)


def _pairs(sharing: Sequence[Document], passages: Sequence[Passage]) -> Sequence[tuple[Document, Document]]:
    """The pairs of reports that share most characters, the earlier report on the left."""
    shared: dict[tuple[str, str], int] = {}
    known = {doc.id: doc for doc in sharing}
    for passage in passages:
        members = [(m.article, m.end - m.start) for m in passage.members if m.article in known]
        reach = len(members) if len(members) <= _MOST_TOGETHER else _NEXT
        for number, (one, length) in enumerate(members):
            for other, size in members[number + 1 : number + 1 + reach]:
                if one != other:
                    key = (one, other) if one < other else (other, one)
                    shared[key] = shared.get(key, 0) + (length if length < size else size)
    best = sorted(shared, key=lambda key: (-shared[key], key))[:_MOST_PAIRS]
    order = [doc.id for doc in sharing]
    return [(known[a], known[b]) for a, b in (sorted(pair, key=order.index) for pair in best)]
