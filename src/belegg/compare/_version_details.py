"""What a changed sentence means: the figures, names and statements that it brought, lost or put for others."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from belegg.core.annotation import Mention, Statement
from belegg.core.comparison import Change, Detail
from belegg.core.document import Document
from belegg.core.spans import Place, Span, hull

FIGURE = re.compile(r"(?<!\w)\d+(?:[.,:]\d+)*(?![.,:]?\w)")
Kind = Literal["figure", "name", "statement"]


def details(change: Change, before: Document, after: Document) -> tuple[Detail, ...]:
    """The figures, names and statements in which two versions of a sentence differ.

    A name counts as new (or gone) where the other version of the article never has it. A statement counts where its
    words differ from all of the other side. Where both sides have as many of their own, the new ones stand for the old.
    """
    old, new = change.before, change.after
    found: list[Detail] = []
    for kind, left, right in (
        ("figure", figures(before, old), figures(after, new)),
        ("name", names(before, old, after), names(after, new, before)),
        ("statement", statements(before, old), statements(after, new)),
    ):
        found += differing(kind, left, right, before, after)  # type: ignore[arg-type]
    return tuple(found)


def differing(
    kind: Kind, left: Sequence[Span], right: Sequence[Span], before: Document, after: Document
) -> Iterator[Detail]:
    """What only one side has; paired in order where both have as many."""
    olds, news = {words(before, s) for s in left}, {words(after, s) for s in right}
    gone = [s for s in left if words(before, s) not in news]
    come = [s for s in right if words(after, s) not in olds]
    if len(gone) == len(come):
        yield from (
            Detail(kind, place(before, one), place(after, other)) for one, other in zip(gone, come, strict=True)
        )
    else:
        yield from (Detail(kind, place(before, one), None) for one in gone)
        yield from (Detail(kind, None, place(after, other)) for other in come)


def words(doc: Document, span: Span) -> str:
    """The words of a span, without case and marks at the ends."""
    return " ".join(re.findall(r"\w+(?:[.,:]\d+)*", span.of(doc.text).lower()))


def place(doc: Document, span: Span | None) -> Place | None:
    """A span as a place."""
    return Place(doc.id, span.start, span.end) if span else None


def figures(doc: Document, at: Place | None) -> list[Span]:
    """The figures of a sentence."""
    return [Span(*m.span()) for m in FIGURE.finditer(doc.text, at.start, at.end)] if at else []


def names(doc: Document, at: Place | None, other: Document) -> list[Span]:
    """The names in a sentence that the other version of the article does not have."""
    if at is None or Mention not in doc or Mention not in other:
        return []
    known = {m.name for m in other[Mention]}
    return first_of_each(doc, (m.span for m in doc[Mention]
                               if not m.inside and at.span.contains(m.span) and m.name not in known))  # fmt: skip


def first_of_each(doc: Document, spans: Iterable[Span]) -> list[Span]:
    """The first span of each wording."""
    return list({span.of(doc.text): span for span in reversed(list(spans))}.values())[::-1]


def statements(doc: Document, at: Place | None) -> list[Span]:
    """What statements in a sentence say: the hull of their words."""
    if at is None or Statement not in doc:
        return []
    return [hull(s.content) for s in doc[Statement] if s.content and at.span.contains(hull(s.content))]
