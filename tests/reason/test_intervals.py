"""The days and hours that a time expression leaves open."""

from datetime import date
from typing import Literal

import pytest

from belegg.core.annotation import Time, TimexMod
from belegg.reason._intervals import FIRST, LAST, days_of, hour, stretch

DAYS = [  # TIMEX3 value, first and last day
    ("2024-05-03", (date(2024, 5, 3), date(2024, 5, 3))),
    ("2024-05", (date(2024, 5, 1), date(2024, 5, 31))),
    ("2024", (date(2024, 1, 1), date(2024, 12, 31))),
    ("2024-W19", (date(2024, 5, 6), date(2024, 5, 12))),
    ("2024-FA", (date(2024, 8, 1), date(2024, 11, 30))),
    ("2024-WI", (date(2023, 11, 1), date(2025, 3, 31))),  # the one that begins or the one that ends in it
    ("2024-05-05TNI", (date(2024, 5, 4), date(2024, 5, 5))),  # the night to Sunday begins on Saturday
    ("2024-05-05T10:30", (date(2024, 5, 5), date(2024, 5, 5))),
    ("2023-02-31", None),
    ("0000", None),
    ("2024-W60", None),
    ("XXXX-XX-XX", None),
    ("P3D", None),
]


@pytest.mark.parametrize(("value", "expected"), DAYS)
def test_days(value: str, expected: tuple[date, date] | None) -> None:
    assert days_of(value) == expected


def time(text: str, value: str, mod: TimexMod | None = None, kind: Literal["DATE", "TIME"] = "DATE") -> Time:
    return Time(0, len(text), kind, value, mod)


DAY, NEXT = date(2024, 5, 3), date(2024, 5, 4)
BOUNDS = [  # what stands before, first and last day that are left open
    (" festen blir ", (DAY, DAY)),
    (" svaret kommer innen ", (FIRST, DAY)),
    (" svaret kommer før ", (FIRST, DAY)),
    (" svaret kjem ikkje før ", (DAY, DAY)),  # the day to wait for
    (" ferja går etter ", (DAY, LAST)),
    (" vegen er stengt til ", (DAY, NEXT)),
    (" festen er utsatt til ", (DAY, DAY)),
]


@pytest.mark.parametrize(("before", "expected"), BOUNDS)
def test_bounds(before: str, expected: tuple[date, date]) -> None:
    found = stretch(time("fredag", "2024-05-03"), before, "fredag")
    assert found is not None
    assert (found.first, found.last) == expected


OWN = [  # an expression with a preposition of its own, first and last day that are left open
    ("siden fredag", (DAY, LAST)),
    ("innan fredag", (FIRST, DAY)),
    ("på fredag", (DAY, DAY)),
]


@pytest.mark.parametrize(("text", "expected"), OWN)
def test_a_preposition_within_the_expression(text: str, expected: tuple[date, date]) -> None:
    found = stretch(time(text, "2024-05-03"), " det har regnet ", text)
    assert found is not None
    assert (found.first, found.last) == expected


@pytest.mark.parametrize("text", ["klokken 13", "klokka 13.05", "kl. 9", "13.05", "like etter klokken 13."])
def test_a_clock_says_nothing_of_the_day(text: str) -> None:
    assert stretch(time(text, "2024-05-03T13:05", kind="TIME"), " det smalt ", text) is None


def test_the_last_day_of_all_has_no_next() -> None:
    assert stretch(time("da", "9999-12-31"), " stengt til ", "da") is not None


HOURS = [  # one clock time, whether it is only about, another, whether they are apart
    ("2024-05-03T13:02", None, "2024-05-03T13:00", False),  # told in full hours
    ("2024-05-03T13:08", None, "2024-05-03T13:15", True),
    ("2024-05-03T07:21", None, "2024-05-03T07:18", True),
    ("2024-05-03T07:21", "APPROX", "2024-05-03T07:05", False),
    ("2024-05-03T07:00", None, "2024-05-03T07:40", True),
]


@pytest.mark.parametrize(("one", "mod", "other", "expected"), HOURS)
def test_hours(one: str, mod: TimexMod | None, other: str, expected: bool) -> None:
    a, b = hour(time("", one, mod), " det smalt "), hour(time("", other), " det smalt ")
    assert a is not None
    assert b is not None
    assert a.apart(b) == expected


def test_a_bound_is_no_hour() -> None:
    assert hour(time("", "2024-05-03T07:00"), " kom før ") is None
