"""What is known of each name before names are joined: one profile per name and article, and groups of such profiles."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import TypeVar

from belegg.core.annotation import Mention, Role
from belegg.core.document import Document
from belegg.core.spans import Place
from belegg.core.words import NameType, Token
from belegg.text.grammar import PLACE_PREPOSITIONS
from belegg.text.name_data import Known, first_names, governments, known_things
from belegg.text.spelling import fold
from belegg.text.titles import title_fields, title_key

Key = TypeVar("Key")
Number = TypeVar("Number", int, float)
_AGE = re.compile(r"\s*\((\d{1,3})\)|, ?(\d{1,3}) år\b")
_CREDIT = re.compile(r"[Ff]oto[\w.]*:\s*$")
_PLACED = PLACE_PREPOSITIONS | {"rundt", "over", "gjennom", "langs"}
_ACTING = re.compile(r"nsubj(:pass)?$")


@dataclass(frozen=True)
class Profile:
    """A name in one article. ``id`` (article, name, sense) is stable from run to run: people's judgements refer to it.

    ``called`` are the surfaces without genitive; ``titles`` are keys of the titles that stand beside the name;
    ``short_for`` are folded names that the article itself gives the name as short for, in brackets.
    """

    id: str
    article: str
    type: NameType
    name: str
    called: Mapping[str, int]
    places: tuple[Place, ...]
    titles: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()
    ages: frozenset[int] = frozenset()
    roles: tuple[Place, ...] = ()
    known: Known | None = None
    base: str | None = None
    state: bool = False
    short_for: frozenset[str] = frozenset()
    sure: float = 0.0

    @property
    def weight(self) -> float:
        """What its type counts: its mentions, and how sure the article makes us of the type."""
        return len(self.places) * (_LEAST_SURE + min(self.sure, _MOST_SURE))


@dataclass(frozen=True)
class Group:
    """Profiles taken for one thing. What they say together is summed up once and added up when groups are joined."""

    profiles: tuple[Profile, ...]

    @cached_property
    def head(self) -> Profile:
        """The profile that stands for the group: the one with the longest name, the first of these."""
        return min(self.profiles, key=_rank)

    @property
    def id(self) -> str:
        """The id of the profile that stands for the group."""
        return self.head.id

    @cached_property
    def names(self) -> Mapping[str, int]:
        """How often each spelling stands."""
        return _added([p.called for p in self.profiles])

    @cached_property
    def types(self) -> Mapping[NameType, float]:
        """What speaks for each type: mentions, more of them where their article makes us sure of it."""
        return _added([{p.type: p.weight} for p in self.profiles])

    @cached_property
    def listed(self) -> frozenset[Known]:
        """The listed things that the names may stand for."""
        return frozenset([p.known for p in self.profiles if p.known])

    @cached_property
    def type(self) -> NameType:
        """The type of most mentions; of a listed thing the type in the list where any mention has it."""
        if len(self.types) == 1:
            return next(iter(self.types))
        known = next((k.type for k in sorted(self.listed, key=lambda k: k.id) if self.types.get(k.type)), None)
        if known:
            return known
        # a person who is nowhere named in full nor has a title is easily a firm or a boat
        given = any(n.split()[0].casefold() in first_names() for n in self.full)
        doubtful = not given and not (self.gathered("titles") and not self.full) and not self.gathered("ages")
        votes = {t: n * (0.5 if t == "PER" and doubtful else 1.0) for t, n in self.types.items()}
        return max(votes, key=lambda t: (votes[t], -_TIES.index(t)))

    @cached_property
    def full(self) -> tuple[str, ...]:
        """The names of two words or more, the most common first; of a person only these tell who it is."""
        return tuple(n for n, _ in sorted(self.names.items(), key=lambda x: (-x[1], x[0])) if " " in n.strip())

    @cached_property
    def first(self) -> Place:
        """The first place that has one of the names."""
        return min(place for p in self.profiles for place in p.places)

    @cached_property
    def known(self) -> frozenset[str]:
        """Ids of the listed things that the names may stand for."""
        return frozenset(k.id for k in self.listed)

    @cached_property
    def sets(self) -> Mapping[str, frozenset[object]]:
        """The unions of the set-valued fields of the profiles."""
        return {name: _union([getattr(p, name) for p in self.profiles]) for name in _SETS}

    def gathered(self, field: str) -> frozenset[object]:
        """The union of a set-valued field (``titles``, ``fields``, ``ages``, ``short_for``) over the profiles."""
        return self.sets[field]


_LEAST_SURE, _MOST_SURE = 0.5, 2.5  # evidence within an article that a mention's type is weighed by
_TIES: tuple[NameType, ...] = ("GPE", "ORG", "PER", "LOC", "PROD", "EVT", "DRV")
_SETS = ("titles", "fields", "ages", "short_for")


def _rank(profile: Profile) -> tuple[int, str]:
    return -len(profile.name.split()), profile.id


def joined(groups: Iterable[Group]) -> Group:
    """One group of all profiles of several; sums are added up, for a large story joins thousands."""
    parts = list(groups)
    whole = Group(sum((g.profiles for g in parts), ()))
    # cached properties look here before they compute anything
    vars(whole).update(
        names=_added([g.names for g in parts]),
        types=_added([g.types for g in parts]),
        sets={name: _union([g.sets[name] for g in parts]) for name in _SETS},
        listed=_union([g.listed for g in parts]),
        head=min((g.head for g in parts), key=_rank),
        first=min(g.first for g in parts),
    )
    return whole


def _added(counts: Sequence[Mapping[Key, Number]]) -> dict[Key, Number]:
    """The sum of some counts."""
    total = dict(counts[0])
    for more in counts[1:]:
        for key, count in more.items():
            total[key] = total[key] + count if key in total else count
    return total


def _union(sets: Sequence[frozenset[Key]]) -> frozenset[Key]:
    """The union of some sets: the first of them where it holds the others, as in a large group."""
    first, *others = sets
    return first if all(one <= first for one in others) else first.union(*others)


def profiles(doc: Document) -> Iterator[Profile]:
    """The profiles of one article, by name; a capital that acts as a government, a team of a town's name, and
    a firm of a person's have profiles apart."""
    by_name: dict[tuple[str, str], list[Mention]] = {}
    people = {fold(m.name) for m in doc[Mention] if m.type == "PER"}
    for mention in doc[Mention]:
        sense = "state" if _acts(doc, mention) else "team" if _is_team(mention) else ""
        if not sense and mention.type == "ORG" and fold(mention.name) in people:
            sense = "firm"
        by_name.setdefault((fold(mention.name) or mention.name, sense), []).append(mention)
    titled = _titles(doc)
    short_for = _bracketed(doc)
    for (key, sense), mentions in by_name.items():
        profile = _profile(doc, key, sense, mentions, titled)
        yield replace(profile, short_for=short_for[key]) if key in short_for and not sense else profile


def _is_team(mention: Mention) -> bool:
    """True where a club or team bears the name of a listed place."""
    thing = known_things().get(mention.name)
    return mention.type == "ORG" and thing is not None and thing.type in ("GPE", "LOC")


def _profile(doc: Document, key: str, sense: str, mentions: list[Mention], titled: Mapping[int, list[Role]]) -> Profile:
    roles = [r for m in mentions for r in titled.get(m.start, ())]
    called, types = _counted([m.name for m in mentions]), _counted([m.type for m in mentions])
    name, kind = max(called, key=lambda n: called[n]), max(types, key=lambda t: types[t])
    titles = [_core(doc, r) for r in roles] + [
        "fotograf" for m in mentions if _CREDIT.search(doc.text[max(0, m.start - 20) : m.start])
    ]
    return Profile(
        id=f"{doc.id}#{key}" + (f"#{sense}" if sense else ""),
        article=doc.id,
        type=kind,
        name=name,
        called=called,
        places=tuple(Place(doc.id, m.start, m.end) for m in mentions),
        titles=frozenset(title_key(t) for t in titles),
        fields=frozenset(f for t in titles for f in title_fields(t)),
        ages=frozenset(a for m in mentions for a in _ages(doc.text, m)) if kind == "PER" else frozenset(),
        roles=tuple(Place(doc.id, r.start, r.end) for r in roles),
        known=_known(name, kind, sense == "state"),
        base=next((m.base for m in mentions if m.base), None),
        state=sense == "state",
        sure=max((m.sure for m in mentions if m.type == kind), default=0.0),
    )


def _counted(items: Sequence[Key]) -> Mapping[Key, int]:
    """How often each of a few items stands there, in order."""
    return {item: items.count(item) for item in dict.fromkeys(items)}


def _core(doc: Document, role: Role) -> str:
    """A title's own words, without a name in the genitive that stands before it."""
    words = role.span.of(doc.text).split()
    small = [w for n, w in enumerate(words) if w[:1].islower() or n == len(words) - 1]
    return " ".join(small)


def _known(name: str, kind: NameType, state: bool) -> Known | None:
    """The listed thing of that name, if its type does not speak against it (a team may bear a town's name)."""
    if kind in ("PER", "DRV"):
        return None
    if state:
        return known_things().get(governments()[name])
    thing = known_things().get(name)
    places = ("GPE", "LOC")
    if thing is None or (thing.type != kind and not (thing.type in places and kind in places) and " " not in name):
        return None
    return thing


def _bracketed(doc: Document) -> Mapping[str, frozenset[str]]:
    """Short names to the long ones before them: *Noregs Bondelag (NB)*, or *NB (Noregs Bondelag)*."""
    found: dict[str, frozenset[str]] = {}
    mentions = [m for m in doc[Mention] if not m.inside]
    for before, after in pairwise(mentions):
        if doc.text[before.end : after.start] == " (" and doc.text[after.end : after.end + 1] == ")":
            short, long = sorted((before.name, after.name), key=len)
            if short.isupper() and len(short) <= 7 and len(long) > len(short):
                found[fold(short)] = found.get(fold(short), frozenset()) | {fold(long)}
    return found


def _ages(text: str, mention: Mention) -> Iterator[int]:
    found = _AGE.match(text, mention.end)
    if found:
        yield int(found.group(1) or found.group(2))


def _titles(doc: Document) -> Mapping[int, list[Role]]:
    """The roles of each mention, by where it starts."""
    table: dict[int, list[Role]] = {}
    if Role in doc:
        for role in doc[Role]:
            table.setdefault(role.mention.start, []).append(role)
    return table


def _acts(doc: Document, mention: Mention) -> bool:
    """True where a seat of government stands for its state: subject of a verb, not after a preposition of place."""
    if mention.type not in ("GPE", "LOC", "ORG") or mention.name not in governments() or mention.inside:
        return False
    if Token not in doc:
        return False
    tokens = doc[Token]
    first = bisect_left(tokens, mention.start, key=lambda t: t.start)
    if first == len(tokens) or tokens[first].start != mention.start:
        return False
    token, seen = tokens[first], 0
    while token.dep == "conj" and token.head != token.index and seen < 4:
        token, seen = tokens[token.head], seen + 1
    before = tokens[token.index - 1].text.casefold() if token.index else ""
    verb = tokens[token.head]
    # "verken bekreftet av Pyongyang eller Moskva"
    agent = before == "av" and token.dep.startswith("obl") and verb.pos in ("VERB", "ADJ")
    return agent or (bool(_ACTING.match(token.dep)) and before not in _PLACED and verb.pos in ("VERB", "AUX"))
