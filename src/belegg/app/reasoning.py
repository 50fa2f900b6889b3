"""Claims and events, story by story, in one process or in several."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol, TypeVar

from belegg.app.crew import Crew, keeping_all
from belegg.app.halving import begun, by_two
from belegg.app.packing import unpacked
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
#: A long story with more than this share of all articles is told where they are at hand, and need not be sent.
MOST = 0.5


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
        """The dossier without claims and events, while others reason about its stories; not where nobody else does."""

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
    crew, todo, found = crew or Crew(), cases(dossier), dict[str, Found]()
    tell_of = partial(reason_case, judgements=tuple(judgements), several=crew.workers > 1)

    def take(case: Case, result: Found) -> None:
        found[case.story.id] = result
        if reader:
            reader.told(case.story, result.claims, result.events, result.links)
        tell("reason", len(found), len(todo))

    last = [case for case in todo if crew.workers > 1 and _is_most(case, dossier)]
    first = [case for case in todo if case not in last]
    results = crew.map(tell_of, first, max(1, len(first) // (crew.workers * TASKS)))
    if reader and first:
        reader.begin(dossier)
    for case, result in zip(first, results, strict=True):
        take(case, result)
    if last:
        crew.dismiss()
    for case in last:
        take(case, tell_of(case))
    told = [found[case.story.id] for case in todo]
    return replace(
        dossier,
        claims=tuple(c for f in told for c in f.claims),
        events=tuple(e for f in told for e in f.events),
        judgements=(*dossier.judgements, *(j for f in told for j in f.links)),
        rejected=(*dossier.rejected, *(r for f in told for r in f.trouble)),
    )


def _is_long(case: Case) -> bool:
    return len(case.documents) >= LONG


def _is_most(case: Case, dossier: Dossier) -> bool:
    """True for a long story that is most of the dossier."""
    return _is_long(case) and len(case.documents) > MOST * len(dossier.documents)


def reason_case(case: Case, judgements: tuple[Judgement, ...], several: bool = False) -> Found:
    """Claims and events of one story; one that breaks the reasoning costs itself, not the others.

    ``several``: more than one process may be used, which a long story is worth.
    """
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
