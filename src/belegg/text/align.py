"""Local alignment of two word sequences by their keys (Smith and Waterman 1981, as a sparse chain of matches).

Only the points where two words match are looked at; a chain of them pays for the words that it jumps over. Words
replaced on both sides cost more than words cut on one: a cut leaves the rest of the text as it was, while many
replaced words mean that two people wrote it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from belegg.text.shingles import Word

STRONG, WEAK, SPELT = 1.0, 0.5, 0.8
REPLACED, CUT, CUT_WORD = 0.7, 0.5, 0.1
LEAST_PRICE = CUT + CUT_WORD  # of any jump
LOOK_BACK = 25
SAME_SPELLING = 78.0
SHORTEST_RESPELT = 5
NEAR = 5

#: Word ``left`` of one side stands for word ``right`` of the other; the third is its worth: ``STRONG`` for a content
#: word, less for weaker evidence (``SPELT``: one name in two spellings). A bare row, since there are very many.
Match = tuple[int, int, float]


@dataclass(frozen=True, slots=True)
class Chain:
    """Matches in order on both sides, column by column."""

    lefts: Sequence[int]
    rights: Sequence[int]
    worths: Sequence[float]

    def __len__(self) -> int:
        return len(self.lefts)

    def cut(self, start: int, end: int) -> "Chain":
        """Its matches from one number to before another."""
        return Chain(self.lefts[start:end], self.rights[start:end], self.worths[start:end])


class Side:
    """The words of one side of many alignments: where each key stands, and which words carry content."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.size = len(words)
        self.places: dict[str, list[int]] = defaultdict(list)
        for n, word in enumerate(words):
            self.places[word.key].append(n)
        self.strong = [(n, w.key) for n, w in enumerate(words) if w.strong]
        self.weak = [(n, w.key) for n, w in enumerate(words) if not w.strong]
        self.long = [(n, key) for n, key in self.strong if len(key) >= SHORTEST_RESPELT]


def matches(left: Side, right: Side) -> list[Match]:
    """The pairs of words that may stand for each other, sorted by their places.

    These are content words with equal keys, content words spelt nearly alike that have no equal (names), and function
    words with equal keys close to such a pair: far from any they would only make the work grow.
    """
    places = right.places
    found = [(i, j, STRONG) for i, key in left.strong if key in places for j in places[key]]
    found += respellings(left, right)
    near = _near(found, left.size)
    found += [
        (i, j, WEAK)
        for i, key in left.weak
        if key in places and (beside := near[i // NEAR])
        for j in places[key]
        if beside >> j // NEAR & 1
    ]
    found.sort()
    return found


def _near(found: Iterable[Match], size: int) -> list[int]:
    """For each few words of the left side, which few of the right side, as bits, are close to a match or next to it."""
    rows = [0] * (size // NEAR + 3)  # one more at either end
    for i, j, _ in found:
        rows[i // NEAR + 1] |= 1 << j // NEAR
    wide = [row | row << 1 | row >> 1 for row in rows]
    return [above | row | below for above, row, below in zip(wide, wide[1:], wide[2:], strict=False)]


def respellings(left: Side, right: Side) -> Iterator[Match]:
    """Pairs of longer content words without an equal on the other side that are one word in two spellings."""
    lone: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for j, key in right.long:
        if key not in left.places:
            lone[key[0]].append((j, key))
    for i, key in left.long if lone else ():
        if key not in right.places and key[0] in lone:
            for j, other in lone[key[0]]:
                if ratio(key, other, score_cutoff=SAME_SPELLING):
                    yield i, j, SPELT


def best_chain(points: Sequence[Match]) -> Chain:
    """The chain of matches, in order on both sides, that is worth most; ``points`` are sorted by place.

    Between two matches a chain pays for the words replaced on both sides and for one cut on either.
    """
    lefts, rights, _ = zip(*points, strict=True)
    totals: list[float] = []
    rest: list[float] = []  # of each total after the cheapest jump
    highest: list[float] = []  # of these so far: by a jump from an earlier match no more can be had
    came_from: list[int] = []
    latest: dict[int, int] = {}  # match of so many words more on one side than on the other
    first, most = 0, 0.0
    for n, (left, right, worth) in enumerate(points):
        while left - lefts[first] > LOOK_BACK:
            first += 1
        best, source, last = 0.0, -1, n - 1
        beside = latest.get(right - left, -1)
        latest[right - left] = n
        if beside >= 0 and left - lefts[beside] == 1:
            best, source, last = totals[beside], beside, beside - 1  # those between are not before it on both sides
        for m in range(last, first - 1, -1):
            if rest[m] <= best:
                if highest[m] <= best:
                    break
                continue
            over, under = left - lefts[m] - 1, right - rights[m] - 1
            if over < 0 or not 0 <= under < LOOK_BACK:
                continue
            cut = over - under if over > under else under - over
            before = totals[m]
            price = REPLACED * (under if over > under else over) + (CUT + CUT_WORD * cut if cut else 0.0)
            if before - price > best:
                best, source = before - price, m
        best += worth
        totals.append(best)
        rest.append(best - LEAST_PRICE)
        if best > most:
            most = best
        highest.append(most - LEAST_PRICE)
        came_from.append(source)
    chosen = [totals.index(most)]
    while came_from[chosen[-1]] >= 0:
        chosen.append(came_from[chosen[-1]])
    chosen.reverse()
    return Chain([lefts[n] for n in chosen], [rights[n] for n in chosen], [points[n][2] for n in chosen])


def chains(left: Side, right: Side, least: int, most: int = 4) -> list[Chain]:
    """The best chains of at least ``least`` matches that share no word with each other, best first."""
    points = matches(left, right)
    found: list[Chain] = []
    while len(found) < most and _may_chain(points, least):
        chain = best_chain(points)
        if len(chain) < least:
            break
        found.append(chain)
        used_left, used_right = set(chain.lefts), set(chain.rights)
        points = [p for p in points if p[0] not in used_left and p[1] not in used_right]
    return found


def _may_chain(points: Sequence[Match], least: int) -> bool:
    """True where enough words of either side match for a chain."""
    return len(points) >= least and len({p[0] for p in points}) >= least <= len({p[1] for p in points})
