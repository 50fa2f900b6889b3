"""TIMEX3 values and publication times: the interval that each stands for, and how each is written for a reader."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

from babel import Locale
from babel.dates import format_interval, format_skeleton

from belegg.core.article import Moment
from belegg.show.wording import Wording

_DAY_PARTS = {"MO": (6, 12), "MI": (11, 13), "AF": (12, 18), "EV": (18, 24), "NI": (0, 6), "DT": (8, 18)}
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "AU": 9, "WI": 12}
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])$")
_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})$")
_CLOCK = re.compile(r"(\d{4}-\d{2}-\d{2})T(\d{2})(?::(\d{2}))?(?::\d{2})?$")
_DAY_PART = re.compile(r"(\d{4}-\d{2}-\d{2})T([A-Z]{2})$")
_WEEK = re.compile(r"(\d{4})-W(\d{2})(-WE)?$")
_PART_OF_YEAR = re.compile(r"(\d{4})-(?:Q([1-4])|H([12])|(SP|SU|FA|AU|WI))$")
_YEARS = re.compile(r"(\d{2,4})$")


_KEPT = 1 << 14  # values and how they are written: a dossier has the same ones again and again


@dataclass(frozen=True, slots=True)
class Interval:
    """From ``start`` up to but not including ``end``, local time without offset."""

    start: datetime
    end: datetime

    @property
    def middle(self) -> datetime:
        """The point halfway."""
        return self.start + (self.end - self.start) / 2


@lru_cache(maxsize=_KEPT)
def interval(value: str) -> Interval | None:
    """The time that a TIMEX3 value covers; None for durations, sets and values that name no calendar time."""
    parts = [part for part in re.split(r"[/;]", value) if part]
    try:
        found = [one for one in (_interval(part) for part in parts) if one is not None]
    except (ValueError, OverflowError):
        return None
    if not found or len(found) != len(parts):
        return None
    return Interval(min(i.start for i in found), max(i.end for i in found))


def _interval(value: str) -> Interval | None:
    return next((found for found in (reader(value) for reader in _READERS) if found is not None), None)


def _clock(value: str) -> Interval | None:
    if not (found := _CLOCK.match(value)):
        return None
    minute = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
    start = datetime.fromisoformat(found[1]) + minute
    return Interval(start, start + (timedelta(minutes=1) if found[3] else timedelta(hours=1)))


def _day_part(value: str) -> Interval | None:
    if not (found := _DAY_PART.match(value)) or found[2] not in _DAY_PARTS:
        return None
    day, (first, last) = datetime.fromisoformat(found[1]), _DAY_PARTS[found[2]]
    return Interval(day + timedelta(hours=first), day + timedelta(hours=last))


def _date(value: str) -> Interval | None:
    if not (found := _DATE.match(value)):
        return None
    day = datetime.fromisoformat(found[1])
    return Interval(day, day + timedelta(days=1))


def _week(value: str) -> Interval | None:
    if not (found := _WEEK.match(value)):
        return None
    monday = datetime.fromisocalendar(int(found[1]), int(found[2]), 1)
    first = 5 if found[3] else 0
    return Interval(monday + timedelta(days=first), monday + timedelta(days=7))


def _part_of_year(value: str) -> Interval | None:
    if not (found := _PART_OF_YEAR.match(value)):
        return None
    year = int(found[1])
    if found[2]:
        return _months(year, 3 * int(found[2]) - 2, 3)
    if found[3]:
        return _months(year, 6 * int(found[3]) - 5, 6)
    return _months(year, _SEASONS[found[4]], 3)


def _month(value: str) -> Interval | None:
    return _months(int(found[1]), int(found[2]), 1) if (found := _MONTH.match(value)) else None


def _years(value: str) -> Interval | None:
    if not (found := _YEARS.match(value)):
        return None
    width = 10 ** (4 - len(found[1]))
    first = int(found[1]) * width
    return Interval(datetime(first, 1, 1), datetime(first + width, 1, 1))


def _months(year: int, first: int, count: int) -> Interval:
    def month(number: int) -> datetime:
        return datetime(year + (number - 1) // 12, (number - 1) % 12 + 1, 1)

    return Interval(month(first), month(first + count))


_READERS = (_clock, _day_part, _date, _week, _part_of_year, _month, _years)


def moment_interval(moment: Moment | None) -> Interval | None:
    """The interval of a publication time, as wide as its precision."""
    return interval(moment.value) if moment else None


def written_moment(moment: Moment | None, words: Wording) -> str:
    """A publication time to its precision; empty where it is not known."""
    return written(moment.value, words) if moment else ""


def written(value: str, words: Wording) -> str:
    """A TIMEX3 value for a reader, with its year; the value itself where it is no calendar time."""
    known = interval(value)
    if known is None:
        return value
    if "/" in value or ";" in value:
        mark = " – " if "/" in value else ", "
        return mark.join(written(part, words) for part in re.split(r"[/;]", value) if part)
    return next(iter(_written(value, known, words)))


def _written(value: str, known: Interval, words: Wording) -> Iterator[str]:
    locale, start = words.locale, known.start
    if _CLOCK.match(value):
        yield f"{_day(start, words)} {_formatted('Hm', start, locale)}"
    if found := _DAY_PART.match(value):
        yield f"{_day(datetime.fromisoformat(found[1]), words)}, {_day_part_name(found[2], words)}"
    if _DATE.match(value):
        yield _day(start, words)
    if found := _WEEK.match(value):
        week = str(int(found[2]))
        yield words.gettext("week {week}, {year}", week=week, year=found[1])
    if found := _PART_OF_YEAR.match(value):
        yield _part_of_year_name(found, words)
    if _MONTH.match(value):
        yield _formatted("yMMMM", start, locale)
    if len(value) == 3:
        yield words.gettext("the {year}s", year=f"{value}0")
    yield value


def _day(day: datetime, words: Wording) -> str:
    return _formatted("yMMMd", day, words.locale)


def _day_part_name(part: str, words: Wording) -> str:
    return {
        "MO": words.gettext("morning"),
        "MI": words.gettext("midday"),
        "AF": words.gettext("afternoon"),
        "EV": words.gettext("evening"),
        "NI": words.gettext("night"),
        "DT": words.gettext("daytime"),
    }[part]


def _part_of_year_name(found: re.Match[str], words: Wording) -> str:
    if found[2]:
        return words.gettext("quarter {number}, {year}", number=found[2], year=found[1])
    if found[3]:
        return words.gettext("half-year {number}, {year}", number=found[3], year=found[1])
    season = {
        "SP": words.gettext("spring {year}", year=found[1]),
        "SU": words.gettext("summer {year}", year=found[1]),
        "WI": words.gettext("winter {year}", year=found[1]),
    }
    return season.get(found[4], words.gettext("autumn {year}", year=found[1]))


def short(moment: Moment | None, words: Wording) -> str:
    """A publication time without its year (``5. mars 07:31``); empty where it is not known."""
    known = moment_interval(moment)
    if moment is None or known is None:
        return moment.value if moment else ""
    if moment.precision not in ("minute", "day"):
        return written(moment.value, words)
    day = _formatted("MMMd", known.start, words.locale)
    clock = _formatted("Hm", known.start, words.locale)
    return f"{day} {clock}" if moment.precision == "minute" else day


@lru_cache(maxsize=_KEPT)
def _formatted(skeleton: str, moment: datetime, locale: Locale) -> str:
    return format_skeleton(skeleton, moment, locale=locale)


def period(first: datetime, last: datetime, words: Wording) -> str:
    """From the first day to the last; one day where they are the same."""
    if first.date() == last.date():
        return _formatted("yMMMMd", first, words.locale)
    return format_interval(first.date(), last.date(), "yMMMMd", locale=words.locale)
