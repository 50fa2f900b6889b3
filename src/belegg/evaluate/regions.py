"""Regions: one or more places in the gold texts."""

from belegg.core.spans import Place

Region = tuple[Place, ...]


def shared(a: Place, b: Place) -> int:
    """Characters that two places have in common."""
    return max(0, min(a.end, b.end) - max(a.start, b.start)) if a.article == b.article else 0


def overlap(a: Region, b: Region) -> int:
    """Characters that two regions have in common."""
    return sum(shared(p, q) for p in a for q in b)


def size(region: Region) -> int:
    """Characters in a region."""
    return sum(p.end - p.start for p in region)


def jaccard(a: Region, b: Region) -> float:
    """Characters in both by characters in either."""
    common = overlap(a, b)
    return common / (size(a) + size(b) - common) if common else 0.0


def half_covered(a: Region, b: Region) -> bool:
    """True where the shorter of the two lies at least half within the other."""
    return 2 * overlap(a, b) >= min(size(a), size(b)) > 0
