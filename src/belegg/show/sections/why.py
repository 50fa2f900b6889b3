"""Why sentences are taken for one claim: the links between them, each with the features that its score adds up from."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from belegg.core.judgement import Feature, Judgement
from belegg.core.reasoning import Claim
from belegg.show.book import Book
from belegg.show.calendar import written
from belegg.show.labels import JUDGED, WHY, label
from belegg.show.library import Library, Quote

#: Links that a claim shows, the weakest first: those are the ones that a reader may want to undo.
_MOST_LINKS = 8
#: What adds less than this to a score is not worth a word.
_LEAST_WEIGHT = 0.05
#: Features whose details are words of the articles; those of the others are the program's own terms.
_IN_WORDS = ("words", "meaning")


@dataclass(frozen=True, slots=True)
class Reason:
    """A feature: what it is, the words it rests on, and what it adds to the score (or takes from it)."""

    text: str
    detail: str
    weight: str
    speaks_for: bool


@dataclass(frozen=True, slots=True)
class Link:
    """Two sentences that are taken for one claim, or that a person has judged.

    ``judged`` is what the person said of them, empty for the program's own link.
    """

    left: Quote
    right: Quote
    score: str
    judged: str
    reasons: tuple[Reason, ...]


def links(book: Book) -> Mapping[str, tuple[Link, ...]]:
    """Claim id → the links within it, and what a person has said of its members, of those taken out of it too."""
    library = book.library
    home = {key: claim.id for claim in book.claims for key in _members(claim, library)}
    found: dict[str, list[Judgement]] = defaultdict(list)
    for judgement in library.dossier.judgements:
        if judgement.subject not in ("claim", "origin"):
            continue
        left, right = (home.get(key) for key in (judgement.left, judgement.right))
        if judgement.by != "belegg":
            for claim in dict.fromkeys(c for c in (left, right) if c):
                found[claim].append(judgement)
        elif judgement.verdict == "same" and left is not None and left == right:
            found[left].append(judgement)
    return {claim: tuple(_links(judged, library)) for claim, judged in found.items()}


def _members(claim: Claim, library: Library) -> Iterator[str]:
    for member in claim.members:
        yield member.statement or library.reports.get(member.place, "")


def _links(judged: list[Judgement], library: Library) -> Iterator[Link]:
    judged.sort(key=lambda j: (j.by == "belegg", j.score))
    for judgement in judged[:_MOST_LINKS]:
        left, right = (_quote(key, library) for key in (judgement.left, judgement.right))
        if left is not None and right is not None:
            spoken = sorted(_at_once(judgement.reasons, library), key=lambda f: -abs(f.weight))
            reasons = tuple(_reason(f, library) for f in spoken if abs(f.weight) >= _LEAST_WEIGHT)
            yield Link(left, right, _signed(judgement.score, library), _judged(judgement, library), reasons)


def _judged(judgement: Judgement, library: Library) -> str:
    """What a person said, in the interface's words; empty for the program."""
    if judgement.by == "belegg":
        return ""
    return library.words.gettext(JUDGED[judgement.subject, judgement.verdict], who=judgement.by)


def _at_once(reasons: Iterable[Feature], library: Library) -> list[Feature]:
    """The features; of those that are called the same, such as two predicates, one with the weight of all."""
    found: dict[str, list[Feature]] = defaultdict(list)
    for feature in reasons:
        found[label(WHY, feature.name, library.words)].append(feature)
    return [replace(same[0], weight=sum(f.weight for f in same)) for same in found.values()]


def _quote(key: str, library: Library) -> Quote | None:
    statement = library.statements.get(key)
    place = library.statement_place(statement) if statement else library.report_places.get(key)
    return library.quote(place) if place else None


def _reason(feature: Feature, library: Library) -> Reason:
    return Reason(
        text=label(WHY, feature.name, library.words),
        detail=_detail(feature, library),
        weight=_signed(feature.weight, library),
        speaks_for=feature.weight > 0,
    )


def _detail(feature: Feature, library: Library) -> str:
    if feature.name in _IN_WORDS:
        return feature.detail
    parts = [part for part in feature.detail.split(", ") if part]
    if feature.name == "names":
        known = (library.entities.get(part) for part in parts)
        return ", ".join(entity.name for entity in known if entity)
    return ", ".join(written(part, library.words) for part in parts) if feature.name == "time" else ""


def _signed(score: float, library: Library) -> str:
    number = library.words.number(round(abs(score), 1))
    return f"{'+' if score > 0 else '−'}{number}"
