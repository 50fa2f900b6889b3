"""The sentences of a story by place with the names in each, and what stands around a clause."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from belegg.core.article import CONTENT_KINDS, BlockKind
from belegg.core.words import Sentence
from belegg.reason._happenings import HEADLINES, Happening
from belegg.reason._story import StoryIndex, View

Name = tuple[int, int, str]


@dataclass(frozen=True)
class Line:
    """A sentence: where it stands, its names with what derived ones stand for."""

    article: str
    block: int
    kind: BlockKind
    start: int
    end: int
    names: tuple[Name, ...]

    @property
    def display(self) -> bool:
        """True in a headline or lead."""
        return self.kind in HEADLINES

    def within(self, h: Happening) -> Iterator[Name]:
        """The names within a clause."""
        return (n for n in self.names if h.place.start <= n[0] < h.place.end)


@dataclass(frozen=True)
class Setting:
    """What stands around a clause: its sentence, those before it in the article and those after."""

    here: Line
    before: Sequence[Line]
    after: Sequence[Line]

    @property
    def block(self) -> Iterator[Line]:
        """The other sentences of its paragraph."""
        return (line for line in (*self.before, *self.after) if line.block == self.here.block)

    @property
    def displayed(self) -> Iterator[Line]:
        """The sentences of its article's headlines and lead."""
        return (line for line in (*self.before, self.here, *self.after) if line.display)

    @property
    def below(self) -> Iterator[Line]:
        """The sentences of the paragraphs after its own."""
        return (line for line in self.after if line.block > self.here.block)


class Nearby:
    """The sentences of a story's articles."""

    def __init__(self, index: StoryIndex) -> None:
        self.index = index
        self.lines = {article: tuple(_lines(view, index)) for article, view in index.views.items()}

    @cached_property
    def all(self) -> tuple[Line, ...]:
        """The sentences of all articles."""
        return tuple(line for lines in self.lines.values() for line in lines)

    def setting(self, h: Happening) -> Setting | None:
        """What stands around a clause; None where it stands in no sentence of the content."""
        lines = self.lines.get(h.place.article, ())
        number = next((n for n, line in enumerate(lines) if line.start <= h.place.start < line.end), None)
        return None if number is None else Setting(lines[number], lines[:number], lines[number + 1 :])


def _lines(view: View, index: StoryIndex) -> Iterator[Line]:
    for sentence in view.doc[Sentence]:
        kind = view.kind_at(sentence.start)
        if kind in CONTENT_KINDS:
            names = view.names_in(sentence.span)
            meant = tuple((s, e, index.base(i)) for s, e, i in names)
            yield Line(view.doc.id, sentence.block, kind, sentence.start, sentence.end, meant)
