"""What tells the day on which an article was published, where its page names only a month: clues as named features.

Each clue looks at the article (its weekdays are still open: ``XXXX-WXX-2``) and at the dated articles of its story, and
says which days speak for it, how strongly and where that stands.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from itertools import islice
from math import log

from belegg.core.annotation import Time
from belegg.core.article import Block
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
_WRITTEN = re.compile(r"\d\.")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
TODAY = re.compile(r"(?:i dag|idag|i kveld|i ettermiddag|i formiddag|i føremiddag|i morges|i morgost)\b", re.IGNORECASE)
_OTHER_WEEK = re.compile(
    r"\b(?:sist|siste|forrige|førre|neste|komande|kommende|uke|veke|uka|veka|uken)\b", re.IGNORECASE
)
WEEKS = tuple(
    (shift, re.compile(rf"\b(?:{words}) (?:uke|veke|uka|veka|uken)\b", re.IGNORECASE))
    for shift, words in ((1, "neste|komande|kommende"), (0, "denne"), (-1, "forrige|førre|sist|siste"))
)
_LAST = re.compile(r"\b(?:sist|siste|forrige|førre) \w+dag\b", re.IGNORECASE)
_DEFINITE = re.compile(r"dag(?:en|s\w+[ae]n?)$", re.IGNORECASE)
_UNTIL = re.compile(
    r"\b(?:innen|innan|"
    r"(?:fram|frem|frist|fristen|utsatt|utsett|utsette|vente|venter|ventar|stengt|stengd|stengde) til) $",
    re.IGNORECASE,
)
_FROM = re.compile(r"\b(?:fra|frå|f\.o\.m\.) $", re.IGNORECASE)
_BEFORE = 16  # characters before a time in which what limits it stands
_TO_OUTLET = re.compile(r"\btil ([A-ZÆØÅ][\w-]+(?: [A-ZÆØÅ][\w-]+)?)")
_COUNTED_FROM = re.compile(
    r"\b(?:dagen|døgn(?:et)?|dager|dagar|uker|uke|uken|uka|veker|veke|veka|vekor) (?:etter|før) [^,;–]*", re.IGNORECASE
)
_NAMED = r"([A-ZÆØÅ][\w-]+(?:(?: og| &| i)? [A-ZÆØÅ][\w-]+){0,2})"
_HEARS = r"(?:f[åi]r|fikk|fekk|har fått) (?:\w+ )?(?:opplyst|vite|bekreft\w+|stadfest\w*|se|sjå|innsyn|tilgang|tak i)"
_WHO_IS_TOLD = re.compile(
    rf"\boverfor {_NAMED}|\b(?:får|fikk|fekk) {_NAMED} (?:opplyst|vite|bekreft|stadfest)|"
    rf"{_NAMED} (?:{_HEARS}|erfarer)\b|\berfarer {_NAMED}"
)
LIKE = 0.25  # share of words that two sentences about the same must have in common
_COMMON_WORDS = 2
_FEW_SENTENCES = 30  # of fewer, a word that most have may still be a rare one
SHORTEST_STEM = 4
_OPENS = 3  # sentences that tell what is new
_RUN_LENGTH = 4  # content words in a row that two texts hardly share by chance


@dataclass(frozen=True, slots=True)
class Clue:
    """A named reason for some days: how strong it is for each of them (1: it is there), and what it rests on."""

    name: str
    days: frozenset[date]
    strength: float = 1.0
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, eq=False)
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
    def date(self) -> date | None:
        """The day, where it is written as a date (*5. mars*), and not only counted from what was told last."""
        return self.day if _WRITTEN.search(self.text) else None

    @property
    def weekday(self) -> int | None:
        """The weekday of an unknown week."""
        found = _OPEN_WEEKDAY.match(self.time.value)
        return int(found.group(1)) if found else None

    @property
    def bare(self) -> bool:
        """A weekday by itself: not *forrige torsdag*, *fredagen* (one that was told of) or where something starts."""
        return not (_OTHER_WEEK.search(self.text) or _DEFINITE.search(self.text) or _FROM.search(self._before))

    @property
    def _before(self) -> str:
        return self.doc.text[max(0, self.time.start - _BEFORE) : self.time.start]

    @cached_property
    def side(self) -> Direction | None:
        """Past or future, by the verb that governs it; *frist til torsdag* is to come."""
        if self.weekday and _UNTIL.search(self._before):
            return "future"
        tokens = self.doc[Token] if Token in self.doc.layers else ()
        return direction(self.sentence, tokens, self.time.span, self.doc.text)

    @cached_property
    def keys(self) -> frozenset[str]:
        """The content words of its sentence, put into a form that both written standards share.

        What a time is counted from (*i går, dagen etter at lageret brant*) is of another day.
        """
        return content_keys(_COUNTED_FROM.sub(" ", self.sentence.of(self.doc.text))) - content_keys(self.text)

    @cached_property
    def around(self) -> frozenset[str]:
        """The content words of the rest of its paragraph."""
        block = next((b for b in self.doc.article.blocks if b.start <= self.time.start < b.end), None)
        return content_keys(_COUNTED_FROM.sub(" ", block.span.of(self.doc.text))) - self.keys if block else frozenset()


def content_keys(text: str) -> frozenset[str]:
    """The longer content words of a stretch of text."""
    bridge = load_bridge()
    keys = (bridge.key(w) for w in WORD.findall(text) if len(w) >= SHORTEST_STEM)
    return frozenset(k for k in keys if not bridge.is_function(k))


def told_in(doc: Document) -> tuple[Told, ...]:
    """The times of an article with their sentences."""
    return tuple(Told(doc, time, _sentence(doc.text, time.span)) for time in doc[Time])


def _sentence(text: str, span: Span) -> Span:
    start = max((m.end() for m in _SENTENCE_END.finditer(text, max(0, span.start - 600), span.start)), default=0)
    found = _SENTENCE_END.search(text, span.end)
    return Span(min(start, span.start), found.end() if found else len(text))


@dataclass(frozen=True)
class Dated:
    """The dated articles of a story, and what they tell of days; read once for all that are to be dated by them."""

    mates: tuple[Document, ...]

    @cached_property
    def published(self) -> tuple[date, ...]:
        """The days on which they came, in order."""
        return tuple(sorted(day for mate in self.mates if (day := published_day(mate))))

    @cached_property
    def told(self) -> tuple[Told, ...]:
        """Their times."""
        return tuple(t for mate in self.mates for t in told_in(mate))

    @cached_property
    def count(self) -> Mapping[date, int]:
        """Day to the number of sentences that tell of it."""
        return Counter(day for day, _, _ in {(t.day, t.doc.id, t.sentence.start) for t in self.told if t.day})

    @cached_property
    def by_word(self) -> Mapping[str, tuple[Told, ...]]:
        """Content word to what is told of a day in a sentence with it."""
        found: dict[str, list[Told]] = {}
        for told in self.told:
            for key in sorted(told.keys) if told.day else ():
                found.setdefault(key, []).append(told)
        return {key: tuple(those) for key, those in found.items()}

    @cached_property
    def by_ending(self) -> Mapping[str, frozenset[str]]:
        """Last part of a word (four letters and more) to the words of ``by_word`` that end so."""
        found: dict[str, set[str]] = {}
        for key in self.by_word:
            for start in range(2, len(key) - 3):
                found.setdefault(key[start:], set()).add(key)
        return {ending: frozenset(keys) for ending, keys in found.items()}

    @cached_property
    def rarity(self) -> Mapping[str, float]:
        """Content word to 1 where only one sentence of the story has it, 0 where all have."""
        sentences = [keys for mate in self.mates for keys in _sentences(mate)]
        most = log(max(_FEW_SENTENCES, len(sentences)))
        return {key: 1 - log(n) / most for key, n in Counter(k for keys in sentences for k in keys).items()}

    @cached_property
    def keys(self) -> tuple[tuple[Document, frozenset[str]], ...]:
        """Each article with its content words."""
        return tuple((mate, frozenset().union(*_sentences(mate))) for mate in self.mates)

    @cached_property
    def openings(self) -> tuple[tuple[date, frozenset[str]], ...]:
        """The headline and the next sentences of each article, with the day on which it came."""
        dated = ((day, mate) for mate in self.mates if (day := published_day(mate)))
        return tuple((day, keys) for day, mate in dated for keys in islice(_sentences(mate), _OPENS))

    @cached_property
    def runs(self) -> tuple[tuple[date, Document, frozenset[str]], ...]:
        """Each article with its day and its runs of content words, the earliest first."""
        days = sorted((day, mate.id, mate) for mate in self.mates if (day := published_day(mate)))
        return tuple((day, mate, runs(mate)) for day, _, mate in days)


def _sentences(doc: Document) -> Iterator[frozenset[str]]:
    for block in doc.article.content_blocks:
        for sentence in _SENTENCE_END.split(block.span.of(doc.text)):
            yield content_keys(sentence)


def undated_opening(doc: Document, told: Sequence[Told]) -> Iterator[frozenset[str]]:
    """The content words of the first sentence of each block that the article opens with and in which no time stands."""
    for block in islice(doc.article.content_blocks, _OPENS):
        if not any(block.start <= t.time.start < block.end for t in told):
            yield content_keys(_SENTENCE_END.split(block.span.of(doc.text))[0])


def runs(doc: Document, *, spoken: bool = False) -> frozenset[str]:
    """Runs of content words of the article, or only of its quotation paragraphs."""
    bridge = load_bridge()
    blocks = (b for b in doc.article.content_blocks if not spoken or _is_spoken(b, doc.text))
    return frozenset(run for b in blocks for run in shingles(words(doc.text, b.span, bridge), _RUN_LENGTH))


def _is_spoken(block: Block, text: str) -> bool:
    return block.kind == "quote" or text[block.start] in "–—-«"


@dataclass(frozen=True)
class Case:
    """The article in question, the dated articles of its story, and the days that it may be from."""

    doc: Document
    dated: Dated
    days: tuple[date, ...]

    @property
    def mates(self) -> tuple[Document, ...]:
        """The dated articles."""
        return self.dated.mates

    @cached_property
    def told(self) -> tuple[Told, ...]:
        """The article's own times."""
        return told_in(self.doc)

    @property
    def mates_told(self) -> tuple[Told, ...]:
        """The times of the dated articles."""
        return self.dated.told

    @cached_property
    def outlets(self) -> frozenset[str]:
        """The article's outlet; if unknown, whom people talk *to* in it (*sier Dahl til Fjordposten*), or who is told
        something (*får Fjordposten opplyst*), and no source."""
        if self.doc.article.outlet:
            return frozenset((self.doc.article.outlet,))
        others = {mate.article.outlet for mate in self.mates} | {
            c for d in (self.doc, *self.mates) for c in d.article.credits
        }
        report, found = report_words(), set()
        for named in _TO_OUTLET.finditer(self.doc.text):
            before = WORD.findall(self.doc.text[max(0, named.start() - 60) : named.start()].lower())
            if report.intersection(before) and named.group(1) not in others:
                found.add(named.group(1))
        told = (next(filter(None, m.groups())) for m in _WHO_IS_TOLD.finditer(self.doc.text))
        found |= {name for name in told if name not in others}
        return frozenset(name for name in found if not reports(name, self.doc.text))


def report_words() -> frozenset[str]:
    """Forms of the reporting verbs."""
    return load_tense_words().present_report | load_tense_words().past_report


def reports(outlet: str, text: str) -> bool:
    """True where the outlet stands beside a reporting word (*skriver X*, *X melder*, *ifølge X*)."""
    report = report_words() | {"ifølge", "ifølgje"}
    for found in _written(outlet).finditer(text):
        before = WORD.findall(text[max(0, found.start() - 40) : found.start()].lower())[-2:]
        after = WORD.findall(text[found.end() : found.end() + 40].lower())[:2]
        if report.intersection(() if before[-1:] in (["til"], ["overfor"]) else before) or report.intersection(after):
            return True
    return False


@cache
def _written(outlet: str) -> re.Pattern[str]:
    """The outlet's name as articles write it; one that comes from an address (*Kanalmidnatt*) has lost its spaces."""
    letters = (_LETTERS.get(part.lower(), re.escape(part)) for part in _LETTER.findall(outlet))
    return re.compile(r"\b(?=(?-i:[A-ZÆØÅ]))" + "[ .-]{0,2}".join(letters) + r"\b", re.IGNORECASE)


_LETTER = re.compile(r"og|ae|oe|aa|[^\W_]", re.IGNORECASE)
_LETTERS = {
    "a": "[aåæ]", "o": "[oø]", "og": "(?:(?-i:og)| ?& ?)", "ae": "(?:ae|æ)", "oe": "(?:oe|ø)", "aa": "(?:aa|å)",
}  # fmt: skip


def published_day(doc: Document) -> date | None:
    """The day of publication, where the page tells it."""
    moment = doc.article.published
    told = moment and not moment.inferred and moment.precision in ("day", "minute")
    return date.fromisoformat(moment.value[:10]) if moment and told else None


def likeness(own: Told, other: Told) -> float:
    """The share of the shorter sentence's content words that both have."""
    common = len(own.keys & other.keys)
    return common / max(1, min(len(own.keys), len(other.keys))) if common >= _COMMON_WORDS else 0.0


def weekday_on(own: Told, day: date) -> date | None:
    """The day that the article's weekday is, if the article came on that day."""
    if own.weekday is None:
        return None
    week = next((shift for shift, words in WEEKS if words.search(own.text)), None)
    if week is not None:  # "torsdag i neste veke"
        return week_day(day, week, own.weekday)
    if _LAST.search(own.text):  # "forrige torsdag" is not today
        return nearest_weekday(own.weekday, date.fromordinal(day.toordinal() - 1), "past")
    return nearest_weekday(own.weekday, day, own.side)


def days_that_give(own: Told, day: date, case: Case) -> frozenset[date]:
    """The days of publication on which the article's weekday would be that day."""
    return frozenset(d for d in case.days if weekday_on(own, d) == day)


def date_line(doc: Document) -> tuple[Place, ...]:
    """The line of the page that tells when it was published."""
    published = doc.article.published
    year = published.value[:4] if published else ""
    lines = [b for b in doc.article.blocks if b.kind == "meta" and year in b.span.of(doc.text)]
    return tuple(Place(doc.id, b.start, b.end) for b in lines[:1])
