"""Reads the treebanks and joins their two annotation schemes.

The Norwegian Dependency Treebank (NDT) is complete but in its own tag set and without the original spacing;
UD-NARC and the official UD test parts hold most of the same sentences in Universal Dependencies with spacing.
Sentences are matched by their word forms; what UD lacks is converted (``convert.py``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

STANDARDS = {"nb": ("bokmaal", "nob"), "nn": ("nynorsk", "nno")}

# The official split of the treebank, by file prefix: everything in these ranges is train.
TRAIN_RANGES: dict[str, tuple[tuple[str, str], ...]] = {
    "nb": (
        ("ap001_0000", "ap012_0002"),
        ("bt001_0000", "bt005_0001"),
        ("db001a_0000", "db013_0004"),
        ("kk001_0000", "kk006_0000"),  # kk006_0000 stands in neither UD dev nor UD test
        ("sp-bm001_0000", "sp-bm001_0008"),
        ("vg001_0000", "vg002_0003"),
        ("blogg-bm001_0000", "blogg-bm003_0000"),
        ("nou001_0000", "nou004_0000"),
        ("st001_0000", "st005_0000"),
    ),
    "nn": (
        ("blogg-nn001_0000", "blogg-nn003_0001"),
        ("dot001_0000", "dot014_0007"),
        ("firda-nn001_0000", "firda-nn004_0005"),
        ("kk-nn001_0000", "kk-nn006_0002"),
        ("mom001_0000", "mom003_0004"),
        ("st-nn001_0000", "st-nn002_0000"),
        ("vtb-nn001_0000", "vtb-nn006_0004"),
    ),
}
# These four files lie in the Bokmål folder of UD-NARC but are Nynorsk.
MISFILED = re.compile(r"klassekampen_0[1-4]")
PLACES = {"GPE_LOC": "GPE", "GPE_ORG": "GPE"}


@dataclass(frozen=True, slots=True)
class Word:
    """One word. ``head`` is a 0-based index in the sentence, -1 for the root, None when unknown."""

    form: str
    lemma: str
    upos: str | None
    feats: str
    head: int | None
    deprel: str
    space: bool
    name: str
    ndt: tuple[str, str, str, int] = ("", "", "", 0)


@dataclass(frozen=True, slots=True)
class Sent:
    """One sentence; ``heading`` when NDT marks its end with ``|`` (no full stop, own line)."""

    words: tuple[Word, ...]
    heading: bool = False
    new_par: bool = False
    article: str = ""
    has_ud: bool = True
    later: tuple[tuple[str, str], ...] = ()  # UPOS and relation in UD-NARC, a later version, of a dev or test sentence


@dataclass(frozen=True, slots=True)
class Document:
    """One file of NDT: its sentences in reading order."""

    key: str
    standard: str
    part: str
    sents: tuple[Sent, ...] = field(default_factory=tuple)


def _name_label(raw: str) -> str:
    prefix, _, label = raw.partition("-")
    label = PLACES.get(label, label)
    return "O" if not label or label == "MISC" else f"{prefix}-{label}"


def _misc(column: str) -> dict[str, str]:
    return dict(part.split("=", 1) for part in column.split("|") if "=" in part)


def _ud_word(columns: list[str]) -> Word:
    misc = _misc(columns[9])
    return Word(
        form=columns[1],
        lemma=columns[2],
        upos=columns[3],
        feats="" if columns[5] == "_" else columns[5],
        head=int(columns[6]) - 1,
        deprel=columns[7] if columns[7] != "root" else "ROOT",
        space=misc.get("SpaceAfter") != "No",
        name=_name_label(misc.get("name", "O")),
    )


def read_ud(path: Path) -> Iterator[Sent]:
    """Sentences of a CoNLL-U file."""
    words: list[Word] = []
    new_par = False
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("# newpar") or line.startswith("# newdoc"):
            new_par = True
        elif line.startswith("#"):
            continue
        elif line.strip():
            columns = line.split("\t")
            if columns[0].isdigit():
                words.append(_ud_word(columns))
        elif words:
            yield Sent(tuple(words), new_par=new_par, article=path.stem)
            words, new_par = [], False


def read_ndt(path: Path) -> Iterator[Sent]:
    """Sentences of an NDT file, without the ``|`` that marks headings; heads stay NDT's, in ``Word.ndt``."""
    rows: list[list[str]] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.strip():
            rows.append(line.split("\t"))
        elif rows:
            yield _ndt_sent(rows)
            rows = []


def _ndt_sent(rows: list[list[str]]) -> Sent:
    kept = [row for row in rows if row[1] != "|"]
    index = {row[0]: number for number, row in enumerate(kept)}
    words = tuple(
        Word(
            form=row[1],
            lemma=row[2],
            upos=None,
            feats="",
            head=None,
            deprel="",
            space=True,
            name=_name_label(_misc(row[9]).get("name", "O")),
            ndt=(row[3], row[5], row[7], index.get(row[6], -1)),
        )
        for row in kept
    )
    return Sent(words, heading=len(kept) < len(rows), has_ud=False)


def _prefix_order(key: str) -> tuple[str, str]:
    series = re.match(r"[a-z-]+", key)
    return (series.group() if series else "", key)


def is_train(standard: str, key: str) -> bool:
    """Whether an NDT file belongs to the official training part."""
    return any(
        _prefix_order(first)[0] == _prefix_order(key)[0] and first <= key <= last
        for first, last in TRAIN_RANGES[standard]
    )


def _forms(sent: Sent) -> tuple[str, ...]:
    return tuple(word.form for word in sent.words)


Index = dict[str, dict[tuple[str, ...], list[Sent]]]


def _ud_narc(data: Path, standard: str, part: str) -> list[Path]:
    found = sorted((data / "ud-narc" / STANDARDS[standard][0] / part).glob("*.conllu"))
    return [path for path in found if not (standard == "nb" and MISFILED.match(path.stem))]


def _ud_sources(data: Path, standard: str, part: str) -> list[Path]:
    if part == "train":
        return _ud_narc(data, standard, part)
    return sorted((data / "norne" / "ud" / STANDARDS[standard][1]).glob(f"*-ud-{part}.conllu"))


def _later(data: Path, standard: str, part: str) -> dict[tuple[str, ...], tuple[tuple[str, str], ...]]:
    sents = [sent for path in _ud_narc(data, standard, part) for sent in read_ud(path)] if part != "train" else []
    return {_forms(sent): tuple((word.upos or "", word.deprel) for word in sent.words) for sent in sents}


def _ud_index(data: Path, standard: str, parts: tuple[str, ...]) -> Index:
    index: Index = {}
    for part in parts:
        known = index[part] = {}
        later = _later(data, standard, part)
        for path in _ud_sources(data, standard, part):
            for sent in read_ud(path):
                known.setdefault(_forms(sent), []).append(replace(sent, later=later.get(_forms(sent), ())))
    return index


def _joined(ndt: Sent, ud: Sent) -> Sent:
    words = tuple(replace(word, ndt=own.ndt, name=own.name) for word, own in zip(ud.words, ndt.words, strict=True))
    return replace(ud, words=words, heading=ndt.heading)


def load_documents(data: Path) -> list[Document]:
    """All NDT files of both standards with UD annotation wherever a UD source has the same sentence."""
    return [document for standard in STANDARDS for document in _documents(data, standard, ("train", "dev", "test"))]


def load_part(data: Path, standard: str, part: str) -> list[Document]:
    """The files of one official part."""
    parts = ("train",) if part == "train" else ("dev", "test")
    return [document for document in _documents(data, standard, parts) if document.part == part]


def _documents(data: Path, standard: str, parts: tuple[str, ...]) -> Iterator[Document]:
    index = _ud_index(data, standard, parts)
    for path in sorted((data / "norne" / "ndt" / STANDARDS[standard][1]).glob("*.conll")):
        train = is_train(standard, path.stem)
        if train == ("train" in parts) or len(parts) == 3:
            sents = list(read_ndt(path))
            part = "train" if train else _part(sents, index)
            yield Document(path.stem, standard, part, tuple(_with_ud(sents, index[part])))


def _with_ud(sents: list[Sent], known: dict[tuple[str, ...], list[Sent]]) -> Iterator[Sent]:
    for sent in sents:
        found = known.get(_forms(sent))
        if found:
            sent = _joined(sent, found.pop(0) if len(found) > 1 else found[0])
        yield sent


def _part(sents: list[Sent], index: Index) -> str:
    hits = {part: sum(_forms(sent) in index[part] for sent in sents) for part in ("dev", "test")}
    return max(hits, key=lambda part: hits[part])
