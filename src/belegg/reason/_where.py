"""Where an event was: every place told near it is weighed by small named features, the heaviest is taken.

One of the choices is nowhere, since most deeds of word and paper have no place. The weights are those of a conditional
logit (McFadden 1974) over the events of annotated stories, rounded (``python -m training.where``).
"""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property

from belegg.core.words import NameType
from belegg.reason._alike import compatible, long_before
from belegg.reason._arguments import is_place
from belegg.reason._happenings import Happening
from belegg.reason._nearby import Line, Nearby
from belegg.reason._places import WIDE
from belegg.reason._settings import scenes, within
from belegg.reason._story import StoryIndex
from belegg.reason._triggers import load_event_words
from belegg.reason._weighing import weighed
from belegg.text.name_data import known_things
from belegg.text.natures import nature_of

NOWHERE = ""
PLACES: frozenset[NameType] = frozenset(("LOC", "GPE"))
SURE = ("names", "houses")
ON_PAPER = frozenset(("law", "deal", "word"))
AT_A_SPOT = frozenset(("bodily", "aid", "gathering", "movement", "facility"))
NAMED = 0.4  # by how much a place may weigh less than nowhere: a reader would rather have one to look at
COMMON = 6  # of the places that a story names most, so many are choices for each event
AROUND = ("houses", "nouns", "settled", "named", "beside", "block", "below", "display", "in a body", "deed told")
UPON_BODIES = frozenset(("bodily", "aid"))

#: Of a place. ``own``: a clause gives it after a preposition of place; ``own share``: how many do; ``own on paper``: of
#: a deed of word, law or money; ``others own``: clauses give others, and it lies in none of those; ``houses``,
#: ``nouns``, ``settled``, ``way``: how many give it as a building, by a noun, by a noun whose place is told elsewhere,
#: as whence or whither of a journey; ``named``: they name it otherwise. ``beside``: where something is, elsewhere in
#: the sentence; ``block``: in the paragraph; ``below``: told next under a headline that tells of it; ``display``: in
#: the article's headlines. ``in a body``: part of another name in the sentence. ``deed told``: clauses with the same
#: deed elsewhere, or nouns of it, give it. ``scene``: where most of the story's accidents were, of what befalls bodies
#: where no clause gives a place; ``scene on paper``: its share of them, where this is a deed of word or paper.
#: ``opening``: share of the articles that open with it. ``held``: it is told near, and a text tells that it lies in one
#: that a clause gives; ``holds``: that another lies in it. ``country``, ``wide`` (county, sea); ``body``, ``spot``: an
#: organisation's or a natural place. Of nowhere: ``none``, and what kind of deed it is (``event_natures.toml``); ``none
#: by rule``: share of deeds that a place in their clause is not that of; ``none told again``: logarithm of the clauses;
#: ``none given``: a clause gives a place; ``none to come``: share not yet done.
WEIGHTS: Mapping[str, float] = {
    "own": 1.75,
    "own share": 0.95,
    "own on paper": 1.15,
    "others own": -0.80,
    "houses": 1.70,
    "nouns": 1.70,
    "settled": 0.85,
    "way": 3.35,
    "named": 1.55,
    "beside": 0.80,
    "block": 0.95,
    "below": 1.20,
    "display": 0.45,
    "in a body": 1.25,
    "deed told": 1.50,
    "scene": 0.90,
    "scene on paper": 0.95,
    "opening": 1.85,
    "held": 1.45,
    "holds": -0.25,
    "country": -0.80,
    "wide": -1.50,
    "body": 1.50,
    "spot": 0.75,
    "none": 2.30,
    "none bodily": -0.45,
    "none aid": -0.60,
    "none law": 1.05,
    "none post": 1.10,
    "none deal": 0.70,
    "none ruling": 0.50,
    "none word": 0.95,
    "none by rule": 1.25,
    "none told again": 0.45,
    "none given": -0.50,
    "none to come": 0.45,
}


Told = Mapping[str, Counter[str]]


class PlaceIndex:
    """The places of a story: where its sentences and clauses tell them."""

    def __init__(self, near: Nearby, told: Sequence[Happening]) -> None:
        self.near, self._all = near, told
        self._held = within(near.index)
        physical = load_event_words().physical
        self._named = scenes(near.index, list(near.lines))
        self.scene = sum((self._named.get(axis, Counter()) for axis in sorted(physical)), Counter[str]())
        self.scene.update(p for h in told if h.axis in physical for kind in SURE for p in h.places[kind])
        self.common = Counter(p for line in near.all for p in self.named(line))
        self.opening = Counter(p for lines in near.lines.values() for p in self._opening(lines))

    @cached_property
    def main_scenes(self) -> frozenset[str]:
        """The places of most of the story's accidents, attacks and disasters."""
        most = max(self.scene.values(), default=0)
        return frozenset(p for p, count in self.scene.items() if count == most)

    @cached_property
    def most_told(self) -> frozenset[str]:
        """The places that are named most often, and those that most is told to be at."""
        counts = (self.common, self.scene)
        return frozenset(p for c in counts for p in sorted(c, key=lambda p: (-c[p], p))[:COMMON])

    @cached_property
    def by_name(self) -> Mapping[str, Sequence[str]]:
        """Name in lower case, also in the genitive, to the places of that name."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for place in self.common:
            name = self.index.entities[place].name.lower()
            found[name].append(place)
            found[name + "s"].append(place)
        return found

    @property
    def index(self) -> StoryIndex:
        """The story's documents and entities."""
        return self.near.index

    def named(self, line: Line) -> list[str]:
        """The places named in a sentence."""
        return [e for _, _, e in line.names if self.index.entities[e].type in PLACES]

    def placed(self, line: Line) -> frozenset[str]:
        """Those that something is told to be at."""
        return self._placed.get((line.article, line.start), frozenset())

    @cached_property
    def _placed(self) -> Mapping[tuple[str, int], frozenset[str]]:
        before = load_event_words().place_before
        found = {}
        for line in self.near.all:
            view = self.index.view(line.article)
            places = frozenset(n[2] for n in line.names if is_place(n, view, self.index, before))
            if places:
                found[line.article, line.start] = places
        return found

    def _opening(self, lines: Iterable[Line]) -> frozenset[str]:
        """The places of an article's first sentence below the headline that places something."""
        return next((p for line in lines if line.kind != "title" and (p := self.placed(line))), frozenset())

    @cached_property
    def _by_deed(self) -> Mapping[str, Mapping[str, Counter[str]]]:
        """Deed to the places that clauses give by the day that they give."""
        found: defaultdict[str, defaultdict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
        for h in self._all:
            if not h.trigger.is_unlisted and h.places["names"]:
                found[h.axis][h.day].update(h.places["names"])
        return found

    def of_deeds(self, members: Sequence[Happening]) -> Counter[str]:
        """The places that clauses with a deed of these, but none of these and none of another day, give."""
        axes = {h.axis for h in members if not h.trigger.is_unlisted}
        days = {h.day for h in members} - {""}
        told = ((day, places) for axis in axes for day, places in self._by_deed.get(axis, {}).items())
        fitting = (c for day, c in told if not (day and days) or any(compatible(day, own) for own in days))
        nouns = () if _is_recalled(members) else (self._named.get(axis, Counter()) for axis in sorted(axes))
        found = sum((*fitting, *nouns), Counter[str]())
        return found - Counter(p for h in members if h.axis in axes for p in h.places["names"])

    def lies_in(self, place: str, others: Iterable[str]) -> bool:
        """True where a text tells that a place lies in one of the others."""
        return any((place, other) in self._held for other in others)

    def kind(self, place: str) -> str:
        """*country*, *county* and so on; empty where no table knows."""
        known = known_things().get(self.index.entities[place].name)
        return known.kind if known is not None else ""


def told_of(members: Sequence[Happening], places: PlaceIndex) -> Told:
    """What the clauses of one event and what stands around them tell of places."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for h in members:
        for kind, given in h.places.items():
            counts[kind].update(given)
        for name, around in _around(h, places).items():
            counts[name].update(around)
    counts["deed told"] = places.of_deeds(members)
    return counts


def _around(h: Happening, places: PlaceIndex) -> Mapping[str, frozenset[str]]:
    """The places that stand around one clause, by where; what the clause itself gives is left out."""
    setting = places.near.setting(h)
    if setting is None:
        return {}
    here = setting.here
    given = {p for found in h.places.values() for p in found}
    named = {e for _, _, e in here.within(h) if places.index.entities[e].type in PLACES} - given
    own = given | named
    below = next((p for x in setting.below if (p := places.placed(x))), frozenset[str]())
    return {
        "named": frozenset(named),
        "beside": places.placed(here) - own,
        "block": frozenset(p for x in setting.block for p in places.placed(x)) - own,
        "below": below if h.display else frozenset(),
        "display": frozenset(p for x in setting.displayed for p in places.named(x)) - own,
        "in a body": _in_bodies(here, places),
    }


def _in_bodies(line: Line, places: PlaceIndex) -> frozenset[str]:
    """The places whose name is a word of another name in the sentence: *Nes* of *Nes sykehus*."""
    text = places.index.view(line.article).doc.text
    others = [(e, text[s:t].lower().split()) for s, t, e in line.names if places.index.entities[e].type != "PER"]
    words = {w: e for e, found in others if len(found) > 1 for w in found}
    return frozenset(p for w, e in words.items() for p in places.by_name.get(w, ()) if p != e)


def choices(members: Sequence[Happening], places: PlaceIndex) -> dict[str, dict[str, float]]:
    """Every place that one event may have had, and nowhere, each with its features."""
    told = told_of(members, places)
    known = {p for found in told.values() for p in found}
    known |= places.most_told
    nature = nature_of(h.axis for h in members)
    found = {p: _of_place(p, told, known, nature, len(members), places) for p in sorted(known)}
    found[NOWHERE] = _of_nowhere(members, bool(told["names"]), nature)
    return found


def _is_recalled(members: Sequence[Happening]) -> bool:
    """True where all days that are given lie months before the telling: nouns of the deed name the news."""
    dated = [h for h in members if h.day]
    return bool(dated) and all(long_before(h.told, h.day) for h in dated)


def _of_place(
    place: str, told: Told, known: Collection[str], nature: str, size: int, places: PlaceIndex
) -> dict[str, float]:
    own, entity, kind = told["names"], places.index.entities[place], places.kind(place)
    given = float(own[place] > 0)
    near = any(place in found for name, found in told.items() if name != "deed told")
    country, wide = float(kind == "country"), float(kind in WIDE | {"county"} and kind != "country")
    return {
        "own": given,
        "own share": own[place] / size,
        "own on paper": given * (nature in ON_PAPER),
        "others own": float(bool(own) and not given and not places.lies_in(place, own)),
        **{name: math.log1p(told[name][place]) for name in AROUND},
        "way": math.log1p(told["ways"][place]) * (nature == "movement"),
        "scene on paper": places.scene[place] / (1 + places.scene.total()) * (nature not in AT_A_SPOT),
        "scene": float(not own and nature in UPON_BODIES and place in places.main_scenes),
        "opening": places.opening[place] / max(1, len(places.near.lines)),
        "held": float(near and places.lies_in(place, own)),
        "holds": float(any(places.lies_in(other, (place,)) for other in known)),
        "country": country,
        "wide": wide,
        "body": float(entity.type == "ORG"),
        "spot": float(entity.type == "LOC"),
    }


def _of_nowhere(members: Sequence[Happening], given: bool, nature: str) -> dict[str, float]:
    words, size = load_event_words(), len(members)
    return {
        "none": 1.0,
        f"none {nature}": 1.0,
        "none by rule": sum(h.axis in words.placeless for h in members) / size,
        "none told again": math.log(size),
        "none given": float(given),
        "none to come": sum(h.status not in ("happened", "ongoing") for h in members) / size,
    }


def where(members: Sequence[Happening], places: PlaceIndex) -> str | None:
    """The place of an event; None where it is likelier to have none, and for deeds of word and paper alone."""
    if all(h.axis in load_event_words().placeless for h in members):
        return None
    found = {place: weighed(features, WEIGHTS) for place, features in choices(members, places).items()}
    found[NOWHERE] -= NAMED
    return max(found, key=lambda p: (found[p], p)) or None
