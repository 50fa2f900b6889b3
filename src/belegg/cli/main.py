"""``belegg``: the commands, their help and their exit status."""

import json
import os
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from belegg import __version__
from belegg.app.build import Tools, build
from belegg.app.judging import BadJudgementError, read_judgements
from belegg.app.writing import files, write
from belegg.cli.judge import judge_command
from belegg.cli.progress import shown_progress
from belegg.core.dossier import Dossier
from belegg.core.judgement import Judgement
from belegg.evaluate import BadGoldError, Gold, evaluate, read_gold, table
from belegg.models.language import load_identifier
from belegg.models.lazy import load_linguist
from belegg.read import read
from belegg.show.export import export

ALL_DONE, SOME_REJECTED, USAGE = 0, 1, 2


class Format(StrEnum):
    """What to write."""

    html = "html"
    json = "json"
    md = "md"
    csv = "csv"


class UiLanguage(StrEnum):
    """The interface languages."""

    nb = "nb"
    nn = "nn"
    en = "en"


app = typer.Typer(
    name="belegg",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="From many reports of the same happening to one sourced dossier: who says what according to whom, "
    "which reports are independent, what is confirmed, denied, expected or only rumoured.",
    epilog="Exit status: 0 all done, 1 something was rejected (the rest is done), 2 wrong usage.",
)


app.command(
    "judge",
    epilog='Example: belegg judge different "Brua er stengt" "Brua opnar" --because "another bridge" --by Kari',
)(judge_command)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"belegg {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Read what many outlets write about the same happening."""


@app.command("build", epilog="Example: belegg build articles/ more.warc.gz -o dossier && open dossier/index.html")
def build_command(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...",
            help="Files or folders: .txt, .html, .jsonl, RSS/Atom/JSON Feed, .warc[.gz], .wacz; - for standard input.",
        ),
    ],
    output: Annotated[Path, typer.Option("--output", "-o", help="The folder to write to; made where it is missing.")],
    formats: Annotated[
        list[Format] | None,
        typer.Option("--format", "-f", help="What to write; may be given several times. [default: html and json]"),
    ] = None,
    ui_language: Annotated[UiLanguage, typer.Option(help="The language of the page's interface.")] = UiLanguage.nb,
    judgements: Annotated[
        Path | None, typer.Option(help="A person's corrections (JSON Lines); they outrank the machine's links.")
    ] = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes for the annotation of many articles.")] = (
        os.cpu_count() or 1
    ),
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No progress, no summary; errors are still told.")
    ] = False,
) -> None:
    """Read INPUT and write a dossier: index.html and belegg.json.

    Every bad input gets one line that says what is wrong with which file; the rest is done.
    """
    corrections = _judgements(judgements)
    with shown_progress(quiet) as tell:
        tools = Tools(load_linguist, load_identifier(), workers)
        dossier = build(read(inputs, sys.stdin.buffer), tools, corrections, tell)
    for rejected in dossier.rejected:
        _complain(f"{rejected.source}: {rejected.reason}")
    try:
        write(output, files(dossier, [f.value for f in formats or (Format.html, Format.json)], ui_language.value))
    except OSError as error:
        _complain(f"{output}: cannot be written: {error.strerror or error}")
        raise typer.Exit(SOME_REJECTED) from None
    if not quiet:
        _summary(dossier, output)
    raise typer.Exit(SOME_REJECTED if dossier.rejected else ALL_DONE)


@app.command("evaluate", epilog="Example: belegg evaluate ../shared/gold/stories")
def evaluate_command(
    gold: Annotated[
        list[Path],
        typer.Argument(metavar="GOLD_DIR...", help="Folders with gold.json and its texts, or with such folders below."),
    ],
    export_file: Annotated[
        Path | None, typer.Option("--export", help="Measure this belegg.json instead of building one from the texts.")
    ] = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes for the annotation of many articles.")] = 1,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress; the table is still printed.")] = False,
) -> None:
    """Measure against annotated stories: one row a figure, for every layer that they annotate."""
    try:
        golds = read_gold(gold)
        found = _read_export(export_file) if export_file else _built(golds, workers, quiet)
        typer.echo(table(evaluate(found, golds)), nl=False)
    except BadGoldError as error:
        _complain(str(error))
        raise typer.Exit(USAGE) from None


def _built(golds: Sequence[Gold], workers: int, quiet: bool) -> dict[str, Any]:
    paths = [str(article.path) for one in golds for article in one.articles.values()]
    with shown_progress(quiet) as tell:
        return export(build(read(paths), Tools(load_linguist, load_identifier(), workers), progress=tell))


def _read_export(path: Path) -> dict[str, Any]:
    try:
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadGoldError(f"{path}: {error}") from error
    if not isinstance(found, dict) or not str(found.get("format", "")).startswith("belegg/"):
        raise BadGoldError(f'{path}: not an export: no "format": "belegg/…" at its top')
    return found


def _judgements(path: Path | None) -> tuple[Judgement, ...]:
    if path is None:
        return ()
    try:
        return read_judgements(path)
    except (BadJudgementError, OSError) as error:
        _complain(str(error))
        raise typer.Exit(USAGE) from None


def _complain(line: str) -> None:
    typer.echo(f"belegg: {' '.join(line.split())}", err=True)


def _summary(dossier: Dossier, output: Path) -> None:
    console = Console(stderr=True, highlight=False)
    counts = (
        (len(dossier.documents), "articles"),
        (len(dossier.stories), "stories"),
        (len(dossier.claims), "claims"),
        (len(dossier.passages), "shared passages"),
        (len(dossier.rejected), "rejected"),
    )
    console.print(", ".join(f"{n} {what}" for n, what in counts) + f" → {output}", markup=False, soft_wrap=True)


def main() -> None:
    """Entry point of the ``belegg`` command: an error that nobody foresaw is one line, not a traceback.

    The environment variable ``BELEGG_TRACEBACK`` asks for the whole of it.
    """
    try:
        app()
    except Exception as error:
        if os.environ.get("BELEGG_TRACEBACK"):
            raise
        _complain(f"internal error, please report it: {type(error).__name__}: {error}")
        sys.exit(SOME_REJECTED)


if __name__ == "__main__":
    main()
