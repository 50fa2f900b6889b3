"""Pair scores: how much speaks for and against two propositions being one, as named features that add up."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import fsum, log, sqrt
from typing import NamedTuple

import numpy as np

from belegg.core.judgement import Feature
from belegg.reason._arrays import Numbers, sharing
from belegg.reason._cues import load_cues
from belegg.reason._propositions import Proposition
from belegg.text.dates import DAY
from belegg.text.numbers import Quantity

LINK = 1.25  # score from which two propositions are held to be one
MOST_POSTINGS = 60  # propositions that share a key and are all compared with each other
NEIGHBOURS = 8  # with how many of the next ones each is compared where more than that share the key

W_WORDS = 2.6  # times the cosine of the word keys
W_AXIS = 1.2  # times the rarity of a shared predicate
BROAD = 0.6  # share of that for a predicate that much else can share
W_NAMES = 0.7  # times the cosine of the names
W_WHOLE = 1.0  # times the square of the share of the shorter one's keys that the other has too
W_ACTOR = 0.4  # the same actor and the same predicate
W_FIGURE = 1.0  # the same figure of the same thing
W_TELLING_FIGURE = 0.5  # more for a figure that few give
W_STATE = -0.5  # how it is now does not deny what is to come (*is closed, opens on Monday*)
W_OWN_FIGURE = 0.4  # the same telling figure, told of the same actor
W_SLOT = 0.7  # another figure of the same thing, said of the same matter
W_MEASURE = 0.9  # another figure of the same thing with the same predicate
W_OTHER_FIGURE = -0.6  # another figure, and the matter differs
W_TIME = 0.5  # the same clock time or day
W_HOLDER = 0.3  # the same source speaks on the same matter
W_SAME_ARTICLE = -0.4  # one article's running text seldom says a thing twice
W_ONE_BREATH = -0.8  # one source does not say a thing and its opposite in one article
W_ACTORS = -1.1  # different actors
W_PEOPLE = -2.0  # different persons
W_AXES = -0.4  # different predicates
W_LEADS = -0.2  # the clauses' verbs say different things
W_ASKED = -1.6  # what is demanded has not been granted
W_COUNTED = -0.2  # the news of the one is a figure, and the other has none
W_KIN = 0.3  # their predicates tell of one matter from two sides
W_HEADS = -0.6  # what heads the one belongs only to something in the other
ONE_HEADS = 0.8  # share of a predicate that heads only one of the clauses
NONE_HEADS = 0.5  # and of one that heads neither
W_EXPECTED = 0.4  # both expect it
W_ANSWER = 0.5  # the one confirms or denies, the other one tells
W_ASKS = 0.6  # what is not known has no object to compare by
W_THIN = -0.5  # one word in common is no proposition in common
W_CLOCK = 0.4  # another clock time for the same predicate
W_FAR = -1.0  # the times are far apart
HALF = 0.6  # summed squared rarity at which shared keys count half
FAR = 300  # days
ENOUGH = 4  # keys from which containment counts in full
TELLING_FIGURE = 20  # the same figure above this is no chance, whatever the noun (*600 foreldre, 600 personar*)
ON_TOPIC = 0.25  # likeness of words from which two figures are told of one matter
ROUND = 12  # figures up to this are given of many things
KNOWN_TIMES = 1 << 14  # sets of times, and pairs of them, that are looked at once
SMALL = 2  # a count up to this is too common to prove anything


@dataclass(frozen=True, slots=True)
class Rarity:
    """How telling each key is within the story: 1 for a key of one unit, towards 0 for one that all share."""

    of: Mapping[str, float]
    masses: dict[tuple[str, frozenset[str]], float] = field(default_factory=dict)  # known already

    def cosine(self, kind: str, a: frozenset[str], b: frozenset[str], both: frozenset[str]) -> float:
        """Likeness of two sets of keys of one kind (``word:``, ``name:``), each weighed by its rarity squared.

        ``both`` are the keys that are in the one and in the other.
        """
        shared = self._mass(kind, both) if both else 0.0
        if not shared:
            return 0.0
        return shared / sqrt(self.mass(kind, a) * self.mass(kind, b)) * _telling(shared)

    def mass(self, kind: str, keys: frozenset[str]) -> float:
        """The summed squares of the rarities; that of a proposition's keys is asked for again and again."""
        found = self.masses.get((kind, keys))
        if found is None:
            found = self.masses[kind, keys] = self._mass(kind, keys)
        return found

    def _mass(self, kind: str, keys: Iterable[str]) -> float:
        return fsum(self.of.get(kind + k, 1.0) ** 2 for k in keys)  # exact: sets have no order of their own


def keys(p: Proposition) -> Iterator[str]:
    """What a proposition can be found by."""
    yield from (f"word:{w}" for w in p.words)
    yield from (f"name:{n}" for n in p.names)
    yield from (f"axis:{a}" for a in p.axes)
    yield from (f"count:{q.what}" for q in p.quantities if q.what)
    yield from (f"time:{t}" for t in exact_times(p.times))
    yield from (f"figure:{q.low:g}:{q.what}" for q in p.quantities if q.low > SMALL)


def rarity(units: Sequence[Sequence[Proposition]]) -> Rarity:
    """Rarity of every key over the units of a story; copies count once."""
    counts = Counter(k for unit in units for k in {k for p in unit for k in keys(p)})
    most = log(1 + len(units)) or 1.0
    return Rarity({k: log(1 + len(units) / n) / most for k, n in counts.items()})


def candidates(props: Sequence[Proposition], owners: Sequence[int]) -> tuple[Numbers, Numbers]:
    """Pairs of propositions of different units that share a key, each once, in order.

    A key that very many share pairs each only with the next few, so that the cost grows with the propositions and not
    with their pairs; clusters join what such neighbours link.
    """
    left, right = sharing([[f"{p.aspect}:{k}" for k in keys(p)] for p in props], MOST_POSTINGS, NEIGHBOURS)
    unit = np.array(owners, np.int64)
    apart = unit[left] != unit[right]
    return left[apart], right[apart]


class Setting(NamedTuple):
    """Where two propositions stand: told by one source; in one running text, not by two who speak in it;
    by one source in one article."""

    same_source: bool = False
    same_article: bool = False
    one_breath: bool = False


class _Shared(NamedTuple):
    """What two propositions have in common: predicate axes in order, words and names."""

    axes: Sequence[str]
    words: frozenset[str]
    names: frozenset[str]


#: A feature before its detail is written out: the keys that both have, or those of the one and of the other.
Detail = str | frozenset[str] | tuple[Iterable[str], Iterable[str]]
Reason = tuple[str, float, Detail]


def features(a: Proposition, b: Proposition, rare: Rarity, setting: Setting) -> tuple[Feature, ...]:
    """Why two propositions are, or are not, one."""
    told = {word.key: word.text for p in (b, a) for word in p.told}
    return tuple(
        Feature(name, weight, _in_words(detail, told) if name == "words" else _written(detail))
        for name, weight, detail in _reasons(a, b, rare, setting)
    )


def _in_words(detail: Detail, told: Mapping[str, str]) -> str:
    """Keys as the words that the clauses have for them; a part of a compound is shown as the compound."""
    keys = detail if isinstance(detail, frozenset) else ()
    whole = (told.get(key) or next((told[k] for k in sorted(told) if k.endswith(key)), key) for key in sorted(keys))
    return ", ".join(dict.fromkeys(whole))


def _written(detail: Detail) -> str:
    if isinstance(detail, frozenset):
        return ", ".join(sorted(detail))
    return detail if isinstance(detail, str) else " / ".join(min(keys) for keys in detail)


def _reasons(a: Proposition, b: Proposition, rare: Rarity, setting: Setting) -> list[Reason]:
    """The features as they are found: of most pairs only the sum of the weights is asked for."""
    if a.aspect != b.aspect:
        return []
    axes = sorted(a.axes.keys() & b.axes.keys()) if a.axes and b.axes else []
    shared = _Shared(axes, a.words & b.words, a.names & b.names)
    words = rare.cosine("word:", a.words, b.words, shared.words)
    found = _alike(a, b, rare, shared, words)
    if a.quantities and b.quantities:
        on_topic = bool(axes) or words >= ON_TOPIC
        same_predicate = bool(set(axes) - load_cues().broad)
        found += _figure_features(a.quantities, b.quantities, on_topic, same_predicate, rare)
    if any(name == "figure" for name, _, _ in found) and _share_actor(a, b):
        found.append(("figure's actor", W_OWN_FIGURE, "the same figure of the same actor"))
    found += _when(a, b, rare, bool(axes))
    if axes:
        found += _attitudes(a, b)
    found += _against(a, b, shared)
    found += _apart(a, b)
    found += _by_setting(a, b, setting, axes, words)
    found += _actors(a, b)
    return found


def _share_actor(a: Proposition, b: Proposition) -> bool:
    return not a.subjects.isdisjoint(b.names) or not b.subjects.isdisjoint(a.names)


def _alike(a: Proposition, b: Proposition, rare: Rarity, shared: _Shared, words: float) -> list[Reason]:
    """What the two have in common: words, predicates, names, the actor."""
    found: list[Reason] = []
    if words:
        found.append(("words", W_WORDS * words, shared.words))
    for axis in shared.axes[:2]:
        weight = W_AXIS * (BROAD if axis in load_cues().broad else 1.0) * _standing(axis, a, b)
        found.append(("predicate", weight * rare.of.get(f"axis:{axis}", 1.0), axis))
    names = rare.cosine("name:", a.names, b.names, shared.names)
    if names:
        found.append(("names", W_NAMES * names, shared.names))
    if shared.axes and _share_actor(a, b):
        found.append(("actor", W_ACTOR, "the same actor"))
    whole = _containment(a, b, shared)
    if whole:
        found.append(("whole", W_WHOLE * whole, "most of the shorter one"))
    return found


def _when(a: Proposition, b: Proposition, rare: Rarity, same_predicate: bool) -> list[Reason]:
    times = exact_times(a.times) & exact_times(b.times) if a.times and b.times else None
    if times:
        known = max(rare.of.get(f"time:{t}", 1.0) for t in times)
        return [("time", W_TIME * (0.5 + known), times)]
    if same_predicate and tells_clock(a) and tells_clock(b):
        return [("clock", W_CLOCK, "another time of day")]
    return []


def _attitudes(a: Proposition, b: Proposition) -> list[Reason]:
    """Two that share a predicate: what each makes of it."""
    found: list[Reason] = []
    if a.future and b.future:
        found.append(("expected", W_EXPECTED, "both expect it"))
    if a.answers != b.answers:
        found.append(("answer", W_ANSWER, "the one answers the other"))
    if a.uncertain != b.uncertain and (a.heads & b.heads or not (a.heads and b.heads)):
        found.append(("asks", W_ASKS, "the one says that it is not known"))
    return found


def _apart(a: Proposition, b: Proposition) -> list[Reason]:
    """What speaks against two propositions being one in how they are told."""
    found: list[Reason] = []
    if a.asked != b.asked and not (a.answers or b.answers):
        found.append(("asked", W_ASKED, "the one is a demand"))
    if a.counted != b.counted:
        found.append(("counted", W_COUNTED, "only one of them counts"))
    if _state_and_plan(a, b):
        found.append(("state", W_STATE, "how it is, and what is to come"))
    return found


def _by_setting(
    a: Proposition, b: Proposition, setting: Setting, shared_axes: Sequence[str], words: float
) -> list[Reason]:
    """What follows from where the two stand and who tells them."""
    found: list[Reason] = []
    opposite = bool(shared_axes) and all(a.axes[x] != b.axes[x] for x in shared_axes)
    if setting.one_breath and opposite and not a.answers and not b.answers and a.aspect == "event":
        found.append(("breath", W_ONE_BREATH, "one source, both ways"))
    if _far_apart(a, b):
        found.append(("times", W_FAR, "times far apart"))
    if setting.same_article and a.answers == b.answers:
        found.append(("article", W_SAME_ARTICLE, "one article's running text"))
    if setting.same_source and (shared_axes or words >= ON_TOPIC):
        found.append(("source", W_HOLDER, "the same source"))
    return found


def _actors(a: Proposition, b: Proposition) -> list[Reason]:
    if not (a.subjects and b.subjects) or _share_actor(a, b):
        return []
    weight = W_PEOPLE if other_people(a, b) else W_ACTORS
    return [("actors", weight, (a.subjects, b.subjects))]


def other_people(a: Proposition, b: Proposition) -> bool:
    """True where two persons who are not one act, and neither answers what somebody says of the other."""
    return bool(a.people and b.people) and not _share_actor(a, b) and not (a.answers or b.answers)


def _against(a: Proposition, b: Proposition, shared: _Shared) -> list[Reason]:
    """What speaks against two propositions being one in their predicates."""
    found: list[Reason] = []
    kin = load_cues().kin
    apart = bool(a.heads and b.heads) and a.heads.isdisjoint(b.heads)
    related = [x for x in a.heads if not kin.get(x, frozenset()).isdisjoint(b.heads)] if apart else []
    if related:
        found.append(("kin", W_KIN, min(related)))
    elif a.axes and b.axes and not shared.axes:
        found.append(("predicates", W_AXES, (a.axes, b.axes)))
    elif apart:
        found.append(("heads", W_HEADS, (a.heads, b.heads)))
    elif _leads_elsewhere(a, b) or _leads_elsewhere(b, a):
        found.append(("verbs", W_LEADS, f"{a.lead or '–'} / {b.lead or '–'}"))
    if len(shared.words) + len(shared.names) == 1 and a.aspect == "event" and not shared.axes:
        found.append(("thin", W_THIN, "one word in common"))
    return found


def _state_and_plan(a: Proposition, b: Proposition) -> bool:
    """True for the two ends of one predicate, now and later, where nobody answers or negates."""
    opposite = any(a.axes[x] != b.axes[x] for x in a.heads & b.heads)
    return opposite and a.future != b.future and not (a.answers or b.answers or a.negated or b.negated)


def _leads_elsewhere(a: Proposition, b: Proposition) -> bool:
    """True where the verb of the one is a predicate, frames nothing, and is not in the other one."""
    return a.lead is not None and a.lead not in b.axes and a.lead not in load_cues().frames


def _standing(axis: str, a: Proposition, b: Proposition) -> float:
    """How much a shared predicate tells by where it stands in the two clauses."""
    heading = (axis in a.heads) + (axis in b.heads)
    return 1.0 if heading == 2 else ONE_HEADS if heading else NONE_HEADS


def score(a: Proposition, b: Proposition, rare: Rarity, setting: Setting) -> float:
    """What the features add up to."""
    return sum(weight for _, weight, _ in _reasons(a, b, rare, setting))


def _containment(a: Proposition, b: Proposition, shared: _Shared) -> float:
    """Share of the keys of the shorter proposition that the longer one has, squared; less for very short ones."""
    least = min(_content(a), _content(b))
    if least < 2:
        return 0.0
    both = len(shared.words) + len(shared.names) + len(shared.axes)
    return (both / least) ** 2 * min(1.0, least / ENOUGH)


def _content(p: Proposition) -> int:
    return len(p.words) + len(p.names) + len(p.axes)


def _telling(shared: float) -> float:
    """How far shared keys of this summed rarity can be trusted: a word that everybody uses proves nothing."""
    return shared / (shared + HALF)


@lru_cache(maxsize=KNOWN_TIMES)
def exact_times(times: frozenset[str]) -> frozenset[str]:
    """Clock times, and the days, months or years that the times name or fall on."""
    return frozenset(t for value in times for t in (value, value[:DAY]))


def tells_clock(p: Proposition) -> bool:
    """True where it gives a time of the day."""
    return any("T" in t and t[-1].isdigit() for t in p.times)


def _far_apart(a: Proposition, b: Proposition) -> bool:
    """True where both tell times, and the nearest two are most of a year apart."""
    return bool(a.times and b.times) and days_between(a.times, b.times) > FAR


@lru_cache(maxsize=KNOWN_TIMES)
def days_between(left: frozenset[str], right: frozenset[str]) -> int:
    """Days from one of the left times to the nearest of the right ones; 0 where one side names no day."""
    return min((abs(x - y) for x in _days(left) for y in _days(right)), default=0)


def figure_worth(quantity: Quantity, rare: Rarity) -> float:
    """What it tells that both have this figure."""
    known = rare.of.get(f"figure:{quantity.low:g}:{quantity.what}", 1.0) if _is_telling(quantity) else 0.0
    return W_FIGURE + W_TELLING_FIGURE * known if quantity.what else W_FIGURE / 2


def _is_telling(quantity: Quantity) -> bool:
    """True for a figure of two digits or more that are not round: few things have the same one."""
    digits = f"{quantity.low:.10g}".replace(".", "").strip("0")
    return quantity.low > ROUND and len(digits) > 1


def _days(times: Iterable[str]) -> list[int]:
    """Days on one scale, as near as the values tell (a year is its middle)."""
    found = []
    for value in times:
        year, month, day = value[:4], value[5:7], value[8:10]
        if year.isdigit():
            months = int(month) - 1 if month.isdigit() else 6
            found.append(int(year) * 365 + months * 30 + (int(day) if day.isdigit() else 15))
    return found


def _figure_features(
    left: Sequence[Quantity], right: Sequence[Quantity], on_topic: bool, same_predicate: bool, rare: Rarity
) -> list[Reason]:
    """What the figures of two propositions say of their being one, most often one feature; told of one topic or not."""
    pairs = [(a, b) for a in left for b in right if a.what == b.what or not a.what or not b.what]
    same = [(a, b) for a, b in pairs if a.low == b.low and a.high == b.high and a.low > SMALL]
    if same:
        a, _ = same[0]
        return [("figure", figure_worth(a, rare), f"{a.low:g} {a.what}")]
    slots = [(a, b) for a, b in pairs if a.what and a.what == b.what]
    if slots and on_topic:
        return [("count", W_MEASURE if same_predicate else W_SLOT, slots[0][0].what)]
    if any(a.low == b.low > TELLING_FIGURE and a.high == b.high for a in left for b in right):
        return [("figure", W_FIGURE / 2, "the same figure, counted otherwise")]
    if left and right:
        return [("figures", W_OTHER_FIGURE, "other figures")]
    return []
