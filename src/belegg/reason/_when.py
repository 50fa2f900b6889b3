"""When an event was: every time that its story tells is weighed by small named features, the heaviest is taken.

The weights are those of a conditional logit (McFadden 1974) over the events of annotated stories, rounded
(``python -m training.when``): each event is a choice among the times that its story tells.
"""

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, takewhile

import numpy as np

from belegg.core.article import CONTENT_KINDS
from belegg.core.words import Sentence, Token
from belegg.reason._alike import TOLD_AS_FACT, long_before
from belegg.reason._arrays import Floats, Numbers
from belegg.reason._happenings import Happening
from belegg.reason._propositions import content_keys
from belegg.reason._story import StoryIndex, View
from belegg.reason._weighing import weighed
from belegg.text.dates import DAY, days_of

CLOCK = re.compile(r"T\d")
YEAR = len("2024")
MOST_WORDS = 2.5  # rare words shared with a sentence above which more tell nothing
NONE_SHARED = -1.0  # below what any words are worth
WITNESSES = 30  # differently worded clauses by which a sentence's likeness is told: of more, the first
WEEK = 7  # days; what lies weeks back is counted by its logarithm

#: Of a time ``t``. ``own``: logarithm of the clauses that give it or a finer one. ``own coarser``: share of those that
#: give a coarser one. ``others own``: clauses give other times, none this. ``news``: logarithm of the clauses that tell
#: it as news of that day; ``news at all``: one does; ``news coarser``: share of those in articles of which only the
#: month is known. ``undated``: the first day that it was told, where no clause gives a time. ``only a month``: known
#: from the date of an article alone. ``beside``, ``after``: told elsewhere in a clause's sentence, in the next.
#: ``opening``: in the first dated sentence under a headline that tells of it. ``alike``: how many rare words a clause
#: shares with another sentence that gives it. ``clock``, ``part``, ``year``: how fine it is. ``back``: how long before
#: the first report. ``finer …``: a finer value of the same time is told so.
WEIGHTS: Mapping[str, float] = {
    "own": 1.00,
    "own coarser": 1.55,
    "others own": -1.80,
    "news": 0.80,
    "news at all": 0.45,
    "news coarser": 0.90,
    "undated": 0.65,
    "only a month": -1.00,
    "beside": 1.90,
    "after": 0.45,
    "opening": 1.30,
    "alike": 1.20,
    "clock": 1.10,
    "part": 0.80,
    "year": -0.60,
    "back": 0.75,
    "finer own": -2.20,
    "finer news": -1.25,
    "finer beside": -0.95,
    "finer opening": -2.00,
    "finer alike": -2.50,
}


@dataclass(frozen=True)
class Line:
    """A sentence: where it stands, the times that it gives, its content words."""

    article: str
    block: int
    start: int
    end: int
    title: bool
    values: tuple[str, ...]
    words: frozenset[str]


class TimeIndex:
    """The sentences of a story's articles by place, and those that give a time by their words."""

    def __init__(self, index: StoryIndex) -> None:
        self._lines = {article: tuple(_lines(view)) for article, view in index.views.items()}
        self._starts = {article: [line.start for line in lines] for article, lines in self._lines.items()}

    @cached_property
    def dated(self) -> tuple[Line, ...]:
        """All sentences that give a time."""
        return tuple(line for lines in self._lines.values() for line in lines if line.values)

    @cached_property
    def _numbers(self) -> Mapping[tuple[str, int], int]:
        """The numbers of the ``dated`` by where they begin."""
        return {(line.article, line.start): number for number, line in enumerate(self.dated)}

    @cached_property
    def _by_value(self) -> tuple[Sequence[str], Numbers, Numbers]:
        """The times, the numbers of the ``dated`` that give each, one time's after another's, and where each begins."""
        found: dict[str, list[int]] = {}
        for number, line in enumerate(self.dated):
            for value in line.values:
                found.setdefault(value, []).append(number)
        sizes = np.array([len(lines) for lines in found.values()], np.int64)
        lines = np.array([number for lines in found.values() for number in lines], np.int64)
        return list(found), lines, np.cumsum(sizes) - sizes

    @cached_property
    def _wordings(self) -> Mapping[frozenset[str], int]:
        """The different sets of words of the ``dated``, numbered: copies have one."""
        return {words: number for number, words in enumerate(dict.fromkeys(line.words for line in self.dated))}

    @cached_property
    def _worded(self) -> Numbers:
        """The number of the wording of each of the ``dated``."""
        return np.array([self._wordings[line.words] for line in self.dated], np.int64)

    @cached_property
    def _by_word(self) -> Mapping[str, Numbers]:
        """Word to the numbers of the wordings that have it."""
        found: dict[str, list[int]] = {}
        for words, number in self._wordings.items():
            for word in words:
                found.setdefault(word, []).append(number)
        return {word: np.array(numbers, np.int64) for word, numbers in found.items()}

    @cached_property
    def _rarity(self) -> Mapping[str, float]:
        """Content word to 1 where only one sentence of the story has it, 0 where all have."""
        counts = Counter(w for lines in self._lines.values() for line in lines for w in line.words)
        most = math.log(max(2, sum(map(len, self._lines.values()))))
        return {word: 1 - math.log(count) / most for word, count in counts.items()}

    def around(self, h: Happening) -> tuple[Line | None, Line | None, Line | None]:
        """The sentence of a clause, the next one of its paragraph, and the first dated one below a headline's."""
        lines = self._lines.get(h.place.article, ())
        number = bisect_right(self._starts.get(h.place.article, ()), h.place.start) - 1
        if number < 0 or h.place.start >= lines[number].end:
            return None, None, None
        here, after = lines[number], lines[number + 1 : number + 2]
        below = (x for x in lines[number + 1 :] if x.block > here.block and x.values and not x.title)
        following = after[0] if after and after[0].block == here.block else None
        return here, following, next(below, None) if h.display else None

    def alike(self, members: Sequence[Happening], theirs: Iterable[Line]) -> dict[str, float]:
        """Time to how much a sentence that gives it, but tells none of the clauses, is like one of them: 0 to 1."""
        different = islice(dict.fromkeys(h.words for h in members), WITNESSES)
        witnesses = [sorted(w for w in words if w in self._by_word) for words in different]
        most = np.zeros(len(self._wordings))
        for words in filter(None, witnesses):
            np.maximum(most, self._shared(words), out=most)
        if all(self._rarity[word] for words in witnesses for word in words):
            most[most == 0.0] = NONE_SHARED  # a word that tells nothing is one that all share
        told = most[self._worded]
        told[[self._numbers[line.article, line.start] for line in theirs if line.values]] = NONE_SHARED
        values, lines, begins = self._by_value
        top = np.maximum.reduceat(told[lines], begins).tolist() if values else []
        return {value: min(much, MOST_WORDS) / MOST_WORDS for value, much in zip(values, top, strict=True) if much >= 0}

    def _shared(self, words: Sequence[str]) -> Floats:
        """How rare those of the words are that each of the wordings has, summed."""
        found = [self._by_word[word] for word in words]
        worth = np.repeat([self._rarity[word] for word in words], [len(numbers) for numbers in found])
        return np.asarray(np.bincount(np.concatenate(found), worth, len(self._wordings)), np.float64)


def _lines(view: View) -> Iterator[Line]:
    for sentence in view.doc[Sentence]:
        kind = view.kind_at(sentence.start)
        if kind not in CONTENT_KINDS:
            continue
        times = view.times_in(sentence.span)
        tokens = view.doc[Token][sentence.first : sentence.last]
        words = content_keys(t for t in tokens if not any(x.start <= t.start < x.end for x in times))
        values = tuple(t.value for t in times if t.type in ("DATE", "TIME") and _is_known(t.value))
        yield Line(view.doc.id, sentence.block, sentence.start, sentence.end, kind == "title", values, words)


def _is_known(value: str) -> bool:
    return value[:YEAR].isdigit() and "XX" not in value


def is_news(h: Happening) -> bool:
    """True for what is told as news of the day of writing, not recalled."""
    told = h.status in (*TOLD_AS_FACT, "alleged")
    lead = h.display or (h.current and h.main and not h.trigger.is_noun)
    return bool(h.told) and told and not h.before and lead


@dataclass(frozen=True)
class _Told:
    """What tells of each time of one event, by time; of how many clauses, and whether any of them gives a time."""

    size: int
    dated: bool
    own: Counter[str]
    news: Counter[str]
    days: Counter[str]  # of the articles whose clauses give no time
    beside: frozenset[str]
    after: frozenset[str]
    opening: frozenset[str]
    alike: Mapping[str, float]

    @cached_property
    def first(self) -> str:
        """The first day that it was told."""
        return min(self.days, default="")


def _told(members: Sequence[Happening], times: TimeIndex) -> _Told:
    around = [(h, *times.around(h)) for h in members]
    theirs = frozenset(here for _, here, _, _ in around if here is not None)
    undated = [h for h in members if not h.times and h.told]
    news = Counter(h.told for h in undated if is_news(h))
    done = any(h.times and h.status in TOLD_AS_FACT for h in members)
    ends = {t for h in members for t in h.until}
    return _Told(
        size=len(members),
        dated=any(h.times for h in members),
        own=Counter(t for h in members for t in h.times if done or not _is_overtaken(h, t, news)),
        news=news,
        days=Counter(h.told for h in members if h.told),
        beside=frozenset(
            t for h, here, _, _ in around if here for t in here.values if t not in h.times and t not in ends
        ),
        after=frozenset(t for _, _, after, _ in around if after for t in after.values),
        opening=frozenset(t for _, _, _, below in around if below for t in below.values if t not in ends),
        alike=times.alike(members, theirs),
    )


def _is_overtaken(h: Happening, time: str, news: Collection[str]) -> bool:
    """True for the day of a plan where it is told as done more than a day later."""
    then, told = days_of(time), days_of(max(news, default=""))
    planned = h.status not in TOLD_AS_FACT
    return planned and then is not None and told is not None and (told[0] - then[1]).days > 1


def choices(members: Sequence[Happening], times: TimeIndex) -> dict[str, dict[str, float]]:
    """Every time that one event may have had, with its features."""
    told = _told(members, times)
    values = {*told.own, *told.days, *told.beside, *told.after, *told.opening, *told.alike}
    values |= {v[:DAY] for v in values if v[DAY : DAY + 1] == "T"}
    known = sorted(values)
    return {value: _features(value, known, told) for value in known}


def _features(value: str, values: Sequence[str], told: _Told) -> dict[str, float]:
    """``values``: all in order, so that what is finer stands right after it."""
    finer = list(takewhile(lambda v: v.startswith(value), values[bisect_right(values, value) :]))
    with_finer = (value, *finer)
    coarser = [value[:length] for length in range(YEAR, len(value))]
    own, news = _sum(told.own, with_finer), _sum(told.news, with_finer)
    out = {
        "own": math.log1p(own),
        "own coarser": _sum(told.own, coarser) / told.size,
        "others own": float(told.dated and not own),
        "news": math.log1p(news),
        "news at all": float(news > 0),
        "news coarser": _sum(told.news, coarser) / told.size,
        "undated": float(not told.dated and value[:DAY] == told.first),
        "only a month": float(len(value) < DAY and value not in told.own),
        "beside": float(value in told.beside),
        "after": float(not told.after.isdisjoint(with_finer)),
        "opening": float(not told.opening.isdisjoint(with_finer)),
        "alike": max(told.alike.get(v, 0.0) for v in with_finer),
        "clock": float(CLOCK.search(value) is not None),
        "part": float("T" in value and CLOCK.search(value) is None),
        "year": float(len(value) == YEAR),
        "back": _back(value, told.first),
    }
    return {**out, **_of_finer(finer, told)} if finer else out


def _of_finer(finer: Sequence[str], told: _Told) -> dict[str, float]:
    """What tells of the finer values of a time; nothing where there are none."""
    found = {"own": told.own, "news": told.news, "beside": told.beside, "opening": told.opening}
    finely = {f"finer {name}": float(any(v in times for v in finer)) for name, times in found.items()}
    return finely | {"finer alike": max(told.alike.get(v, 0.0) for v in finer)}


def _sum(counts: Mapping[str, int], values: Iterable[str]) -> int:
    return sum([counts.get(v, 0) for v in values])


def _back(value: str, first: str) -> float:
    """Logarithm of the days that a time lies before the first report, 1 for three years."""
    then, reported = days_of(value), days_of(first)
    gap = (reported[0] - then[1]).days if then and reported and len(first) == DAY else 0
    return math.log1p(max(0, gap)) / WEEK


def when(members: Sequence[Happening], times: TimeIndex, since: str = "") -> str | None:
    """The time of an event; None where nothing tells of one. ``since``: a day months before which it was not."""
    able = {value: told for value, told in choices(members, times).items() if not long_before(since, value)}
    found = {value: weighed(features, WEIGHTS) for value, features in able.items()}
    return max(found, key=lambda v: (found[v], v), default=None)
