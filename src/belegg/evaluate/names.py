"""Names and the entities that they belong to; times."""

import re

from belegg.evaluate.counting import Pairing, Tally, b_cubed, inverted, most_common, pair_off
from belegg.evaluate.parties import spelling
from belegg.evaluate.regions import jaccard, shared, size
from belegg.evaluate.sources import Found, Gold, Item, is_optional, listed


def score_entities(gold: Gold, found: Found, tally: Tally) -> None:
    """Mentions as F1 (overlap), entities as B-cubed over gold mentions, spellings joined as recall."""
    want = gold.mentions()
    got = [m for m in found.mentions() if m.article in gold.articles]
    places = {m.region[0] for m in got}

    def without_nested(pairing: Pairing[Item, Item]) -> Pairing[Item, Item]:
        # a name found inside a longer found name is no false alarm
        nested = {
            m for m in pairing.extra for p in places if shared(m.region[0], p) == size(m.region) < p.end - p.start
        }
        return Pairing(pairing.pairs, pairing.missed, tuple(m for m in pairing.extra if m not in nested))

    def alike(g: Item, s: Item) -> float:
        return jaccard(g.region, s.region)

    def alike_and_typed(g: Item, s: Item) -> float:
        return alike(g, s) if s.raw["type"] in g.accepts("type") else 0.0

    any_type = without_nested(pair_off(want, got, alike, is_optional))
    without_nested(pair_off(want, got, alike_and_typed, is_optional)).f1(tally, "mentions, same type")
    any_type.f1(tally, "mentions, any type")
    counted = [g for g in want if not g.optional]
    owner = {g: str(s.raw["entity"]) for g, s in any_type.pairs}
    clusters = inverted({g: str(g.raw["entity"]) for g in counted})
    b_cubed(tally, "entities across articles (B-cubed)", clusters.values(), inverted(owner).values(), counted)
    for members in clusters.values():
        _score_variants(members, owner, found, tally)


def _score_variants(members: list[Item], owner: dict[Item, str], found: Found, tally: Tally) -> None:
    forms = {spelling(g.raw["text"]) for g in members}
    if len(forms) < 2:
        return
    best = most_common(owner[g] for g in members if g in owner)
    entry = found.entities[best] if best is not None else {}
    told = {spelling(n) for n in [entry.get("name"), *listed(entry.get("names"))] if n}
    tally.rate("name variants, recall", len(forms & told), len(forms))


def score_times(gold: Gold, found: Found, tally: Tally) -> None:
    """Expressions as F1: overlap, exact extent, value, and all of it."""

    def exact(g: Item, s: Item) -> bool:
        place, text = g.region[0], gold.articles[g.article].text
        spans = {(place.start, place.end)}
        for other in listed(g.raw.get("text_alt")):
            spans |= {
                m.span() for m in re.finditer(re.escape(other), text) if m.start() < place.end and place.start < m.end()
            }
        return (s.region[0].start, s.region[0].end) in spans

    def valued(g: Item, s: Item) -> bool:
        return s.raw["value"] in g.accepts("value")

    pairing = pair_off(
        gold.items("times"), found.of(gold, "times"), lambda g, s: jaccard(g.region, s.region), is_optional
    )
    pairing.f1(tally, "overlap")
    pairing.f1(tally, "exact extent", exact)
    pairing.f1(tally, "overlap and value", valued)
    pairing.f1(
        tally,
        "strict: extent, type and value",
        lambda g, s: exact(g, s) and valued(g, s) and s.raw["type"] in g.accepts("type"),
    )
