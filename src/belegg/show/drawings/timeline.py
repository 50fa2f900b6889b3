"""The timeline: what happened and was planned, over which outlet reported when; and the same for one event."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from belegg.core.reasoning import EventStatus
from belegg.show.calendar import Interval
from belegg.show.drawings.scale import Scale
from belegg.show.drawings.svg import drawing, element, share
from belegg.show.wording import Wording

_MARK = 24
_LANE = 32
_AXIS = 22
#: Two marks in one row stand at least this share of the width apart.
_APART = 0.05
#: An event that takes up more of the window than this is drawn with its extent.
_WIDE = 0.03


@dataclass(frozen=True, slots=True)
class Mark:
    """An event with its number in the list."""

    number: int
    status: EventStatus
    time: Interval


@dataclass(frozen=True, slots=True)
class Lane:
    """An outlet and the moments of its reports."""

    outlet: str
    moments: tuple[datetime, ...]


@dataclass(frozen=True, slots=True)
class Texts:
    """What the drawing says of itself."""

    title: str
    description: str
    upper: str
    lower: str


def timeline(
    key: str, texts: Texts, marks: Sequence[Mark], lanes: Sequence[Lane], scale: Scale, words: Wording
) -> Markup:
    """Events above, numbered as in the list; below, a lane for each outlet with a dot for each report."""
    inside = [mark for mark in marks if scale.holds(mark.time.middle)]
    rows = _rows(inside, scale)
    top = 18
    split = top + _MARK * max(1, 1 + max(rows, default=0)) + 8
    height = split + 18 + _LANE * len(lanes) + _AXIS
    shapes = [
        *_axis(scale, words, height),
        element("text", texts.upper, x=0, y=12, class_="band"),
        *(shape for mark, row in zip(inside, rows, strict=True) for shape in _numbered(mark, top + _MARK * row, scale)),
        element("line", x1=0, x2="100%", y1=split, y2=split, class_="split"),
        element("text", texts.lower, x=0, y=split + 14, class_="band"),
        *(shape for n, lane in enumerate(lanes) for shape in _lane(lane, split + 20 + _LANE * n, scale)),
    ]
    return drawing(key, texts.title, texts.description, *shapes, class_="timeline", width="100%", height=height)


def strip(
    key: str, title: str, mark: Interval | None, status: str, reports: Sequence[datetime], scale: Scale
) -> Markup:
    """One event as a line: its own mark, and a dot for each report that tells of it."""
    shapes = [element("line", x1=0, x2="100%", y1=10, y2=10, class_="lane")]
    shapes += [element("circle", cx=share(scale.clipped(r)), cy=10, r=3.5, class_="report") for r in reports]
    if mark is not None and scale.holds(mark.middle):
        shapes += list(_mark(mark, status, 10, scale))
    return drawing(key, title, title, *shapes, class_="strip", width="100%", height=20)


def _rows(marks: Sequence[Mark], scale: Scale) -> list[int]:
    """The first row in which each mark has room."""
    last: list[float] = []
    rows: list[int] = []
    for mark in marks:
        at = scale.at(mark.time.middle)
        row = next((n for n, taken in enumerate(last) if at - taken >= _APART), len(last))
        last[row : row + 1] = [at]
        rows.append(row)
    return rows


def _axis(scale: Scale, words: Wording, height: int) -> Iterator[Markup]:
    for at, written in scale.ticks(words):
        yield element("line", x1=share(at), x2=share(at), y1=16, y2=height - _AXIS, class_="grid")
        yield element("text", written, x=share(at), y=height - 6, class_="tick")


def _numbered(mark: Mark, top: float, scale: Scale) -> Iterator[Markup]:
    yield from _mark(mark.time, mark.status, top + 12, scale)
    yield element("text", str(mark.number), x=share(scale.at(mark.time.middle)), dx=9, y=top + 16, class_="number")


def _mark(time: Interval, status: str, y: float, scale: Scale) -> Iterator[Markup]:
    """A diamond, filled where it happened, hollow where planned, dashed where only alleged or possible."""
    start, end = scale.clipped(time.start), scale.clipped(time.end)
    if end - start > _WIDE:
        yield element("line", x1=share(start), x2=share(end), y1=y, y2=y, class_=f"extent {status}")
    diamond = element("path", d="M0 -6.5L6.5 0L0 6.5L-6.5 0Z", class_=f"event {status}")
    yield element("svg", diamond, x=share(scale.at(time.middle)), y=float(y), overflow="visible")


def _lane(lane: Lane, top: float, scale: Scale) -> Iterator[Markup]:
    yield element("text", lane.outlet, x=0, y=top + 11, class_="outlet")
    yield element("line", x1=0, x2="100%", y1=top + 22, y2=top + 22, class_="lane")
    for moment in lane.moments:
        yield element("circle", cx=share(scale.clipped(moment)), cy=top + 22, r=4.5, class_="report")
