"""A large dossier in parts: one for each story, and the articles of no story in packs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from belegg.core.comparison import Entity, Passage, Story
from belegg.core.dossier import Dossier
from belegg.core.spans import Place

#: A dossier of more articles than this, in more than one story, is a page for each story and one that leads to them.
ONE_PAGE = 80
#: Articles of no story that stand on one page.
PACK = 50

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Volume:
    """A part of a large dossier: its story (or pack), and the dossier of its articles alone."""

    story: Story
    dossier: Dossier


def is_large(dossier: Dossier) -> bool:
    """True where one page would be too much to open and to read."""
    return len(dossier.documents) > ONE_PAGE and len(parts(dossier)) > 1


def parts(dossier: Dossier) -> list[Story]:
    """The stories of several articles, the one with most reports first, then packs of the other articles."""
    report = {d.id: d.article.doc or d.id for d in dossier.documents}  # versions of one are one
    several = [s for s in dossier.stories if len(s.articles) > 1]
    held = {a for s in several for a in s.articles}
    loose = [d.id for d in dossier.documents if d.id not in held]
    packs = [Story(f"articles-{n // PACK + 1}", None, tuple(loose[n : n + PACK])) for n in range(0, len(loose), PACK)]
    return [*sorted(several, key=lambda s: (-len({report.get(a, a) for a in s.articles}), s.id)), *packs]


def volumes(dossier: Dossier) -> Iterable[Volume]:
    """Each part with the dossier of its articles alone."""
    entities = _by_article((p.article, e) for e in dossier.entities for p in e.mentions)
    passages = _by_article((m.article, p) for p in dossier.passages for m in p.members)
    documents = {d.id: d for d in dossier.documents}
    stories = _by_article((a, s) for s in dossier.stories for a in s.articles)
    claims = _by_article((c.story, c) for c in dossier.claims)
    events = _by_article((e.story, e) for e in dossier.events)
    links = _by_article((article_of(j.left), j) for j in dossier.judgements if j.subject in ("claim", "origin"))
    for part in parts(dossier):
        inside = frozenset(part.articles)
        told = _all(part.articles, stories)
        yield Volume(
            part,
            replace(
                dossier,
                documents=tuple(d for d in (documents[a] for a in part.articles if a in documents)),
                entities=tuple(_entity(e, inside) for e in _all(part.articles, entities)),
                passages=tuple(
                    p for p in (_passage(p, inside) for p in _all(part.articles, passages)) if p is not None
                ),
                stories=tuple(told),
                claims=tuple(c for s in told for c in claims.get(s.id, {}).values()),
                events=tuple(e for s in told for e in events.get(s.id, {}).values()),
                versions=tuple(v for v in dossier.versions if v.before in inside and v.after in inside),
                judgements=tuple(_all(part.articles, links)),
                rejected=(),
            ),
        )


def article_of(saying: str) -> str:
    """The article of a statement or report, by the latter's id."""
    return saying.rpartition("-")[0]


def _entity(entity: Entity, inside: frozenset[str]) -> Entity:
    return replace(entity, mentions=_within(entity.mentions, inside), roles=_within(entity.roles, inside))


def _passage(passage: Passage, inside: frozenset[str]) -> Passage | None:
    members = _within(passage.members, inside)
    earliest = passage.earliest if passage.earliest in inside else None
    return replace(passage, members=members, earliest=earliest) if len(members) > 1 else None


def _within(places: Iterable[Place], inside: frozenset[str]) -> tuple[Place, ...]:
    return tuple(p for p in places if p.article in inside)


def _by_article(pairs: Iterable[tuple[str, Item]]) -> Mapping[str, dict[int, Item]]:
    found: dict[str, dict[int, Item]] = {}
    for key, item in pairs:
        found.setdefault(key, {}).setdefault(id(item), item)
    return found


def _all(keys: Sequence[str], found: Mapping[str, Mapping[int, Item]]) -> list[Item]:
    return list({i: item for key in keys for i, item in found.get(key, {}).items()}.values())
