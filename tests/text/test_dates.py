"""The calendar helpers, against known days."""

from datetime import date

import pytest

from belegg.text.dates import (
    days_of,
    easter,
    feast_day,
    iso_week,
    nearest_weekday,
    real_day,
    shift_months,
    shifted,
    week_day,
)


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(1961, 4, 2), (2000, 4, 23), (2008, 3, 23), (2011, 4, 24), (2024, 3, 31), (2025, 4, 20), (2038, 4, 25)],
)
def test_easter(year: int, month: int, day: int) -> None:
    assert easter(year) == date(year, month, day)


def test_feasts_count_from_easter_or_have_a_date() -> None:
    assert feast_day("-2", 2024) == date(2024, 3, 29)
    assert feast_day("05-17", 2024) == date(2024, 5, 17)


def test_shifts_and_weeks() -> None:
    assert shift_months(date(2024, 3, 31), -1) == date(2024, 2, 29)
    assert shift_months(date(2024, 1, 15), -1) == date(2023, 12, 15)
    assert iso_week(date(2024, 12, 30)) == "2025-W01"
    assert week_day(date(2024, 3, 6), -1, 3) == date(2024, 2, 28)
    assert real_day(2023, 2, 29) is None


def test_nearest_weekday() -> None:
    wednesday = date(2024, 3, 6)
    assert nearest_weekday(3, wednesday, "past") == nearest_weekday(3, wednesday, "future") == wednesday
    assert nearest_weekday(4, wednesday, "past") == date(2024, 2, 29)
    assert nearest_weekday(2, wednesday, "future") == date(2024, 3, 12)
    assert nearest_weekday(6, wednesday, None) == date(2024, 3, 9)


@pytest.mark.parametrize(
    ("value", "length", "sign", "found"),
    [
        ("2024-03", "P2M", 1, "2024-05"),
        ("2024-01-31", "P1M", 1, "2024-02"),
        ("2024-03-05", "P2W", -1, "2024-02-20"),
        ("2024-03-05", "P3D", 1, "2024-03-08"),
        ("2024-03", "P2Y", -1, "2022"),
        ("2024-03", "P2D", 1, None),  # a month is too coarse for days
        ("2024-03-05", "PT2H", 1, None),
        ("FUTURE_REF", "P2M", 1, None),
    ],
)
def test_so_long_later_or_earlier(value: str, length: str, sign: int, found: str | None) -> None:
    assert shifted(value, length, sign) == found


def test_a_winter_is_no_week() -> None:
    assert days_of("2024-WI") == (date(2024, 1, 1), date(2024, 2, 29))
    assert days_of("2024-W09") == (date(2024, 2, 26), date(2024, 3, 3))
