"""A short name may stand for a long one only where it can stand for no other."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from belegg.compare._entity_features import JOIN, compare
from belegg.compare._entity_profiles import Group
from belegg.core.judgement import total


def unambiguous(groups: Sequence[Group], pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The pairs without those in which a short name could be two different things (two ministers of one family name).

    Of several readings the one stays whose full name alone stands before the short one in the same article.
    """
    readings: dict[int, list[int]] = defaultdict(list)
    kept: list[tuple[int, int]] = []
    for a, b in pairs:
        if total(compare(groups[a], groups[b], across=False)) < JOIN:
            continue
        short = _short(groups[a], groups[b])
        if short is None:
            kept.append((a, b))
        else:
            own, other = (a, b) if short == 0 else (b, a)
            readings[own].append(other)
    for own, others in readings.items():
        chosen = others if _all_one(groups, others) else _said_before(groups, own, others)
        kept += [(min(own, o), max(own, o)) for o in chosen]
    yield from sorted(kept)


def _short(left: Group, right: Group) -> int | None:
    """0 or 1 for the side that has only shorter names than the other; None where both are full or both short."""
    a, b = (max(len(n.split()) for n in g.names) for g in (left, right))
    if a == b:
        return None
    return 0 if a < b else 1


def _all_one(groups: Sequence[Group], others: Sequence[int]) -> bool:
    """True where all readings may be one thing themselves (or where there is just one)."""
    return all(
        total(compare(groups[a], groups[b], across=False)) >= JOIN
        for n, a in enumerate(others)
        for b in others[n + 1 :]
    )


def _said_before(groups: Sequence[Group], own: int, others: Sequence[int]) -> list[int]:
    place = groups[own].first
    before = [o for o in others if groups[o].first.article == place.article and groups[o].first < place]
    return before if len(before) == 1 else _same_title(groups, own, others)


def _same_title(groups: Sequence[Group], own: int, others: Sequence[int]) -> list[int]:
    titles = groups[own].gathered("titles")
    alike = [o for o in others if titles & groups[o].gathered("titles")]
    return alike if len(alike) == 1 else []
