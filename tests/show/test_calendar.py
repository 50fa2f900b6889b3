"""TIMEX3 values: the interval that each covers, and how it is written."""

from datetime import datetime

import pytest

from belegg.core.article import Moment
from belegg.show.calendar import interval, short, written
from belegg.show.drawings.scale import window
from belegg.show.wording import wording


@pytest.mark.parametrize(
    ("value", "start", "end"),
    [
        ("2024-03-05T07:31", datetime(2024, 3, 5, 7, 31), datetime(2024, 3, 5, 7, 32)),  # a minute
        ("2024-03-05T07", datetime(2024, 3, 5, 7), datetime(2024, 3, 5, 8)),  # an hour
        ("2024-03-05TEV", datetime(2024, 3, 5, 18), datetime(2024, 3, 6)),  # a part of the day, up to midnight
        ("2024-02-29", datetime(2024, 2, 29), datetime(2024, 3, 1)),  # leap day
        ("2024-12", datetime(2024, 12, 1), datetime(2025, 1, 1)),  # the month that ends the year
        ("2020-W53", datetime(2020, 12, 28), datetime(2021, 1, 4)),  # an ISO week over new year
        ("2024-W10-WE", datetime(2024, 3, 9), datetime(2024, 3, 11)),  # a weekend
        ("2024-Q4", datetime(2024, 10, 1), datetime(2025, 1, 1)),  # a quarter
        ("2024-H2", datetime(2024, 7, 1), datetime(2025, 1, 1)),  # a half-year
        ("2024-WI", datetime(2024, 12, 1), datetime(2025, 3, 1)),  # winter runs into the next year
        ("199", datetime(1990, 1, 1), datetime(2000, 1, 1)),  # a decade
        ("18", datetime(1800, 1, 1), datetime(1900, 1, 1)),  # a century
        ("2024-03-05/2024-03-08", datetime(2024, 3, 5), datetime(2024, 3, 9)),  # a range holds both ends
        ("2011;2021-11", datetime(2011, 1, 1), datetime(2021, 12, 1)),  # two times: from the first to the last
    ],
)
def test_interval(value: str, start: datetime, end: datetime) -> None:
    found = interval(value)
    assert found is not None and (found.start, found.end) == (start, end)


@pytest.mark.parametrize(
    "value", ["P4Y", "PT30S", "XXXX-WXX-1", "", "2024-13", "2024-02-30", "9999-12", "PRESENT_REF", "2024-W60"]
)
def test_what_is_no_calendar_time_has_no_interval(value: str) -> None:
    assert interval(value) is None


@pytest.mark.parametrize(
    ("value", "language", "expected"),
    [
        ("2024-03-05", "nb", "5. mars 2024"),
        ("2024-03-05", "en", "5 Mar 2024"),
        ("2024-03-05TEV", "nn", "5. mars 2024, kveld"),
        ("2024-W10", "nb", "uke 10, 2024"),
        ("2024-Q1", "nn", "1. kvartal 2024"),
        ("2024-SU", "nb", "sommeren 2024"),
        ("199", "nn", "1990-åra"),
        ("2024", "nb", "2024"),
        ("P4Y", "nb", "P4Y"),  # no calendar time: as it is
    ],
)
def test_written(value: str, language: str, expected: str) -> None:
    assert written(value, wording(language)) == expected


def test_a_publication_time_is_written_to_its_precision() -> None:
    words = wording("nb")
    assert short(Moment("2024-03-05T07:31", "minute"), words) == "5. mars 07:31"
    assert short(Moment("2024-03-05", "day"), words) == "5. mars"
    assert short(Moment("2024-03", "month"), words) == "mars 2024"
    assert short(None, words) == ""


def test_the_window_leaves_out_what_happened_years_before() -> None:
    old, near = interval("1994"), interval("2024-03-04")
    assert old and near
    scale = window([datetime(2024, 3, 5), datetime(2024, 3, 6)], [old, near])
    assert scale and scale.start.year == 2024 and scale.shows(near) and not scale.shows(old)
    assert window([], [near]) is None
