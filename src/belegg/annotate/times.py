"""Times (annotation.md, 4): TIMEX3 expressions of both written standards, resolved against the day of publication."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from belegg.annotate._time_anchor import UNKNOWN_DAY, Anchor, Reading, anchor_of
from belegg.annotate._time_checks import is_time
from belegg.annotate._time_entries import entry_anchors
from belegg.annotate._time_fields import Fields
from belegg.annotate._time_grammar import Expression, find_expressions, load_grammar
from belegg.annotate._time_values import resolve
from belegg.core.annotation import Time
from belegg.core.article import Block
from belegg.core.document import Document
from belegg.core.spans import Span
from belegg.core.words import Token
from belegg.text.dates import Direction
from belegg.text.tense import direction, load_tense_words

_SINCE = re.compile(r"\b(?:siden|sidan|sia)[ \u00a0]$", re.IGNORECASE)
_LIMIT = re.compile(r"\b(?:til|innen|innan|inntil)[ \u00a0]$", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:før|innan|innen|foran|framfor|i forkant av|fram mot|frem mot)[ \u00a0]$", re.IGNORECASE)
_DATED = re.compile(r"\b(?:datert|dagsett|stempla|stemplet|signert|fødd|født)[ \u00a0]$", re.IGNORECASE)
_NOT = re.compile(r",? (?:og )?(?:ikke|ikkje|enn) (?:på )?", re.IGNORECASE)
_ON = re.compile(r"\bpå[ \u00a0]$", re.IGNORECASE)
_WHOLE = re.compile(r"\b(?:hele|heile)[ \u00a0]$", re.IGNORECASE)
_UP_TO_NOW = re.compile(r"\bhar\b(?!.*\bhadde\b)", re.IGNORECASE | re.DOTALL)
_NOW_ON = re.compile(r"\b(?:nå|no) på[ \u00a0]$", re.IGNORECASE)
_SAME_DAY = re.compile(r" (?:og|til|eller) ")
_UNTIL = re.compile(r" (?:og )?(?:fram |frem )?til(?: og med)? ")
_SENTENCE_END = re.compile(r"[.!?](?=[ \u00a0]+[–«\"]?[ \u00a0]?[A-ZÆØÅ])")
_UNDATED = frozenset(("duration", "last", "vague_duration", "set", "ago", "vague_date", "year_range"))


@dataclass(frozen=True, slots=True)
class _Found:
    """An expression with its article span and the sentence (or block) that it stands in."""

    expression: Expression
    span: Span
    sentence: Span
    since: bool


@dataclass(frozen=True, slots=True)
class _Sided:
    item: _Found
    side: Direction | None
    beside: bool = False
    until: bool = False


def times(doc: Document) -> tuple[Time, ...]:
    """The time expressions of the content blocks, in text order.

    Without a day of publication, what hangs on it stays open (``XXXX-WXX-2`` for *tirsdag*): see docs/stages/times.md.
    """
    tokens = doc[Token] if Token in doc.layers else ()
    anchor = anchor_of(*(moment.value if moment else None for moment in (doc.article.published, doc.article.updated)))
    starts = [t.start for t in tokens]
    entries = entry_anchors(doc.article, anchor)
    found: list[Time] = []
    happened: list[tuple[str, re.Match[str] | None]] = []
    for block in doc.article.content_blocks:
        before: _Sided | None = None
        anchor = entries.get(block.start, anchor)
        for item, following in _with_next(_in_block(doc.text, block, tokens, starts)):
            before = _sided(item, before, doc.text, tokens)
            beside = found[-1] if found and doc.text[found[-1].end : item.span.start] == ", " else None
            time, anchor = _resolved(before, following, doc.text, anchor)
            if time and found and before.until:
                time = _past_midnight(found[-1], time)
            if time and beside and item.expression.forms == ("event_day",):
                time = replace(time, value=beside.value[:_DAY_LENGTH])  # "tysdag, dagen etter brannen"
            if time:
                found.append(time)
                happened.append((item.sentence.of(doc.text).casefold(), _FULL_DATE.match(time.value)))
    return tuple(_told_twice(doc.text, tuple(_beside_event(doc.text, found, happened))))


def _told_twice(text: str, found: Sequence[Time]) -> Iterator[Time]:
    """*I morgon, 28. februar*: the date tells the day that is open where nobody knows when the article came out."""
    for number, time in enumerate(found):
        near = found[number + 1 : number + 2] if time.value == UNKNOWN_DAY else ()
        date_of = [n.value for n in near if text[time.end : n.start] in _APPOSED and _FULL_DATE.fullmatch(n.value)]
        yield replace(time, value=date_of[0]) if date_of else time


def _beside_event(
    text: str, found: Sequence[Time], happened: Sequence[tuple[str, re.Match[str] | None]]
) -> Iterator[Time]:
    """*Dagen etter brannen*: beside the day on which the article tells of the fire, where it does so with a full date.

    ``happened``: for each time its sentence, in small letters, and the day that its value begins with.
    """
    for time, (own, _) in zip(found, happened, strict=True):
        named = _EVENT_DAY.fullmatch(text, time.start, time.end)
        stem = named.group(2).casefold()[: max(_STEM, len(named.group(2)) - 3)] if named else ""
        days = [
            date.fromisoformat(d[0]) for sentence, d in happened if d and stem and sentence != own and stem in sentence
        ]
        if not named or not days or (time.anchor or "").startswith(time.value) or time.value.startswith("XXXX"):
            yield time
            continue
        day = min(days) + timedelta(days=1 if named.group(1).casefold() == "etter" else -1)
        yield replace(time, value=day.isoformat())


_DAY_LENGTH = len("2024-01-01")
_CLOCK = re.compile(r"\d\d:\d\d")
_APPOSED = (", ", " (", " – ", ", altså ")
_FULL_YEAR = re.compile(r"\d{4}(?![\d/])")
_FULL_DATE = re.compile(r"\d{4}-\d\d-\d\d(?=T|$)")
_EVENT_DAY = re.compile(r"dagen (etter|før) (\w{4,})", re.IGNORECASE)
_STEM = 4  # letters


def _with_next(items: Iterator[_Found]) -> Iterator[tuple[_Found, _Found | None]]:
    listed = list(items)
    yield from zip(listed, [*listed[1:], None], strict=False)


def _in_block(text: str, block: Block, tokens: Sequence[Token], starts: Sequence[int]) -> Iterator[_Found]:
    covered = block.span.of(text)
    for found in find_expressions(covered, load_grammar()):
        span = Span(block.start + found.start, block.start + found.end)
        near = tokens[bisect_left(starts, span.start) : bisect_right(starts, span.end) + 1]
        local = [replace(t, start=t.start - block.start, end=t.end - block.start) for t in near if t.start < block.end]
        if not is_time(found, covered, local):
            continue
        since = None if found.forms[0] in _UNDATED else _SINCE.search(covered[: found.start])
        if since:
            span = Span(block.start + since.start(), span.end)
        yield _Found(found, span, _sentence(covered, found, block.start), bool(since))


def _sentence(covered: str, found: Expression, offset: int) -> Span:
    """The stretch between two full stops; dates and abbreviations have theirs before a small letter or a digit."""
    ends = [m.end() for m in _SENTENCE_END.finditer(covered)]
    start = max((e for e in ends if e <= found.start), default=0)
    end = min((e for e in ends if e >= found.end), default=len(covered))
    return Span(offset + start, offset + end)


def _resolved(sided: _Sided, following: _Found | None, text: str, anchor: Anchor) -> tuple[Time | None, Anchor]:
    item = sided.item
    expression = item.expression
    told = expression.fields
    if told.borrow:
        if following is None or not following.expression.fields.month:
            return None, anchor
        ahead = following.expression.fields
        told = replace(told, month=ahead.month, year=ahead.year, year_shift=ahead.year_shift, borrow=None)
    if expression.forms == ("clock",) and following and _SAME_DAY.fullmatch(text, item.span.end, following.span.start):
        ahead = following.expression.fields
        told = replace(told, weekday=ahead.weekday, day=ahead.day, month=ahead.month, day_shift=ahead.day_shift)
    if expression.forms == ("event_day",) and _told_now(item, text):
        told = replace(told, which=0)
    if following and _SAME_DAY.fullmatch(text, item.span.end, following.span.start):
        told = _with_year_of(told, following.expression.fields)
    if item.since and expression.forms == ("clock",) and _UP_TO_NOW.search(item.sentence.of(text)):
        reading = resolve(told, expression.forms, replace(anchor, told=None), sided.side)
    elif sided.beside and anchor.told:  # "torsdag, ikke onsdag"
        reading = resolve(told, expression.forms, replace(anchor, day=anchor.told), None)
    elif sided.until and told.weekday and anchor.told:  # "mandag til fredag"
        reading = resolve(told, expression.forms, replace(anchor, day=anchor.told), "future")
    else:
        reading = resolve(told, expression.forms, anchor, sided.side)
    if reading is None:
        return None, anchor
    named = reading.day and expression.forms != ("clock",)
    year = _FULL_YEAR.match(reading.value) if reading.type in ("DATE", "TIME") else None
    told_year = int(year[0]) if year else anchor.told_year
    time = _time(item.span, reading, anchor)
    return time, replace(anchor, told=reading.day if named else anchor.told, told_year=told_year)


def _with_year_of(told: Fields, ahead: Fields) -> Fields:
    """*I mars og april i fjor*: the first of two months or seasons is of the year that is told with the second."""
    own = (told.year, told.year_shift, told.which) != (None, None, None) or told.day or told.weekday
    if own or (ahead.year, ahead.year_shift) == (None, None) or ahead.day:
        return told
    if told.month and ahead.month:
        earlier = -1 if told.month > ahead.month else 0  # "november til januar 2023"
        year, shift = ahead.year, ahead.year_shift
        year, shift = (year + earlier if year else None), (shift + earlier if shift is not None else None)
        return replace(told, year=year, year_shift=shift)
    return replace(told, year=ahead.year, year_shift=ahead.year_shift) if told.season and ahead.season else told


def _past_midnight(first: Time, last: Time) -> Time:
    """*Fra klokka 22 til 06*: a bare clock before the one that it goes on from is of the next day."""
    day, _, clock = last.value.partition("T")
    begin = first.value.partition("T")
    if not (begin[0] == day and _CLOCK.fullmatch(begin[2]) and _CLOCK.fullmatch(clock) and clock < begin[2]):
        return last
    if not _FULL_DATE.match(last.value):
        return last
    return replace(last, value=f"{date.fromisoformat(day) + timedelta(days=1)}T{clock}")


def _sided(item: _Found, before: _Sided | None, text: str, tokens: Sequence[Token]) -> _Sided:
    """The item with its side; the second of a pair (*fra juli til august*) lies where the first does, if silent."""
    side = _side(item, text, tokens)
    paired = before and _SAME_DAY.fullmatch(text, before.item.span.end, item.span.start)
    alike = before and item.expression.forms == before.item.expression.forms == ("weekday",)
    if before and alike and _NOT.fullmatch(text, before.item.span.end, item.span.start):
        return _Sided(item, side, beside=True)
    until = before and _goes_on(before.item.expression, item.expression)
    until = until and before and _UNTIL.fullmatch(text, before.item.span.end, item.span.start) is not None
    return _Sided(item, before.side if before and paired and side is None else side, until=bool(until))


def _goes_on(first: Expression, last: Expression) -> bool:
    """True where the second of two can be counted from the first: weekdays, or bare clocks."""
    if "clock" in first.forms and last.forms == ("clock",):
        return True
    named = (last.fields.which, last.fields.week_shift, last.fields.day, last.fields.day_shift)
    return bool(first.fields.weekday and last.forms[0] == "weekday") and named == (None,) * len(named)


def _side(item: _Found, text: str, tokens: Sequence[Token]) -> Direction | None:
    """*Siden* looks back; *på fredag* and *hausten* look ahead where the verb is silent."""
    if item.since:
        return "past"
    core = Span(item.span.end - (item.expression.end - item.expression.start), item.span.end)
    before = text[max(0, core.start - 12) : core.start]
    if _NOW_ON.search(before):
        return "future"
    side = direction(item.sentence, tokens, core, text, limit=bool(_LIMIT.search(before)))
    if side is None and _DATED.search(before):
        return "past"
    season = item.expression.forms[0] == "season" and not _WHOLE.search(before)
    ahead = season or _BEFORE.search(before) or (item.expression.forms[0] == "weekday" and _ON.search(before))
    return "future" if side is None and ahead and item.expression.fields.which is None else side


def _told_now(item: _Found, text: str) -> bool:
    """True where somebody tells it in the present tense: what is told now is told on the day of publication."""
    words = set(re.findall(r"\w+", item.sentence.of(text).lower()))
    return bool(words & load_tense_words().present_report)


def _time(span: Span, reading: Reading, anchor: Anchor) -> Time:
    return Time(span.start, span.end, reading.type, reading.value, reading.mod, anchor.value)
