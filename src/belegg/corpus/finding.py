"""Where a quoted string stands: word for word, line feeds as good as spaces."""

import re
from collections.abc import Callable, Iterable

from belegg.core.spans import Span
from belegg.corpus.records import CorpusError

_NUMBERED = re.compile(r"^(.*)@@(\d+)$")
_FRAMED = re.compile(r"^([^\[\]]*)\[([^\[\]]+)\]([^\[\]]*)$")


class Finder:
    """Finds strings in one text.

    ``text@@2`` is the third occurrence, ``la han [til]`` means *til* after *la han*, ``Det var ... over`` all from
    *Det var* to the next *over*.
    """

    def __init__(self, text: str) -> None:
        self._text = text.replace("\n", " ")

    def all(self, quoted: str) -> tuple[list[Span], bool]:
        """The occurrences, and whether the quotation itself says which one is meant (then it is the only one)."""
        numbered = _NUMBERED.match(quoted)
        plain = numbered.group(1) if numbered else quoted
        framed = _FRAMED.match(plain)
        found = self._places(plain) or self._stretches(plain)
        if not found and framed:
            before, within, _ = framed.groups()
            places = self._places("".join(framed.groups()))
            found = [Span(p.start + len(before), p.start + len(before) + len(within)) for p in places]
        if not found:
            raise CorpusError(f"not in the text: {plain!r}")
        if not numbered:
            return found, False
        if int(numbered.group(2)) >= len(found):
            raise CorpusError(f"only {len(found)} times in the text: {plain!r}")
        return [found[int(numbered.group(2))]], True

    def after(self, quoted: str, place: int) -> Span:
        """The first occurrence that does not start before ``place``."""
        found, told = self.all(quoted)
        chosen = found[0] if told else next((s for s in found if s.start >= place), None)
        if chosen is None:
            raise CorpusError(f"not after the one before (number it with @@): {quoted!r}")
        return chosen

    def nearest(self, quoted: str, to: Iterable[Span], outside: Iterable[Span] = ()) -> Span:
        """The occurrence nearest to any of the spans, one outside of ``outside`` before one within."""
        marks, kept_out = list(to), list(outside)
        distance = _distance(marks)
        found, _ = self.all(quoted)
        return min(found, key=lambda s: (any(s.overlaps(o) for o in kept_out), distance(s), s.start))

    def first(self, quoted: str) -> Span:
        """The first occurrence in the text."""
        return self.all(quoted)[0][0]

    def _stretches(self, plain: str) -> list[Span]:
        """From each occurrence of what stands before the dots to the next one of what stands behind them."""
        opening, dots, closing = plain.partition(" ... ")
        starts = self._places(opening) if dots else []
        ends = self._places(closing) if starts else []
        closed = ((s, next((e for e in ends if e.start >= s.end), None)) for s in starts)
        return [Span(s.start, e.end) for s, e in closed if e is not None]

    def _places(self, plain: str) -> list[Span]:
        """Whole words only, or what stands before a genitive -s; a mark at either end may stand anywhere."""
        opening = (r"(?<!\w)" if plain[:1].isalnum() else "") + re.escape(plain)
        ends = (r"(?!\w)", r"(?=s(?!\w))") if plain[-1:].isalnum() else ("",)
        found = ([Span(*m.span()) for m in re.finditer(opening + end, self._text)] for end in ends if plain)
        return next((f for f in found if f), [])


def _distance(marks: list[Span]) -> Callable[[Span], int]:
    def away(span: Span) -> int:
        return min((max(m.start - span.end, span.start - m.end, 0) for m in marks), default=0)

    return away
