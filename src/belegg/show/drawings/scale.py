"""A time axis: which window to show, where a moment lies in it (as a share of the width), and its ticks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from babel.dates import format_skeleton

from belegg.show.calendar import Interval
from belegg.show.wording import Wording

_PADDING = 0.04
_MOST_TICKS = 5
_HOUR = timedelta(hours=1)
_STEPS = tuple(
    _HOUR * hours for hours in (1, 2, 3, 6, 12, 24, 48, 96, 168, 336, 720, 1440, 2160, 4320, 8760, 17520, 43800, 87600)
)


@dataclass(frozen=True, slots=True)
class Scale:
    """The window from ``start`` to ``end``."""

    start: datetime
    end: datetime

    def at(self, moment: datetime) -> float:
        """Where the moment lies: 0 at the left edge, 1 at the right."""
        return (moment - self.start) / (self.end - self.start)

    def holds(self, moment: datetime) -> bool:
        """True where the moment lies inside the window."""
        return self.start <= moment <= self.end

    def shows(self, time: Interval) -> bool:
        """True for a time that lies in the window and is told to a part of it: a month is no point among days."""
        return self.holds(time.middle) and time.end - time.start <= 0.7 * (self.end - self.start)

    def clipped(self, moment: datetime) -> float:
        """Where the moment lies, moved to the nearer edge where it is outside."""
        return min(1.0, max(0.0, self.at(moment)))

    def ticks(self, words: Wording) -> Iterator[tuple[float, str]]:
        """Round moments, with how they are written."""
        span = self.end - self.start
        step = next((s for s in _STEPS if span / s <= _MOST_TICKS), _STEPS[-1])
        moment = _floor(self.start, step)
        while moment <= self.end:
            if 0.03 <= self.at(moment) <= 0.97:
                yield self.at(moment), _written(moment, step, words)
            moment += step


def _floor(moment: datetime, step: timedelta) -> datetime:
    day = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    return day if step >= timedelta(days=1) else day + step * ((moment - day) // step)


def _written(moment: datetime, step: timedelta, words: Wording) -> str:
    if step < timedelta(days=1) and moment.hour:
        return format_skeleton("Hm", moment, locale=words.locale)
    if step < timedelta(days=60):
        return format_skeleton("MMMd", moment, locale=words.locale)
    return format_skeleton("yMMM" if step < timedelta(days=360) else "y", moment, locale=words.locale)


def window(reports: Sequence[datetime], events: Sequence[Interval]) -> Scale | None:
    """The days around the reports: what happened years before is told in the list, not drawn to scale."""
    if not reports:
        return None
    first, last = min(reports), max(reports)
    reach = max(timedelta(days=2), (last - first) / 2)
    near = [e for e in events if first - reach <= e.middle <= last + reach and e.end - e.start <= reach]
    start = min([first, *(e.start for e in near)])
    end = max([last, *(e.end for e in near)])
    margin = max((end - start) * _PADDING, timedelta(hours=2))
    return Scale(start - margin, end + margin)
