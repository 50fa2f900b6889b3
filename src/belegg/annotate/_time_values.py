"""From the fields of a time expression to its TIMEX3 value (TimeML 1.2.1), against the day of publication.

What cannot be told is written as X: a Tuesday of an unknown week is ``XXXX-WXX-2``.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

from belegg.annotate._time_anchor import FUTURE, PAST, UNKNOWN_DAY, Anchor, Reading
from belegg.annotate._time_days import day_reading, told_before, told_year, week_reading, weekend_reading
from belegg.annotate._time_fields import Fields, Length
from belegg.core.annotation import TimexMod
from belegg.text.dates import Direction, iso_week, likely, shift_months, week_day

_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_NEXT = 2  # "neste sommer": not the one at hand
_WEEK = 7
_PERIOD_MONTHS = {"Q": 3, "H": 6}
_YEARS_OF = {"Y": 1, "DE": 10, "CE": 100, "ML": 1000}


def resolve(told: Fields, forms: tuple[str, ...], anchor: Anchor, direction: Direction | None) -> Reading | None:
    """The reading of an expression; None where its parts fit no calendar (*om fem millioner dager* leaves it)."""
    try:
        return _read(told, forms, anchor, direction)
    except OverflowError:
        return None


def _read(told: Fields, forms: tuple[str, ...], anchor: Anchor, direction: Direction | None) -> Reading | None:
    for form, read in _READERS.items():
        if form in forms:
            reading = read(told, anchor, direction)
            return _with_mod(reading, told) if reading else None
    reading = day_reading(told, anchor, direction)
    return _with_mod(reading, told) if reading else None


def _with_mod(reading: Reading, told: Fields) -> Reading:
    mod: TimexMod | None = "APPROX" if told.approx else None
    for edge in ("START", "MID", "END"):
        mod = edge if told.edge == edge else mod
    return replace(reading, mod=mod)


# ---------------------------------------------------------------- durations and sets


def _duration(told: Fields, _anchor: Anchor, _direction: Direction | None) -> Reading | None:
    written = told.length.value if told.length else told.value or "PX"
    return Reading("DURATION", written.split("/")[0])  # "fire til fem døgn": the less


def _set(told: Fields, _anchor: Anchor, _direction: Direction | None) -> Reading | None:
    if told.value:
        return Reading("SET", told.value)
    if told.weekend is not None or told.weekday:
        return Reading("SET", f"P{told.each or 1}W")
    if told.part:
        return Reading("SET", f"P{told.each or 1}D")
    if told.season or told.month:
        return Reading("SET", f"P{told.each or 1}Y")
    return _every(told)


def _habit(told: Fields, anchor: Anchor, direction: Direction | None) -> Reading | None:
    """*Om natta*: every night, but with a past verb the night of the day that is told of."""
    return day_reading(told, anchor, direction) if direction == "past" else Reading("SET", "P1D")


def _season_habit(told: Fields, anchor: Anchor, direction: Direction | None) -> Reading | None:
    return _season(told, anchor, direction) if direction == "past" else Reading("SET", f"XXXX-{told.season}")


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
        return Reading("DATE", PAST if sign < 0 else FUTURE)
    if length.unit in ("S", "M", "H"):
        return _clock_away(length, sign, anchor)
    if length.unit in _YEARS_OF and length.count == int(length.count) and (length.unit, length.count) != ("Y", 1):
        return _years_away(int(length.count) * _YEARS_OF[length.unit] * sign, length.unit, anchor)
    if length.unit == "WE":
        return weekend_reading(replace(told, week_shift=round(length.count) * sign), anchor, None)
    if length.unit in ("D", "W"):
        return _days_away(told, length, sign, anchor)
    months = round(length.count * {"MO": 1, "Q": 3, "HY": 6}.get(length.unit, 12)) * sign
    if not anchor.month or not anchor.about:
        return Reading("DATE", "XXXX-XX")
    return Reading("DATE", shift_months(anchor.about.replace(day=1), months).isoformat()[:7])


def _clock_away(length: Length, sign: int, anchor: Anchor) -> Reading:
    if not anchor.day or not anchor.clock:
        return Reading("TIME", f"{anchor.day or UNKNOWN_DAY}TXX:XX")
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
        return Reading("DATE", "XXXX-WXX" if length.unit == "W" else UNKNOWN_DAY)
    count = (length.count or 0) * sign
    weeks = count / (1 if length.unit == "W" else _WEEK)
    if told.weekday and weeks == int(weeks):  # "fredag om fjorten dager"
        day = week_day(anchor.day, int(weeks), told.weekday)
    else:
        day = anchor.day + timedelta(days=round(count * (7 if length.unit == "W" else 1)))
    exact = length.unit == "D" or told.weekday  # what went on two weeks ago need not be of that day
    return Reading("DATE", day.isoformat(), day=day if exact else None)


def _event_day(told: Fields, anchor: Anchor, _direction: Direction | None) -> Reading | None:
    """*Dagen etter brannen*: the day of publication if told *now* (``which`` 0), else beside the day last told."""
    now = told.which == 0 and told.sign == 1
    day = anchor.day if now else None
    if day is None and anchor.told:
        day = anchor.told + timedelta(days=told.sign or 0)
    if day is None and not now:
        return None
    return Reading("DATE", day.isoformat() if day else UNKNOWN_DAY, day=day)


def _beside(told: Fields, anchor: Anchor, direction: Direction | None) -> Reading | None:
    """*Kvelden før, same dag*: counted from the day that the text told last; the news itself is of *same dag*, too."""
    start = told_before(anchor, direction) or (_of_the_news(anchor) if told.sign == 0 else None)
    day = start + timedelta(days=told.sign or 0) if start else None
    if told.clock or not told.part:
        return day_reading(replace(told, part=None), replace(anchor, told=day), None) if told.clock else _told_day(day)
    return Reading("TIME", f"{day or UNKNOWN_DAY}T{told.part}", day=day)


def _told_day(day: date | None) -> Reading:
    return Reading("DATE", day.isoformat() if day else UNKNOWN_DAY, day=day)


def _beside_week(told: Fields, anchor: Anchor, direction: Direction | None) -> Reading | None:
    """*Samme uke*: that of the day told last, else of publication; *uken etter*: the next one."""
    day = told_before(anchor, direction) or (_of_the_news(anchor) if told.sign == 0 else None)
    return Reading("DATE", iso_week(day + timedelta(weeks=told.sign or 0)) if day else "XXXX-WXX")


def _of_the_news(anchor: Anchor) -> date | None:
    """The day of publication, where the text has told no other time before."""
    return anchor.day if anchor.told_year is None else None


def _beside_year(told: Fields, anchor: Anchor, _direction: Direction | None) -> Reading | None:
    return Reading("DATE", str(anchor.told_year + (told.sign or 0)) if anchor.told_year else "XXXX")


def _this_day(told: Fields, anchor: Anchor, direction: Direction | None) -> Reading | None:
    return day_reading(told, anchor, direction) if told.weekday or told.day else _told_day(anchor.day)


def _vague(told: Fields, _anchor: Anchor, _direction: Direction | None) -> Reading | None:
    return Reading("DATE", told.value or PAST)


# ---------------------------------------------------------------- years and what divides them


def _year_range(told: Fields, _anchor: Anchor, _direction: Direction | None) -> Reading | None:
    start, end = told.year or 0, told.year_end or 0
    end = end if end > 99 else start // 100 * 100 + end + (100 if end < start % 100 else 0)
    return Reading("DATE", f"{start}/{end}") if end > start else None


def _decade(told: Fields, _anchor: Anchor, _direction: Direction | None) -> Reading | None:
    """``199`` for 1990-tallet, ``18`` for 1800-tallet (TIMEX2's cut values)."""
    if told.value:
        return Reading("DATE", told.value)
    decade = told.decade or 0
    decade += 1900 if decade < 100 else 0
    return Reading("DATE", str(decade // 100 if decade % 100 == 0 else decade // 10))


def _century(told: Fields, anchor: Anchor, _direction: Direction | None) -> Reading | None:
    if told.century is not None:
        return Reading("DATE", f"{told.century - 1:02d}")
    return Reading("DATE", str(anchor.year // 100 + (told.which or 0))) if anchor.year else None


def _period(told: Fields, anchor: Anchor, direction: Direction | None) -> Reading | None:
    """*I første halvår* is told of when its last month has begun, and is to come as long as that has not passed."""
    kind, number = told.period or "Q", told.number or 1
    if number * _PERIOD_MONTHS[kind] > 12:
        return None
    year = told_year(told, anchor)
    if year is None:
        first = replace(anchor, day=anchor.about.replace(day=1) if anchor.about else None)
        year = _nearest_year(number * _PERIOD_MONTHS[kind], first, direction or "past")
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
    found = likely([date(about.year + n, month, 1) for n in (-1, 0, 1)], about, direction)
    return found.year if found else about.year


def _season(told: Fields, anchor: Anchor, direction: Direction | None) -> Reading | None:
    season = told.season or ""
    year = told_year(told, anchor)
    if year is None:
        year = _season_year(season, told.which, anchor, direction)
    return Reading("DATE", f"{year or 'XXXX'}-{season}")


def _season_year(season: str, which: int | None, anchor: Anchor, direction: Direction | None) -> int | None:
    """Winter has the year that it is spoken of in; the others the year of the nearest one on the verb's side."""
    about = anchor.about
    if about is None:
        return None
    start = _SEASON_STARTS[season]
    if which == _NEXT and season != "WI":
        return about.year + (start <= about.month)
    which = min(which, 1) if which else which
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
    year = told_year(told, anchor)
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
    year = told_year(told, anchor)
    return Reading("DATE", str(year) if year is not None else "XXXX")


def _relative_month(told: Fields, anchor: Anchor, _direction: Direction | None) -> Reading | None:
    if not anchor.month or not anchor.about:
        return Reading("DATE", "XXXX-XX")
    return Reading("DATE", shift_months(anchor.about.replace(day=1), told.month_shift or 0).isoformat()[:7])


def _month_turn(told: Fields, anchor: Anchor, direction: Direction | None) -> Reading | None:
    """The first of the month that begins; without its name that of the nearest."""
    if not anchor.about:
        return Reading("DATE", UNKNOWN_DAY)
    first = anchor.about.replace(day=1)
    firsts = [shift_months(first, n) for n in range(-11, 12)]
    day = likely([d for d in firsts if told.month in (None, d.month)], anchor.about, direction)
    return Reading("DATE", day.isoformat(), day=day) if day else None


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
    "beside": _beside,
    "beside_week": _beside_week,
    "beside_year": _beside_year,
    "this_day": _this_day,
    "habit": _habit,
    "season_habit": _season_habit,
    "weekend": weekend_reading,
    "week": week_reading,
    "relative_week": week_reading,
    "year_range": _year_range,
    "decade": _decade,
    "century": _century,
    "quarter": _period,
    "relative_quarter": _relative_quarter,
    "season": _season,
    "season_word": _season,
    "month": _month,
    "month_turn": _month_turn,
}


def _read_rest(told: Fields, anchor: Anchor, direction: Direction | None) -> Reading | None:
    if told.holiday or told.day or told.day_shift is not None or told.weekday or told.clock or told.part:
        return day_reading(told, anchor, direction)
    if told.month_shift is not None:
        return _relative_month(told, anchor, direction)
    if told.quarter_shift is not None:
        return _relative_quarter(told, anchor, direction)
    if told.weekend is not None:
        return weekend_reading(told, anchor, direction)
    if told.week_shift is not None:
        return week_reading(told, anchor, direction)
    return _whole_year(told, anchor, direction)


_READERS |= dict.fromkeys(
    ("date", "day_shift", "weekday", "clock", "holiday", "feast", "night", "relative_month", "year", "year_shift",
     "relative_year", "bare_year", "whole"),
    _read_rest,
)  # fmt: skip
