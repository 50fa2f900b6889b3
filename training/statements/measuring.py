"""Counts of every article by the scorer's definitions, and what they sum to, with bootstrap intervals over articles."""

import json
import random
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from belegg.core.annotation import Statement
from belegg.corpus import AnnotatedArticle
from belegg.corpus.measuring import write_export, write_gold
from belegg.evaluate.counting import Counts, Tally
from belegg.evaluate.sources import Gold, read_found, read_gold
from belegg.evaluate.telling import score_statements

CONTENT, EXACT, WHO = "content@0.5", "content exact", "who said what: content@0.5 + holder"
WHOLE = "whole: that + stance + exact chain"
SAMPLES = 2000
ArticleCounts = Mapping[str, Counts]


def read_golds(articles: Sequence[AnnotatedArticle]) -> tuple[Gold, ...]:
    """A gold set for each article, so that articles can be drawn."""
    with tempfile.TemporaryDirectory() as folder:
        for number, article in enumerate(articles):
            write_gold([article], Path(folder) / str(number))
        return tuple(read_gold([Path(folder) / str(number)])[0] for number in range(len(articles)))


def count(article: AnnotatedArticle, gold: Gold, found: tuple[Statement, ...]) -> ArticleCounts:
    """The counts of every figure of the statements layer."""
    document = article.document.adding(Statement, found)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export.json"
        write_export([replace(article, document=document, values={})], path)
        export = json.loads(path.read_text(encoding="utf-8"))
    tally = Tally()
    score_statements(gold, read_found(export, [gold]), tally)
    return tally.figures


def summed(articles: Sequence[ArticleCounts], name: str) -> Counts:
    """One figure over articles."""
    out = Counts()
    for figures in articles:
        if name in figures:
            out.add(figures[name])
    return out


def score(articles: Sequence[ArticleCounts], name: str) -> float:
    """F1 (or accuracy) over articles; 0 where nothing is to be counted."""
    return summed(articles, name).score or 0.0


def interval(articles: Sequence[ArticleCounts], name: str, base: Sequence[ArticleCounts] = ()) -> tuple[float, float]:
    """The middle 95 % of the figure over articles drawn with replacement; with ``base``, of the gain over it.

    Percentile bootstrap (Efron 1979); both systems are read on the same draws.
    """
    draw = random.Random(1)
    gains: list[float] = []
    for _ in range(SAMPLES):
        chosen = [draw.randrange(len(articles)) for _ in articles]
        mine = score([articles[i] for i in chosen], name)
        gains.append(mine - (score([base[i] for i in chosen], name) if base else 0.0))
    gains.sort()
    return gains[int(SAMPLES * 0.025)], gains[int(SAMPLES * 0.975) - 1]
