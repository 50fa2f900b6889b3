"""Open questions: what rests on unnamed sources alone, where the reports differ, what was expected and not followed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from belegg.core.annotation import Time
from belegg.core.reasoning import Claim
from belegg.show.book import Book, standing
from belegg.show.calendar import interval, moment_interval
from belegg.show.library import Quote, claim_anchor, layer
from belegg.show.sections.differing import ConflictView, conflict_view


@dataclass(frozen=True, slots=True)
class Question:
    """A claim that leaves a question, with what the question is about."""

    anchor: str
    number: int
    text: Quote
    note: str = ""
    conflicts: tuple[ConflictView, ...] = ()


@dataclass(frozen=True, slots=True)
class Questions:
    """The kinds of questions, each in the order of the page."""

    unnamed: tuple[Question, ...]
    differing: tuple[Question, ...]
    disputed: tuple[Question, ...]
    overdue: tuple[Question, ...]
    ahead: tuple[Question, ...]
    declined: tuple[Question, ...]

    def __bool__(self) -> bool:
        return any((self.unnamed, self.differing, self.disputed, self.overdue, self.ahead, self.declined))


def questions(book: Book) -> Questions:
    """What the story's claims leave open."""
    claims = book.claims
    waiting = [claim for claim in claims if claim.outcome == "open"]
    overdue = [claim for claim in waiting if _is_past(claim, book)]
    late = {claim.id for claim in overdue}
    return Questions(
        unnamed=_questions([c for c in claims if c.evidence == "unconfirmed"], book),
        differing=tuple(_differing(claim, book) for claim in claims if any(not c.update for c in claim.conflicts)),
        disputed=_questions([c for c in claims if standing(c) == "disputed"], book),
        overdue=_questions(overdue, book),
        ahead=_questions([c for c in waiting if c.id not in late], book),
        declined=_questions([c for c in claims if c.evidence is None and c.outcome is None and _declined(c)], book),
    )


def _declined(claim: Claim) -> bool:
    return any(member.relation == "declines" for member in claim.members)


def _questions(claims: Sequence[Claim], book: Book) -> tuple[Question, ...]:
    return tuple(_question(claim, book) for claim in claims)


def _question(claim: Claim, book: Book) -> Question:
    words = book.library.words
    names = list(dict.fromkeys(book.library.origin_name(o.name) for o in claim.origins))
    return Question(claim_anchor(claim.id), book.numbers[claim.id], book.labels[claim.id], words.listing(names[:4]))


def _differing(claim: Claim, book: Book) -> Question:
    conflicts = tuple(conflict_view(c, claim, book.library) for c in claim.conflicts if not c.update)
    return Question(claim_anchor(claim.id), book.numbers[claim.id], book.labels[claim.id], "", conflicts)


def _is_past(claim: Claim, book: Book) -> bool:
    """True where the story goes on after the last time that the expectation names."""
    due, latest = due_date(claim, book), book.latest
    return due is not None and latest is not None and due <= latest


def due_date(claim: Claim, book: Book) -> datetime | None:
    """The end of the last time named in what was expected, after its report; None where none is named."""
    library = book.library
    found: list[datetime] = []
    for member in claim.members:
        doc = library.documents[member.place.article]
        told = moment_interval(doc.article.published)
        for time in layer(doc, Time):
            known = interval(time.value) if time.span.overlaps(member.place.span) else None
            if known and (told is None or known.end > told.start):
                found.append(known.end)
    return max(found, default=None)
