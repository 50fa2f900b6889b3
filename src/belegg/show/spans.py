"""Layers over a stretch of text as ``<span>``s, one within another; where two cross, one goes on beyond the other."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

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
    return Markup("".join(_pieces(text, span.start, span.end, _inside(span, layers))))


def wrapped(text: str, span: Span, layers: Iterable[Layered], style: str, key: str) -> Markup:
    """The same within one ``<span>`` with an id, which has the classes of the layers that lie over all of it."""
    inside = _inside(span, layers)
    over = [one for one in inside if (one.start, one.end) == (span.start, span.end)]
    within = _pieces(text, span.start, span.end, [one for one in inside if one not in over])
    return Markup(f'<span id="{escape(key)}"{_told(over, style)}>{"".join(within)}</span>')


def _inside(span: Span, layers: Iterable[Layered]) -> list[Layered]:
    """The layers that share anything with the span, cut to it."""
    near = [one for one in layers if one.start < span.end and span.start < one.end]
    return [_cut(one, span.start, span.end) for one in near]


def _cut(one: Layered, start: int, end: int) -> Layered:
    """What of a layer lies between two places."""
    if start <= one.start and one.end <= end:
        return one
    return replace(one, start=max(one.start, start), end=min(one.end, end))


def _pieces(text: str, start: int, end: int, layers: Sequence[Layered]) -> Iterator[str]:
    at, left = start, sorted(layers, key=_outermost)
    while left:
        first = left[0]
        same = [one for one in left if (one.start, one.end) == (first.start, first.end)]
        others = left[len(same) :]
        yield escape(text[at : first.start])
        inside = [_cut(one, one.start, first.end) for one in others if one.start < first.end]
        within = "".join(_pieces(text, first.start, first.end, inside))
        yield f"<span{_told(same)}>{within}</span>"
        beyond = [_cut(one, first.end, one.end) for one in others if one.end > first.end]
        at, left = first.end, sorted(beyond, key=_outermost)
    yield escape(text[at:end])


def _outermost(one: Layered) -> tuple[int, int]:
    return (one.start, -one.end)


def _told(over: Sequence[Layered], style: str = "") -> str:
    """The attributes of layers over one and the same stretch."""
    styles = " ".join(dict.fromkeys([*style.split(), *(part for one in over for part in one.style.split())]))
    tells = " · ".join(dict.fromkeys(one.tells for one in over if one.tells))
    return f' class="{escape(styles)}"' + (f' title="{escape(tells)}"' if tells else "")
