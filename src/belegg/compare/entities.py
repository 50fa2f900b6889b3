"""One entity for all spellings of a thing: in a story and, for unmistakable names, across stories (annotation.md, 3).

Names are joined in three rounds: within an article (a bare family name to the full one), within a story (spellings,
romanisations, abbreviations, the two written standards), across stories (full names alone, where nothing speaks against
it). Each join is a judgement with its reasons; a person's judgement outranks them all (Fellegi and Sunter's table of
agreement weights, in the form that nomenklatura gives it: named features, stored judgements, derived clusters).
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from operator import attrgetter

from belegg.compare._entity_ambiguity import unambiguous
from belegg.compare._entity_blocks import near_pairs, same_names
from belegg.compare._entity_clusters import Rulings, cluster, forced, gather
from belegg.compare._entity_features import JOIN, compare
from belegg.compare._entity_missed import completed
from belegg.compare._entity_names import canonical, spellings
from belegg.compare._entity_profiles import Group, profiles
from belegg.core.comparison import Entity, Story
from belegg.core.document import Document
from belegg.core.judgement import Judgement
from belegg.text.spelling import fold

_IN_ORDER = attrgetter("article", "start", "end")  # as places compare by themselves, in less time
_ACROSS = 4.5  # across stories a name must be the same, and nothing speak against it


def entities(
    docs: Sequence[Document], stories: Sequence[Story], judgements: Iterable[Judgement] = ()
) -> tuple[tuple[Entity, ...], tuple[Judgement, ...]]:
    """The entities of all articles, by first mention, and the machine's judgements on pairs of names.

    Needs ``Mention``, ``Role`` and ``Token``. The ids in judgements are those of names in articles (article id, name).
    """
    rulings = Rulings(judgements)
    story_of = {article: story.id for story in stories for article in story.articles}
    told: list[Judgement] = []
    per_story: dict[str, list[Group]] = defaultdict(list)
    for doc in _completed(docs, story_of):
        groups = [Group((p,)) for p in profiles(doc)]
        found, reasons = _round(groups, rulings)
        per_story[story_of.get(doc.id, doc.id)].extend(found)
        told += reasons
    everything: list[Group] = []
    for groups in per_story.values():
        found, reasons = _same_first(groups, rulings)
        found, more = _round(found, rulings)
        everything += found
        told += reasons + more
    everything, reasons = _across(everything, rulings)
    final = forced(everything, rulings)
    return _entities(final, story_of), tuple(told + reasons)


def _completed(docs: Sequence[Document], story_of: Mapping[str, str]) -> Iterator[Document]:
    by_story: dict[str, list[Document]] = defaultdict(list)
    for doc in docs:
        by_story[story_of.get(doc.id, doc.id)].append(doc)
    for members in by_story.values():
        yield from completed(members)


def _round(groups: Sequence[Group], rulings: Rulings) -> tuple[list[Group], list[Judgement]]:
    """Joins differing names of one article or one story."""
    pairs = unambiguous(groups, near_pairs(groups))
    return cluster(groups, pairs, partial(compare, across=False), JOIN, rulings)


def _same_first(groups: Sequence[Group], rulings: Rulings) -> tuple[list[Group], list[Judgement]]:
    """Joins equal names of a story's articles, without comparing all with all."""
    return gather(groups, same_names(groups), partial(compare, across=False), JOIN, rulings)


def _across(groups: Sequence[Group], rulings: Rulings) -> tuple[list[Group], list[Judgement]]:
    """Joins equal full names of different stories."""
    return gather(groups, same_names(groups), partial(compare, across=True), _ACROSS, rulings)


def _entities(groups: Sequence[Group], story_of: Mapping[str, str]) -> tuple[Entity, ...]:
    ordered = sorted(groups, key=lambda g: (g.first, g.id))
    ids: dict[int, str] = {}
    taken: set[str] = set()
    for n, group in enumerate(ordered):
        ids[n] = _identity(group, story_of, taken)
        taken.add(ids[n])
    bases = _Bases(ordered, ids, story_of)
    return tuple(_entity(group, ids[n], bases.of(group)) for n, group in enumerate(ordered))


def _identity(group: Group, story_of: Mapping[str, str], taken: set[str]) -> str:
    """A stable id from type, name and the first story; where that is taken (namesakes), from the first place too."""
    story = min(story_of.get(p.article, p.article) for p in group.profiles)
    parts = [group.type, fold(canonical(group)), story]
    identity = "e-" + hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:10]
    if identity in taken:
        identity = "e-" + hashlib.sha256("\x1f".join([*parts, group.id]).encode()).hexdigest()[:10]
    return identity


def _entity(group: Group, identity: str, of: str | None) -> Entity:
    places = sorted((place for p in group.profiles for place in p.places), key=_IN_ORDER)
    roles = sorted({place for p in group.profiles for place in p.roles}, key=_IN_ORDER)
    name = canonical(group)
    return Entity(identity, group.type, name, spellings(group, name), tuple(places), tuple(roles), of)


class _Bases:
    """Finds the entity that a compound is derived from: in its article, else in its story."""

    def __init__(self, groups: Sequence[Group], ids: Mapping[int, str], story_of: Mapping[str, str]) -> None:
        self._story_of = story_of
        self._table: dict[tuple[str, str], str] = {}
        parts: dict[tuple[str, str], set[str]] = defaultdict(set)
        for n, group in enumerate(groups):
            for profile in group.profiles if group.type != "DRV" else ():
                name = fold(profile.name)
                part = name.split()[-1 if profile.type == "PER" else 0]
                for scope in self._scopes(profile.article):
                    self._table.setdefault((scope, name), ids[n])
                    parts[scope, part].add(ids[n])
        for key, found in parts.items():
            if len(found) == 1:  # "Biden-administrasjonen" where only Joe Biden is named
                self._table.setdefault(key, min(found))

    def _scopes(self, article: str) -> tuple[str, str]:
        return article, f"story {self._story_of.get(article, article)}"

    def of(self, group: Group) -> str | None:
        """The id of the entity that the first of the compound's places leads to."""
        for profile in group.profiles:
            for scope in self._scopes(profile.article):
                found = self._table.get((scope, fold(profile.base or "")))
                if found:
                    return found
        return None
