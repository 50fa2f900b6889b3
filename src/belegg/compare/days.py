"""The day of publication, inferred where a page tells only the month or nothing (annotation.md, 2).

A score of named clues (:mod:`belegg.compare._day_clues`) is added up for every day that the article may be from; the
best day is taken if enough speaks for it and no other day is as good, with the places that it rests on.
"""

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from math import exp

from belegg.compare._day_clues import (
    Case,
    Clue,
    little_past,
    named_before,
    near_the_story,
    not_before_its_past,
    published_day,
    shared_quotation,
    shared_weekday,
    shared_wording,
    soon_after_its_past,
    told_by_another,
    told_today,
)
from belegg.compare._day_counts import counted_from_known, counted_to_weekday, day_after, ordinal_day
from belegg.compare._day_deictic import counted_back, date_without_year, named_yesterday, shared_week, shared_yesterday
from belegg.core.article import Article, Moment
from belegg.core.comparison import Story
from belegg.core.document import Document
from belegg.core.judgement import Feature, total

_ENOUGH = 2.0  # what must speak for a day, beside its mere nearness to the story
_ENOUGH_ALONE = 1.5  # the same without a story: nothing is added for nearness, and few clues are asked
_SHARED_NAMES = 3  # with an article of another story, before its weekdays are taken for the same
_RARE = 40  # articles of a month that a name may stand in and still tell that two of them are about the same
_NAME = re.compile(r"(?<=[a-zæøå,] )[A-ZÆØÅ][\w-]{2,}|\b[A-Z]\d+\b")
_AHEAD = 0.25  # by how much the best day must be ahead of the next
_STEEP = 1.5  # how much likelier a day is for each point of its score: by a factor of e to this
_SURE = 0.5  # the share that the best day must have of what all days are likely
_REACH = 10  # days around the story's others that an article without any date may be from
_DAYS_OF_A_YEAR = 366
_MOST_PLACES = 6

_CLUES: tuple[Callable[[Case], Iterator[Clue]], ...] = (
    told_by_another,
    named_before,
    shared_weekday,
    shared_yesterday,
    shared_week,
    named_yesterday,
    counted_from_known,
    counted_to_weekday,
    counted_back,
    day_after,
    told_today,
    little_past,
    not_before_its_past,
    soon_after_its_past,
    shared_wording,
    shared_quotation,
    ordinal_day,
    near_the_story,
)


def infer_days(docs: Sequence[Document], stories: Sequence[Story]) -> Mapping[str, Moment]:
    """Article id to its inferred day, for articles without one of their own; undecidable ones are left out."""
    by_id = {doc.id: doc for doc in docs}
    mates = {a: [by_id[i] for i in story.articles if i in by_id] for story in stories for a in story.articles}
    months = _Months(docs)
    inferred: dict[str, Moment] = {}
    for doc in docs:
        if published_day(doc) is not None:
            continue
        story = mates.get(doc.id, ())
        alone = not any(published_day(mate) for mate in story)
        day = _infer_from_neighbours(doc, months) if alone else infer_day(doc, story)
        if day is not None:
            inferred[doc.id] = day
    return inferred


def infer_day(doc: Document, mates: Sequence[Document]) -> Moment | None:
    """The day of one article from its text and the dated articles of its story; None where they do not tell."""
    dated = tuple(mate for mate in mates if mate.id != doc.id and published_day(mate))
    if doc.article.published is None and (written := date_without_year(doc, dated)):
        return written
    return _decided(Case(doc, dated, _possible_days(doc.article, dated)), _CLUES, _ENOUGH, _SURE)


def _infer_from_neighbours(doc: Document, months: "_Months") -> Moment | None:
    """From articles of other stories in that month that share names with it: what shut a road there shut it here.

    Only weekdays count then, and only those that the neighbours date, and days counted from what they date.
    """
    known = doc.article.published
    if known is None or known.precision != "month":
        return None
    neighbours = months.neighbours(doc, known.value)
    case = Case(doc, neighbours, _possible_days(doc.article, neighbours))
    if not any(True for _ in _same_happening(case)):
        return None
    return _decided(case, (_same_happening, told_today, little_past, not_before_its_past), _ENOUGH_ALONE, 0.0)


def _same_happening(case: Case) -> Iterator[Clue]:
    yield from shared_weekday(case, same_side=True)
    yield from ordinal_day(case)


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


def _decided(
    case: Case, finders: Sequence[Callable[[Case], Iterator[Clue]]], enough: float, sure: float
) -> Moment | None:
    clues = tuple(clue for find in finders for clue in find(case) if clue.days)
    scores = sorted(((total(reasons(clues, day)), day) for day in case.days), key=lambda s: (-s[0], s[1]))
    if not scores or scores[0][0] < enough or not _is_sure([score for score, _ in scores], sure):
        return None
    best = scores[0][1]
    places = [place for clue in clues if best in clue.days for place in clue.places]
    return Moment(best.isoformat(), "day", inferred=True, evidence=tuple(dict.fromkeys(places))[:_MOST_PLACES])


def _is_sure(scores: Sequence[float], sure: float) -> bool:
    """True where the best of the scores, which come first, leaves the others behind: the next one, and all together."""
    ahead = len(scores) < 2 or scores[0] - scores[1] >= _AHEAD
    return ahead and 1 / sum(exp(_STEEP * (score - scores[0])) for score in scores) >= sure


def reasons(clues: Sequence[Clue], day: date) -> tuple[Feature, ...]:
    """What speaks for a day, each clue once by name with its greatest weight, and each place of it a little more."""
    best: dict[str, list[float]] = {}
    for clue in clues:
        if day in clue.days:
            best.setdefault(clue.name, []).append(clue.weight)
    return tuple(
        Feature(name, max(weights) + 0.1 * min(len(weights) - 1, 5), f"{len(weights)}")
        for name, weights in best.items()
    )


def _possible_days(article: Article, dated: Sequence[Document]) -> tuple[date, ...]:
    """The days of its month (or year); without either, those around the dated articles of the story."""
    known = article.published
    if known and known.precision == "month":
        year, month = int(known.value[:4]), int(known.value[5:7])
        return tuple(date(year, month, n) for n in range(1, monthrange(year, month)[1] + 1))
    near = [d for mate in dated if (d := published_day(mate))]
    if not near:
        return ()
    first, last = min(near) - timedelta(days=_REACH), max(near) + timedelta(days=_REACH)
    count = min((last - first).days + 1, _DAYS_OF_A_YEAR)
    days = (first + timedelta(days=n) for n in range(count))
    return tuple(d for d in days if not known or str(d.year) == known.value[:4])
