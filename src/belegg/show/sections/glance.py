"""At a glance: the few claims of a story that say most about it, and which reports share their words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from belegg.core.reasoning import Claim, Member, Relation
from belegg.show.book import Book, standing, supporting
from belegg.show.labels import RELATION, label
from belegg.show.library import Library, Node, Quote, claim_anchor, distinct
from belegg.show.sections.became import Became, became
from belegg.show.sections.differing import ConflictView, conflict_view
from belegg.show.sections.reuse import Reuse

_MOST = 6
_MOST_OF_A_KIND = 2
_MOST_NAMES = 6
_MOST_CONFLICTS = 2
#: A report that shares less of its words than this is not worth a line.
_LEAST_SHARED = 10


@dataclass(frozen=True, slots=True)
class Side:
    """Who does one thing to a claim: the relation and its words, the first names, and how many more there are."""

    relation: str
    text: str
    names: tuple[Node, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Line:
    """A claim with who does what to it, its outcome, and what the reports differ in."""

    anchor: str
    number: int
    mark: str
    text: Quote
    sides: tuple[Side, ...]
    became: Became | None
    conflicts: tuple[ConflictView, ...]


@dataclass(frozen=True, slots=True)
class Sharing:
    """Two reports and how much of the left one's words stand in the right one too."""

    left: str
    right: str
    percent: int


@dataclass(frozen=True, slots=True)
class Glance:
    """What stands at the top of a story."""

    lines: tuple[Line, ...]
    sharing: Sharing | None

    def __bool__(self) -> bool:
        return bool(self.lines)


def glance(book: Book, reuse: Reuse) -> Glance:
    """The most contested claims, what was expected and met, what the reports differ in, who does not answer."""
    chosen: dict[str, Claim] = {}
    for claims in _kinds(book):
        for claim in [c for c in claims if c.id not in chosen][:_MOST_OF_A_KIND]:
            chosen.setdefault(claim.id, claim)
    lines = [_line(claim, book) for claim in list(chosen.values())[:_MOST]]
    return Glance(tuple(lines), _sharing(reuse))


def _kinds(book: Book) -> Iterator[Sequence[Claim]]:
    """Claims by what makes them worth a look, the most important kind first; within one those of most origins."""
    claims = sorted((c for c in book.claims if len(c.members) > 1), key=lambda c: -len(c.origins))
    yield [c for c in claims if standing(c) == "disputed"]
    yield [c for c in claims if is_met(c, book)]
    yield [c for c in claims if any(not conflict.update for conflict in c.conflicts)]
    yield [c for c in claims if _declined(c)]
    yield sorted((c for c in claims if standing(c) == "corroborated"), key=lambda c: -supporting(c))


def is_met(claim: Claim, book: Book) -> bool:
    """True where it is shown, and not only said, what came of an expectation."""
    found = became(claim, book.library)
    return found is not None and found.shown is not None and found.mark in ("came-true", "did-not-come-true")


def _declined(claim: Claim) -> bool:
    """True where somebody declines to say what others say or expect."""
    silent = {m.origin for m in claim.members if m.relation == "declines"}
    return any(m.relation in ("supports", "expects") and silent - {m.origin} for m in claim.members)


def _line(claim: Claim, book: Book) -> Line:
    library, words = book.library, book.library.words
    names = {o.number: Node(library.origin_name(o.name), o.kind == "anonymous") for o in claim.origins}
    last = _last_words(claim, library)
    sides = []
    for relation in RELATION:
        told = distinct(names[number] for number, told in last.items() if told == relation and number in names)
        if told:
            more = len(told[_MOST_NAMES:])
            sides.append(Side(relation, label(RELATION, relation, words), told[:_MOST_NAMES], more))
    return Line(
        anchor=claim_anchor(claim.id),
        number=book.numbers[claim.id],
        mark=standing(claim),
        text=book.labels[claim.id],
        sides=tuple(sides),
        became=became(claim, library),
        conflicts=tuple(conflict_view(c, claim, library) for c in claim.conflicts if not c.update)[:_MOST_CONFLICTS],
    )


def _last_words(claim: Claim, library: Library) -> Mapping[int, Relation]:
    """What each origin does to a claim, each once: by its last word, a denial where that came at the same time.

    Who expected something and then reports it, and who denied and then admits, are each on one side here; the claim's
    card has all they said. To say no more takes nothing back: who denied and then declines to answer still denies.
    """

    def when(member: Member) -> tuple[str, bool, int]:
        return (library.time_key(member.place.article)[0], member.relation == "denies", member.place.start)

    last: dict[int, Relation] = {}
    for member in sorted(claim.members, key=when):
        if member.relation != "declines" or last.get(member.origin) not in ("supports", "denies"):
            last[member.origin] = member.relation
    return {o.number: last[o.number] for o in claim.origins if o.number in last}


def _sharing(reuse: Reuse) -> Sharing | None:
    """The two reports of which the one has most of the other's words."""
    pairs = [(max(p.left.percent, p.right.percent), p) for p in reuse.pairs]
    percent, pair = max(pairs, key=lambda x: x[0], default=(0, None))
    if pair is None or percent < _LEAST_SHARED:
        return None
    one, other = (pair.left, pair.right) if pair.left.percent == percent else (pair.right, pair.left)
    return Sharing(one.outlet, other.outlet, percent)
