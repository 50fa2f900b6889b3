"""Every row of expressions.tsv: one expression in an invented sentence (``-``: no expression in it at all).

Run without an analysis of the words, so that the sides of verbs are those of the short word list.
"""

import csv
from pathlib import Path

import pytest

from belegg.annotate.times import times
from belegg.core.article import Article, Block, Moment, Precision
from belegg.core.document import Document

PRECISIONS: dict[int, Precision] = {4: "year", 7: "month", 10: "day", 16: "minute"}


def document(text: str, published: str, language: str = "nb") -> Document:
    moment = Moment(published, PRECISIONS[len(published)]) if published else None
    block = Block(0, len(text), "paragraph")
    return Document(Article("a", "a.txt", "", text, language, (block,), published=moment))


def cases() -> list[dict[str, str]]:
    table = Path(__file__).with_name("expressions.tsv")
    with table.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("row", cases(), ids=lambda row: f"{row['standard']}: {row['sentence']}")
def test_expression(row: dict[str, str]) -> None:
    found = {
        row["sentence"][t.start : t.end]: (t.type, t.value, t.mod or "")
        for t in times(document(row["sentence"], row["published"], row["standard"]))
    }
    if row["expression"] == "-":
        assert not found
    else:
        assert found.get(row["expression"]) == (row["type"], row["value"], row["mod"]), found


def test_the_table_is_large_and_even() -> None:
    standards = [row["standard"] for row in cases()]
    assert len(standards) >= 300
    assert abs(standards.count("nb") - standards.count("nn")) <= 10
