"""Makes the table of what words mean again (``src/belegg/models/meaning.npz``), or measures how it is made.

``python -m training.meaning`` does everything. The steps: ``prepare`` (the words of all texts), ``measure`` (learns
without every tenth happening and prints how well claims are found in those), ``learn`` (learns from all and writes the
table). Set OMP_NUM_THREADS=1.
"""

from __future__ import annotations

import argparse
import os
import pickle
import time
from collections.abc import Callable, Sequence
from importlib import resources
from pathlib import Path

from belegg.models.lazy import load_linguist
from training.meaning.contrast import Settings, trained
from training.meaning.measuring import System, by_chance, by_keys, by_meaning, by_nearness, report
from training.meaning.table import Floats, packed, save, start
from training.meaning.vectors import neighbours, spread
from training.meaning.words import Keys, Told, Words, raw_keys, told_wordings
from training.wordings import load_wordings

STEPS = ("all", "prepare", "measure", "learn")
SIZE, DIMENSIONS = 10_000, 128  # rows of the table; columns from vectors
HELD_OUT = 10  # every tenth happening


def prepare(data: Path, work: Path) -> None:
    """Reads all texts with the shipped linguist."""
    linguist = load_linguist()
    words = Words(tuple(raw_keys(linguist, data)), tuple(told_wordings(linguist, load_wordings())))
    work.mkdir(parents=True, exist_ok=True)
    (work / "words.pkl").write_bytes(pickle.dumps(words))
    print(f"{len(words.raw):,} sentences, {len(words.told)} happenings", flush=True)


def beginning(raw: Sequence[Keys], happenings: Sequence[Told]) -> Floats:
    """The table that training starts from."""
    return start(spread(neighbours(_sentences(raw, happenings), DIMENSIONS), SIZE))


def _sentences(raw: Sequence[Keys], happenings: Sequence[Told]) -> list[Keys]:
    return [*raw, *(keys for own in happenings for keys in own.keys)]


def measure(words: Words) -> None:
    """Prints the tables of ``docs/stages/meaning.md``."""
    held = words.told[::HELD_OUT]
    seen = [own for n, own in enumerate(words.told) if n % HELD_OUT]
    first = beginning(words.raw, seen)
    systems: dict[str, System] = {
        "any pair": by_chance,
        "shared keys, by their rarity": by_keys(_sentences(words.raw, seen)),
        "the table before training": by_meaning(packed(first)),
        "the table": by_meaning(packed(trained(first, seen, Settings()))),
    }
    print("\n".join(report(held, systems)))
    print("\n" + "\n".join(by_nearness(held, systems["the table"])), flush=True)


def learn(words: Words, path: Path) -> None:
    """Learns from all happenings and writes the table."""
    save(packed(trained(beginning(words.raw, words.told), words.told, Settings())), path)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training.meaning", description=__doc__)
    parser.add_argument("step", nargs="?", default="all", choices=STEPS)
    shared = Path(os.environ.get("BELEGG_SHARED", "../shared"))
    parser.add_argument("--data", type=Path, default=shared / "data", help="the treebanks and pairs")
    parser.add_argument("--work", type=Path, default=Path("build/training/meaning"), help="where words are kept")
    shipped = Path(str(resources.files("belegg.models"))) / "meaning.npz"
    parser.add_argument("--table", type=Path, default=shipped, help="where the table goes")
    return parser.parse_args()


def main() -> None:
    """Runs the chosen step, or all."""
    chosen = _arguments()
    if not chosen.data.is_dir():
        raise SystemExit(f"No data at {chosen.data}: set BELEGG_SHARED or --data.")
    steps: dict[str, Callable[[], None]] = {
        "prepare": lambda: prepare(chosen.data, chosen.work),
        "measure": lambda: measure(_words(chosen.work)),
        "learn": lambda: learn(_words(chosen.work), chosen.table),
    }
    for name, step in steps.items():
        if chosen.step in (name, "all"):
            began = time.monotonic()
            step()
            print(f"{name}: {time.monotonic() - began:.0f} s", flush=True)


def _words(work: Path) -> Words:
    words: Words = pickle.loads((work / "words.pkl").read_bytes())
    return words


if __name__ == "__main__":
    main()
