"""Copies taken together: sayings that are the same words in several articles are compared once, as one unit."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from belegg.core.comparison import Passage
from belegg.core.spans import Place
from belegg.reason._propositions import Proposition
from belegg.reason._sayings import Saying

SAME_WORDS = 0.6  # share of keys that two sayings at one place of a passage must have in common
SAME_PLACE = 0.3  # how far apart, as a share of the passage, their beginnings may lie
ENOUGH_WORDS = 4  # fewer words than this are no proof either
ENOUGH_KEYS = 4  # fewer keys than this are no proof of copying outside a passage


@dataclass(frozen=True, slots=True)
class Unit:
    """Sayings that are copies of each other, the earliest first, and the propositions of that one."""

    sayings: tuple[int, ...]
    propositions: tuple[Proposition, ...]


class Groups:
    """Union-find over whole numbers; the smallest number of a group names it."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def of(self, item: int) -> int:
        """The name of the group that an item is in."""
        while self._parent[item] != item:
            self._parent[item] = self._parent[self._parent[item]]
            item = self._parent[item]
        return item

    def join(self, left: int, right: int) -> None:
        """Makes two groups one."""
        a, b = self.of(left), self.of(right)
        self._parent[max(a, b)] = min(a, b)

    def all(self) -> list[list[int]]:
        """Every group, items in order, groups by their first item."""
        found: dict[int, list[int]] = {}
        for item in range(len(self._parent)):
            found.setdefault(self.of(item), []).append(item)
        return [found[name] for name in sorted(found)]


def keys_of(found: Iterable[Proposition]) -> frozenset[str]:
    """Everything that the propositions of a saying can be compared by, but its figures' values."""
    keys: set[str] = set()
    for p in found:
        keys |= p.words | p.names | {f"axis:{a}" for a in p.axes} | {f"count:{q.what}" for q in p.quantities}
    return frozenset(keys)


def units(
    sayings: Sequence[Saying],
    said: Mapping[int, tuple[Proposition, ...]],
    passages: Sequence[Passage],
    words: Mapping[int, str],
) -> tuple[Unit, ...]:
    """The units of a story, in order of their earliest saying. ``words``: the words of each saying."""
    groups = Groups(len(sayings))
    keys = {s.number: keys_of(said[s.number]) for s in sayings}
    _join_identical(groups, sayings, keys, said)
    _join_same_words(groups, sayings, words)
    by_article: dict[str, list[Saying]] = {}
    for saying in sayings:
        by_article.setdefault(saying.place.article, []).append(saying)
    for passage in passages:
        _join_in_passage(groups, passage, by_article, keys)
    return tuple(Unit(tuple(g), said[g[0]]) for g in groups.all())


def _join_identical(
    groups: Groups,
    sayings: Sequence[Saying],
    keys: Mapping[int, frozenset[str]],
    said: Mapping[int, tuple[Proposition, ...]],
) -> None:
    """Joins sayings with the very same keys and figures, if there are enough of them to prove it."""
    first: dict[tuple[object, ...], int] = {}
    for saying in sayings:
        figures = tuple(sorted((q.low, q.high) for p in said[saying.number] for q in p.quantities))
        negated = any(p.negated for p in said[saying.number])
        if len(keys[saying.number]) >= ENOUGH_KEYS:
            earlier = first.setdefault((keys[saying.number], figures, negated), saying.number)
            groups.join(earlier, saying.number)


def _join_same_words(groups: Groups, sayings: Sequence[Saying], words: Mapping[int, str]) -> None:
    """Joins what is the same to the word: a short quotation that several articles have."""
    first: dict[str, int] = {}
    for saying in sayings:
        told = words[saying.number]
        if len(told.split()) >= ENOUGH_WORDS:
            groups.join(first.setdefault(told, saying.number), saying.number)


def _join_in_passage(
    groups: Groups, passage: Passage, by_article: Mapping[str, list[Saying]], keys: Mapping[int, frozenset[str]]
) -> None:
    """Joins what stands at the same place of a passage, every member of it with the first."""
    within = [(m, _within(m, by_article.get(m.article, []))) for m in passage.members]
    if not within:
        return
    base, first = within[0]
    for member, others in within[1:]:
        for other in others:
            best = max(first, key=lambda s: (_alike(keys, s, other), -_apart(base, s, member, other)), default=None)
            if best and _alike(keys, best, other) >= SAME_WORDS and _apart(base, best, member, other) <= SAME_PLACE:
                groups.join(best.number, other.number)


def _within(member: Place, sayings: Iterable[Saying]) -> list[Saying]:
    """The sayings that lie for the greater part within a member of a passage."""
    start, end = member.start, member.end
    near = (s for s in sayings if s.place.start < end and start < s.place.end)
    return [s for s in near if 2 * (min(end, s.place.end) - max(start, s.place.start)) >= s.place.end - s.place.start]


def _alike(keys: Mapping[int, frozenset[str]], a: Saying, b: Saying) -> float:
    if a.is_report != b.is_report:
        return 0.0
    both = keys[a.number] | keys[b.number]
    return len(keys[a.number] & keys[b.number]) / len(both) if both else float(a.stance == b.stance)


def _apart(base: Place, a: Saying, member: Place, b: Saying) -> float:
    left = (a.place.start - base.start) / max(1, base.end - base.start)
    right = (b.place.start - member.start) / max(1, member.end - member.start)
    return abs(left - right)
