"""Clues to a day of publication that count from a happening: *i dag, tre veker etter at*, *dagen etter brannen*,
*på den tredje dagen av rettssaka*."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from belegg.compare._day_clues import (
    LIKE,
    SHORTEST_STEM,
    TODAY,
    WORD,
    Case,
    Clue,
    Told,
    date_line,
    days_that_give,
    likeness,
    published_day,
)
from belegg.core.spans import Place
from belegg.text.bridge import load_bridge
from belegg.text.tense import load_tense_words

COUNTED = "counts from a known day"
_DAY_AFTER = re.compile(r"dagen (?:etter) (\w+)", re.IGNORECASE)
_COUNTED = re.compile(r"P(\d+)([DWM])$")
_AFTER = re.compile(r"\s*(?:etter|sidan|siden)\b", re.IGNORECASE)


def counted_from_known(case: Case) -> Iterator[Clue]:
    """*I dag, ti veker etter at Avisa skreiv …*: so long after the day of an article or happening that is dated."""
    for own in case.told:
        counted = _COUNTED.match(own.time.value)
        ahead = _AFTER.match(case.doc.text, own.time.end)
        if own.time.type != "DURATION" or not counted or not ahead or not TODAY.search(own.sentence.of(case.doc.text)):
            continue
        for day, places in _starts(own, ahead.end(), case):
            count, unit = int(counted.group(1)), counted.group(2)
            then = day + timedelta(days=count * _DAYS_IN[unit])
            yield Clue(COUNTED, frozenset((then,)), places=(own.place, *places))


def counted_to_weekday(case: Case) -> Iterator[Clue]:
    """*Seilte søndag, fire dager etter at skipet ble tatt*: the Sunday that is four days after a dated happening."""
    for own, weekday in ((a, b) for a in case.told for b in case.told if b.weekday and b.sentence == a.sentence):
        counted = _COUNTED.match(own.time.value)
        if own.time.type != "DURATION" or not counted or not _AFTER.match(case.doc.text, own.time.end):
            continue
        away = timedelta(days=int(counted.group(1)) * _DAYS_IN[counted.group(2)])
        begun = [t for t in case.mates_told if t.day and t.side != "future"]
        begun = [t for t in begun if t.day and (t.day + away).isoweekday() == weekday.weekday]
        days = Counter(t.day for t in begun)
        if begun:  # what happened then is told more often than anything else of that weekday
            first = max(begun, key=lambda t: (days[t.day], -(t.day or date.max).toordinal()))
            then = (first.day or date.min) + away
            yield Clue("counts to a weekday", days_that_give(weekday, then, case), places=(own.place, first.place))


_DAYS_IN = {"D": 1, "W": 7, "M": 30}


def _starts(own: Told, end: int, case: Case) -> Iterator[tuple[date, tuple[Place, ...]]]:
    """The day that is counted from: of the named outlet's first article, else of the likeliest dated happening."""
    clause = case.doc.text[end : own.sentence.end]
    named = sorted(
        (day, mate.id, mate)
        for mate in case.mates
        if (day := published_day(mate)) and mate.article.outlet and mate.article.outlet in clause
    )
    if named:
        yield named[0][0], date_line(named[0][2])
        return
    best = max(((likeness(own, t), t) for t in case.mates_told if t.day), key=lambda p: p[0], default=None)
    if best and best[0] >= LIKE and best[1].day:
        yield best[1].day, (best[1].place,)


def day_after(case: Case) -> Iterator[Clue]:
    """*Forteller hun til avisen dagen etter brannen*: the day after the happening's day in the dated articles."""
    report = load_tense_words().present_report
    for own in case.told:
        found = _DAY_AFTER.match(own.text)
        if not found or not report.intersection(WORD.findall(own.sentence.of(case.doc.text).lower())):
            continue
        stem = load_bridge().key(found.group(1))[:SHORTEST_STEM]
        days = [t for t in case.mates_told if t.day and t.side == "past" and _tells_of(stem, t)]
        if days:
            first = min(days, key=lambda t: (t.day or date.max, t.place))
            then = (first.day or date.min) + timedelta(days=1)
            yield Clue(COUNTED, frozenset((then,)), places=(own.place, first.place))


def ordinal_day(case: Case) -> Iterator[Clue]:
    """*På den tredje dagen av rettssaka*: so many days (of work) after the dated day on which it began."""
    for own in case.told:
        found = _NTH_DAY.search(own.sentence.of(case.doc.text))
        if not found or own.side == "future":
            continue
        number = _ORDINALS.index(_ORDINAL_FORMS.get(found.group(1).lower(), found.group(1).lower()))
        stem = load_bridge().key(found.group(2))[: max(SHORTEST_STEM, len(found.group(2)) - 3)]
        begun = [
            t for t in case.mates_told if t.day and _tells_of(stem, t) and _BEGAN.search(t.sentence.of(t.doc.text))
        ]
        if not begun:
            continue
        first = min(begun, key=lambda t: (t.day or date.max, t.place))
        start = first.day or date.min
        days = {start + timedelta(days=number), _working_day(start, number)}
        fitting = frozenset(d for d in days if own.weekday in (None, d.isoweekday()))
        yield Clue(COUNTED, fitting, places=(own.place, first.place))


_ORDINALS = "første andre tredje fjerde femte sjette sjuende åttende niende tiende".split()
_ORDINAL_FORMS = {
    "fyrste": "første", "annen": "andre", "anna": "andre", "syvende": "sjuende", "sjuande": "sjuende",
    "åttande": "åttende", "niande": "niende", "tiande": "tiende",
}  # fmt: skip
_NTH_DAY = re.compile(
    rf"\b({'|'.join((*_ORDINALS, *_ORDINAL_FORMS))}) (?:retts)?dag(?:en)? (?:av|i|på|under|med) "
    r"(?:den |det |ei |ein )?(\w{4,})",
    re.IGNORECASE,
)
_BEGAN = re.compile(r"\b(?:start|begyn|byrj|åpne|opna|opne|innled|innlei|tok til|tek til|tar til)\w*", re.IGNORECASE)


def _working_day(start: date, number: int) -> date:
    """So many days later without Saturdays and Sundays."""
    day = start
    while number:
        day += timedelta(days=1)
        number -= day.isoweekday() < 6
    return day


def _tells_of(stem: str, told: Told) -> bool:
    bridge = load_bridge()
    return any(bridge.key(w).startswith(stem) for w in WORD.findall(told.sentence.of(told.doc.text)) if len(w) > 3)
