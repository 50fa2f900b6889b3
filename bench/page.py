"""``python -m bench.page [ARTICLES]``: how large the page of one long story is, and how soon Chromium has opened it.

The story: an annotated one of our own (``tests/gold_unseen/ras``), its articles told again and again by other outlets,
each with other paragraphs left out, and filled up to a newspaper's length with made speech that is each report's own.
Opening is counted from the navigation to the load event, the page's file read from the disk, in a new browser with an
empty profile; the least of some runs, since other work on the machine only adds. Beside it the processor time of the
thread that reads, styles and lays out the page until then: what it would take on a core of its own (Linux).
"""

import os
import random
import re
import sys
import tempfile
from pathlib import Path

from bench.__main__ import measure
from bench.archive import filling
from tests.chromium import tab

STORY = Path(__file__).parents[1] / "tests" / "gold_unseen" / "ras"
ARTICLES, WORDS, KEPT, RUNS = 200, 350, 0.75, 7
TIMING = "(t => [t.loadEventEnd, t.domContentLoadedEventEnd])(performance.getEntriesByType('navigation')[0])"
PAINT = "performance.getEntriesByName('first-contentful-paint').map(p => p.startTime)[0] || 0"


def write_story(folder: Path, articles: int) -> None:
    """Writes that many articles of one story as .txt files."""
    folder.mkdir(parents=True, exist_ok=True)
    told = [path.read_text(encoding="utf-8") for path in sorted(STORY.glob("*.txt")) if ".v1" not in path.name]
    for number in range(articles):
        (folder / f"{number:04}.txt").write_text(retold(told[number % len(told)], number), encoding="utf-8")


def retold(text: str, number: int) -> str:
    """An article by another outlet: its own address, some paragraphs less, and made ones of its own."""
    chance = random.Random(number)
    head: list[str] = []
    body: list[str] = []
    for line in text.splitlines():
        if line.startswith("url:"):
            continue
        early = len(head) < 3 or re.search(r"Publisert|\d\d[.:]\d\d$", line)
        (head if early and not body else body).append(line)
    kept = [line for line in body if chance.random() < KEPT]
    lines = [f"url: https://www.avis{number}.example/sak/{number}", *head, *kept]
    standard = "nn" if re.search(r"\b(ikkje|seier|frå)\b", text) else "nb"
    while sum(len(line.split()) for line in lines) < WORDS:
        lines.append(filling(0, standard, chance))
    return "\n".join(lines) + "\n"


def opening(page: Path, runs: int = RUNS) -> tuple[float, float, float]:
    """Milliseconds to the load event, to the first words painted, and of processor time: the least of some runs."""
    loads, paints, spent = [], [], []
    for _ in range(runs):
        with tab() as one:
            one.show(1280)
            before = _processor(one.pid)
            one.open(page)
            spent.append(_processor(one.pid) - before)
            loads.append(one.evaluate(TIMING)[0])
            paints.append(one.evaluate(PAINT))
    return min(loads), min(paints), min(spent)


def _processor(session: int) -> float:
    """Milliseconds of processor time that the main threads of the browser's pages have had so far."""
    ticks = 0
    for process in Path("/proc").glob("[0-9]*"):
        try:
            is_page = b"--type=renderer" in (process / "cmdline").read_bytes()
            if is_page and os.getsid(int(process.name)) == session:
                stat = (process / "task" / process.name / "stat").read_text(encoding="ascii", errors="replace")
                ticks += sum(int(n) for n in stat.rpartition(")")[2].split()[11:13])
        except OSError:  # it has ended
            continue
    return 1000 * ticks / os.sysconf("SC_CLK_TCK")


def main(articles: int) -> None:
    """Prints one row."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_story(folder / "story", articles)
        seconds, _ = measure([str(folder / "story")], folder)
        pages = sorted((folder / "out").glob("*.html"))
        index = folder / "out" / "index.html"
        load, paint, spent = opening(index)
        print("| articles | pages | build, s | index.html, MB | load event, ms | first words, ms | processor, ms |")
        print("|---|---|---|---|---|---|---|")
        size = index.stat().st_size / 1e6
        print(f"| {articles} | {len(pages)} | {seconds:.1f} | {size:.2f} | {load:.0f} | {paint:.0f} | {spent:.0f} |")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else ARTICLES)
