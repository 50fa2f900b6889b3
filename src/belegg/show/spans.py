"""Layers over a stretch of text as flat ``<span>``s: overlapping intervals become pieces with the classes of each."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape

from belegg.core.spans import Span


@dataclass(frozen=True, slots=True)
class Layered:
    """An interval of a layer: the class that draws it, and what it tells on hover (empty where nothing)."""

    start: int
    end: int
    style: str
    tells: str = ""


def rendered(text: str, span: Span, layers: Iterable[Layered]) -> Markup:
    """The text of the span, escaped, with its layers."""
    inside = [one for one in layers if one.start < span.end and span.start < one.end]
    return Markup("".join(_pieces(text, span, inside)))


def _pieces(text: str, span: Span, layers: Sequence[Layered]) -> Iterator[Markup]:
    cuts = {span.start, span.end}
    cuts.update(cut for one in layers for cut in (one.start, one.end) if span.start < cut < span.end)
    ordered = sorted(cuts)
    for start, end in pairwise(ordered):
        over = [one for one in layers if one.start <= start and end <= one.end]
        yield _piece(text[start:end], over)


def _piece(text: str, over: Sequence[Layered]) -> Markup:
    if not over:
        return escape(text)
    styles = " ".join(dict.fromkeys(style for one in over for style in one.style.split()))
    tells = " · ".join(dict.fromkeys(one.tells for one in over if one.tells))
    title = f' title="{escape(tells)}"' if tells else ""
    return Markup(f'<span class="{escape(styles)}"{title}>{escape(text)}</span>')
