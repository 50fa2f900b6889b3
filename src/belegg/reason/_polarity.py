"""Which end of its predicate a claim is told with, and which each of its members tells."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from belegg.reason._bearing import AT_MOST, NOTHING, contrast
from belegg.reason._cues import load_cues
from belegg.reason._negating import CONDITION
from belegg.reason._reading import Reading

WITHOUT = re.compile(r" (?:uten|utan) (?!at )")
NEGATED = re.compile(r" (?:ikke|ikkje|aldri|ingen|inga|ingenting|intet|verken|hverken|korkje|neppe|knapt) ")
BARE = 2  # things in *not the brakes*


def main_axis(readings: Iterable[Reading]) -> str | None:
    """The predicate that most of the members share; None where no two share one."""
    told = [r.proposition for r in readings if r.proposition and r.saying.stance != "decline"]
    counts = Counter(a for p in told for a in p.axes)
    heads = Counter(a for p in told for a in p.roots)
    shared = sorted(a for a, n in counts.items() if n >= 2)
    return max(shared, key=lambda a: (a not in load_cues().broad, counts[a], heads[a]), default=None)


def sign_of(reading: Reading, axis: str | None) -> int:
    """+1 or -1: which of the two it is, after predicate, negation and denial; 0 where it does not tell."""
    p = reading.proposition
    denied = reading.saying.stance == "deny"
    if p is None or p.aspect == "figure":
        return 0
    if axis is not None and axis not in p.axes:
        if denied or not p.negated:
            return 0
        if is_akin(reading, axis):
            return -1
        # *Not the brakes*: it says nothing else. *Never got any such thing*: it answers.
        if not p.axes and p.weight <= BARE and not reading.saying.is_report:
            return -1
        of_none = not reading.saying.is_report and NOTHING.search(reading.words)
        return -1 if (p.future or of_none) and not CONDITION.search(reading.words) else 0
    if axis is None:
        return -1 if denied else 0
    sign = p.axes[axis]
    if p.negated and is_without(reading):
        sign = -sign
    return -sign if denied else sign


def is_akin(reading: Reading, axis: str) -> bool:
    """True for who has nothing of another predicate of the claim's own matter: *she does not know of it*."""
    p, akin = reading.proposition, load_cues().kin.get(axis, frozenset())
    return p is not None and not reading.saying.is_report and any(p.axes.get(a) == -1 for a in akin)


def is_without(reading: Reading) -> bool:
    """True for *shot without warning*: they did shoot."""
    return WITHOUT.search(reading.words) is not None and not NEGATED.search(reading.words)


def is_firm(reading: Reading, axis: str | None) -> bool:
    """True where the opposite is really said: denied, negated, or by the word that heads the clause."""
    p = reading.proposition
    return reading.saying.stance == "deny" or p is None or p.negated or axis is None or axis in p.roots


def contrasted(reading: Reading, readings: Sequence[Reading], sign: int) -> int:
    """The sign of *a well, not a pump*: minus in what is said of the pump, plus in what is said of the well."""
    turned = contrast(reading.words, (r.words for r in readings if r.words != reading.words))
    p = reading.proposition
    if p is not None and p.negated and not turned and AT_MOST.search(reading.words):
        return -sign
    if not turned or p is None:
        return sign
    straight = -sign if p.negated else sign
    return turned * (straight or 1)
