"""What the commands do. Its imports take half a second: the command line is read, and help given, without them."""

import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import typer
from rich.console import Console

from belegg.app.build import Tools, build
from belegg.app.crew import keep_much, keeping_all
from belegg.app.judging import BadJudgementError, read_judgements
from belegg.app.rehearsal import rehearse
from belegg.app.writing import Press, try_to_write, write
from belegg.cli.progress import shown_progress
from belegg.cli.telling import complain
from belegg.core.dossier import Dossier
from belegg.core.judgement import Judgement
from belegg.evaluate import BadGoldError, Gold, evaluate, read_gold, table
from belegg.models.language import load_identifier
from belegg.models.lazy import load_linguist
from belegg.read import read
from belegg.show.export import export

ALL_DONE, SOME_REJECTED, USAGE = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Wish:
    """What a user asks of ``belegg build``."""

    inputs: Sequence[str]
    output: Path
    formats: Sequence[str]
    ui_language: str
    judgements: Path | None
    workers: int
    quiet: bool


def build_dossier(wish: Wish) -> int:
    """Builds and writes a dossier, tells what was rejected, and returns the exit status."""
    corrections = _corrections(wish.judgements)
    if corrections is None:
        return USAGE
    if not _done(partial(try_to_write, wish.output), wish.output):
        return SOME_REJECTED
    keep_much()
    prepare = partial(rehearse, wish.formats, wish.ui_language)
    press = Press(wish.formats, wish.ui_language, several=wish.workers > 1)
    dossier = _built(wish.inputs, wish.workers, wish.quiet, corrections, prepare, press)
    for rejected in dossier.rejected:
        complain(f"{rejected.source}: {rejected.reason}")
    with keeping_all():
        files = press.files(dossier)
    if not dossier.documents and any((wish.output / name).exists() for name in files):
        complain(f"{wish.output}: left as it was: there is no article for a dossier in its place")
        return SOME_REJECTED
    if not _done(lambda: write(wish.output, files), wish.output):
        return SOME_REJECTED
    if not wish.quiet:
        _summary(dossier, wish.output)
    return SOME_REJECTED if dossier.rejected else ALL_DONE


def evaluate_stories(gold: Sequence[Path], export_file: Path | None, workers: int, quiet: bool) -> int:
    """Prints how well annotated stories are met, and returns the exit status."""
    try:
        golds = read_gold(gold)
        found = _read_export(export_file) if export_file else _export_of(golds, workers, quiet)
        typer.echo(table(evaluate(found, golds)), nl=False)
    except BadGoldError as error:
        complain(str(error))
        return USAGE
    return ALL_DONE


def _corrections(path: Path | None) -> Sequence[Judgement] | None:
    """The person's judgements; None, told in one line, where the file cannot be read."""
    try:
        return read_judgements(path) if path else ()
    except BadJudgementError as error:
        complain(str(error))
    except OSError as error:
        complain(f"{path}: cannot be read: {error.strerror or error}")
    return None


def _done(writing: Callable[[], None], folder: Path) -> bool:
    """Does it; False, told in one line, where the folder cannot be written to."""
    try:
        writing()
    except (FileExistsError, NotADirectoryError):
        complain(f"{folder}: cannot be written: not a folder")
    except OSError as error:
        complain(f"{folder}: cannot be written: {error.strerror or error}")
    else:
        return True
    return False


def _built(
    inputs: Sequence[str],
    workers: int,
    quiet: bool,
    corrections: Sequence[Judgement] = (),
    meanwhile: Callable[[], None] | None = None,
    press: Press | None = None,
) -> Dossier:
    tools = Tools(load_linguist, load_identifier(), workers)
    with shown_progress(quiet) as tell:
        return build(read(inputs, sys.stdin.buffer), tools, corrections, tell, meanwhile, press)


def _export_of(golds: Sequence[Gold], workers: int, quiet: bool) -> dict[str, Any]:
    paths = [str(article.path) for one in golds for article in one.articles.values()]
    return export(_built(paths, workers, quiet))


def _read_export(path: Path) -> dict[str, Any]:
    try:
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadGoldError(f"{path}: {error}") from error
    if not isinstance(found, dict) or not str(found.get("format", "")).startswith("belegg/"):
        raise BadGoldError(f'{path}: not an export: no "format": "belegg/…" at its top')
    return found


def _summary(dossier: Dossier, output: Path) -> None:
    console = Console(stderr=True, highlight=False)
    alone = sum(len(story.articles) == 1 for story in dossier.stories)
    counts = (
        (len(dossier.documents), "article", "articles"),
        (len(dossier.stories) - alone, "story", "stories"),
        *([(alone, "article by itself", "articles by themselves")] if alone else []),
        (len(dossier.claims), "claim", "claims"),
        (len(dossier.passages), "shared passage", "shared passages"),
        (len(dossier.rejected), "rejected", "rejected"),
    )
    told = ", ".join(f"{n} {one if n == 1 else many}" for n, one, many in counts)
    console.print(f"{told} → {output}", markup=False, soft_wrap=True)
