"""Which stretches two blocks share: alignments cut to whole clauses and held to a standard (annotation.md, 6)."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from belegg.core.spans import Span
from belegg.text.align import SPELT, Chain, Side, chains
from belegg.text.shingles import Word

LEAST_WORDS = 8
SHORTEST_READ = 7
LEAST_MATCHES = 6
LEAST_COMMON = 5
MOST_REPLACED, MOST_REPLACED_QUOTED = 0.34, 0.17


@dataclass(frozen=True)
class Stretch:
    """A block as words; ``quoted`` where it is somebody's direct speech."""

    words: tuple[Word, ...]
    quoted: bool
    keys: frozenset[str]
    sequence: tuple[str, ...]
    clauses: tuple[tuple[int, int], ...]
    strong: int

    @classmethod
    def of(cls, words: tuple[Word, ...], quoted: bool) -> "Stretch":
        """The stretch with its keys, and the first and last word of each clause."""
        sequence = tuple([w.key for w in words])
        starts = [n for n, w in enumerate(words) if not n or w.clause != words[n - 1].clause]
        ends = [n - 1 for n in starts[1:]] + [len(words) - 1]
        clauses = tuple(zip(starts, ends, strict=True))
        return cls(words, quoted, frozenset(sequence), sequence, clauses, sum(w.strong for w in words))

    @cached_property
    def side(self) -> Side:
        """Its words as they are aligned."""
        return Side(self.words)

    @cached_property
    def figures(self) -> tuple[tuple[int, str], ...]:
        """The figures among its words, with their places."""
        return tuple((n, key) for n, key in enumerate(self.sequence) if key[0].isdigit())

    def figures_in(self, first: int, last: int) -> Set[str]:
        """The figures from one word to another."""
        return {key for n, key in self.figures if first <= n <= last}

    def clause(self, n: int) -> tuple[int, int]:
        """The first and last word of the clause of word ``n``."""
        return self.clauses[self.words[n].clause]

    def may_share(self, other: "Stretch") -> bool:
        """True where the two have enough equal words for the shortest passage (a look before the costly alignment)."""
        return len(self.keys & other.keys) >= LEAST_COMMON


@dataclass(frozen=True, slots=True)
class Shared:
    """A stretch found in two blocks: its places, and how well it was kept.

    ``matched``: words kept, ``strong`` those of them that carry content; ``size``: words of the longer side;
    ``replaced``: words that differ on both sides; ``ragged``: ends that are not the edge of a clause on both sides;
    ``renumbered``: figures that differ; ``edited``: any word was changed, respelt or cut; ``quoted``: both
    blocks are direct speech.
    """

    left: Span
    right: Span
    matched: int
    strong: int
    shorter: int
    longer: int
    replaced: int
    ragged: int
    renumbered: int
    edited: bool
    quoted: bool


@dataclass(frozen=True, slots=True)
class Standard:
    """What a stretch must meet. ``shorter``: words of its shorter side (the longer has eight); ``matched``: words
    kept; ``strong``: content words kept; ``kept``: share of the longer side's words kept.

    ``replaced`` is the share of the aligned words that may differ in a stretch of eight words; each further word kept
    allows ``leeway`` more, up to a third: the longer a run, the less chance put it there. ``whole``: words kept from
    which on an end may lie inside a clause, and ``telling``: content words. ``renumbered``: figures that may differ.
    """

    shorter: int
    matched: int
    strong: int
    kept: float
    replaced: float
    leeway: float
    whole: int
    telling: int
    renumbered: int

    def met(self, found: Shared, quoted: bool) -> bool:
        """True where the stretch is reuse by this standard."""
        return (
            found.longer >= LEAST_WORDS
            and found.shorter >= self.shorter
            and found.matched >= self.matched
            and found.strong >= self.strong
            and found.matched >= self.kept * found.longer - 0.5
            and found.replaced <= self.most_replaced(found, quoted) * (found.matched + found.replaced)
            and (not found.ragged or found.matched >= self.whole or found.strong >= self.telling)
            and found.renumbered <= self.renumbered
        )

    def most_replaced(self, found: Shared, quoted: bool) -> float:
        """The share of words that may differ in a stretch of this length.

        Quoted words that differ here and there were heard by two reporters or translated twice: no leeway for them.
        """
        allowed = self.replaced + self.leeway * max(0, found.matched - LEAST_WORDS)
        return min(allowed, MOST_REPLACED_QUOTED if quoted else MOST_REPLACED)


# Between articles that share nothing else, two reporters may well use the same words for the same fact.
ISOLATED = Standard(
    shorter=8, matched=8, strong=4, kept=0.72, replaced=0.1, leeway=0.015, whole=12, telling=12, renumbered=0
)
# Between articles one of which was made from the other (or both from one text), a rewritten sentence is still reuse.
DEPENDENT = Standard(
    shorter=7, matched=6, strong=2, kept=2 / 3, replaced=0.34, leeway=0.0, whole=10, telling=5, renumbered=1
)


class Part:
    """A chain cut to whole clauses, and its two parts around its widest jump; each is looked at once.

    Every standard asks for the same.
    """

    def __init__(self, chain: Chain, left: Stretch, right: Stretch) -> None:
        self._chain, self._left, self._right = whole_clauses(chain, left, right), left, right
        #: The stretch that it is; None where too little is left.
        self.found = measured(self._chain, left, right) if len(self._chain) >= LEAST_MATCHES else None

    @cached_property
    def parts(self) -> tuple["Part", ...]:
        """What is before and after the widest jump; nothing where no word is jumped over."""
        steps = [i + j for i, j in zip(jumps(self._chain.lefts), jumps(self._chain.rights), strict=True)]
        widest = max(steps)
        if not widest:
            return ()
        cut = steps.index(widest) + 1
        halves = self._chain.cut(0, cut), self._chain.cut(cut, len(self._chain))
        return tuple(Part(half, self._left, self._right) for half in halves)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two blocks and the chains of equal words between them; none where the blocks are ``same``, word for word."""

    left: Stretch
    right: Stretch
    parts: tuple[Part, ...] = ()
    same: bool = False

    @property
    def quoted(self) -> bool:
        """True where both are direct speech."""
        return self.left.quoted and self.right.quoted


def aligned(left: Stretch, right: Stretch) -> Pair:
    """Two blocks, aligned."""
    if not left.may_share(right):
        return Pair(left, right)
    if left.sequence == right.sequence:
        return Pair(left, right, same=True)
    return Pair(left, right, tuple(Part(c, left, right) for c in chains(left.side, right.side, LEAST_MATCHES)))


def shared(pair: Pair, standard: Standard) -> Iterator[Shared]:
    """Every stretch of two blocks that meets the standard."""
    if pair.same and standard.met(found := whole(pair), pair.quoted):
        yield found
    for part in pair.parts:
        yield from accepted(part, pair.quoted, standard)


def whole(pair: Pair) -> Shared:
    """Two blocks of the same words."""
    size, left, right = len(pair.left.words), pair.left.words, pair.right.words
    return Shared(
        left=Span(left[0].start, left[-1].end),
        right=Span(right[0].start, right[-1].end),
        matched=size,
        strong=pair.left.strong,
        shorter=size,
        longer=size,
        replaced=0,
        ragged=0,
        renumbered=0,
        edited=False,
        quoted=pair.quoted,
    )


def accepted(part: Part, quoted: bool, standard: Standard) -> Iterator[Shared]:
    """The chain cut to whole clauses, if enough is kept; else what its two parts around the widest jump give."""
    found = part.found
    if found is None:
        return
    if standard.met(found, quoted):
        yield found
        return
    for half in part.parts:
        yield from accepted(half, quoted, standard)


def jumps(chosen: Iterable[int]) -> list[int]:
    """How many words are jumped over from each of the words, which are in order, to the next."""
    return [after - before - 1 for before, after in pairwise(chosen)]


def whole_clauses(chain: Chain, left: Stretch, right: Stretch) -> Chain:
    """The chain without stray matches in a first or last clause that is mostly something else, on either side."""
    sides = (left, chain.lefts), (right, chain.rights)
    start, end, before = 0, len(chain), -1
    while start != before:
        before = start
        for stretch, chosen in sides:
            start = after_stray(stretch, chosen, start, end)
    before = -1
    while end != before:
        before = end
        for stretch, chosen in sides:
            end = before_stray(stretch, chosen, start, end)
    return chain if end - start == len(chain) else chain.cut(start, end)


def after_stray(stretch: Stretch, chosen: Sequence[int], start: int, end: int) -> int:
    """Where the matches begin without those in their first clause, if they are stray."""
    if start == end:
        return start
    first, last = stretch.clause(chosen[start])
    following = bisect_right(chosen, last, start, end)
    return following if is_stray(following - start, first, last) else start


def before_stray(stretch: Stretch, chosen: Sequence[int], start: int, end: int) -> int:
    """Where the matches end without those in their last clause, if they are stray."""
    if start == end:
        return end
    first, last = stretch.clause(chosen[end - 1])
    opening = bisect_left(chosen, first, start, end)
    return opening if is_stray(end - opening, first, last) else end


def is_stray(hits: int, first: int, last: int) -> bool:
    """True where less than half of a clause is matched, and little."""
    return hits < LEAST_MATCHES and 2 * hits < last - first + 1


def edges(chain: Chain, one: Stretch, other: Stretch) -> tuple[tuple[int, int], tuple[int, int], int]:
    """First and last word of both members, and how many ends are not the edge of a clause on both sides.

    Outer clauses are filled up where most of them is matched; where only one side's is, as far as that one goes.
    """
    lefts, rights = chain.lefts, chain.rights
    (low, opening), (closing, high) = one.clause(lefts[0]), one.clause(lefts[-1])
    (bottom, start), (stop, top) = other.clause(rights[0]), other.clause(rights[-1])
    a, b, torn = filled(
        (lefts[0] - low, fillable(lefts, low, opening)), (rights[0] - bottom, fillable(rights, bottom, start))
    )
    c, d, ripped = filled(
        (high - lefts[-1], fillable(lefts, closing, high)), (top - rights[-1], fillable(rights, stop, top))
    )
    return (lefts[0] - a, lefts[-1] + c), (rights[0] - b, rights[-1] + d), torn + ripped


def filled(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int, bool]:
    """How many words to take in at one end of both members, and whether that end is ragged.

    Each side tells how many unmatched words there are up to the edge of its clause, and how many it may take in.
    """
    (need, may), (wants, can) = one, other
    if need <= may and wants <= can:
        return need, wants, False
    if need <= may:
        return need, min(need, wants), True
    return (min(need, wants), wants, True) if wants <= can else (0, 0, True)


def fillable(chosen: Sequence[int], first: int, last: int) -> int:
    """How many unmatched words at the edge of a clause may be taken in: half as many as it has matched ones."""
    return _within(chosen, first, last) // 2


def _within(chosen: Sequence[int], first: int, last: int) -> int:
    """How many of the words, which are in order, are ``first`` to ``last``."""
    return bisect_right(chosen, last) - bisect_left(chosen, first)


def measured(chain: Chain, one: Stretch, other: Stretch) -> Shared:
    """Spans of a chain, and how well its words were kept."""
    left, right = one.words, other.words
    a, b, ragged = edges(chain, one, other)
    over = jumps((a[0] - 1, *chain.lefts, a[1] + 1))
    under = jumps((b[0] - 1, *chain.rights, b[1] + 1))
    return Shared(
        left=Span(left[a[0]].start, left[a[1]].end),
        right=Span(right[b[0]].start, right[b[1]].end),
        matched=len(chain),
        strong=sum([left[n].strong for n in chain.lefts]),
        shorter=min(a[1] - a[0], b[1] - b[0]) + 1,
        longer=max(a[1] - a[0], b[1] - b[0]) + 1,
        replaced=sum(map(min, over, under)),
        ragged=ragged,
        renumbered=renumbered(one.figures_in(*a), other.figures_in(*b)),
        edited=any(over) or any(under) or SPELT in chain.worths,
        quoted=one.quoted and other.quoted,
    )


def renumbered(left: Set[str], right: Set[str]) -> int:
    """How many figures of one member have no equal in the other, on the side that has fewer of them."""
    return min(len(left - right), len(right - left))


def without_echoes(found: Iterable[Shared]) -> list[Shared]:
    """The stretches of one pair of articles, the best first, each for words that no better one has taken.

    A lead often repeats what the body says: the copy's sentence stands for the body's, not for the lead's.
    """
    chosen: list[Shared] = []
    for item in sorted(found, key=_best_first):
        left, right = item.left, item.right
        if not any(covers(c.left, left) or covers(c.right, right) for c in chosen):
            chosen.append(item)
    return chosen


def _best_first(item: Shared) -> tuple[int, int, int, int, int]:
    """Stretches of more matched words first, then by their places."""
    return -item.matched, item.left.start, item.left.end, item.right.start, item.right.end


def covers(one: Span, other: Span) -> bool:
    """True where one span holds more than half of another."""
    return 2 * (min(one.end, other.end) - max(one.start, other.start)) > other.end - other.start
