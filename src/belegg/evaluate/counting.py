"""Counting: F1 and accuracy from summed counts, one-to-one pairing, B-cubed (Bagga & Baldwin 1998)."""

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Thing = TypeVar("Thing", bound=Hashable)
Left = TypeVar("Left", bound=Hashable)
Right = TypeVar("Right", bound=Hashable)


@dataclass(slots=True)
class Counts:
    """Summed counts of one figure; an accuracy has no ``found`` side.

    ``hits`` of ``gold`` is the recall, ``right`` of ``found`` the precision.
    """

    hits: float = 0
    gold: float = 0
    right: float = 0
    found: float = 0
    is_rate: bool = False

    def add(self, other: "Counts") -> None:
        """Adds the counts of another set or article."""
        self.hits += other.hits
        self.gold += other.gold
        self.right += other.right
        self.found += other.found
        self.is_rate = other.is_rate

    @property
    def recall(self) -> float | None:
        """Hits of gold; None where gold has none. Of an accuracy: the accuracy."""
        return self.hits / self.gold if self.gold else None

    @property
    def precision(self) -> float | None:
        """Right ones of those found; None where none was found."""
        return self.right / self.found if self.found else None

    @property
    def score(self) -> float | None:
        """F1, or the accuracy; None where there was nothing to count."""
        p, r = self.precision, self.recall
        if self.is_rate:
            return r
        if p and r:
            return 2 * p * r / (p + r)
        return 0.0 if self.gold or self.found else None


@dataclass(slots=True)
class Tally:
    """The counts of each figure, by the figure's name, in the order in which they were first counted."""

    figures: dict[str, Counts] = field(default_factory=dict)

    def f1(self, name: str, hits: float, gold: float, found: float, right: float | None = None) -> None:
        """Counts for an F1; ``right`` is how many of the found are right, where that differs from ``hits``."""
        self._add(name, Counts(hits, gold, hits if right is None else right, found))

    def rate(self, name: str, right: float, of: float = 1) -> None:
        """Counts for an accuracy."""
        self._add(name, Counts(right, of, is_rate=True))

    def _add(self, name: str, counts: Counts) -> None:
        self.figures.setdefault(name, Counts()).add(counts)


@dataclass(frozen=True, slots=True)
class Pairing(Generic[Left, Right]):
    """Gold items joined one-to-one with found ones, and what is left on either side."""

    pairs: tuple[tuple[Left, Right], ...]
    missed: tuple[Left, ...]
    extra: tuple[Right, ...]

    def f1(self, tally: Tally, name: str, right: Callable[[Left, Right], bool] = lambda g, s: True) -> None:
        """Counts the pairs for which ``right`` holds as hits."""
        hits = sum(1 for g, s in self.pairs if right(g, s))
        tally.f1(name, hits, len(self.pairs) + len(self.missed), len(self.pairs) + len(self.extra))


def pair_off(
    gold: Sequence[Left],
    found: Sequence[Right],
    likeness: Callable[[Left, Right], object],
    optional: Callable[[Left], bool] = lambda g: False,
) -> Pairing[Left, Right]:
    """Joins the most alike first (a falsy likeness cannot be joined), mandatory gold before optional at a tie.

    Optional gold, and what is found where it stands, is neither a hit, a miss nor a false alarm.
    """
    candidates = [(value, g, s) for g in gold for s in found if (value := likeness(g, s))]
    candidates.sort(key=lambda c: (c[0], not optional(c[1])), reverse=True)
    partner: dict[Left, Right] = {}
    used: set[Right] = set()
    for _, g, s in candidates:
        if g not in partner and s not in used:
            partner[g] = s
            used.add(s)
    used.update(s for _, g, s in candidates if optional(g))
    counted = [g for g in gold if not optional(g)]
    return Pairing(
        tuple((g, partner[g]) for g in counted if g in partner),
        tuple(g for g in counted if g not in partner),
        tuple(s for s in found if s not in used),
    )


def companions(clusters: Iterable[Iterable[Thing]], items: Iterable[Thing]) -> dict[Thing, set[Thing]]:
    """For each item, itself and those that share a cluster with it; clusters may overlap."""
    out = {i: {i} for i in items}
    for cluster in clusters:
        inside = {i for i in cluster if i in out}
        for i in inside:
            out[i] |= inside
    return out


def b_cubed(
    tally: Tally,
    name: str,
    gold: Iterable[Iterable[Thing]],
    found: Iterable[Iterable[Thing]],
    items: Collection[Thing],
) -> None:
    """Precision and recall of each item's companions, averaged over the items."""
    wanted, got = companions(gold, items), companions(found, items)
    shared = {i: len(wanted[i] & got[i]) for i in items}
    recall = sum(shared[i] / len(wanted[i]) for i in items)
    precision = sum(shared[i] / len(got[i]) for i in items)
    tally.f1(name, recall, len(items), len(items), precision)


def most_common(items: Iterable[Thing]) -> Thing | None:
    """The most frequent, the first seen at a tie; None where there is none."""
    counted = Counter(items).most_common(1)
    return counted[0][0] if counted else None


def inverted(mapping: Mapping[Left, Right]) -> dict[Right, list[Left]]:
    """The keys of each value."""
    out: dict[Right, list[Left]] = {}
    for key, value in mapping.items():
        out.setdefault(value, []).append(key)
    return out
