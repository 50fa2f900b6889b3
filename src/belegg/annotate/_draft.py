"""A statement in the making: words by index, before its holder has a name."""

from dataclasses import dataclass, field

from belegg.annotate._lexicon import Cue, CueStance
from belegg.annotate._view import Words
from belegg.core.annotation import Mode


@dataclass(frozen=True, slots=True)
class Relay:
    """A link of the chain: the words that name it, or the draft whose holder it is (an outer speaker)."""

    words: Words | None
    outer: int | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """What was said (``content``), with the words of its cue, its source and its relays.

    ``holder`` is None where the sentence names none; ``carried`` then says that the source of the words before it goes
    on. ``anchor`` is the token that the draft was found at: it orders drafts and dates pronouns.
    """

    content: tuple[Words, ...]
    mode: Mode
    cue: tuple[int, ...]
    anchor: int
    entry: Cue | None = None
    stance: CueStance = "neutral"
    holders: tuple[Words, ...] = ()
    carried: bool = False
    headline: bool = False
    relays: tuple[Relay, ...] = ()
    addressee: Words | None = None
    negated: bool = False
    told_outlet: bool = False
    answer: bool = False
    reason: str = ""

    @property
    def start(self) -> int:
        """The first word of the content."""
        return min(first for first, _ in self.content)

    @property
    def end(self) -> int:
        """The end of the content (exclusive)."""
        return max(last for _, last in self.content)

    def covers(self, token: int) -> bool:
        """True where the token stands within the content."""
        return any(first <= token < last for first, last in self.content)


@dataclass(slots=True)
class Found:
    """The drafts of an article as the finders collect them, and the tokens that are somebody's very words.

    ``pointers``: sentence number and outlet of a sentence that names its source (*Kanalen viser til en anonym kilde*).
    ``pointing``: numbers of the sentences that only tell where the sentence before comes from (*Det opplyser X*).
    ``answers``: the first words of quotations that answer the outlet. ``asked``: the words of its questions.
    ``passing``: sentence number and the outlet that passes on what its source says (*X sa at P, skriver AFP*).
    """

    drafts: list[Draft] = field(default_factory=list)
    quoted: set[int] = field(default_factory=set)
    used_cues: set[int] = field(default_factory=set)
    pointers: list[tuple[int, Words]] = field(default_factory=list)
    pointing: set[int] = field(default_factory=set)
    passing: dict[int, Relay] = field(default_factory=dict)
    answers: set[int] = field(default_factory=set)
    asked: set[int] = field(default_factory=set)

    def add(self, draft: Draft) -> None:
        """Takes a draft in and marks its cue as used."""
        self.drafts.append(draft)
        self.used_cues.update(draft.cue)
