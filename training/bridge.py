"""Learns the lexicon of the bridge between the standards from aligned sentence pairs.

    python -m training.bridge learn [--shared ../shared]     writes src/belegg/text/data/bridge_lexicon.tsv
    python -m training.bridge frequency [...]                writes src/belegg/text/data/key_frequency.tsv
    python -m training.bridge measure [--shared ../shared]   prints agreement and retrieval on the test pairs

IBM Model 1 (Brown et al. 1993) over the keys that rules alone make, with a bonus for pairs near the diagonal (as in
fast_align, Dyer et al. 2013): the two standards keep their word order. A Nynorsk key goes into the lexicon where it is
mostly aligned with one other Bokmål key and hardly occurs in Bokmål itself.
"""

from __future__ import annotations

import argparse
import gzip
import math
import os
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from belegg.text.bridge import Bridge, load_bridge

WORD = re.compile(r"\w+(?:[-’']\w+)*")
DATA = Path(__file__).parent.parent / "src/belegg/text/data"
LEXICON, FREQUENCY = DATA / "bridge_lexicon.tsv", DATA / "key_frequency.tsv"
LEAST_SENTENCES = 6
ROUNDS, TENSION, LONGEST = 5, 6.0, 60
Pair = tuple[list[str], list[str]]


def pairs(shared: Path, part: str) -> Iterator[Pair]:
    """The words of every aligned pair of a part (train, dev, test): Bokmål, Nynorsk."""
    path = shared / "data" / "nb-nn-pairs" / f"nb_nn_{part}.tsv.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            sides = line.rstrip("\n").split("\t")
            if len(sides) == 2:
                yield WORD.findall(sides[0]), WORD.findall(sides[1])


def keyed(bridge: Bridge, source: Iterator[Pair], learned: bool) -> list[Pair]:
    """The pairs as keys, with or without the learned lexicon; long ones (whole pages in a line) are left out."""
    key = bridge.key if learned else bridge.plain_key
    return [
        ([key(w) for w in nb], [key(w) for w in nn])
        for nb, nn in source
        if 0 < len(nb) <= LONGEST and 0 < len(nn) <= LONGEST
    ]


def near(i: int, j: int, n: int, m: int) -> float:
    """How well places i of n and j of m lie on the diagonal, 0 to 1."""
    return math.exp(-TENSION * abs(i / n - j / m))


def model(data: list[Pair]) -> dict[tuple[str, str], float]:
    """Model 1: the probability of a Bokmål key given a Nynorsk one. Equal keys start ahead."""
    table: dict[tuple[str, str], float] = {}
    for _ in range(ROUNDS):
        counts: dict[tuple[str, str], float] = defaultdict(float)
        totals: dict[str, float] = defaultdict(float)
        for nb, nn in data:
            for i, b in enumerate(nb):
                shares = [
                    (table.get((b, k), 1e-6) if table else 5.0 if b == k else 1.0) * near(i, j, len(nb), len(nn))
                    for j, k in enumerate(nn)
                ]
                whole = sum(shares)
                for k, share in zip(nn, shares, strict=True):
                    counts[b, k] += share / whole
                    totals[k] += share / whole
        table = {(b, k): c / totals[k] for (b, k), c in counts.items() if c / totals[k] > 1e-4}
    return table


def links(data: list[Pair], table: dict[tuple[str, str], float]) -> Counter[tuple[str, str]]:
    """How often two keys choose each other (each the best for the other in their sentences)."""
    found: Counter[tuple[str, str]] = Counter()
    for nb, nn in data:

        def worth(i: int, j: int, nb: list[str] = nb, nn: list[str] = nn) -> float:
            return table.get((nb[i], nn[j]), 0.0) * near(i, j, len(nb), len(nn))

        best = [max(range(len(nn)), key=lambda j, i=i: worth(i, j)) for i in range(len(nb))]
        back = [max(range(len(nb)), key=lambda i, j=j: worth(i, j)) for j in range(len(nn))]
        found.update((nb[i], nn[j]) for i, j in enumerate(best) if back[j] == i and worth(i, j) > 0)
    return found


def lexicon(data: list[Pair]) -> dict[str, tuple[str, int]]:
    """Nynorsk key -> (Bokmål key, times linked), where the two differ and the evidence is clear."""
    found = links(data, model(data))
    in_nb = Counter(k for nb, _ in data for k in nb)
    in_nn = Counter(k for _, nn in data for k in nn)
    by_nn: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for (b, k), times in found.items():
        by_nn[k].append((times, b))
    chosen: dict[str, tuple[str, int]] = {}
    for k, options in by_nn.items():
        times, b = max(options)
        enough = times >= (1 if alike(b, k) else 3)
        clear = times >= 0.5 * sum(t for t, _ in options) and in_nb[k] <= 0.1 * in_nn[k]
        if b != k and enough and clear and len(k) > 2 and not any(c.isdigit() for c in b + k):
            chosen[k] = (b, times)
    return chosen


def alike(one: str, other: str) -> bool:
    """True where two keys look like cognates: most of their letter pairs are shared."""
    grams = [Counter(f"^{w}$"[i : i + 2] for i in range(len(w) + 1)) for w in (one, other)]
    return 2 * sum((grams[0] & grams[1]).values()) >= 1.1 * min(len(one) + 1, len(other) + 1)


def settled(chosen: dict[str, tuple[str, int]]) -> dict[str, tuple[str, int]]:
    """The lexicon with chains followed to their end (a -> b, b -> c gives a -> c), so that one look-up is enough."""
    result: dict[str, tuple[str, int]] = {}
    for k, (b, times) in chosen.items():
        seen = {k}
        while b in chosen and b not in seen:
            seen.add(b)
            b = chosen[b][0]
        if b != k:
            result[k] = (b, times)
    return result


def learn(shared: Path) -> None:
    """Writes the lexicon, from train and dev; test is for measuring."""
    bridge = load_bridge()
    data = [p for part in ("train", "dev") for p in keyed(bridge, pairs(shared, part), learned=False)]
    found = settled(lexicon(data))
    lines = [f"{k}\t{b}\t{times}" for k, (b, times) in sorted(found.items())]
    head = ["# Learned by training/bridge.py: key made by the rules (mostly Nynorsk), key it is read as, times linked."]
    LEXICON.write_text("\n".join(head + lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} keys from {len(data)} pairs")


def frequency(shared: Path) -> None:
    """Writes in how many of 100,000 sentences a key stands, both standards together."""
    bridge = load_bridge()
    data = [p for part in ("train", "dev") for p in keyed(bridge, pairs(shared, part), learned=True)]
    counts = Counter(k for pair in data for side in pair for k in set(side))
    share = 100_000 / (2 * len(data))
    rows = sorted((-n, k) for k, n in counts.items() if n >= LEAST_SENTENCES and not bridge.is_function(k))
    head = ["# Made by training/bridge.py: key, in how many of 100,000 sentences of Norwegian news and public pages."]
    FREQUENCY.write_text("\n".join(head + [f"{k}\t{-n * share:.0f}" for n, k in rows]) + "\n", encoding="utf-8")
    print(f"{len(rows)} keys from {2 * len(data)} sentences")


def agreement(data: list[Pair]) -> float:
    """Dice over the key bags of the two sides, micro: the share of words that find an equal key."""
    both = sum(2 * sum((Counter(nb) & Counter(nn)).values()) for nb, nn in data)
    return both / sum(len(nb) + len(nn) for nb, nn in data)


def retrieval(data: list[Pair]) -> float:
    """Share of Bokmål sentences of 8 words or more whose Nynorsk side shares more rare key 3-grams than any other."""
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for n, (_, nn) in enumerate(data):
        for gram in set(zip(nn, nn[1:], nn[2:], strict=False)):
            index[gram].append(n)
    right = asked = 0
    for n, (nb, nn) in enumerate(data):
        if min(len(nb), len(nn)) < 8:
            continue
        votes: dict[int, float] = defaultdict(float)
        for gram in set(zip(nb, nb[1:], nb[2:], strict=False)):
            for m in index.get(gram, ())[:200]:
                votes[m] += 1 / len(index[gram])
        asked += 1
        right += bool(votes) and max(votes, key=lambda m: (votes[m], -m)) == n
    return right / asked


def measure(shared: Path) -> None:
    """Prints agreement and retrieval on the test pairs for words, rules alone and the whole bridge."""
    bridge = load_bridge()
    plain = [([w.lower() for w in nb], [w.lower() for w in nn]) for nb, nn in pairs(shared, "test")]
    plain = [(nb, nn) for nb, nn in plain if 0 < len(nb) <= LONGEST and 0 < len(nn) <= LONGEST]
    rows = [
        ("words as written", plain),
        ("rules", keyed(bridge, pairs(shared, "test"), learned=False)),
        ("rules and lexicon", keyed(bridge, pairs(shared, "test"), learned=True)),
    ]
    for name, data in rows:
        print(f"{name:20} agreement {agreement(data):.3f}  retrieval {retrieval(data):.3f}  ({len(data)} pairs)")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=["learn", "frequency", "measure"])
    parser.add_argument("--shared", type=Path, default=Path(os.environ.get("BELEGG_SHARED", "../shared")))
    args = parser.parse_args()
    {"learn": learn, "frequency": frequency, "measure": measure}[args.command](args.shared)


if __name__ == "__main__":
    main()
