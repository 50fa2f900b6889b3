"""Cross-validation by article: every article is tagged by a model that has not seen it."""

from collections.abc import Sequence
from dataclasses import dataclass

from belegg.annotate._lexicon import lexicon
from training.statements.articles import Sample, folds
from training.statements.decoding import Scored, decode
from training.statements.features import rows
from training.statements.model import Row, Tagger, train
from training.statements.tags import CONTENT, LAYERS, Tagged, draft_marks, gold_marks, tags


@dataclass(frozen=True, slots=True)
class Reading:
    """What a model says of one article: its drafts, and for each layer how probably each word is content."""

    drafts: tuple[Scored, ...]
    content: tuple[tuple[float, ...], ...]


@dataclass(frozen=True, slots=True)
class Crossed:
    """An article by the model alone, and by the model that is also shown the rules' tags."""

    plain: Reading
    hinted: Reading


def cross_validate(samples: Sequence[Sample], count: int) -> tuple[Crossed, ...]:
    """The readings of every article, each by models of the other folds."""
    out: dict[int, Crossed] = {}
    for fold in folds(samples, count):
        others = [s for n, s in enumerate(samples) if n not in fold]
        plain, hinted = fit(others, False), fit(others, True)
        for n in fold:
            out[n] = Crossed(read(samples[n], plain, False), read(samples[n], hinted, True))
    return tuple(out[n] for n in range(len(samples)))


def fit(samples: Sequence[Sample], hinted: bool) -> tuple[Tagger, ...]:
    """A tagger for each layer; the second is shown the gold tags of the first."""
    marked = [gold_marks(s.view, s.statements) for s in samples]
    out: list[Tagger] = []
    for layer in range(LAYERS):
        sequences: list[tuple[Sequence[Row], Sequence[str]]] = []
        for sample, marks in zip(samples, marked, strict=True):
            lower = tags(len(sample.view.tokens), marks, layer - 1) if layer else ()
            target, seen = tags(len(sample.view.tokens), marks, layer), _rows(sample, lower, hinted)
            sequences += [(seen[a:b], target[a:b]) for a, b in sample.view.blocks if not layer or _has(lower[a:b])]
        out.append(train(sequences))
    return tuple(out)


def read(sample: Sample, taggers: Sequence[Tagger], hinted: bool) -> Reading:
    """The drafts of every layer; the second layer is shown the tags that the first one gave."""
    drafts: list[Scored] = []
    content: list[tuple[float, ...]] = []
    lower: Sequence[str] = ()
    for layer, tagger in enumerate(taggers):
        seen = _rows(sample, lower, hinted)
        parts = [tagger(seen[a:b]) if not layer or _has(lower[a:b]) else _nothing(b - a) for a, b in sample.view.blocks]
        tagged = _joined(parts)
        drafts += decode(sample.view, lexicon(), tagged)
        content.append(tagged.content)
        lower = tagged.tags
    return Reading(tuple(drafts), tuple(content))


def _joined(parts: Sequence[Tagged]) -> Tagged:
    """The blocks of an article as one sequence."""
    return Tagged(
        tuple(t for p in parts for t in p.tags),
        tuple(x for p in parts for x in p.sure),
        tuple(x for p in parts for x in p.content),
    )


def _rows(sample: Sample, lower: Sequence[str], hinted: bool) -> list[Row]:
    marks = draft_marks(sample.rules.drafts) if hinted else []
    hints = [tags(len(sample.view.tokens), marks, layer) for layer in range(LAYERS)] if hinted else []
    return rows(sample.view, lexicon(), lower, hints)


def _has(tagged: Sequence[str]) -> bool:
    return any(t.endswith(CONTENT) for t in tagged)


def _nothing(length: int) -> Tagged:
    return Tagged(("O",) * length, (1.0,) * length, (0.0,) * length)
