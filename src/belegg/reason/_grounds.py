"""Whether who speaks against a claim speaks of it: a denial of another matter is no denial of this one."""

from collections.abc import Sequence
from dataclasses import replace

from belegg.reason._drafts import Draft
from belegg.reason._material import Material
from belegg.reason._members import reading_of
from belegg.reason._relations import groundless


def settled(found: Sequence[Draft], material: Material) -> list[Draft]:
    """The drafts without the members that speak against something else; those make drafts of their own."""
    out: list[Draft] = []
    for draft in found:
        parted = groundless([reading_of(draft, n, material) for n in sorted(draft.said)])
        out += [draft] if not parted else _parted(draft, parted)
    return out


def _parted(draft: Draft, parted: frozenset[int]) -> list[Draft]:
    left = _part(draft, {n for n in draft.said if n not in parted})
    return [left, *(_part(draft, {n}) for n in sorted(parted))]


def _part(draft: Draft, numbers: set[int]) -> Draft:
    """What these sayings, and those that lean on them, have of a draft."""
    leaning = tuple(x for x in draft.leaning if not numbers.isdisjoint(x.on))
    own = numbers | {x.saying for x in leaning}
    return replace(
        draft,
        said={n: ps for n, ps in draft.said.items() if n in numbers},
        leaning=leaning,
        links=tuple(x for x in draft.links if x[0] in own and x[1] in own),
        core=draft.core & numbers,
    )
