"""Turns NDT trees into UD trees with an averaged perceptron over the paths of the NDT tree.

For every word the UD head is chosen among the words that a short path in the NDT tree leads to (and the root), then
the relation given that path. It is learned on the sentences annotated in both schemes.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from training.corpus import Sent

UP, DOWN = 3, 3
CLOSED = frozenset({"ADP", "AUX", "CCONJ", "DET", "PART", "PRON", "SCONJ", "ADV", "PUNCT"})


class Weights:
    """Sparse weights with running averages (Collins 2002; Freund and Schapire 1999)."""

    def __init__(self) -> None:
        self.now: dict[str, float] = defaultdict(float)
        self._sum: dict[str, float] = defaultdict(float)
        self.clock = 1

    def add(self, features: Sequence[str], amount: float) -> None:
        for feature in features:
            self.now[feature] += amount
            self._sum[feature] += amount * self.clock

    def score(self, features: Sequence[str]) -> float:
        now = self.now
        return sum(now.get(feature, 0.0) for feature in features)

    def settle(self) -> None:
        for feature, total in self._sum.items():
            self.now[feature] -= total / self.clock


class Tree:
    """An NDT sentence with what the features ask for."""

    def __init__(self, sent: Sent) -> None:
        self.sent = sent
        words = sent.words
        self.heads = [word.ndt[3] for word in words]
        self.rels = [word.ndt[2] for word in words]
        self.pos = [word.upos or "X" for word in words]
        self.children: list[list[int]] = [[] for _ in words]
        for number, head in enumerate(self.heads):
            if head >= 0:
                self.children[head].append(number)
        self.below = [
            "+".join(sorted({self.rels[c] for c in kids} - {"IK", "IP", "ADV", "ATR"})) for kids in self.children
        ]
        self.form = [word.form.lower() if (word.upos in CLOSED) else "" for word in words]
        self.verb = ["".join(p for p in word.feats.split("|") if p.startswith("VerbForm")) for word in words]

    def candidates(self, start: int) -> dict[int, str]:
        """Words in reach with the path that leads there; -1 is the root."""
        found: dict[int, str] = {-1: "root"}
        self._descend(start, "", DOWN, found, {start})
        up, node, seen = "", start, {start}
        for _ in range(UP):
            parent = self.heads[node]
            up += "^" + self.rels[node]
            if parent < 0 or parent in seen:
                break
            found.setdefault(parent, up)
            self._descend(parent, up, DOWN, found, seen | {parent})
            seen.add(parent)
            node = parent
        return found

    def _descend(self, node: int, path: str, depth: int, found: dict[int, str], barred: set[int]) -> None:
        if not depth:
            return
        for child in self.children[node]:
            if child in barred:
                continue
            step = f"{path}v{self.rels[child]}"
            found.setdefault(child, step)
            self._descend(child, step, depth - 1, found, barred)

    def features(self, number: int, head: int, path: str) -> list[str]:
        pos = self.pos[number]
        parent = self.heads[number]
        above = self.pos[parent] if parent >= 0 else "-"
        base = [
            f"0{path}",
            f"1{path}|{pos}",
            f"2{path}|{pos}|{self.below[number]}",
            f"3{path}|{pos}|{above}|{self.below[parent] if parent >= 0 else '-'}",
            f"4{path}|{self.form[number]}|{self.rels[number]}",
        ]
        if head < 0:
            return base
        far = min(4, abs(head - number)) * (1 if head > number else -1)
        return [
            *base,
            f"5{path}|{pos}|{self.pos[head]}|{self.verb[head]}",
            f"6{path}|{self.pos[head]}|{self.below[head]}",
            f"7{path}|{pos}|{far}",
            f"8{path}|{self.form[head]}|{pos}",
            f"9{pos}|{self.pos[head]}|{self.form[number]}|{self.form[head]}",
            f"a{path}|{above}|{self.form[parent] if parent >= 0 else ''}|{self.pos[head]}",
        ]

    def passive(self, number: int, head: int) -> str:
        """Signs of the passive: an auxiliary above in NDT, or the s-passive of the UD head."""
        words = self.sent.words
        above: list[str] = []
        node = self.heads[number]
        while node >= 0 and len(above) < 3:
            above.append(words[node].lemma if self.pos[node] == "AUX" else "")
            node = self.heads[node]
        verb = self.verb[head] + ("s" if "Voice=Pass" in words[head].feats else "") if head >= 0 else ""
        return "/".join([*above, verb])

    def label_features(self, number: int, head: int, path: str) -> list[str]:
        pos, rel = self.pos[number], self.rels[number]
        other = self.pos[head] if head >= 0 else "-"
        return [
            f"a{path}|{pos}|{other}",
            f"b{rel}|{pos}|{other}",
            f"c{rel}|{pos}|{self.form[number]}",
            f"d{rel}|{pos}|{self.below[number]}",
            f"e{rel}|{self.verb[number]}|{other}",
            f"f{pos}|{self.form[number]}|{other}",
            f"g{rel}|{self.sent.words[number].feats}",
            f"h{rel}|{self.form[head] if head >= 0 else ''}|{pos}",
            f"i{path}|{self.below[number]}|{self.form[number]}",
            f"j{rel}|{pos}|{self.passive(number, head)}",
        ]


class TreeConverter:
    """The two models, head and relation."""

    def __init__(self) -> None:
        self._heads = Weights()
        self._labels: dict[str, Weights] = {}

    def learn(self, sents: Sequence[Sent], rounds: int = 3, seed: int = 1) -> None:
        """Learns from sentences that have both trees."""
        rng = random.Random(seed)
        order = [Tree(sent) for sent in sents]
        rels = sorted({word.deprel for sent in sents for word in sent.words})
        self._labels = {rel: Weights() for rel in rels}
        for _ in range(rounds):
            rng.shuffle(order)
            for tree in order:
                for number, word in enumerate(tree.sent.words):
                    self._learn_word(tree, number, -1 if word.head is None else word.head, word.deprel)
        for weights in (self._heads, *self._labels.values()):
            weights.settle()

    def _learn_word(self, tree: Tree, number: int, head: int, rel: str) -> None:
        found = tree.candidates(number)
        self._heads.clock += 1
        for weights in self._labels.values():
            weights.clock = self._heads.clock
        if head in found:
            options = {other: tree.features(number, other, path) for other, path in found.items()}
            guess = max(options, key=lambda other: self._heads.score(options[other]))
            if guess != head:
                self._heads.add(options[head], 1.0)
                self._heads.add(options[guess], -1.0)
        features = tree.label_features(number, head, found.get(head, "far"))
        told = self._label(features)
        if told != rel:
            self._labels[rel].add(features, 1.0)
            self._labels[told].add(features, -1.0)

    def _label(self, features: Sequence[str]) -> str:
        return max(self._labels, key=lambda rel: self._labels[rel].score(features))

    def convert(self, sent: Sent) -> Sent:
        """The sentence with UD heads and relations; a well-formed tree."""
        tree = Tree(sent)
        found = [tree.candidates(number) for number in range(len(sent.words))]
        ranked = []
        for number, options in enumerate(found):
            scores = {h: self._heads.score(tree.features(number, h, path)) for h, path in options.items()}
            ranked.append(sorted(scores, key=lambda h: (-scores[h], h)))
        root = max(
            range(len(ranked)),
            key=lambda number: (ranked[number][0] == -1, -ranked[number].index(-1), tree.pos[number] == "VERB"),
        )
        heads = list(_grow(root, ranked))
        words = []
        for number, word in enumerate(sent.words):
            head = heads[number]
            path = found[number].get(head, "far")
            rel = "ROOT" if head == -1 else self._label(tree.label_features(number, head, path))
            words.append(replace(word, head=head, deprel="parataxis" if rel == "ROOT" and head >= 0 else rel))
        return replace(sent, words=tuple(words), has_ud=True)


def _grow(root: int, ranked: Sequence[Sequence[int]]) -> Iterator[int]:
    """One root; every word takes its best head that closes no circle."""
    heads: list[int | None] = [None] * len(ranked)
    heads[root] = -1

    def reaches(start: int, goal: int) -> bool:
        node: int | None = start
        while node is not None and node != -1:
            if node == goal:
                return True
            node = heads[node]
        return False

    for number, options in enumerate(ranked):
        if number != root:
            heads[number] = next((h for h in options if h != -1 and not reaches(h, number)), root)
            if reaches(root, number):
                heads[number] = root
    return (-1 if head is None else head for head in heads)
