"""Drafts of claims: which sayings, with which of their propositions, belong together, before relations and origins."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from belegg.core.judgement import Feature, Judgement, total
from belegg.reason._alignment import Alignment
from belegg.reason._clusters import clusters, holding
from belegg.reason._discourse import How, Leaning
from belegg.reason._material import Material
from belegg.reason._nearness import Nearness
from belegg.reason._pairs import LINK, features, keys
from belegg.reason._propositions import Proposition
from belegg.reason._sayings import Saying
from belegg.reason._units import Unit

MOST_ANSWERED = 3  # claims that one *opplysningene* answers
W_LEANS = LINK  # what belongs by how the text goes on is not scored: it holds as a link does
LEANS: Mapping[How, str] = {
    "answers": "the one answers the other",
    "goes on": "the one goes on from the other",
    "says of any": "the one says so of any such thing",
}
SAME_CLAIM = 0.7  # share of the smaller draft's units that must be in the larger one for them to be one claim


#: Two sayings (their numbers) and why they are held to say one thing.
Link = tuple[int, int, tuple[Feature, ...]]


@dataclass(frozen=True)
class Draft:
    """Saying number to the propositions by which it belongs; ``leaning`` are those that belong by another saying.

    ``core``: the sayings that the largest of the drafts that were joined in it had; none where it was not joined.
    """

    said: Mapping[int, tuple[Proposition, ...]]
    leaning: tuple[Leaning, ...] = ()
    links: tuple[Link, ...] = ()
    units: int = 1
    core: frozenset[int] = frozenset()

    @cached_property
    def members(self) -> tuple[int, ...]:
        """All its sayings, in order."""
        return tuple(sorted({*self.said, *(x.saying for x in self.leaning)}))


def drafts(near: Nearness) -> list[Draft]:
    """The drafts of a story by alignment of words, the largest first; none holds only what another one holds too."""
    material, alignment = near.material, Alignment(near)
    props, owners, links = material.props, material.owners, alignment.links()
    groups = _without_counted(clusters(len(props), links, alignment.speaks), props, owners)
    home = {member: n for n, group in enumerate(groups) for member in group}
    why: dict[int, list[Link]] = {}
    for _, a, b in holding(links, home):
        reasons = features(props[a], props[b], material.rare, material.setting(props[a].saying, props[b].saying))
        why.setdefault(home[a], []).append((props[a].saying, props[b].saying, reasons))
    found = [
        _draft([props[m] for m in group], {owners[m] for m in group}, material, tuple(why.get(n, ())))
        for n, group in enumerate(groups)
    ]
    return _without_parts(_overlapping_joined(found, material))


def asides(material: Material, found: Sequence[Draft]) -> list[Draft]:
    """What a saying tells beside that by which it is in a draft, each thing as a draft of its own.

    Nobody tells it in the same words, and so none of ``found`` has it; somebody may tell it in others.
    """
    held = {p for draft in found for told in draft.said.values() for p in told}
    units = [(number, unit) for number, unit in enumerate(material.units)]
    return [_draft([p], [n], material, ()) for n, unit in units for p in unit.propositions if p not in held]


def without_asides(found: Sequence[Draft], aside: Sequence[Draft]) -> list[Draft]:
    """The drafts after joining without asides that are as they were; what only asides tell is added to what the same
    sayings tell otherwise."""
    alone = {id(draft) for draft in aside}
    told = {p for draft in aside for said in draft.said.values() for p in said}
    out: list[Draft] = []
    more: list[Draft] = []
    for draft in found:
        if id(draft) not in alone:
            (more if all(p in told for said in draft.said.values() for p in said) else out).append(draft)
    homes: dict[int, list[int]] = {}
    for n, draft in enumerate(out):
        for saying in draft.said:
            homes.setdefault(saying, []).append(n)
    for draft in sorted(more, key=lambda d: -len(d.said)):
        near = homes.get(next(iter(draft.said), -1), [])
        home = next((n for n in near if draft.said.keys() <= out[n].said.keys()), None)
        if home is None:
            for saying in draft.said:
                homes.setdefault(saying, []).append(len(out))
            out.append(draft)
        else:
            out[home] = replace(out[home], said=_said(out[home], draft), links=(*out[home].links, *draft.links))
    return out


def _without_counted(
    groups: Sequence[Sequence[int]], props: Sequence[Proposition], owners: Sequence[int]
) -> list[list[int]]:
    """The groups without what is news for its figure alone, where its figure has found its like elsewhere.

    *The firm bids 40 kroner a share* is about the price, and no further report that there is a bid. Not where somebody
    denies it: denials leave the figure out.
    """
    shared = {
        owners[m]
        for group in groups
        if len({owners[m] for m in group}) > 1
        for m in group
        if props[m].aspect == "figure"
    }
    out: list[list[int]] = []
    for group in groups:
        counted = [m for m in group if props[m].counted and owners[m] in shared]
        denied = any(props[m].answers or props[m].negated for m in group)
        if 2 * len(counted) <= len(group) and not denied:
            out += [[m for m in group if m not in counted], *([m] for m in counted)]
        else:
            out.append(list(group))
    return [group for group in out if group]


def _overlapping_joined(found: Sequence[Draft], material: Material) -> list[Draft]:
    """What happened and how much it was, told by mostly the same units, make one draft."""
    unit_of = material.unit_of
    kept: list[Draft] = []
    homes: dict[int, set[int]] = {}
    for draft in sorted(found, key=lambda d: (-d.units, min(d.said))):
        own = {unit_of[n] for n in draft.said}
        near = sorted({n for u in own for n in homes.get(u, ())})
        shared = {n: len(own & {unit_of[s] for s in kept[n].said}) for n in near}
        home = next((n for n in near if shared[n] >= 2 and shared[n] > SAME_CLAIM * len(own)), None)
        if home is None:
            home = len(kept)
            kept.append(draft)
        else:
            kept[home] = _both(kept[home], draft)
        for unit in own:
            homes.setdefault(unit, set()).add(home)
    return kept


def _both(a: Draft, b: Draft) -> Draft:
    return Draft(_said(a, b), (), (*a.links, *b.links), max(a.units, b.units))


def _said(a: Draft, b: Draft) -> dict[int, tuple[Proposition, ...]]:
    return {n: tuple(dict.fromkeys((*a.said.get(n, ()), *b.said.get(n, ())))) for n in {*a.said, *b.said}}


def _draft(
    props: Sequence[Proposition], owners: Iterable[int], material: Material,
    links: tuple[Link, ...],
) -> Draft:  # fmt: skip
    """A cluster of units' propositions, spread over the copies of each unit."""
    said: dict[int, list[Proposition]] = {}
    of_unit = {material.units[o].sayings[0]: material.units[o] for o in owners}
    for p in props:
        for number in of_unit[p.saying].sayings:
            own = p if number == p.saying else _counterpart(p, of_unit[p.saying], material.said[number])
            if own is not None:
                said.setdefault(number, []).append(own)
    return Draft({n: tuple(ps) for n, ps in said.items()}, (), links, len(set(owners)))


def _counterpart(p: Proposition, unit: Unit, others: Sequence[Proposition]) -> Proposition | None:
    """The proposition of a copy that says what the first one's does."""
    if len(others) == len(unit.propositions):
        return others[unit.propositions.index(p)]
    wanted = set(keys(p))
    return max(others, key=lambda o: (len(wanted & set(keys(o))), o.main == p.main), default=None)


def _without_parts(found: Sequence[Draft]) -> list[Draft]:
    """Drafts joined where they hold the same sayings, or one holds only sayings of the other."""
    kept: list[Draft] = []
    homes: dict[int, list[int]] = {}
    for draft in sorted(found, key=lambda d: (-len(d.said), min(d.said))):
        number = next((n for n in homes.get(min(draft.said), ()) if draft.said.keys() <= kept[n].said.keys()), None)
        if number is None:
            for saying in draft.said:
                homes.setdefault(saying, []).append(len(kept))
            kept.append(draft)
        elif draft.said.keys() == kept[number].said.keys():
            both = {n: tuple(dict.fromkeys((*ps, *draft.said.get(n, ())))) for n, ps in kept[number].said.items()}
            kept[number] = replace(kept[number], said=both)
    return kept


def lean(
    found: Sequence[Draft], leaning: Iterable[Leaning], copies: Mapping[int, tuple[int, ...]], sayings: Sequence[Saying]
) -> list[Draft]:
    """Sayings that lean on another one join its largest draft, with their copies; their own drafts go.

    ``copies``: saying number to all sayings of its unit.
    """
    out = list(found)
    homes: dict[int, set[int]] = {}
    for n, draft in enumerate(out):
        for member in draft.members:
            homes.setdefault(member, set()).add(n)
    gone: set[int] = set()
    leaning = sorted(leaning, key=lambda x: x.saying)
    of_any = {x.saying for x in leaning if x.how == "says of any"}
    gone_on: set[int] = set()  # a copy goes on as the first of them does, whatever was cut before it
    for x in leaning:
        if x.how == "goes on" and x.saying in gone_on:
            continue
        own = {n for n in homes.get(x.saying, ()) if x.saying in out[n].said} - gone
        moves = x.how == "says of any" and all(out[n].said.keys() <= of_any for n in own)
        if not moves and any(not _is_alone(out[n], sayings[x.saying], sayings) for n in own):
            continue
        near = {n for on in x.on for n in homes.get(on, ())} - own - gone
        near = {n for n in near if not out[n].said.keys().isdisjoint(x.on)} or near
        if near:
            for home in _homes_of(x, near, out):
                moved = {*copies[x.saying], *(s for n in own for s in out[n].members)} - {*out[home].members}
                more = tuple(replace(x, saying=s) for s in sorted(moved))
                out[home] = replace(out[home], leaning=(*out[home].leaning, *more))
                if x.how == "goes on":
                    gone_on.update(copies[x.saying])
                for s in moved:
                    homes.setdefault(s, set()).add(home)
            gone |= own
    return [d for n, d in enumerate(out) if n not in gone]


def _homes_of(x: Leaning, near: Iterable[int], found: Sequence[Draft]) -> list[int]:
    """The largest draft that a leaning saying may join; one for each saying that it answers where it answers many."""

    def size(n: int) -> tuple[int, int, int]:
        return (found[n].units, len(found[n].said), -n)

    if not x.each:
        return [max(near, key=size)]
    chosen = {max((n for n in near if on in found[n].said), key=size, default=-1) for on in x.on}
    return sorted(chosen - {-1}, key=size, reverse=True)[:MOST_ANSWERED] or [max(near, key=size)]


def _is_alone(draft: Draft, saying: Saying, sayings: Sequence[Saying]) -> bool:
    """True for a draft of one unit, or of a saying and what is said within it."""
    if draft.units == 1:
        return True
    others = (sayings[n].place for n in draft.said)
    return all(p.article == saying.place.article and p.span.overlaps(saying.place.span) for p in others)


def judged(found: Sequence[Draft], judgements: Iterable[Judgement], sayings: Sequence[Saying]) -> list[Draft]:
    """The drafts after a person's judgements, which outrank alignment: joined or parted."""
    numbers = {s.id: s.number for s in sayings}
    out = list(found)
    for judgement in judgements:
        left, right = numbers.get(judgement.left), numbers.get(judgement.right)
        if judgement.subject != "claim" or left is None or right is None or judgement.by == "belegg" or left == right:
            continue
        if judgement.verdict == "same":
            out = _joined(out, left, right)
        elif judgement.verdict == "different":
            out = _parted(out, left, right)
    return out


def _joined(found: Sequence[Draft], left: int, right: int) -> list[Draft]:
    a = max((d for d in found if left in d.members), key=lambda d: len(d.members), default=None)
    b = max((d for d in found if right in d.members), key=lambda d: len(d.members), default=None)
    if a is None or b is None or a is b or right in a.members:
        return list(found)
    both = Draft({**b.said, **a.said}, (*a.leaning, *b.leaning), (*a.links, *b.links), a.units + b.units)
    return [both if d is a else d for d in found if d is not b]


def _parted(found: Sequence[Draft], left: int, right: int) -> list[Draft]:
    out = []
    parted = None
    for draft in found:
        if left in draft.members and right in draft.members:
            parted = Draft({right: draft.said.get(right, ())})
            draft = replace(
                draft,
                said={n: ps for n, ps in draft.said.items() if n != right},
                leaning=tuple(x for x in draft.leaning if x.saying != right and x.on != (right,)),
                links=tuple(x for x in draft.links if right not in x[:2]),
            )
        out.append(draft)
    out = [d for d in out if d.members]  # a refusal leaves no claim behind when it is parted from what it answers
    held = parted is None or any(right in d.members for d in out)
    return out if held or parted is None else [*out, parted]


def link_judgements(found: Iterable[Draft], sayings: Sequence[Saying]) -> tuple[Judgement, ...]:
    """Every link between two sayings that ended up in one claim, with its reasons."""
    best: dict[tuple[int, int], tuple[Feature, ...]] = {}
    for draft in found:
        for x in draft.leaning:
            pairs = [(min(x.saying, on), max(x.saying, on)) for on in x.on if {x.saying, on} <= set(draft.members)]
            best.update((pair, (Feature(x.how, W_LEANS, LEANS[x.how]),)) for pair in pairs if pair not in best)
        for a, b, why in draft.links:
            pair = (min(a, b), max(a, b))
            if a in draft.said and b in draft.said and (pair not in best or total(why) > total(best[pair])):
                best[pair] = why
    return tuple(
        Judgement("claim", sayings[a].id, sayings[b].id, "same", round(total(why), 3), why)
        for (a, b), why in sorted(best.items())
    )
