"""Stage: text reuse between articles (annotation.md, 6): documents with articles -> passages.

An article is compared with what came before, block by block: shingles of content words find candidates, a local
alignment finds the stretches, stretches of the same words make a passage. Words are compared by the keys of the
bridge, so that Bokmål put into Nynorsk is found like any other copy.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from belegg.compare.archive import WINDOW_DAYS, Archive
from belegg.compare.direction import agency, earliest
from belegg.compare.moments import day_number, reading_order
from belegg.compare.reuse import (
    DEPENDENT,
    ISOLATED,
    SHORTEST_READ,
    Shared,
    Stretch,
    aligned,
    shared,
    without_echoes,
)
from belegg.core.article import Article, Block
from belegg.core.comparison import Passage
from belegg.core.document import Document
from belegg.core.spans import Place, Span, hull
from belegg.text.bridge import Bridge, load_bridge
from belegg.text.shingles import shingles, words

SAME_PLACE = 0.7
HOUSE_LINES = 4
# Words that two articles must surely share to be read as made from one text; fewer if both credit one agency.
DEPENDENT_WORDS, ONE_AGENCY, DEPENDENT_STRETCHES = 24, 8, 3
QUOTE_SIGNS = ("–", "—", "-", "«", "“", "”", '"')
PICTURE_CREDIT = re.compile(r"\b\w*[Ff]oto(?:graf)?(?::\s*|\s+(?=[A-ZÆØÅ])).{0,80}$")
Blocks = Mapping[int, Stretch]


@dataclass(frozen=True, slots=True)
class Reuse:
    """A stretch that two articles share."""

    left: Place
    right: Place
    edited: bool


def passages(docs: Sequence[Document], window: int = WINDOW_DAYS) -> tuple[Passage, ...]:
    """All passages between documents, in the order of their first member; versions of one document make none.

    ``window``: how many days back an article is compared.
    """
    articles = sorted((d.article for d in docs), key=reading_order)
    found = list(reuses(articles, load_bridge(), window))
    by_id = {a.id: a for a in articles}
    made = (passage(members, edited, by_id) for members, edited in families(found))
    return tuple(sorted((p for p in made if not is_house_line(p, by_id)), key=lambda p: p.members))


def directed(found: Sequence[Passage], docs: Sequence[Document]) -> tuple[Passage, ...]:
    """The passages with their direction told again: a day that was inferred meanwhile may say who was first."""
    by_id = {d.id: d.article for d in docs}
    return tuple(sorted((passage(p.members, p.edited, by_id) for p in found), key=lambda p: p.members))


def reuses(articles: Sequence[Article], bridge: Bridge, window: int) -> Iterator[Reuse]:
    """Every stretch that an article shares with one before it; ``articles`` are in reading order."""
    archive = Archive(window)
    kept: list[Blocks] = []
    for number, article in enumerate(articles):
        blocks = dict(readable(article, bridge))
        grams = {n: set(shingles(s.words)) for n, s in blocks.items()}
        day = day_number(article.published)
        if day is not None:
            archive.expire(day)
        met: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for n, place in archive.candidates(grams):
            met[place.article].append((place.block, n))
        for other in sorted(met):
            if document_of(articles[other]) != document_of(article):
                one_agency = bool(set(articles[other].credits) & set(article.credits))
                for hit in between(kept[other], blocks, met[other], ONE_AGENCY if one_agency else DEPENDENT_WORDS):
                    yield reuse(articles[other], article, hit)
        kept.append(blocks)
        archive.add(number, day, grams.items())


def between(left: Blocks, right: Blocks, met: Sequence[tuple[int, int]], enough: int) -> list[Shared]:
    """What two articles share, given the blocks that share shingles; ``enough`` shared words make them dependent.

    If they share much, one was made from the other: then blocks beside a shared one are read too, and rewritten
    sentences count.
    """
    pairs = {at: aligned(left[at[0]], right[at[1]]) for at in met}
    sure = without_echoes(s for p in pairs.values() for s in shared(p, ISOLATED))
    likely = {at: hits for at, p in pairs.items() if (hits := list(shared(p, DEPENDENT)))}
    if not are_dependent(sure, without_echoes(s for hits in likely.values() for s in hits), enough):
        return sure
    for at in sorted(beside(likely)):
        if at not in pairs and at[0] in left and at[1] in right:
            likely[at] = list(shared(aligned(left[at[0]], right[at[1]]), DEPENDENT))
    return without_echoes(s for hits in likely.values() for s in hits)


def are_dependent(sure: Sequence[Shared], likely: Sequence[Shared], enough: int) -> bool:
    """True where two articles share so much that one was made from the other, or both from one text."""
    return sum(s.matched for s in sure) >= enough or len(likely) >= DEPENDENT_STRETCHES


def beside(found: Iterable[tuple[int, int]]) -> set[tuple[int, int]]:
    """The pairs of blocks next to a pair that shares words, if one of the two blocks shares none so far."""
    taken = list(found)
    lefts, rights = {i for i, _ in taken}, {j for _, j in taken}
    around = {(i + x, j + y) for i, j in taken for x in (-1, 0, 1) for y in (-1, 0, 1)}
    return {(i, j) for i, j in around if i not in lefts or j not in rights}


def readable(article: Article, bridge: Bridge) -> Iterator[tuple[int, Stretch]]:
    """The content blocks that are long enough to hold a passage, as words."""
    for number, block in enumerate(article.content_blocks):
        found = words(article.text, without_credit(article.text, block.span), bridge)
        if len(found) >= SHORTEST_READ:
            yield number, Stretch(found, is_quoted(article.text, block), frozenset(w.key for w in found))


def without_credit(text: str, span: Span) -> Span:
    """A block without the picture credit at its end, which stands under every picture of its photographer."""
    credit = PICTURE_CREDIT.search(text, span.start, span.end)
    return Span(span.start, credit.start()) if credit else span


def is_quoted(text: str, block: Block) -> bool:
    """True where a block is or opens with direct speech."""
    return block.kind == "quote" or text[block.start : block.end].lstrip().startswith(QUOTE_SIGNS)


def document_of(article: Article) -> str:
    """What the versions of one document share."""
    return article.doc or article.id


def reuse(left: Article, right: Article, hit: Shared) -> Reuse:
    """A shared stretch as places; a full stop or closing mark after it is taken along on both sides."""
    ends = [hit.left.end, hit.right.end]
    for n, article in enumerate((left, right)):
        while ends[n] < len(article.text) and article.text[ends[n]] in ".!?…»”":
            ends[n] += 1
    return Reuse(Place(left.id, hit.left.start, ends[0]), Place(right.id, hit.right.start, ends[1]), hit.edited)


def same_place(one: Place, other: Place) -> bool:
    """True where two places of one article are mostly the same words."""
    both = one.span.shared(other.span)
    return one.article == other.article and both >= SAME_PLACE * (len(one.span) + len(other.span) - both)


def families(found: Iterable[Reuse]) -> Iterator[tuple[tuple[Place, ...], bool]]:
    """Reuses joined into passages: members that are mostly the same words of one article are one member."""
    groups: list[tuple[set[Place], list[bool]]] = []
    at: dict[str, set[int]] = defaultdict(set)
    for item in found:
        sides = (item.left, item.right)
        near = {g for s in sides for g in at[s.article] if any(same_place(s, p) for p in groups[g][0])}
        places, edits = set(sides), [item.edited]
        for g in sorted(near):
            places |= groups[g][0]
            edits += groups[g][1]
            for p in groups[g][0]:
                at[p.article].discard(g)
        groups.append((places, edits))
        for p in places:
            at[p.article].add(len(groups) - 1)
    for n, (places, edits) in enumerate(groups):
        if n in at[next(iter(places)).article]:
            yield one_per_article(places), any(edits)


def one_per_article(places: Iterable[Place]) -> tuple[Place, ...]:
    """Places that overlap in an article made one; the members in order."""
    by_article: dict[str, list[Span]] = defaultdict(list)
    for place in sorted(places):
        spans = by_article[place.article]
        if spans and spans[-1].overlaps(place.span):
            spans[-1] = hull((spans[-1], place.span))
        else:
            spans.append(place.span)
    return tuple(Place(a, s.start, s.end) for a, spans in by_article.items() for s in spans)


def is_house_line(item: Passage, articles: dict[str, Article]) -> bool:
    """True for words that one outlet sets under many articles and nobody else has: a boilerplate, not reuse."""
    outlets = Counter(articles[m.article].outlet for m in item.members)
    return len(outlets) == 1 and None not in outlets and len(item.members) >= HOUSE_LINES


def passage(members: tuple[Place, ...], edited: bool, articles: dict[str, Article]) -> Passage:
    """A passage with its direction and agency."""
    ordered = tuple(sorted(members, key=lambda m: (reading_order(articles[m.article]), m)))
    first, reasons = earliest(ordered, articles)
    return Passage(
        id=f"{ordered[0].article}-p{ordered[0].start}-{ordered[0].end}x{len(ordered)}",
        members=ordered,
        edited=edited,
        translated=len({articles[m.article].language for m in members}) > 1,
        earliest=first,
        agency=agency(ordered, articles, first),
        direction=reasons,
    )
