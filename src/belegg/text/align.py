"""Local alignment of two word sequences by their keys (Smith and Waterman 1981, as a sparse chain of matches).

Only the points where two words match are looked at; a chain of them pays for the words that it jumps over. Words
replaced on both sides cost more than words cut on one: a cut leaves the rest of the text as it was, while many
replaced words mean that two people wrote it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from belegg.text.shingles import Word

STRONG, WEAK, SPELT = 1.0, 0.5, 0.8
REPLACED, CUT, CUT_WORD = 0.7, 0.5, 0.1
LOOK_BACK = 25
SAME_SPELLING = 78.0
SHORTEST_RESPELT = 5
NEAR = 5
BESIDE = (1 << 3 * NEAR) - 1  # so many words, and as many on each side of them, as bits


class Match(NamedTuple):
    """Word ``left`` of one side stands for word ``right`` of the other; ``worth`` is below 1 for weaker evidence."""

    left: int
    right: int
    worth: float
    respelt: bool = False


Chain = tuple[Match, ...]
Point = tuple[int, int, float, bool]  # a match as a bare row: of very many only a few are ever in a chain


class Side:
    """The words of one side of many alignments: where each key stands, and which words carry content."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.places: dict[str, list[int]] = defaultdict(list)
        for n, word in enumerate(words):
            self.places[word.key].append(n)
        self.strong = [(n, w.key) for n, w in enumerate(words) if w.strong]
        self.weak = [(n, w.key) for n, w in enumerate(words) if not w.strong]
        self.long = [(n, key) for n, key in self.strong if len(key) >= SHORTEST_RESPELT]


def matches(left: Side, right: Side) -> list[Point]:
    """The pairs of words that may stand for each other, sorted by their places.

    These are content words with equal keys, content words spelt nearly alike that have no equal (names), and function
    words with equal keys close to such a pair: far from any they would only make the work grow.
    """
    places = right.places
    found: list[Point] = [
        (i, j, STRONG, False) for i, key in left.strong if key in places for j in places[key]
    ]  # fmt: skip
    found += respellings(left, right)
    near = _near(found)
    found += [
        (i, j, WEAK, False)
        for i, key in left.weak
        if key in places and (beside := near.get(i // NEAR))
        for j in places[key]
        if beside >> j & 1
    ]
    found.sort()
    return found


def _near(found: Iterable[Point]) -> dict[int, int]:
    """Some words of the left side, by their number, to the right words that are close, as bits."""
    rows: dict[int, int] = {}
    for i, j, _, _ in found:
        row, beside = i // NEAR, BESIDE << j // NEAR * NEAR >> NEAR
        rows[row] = rows.get(row, 0) | beside
    near = dict(rows)
    for row, beside in rows.items():
        near[row - 1] = near.get(row - 1, 0) | beside
        near[row + 1] = near.get(row + 1, 0) | beside
    return near


def respellings(left: Side, right: Side) -> Iterator[Point]:
    """Pairs of longer content words without an equal on the other side that are one word in two spellings."""
    lone: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for j, key in right.long:
        if key not in left.places:
            lone[key[0]].append((j, key))
    for i, key in left.long:
        if key[0] in lone and key not in right.places:
            for j, other in lone[key[0]]:
                if ratio(key, other, score_cutoff=SAME_SPELLING):
                    yield i, j, SPELT, True


def best_chain(points: Sequence[Point]) -> Chain:
    """The chain of matches, in order on both sides, that is worth most; ``points`` are sorted by place.

    Between two matches a chain pays for the words replaced on both sides and for one cut on either.
    """
    if not points:
        return ()
    totals: list[float] = []
    highest: list[float] = []  # of the totals so far: no earlier match can add more than that
    came_from: list[int] = []
    lefts, rights = [p[0] for p in points], [p[1] for p in points]
    first, most = 0, 0.0
    for n, (left, right, worth, _) in enumerate(points):
        while left - lefts[first] > LOOK_BACK:
            first += 1
        best, source, last = 0.0, -1, n - 1
        if n and totals[-1] == highest[-1] and left - lefts[n - 1] == 1 == right - rights[n - 1]:
            best, source, last = totals[-1], n - 1, -1  # nothing is worth more, and nothing lies between
        for m in range(last, first - 1, -1):
            before = totals[m]
            if before <= best:
                if highest[m] <= best:
                    break
                continue
            over, under = left - lefts[m] - 1, right - rights[m] - 1
            if over < 0 or not 0 <= under < LOOK_BACK:
                continue
            cut = over - under if over > under else under - over
            price = REPLACED * (under if over > under else over) + (CUT + CUT_WORD * cut if cut else 0.0)
            if before - price > best:
                best, source = before - price, m
        best += worth
        totals.append(best)
        if best > most:
            most = best
        highest.append(most)
        came_from.append(source)
    n = max(range(len(points)), key=totals.__getitem__)
    chain: list[Match] = []
    while n >= 0:
        chain.append(Match(*points[n]))
        n = came_from[n]
    return tuple(reversed(chain))


def chains(left: Side, right: Side, least: int, most: int = 4) -> list[Chain]:
    """The best chains of at least ``least`` matches that share no word with each other, best first."""
    points = matches(left, right)
    found: list[Chain] = []
    while len(found) < most and len({p[0] for p in points}) >= least <= len({p[1] for p in points}):
        chain = best_chain(points)
        if len(chain) < least:
            break
        found.append(chain)
        used_left, used_right = {m.left for m in chain}, {m.right for m in chain}
        points = [p for p in points if p[0] not in used_left and p[1] not in used_right]
    return found
