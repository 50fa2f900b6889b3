"""What a line looks like: the small observations that the scores of kinds are made of."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from belegg.clean.dates import Dated, dates_in
from belegg.clean.phrases import Hit, hits, tokens_of
from belegg.clean.split import Part
from belegg.core.article import BlockKind
from belegg.text.wordlists import word_lists

DASHES = "–—-‒―−"
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_CLOSERS = "»”\"'’)] "
_PARTICLES = word_lists("page_words.toml")["line_particles"]
_NO_NAMES = frozenset("»›>|:?«!")


@dataclass(frozen=True, slots=True)
class Line:
    """One part of the page with its observations.

    ``words`` are the words as written, ``tokens`` words and marks in lower case; ``small`` and ``capital`` are shares
    of small words (running text has a third, menus and names none) and of words with a capital; ``closed``: ends as a
    sentence does, ``stopped``: with a full stop; ``hint``: what its HTML element says of its kind; ``gap``: an empty
    line stands before it.
    """

    part: Part
    text: str
    tokens: list[str]
    words: list[str]
    hits: list[Hit]
    dates: tuple[Dated, ...]
    hint: BlockKind | None
    gap: bool
    length: int
    small: float
    capital: float
    closed: bool
    stopped: bool

    @property
    def dashed(self) -> bool:
        """Opened by a quotation dash."""
        text = self.text
        return text[0] in DASHES and len(text) > 2 and (text[1] in " \xa0" or text[1].isupper())

    @property
    def enclosed(self) -> bool:
        """Set in quotation marks as a whole."""
        return self.text[0] == "«" and self.text.rstrip(".").endswith("»") and self.text.count("«") == 1

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
        if not 2 <= self.length <= 14 or self.closed or self.dashed or self.small >= 0.34:
            return False
        big = [w for w in self.words if w not in _PARTICLES]
        shouted = sum(w.isupper() and len(w) > 3 for w in big)
        plain = _NO_NAMES.isdisjoint(self.text)
        return plain and len(big) >= 2 and all(w[0].isupper() for w in big) and shouted * 2 < len(big)

    def share(self, *groups: str) -> float:
        """Share of the line's words and numbers that phrases of these groups cover."""
        return self._covered([h for h in self.hits if h.group.name in groups])

    def kind_share(self, kind: BlockKind) -> float:
        """Share of the line that phrases of one kind cover."""
        return self._covered([h for h in self.hits if h.group.kind == kind])

    def _covered(self, found: list[Hit]) -> float:
        if not found:
            return 0.0
        taken = {i for h in found for i in range(h.first, h.last)}
        real = [i for i, t in enumerate(self.tokens) if t[0].isalpha() or (i in taken and t[0].isdigit())]
        return sum(i in taken for i in real) / len(real) if real else 1.0


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
    words = _WORD.findall(own)
    count = len(words)
    known = small_words()
    bare = own.rstrip(_CLOSERS)
    stopped = bare.endswith((".", "…"))
    return Line(
        part=part,
        text=own,
        tokens=tokens,
        words=words,
        hits=hits(tokens),
        dates=tuple(dates_in(own)) if any(map(str.isdigit, own)) else (),
        hint=hint,
        gap=gap,
        length=count,
        small=sum(t in known for t in tokens) / count if count else 0.0,
        capital=sum(w[0].isupper() for w in words) / count if count else 0.0,
        closed=stopped or bare.endswith(("!", "?", ":")),
        stopped=stopped,
    )
