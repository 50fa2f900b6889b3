"""Layers over a stretch of text as ``<span>``s, one within another; where two cross, one goes on beyond the other."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from markupsafe import Markup, escape

from belegg.core.spans import Span

Write = Callable[[str], str]
_KEPT = 1 << 14  # attributes: the same layers lie over very many stretches


@dataclass(frozen=True, slots=True)
class Layered:
    """An interval of a layer: the class that draws it, and what it tells on hover (empty where nothing)."""

    start: int
    end: int
    style: str
    tells: str = ""


def rendered(text: str, span: Span, layers: Iterable[Layered], write: Write = escape) -> Markup:
    """The text of the span with its layers; ``write`` escapes (see ``writing``)."""
    return Markup("".join(_pieces(text, span.start, span.end, _inside(span, layers), write)))


def wrapped(text: str, span: Span, layers: Iterable[Layered], style: str, key: str, write: Write = escape) -> Markup:
    """The same within one ``<span>`` with an id, which has the classes of the layers that lie over all of it."""
    inside = _inside(span, layers)
    over = [one for one in inside if (one.start, one.end) == (span.start, span.end)]
    others = [one for one in inside if one not in over] if over else inside
    within = "".join(_pieces(text, span.start, span.end, others, write))
    return Markup(f'<span id="{escape(key)}"{_told(over, style)}>{within}</span>')


def writing(text: str) -> Write:
    """How parts of a text are escaped: most texts have nothing to escape, and need not be looked at part by part."""
    return str if escape(text) == text else escape


def _inside(span: Span, layers: Iterable[Layered]) -> list[Layered]:
    """The layers that share anything with the span, cut to it."""
    near = [one for one in layers if one.start < span.end and span.start < one.end]
    return [_cut(one, span.start, span.end) for one in near]


def _cut(one: Layered, start: int, end: int) -> Layered:
    """What of a layer lies between two places."""
    if start <= one.start and one.end <= end:
        return one
    return replace(one, start=max(one.start, start), end=min(one.end, end))


def _pieces(text: str, start: int, end: int, layers: Sequence[Layered], write: Write) -> Iterator[str]:
    at, left = start, sorted(layers, key=_outermost)
    while left:
        first = left[0]
        same = [one for one in left if one.start == first.start and one.end == first.end]
        others = left[len(same) :]
        yield write(text[at : first.start])
        inside = [_cut(one, one.start, first.end) for one in others if one.start < first.end]
        within = (
            _pieces(text, first.start, first.end, inside, write) if inside else (write(text[first.start : first.end]),)
        )
        yield f"<span{_told(same)}>{''.join(within)}</span>"
        beyond = [_cut(one, first.end, one.end) for one in others if one.end > first.end]
        at, left = first.end, sorted(beyond, key=_outermost) if inside else beyond
    yield write(text[at:end])


def _outermost(one: Layered) -> tuple[int, int]:
    return (one.start, -one.end)


def _told(over: Sequence[Layered], style: str = "") -> str:
    """The attributes of layers over one and the same stretch."""
    return _attributes(style, tuple([(one.style, one.tells) for one in over]))


@lru_cache(maxsize=_KEPT)
def _attributes(style: str, over: tuple[tuple[str, str], ...]) -> str:
    styles = " ".join(dict.fromkeys([*style.split(), *(part for own, _ in over for part in own.split())]))
    told = " · ".join(dict.fromkeys(tells for _, tells in over if tells))
    return f' class="{escape(styles)}"' + (f' title="{escape(told)}"' if told else "")
