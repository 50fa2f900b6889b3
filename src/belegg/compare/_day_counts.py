"""Clues to a day of publication that count from a happening: *i dag, tre veker etter at*, *dagen etter brannen*,
*på den tredje dagen av rettssaka*."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from belegg.compare._day_alike import alike_words, opened_with
from belegg.compare._day_clues import (
    LIKE,
    SHORTEST_STEM,
    TODAY,
    WORD,
    Case,
    Clue,
    Told,
    content_keys,
    date_line,
    days_that_give,
    likeness,
    published_day,
    weekday_on,
)
from belegg.compare._day_deictic import UNITS, deictics, whole
from belegg.core.spans import Place, Span
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


def counted_after(case: Case) -> Iterator[Clue]:
    """*Dagen etter at retten felte dommen*, *fire dager etter fallet*: so long after what dated articles tell of.

    What is counted to is the day that the sentence names (*i går, dagen etter at …*), else that of publication.
    """
    for block in case.doc.article.content_blocks:
        for counted in _COUNTED_AFTER.finditer(case.doc.text, block.start, block.end):
            count = 1 if counted["one"] else whole(counted["count"])
            if not count:
                continue
            away = timedelta(days=count * (1 if counted["one"] else UNITS[counted["unit"].lower()]))
            clause = content_keys(_CLAUSE_END.split(case.doc.text[counted.end() : block.end], maxsplit=1)[0])
            before = case.doc.text[max(0, counted.start() - _NEAR) : counted.start()]
            beside = [t for t in case.told if t.sentence.start <= counted.start() < t.sentence.end]
            if any(t.date and t.time.start < counted.start() for t in beside) or _FOR.search(before):
                continue  # "natt til 12. november, to dager etter at …": counted to that date
            yield from _after(case, Span(counted.start(), counted.end()), away, clause, beside)


def _after(case: Case, at: Span, away: timedelta, clause: frozenset[str], beside: Sequence[Told]) -> Iterator[Clue]:
    like, opened = alike_words(clause, frozenset(), case.dated), opened_with(clause, case.dated)
    shifts = {d.told: d.days for d in deictics(case)}
    anchor = next((t for t in beside if (t.weekday or t in shifts) and not t.time.span.overlaps(at)), None)
    place = Place(case.doc.id, at.start, at.end)
    for day in case.days:
        start = day
        if anchor:
            start = day + timedelta(days=shifts[anchor]) if anchor in shifts else weekday_on(anchor, day) or day
        then = start - away
        own = max((min(1.0, len(clause & t.keys) / _OWN) for t in case.told if t.date == then), default=0.0)
        if score := max(like[then][0] if then in like else 0.0, opened.get(then, 0.0), own):
            name = "counts a day of its own" if anchor else "counts from what happened"
            yield Clue(name, frozenset((day,)), score, (place, like[then][1].place) if then in like else (place,))
        if not anchor and then in case.dated.published[:1]:
            yield Clue("counts from the first article", frozenset((day,)), places=(place,))


_OWN = 2  # words shared with what the article itself dates that are enough
_NEAR = 20  # characters before a length in which *for* can stand
_FOR = re.compile(r"\bfor (?:\w+ )?$", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[.!?\n]")
_COUNT = rf"(?P<count>\w+) (?P<unit>{'|'.join(UNITS)})"
_COUNTED_AFTER = re.compile(
    rf"\b(?:(?P<one>dagen|eit døgn|et døgn|døgnet)|{_COUNT}) (?:etter|s[ie]d[ae]n)\b", re.IGNORECASE
)


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
        number = _ordinal(found.group("nth"))
        of = found.group("of") or found.group("whose")
        stem = load_bridge().key(of)[: max(SHORTEST_STEM, len(of) - 3)] if of else ""
        begun = [t for t in case.mates_told if t.day and _tells_of(stem, t) and _BEGAN.search(_sentence_of(t))]
        if not begun:
            continue
        first = min(begun, key=lambda t: (t.day or date.max, t.place))
        start = first.day or date.min
        days = {start + timedelta(days=number), _working_day(start, number)}
        fitting = frozenset(d for d in days if own.weekday in (None, d.isoweekday()))
        yield Clue(COUNTED, fitting, places=(own.place, first.place))


def nth_of_another(case: Case) -> Iterator[Clue]:
    """*Streikens tolvte dag* here, *gikk streiken inn i sin andre dag fredag* there: ten days later."""
    own = tuple(_NTH_DAY.finditer(case.doc.text))  # few articles have one: only then are all others looked at
    mates = case.mates_told if own else ()
    known = [(t.day, m, t) for t in mates if t.day and (m := _NTH_DAY.search(_sentence_of(t)))]
    for found in own:
        of = (found["of"] or found["whose"] or "").lower()[:SHORTEST_STEM]
        for then, other, told in known:
            if of and of not in _sentence_of(told).lower():
                continue
            day = then + timedelta(days=_ordinal(found["nth"]) - _ordinal(other["nth"]))
            yield Clue(COUNTED, frozenset((day,)), places=(Place(case.doc.id, *found.span()), told.place))


def nth_without_a_name(case: Case) -> Iterator[Clue]:
    """*Den fjerde og siste dagen i dag*: of what the dated articles say began on a day."""
    own = tuple(_NTH_DAY.finditer(case.doc.text))
    begun = [t for t in (case.mates_told if own else ()) if t.day and _BEGAN.search(_sentence_of(t))]
    for found in own:
        number = _ordinal(found["nth"])
        if not number or not TODAY.match(case.doc.text, found.end() + 1):
            continue
        for told in begun:
            start = told.day or date.min
            days = frozenset({start + timedelta(days=number), _working_day(start, number)})
            yield Clue("counts the days of what began", days, places=(Place(case.doc.id, *found.span()), told.place))


def _sentence_of(told: Told) -> str:
    return told.sentence.of(told.doc.text)


def _ordinal(written: str) -> int:
    """How many days after the first."""
    low = written.lower().rstrip(".")
    return int(low) - 1 if low.isdigit() else _ORDINALS.index(_ORDINAL_FORMS.get(low, low))


_ORDINALS = (
    "første andre tredje fjerde femte sjette sjuende åttende niende tiende ellevte tolvte trettende fjortende femtende "
    "sekstende"
).split()
_ORDINAL_FORMS = {
    "fyrste": "første", "annen": "andre", "anna": "andre", "syvende": "sjuende", "sjuande": "sjuende",
    "åttande": "åttende", "niande": "niende", "tiande": "tiende", "trettande": "trettende",
    "fjortande": "fjortende", "femtande": "femtende", "sekstande": "sekstende",
}  # fmt: skip
_NTH = "|".join((*_ORDINALS, *_ORDINAL_FORMS))
_NTH_DAY = re.compile(
    rf"\b(?:(?P<whose>\w{{4,}})s )?(?P<nth>{_NTH}|\d{{1,2}}\.)(?: og siste| strake)? "
    r"(?:retts|konkurranse|festival|streike|løps)?dag(?:en)?\b"
    r"(?: (?:av|i|på|under|med) (?:den |det |ei |ein |en )?(?P<of>\w{4,}))?",
    re.IGNORECASE,
)
_BEGAN = re.compile(
    r"\b(?:start|begyn|byrj|åpne|opna|opne|innled|innlei|tok til|tek til|tar til|beramm|møte i retten|ut i streik)\w*",
    re.IGNORECASE,
)


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
