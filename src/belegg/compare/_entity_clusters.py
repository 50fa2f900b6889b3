"""From pairs of groups to larger groups: the best pairs first, and never against a constraint.

A pair is joined only if every full name on the one side goes with every one on the other (no chaining), and if no
person has judged any of the two sides' names to be different things.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from belegg.compare._entity_profiles import Group, joined
from belegg.core.judgement import Feature, Judgement, total

Compare = Callable[[Group, Group], tuple[Feature, ...]]
Pair = tuple[int, int]
_BEARERS = 12  # namesakes that a name is compared with


class Rulings:
    """What people have judged: profiles that are the same thing, and profiles that are not."""

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        mine = [j for j in judgements if j.subject == "entity" and j.by != "belegg"]
        self.same = tuple((j.left, j.right) for j in mine if j.verdict == "same")
        self._kin = _closure(self.same)
        self._apart: dict[str, set[str]] = defaultdict(set)
        for judgement in mine:
            if judgement.verdict == "different":
                self._keep_apart(judgement.left, judgement.right)

    def _keep_apart(self, left: str, right: str) -> None:
        # whoever is the same as the one is kept apart from whoever is the same as the other
        for a in self._kin.get(left, {left}):
            for b in self._kin.get(right, {right}):
                self._apart[a].add(b)
                self._apart[b].add(a)

    def forbid(self, left: Group, right: Group) -> bool:
        """True where a person has told two of the names apart."""
        if not self._apart:
            return False
        there = {p.id for p in right.profiles}
        return any(self._apart.get(p.id, set()) & there for p in left.profiles)


def _closure(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    kin: dict[str, set[str]] = {}
    for a, b in pairs:
        merged = kin.get(a, {a}) | kin.get(b, {b})
        for member in merged:
            kin[member] = merged
    return kin


def cluster(
    groups: Sequence[Group], pairs: Iterable[Pair], compare: Compare, least: float, rulings: Rulings
) -> tuple[list[Group], list[Judgement]]:
    """The groups with all good pairs joined, and a judgement for each pair that was joined.

    Every pair is compared once before anything is joined, and once more as the groups stand when its turn comes.
    """
    scored = []
    for a, b in pairs:
        reasons = compare(groups[a], groups[b])
        if (score := total(reasons)) >= least:
            scored.append((-score, groups[a].id, groups[b].id, a, b, reasons))
    owner = list(range(len(groups)))
    current = dict(enumerate(groups))
    judgements = []
    for negative, left_id, right_id, a, b, reasons in sorted(scored, key=lambda s: s[:3]):
        x, y = _root(owner, a), _root(owner, b)
        if x == y or rulings.forbid(current[x], current[y]):
            continue
        if (x, y) != (a, b) and total(compare(current[x], current[y])) < least:
            continue
        owner[y] = x
        current[x] = joined((current[x], current.pop(y)))
        judgements.append(Judgement("entity", left_id, right_id, "same", -negative, reasons))
    return [current[n] for n in sorted(current)], judgements


def gather(
    groups: Sequence[Group],
    table: Mapping[tuple[str, str], Sequence[int]],
    compare: Compare,
    least: float,
    rulings: Rulings,
) -> tuple[list[Group], list[Judgement]]:
    """The groups with those of equal names joined: each is compared with the few that have borne the name so far.

    That is linear in the groups: all pairs of a name that stands in a thousand articles are never looked at.
    """
    owner = list(range(len(groups)))
    current = dict(enumerate(groups))
    judgements: list[Judgement] = []
    for members in table.values():
        bearers: list[int] = []
        for n in members:
            x = _root(owner, n)
            known = list(dict.fromkeys(_root(owner, b) for b in bearers))
            if x in known:
                continue
            best = _best(current, x, known[:_BEARERS], compare, least, rulings)
            if best is None:
                bearers.append(n)
                continue
            y, reasons = best
            judgements.append(Judgement("entity", current[y].id, current[x].id, "same", total(reasons), reasons))
            owner[x] = y
            current[y] = joined((current[y], current.pop(x)))
    return [current[n] for n in sorted(current)], judgements


def _best(
    current: Mapping[int, Group], own: int, others: Sequence[int], compare: Compare, least: float, rulings: Rulings
) -> tuple[int, tuple[Feature, ...]] | None:
    scored = [(compare(current[y], current[own]), y) for y in others if not rulings.forbid(current[y], current[own])]
    good = [(total(reasons), -y, reasons) for reasons, y in scored if total(reasons) >= least]
    if not good:
        return None
    _, y, reasons = max(good, key=lambda g: g[:2])
    return -y, reasons


def _root(owner: list[int], n: int) -> int:
    while owner[n] != n:
        owner[n] = owner[owner[n]]
        n = owner[n]
    return n


def forced(groups: Sequence[Group], rulings: Rulings) -> list[Group]:
    """The groups with those joined that a person has judged to be the same."""
    where = {p.id: n for n, g in enumerate(groups) for p in g.profiles}
    owner = list(range(len(groups)))
    for left, right in rulings.same:
        if left in where and right in where:
            owner[_root(owner, where[right])] = _root(owner, where[left])
    members: dict[int, list[Group]] = defaultdict(list)
    for n, group in enumerate(groups):
        members[_root(owner, n)].append(group)
    return [g[0] if len(g) == 1 else joined(g) for g in members.values()]
