"""Publication times as pages write them, in both standards: found in lines and parsed from a container's fields.

Values are ISO 8601 cut to the precision that is written, local time without offset.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from zoneinfo import ZoneInfo

from belegg.core.article import Moment
from belegg.core.spans import Span
from belegg.text.dates import Calendar, calendar_names, numbered_months, weekday_names
from belegg.text.wordlists import read_table

_OSLO = ZoneInfo("Europe/Oslo")
_CLOCK = (
    r"(?:[\s,]*(?:[-–—|•·]\s*)?(?:(?:kl(?:okk[ae]n?)?\.?|klokken|klokka|at)\s*)?"
    r"(?P<hour>[01]?\d|2[0-3])[.:](?P<minute>[0-5]\d)(?:[.:][0-5]\d)?(?:\s?(?P<half>[ap])\.?m\b)?(?!\d|[.,]\d))?"
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date found in a text."""

    span: Span
    moment: Moment


def _calendars() -> tuple[Calendar, ...]:
    return calendar_names("nb"), calendar_names("nn"), read_table("foreign_calendar.toml")


@cache
def months() -> Mapping[str, int]:
    """Month names and their abbreviations, both standards and the neighbours' languages, in lower case."""
    return numbered_months(_calendars())


@cache
def weekdays() -> frozenset[str]:
    """The names of the days of the week, both standards and the neighbours' languages, in lower case."""
    return weekday_names(_calendars())


#: What a date in figures begins with, and what stands in every other.
_IN_FIGURES, _YEAR = re.compile(r"\d[./]\s?\d"), re.compile(r"(?:19|20)\d\d")


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    names = "|".join(sorted(map(re.escape, months()), key=len, reverse=True))
    return (
        re.compile(
            r"(?<![\d.])(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)"
            r"(?:[T ](?P<hour>\d\d):(?P<minute>\d\d)(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?"
        ),
        re.compile(
            r"(?<![\d.,])(?P<day>\d{1,2})[./]\s?(?P<month>\d{1,2})(?:\.?[./-]|\.\s|(?<=/\d)\s|(?<=/\d\d)\s)"
            r"(?P<year>(?:19|20)\d\d|(?<=[./-])\d\d)(?!\d|\.\d)" + _CLOCK
        ),
        re.compile(
            rf"(?<![\d.,])(?P<day>\d{{1,2}})\.?\s(?P<name>{names})\.?,?\s(?P<year>(?:19|20)\d\d)(?!\d)" + _CLOCK, re.I
        ),
        re.compile(
            rf"(?<!\w)(?P<name>{names})\.?\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,\s(?P<year>(?:19|20)\d\d)(?!\d)"
            + _CLOCK,
            re.I,
        ),
        re.compile(rf"(?<!\w)(?P<name>{names})\s(?P<year>(?:19|20)\d\d)(?!\d)", re.I),
        re.compile(r"(?<![\d.-])(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])(?![\d-])"),
    )


def dates_in(text: str) -> Iterator[Dated]:
    """The dates in a line, left to right, without overlap; a date that no calendar has is left out."""
    if not _YEAR.search(text) and not _IN_FIGURES.search(text):
        return
    last = 0
    found = ((m.start(), -m.end(), m) for pattern in _patterns() for m in pattern.finditer(text))
    for start, _, match in sorted(found, key=lambda f: f[:2]):
        moment = _moment(match) if start >= last else None
        if moment is not None:
            last = match.end()
            yield Dated(Span(start, last), moment)


@cache
def _yearless() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, months()), key=len, reverse=True))
    return re.compile(
        rf"(?<![\d.,])(?P<day>\d{{1,2}})\.?\s(?:(?P<name>{names})\.?(?!\w)(?!,?\s?(?:19|20)\d\d))" + _CLOCK, re.I
    )


def date_without_year(text: str, year: str) -> Dated | None:
    """The first day and month (with its clock) that stand without a year, in the year that is known elsewhere."""
    match = _yearless().search(text)
    moment = _moment(match, year) if match else None
    return Dated(Span(*match.span()), moment) if match and moment else None


# Containers without a date say the calendar's first or last day (0001-01-01, 9999-12-31).
_FIRST_YEAR, _LAST_YEAR = 1700, 2199


def parse_moment(value: str | None) -> Moment | None:
    """A container's date (ISO 8601, RFC 2822, or as written on a page) as local time in Norway."""
    if not value or not value.strip():
        return None
    stamp = _stamp(value.strip())
    if stamp is not None and not _FIRST_YEAR <= stamp.year <= _LAST_YEAR:
        return None
    if stamp is not None:
        local = stamp.astimezone(_OSLO) if stamp.tzinfo else stamp
        return Moment(local.isoformat()[:16], "minute")
    return next((d.moment for d in dates_in(value)), None)


def _stamp(value: str) -> datetime | None:
    """A point in time with an hour; None where the value has none or is of another form."""
    if re.fullmatch(r"\d{10}(?:\d{3})?", value):
        return datetime.fromtimestamp(int(value[:10]), UTC)
    try:
        return (
            datetime.fromisoformat(value) if re.match(r"\d{4}-\d\d-\d\d[T ]\d", value) else parsedate_to_datetime(value)
        )
    except (ValueError, TypeError, OverflowError):
        return None


def _moment(match: re.Match[str], known_year: str = "") -> Moment | None:
    parts = match.groupdict()
    written = parts.get("year") or known_year
    year = int(written) + (2000 if len(written) == 2 else 0)
    month = months()[parts["name"].lower()] if parts.get("name") else int(parts["month"])
    if not parts.get("day"):
        return Moment(f"{year}-{month:02}", "month")
    try:
        day = date(year, month, int(parts["day"])).isoformat()
    except ValueError:
        return None
    if parts.get("hour") is None or int(parts["hour"]) > 23 or int(parts["minute"]) > 59:
        return Moment(day, "day")
    return Moment(f"{day}T{_hour(int(parts['hour']), parts.get('half')):02}:{parts['minute']}", "minute")


def _hour(hour: int, half: str | None) -> int:
    """Of the whole day: 12 a.m. is midnight, 1 p.m. is 13."""
    if half is None or hour > 12:
        return hour
    return hour % 12 + (12 if half.lower() == "p" else 0)
