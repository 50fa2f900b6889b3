"""Clues to a day of publication from *i går, i morgen, for tre dager siden*, and a date line without its year."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import islice
from typing import Literal

from belegg.compare._day_alike import alike
from belegg.compare._day_clues import (
    TODAY,
    WEEKS,
    Case,
    Clue,
    Told,
    published_day,
)
from belegg.core.article import Moment
from belegg.core.document import Document
from belegg.core.spans import Place
from belegg.text.dates import DAY, calendar_names, real_day, week_day
from belegg.text.numbers import ONE, number
from belegg.text.wordlists import read_table

Kind = Literal["today", "next day", "days", "weeks"]
_WEEK = 7
_FARTHEST = 36_525  # days: what is counted over more than a century tells of no day, and may lead out of the calendar
_MUCH = 0.6  # so much in common tells what happened then: no other happening is looked for
UNITS = {"dag": 1, "dager": 1, "dagar": 1, "døgn": 1, "døger": 1} | dict.fromkeys(
    ("uke", "uker", "veke", "veker", "vekor", "vike", "vikor"), _WEEK
)
_AWAY = re.compile(
    rf"(?:(?P<ahead>om) |for |\b)(?:\w+ )?(?P<count>\w+) (?P<unit>{'|'.join(UNITS)})(?P<ago> s[ie](?:d[ae]n|a))?\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"P(\d+)([DW])$")
_SINCE = re.compile(r"\s*(?:er |har )?(?:no |nå )?(?:gått |gåtte |gone )?\s*s[ie](?:d[ae]n|a)\b", re.IGNORECASE)
_BESIDE = re.compile(
    r"\s?[,(–-]?\s?(?:altså |det vil si |dvs\. )?"
    r"(?:(?:på |natt til )?(?:man|mån|tirs|tys|ons|tors|fre|lør|laur|søn|sun)dag )?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Deictic:
    """A time that is counted from the day of publication: so many days after it; weeks are about that long."""

    told: Told
    days: int
    kind: Kind


def deictics(case: Case) -> tuple[Deictic, ...]:
    """The article's own."""
    return tuple(found for t in case.told if (found := _deictic(t)) and abs(found.days) <= _FARTHEST)


def _deictic(told: Told) -> Deictic | None:
    shift = next((days for days, words in _shifts() if words.search(told.text)), None)
    if shift is not None:
        return Deictic(told, shift, "today" if shift == 0 else "next day" if abs(shift) == 1 else "days")
    away = _AWAY.match(told.text)
    if away and (away["ahead"] or away["ago"]) and (count := whole(away["count"])):
        unit = UNITS[away["unit"].lower()]
        return Deictic(told, count * unit * (1 if away["ahead"] else -1), "days" if unit == 1 else "weeks")
    return _since(told)


def _since(told: Told) -> Deictic | None:
    """*Tre dager er gått siden …*, *det er i dag to uker siden …*: said of the day of publication."""
    counted = _COUNTED.match(told.time.value)
    if told.time.type != "DURATION" or not counted or not _SINCE.match(told.doc.text, told.time.end):
        return None
    exact = counted[2] == "D" or TODAY.search(told.sentence.of(told.doc.text))
    days = int(counted[1]) * (1 if counted[2] == "D" else _WEEK)
    return Deictic(told, -days, "days" if exact else "weeks")


def whole(written: str) -> int | None:
    count = 1.0 if written.lower() in ONE else number(written)
    return int(count) if count is not None and count == int(count) else None


@cache
def _shifts() -> tuple[tuple[int, re.Pattern[str]], ...]:
    """Days from the day of publication, each with the words for it."""
    words: dict[int, set[str]] = {0: set()}
    for standard in ("nb", "nn"):
        table = read_table(f"{standard}/times.toml")
        for word, days in table["day_shift"].items():
            words.setdefault(int(days), set()).add(word)
        words[0] |= {f"i {part}" for part in table["this_part"]} | set(table["part_genitive"])
    return tuple(
        (days, re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, some), key=len, reverse=True))})\b", re.IGNORECASE))
        for days, some in sorted(words.items())
    )


# ---------------------------------------------------------------- clues


def told_days(case: Case) -> Iterator[Clue]:
    """*I morgen behandler retten anken* here, *retten behandlet anken torsdag* there: the day before that Thursday."""
    for own in deictics(case):
        like = alike(own.told, case.dated)
        known = any(score >= _MUCH for score, _ in like.values())
        for day in case.days:
            then, here = day + timedelta(days=own.days), frozenset((day,))
            score, other = like.get(then, (0.0, own.told))
            if score and own.kind in _NAMES:
                yield Clue(f"shares {_NAMES[own.kind]}", here, score, (own.told.place, other.place))
            if own.kind in ("days", "weeks") and not (known and score < _MUCH):
                yield from _of_the_story(own, then, here, case)


_NAMES: Mapping[Kind, str] = {
    "today": "its today",
    "next day": "its yesterday or tomorrow",
    "days": "its days ago",
}


def told_weeks(case: Case) -> Iterator[Clue]:
    """*Forrige uke*, *i helga*: what happened in that week or at that weekend by the dated articles."""
    for own in case.told:
        week = next((shift for shift, words in WEEKS if words.search(own.text)), None)
        weekend = week is None and _WEEKEND.search(own.text)
        if own.weekday or (week is None and not weekend):
            continue
        like = alike(own, case.dated)
        for day in case.days:
            days = _weekend(day, own) if weekend else [week_day(day, week or 0, n) for n in range(1, 8)]
            score, then = max(((like[d][0], d) for d in days if d in like), default=(0.0, day))
            if score:
                yield Clue("shares its week", frozenset((day,)), score, (own.place, like[then][1].place))


_WEEKEND = re.compile(r"\bi? ?(?:helg|weekend)", re.IGNORECASE)


def _weekend(day: date, own: Told) -> list[date]:
    """The last one before a past verb, else the next; on a Sunday that of the day itself."""
    shift = -1 if own.side == "past" and day.isoweekday() < _SATURDAY else 0
    return [week_day(day, shift, n) for n in (_SATURDAY, _WEEK)]


_SATURDAY = 6


_ABOUT = re.compile(r"\b(?:snart|nesten|nærare|nærmere|godt og vel|vel|knapt|drøyt|rundt|omtrent|om lag|cirka|ca)\b")
_ABOUT_DAYS = 2  # that *for snart to uker siden* may be off


def _of_the_story(own: Deictic, then: date, here: frozenset[date], case: Case) -> Iterator[Clue]:
    """So many days ago the story began, most happened, or an article came."""
    place = (own.told.place,)
    published, count = case.dated.published, case.dated.count
    if own.kind == "weeks":
        if own.days > 0 and then in count:
            yield Clue("weeks ahead is told of", here, count[then] / max(count.values()), place)
        exact = 0 if own.told.time.mod is None and not _ABOUT.search(own.told.text) else _ABOUT_DAYS
        if own.days < 0 and any(abs((then - day).days) <= exact for day in published):
            yield Clue("weeks ago an article came", here, 1 / (1 + exact), place)
        return
    if then in count:
        yield Clue("days ago is told of", here, count[then] / max(count.values()), place)
    if then in published:
        yield Clue("days ago an article came", here, places=place)
    if published and 0 <= (published[0] - then).days <= 1:
        yield Clue("days ago the story began", here, places=place)


def named_otherwise(case: Case) -> Iterator[Clue]:
    """*I går, onsdag 5. mars*; *møtet i går* and *møtet onsdag* in one article: one day by two names."""
    found = deictics(case)
    own = {d.told for d in found}
    for deictic in found:
        for other in case.told:
            if other in own:
                continue
            if other.date:
                yield from _beside_a_date(deictic, other, case)
            elif other.weekday and other.bare and deictic.kind in ("next day", "days"):
                yield from _beside_a_weekday(deictic, other, case)


def _beside_a_date(own: Deictic, other: Told, case: Case) -> Iterator[Clue]:
    then = (other.date or date.min) - timedelta(days=own.days)
    places = (own.told.place, other.place)
    if _stand_together(own.told, other):
        yield Clue("counts from a known day", frozenset((then,)), places=places)
    elif own.days and own.told.sentence == other.sentence:
        yield Clue("a date in the sentence", frozenset((then,)), places=places)


def _beside_a_weekday(own: Deictic, other: Told, case: Case) -> Iterator[Clue]:
    if other.side == ("future" if own.days < 0 else "past"):
        return
    then = frozenset(d for d in case.days if (d + timedelta(days=own.days)).isoweekday() == other.weekday)
    places = (own.told.place, other.place)
    if own.told.sentence == other.sentence or _stand_together(own.told, other):
        yield Clue("its weekday in the sentence", then, places=places)


def _stand_together(own: Told, other: Told) -> bool:
    first, last = sorted((own.time.span, other.time.span))
    return _BESIDE.fullmatch(own.doc.text, first.end, last.start) is not None if first.end <= last.start else False


# ---------------------------------------------------------------- a date line without its year


@cache
def _months() -> Mapping[str, int]:
    names: dict[str, int] = {}
    for standard in ("nb", "nn"):
        for month, forms in enumerate(calendar_names(standard)["months"].values(), 1):
            names |= dict.fromkeys(forms, month)
    return names


@cache
def _yearless() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    return re.compile(
        rf"(?<![\d.])(?P<day>\d{{1,2}})\. ?(?P<month>{names})\b\.?(?! ?\d{{4}})"
        r"(?:,? ?(?:kl\.? ?|klokken |klokka )?(?P<hour>[01]?\d|2[0-3])[.:](?P<minute>[0-5]\d))?",
        re.IGNORECASE,
    )


def date_without_year(doc: Document, mates: tuple[Document, ...]) -> Moment | None:
    """*Publisert 19. september kl. 22.48*: that day in the year that brings it nearest to the story's articles."""
    near = sorted(day for mate in mates if (day := published_day(mate)))
    line = next(_date_lines(doc), None)
    if line is None or not near:
        return None
    middle = near[len(near) // 2]
    days = [d for year in range(middle.year - 1, middle.year + 2) if (d := line.day(year))]
    return line.moment(min(days, key=lambda d: abs(d - middle))) if days else None


def update_without_year(doc: Document, published: Moment) -> Moment | None:
    """*Oppdatert 20. september kl. 05.31* after such a line: the next day of that name."""
    line = next(islice(_date_lines(doc), 1, None), None)
    first = date.fromisoformat(published.value[:DAY])
    days = [d for n in (0, 1) if line and (d := line.day(first.year + n)) and first <= d < first + _LONGEST_UPDATE]
    return line.moment(days[0]) if line and days else None


_LONGEST_UPDATE = timedelta(days=180)


@dataclass(frozen=True)
class _DateLine:
    """A day and month without its year in a line of the page, with its clock where one is told."""

    doc: Document
    start: int
    found: re.Match[str]

    def day(self, year: int) -> date | None:
        return real_day(year, _months()[self.found["month"].lower()], int(self.found["day"]))

    def moment(self, day: date) -> Moment:
        place = (Place(self.doc.id, self.start + self.found.start(), self.start + self.found.end()),)
        if self.found["hour"] is None:
            return Moment(day.isoformat(), "day", inferred=True, evidence=place)
        clock = f"{int(self.found['hour']):02}:{self.found['minute']}"
        return Moment(f"{day}T{clock}", "minute", inferred=True, evidence=place)


def _date_lines(doc: Document) -> Iterator[_DateLine]:
    for block in doc.article.blocks:
        if block.kind == "meta":
            for found in _yearless().finditer(block.span.of(doc.text)):
                yield _DateLine(doc, block.start, found)
