"""From a time expression to the days, or the hour, that it leaves open: two that share none are in conflict."""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from belegg.core.annotation import Time
from belegg.core.spans import Span
from belegg.core.words import Token
from belegg.reason._cues import listed, plain
from belegg.reason._propositions import Proposition
from belegg.reason._story import View
from belegg.text import dates

SEASON = re.compile(r"(?P<year>\d{4})-(?P<season>SP|SU|FA|WI)$")
CLOCK = re.compile(r"T(?P<hour>\d\d):(?P<minute>\d\d)")
#: A clock time that says nothing of the day.
BARE_CLOCK = re.compile(
    r"(?:\w+ (?:før|etter|over) )?(?:klokk(?:a|en)\s|kl\.?\s)?[\d.:]+$|klokk(?:a|en) \w+$", re.IGNORECASE
)
SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (8, 11), "WI": (11, 3)}  # first and last month, generously
NIGHT = "TNI"  # *natt til søndag* begins on Saturday
FIRST, LAST = date.min, date.max
#: Words right before a time that make it a bound.
UP_TO = tuple(f" {words} " for words in listed("up_to"))
FROM = (" etter ", " siden ", " sidan ")
NOT_BEFORE = re.compile(r" (?:ikke|ikkje|aldri|neppe|knapt)(?: \S+){0,4} før $")  # told as the day to wait for
REJECTED = re.compile(r" (?:ikke|ikkje) (?:på |i |om )?$")
#: What lasts until a day ends then, or on the next.
UNTIL = tuple(f" {words} " for words in listed("lasts_until"))
#: What is put off, moved or called *to* a day is to be on that day.
MOVED = re.compile(
    r" (?:ut|fram|frem|for|over)?(?:utsat|utset|flyt|forsk|skyv|skjø|framsk|fremsk|innkal|beram|forlen|skaut)\w*"
)
HALF = 30
ROUNDED = 10  # minutes by which a time told in half hours may differ from an exact one
ROUGH = 20  # by which one that is only about may
MINUTES = 60
OF = 2  # words: a noun and its preposition
RELATIVE = re.compile(r" som (?:\S+ ){0,5}$")  # *the houses that were taken on Saturday*


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days that a time leaves open, first and last; ``label`` is its value to show."""

    first: date
    last: date
    label: str

    def apart(self, other: "Stretch") -> bool:
        """True where no day is in both."""
        return self.last < other.first or other.last < self.first


@dataclass(frozen=True, slots=True)
class Hour:
    """A clock time in minutes from midnight, and how many it may be off."""

    minutes: int
    slack: int
    label: str

    def apart(self, other: "Hour") -> bool:
        """True where both cannot be one."""
        return abs(self.minutes - other.minutes) > max(self.slack, other.slack)


def days_of(value: str) -> tuple[date, date] | None:
    """First and last day of a TIMEX3 value, seasons generously and a night with the day before; None without days."""
    if match := SEASON.match(value):
        (begins, ends), year = SEASONS[match["season"]], int(match["year"])
        over = ends < begins  # the winter of a year is the one that begins or the one that ends in it
        return date(year - over, begins, 1), date(year + over, ends, monthrange(year + over, ends)[1])
    found = dates.days_of(value)
    return (found[0] - timedelta(days=1), found[1]) if found and value.endswith(NIGHT) else found


def stretch(time: Time, before: str, text: str) -> Stretch | None:
    """The days that an expression leaves open, with what stands before it (``plain``); None where it tells none."""
    told = time.span.of(text)
    days = days_of(time.value)
    if days is None or (CLOCK.search(time.value) and BARE_CLOCK.match(told)):
        return None
    first, last = days
    own = f" {told.partition(' ')[0].lower()} "  # the preposition may belong to the expression: *siden helgen*
    if any(before.endswith(w) or own == w for w in FROM):
        return Stretch(first, LAST, time.value)
    if any(before.endswith(w) or own == w for w in UP_TO) and not NOT_BEFORE.search(before):
        return Stretch(FIRST, last, time.value)
    if any(before.endswith(w) for w in UNTIL) and not moved_to(before):
        return Stretch(first, min(last, LAST - timedelta(days=1)) + timedelta(days=1), time.value)
    return Stretch(first, last, time.value)


def moved_to(before: str) -> bool:
    """True where what stands before a time puts something off or moves it *to* it."""
    return before.endswith(" til ") and MOVED.search(before) is not None


def hour(time: Time, before: str) -> Hour | None:
    """The clock time of an expression; None where it has none or is a bound."""
    match = CLOCK.search(time.value)
    if match is None or any(before.endswith(w) for w in (*UP_TO, *FROM, *UNTIL)):
        return None
    minute = int(match["minute"])
    slack = ROUGH if time.mod == "APPROX" else 0 if minute % HALF else ROUNDED
    return Hour(int(match["hour"]) * MINUTES + minute, slack, time.value)


def told_times(p: Proposition, view: View) -> Iterator[tuple[Time, str]]:
    """The times of a proposition with the words before each; none of what is told of a noun within it."""
    for time in (t for t in view.times_in(p.span) if t.value in p.times):
        before = [t for t in view.tokens(p.span) if t.end <= time.start]
        words = plain(before)
        after = view.tokens(Span(time.end, max(time.end, p.span.end)))[:1]
        framing = any(t.text.lower() == "at" for t in after)  # *decided on Thursday that*
        aside = framing or RELATIVE.search(words) or REJECTED.search(words) or _is_of_noun(time, before)
        if not aside:
            yield time, words


def _is_of_noun(time: Time, before: Sequence[Token]) -> bool:
    """True for *the decision of March*: when the decision was, not when it is to take effect."""
    if len(before) < OF or before[-1].text.lower() not in ("fra", "frå") or time.value.isdigit():
        return False
    return before[-OF].pos in ("NOUN", "PROPN")
