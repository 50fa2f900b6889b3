"""Clues to a day of publication from what the other articles of the story are, and when they came."""

from collections.abc import Iterator
from math import log1p

from belegg.compare._day_clues import Case, Clue, date_line, published_day, reports, runs

_MUCH_SHARED = 0.2
_FEW_RUNS = 4  # fewer are a sentence that may have been said on another day


def told_by_another(case: Case) -> Iterator[Clue]:
    """*Onsdag meldte Fjordposten …* in another article, of the outlet in question."""
    for told in case.mates_told:
        if not told.day or told.side == "future" or told.doc.article.outlet in case.outlets:
            continue
        start, end = max(told.sentence.start, told.time.start - 40), min(told.sentence.end, told.time.end + 60)
        if any(reports(outlet, told.doc.text[start:end]) for outlet in case.outlets):
            yield Clue("another article dates it", frozenset((told.day,)), places=(told.place,))


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
