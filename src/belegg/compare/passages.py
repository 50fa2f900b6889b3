"""Stage: text reuse between articles (annotation.md, 6): documents with articles -> passages.

An article is compared with what came before, block by block: shingles of content words find candidates, a local
alignment finds the stretches, stretches of the same words make a passage. Words are compared by the keys of the
bridge, so that Bokmål put into Nynorsk is found like any other copy.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from belegg.compare.archive import LEAST_HITS, WINDOW_DAYS, Archive, Entry
from belegg.compare.direction import agency, earliest
from belegg.compare.furniture import is_furniture
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
from belegg.text.other_languages import function_words
from belegg.text.shingles import hashed, words

SAME_PLACE = 0.7
# Words that two articles must surely share to be read as made from one text; fewer if both credit one agency.
DEPENDENT_WORDS, ONE_AGENCY, DEPENDENT_STRETCHES = 24, 8, 2
REWRITTEN_WORDS = 15
#: A block of which fewer letters than this are left holds no further passage.
SHORTEST_LEFT = 40
QUOTE_SIGNS = ("–", "—", "-", "«", "“", "”", '"')
PICTURE_CREDIT = re.compile(r"\b\w*[Ff]oto(?:graf)?(?::\s*|\s+(?=[A-ZÆØÅ])).{0,80}$")
#: How often an article's blocks are aligned with blocks of which nothing but the rest of their articles speaks for it:
#: more often than in stories of thirty articles, while in one of thousands there is no end of them.
MOST_UNLIKE = 32
#: Articles are entered in the archive in batches, and the latest ones read are kept at hand.
BATCH, AT_HAND = 256, 2048


class Blocks:
    """The content blocks of an article that are long enough to hold a passage, each read as words when asked for."""

    __slots__ = ("_bridge", "_content", "_numbers", "_read", "_shingles", "article")

    def __init__(self, article: Article, bridge: Bridge) -> None:
        self.article = article
        self._content = article.content_blocks
        self._bridge = bridge
        self._numbers: Sequence[int] | None = None
        self._read: dict[int, Stretch | None] = {}
        self._shingles: dict[int, frozenset[int]] = {}

    def shingles(self, number: int) -> frozenset[int]:
        """The hashed shingles of a block."""
        if number not in self._shingles:
            self._shingles[number] = frozenset(hashed(self[number].words))
        return self._shingles[number]

    def numbers(self) -> Sequence[int]:
        """The numbers of the blocks."""
        if self._numbers is None:
            self._numbers = [n for n in range(len(self._content)) if n in self]
        return self._numbers

    def __contains__(self, number: int) -> bool:
        return 0 <= number < len(self._content) and self._stretch(number) is not None

    def __getitem__(self, number: int) -> Stretch:
        found = self._stretch(number)
        if found is None:
            raise KeyError(number)
        return found

    def _stretch(self, number: int) -> Stretch | None:
        if number not in self._read:
            self._read[number] = readable(self.article, self._content[number], self._bridge)
        return self._read[number]


class Reader:
    """Articles by number, as blocks of words; those read last are kept, since news is copied within hours."""

    def __init__(self, articles: Sequence[Article], bridge: Bridge) -> None:
        self._articles = articles
        self._bridge = bridge
        self._kept: dict[int, Blocks] = {}

    def blocks(self, number: int) -> Blocks:
        """The blocks of an article."""
        found = self._kept.pop(number, None) or Blocks(self._articles[number], self._bridge)
        self._kept[number] = found
        if len(self._kept) > AT_HAND:
            del self._kept[next(iter(self._kept))]
        return found


def readable(article: Article, block: Block, bridge: Bridge) -> Stretch | None:
    """A block as words; None where it is too short."""
    small = function_words(article.language)
    found = words(article.text, without_credit(article.text, block.span), bridge, small)
    return Stretch.of(found, is_quoted(article.text, block)) if len(found) >= SHORTEST_READ else None


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
    return passages_of([d.article for d in docs], window)


def passages_of(articles: Sequence[Article], window: int = WINDOW_DAYS) -> tuple[Passage, ...]:
    """The same from articles alone, numbered as versions: no layer is read."""
    families = Families()
    for item in reuses(sorted(articles, key=reading_order), load_bridge(), window):
        families.join(item)
    by_id = {a.id: a for a in articles}
    made = (passage(members, edited, by_id) for members, edited in families.told())
    return tuple(sorted((p for p in made if not is_furniture(p.members, by_id)), key=lambda p: p.members))


def directed(found: Sequence[Passage], docs: Sequence[Document]) -> tuple[Passage, ...]:
    """The passages; where the day of a member was inferred meanwhile, which may say who was first, told again."""
    by_id = {d.id: d.article for d in docs}
    inferred = {d.id for d in docs if d.article.published and d.article.published.inferred}

    def told(one: Passage) -> Passage:
        known = inferred.isdisjoint(member.article for member in one.members)
        return one if known else passage(one.members, one.edited, by_id)

    return tuple(sorted(map(told, found), key=lambda p: p.members))


def reuses(articles: Sequence[Article], bridge: Bridge, window: int) -> Iterator[Reuse]:
    """Every stretch that an article shares with one before it; ``articles`` are in reading order."""
    archive, reader = Archive(window), Reader(articles, bridge)
    for start in range(0, len(articles), BATCH):
        batch = range(start, min(start + BATCH, len(articles)))
        entries = [entry(articles[n], reader.blocks(n)) for n in batch]
        for number, candidates in zip(batch, archive.candidates(entries), strict=True):
            met: dict[int, list[tuple[int, int]]] = defaultdict(list)
            patience = Patience()
            for n, place in candidates:
                met[place.article].append((place.block, n))
            for other in sorted(met):
                if document_of(articles[other]) != document_of(articles[number]):
                    enough = least_shared(articles[other], articles[number])
                    for hit in between(reader.blocks(other), reader.blocks(number), met[other], enough, patience):
                        yield reuse(articles[other], articles[number], hit)


def entry(article: Article, blocks: Blocks) -> Entry:
    """An article as the archive takes it in."""
    return Entry(day_number(article.published), [(n, hashed(blocks[n].words)) for n in blocks.numbers()])


def least_shared(one: Article, other: Article) -> int:
    """How many words two articles must surely share to be read as made from one text."""
    return ONE_AGENCY if set(one.credits) & set(other.credits) else DEPENDENT_WORDS


@dataclass(slots=True)
class Patience:
    """How many more blocks that look unlike an article's own are aligned with them."""

    left: int = MOST_UNLIKE

    def allows(self, left: Blocks, i: int, right: Blocks, j: int) -> bool:
        """True where two blocks share as many shingles as any that are compared, or there is patience left."""
        if not left[i].may_share(right[j]):
            return False
        if len(left.shingles(i) & right.shingles(j)) >= LEAST_HITS:
            return True
        self.left -= 1
        return self.left >= 0


def between(
    left: Blocks, right: Blocks, met: Sequence[tuple[int, int]], enough: int, patience: Patience
) -> list[Shared]:
    """What two articles share, given the blocks that share shingles; ``enough`` shared words make them dependent.

    If they share much, one was made from the other: then rewritten sentences count, and the blocks of which not all is
    found so far are read too, wherever they stand, as long as there is ``patience``. What is sure is looked for only
    where what is likely does not tell it.
    """
    pairs = {at: aligned(left[at[0]], right[at[1]]) for at in met}
    likely = [s for p in pairs.values() for s in shared(p, DEPENDENT)]
    if not are_retold(without_echoes(likely)):
        sure = without_echoes(s for p in pairs.values() for s in shared(p, ISOLATED))
        if sum(s.matched for s in sure) < enough:
            return sure
    rest = [j for j in right.numbers() if not is_found(right[j], [s.right for s in likely])]
    for i in left.numbers():
        for j in tuple(rest) if not is_found(left[i], [s.left for s in likely]) else ():
            if (i, j) not in pairs and patience.allows(left, i, right, j):
                likely += shared(aligned(left[i], right[j]), DEPENDENT)
                if is_found(right[j], [s.right for s in likely]):
                    rest.remove(j)
    return without_echoes(likely)


def are_retold(likely: Sequence[Shared]) -> bool:
    """True where what two articles are likely to share is so much that one was made from the other, or both from one.

    Speech in both does not count for a rewritten text: two reporters heard it.
    """
    told = [s for s in likely if not s.quoted]
    rewritten = len(told) >= DEPENDENT_STRETCHES and sum(s.strong for s in told) >= REWRITTEN_WORDS
    return len(likely) > DEPENDENT_STRETCHES or rewritten


def is_found(block: Stretch, found: Sequence[Span]) -> bool:
    """True where nearly all of a block is in stretches found so far."""
    start, end = block.words[0].start, block.words[-1].end
    held = sum([min(s.end, end) - max(s.start, start) for s in found if s.start < end and start < s.end])
    return end - start - held < SHORTEST_LEFT


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
    both = min(one.end, other.end) - max(one.start, other.start)
    return both >= SAME_PLACE * (max(one.end, other.end) - min(one.start, other.start))


@dataclass(slots=True)
class Families:
    """Places joined into families (union-find, Tarjan 1975): by reuse, and by being mostly the same words."""

    numbers: dict[Place, int] = field(default_factory=dict)
    parents: list[int] = field(default_factory=list)
    at: dict[str, list[Place]] = field(default_factory=lambda: defaultdict(list))
    edits: list[int] = field(default_factory=list)

    def join(self, item: Reuse) -> None:
        """Takes in a reuse."""
        left = self.number(item.left)
        self.unite(left, self.number(item.right))
        if item.edited:
            self.edits.append(left)

    def number(self, place: Place) -> int:
        """The number of a place; a new one joins the places of its article that are mostly the same words."""
        known = self.numbers.get(place)
        if known is not None:
            return known
        number = self.numbers[place] = len(self.parents)
        self.parents.append(number)
        for other in self.at[place.article]:
            if same_place(place, other):
                self.unite(number, self.numbers[other])
        self.at[place.article].append(place)
        return number

    def top(self, number: int) -> int:
        """The number that stands for the family of a place."""
        while self.parents[number] != number:
            self.parents[number] = number = self.parents[self.parents[number]]
        return number

    def unite(self, one: int, other: int) -> None:
        """Makes two families one."""
        low, high = sorted((self.top(one), self.top(other)))
        self.parents[high] = low

    def told(self) -> Iterator[tuple[tuple[Place, ...], bool]]:
        """The members of each family, and whether any was edited."""
        members: dict[int, list[Place]] = defaultdict(list)
        for place, number in self.numbers.items():
            members[self.top(number)].append(place)
        edited = {self.top(n) for n in self.edits}
        for family, places in members.items():
            yield one_per_article(places), family in edited


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
