"""Small invented articles for the tests of what holds between articles."""

from belegg.core.article import Article, Block, BlockKind, Moment
from belegg.core.document import Document
from belegg.core.spans import Span


def article(
    name: str,
    *lines: str,
    language: str = "nb",
    published: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    credits: tuple[str, ...] = (),
    updated: str | None = None,
    notice: str | None = None,
) -> Article:
    """An article whose first line is its title and whose other lines are paragraphs; a notice comes last."""
    text = ""
    blocks: list[Block] = []
    for n, line in enumerate((*lines, *([notice] if notice else []))):
        kind: BlockKind = "title" if n == 0 else "notice" if notice and n == len(lines) else "paragraph"
        blocks.append(Block(len(text), len(text) + len(line), kind))
        text += line + "\n"
    return Article(
        id=name, source=f"{name}.txt", sha256="", text=text, language=language, blocks=tuple(blocks), url=url,
        outlet=outlet, title=Span(blocks[0].start, blocks[0].end), credits=credits,
        published=moment(published), updated=moment(updated), doc=name,
    )  # fmt: skip


def moment(value: str | None) -> Moment | None:
    """A moment whose precision follows from its length."""
    precision = {4: "year", 7: "month", 10: "day", 16: "minute"}
    return Moment(value, precision[len(value)]) if value else None  # type: ignore[arg-type]


def documents(*articles: Article) -> list[Document]:
    """Articles as documents without layers."""
    return [Document(a) for a in articles]
