"""Who takes part in an event: everybody named near what tells of it is weighed by small named features.

Whoever is likely enough takes part. The weights are those of a logistic regression over the events of annotated
stories, rounded (``python -m training.who``).
"""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from belegg.core.annotation import Statement
from belegg.core.spans import Span
from belegg.core.words import NameType
from belegg.reason._arguments import cited_media, is_place
from belegg.reason._happenings import Happening
from belegg.reason._nearby import Line, Nearby, Setting
from belegg.reason._story import StoryIndex
from belegg.reason._triggers import load_event_words
from belegg.reason._weighing import weighed
from belegg.text.natures import nature_of

ACTORS: frozenset[NameType] = frozenset(("PER", "ORG", "GPE", "PROD"))
#: The weight from which one takes part. F1 is best where that is as likely as half the F1 reached (Lipton, Elkan and
#: Naryanaswamy 2014, *Optimal thresholding of classifiers to maximize F1 measure*): 0.28 of F1 0.56.
LIKELY = -0.95

#: ``agent``: logarithm of the clauses that name one as subject; ``agent share``: how many of all do; ``taking part``:
#: another takes part in a clause by its words; ``outdone``: another is the subject of more. ``clause``: share of the
#: clauses that name one otherwise; ``sentence``: of their sentences; ``placed``: logarithm of those that give it as a
#: place. ``block``: named in a clause's paragraph; ``below``: next under a headline that tells of it; ``beside
#: words``: in a clause of whose sentence one says the rest; ``told again``: logarithm of the clauses. ``spread``:
#: share of the story's articles that name one; ``titles``: that do in a headline or lead; ``speaks``: share of the
#: mentions whose words are told. ``country``; ``body harmed``: an organisation, where people are hurt
#: (``event_natures.toml``); ``dealing``: how often one is named, as share of the one of the same kind who is named
#: most, where money moves.
WEIGHTS: Mapping[str, float] = {
    "base": -1.85,
    "agent": 1.45,
    "agent share": 1.45,
    "taking part": 1.55,
    "outdone": -0.35,
    "clause": 0.70,
    "sentence": 0.60,
    "placed": -1.00,
    "block": 0.70,
    "below": 0.95,
    "beside words": 0.90,
    "told again": -0.65,
    "spread": 1.45,
    "titles": 0.70,
    "speaks": -0.25,
    "country": -1.55,
    "body harmed": -1.20,
    "dealing": 0.35,
}


class WhoIndex:
    """Everybody whom a story names: how often, where, and what they say."""

    def __init__(self, near: Nearby) -> None:
        self.near = near
        self.count = Counter(e for line in near.all for e in self.named(line))
        self.articles = Counter(e for lines in near.lines.values() for e in {e for x in lines for e in self.named(x)})
        self.displayed = Counter(e for line in near.all if line.display for e in self.named(line))

    @cached_property
    def _named(self) -> Mapping[tuple[str, int], frozenset[str]]:
        return {(x.article, x.start): frozenset(e for _, _, e in x.names if self.acts(e)) for x in self.near.all}

    @property
    def index(self) -> StoryIndex:
        """The story's documents and entities."""
        return self.near.index

    def named(self, line: Line) -> frozenset[str]:
        """Who is named in a sentence, but for outlets."""
        return self._named[line.article, line.start]

    def acts(self, entity: str) -> bool:
        """True for persons, bodies, states and ships, but for the outlets that tell of it."""
        known = self.index.entities[entity]
        return known.type in ACTORS and known.name.lower() not in self.index.outlets and entity not in self.media

    @cached_property
    def media(self) -> frozenset[str]:
        """The papers, broadcasters and agencies that are mostly named for their word: they take no part."""
        told = Counter(self.index.base(e) for view in self.index.views.values() for e in cited_media(view))
        named = Counter(e for line in self.near.all for _, _, e in line.names)
        return frozenset(e for e in told if 2 * told[e] >= named[e])

    @cached_property
    def most(self) -> Mapping[NameType, int]:
        """How often the one of each type that is named most is named."""
        found: dict[NameType, int] = {}
        for entity, count in self.count.items():
            kind = self.index.entities[entity].type
            found[kind] = max(count, found.get(kind, 1))
        return found

    @cached_property
    def words(self) -> Mapping[str, tuple[tuple[Span, str], ...]]:
        """Article to the contents of its statements, each with who says so."""
        found = {}
        for article, view in self.index.views.items():
            held = ((s, view.entity_at(p.referent or p.span)) for s in view.doc[Statement] for p in s.holders)
            found[article] = tuple((c, self.index.base(e)) for s, e in held if e is not None for c in s.content)
        return found

    @cached_property
    def speaking(self) -> Counter[str]:
        """How many contents of statements are each one's words."""
        return Counter(e for told in self.words.values() for _, e in told)


Told = Mapping[str, Counter[str]]


def told_of(members: Sequence[Happening], who: WhoIndex) -> Told:
    """How often everybody is named in and around the clauses of one event, by where."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for h in members:
        counts["agent"].update(h.agents)
        counts["taking part"].update(set(h.participants) - set(h.agents))
        setting = who.near.setting(h)
        if setting is not None:
            for name, found in _around(h, setting, who).items():
                counts[name].update(found)
    return counts


def _around(h: Happening, setting: Setting, who: WhoIndex) -> Mapping[str, frozenset[str]]:
    """Who stands in and around one clause, by where; who takes part by its words is left out."""
    here, words, view = setting.here, load_event_words(), who.index.view(h.place.article)
    part = frozenset(h.participants)
    inside = frozenset(e for _, _, e in here.within(h) if who.acts(e))
    before = words.place_before | words.way_before
    below = next((p for x in setting.below if (p := who.named(x))), frozenset[str]())
    beside = (
        e
        for s, e in who.words[here.article]
        if here.start <= s.start < here.end and not s.start <= h.place.start < s.end
    )
    return {
        "clause": inside - part,
        "sentence": who.named(here) - inside - part,
        "placed": frozenset(n[2] for n in here.within(h) if is_place(n, view, who.index, before)),
        "block": frozenset(e for x in setting.block for e in who.named(x)) - inside - part,
        "below": below if h.display else frozenset(),
        "beside words": frozenset(beside),
    }


def candidates(members: Sequence[Happening], who: WhoIndex) -> dict[str, dict[str, float]]:
    """Everybody who may take part in one event, with their features."""
    told = told_of(members, who)
    known = {e for found in told.values() for e in found}
    known = {e for e in known if not _is_only_cited(e, told, who)}
    nature = nature_of(h.axis for h in members)
    return {e: _features(e, told, nature, len(members), who) for e in sorted(known) if who.acts(e)}


def _is_only_cited(entity: str, told: Told, who: WhoIndex) -> bool:
    """True for a person whom clauses name as telling of it (*ifølge brannsjef Berit Moe*), none as taking part."""
    takes_part = told["agent"][entity] or told["taking part"][entity]
    return bool(who.index.entities[entity].type == "PER" and told["clause"][entity] and not takes_part)


def _features(entity: str, told: Told, nature: str, size: int, who: WhoIndex) -> dict[str, float]:
    kind, agents, articles = who.index.entities[entity].type, told["agent"], max(1, len(who.near.lines))
    focus = who.count[entity] / who.most.get(kind, 1)
    logged = ("agent", "placed", "block", "below", "beside words")
    return {
        "base": 1.0,
        **{name: math.log1p(told[name][entity]) for name in logged if name in told},
        "agent share": agents[entity] / size,
        "taking part": float(told["taking part"][entity] > 0),
        "outdone": float(max(agents.values(), default=0) > agents[entity]),
        "clause": told["clause"][entity] / size,
        "sentence": told["sentence"][entity] / size,
        "told again": math.log(size),
        "spread": who.articles[entity] / articles,
        "titles": who.displayed[entity] / articles,
        "speaks": who.speaking[entity] / max(1, who.count[entity]),
        "country": float(kind == "GPE"),
        "body harmed": float(kind == "ORG" and nature == "bodily"),
        "dealing": focus * (nature == "deal"),
    }


def who(members: Sequence[Happening], known: WhoIndex) -> tuple[str, ...]:
    """Who takes part in an event, the likeliest first."""
    found = {e: weighed(features, WEIGHTS) for e, features in candidates(members, known).items()}
    return tuple(sorted((e for e in found if found[e] > LIKELY), key=lambda e: (-found[e], e)))
