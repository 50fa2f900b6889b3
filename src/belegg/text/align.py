"""Local alignment of two word sequences by their keys (Smith and Waterman 1981, as a sparse chain of matches).

Only the points where two words match are looked at; a chain of them pays for the words that it jumps over. Words
replaced on both sides cost more than words cut on one: a cut leaves the rest of the text as it was, while many
replaced words mean that two people wrote it.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from belegg.text.shingles import Word

STRONG, WEAK, SPELT = 1.0, 0.5, 0.8
REPLACED, CUT, CUT_WORD = 0.7, 0.5, 0.1
LOOK_BACK = 25
SAME_SPELLING = 78.0
SHORTEST_RESPELT = 5
NEAR = 5


class Match(NamedTuple):
    """Word ``left`` of one side stands for word ``right`` of the other; ``worth`` is below 1 for weaker evidence."""

    left: int
    right: int
    worth: float
    respelt: bool = False


Chain = tuple[Match, ...]


def matches(left: Sequence[Word], right: Sequence[Word]) -> list[Match]:
    """The pairs of words that may stand for each other, sorted by ``left``.

    These are content words with equal keys, content words spelt nearly alike that have no equal (names), and function
    words with equal keys close to such a pair: far from any they would only make the work grow.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for j, word in enumerate(right):
        places[word.key].append(j)
    found = [Match(i, j, STRONG) for i, w in enumerate(left) if w.strong for j in places.get(w.key, ())]
    found += respellings(left, right, places)
    cells = {(m.left // NEAR, m.right // NEAR) for m in found}
    near = {(i + x, j + y) for i, j in cells for x in (-1, 0, 1) for y in (-1, 0, 1)}
    found += [
        Match(i, j, WEAK)
        for i, w in enumerate(left)
        if not w.strong
        for j in places.get(w.key, ())
        if (i // NEAR, j // NEAR) in near
    ]
    return sorted(found, key=lambda m: (m.left, m.right))


def respellings(left: Sequence[Word], right: Sequence[Word], places: Mapping[str, Sequence[int]]) -> list[Match]:
    """Pairs of longer content words without an equal on the other side that are one word in two spellings."""
    keys = {w.key for w in left}
    lone: dict[str, list[int]] = defaultdict(list)
    for j, word in enumerate(right):
        if word.strong and len(word.key) >= SHORTEST_RESPELT and word.key not in keys:
            lone[word.key[0]].append(j)
    return [
        Match(i, j, SPELT, True)
        for i, word in enumerate(left)
        if word.strong and len(word.key) >= SHORTEST_RESPELT and word.key not in places
        for j in lone.get(word.key[0], ())
        if ratio(word.key, right[j].key, score_cutoff=SAME_SPELLING)
    ]


def best_chain(points: Sequence[Match]) -> Chain:
    """The chain of matches, in order on both sides, that is worth most; ``points`` are sorted by ``left``.

    Between two matches a chain pays for the words replaced on both sides and for one cut on either.
    """
    if not points:
        return ()
    totals: list[float] = []
    came_from: list[int] = []
    lefts, rights = [p.left for p in points], [p.right for p in points]
    for n, (left, right, worth, _) in enumerate(points):
        best, source = 0.0, -1
        for m in range(n - 1, -1, -1):
            over = left - lefts[m] - 1
            if over >= LOOK_BACK:
                break
            before = totals[m]
            if over < 0 or before <= best:
                continue
            under = right - rights[m] - 1
            if not 0 <= under < LOOK_BACK:
                continue
            cut = over - under if over > under else under - over
            price = REPLACED * (under if over > under else over) + (CUT + CUT_WORD * cut if cut else 0.0)
            if before - price > best:
                best, source = before - price, m
        totals.append(best + worth)
        came_from.append(source)
    n = max(range(len(points)), key=totals.__getitem__)
    chain: list[Match] = []
    while n >= 0:
        chain.append(points[n])
        n = came_from[n]
    return tuple(reversed(chain))


def chains(left: Sequence[Word], right: Sequence[Word], least: int, most: int = 4) -> list[Chain]:
    """The best chains of at least ``least`` matches that share no word with each other, best first."""
    points = matches(left, right)
    found: list[Chain] = []
    while len(found) < most and len({p.left for p in points}) >= least <= len({p.right for p in points}):
        chain = best_chain(points)
        if len(chain) < least:
            break
        found.append(chain)
        used_left, used_right = {m.left for m in chain}, {m.right for m in chain}
        points = [p for p in points if p.left not in used_left and p.right not in used_right]
    return found
