"""Tests of the local alignment of two word sequences."""

import random

from belegg.text.align import CUT, CUT_WORD, LOOK_BACK, REPLACED, SPELT, STRONG, WEAK, Chain, Match, best_chain


def price(before: Match, after: Match) -> float | None:
    """What a chain pays from one match to the next; None where it may not go there."""
    over, under = after[0] - before[0] - 1, after[1] - before[1] - 1
    if not (0 <= over < LOOK_BACK and 0 <= under < LOOK_BACK):
        return None
    cut = abs(over - under)
    return REPLACED * min(over, under) + (CUT + CUT_WORD * cut if cut else 0.0)


def plainly(points: list[Match]) -> Chain:
    """The best chain, each match tried after all others; of equal ones, after the latest."""
    best: list[tuple[float, list[Match]]] = []
    for n, point in enumerate(points):
        total, chain = 0.0, []
        for m in reversed(range(n)):
            paid = price(points[m], point)
            if paid is not None and best[m][0] - paid > total:
                total, chain = best[m][0] - paid, best[m][1]
        best.append((total + point[2], [*chain, point]))
    _, chosen = max(best, key=lambda b: b[0])
    return Chain(*(list(column) for column in zip(*chosen, strict=True)))


def test_best_chain_is_the_best_of_all() -> None:
    """What is left out unseen, since it cannot be better, never changes the chain."""
    chance = random.Random(7)
    for _ in range(300):
        side = chance.randint(2, 60)
        places = {(chance.randrange(side), chance.randrange(side)) for _ in range(chance.randint(1, 60))}
        places |= {(n, n) for n in range(chance.randrange(side)) if chance.random() < 0.6}
        points = sorted((i, j, chance.choice((STRONG, STRONG, WEAK, SPELT))) for i, j in places)
        assert best_chain(points) == plainly(points)
