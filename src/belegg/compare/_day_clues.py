"""What tells the day on which an article was published, where its page names only a month: clues as named features.

Each clue looks at the article (its weekdays are still open: ``XXXX-WXX-2``) and at the dated articles of its story, and
says which days speak for it, with how much weight and where that stands.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from belegg.core.annotation import Time
from belegg.core.document import Document
from belegg.core.spans import Place, Span
from belegg.core.words import Token
from belegg.text.bridge import load_bridge
from belegg.text.dates import Direction, nearest_weekday, real_day, week_day
from belegg.text.shingles import shingles, words
from belegg.text.tense import direction, load_tense_words

WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"[.!?](?=\s+[–«\"]?\s?[A-ZÆØÅ])|\n")
_OPEN_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])(?:T|$)")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
TODAY = re.compile(r"(?:i dag|idag|i kveld|i ettermiddag|i formiddag|i føremiddag|i morges|i morgost)\b", re.IGNORECASE)
YESTERDAY = re.compile(r"(?:i går|igår)", re.IGNORECASE)
_LAST = re.compile(r"(?:siste?|forrige|førre) \w+dag\b", re.IGNORECASE)
_OTHER_WEEK = re.compile(
    r"\b(?:sist|siste|forrige|førre|neste|komande|kommende|uke|veke|uka|veka|uken)\b", re.IGNORECASE
)
_WEEKS = tuple(
    (shift, re.compile(rf"\b(?:{words}) (?:uke|veke|uka|veka|uken)\b", re.IGNORECASE))
    for shift, words in ((1, "neste|komande|kommende"), (0, "denne"), (-1, "forrige|førre|sist|siste"))
)
_OPPOSED = {"past", "future"}
_TO_OUTLET = re.compile(r"\btil ([A-ZÆØÅ][\w-]+(?: [A-ZÆØÅ][\w-]+)?)")
LIKE = 0.25  # share of words that two sentences about the same must have in common
_COMMON_WORDS = 2
SHORTEST_STEM = 4
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

    @property
    def bare(self) -> bool:
        """A weekday by itself, not *forrige torsdag* or one of another week."""
        return not _OTHER_WEEK.search(self.text)

    @cached_property
    def side(self) -> Direction | None:
        """Past or future, by the verb that governs it."""
        tokens = self.doc[Token] if Token in self.doc.layers else ()
        return direction(self.sentence, tokens, self.time.span, self.doc.text)

    @cached_property
    def keys(self) -> frozenset[str]:
        """The content words of its sentence, put into a form that both written standards share."""
        bridge = load_bridge()
        keys = (bridge.key(w) for w in WORD.findall(self.sentence.of(self.doc.text)) if len(w) >= SHORTEST_STEM)
        return frozenset(k for k in keys if not bridge.is_function(k)) - frozenset(
            bridge.key(w) for w in WORD.findall(self.text)
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
            before = WORD.findall(self.doc.text[max(0, named.start() - 60) : named.start()].lower())
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
        beside = WORD.findall(text[max(0, found.start() - 12) : found.start()].lower())[-1:]
        beside += WORD.findall(text[found.end() : found.end() + 25].lower())[:1]
        if report.intersection(beside):
            return True
    return False


def shared_weekday(case: Case, *, same_side: bool = False) -> Iterator[Clue]:
    """The same happening on a weekday here and on a dated day there: the weekday must come out as that day.

    ``same_side``: not what is to come in the one and past in the other.
    """
    for own in case.told:
        if own.weekday is None:
            continue
        others = (
            t for t in case.mates_told if _same_weekday(own, t) and (not same_side or {t.side, own.side} != _OPPOSED)
        )
        best = max(
            ((likeness(own, other), other) for other in others),
            key=lambda pair: pair[0],
            default=None,
        )
        if best is None or best[1].day is None:
            continue
        weight = 2.2 if best[0] >= LIKE else 0.65
        yield Clue("shares a weekday", days_that_give(own, best[1].day, case), weight, (own.place, best[1].place))


def _same_weekday(own: Told, other: Told) -> bool:
    return other.day is not None and other.day.isoweekday() == own.weekday


def likeness(own: Told, other: Told) -> float:
    """The share of the shorter sentence's content words that both have."""
    common = len(own.keys & other.keys)
    return common / max(1, min(len(own.keys), len(other.keys))) if common >= _COMMON_WORDS else 0.0


def days_that_give(own: Told, day: date, case: Case) -> frozenset[date]:
    """The days of publication on which the article's weekday would be that day."""
    if own.weekday is None:
        return frozenset()
    week = next((shift for shift, words in _WEEKS if words.search(own.text)), None)
    if week is not None:  # "torsdag i neste veke"
        return frozenset(d for d in case.days if week_day(d, week, own.weekday) == day)
    if _LAST.search(own.text):  # "forrige torsdag" is no day of these, and of this week or the one before
        return frozenset(d for d in case.days if day < d and week_day(d, -1, own.weekday) <= day)
    return frozenset(d for d in case.days if nearest_weekday(own.weekday, d, own.side) == day)


def date_line(doc: Document) -> tuple[Place, ...]:
    """The line of the page that tells when it was published."""
    published = doc.article.published
    year = published.value[:4] if published else ""
    lines = [b for b in doc.article.blocks if b.kind == "meta" and year in b.span.of(doc.text)]
    return tuple(Place(doc.id, b.start, b.end) for b in lines[:1])


def told_today(case: Case) -> Iterator[Clue]:
    """A weekday that a report is dated by (*skrev onsdag, opplyser mandag*) is most often the day itself."""
    today = any(TODAY.match(t.text) for t in case.told)
    if any(YESTERDAY.match(t.text) for t in case.told):
        return
    for own in case.told:
        if own.weekday and own.side != "future" and own.bare:
            days = frozenset(d for d in case.days if d.isoweekday() == own.weekday)
            yield Clue("tells of that weekday", days, 0.3 if today or own.side is None else 0.6, (own.place,))


def little_past(case: Case) -> Iterator[Clue]:
    """News tells of the last days: the day on which all its past weekdays lie closest together, and behind it."""
    past = [t for t in case.told if t.weekday and t.side == "past" and t.bare]
    if not past or any(YESTERDAY.match(t.text) for t in case.told):
        return
    spread = {d: _reach_back(past, d) for d in case.days}
    least = min(spread.values(), default=0)
    for more, weight in ((0, 0.7), (1, 0.4)):
        days = frozenset(d for d, reach in spread.items() if reach == least + more)
        yield Clue("its past weekdays lie closest", days, weight, tuple(t.place for t in past[:1]))


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


def soon_after_its_past(case: Case) -> Iterator[Clue]:
    """What was last happened some days ago at the most: the days that follow the latest dated one that is past."""
    past = [t for t in case.told if t.day and t.side == "past"]
    latest = max(past, key=lambda t: t.day or date.min, default=None)
    if latest is None or latest.day is None:
        return
    for reach, weight in ((2, 0.3), (6, 0.2)):
        days = frozenset(d for d in case.days if 0 <= (d - (latest.day or d)).days <= reach)
        yield Clue(f"within {reach} days of what it tells last", days, weight, (latest.place,))


def shared_wording(case: Case) -> Iterator[Clue]:
    """An article that stands to a good part in another one, too (an agency's text), is most often of the same day."""
    own = _runs(case.doc)
    for mate in case.mates:
        day, other = published_day(mate), _runs(mate)
        if day and len(own & other) >= _MUCH_SHARED * min(len(own), len(other)) > 0:
            yield Clue("shares its wording", frozenset((day,)), 1.65, date_line(mate))


def shared_quotation(case: Case) -> Iterator[Clue]:
    """Words quoted here that stand in a dated article of the story, too: both came soon after they were said."""
    own = _runs(case.doc, spoken=True)
    days = sorted((day, mate.id, mate) for mate in case.mates if (day := published_day(mate)))
    first = next((mate for _, _, mate in days if own & _runs(mate)), None)
    if first is not None and (day := published_day(first)):
        yield Clue("quotes what a dated article quotes", frozenset((day,)), 0.65, date_line(first))
        yield Clue("quotes what a dated article quotes", frozenset((day + timedelta(days=1),)), 0.3, date_line(first))


def _runs(doc: Document, *, spoken: bool = False) -> frozenset[str]:
    """Runs of content words of the article, or only of its quotation paragraphs."""
    bridge = load_bridge()
    blocks = (b for b in doc.article.content_blocks if not spoken or b.kind == "quote" or doc.text[b.start] in "–—-«")
    return frozenset(run for b in blocks for run in shingles(words(doc.text, b.span, bridge), _RUN_LENGTH))


def near_the_story(case: Case) -> Iterator[Clue]:
    """Articles of a story stand close in time."""
    dated = [d for mate in case.mates if (d := published_day(mate))]
    for reach, weight in ((1, 0.2), (3, 0.3), (7, 0.2)):
        days = frozenset(d for d in case.days if any(abs((d - other).days) <= reach for other in dated))
        yield Clue(f"within {reach} days of the story's others", days, weight, ())
