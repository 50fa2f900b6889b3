"""From a draft to its members with relations, and to the origins behind them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from belegg.core.judgement import Judgement
from belegg.core.reasoning import Origin, Relation
from belegg.reason._cues import load_cues
from belegg.reason._drafts import Draft, Material
from belegg.reason._origins import MEDIA, Source, same_source
from belegg.reason._propositions import Proposition
from belegg.reason._relations import Reading, answer_relation, relations
from belegg.reason._sayings import Saying
from belegg.reason._units import Groups, keys_of


@dataclass(frozen=True, slots=True)
class Bearer:
    """A saying with its relation to the claim and its source.

    ``fulfils`` is false for support that has no predicate in common with what was expected: it fulfils nothing.
    """

    saying: Saying
    relation: Relation
    source: Source
    fulfils: bool = True


def bearers(draft: Draft, material: Material, words: Mapping[int, str]) -> tuple[Bearer, ...]:
    """The members of a draft in order of time and place."""
    readings = [
        Reading(material.sayings[n], _closest(draft.said[n]), words[n]) for n in draft.members if n in draft.said
    ]
    told = relations(readings)
    for x in sorted(draft.leaning, key=lambda x: x.saying):
        saying = material.sayings[x.saying]
        inherited: Relation = next((told[n] for n in x.on if n in told), "supports")
        if x.how == "says of any" and saying.stance not in ("decline", "deny", "doubt"):
            # That there is none yet does not deny what is to come.
            told[x.saying] = "questions" if "expects" in told.values() else "denies"
            continue
        told[x.saying] = inherited if x.how == "goes on" else answer_relation(saying, words[x.saying])
    members = [material.sayings[n] for n in draft.members]
    told = _like_copies(members, _consistent(members, told, material), material)
    told = _like_nested(members, told)
    expected = {a for s in members if told[s.number] == "expects" for a in _axes_told(draft, s)}
    return tuple(
        Bearer(
            s,
            told[s.number],
            _source(s, members, draft, material),
            not expected or not expected.isdisjoint(_axes_told(draft, s)),
        )
        for s in members
    )


def _axes_told(draft: Draft, saying: Saying) -> frozenset[str]:
    """The predicates of the propositions by which a saying belongs; broad ones only where they head the clause."""
    broad = load_cues().broad
    return frozenset(a for p in draft.said.get(saying.number, ()) for a in p.axes if a not in broad or a in p.roots)


def _closest(said: Sequence[Proposition]) -> Proposition | None:
    """The narrowest of the propositions by which a saying belongs, what it takes for granted last."""
    return min(said, key=lambda p: (p.given, p.main, len(p.span)), default=None)


def _consistent(members: Sequence[Saying], told: dict[int, Relation], material: Material) -> dict[int, Relation]:
    """A source that denies, and goes on to say how it was instead, denies with that too; until it admits something."""
    out = dict(told)
    denier: Saying | None = None
    for saying in members:
        if denier is not None and denier.place.article != saying.place.article:
            denier = None
        affirms = any(c in saying.cue for c in load_cues().affirming_cues)
        same = denier is not None and same_source(material.sources[denier.number], material.sources[saying.number])
        if out[saying.number] == "denies" and saying.stance == "deny":
            denier = saying
        elif same and affirms:
            denier = None
        elif same and out[saying.number] == "supports" and not saying.is_report:
            out[saying.number] = "denies"
    return out


def _like_copies(members: Sequence[Saying], told: dict[int, Relation], material: Material) -> dict[int, Relation]:
    """Copies bear on a claim as the first of them does."""
    first: dict[int, int] = {}
    out = dict(told)
    for saying in members:
        original = first.setdefault(material.unit_of[saying.number], saying.number)
        if material.sayings[original].stance == saying.stance:
            out[saying.number] = out[original]
    return out


def nested(members: Sequence[Saying]) -> list[tuple[int, int]]:
    """(outer, inner): positions of members of which one is told within the other."""
    place = {s.id: n for n, s in enumerate(members)}
    return [(place[s.inside], n) for n, s in enumerate(members) if s.inside in place]


def _like_nested(members: Sequence[Saying], told: dict[int, Relation]) -> dict[int, Relation]:
    """Who tells what another one expects or denies does not say that it is so."""
    out = dict(told)
    for outer, inner in reversed(nested(members)):
        held = out[members[inner].number]
        if out[members[outer].number] == "supports" and held != "supports":
            out[members[outer].number] = held
    return out


def _source(saying: Saying, members: Sequence[Saying], draft: Draft, material: Material) -> Source:
    """The source of a member; a headline that names none rests on what the article's text says of the claim."""
    own = material.sources[saying.number]
    if not (saying.is_display and (saying.is_report or not saying.holders)):
        return own
    keys = keys_of(material.said[saying.number])
    text = [
        s for s in members
        if s.place.article == saying.place.article and not (s.is_report and s.is_display) and s.number in draft.said
    ]  # fmt: skip
    best = max(text, key=lambda s: (len(keys & keys_of(material.said[s.number])), -s.number), default=None)
    return material.sources[best.number] if best else own


def origins(
    found: Sequence[Bearer], outlets: Mapping[str, str], rulings: Sequence[Judgement] = ()
) -> tuple[tuple[Origin, ...], tuple[int, ...]]:
    """The origins of a claim, numbered from 1 by first appearance, and the origin number of each member.

    ``outlets``: article id to the key of its outlet. ``rulings``: a person's judgements on which members have one
    source.
    """
    groups = Groups(len(found))
    for a in range(len(found)):
        for b in range(a + 1, len(found)):
            if same_source(found[a].source, found[b].source):
                groups.join(a, b)
    for outer, inner in nested([b.saying for b in found]):
        groups.join(outer, inner)
    _pass_on(found, groups, outlets)
    homes = _ruled(found, groups, rulings)
    numbers = {name: n for n, name in enumerate(dict.fromkeys(homes), 1)}
    listed = tuple(
        _origin(n, [b for b, h in zip(found, homes, strict=True) if h == name]) for name, n in numbers.items()
    )
    return listed, tuple(numbers[h] for h in homes)


def _ruled(found: Sequence[Bearer], groups: Groups, rulings: Sequence[Judgement]) -> list[int]:
    """The group of each member after a person's word: joined, or the right one moved to an origin of its own."""
    at = {b.saying.id: n for n, b in enumerate(found)}
    pairs = [(j.verdict, at[j.left], at[j.right]) for j in rulings if j.left in at and j.right in at]
    for verdict, left, right in pairs:
        if verdict == "same":
            groups.join(left, right)
    homes = [groups.of(n) for n in range(len(found))]
    for verdict, left, right in pairs:
        if verdict == "different" and homes[left] == homes[right]:
            homes[right] = len(found) + right
    return homes


def _pass_on(found: Sequence[Bearer], groups: Groups, outlets: Mapping[str, str]) -> None:
    """What only passes on adds no origin: *skriver X* where X names one, *etter planen* where one has planned."""
    planned = next((n for n, b in enumerate(found) if b.relation == "expects" and not b.saying.is_report), len(found))
    for n, bearer in enumerate(found):
        if n > planned and bearer.saying.is_report and bearer.saying.stance == "expect":
            groups.join(n, planned)
            continue
        outlet = bearer.source.outlet
        scoop = (
            i for i, b in enumerate(found) if i != n and b.source.key.removeprefix("unnamed:") in bearer.source.credited
        )
        first = next((i for i in scoop if found[i].source.kind == "anonymous"), None)
        if first is not None:
            groups.join(n, first)
            continue
        if bearer.source.kind not in MEDIA or bearer.saying.is_report or not outlet:
            continue
        unnamed = next((i for i, b in enumerate(found) if b.source.key == f"unnamed:{outlet}"), None)
        if unnamed is None and outlet not in outlets.values():
            unnamed = _scoop_of_unknown(found, n)
        own = [i for i, b in enumerate(found) if outlets.get(b.saying.place.article) == outlet and i != n]
        keys = {groups.of(i) for i in own}
        if unnamed is not None:
            groups.join(n, unnamed)
        elif len(keys) == 1:
            groups.join(n, own[0])


def _scoop_of_unknown(found: Sequence[Bearer], passing_on: int) -> int | None:
    """The unnamed source of an earlier article whose outlet is not known: the outlet that is cited may well be its.

    None where several such articles could be meant.
    """
    when = found[passing_on].saying.when
    earlier = {
        b.saying.place.article: i
        for i, b in reversed(list(enumerate(found)))
        if b.source.key.startswith("unnamed:article:") and b.source.kind == "anonymous" and b.saying.when < when
    }
    return next(iter(earlier.values())) if len(earlier) == 1 else None


def _origin(number: int, members: Sequence[Bearer]) -> Origin:
    """An origin named after its most telling source: a body or person before an outlet that passes on."""
    named = min(members, key=lambda m: (m.source.kind in MEDIA, m.source.kind == "collective", m.saying.number))
    proof = dict.fromkeys((*named.source.proof, *(m.saying.id for m in members)))
    return Origin(number, named.source.name, named.source.kind, tuple(proof))
