"""Whether an event has come about or is still to come: what the gold claims and times tell of it.

Gold has no status of events, so it is derived, and only where it is plain: the claim that tells of an event is the one
whose members and the event's mentions cover each other most. What it leaves open, or what did not come true, has not
come about; what came true, or what is told and nobody denies, has. A time that speaks against it leaves the event out,
and so does a claim that only touches it; of what no claim tells, only a time after the last article counts.
"""

from collections.abc import Mapping, Sequence
from itertools import chain

from belegg.evaluate.claiming import Wanted, outcome_of, wanted_members
from belegg.evaluate.counting import Tally
from belegg.evaluate.happening import paired
from belegg.evaluate.regions import Region, half_covered
from belegg.evaluate.sources import Entry, Found, Gold, Item
from belegg.text.dates import DAY, days_of

TELLS = 0.4  # share of an event's mentions and a claim's members that cover each other
TO_COME = frozenset(("planned", "possible"))
CONFIRMED = frozenset(("corroborated", "single-source"))
UNMET = frozenset(("open", "did not come true"))


def score_standing(gold: Gold, found: Found, tally: Tally) -> None:
    """Of the events found: whether each has come about, and F1 of those that have not."""
    pairing = paired(gold, found)
    unmet = still_to_come(gold, [g for g, _ in pairing.pairs])
    for g, s in pairing.pairs:
        if g in unmet:
            planned = s.raw.get("status") in TO_COME
            tally.rate("come about or not", planned == unmet[g])
            tally.f1("not come about", unmet[g] and planned, unmet[g], planned)


def still_to_come(gold: Gold, events: Sequence[Item]) -> dict[Item, bool]:
    """Gold event to whether it has not come about; without those of which gold tells nothing plain."""
    wanted = wanted_members(gold)
    claims = {claim["id"]: claim for claim in gold.data["claims"]}
    out = {}
    for event in events:
        told = max(wanted, key=lambda c: _covered(event, wanted[c]), default=None)
        much = _covered(event, wanted[told]) if told else 0.0
        by_claim = _unmet(claims[told]) if told and much >= TELLS else None
        later = _lies_ahead(event, gold)
        if by_claim is None and not much and later:
            out[event] = True
        elif by_claim is not None and (by_claim or not later):
            out[event] = by_claim
    return out


def _covered(event: Item, members: Mapping[Region, Wanted]) -> float:
    """Share of the mentions of an event and the members of a claim that meet one of the others."""
    mentions = [(place,) for place in event.region]
    met = [[half_covered(m, words) for words in members] for m in mentions]
    return sum(chain(map(any, met), map(any, zip(*met, strict=True)))) / (len(mentions) + len(members))


def _unmet(claim: Entry) -> bool | None:
    """True where what a claim tells has not come about, None where it does not tell plainly."""
    outcome = outcome_of(claim)
    relations = {member["relation"] for member in claim["members"]}
    if outcome in UNMET or outcome == "came true":
        return outcome in UNMET
    founded = claim.get("evidence", claim.get("status")) in CONFIRMED
    return False if founded and "denies" not in relations else None


def _lies_ahead(event: Item, gold: Gold) -> bool:
    """True where all of an event's time lies after the last article's day."""
    days = [found[1] for article in gold.articles.values() if (found := days_of(_written(article.facts)))]
    time = str(event.raw.get("time") or "").replace(";", "/").partition("/")[0]
    then = days_of(time[:DAY])
    return bool(days and then and then[0] > max(days))


def _written(facts: Entry) -> str:
    """The day on which an article was published, where it is known."""
    told = facts.get("inferred") or facts.get("published") or {}
    return str(told.get("value") or "")[:DAY]
