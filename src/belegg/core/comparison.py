"""What holds between articles: entities, passages, stories, versions (annotation.md, 3, 6)."""

from dataclasses import dataclass
from typing import Literal

from belegg.core.judgement import Feature
from belegg.core.spans import Place
from belegg.core.words import NameType


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing with all its spellings, roles and mentions, across articles. ``of``, on DRV: its base."""

    id: str
    type: NameType
    name: str
    names: tuple[str, ...]
    mentions: tuple[Place, ...]
    roles: tuple[Place, ...] = ()
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch that stands in two or more articles. ``direction`` says why ``earliest`` is taken for the first."""

    id: str
    members: tuple[Place, ...]
    edited: bool
    translated: bool
    earliest: str | None
    agency: str | None
    direction: tuple[Feature, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """Articles about the same happening. ``title`` is the place of the title of its most central article."""

    id: str
    title: Place | None
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Detail:
    """A figure, name or statement that a change brought (``after``), took away (``before``) or put for another."""

    kind: Literal["figure", "name", "statement"]
    before: Place | None
    after: Place | None


@dataclass(frozen=True, slots=True)
class Change:
    """A sentence added, dropped or altered between two versions of a document, and what that means."""

    before: Place | None
    after: Place | None
    details: tuple[Detail, ...] = ()


@dataclass(frozen=True, slots=True)
class VersionChange:
    """What changed from one version (an article id) to the next; ``correction`` is a desk's note that says so."""

    before: str
    after: str
    changes: tuple[Change, ...]
    correction: Place | None = None
