"""Two texts side by side: two reports with what they share coloured, two versions with what was changed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from markupsafe import Markup

from belegg.core.comparison import Change, Passage, VersionChange
from belegg.core.document import Document
from belegg.core.spans import Span, merged
from belegg.show.book import Book
from belegg.show.drawings.svg import element
from belegg.show.library import Library, Quote
from belegg.show.spans import Layered, rendered

_COLOURS = 6


@dataclass(frozen=True, slots=True)
class Side:
    """A report's content as marked-up paragraphs; ``percent`` of it stands in the other report too."""

    outlet: str
    when: str
    language: str
    href: str
    percent: int
    paragraphs: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class PairView:
    """Two reports that share words."""

    left: Side
    right: Side


@dataclass(frozen=True, slots=True)
class ChangeView:
    """What became of a sentence: ``added``, ``dropped`` or ``altered``, the changed words marked.

    ``details``: figures and names put for others, before and after (empty where there was none).
    """

    kind: str
    details: tuple[tuple[str, str], ...]
    before: Markup
    after: Markup
    before_href: str
    after_href: str


@dataclass(frozen=True, slots=True)
class VersionView:
    """From one version to the next, with the desk's own note where it has one."""

    outlet: str
    language: str
    before: str
    after: str
    correction: Quote | None
    changes: tuple[ChangeView, ...]


def pair_view(left: Document, right: Document, passages: Sequence[Passage], library: Library) -> PairView:
    """Two reports with the passages that both have."""
    both = [p for p in passages if {left.id, right.id} <= {m.article for m in p.members}]
    numbers = {passage.id: number for number, passage in enumerate(passages)}
    return PairView(_side(left, both, numbers, library), _side(right, both, numbers, library))


def _side(doc: Document, both: Sequence[Passage], numbers: dict[str, int], library: Library) -> Side:
    marks = [
        Layered(m.start, m.end, f"p{numbers[passage.id] % _COLOURS}")
        for passage in both
        for m in passage.members
        if m.article == doc.id
    ]
    blocks = [block.span for block in doc.article.content_blocks]
    return Side(
        outlet=library.outlet(doc.id),
        when=library.when(doc.id),
        language=doc.article.language,
        href=f"#a{library.numbers[doc.id]}",
        percent=share_of(blocks, (Span(mark.start, mark.end) for mark in marks)),
        paragraphs=tuple(rendered(doc.text, block, marks) for block in blocks),
    )


def share_of(blocks: Sequence[Span], spans: Iterable[Span]) -> int:
    """How much of the blocks the spans cover, in per cent; what two of them cover counts once."""
    covered = merged(spans)
    total = sum(map(len, blocks)) or 1
    return round(100 * sum(block.shared(span) for block in blocks for span in covered) / total)


def version_views(book: Book) -> tuple[VersionView, ...]:
    """What each version changed, by time."""
    return tuple(_version(change, book.library) for change in book.versions)


def _version(change: VersionChange, library: Library) -> VersionView:
    return VersionView(
        outlet=library.outlet(change.after),
        language=library.documents[change.after].article.language,
        before=_stamp(change.before, library),
        after=_stamp(change.after, library),
        correction=library.quote(change.correction) if change.correction else None,
        changes=tuple(_change(c, library) for c in change.changes),
    )


def _stamp(article: str, library: Library) -> str:
    """A version's time: when it was updated, where it tells, else its number."""
    version = library.documents[article].article.version
    return library.words.gettext("version {number}, {when}", number=version, when=library.when(article))


def _change(change: Change, library: Library) -> ChangeView:
    before, after = change.before, change.after
    old = library.text(before) if before else ""
    new = library.text(after) if after else ""
    if before and after:
        kind, (first, second) = "altered", _compared(old, new)
    else:
        kind, first, second = ("added" if after else "dropped"), element("span", old), element("span", new)
    return ChangeView(
        kind=kind,
        details=tuple(
            (library.text(d.before) if d.before else "", library.text(d.after) if d.after else "")
            for d in change.details
            if d.kind != "statement"
        ),
        before=first if before else Markup(""),
        after=second if after else Markup(""),
        before_href=f"#{library.anchor(before.article, before.start)}" if before else "",
        after_href=f"#{library.anchor(after.article, after.start)}" if after else "",
    )


def _compared(old: str, new: str) -> tuple[Markup, Markup]:
    """Both sentences, the words that differ in ``<del>`` and ``<ins>``."""
    before, after = old.split(), new.split()
    steps = SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes()
    left = _marked(((before[a:b], tag != "equal") for tag, a, b, _, _ in steps), "del")
    return left, _marked(((after[c:d], tag != "equal") for tag, _, _, c, d in steps), "ins")


def _marked(runs: Iterator[tuple[list[str], bool]], name: str) -> Markup:
    parts = [element(name if differs else "span", " ".join(run)) for run, differs in runs if run]
    return Markup(" ").join(parts)
