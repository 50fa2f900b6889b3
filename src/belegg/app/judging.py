"""A person's judgements as a file: JSON Lines, one judgement a line, the last word on a pair holds.

A line keeps the words that were judged beside their ids, so that it finds them again when another version of the
program, or of the article, numbers them otherwise.
"""

import errno
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, get_args

from belegg.core.annotation import Report, Statement
from belegg.core.document import Document
from belegg.core.judgement import Judgement, Verdict

SUBJECTS = ("entity", "story", "claim", "origin", "version")
SAYINGS = ("claim", "origin")
Key = tuple[str, str, str]


class BadJudgementError(ValueError):
    """A line of the file that is no judgement; the message tells file, line and what is wrong."""


@dataclass(frozen=True, slots=True)
class Correction(Judgement):
    """A judgement as a person wrote it down: the words judged, why (``because``) and when (``at``, ISO 8601)."""

    left_words: str = ""
    right_words: str = ""
    because: str = ""
    at: str = ""


def read_judgements(path: Path) -> tuple[Correction, ...]:
    """The judgements in force: of two on the same pair, the later; ``undo`` takes the earlier one back.

    Raises BadJudgementError, and OSError where the file cannot be read.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()  # some editors begin a file with a byte order mark
    except UnicodeDecodeError as error:
        raise BadJudgementError(f"{path}: not UTF-8: {error.reason} at byte {error.start}") from None
    return in_force(_parse(path, n, line) for n, line in enumerate(lines, 1) if line.strip())


def in_force(told: Iterable[Correction | Key]) -> tuple[Correction, ...]:
    """What still holds after each judgement and each undo (a ``(subject, left, right)``) in turn."""
    holding: dict[Key, Correction] = {}
    for item in told:
        if isinstance(item, Correction):
            holding[key_of(item.subject, item.left, item.right)] = item
        else:
            holding.pop(key_of(*item), None)
    return tuple(holding.values())


def key_of(subject: str, left: str, right: str) -> Key:
    """The pair, whichever way round it is told."""
    first, second = sorted((left, right))
    return (subject, first, second)


def named(judgements: Iterable[Correction], left: str, right: str, subject: str | None) -> tuple[Correction, ...]:
    """The judgements on one pair that is told by its ids or words as they were judged, whichever way round.

    A sentence that was parted may stand in no claim of a later dossier: its words stand here. Empty where the words
    are of no pair, or of more than one. ``subject``: what the judgement is of, None for anything.
    """
    found = [
        c for c in judgements
        if subject in (None, c.subject)
        and (_is_named(c, left, right) or _is_named(c, right, left))
    ]  # fmt: skip
    pairs = {(c.subject, *sorted((c.left_words or c.left, c.right_words or c.right))) for c in found}
    return tuple(found) if len(pairs) == 1 else ()


def _is_named(judgement: Correction, left: str, right: str) -> bool:
    sides = ((left, judgement.left, judgement.left_words), (right, judgement.right, judgement.right_words))
    return all(_is_it(one_line(said), id, words, judgement.subject) for said, id, words in sides)


def _is_it(said: str, id: str, words: str, subject: str) -> bool:
    """True for the id or the words; a part of them will do but where they are a name."""
    return said in (id, words) or (subject != "entity" and said.casefold() in words.casefold())


def line_of(correction: Correction) -> str:
    """The line of the file, without a line end; what is empty is left out."""
    told = {f.name: getattr(correction, f.name) for f in fields(correction) if f.name not in ("score", "reasons")}
    return json.dumps({name: value for name, value in told.items() if value}, ensure_ascii=False)


def undo_line(correction: Correction, by: str, at: str) -> str:
    """The line that takes a judgement back."""
    told = {"subject": correction.subject, "left": correction.left, "right": correction.right, "verdict": "undo"}
    return json.dumps({**told, "by": by, "at": at}, ensure_ascii=False)


def append(path: Path, lines: Sequence[str]) -> None:
    """Adds lines to the file, which is made where it is missing; a last line without its end gets one.

    Raises OSError (no permission, disk full) and leaves the file as it was: half a line would spoil all the others.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab", buffering=0) as file:
        size = file.tell()
        begun = size > 0 and path.read_bytes()[-1:] != b"\n"
        added = "".join(f"{line}\n" for line in ("", *lines) if line or begun).encode("utf-8")
        try:
            if file.write(added) < len(added):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            os.fsync(file.fileno())
        except OSError:
            os.truncate(path, size)
            raise


def placed(judgements: Iterable[Judgement], documents: Sequence[Document]) -> tuple[Judgement, ...]:
    """The judgements with the ids that their words have in these documents, as plain records."""
    known = {s.id: words for d in documents for s, words in _sayings(d)}
    return tuple(_placed(j, known) for j in judgements)


def _placed(judgement: Judgement, known: Mapping[str, str]) -> Judgement:
    plain = Judgement(
        judgement.subject, judgement.left, judgement.right, judgement.verdict, judgement.score, judgement.reasons,
        judgement.by,
    )  # fmt: skip
    if not isinstance(judgement, Correction) or judgement.subject not in SAYINGS:
        return plain
    left = _found(judgement.left, judgement.left_words, known)
    return replace(plain, left=left, right=_found(judgement.right, judgement.right_words, known))


def _found(told: str, words: str, known: Mapping[str, str]) -> str:
    """The id itself where it still has the words; else the one that has, in the same article if it is there."""
    if not words or known.get(told) == words:
        return told
    same = [i for i, have in known.items() if have == words]
    article = told.rpartition("-")[0]
    return next((i for i in same if i.rpartition("-")[0] == article), same[0] if same else told)


def _sayings(doc: Document) -> Iterator[tuple[Statement | Report, str]]:
    """The statements and reports of a document with their words."""
    for statement in doc[Statement]:
        yield statement, one_line(" ".join(c.of(doc.text) for c in statement.content))
    for report in doc[Report]:
        yield report, one_line(report.content.of(doc.text))


def one_line(text: str) -> str:
    """The words with one blank between them."""
    return " ".join(text.split())


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value


def _parse(path: Path, number: int, line: str) -> Correction | Key:
    where = f"{path}, line {number}"
    try:
        entry: dict[str, Any] = json.loads(line)
        subject, left, right, verdict = (_string(entry[key]) for key in ("subject", "left", "right", "verdict"))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise BadJudgementError(f"{where}: no judgement (needs subject, left, right, verdict, by): {error}") from None
    if subject not in SUBJECTS:
        raise BadJudgementError(f"{where}: subject {subject!r} is none of {', '.join(SUBJECTS)}")
    if verdict == "undo":
        return (subject, left, right)
    if verdict not in get_args(Verdict):
        raise BadJudgementError(f"{where}: verdict {verdict!r} is none of same, different, unsure, undo")
    told = {name: str(entry.get(name) or "") for name in ("left_words", "right_words", "because", "at")}
    return Correction(
        subject, left, right, verdict, 1.0, by=str(entry.get("by") or "person"), **told  # type: ignore[arg-type]
    )  # fmt: skip
