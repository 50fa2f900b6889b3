"""Stage: versions of one document, and what changed between them (annotation.md, 6).

Pages with one address are versions of one document; so are nearly equal texts with nearly equal titles that one
outlet set out within a few days. Changes are told by sentence: added, dropped or altered; a sentence that only moved
did not change.
"""

import re
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cache
from urllib.parse import parse_qsl, urlencode, urlsplit

from rapidfuzz.fuzz import ratio, token_sort_ratio

from belegg.compare._version_details import details
from belegg.compare.moments import bounds, day_number
from belegg.core.article import Article
from belegg.core.comparison import Change, VersionChange
from belegg.core.document import Document
from belegg.core.spans import Place, Span, stripped
from belegg.text.bridge import rows

CLOSE_DAYS = 3
SAME_TITLE, SAME_TEXT, ALTERED = 80.0, 0.6, 55.0
SKETCH, LEAST_SKETCH, SHINGLE = 24, 4, 4
TRACKING = re.compile(r"^(utm_|fbclid$|gclid$|ref$|referrer$|src$|mc_|igshid$|xtor$|at_)")
SENTENCE = re.compile(r"(?<=[.!?…])[»”\"]?\s+(?=[A-ZÆØÅ«“\"–—\d])")


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of a version: its place and its words without white space and case."""

    place: Place
    words: str


def number_versions(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles, in the order given, with ``doc``, ``version`` (from 1) and ``supersedes`` set."""
    group_of = groups(articles)
    members: dict[int, list[Article]] = defaultdict(list)
    for article, group in zip(articles, group_of, strict=True):
        members[group].append(article)
    numbered: dict[str, Article] = {}
    for versions in members.values():
        ordered = sorted(versions, key=version_order)
        for n, article in enumerate(ordered):
            before = ordered[n - 1].id if n else None
            numbered[article.id] = replace(article, doc=ordered[0].id, version=n + 1, supersedes=before)
    return tuple(numbered[a.id] for a in articles)


def version_order(article: Article) -> tuple[str, str, str]:
    """Versions come by their latest stated time, then by publication, then by source."""
    return bounds(article.updated or article.published)[0], bounds(article.published)[0], article.source


def groups(articles: Sequence[Article]) -> list[int]:
    """The number of its document for each article: the index of the first article of the group."""
    group = list(range(len(articles)))

    def top(n: int) -> int:
        while group[n] != n:
            n = group[n]
        return n

    for one, other in (*same_address(articles), *same_text(articles)):
        low, high = sorted((top(one), top(other)))
        group[high] = low
    return [top(n) for n in range(len(articles))]


def same_address(articles: Sequence[Article]) -> Iterator[tuple[int, int]]:
    """Pairs of articles with one address."""
    first: dict[str, int] = {}
    for n, article in enumerate(articles):
        if article.url:
            yield first.setdefault(plain_address(article.url), n), n


def plain_address(url: str) -> str:
    """An address without scheme, ``www.``, tracking parameters, fragment and closing slash, in lower case host."""
    parts = urlsplit(url.strip())
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    query = urlencode(sorted((k, v) for k, v in parse_qsl(parts.query) if not TRACKING.match(k)))
    path = parts.path.removesuffix("/amp").rstrip("/")
    return f"{host}{path}" + (f"?{query}" if query else "")


def same_text(articles: Sequence[Article]) -> Iterator[tuple[int, int]]:
    """Pairs of nearly equal articles of one outlet, found by bottom-k sketches of their shingles (Broder 1997)."""
    places: dict[tuple[str, int], list[int]] = defaultdict(list)
    sets: list[set[int]] = []
    for n, article in enumerate(articles):
        grams = hashed_shingles(article)
        sets.append(grams)
        hits: dict[int, int] = defaultdict(int)
        for value in sorted(grams)[:SKETCH] if article.outlet else ():
            for m in places[article.outlet or "", value][-SKETCH:]:
                hits[m] += 1
            places[article.outlet or "", value].append(n)
        for m, shared in sorted(hits.items()):
            if shared >= LEAST_SKETCH and is_rerun(articles[m], article, sets[m], grams):
                yield m, n


def is_rerun(one: Article, other: Article, left: set[int], right: set[int]) -> bool:
    """True where two texts of one outlet, days apart at most, have nearly the same title and words."""
    days = day_number(one.published), day_number(other.published)
    if days[0] is None or days[1] is None or abs(days[0] - days[1]) > CLOSE_DAYS:
        return False
    if one.title is None or other.title is None:
        return len(left & right) >= 0.9 * len(left | right)
    alike = ratio(one.title.of(one.text).lower(), other.title.of(other.text).lower()) >= SAME_TITLE
    return alike and len(left & right) >= SAME_TEXT * min(len(left), len(right))


def hashed_shingles(article: Article) -> set[int]:
    """The word shingles of the content blocks as numbers (CRC-32: the same in every run)."""
    found: set[int] = set()
    for block in article.content_blocks:
        said = re.findall(r"\w+", block.span.of(article.text).lower())
        found.update(zlib.crc32(" ".join(said[n : n + SHINGLE]).encode()) for n in range(len(said) - SHINGLE + 1))
    return found


def version_changes(docs: Sequence[Document]) -> tuple[VersionChange, ...]:
    """What changed from each version of a document to the next."""
    by_id = {d.id: d for d in docs}
    steps = ((by_id[d.article.supersedes], d) for d in docs if d.article.supersedes in by_id)
    return tuple(
        VersionChange(
            before.id,
            after.id,
            tuple(replace(c, details=details(c, before, after)) for c in changes(before.article, after.article)),
            correction(before.article, after.article),
        )
        for before, after in sorted(steps, key=lambda s: (s[1].article.doc, s[1].article.version))
    )


def lines(article: Article) -> list[Line]:
    """The sentences of the content blocks below the title."""
    found: list[Line] = []
    for block in article.content_blocks:
        if block.kind == "title":
            continue
        at = block.start
        ends = [m.start() for m in SENTENCE.finditer(article.text, block.start, block.end)]
        for end in (*ends, block.end):
            span = stripped(article.text, Span(at, end))
            if len(span):
                words = " ".join(re.findall(r"\w+", span.of(article.text).lower()))
                found.append(Line(Place(article.id, span.start, span.end), words))
            at = end
    return found


def changes(before: Article, after: Article) -> Iterator[Change]:
    """The title if it changed; then sentences altered, added and dropped, in the order of the later version."""
    if before.title and after.title and before.title.of(before.text) != after.title.of(after.text):
        yield Change(place(before, before.title), place(after, after.title))
    old, new = lines(before), lines(after)
    olds, news = {x.words for x in old}, {x.words for x in new}
    matcher = SequenceMatcher(None, [x.words for x in old], [x.words for x in new], autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "equal":
            gone = [x for x in old[i:j] if x.words not in news]
            come = [x for x in new[k:m] if x.words not in olds]
            yield from paired(gone, come)


def place(article: Article, span: Span) -> Place:
    """A span of an article as a place."""
    return Place(article.id, span.start, span.end)


def paired(gone: Sequence[Line], come: Sequence[Line]) -> Iterator[Change]:
    """Dropped and added sentences of one stretch; those that are alike are one altered sentence."""
    left = list(gone)
    for line in come:
        best = max(left, key=lambda x: token_sort_ratio(x.words, line.words), default=None)
        if best is not None and token_sort_ratio(best.words, line.words) >= ALTERED:
            left.remove(best)
            yield Change(best.place, line.place)
        else:
            yield Change(None, line.place)
    yield from (Change(x.place, None) for x in left)


def correction(before: Article, after: Article) -> Place | None:
    """The desk's note in the later version, new or changed, that says what was corrected."""
    earlier = {b.span.of(before.text).strip() for b in before.blocks}
    for block in after.blocks:
        text = block.span.of(after.text)
        if block.kind == "notice" and text.strip() not in earlier and says_correction(text):
            return Place(after.id, block.start, block.end)
    return None


@cache
def correction_cues() -> tuple[re.Pattern[str], ...]:
    """How desks say that they corrected an article, in either standard."""
    return tuple(re.compile(row[1], re.IGNORECASE) for row in rows("correction_cues.tsv"))


def says_correction(text: str) -> bool:
    """True where a note speaks of an earlier version or a mistake."""
    return any(cue.search(text) for cue in correction_cues())
