"""What a member of a claim tells that can differ, and whether two members tell of one matter.

Two values speak against each other only where the same is told with them: not of two people who did the same, nor of
two happenings that stand side by side in one claim.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from belegg.reason._cues import load_cues
from belegg.reason._propositions import Proposition
from belegg.text.numbers import AGE, PERSON

SHORTLY = 20  # code points between a figure and the one that corrects it
HOURS, DAYS = "clock", "calendar"  # what times are told in
MUCH = 2  # words by which two that have other predicates tell of one matter
PUT_OFF = frozenset(("postpone", "cancel"))  # predicates of what is told, whatever that is
GENERAL = frozenset(
    ("%", "kr", "usd", "eur", "gbp", "minutes", "days", "år", "gang", AGE, HOURS)
)  # much is told in them


@dataclass(frozen=True, slots=True)
class Told:
    """A member's number in the claim, its origin, when it was written and what it says of the claim.

    ``firm`` is false for one that only asks: what it says of the place counts, its figures do not.
    ``denies``: it says the opposite; its figures do not count, nor does the time of what is not so. ``article``: where
    it stands. ``figures``: what else it counts in the clauses that say so.
    """

    member: int
    origin: int
    when: str
    propositions: tuple[Proposition, ...]
    firm: bool = True
    denies: bool = False
    article: str = ""
    figures: tuple[Proposition, ...] = ()


def of_one_matter(a: Told, b: Told, kind: str) -> bool:
    """True where the two may tell of one thing: of the same who, and for what much is told in, of the same what.

    Two figures of one voice in one article are of two things, unless the one corrects the other: nobody gives two at
    once for one.
    """
    one_voice = a.article and (a.article, a.origin) == (b.article, b.origin)
    if one_voice and kind not in (DAYS, HOURS) and not (_corrects(a, b) or _corrects(b, a)):
        return False
    return any(_is_one(p, q, kind) for p, q in _pairs(a, b))


def _corrects(later: Told, earlier: Told) -> bool:
    """True for a figure right after another one that does not tell what it counts: *46 were on board. It is 43.*"""
    counted = [q for p in later.propositions for q in p.quantities]
    return bool(counted) and not any(q.what for q in counted) and stands_behind(later, earlier) is not None


def stands_behind(later: Told, earlier: Told) -> int | None:
    """Where the earlier member ends, if the later one stands shortly behind it in the same article; else None."""
    start = min((p.span.start for p in later.propositions), default=0)
    end = max((p.span.end for p in earlier.propositions), default=start + 1)
    near = later.article and later.article == earlier.article and start - SHORTLY <= end <= start
    return end if near else None


def _pairs(a: Told, b: Told) -> Iterator[tuple[Proposition, Proposition]]:
    return product(a.propositions, b.propositions)


def _is_one(p: Proposition, q: Proposition, kind: str) -> bool:
    if p.people and q.people and p.people.isdisjoint(q.people):
        return False
    if kind == PERSON:
        return not _befall_others(p, q)
    if kind == AGE:
        return _name_alike(p, q)
    if kind == DAYS:
        return _is_one_day(p, q)
    if kind == HOURS:
        return bool(p.heads & q.heads) or len(p.words & q.words) >= MUCH
    neutral = load_cues().frames | PUT_OFF
    told = p.axes.keys() - neutral and q.axes.keys() - neutral
    return kind not in GENERAL or not told or _is_shared(p, q)


def _is_one_day(p: Proposition, q: Proposition) -> bool:
    """Two that have come on two days are two happenings of one kind, unless both name something alike."""
    if p.future or q.future or PUT_OFF & (p.axes.keys() | q.axes.keys()):
        planned = p.future != q.future or bool(PUT_OFF & (p.axes.keys() | q.axes.keys()))
        return bool(p.heads & q.heads) or len(p.words & q.words) >= (1 if planned else MUCH)
    return len(p.words & q.words) >= MUCH or (bool(p.heads & q.heads) and _name_alike(p, q))


def _name_alike(p: Proposition, q: Proposition) -> bool:
    """True where both have a word that is no predicate, or a name, in common."""
    return not (p.words | p.names).isdisjoint(q.words | q.names)


def _befall_others(p: Proposition, q: Proposition) -> bool:
    """True where two things are told that happen to people, and not to the same ones: *two dead*, *six missing*."""
    cues = load_cues()
    here, there = p.axes.keys() & cues.counts_people, q.axes.keys() & cues.counts_people
    return bool(here and there) and here.isdisjoint(there)


def _is_shared(p: Proposition, q: Proposition) -> bool:
    """True where both have a predicate or another word in common."""
    return not (p.axes.keys() | p.words).isdisjoint(q.axes.keys() | q.words)
