"""The day of publication, inferred where a page tells only the month or nothing (annotation.md, 2).

Every day that the article may be from is weighed by named clues (:mod:`belegg.compare._day_clues`); the likeliest is
taken if it is as likely as all others together, with the places that it rests on. The weights are those of a
conditional logit (McFadden 1974) over the undated articles of annotated stories, and the dated ones with their day
masked, rounded (``python -m training.days``): each article is a choice among days.
"""

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from math import exp

from belegg.compare._day_clues import Case, Clue, Dated, published_day
from belegg.compare._day_counts import (
    counted_after,
    counted_from_known,
    counted_to_weekday,
    day_after,
    nth_of_another,
    nth_without_a_name,
    ordinal_day,
)
from belegg.compare._day_deictic import (
    date_without_year,
    named_otherwise,
    told_days,
    told_weeks,
    update_without_year,
)
from belegg.compare._day_others import (
    dates_another,
    named_before,
    near_the_story,
    not_before_its_past,
    opening_dated,
    shared_wording,
    tells_what_is_past,
    told_by_another,
)
from belegg.compare._day_weekdays import told_weekdays, weekdays_around
from belegg.core.article import Article, Moment
from belegg.core.comparison import Story
from belegg.core.document import Document
from belegg.core.spans import Place

_SHARED_NAMES = 3  # with an article of another story, before its weekdays are taken for the same
_RARE = 40  # articles of a month that a name may stand in and still tell that two of them are about the same
_NAME = re.compile(r"(?<=[a-zæøå,] )[A-ZÆØÅ][\w-]{2,}|\b[A-Z]\d+\b")
SURE = 0.45  # how likely a day must be
_REACH = 10  # days around the story's others that an article without any date may be from
_DAYS_OF_A_YEAR = 366
_MOST_PLACES = 6

Finder = Callable[[Case], Iterator[Clue]]
#: What tells more than where the story's other articles lie.
_TELLING: tuple[Finder, ...] = (
    told_by_another,
    named_before,
    counted_from_known,
    counted_to_weekday,
    day_after,
    ordinal_day,
    told_days,
    named_otherwise,
    told_weekdays,
    weekdays_around,
    not_before_its_past,
    shared_wording,
    opening_dated,
    dates_another,
    told_weeks,
    counted_after,
    nth_of_another,
    nth_without_a_name,
)
FINDERS: tuple[Finder, ...] = (*_TELLING, near_the_story, tells_what_is_past)
#: Without a story: what shut a road there shut it here.
_ALONE: tuple[Finder, ...] = (told_weekdays, weekdays_around, not_before_its_past, ordinal_day)

WEIGHTS: Mapping[str, float] = {
    "another article dates it": 3.55,
    "named by a later article": 1.75,
    "names an earlier article": 0.20,
    "counts from a known day": 5.95,
    "counts to a weekday": 1.40,
    "shares its today": 2.70,
    "shares its yesterday or tomorrow": 3.50,
    "shares its days ago": 3.35,
    "weeks ago an article came": 2.95,
    "days ago is told of": 2.90,
    "days ago an article came": 1.80,
    "days ago the story began": 0.90,
    "a date in the sentence": 3.65,
    "its weekday in the sentence": 4.70,
    "shares a weekday": 2.05,
    "its weekday is told of": 1.00,
    "its last weekday is today": 1.15,
    "its last weekday was yesterday": 0.80,
    "its past weekdays reach back": -2.80,
    "today is to come": -0.95,
    "its coming weekdays reach ahead": -1.40,
    "a weekday without a verb is today": 1.55,
    "before what it tells": -1.60,
    "after what it expects": -0.70,
    "shares its wording": 3.55,
    "its opening was that day": 2.55,
    "its opening was the day before": 0.45,
    "on the day of another": -1.50,
    "days from the nearest": -0.60,
    "days before the first": -0.95,
    "a weekday is its today": -1.05,
    "its opening is of today": 0.95,
    "this weekday": 3.60,
    "says it on a weekday": 1.05,
    "dates an earlier article": 1.30,
    "tells what is past": -0.70,
    "shares its week": 0.40,
    "weeks ahead is told of": 3.20,
    "counts a day of its own": 3.10,
    "counts from what happened": 3.55,
    "counts from the first article": 2.00,
    "counts the days of what began": 0.60,
}


def infer_days(docs: Sequence[Document], stories: Sequence[Story]) -> Mapping[str, Moment]:
    """Article id to its inferred day, for articles without one of their own; undecidable ones are left out."""
    by_id = {doc.id: doc for doc in docs}
    months = _Months(docs)
    told: dict[str, Dated] = {}
    for story in stories:
        dated = Dated(tuple(by_id[a] for a in story.articles if a in by_id and published_day(by_id[a])))
        told |= dict.fromkeys(story.articles, dated)
    inferred: dict[str, Moment] = {}
    for doc in docs:
        if published_day(doc) is not None:
            continue
        dated = told.get(doc.id, Dated(()))
        day = infer_day(doc, dated) if dated.mates else _infer_from_neighbours(doc, months)
        if day is not None:
            inferred[doc.id] = day
    return inferred


def infer_updates(docs: Sequence[Document], days: Mapping[str, Moment]) -> Mapping[str, Moment]:
    """Article id to the day of its last change, where the page tells that, too, without its year.

    ``days`` are those of :func:`infer_days`.
    """
    told = ((doc, days[doc.id]) for doc in docs if doc.id in days and doc.article.published is None)
    found = ((doc.id, update_without_year(doc, published)) for doc, published in told if not doc.article.updated)
    return {article: moment for article, moment in found if moment}


def infer_day(doc: Document, dated: Dated) -> Moment | None:
    """The day of one article from its text and the dated articles of its story; None where they do not tell."""
    if doc.article.published is None and (written := date_without_year(doc, dated.mates)):
        return written
    return _likeliest(case_of(doc, dated), FINDERS)


def case_of(doc: Document, dated: Dated) -> Case:
    """The article among the days that it may be from."""
    return Case(doc, dated, _possible_days(doc.article, dated))


def _infer_from_neighbours(doc: Document, months: "_Months") -> Moment | None:
    """From articles of other stories in that month that share names with it: what shut a road there shut it here.

    Only weekdays count then, and only if the neighbours date one of them, and days counted from what they date.
    """
    known = doc.article.published
    if known is None or known.precision != "month":
        return None
    case = case_of(doc, Dated(months.neighbours(doc, known.value)))
    same = (clue for find in (told_weekdays, ordinal_day) for clue in find(case))
    return _likeliest(case, _ALONE) if any(clue.name in _SAME_HAPPENING for clue in same) else None


_SAME_HAPPENING = ("shares a weekday", "counts from a known day")


class _Months:
    """The dated articles of each month by their names; a month is read when it is asked for, and once."""

    def __init__(self, docs: Sequence[Document]) -> None:
        self._docs: dict[str, list[Document]] = {}
        self._named: dict[str, dict[str, list[int]]] = {}
        for doc in docs:
            if day := published_day(doc):
                self._docs.setdefault(day.isoformat()[:7], []).append(doc)

    def neighbours(self, doc: Document, month: str) -> tuple[Document, ...]:
        """The dated articles of the month that share enough of their rarer names with this one."""
        named = self._index(month)
        shared = Counter(n for name in _names(doc) if len(named.get(name, ())) <= _RARE for n in named.get(name, ()))
        return tuple(self._docs[month][n] for n in sorted(shared) if shared[n] >= _SHARED_NAMES)

    def _index(self, month: str) -> Mapping[str, Sequence[int]]:
        if month not in self._named:
            named = self._named[month] = {}
            for number, doc in enumerate(self._docs.get(month, ())):
                for name in _names(doc):
                    named.setdefault(name, []).append(number)
        return self._named[month]


def _names(doc: Document) -> frozenset[str]:
    """Words with a capital after a small letter's word, and codes like *E39*: names, roughly, without a model."""
    return frozenset(_NAME.findall(doc.text))


# ---------------------------------------------------------------- weighing


def _likeliest(case: Case, finders: Sequence[Finder]) -> Moment | None:
    strongest = strengths(case, finders)
    weights = {
        day: sum(WEIGHTS[name] * clue.strength for name, clue in clues.items()) for day, clues in strongest.items()
    }
    best = max(weights, key=lambda day: (weights[day], -day.toordinal()), default=None)
    if best is None or 1 / sum(exp(weight - weights[best]) for weight in weights.values()) < SURE:
        return None
    places = _rests_on(strongest[best])
    return Moment(best.isoformat(), "day", inferred=True, evidence=places) if places else None


def strengths(case: Case, finders: Sequence[Finder] = FINDERS) -> dict[date, dict[str, Clue]]:
    """Each day with what speaks for or against it: of the clues of one name, the strongest."""
    found: dict[date, dict[str, Clue]] = {day: {} for day in case.days}
    for clue in (clue for find in finders for clue in find(case)):
        for day in clue.days & found.keys():
            known = found[day].get(clue.name)
            if known is None or clue.strength > known.strength:
                found[day][clue.name] = clue
    return found


def _rests_on(clues: Mapping[str, Clue]) -> tuple[Place, ...]:
    """The places of what speaks for a day, those of the weightiest first; none where nothing but its nearness does."""
    heavy = sorted(clues.values(), key=lambda clue: (-WEIGHTS[clue.name] * clue.strength, clue.name))
    places = (place for clue in heavy if WEIGHTS[clue.name] > 0 for place in clue.places)
    return tuple(dict.fromkeys(places))[:_MOST_PLACES]


def _possible_days(article: Article, dated: Dated) -> tuple[date, ...]:
    """The days of its month (or year); without either, those around the dated articles of the story."""
    known = article.published
    if known and known.precision == "month":
        year, month = int(known.value[:4]), int(known.value[5:7])
        return tuple(date(year, month, n) for n in range(1, monthrange(year, month)[1] + 1))
    if not dated.published:
        return ()
    first, last = dated.published[0] - timedelta(days=_REACH), dated.published[-1] + timedelta(days=_REACH)
    count = min((last - first).days + 1, _DAYS_OF_A_YEAR)
    days = (first + timedelta(days=n) for n in range(count))
    return tuple(d for d in days if not known or str(d.year) == known.value[:4])
