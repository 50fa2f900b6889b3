"""Which day a bare clock is of, where an earlier article of the story tells the same minute.

*Alarmen gikk klokken 13.08* is of the day of the alarm, also in an article of days later; that article alone does not
tell. Two things of one story hardly come at the same minute on two days, the quarters of an hour aside.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from belegg.core.annotation import Time
from belegg.core.comparison import Story
from belegg.core.document import Document
from belegg.text.dates import DAY

_CLOCK = re.compile(r"\d{4}-\d\d-\d\dT\d\d:(\d\d)$")
_BARE = re.compile(r"[\d.:]+$")
_QUARTER = 15  # minutes


def dated_clocks(docs: Sequence[Document], stories: Sequence[Story]) -> Mapping[str, tuple[Time, ...]]:
    """Article id to all times of the article, for the articles in which a clock gets another day.

    ``docs`` have their times and days of publication, inferred ones too; those without either are left out.
    """
    by_id = {doc.id: doc for doc in docs if Time in doc and _published(doc)}
    changed: dict[str, tuple[Time, ...]] = {}
    for story in stories:
        of_story = [by_id[a] for a in story.articles if a in by_id]
        known = _first_told(of_story)
        for doc in of_story:
            times = _moved(doc, known)
            if times != doc[Time]:
                changed[doc.id] = times
    return changed


def _published(doc: Document) -> str:
    """The day of publication; empty where it is not known."""
    moment = doc.article.published
    return moment.value[:DAY] if moment and len(moment.value) >= DAY else ""


def _first_told(docs: Iterable[Document]) -> Mapping[str, tuple[str, str]]:
    """Clock to the day of the first article that tells it, and the day that it is of there."""
    found: dict[str, tuple[str, str]] = {}
    for doc in docs:
        for time in filter(_to_the_minute, doc[Time]):
            told = (_published(doc), time.value[:DAY])
            clock = time.value[DAY:]
            found[clock] = min(told, found.get(clock, told))
    return found


def _to_the_minute(time: Time) -> bool:
    found = _CLOCK.match(time.value)
    return found is not None and int(found[1]) % _QUARTER != 0


def _moved(doc: Document, known: Mapping[str, tuple[str, str]]) -> tuple[Time, ...]:
    """The times, bare clocks with the day that an earlier article gives; with one go all that had the same day."""
    days: dict[str, str] = {}
    for time in doc[Time]:
        if _to_the_minute(time) and _is_bare(time, doc):
            published, day = known[time.value[DAY:]]
            if published < _published(doc) and day != time.value[:DAY]:
                days.setdefault(time.value[:DAY], day)
    return tuple(
        replace(t, value=days[t.value[:DAY]] + t.value[DAY:]) if t.value[:DAY] in days and _is_bare(t, doc) else t
        for t in doc[Time]
    )


def _is_bare(time: Time, doc: Document) -> bool:
    """True for *13.08* and *klokken 13.08*, without a day or a part of the day."""
    words = doc.text[time.start : time.end].split()
    return _CLOCK.match(time.value) is not None and len(words) <= 2 and _BARE.match(words[-1]) is not None
