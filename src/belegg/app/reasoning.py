"""Claims and events, story by story, in one process or in several."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol, TypeVar

from belegg.app.crew import Crew, keeping_all
from belegg.app.halving import begun, by_two
from belegg.app.packing import unpacked
from belegg.app.passing import Sent
from belegg.core.article import Rejected
from belegg.core.comparison import Entity, Passage, Story
from belegg.core.document import Document
from belegg.core.dossier import Dossier
from belegg.core.judgement import Judgement
from belegg.core.reasoning import Claim, Event
from belegg.core.spans import Place
from belegg.models.lazy import load_meaning
from belegg.reason.claims import claims
from belegg.reason.events import events

Item = TypeVar("Item")
#: Tasks for each process: few enough to cost little, many enough that no process waits long for the last.
TASKS = 32
#: A story of so many articles is told by more than one process, since a build may be waiting for nothing else.
LONG = 100


@dataclass(frozen=True, slots=True)
class Case:
    """A story with what of the dossier touches it."""

    story: Story
    documents: tuple[Document, ...]
    entities: tuple[Entity, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What a story's articles say together, and the links behind it; ``trouble`` where that could not be found out."""

    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    links: tuple[Judgement, ...] = ()
    trouble: tuple[Rejected, ...] = ()


class Reader(Protocol):
    """Someone who need not wait for the last story."""

    def begin(self, dossier: Dossier) -> None:
        """The dossier as it is before its stories are reasoned about: without claims and events."""

    def told(
        self, story: Story, claims: tuple[Claim, ...], events: tuple[Event, ...], links: tuple[Judgement, ...]
    ) -> None:
        """All that is claimed and happens in a story, and the links behind it."""


def reason(
    dossier: Dossier,
    judgements: Sequence[Judgement],
    tell: Callable[[str, int, int], None],
    crew: Crew | None = None,
    reader: Reader | None = None,
) -> Dossier:
    """The dossier with claims and events; the same whatever the number of processes.

    ``reader`` learns of the dossier without them at once, and of each story when they are known.
    """
    crew, found = crew or Crew(), list[Found]()
    todo = cases(dossier)
    together = max(1, len(todo) // (crew.workers * TASKS))
    tell_of = partial(reason_case, judgements=tuple(judgements), several=crew.workers > 1)
    results = iter(crew.map(tell_of, (_sent(case, crew.workers) for case in todo), together))
    if reader:
        reader.begin(dossier)
    for case in todo:
        found.append(next(results))
        if reader:
            reader.told(case.story, found[-1].claims, found[-1].events, found[-1].links)
        tell("reason", len(found), len(todo))
    return replace(
        dossier,
        claims=tuple(c for f in found for c in f.claims),
        events=tuple(e for f in found for e in f.events),
        judgements=(*dossier.judgements, *(j for f in found for j in f.links)),
        rejected=(*dossier.rejected, *(r for f in found for r in f.trouble)),
    )


def _sent(case: Case, workers: int) -> Case | Sent[Case]:
    """What goes to another process: a long story as bytes, which a thread beside this one would take longer to make."""
    return Sent(case) if workers > 1 and _is_long(case) else case


def _is_long(case: Case) -> bool:
    return len(case.documents) >= LONG


def reason_case(sent: Case | Sent[Case], judgements: tuple[Judgement, ...], several: bool = False) -> Found:
    """Claims and events of one story; one that breaks the reasoning costs itself, not the others.

    ``several``: more than one process may be used, which a long story is worth.
    """
    case = sent.opened() if isinstance(sent, Sent) else sent
    try:
        return (_found_by_several if several and _is_long(case) else _found)(case, judgements)
    except Exception as error:
        of = f"its story of {len(case.documents)}"
        why = f"no claims and events could be found in {of} ({type(error).__name__}: {error})"
        return Found(trouble=(Rejected(case.documents[0].article.source, why),))


def _found(case: Case, judgements: tuple[Judgement, ...]) -> Found:
    documents = tuple(unpacked(doc) for doc in case.documents)
    given = (case.story, documents, case.entities)
    told, links = claims(*given, case.passages, load_meaning(), judgements)
    return Found(told, events(*given), links)


def _found_by_several(case: Case, judgements: tuple[Judgement, ...]) -> Found:
    """The same of a long story; claims take longer than events, which therefore give way to them."""
    documents = tuple(unpacked(doc) for doc in case.documents)
    given = (case.story, documents, case.entities)
    with keeping_all(), begun(lambda: events(*given), can_wait=True) as happened:
        told, links = claims(*given, case.passages, load_meaning(), judgements, by_two)
        return Found(told, happened(), links)


def cases(dossier: Dossier) -> list[Case]:
    """Every story with its documents, entities and passages, each once; the cost is that of the members."""
    documents = {d.id: d for d in dossier.documents}
    entities = _by_article((e, e.mentions) for e in dossier.entities)
    passages = _by_article((p, p.members) for p in dossier.passages)
    made = []
    for story in dossier.stories:
        docs = tuple(documents[a] for a in story.articles if a in documents)
        named = {e.id: e for d in docs for e in entities.get(d.id, ())}
        shared = {p.id: p for d in docs for p in passages.get(d.id, ())}
        made.append(Case(story, docs, tuple(named.values()), tuple(shared.values())))
    return made


def _by_article(items: Iterable[tuple[Item, Iterable[Place]]]) -> dict[str, list[Item]]:
    found: dict[str, list[Item]] = {}
    for item, places in items:
        for article in sorted({p.article for p in places}):
            found.setdefault(article, []).append(item)
    return found
