"""Which groups are compared at all: those that share a blocking key. Keeps the work near linear in the articles."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from belegg.compare._entity_profiles import Group
from belegg.text.name_data import head_words
from belegg.text.spelling import fold, initials, road_key, sound_key, squashed, standard_key

_CROWD = 60  # a key that more groups share ("norsk") tells nothing
_COMMON = head_words("inside", "common")


def near_pairs(groups: Sequence[Group]) -> Iterator[tuple[int, int]]:
    """Pairs of different names that may be one: they share a word, a beginning, initials or a listed thing."""
    table: dict[str, list[int]] = defaultdict(list)
    for n, group in enumerate(groups):
        for key in dict.fromkeys(_keys(group)):
            table[key].append(n)
    seen: set[tuple[int, int]] = set()
    for members in table.values():
        if 2 <= len(members) <= _CROWD:
            for i, a in enumerate(members):
                for b in members[i + 1 :]:
                    if (a, b) not in seen:
                        seen.add((a, b))
                        yield a, b


def _keys(group: Group) -> Iterator[str]:
    yield from sorted(group.known)
    for profile in group.profiles:
        for long in sorted(profile.short_for):
            yield f"f:{long}"
    for name in group.names:
        yield from _name_keys(name)


@cache
def _name_keys(name: str) -> tuple[str, ...]:
    """Blocking keys of one spelling, without repetitions."""
    return tuple(dict.fromkeys(_spelled(name)))


def _spelled(name: str) -> Iterator[str]:
    words = standard_key(name).split()
    yield f"f:{fold(name)}"
    if road := road_key(name):
        yield f"r:{road}"
    yield f"f:{fold(name).removesuffix('s')}"
    for word in sound_key(name).split() + words:
        if len(word) > 1 and word not in _COMMON:
            yield f"w:{word}"
    flat = squashed(name)
    if len(flat) >= 5:
        yield f"p:{flat[:4]}"
        yield f"s:{flat[-5:]}"
    if name.isupper() and len(name) <= 7:
        yield f"i:{fold(name)[0]}"
    elif len(words) > 1:
        yield f"i:{initials(name)[:1]}"
    for word in words[-1:]:
        yield f"d:{word[:8]}"


def same_names(groups: Sequence[Group]) -> Mapping[tuple[str, str], list[int]]:
    """Groups under each full name or listed thing that they have: what is compared first, and alone across stories."""
    table: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, group in enumerate(groups):
        for key in _same_keys(group):
            table[key].append(n)
    return table


def _same_keys(group: Group) -> Iterable[tuple[str, str]]:
    if group.type == "PER" and group.full:
        return dict.fromkeys(("PER", squashed(name)) for name in group.full)
    kind = "DRV" if group.type == "DRV" else "thing"
    # sorted, for sets of strings have another order in every process
    return dict.fromkeys((kind, standard_key(n)) for n in group.names) | dict.fromkeys(
        ("known", k) for k in sorted(group.known)
    )
