"""Reads and checks the corpus of claims told in many words (``training/wordings``; format in its ``README.md``).

``python -m training.wordings`` prints its counts, and what is wrong with it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

FOLDER = Path(__file__).parent / "wordings"
MARKS = {"+": "supports", "-": "denies", "?": "questions", ">": "expects", "x": "declines", "~": "belongs to no claim"}
WORDING = re.compile(r"(?P<mark>[-+?>x~])(?P<nn>n?) (?P<text>\S.*)")
FEWEST_WORDINGS = 2  # of a claim
MOST_WORDS = 25  # of a wording


@dataclass(frozen=True, slots=True)
class Wording:
    """A sentence or a part of one; ``claim`` is its claim's place in the happening, none where it belongs to none."""

    text: str
    mark: str
    standard: str
    claim: int | None


@dataclass(frozen=True, slots=True)
class Happening:
    """What is told of one happening; ``desk`` is the file, ``domain`` a free label, ``claims`` the propositions."""

    desk: str
    domain: str
    title: str
    claims: tuple[str, ...]
    wordings: tuple[Wording, ...]


def load_wordings(folder: Path = FOLDER) -> tuple[Happening, ...]:
    """All happenings, file by file. Raises ValueError where a line cannot be read."""
    return tuple(
        happening
        for path in sorted(folder.glob("*.txt"))
        for happening in read_wordings(path.read_text(encoding="utf-8").splitlines(), path.stem)
    )


def read_wordings(lines: Iterable[str], desk: str) -> Iterator[Happening]:
    """The happenings of one file. Raises ValueError with the number of a line that cannot be read."""
    part: list[tuple[int, str]] = []
    for number, line in enumerate(lines, 1):
        if line.startswith("=== ") and part:
            yield _happening(part, desk)
            part = []
        if line:
            part.append((number, line))
    if part:
        yield _happening(part, desk)


def _happening(part: Sequence[tuple[int, str]], desk: str) -> Happening:
    (number, opening), *rest = part
    domain, bar, title = opening.removeprefix("=== ").partition(" | ")
    if not opening.startswith("=== ") or not bar:
        raise ValueError(f"{desk}, line {number}: no happening is opened: {opening}")
    claims: list[str] = []
    wordings: list[Wording] = []
    for number, line in rest:
        if line.startswith("# "):
            claims.append(line.removeprefix("# "))
        else:
            wordings.append(_wording(line, len(claims) - 1, f"{desk}, line {number}"))
    return Happening(desk, domain, title, tuple(claims), tuple(wordings))


def _wording(line: str, claim: int, where: str) -> Wording:
    found = WORDING.fullmatch(line)
    if not found:
        raise ValueError(f"{where}: no mark, or no text: {line}")
    beside = found["mark"] == "~"
    if claim < 0 and not beside:
        raise ValueError(f"{where}: a wording before its claim: {line}")
    return Wording(found["text"], found["mark"], "nn" if found["nn"] else "nb", None if beside else claim)


def problems(happenings: Iterable[Happening]) -> Iterator[str]:
    """What is wrong with a corpus that can be read, one line each."""
    for happening in happenings:
        where = f"{happening.desk}, {happening.title}"
        told = Counter(w.claim for w in happening.wordings)
        yield from (
            f"{where}: too few wordings: {c}" for n, c in enumerate(happening.claims) if told[n] < FEWEST_WORDINGS
        )
        yield from (f"{where}: two claims alike: {c}" for c, n in Counter(happening.claims).items() if n > 1)
        texts = Counter(w.text.casefold() for w in happening.wordings)
        yield from (f"{where}: told twice in the same words: {text}" for text, n in texts.items() if n > 1)
        for wording in happening.wordings:
            if len(wording.text.split()) > MOST_WORDS:
                yield f"{where}: too long: {wording.text}"
            if wording.text != " ".join(wording.text.split()):
                yield f"{where}: spaces: {wording.text}"


def counts(happenings: Sequence[Happening]) -> Iterator[str]:
    """The tables of ``training/wordings/README.md``."""
    yield "| file | happenings | claims | wordings | nn | beside the claims | nn |"
    yield "|---|---|---|---|---|---|---|"
    desks = sorted({h.desk for h in happenings})
    for name, own in [(d, [h for h in happenings if h.desk == d]) for d in desks] + [("all", list(happenings))]:
        all_told = [w for h in own for w in h.wordings]
        told, beside = [w for w in all_told if w.claim is not None], [w for w in all_told if w.claim is None]
        claims = sum(len(h.claims) for h in own)
        cells = (len(own), claims, len(told), _share(told), len(beside), _share(beside))
        yield f"| {name} | " + " | ".join(c if isinstance(c, str) else f"{c:,}" for c in cells) + " |"
    told = [w for h in happenings for w in h.wordings if w.claim is not None]
    yield ""
    yield "| mark | bears on the claim | nb | nn |"
    yield "|---|---|---|---|"
    marks = Counter((w.mark, w.standard) for h in happenings for w in h.wordings)
    for mark, what in MARKS.items():
        yield f"| `{mark}` | {what} | {marks[mark, 'nb']:,} | {marks[mark, 'nn']:,} |"
    lengths = [len(w.text.split()) for w in told]
    yield ""
    yield f"Words in a wording: {min(lengths)} to {max(lengths)}, median {median(lengths):.0f}."


def _share(wordings: Sequence[Wording]) -> str:
    return f"{sum(w.standard == 'nn' for w in wordings) / max(1, len(wordings)):.0%}"


def main() -> None:
    """Prints counts and problems."""
    happenings = load_wordings()
    print("\n".join(counts(happenings)))
    for problem in problems(happenings):
        print(problem)


if __name__ == "__main__":
    main()
