"""How each member bears on its claim: the holder's stance, the proposition's polarity and its modality together."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from belegg.core.reasoning import Relation
from belegg.reason._cues import holds, load_cues
from belegg.reason._propositions import Proposition
from belegg.reason._sayings import Saying

DAY = len("2024-03-05")
TELLING: frozenset[Relation] = frozenset(("supports", "expects"))


@dataclass(frozen=True, slots=True)
class Reading:
    """What a saying says of the claim: its proposition, and the words of the whole saying to look for answers in."""

    saying: Saying
    proposition: Proposition | None
    words: str


def main_axis(readings: Iterable[Reading]) -> str | None:
    """The predicate that most of the members share; None where no two share one."""
    counts = Counter(a for r in readings if r.proposition for a in r.proposition.axes)
    heads = Counter(a for r in readings if r.proposition for a in r.proposition.roots)
    best = max(sorted(counts), key=lambda a: (a not in load_cues().broad, counts[a], heads[a]), default=None)
    return best if best is not None and counts[best] >= 2 else None


def relations(readings: Sequence[Reading]) -> dict[int, Relation]:
    """Saying number to relation, for the members that say the proposition themselves."""
    axis = main_axis(readings)
    signs = {r.saying.number: _sign(r, axis) for r in readings}
    reference = _reference(readings, signs)
    firm = {r.saying.number: _is_firm(r, axis) for r in readings}
    told = {
        n: _relation(r, signs[n] if firm[n] or signs[n] == reference else 0, reference)
        for r in readings
        for n in (r.saying.number,)
    }
    return _too_late(readings, _demanded(readings, told))


def _demanded(readings: Sequence[Reading], told: dict[int, Relation]) -> dict[int, Relation]:
    """Where all that is told is a demand, the claim is that it is made."""
    if any(r.proposition is None or not r.proposition.asked for r in readings if told[r.saying.number] in TELLING):
        return told
    return {n: "supports" if relation == "expects" else relation for n, relation in told.items()}


def _too_late(readings: Sequence[Reading], told: dict[int, Relation]) -> dict[int, Relation]:
    """What was expected by one day and came, or is put off to, a later one did not come true."""
    expected = [r for r in readings if told[r.saying.number] == "expects" and _days(r)]
    if not expected:
        return told
    first = min(expected, key=lambda r: (r.saying.when, r.saying.number))
    latest = max(_days(first))
    late = {
        r.saying.number
        for r in readings
        if told[r.saying.number] in TELLING
        and _days(r)
        and min(_days(r)) > latest
        and r.saying.when > first.saying.when
    }
    return {n: "denies" if n in late else relation for n, relation in told.items()}


def _days(reading: Reading) -> list[str]:
    """The days that a reading gives."""
    times = reading.proposition.times if reading.proposition is not None else frozenset[str]()
    return [t[:DAY] for t in times if len(t) >= DAY and t[:4].isdigit() and t[4] == "-" and t[5] != "W"]


def _sign(reading: Reading, axis: str | None) -> int:
    """+1 or -1: which of the two it is, after predicate, negation and denial; 0 where it does not tell."""
    p = reading.proposition
    denied = reading.saying.stance == "deny"
    if p is None or p.aspect == "figure" or (axis is not None and axis not in p.axes):
        return 0
    sign = p.axes[axis] if axis is not None else -1 if p.negated else 1
    return -sign if denied else sign


def _is_firm(reading: Reading, axis: str | None) -> bool:
    """True where the opposite is really said: denied, negated, or by the word that heads the clause."""
    p = reading.proposition
    return reading.saying.stance == "deny" or p is None or p.negated or axis is None or axis in p.roots


def _reference(readings: Sequence[Reading], signs: Mapping[int, int]) -> int:
    """The polarity that the claim is told in: of what was expected, else of the first that says it without denying."""
    telling = [r for r in readings if signs[r.saying.number]]
    plain = [r for r in telling if r.saying.stance not in ("deny", "decline", "doubt") and not _is_uncertain(r)]
    expected = [r for r in plain if _is_expected(r)]
    unturned = [r for r in plain if r.proposition is None or not r.proposition.negated]
    first = next(iter(expected or unturned or plain or telling), None)
    if first is None:
        return 1
    if expected or unturned or plain:
        return signs[first.saying.number]
    return -signs[first.saying.number] if first.saying.stance == "deny" else signs[first.saying.number]


def _is_expected(reading: Reading) -> bool:
    """Told as to come. Hearsay with *skal* is about the future only where its time is; what is given is so already."""
    stance, p = reading.saying.stance, reading.proposition
    if p is not None and (p.given or (p.earlier and not p.future) or _is_estimate(p)):
        return False
    if p is not None and p.past and stance == "expect":
        return False
    if stance in ("expect", "promise", "urge") or (p is not None and p.wished and stance != "deny"):
        return True
    if stance == "allege" or (reading.saying.is_report and stance == "assert"):
        return p is not None and p.future and p.later
    return p is not None and p.future and stance == "assert"


def _is_estimate(p: Proposition) -> bool:
    """True for what something costs or measures, which is told in the future as it is in the present."""
    return p.measured or ((p.aspect == "figure" or p.counted) and p.heads == {"cost"})


def _is_uncertain(reading: Reading) -> bool:
    return reading.proposition is not None and reading.proposition.uncertain


def _relation(reading: Reading, sign: int, reference: int) -> Relation:
    stance = reading.saying.stance
    cues = load_cues()
    if stance == "doubt" or (_is_uncertain(reading) and stance != "deny"):
        return "questions"
    if stance == "decline":
        return "declines"
    if holds(reading.words, cues.denying_answers):
        return "denies"
    if sign == -reference or (not sign and stance == "deny"):
        return "denies"
    return "expects" if _is_expected(reading) else "supports"


def answer_relation(saying: Saying, words: str) -> Relation:
    """The relation of a saying that only answers what was said before."""
    if saying.stance == "decline":
        return "declines"
    if saying.stance == "deny" or holds(words, load_cues().denying_answers):
        return "denies"
    if holds(words, load_cues().uncertain):
        return "questions"
    return (
        "questions" if saying.stance == "doubt" else "expects" if saying.stance in ("expect", "promise") else "supports"
    )
