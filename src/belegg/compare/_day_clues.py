"""What tells the day on which an article was published, where its page names only a month: clues as named features.

Each clue looks at the article (its weekdays are still open: ``XXXX-WXX-2``) and at the dated articles of its story, and
says which days speak for it, with how much weight and where that stands.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from belegg.core.annotation import Time
from belegg.core.document import Document
from belegg.core.spans import Place, Span
from belegg.core.words import Token
from belegg.text.bridge import load_bridge
from belegg.text.dates import Direction, nearest_weekday, real_day
from belegg.text.shingles import shingles, words
from belegg.text.tense import direction, load_tense_words

_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"[.!?](?=\s+[–«\"]?\s?[A-ZÆØÅ])|\n")
_OPEN_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])(?:T|$)")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_TODAY = re.compile(
    r"(?:i dag|idag|i kveld|i ettermiddag|i formiddag|i føremiddag|i morges|i morgost)\b", re.IGNORECASE
)
_DAY_AFTER = re.compile(r"dagen (?:etter) (\w+)", re.IGNORECASE)
_COUNTED = re.compile(r"P(\d+)([DWM])$")
_AFTER = re.compile(r"\s*(?:etter|sidan|siden)\b", re.IGNORECASE)
_TO_OUTLET = re.compile(r"\btil ([A-ZÆØÅ][\w-]+(?: [A-ZÆØÅ][\w-]+)?)")
_LIKE = 0.25  # share of words that two sentences about the same must have in common
_COMMON_WORDS = 2
_SHORTEST_STEM = 4
_RUN_LENGTH = 4  # content words in a row that two texts hardly share by chance
_MUCH_SHARED = 0.2


@dataclass(frozen=True, slots=True)
class Clue:
    """A named reason for some days: the weight that each of them gets, and what it rests on."""

    name: str
    days: frozenset[date]
    weight: float
    places: tuple[Place, ...]


@dataclass(frozen=True)
class Told:
    """A time in an article together with its sentence; a side of the verb where its words tell one."""

    doc: Document
    time: Time
    sentence: Span

    @property
    def place(self) -> Place:
        """Where the expression stands."""
        return Place(self.doc.id, self.time.start, self.time.end)

    @property
    def text(self) -> str:
        """The expression as written."""
        return self.doc.text[self.time.start : self.time.end]

    @property
    def day(self) -> date | None:
        """The day that it tells, where it tells one."""
        found = _DAY.match(self.time.value) if "/" not in self.time.value else None
        return real_day(*map(int, found.group().split("-"))) if found else None

    @property
    def weekday(self) -> int | None:
        """The weekday of an unknown week."""
        found = _OPEN_WEEKDAY.match(self.time.value)
        return int(found.group(1)) if found else None

    @cached_property
    def side(self) -> Direction | None:
        """Past or future, by the verb that governs it."""
        tokens = self.doc[Token] if Token in self.doc.layers else ()
        return direction(self.sentence, tokens, self.time.span, self.doc.text)

    @cached_property
    def keys(self) -> frozenset[str]:
        """The content words of its sentence, put into a form that both written standards share."""
        bridge = load_bridge()
        keys = (bridge.key(w) for w in _WORD.findall(self.sentence.of(self.doc.text)) if len(w) >= _SHORTEST_STEM)
        return frozenset(k for k in keys if not bridge.is_function(k)) - frozenset(
            bridge.key(w) for w in _WORD.findall(self.text)
        )


def told_in(doc: Document) -> tuple[Told, ...]:
    """The times of an article with their sentences."""
    return tuple(Told(doc, time, _sentence(doc.text, time.span)) for time in doc[Time])


def _sentence(text: str, span: Span) -> Span:
    start = max((m.end() for m in _SENTENCE_END.finditer(text, max(0, span.start - 600), span.start)), default=0)
    found = _SENTENCE_END.search(text, span.end)
    return Span(min(start, span.start), found.end() if found else len(text))


@dataclass(frozen=True)
class Case:
    """The article in question, the dated articles of its story, and the days that it may be from."""

    doc: Document
    mates: tuple[Document, ...]
    days: tuple[date, ...]

    @cached_property
    def told(self) -> tuple[Told, ...]:
        """The article's own times."""
        return told_in(self.doc)

    @cached_property
    def mates_told(self) -> tuple[Told, ...]:
        """The times of the dated articles."""
        return tuple(t for mate in self.mates for t in told_in(mate))

    @cached_property
    def outlets(self) -> frozenset[str]:
        """The article's outlet; if unknown, whom people talk *to* in it (*sier Dahl til Fjordposten*) and no source."""
        if self.doc.article.outlet:
            return frozenset((self.doc.article.outlet,))
        others = {mate.article.outlet for mate in self.mates} | {
            c for d in (self.doc, *self.mates) for c in d.article.credits
        }
        report, found = _report_words(), set()
        for named in _TO_OUTLET.finditer(self.doc.text):
            before = _WORD.findall(self.doc.text[max(0, named.start() - 60) : named.start()].lower())
            if report.intersection(before) and named.group(1) not in others:
                found.add(named.group(1))
        return frozenset(name for name in found if not _reports(name, self.doc.text))


def _report_words() -> frozenset[str]:
    return load_tense_words().present_report | load_tense_words().past_report


def published_day(doc: Document) -> date | None:
    """The day of publication, where the page tells it."""
    moment = doc.article.published
    told = moment and not moment.inferred and moment.precision in ("day", "minute")
    return date.fromisoformat(moment.value[:10]) if moment and told else None


# ---------------------------------------------------------------- clues


def told_by_another(case: Case) -> Iterator[Clue]:
    """*Onsdag meldte Fjordposten …* in another article, of the outlet in question."""
    for told in case.mates_told:
        if not told.day or told.side == "future" or told.doc.article.outlet in case.outlets:
            continue
        start, end = max(told.sentence.start, told.time.start - 40), min(told.sentence.end, told.time.end + 60)
        if any(_reports(outlet, told.doc.text[start:end]) for outlet in case.outlets):
            yield Clue("another article dates it", frozenset((told.day,)), 4.0, (told.place,))


def named_before(case: Case) -> Iterator[Clue]:
    """Who is named as a source came first: this article before those that name it, after those that it names."""
    for mate in case.mates:
        day = published_day(mate)
        if day is None:
            continue
        if any(_reports(outlet, mate.text) for outlet in case.outlets if outlet != mate.article.outlet):
            yield Clue("named by a later article", frozenset(d for d in case.days if d <= day), 2.0, ())
        if mate.article.outlet and _reports(mate.article.outlet, case.doc.text):
            yield Clue("names an earlier article", frozenset(d for d in case.days if d >= day), 2.0, ())


def _reports(outlet: str, text: str) -> bool:
    """True where the outlet stands beside a reporting word (*skriver X*, *X melder*, *ifølge X*)."""
    report = _report_words() | {"ifølge", "ifølgje"}
    for found in re.finditer(rf"\b{re.escape(outlet)}\b", text):
        beside = _WORD.findall(text[max(0, found.start() - 12) : found.start()].lower())[-1:]
        beside += _WORD.findall(text[found.end() : found.end() + 25].lower())[:1]
        if report.intersection(beside):
            return True
    return False


def shared_weekday(case: Case) -> Iterator[Clue]:
    """The same happening on a weekday here and on a dated day there: the weekday must come out as that day."""
    for own in case.told:
        if own.weekday is None:
            continue
        best = max(
            ((_likeness(own, other), other) for other in case.mates_told if _same_weekday(own, other)),
            key=lambda pair: pair[0],
            default=None,
        )
        if best is None or best[1].day is None:
            continue
        weight = 2.0 if best[0] >= _LIKE else 0.6
        yield Clue("shares a weekday", _days_that_give(own, best[1].day, case), weight, (own.place, best[1].place))


def _same_weekday(own: Told, other: Told) -> bool:
    return other.day is not None and other.day.isoweekday() == own.weekday


def _likeness(own: Told, other: Told) -> float:
    """The share of the shorter sentence's content words that both have."""
    common = len(own.keys & other.keys)
    return common / max(1, min(len(own.keys), len(other.keys))) if common >= _COMMON_WORDS else 0.0


def _days_that_give(own: Told, day: date, case: Case) -> frozenset[date]:
    """The days of publication on which the article's weekday would be that day."""
    return frozenset(d for d in case.days if own.weekday and nearest_weekday(own.weekday, d, own.side) == day)


def counted_from_known(case: Case) -> Iterator[Clue]:
    """*I dag, ti veker etter at Avisa skreiv …*: so long after the day of an article or happening that is dated."""
    for own in case.told:
        counted = _COUNTED.match(own.time.value)
        ahead = _AFTER.match(case.doc.text, own.time.end)
        if own.time.type != "DURATION" or not counted or not ahead or not _TODAY.search(own.sentence.of(case.doc.text)):
            continue
        for day, places in _starts(own, ahead.end(), case):
            count, unit = int(counted.group(1)), counted.group(2)
            then = day + timedelta(days=count * {"D": 1, "W": 7, "M": 30}[unit])
            yield Clue("counts from a known day", frozenset((then,)), 4.0, (own.place, *places))


def _starts(own: Told, end: int, case: Case) -> Iterator[tuple[date, tuple[Place, ...]]]:
    """The day that is counted from: of the named outlet's first article, else of the likeliest dated happening."""
    clause = case.doc.text[end : own.sentence.end]
    named = sorted(
        (day, mate.id, mate)
        for mate in case.mates
        if (day := published_day(mate)) and mate.article.outlet and mate.article.outlet in clause
    )
    if named:
        yield named[0][0], _date_line(named[0][2])
        return
    best = max(((_likeness(own, t), t) for t in case.mates_told if t.day), key=lambda p: p[0], default=None)
    if best and best[0] >= _LIKE and best[1].day:
        yield best[1].day, (best[1].place,)


def _date_line(doc: Document) -> tuple[Place, ...]:
    """The line of the page that tells when it was published."""
    published = doc.article.published
    year = published.value[:4] if published else ""
    lines = [b for b in doc.article.blocks if b.kind == "meta" and year in b.span.of(doc.text)]
    return tuple(Place(doc.id, b.start, b.end) for b in lines[:1])


def day_after(case: Case) -> Iterator[Clue]:
    """*Forteller hun til avisen dagen etter brannen*: the day after the happening's day in the dated articles."""
    report = load_tense_words().present_report
    for own in case.told:
        found = _DAY_AFTER.match(own.text)
        if not found or not report.intersection(_WORD.findall(own.sentence.of(case.doc.text).lower())):
            continue
        stem = load_bridge().key(found.group(1))[:_SHORTEST_STEM]
        days = [t for t in case.mates_told if t.day and t.side == "past" and _tells_of(stem, t)]
        if days:
            first = min(days, key=lambda t: (t.day or date.max, t.place))
            then = (first.day or date.min) + timedelta(days=1)
            yield Clue("the day after a known happening", frozenset((then,)), 3.0, (own.place, first.place))


def _tells_of(stem: str, told: Told) -> bool:
    bridge = load_bridge()
    return any(bridge.key(w).startswith(stem) for w in _WORD.findall(told.sentence.of(told.doc.text)) if len(w) > 3)


def told_today(case: Case) -> Iterator[Clue]:
    """A weekday that a report is dated by (*skrev onsdag, opplyser mandag*) is most often the day itself."""
    today = any(_TODAY.match(t.text) for t in case.told)
    for own in case.told:
        if own.weekday and own.side != "future":
            days = frozenset(d for d in case.days if d.isoweekday() == own.weekday)
            yield Clue("tells of that weekday", days, 0.3 if today or own.side is None else 0.6, (own.place,))


def little_past(case: Case) -> Iterator[Clue]:
    """News tells of the last days: the day on which all its past weekdays lie closest together, and behind it."""
    past = [t for t in case.told if t.weekday and t.side == "past"]
    if not past:
        return
    spread = {d: _reach_back(past, d) for d in case.days}
    least = min(spread.values(), default=0)
    days = frozenset(d for d, reach in spread.items() if reach == least)
    yield Clue("its past weekdays lie closest", days, 0.5, tuple(t.place for t in past[:1]))


def _reach_back(past: Sequence[Told], day: date) -> int:
    return max((day - nearest_weekday(t.weekday or 1, day, "past")).days for t in past)


def not_before_its_past(case: Case) -> Iterator[Clue]:
    """It cannot be older than what it tells as past, nor younger than what it tells as to come."""
    for own in case.told:
        if own.day is None or own.side is None:
            continue
        past = own.side == "past"
        days = frozenset(d for d in case.days if (d >= own.day if past else d <= own.day))
        yield Clue("after what it tells" if past else "before what it expects", days, 1.5, (own.place,))


def shared_wording(case: Case) -> Iterator[Clue]:
    """An article that stands to a good part in another one, too (an agency's text), is most often of the same day."""
    own = _runs(case.doc)
    for mate in case.mates:
        day, other = published_day(mate), _runs(mate)
        if day and len(own & other) >= _MUCH_SHARED * min(len(own), len(other)) > 0:
            yield Clue("shares its wording", frozenset((day,)), 1.5, _date_line(mate))


def _runs(doc: Document) -> frozenset[str]:
    bridge = load_bridge()
    return frozenset(
        run for b in doc.article.content_blocks for run in shingles(words(doc.text, b.span, bridge), _RUN_LENGTH)
    )


def near_the_story(case: Case) -> Iterator[Clue]:
    """Articles of a story stand close in time."""
    dated = [d for mate in case.mates if (d := published_day(mate))]
    for reach, weight in ((1, 0.4), (3, 0.3), (7, 0.2)):
        days = frozenset(d for d in case.days if any(abs((d - other).days) <= reach for other in dated))
        yield Clue(f"within {reach} days of the story's others", days, weight, ())


CLUES: tuple[Callable[[Case], Iterator[Clue]], ...] = (
    told_by_another,
    named_before,
    shared_weekday,
    counted_from_known,
    day_after,
    told_today,
    little_past,
    not_before_its_past,
    shared_wording,
    near_the_story,
)
