"""Local alignment of two word sequences by their keys (Smith and Waterman 1981, as a sparse chain of matches).

Only the points where two words match are looked at; a chain of them pays for the words that it jumps over. Words
replaced on both sides cost more than words cut on one: a cut leaves the rest of the text as it was, while many
replaced words mean that two people wrote it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from belegg.text.shingles import Word

STRONG, WEAK, SPELT = 1.0, 0.5, 0.8
REPLACED, CUT, CUT_WORD = 0.7, 0.5, 0.1
LOOK_BACK = 25
SAME_SPELLING = 78.0
SHORTEST_RESPELT = 5


@dataclass(frozen=True, slots=True)
class Match:
    """Word ``left`` of one side stands for word ``right`` of the other; ``worth`` is below 1 for weaker evidence."""

    left: int
    right: int
    worth: float
    respelt: bool = False


Chain = tuple[Match, ...]


def matches(left: Sequence[Word], right: Sequence[Word]) -> list[Match]:
    """All pairs of words with equal keys, and of strong words spelt nearly alike that have no equal (names)."""
    places: dict[str, list[int]] = {}
    for j, word in enumerate(right):
        places.setdefault(word.key, []).append(j)
    keys = {w.key for w in left}
    lone = [j for j, w in enumerate(right) if w.strong and w.key not in keys and len(w.key) >= SHORTEST_RESPELT]
    found: list[Match] = []
    for i, word in enumerate(left):
        if word.key in places:
            found.extend(Match(i, j, STRONG if word.strong else WEAK) for j in places[word.key])
        elif word.strong and len(word.key) >= SHORTEST_RESPELT:
            found.extend(Match(i, j, SPELT, True) for j in lone if respelt(word.key, right[j].key))
    return found


def respelt(one: str, other: str) -> bool:
    """True where two keys are one word in two spellings (*ramsvik*, *ramsvig*)."""
    return (one[0] == other[0] or one[-4:] == other[-4:]) and ratio(one, other) >= SAME_SPELLING


def jump(before: Match, after: Match) -> float:
    """What a chain pays for the words between two matches: the replaced ones and one cut."""
    left, right = after.left - before.left - 1, after.right - before.right - 1
    cut = abs(left - right)
    return REPLACED * min(left, right) + (CUT + CUT_WORD * cut if cut else 0.0)


def best_chain(points: list[Match]) -> Chain:
    """The chain of matches, in order on both sides, that is worth most; ``points`` are sorted by ``left``."""
    totals: list[float] = []
    came_from: list[int] = []
    for n, point in enumerate(points):
        best, source = 0.0, -1
        for m in range(n - 1, -1, -1):
            before = points[m]
            if point.left - before.left > LOOK_BACK:
                break
            if before.left < point.left and 0 < point.right - before.right <= LOOK_BACK:
                value = totals[m] - jump(before, point)
                if value > best:
                    best, source = value, m
        totals.append(best + point.worth)
        came_from.append(source)
    if not points:
        return ()
    chain, n = [], max(range(len(points)), key=lambda n: totals[n])
    while n >= 0:
        chain.append(points[n])
        n = came_from[n]
    return tuple(reversed(chain))


def chains(left: Sequence[Word], right: Sequence[Word], least: int, most: int = 4) -> list[Chain]:
    """The best chains of at least ``least`` matches that share no word with each other, best first."""
    points = matches(left, right)
    found: list[Chain] = []
    while len(found) < most:
        chain = best_chain(points)
        if len(chain) < least:
            break
        found.append(chain)
        used_left, used_right = {m.left for m in chain}, {m.right for m in chain}
        points = [p for p in points if p.left not in used_left and p.right not in used_right]
    return found
