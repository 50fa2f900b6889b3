"""CSV: RFC 4180, one row for each member, mention or copy, nothing that a spreadsheet would run."""

import csv
from base64 import b64decode
from dataclasses import replace
from io import StringIO

import pytest

from belegg.core.article import Moment
from belegg.core.dossier import Dossier
from belegg.show.markdown import markdown, plain
from belegg.show.tables import link, tables, written


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text.removeprefix("\ufeff"), newline="")))


def test_the_tables_hold_everything(dossier: Dossier) -> None:
    found = tables(dossier)
    assert sorted(found) == [
        "articles.csv", "claims.csv", "entities.csv", "events.csv", "passages.csv", "statements.csv", "versions.csv",
    ]  # fmt: skip
    assert [(row["article"], row["source"], row["story"]) for row in rows(found["articles.csv"])] == [
        ("art-1", "1.txt", "story-1"),
        ("art-2", "2.txt", "story-1"),
    ]
    assert len(rows(found["claims.csv"])) == sum(len(claim.members) for claim in dossier.claims)
    assert len(rows(found["statements.csv"])) == 5
    assert [row["earliest"] for row in rows(found["passages.csv"])] == ["True", "False"]
    said = rows(found["statements.csv"])[0]
    assert (said["holders"], said["chain"], said["stance"]) == ("Mona Teig", "NNT", "assert")


def test_a_day_that_was_inferred_is_told_as_such(dossier: Dossier) -> None:
    one, two = dossier.documents
    guessed = replace(one, article=replace(one.article, published=Moment("2025-06-03", "day", inferred=True)))
    found = tables(replace(dossier, documents=(guessed, two)))
    for name in ("articles.csv", "claims.csv"):
        assert {row["inferred"] for row in rows(found[name]) if row["article"] == one.id} == {"True"}, name
        assert {row["inferred"] for row in rows(found[name]) if row["article"] == two.id} == {"False"}, name


def test_every_text_is_the_article_s_own(dossier: Dossier) -> None:
    texts = {doc.id: doc.text for doc in dossier.documents}
    for name in ("claims.csv", "statements.csv", "passages.csv", "events.csv"):
        for row in rows(tables(dossier)[name]):
            assert texts[row["article"]][int(row["start"]) : int(row["end"])] == row["text"]


def test_lines_end_and_cells_are_quoted_as_rfc_4180_says() -> None:
    assert written(("a", "b"), [('say "x"', "two\nlines")]) == 'a,b\r\n"say ""x""","two\nlines"\r\n'


@pytest.mark.parametrize("cell", ["=1+1", "+47 22", "-10", "@SUM(A1)", "\t=1", "\r=1", " =1"])
def test_formulas_are_disarmed(cell: str) -> None:
    assert rows(written(("a",), [(cell,)]))[0]["a"] == f"'{cell}"


def test_nothing_is_an_empty_cell_and_zero_is_not() -> None:
    assert written(("a", "b"), [(None, 0)]) == "a,b\r\n,0\r\n"


def test_a_link_holds_the_table_with_a_byte_order_mark() -> None:
    head, _, body = link("a\r\nå\r\n").partition(",")
    assert head == "data:text/csv;charset=utf-8;base64"
    assert b64decode(body).decode("utf-8-sig") == "a\r\nå\r\n"


def test_markdown_tells_the_same(dossier: Dossier) -> None:
    told = markdown(dossier, "nn")
    assert told.startswith("# Taket på Solvik skole raste sammen\n")
    assert "**2 artiklar, 5 uavhengige opphav**" in told
    assert "Mona Teig → NNT → Avis 1" in told
    for doc in dossier.documents:
        assert all(plain(block.span.of(doc.text)) in told for block in doc.article.content_blocks)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<script>", r"\<script\>"),  # no HTML
        ("*a* _b_ [c](d)", r"\*a\* \_b\_ \[c\](d)"),  # no emphasis, no links
        ("# Tittel", r"\# Tittel"),  # no heading
        ("1. mai", r"1\. mai"),  # no list
        ("- nei", r"\- nei"),
        ("a\nb", "a b"),  # one line
    ],
)
def test_markup_in_an_article_is_no_markdown(text: str, expected: str) -> None:
    assert plain(text) == expected


def test_spreadsheets_read_the_tables_as_utf_8(dossier: Dossier) -> None:
    assert {text[:1] for text in tables(dossier).values()} == {"\ufeff"}


def test_an_empty_dossier_has_tables_and_text() -> None:
    empty = Dossier(())
    assert all(text.count("\r\n") == 1 for text in tables(empty).values())
    assert markdown(empty, "nb") == "\n"


def test_markdown_speaks_only_the_interface_languages(dossier: Dossier) -> None:
    with pytest.raises(ValueError, match="nb, nn, en"):
        markdown(replace(dossier), "fr")
