"""``python -m bench [SIZE ...]``: builds of made archives and of the five seeds, as Markdown."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.archive import write_archive

SIZES = (5, 250, 1000)
#: Seconds between two looks at the memory at least, and how many times as long as the last one took: a look at the
#: pages of a large build holds its processes up.
EVERY, TIMES = 0.2, 50


def measure(inputs: list[str], folder: Path) -> tuple[float, float]:
    """Wall seconds and peak memory in MiB of one whole ``belegg build``, all its processes together."""
    command = [str(Path(sys.executable).with_name("belegg")), "build", "--quiet", *inputs, "-o", str(folder / "out")]
    start, peak = time.perf_counter(), 0.0
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as build:
        pause = EVERY
        while not _has_ended(build, pause):
            began = time.perf_counter()
            peak = max(peak, _memory(build.pid))
            pause = max(EVERY, TIMES * (time.perf_counter() - began))
        seconds = time.perf_counter() - start
        if build.returncode:
            raise SystemExit(f"belegg build failed: {build.stderr.read() if build.stderr else ''}")
    return seconds, peak


def _has_ended(build: subprocess.Popen[str], seconds: float) -> bool:
    """Waits a little while for it."""
    try:
        build.wait(seconds)
    except subprocess.TimeoutExpired:
        return False
    return True


def _memory(session: int) -> float:
    """MiB of the processes of a session; what several share counts once (proportional set size, Linux)."""
    total = 0
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if os.getsid(int(process.name)) == session:
                rows = (process / "smaps_rollup").read_text(encoding="ascii").splitlines()
                total += next(int(row.split()[1]) for row in rows if row.startswith("Pss:"))
        except (OSError, StopIteration):  # it has ended
            continue
    return total / 1024


def main(sizes: list[int]) -> None:
    """Prints one row per build."""
    print("| input | articles | seconds | articles/s | peak MiB |\n|---|---|---|---|---|")
    seeds = Path(os.environ.get("BELEGG_SHARED", "../shared")) / "seeds"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if seeds.is_dir():
            measure([str(seeds)], folder)  # warms the disk cache
            _row("seeds", 5, *measure([str(seeds)], folder))
        for size in sizes:
            archive = folder / f"archive-{size}"
            write_archive(archive, size)
            _row("made archive, 350 words each", size, *measure([str(archive)], folder))


def _row(what: str, articles: int, seconds: float, peak: float) -> None:
    print(f"| {what} | {articles} | {seconds:.1f} | {articles / seconds:.1f} | {peak:.0f} |", flush=True)


if __name__ == "__main__":
    main([int(a) for a in sys.argv[1:]] or list(SIZES))
