"""From a draft to its members with relations, and to the origins behind them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise, product

from belegg.core.annotation import HolderKind
from belegg.core.article import BlockKind
from belegg.core.judgement import Judgement
from belegg.core.reasoning import Origin, Relation
from belegg.reason._bearing import may_come
from belegg.reason._cues import load_cues
from belegg.reason._drafts import Draft
from belegg.reason._fulfilling import fulfils
from belegg.reason._material import Material
from belegg.reason._origins import MEDIA, Source, same_source
from belegg.reason._propositions import Proposition
from belegg.reason._reading import Reading
from belegg.reason._relations import answer_relation, relations
from belegg.reason._sayings import Saying
from belegg.reason._units import Groups

PEOPLE: frozenset[HolderKind] = frozenset(("person", "expert"))
BODIES: frozenset[HolderKind] = frozenset(("government", "organisation"))
HEADS: frozenset[BlockKind] = frozenset(("title", "heading"))
MEDIA_NOUNS = ("medie", "medium", "media", "avis", "presse")
LEAKS: frozenset[HolderKind] = frozenset(("anonymous", "document"))
NEAR = 3  # blocks within which *the keeper* is the person named


@dataclass(frozen=True, slots=True)
class Bearer:
    """A saying with its relation to the claim and its source.

    ``fulfils`` is false for support that cannot be what was expected.
    ``about``: the entities that it tells of.
    """

    saying: Saying
    relation: Relation
    source: Source
    fulfils: bool = True
    about: frozenset[str] = frozenset()


def bearers(draft: Draft, material: Material) -> tuple[Bearer, ...]:
    """The members of a draft in order of time and place."""
    told = relations([reading_of(draft, n, material) for n in sorted(draft.said)])
    for x in sorted(draft.leaning, key=lambda x: x.saying):
        saying = material.sayings[x.saying]
        inherited: Relation = next((told[n] for n in x.on if n in told), "supports")
        if x.how == "says of any" and saying.stance not in ("decline", "deny", "doubt"):
            # That there is none yet does not deny what is to come.
            told[x.saying] = "questions" if "expects" in told.values() else "denies"
            continue
        goes_on = x.how == "goes on" and saying.stance not in ("decline", "deny")
        told[x.saying] = inherited if goes_on else answer_relation(saying, material.words[x.saying])
    members = [material.sayings[n] for n in draft.members]
    within: dict[str, list[Saying]] = {}
    for s in members:
        within.setdefault(s.place.article, []).append(s)
    told = _as_told_before(members, _consistent(members, told, material), draft, material)
    told = _like_copies(members, told, material)
    told = _like_nested(members, told)
    expected = [s for s in members if told[s.number] == "expects"]
    foretold = [r for e in expected for r in _all_readings(draft, e, material)]
    return tuple(
        Bearer(
            s,
            told[s.number],
            _source(s, within[s.place.article], told, draft, material),
            not expected or (_tells_that_it_is_so(draft, s) and _can_be_what(s, foretold, draft, material)),
            frozenset(e for p in draft.said.get(s.number, ()) for e in p.names),
        )
        for s in members
    )


def reading_of(draft: Draft, number: int, material: Material) -> Reading:
    """A member as it says the claim itself."""
    return Reading(material.sayings[number], _closest(draft.said[number]), material.words[number])


def _can_be_what(saying: Saying, foretold: Sequence[Reading], draft: Draft, material: Material) -> bool:
    """True where one thing that a member says can be what one of the others expected."""
    return any(fulfils(r, foretold) for r in _all_readings(draft, saying, material))


def _all_readings(draft: Draft, saying: Saying, material: Material) -> list[Reading]:
    return [Reading(saying, p, material.words[saying.number]) for p in draft.said.get(saying.number, ())]


def _tells_that_it_is_so(draft: Draft, saying: Saying) -> bool:
    """False for what only names it, or has only broad predicates."""
    return _has_more_than_broad(draft, saying) and not _is_bare(saying, draft)


def _has_more_than_broad(draft: Draft, saying: Saying) -> bool:
    """False for what has only broad predicates (*need for arms*): it fulfils nothing."""
    return _has_no_predicate(draft, saying) or bool(_axes_told(draft, saying))


def _axes_told(draft: Draft, saying: Saying) -> frozenset[str]:
    """The predicates of the propositions by which a saying belongs; broad ones only where they head the clause."""
    broad = load_cues().broad
    return frozenset(a for p in draft.said.get(saying.number, ()) for a in p.axes if a not in broad or a in p.roots)


def _has_no_predicate(draft: Draft, saying: Saying) -> bool:
    """True for one that belongs by words alone."""
    return not any(p.axes for p in draft.said.get(saying.number, ())) and saying.number in draft.said


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


def _as_told_before(
    members: Sequence[Saying], told: dict[int, Relation], draft: Draft, material: Material
) -> dict[int, Relation]:
    """A quotation right after its source's denial denies; what is asserted right after a report that it is so expects
    nothing. (Of the members of 93 annotated stories that are so placed 18 of 23 deny; 43 of 70 support, 8 expect.)"""
    out = dict(told)
    for before, saying in pairwise(members):
        if before.place.article != saying.place.article:
            continue
        first, own = out[before.number], out[saying.number]
        same = same_source(material.sources[before.number], material.sources[saying.number])
        affirms = any(c in saying.cue for c in load_cues().affirming_cues)
        if first == "denies" and own == "supports" and same and saying.direct and not affirms:
            out[saying.number] = "denies"
        elif first == "supports" and own == "expects" and saying.stance == "assert" and (same or not saying.is_report):
            only_named = _is_bare(before, draft) and may_come(material.words[saying.number])
            out[saying.number] = own if only_named else "supports"
    return out


def _is_bare(saying: Saying, draft: Draft) -> bool:
    """True for a headline or crosshead that only names something: *Humanitær hjelp*."""
    return saying.kind in HEADS and not any(p.axes or p.negated for p in draft.said.get(saying.number, ()))


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


def _source(
    saying: Saying, around: Sequence[Saying], told: Mapping[int, Relation], draft: Draft, material: Material
) -> Source:
    """The source of a member. A headline or noun that names none rests on what the article's text says of the claim.

    ``around``: the members in its article.
    """
    own = material.sources[saying.number]
    article = [s for s in around if s is not saying]
    within = [s for s in article if told[s.number] == told[saying.number]]
    if saying.is_display and (saying.is_report or not saying.holders):
        text = [s for s in within or article if not (s.is_report and s.kind in HEADS)]
        first = min(text, key=_in_text_after(saying), default=None)
        if first is not None and saying.kind in HEADS and first.is_display and first.is_report:
            return _source(first, around, told, draft, material)
        return material.sources[first.number] if first is not None else own
    if saying.is_report and own.key == own.outlet:
        actors = {f"entity:{e}" for p in draft.said.get(saying.number, ()) for e in p.subjects}
        acting = [s for s in within if not s.is_report and not actors.isdisjoint(_who(material.sources[s.number]))]
        # What the mayor does, and then speaks of, is told by the mayor.
        return material.sources[min(acting, key=_in_text_after(saying)).number] if acting else own
    if own.kind == "document" and own.key.startswith("noun:"):
        bodies = {
            material.sources[s.number].key: s
            for s in within
            if not s.is_report and material.sources[s.number].kind in BODIES and abs(s.block - saying.block) <= NEAR
        }
        return material.sources[next(iter(bodies.values())).number] if len(bodies) == 1 else own
    if own.key.startswith(("noun:", "unknown:")):
        kinds = PEOPLE if own.kind in PEOPLE else MEDIA if own.kind == "collective" and _are_media(own.name) else ()
        near = [s for s in within if abs(s.block - saying.block) <= NEAR and material.sources[s.number].kind in kinds]
        named = [s for s in near if material.sources[s.number].key.startswith("entity:") and not s.is_report]
        return material.sources[min(named, key=_in_text_after(saying)).number] if named else own
    return own


def _who(source: Source) -> tuple[str, str]:
    return source.key, source.body


def _in_text_after(saying: Saying) -> Callable[[Saying], tuple[bool, int]]:
    """What follows a saying before what stands before it, the nearest first."""
    return lambda other: (other.place.start < saying.place.start, abs(other.place.start - saying.place.start))


def _are_media(name: str) -> bool:
    return any(part in name.lower() for part in MEDIA_NOUNS)


def origins(
    found: Sequence[Bearer], outlets: Mapping[str, str], rulings: Sequence[Judgement] = ()
) -> tuple[tuple[Origin, ...], tuple[int, ...]]:
    """The origins of a claim, numbered from 1 by first appearance, and the origin number of each member.

    ``outlets``: article id to the key of its outlet. ``rulings``: a person's judgements on which members have one
    source.
    """
    groups = Groups(len(found))
    of: dict[Source, list[int]] = {}
    for n, bearer in enumerate(found):
        of.setdefault(bearer.source, []).append(n)
    alone = _for_themselves(found)
    for own in of.values():
        for other in own[1:]:
            groups.join(own[0], other)
    for left, right in combinations(of, 2):
        if left.key == right.key or (same_source(left, right) and alone.isdisjoint((left.key, right.key))):
            groups.join(of[left][0], of[right][0])
    for outer, inner in nested([b.saying for b in found]):
        groups.join(outer, inner)
    _pass_on(found, groups, outlets)
    homes = _ruled(found, groups, rulings)
    numbers = {name: n for n, name in enumerate(dict.fromkeys(homes), 1)}
    listed = tuple(
        _origin(n, [b for b, h in zip(found, homes, strict=True) if h == name]) for name, n in numbers.items()
    )
    return listed, tuple(numbers[h] for h in homes)


def _for_themselves(found: Sequence[Bearer]) -> frozenset[str]:
    """The keys of people of whom their own body or its spokesmen tell (*the club sacks its coach*)."""
    told: dict[Source, set[str]] = {}
    for b in found:
        told.setdefault(b.source, set()).update(b.about)
    return frozenset(
        a.key
        for a, b in product(told, told)
        if a.body and a.body in (b.key, b.body) and a.key != b.key and a.key.removeprefix("entity:") in told[b]
    )


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
    plans = (n for n, b in enumerate(found) if b.relation == "expects" and not b.saying.is_report)
    planned = next((n for n in plans if found[n].source.kind != "anonymous"), len(found))
    anonymous = [n for n, b in enumerate(found) if b.source.kind == "anonymous"]
    for n, bearer in enumerate(found):
        if n > planned and bearer.saying.is_report and bearer.saying.stance == "expect":
            groups.join(n, planned)
            continue
        outlet, credited = bearer.source.outlet, bearer.source.credited
        others = (i for i in anonymous if credited and i != n)
        first = next((i for i in others if found[i].source.key.removeprefix("unnamed:") in credited), None)
        if first is not None:
            groups.join(n, first)
            continue
        relayed = bearer.source.key == f"unnamed:{outlet}" and outlets.get(bearer.saying.place.article) != outlet
        if not (bearer.source.kind in MEDIA or relayed) or bearer.saying.is_report or not outlet:
            continue
        unnamed = next((i for i, b in enumerate(found) if b.source.key == f"unnamed:{outlet}"), None)
        if unnamed is None and outlet not in outlets.values():
            unnamed = _scoop_of_unknown(found, n)
        own = [i for i, b in enumerate(found) if outlets.get(b.saying.place.article) == outlet and i != n]
        told = _passed_on(found, own, bearer, groups)
        if unnamed is not None:
            groups.join(n, unnamed)
        if told is not None and (unnamed is None or found[told].source.kind in LEAKS):
            groups.join(n, told)


def _passed_on(found: Sequence[Bearer], own: Sequence[int], bearer: Bearer, groups: Groups) -> int | None:
    """What of its own an outlet is cited for: the only source of it, or the only leak that says the same."""
    if len({groups.of(i) for i in own}) == 1:
        return own[0]
    leaks = [i for i in own if found[i].source.kind in LEAKS and found[i].relation == bearer.relation]
    return leaks[0] if len({groups.of(i) for i in leaks}) == 1 else None


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
    """An origin named after its most telling source: a body before those who speak for it, both before an outlet.

    Who tells what somebody else wants stands before the one who is said to want it, and who is said to have spoken
    before one on whom an outlet's own words may rest.
    """
    bodies = {m.source.body for m in members}

    def telling(m: Bearer) -> tuple[bool, bool, bool, bool, bool, int]:
        media, within = m.source.kind in MEDIA, bool(m.saying.inside or m.saying.chain)
        collective, speaks_for = m.source.kind == "collective", m.source.key not in bodies
        return media, m.saying.is_report, within, collective, speaks_for, m.saying.number

    named = min(members, key=telling)
    proof = dict.fromkeys((*named.source.proof, *(m.saying.id for m in members)))
    return Origin(number, named.source.name, named.source.kind, tuple(proof))
