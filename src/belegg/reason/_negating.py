"""Whether what is told with a negation denies its claim, where no predicate tells it.

*The kidnappers have not been in touch*: that may be the claim, and it may deny that they have been. Nothing in the
words says which; who speaks, when, and how tells somewhat more.
"""

import re
from collections.abc import Mapping, Sequence
from math import log

from belegg.core.reasoning import Relation
from belegg.reason._bearing import NOTHING
from belegg.reason._reading import Reading
from belegg.reason._weighing import weighed

#: The logarithm of the odds that it denies; ``python -m training.negating`` fits them again.
WEIGHTS: Mapping[str, float] = {
    "base": 0.15,
    "nothing": 1.0,  # *never any such thing, there are none*
    "condition": -1.6,  # the negation stands in a condition, a reason or a relative clause
    "long": -2.35,  # of forty words: whose whole content is one short negation answers
    "direct": -0.3,
    "unnamed": -1.0,  # told by sources without a name, by several, by a document
    "later": 0.15,  # in a later article than the first that tells of it
    "several": -0.6,  # the logarithm of how many tell of it, and of how many holders they have
    "sources": 0.95,
    "plain": -0.2,  # somebody tells it without a negation
    "denied": 0.9,  # the share of the others who deny it, and who decline to speak of it
    "declined": -0.95,
}
TELLING: frozenset[Relation] = frozenset(("supports", "expects"))
UNNAMED = frozenset(("anonymous", "collective", "document"))
#: What is negated on a condition, in a reason or in a relative clause only.
CONDITION = re.compile(
    r" (?:om|hvis|dersom|viss|som|fordi|når|uten|utan)(?: \S+){0,5}"
    r" (?:ikke|ikkje|aldri|ingen|inga|verken|hverken|korkje) "
)
LONG = 40  # words
#: What has to speak for a denial, and what where somebody tells the same without a negation: that makes a dispute,
#: which is read without opening anything.
LEAST, AGAINST = 0.3, 0.6


def negated(features: Mapping[str, float]) -> Relation:
    """How a reading that is told with a negation bears on its claim, by its ``negating`` features."""
    least = AGAINST if features["plain"] else LEAST
    return "denies" if weighed(features, WEIGHTS) > least else "supports"


def negating(reading: Reading, readings: Sequence[Reading], told: Mapping[int, Relation]) -> Mapping[str, float]:
    """What speaks for it that one of a claim's readings, told with a negation, denies the claim."""
    others = [r for r in readings if r is not reading]
    relations = [told[r.saying.number] for r in others]
    kinds = {h.kind for h in reading.saying.holders}
    return {
        "base": 1.0,
        "nothing": float(NOTHING.search(reading.words) is not None),
        "condition": float(CONDITION.search(reading.words) is not None),
        "long": min(LONG, len(reading.words.split())) / LONG,
        "direct": float(reading.saying.direct),
        "unnamed": float(not UNNAMED.isdisjoint(kinds)),
        "later": float(reading.saying.place.article != readings[0].saying.place.article),
        "several": log(len(readings)),
        "sources": log(1 + len({h.name for r in readings for h in r.saying.holders})),
        "plain": float(any(told[r.saying.number] in TELLING and not _is_negated(r) for r in others)),
        "denied": relations.count("denies") / max(1, len(others)),
        "declined": relations.count("declines") / max(1, len(others)),
    }


def _is_negated(reading: Reading) -> bool:
    return reading.proposition is not None and reading.proposition.negated
