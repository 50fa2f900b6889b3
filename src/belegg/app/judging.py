"""A person's judgements as a file: JSON Lines, one judgement a line, the last word on a pair holds."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, get_args

from belegg.core.judgement import Judgement, Verdict

SUBJECTS = ("entity", "story", "claim", "version")


class BadJudgementError(ValueError):
    """A line of the file that is no judgement; the message tells file, line and what is wrong."""


def read_judgements(path: Path) -> tuple[Judgement, ...]:
    """The judgements in force: of two on the same pair, the later; ``undo`` takes the earlier one back.

    Raises BadJudgementError, and OSError where the file cannot be read.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    return in_force(_parse(path, n, line) for n, line in enumerate(lines, 1) if line.strip())


def in_force(told: Iterable[Judgement | tuple[str, str, str]]) -> tuple[Judgement, ...]:
    """What still holds after each judgement and each undo (a ``(subject, left, right)``) in turn."""
    holding: dict[tuple[str, str, str], Judgement] = {}
    for item in told:
        if isinstance(item, Judgement):
            holding[_pair(item.subject, item.left, item.right)] = item
        else:
            holding.pop(_pair(*item), None)
    return tuple(holding.values())


def _pair(subject: str, left: str, right: str) -> tuple[str, str, str]:
    return (subject, *sorted((left, right)))  # type: ignore[return-value]


def _parse(path: Path, number: int, line: str) -> Judgement | tuple[str, str, str]:
    where = f"{path}, line {number}"
    try:
        entry: dict[str, Any] = json.loads(line)
        subject, left, right = (str(entry[key]) for key in ("subject", "left", "right"))
        verdict = entry["verdict"]
    except (ValueError, KeyError, TypeError) as error:
        raise BadJudgementError(f"{where}: no judgement (needs subject, left, right, verdict, by): {error}") from None
    if subject not in SUBJECTS:
        raise BadJudgementError(f"{where}: subject {subject!r} is none of {', '.join(SUBJECTS)}")
    if verdict == "undo":
        return (subject, left, right)
    if verdict not in get_args(Verdict):
        raise BadJudgementError(f"{where}: verdict {verdict!r} is none of same, different, unsure, undo")
    return Judgement(subject, left, right, verdict, 1.0, by=str(entry.get("by") or "person"))  # type: ignore[arg-type]
