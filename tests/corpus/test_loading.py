"""The corpus is put back onto its texts, and can be measured with."""

import json
from pathlib import Path

import pytest

from belegg.core.annotation import Statement, Time
from belegg.core.spans import Span
from belegg.corpus import CorpusError, load_corpus, read_text
from belegg.corpus.__main__ import main
from belegg.corpus.measuring import other_extents
from tests.corpus.invented import write_treebank
from tests.corpus.test_compiling import ADDED, MAYOR, OPINION, QUOTE


@pytest.fixture
def corpus(tmp_path: Path) -> tuple[Path, Path]:
    """A corpus of one article, compiled by the command, and the treebank that its text is in."""
    treebank = write_treebank(tmp_path / "treebank")
    source = read_text(treebank / "nynorsk" / "train" / "paper~1.conllu")
    folder, lines = tmp_path / "corpus", tmp_path / "lines"
    folder.mkdir()
    lines.mkdir()
    row = f"paper~1\tnn\t1\tInnfjordposten\t2024-03-06\t{source.sha256}\n"
    (folder / "documents.tsv").write_text("id\tstandard\tbatch\toutlet\tpublished\tsha256\n" + row, encoding="utf-8")
    rows = [QUOTE, OPINION, ADDED, MAYOR, "T\tmåndag\tDATE\t2024-03-11"]
    (lines / "paper~1.tsv").write_text("\n".join(rows), encoding="utf-8")
    given = ["--corpus", str(folder), "--ud-narc", str(treebank)]
    assert main(["compile", str(lines), "-o", str(folder / "annotations"), *given]) == 0
    return folder, treebank


def test_an_article_has_its_statements_and_times(corpus: tuple[Path, Path]) -> None:
    (article,) = load_corpus(*corpus)
    said = article.document[Statement]
    assert [s.holders[0].name for s in said] == ["Ane Ruud", "Ane Ruud", "Ane Ruud", "Ordføraren"]
    assert [t.value for t in article.document[Time]] == ["2024-03-11"]
    assert article.accepted[said[3].id].optional
    assert article.document.article.content_blocks[0].span.of(article.document.text) == "Stenger brua"


def test_another_text_is_refused(corpus: tuple[Path, Path]) -> None:
    path = corpus[1] / "nynorsk" / "train" / "paper~1.conllu"
    path.write_text(path.read_text(encoding="utf-8").replace("farleg", "livsfarleg"), encoding="utf-8")
    with pytest.raises(CorpusError, match="another text"):
        load_corpus(*corpus)


@pytest.mark.parametrize(
    ("text", "span", "other"),
    [
        ("Det var i mars.", Span(8, 14), ["mars"]),  # annotated with its preposition
        ("Det var i mars.", Span(10, 14), ["i mars"]),  # without it
        ("Det var sist mars.", Span(8, 17), []),  # no preposition at all
        ("Hi mars.", Span(3, 7), []),  # the end of a word is no preposition
    ],
)
def test_a_time_is_right_with_and_without_its_preposition(text: str, span: Span, other: list[str]) -> None:
    assert other_extents(text, span) == other


def test_a_missing_treebank_is_told(corpus: tuple[Path, Path], tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="is missing"):
        load_corpus(corpus[0], tmp_path / "nowhere")


def test_a_broken_line_is_told(corpus: tuple[Path, Path]) -> None:
    path = corpus[0] / "annotations" / "paper~1.jsonl"
    path.write_text(path.read_text(encoding="utf-8").replace('"urge"', '"wish"'), encoding="utf-8")
    with pytest.raises(CorpusError, match="line 2"):
        load_corpus(*corpus)


def test_errors_in_lines_give_exit_status_one(corpus: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "lines" / "paper~1.tsv").write_text("S\tnot there", encoding="utf-8")
    given = ["--corpus", str(corpus[0]), "--ud-narc", str(corpus[1])]
    assert main(["compile", str(tmp_path / "lines"), *given]) == 1


def test_gold_has_the_same_places(corpus: tuple[Path, Path], tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert main(["gold", "-o", str(out), "--corpus", str(corpus[0]), "--ud-narc", str(corpus[1])]) == 0
    gold = json.loads((out / "gold" / "nn" / "gold.json").read_text(encoding="utf-8"))
    text = (out / "gold" / "nn" / "paper~1.json").read_text(encoding="utf-8")
    for said in gold["statements"]:
        assert text[said["content"]["start"] : said["content"]["end"]] == said["content"]["text"]
    assert gold["statements"][0]["chain"][0]["resolved"] == "NTB"
    page = json.loads((out / "pages" / "paper~1.json").read_text(encoding="utf-8"))
    assert (page["text"], page["published"]) == (text, "2024-03-06")
