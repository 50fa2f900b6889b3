"""Statements as a tag a word, and tags as pieces again.

``B-`` opens a piece, ``I-`` goes on with it; ``R-`` opens a further part of the content before (words of attribution
stand between). Content is ``D`` (direct) or ``S`` (indirect, mixed), ``C`` the cue, ``H`` the holder. Statements inside
another's content are tagged in a second layer, for there words belong to two statements.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from belegg.annotate._draft import Draft
from belegg.annotate._view import View, Words
from belegg.core.annotation import Statement
from belegg.core.spans import Span

Kind = Literal["D", "S", "C", "H"]
CONTENT = ("D", "S")
LAYERS = 2


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words with one kind; ``resumed``: a further part of the content before it."""

    kind: str
    first: int
    last: int
    resumed: bool = False


@dataclass(frozen=True, slots=True)
class Marks:
    """The words of one statement, to be tagged; ``depth`` 0 is no one else's content."""

    content: tuple[Words, ...]
    direct: bool
    cue: tuple[Words, ...]
    holders: tuple[Words, ...]
    depth: int


@dataclass(frozen=True, slots=True)
class Tagged:
    """The best tags of a sequence, and for each word the probability of its tag and of being content."""

    tags: tuple[str, ...]
    sure: tuple[float, ...]
    content: tuple[float, ...]


def gold_marks(view: View, statements: Sequence[Statement]) -> list[Marks]:
    """The annotated statements by words."""
    by_id = {s.id: s for s in statements}
    return [
        Marks(
            tuple(words_of(view, s.content)),
            s.mode == "direct",
            tuple(words_of(view, s.cue)),
            tuple(words_of(view, [p.span for p in s.holders if p.span])),
            _depth(s, by_id),
        )
        for s in statements
    ]


def draft_marks(drafts: Sequence[Draft]) -> list[Marks]:
    """The rules' drafts by words."""
    return [
        Marks(d.content, d.mode == "direct", tuple((c, c + 1) for c in sorted(d.cue)), d.holders, depth(d, drafts))
        for d in drafts
    ]


def depth(draft: Draft, drafts: Sequence[Draft]) -> int:
    """How many drafts hold all of this one's words, being longer."""
    size = _size(draft)
    return sum(1 for o in drafts if _size(o) > size and all(o.covers(i) for p in draft.content for i in range(*p)))


def words_of(view: View, spans: Iterable[Span]) -> list[Words]:
    """The words that each span touches; a span without any is left out."""
    starts, ends = [t.start for t in view.tokens], [t.end for t in view.tokens]
    found = [(bisect_right(ends, s.start), bisect_left(starts, s.end)) for s in spans]
    return [w for w in found if w[0] < w[1]]


def tags(length: int, marks: Sequence[Marks], layer: int) -> list[str]:
    """A tag for each word of the article; where statements share words, content wins and the longer statement."""
    out = ["O"] * length
    mine = [m for m in marks if m.depth == layer]
    for mark in sorted(mine, key=lambda m: sum(b - a for a, b in m.content)):
        for part in mark.holders:
            _put(out, part, "H", "B")
        for number, part in enumerate(mark.cue):
            _put(out, part, "C", "I" if number and mark.cue[number - 1][1] == part[0] else "B")
    for mark in sorted(mine, key=lambda m: sum(b - a for a, b in m.content)):
        for number, part in enumerate(mark.content):
            _put(out, part, "D" if mark.direct else "S", "R" if number else "B")
    return out


def pieces_of(tagged: Sequence[str], within: Words) -> list[Piece]:
    """The runs of tags within the words, in order; an ``I-`` of another kind opens a piece of its own."""
    out: list[Piece] = []
    for i in range(*within):
        prefix, _, kind = tagged[i].partition("-")
        if prefix == "I" and out and out[-1].kind == kind and out[-1].last == i:
            out[-1] = Piece(kind, out[-1].first, i + 1, out[-1].resumed)
        elif prefix != "O":
            out.append(Piece(kind, i, i + 1, prefix == "R"))
    return out


def _put(out: list[str], words: Words, kind: Kind, prefix: str) -> None:
    for i in range(*words):
        out[i] = f"{prefix if i == words[0] else 'I'}-{kind}"


def _depth(said: Statement, by_id: dict[str, Statement]) -> int:
    return 1 + _depth(by_id[said.inside], by_id) if said.inside in by_id else 0


def _size(draft: Draft) -> int:
    return sum(b - a for a, b in draft.content)
