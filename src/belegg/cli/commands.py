"""``belegg``: the commands, their help and their exit status."""

import os
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from belegg import __version__
from belegg.app.crew import call_up
from belegg.cli.judge import judge_command


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
    rich_markup_mode="markdown",  # the other mode takes [default: …] for a style
    help="From many reports of the same happening to one sourced dossier: who says what according to whom, "
    "which reports are independent, what is confirmed, denied, expected or only rumoured.",
    epilog="Exit status: 0 all done, 1 something was rejected (the rest is done), 2 wrong usage.",
)


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
            metavar="INPUT",
            help="Files or folders: .txt, .html, .mhtml, .jsonl, RSS/Atom/JSON Feed, .warc[.gz], .wacz; - for standard "
            "input.",
        ),
    ],
    output: Annotated[Path, typer.Option("--output", "-o", help="The folder to write to; made where it is missing.")],
    formats: Annotated[
        list[Format] | None,
        typer.Option("--format", "-f", help="What to write; may be given several times. [default: html and json]"),
    ] = None,
    ui_language: Annotated[UiLanguage, typer.Option(help="The language of the page's interface.")] = UiLanguage.nb,
    judgements: Annotated[
        Path | None,
        typer.Option(
            "--judgements", "-j", help="A person's corrections (JSON Lines); they outrank the machine's links."
        ),
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
    if workers > 1:
        call_up()  # they load the model while this process imports the rest
    work = import_module("belegg.cli.work")
    chosen = [f.value for f in formats or (Format.html, Format.json)]
    raise typer.Exit(
        work.build_dossier(work.Wish(inputs, output, chosen, ui_language.value, judgements, workers, quiet))
    )


app.command(
    "judge",
    epilog='Example: belegg judge different "Brua er stengt" "Brua opnar" --because "another bridge" --by Kari',
)(judge_command)


@app.command("evaluate", epilog="Example: belegg evaluate ../shared/gold/stories")
def evaluate_command(
    gold: Annotated[
        list[Path],
        typer.Argument(metavar="GOLD_DIR", help="Folders with gold.json and its texts, or with such folders below."),
    ],
    export_file: Annotated[
        Path | None, typer.Option("--export", help="Measure this belegg.json instead of building one from the texts.")
    ] = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes for the annotation of many articles.")] = 1,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress; the table is still printed.")] = False,
) -> None:
    """Measure against annotated stories: one row a figure, for every layer that they annotate."""
    raise typer.Exit(import_module("belegg.cli.work").evaluate_stories(gold, export_file, workers, quiet))
