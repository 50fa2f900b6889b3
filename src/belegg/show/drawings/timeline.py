"""The timeline: what happened and was planned, over which outlet reported when; and the same for one event."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

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
_APART = 0.075
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
    """An outlet and the moments of its reports; none where only a month is known."""

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
    rows = _rows([mark for mark in marks if scale.shows(mark.time)], scale)
    top = 18
    split = top + _MARK * max(1, len(rows)) + 8
    height = split + 18 + _LANE * len(lanes) + _AXIS
    shapes = [
        *_axis(scale, words, height),
        element("text", texts.upper, x=0, y=12, class_="band"),
        *(shape for n, row in enumerate(rows) for run in row for shape in _run(run, top + _MARK * n + 12, scale)),
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
    if mark is not None and scale.shows(mark):
        shapes += [*_extent(mark, status, 10, scale), _diamond(scale.at(mark.middle), status, 10)]
    return drawing(key, title, title, *shapes, class_="strip", width="100%", height=20)


@dataclass(frozen=True, slots=True)
class _Run:
    """Events of one and the same time, side by side: where it begins and ends, and where each stands."""

    left: float
    right: float
    marks: tuple[tuple[float, Mark], ...]


def _rows(marks: Sequence[Mark], scale: Scale) -> list[list[_Run]]:
    """Each run of events in the first row in which it has room."""
    rows: list[list[_Run]] = []
    for time, group in groupby(marks, key=lambda mark: mark.time):
        for run in _runs(time, tuple(group), scale):
            row = next((row for row in rows if run.left - row[-1].right >= _APART / 2), None)
            if row is None:
                rows.append([run])
            else:
                row.append(run)
    return rows


def _runs(time: Interval, marks: Sequence[Mark], scale: Scale) -> Iterator[_Run]:
    """As many events in a run as the extent of their time has room for."""
    left, right = scale.clipped(time.start), scale.clipped(time.end)
    room = max(1, int((right - left) / _APART))
    for first in range(0, len(marks), room):
        chunk = marks[first : first + room]
        step = (right - left) / len(chunk)
        placed = tuple((left + step * (n + 0.5), mark) for n, mark in enumerate(chunk))
        yield _Run(min(left, placed[0][0] - _APART / 2), max(right, placed[-1][0] + _APART / 2), placed)


def _axis(scale: Scale, words: Wording, height: int) -> Iterator[Markup]:
    for at, written in scale.ticks(words):
        yield element("line", x1=share(at), x2=share(at), y1=16, y2=height - _AXIS, class_="grid")
        yield element("text", written, x=share(at), y=height - 6, class_="tick")


def _run(run: _Run, y: float, scale: Scale) -> Iterator[Markup]:
    first = run.marks[0][1]
    yield from _extent(first.time, first.status, y, scale)
    for at, mark in run.marks:
        yield _diamond(at, mark.status, y)
        yield element("text", str(mark.number), x=share(at), dx=9, y=y + 4, class_="number")


def _extent(time: Interval, status: str, y: float, scale: Scale) -> Iterator[Markup]:
    start, end = scale.clipped(time.start), scale.clipped(time.end)
    if end - start > _WIDE:
        yield element("line", x1=share(start), x2=share(end), y1=y, y2=y, class_=f"extent {status}")


def _diamond(at: float, status: str, y: float) -> Markup:
    """Filled where it happened, hollow where planned, dashed where only alleged or possible."""
    diamond = element("path", d="M0 -6.5L6.5 0L0 6.5L-6.5 0Z", class_=f"event {status}")
    return element("svg", diamond, x=share(at), y=float(y), overflow="visible")


def _lane(lane: Lane, top: float, scale: Scale) -> Iterator[Markup]:
    yield element("text", lane.outlet, x=0, y=top + 11, class_="outlet")
    yield element("line", x1=0, x2="100%", y1=top + 22, y2=top + 22, class_="lane" if lane.moments else "lane vague")
    for moment in lane.moments:
        yield element("circle", cx=share(scale.clipped(moment)), cy=top + 22, r=4.5, class_="report")
