"""From an article's content blocks to the pieces that a linguist analyses."""

from itertools import pairwise

from belegg.core.article import Article, Block
from belegg.core.words import Piece


def pieces(article: Article) -> tuple[Piece, ...]:
    """The content blocks as pieces; a block that goes on after something glued in keeps its own piece.

    Blocks are analysed one by one because most sentence errors follow lines without a full stop.
    """
    text = article.text
    return tuple(
        Piece(block.span.of(text), block.start, number)
        for number, block in enumerate(article.blocks)
        if block.is_content and not block.span.of(text).isspace()
    )


def check_blocks(blocks: tuple[Block, ...]) -> None:
    """Raises ValueError where blocks overlap or are out of order."""
    for before, after in pairwise(blocks):
        if after.start < before.end:
            raise ValueError(f"block at {after.start} begins within the one at {before.start}")
