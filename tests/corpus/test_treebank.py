"""The text that offsets count in, rebuilt from CoNLL-U."""

from pathlib import Path

from belegg.corpus.treebank import SourceText, read_text
from tests.corpus.invented import TEXT, write_treebank


def _source(folder: Path) -> SourceText:
    return read_text(write_treebank(folder) / "nynorsk" / "train" / "paper~1.conllu")


def test_text_is_the_sentences_joined_by_line_feeds(tmp_path: Path) -> None:
    assert _source(tmp_path).text == TEXT


def test_layout_has_the_same_offsets(tmp_path: Path) -> None:
    source = _source(tmp_path)
    assert source.layout.replace("\n", " ") == source.text.replace("\n", " ")


def test_layout_keeps_a_paragraph_on_one_line(tmp_path: Path) -> None:
    lines = _source(tmp_path).layout.split("\n")
    assert [line[:12] for line in lines] == ["Stenger brua", "- Brua er fa", "Ho meiner at"]


def test_names_are_joined_and_placed(tmp_path: Path) -> None:
    source = _source(tmp_path)
    assert [n.of(source.text) for n in source.names] == ["Ane Ruud", "NTB"]
