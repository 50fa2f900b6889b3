"""``belegg judge``: a person's corrections, one line each, and why the machine joined what it joined."""

import getpass
import json
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, NoReturn, cast

import typer

from belegg.app.judging import (
    SAYINGS,
    BadJudgementError,
    Correction,
    append,
    key_of,
    line_of,
    named,
    read_judgements,
    undo_line,
)
from belegg.app.pointing import Pointer, Thing, UnclearError, chain_of_links, pairs
from belegg.cli.telling import complain, tell
from belegg.core.judgement import Verdict

NOT_FOUND, USAGE = 1, 2


class Action(StrEnum):
    """What to do with two things."""

    same = "same"
    different = "different"
    unsure = "unsure"
    undo = "undo"
    why = "why"
    list = "list"


class Subject(StrEnum):
    """What two things are of."""

    claim = "claim"
    origin = "origin"
    entity = "entity"
    story = "story"


def judge_command(
    action: Annotated[
        Action, typer.Argument(metavar="ACTION", help="What to say of the two, or to ask; list needs no two.")
    ],
    left: Annotated[
        str,
        typer.Argument(metavar="LEFT", help="Words of a statement, a name, a source file, or an id from belegg.json."),
    ] = "",
    right: Annotated[str, typer.Argument(metavar="RIGHT", help="The other one.")] = "",
    dossier: Annotated[Path, typer.Option("--dossier", "-d", help="Where belegg build wrote belegg.json.")] = Path(
        "dossier"
    ),
    judgements: Annotated[
        Path, typer.Option("--judgements", "-j", help="The file that the judgement is added to; made where missing.")
    ] = Path("judgements.jsonl"),
    subject: Annotated[
        Subject | None,
        typer.Option(help="What the two are of, where the words do not tell; origin: have two statements one source?"),
    ] = None,
    by: Annotated[str, typer.Option(help="Who judges. [default: your user name]", show_default=False)] = "",
    because: Annotated[str, typer.Option(help="Why, in your own words.")] = "",
) -> None:
    """Correct a dossier, or ask why two things in it were joined.

    Say that two statements are of the same claim or not, that two names are of one person or place or not, that two
    articles are of one story or not. The judgement is a line in a file that belegg build --judgements takes; it
    outranks the machine on every later build, with more articles too, until it is undone.
    """
    if action is Action.list:
        _list(judgements)
        return
    if not left or not right:
        _stop(f"{action.value} needs two things: belegg judge {action.value} LEFT RIGHT", USAGE)
    if action is Action.undo and (held := named(_read(judgements), left, right, subject)):
        _take_back(judgements, held, by)
        return
    pointer = Pointer(_export(dossier))
    try:
        kind = subject.value if subject else pointer.subject_of(left, right)
        found = pointer.find(left, kind), pointer.find(right, kind)
    except UnclearError as error:
        _stop(str(error), NOT_FOUND)
    if action is Action.why:
        _why(pointer, kind, *found)
    elif action is Action.undo:
        _undo(judgements, kind, *found, by=by)
    else:
        _record(judgements, kind, action.value, *found, by=by, because=because)


def _record(
    path: Path, subject: str, verdict: str, left: Sequence[Thing], right: Sequence[Thing], by: str, because: str
) -> None:
    at = _now()
    made = [
        Correction(
            cast("Any", subject), a.id, b.id, cast("Verdict", verdict), 1.0, by=by or _user(), left_words=a.words,
            right_words=b.words, because=because, at=at,
        )
        for a, b in pairs(left, right, verdict)
    ]  # fmt: skip
    if not made:
        _stop("the two are one and the same thing", NOT_FOUND)
    _write(path, [line_of(c) for c in made])
    tell(f"{subject}, {verdict}: {made[0].left_words}\n   and: {made[0].right_words}")
    tell(f"In force from the next belegg build … --judgements {path}")


def _undo(path: Path, subject: str, left: Sequence[Thing], right: Sequence[Thing], by: str) -> None:
    wanted = {key_of(subject, a.id, b.id) for a in left for b in right}
    held = [c for c in _read(path) if key_of(c.subject, c.left, c.right) in wanted]
    if not held:
        _stop(f"{path}: no judgement on these two", NOT_FOUND)
    _take_back(path, held, by)


def _take_back(path: Path, held: Sequence[Correction], by: str) -> None:
    _write(path, [undo_line(c, by or _user(), _now()) for c in held])
    tell(f"Taken back: {held[0].subject}, {held[0].verdict}, by {held[0].by}")


def _list(path: Path) -> None:
    told = (
        f"{c.subject}, {c.verdict} ({', '.join(part for part in (c.by, c.at, c.because) if part)})\n"
        f"  {c.left_words or c.left}\n  {c.right_words or c.right}"
        for c in _read(path)
    )
    for text in dict.fromkeys(told):  # copies of a sentence, and a name in many articles, are judged in one go
        tell(text)


def _why(pointer: Pointer, subject: str, left: Sequence[Thing], right: Sequence[Thing]) -> None:
    """The links between the two, each with the features that its score adds up from."""
    spoken = [
        j for j in pointer.export["judgements"]
        if j["subject"] == subject and j["by"] != "belegg"
        and {j["left"], j["right"]} & {t.id for t in left} and {j["left"], j["right"]} & {t.id for t in right}
    ]  # fmt: skip
    for judgement in spoken[:1]:
        tell(f"{judgement['verdict']}: judged so by {judgement['by']}")
    here, there = (pointer.copies(left), pointer.copies(right)) if subject in SAYINGS else (tuple(left), tuple(right))
    if {t.id for t in here} & {t.id for t in there}:
        tell("Copies of one text: the same words, or one shared passage.")
        return
    links = chain_of_links(pointer.export, subject, [t.id for t in here], [t.id for t in there])
    for link in links:
        _show(pointer, link)
    if links and len(links) > 1:
        tell(f"Joined through {len(links)} links, as above.")
    elif not links and not spoken:
        together = bool({t.group for t in left} & {t.group for t in right} - {""})
        tell("Together, but by no link of two." if together else "Not joined: no link leads from one to the other.")


def _show(pointer: Pointer, link: dict[str, Any]) -> None:
    tell(f"{pointer.words(link['left'])}\n{pointer.words(link['right'])}")
    tell(f"  {link['verdict']} by {link['by']}, score {link['score']:.2f}")
    for reason in sorted(link["reasons"], key=lambda r: -abs(r["weight"])):
        rests = pointer.written(reason["detail"])
        tell(f"  {reason['weight']:+6.2f}  {reason['name']}" + (f": {rests}" if rests else ""))
    tell("")


def _export(dossier: Path) -> dict[str, Any]:
    path = dossier / "belegg.json" if dossier.is_dir() else dossier
    try:
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        _stop(f"{path}: no dossier to read: {getattr(error, 'strerror', None) or error}", USAGE)
    if not isinstance(found, dict) or not str(found.get("format", "")).startswith("belegg/"):
        _stop(f"{path}: not an export of belegg build", USAGE)
    return found


def _read(path: Path) -> tuple[Correction, ...]:
    try:
        return read_judgements(path)
    except BadJudgementError as error:
        _stop(str(error), USAGE)
    except OSError as error:
        _stop(f"{path}: cannot be read: {error.strerror or error}", USAGE)


def _write(path: Path, lines: Sequence[str]) -> None:
    if path.exists():
        _read(path)  # a broken file is told, not added to
    try:
        append(path, lines)
    except OSError as error:
        _stop(f"{path}: cannot be written: {error.strerror or error}", USAGE)


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a process without a user's name
        return "person"


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")


def _stop(line: str, status: int) -> NoReturn:
    complain(*line.splitlines())
    raise typer.Exit(status)
