"""What a story's articles say together: claims and events (annotation.md, 7 and 8)."""

from dataclasses import dataclass
from typing import Literal

from belegg.core.annotation import HolderKind
from belegg.core.spans import Place

Relation = Literal["supports", "denies", "questions", "expects", "declines"]
Evidence = Literal["corroborated", "single-source", "unconfirmed", "disputed", "denied"]
Outcome = Literal["open", "came true", "did not come true"]
ConflictKind = Literal["number", "time", "place", "other"]
EventStatus = Literal["happened", "planned", "possible", "alleged", "ongoing"]


@dataclass(frozen=True, slots=True)
class Member:
    """A statement (``statement`` is its id) or a report (``statement`` is None) that bears on a claim.

    ``origin`` is the number of one of the claim's origins.
    """

    place: Place
    relation: Relation
    statement: str | None
    origin: int


@dataclass(frozen=True, slots=True)
class Origin:
    """An independent source of a claim, after chains and passages are taken off. ``proof``: what shows it."""

    number: int
    name: str
    kind: HolderKind
    proof: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ConflictValue:
    """One of the differing values and the indices of the members that give it."""

    value: str
    members: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Differing values in one place of a claim; ``update`` where the last word of all who tell it is one of them."""

    kind: ConflictKind
    values: tuple[ConflictValue, ...]
    update: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """One checkable proposition: ``text`` is its clearest wording, an article's own (annotation.md, 7).

    ``sure`` is false where several origins stand behind it, and it is not likely enough that two of them tell of one
    thing, or no two of them can mean one value; of what is disputed, where nobody denies it or answers it in so many
    words: a reader is told *perhaps*.
    """

    id: str
    story: str
    text: Place
    members: tuple[Member, ...]
    origins: tuple[Origin, ...]
    evidence: Evidence | None
    outcome: Outcome | None
    conflicts: tuple[Conflict, ...] = ()
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Event:
    """What happened or is planned. ``type`` is an ACE 2005 subtype or ``Other``; ``time`` a TIMEX value.

    ``telling``: those of the mentions that tell that it stands so (happened, planned) and, where any does, then.
    """

    id: str
    story: str
    type: str
    status: EventStatus
    time: str | None
    place: str | None
    participants: tuple[str, ...]
    mentions: tuple[Place, ...]
    telling: tuple[Place, ...] = ()
