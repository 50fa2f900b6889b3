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
from belegg.core.reasoning import Claim, Event, EventStatus
from belegg.reason._happenings import DAY, Happening, happenings
from belegg.reason._story import StoryIndex, index_story
from belegg.reason._triggers import MEETING, load_event_words
from belegg.text.dates import days_of

LEAST_ARTICLES = 2  # an event that fewer articles tell of must be told of in a headline or be dated
AGREED = 0.5  # share of the told times that must be one clock time for the event to have it
CLOCK = re.compile(r"T\d")
LONG_AGO = 10  # years: what is older is background unless a headline tells of it
STATUS_ORDER: tuple[EventStatus, ...] = ("happened", "ongoing", "planned", "possible", "alleged")
TOLD_AS_FACT = ("happened", "ongoing")
PUT_OFF = 10  # days that a plan may come before or after the day it was made for
ASKING = ("demand+", "propose+")
PLACE_ORDER = ("names", "houses", "nouns", "ways")
# What speaks for one event, and against.
SAME_NAME, OTHER_AGENT, SAME_WORD, SAME_DAY, SAME_PLACE, OTHER_PLACE, ONE_OF_A_KIND, NEARBY = (
    1.0, -1.5, 0.5, 0.5, 0.7, -0.7, 0.4, 0.3,
)  # fmt: skip
MOST_WORDS = 3
PARTIES = 2  # a meeting has two: with another one it is another meeting


@dataclass
class _Group:
    """Happenings that are held to be one event, with what they have told of it so far."""

    members: list[Happening] = field(default_factory=list)
    days: Counter[str] = field(default_factory=Counter)
    hoped: Counter[str] = field(default_factory=Counter)  # the days for which it was planned
    agents: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    people: set[str] = field(default_factory=set)
    places: Counter[str] = field(default_factory=Counter)
    words: Counter[str] = field(default_factory=Counter)
    articles: set[str] = field(default_factory=set)  # the versions of one count once

    def add(self, h: Happening, article: str) -> None:
        self.members.append(h)
        (self.days if h.status in TOLD_AS_FACT else self.hoped).update({h.day} - {""})
        self.agents.update(h.agents)
        self.names.update(h.participants)
        self.people.update(h.people)
        self.places.update({p for found in h.places.values() for p in found})
        self.words.update(h.words)
        self.articles.add(article)


def events(
    story: Story, docs: Sequence[Document], entities: Sequence[Entity], claims: Sequence[Claim]
) -> tuple[Event, ...]:
    """The main events of a story, in order of time. ``docs`` need Token, Sentence, Time and Statement."""
    index = index_story(story.articles, docs, entities)
    groups: dict[str, list[_Group]] = {}
    for h in happenings(index, story.articles):
        _place(groups.setdefault(h.axis, []), h, index.document(h.place.article))
    kept = [g for of_axis in groups.values() for g in of_axis if _matters(g)]
    made = [_event(g, story, index) for g in kept]
    return tuple(sorted(made, key=lambda e: (e.time or "9999", e.mentions[0], e.id)))


def _place(groups: list[_Group], h: Happening, article: str) -> None:
    """Puts a happening with the group that it goes best with, or opens one."""
    fits = [(_likeness(g, h, article), -n) for n, g in enumerate(groups)]
    best = max(fits, default=(0.0, 0))
    if best[0] > 0:
        groups[-best[1]].add(h, article)
    else:
        groups.append(_Group())
        groups[-1].add(h, article)


def _likeness(group: _Group, h: Happening, article: str) -> float:
    """Above nought where the happening can be the group's event: no other day, and something in common."""
    fact = h.status in TOLD_AS_FACT
    alike, unlike = (group.days, group.hoped) if fact else (group.hoped, group.days)
    same_day = bool(h.day) and any(_compatible(h.day, d) for d in (*alike, *unlike))
    if h.day and not same_day and (alike or any(not _near(h.day, d) for d in unlike)):
        return 0.0
    names = sum(1 for p in h.participants if p in group.names)
    words = min(MOST_WORDS, sum(1 for w in h.words if w in group.words))
    met = sum(1 for p in h.people if p in group.people)
    if h.axis == MEETING and met < PARTIES <= min(len(h.people), len(group.people)):
        return 0.0
    other = bool(h.agents) and bool(group.agents) and not any(a in group.agents for a in h.agents)
    here = {p for found in h.places.values() for p in found}
    shared = any(p in group.places for p in here)
    apart = bool(here) and bool(group.places) and not shared
    narrow = h.axis in load_event_words().narrow
    near = article in group.articles and not h.day and not h.trigger.is_speech
    return (
        SAME_NAME * names + SAME_WORD * words + SAME_DAY * same_day + OTHER_AGENT * other
        + SAME_PLACE * shared + OTHER_PLACE * apart + ONE_OF_A_KIND * narrow + NEARBY * near
    )  # fmt: skip


def _near(a: str, b: str) -> bool:
    """True where what was planned for the one day may have come on the other."""
    first, second = days_of(a), days_of(b)
    return first is not None and second is not None and abs((first[0] - second[0]).days) <= PUT_OFF


def _compatible(a: str, b: str) -> bool:
    """True where one time lies within the other."""
    if a.startswith(b) or b.startswith(a):
        return True
    first, second = days_of(a), days_of(b)
    if first is None or second is None:
        return False
    return (first[0] <= second[0] and second[1] <= first[1]) or (second[0] <= first[0] and first[1] <= second[1])


def _matters(group: _Group) -> bool:
    """True for what a reader would name as an event of the story."""
    display = any(h.display for h in group.members)
    if group.members[0].trigger.is_speech:
        demanded = group.members[0].axis in ASKING and any(h.agents for h in group.members)
        dated = any(h.times and h.agents for h in group.members)
        return display or ((demanded or dated) and any(h.main for h in group.members))
    if group.members[0].trigger.is_unlisted:
        return display and (len(group.articles) >= LEAST_ARTICLES or any(h.agents for h in group.members))
    if display:
        return True
    if all(h.is_reference for h in group.members):
        return False
    if group.members[0].axis in load_event_words().weak:
        return len(group.articles) >= LEAST_ARTICLES and any(h.main and h.agents for h in group.members)
    if _is_background(group):
        return False
    main = any(h.main for h in group.members)
    if len(group.articles) >= LEAST_ARTICLES and main:
        return True
    headed = any(h.kind == "heading" for h in group.members) and (len(group.members) > 1 or bool(group.names))
    dated = bool(group.days) or bool(group.hoped)
    known = bool(group.names) or bool(group.places) or any(h.has_subject for h in group.members)
    told = any(h.main and (h.agents or h.places) and not h.trigger.is_noun for h in group.members)
    return headed or (dated and known and main) or told


def _is_background(group: _Group) -> bool:
    """True for what lies long before the reports: *brua åpnet i 1971*."""
    first = group.members[0].told
    years = [int(d[:4]) for d in (*group.days, *group.hoped) if d[:4].isdigit()]
    return bool(years) and first[:4].isdigit() and max(years) <= int(first[:4]) - LONG_AGO


def _event(group: _Group, story: Story, index: StoryIndex) -> Event:
    first = group.members[0]
    mentions = tuple(dict.fromkeys(h.place for h in group.members))
    participants = tuple(sorted(group.names, key=lambda n: (-group.names[n], n)))
    told = ([p for h in group.members for p in h.places[kind]] for kind in PLACE_ORDER)
    places = Counter(next((found for found in told if found), []))
    seed = f"{story.id}|{first.axis}|{first.place.article}|{first.place.start}"
    place = min(places, key=lambda p: (-places[p], -len(index.entities[p].mentions), p), default=None)
    return Event(
        id="e" + sha256(seed.encode()).hexdigest()[:10],
        story=story.id,
        type=first.trigger.type,
        status=_status(group),
        time=_time(group),
        place=place,
        participants=tuple(p for p in participants if p != place),
        mentions=mentions,
    )


def _status(group: _Group) -> EventStatus:
    """A plan that is met has happened."""
    found = {h.status for h in group.members}
    return next(s for s in STATUS_ORDER if s in found)


def _time(group: _Group) -> str | None:
    """The most told day with its most told finer value; else the day of the first article that tells of it.

    What lasts has an interval where somebody tells until when.
    """
    start = _start(group)
    if start and group.members[0].axis in load_event_words().lasting:
        ends = Counter(u[:DAY] for h in group.members for u in h.until if days_of(u[:DAY]) and u[:DAY] > start[:DAY])
        if ends:
            return f"{start[:DAY]}/{min(ends, key=lambda e: (-ends[e], e))}"
    return start


def _is_of_the_day(h: Happening) -> bool:
    """True for what is told as news of the day of writing, not recalled."""
    return bool(h.told) and h.status == "happened" and not h.before and (h.current or h.display)


def _start(group: _Group) -> str | None:
    happened = Counter(h.told for h in group.members if _is_of_the_day(h))
    told = min(happened, key=lambda d: (-happened[d], d), default=None)
    days = group.days or group.hoped
    if not days:
        return told
    day = min(days, key=lambda d: (-days[d], -len(d), d))
    if told and len(day) < DAY and told.startswith(day):
        return told  # expected in June, told of as done on the seventh
    values = Counter(t for h in group.members for t in h.times if t.startswith(day))
    best = min(values, key=lambda v: (-values[v], len(v), v))
    clocks = {v for v in values if CLOCK.search(v)}
    return day if values[best] < AGREED * values.total() or (best in clocks and len(clocks) > 1) else best
