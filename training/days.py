"""Fits the weights that tell when an undated article came (``compare/days.py``), and tells how well they do on stories
left out.

``python -m training.days [GOLD_DIR...]``: each folder below a ``GOLD_DIR`` (default ``training/stories``) that has a
``gold.json`` is one story. Its undated articles are choices among the days of their month; so are its dated ones with
their day masked, which count less, for they are more alike. A day is taken where it is as likely as is asked
(``SURE``). Set OMP_NUM_THREADS=1.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from belegg.app.plan import stage
from belegg.compare._day_clues import Dated, published_day
from belegg.compare.days import SURE, WEIGHTS, case_of, strengths
from belegg.core.article import Moment
from belegg.core.document import Document
from belegg.evaluate.sources import listed
from training.annotated import Annotated, stories_below
from training.recipe import command, tell_weights
from training.regression import Choice, Floats, chosen

NAMES = tuple(WEIGHTS)
MASKED = 0.3  # what a dated article counts beside an undated one
SPREAD = 10.0  # variance of a weight before anything is seen
FOLDS = 12


@dataclass(frozen=True)
class Open:
    """An article whose day is asked for; ``masked``: it is known, but was not told."""

    choice: Choice
    masked: bool


def cases(story: Annotated) -> Iterator[Open]:
    """The articles of a story as choices among days; versions of one document tell nothing of each other's day."""
    docs = story.dossier.documents
    for doc in docs:
        others = (d for d in docs if published_day(d) and d.id != doc.id)
        dated = Dated(tuple(d for d in others if not doc.article.doc or d.article.doc != doc.article.doc))
        day = published_day(doc)
        days = (day.isoformat(),) if day else _annotated(story, doc)
        if days and dated.mates:
            yield Open(_choice(_masked(doc), dated, days), masked=day is not None)


def _annotated(story: Annotated, doc: Document) -> tuple[str, ...]:
    inferred = story.gold.articles[story.keys[doc.id]].facts.get("inferred") or {}
    days = [inferred.get("value"), *listed(inferred.get("value_alt"))]
    return tuple(day for day in days if day)


def _masked(doc: Document) -> Document:
    """The article as if its page named only the month."""
    known = doc.article.published
    if known is None:
        return doc
    article = replace(doc.article, published=Moment(known.value[: len("2024-03")], "month"))
    return stage("times")(replace(doc, article=article))


def _choice(doc: Document, dated: Dated, days: Sequence[str]) -> Choice:
    found = strengths(case_of(doc, dated))
    rows = [[clues[n].strength if n in clues else 0.0 for n in NAMES] for clues in found.values()]
    return Choice(np.array(rows), np.array([day.isoformat() in days for day in found]))


def fitted(given: Sequence[Open]) -> Floats:
    """The weights of a conditional logit over all that is given."""
    return chosen([o.choice for o in given], [MASKED if o.masked else 1.0 for o in given], SPREAD)


def judged(given: Sequence[Open], weights: Floats) -> tuple[int, int, int]:
    """How many days are right, wrong and left open."""
    counts = [0, 0, 0]
    for choice in (o.choice for o in given):
        pulled = choice.rows @ weights
        likely = np.exp(pulled - pulled.max())
        sure = 1 / likely.sum() >= SURE
        counts[(0 if choice.right[likely.argmax()] else 1) if sure else 2] += 1
    return counts[0], counts[1], counts[2]


def main(folders: Sequence[Path], tell: Callable[[str], None] = print) -> None:
    """Prints how many days are right, wrong and left open with their story left out, and the weights of all."""
    kept = [(folder, list(cases(story))) for folder, story in stories_below(folders)]
    for folder in folders:
        for masked in (False, True):
            total = np.zeros(3, int)
            for fold in range(FOLDS):
                others = [o for n, (_, found) in enumerate(kept) if n % FOLDS != fold for o in found]
                mine = [found for n, (f, found) in enumerate(kept) if n % FOLDS == fold and f == folder]
                if mine:
                    total += judged([o for found in mine for o in found if o.masked == masked], fitted(others))
            name = "masked" if masked else "undated"
            tell(f"{folder}: {name} {total[0]} right, {total[1]} wrong, {total[2]} left open")
    weights = fitted([o for _, found in kept for o in found])
    tell_weights(NAMES, weights, tell)


if __name__ == "__main__":
    command("days", __doc__, main)
