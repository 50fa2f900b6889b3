"""Dates as pages write them: a table of cases, one comment a row."""

import pytest

from belegg.clean.dates import dates_in, parse_moment
from belegg.core.article import Moment


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("Publisert: 05.03.2024 07:31", ["2024-03-05T07:31"]),  # the commonest form
        ("Publisert: 05.03.2024 07:31 Oppdatert: 05.03.2024 09:02", ["2024-03-05T07:31", "2024-03-05T09:02"]),
        ("05.03.2024 kl. 09:21", ["2024-03-05T09:21"]),  # kl. with a stop
        ("Publisert 10.10.2023, kl. 07:50", ["2023-10-10T07:50"]),  # a comma between
        ("Publisert 9. oktober 2023 06.05", ["2023-10-09T06:05"]),  # a stop in the time
        ("6. mars 2024 kl. 19.12", ["2024-03-06T19:12"]),
        ("6. mars 2024 klokka 19.12", ["2024-03-06T19:12"]),  # nn
        ("6. mars 2024 klokken 19.12", ["2024-03-06T19:12"]),  # nb
        ("onsdag 22. november 2023 - 06:15", ["2023-11-22T06:15"]),  # a dash between
        ("30.08.23 — 08:42", ["2023-08-30T08:42"]),  # two figures for the year
        ("12/4-2024", ["2024-04-12"]),  # a slash and a dash
        ("Publisert: 12/4 2024 18:30", ["2024-04-12T18:30"]),  # a slash and a space
        ("12.4. 2024", ["2024-04-12"]),
        ("March 3, 2025", ["2025-03-03"]),  # English
        ("Published: Mar. 3, 2025 10:12 p.m.", ["2025-03-03T22:12"]),  # half days
        ("Last updated March 3rd, 2025 at 12:05 AM", ["2025-03-03T00:05"]),  # midnight
        ("3 March 2025 10:12", ["2025-03-03T10:12"]),
        ("3. marts 2025 kl. 10.12", ["2025-03-03T10:12"]),  # Danish
        ("3 maj 2025 kl 10.12", ["2025-05-03T10:12"]),  # Swedish
        ("uke 12.5 2024", []),  # a number before a year
        ("12/04/2024", ["2024-04-12"]),  # slashes
        ("2024-03-05T07:31:22+01:00", ["2024-03-05T07:31"]),  # ISO 8601
        ("2024-03-05", ["2024-03-05"]),
        (" date 2024-03 ", ["2024-03"]),  # a crawler's month
        ("3. MAI 2023", ["2023-05-03"]),  # capitals
        ("14. des. 2022 kl 8.05", ["2022-12-14T08:05"]),  # an abbreviated month
        ("mai 2023", ["2023-05"]),  # a month in words
        ("31.02.2024 07:31", []),  # no such day
        ("05.03.2024 07:31:45", ["2024-03-05T07:31"]),  # seconds are cut
        ("versjon 1.12.2023.4", []),  # a version number
        ("Oppdatert for 2 timer siden", []),  # relative: no value
        ("7. august 2023, kl. 16:18", ["2023-08-07T16:18"]),
        ("05.03.2024", ["2024-03-05"]),
        ("2024-03-05T24:00:00Z", ["2024-03-05"]),  # no such hour
        ("Prisen steg 12.5 prosent", []),  # a number
    ],
)
def test_dates_in_a_line(line: str, values: list[str]) -> None:
    found = list(dates_in(line))
    assert [d.moment.value for d in found] == values
    assert all(line[d.span.start : d.span.end].strip() for d in found)


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("2024-03-05T06:31:00Z", Moment("2024-03-05T07:31", "minute")),  # UTC, winter
        ("2024-07-05T06:31:00+00:00", Moment("2024-07-05T08:31", "minute")),  # summer time
        ("2024-03-05T07:31:00+01:00", Moment("2024-03-05T07:31", "minute")),
        ("2024-03-05 07:31:00", Moment("2024-03-05T07:31", "minute")),  # no offset: local
        ("Tue, 05 Mar 2024 06:31:00 GMT", Moment("2024-03-05T07:31", "minute")),  # RSS
        ("2024-03-05", Moment("2024-03-05", "day")),
        ("2024-03", Moment("2024-03", "month")),
        ("5. mars 2024", Moment("2024-03-05", "day")),
        ("1709620260", Moment("2024-03-05T07:31", "minute")),  # seconds since 1970
        ("in the morning", None),
        ("", None),
        (None, None),
    ],
)
def test_dates_of_containers(value: str | None, moment: Moment | None) -> None:
    assert parse_moment(value) == moment
