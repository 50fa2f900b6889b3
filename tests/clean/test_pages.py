"""Invented pages in the style of many outlets: every line has its kind.

A row of a ``.page`` file is ``kind| text``; ``~kind| text`` is glued to the row before (``~ kind``: with a space);
``kind+`` continues the block before what was glued in.
"""

import re
from pathlib import Path

import pytest

from belegg.clean import clean
from belegg.core.article import Article, Page
from belegg.models.language import load_identifier

PAGES = sorted((Path(__file__).parent / "pages").glob("*.page"))
ROW = re.compile(r"(~ ?)?(\w+)(\+)?\| (.*)")


def rows_of(path: Path) -> tuple[str, list[tuple[str, bool, str]]]:
    text, rows = "", []
    for number, row in enumerate(path.read_text("utf-8").split("\n")):
        match = ROW.fullmatch(row)
        if match is None:
            assert not row, row
            text += "\n"
            continue
        glue, kind, more, words = match.groups()
        text += {None: "\n" if number else "", "~": "", "~ ": " "}[glue] + words
        rows.append((kind, bool(more), words))
    return text, rows


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.stem)
def test_every_block_of_an_invented_page_has_its_kind(path: Path) -> None:
    text, rows = rows_of(path)
    article = clean(Page("x", text.encode(), "utf-8", "text"), load_identifier())
    assert isinstance(article, Article)
    assert article.text == text
    assert [(b.kind, b.continues, b.span.of(text)) for b in article.blocks] == rows
    assert article.language == path.stem[-2:]
