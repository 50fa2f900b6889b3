"""Events: what happened or is planned, joined across articles (annotation.md, 8).

Triggers and types follow ACE 2005 (Linguistic Data Consortium, English Annotation Guidelines for Events 5.4.3).
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from belegg.core.comparison import Entity, Story
from belegg.core.document import Document
from belegg.core.reasoning import Claim, Event, EventStatus
from belegg.reason._happenings import DAY, Happening, happenings
from belegg.reason._story import StoryIndex, index_story

LEAST_ARTICLES = 2  # an event that fewer articles tell of must be told of in a headline or be dated
AGREED = 0.5  # share of the told times that must be one clock time for the event to have it
STATUS_ORDER: tuple[EventStatus, ...] = ("happened", "ongoing", "planned", "possible", "alleged")
DISPLAY = frozenset(("title", "lead"))


@dataclass
class _Group:
    """Happenings that are held to be one event, with what they have told of it so far."""

    members: list[Happening] = field(default_factory=list)
    days: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    words: Counter[str] = field(default_factory=Counter)

    def add(self, h: Happening) -> None:
        self.members.append(h)
        self.days.update({h.day} - {""})
        self.names.update(h.participants)
        self.words.update(h.words)


def events(
    story: Story, docs: Sequence[Document], entities: Sequence[Entity], claims: Sequence[Claim]
) -> tuple[Event, ...]:
    """The main events of a story, in order of time. ``docs`` need Token, Sentence, Time and Statement."""
    index = index_story(story.articles, docs, entities)
    groups: dict[str, list[_Group]] = {}
    for h in happenings(index, story.articles):
        _place(groups.setdefault(h.axis, []), h)
    told = {(m.place.article, m.place.start) for c in claims if len(c.members) > 1 for m in c.members}
    kept = [g for of_axis in groups.values() for g in of_axis if _matters(g, told)]
    made = [_event(g, story, index) for g in kept]
    return tuple(sorted(made, key=lambda e: (e.time or "9999", e.mentions[0], e.id)))


def _place(groups: list[_Group], h: Happening) -> None:
    """Puts a happening with the group that it goes best with, or opens one."""
    fits = [(_likeness(g, h), -n) for n, g in enumerate(groups)]
    best = max(fits, default=(0.0, 0))
    if best[0] > 0:
        groups[-best[1]].add(h)
    else:
        groups.append(_Group())
        groups[-1].add(h)


def _likeness(group: _Group, h: Happening) -> float:
    """Above nought where the happening can be the group's event: no other day, and something in common."""
    if h.day and group.days and not any(_compatible(h.day, d) for d in group.days):
        return 0.0
    if h.sign != group.members[0].sign:
        return 0.0
    names = sum(1 for p in h.participants if p in group.names)
    words = sum(1 for w in h.words if w in group.words)
    other = bool(h.participants) and bool(group.names) and not names
    same_day = bool(h.day) and any(_compatible(h.day, d) for d in group.days)
    return names + 0.5 * words + 0.5 * same_day - 1.0 * other


def _compatible(a: str, b: str) -> bool:
    return a.startswith(b) or b.startswith(a)


def _matters(group: _Group, told: Iterable[tuple[str, int]]) -> bool:
    articles = {h.place.article for h in group.members}
    display = any(h.kind in DISPLAY for h in group.members)
    headed = any(h.kind == "heading" for h in group.members) and (len(group.members) > 1 or bool(group.names))
    return len(articles) >= LEAST_ARTICLES or display or headed or (bool(group.days) and bool(group.names))


def _event(group: _Group, story: Story, index: StoryIndex) -> Event:
    first = group.members[0]
    mentions = tuple(dict.fromkeys(h.place for h in group.members))
    participants = tuple(sorted(group.names, key=lambda n: (-group.names[n], n)))
    told = ([p for h in group.members for p in places(h)] for places in (_places, _nouns, _ways))
    places = Counter(next((found for found in told if found), []))
    seed = f"{story.id}|{first.axis}|{first.place.article}|{first.place.start}"
    return Event(
        id="e" + sha256(seed.encode()).hexdigest()[:10],
        story=story.id,
        type=first.type,
        status=_status(group),
        time=_time(group),
        place=min(places, key=lambda p: (-places[p], -len(index.entities[p].mentions), p), default=None),
        participants=participants,
        mentions=mentions,
    )


def _places(h: Happening) -> tuple[str, ...]:
    return h.places


def _nouns(h: Happening) -> tuple[str, ...]:
    return h.nouns


def _ways(h: Happening) -> tuple[str, ...]:
    return h.ways


def _status(group: _Group) -> EventStatus:
    """A plan that is met has happened."""
    found = {h.status for h in group.members}
    return next(s for s in STATUS_ORDER if s in found)


def _time(group: _Group) -> str | None:
    """The most told day with its most told finer value; else the day of the first article that tells of it."""
    if group.days:
        day = min(group.days, key=lambda d: (-group.days[d], -len(d), d))
        values = Counter(t for h in group.members for t in h.times if t.startswith(day))
        best = min(values, key=lambda v: (-values[v], len(v), v))
        return best if values[best] >= AGREED * values.total() else day
    told = Counter(h.told[:DAY] for h in group.members if h.told and h.status == "happened")
    return min(told, key=lambda d: (-told[d], d), default=None)
