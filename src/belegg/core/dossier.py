"""Everything that a build finds."""

from dataclasses import dataclass

from belegg.core.article import Rejected
from belegg.core.comparison import Entity, Passage, Story, VersionChange
from belegg.core.document import Document
from belegg.core.judgement import Judgement
from belegg.core.reasoning import Claim, Event


@dataclass(frozen=True, slots=True)
class Dossier:
    """The whole result of a build; documents are in a stable order (published, then id)."""

    documents: tuple[Document, ...]
    rejected: tuple[Rejected, ...] = ()
    entities: tuple[Entity, ...] = ()
    passages: tuple[Passage, ...] = ()
    stories: tuple[Story, ...] = ()
    versions: tuple[VersionChange, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    judgements: tuple[Judgement, ...] = ()
