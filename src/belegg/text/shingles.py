"""Words with comparable keys, and the shingles that find where two texts may share a stretch."""

import re
from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple
from zlib import crc32

from belegg.core.spans import Span
from belegg.text.bridge import Bridge

WORD = re.compile(r"\d+(?:[.,:]\d+)*|\w+(?:[-’']\w+)*")
CLAUSE_END = re.compile(r"[,;:()\[\]–—!?…«»“”\"]|\.\s|\s-\s|\n")


class Word(NamedTuple):
    """A word with its key; ``clause`` counts the stretches between punctuation marks from 0.

    ``strong`` words carry content; the rest (function words, irregular auxiliaries) stand in every text.
    """

    start: int
    end: int
    key: str
    strong: bool
    clause: int


def words(text: str, span: Span, bridge: Bridge, small: Set[str] = frozenset()) -> tuple[Word, ...]:
    """The words of a stretch of text, in order; ``small``: function words of another language, in lower case."""
    found: list[Word] = []
    clause, last, read = 0, span.start, bridge.read
    for match in WORD.finditer(text, span.start, span.end):
        start, end = match.span()
        if found and (start - last > 1 or text[last] != " ") and CLAUSE_END.search(text, last, start):
            clause += 1
        surface, last = match.group(), end
        key, strong = read(surface)
        found.append(Word(start, end, key, strong and not (small and surface.lower() in small), clause))
    return tuple(found)


def shingles(stretch: Sequence[Word], size: int = 2) -> Iterator[str]:
    """Each run of ``size`` strong words, function words left out: they change most when a text is edited."""
    keys = [w.key for w in stretch if w.strong]
    for n in range(len(keys) - size + 1):
        yield " ".join(keys[n : n + size])


def hashed(stretch: Sequence[Word]) -> list[int]:
    """The shingles of a stretch, each once, as 32-bit numbers (CRC-32: the same in every run)."""
    return [crc32(s.encode()) for s in dict.fromkeys(shingles(stretch))]
