"""From pair scores to clusters, with a quorum over cross pairs so that no chain of half likenesses grows."""

from collections.abc import Callable, Mapping, Sequence

MOST_COMPARED = 6  # members of each side that a quorum asks
QUORUM = 0.6  # share of the cross pairs that must speak for joining

Speaks = Callable[[int, int], bool]


def clusters(size: int, links: Sequence[tuple[float, int, int]], speaks: Speaks) -> list[list[int]]:
    """Groups of the numbers below ``size``; ``links`` are (score, left, right).

    The best links first; two groups join where enough of their cross pairs speak for it.
    """
    home = list(range(size))
    groups = [[n] for n in range(size)]
    for _, left, right in sorted(links, key=lambda x: (-x[0], x[1], x[2])):
        a, b = home[left], home[right]
        if a != b and _quorum(groups[a], groups[b], speaks):
            keep, gone = min(a, b), max(a, b)
            for member in groups[gone]:
                home[member] = keep
            groups[keep] = sorted(groups[keep] + groups[gone])
            groups[gone] = []
    return [g for g in groups if g]


def holding(links: Sequence[tuple[float, int, int]], home: Mapping[int, int]) -> list[tuple[float, int, int]]:
    """The strongest links that hold the groups together (a maximum spanning forest): one a member, but for the first.

    They explain a group of n members in n - 1 links, where all links would be in the order of n squared.
    """
    root = {member: member for member in home}

    def top(member: int) -> int:
        while root[member] != member:
            root[member] = root[root[member]]
            member = root[member]
        return member

    kept = []
    for link in sorted(links, key=lambda x: (-x[0], x[1], x[2])):
        left, right = top(link[1]), top(link[2])
        if home[link[1]] == home[link[2]] and left != right:
            root[max(left, right)] = min(left, right)
            kept.append(link)
    return kept


def _quorum(left: Sequence[int], right: Sequence[int], speaks: Speaks) -> bool:
    pairs = [(a, b) for a in sample(left) for b in sample(right)]
    wanted, most = QUORUM * len(pairs), len(pairs)  # no more are asked than it takes to know
    votes = 0
    for a, b in pairs:
        if speaks(a, b):
            votes += 1
        else:
            most -= 1
        if votes >= wanted or most < wanted:
            break
    return votes >= wanted


def sample(group: Sequence[int]) -> Sequence[int]:
    """Evenly spread members of a large group, so that the cost of a quorum is bounded."""
    if len(group) <= MOST_COMPARED:
        return group
    step = len(group) / MOST_COMPARED
    return [group[int(n * step)] for n in range(MOST_COMPARED)]
