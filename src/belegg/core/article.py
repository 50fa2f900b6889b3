"""What is read (pages) and what it becomes (articles with blocks and facts)."""

from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from belegg.core.spans import Place, Span

BlockKind = Literal[
    "title", "lead", "paragraph", "heading", "quote", "caption",
    "factbox", "related", "notice", "meta", "boilerplate",
]  # fmt: skip
CONTENT_KINDS: frozenset[BlockKind] = frozenset(("title", "lead", "paragraph", "heading", "quote", "caption"))
Media = Literal["text", "html"]
Precision = Literal["minute", "day", "month", "year"]


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a container (feed entry, JSON line, WARC record, HTML head) tells about a page; None where it is silent."""

    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    language: str | None = None
    published: str | None = None
    updated: str | None = None

    @property
    def publisher(self) -> str:
        """Who printed the page: the host of its address, else its outlet; '' where the container tells neither.

        The same words at two publishers are two reports.
        """
        try:
            host = urlsplit((self.url or "").strip()).hostname
        except ValueError:  # no address: *http://[*
            host = None
        return (host or self.outlet or "").strip().casefold().removeprefix("www.")


@dataclass(frozen=True, slots=True)
class Page:
    """One page as it came. ``source`` is the path or address as given (a part of a container is ``path#3``)."""

    source: str
    content: bytes
    encoding: str
    media: Media
    facts: PageFacts = PageFacts()


@dataclass(frozen=True, slots=True)
class Rejected:
    """An input that could not be used, with one line that says why."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Block:
    """A line (or a part of a glued line) and its kind (annotation.md, 1)."""

    start: int
    end: int
    kind: BlockKind
    continues: bool = False

    @property
    def span(self) -> Span:
        """The interval of the block in the article's text."""
        return Span(self.start, self.end)

    @property
    def is_content(self) -> bool:
        """True where statements, names and times are looked for."""
        return self.kind in CONTENT_KINDS


@dataclass(frozen=True, slots=True)
class Moment:
    """A publication or update time: ``value`` is ISO 8601 cut to its precision, local time without offset.

    ``inferred`` days name the places that they rest on in ``evidence``.
    """

    value: str
    precision: Precision
    inferred: bool = False
    evidence: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """One immutable text with its blocks and facts; everything else is stand-off over ``text``.

    ``language`` is a BCP 47 code. ``bylines`` are the authors' places, ``credits`` the agencies credited for the whole.
    ``doc`` is shared by the versions of one document; ``supersedes`` is the article id of the version before.
    """

    id: str
    source: str
    sha256: str
    text: str
    language: str
    blocks: tuple[Block, ...]
    url: str | None = None
    outlet: str | None = None
    title: Span | None = None
    published: Moment | None = None
    updated: Moment | None = None
    credits: tuple[str, ...] = ()
    bylines: tuple[Span, ...] = ()
    doc: str = ""
    version: int = 1
    supersedes: str | None = None

    @property
    def content_blocks(self) -> tuple[Block, ...]:
        """The blocks in which statements, names and times are looked for."""
        return tuple(b for b in self.blocks if b.is_content)
