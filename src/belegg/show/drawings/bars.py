"""A report as a line: its shared stretches in their passages' colours and letters, its own words left blank."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from belegg.show.drawings.svg import drawing, element, share

_HEIGHT = 22
#: A stretch narrower than this share of the line has no room for its letter.
_ROOM = 0.02


@dataclass(frozen=True, slots=True)
class Part:
    """A shared stretch: where it begins and how wide it is, as shares of the report's content."""

    left: float
    width: float
    letter: str
    colour: int


def bar(key: str, title: str, parts: Sequence[Part]) -> Markup:
    """The line; the letters are those of the passages in the table."""
    described = f"{title}: {', '.join(dict.fromkeys(part.letter for part in parts))}"
    frame = element("rect", x=0, y=0, width="100%", height=_HEIGHT, class_="own")
    shapes = [shape for part in parts for shape in _part(part)]
    return drawing(key, title, described, frame, *shapes, class_="bar", width="100%", height=_HEIGHT)


def _part(part: Part) -> Iterator[Markup]:
    yield element(
        "rect", x=share(part.left), y=0, width=share(part.width), height=_HEIGHT, class_=f"shared p{part.colour}"
    )
    if part.width >= _ROOM:
        yield element("text", part.letter, x=share(part.left + part.width / 2), y=15.5, class_="letter")
