"""What a line looks like: the small observations that the scores of kinds are made of."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from belegg.clean.dates import Dated, dates_in
from belegg.clean.phrases import Hit, hits, tokens_of
from belegg.clean.split import Part
from belegg.core.article import BlockKind

DASHES = "–—-‒―−"
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_CLOSERS = "»”\"'’)"
_NAME_PARTICLES = frozenset(
    ("og", "av", "de", "von", "van", "der", "den", "da", "di", "bin", "al", "del", "la", "le", "du", "el", "dos", "ten")
)


@dataclass(frozen=True, slots=True)
class Line:
    """One part of the page with its observations. ``hint`` is what its HTML element says of its kind."""

    part: Part
    text: str
    tokens: list[str]
    words: list[str]
    hits: list[Hit]
    dates: tuple[Dated, ...]
    hint: BlockKind | None = None
    gap: bool = True
    covered: Mapping[str, int] = field(default_factory=dict)

    @property
    def length(self) -> int:
        """How many words."""
        return len(self.words)

    @property
    def dashed(self) -> bool:
        """Opened by a quotation dash."""
        return self.text[0] in DASHES and len(self.text) > 2 and (self.text[1] in " \xa0" or self.text[1].isupper())

    @property
    def enclosed(self) -> bool:
        """Set in quotation marks as a whole."""
        return self.text[0] == "«" and self.text.rstrip(".").endswith("»") and self.text.count("«") == 1

    @property
    def closed(self) -> bool:
        """Ends as a sentence ends."""
        bare = self.text.rstrip(_CLOSERS + " ")
        return bare.endswith((".", "!", "?", "…", ":")) or self.text.endswith((".»", "!»", "?»"))

    @property
    def stopped(self) -> bool:
        """Ends with a full stop."""
        return self.text.rstrip(_CLOSERS + " ").endswith((".", "…"))

    @property
    def small(self) -> float:
        """Share of small words: running text has a third, menus and names have none."""
        return sum(w.lower() in small_words() for w in self.words) / len(self.words) if self.words else 0.0

    @property
    def capital(self) -> float:
        """Share of words that begin with a capital."""
        return sum(w[0].isupper() for w in self.words) / len(self.words) if self.words else 0.0

    @property
    def prose(self) -> bool:
        """A sentence, or so long that it must be running text."""
        if self.length < 3 or self.capital > 0.9:
            return False
        ended = self.stopped or (self.closed and self.length >= 4 and self.small > 0.1)
        return ended or (self.length >= 16 and self.small > 0.2)

    @property
    def named(self) -> bool:
        """Nothing but names of people: at least two words, all capitalised or particles."""
        if not 2 <= self.length <= 14 or self.closed or self.dashed or any(c in self.text for c in "»›>|:?«"):
            return False
        big = [w for w in self.words if w not in _NAME_PARTICLES]
        shouted = sum(w.isupper() and len(w) > 3 for w in big)
        return len(big) >= 2 and all(w[0].isupper() for w in big) and shouted * 2 < len(big) and self.small < 0.34

    def share(self, *groups: str) -> float:
        """Share of the line's words and numbers that phrases of these groups cover."""
        taken = {i for h in self.hits if h.group.name in groups for i in range(h.first, h.last)}
        return self._covered(taken)

    def kind_share(self, kind: BlockKind) -> float:
        """Share of the line that phrases of one kind cover."""
        taken = {i for h in self.hits if h.group.kind == kind for i in range(h.first, h.last)}
        return self._covered(taken)

    def _covered(self, taken: set[int]) -> float:
        real = [i for i, t in enumerate(self.tokens) if t[0].isalnum()]
        return sum(i in taken for i in real) / len(real) if real else 0.0


@cache
def small_words() -> frozenset[str]:
    """The small words of both standards."""
    found: set[str] = set()
    for standard in ("nb", "nn"):
        text = (files("belegg.text") / "data" / standard / "small_words.txt").read_text("utf-8")
        found.update(w for row in text.splitlines() if not row.startswith("#") for w in row.split())
    return frozenset(found)


def line_of(part: Part, text: str, hint: BlockKind | None, gap: bool) -> Line:
    """The observations on one part; ``gap`` is true where an empty line stands before it."""
    own = part.span.of(text)
    tokens = tokens_of(own)
    dates = tuple(dates_in(own)) if any(c.isdigit() for c in own) else ()
    return Line(part, own, tokens, _WORD.findall(own), hits(tokens), dates, hint, gap)
