"""From the fields of a time expression to its TIMEX3 value (TimeML 1.2.1), against the day of publication.

What cannot be told is written as X: a Tuesday of an unknown week is ``XXXX-WXX-2``.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from belegg.annotate._time_fields import Fields, Length
from belegg.annotate._time_words import load_words
from belegg.core.annotation import TimexMod, TimexType
from belegg.text.dates import Direction, feast_day, iso_week, nearest, nearest_weekday, real_day, shift_months, week_day

_MONTH_NAMES = (
    "januar", "februar", "mars", "april", "mai", "juni",
    "juli", "august", "september", "oktober", "november", "desember",
)  # fmt: skip
_PAST, _FUTURE = "PAST_REF", "FUTURE_REF"
_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_PERIOD_MONTHS = {"Q": 3, "H": 6}
_DECADES_OF_CENTURY = 1900
_YEARS_OF = {"Y": 1, "DE": 10, "CE": 100, "ML": 1000}
_NOON = 12
_EARLY = 6  # o'clock: words for earlier hours mean the afternoon, if that has passed
_LATE = 240  # minutes after the last change of the text that a past clock must be at to be yesterday's
_LONG_AGO, _SOON = timedelta(days=270), timedelta(days=60)
_UNKNOWN_DAY = "XXXX-XX-XX"


@dataclass(frozen=True, slots=True)
class Anchor:
    """When the article was published, as far as that is known.

    ``last_clock`` is when its text was last changed on that day; ``told`` the day that the text spoke of last.
    """

    year: int | None = None
    month: int | None = None
    day: date | None = None
    clock: str | None = None
    last_clock: str | None = None
    told: date | None = None

    @property
    def about(self) -> date | None:
        """The day, or the middle of the month or year."""
        if self.day or not self.year:
            return self.day
        return date(self.year, self.month, 15) if self.month else date(self.year, 7, 1)

    @property
    def value(self) -> str | None:
        """What is known, in ISO form."""
        if self.day:
            return self.day.isoformat() + (f"T{self.clock}" if self.clock else "")
        if not self.year:
            return None
        return f"{self.year}-{self.month:02d}" if self.month else str(self.year)


@dataclass(frozen=True, slots=True)
class Reading:
    """A resolved expression. ``day`` is its day, where it is told to the day."""

    type: TimexType
    value: str
    mod: TimexMod | None = None
    day: date | None = None


def anchor_of(published: str | None, updated: str | None = None) -> Anchor:
    """The anchor of ISO 8601 values that are cut to their precision (``2023-09-13T07:48`` … ``2023``)."""
    if not published:
        return Anchor()
    head, _, clock = published.partition("T")
    parts = [int(p) for p in head.split("-")]
    day = date(*parts) if len(parts) == 3 else None
    return Anchor(
        parts[0], parts[1] if len(parts) > 1 else None, day, clock[:5] or None, _last_clock(published, updated)
    )


def _last_clock(published: str, updated: str | None) -> str | None:
    """The minute that no past clock of the day of publication can be after; None where the day went by."""
    last = max(published, updated or "")
    return last[11:16] or None if last[:10] == published[:10] else None


def resolve(told: Fields, forms: tuple[str, ...], anchor: Anchor, direction: Direction | None) -> Reading | None:
    """The reading of an expression; None where its parts fit no calendar."""
    for form, read in _READERS.items():
        if form in forms:
            reading = read(told, anchor, direction)
            return _with_mod(reading, told) if reading else None
    reading = _day_reading(told, anchor, direction)
    return _with_mod(reading, told) if reading else None


def _with_mod(reading: Reading, told: Fields) -> Reading:
    mod: TimexMod | None = "APPROX" if told.approx else None
    for edge in ("START", "MID", "END"):
        mod = edge if told.edge == edge else mod
    return replace(reading, mod=mod)


# ---------------------------------------------------------------- durations and sets


def _duration(told: Fields, _anchor: Anchor, _direction: Direction | None) -> Reading | None:
    return Reading("DURATION", told.length.value if told.length else told.value or "PX")


def _set(told: Fields, _anchor: Anchor, _direction: Direction | None) -> Reading | None:
    if told.value:
        return Reading("SET", told.value)
    if told.weekend is not None:
        return Reading("SET", "XXXX-WXX-WE")
    if told.weekday:
        return Reading("SET", f"XXXX-WXX-{told.weekday}" if (told.each or 1) == 1 else f"P{told.each}W")
    if told.part:
        return Reading("SET", f"{_UNKNOWN_DAY}T{told.part}")
    if told.season:
        return Reading("SET", f"XXXX-{told.season}")
    if told.month:
        return Reading("SET", f"XXXX-{told.month:02d}")
    return _every(told)


def _every(told: Fields) -> Reading | None:
    if not told.length:
        return None
    if told.length.count is not None:
        return Reading("SET", told.length.value)
    return Reading("SET", told.length.value.replace("X", str(told.each or 1)))


# ---------------------------------------------------------------- so long ago, in so long


def _ago(told: Fields, anchor: Anchor, _direction: Direction | None) -> Reading | None:
    length, sign = told.length, told.sign or -1
    if not length:
        return None
    if length.count is None or "/" in length.value:
        return Reading("DATE", _PAST if sign < 0 else _FUTURE)
    if length.unit in ("S", "M", "H"):
        return _clock_away(length, sign, anchor)
    if length.unit in _YEARS_OF and length.count == int(length.count):
        return _years_away(int(length.count) * _YEARS_OF[length.unit] * sign, length.unit, anchor)
    if length.unit in ("D", "W"):
        return _days_away(told, length, sign, anchor)
    months = round(length.count * {"MO": 1, "Q": 3, "HY": 6}.get(length.unit, 12)) * sign
    if not anchor.month or not anchor.about:
        return Reading("DATE", "XXXX-XX")
    return Reading("DATE", shift_months(anchor.about.replace(day=1), months).isoformat()[:7])


def _clock_away(length: Length, sign: int, anchor: Anchor) -> Reading:
    if not anchor.day or not anchor.clock:
        return Reading("TIME", f"{anchor.day or _UNKNOWN_DAY}TXX:XX")
    seconds = (length.count or 0) * {"S": 1, "M": 60, "H": 3600}[length.unit] * sign
    then = datetime.fromisoformat(f"{anchor.day}T{anchor.clock}") + timedelta(seconds=seconds)
    return Reading("TIME", then.isoformat()[:16], day=then.date())


def _years_away(years: int, unit: str, anchor: Anchor) -> Reading:
    if not anchor.year:
        return Reading("DATE", "XXXX")
    year = str(anchor.year + years)
    return Reading("DATE", year[:3] if unit == "DE" else year[:2] if unit == "CE" else year)


def _days_away(told: Fields, length: Length, sign: int, anchor: Anchor) -> Reading:
    if not anchor.day:
        return Reading("DATE", "XXXX-WXX" if length.unit == "W" else _UNKNOWN_DAY)
    count = (length.count or 0) * sign
    if told.weekday and length.unit == "W":
        day = week_day(anchor.day, int(count), told.weekday)
    else:
        day = anchor.day + timedelta(days=round(count * (7 if length.unit == "W" else 1)))
    return Reading("DATE", day.isoformat(), day=day)


def _event_day(told: Fields, anchor: Anchor, _direction: Direction | None) -> Reading | None:
    """*Dagen etter brannen*: the day of publication if told *now* (``which`` 0), else beside the day last told."""
    now = told.which == 0 and told.sign == 1
    day = anchor.day if now else None
    if day is None and anchor.told:
        day = anchor.told + timedelta(days=told.sign or 0)
    if day is None and not now:
        return None
    return Reading("DATE", day.isoformat() if day else _UNKNOWN_DAY, day=day)


def _vague(told: Fields, _anchor: Anchor, _direction: Direction | None) -> Reading | None:
    return Reading("DATE", told.value or _PAST)


# ---------------------------------------------------------------- years and what divides them


def _year(told: Fields, anchor: Anchor) -> int | None:
    if told.year is not None:
        return told.year
    if told.year_shift is not None and anchor.year:
        return anchor.year + told.year_shift
    return None


def _year_range(told: Fields, _anchor: Anchor, _direction: Direction | None) -> Reading | None:
    start, end = told.year or 0, told.year_end or 0
    end = end if end > 99 else start // 100 * 100 + end + (100 if end < start % 100 else 0)
    return Reading("DATE", f"{start}/{end}") if end > start else None


def _decade(told: Fields, _anchor: Anchor, _direction: Direction | None) -> Reading | None:
    """``199`` for 1990-tallet, ``18`` for 1800-tallet (TIMEX2's cut values)."""
    if told.value:
        return Reading("DATE", told.value)
    decade = told.decade or 0
    decade += _DECADES_OF_CENTURY if decade < 100 else 0
    return Reading("DATE", str(decade // 100 if decade % 100 == 0 else decade // 10))


def _century(told: Fields, anchor: Anchor, _direction: Direction | None) -> Reading | None:
    if told.century is not None:
        return Reading("DATE", f"{told.century - 1:02d}")
    return Reading("DATE", str(anchor.year // 100 + (told.which or 0))) if anchor.year else None


def _period(told: Fields, anchor: Anchor, direction: Direction | None) -> Reading | None:
    kind, number = told.period or "Q", told.number or 1
    if number * _PERIOD_MONTHS[kind] > 12:
        return None
    year = _year(told, anchor)
    if year is None:
        year = _nearest_year((number - 1) * _PERIOD_MONTHS[kind] + 1, anchor, direction or "past")
    return Reading("DATE", f"{year or 'XXXX'}-{kind}{number}")


def _relative_quarter(told: Fields, anchor: Anchor, _direction: Direction | None) -> Reading | None:
    if not anchor.month or not anchor.about:
        return Reading("DATE", "XXXX-QX")
    day = shift_months(anchor.about.replace(day=1), 3 * (told.quarter_shift or 0))
    return Reading("DATE", f"{day.year}-Q{(day.month + 2) // 3}")


def _nearest_year(month: int, anchor: Anchor, direction: Direction | None) -> int | None:
    """The year in which the month that a season or period begins with is nearest on the given side."""
    about = anchor.about
    if not about:
        return None
    found = _likely([date(about.year + n, month, 1) for n in (-1, 0, 1)], about, direction)
    return found.year if found else about.year


def _season(told: Fields, anchor: Anchor, direction: Direction | None) -> Reading | None:
    season = told.season or ""
    year = _year(told, anchor)
    if year is None:
        year = _season_year(season, told.which, anchor, direction)
    return Reading("DATE", f"{year or 'XXXX'}-{season}")


def _season_year(season: str, which: int | None, anchor: Anchor, direction: Direction | None) -> int | None:
    """Winter has the year that it is spoken of in; the others the year of the nearest one on the verb's side."""
    about = anchor.about
    if about is None:
        return None
    start = _SEASON_STARTS[season]
    if season == "WI":
        return about.year + (which if which and (which < 0 or about.month == 12) else 0)
    if which == 0:
        return _this_season(start, about, direction)
    if which:
        day = about if which > 0 else shift_months(about, -3)
        return _nearest_year(start, replace(anchor, day=day), "future" if which > 0 else "past")
    if direction == "future" and 0 <= about.month - start < 3:
        return about.year
    middle = replace(anchor, day=shift_months(about.replace(day=1), -1)) if direction is None else anchor
    return _nearest_year(start, middle, direction)


def _this_season(start: int, about: date, direction: Direction | None) -> int:
    """*I haust* is this year's, but last year's where it is yet to come and the verb looks back."""
    if start <= about.month or direction == "future":
        return about.year
    nearer_last = about - date(about.year - 1, start + 2, 1) < date(about.year, start, 15) - about
    return about.year - 1 if direction == "past" or nearer_last else about.year


def _month(told: Fields, anchor: Anchor, direction: Direction | None) -> Reading | None:
    month = told.month or 1
    year = _year(told, anchor)
    if year is None:
        year = _month_year(month, told.which, anchor, direction)
    value = f"{year or 'XXXX'}-{month:02d}"
    if told.month_end:
        last = (year or 0) + (1 if told.month_end < month else 0)
        value += f"/{last or 'XXXX'}-{told.month_end:02d}"
    return Reading("DATE", value)


def _month_year(month: int, which: int | None, anchor: Anchor, direction: Direction | None) -> int | None:
    about = anchor.about
    if not about:
        return None
    first = about.replace(day=1)
    if which:
        first = shift_months(first, which)
        direction = "future" if which > 0 else "past"
    return _nearest_year(month, replace(anchor, day=first), direction)


def _whole_year(told: Fields, anchor: Anchor, _direction: Direction | None) -> Reading | None:
    year = _year(told, anchor)
    return Reading("DATE", str(year) if year is not None else "XXXX")


def _relative_month(told: Fields, anchor: Anchor, _direction: Direction | None) -> Reading | None:
    if not anchor.month or not anchor.about:
        return Reading("DATE", "XXXX-XX")
    return Reading("DATE", shift_months(anchor.about.replace(day=1), told.month_shift or 0).isoformat()[:7])


# ---------------------------------------------------------------- weeks


def _week(told: Fields, anchor: Anchor, direction: Direction | None) -> Reading | None:
    if told.weekday:
        return _day_reading(told, anchor, direction)
    if told.week_shift is not None:
        return Reading("DATE", iso_week(anchor.day + timedelta(weeks=told.week_shift)) if anchor.day else "XXXX-WXX")
    week, about = told.week or 1, anchor.about
    if not about:
        return Reading("DATE", f"XXXX-W{week:02d}")
    mondays = [date.fromisocalendar(about.year + n, min(week, 52), 1) for n in (-1, 0, 1)]
    found = nearest(mondays, week_day(about, 0, 1), direction) or about
    return Reading("DATE", f"{found.isocalendar().year}-W{week:02d}")


def _weekend(told: Fields, anchor: Anchor, direction: Direction | None) -> Reading | None:
    if not anchor.day:
        return Reading("DATE", "XXXX-WXX-WE")
    shift = told.week_shift
    if shift is None:
        early = anchor.day.isoweekday() < 3
        shift = -1 if anchor.day.isoweekday() < 6 and (direction == "past" or (direction is None and early)) else 0
    return Reading("DATE", iso_week(anchor.day + timedelta(weeks=shift)) + "-WE")


# ---------------------------------------------------------------- days and clocks


def _day_reading(told: Fields, anchor: Anchor, direction: Direction | None) -> Reading | None:
    """A day, with the part of the day or the clock where one is told."""
    if told.day and told.month and told.day_end:
        return _day_range(told, anchor, direction)
    named = told.day or told.weekday or told.day_shift is not None or told.holiday
    day = _day(told, anchor, direction) if named else _clock_day(told, anchor, direction)
    if day is None and named and (told.day or told.holiday) and anchor.about:
        return None
    written = day.isoformat() if day else _unknown_day(told, anchor)
    if told.clock:
        return Reading("TIME", f"{written}T{_clock(told, anchor)}" + _clock_end(told, anchor, written), day=day)
    if told.part:
        return Reading("TIME", f"{written}T{told.part}", day=day)
    return Reading("DATE", written, day=day)


def _day_range(told: Fields, anchor: Anchor, direction: Direction | None) -> Reading | None:
    last = _date(replace(told, day=told.day_end, month=told.month_end or told.month), anchor, direction)
    if not last:
        return None
    first = real_day(last.year - ((told.month or 1) > last.month), told.month or 1, told.day or 1)
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
    return _weekday(told.weekday, told.which, anchor.day, direction)


def _weekday(weekday: int, which: int | None, day: date, direction: Direction | None) -> date:
    if which:
        away = timedelta(days=which)
        return nearest_weekday(weekday, day + away, "past" if which < 0 else "future")
    return nearest_weekday(weekday, day, "future" if which == 0 and direction is None else direction)


def _date(told: Fields, anchor: Anchor, direction: Direction | None) -> date | None:
    month, day, year = told.month or 0, told.day or 0, _year(told, anchor)
    if year is not None:
        return real_day(year, month, day)
    about = anchor.about
    if not about:
        return None
    candidates = [d for n in (-1, 0, 1) if (d := real_day(about.year + n, month, day))]
    if told.weekday:
        candidates = [d for d in candidates if d.isoweekday() == told.weekday] or candidates
    named = load_words().tables["named_day"].get(f"{day}. {_MONTH_NAMES[month - 1]}") if 1 <= month <= 12 else None
    if named and direction != "future" and min(abs(d - about) for d in candidates) > _SOON:
        return real_day(int(named), month, day)
    return _likely(candidates, about, direction)


def _likely(candidates: Sequence[date], about: date, direction: Direction | None) -> date | None:
    """The nearest on the verb's side; but a day soon to come (or just past) outdoes one that is most of a year away."""
    found, other = nearest(candidates, about, direction), nearest(candidates, about, None)
    if found is None or (other and abs(found - about) > _LONG_AGO and abs(other - about) < _SOON):
        return other
    return found


def _holiday(told: Fields, anchor: Anchor, direction: Direction | None) -> date | None:
    year, feast = _year(told, anchor), told.holiday or ""
    if year is not None:
        return feast_day(feast, year)
    about = anchor.about
    if not about:
        return None
    side: Direction | None = direction if not told.which else "past" if told.which < 0 else "future"
    days = [feast_day(feast, about.year + n) for n in (-1, 0, 1)]
    return _likely(days, about, side)


def _clock_day(told: Fields, anchor: Anchor, direction: Direction | None) -> date | None:
    """A bare clock belongs to the day that the text spoke of last, else to the day of publication.

    A past clock that is later than the publication was on the day before.
    """
    day = anchor.told or anchor.day
    if direction == "past" and anchor.day and day:
        day = min(day, anchor.day)
        late = anchor.last_clock and told.clock and _minutes(_clock(told, anchor)) > _minutes(anchor.last_clock) + _LATE
        return day - timedelta(days=1) if late and day == anchor.day else day
    return day


def _unknown_day(told: Fields, anchor: Anchor) -> str:
    if told.day and told.month:
        return f"{_year(told, anchor) or 'XXXX'}-{told.month:02d}-{told.day:02d}"
    if told.weekday:
        return f"XXXX-WXX-{told.weekday}"
    if told.day_shift == 0 and anchor.month:
        return f"{anchor.year}-{anchor.month:02d}-XX"
    return _UNKNOWN_DAY


def _minutes(clock: str) -> int:
    return 60 * int(clock[:2]) + int(clock[3:5])


def _clock(told: Fields, anchor: Anchor, clock: str | None = None) -> str:
    """On the 24-hour clock: *klokka sju om kvelden* is 19:00; a spoken *halv to* is by day, if that can be."""
    clock = clock or told.clock or ""
    hour = int(clock[:2])
    by_day = told.spoken and hour < _EARLY and not told.meridiem and told.part not in ("NI", "MO")
    passed = not anchor.last_clock or hour + _NOON < int(anchor.last_clock[:2])
    if by_day and passed:
        return f"{hour + _NOON:02d}{clock[2:]}"
    late = told.meridiem == "PM" or told.part in ("AF", "EV")
    return f"{hour + _NOON:02d}{clock[2:]}" if late and 0 < hour < _NOON else clock


def _clock_end(told: Fields, anchor: Anchor, written: str) -> str:
    return f"/{written}T{_clock(told, anchor, told.clock_end)}" if told.clock_end else ""


Reader = Callable[[Fields, Anchor, Direction | None], Reading | None]
# The first form that an expression has decides who reads it; what is left tells a day.
_READERS: dict[str, Reader] = {
    "set": _set,
    "duration": _duration,
    "last": _duration,
    "vague_duration": _duration,
    "vague_date": _vague,
    "ago": _ago,
    "event_day": _event_day,
    "weekend": _weekend,
    "week": _week,
    "relative_week": _week,
    "year_range": _year_range,
    "decade": _decade,
    "century": _century,
    "quarter": _period,
    "relative_quarter": _relative_quarter,
    "season": _season,
    "season_word": _season,
    "month": _month,
}


def _read_rest(told: Fields, anchor: Anchor, direction: Direction | None) -> Reading | None:
    if told.holiday or told.day or told.day_shift is not None or told.weekday or told.clock or told.part:
        return _day_reading(told, anchor, direction)
    if told.month_shift is not None:
        return _relative_month(told, anchor, direction)
    if told.quarter_shift is not None:
        return _relative_quarter(told, anchor, direction)
    if told.weekend is not None:
        return _weekend(told, anchor, direction)
    if told.week_shift is not None:
        return _week(told, anchor, direction)
    return _whole_year(told, anchor, direction)


_READERS |= dict.fromkeys(
    ("date", "day_shift", "weekday", "clock", "holiday", "feast", "night", "relative_month", "year", "year_shift",
     "relative_year", "bare_year", "whole"),
    _read_rest,
)  # fmt: skip
