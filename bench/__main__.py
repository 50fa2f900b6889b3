"""``python -m bench [SIZE ...]``: builds of made archives and of the five seeds, as Markdown."""

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.archive import write_archive

SIZES = (5, 250, 1000)


def measure(inputs: list[str], folder: Path) -> tuple[float, float]:
    """Wall seconds and peak memory in MiB (largest process) of one whole ``belegg build``."""
    command = [str(Path(sys.executable).with_name("belegg")), "build", "--quiet", *inputs, "-o", str(folder / "out")]
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - start
    if done.returncode:
        raise SystemExit(f"belegg build failed: {done.stderr}")
    return seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def main(sizes: list[int]) -> None:
    """Prints one row per build; smaller ones first, since the peak is that of all children so far."""
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
