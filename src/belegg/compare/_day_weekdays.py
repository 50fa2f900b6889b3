"""Clues to a day of publication from the weekdays that an article names."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from math import log1p

from belegg.compare._day_alike import alike
from belegg.compare._day_clues import Case, Clue, Told, weekday_on
from belegg.compare._day_deictic import deictics
from belegg.core.spans import Place
from belegg.core.words import Token
from belegg.text.tense import load_tense_words

_WEEK = 7


def told_weekdays(case: Case) -> Iterator[Clue]:
    """The same happening on a weekday here and on a dated day there: the weekday comes out as that day."""
    for own in case.told:
        if own.weekday is None:
            continue
        like = alike(own, case.dated)
        for day in case.days:
            then, here = weekday_on(own, day), frozenset((day,))
            if then and then in like:
                yield Clue("shares a weekday", here, like[then][0], (own.place, like[then][1].place))
            if then and (count := case.dated.count.get(then)):
                yield Clue("its weekday is told of", here, log1p(count), (own.place,))


def weekdays_around(case: Case) -> Iterator[Clue]:
    """News names today and yesterday by their weekday, and tells of the last days and the next."""
    bare = [t for t in case.told if t.weekday and t.bare]
    shifts = {d.days for d in deictics(case)}
    past, coming = ([t for t in bare if t.side == side] for side in ("past", "future"))
    opening = [t for t in past if _in_opening(t)]
    for day in case.days:
        here = frozenset((day,))
        if past:
            back = [(day.isoweekday() - (t.weekday or 0)) % _WEEK for t in past]
            if min(back) == 1 or (min(back) == 0 and -1 not in shifts):  # beside *i går* today is called so, too
                names = ("its last weekday is today", "its last weekday was yesterday")
                yield Clue(names[min(back)], here, places=_those(past, back, min(back)))
            by_day = (n for t, n in zip(past, back, strict=True) if not _NIGHT.match(t.text))
            if shifts & {0, -1} and 0 in by_day:
                yield Clue("a weekday is its today", here)
            yield Clue("its past weekdays reach back", here, max(back) / _WEEK)
        if coming:
            ahead = [((t.weekday or 0) - day.isoweekday()) % _WEEK for t in coming]
            if min(ahead) == 0:
                yield Clue("today is to come", here)
            yield Clue("its coming weekdays reach ahead", here, max(ahead) / _WEEK)
        if now := [t.place for t in opening if t.weekday == day.isoweekday()]:
            yield Clue("its opening is of today", here, places=tuple(now))
    yield from _this_weekday(case)
    yield from _without_a_verb(case, [t for t in bare if t.side is None and not _has_verb(t)])


def _this_weekday(case: Case) -> Iterator[Clue]:
    """*Denne fredagen* is today; so is most often that of a verb of saying in the present (*opplyser onsdag*)."""
    for own in (t for t in case.told if t.weekday and t.side != "future"):
        days = frozenset(d for d in case.days if d.isoweekday() == own.weekday)
        if _THIS.match(own.text):
            yield Clue("this weekday", days, places=(own.place,))
        elif own.bare and _says(own):
            yield Clue("says it on a weekday", days, places=(own.place,))


_THIS = re.compile(r"denne \w+dag", re.IGNORECASE)
_NIGHT = re.compile(r"natt[ae]?", re.IGNORECASE)  # *natt til onsdag* is called so in what says *i dag*, too
_OPENING = 350  # characters of the text in which what happened is told


def _in_opening(told: Told) -> bool:
    first = next((b.start for b in told.doc.article.content_blocks), 0)
    return told.time.start < first + _OPENING


def _says(told: Told) -> bool:
    """The last finite verb before the weekday is one of saying, in the present."""
    tokens = told.doc[Token] if Token in told.doc.layers else ()
    first = bisect_left(tokens, told.sentence.start, key=lambda t: t.start)
    last = bisect_left(tokens, told.time.start, key=lambda t: t.start)
    verb = next((t for t in reversed(tokens[first:last]) if t.has("VerbForm=Fin")), None)
    return verb is not None and verb.text.lower() in load_tense_words().present_report


def _those(told: Sequence[Told], away: Sequence[int], least: int) -> tuple[Place, ...]:
    return tuple(t.place for t, n in zip(told, away, strict=True) if n == least)[:1]


def _without_a_verb(case: Case, told: Sequence[Told]) -> Iterator[Clue]:
    """*Brannsjefen tirsdag* below a picture is most often the day itself."""
    for own in told:
        days = frozenset(d for d in case.days if d.isoweekday() == own.weekday)
        yield Clue("a weekday without a verb is today", days, places=(own.place,))


def _has_verb(told: Told) -> bool:
    tokens = told.doc[Token] if Token in told.doc.layers else ()
    first = bisect_left(tokens, told.sentence.start, key=lambda t: t.start)
    last = bisect_left(tokens, told.sentence.end, key=lambda t: t.start)
    return any(t.pos in ("VERB", "AUX") and t.has("VerbForm=Fin") for t in tokens[first:last])
