"""``python -m bench.passim --passim COMMAND``: our passages beside passim's, on one made archive and one machine.

The archive is that of ``bench.reuse``: original articles and edited copies at each share of replaced words, in one
written standard and across the two; here no sentence stands in two of its parts, and all parts are one archive. Both
programs run as a process of their own, read the same JSON Lines and write pairs of spans; both are scored by the same
lines of code, in letters. Time is the wall clock of the whole process. Passim (Smith et al. 2013) is timed until its
pairwise alignments are written, without the clustering that follows.

COMMAND is what starts its all-pairs alignment (for instance ``spark-submit .../passim/seriatim.py``); each
``--options`` adds a row with other settings. Needs ``data`` in BELEGG_SHARED.
"""

import argparse
import json
import os
import random
import shlex
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from belegg.compare.passages import passages
from belegg.core.article import Article, Block, Moment
from belegg.core.document import Document
from belegg.core.spans import Span
from bench.reuse import RATES, Letters, Made, letters, made, pairs, scored

PASSIM = ("--all-pairs", "--pairwise", "--fields", "xxhash64(series) as gid", "--filterpairs", "gid < gid2")
PARTS = [(rate, translated) for translated in (False, True) for rate in RATES]
WAIT = 0.05
Pairs = Iterator[tuple[tuple[str, str], Letters]]


def archives() -> list[Made]:
    """One archive per share of replaced words and kind of copy, with no sentence in two of them."""
    lines = list(dict.fromkeys(pairs()))
    random.Random("passim").shuffle(lines)
    size = len(lines) // len(PARTS)
    return [
        made(lines[n * size : (n + 1) * size], rate, translated, random.Random(f"{n}"), f"p{n}-")
        for n, (rate, translated) in enumerate(PARTS)
    ]


def write(docs: Sequence[Document], path: Path) -> None:
    """The articles as JSON Lines, as passim reads them."""
    with path.open("w", encoding="utf-8") as out:
        for doc in docs:
            at = doc.article.published
            row = {"id": doc.id, "series": doc.id, "text": doc.text, "language": doc.article.language,
                   "published": at.value if at else ""}  # fmt: skip
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


def ours(source: Path, target: Path) -> None:
    """Reads the articles, finds passages and writes the pairs: the process that is timed."""
    docs = []
    for line in source.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        blocks: list[Block] = []
        at = 0
        for part in row["text"].split("\n"):
            blocks.append(Block(at, at + len(part), "paragraph"))
            at += len(part) + 1
        when = Moment(row["published"], "minute")
        docs.append(
            Document(Article(row["id"], row["id"], "", row["text"], row["language"], tuple(blocks),
                             outlet=row["series"], published=when))
        )  # fmt: skip
    with target.open("w", encoding="utf-8") as out:
        for passage in passages(docs):
            members = sorted(passage.members)
            for n, one in enumerate(members):
                for other in members[n + 1 :]:
                    row = {"id": one.article, "begin": one.start, "end": one.end,
                           "id2": other.article, "begin2": other.start, "end2": other.end}  # fmt: skip
                    out.write(json.dumps(row) + "\n")


def timed_ours(source: Path, folder: Path) -> tuple[float, list[Path]]:
    """Wall seconds of our process, and what it wrote."""
    target = folder / "ours.jsonl"
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "bench.passim", "--ours", str(source), str(target)], check=True)
    return time.perf_counter() - start, [target]


def timed_passim(command: Sequence[str], source: Path, folder: Path) -> tuple[float, list[Path]]:
    """Wall seconds until passim has written its alignments, and what it wrote; raises where it stops without."""
    done = folder / "align.json" / "_SUCCESS"
    start = time.perf_counter()
    with (folder.parent / f"{folder.name}.log").open("w") as log:
        process = subprocess.Popen([*command, str(source), str(folder)], stdout=log, stderr=log, start_new_session=True)
        while not done.exists() and process.poll() is None:
            time.sleep(WAIT)
        seconds = time.perf_counter() - start
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)
        process.wait()
    if not done.exists():
        raise SystemExit(f"passim wrote no alignments: {Path(log.name).read_text(encoding='utf-8')[-2000:]}")
    return seconds, sorted((folder / "align.json").glob("part-*.json"))


def read(paths: Sequence[Path], docs: Sequence[Document]) -> Pairs:
    """The letters of each pair of spans."""
    by_id = {d.id: d for d in docs}
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            sides = sorted((row["id" + n], Span(row["begin" + n], row["end" + n])) for n in ("", "2"))
            both = letters(by_id[sides[0][0]], sides[0][1]) | letters(by_id[sides[1][0]], sides[1][1])
            yield (sides[0][0], sides[1][0]), both


def row(name: str, seconds: float, found: Pairs, parts: Sequence[Made], docs: Sequence[Document]) -> str:
    """A row of the table: precision and recall over all, wall seconds, and recall of each part."""
    whole = Made(list(docs), {}, {})
    for part in parts:
        whole.gold |= part.gold
        whole.heavy |= part.heavy
    got = list(found)
    precision, recall = scored(got, whole)
    of_parts = [scored((x for x in got if x[0] in part.gold), part)[1] for part in parts]
    figures = " | ".join(f"{r:.2f}" for r in of_parts)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return f"| {name} | {precision:.3f} | {recall:.3f} | {f1:.3f} | {seconds:.1f} | {figures} |"


def main(passim: str, options: Sequence[str]) -> None:
    """Prints the table."""
    parts = archives()
    docs = [d for part in parts for d in part.docs]
    heads = [f"{'nn' if translated else 'nb'} {rate:.0%}" for rate, translated in PARTS]
    print(f"{len(docs)} articles\n\n| program | precision | recall | F1 | wall s | {' | '.join(heads)} |")
    print("|" + "---|" * (5 + len(heads)), flush=True)
    with tempfile.TemporaryDirectory() as name:
        source = Path(name) / "input.json"
        write(docs, source)
        seconds, paths = timed_ours(source, Path(name))
        print(row("belegg", seconds, read(paths, docs), parts, docs), flush=True)
        for n, setting in enumerate(options or [""]):
            command = [*shlex.split(passim), *PASSIM, *shlex.split(setting)]
            seconds, paths = timed_passim(command, source, Path(name) / f"out{n}")
            print(row(f"passim {setting}".strip(), seconds, read(paths, docs), parts, docs), flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--ours"]:
        ours(Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        parser = argparse.ArgumentParser(description=__doc__)
        parser.add_argument("--passim", required=True, help="the command that starts passim")
        parser.add_argument("--options", action="append", default=[], help="settings of passim, one row each")
        given = parser.parse_args()
        main(given.passim, given.options)
