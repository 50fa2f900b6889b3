"""Events: what happened or is planned, joined across articles (annotation.md, 8).

Triggers and types follow ACE 2005 (Linguistic Data Consortium, English Annotation Guidelines for Events 5.4.3).
"""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from belegg.core.comparison import Entity, Story
from belegg.core.document import Document
from belegg.core.reasoning import Event, EventStatus
from belegg.reason._alike import TOLD_AS_FACT
from belegg.reason._gathering import gathered
from belegg.reason._happenings import DAY, Happening, happenings
from belegg.reason._places import is_spot
from belegg.reason._settings import scenes, within
from belegg.reason._story import StoryIndex, index_story
from belegg.reason._triggers import load_event_words
from belegg.reason._when import TimeIndex, when
from belegg.reason._worth import features, themes, worth
from belegg.text.dates import days_of
from belegg.text.name_data import known_things

AGREED = 0.3  # share of what tells of it that must give one clock time for the event to have it
CLOCK = re.compile(r"T\d")
MOST = 0.6  # share of the told parts of the day that must agree
STATUS_ORDER: tuple[EventStatus, ...] = ("happened", "ongoing", "planned", "possible", "alleged")
OFTEN = 2  # clauses that must name a thing for the event to be where it is
TAKES_PART = 0.25  # share of the clauses that tell of an event which must name who takes part
SURE = ("names", "houses")
PLACE_ORDER = ("names", "houses", "nouns", "settled", "ways")
Held = Collection[tuple[str, str]]  # pairs of places of which the first lies in the second


@dataclass
class _Group:
    """Happenings that are held to be one event, with what they have told of it so far."""

    members: list[Happening] = field(default_factory=list)
    days: Counter[str] = field(default_factory=Counter)
    hoped: Counter[str] = field(default_factory=Counter)  # the days for which it was planned
    names: Counter[str] = field(default_factory=Counter)

    @property
    def first(self) -> Happening:
        """The first that tells of it by the deed that most do; a verb of no table only where none has one."""
        axes = Counter(h.axis for h in self.members if not h.trigger.is_unlisted)
        most = max(axes, key=lambda a: axes[a], default=self.members[0].axis)
        return next(h for h in self.members if h.axis == most)

    def add(self, h: Happening) -> None:
        self.members.append(h)
        (self.days if h.status in TOLD_AS_FACT else self.hoped).update({h.day} - {""})
        self.names.update(h.participants)


def events(story: Story, docs: Sequence[Document], entities: Sequence[Entity]) -> tuple[Event, ...]:
    """The main events of a story, in order of time. ``docs`` need Token, Sentence, Time and Statement."""
    index = index_story(story.articles, docs, entities)
    told = themes(index)
    kept = [g for g in _grouped(index, story) if worth(features(g.members, told)) > 0]
    scene = scenes(index, story.articles) + _told_scene(kept)
    held = within(index)
    times = TimeIndex(index)
    made = [_event(g, story, index, scene, held, times) for g in kept]
    return tuple(sorted(made, key=lambda e: (e.time or "9999", e.mentions[0], e.id)))


def _grouped(index: StoryIndex, story: Story) -> list[_Group]:
    """All that happened or may, each once, whether or not it is worth telling."""
    documents = {article: index.document(article) for article in index.views}
    groups = []
    for members in gathered(tuple(happenings(index, story.articles)), documents):
        groups.append(_Group())
        for h in members:
            groups[-1].add(h)
    return groups


def _told_scene(kept: Sequence[_Group]) -> Counter[str]:
    """The places of the story's accidents, attacks and disasters, with how many clauses tell so."""
    found: Counter[str] = Counter()
    for group in kept:
        if group.first.axis in load_event_words().physical:
            found.update(p for h in group.members for kind in SURE for p in h.places[kind])
    return found


def _event(group: _Group, story: Story, index: StoryIndex, scene: Counter[str], held: Held, times: TimeIndex) -> Event:
    first = group.first
    mentions = tuple(dict.fromkeys(h.place for h in group.members))
    seed = f"{story.id}|{first.axis}|{first.place.article}|{first.place.start}"
    place = _where(group, index, scene, held)
    return Event(
        id="e" + sha256(seed.encode()).hexdigest()[:10],
        story=story.id,
        type=first.trigger.type,
        status=_status(group),
        time=_time(group, times),
        place=place,
        participants=tuple(p for p in _who(group) if p != place),
        mentions=mentions,
    )


def _who(group: _Group) -> list[str]:
    """Those who take part by a fair share of what tells of it, the most told first."""
    told = sorted(group.names, key=lambda n: (-group.names[n], n))
    return [n for n in told if group.names[n] >= TAKES_PART * len(group.members)]


def _where(group: _Group, index: StoryIndex, scene: Counter[str], held: Held) -> str | None:
    """The place told most, by what tells surest; of an accident without one, where the story's disaster was."""
    told = {kind: Counter(p for h in group.members for p in h.places[kind]) for kind in PLACE_ORDER}
    first = group.first
    if first.axis in load_event_words().placeless:
        return None
    physical = first.axis in load_event_words().physical and not told["names"]
    moves = first.trigger.type.startswith("Movement")
    often = Counter({p: n for p, n in told["settled"].items() if n >= OFTEN})
    surest, unsure = (told["names"], told["houses"], told["nouns"]), (often, told["ways"] if moves else {})
    sources = (*surest, scene if physical else {}, *unsure)
    found = next((s for s in sources if s), Counter[str]())
    found = Counter({p: n for p, n in found.items() if not any((o, p) in held and 3 * found[o] >= n for o in found)})
    narrow = Counter({p: n for p, n in found.items() if _is_town(p, index) and 2 * n >= max(found.values())})
    chosen = narrow or found  # a town rather than its country, unless it is told much less
    return min(chosen, key=lambda p: (-chosen[p], -len(index.entities[p].mentions), p), default=None)


def _is_town(place: str, index: StoryIndex) -> bool:
    """True for a place narrower than a county."""
    known = known_things().get(index.entities[place].name)
    return is_spot(place, index) and (known is None or known.kind != "county")


def _status(group: _Group) -> EventStatus:
    """A plan that is met has happened."""
    found = {h.status for h in group.members}
    return next(s for s in STATUS_ORDER if s in found)


def _time(group: _Group, times: TimeIndex) -> str | None:
    """The likeliest time; of what lasts an interval where somebody tells until when."""
    start = when(group.members, times)
    if start and group.first.axis in load_event_words().lasting:
        ends = Counter(u[:DAY] for h in group.members for u in h.until if days_of(u[:DAY]) and u[:DAY] > start[:DAY])
        if ends:
            return f"{start[:DAY]}/{min(ends, key=lambda e: (-ends[e], e))}"
    return start
