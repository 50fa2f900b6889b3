"""Clues to a day of publication from what the other articles of the story are, and when they came."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from math import log1p

from belegg.compare._day_alike import alike_words
from belegg.compare._day_clues import (
    Case,
    Clue,
    content_keys,
    date_line,
    published_day,
    reports,
    runs,
    undated_opening,
    weekday_on,
)
from belegg.compare._day_deictic import deictics
from belegg.core.spans import Place

_WEEKS_AGO = re.compile(r"\b(?:uke|uker|veke|veker|vekor|vike|vikor) s[ie]d[ae]n\b", re.IGNORECASE)
_WEEKS_OFF = 2  # days that *for to uker siden* may be off
_MUCH_SHARED = 0.2
_FEW_RUNS = 4  # fewer are a sentence that may have been said on another day


def told_by_another(case: Case) -> Iterator[Clue]:
    """*Onsdag meldte Fjordposten …* in another article, of the outlet in question."""
    crowded = {s for (_, s), n in Counter((t.doc.id, t.sentence) for t in case.mates_told).items() if n > 1}
    for told in case.mates_told:
        if not told.day or told.side == "future" or told.doc.article.outlet in case.outlets:
            continue
        start, end = told.sentence.start, told.sentence.end
        if told.sentence in crowded:
            start, end = max(start, told.time.start - 40), min(end, told.time.end + 60)
        if any(reports(outlet, told.doc.text[start:end]) for outlet in case.outlets):
            about = _WEEKS_OFF if _WEEKS_AGO.search(told.text) else 0
            days = frozenset(told.day + timedelta(days=n) for n in range(-about, about + 1))
            yield Clue("another article dates it", days, 1 / (1 + about), (told.place,))


def dates_another(case: Case) -> Iterator[Clue]:
    """*Onsdag skrev Fjordposten …* here: the Wednesday on which Fjordposten had an article."""
    outlets = {mate.article.outlet for mate in case.mates if mate.article.outlet} - case.outlets
    if not outlets:
        return
    shifts = {d.told: d.days for d in deictics(case) if d.days < 0}
    for own in case.told:
        if (own.weekday is None and own not in shifts) or own.side == "future":
            continue
        named = {outlet for outlet in outlets if outlet and reports(outlet, own.sentence.of(case.doc.text))}
        came = {published_day(mate): mate for mate in case.mates if mate.article.outlet in named}
        for day in case.days:
            then = day + timedelta(days=shifts[own]) if own in shifts else weekday_on(own, day)
            if then and then in came:
                yield Clue("dates an earlier article", frozenset((day,)), places=(own.place, *date_line(came[then])))


def named_before(case: Case) -> Iterator[Clue]:
    """Who is named as a source came first: this article before those that name it, after those that it names."""
    for mate in case.mates:
        day = published_day(mate)
        if day is None:
            continue
        if any(reports(outlet, mate.text) for outlet in case.outlets if outlet != mate.article.outlet):
            yield Clue("named by a later article", frozenset(d for d in case.days if d <= day))
        if mate.article.outlet and reports(mate.article.outlet, case.doc.text):
            yield Clue("names an earlier article", frozenset(d for d in case.days if d >= day))


def shared_wording(case: Case) -> Iterator[Clue]:
    """An article that stands to a good part in another one, too (an agency's text), is most often of the same day."""
    own = runs(case.doc)
    for day, mate, others in case.dated.runs:
        if len(own & others) >= max(_FEW_RUNS, _MUCH_SHARED * min(len(own), len(others))):
            yield Clue("shares its wording", frozenset((day,)), places=date_line(mate))


def opening_dated(case: Case) -> Iterator[Clue]:
    """What the article opens with, without a day, others tell of a day: it came then or the day after."""
    found: dict[date, tuple[float, Place]] = {}
    for sentence in undated_opening(case.doc, case.told):
        for day, (much, told) in alike_words(sentence, frozenset(), case.dated).items():
            if told.side != "future" and much > found.get(day, (0.0, told.place))[0]:
                found[day] = much, told.place
    for day, (much, place) in found.items():
        yield Clue("its opening was that day", frozenset((day,)), much, (place,))
        yield Clue("its opening was the day before", frozenset((day + timedelta(days=1),)), much, (place,))


def near_the_story(case: Case) -> Iterator[Clue]:
    """Articles of a story stand close in time; what comes before all others is rare."""
    published = case.dated.published
    for day in case.days if published else ():
        here = frozenset((day,))
        away = min(abs((day - other).days) for other in set(published))
        if not away:
            yield Clue("on the day of another", here)
        yield Clue("days from the nearest", here, log1p(away))
        yield Clue("days before the first", here, log1p(max(0, (published[0] - day).days)))


def not_before_its_past(case: Case) -> Iterator[Clue]:
    """It cannot be older than what it tells as past, nor younger than what it tells as to come."""
    past = [t for t in case.told if t.date and t.side == "past"]
    coming = [t for t in case.told if t.date and t.side == "future"]
    for name, told, last in (("before what it tells", past, True), ("after what it expects", coming, False)):
        days = {t.day: t for t in told if t.day}
        if days:
            end = max(days) if last else min(days)
            yield Clue(name, frozenset(d for d in case.days if (d < end if last else d > end)))


def tells_what_is_past(case: Case) -> Iterator[Clue]:
    """Words that the dated articles have had for a while and no longer have are of the news of then."""
    own = frozenset(k for b in case.doc.article.content_blocks for k in content_keys(b.span.of(case.doc.text)))
    last: dict[str, date] = {}
    for mate, keys in case.dated.keys:
        for key in keys & own:
            last[key] = max(last.get(key, date.min), published_day(mate) or date.min)
    weights = {key: case.dated.rarity.get(key, 0.0) for key in sorted(last)}
    for day in case.days if (much := sum(weights.values())) else ():
        gone = sum(weight for key, weight in weights.items() if last[key] < day)
        yield Clue("tells what is past", frozenset((day,)), gone / much)
