"""Claims: their members, how they are joined, and what is said of each claim that gold has, too."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any, get_args

from belegg.core.reasoning import Evidence
from belegg.core.spans import Place
from belegg.evaluate.counting import Tally, b_cubed
from belegg.evaluate.regions import Region, half_covered, jaccard
from belegg.evaluate.sources import Entry, Found, Gold, listed

_EVIDENCE = frozenset(get_args(Evidence))
_OUTCOMES = {"expected": "open", "came true": "came true", "did not come true": "did not come true"}


@dataclass(slots=True)
class Wanted:
    """A gold member: the words that it stands on, the refs that stand there, the relations that are right."""

    words: Region
    optional: bool
    refs: set[str] = field(default_factory=set)
    relations: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class FoundClaim:
    """A found claim that touches a gold set; ``near``: of each member its place, and the gold words that it meets."""

    raw: Entry
    near: Mapping[int, tuple[Place, tuple[Region, ...]]]


def score_claims(gold: Gold, found: Found, tally: Tally) -> None:
    """Links between members as F1, members as B-cubed, and the labels of the claims that could be joined."""
    wanted = wanted_members(gold)
    keys = sorted({words for members in wanted.values() for words in members})
    claims = _found_claims(gold, found, keys)
    best = _joined(wanted, claims)
    owner = {number: claim for claim, number in best.items()}
    words = [_words(c, wanted.get(owner.get(n, ""), {})) for n, c in enumerate(claims)]
    tally.rate("claims found", len(best), len(wanted))
    _score_links(wanted, words, tally)
    for claim in gold.data["claims"]:
        number = best.get(claim["id"])
        if number is None:
            tally.f1("conflicts", 0, len(listed(claim.get("conflicts"))), 0)
        else:
            _score_claim(claim, wanted[claim["id"]], claims[number].raw, words[number], tally)


def wanted_members(gold: Gold) -> dict[str, dict[Region, Wanted]]:
    """The members of each gold claim by their words; members on the same words are one."""
    said = {e["id"]: e for layer in ("statements", "reports") for e in gold.data.get(layer) or []}
    out: dict[str, dict[Region, Wanted]] = {}
    for claim in gold.data["claims"]:
        members = out.setdefault(claim["id"], {})
        for told in claim["members"]:
            source: Entry = said.get(told.get("ref"), {})
            spans = [told] if "start" in told else listed(source["content"]) + listed(source.get("content_more"))
            words = gold.region(spans, told.get("article", source.get("article")))
            optional = bool(told.get("optional") or told.get("counts") is False or source.get("optional"))
            member = members.setdefault(words, Wanted(words, optional))
            member.refs.add(str(told.get("ref")))
            member.relations |= {told["relation"], *listed(told.get("relation_alt"))}
    return out


def _found_claims(gold: Gold, found: Found, keys: Iterable[Region]) -> list[FoundClaim]:
    by_article: dict[str, list[Region]] = {}
    for key in keys:
        by_article.setdefault(key[0].article, []).append(key)
    said = {s.get("id"): found.region(s["content"], s["article"]) for s in found.data.get("statements") or []}
    out = []
    for claim in found.data.get("claims") or []:
        near = {n: met for n, m in enumerate(claim["members"]) if (met := _meet(m, said, by_article, found))}
        if any(place.article in gold.articles for place, _ in near.values()):
            out.append(FoundClaim(claim, near))
    return out


def _meet(
    member: Entry, said: Mapping[Any, Region], by_article: Mapping[str, list[Region]], found: Found
) -> tuple[Place, tuple[Region, ...]] | None:
    """Where a found member stands, and the gold words that it meets, the nearest first."""
    regions = [r for r in (found.region([member]), said.get(member.get("statement"), ())) if r]
    if not regions:
        return None
    met = {
        key: max(jaccard(key, r) for r in regions)
        for key in by_article.get(regions[0][0].article, ())
        if any(half_covered(key, r) for r in regions)
    }
    return regions[0][0], tuple(sorted(met, key=lambda k: met[k], reverse=True))


def _joined(wanted: Mapping[str, Mapping[Region, Wanted]], claims: list[FoundClaim]) -> dict[str, int]:
    """Gold claims joined one-to-one with found ones, those that share most members first (Dice)."""
    likeness: dict[tuple[str, int], float] = {}
    for claim, members in wanted.items():
        for number, candidate in enumerate(claims):
            shared = {key for _, near in candidate.near.values() for key in near if key in members}
            if shared:
                likeness[claim, number] = 2 * len(shared) / (len(members) + len(candidate.near))
    best: dict[str, int] = {}
    for claim, number in sorted(likeness, key=lambda pair: -likeness[pair]):
        if claim not in best and number not in best.values():
            best[claim] = number
    return best


def _words(claim: FoundClaim, mine: Mapping[Region, Wanted]) -> dict[int, Region | Place]:
    """Of each member the gold words that it stands for: those of its own claim first; its place where it meets none."""
    return {
        number: next((key for key in near if key in mine), near[0] if near else place)
        for number, (place, near) in claim.near.items()
    }


def _score_links(
    wanted: Mapping[str, Mapping[Region, Wanted]], words: list[dict[int, Region | Place]], tally: Tally
) -> None:
    keys = {key for members in wanted.values() for key in members}
    trifles = {key for members in wanted.values() for key, m in members.items() if m.optional}
    clusters = [set(members) - trifles for members in wanted.values()]
    got = [set(w.values()) - trifles for w in words]
    links = {frozenset(pair) for c in clusters for pair in combinations(c, 2)}
    found = {frozenset(pair) for c in got for pair in combinations(c, 2)}
    found = {pair for pair in found if pair & keys}
    reached = sorted(keys & {w for c in got for w in c if not isinstance(w, Place)})
    tally.rate("members found", len(reached), len(keys - trifles))
    tally.f1("links between members", len(links & found), len(links), len(found))
    b_cubed(tally, "matched members (B-cubed)", clusters, got, reached)


def _score_claim(
    claim: Entry, members: Mapping[Region, Wanted], found: Entry, words: Mapping[int, Region | Place], tally: Tally
) -> None:
    for number, told in enumerate(found["members"]):
        at = words.get(number)
        member = None if at is None or isinstance(at, Place) else members.get(at)
        if member is not None and not member.optional:
            tally.rate("matched: relation", told.get("relation") in member.relations)
    evidence, outcome = _accepted_status(claim)
    if evidence is not None:
        tally.rate("matched: evidence", found.get("evidence") in evidence)
    if outcome is not None:
        tally.rate("matched: outcome", (found.get("outcome") or None) in outcome)
    counts = {claim["origins"]["count"], *listed(claim["origins"].get("count_alt"))}
    count = len(found.get("origins") or [])
    tally.rate("matched: number of origins", count in counts)
    tally.rate("matched: number of origins, within one", min(abs(c - count) for c in counts) <= 1)
    _score_conflicts(claim, members, found, words, tally)


def _accepted_status(claim: Entry) -> tuple[frozenset[Any] | None, frozenset[Any] | None]:
    """The evidence and outcomes that gold accepts; None where it does not tell.

    An older single ``status`` is one or the other; what it leaves untold is not counted.
    """
    if "evidence" in claim:
        told = (
            frozenset(a or None for a in (claim.get(k), *listed(claim.get(f"{k}_alt"))))
            for k in ("evidence", "outcome")
        )
        return next(told), next(told)
    given = [claim["status"], *listed(claim.get("status_alt"))]
    founded = claim["status"] in _EVIDENCE
    if founded and any(m["relation"] == "expects" for m in claim["members"]):
        return _EVIDENCE & set(given), None
    return (_EVIDENCE & set(given) if founded else None), frozenset(_OUTCOMES.get(s) for s in given)


def outcome_of(claim: Entry) -> str | None:
    """*Open*, *came true*, *did not come true*, or none, as gold tells it first."""
    told = claim["outcome"] if "evidence" in claim else _OUTCOMES.get(claim["status"])
    return told or None


def _score_conflicts(
    claim: Entry, members: Mapping[Region, Wanted], found: Entry, words: Mapping[int, Region | Place], tally: Tally
) -> None:
    by_ref = {ref: key for key, m in members.items() for ref in m.refs}
    wanted = [
        [{by_ref.get(r) for r in v["refs"]} - {None} for v in c["values"]] for c in listed(claim.get("conflicts"))
    ]
    got = [
        [{words.get(i) for i in listed(v.get("members"))} - {None} for v in listed(c.get("values"))]
        for c in listed(found.get("conflicts"))
    ]
    hits = sum(1 for w in wanted if any(_clash(w, g) for g in got))
    right = sum(1 for g in got if any(_clash(w, g) for w in wanted))
    tally.f1("conflicts", hits, len(wanted), len(got), right)


def _clash(wanted: list[set[Any]], got: list[set[Any]]) -> bool:
    """Two gold values on two found ones; where gold names no members, any conflict will do."""
    if not any(wanted):
        return True
    sides = [(i, j) for i, v in enumerate(wanted) for j, w in enumerate(got) if v & w]
    return any(a[0] != b[0] and a[1] != b[1] for a, b in combinations(sides, 2))
