"""Whether who speaks in a claim speaks of it: not of the last time, and no denial of another matter."""

from collections.abc import Sequence
from dataclasses import replace

from belegg.reason._bearing import is_of_before
from belegg.reason._drafts import Draft
from belegg.reason._material import Material
from belegg.reason._members import reading_of
from belegg.reason._relations import groundless


def settled(found: Sequence[Draft], material: Material) -> list[Draft]:
    """The drafts without the members that speak of something else; those make drafts of their own."""
    told = (part for draft in found for part in _each_time(draft, material))
    return [part for draft in told for part in _grounded(draft, material)]


def _each_time(draft: Draft, material: Material) -> list[Draft]:
    """What is told of now, and what opens with *the last time*, each by itself."""
    before = {n for n in draft.said if is_of_before(material.words[n])}
    now = draft.said.keys() - before
    return [_part(draft, now), _part(draft, before)] if before and now else [draft]


def _grounded(draft: Draft, material: Material) -> list[Draft]:
    """The draft, and each denial of another matter by itself."""
    parted = groundless([reading_of(draft, n, material) for n in sorted(draft.said)])
    if not parted:
        return [draft]
    return [_part(draft, draft.said.keys() - parted), *(_part(draft, {n}) for n in sorted(parted))]


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
