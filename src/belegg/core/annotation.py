"""Stand-off layers over one article: names, times, statements, reports (annotation.md, 3 to 5)."""

from dataclasses import dataclass
from typing import Literal

from belegg.core.spans import Span
from belegg.core.words import NameType

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
TimexMod = Literal["START", "MID", "END", "APPROX"]
Mode = Literal["direct", "indirect", "mixed"]
Stance = Literal["assert", "deny", "expect", "allege", "doubt", "decline", "urge", "promise"]
HolderKind = Literal[
    "anonymous", "expert", "person", "agency", "state_media", "media", "government", "organisation",
    "document", "collective",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a content block. ``name`` is the surface without genitive -s.

    ``inside`` is true for a nested mention; ``base`` is, on DRV, the name that the word is derived from; ``sure`` is
    by how much evidence the type outdoes the next best.
    """

    start: int
    end: int
    type: NameType
    name: str
    inside: bool = False
    base: str | None = None
    sure: float = 0.0

    @property
    def span(self) -> Span:
        """The interval of the mention in the article's text."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Role:
    """A title or role (``operasjonsleiar``) and the mention whose bearer has it."""

    start: int
    end: int
    mention: Span

    @property
    def span(self) -> Span:
        """The interval of the role in the article's text."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression with its TIMEX3 type and value. ``anchor`` is the ISO value that it was resolved against."""

    start: int
    end: int
    type: TimexType
    value: str
    mod: TimexMod | None = None
    anchor: str | None = None

    @property
    def span(self) -> Span:
        """The interval of the expression in the article's text."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Party:
    """A holder, relay or addressee.

    ``span`` is the noun phrase as written at the statement (None where it is not written there). ``name`` is the best
    name: a pronoun or bare title resolved; the noun phrase where there is no name; empty where unknown. ``referent`` is
    the place, in the same article, of the name mention that it stands for (None where it stands for no name).
    """

    span: Span | None
    name: str
    kind: HolderKind
    referent: Span | None = None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """One source (or several named together) and one content (annotation.md, 5)."""

    id: str
    article: str
    content: tuple[Span, ...]
    mode: Mode
    cue: tuple[Span, ...]
    holders: tuple[Party, ...]
    chain: tuple[Party, ...]
    stance: Stance
    hedge: tuple[Span, ...] = ()
    attitude: Literal["concern"] | None = None
    addressee: Party | None = None
    inside: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What the article says in its own voice. ``attributable_to``: id of a statement whose source it may rest on."""

    id: str
    article: str
    content: Span
    stance: Literal["assert", "allege", "expect"]
    hedge: tuple[Span, ...] = ()
    attributable_to: str | None = None
