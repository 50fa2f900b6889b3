"""What the words of a time expression say, before it is known when the article was published."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Literal

from belegg.annotate._time_words import Words

Unit = Literal["S", "M", "H", "D", "W", "MO", "Q", "HY", "Y", "DE", "CE", "ML"]
_YEARS_IN = {"DE": 10, "CE": 100, "ML": 1000}
_CLOCK_UNITS = ("S", "M", "H")


@dataclass(frozen=True, slots=True)
class Length:
    """So many units; ``count`` is None for an unknown number (*noen dager*). ``value`` is the TIMEX3 duration."""

    count: float | None
    unit: str
    value: str


@dataclass(frozen=True, slots=True)
class Fields:
    """The parts of a partly told time; None where it tells nothing. Shifts count from the publication's own unit."""

    year: int | None = None
    year_end: int | None = None
    year_shift: int | None = None
    quarter_shift: int | None = None
    month: int | None = None
    month_end: int | None = None
    month_shift: int | None = None
    day: int | None = None
    day_end: int | None = None
    day_shift: int | None = None
    borrow: int | None = None
    week: int | None = None
    week_shift: int | None = None
    weekend: int | None = None
    weekday: int | None = None
    season: str | None = None
    part: str | None = None
    night: int | None = None
    period: str | None = None
    number: int | None = None
    decade: int | None = None
    century: int | None = None
    holiday: str | None = None
    which: int | None = None
    clock: str | None = None
    clock_end: str | None = None
    spoken: int | None = None
    meridiem: str | None = None
    edge: str | None = None
    approx: int | None = None
    sign: int | None = None
    length: Length | None = None
    each: int | None = None
    value: str | None = None

    def merged(self, other: "Fields") -> "Fields | None":
        """Both together; None where they tell the same part twice, and differently."""
        told = {f.name: getattr(other, f.name) for f in fields(other) if getattr(other, f.name) is not None}
        clash = any(getattr(self, name) not in (None, value) for name, value in told.items() if name != "approx")
        return None if clash else replace(self, **told)


_INTEGERS = {  # slot of the grammar -> field
    "weekday": "weekday", "weekday_definite": "weekday", "weekday_genitive": "weekday", "weekdays": "weekday",
    "month": "month", "month_short": "month", "month_end": "month_end",
    "day_shift": "day_shift", "year_shift": "year_shift", "ordinal_day": "day", "ordinal": "number",
    "each": "each", "side": "sign",
}  # fmt: skip
_NUMBERS = {
    "day": "day", "iso_day": "day", "day_end": "day_end", "month_number": "month", "iso_month": "month",
    "year": "year", "year_end": "year_end", "week": "week", "quarter": "number", "half": "number",
    "decade": "decade", "long_decade": "decade", "century": "century", "every": "each",
}  # fmt: skip
_STRINGS = {
    "season": "season", "season_definite": "season", "season_genitive": "season", "season_holiday": "season",
    "part": "part", "part_definite": "part", "part_genitive": "part", "part_hours": "part", "part_light": "part",
    "this_part": "part", "early_part": "part", "per_round": "value", "habit_plural": "value",
    "holiday": "holiday", "feast": "holiday", "feast_genitive": "holiday",
    "quote_part": "meridiem", "edge": "edge", "edge_bare": "edge",
    "vague_date": "value", "vague_duration": "value", "per": "value", "periodic": "value",
    "decade_name": "value", "around_clock": "clock", "whole_unit": "value",
}  # fmt: skip
_TABLE_OF = {"month_end": "month", "hour_word": "hour"}


def read_fields(found: re.Match[str], settings: Mapping[str, str | int], words: Words) -> Fields | None:
    """The fields of one match of a rule; None where its numbers make no sense."""
    groups = {name: text for name, text in found.groupdict().items() if text is not None}
    told: dict[str, int | float | str | Length | None] = {}
    for slot, text in groups.items():
        if slot in _NUMBERS:
            told[_NUMBERS[slot]] = int(text)
        elif slot in _INTEGERS:
            told[_INTEGERS[slot]] = words.value(_TABLE_OF.get(slot, slot), text)
        elif slot in _STRINGS:
            told[_STRINGS[slot]] = str(words.value(slot, text))
    told |= _settings(settings, groups, words) | _compound(groups, words) | _clock(groups, words)
    if "unit_more" in groups and not _is_smaller(groups["unit_more"], groups["unit"], words):
        return None
    length = _length(groups, words)
    if length:
        told["length"] = length
    if "approx" in groups or "n2" in groups or _vague_amount(groups, words):
        told["approx"] = 1
    return Fields(**told)  # type: ignore[arg-type]


def _settings(
    settings: Mapping[str, str | int], groups: Mapping[str, str], words: Words
) -> dict[str, int | float | str | Length | None]:
    """Constants of the rule; ``X = "which"`` hands the word of *forrige/denne/neste* to the field X."""
    told: dict[str, int | float | str | Length | None] = {}
    which = words.value("which", groups["which"]) if "which" in groups else None
    if which is not None and "which" not in settings.values():
        told["which"] = which
    for name, value in settings.items():
        told[name] = which if value == "which" else value
    return told


def _compound(groups: Mapping[str, str], words: Words) -> dict[str, int | float | str | Length | None]:
    told: dict[str, int | float | str | Length | None] = {}
    if "weekday_part" in groups:
        weekday, part = str(words.value("weekday_part", groups["weekday_part"])).split()
        told |= {"weekday": int(weekday), "part": part}
    if "old_year" in groups:
        told["year"] = 1900 + int(groups["old_year"])
    if "short_year" in groups:
        told["year"] = 2000 + int(groups["short_year"])
    return told


def _vague_amount(groups: Mapping[str, str], words: Words) -> bool:
    """*Et par timer* and *en liten time* are no exact numbers."""
    inside = groups.get("inside")
    lower = " ".join(groups.get("n", "").lower().split())
    return lower.endswith(" par") or (inside is not None and words.value("approx_inside", inside) == 0)


# ---------------------------------------------------------------- clock


def _clock(groups: Mapping[str, str], words: Words) -> dict[str, int | float | str | Length | None]:
    if "hour_word" in groups:
        return {"clock": _worded_clock(groups, words), "spoken": 1}
    if "hour" not in groups:
        return {}
    minute = groups.get("minute") or groups.get("minute4") or "00"
    told: dict[str, int | float | str | Length | None] = {"clock": f"{int(groups['hour']):02d}:{minute}"}
    if "hour_end" in groups:
        told["clock_end"] = f"{int(groups['hour_end']):02d}:{groups.get('minute_end') or '00'}"
    return told


def _worded_clock(groups: Mapping[str, str], words: Words) -> str:
    """*Halv åtte* is 07:30, *fem på halv åtte* 07:25, *kvart over sju* 07:15."""
    total = 60 * int(words.value("hour", groups["hour_word"])) - (30 if "half_to" in groups else 0)
    away = (
        15
        if "quarter_word" in groups
        else int(words.value("minutes", groups["minutes"]))
        if "minutes" in groups
        else int(words.number(groups.get("minutes_told", "0")))
    )
    total += away if groups.get("over", "").lower() == "over" else -away
    return f"{total // 60:02d}:{total % 60:02d}"


# ---------------------------------------------------------------- lengths


def _length(groups: Mapping[str, str], words: Words) -> Length | None:
    joined = groups.get("joined_unit") or groups.get("unit_half_joined")
    if joined:
        return _joined_length(joined, groups, words)
    if "half_unit" in groups:
        return _half_length(groups, words)
    if "unit" not in groups:
        return None
    unit = str(words.value("unit", groups["unit"]))
    count = _count(groups, words)
    if count is None:
        return Length(None, unit, _value("X", unit))
    if "n2" in groups:
        return Length(count, unit, f"{timex(count, unit)}/{timex(words.number(groups['n2']), unit)}")
    if "unit_more" in groups:
        more = str(words.value("unit", groups["unit_more"]))
        return Length(count, unit, _both(timex(count, unit), timex(words.number(groups["n_more"]), more)))
    return Length(count, unit, timex(count, unit))


def _is_smaller(unit: str, other: str, words: Words) -> bool:
    order = ("S", "M", "H", "D", "W", "MO", "Q", "HY", "Y")
    small, large = str(words.value("unit", unit)), str(words.value("unit", other))
    return small in order and large in order and order.index(small) < order.index(large)


def _count(groups: Mapping[str, str], words: Words) -> float | None:
    """The number told; one with an article and for *det siste døgnet*; None for *noen dager, de siste årene*."""
    if "n" in groups:
        return words.number(groups["n"]) + (0.5 if "and_half" in groups else 0)
    if "ordinal_count" in groups:
        return float(words.value("ordinal", groups["ordinal_count"]))
    if "few" in groups:
        return None
    plural = groups["unit"].lower() in words.tables["unit_plural"]
    return 1 if "article" in groups or ("last_of" in groups and not plural) else None


def _joined_length(joined: str, groups: Mapping[str, str], words: Words) -> Length:
    value = str(words.value("unit_half_joined", joined))
    amount, unit = int(value.strip("PTMHD")), "MO" if value == "P6M" else value[-1]
    count = amount * (words.number(groups["n"]) if "n" in groups else 1)
    return Length(count, unit, timex(count, unit))


def _half_length(groups: Mapping[str, str], words: Words) -> Length | None:
    word = groups["half_unit"].lower()
    if word in words.tables["unit_half_joined"]:
        return _joined_length(word, {}, words)
    unit = str(words.value("unit", groups["unit"])) if "unit" in groups else "HY"
    return Length(0.5, unit, timex(1 if unit == "HY" else 0.5, unit))


def timex(count: float, unit: str) -> str:
    """``P2W``, ``PT90M``; fractions are put into the next smaller unit (1.5 years: ``P1Y6M``)."""
    whole, rest = int(count), count - int(count)
    if unit in _YEARS_IN:
        return timex(count * _YEARS_IN[unit], "Y")
    smaller = {"Y": ("MO", 12), "H": ("M", 60), "D": ("H", 24), "M": ("S", 60), "HY": ("MO", 6)}
    if unit == "HY":
        return _value(str(round(6 * count)), "MO")
    if not rest or unit not in smaller:
        return _value(f"{count:g}", unit)
    name, parts = smaller[unit]
    small = _value(str(round(rest * parts)), name)
    return _both(_value(str(whole), unit), small) if whole else small


def _value(count: str, unit: str) -> str:
    return f"P{'T' if unit in _CLOCK_UNITS else ''}{count}{'M' if unit == 'MO' else unit}"


def _both(large: str, small: str) -> str:
    """Two durations in one: P1Y and P6M make P1Y6M, PT1H and PT30M PT1H30M, P1D and PT2H P1DT2H."""
    return large + (small[2:] if "T" in large and "T" in small else small[1:])
