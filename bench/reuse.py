"""``python -m bench.reuse``: recall and precision of passages on edited copies of agency-like texts, as Markdown.

Each original is a run of sentences; its copy keeps some of them (others are dropped, some change places), cuts the end
off a few, replaces a share of the words by words from elsewhere, and adds sentences of its own. In the translated
rows, the copy is made from the other side of aligned Bokmål and Nynorsk sentences. Counted are letters and digits on
both sides, as in the scorer. Needs ``data`` in BELEGG_SHARED; the numbers behind the choices are fixed.
"""

import gzip
import os
import random
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from belegg.compare.passages import passages
from belegg.core.article import Article, Block, Moment
from belegg.core.comparison import Passage
from belegg.core.document import Document
from belegg.core.spans import Span

SHARED = Path(os.environ.get("BELEGG_SHARED", "../shared"))
ARTICLES, SENTENCES, LEAST_WORDS = 250, 10, 8
KEPT, MOVED, CUT = 0.7, 0.2, 0.2
RATES = (0.0, 0.1, 0.2, 0.3, 0.4)
Letters = set[tuple[str, int]]
Shares = dict[tuple[str, str], Letters]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and, where it is a copy, the number of the sentence of the original that it was made from.

    ``kept`` is the share of the original's words that are still there.
    """

    text: str
    made_from: int | None = None
    kept: float = 1.0


def pairs() -> list[tuple[str, str]]:
    """Aligned Bokmål and Nynorsk sentences of the test part, long enough to be a passage."""
    path = SHARED / "data" / "nb-nn-pairs" / "nb_nn_test.tsv.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        sides = (line.strip().split("\t") for line in lines)
        return [(s[0].strip(), s[1].strip()) for s in sides if len(s) == 2 and all(is_sentence(x) for x in s)]


def is_sentence(text: str) -> bool:
    """True for one sentence of running text; the data also hold whole pages in one line."""
    return LEAST_WORDS <= len(text.split()) <= 40 and text.strip()[-1:] in ".!?" and ". " not in text.strip()[:-1]


def rewritten(text: str, number: int, rate: float, other: Sequence[str], chance: random.Random) -> Sentence:
    """The sentence with a share of its words replaced, and now and then without its last words (a fifth of it)."""
    words = text.split()
    drawn = [chance.choice(other) if chance.random() < rate else word for word in words]
    if chance.random() < CUT and len(words) > 12:
        drawn = drawn[: -(len(words) // 5)]
    same = sum(a == b for a, b in zip(words, drawn, strict=False))
    return Sentence(" ".join(drawn), number, same / len(words))


def copied(side: Sequence[str], own: Sequence[str], rate: float, other: Sequence[str], chance: random.Random
           ) -> list[Sentence]:  # fmt: skip
    """The copy: what is kept of the original, edited, with sentences of its own in between."""
    kept = [rewritten(s, n, rate, other, chance) for n, s in enumerate(side) if chance.random() < KEPT]
    if len(kept) > 2 and chance.random() < MOVED:
        kept.append(kept.pop(chance.randrange(len(kept) - 1)))
    for text in own:
        kept.insert(chance.randrange(len(kept) + 1), Sentence(text))
    return kept


def document(name: str, language: str, minute: int, sentences: Sequence[Sentence]) -> tuple[Document, list[Span]]:
    """An article with two sentences a paragraph, and the span of each sentence."""
    text = ""
    spans: list[Span] = []
    blocks: list[Block] = []
    for n, sentence in enumerate(sentences):
        text += "" if not text else "\n" if n % 2 == 0 else " "
        spans.append(Span(len(text), len(text) + len(sentence.text)))
        text += sentence.text
        blocks[-1:] = [Block(blocks[-1].start, len(text), "paragraph")] if n % 2 else [
            *blocks[-1:], Block(spans[-1].start, len(text), "paragraph")]  # fmt: skip
    at = Moment(f"2024-{1 + minute // 40000:02}-{1 + minute // 1440 % 28:02}T{minute // 60 % 24:02}:{minute % 60:02}",
                "minute")  # fmt: skip
    article = Article(name, name, "", text, language, tuple(blocks), outlet=name, published=at)
    return Document(article), spans


def letters(doc: Document, span: Span) -> Letters:
    """The letters and digits of a span."""
    return {(doc.id, i) for i in range(span.start, span.end) if doc.text[i].isalnum()}


@dataclass(slots=True)
class Made:
    """Documents and, for each original and its copy, the letters that they share.

    ``gold``: of the sentences that are reuse by definition (two thirds of the words kept: annotation.md, 6); ``heavy``:
    of those rewritten more heavily, which are neither asked for nor held against the program.
    """

    docs: list[Document]
    gold: Shares
    heavy: Shares


def archive(rate: float, translated: bool) -> Made:
    """Originals and copies with one share of replaced words, from all aligned sentences."""
    lines = pairs()
    chance = random.Random(f"{rate} {translated}")
    chance.shuffle(lines)
    return made(lines[: ARTICLES * (SENTENCES + SENTENCES // 2)], rate, translated, chance)


def made(
    lines: Sequence[tuple[str, str]], rate: float, translated: bool, chance: random.Random, name: str = ""
) -> Made:
    """Originals and copies from some aligned sentences."""
    vocabulary = sorted({w for line in lines for w in line[int(translated)].split() if w.isalpha()})
    found = Made([], {}, {})
    size = SENTENCES + SENTENCES // 2
    for n in range(len(lines) // size):
        own = [line[int(translated)] for line in lines[n * size : n * size + SENTENCES // 2]]
        body = lines[n * size + SENTENCES // 2 : (n + 1) * size]
        copy = copied([line[int(translated)] for line in body], own, rate, vocabulary, chance)
        first, here = document(f"{name}a{n}", "nb", 2 * n, [Sentence(line[0]) for line in body])
        second, there = document(f"{name}b{n}", "nn" if translated else "nb", 2 * n + 1, copy)
        found.docs += [first, second]
        key = first.id, second.id
        found.gold[key], found.heavy[key] = set(), set()
        for sentence, span in zip(copy, there, strict=True):
            if sentence.made_from is not None:
                part = found.gold if sentence.kept >= 2 / 3 else found.heavy
                part[key] |= letters(first, here[sentence.made_from]) | letters(second, span)
    return found


def found_letters(docs: Sequence[Document], found: Sequence[Passage]) -> Iterator[tuple[tuple[str, str], Letters]]:
    """For each passage and two of its members, the letters on both sides."""
    by_id = {d.id: d for d in docs}
    for passage in found:
        members = sorted(passage.members)
        for n, one in enumerate(members):
            for other in members[n + 1 :]:
                both = letters(by_id[one.article], one.span) | letters(by_id[other.article], other.span)
                yield (one.article, other.article), both


def scored(found: Iterable[tuple[tuple[str, str], Letters]], archive: Made) -> tuple[float, float]:
    """Precision and recall of what was found, in letters on both sides."""
    got: dict[tuple[str, str], Letters] = {}
    for key, both in found:
        got.setdefault(key, set()).update(both)
    got = {k: v - archive.heavy.get(k, set()) for k, v in got.items()}
    hits = sum(len(v & archive.gold.get(k, set())) for k, v in got.items())
    return hits / max(1, sum(map(len, got.values()))), hits / sum(map(len, archive.gold.values()))


def measured(rate: float, translated: bool) -> tuple[float, float, float]:
    """Precision, recall and processor seconds for 1,000 articles."""
    made = archive(rate, translated)
    start = time.process_time()
    found = passages(made.docs)
    seconds = (time.process_time() - start) * 1000 / len(made.docs)
    return *scored(found_letters(made.docs, found), made), seconds


def main() -> None:
    """Prints one row per share of replaced words, in one standard and across the two."""
    print("| words replaced | copy | precision | recall | F1 | CPU s / 1,000 articles |\n|---|---|---|---|---|---|")
    for translated in (False, True):
        for rate in RATES:
            p, r, seconds = measured(rate, translated)
            kind = "put into Nynorsk" if translated else "same standard"
            print(f"| {rate:.0%} | {kind} | {p:.3f} | {r:.3f} | {2 * p * r / (p + r):.3f} | {seconds:.1f} |")


if __name__ == "__main__":
    main()
