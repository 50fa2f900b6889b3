"""One row of the tables, one sentence we invented: what the shipped model and the rules make of it."""

import csv
from pathlib import Path

import pytest

from belegg.annotate.names import names
from belegg.annotate.roles import roles
from belegg.annotate.statements import statements
from belegg.annotate.words import pieces
from belegg.core.annotation import Mention, Role, Statement
from belegg.core.article import Article, Block, BlockKind
from belegg.core.document import Document
from belegg.core.words import Linguist, NameSpan, Sentence, Token

HERE = Path(__file__).parent


def rows() -> list[tuple[str, dict[str, str]]]:
    """Every row with its written standard; lines that open with # are headings."""
    out = []
    for standard in ("nb", "nn"):
        with (HERE / f"cases_{standard}.tsv").open(encoding="utf-8", newline="") as file:
            lines = (line for line in file if not line.startswith("# "))
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                out.append((standard, {key: value or "" for key, value in row.items()}))
    return out


def kind_of(number: int, line: str, many: bool) -> BlockKind:
    """A first line without a full stop is a title, a dash opens a quote."""
    if number == 0 and many and line[-1] not in ".:?!":
        return "title"
    return "quote" if line.startswith("–") else "paragraph"


def article(text: str, standard: str) -> Article:
    """An article of an invented outlet with one block a line."""
    lines = text.split("¶")
    joined = "\n".join(lines)
    blocks, at = [], 0
    for number, line in enumerate(lines):
        blocks.append(Block(at, at + len(line), kind_of(number, line, len(lines) > 1)))
        at += len(line) + 1
    return Article("a1", "a1.txt", "", joined, standard, tuple(blocks), outlet="Prøveposten")


def document(linguist: Linguist, text: str, standard: str) -> Document:
    """The article with all layers up to its statements."""
    made = article(text, standard)
    analysis = next(iter(linguist.analyse(iter((pieces(made),)))))
    doc = Document(made).adding(Token, analysis.tokens).adding(Sentence, analysis.sentences)
    doc = doc.adding(NameSpan, analysis.names)
    doc = doc.adding(Mention, names(doc))
    doc = doc.adding(Role, roles(doc))
    return doc.adding(Statement, statements(doc))


def told(text: str, s: Statement) -> dict[str, str]:
    """A statement in the table's terms."""
    return {
        "content": " … ".join(c.of(text) for c in s.content),
        "mode": s.mode,
        "cue": " ".join(c.of(text) for c in s.cue),
        "holder": ";".join(h.name for h in s.holders),
        "kind": ";".join(dict.fromkeys(h.kind for h in s.holders)),
        "chain": ";".join(p.name for p in s.chain),
        "stance": s.stance,
    }


@pytest.mark.parametrize(
    ("standard", "row"), rows(), ids=lambda value: value if isinstance(value, str) else value["comment"]
)
def test_statement(linguist: Linguist, standard: str, row: dict[str, str]) -> None:
    doc = document(linguist, row["text"], standard)
    text, found = doc.text, doc[Statement]
    all_told = [told(text, s) for s in found]
    assert len(found) == int(row["count"]), all_told
    if not found:
        return
    wanted = {key: row[key] for key in ("content", "mode", "cue", "stance", "chain")}
    wanted |= {key: row[key] for key in ("holder", "kind") if row[key]}
    meant = [t for t in all_told if t["content"] == row["content"]] or all_told
    assert any({key: t[key] for key in wanted} == wanted for t in meant), meant
