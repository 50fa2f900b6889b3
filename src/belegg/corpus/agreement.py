"""How far two readings agree: contents found by both, and labels beyond chance (Cohen 1960, kappa)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from belegg.core.annotation import Statement
from belegg.corpus.loading import AnnotatedArticle

LABELS = ("mode", "stance", "holder kind")


@dataclass(frozen=True, slots=True)
class LabelAgreement:
    """Share of pairs with the same main label, and kappa (1 where both readings use one label only)."""

    name: str
    pairs: int
    same: float
    kappa: float


@dataclass(frozen=True, slots=True)
class Agreement:
    """``f1`` of contents that share at least half of their characters; optional statements count as others do."""

    articles: int
    first: int
    second: int
    joined: int
    labels: tuple[LabelAgreement, ...]

    @property
    def f1(self) -> float:
        """F1 of the second reading's contents against the first's; the same the other way round."""
        total = self.first + self.second
        return 2 * self.joined / total if total else 1.0


def agreement(first: Iterable[AnnotatedArticle], second: Iterable[AnnotatedArticle]) -> Agreement:
    """The agreement over the articles that both readings have; alternatives are left out of account."""
    others = {a.document.id: a.document[Statement] for a in second}
    both = [(a.document[Statement], others[a.document.id]) for a in first if a.document.id in others]
    pairs = [pair for mine, yours in both for pair in _joined(mine, yours)]
    labels = tuple(_label_agreement(name, pairs) for name in LABELS)
    return Agreement(len(both), sum(len(m) for m, _ in both), sum(len(y) for _, y in both), len(pairs), labels)


def _joined(mine: Sequence[Statement], yours: Sequence[Statement]) -> list[tuple[Statement, Statement]]:
    """One-to-one, the best overlap first."""
    scored = [(_overlap(m, y), n, k) for n, m in enumerate(mine) for k, y in enumerate(yours)]
    used: tuple[set[int], set[int]] = (set(), set())
    out = []
    for score, n, k in sorted(scored, key=lambda s: (-s[0], s[1], s[2])):
        if score >= 0.5 and n not in used[0] and k not in used[1]:
            used[0].add(n)
            used[1].add(k)
            out.append((mine[n], yours[k]))
    return out


def _overlap(left: Statement, right: Statement) -> float:
    """Jaccard index over characters."""
    a, b = ({i for span in s.content for i in range(span.start, span.end)} for s in (left, right))
    return len(a & b) / len(a | b)


def _label(name: str, said: Statement) -> str:
    if name == "mode":
        return said.mode
    return said.stance if name == "stance" else "+".join(sorted({p.kind for p in said.holders}))


def _label_agreement(name: str, pairs: Sequence[tuple[Statement, Statement]]) -> LabelAgreement:
    labels = [(_label(name, a), _label(name, b)) for a, b in pairs]
    if not labels:
        return LabelAgreement(name, 0, 1.0, 1.0)
    same = sum(a == b for a, b in labels) / len(labels)
    mine, yours = Counter(a for a, _ in labels), Counter(b for _, b in labels)
    chance = sum(mine[x] * yours[x] for x in mine) / len(labels) ** 2
    return LabelAgreement(name, len(labels), same, (same - chance) / (1 - chance) if chance < 1 else 1.0)
