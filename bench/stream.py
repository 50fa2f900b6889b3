"""``python -m bench.stream [ARTICLES ...]``: passages and stories over a made stream of annotated news, as Markdown.

Each size runs in a process of its own: seconds of each stage (wall clock, and processor), the share of the agencies'
sentences that were found, stories (B-cubed) and the peak memory of the whole process, the articles themselves included.
"""

import resource
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations, islice

from belegg.compare.passages import passages
from belegg.compare.stories import stories
from belegg.core.comparison import Passage, Story
from belegg.core.spans import Span
from bench.made_news import Made, news

SIZES = (5_000, 20_000)
MOST_PAIRS = 200
STAGE = ("wall s", "CPU s", "CPU ms each")


def b_cubed(told: Sequence[Story], gold: Mapping[str, object]) -> tuple[float, float]:
    """B-cubed precision and recall (Bagga and Baldwin 1998) of stories over articles."""
    sizes = Counter(gold.values())
    precision = recall = 0.0
    for story in told:
        for number, both in Counter(gold[a] for a in story.articles).items():
            precision += both * both / len(story.articles)
            recall += both * both / sizes[number]
    return precision / len(gold), recall / len(gold)


def carried(made: Sequence[Made], found: Sequence[Passage]) -> float:
    """Recall of agency sentences: of each two articles that carry the same, the share that a passage of both covers.

    Of each two that carry it, the larger families are sampled: at most ``MOST_PAIRS`` pairs a sentence.
    """
    at: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for n, passage in enumerate(found):
        for member in passage.members:
            at[member.article].append((member.start, member.end, n))
    stories: dict[int, list[Made]] = defaultdict(list)
    for article in made:
        if article.wire:
            stories[article.story].append(article)
    asked = got = 0
    for story in stories.values():
        for one, other in islice(combinations(story, 2), MOST_PAIRS):
            for left, right in zip(one.wire, other.wire, strict=False):
                asked += 1
                got += bool(holding(at[one.document.id], left) & holding(at[other.document.id], right))
    return got / asked


def holding(places: Sequence[tuple[int, int, int]], span: Span) -> set[int]:
    """The passages that hold most of a sentence."""
    return {n for start, end, n in places if 2 * (min(end, span.end) - max(start, span.start)) > len(span)}


def measure(articles: int) -> None:
    """Prints the row of one size."""
    made = list(news(articles))
    docs, gold = [m.document for m in made], {m.document.id: m.story for m in made}
    before = peak()
    start = clocks()
    shared = passages(docs)
    middle = clocks()
    told, _ = stories(docs, shared)
    end = clocks()
    p, r = b_cubed(told, gold)
    print(
        f"| {articles} | {taken(start, middle, articles)} | {len(shared)} | {carried(made, shared):.3f} "
        f"| {taken(middle, end, articles)} | {len(told)} | {p:.3f} | {r:.3f} | {before:.0f} | {peak():.0f} |",
        flush=True,
    )


def clocks() -> tuple[float, float]:
    """Wall clock and processor seconds."""
    return time.perf_counter(), time.process_time()


def taken(start: tuple[float, float], end: tuple[float, float], articles: int) -> str:
    """Seconds by both clocks, and processor milliseconds per article."""
    wall, processor = end[0] - start[0], end[1] - start[1]
    return f"{wall:.1f} | {processor:.1f} | {1000 * processor / articles:.2f}"


def peak() -> float:
    """The most memory that this process has held so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(sizes: Sequence[int]) -> None:
    """One process per size, so that each peak is its own."""
    columns = [
        "articles",
        *STAGE,
        "found",
        "recall of wire",
        *STAGE,
        "stories",
        "B³ P",
        "B³ R",
        "MiB before",
        "peak MiB",
    ]
    print(f"| {' | '.join(columns)} |\n|{'---|' * len(columns)}", flush=True)
    for size in sizes:
        subprocess.run([sys.executable, "-m", "bench.stream", "--one", str(size)], check=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        measure(int(sys.argv[2]))
    else:
        main([int(a) for a in sys.argv[1:]] or SIZES)
