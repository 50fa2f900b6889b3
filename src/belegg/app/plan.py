"""The stages that annotate one article, in order; checked at import."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from belegg.annotate.names import names
from belegg.annotate.reports import reports
from belegg.annotate.roles import roles
from belegg.annotate.statements import statements
from belegg.annotate.times import times
from belegg.core.annotation import Mention, Report, Role, Statement, Time
from belegg.core.document import Document
from belegg.core.words import NameSpan, Sentence, Token


@dataclass(frozen=True, slots=True)
class Stage:
    """A pure function from the layers that it ``reads`` to the one that it ``adds``."""

    name: str
    reads: tuple[type, ...]
    adds: type
    run: Callable[[Document], tuple[Any, ...]]

    def __call__(self, doc: Document) -> Document:
        """The document with the stage's layer."""
        return doc.adding(self.adds, self.run(doc))


#: What the linguist gives before the first stage.
GIVEN: tuple[type, ...] = (Token, Sentence, NameSpan)

STAGES: tuple[Stage, ...] = (
    Stage("names", (Token, Sentence, NameSpan), Mention, names),
    Stage("roles", (Token, Sentence, Mention), Role, roles),
    Stage("times", (Token, Sentence), Time, times),
    Stage("statements", (Token, Sentence, Mention, Role), Statement, statements),
    Stage("reports", (Token, Sentence, Statement), Report, reports),
)


def check(stages: Sequence[Stage], given: Sequence[type]) -> None:
    """Raises ValueError where a stage reads what none before it adds, or where two add the same."""
    known = set(given)
    for stage in stages:
        missing = [layer.__name__ for layer in stage.reads if layer not in known]
        if missing:
            raise ValueError(f"stage {stage.name} reads {', '.join(missing)}, which no stage before it adds")
        if stage.adds in known:
            raise ValueError(f"stage {stage.name} adds {stage.adds.__name__}, which is there already")
        known.add(stage.adds)


check(STAGES, GIVEN)


def stage(name: str) -> Stage:
    """The stage of that name; KeyError where there is none."""
    return {s.name: s for s in STAGES}[name]
