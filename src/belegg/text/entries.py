"""What the entries of a live page open with: the clock at which each was written, alone or before its text."""

import re
from functools import cache
from itertools import pairwise

from belegg.text.dates import calendar_names, numbered_months, weekday_names
from belegg.text.wordlists import word_lists

LEAST = 3  # entries of a live page
_HALF_DAY = 12 * 60  # minutes


@cache
def _clock() -> re.Pattern[str]:
    labels = "|".join(sorted(map(re.escape, word_lists("page_words.toml")["clock_labels"]), key=len, reverse=True))
    return re.compile(
        rf"(?:(?i:{labels})[.:]?\s?){{0,2}}(?P<hour>[01]?\d|2[0-3])[.:](?P<minute>[0-5]\d)(?!\d|[.,:]\d)"
        r"(?:\s?[:|–—-](?:\s+|$)|\s+(?=[A-ZÆØÅÄÖÉ«–—])|\s*$)"
    )


@cache
def _day() -> tuple[re.Pattern[str], dict[str, int]]:
    calendars = [calendar_names(standard) for standard in ("nb", "nn")]
    months, weekdays = numbered_months(calendars), sorted(weekday_names(calendars))
    alone = re.compile(
        rf"(?:(?:{'|'.join(weekdays)})\.?\s)?(?P<day>\d{{1,2}})\.?\s(?P<name>{'|'.join(months)})\.?"
        r"(?:\s(?P<year>20\d\d))?:?",
        re.IGNORECASE,
    )
    return alone, months


def clock_at(text: str, start: int, end: int) -> tuple[str, int] | None:
    """The clock (``HH:MM``) that opens an entry at ``start``, and where its text begins; None where none does."""
    found = _clock().match(text, start, end)
    return (f"{int(found['hour']):02}:{found['minute']}", found.end()) if found else None


def day_alone(text: str) -> tuple[int | None, int, int] | None:
    """Year (None where it is not told), month and day of a heading that is nothing but a date."""
    alone, months = _day()
    found = alone.fullmatch(text.strip())
    if found is None:
        return None
    return int(found["year"]) if found["year"] else None, months[found["name"].lower()], int(found["day"])


def steps(clocks: list[str]) -> list[int]:
    """Minutes from each clock to the next, the shorter way round: from 23:40 to 00:15 it is 35, and back -35."""
    minutes = [60 * int(clock[:2]) + int(clock[3:]) for clock in clocks]
    return [(b - a + _HALF_DAY) % (2 * _HALF_DAY) - _HALF_DAY for a, b in pairwise(minutes)]


def runs_backwards(clocks: list[str]) -> bool:
    """True where the last update stands first."""
    ways = steps(clocks)
    return sum(step < 0 for step in ways) > sum(step > 0 for step in ways)
