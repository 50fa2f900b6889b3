"""Clues to a day of publication from *i går, i morgen, forrige uke*, and a date line that leaves its year out."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache

from belegg.compare._day_clues import LIKE, TODAY, YESTERDAY, Case, Clue, Told, likeness, published_day
from belegg.core.article import Moment
from belegg.core.document import Document
from belegg.core.spans import Place
from belegg.text.dates import calendar_names, iso_week, real_day
from belegg.text.numbers import number

_TOMORROW = re.compile(r"(?:i morgen|imorgen|i morgon|i morra)\b", re.IGNORECASE)
_OFFSETS = ((-1, YESTERDAY), (0, TODAY), (1, _TOMORROW))
_WEEK_OFFSETS = tuple(
    (shift, re.compile(rf"(?:i |i den )?(?:{words}) (?:uke|veke|uka|veka|uken)$", re.IGNORECASE))
    for shift, words in ((1, "neste|komande|kommende"), (0, "denne"), (-1, "forrige|førre"))
)
_WEEK = timedelta(days=7)
_AGO = re.compile(r"for (\w+) (?:dag|dager|dagar|døgn|døger) s[ie]d[ae]n\b", re.IGNORECASE)
_BESIDE = re.compile(r"\s?[,(–-]?\s?(?:altså |det vil si |dvs\. )?")


def _offset(told: Told) -> int | None:
    """How many days after the day of publication *i går, i dag, i morgen, for to dager siden* is."""
    ago = _AGO.match(told.text)
    count = number(ago.group(1)) if ago else None
    if count is not None and count == int(count):
        return -int(count)
    return next((days for days, words in _OFFSETS if words.match(told.text)), None)


def counted_back(case: Case) -> Iterator[Clue]:
    """*19. desember, for 24 dager siden*: so many days after the date that stands beside it."""
    for own, other in ((a, b) for a in case.told for b in case.told if a.place != b.place):
        offset, day = _offset(own), other.day
        first, last = sorted((own.time.span, other.time.span))
        if _AGO.match(own.text) and offset and day and _BESIDE.fullmatch(case.doc.text[first.end : last.start]):
            then = day - timedelta(days=offset)
            yield Clue("counts from a known day", frozenset((then,)), 4.0, (own.place, other.place))


def shared_yesterday(case: Case) -> Iterator[Clue]:
    """*I morgen behandler retten anken* here, *retten behandlet anken torsdag* there: the day before that Thursday."""
    for own in case.told:
        offset = _offset(own)
        if offset is None:
            continue
        best = _likest(own, case, offset)
        if best is not None and best.day is not None:
            day = best.day - timedelta(days=offset)
            yield Clue("shares its yesterday or tomorrow", frozenset((day,)), 2.5, (own.place, best.place))


def shared_week(case: Case) -> Iterator[Clue]:
    """*På pressekonferansen forrige uke* here, *pressekonferanse fredag* there: a day of the week after that Friday."""
    for own in case.told:
        shift = next((weeks for weeks, words in _WEEK_OFFSETS if words.match(own.text)), None)
        if shift is None:
            continue
        best = _likest(own, case)
        if best is not None and best.day is not None:
            week = iso_week(best.day - shift * _WEEK)
            days = frozenset(d for d in case.days if iso_week(d) == week)
            yield Clue("shares its week", days, 0.9, (own.place, best.place))


def _likest(own: Told, case: Case, offset: int | None = None) -> Told | None:
    """The dated time of another article whose sentence is most about the same; so far from a day that it may be."""
    dated = (t for t in case.mates_told if t.day is not None)
    if offset is not None:
        dated = (t for t in dated if t.day is not None and t.day - timedelta(days=offset) in case.days)
    pairs = ((likeness(own, other), other) for other in dated)
    best = max(pairs, key=lambda pair: (pair[0], -(pair[1].day or date.max).toordinal()), default=None)
    return best[1] if best is not None and best[0] >= LIKE else None


def named_yesterday(case: Case) -> Iterator[Clue]:
    """*Møtet i går* and *møtet onsdag* in one article tell of one day; another weekday is not yesterday."""
    deictic = [(t, offset) for t in case.told if (offset := _offset(t))]
    past = [t for t in case.told if t.weekday and t.side == "past" and t.bare]
    for own, offset in deictic:
        away = "past" if offset > 0 else "future"
        same = [t for t in case.told if t.weekday and t.bare and t.side != away and likeness(own, t) >= LIKE]
        for other in same:
            days = frozenset(d for d in case.days if (d + timedelta(days=offset)).isoweekday() == other.weekday)
            yield Clue("tells yesterday by its weekday", days, 1.5, (own.place, other.place))
        if same or offset != -1:
            continue
        for other in past:
            for back, weight in ((1, 0.8), (2, 0.9), (3, 0.4)):
                days = frozenset(d for d in case.days if (d - timedelta(days=back)).isoweekday() == other.weekday)
                name = "tells of a day before yesterday" if back > 1 else "tells yesterday by a weekday, too"
                yield Clue(name, days, weight, (other.place,))


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
    found = next(
        (
            (b, m)
            for b in doc.article.blocks
            if b.kind == "meta" and (m := _yearless().search(doc.text[b.start : b.end]))
        ),
        None,
    )
    if found is None or not near:
        return None
    block, line = found
    middle = near[len(near) // 2]
    years = range(middle.year - 1, middle.year + 2)
    days = [d for y in years if (d := real_day(y, _months()[line["month"].lower()], int(line["day"])))]
    if not days:
        return None
    day = min(days, key=lambda d: abs(d - middle))
    place = (Place(doc.id, block.start + line.start(), block.start + line.end()),)
    if line["hour"] is None:
        return Moment(day.isoformat(), "day", inferred=True, evidence=place)
    return Moment(f"{day}T{int(line['hour']):02}:{line['minute']}", "minute", inferred=True, evidence=place)
