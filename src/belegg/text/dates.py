"""The calendar: Easter, weeks, shifts by units, and the day of a name that is nearest to another day."""

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Literal

from belegg.text.wordlists import read_table

#: Values whose days are kept in memory.
KNOWN = 1 << 12
DAY = len("2024-03-05")  # characters of a value that names a day
Direction = Literal["past", "future"]
Calendar = Mapping[str, Mapping[str, list[str]]]
LONG_AGO, SOON = timedelta(days=270), timedelta(days=60)


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (the anonymous algorithm of Nature 1876, after Meeus)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leap_centuries, century_rest = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap_centuries - moon + 15) % 30
    leap_years, year_rest = divmod(rest, 4)
    weekday = (32 + 2 * century_rest + 2 * leap_years - epact - year_rest) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def feast_day(feast: str, year: int) -> date:
    """``MM-DD`` in that year, or a number of days from its Easter Sunday."""
    if len(feast) == len("MM-DD") and feast[2] == "-":
        return date(year, int(feast[:2]), int(feast[3:]))
    return easter(year) + timedelta(days=int(feast))


def real_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none such."""
    return date(year, month, day) if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1] else None


def shift_months(day: date, months: int) -> date:
    """The same day so many months later; the month's last where it is too short."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def iso_week(day: date) -> str:
    """``2023-W36``."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def week_day(day: date, week_shift: int, weekday: int) -> date:
    """The given ISO weekday of the week so many weeks from the one that the day lies in."""
    return day + timedelta(weeks=week_shift, days=weekday - day.isoweekday())


def nearest(candidates: Iterable[date], to: date, direction: Direction | None) -> date | None:
    """The candidate nearest to a day: not after it (past), not before it (future), or on either side."""
    allowed = [d for d in candidates if direction is None or d == to or (d < to) == (direction == "past")]
    return min(allowed, key=lambda d: (abs((d - to).days), d < to), default=None)


def nearest_weekday(weekday: int, to: date, direction: Direction | None) -> date:
    """The day of that ISO number nearest to a day, itself included."""
    first = to - timedelta(days=to.isoweekday() - weekday)
    found = nearest((first - timedelta(weeks=1), first, first + timedelta(weeks=1)), to, direction)
    return found or first


def likely(candidates: Sequence[date], about: date, direction: Direction | None) -> date | None:
    """The nearest on the verb's side; but a day soon to come (or just past) outdoes one that is most of a year away."""
    found, other = nearest(candidates, about, direction), nearest(candidates, about, None)
    if found is None or (other and abs(found - about) > LONG_AGO and abs(other - about) < SOON):
        return other
    return found


@lru_cache(maxsize=KNOWN)  # a story asks for the same few days again and again
def days_of(value: str) -> tuple[date, date] | None:
    """First and last day of a TIMEX value: a day or part of it, a month, week, quarter, season, year, decade.

    None for what is none of these (*FUTURE_REF*, durations). A winter is that of the year's first months.
    """
    found = _VALUE.match(value)
    if found is None:
        return None
    year, part = int(found["year"]), found["part"] or ""
    if not 1 <= year <= date.max.year:
        return None
    if part[:1] == "W" and part[1:].isdigit():  # *WI* is the winter
        return _week_of(year, int(part[1:]))
    first, count = _months_of(part)
    if found["day"]:
        day = real_day(year, first, int(found["day"]))
        return (day, day) if day else None
    if not 1 <= first <= 12:
        return None
    last = shift_months(date(year, first, 1), count - 1)
    return date(year, first, 1), real_day(last.year, last.month, monthrange(last.year, last.month)[1]) or last


_VALUE = re.compile(r"(?P<year>\d{4})(?:-(?P<part>\d\d|W\d\d|Q[1-4]|H[12]|SP|SU|FA|WI)(?:-(?P<day>\d\d))?)?(?=$|[-T])")
_PARTS = {"SP": (3, 3), "SU": (6, 3), "FA": (9, 3), "WI": (1, 2), "H1": (1, 6), "H2": (7, 6)}


def _months_of(part: str) -> tuple[int, int]:
    """The first month of a part of the year and how many it has."""
    if part[:1] == "Q":
        return 3 * int(part[1]) - 2, 3
    return _PARTS.get(part) or ((int(part), 1) if part else (1, 12))


def _week_of(year: int, week: int) -> tuple[date, date] | None:
    try:
        return date.fromisocalendar(year, week, 1), date.fromisocalendar(year, week, 7)
    except ValueError:
        return None


def calendar_names(standard: str) -> Calendar:
    """Of one written standard: ``months`` and ``weekdays``, each to its name and abbreviations, in lower case."""
    return read_table(f"{standard}/months.toml")


def numbered_months(calendars: Iterable[Calendar]) -> dict[str, int]:
    """The months' names and their abbreviations, in lower case, to their numbers."""
    return {
        name: number for names in calendars for number, row in enumerate(names["months"].values(), 1) for name in row
    }


def weekday_names(calendars: Iterable[Calendar]) -> frozenset[str]:
    """The names of the days of the week and their abbreviations, in lower case."""
    return frozenset(name for names in calendars for row in names["weekdays"].values() for name in row)


@cache
def calendar_words() -> frozenset[str]:
    """The months and the days of the week in both written standards, in lower case: they tell when, not about what."""
    tables = [calendar_names(standard) for standard in ("nb", "nn")]
    return frozenset(names[0] for table in tables for part in table.values() for names in part.values())


_LENGTH = re.compile(r"P(?P<count>\d+)(?P<unit>[DWMY])$")


def shifted(value: str, length: str, sign: int) -> str | None:
    """A day, month or year so much later (``sign`` 1) or earlier (-1): 2024-03 and P2M give 2024-05.

    None where the value is too coarse for the length, or the length is no whole days, weeks, months or years.
    """
    found, days = _LENGTH.match(length), days_of(value)
    if found is None or days is None:
        return None
    count, unit = sign * int(found["count"]), found["unit"]
    if unit == "Y":
        return f"{days[0].year + count}"
    if unit == "M":
        return shift_months(days[0], count).isoformat()[: len("2024-03")] if len(value) >= len("2024-03") else None
    moved = days[0] + timedelta(days=count * (7 if unit == "W" else 1))
    return moved.isoformat() if days[0] == days[1] else None
