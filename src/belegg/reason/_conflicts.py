"""Differing values in one place of a claim: figures, times, and what a denial puts in place of what it denies."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, combinations_with_replacement, product
from math import inf
from typing import TypeVar

from belegg.core.annotation import Time
from belegg.core.reasoning import Conflict, ConflictKind, ConflictValue
from belegg.reason._bearing import load_bearing
from belegg.reason._cues import Phrases, holds, plain
from belegg.reason._figures import counted, is_part, one_of
from belegg.reason._intervals import Hour, Stretch, hour, moved_to, stretch, told_times
from belegg.reason._matters import DAYS, HOURS, Told, of_one_matter, stands_behind
from belegg.reason._propositions import Proposition
from belegg.reason._story import StoryIndex
from belegg.text.numbers import AGE, Quantity

YEAR = len("2024")
EXACT = 3  # digits of a figure that is not rounded
ROUNDED = 0.01  # share by which two ways of rounding it may differ
PASSED = 0.1  # share by which a figure is more than a little over another one's *at least*
BEYOND = 10  # so many times larger, a figure is of another thing
WITHOUT = Phrases(("uten at", "utan at"))
MOST_PLACES = 3  # more places than this are a journey
MOST_DAYS = 4  # more days than this are a timeline

Moment = TypeVar("Moment", Hour, Stretch)
Value = TypeVar("Value")


def conflicts(told: Sequence[Told], texts: Mapping[int, str], index: StoryIndex) -> tuple[Conflict, ...]:
    """Conflicts over figures, times and places. ``texts``: member number to its article's text, to cite from."""
    if len(told) < 2:
        return ()
    firm = [t for t in told if t.firm]
    found = [*_figures(firm, texts), *_times(firm, index), *_places(told, index)]
    return tuple(c for c in found if len(c.values) > 1)


@dataclass(frozen=True, slots=True)
class _Value:
    """A member with the values of one kind that it gives, of which one is shown."""

    told: Told
    given: tuple[Quantity, ...]


def _figures(told: Sequence[Told], texts: Mapping[int, str]) -> list[Conflict]:
    counting = [t for t in told if not t.denies]
    given = {t.member: _given(t, texts[t.member]) for t in counting}
    kinds = {kind for figures in given.values() for kind in figures if kind}
    for t in counting:
        if not given[t.member]:
            given[t.member] = dict(one_of(t.propositions, kinds, texts[t.member]))
    kinds = {kind for figures in given.values() for kind in figures if kind}
    _bare_too(counting, given)
    out = []
    for kind in sorted(kinds):
        values = [_Value(t, given[t.member][kind]) for t in counting if kind in given[t.member]]
        conflict = _of_one_kind(kind, values, texts)
        if conflict is not None:
            out.append(conflict)
    return out


def _given(t: Told, text: str) -> dict[str, tuple[Quantity, ...]]:
    """A member's figures by what they count; of a kind that its claim is not told by, those in the same clause."""
    return {**counted(t.figures, text), **counted(t.propositions, text)}


def _bare_too(counting: Sequence[Told], given: Mapping[int, dict[str, tuple[Quantity, ...]]]) -> None:
    """A bare figure counts what most others of the same matter count: *620 guards struck*, *800 are on strike*; where
    none is, what is counted right before it: *46 were on board. The right figure is 43.*"""
    telling, within = _telling(counting), _by_article(counting)
    for t in counting:
        figures = given[t.member]
        if set(figures) != {""}:
            continue
        near = {o.member: o for word in _told_by(t) for o in telling[word]}
        kinds = Counter(_kinds(near.values(), given) or _kinds(_right_before(t, within[t.article]), given))
        if kinds:
            figures[max(sorted(kinds), key=lambda kind: kinds[kind])] = figures.pop("")


def _kinds(members: Iterable[Told], given: Mapping[int, Mapping[str, object]]) -> list[str]:
    """What some members count, as often as they do; neither how often nor how old."""
    return [kind for t in members for kind in given[t.member] if kind and kind not in ("gang", AGE)]


def _told_by(t: Told) -> frozenset[str]:
    """A member's predicates and other words."""
    return frozenset(word for p in t.propositions for word in (*p.axes, *p.words))


def _telling(members: Iterable[Told]) -> Mapping[str, list[Told]]:
    """Predicate or other word to the members that tell by it."""
    found: dict[str, list[Told]] = {}
    for t in members:
        for word in _told_by(t):
            found.setdefault(word, []).append(t)
    return found


def _by_article(members: Iterable[Told]) -> Mapping[str, list[Told]]:
    found: dict[str, list[Told]] = {}
    for t in members:
        found.setdefault(t.article, []).append(t)
    return found


def _right_before(t: Told, within: Iterable[Told]) -> list[Told]:
    """The member that stands shortly before one in its article, if there is such a one; ``within``: those of it."""
    near = [(end, o) for o in within if (end := stands_behind(t, o)) is not None]
    return [max(near, key=lambda x: x[0])[1]] if near else []


def _of_one_kind(kind: str, values: Sequence[_Value], texts: Mapping[int, str]) -> Conflict | None:
    alike = _by_value((v.told, _figures_of(v.given), v.given) for v in values)
    shown = {v.told.member: _shown(v, alike) for v in values}
    against = _against(alike, kind, _cannot_be_one)
    groups: dict[str, tuple[Quantity, list[Told]]] = {}
    for v in values:
        quantity = shown[v.told.member]
        if v.told.member in against:
            groups.setdefault(f"{quantity.low:g}–{quantity.high:g}", (quantity, []))[1].append(v.told)
    if len(groups) < 2:
        return None
    listed = [
        ConflictValue(texts[who[0].member][q.start : q.end].rstrip(" .,"), tuple(sorted({t.member for t in who})))
        for q, who in groups.values()
    ]
    return _conflict("number", listed, [who for _, who in groups.values()])


def _figures_of(given: Sequence[Quantity]) -> Hashable:
    """What tells figures apart wherever they stand."""
    return tuple((q.low, q.high, q.bound, is_part(q)) for q in given)


def _by_value(found: Iterable[tuple[Told, Hashable, Value]]) -> list[tuple[Value, list[Told]]]:
    """What is told, each once, with those who tell it; told by what they are compared by."""
    groups: dict[Hashable, tuple[Value, list[Told]]] = {}
    for told, key, value in found:
        groups.setdefault(key, (value, []))[1].append(told)
    return list(groups.values())


def _against(
    groups: Sequence[tuple[Value, Sequence[Told]]], kind: str, apart: Callable[[Value, Value], bool]
) -> frozenset[int]:
    """The members of which some pair tells values that cannot be one, of one matter.

    Values are compared once, however many tell them, and members only until each has met one that speaks against it.
    """
    found: set[int] = set()
    for (one, left), (other, right) in combinations_with_replacement(groups, 2):
        for t, u in product(left, right) if apart(one, other) else ():
            new = t is not u and not (t.member in found and u.member in found)
            if new and of_one_matter(t, u, kind):
                found |= {t.member, u.member}
    return frozenset(found)


def _shown(value: _Value, alike: Sequence[tuple[Sequence[Quantity], Sequence[Told]]]) -> Quantity:
    """Of several figures of a member, the one that most others agree with; else the first."""
    if len(value.given) == 1:
        return value.given[0]

    def agreeing(q: Quantity) -> int:
        own = any(not _differ(q, b) for b in value.given)
        return sum(len(who) for given, who in alike if any(not _differ(q, b) for b in given)) - own

    return max(value.given, key=agreeing)


def _cannot_be_one(one: Sequence[Quantity], other: Sequence[Quantity]) -> bool:
    """True where none is the same, and some of one size differ, neither of which is a part of more."""
    near = [(a, b) for a in one for b in other if not _is_beyond(a, b)]
    return all(_differ(a, b) for a, b in near) and any(is_part(a) == is_part(b) for a, b in near)


def _is_beyond(a: Quantity, b: Quantity) -> bool:
    """True for two figures so far from each other that they are of two things."""
    small, large = sorted((min(a.high, a.low or a.high), min(b.high, b.low or b.high)))
    return small > 0 and large > BEYOND * small


def _differ(a: Quantity, b: Quantity) -> bool:
    """True for two figures that cannot be one: also *12.4* beside *close to 12.8*, which nobody rounds to the other."""
    if _is_beyond(a, b):
        return False
    if not a.agrees(b) or _is_passed(a, b) or _is_passed(b, a):
        return True
    exact = a.low == a.high and b.low == b.high and min(_digits(a.low), _digits(b.low)) >= EXACT
    return exact and abs(a.low - b.low) > ROUNDED * max(a.low, b.low)


def _is_passed(least: Quantity, other: Quantity) -> bool:
    """True for *at least 20* beside *26*: neither is wrong, and a reader wants to see both."""
    return least.high == inf and other.low < inf and other.low > (1 + PASSED) * least.low


def _digits(figure: float) -> int:
    """How many digits a figure is told with."""
    return len(f"{figure:.0f}".rstrip("0")) if figure >= 1 and figure == int(figure) else EXACT


def _conflict(kind: ConflictKind, values: Sequence[ConflictValue], groups: Sequence[Sequence[Told]]) -> Conflict:
    """An update where sources changed their word: the last that each of them says is one and the same value.

    Members are in order of time and place.
    """
    times = {t.when for g in groups for t in g}
    said = sorted((t.member, t.origin, value) for value, g in enumerate(groups) for t in g)
    last = {origin: value for _, origin, value in said}
    return Conflict(kind, tuple(values), update=len(set(last.values())) == 1 and len(times) > 1)


def outdated(found: Sequence[Conflict]) -> frozenset[int]:
    """The members that give only a value of an update which is not the last one."""
    passed: set[int] = set()
    for conflict in found:
        if conflict.update:
            last = max(conflict.values, key=lambda v: max(v.members))
            passed |= {m for v in conflict.values for m in v.members} - set(last.members)
    return frozenset(passed)


def _times(told: Sequence[Told], index: StoryIndex) -> list[Conflict]:
    """One clock time or one stretch of days each, and they share none; *before ten* leaves open all before."""
    telling = [t for t in told if t.article in index.views and not (t.denies and _is_not_so(t, index))]
    times = [(t, found) for t in telling if (found := _told(t, index))]
    hours = [(t, h) for t, found in times for h in _one(_hours(found))]
    days = [(t, d) for t, found in times for d in _one(_days(found, index.view(t.article).doc.text))]
    return _apart(hours, HOURS) or _apart(days, DAYS)


def _is_not_so(t: Told, index: StoryIndex) -> bool:
    """True for a denial that only tells that it is not so: *not on Monday*, *the race on Sunday is off*."""
    words = " ".join(plain(index.view(t.article).tokens(p.span)) for p in t.propositions)
    undone = (p for p in load_bearing().undone if f" {p} " in words and "ut" not in p)
    return any(p.negated for p in t.propositions) or holds(words, WITHOUT) or any(undone)


def _hours(told: Sequence[tuple[Time, str]]) -> list[Hour]:
    return list(dict.fromkeys(h for time, before in told if (h := hour(time, before))))


def _days(told: Sequence[tuple[Time, str]], text: str) -> list[Stretch]:
    """The stretches of a member, without those that another one lies in; what is put off *to* a day is on that day."""
    moved = [d for time, before in told if moved_to(before) and (d := stretch(time, before, text))]
    found = list(dict.fromkeys(moved or [d for time, before in told if (d := stretch(time, before, text))]))
    return [d for d in found if not any(o is not d and d.first <= o.first and o.last <= d.last for o in found)]


def _told(t: Told, index: StoryIndex) -> list[tuple[Time, str]]:
    return [pair for p in t.propositions for pair in told_times(p, index.view(t.article))]


def _one(found: Sequence[Moment]) -> Sequence[Moment]:
    return found if len(found) == 1 else ()


def _apart(found: Sequence[tuple[Told, Moment]], kind: str) -> list[Conflict]:
    """The conflict between moments of which some pair cannot be one; more than a few are a timeline, no conflict."""
    against = _against(_by_value((t, m, m) for t, m in found), kind, lambda one, other: one.apart(other))
    groups: dict[str, list[Told]] = {}
    for t, moment in found:
        if t.member in against:
            groups.setdefault(moment.label, []).append(t)
    if not 1 < len(groups) <= MOST_DAYS:
        return []
    listed = [ConflictValue(v, tuple(sorted({t.member for t in who}))) for v, who in sorted(groups.items())]
    return [_conflict("time", listed, list(groups.values()))]


def _places(told: Sequence[Told], index: StoryIndex) -> list[Conflict]:
    """Two places of one thing, each told by itself, of which no text says that the one lies in the other."""
    values: dict[str, list[tuple[Told, Proposition]]] = {}
    for t in (t for t in told if not t.denies):
        p = next((p for p in t.propositions if p.place and p.heads and _is_of_now(p.times, t.when)), None)
        if p is not None and p.place is not None:
            values.setdefault(p.place, []).append((t, p))
    names = sorted(values)
    apart = [
        (a, b)
        for a, b in combinations(names, 2)
        if any(_is_one_thing(x, y) for x, y in product(values[a], values[b])) and not _one_holds_other(a, b, index)
    ]
    if not apart or len(names) > MOST_PLACES:
        return []
    differing = {place: [t for t, _ in values[place]] for place in sorted({place for pair in apart for place in pair})}
    listed = [
        ConflictValue(index.entities[p].name, tuple(sorted({t.member for t in who}))) for p, who in differing.items()
    ]
    return [_conflict("place", listed, list(differing.values()))]


def _is_one_thing(one: tuple[Told, Proposition], other: tuple[Told, Proposition]) -> bool:
    """True where two articles tell the same with the same predicate: one article that gives two places follows what it
    tells of from the one to the other."""
    (t, p), (u, q) = one, other
    return t.article != u.article and bool(p.heads & q.heads) and not p.words.isdisjoint(q.words)


def _one_holds_other(a: str, b: str, index: StoryIndex) -> bool:
    """True where a text tells that one place lies in the other, or does so of what bears a place's name.

    *Toppen hotell i Nordvik* tells of *Toppen* too.
    """
    named = {
        place: {place, *(e.id for e in index.entities.values() if e.name.startswith(index.entities[place].name + " "))}
        for place in (a, b)
    }
    return any(frozenset((x, y)) in index.held_within for x in named[a] for y in named[b])


def _is_of_now(times: frozenset[str], when: str) -> bool:
    """False for what lies years back: *the last time they met*."""
    return not times or not when or any(t[:YEAR] == when[:YEAR] or not t[:YEAR].isdigit() for t in times)
