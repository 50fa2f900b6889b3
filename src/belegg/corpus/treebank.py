"""The text of a CoNLL-U file, the same for everyone who rebuilds it."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from belegg.core.spans import Span

_ENDED = re.compile(r"[.!?:…][»”\"')]*\s*$")
_DASHED = re.compile(r"\s*[-–—*•]")
_NAME = re.compile(r"(?:^|\|)name=([BI])-")


@dataclass(frozen=True, slots=True)
class SourceText:
    """``text`` is the sentences joined by one line feed each; ``layout`` has the very same offsets.

    In ``layout`` a line feed within a paragraph is a space. ``names`` are the places of the treebank's names.
    """

    id: str
    text: str
    layout: str
    names: tuple[Span, ...]

    @property
    def sha256(self) -> str:
        """The checksum of ``text`` as UTF-8, in hexadecimal."""
        return hashlib.sha256(self.text.encode()).hexdigest()


@dataclass(slots=True)
class _Sentence:
    text: str
    opens: bool
    words: list[tuple[str, str]]


def read_text(path: Path) -> SourceText:
    """The text of one CoNLL-U file; the id is the file's name without its ending."""
    sentences = _sentences(path.read_text(encoding="utf-8").splitlines())
    text = "\n".join(s.text for s in sentences)
    return SourceText(path.stem, text, _layout(sentences), tuple(_names(sentences)))


def _sentences(lines: Iterable[str]) -> list[_Sentence]:
    found: list[_Sentence] = []
    opens = False
    for line in lines:
        if line.startswith("# newpar"):
            opens = True
        elif line.startswith("# text = "):
            found.append(_Sentence(line.removeprefix("# text = "), opens, []))
            opens = False
        elif line[:1].isdigit() and found:
            fields = line.split("\t")
            found[-1].words.append((fields[1], fields[9]))
    return found


def _layout(sentences: list[_Sentence]) -> str:
    """A line feed stays where a paragraph is marked, before a dash, and around what ends like no sentence."""
    out = ""
    for before, sentence in zip([None, *sentences], sentences, strict=False):
        if before is not None:
            whole = _ENDED.search(before.text) and _ENDED.search(sentence.text)
            out += " " if whole and not sentence.opens and not _DASHED.match(sentence.text) else "\n"
        out += sentence.text
    return out


def _names(sentences: list[_Sentence]) -> Iterable[Span]:
    """The names of NorNE, found by the forms of their words in order."""
    offset = 0
    for sentence in sentences:
        place, name = 0, None
        for form, misc in sentence.words:
            start = sentence.text.find(form, place)
            kind = _NAME.search(misc)
            if start < 0:
                continue
            place = start + len(form)
            if name and not (kind and kind.group(1) == "I"):
                yield name
                name = None
            if kind:
                name = Span(name.start if name else offset + start, offset + place)
        if name:
            yield name
        offset += len(sentence.text) + 1
