"""Weeks, days and clocks of time expressions, resolved."""

from dataclasses import replace
from datetime import date, timedelta

from belegg.annotate._time_anchor import UNKNOWN_DAY, Anchor, Reading
from belegg.annotate._time_fields import Fields
from belegg.annotate._time_words import load_words
from belegg.text.dates import (
    SOON,
    Direction,
    feast_day,
    iso_week,
    likely,
    nearest_weekday,
    real_day,
    week_day,
)

_EDGE_PARTS = {"START": "MO", "END": "EV"}
_NOON = 12
_EARLY = 6  # o'clock: words for earlier hours mean the afternoon, if that has passed
_EVENING = 18  # o'clock: from then on, the night to a day is still the day before
_LATE = 240  # minutes after the last change of the text that a past clock must be at to be yesterday's


def told_year(told: Fields, anchor: Anchor) -> int | None:
    """The year that is named or counted from the one at hand."""
    if told.year is not None:
        return told.year
    if told.year_shift is not None and anchor.year:
        return anchor.year + told.year_shift
    return None


# ---------------------------------------------------------------- weeks


def week_reading(told: Fields, anchor: Anchor, direction: Direction | None) -> Reading | None:
    """A week by its ISO number or counted from the one at hand; with a weekday, that day of it."""
    if told.weekday:
        return day_reading(told, anchor, direction)
    if told.week_shift is not None:
        return Reading("DATE", iso_week(anchor.day + timedelta(weeks=told.week_shift)) if anchor.day else "XXXX-WXX")
    week, about = told.week or 1, anchor.about
    if not about:
        return Reading("DATE", f"XXXX-W{week:02d}")
    if direction is None:  # "ferien er i uke 40"
        return Reading("DATE", f"{about.year}-W{week:02d}")
    mondays = [date.fromisocalendar(about.year + n, min(week, 52), 1) for n in (-1, 0, 1)]
    found = likely(mondays, week_day(about, 0, 1), direction) or about
    return Reading("DATE", f"{found.isocalendar().year}-W{week:02d}")


def weekend_reading(told: Fields, anchor: Anchor, direction: Direction | None) -> Reading | None:
    """``2023-W36-WE``: early in a week and with a past verb the last one, else the one to come."""
    if not anchor.day:
        return Reading("DATE", "XXXX-WXX-WE")
    shift = told.week_shift
    if shift is None:
        early = anchor.day.isoweekday() < 3
        shift = -1 if anchor.day.isoweekday() < 6 and (direction == "past" or (direction is None and early)) else 0
    return Reading("DATE", iso_week(anchor.day + timedelta(weeks=shift)) + "-WE")


# ---------------------------------------------------------------- days and clocks


def day_reading(told: Fields, anchor: Anchor, direction: Direction | None) -> Reading | None:
    """A day, with the part of the day or the clock where one is told."""
    if told.day and told.day_end:
        return _day_range(told, anchor, direction)
    named = told.day or told.weekday or told.day_shift is not None or told.holiday
    day = _day(told, anchor, direction) if named else _clock_day(told, anchor, direction)
    if day is None and named and (told.day or told.holiday) and (anchor.about or not _can_be(told, anchor)):
        return None
    written = day.isoformat() if day else _unknown_day(told, anchor)
    if told.clock and told.night and day and int(_clock(told, anchor)[:2]) >= _EVENING:
        day -= timedelta(days=1)  # "klokka 23.40 natt til søndag"
        written = day.isoformat()
    if told.edge in ("START", "END") and not told.part and not told.clock and not told.night and day and not told.month:
        told = replace(told, part=_EDGE_PARTS[told.edge], edge=None)  # "sent søndag"
    if told.clock and direction == "future" and day == anchor.day and _has_passed(told, anchor):
        told = replace(told, meridiem="PM")  # "kampen starter kvart på ni", told at noon
    if told.clock:
        return Reading("TIME", f"{written}T{_clock(told, anchor)}" + _clock_end(told, anchor, written, day), day=day)
    if told.part:
        return Reading("TIME", f"{written}T{told.part}", day=day)
    return Reading("DATE", written, day=day)


def _has_passed(told: Fields, anchor: Anchor) -> bool:
    """True for a spoken clock of the day of publication that was over when the article came."""
    return bool(told.spoken and not told.meridiem and anchor.clock and _clock(told, anchor) < anchor.clock)


def _day_range(told: Fields, anchor: Anchor, direction: Direction | None) -> Reading | None:
    last = _date(replace(told, day=told.day_end, month=told.month_end or told.month), anchor, direction)
    if not last:
        return None
    month = told.month or last.month
    first = real_day(last.year - (month > last.month), month, told.day or 1)
    return Reading("DATE", f"{first}/{last}") if first and first < last else None


def _day(told: Fields, anchor: Anchor, direction: Direction | None) -> date | None:
    if told.holiday:
        return _holiday(told, anchor, direction)
    if told.day:
        return _date(told, anchor, direction)
    if not anchor.day:
        return None
    if told.day_shift is not None:
        return anchor.day + timedelta(days=told.day_shift)
    if not told.weekday:
        return None
    if told.week_shift is not None:
        return week_day(anchor.day, told.week_shift, told.weekday)
    if told.week is not None:
        return date.fromisocalendar(anchor.day.year, told.week, told.weekday)
    if direction == "past" and not told.which and (changed := _before_the_change(told.weekday, anchor)):
        return changed
    return _weekday(told.weekday, told.which, anchor.day, direction)


def _before_the_change(weekday: int, anchor: Anchor) -> date | None:
    """The weekday that lies between the publication and its last change: what happened then was written in."""
    if not anchor.changed or not anchor.day:
        return None
    found = nearest_weekday(weekday, anchor.changed, "past")
    return found if found > anchor.day else None


def _weekday(weekday: int, which: int | None, day: date, direction: Direction | None) -> date:
    if which:
        away = timedelta(days=which)
        return nearest_weekday(weekday, day + away, "past" if which < 0 else "future")
    return nearest_weekday(weekday, day, "future" if which == 0 and direction is None else direction)


def _date(told: Fields, anchor: Anchor, direction: Direction | None) -> date | None:
    month, day, year = told.month or 0, told.day or 0, told_year(told, anchor)
    if year is not None:
        return real_day(year, month, day)
    about = anchor.about
    if not about:
        return None
    candidates = [d for n in (-1, 0, 1) if (d := real_day(about.year + n, month, day))]
    if told.weekday:
        candidates = [d for d in candidates if d.isoweekday() == told.weekday] or candidates
    named = load_words().tables["named_day"].get(f"{month:02d}-{day:02d}")
    looked_at = [d for d in candidates if direction != "past" or d <= about] or candidates
    if named and int(named) <= about.year and direction != "future" and min(abs(d - about) for d in looked_at) > SOON:
        return real_day(int(named), month, day)
    return likely(candidates, about, direction)


def _holiday(told: Fields, anchor: Anchor, direction: Direction | None) -> date | None:
    year, feast = told_year(told, anchor), told.holiday or ""
    if year is not None:
        return feast_day(feast, year)
    about = anchor.about
    if not about:
        return None
    side: Direction | None = direction if not told.which else "past" if told.which < 0 else "future"
    days = [feast_day(feast, about.year + n) for n in (-1, 0, 1)]
    return likely(days, about, side)


def _clock_day(told: Fields, anchor: Anchor, direction: Direction | None) -> date | None:
    """A bare clock belongs to the day that the text spoke of last, else to the day of publication.

    A past clock that is later than the last change of the text was on the day before.
    """
    day = told_before(anchor, direction) or anchor.day
    last = anchor.changed or anchor.day
    if direction == "past" and last and day:
        late = anchor.last_clock and told.clock and _minutes(_clock(told, anchor)) > _minutes(anchor.last_clock) + _LATE
        return day - timedelta(days=1) if late and day == last else day
    return day


def told_before(anchor: Anchor, direction: Direction | None) -> date | None:
    """The day that the text told last; what is past is not of a day to come."""
    if direction != "past" or not anchor.told:
        return anchor.told
    last = anchor.changed or anchor.day or anchor.last_day
    return anchor.told if not last or anchor.told <= last else None


def _can_be(told: Fields, anchor: Anchor) -> bool:
    """False for a day that no calendar has (31.02.); without a year the 29th of February can be."""
    leap_year = 2000
    year = told_year(told, anchor) or leap_year
    return not (told.day and told.month) or real_day(year, told.month, told.day) is not None


def _unknown_day(told: Fields, anchor: Anchor) -> str:
    if told.day and told.month:
        return f"{told_year(told, anchor) or 'XXXX'}-{told.month:02d}-{told.day:02d}"
    if told.weekday:
        return f"XXXX-WXX-{told.weekday}"
    if told.day_shift == 0 and anchor.month:
        return f"{anchor.year}-{anchor.month:02d}-XX"
    return UNKNOWN_DAY


def _minutes(clock: str) -> int:
    return 60 * int(clock[:2]) + int(clock[3:5])


def _clock(told: Fields, anchor: Anchor, clock: str | None = None) -> str:
    """On the 24-hour clock: *klokka sju om kvelden* is 19:00; a spoken *halv to* is by day, if that can be."""
    clock = clock or told.clock or ""
    hour = int(clock[:2])
    by_day = told.spoken and hour < _EARLY and not told.meridiem and told.part not in ("NI", "MO")
    passed = not anchor.last_clock or bool(anchor.changed) or hour + _NOON < int(anchor.last_clock[:2])
    if by_day and passed:
        return f"{hour + _NOON:02d}{clock[2:]}"
    late = told.meridiem == "PM" or told.part in ("AF", "EV")
    return f"{hour + _NOON:02d}{clock[2:]}" if late and 0 < hour < _NOON else clock


def _clock_end(told: Fields, anchor: Anchor, written: str, day: date | None) -> str:
    if not told.clock_end:
        return ""
    end = _clock(told, anchor, told.clock_end)
    if day and end < _clock(told, anchor):  # "mellom klokka 22 og 06"
        written = (day + timedelta(days=1)).isoformat()
    return f"/{written}T{end}"
