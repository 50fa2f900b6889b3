"""Events: what happened or is planned, joined across articles (annotation.md, 8).

Triggers and types follow ACE 2005 (Linguistic Data Consortium, English Annotation Guidelines for Events 5.4.3).
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from belegg.core.comparison import Entity, Story
from belegg.core.document import Document
from belegg.core.reasoning import Claim, Event, EventStatus
from belegg.reason._happenings import DAY, Happening, happenings
from belegg.reason._places import is_spot
from belegg.reason._settings import scenes
from belegg.reason._story import StoryIndex, index_story
from belegg.reason._triggers import MEETING, load_event_words
from belegg.reason._worth import features, themes, worth
from belegg.text.dates import days_of
from belegg.text.name_data import known_things

LEAST_ARTICLES = 2  # an event that fewer articles tell of must be told of in a headline or be dated
AGREED = 0.3  # share of what tells of it that must give one clock time for the event to have it
CLOCK = re.compile(r"T\d")
MOST = 0.6  # share of the told parts of the day that must agree
LONG_AGO = 10  # years: what is older is background unless a headline tells of it
STATUS_ORDER: tuple[EventStatus, ...] = ("happened", "ongoing", "planned", "possible", "alleged")
TOLD_AS_FACT = ("happened", "ongoing")
RECALLED = 60  # days: what lies longer before the news is another event than the news
PUT_OFF = 10  # days that a plan may come before or after the day it was made for
ASKING = ("demand+", "propose+")
SURE = ("names", "houses")
PLACE_ORDER = ("names", "houses", "nouns", "ways")
# What speaks for one event, and against.
SAME_NAME, OTHER_AGENT, SAME_WORD, SAME_DAY, SAME_PLACE, OTHER_PLACE, ONE_OF_A_KIND, NEARBY = (
    1.0, -1.2, 0.6, 0.5, 0.7, -0.7, 0.8, 0.4,
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
    news: set[str] = field(default_factory=set)  # the days on which it was told as done, without a day of its own
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
        if _is_news(h):
            self.news.add(h.told)


def events(
    story: Story, docs: Sequence[Document], entities: Sequence[Entity], claims: Sequence[Claim]
) -> tuple[Event, ...]:
    """The main events of a story, in order of time. ``docs`` need Token, Sentence, Time and Statement."""
    index = index_story(story.articles, docs, entities)
    told = themes(index)
    kept = [g for g in _grouped(index, story) if worth(features(g.members, told)) > 0]
    scene = scenes(index, story.articles) + _told_scene(kept)
    made = [_event(g, story, index, scene) for g in kept]
    return tuple(sorted(made, key=lambda e: (e.time or "9999", e.mentions[0], e.id)))


def _grouped(index: StoryIndex, story: Story) -> list[_Group]:
    """All that happened or may, each once, whether or not it is worth telling."""
    groups: dict[str, list[_Group]] = {}
    for h in happenings(index, story.articles):
        _place(groups.setdefault(h.axis, []), h, index.document(h.place.article))
    return [g for of_axis in groups.values() for g in of_axis]


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
    if _is_recalled(h, group):
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


def _is_recalled(h: Happening, group: _Group) -> bool:
    """True where one of the two is news and the other lies long before or ahead.

    *Brua åpnet i 1994* and *skal åpne onsdag* are not what *har åpnet et senter* tells.
    """
    news = {h.told} if _is_news(h) else set()
    if _all_before(group.days, news) or (bool(h.day) and not group.days and _all_before((h.day,), group.news)):
        return True
    if h.status in TOLD_AS_FACT:
        return not group.days and _is_ahead(group.hoped, news)
    return bool(h.day) and not group.hoped and _is_ahead((h.day,), group.news)


def _is_news(h: Happening) -> bool:
    """True for what is told as done on the day of writing, without a day of its own."""
    return h.status in TOLD_AS_FACT and h.main and h.current and not h.day and bool(h.told)


def _is_ahead(days: Iterable[str], news: Iterable[str]) -> bool:
    """True where there are both, and every day is after what was told as done: that was something else."""
    planned = [d[0] for d in map(days_of, days) if d is not None]
    done = [d[1] for d in map(days_of, news) if d is not None]
    return bool(planned) and bool(done) and min(planned) > max(done)


def _all_before(days: Iterable[str], news: Iterable[str]) -> bool:
    """True where there are both, and every day lies months before what is news."""
    then = [d[1] for d in map(days_of, days) if d is not None]
    now = [d[0] for d in map(days_of, news) if d is not None]
    return bool(then) and bool(now) and (min(now) - max(then)).days > RECALLED


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


def _told_scene(kept: Sequence[_Group]) -> Counter[str]:
    """The places of the story's accidents, attacks and disasters, with how many clauses tell so."""
    found: Counter[str] = Counter()
    for group in kept:
        if group.members[0].axis in load_event_words().physical:
            found.update(p for h in group.members for kind in SURE for p in h.places[kind])
    return found


def _event(group: _Group, story: Story, index: StoryIndex, scene: Counter[str]) -> Event:
    first = group.members[0]
    mentions = tuple(dict.fromkeys(h.place for h in group.members))
    participants = tuple(sorted(group.names, key=lambda n: (-group.names[n], n)))
    seed = f"{story.id}|{first.axis}|{first.place.article}|{first.place.start}"
    place = _where(group, index, scene)
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


def _where(group: _Group, index: StoryIndex, scene: Counter[str]) -> str | None:
    """The place told most, by what tells surest; of an accident without one, where the story's disaster was."""
    told = {kind: Counter(p for h in group.members for p in h.places[kind]) for kind in PLACE_ORDER}
    first = group.members[0]
    physical = first.axis in load_event_words().physical and not told["names"]
    moves = first.trigger.type.startswith("Movement")
    sources = (told["names"], told["houses"], told["nouns"], scene if physical else {}, told["ways"] if moves else {})
    found = next((s for s in sources if s), Counter[str]())
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
    told = h.status in (*TOLD_AS_FACT, "alleged")
    lead = h.display or (h.current and h.main and not h.trigger.is_noun)
    return bool(h.told) and told and not h.before and lead


def _start(group: _Group) -> str | None:
    happened = Counter(h.told for h in group.members if _is_of_the_day(h))
    told = min(happened, key=lambda d: (-happened[d], d), default=None)
    days = group.days or group.hoped
    if not days:
        return told
    day = min(days, key=lambda d: (-days[d], -len(d), d))
    if told and len(day) < DAY and told.startswith(day):
        return told  # expected in June, told of as done on the seventh
    if told and not group.days and not _is_eve(day, told):
        return told  # it came on another day than it was planned for
    return _finer(day, group.members)


def _is_eve(day: str, told: str) -> bool:
    """False where it was told as done more than a day after the one that it was planned for."""
    first, second = days_of(day), days_of(told)
    return first is None or second is None or (second[0] - first[1]).days <= 1


def _finer(day: str, members: Sequence[Happening]) -> str:
    """The day with the one clock time or part of the day that is told of it, where others do not gainsay it."""
    values = Counter(t for h in members for t in h.times if t.startswith(day))
    clocks = [v for v in values if CLOCK.search(v)]
    if len(clocks) == 1 and values[clocks[0]] >= AGREED * len(members):
        return clocks[0]
    parts = Counter({v: n for v, n in values.items() if len(v) > len(day) and v not in clocks})
    if not parts:
        return day
    best = min(parts, key=lambda v: (-parts[v], -len(v), v))
    agreeing = sum(n for v, n in parts.items() if v.startswith(best) or best.startswith(v))
    return best if agreeing >= MOST * parts.total() else best[:DAY] if len({v[:DAY] for v in parts}) == 1 else day
