"""Differing values in one place of a claim: figures, times, and what a denial puts in place of what it denies."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from belegg.core.reasoning import Conflict, ConflictKind, ConflictValue
from belegg.reason._propositions import Proposition
from belegg.reason._story import StoryIndex
from belegg.text.bridge import load_bridge
from belegg.text.numbers import Quantity

PAST_MIDNIGHT = len("2024-03-05T06:52")
DAY = len("2024-03-05")
YEAR = len("2024")
ONE = re.compile(r"(?P<one>et|ett|én|en|ein|eit|eitt|éin)\s+(?P<noun>\w+)", re.IGNORECASE)
EXACT = 3  # digits of a figure that is not rounded
ROUNDED = 0.01  # share by which two ways of rounding it may differ
PASSED = 0.1  # share by which a figure is more than a little over another one's *at least*
MOST_PLACES = 3  # more places than this are a journey


@dataclass(frozen=True, slots=True)
class Told:
    """A member's number in the claim, its origin, when it was written and what it says of the claim.

    ``firm`` is false for one that only asks: what it says of the place counts, its figures do not.
    ``limits``: its times are bounds (*before ten*). ``denies``: it says the opposite; its figures do not count.
    """

    member: int
    origin: int
    when: str
    propositions: tuple[Proposition, ...]
    limits: bool = False
    firm: bool = True
    denies: bool = False


def conflicts(told: Sequence[Told], texts: Mapping[int, str], index: StoryIndex) -> tuple[Conflict, ...]:
    """Conflicts over figures, times and places. ``texts``: member number to its article's text, to cite from."""
    firm = [t for t in told if t.firm]
    found = [*_figures(firm, texts), *_times(firm), *_places(told, index)]
    return tuple(c for c in found if len(c.values) > 1)


def _figures(told: Sequence[Told], texts: Mapping[int, str]) -> list[Conflict]:
    by_kind: dict[str, dict[str, tuple[Quantity, list[Told]]]] = {}
    counting = [t for t in told if not t.denies]
    kinds = {what for t in counting for what in _one_figure_each(t)}
    for t in counting:
        figures = _one_figure_each(t)
        for what, quantity in (figures or _only_one(t, kinds, texts[t.member])).items():
            values = by_kind.setdefault(what, {})
            key = f"{quantity.low:g}–{quantity.high:g}"
            values.setdefault(key, (quantity, []))[1].append(t)
    return [_figure_conflict(values, texts) for _, values in sorted(by_kind.items()) if _disagree(values)]


def _one_figure_each(t: Told) -> dict[str, Quantity]:
    """What is counted to the first figure of it that the member gives for the claim."""
    found: dict[str, Quantity] = {}
    for p in t.propositions:
        for quantity in p.quantities:
            if quantity.what:
                found.setdefault(quantity.what, quantity)
    return found


def _only_one(t: Told, kinds: Iterable[str], text: str) -> dict[str, Quantity]:
    """*A child is in hospital*: one, where others tell of several. What is counted to it, for what opens the clause."""
    found: dict[str, Quantity] = {}
    for p in t.propositions:
        match = ONE.match(p.span.of(text))
        key = load_bridge().key(match["noun"].lower()) if match else ""
        if match and key in kinds:
            found.setdefault(key, Quantity(p.span.start, p.span.start + match.end("one"), 1.0, 1.0, "", key))
    return found


def _disagree(values: Mapping[str, tuple[Quantity, list[Told]]]) -> bool:
    figures = [q for q, _ in values.values()]
    return any(_differ(a, b) for n, a in enumerate(figures) for b in figures[n + 1 :])


def _differ(a: Quantity, b: Quantity) -> bool:
    """True for two figures that cannot be one: also *12.4* beside *close to 12.8*, which nobody rounds to the other."""
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


def _figure_conflict(values: Mapping[str, tuple[Quantity, list[Told]]], texts: Mapping[int, str]) -> Conflict:
    listed = [
        ConflictValue(texts[who[0].member][q.start : q.end], tuple(sorted({t.member for t in who})))
        for q, who in values.values()
    ]
    return _conflict("number", listed, [w for _, w in values.values()])


def _conflict(kind: ConflictKind, values: Sequence[ConflictValue], groups: Sequence[Sequence[Told]]) -> Conflict:
    """An update where one source changed its word later: one origin behind all values, at different times."""
    origins = {t.origin for g in groups for t in g}
    times = {t.when for g in groups for t in g}
    return Conflict(kind, tuple(values), update=len(origins) == 1 and len(times) > 1)


def _times(told: Sequence[Told]) -> list[Conflict]:
    """One clock time or one day each, and they differ; *before ten* limits and does not differ."""
    found = []
    for length in (PAST_MIDNIGHT, DAY):
        values: dict[str, list[Told]] = {}
        for t in told:
            times = {v[:length] for p in t.propositions for v in p.times if _fits(v, length)}
            if len(times) == 1 and not t.limits:
                values.setdefault(times.pop(), []).append(t)
        if len(values) > 1 and (length == PAST_MIDNIGHT or _stands_out(values)):
            listed = [ConflictValue(v, tuple(sorted({t.member for t in who}))) for v, who in sorted(values.items())]
            found.append(_conflict("time", listed, list(values.values())))
            break
    return found


def _places(told: Sequence[Told], index: StoryIndex) -> list[Conflict]:
    """Two places of one thing, each told by itself, of which no text says that the one lies in the other."""
    values: dict[str, list[Told]] = {}
    heads: dict[str, frozenset[str]] = {}
    for t in (t for t in told if not t.denies):
        for p in t.propositions:
            if p.place is not None and p.heads and _is_of_now(p.times, t.when):
                values.setdefault(p.place, []).append(t)
                heads[p.place] = heads.get(p.place, frozenset()) | p.heads
                break
    names = sorted(values)
    apart = [
        (a, b)
        for n, a in enumerate(names)
        for b in names[n + 1 :]
        if heads[a] & heads[b] and not _one_holds_other(a, b, index)
    ]
    if not apart or len(names) > MOST_PLACES:
        return []
    differing = sorted({place for pair in apart for place in pair})
    listed = [ConflictValue(index.entities[p].name, tuple(sorted({t.member for t in values[p]}))) for p in differing]
    return [_conflict("place", listed, [values[p] for p in differing])]


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


def _fits(value: str, length: int) -> bool:
    return value[:4].isdigit() and (
        len(value) == length if length == PAST_MIDNIGHT else len(value) >= DAY and value[4] == "-" and value[5] != "W"
    )


def _stands_out(values: Mapping[str, Sequence[Told]]) -> bool:
    """Days differ for one thing only where each is told by itself: more days than two are a timeline, no conflict."""
    return len(values) == 2
