"""At a glance: the few claims of a story that say most about it, and which reports share their words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from belegg.core.reasoning import Claim
from belegg.show.book import Book
from belegg.show.labels import OUTCOME, RELATION, label
from belegg.show.library import Quote, claim_anchor, distinct
from belegg.show.sections.known import ConflictView, conflict_view
from belegg.show.sections.reuse import Reuse
from belegg.show.wording import Wording

_MOST = 6
_MOST_OF_A_KIND = 2
_MOST_NAMES = 4
#: A report that shares less of its words than this is not worth a line.
_LEAST_SHARED = 10


@dataclass(frozen=True, slots=True)
class Line:
    """A claim with who does what to it (relation, its words, the names), its outcome, what the reports differ in."""

    anchor: str
    number: int
    mark: str
    text: Quote
    sides: tuple[tuple[str, str, str], ...]
    outcome: str
    conflicts: tuple[ConflictView, ...]


@dataclass(frozen=True, slots=True)
class Sharing:
    """Two reports and how much of the one stands in the other."""

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
    yield [c for c in claims if c.evidence == "disputed"]
    yield [c for c in claims if c.outcome in ("came true", "did not come true")]
    yield [c for c in claims if any(not conflict.update for conflict in c.conflicts)]
    yield [c for c in claims if any(m.relation == "declines" for m in c.members)]
    yield [c for c in claims if c.evidence == "corroborated" and len(c.origins) > 1][:1]


def _line(claim: Claim, book: Book) -> Line:
    library, words = book.library, book.library.words
    origins = {o.number: library.origin_name(o.name) for o in claim.origins}
    sides = []
    for relation in RELATION:
        names = distinct(origins[m.origin] for m in claim.members if m.relation == relation and m.origin in origins)
        if names:
            sides.append((relation, label(RELATION, relation, words), words.listing(_first(names, words))))
    return Line(
        anchor=claim_anchor(claim.id),
        number=book.numbers[claim.id],
        mark=claim.evidence or "none",
        text=library.quote(claim.text),
        sides=tuple(sides),
        outcome=label(OUTCOME, claim.outcome, words) if claim.outcome else "",
        conflicts=tuple(conflict_view(c, claim, library) for c in claim.conflicts if not c.update),
    )


def _first(names: Sequence[str], words: Wording) -> list[str]:
    """The first names, and how many more there are."""
    more = len(names) - _MOST_NAMES
    return [*names[:_MOST_NAMES], *([words.ngettext("{n} more", "{n} more", more)] if more > 0 else [])]


def _sharing(reuse: Reuse) -> Sharing | None:
    """The two reports of which the one has most of the other's words."""
    pairs = [(max(p.left.percent, p.right.percent), p) for p in reuse.pairs]
    percent, pair = max(pairs, key=lambda x: x[0], default=(0, None))
    if pair is None or percent < _LEAST_SHARED:
        return None
    return Sharing(pair.left.outlet, pair.right.outlet, percent)
