"""Half-open intervals of Unicode code points in an article's text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """``text[start:end]`` of one article; which article is told by the object that holds the span."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """True where the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """True where the other lies wholly within this one."""
        return self.start <= other.start and other.end <= self.end

    def shared(self, other: "Span") -> int:
        """How many characters the two have in common."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A span together with the id of the article it stands in."""

    article: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The interval without its article."""
        return Span(self.start, self.end)


def hull(spans: Iterable[Span]) -> Span:
    """The smallest span that holds all; raises ValueError where there is none."""
    found = list(spans)
    return Span(min(s.start for s in found), max(s.end for s in found))


def stripped(text: str, span: Span) -> Span:
    """The span without white space at its ends."""
    covered = span.of(text)
    start = span.start + len(covered) - len(covered.lstrip())
    return Span(start, start + len(covered.strip()))


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """What the spans cover together, in order: those that overlap or touch are one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def covered_by(span: Span, spans: Sequence[Span]) -> bool:
    """True where one of the spans holds the whole of this one."""
    return any(s.contains(span) for s in spans)
