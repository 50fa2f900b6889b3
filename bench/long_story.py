"""``python -m bench.long_story [ARTICLES ...]``: one made story of very many articles, after annotation, as Markdown.

What happens is told again and again, with other words left out and put in, what is new the most; some articles begin
with an agency's paragraphs. Each size runs in a process of its own, as one process. Seconds are of the processor.
"""

import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from belegg.app.annotating import annotate
from belegg.app.build import compare
from belegg.app.crew import Crew, keep_much
from belegg.app.reasoning import cases, reason
from belegg.app.writing import files
from belegg.clean import clean
from belegg.core.article import Article, Page
from belegg.core.document import Document
from belegg.models.language import load_identifier
from belegg.models.lazy import load_linguist
from bench.archive import ACCORDING, COMMON, COPIES, DAYS, GIVEN, HEADS, PLACES, ROLES, SAYS, made

SIZES = (250, 500, 1000, 2000)
WORDS = 350
START, APART = datetime(2024, 1, 1), timedelta(minutes=30)
#: A happening for so many articles, and what was known before the first; an agency's text for so many.
ARTICLES_A_HAPPENING, BEFORE, ARTICLES_A_WIRE = 4, 20, 25
#: Share of the sentences that only one article has.
OWN = 0.3
#: How often a word of a happening is left out or another put in.
CHANGED = 0.12
PEOPLE, THINGS, TOWNS = 25, 80, 6
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Scene:
    """The people, things and places of the story."""

    people: tuple[tuple[int, str], ...]
    things: tuple[str, ...]
    towns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing told: its words (numbers are places in the list of common words), and who tells of it."""

    words: tuple[int | str, ...]
    who: tuple[int, str]
    day: int


def pages(articles: int) -> Iterator[Page]:
    """The story's pages in the order of time."""
    scene = _scene(random.Random("scene"))
    known = [
        _happening(scene, random.Random(f"happening {n}")) for n in range(BEFORE + articles // ARTICLES_A_HAPPENING)
    ]
    for number in range(articles):
        at = (START + number * APART).strftime("%d.%m.%Y %H:%M")
        lines = [
            f"url: https://www.avis{number % 40}.example/sak/{number}",
            f"{scene.things[0].capitalize()} og {scene.things[1]} i {scene.towns[0]}",
            f"Publisert: {at}",
            *_paragraphs(scene, known[: BEFORE + number // ARTICLES_A_HAPPENING], number),
        ]
        yield Page(f"{number:06}.txt", "\n".join(lines).encode(), "utf-8", "text")


def _paragraphs(scene: Scene, known: Sequence[Happening], number: int) -> list[str]:
    chance = random.Random(f"article {number}")
    standard, lines = chance.choice(("nb", "nn")), list[str]()
    if chance.random() < COPIES:
        wire = random.Random(f"wire {number // ARTICLES_A_WIRE}")
        lines = [_paragraph("nb", scene, known[: BEFORE + number // ARTICLES_A_WIRE], wire) for _ in range(4)]
        lines, standard = lines[: chance.randrange(1, 5)], "nb"
    while sum(len(line.split()) for line in lines) < WORDS:
        lines.append(_paragraph(standard, scene, known, chance))
    return lines


def _paragraph(standard: str, scene: Scene, known: Sequence[Happening], chance: random.Random) -> str:
    """A few sentences: one's own, and of what all tell the newest most."""
    told = (
        _happening(scene, chance)
        if chance.random() < OWN
        else known[max(0, len(known) - int(chance.paretovariate(0.7)))]
        for _ in range(chance.randrange(1, 5))
    )
    return " ".join(_sentence(standard, happening, chance) for happening in told)


def _sentence(standard: str, told: Happening, chance: random.Random) -> str:
    common, words = COMMON[standard], list[str]()
    for word in told.words:
        words += [chance.choice(common)] if chance.random() < CHANGED else []
        words += [common[word] if isinstance(word, int) else word] if chance.random() >= CHANGED else []
    said, way = " ".join((*words, DAYS[standard][told.day])), chance.random()
    who = f"{ROLES[standard][told.who[0]]} {told.who[1]}"
    if way < 0.2:
        return f"– {said[0].upper()}{said[1:]}, {chance.choice(SAYS[standard])} {who}."
    if way < 0.35:
        return f"{ACCORDING[standard]} {who} {said}."
    return f"{said[0].upper()}{said[1:]}."


def _scene(chance: random.Random) -> Scene:
    people = tuple(
        (chance.randrange(len(ROLES["nb"])), f"{chance.choice(GIVEN)} {made(chance, 2).capitalize()}")
        for _ in range(PEOPLE)
    )
    things = tuple(f"{made(chance, 3)}{chance.choice(HEADS)}et" for _ in range(THINGS))
    return Scene(people, things, tuple(f"{made(chance, 2).capitalize()}{chance.choice(PLACES)}" for _ in range(TOWNS)))


def _happening(scene: Scene, chance: random.Random) -> Happening:
    words: list[int | str] = [chance.randrange(len(COMMON["nb"])) for _ in range(chance.randrange(6, 13))]
    rare = (chance.choice(scene.things), f"{made(chance, 2)}{chance.choice(HEADS)}et", str(chance.randrange(2, 900)))
    for word in (*rare, chance.choice((chance.choice(scene.towns), chance.choice(scene.people)[1]))):
        words.insert(chance.randrange(len(words)), word)
    return Happening(tuple(words), chance.choice(scene.people), chance.randrange(len(DAYS["nb"])))


def annotated(articles: int) -> list[Document]:
    """The story's articles with all layers."""
    identifier = load_identifier()
    found = (clean(page, identifier) for page in pages(articles))
    with Crew(2) as crew:
        return [a.document for a in annotate((a for a in found if isinstance(a, Article)), load_linguist, crew)]


def measure(articles: int) -> None:
    """Prints the row of one size."""
    documents = annotated(articles)
    keep_much()
    before = time.process_time()
    compared, dossier = timed(lambda: compare(documents))
    largest = max(cases(dossier), key=lambda case: len(case.documents))
    reasoned, dossier = timed(lambda: reason(dossier, (), lambda *_: None))
    written, _ = timed(lambda: files(dossier, ("html", "json"), "nb"))
    print(
        f"| {articles} | {len(largest.documents)} | {len(dossier.claims)} | {compared:.1f} | {reasoned:.1f} "
        f"| {written:.1f} | {time.process_time() - before:.1f} | {peak():.0f} |",
        flush=True,
    )


def timed(step: Callable[[], Value]) -> tuple[float, Value]:
    """Processor seconds of a step, and what it gives."""
    start = time.process_time()
    value = step()
    return time.process_time() - start, value


def peak() -> float:
    """The most memory that this process has held so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(sizes: Sequence[int]) -> None:
    """One process per size, so that each peak is its own."""
    columns = ("articles", "in one story", "claims", "compare s", "reason s", "write s", "all s", "peak MiB")
    print(f"| {' | '.join(columns)} |\n|{'---|' * len(columns)}", flush=True)
    for size in sizes:
        subprocess.run([sys.executable, "-m", "bench.long_story", "--one", str(size)], check=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        measure(int(sys.argv[2]))
    else:
        main([int(a) for a in sys.argv[1:]] or SIZES)
