"""``python -m belegg.corpus``: texts for annotators, their lines compiled, the corpus as a gold folder."""

import argparse
import os
import sys
from collections.abc import Iterable
from pathlib import Path

from belegg.corpus.agreement import agreement
from belegg.corpus.compiling import compile_lines
from belegg.corpus.loading import Listed, listed_documents, load_corpus, source_of
from belegg.corpus.measuring import write_export, write_gold, write_pages
from belegg.corpus.records import CorpusError, written

_TREEBANK = Path(os.environ.get("BELEGG_SHARED", "../shared")) / "data" / "ud-narc"


def main(arguments: list[str] | None = None) -> int:
    """Exit status: 0 done, 1 errors in the lines (told one a line), 2 files that cannot be used."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except CorpusError as error:
        print(f"belegg.corpus: {error}", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m belegg.corpus", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    texts = _command(commands, "texts", _texts, "write the texts of the listed documents, one file each")
    texts.add_argument("-o", "--output", type=Path, required=True)
    compiled = _command(commands, "compile", _compile, "turn annotators' lines into stand-off files")
    compiled.add_argument("source", type=Path, help="folder with a file DOCUMENT.tsv each")
    compiled.add_argument("-o", "--output", type=Path, help="without it, the lines are only checked")
    compiled.add_argument("--only", nargs="+", metavar="DOCUMENT", help="these documents and no others")
    gold = _command(commands, "gold", _gold, "write gold folder, pages and export of a reading")
    gold.add_argument("-o", "--output", type=Path, required=True)
    gold.add_argument("--layer", choices=("annotations", "second"), default="annotations")
    gold.add_argument("--batch", type=int, nargs="+", help="the articles of these batches")
    gold.add_argument("--also-in", metavar="LAYER", help="only articles that this layer has too")
    _command(commands, "agreement", _agreement, "say how far the second reading agrees with the first")
    return parser


def _command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, run: object, told: str) -> (
    argparse.ArgumentParser
):  # fmt: skip
    command = commands.add_parser(name, help=told, description=told)
    command.set_defaults(run=run)
    command.add_argument("--corpus", type=Path, default=Path("corpus"), help="folder with documents.tsv (corpus)")
    command.add_argument("--ud-narc", type=Path, default=_TREEBANK, help="folder of UD-NARC")
    return command


def _texts(options: argparse.Namespace) -> int:
    options.output.mkdir(parents=True, exist_ok=True)
    for row in listed_documents(options.corpus):
        (options.output / f"{row.id}.txt").write_text(source_of(row, options.ud_narc).layout + "\n", encoding="utf-8")
    return 0


def _compile(options: argparse.Namespace) -> int:
    rows = [r for r in listed_documents(options.corpus) if not options.only or r.id in options.only]
    present = [r for r in rows if (options.source / f"{r.id}.tsv").is_file()]
    counts = [_compiled(r, options) for r in present]
    statements, times, errors = (sum(c[n] for c in counts) for n in range(3))
    told = f"{len(present)} of {len(rows)} documents, {statements} statements, {times} times, {errors} errors"
    print(told, file=sys.stderr)
    return 1 if errors else 0


def _compiled(row: Listed, options: argparse.Namespace) -> tuple[int, int, int]:
    """Statements, times and errors of a document; its file is written where it has no error."""
    lines = (options.source / f"{row.id}.tsv").read_text(encoding="utf-8").splitlines()
    annotation, errors, warnings = compile_lines(source_of(row, options.ud_narc), lines)
    _tell([*errors, *(f"{w} (warning)" for w in warnings)])
    if options.output and not errors:
        options.output.mkdir(parents=True, exist_ok=True)
        (options.output / f"{row.id}.jsonl").write_text(written(annotation), encoding="utf-8")
    return len(annotation.statements), len(annotation.times), len(errors)


def _tell(lines: Iterable[str]) -> None:
    for line in lines:
        print(line)


def _gold(options: argparse.Namespace) -> int:
    articles = load_corpus(options.corpus, options.ud_narc, options.layer)
    chosen = [a for a in articles if not options.batch or a.batch in options.batch]
    if options.also_in:
        chosen = [a for a in chosen if (options.corpus / options.also_in / f"{a.document.id}.jsonl").is_file()]
    write_gold(chosen, options.output / "gold")
    write_pages(chosen, options.output / "pages")
    write_export(chosen, options.output / "export.json")
    print(f"{len(chosen)} articles", file=sys.stderr)
    return 0


def _agreement(options: argparse.Namespace) -> int:
    first, second = (load_corpus(options.corpus, options.ud_narc, layer) for layer in ("annotations", "second"))
    found = agreement(first, second)
    print(f"articles {found.articles}, statements {found.first} and {found.second}, content F1 {found.f1:.3f}")
    for label in found.labels:
        print(f"{label.name}: same {label.same:.3f}, kappa {label.kappa:.3f} ({label.pairs} pairs)")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
