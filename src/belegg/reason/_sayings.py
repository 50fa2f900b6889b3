"""Statements and reports of a story on one footing: what may become a member of a claim."""

from collections.abc import Iterable
from dataclasses import dataclass

from belegg.core.annotation import Party, Report, Stance, Statement
from belegg.core.article import BlockKind
from belegg.core.spans import Place, Span, hull
from belegg.reason._cues import holds, load_cues, plain
from belegg.reason._story import StoryIndex, View

DISPLAY: frozenset[BlockKind] = frozenset(("title", "lead", "heading", "caption"))


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement or a report. ``number`` counts a story's sayings by time and place; ``when`` is ISO or ''."""

    number: int
    id: str
    place: Place
    spans: tuple[Span, ...]
    stance: Stance
    direct: bool
    kind: BlockKind
    block: int
    when: str
    holders: tuple[Party, ...] = ()
    chain: tuple[Party, ...] = ()
    cue: str = ""
    inside: str | None = None
    rests_on: str | None = None
    is_report: bool = False

    @property
    def is_display(self) -> bool:
        """True in a title, lead, crosshead or caption, which tell what the running text says."""
        return self.kind in DISPLAY


def gather(index: StoryIndex, articles: Iterable[str]) -> tuple[Saying, ...]:
    """The sayings of a story, articles by time, sayings by place."""
    views = sorted((index.view(a) for a in articles if a in index.views), key=lambda v: (moment_of(v), v.doc.id))
    found: list[Saying] = []
    for view in views:
        for item in sorted(_items(view), key=lambda x: (_start(x), x.id)):
            found.append(_saying(len(found), item, view))
    return tuple(found)


def moment_of(view: View) -> str:
    """When the words of a version were last written: its update if it is a later version, else its publication."""
    article = view.article
    moment = article.updated if article.supersedes and article.updated else article.published
    return moment.value if moment else ""


def _items(view: View) -> tuple[Statement | Report, ...]:
    return (*view.doc[Statement], *(r for r in view.doc[Report] if not _only_attributes(r, view)))


def _only_attributes(report: Report, view: View) -> bool:
    """True for *det opplyser politiet*, which says of what stands before it where it comes from, and for *kilden vil
    være anonym*."""
    tokens = view.tokens(report.content)
    if holds(plain(tokens), load_cues().unnamed):
        return True
    if len(tokens) < 2 or tokens[0].text.lower() not in ("det", "dette"):
        return False
    return tokens[1].lemma.lower() in load_cues().reporting and tokens[1].pos in ("VERB", "AUX")


def _start(item: Statement | Report) -> int:
    return item.content[0].start if isinstance(item, Statement) else item.content.start


def _saying(number: int, item: Statement | Report, view: View) -> Saying:
    spans = item.content if isinstance(item, Statement) else (item.content,)
    whole = hull(spans)
    place = Place(view.doc.id, whole.start, whole.end)
    kind, block = view.kind_at(whole.start), view.block_at(whole.start)
    if isinstance(item, Report):
        return Saying(
            number, item.id, place, spans, item.stance, False, kind, block, moment_of(view),
            rests_on=item.attributable_to, is_report=True,
        )  # fmt: skip
    cue = " ".join(c.of(view.doc.text) for c in item.cue).lower()
    return Saying(
        number, item.id, place, spans, item.stance, item.mode == "direct", kind, block, moment_of(view),
        holders=item.holders, chain=item.chain, cue=cue, inside=item.inside,
    )  # fmt: skip
