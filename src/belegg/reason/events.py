"""Events: what happened or is planned, joined across articles (annotation.md, 8).

Triggers and types follow ACE 2005 (Linguistic Data Consortium, English Annotation Guidelines for Events 5.4.3).
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from belegg.core.comparison import Entity, Story
from belegg.core.document import Document
from belegg.core.reasoning import Event, EventStatus
from belegg.core.spans import Place
from belegg.reason._alike import TO_COME, TOLD_AS_FACT
from belegg.reason._gathering import gathered
from belegg.reason._happenings import Happening, happenings
from belegg.reason._nearby import Nearby
from belegg.reason._story import StoryIndex, index_story
from belegg.reason._triggers import load_event_words
from belegg.reason._when import TimeIndex, when
from belegg.reason._where import PlaceIndex, where
from belegg.reason._whether import event_status, is_after
from belegg.reason._who import WhoIndex, who
from belegg.reason._worth import features, themes, worth
from belegg.text.dates import DAY, days_of

AGREED = 0.3  # share of what tells of it that must give one clock time for the event to have it
CLOCK = re.compile(r"T\d")
MOST = 0.6  # share of the told parts of the day that must agree


@dataclass(frozen=True)
class _Telling:
    """What a story tells of when, where and who, looked up for all its events."""

    times: TimeIndex
    places: PlaceIndex
    people: WhoIndex
    last: str  # the day of the story's last article


@dataclass
class _Group:
    """Happenings that are held to be one event, with what they have told of it so far."""

    members: list[Happening] = field(default_factory=list)
    days: Counter[str] = field(default_factory=Counter)
    hoped: Counter[str] = field(default_factory=Counter)  # the days for which it was planned

    @property
    def first(self) -> Happening:
        """The first that tells of it by the deed that most do; a verb of no table only where none has one."""
        axes = Counter(h.axis for h in self.members if not h.trigger.is_unlisted)
        most = max(axes, key=lambda a: axes[a], default=self.members[0].axis)
        return next(h for h in self.members if h.axis == most)

    def add(self, h: Happening) -> None:
        self.members.append(h)
        (self.days if h.status in TOLD_AS_FACT else self.hoped).update({h.day} - {""})


def events(story: Story, docs: Sequence[Document], entities: Sequence[Entity]) -> tuple[Event, ...]:
    """The main events of a story, in order of time. ``docs`` need Token, Sentence, Time and Statement."""
    index = index_story(story.articles, docs, entities)
    told = themes(index)
    groups = _grouped(index, story)
    kept = [g for g in groups if worth(features(g.members, told)) > 0]
    near = Nearby(index)
    every = [h for g in groups for h in g.members]
    last = max((h.told for h in every), default="")
    told_by = _Telling(TimeIndex(index), PlaceIndex(near, every), WhoIndex(near), last)
    made = [_event(g, story, told_by) for g in kept]
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


def _event(group: _Group, story: Story, told_by: _Telling) -> Event:
    first = group.first
    mentions = tuple(dict.fromkeys(h.place for h in group.members))
    seed = f"{story.id}|{first.axis}|{first.place.article}|{first.place.start}"
    place, (time, status) = where(group.members, told_by.places), _standing(group, told_by)
    return Event(
        id="e" + sha256(seed.encode()).hexdigest()[:10],
        story=story.id,
        type=first.trigger.type,
        status=status,
        time=time,
        place=place,
        participants=tuple(p for p in who(group.members, told_by.people) if p != place),
        mentions=mentions,
        telling=_telling(group, status, time),
    )


def _telling(group: _Group, status: EventStatus, time: str | None) -> tuple[Place, ...]:
    """Where it is told that it stands so; of these, where any gives the day, those that do."""
    told = [h for h in group.members if h.status == status]
    then = [h for h in told if time and h.day and h.day == time[:DAY]]
    return tuple(dict.fromkeys(h.place for h in then or told))


def _standing(group: _Group, told_by: _Telling) -> tuple[str | None, EventStatus]:
    """When it was or is to be, and whether it has come about.

    What is to come has the time that it is planned for; what has come about does not lie after the last article.
    """
    time = _time(group, group.members, told_by.times)
    status = event_status(group.members, time, told_by.last)
    telling = [h for h in group.members if (h.status in TOLD_AS_FACT) == (status in TOLD_AS_FACT)]
    if status in TO_COME:
        return _time(group, telling, told_by.times, since=min(h.told for h in telling)), status
    return (_time(group, telling, told_by.times) if is_after(time, told_by.last) else time), status


def _time(group: _Group, members: Sequence[Happening], times: TimeIndex, since: str = "") -> str | None:
    """The likeliest time that some of them tell; of what lasts an interval where somebody tells until when."""
    start = when(members, times, since)
    if start and group.first.axis in load_event_words().lasting:
        ends = Counter(u[:DAY] for h in group.members for u in h.until if days_of(u[:DAY]) and u[:DAY] > start[:DAY])
        if ends:
            return f"{start[:DAY]}/{min(ends, key=lambda e: (-ends[e], e))}"
    return start
