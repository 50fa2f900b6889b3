"""``python -m bench.stories FORMAT=FOLDER ...``: stories of public English sets (no model, no tuning), as Markdown.

Formats: ``giveme5w1h`` (the folder ``news_cluster/data`` of Hamborg et al. 2019: 69 events) and ``basil`` (``articles``
of Fan et al. 2019: 100 triplets). The texts are read as plain paragraphs, without any annotation. *Streaming* is what
``belegg build`` does with dated articles; in *without dates* they come in an order by chance, and time tells nothing.
"""

import json
import random
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from belegg.compare.passages import passages
from belegg.compare.stories import stories
from belegg.core.article import Article, Block, Moment
from belegg.core.document import Document
from belegg.core.spans import Span
from bench.stream import b_cubed

Item = tuple[Document, str]


def article(name: str, title: str, paragraphs: Sequence[str], outlet: str, url: str, day: str) -> Document:
    """An English article of title and paragraphs."""
    blocks: list[Block] = []
    text = ""
    for line in (title, *paragraphs):
        if line := " ".join(line.split()):
            blocks.append(Block(len(text), len(text) + len(line), "paragraph" if blocks else "title"))
            text += line + "\n"
    published = Moment(day, "day") if day else None
    head = Span(blocks[0].start, blocks[0].end) if blocks else None
    return Document(Article(name, name, "", text, "en", tuple(blocks), url, outlet, head, published))


def giveme5w1h(folder: Path) -> Iterator[Item]:
    """Articles and their event; the title is repeated as the first line of the text."""
    for path in sorted(folder.glob("*.json")):
        raw = json.loads(path.read_text(encoding="utf-8"))
        lines = [line for line in raw["text"].splitlines() if line != raw["title"]]
        day = (raw["date_publish"] or "")[:10]
        found = article(path.stem, raw["title"], lines, raw["source_domain"], raw["url"], day)
        yield found, raw["newsCluster"]["Event"]


def basil(folder: Path) -> Iterator[Item]:
    """Articles and their triplet."""
    for path in sorted(folder.rglob("*.json")):
        raw = json.loads(path.read_text(encoding="utf-8"))
        lines = [" ".join(sentences) for sentences in raw["body-paragraphs"]]
        found = article(raw["uuid"] + raw["source"], raw["title"], lines, raw["source"], raw["url"], raw["date"])
        yield found, raw["triplet-uuid"]


READERS: Mapping[str, Callable[[Path], Iterator[Item]]] = {"giveme5w1h": giveme5w1h, "basil": basil}


def undated(docs: Sequence[Document]) -> list[Document]:
    """The documents without dates, in an order by chance: ids tell the order in which they come."""
    shuffled = random.Random(0).sample(docs, len(docs))
    return [replace(d, article=replace(d.article, published=None)) for d in shuffled]


def main(arguments: Sequence[str]) -> None:
    """Prints a row per set and order."""
    print("| set | order | articles | stories, gold | stories | B³ P | B³ R | B³ F1 |\n|" + "---|" * 8)
    for argument in arguments:
        name, folder = argument.split("=", 1)
        items = list(READERS[name](Path(folder)))
        docs, gold = [d for d, _ in items], {d.id: s for d, s in items}
        for order, given in (("streaming", docs), ("without dates", undated(docs))):
            told, _ = stories(given, passages(given))
            p, r = b_cubed(told, gold)
            print(f"| {name} | {order} | {len(docs)} | {len(set(gold.values()))} | {len(told)} | {p:.3f} | {r:.3f} "
                  f"| {2 * p * r / (p + r):.3f} |", flush=True)  # fmt: skip


if __name__ == "__main__":
    main(sys.argv[1:])
