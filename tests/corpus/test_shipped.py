"""The corpus that lies in the project: offsets and labels only, and every offset in its text."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from belegg.core.annotation import Statement, Time
from belegg.core.spans import Span
from belegg.corpus import load_corpus
from belegg.corpus.loading import listed_documents
from belegg.corpus.records import KINDS, MODES, MODS, STANCES, TYPES
from tests.shared import ROOT, shared

CORPUS = ROOT / "corpus"
LAYERS = ("annotations", "second")
LABELS = {"statement", "time", "concern", *MODES, *STANCES, *KINDS, *TYPES, *MODS}
VALUE = re.compile(r"s\d+|(?=.*[\dX])[-\dXWTPYMDHSUAFINOEV:/.]+")


def _files() -> list[Path]:
    return sorted(p for layer in LAYERS for p in (CORPUS / layer).glob("*.jsonl"))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _strings(item)


def test_no_file_holds_words() -> None:
    rows = [json.loads(line) for path in _files() for line in path.read_text(encoding="utf-8").splitlines()]
    assert len(rows) > 1400
    assert [s for row in rows for s in _strings(row) if s not in LABELS and not VALUE.fullmatch(s)] == []


def test_every_listed_document_is_annotated() -> None:
    listed = {d.id for d in listed_documents(CORPUS)}
    assert {p.stem for p in (CORPUS / "annotations").glob("*.jsonl")} <= listed
    assert {p.stem for p in (CORPUS / "second").glob("*.jsonl")} <= listed


@pytest.mark.parametrize("layer", LAYERS)
def test_every_place_is_words_of_its_text(layer: str) -> None:
    for article in load_corpus(CORPUS, shared("data/ud-narc"), layer):
        text = article.document.text
        spans = [s for said in article.document[Statement] for s in (*said.content, *said.cue)]
        spans += [Span(t.start, t.end) for t in article.document[Time]]
        for span in spans:
            assert span.of(text) == span.of(text).strip() != "", (article.document.id, span)
            assert not text[span.start - 1 : span.start + 1].isalnum() or span.start == 0
