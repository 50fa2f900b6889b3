"""Events: found by their mentions; time, place and participants of those found."""

from typing import Any

from belegg.evaluate.counting import Pairing, Tally, pair_off
from belegg.evaluate.parties import Party, in_common
from belegg.evaluate.regions import half_covered
from belegg.evaluate.sources import Found, Gold, Item, is_optional


def score_events(gold: Gold, found: Found, tally: Tally) -> None:
    """Events as F1, joined one-to-one by the mentions that overlap by half of the shorter."""
    pairing = paired(gold, found)
    pairing.f1(tally, "events")
    for g, s in pairing.pairs:
        _score_pair(g, s, gold, found, tally)


def paired(gold: Gold, found: Found) -> Pairing[Item, Item]:
    """Gold events joined one-to-one with found ones."""
    return pair_off(gold.items("events"), found.of(gold, "events"), _likeness, is_optional)


def _likeness(g: Item, s: Item) -> float:
    """Share of the mentions of both that a mention of the other one meets."""
    met = [any(half_covered((p,), (q,)) for q in s.region) for p in g.region]
    met += [any(half_covered((p,), (q,)) for q in g.region) for p in s.region]
    return sum(met) / len(met)


def _score_pair(g: Item, s: Item, gold: Gold, found: Found, tally: Tally) -> None:
    time, place = s.raw.get("time"), s.raw.get("place")
    times = g.accepts("time")
    _check(tally, "time", times, bool(time), lambda t: any(str(time).startswith(x.strip()) for x in (t, *t.split(";"))))
    party = found.party({"entity": place}, None)
    _check(tally, "place", g.accepts("place"), bool(place), lambda p: _known(p, gold).named_like(party))
    people = [_known(p, gold) for p in g.raw["participants"]]
    others = [found.party({"entity": p}, None) for p in s.raw.get("participants") or []]
    tally.f1("matched: participants", in_common(people, others), len(people), len(others))


def _check(tally: Tally, what: str, accepted: set[Any], was_found: bool, right: Any) -> None:
    """Counts where gold or export names one; none found is right where gold accepts none."""
    wanted = accepted - {None}
    if was_found or wanted:
        tally.rate(f"matched: {what}", any(right(w) for w in wanted) if was_found else None in accepted)


def _known(told: Any, gold: Gold) -> Party:
    """A gold place or participant: the id of an entity, a name, or an object with either."""
    entry = told if isinstance(told, dict) else {"entity": told}
    entity = entry.get("entity")
    name = entry.get("name") or (None if entity in gold.entities else entity)
    return gold.party({"entity": entity, "resolved": name}, None)
