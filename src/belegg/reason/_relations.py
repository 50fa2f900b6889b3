"""How each member bears on its claim: the holder's stance, the proposition's polarity and its modality together."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from belegg.core.reasoning import Relation
from belegg.reason._bearing import AT_MOST, STEM, contrast, is_undone, load_bearing
from belegg.reason._cues import holds, load_cues
from belegg.reason._propositions import Proposition
from belegg.reason._sayings import Saying

DAY = len("2024-03-05")
NO_EVENT = frozenset(("kr", "eur", "usd", "gbp", "sek", "dkk", "age"))  # sums and ages are as they are
OFTEN = 2  # tellings of a demand that make it what is told
BARE = 2  # things in *not the brakes*
SHORT = 16  # words of one who says that he says nothing, and nothing else
TELLING: frozenset[Relation] = frozenset(("supports", "expects"))


@dataclass(frozen=True, slots=True)
class Reading:
    """What a saying says of the claim: its proposition, and the words of the whole saying to look for answers in."""

    saying: Saying
    proposition: Proposition | None
    words: str


def main_axis(readings: Iterable[Reading]) -> str | None:
    """The predicate that most of the members share; None where no two share one."""
    told = [r.proposition for r in readings if r.proposition and r.saying.stance != "decline"]
    counts = Counter(a for p in told for a in p.axes)
    heads = Counter(a for p in told for a in p.roots)
    shared = sorted(a for a, n in counts.items() if n >= 2)
    return max(shared, key=lambda a: (a not in load_cues().broad, counts[a], heads[a]), default=None)


def relations(readings: Sequence[Reading]) -> dict[int, Relation]:
    """Saying number to relation, for the members that say the proposition themselves."""
    axis = main_axis(readings)
    signs = {r.saying.number: _contrasted(r, readings, _sign(r, axis)) for r in readings}
    reference = _reference(readings, signs)
    firm = {r.saying.number: _is_firm(r, axis) for r in readings}
    told = {
        n: _relation(r, signs[n] if firm[n] or signs[n] == reference else 0, reference)
        for r in readings
        for n in (r.saying.number,)
    }
    return _too_late(readings, _given_up(readings, _demanded(readings, told)))


def _contrasted(reading: Reading, readings: Sequence[Reading], sign: int) -> int:
    """The sign of *a well, not a pump*: minus in what is said of the pump, plus in what is said of the well."""
    others = [r.words for r in readings if r.words != reading.words]
    turned = contrast(reading.words, others)
    p = reading.proposition
    if p is not None and p.negated and not turned and AT_MOST.search(reading.words):
        return -sign
    if not turned or p is None:
        return sign
    straight = -sign if p.negated else sign
    return turned * (straight or 1)


def _demanded(readings: Sequence[Reading], told: dict[int, Relation]) -> dict[int, Relation]:
    """Where all that is told is a demand, or a report tells that it is made, the claim is that it is made."""
    telling = [r for r in readings if told[r.saying.number] in TELLING]
    asking = {r.saying.number for r in telling if r.saying.stance == "urge"}
    told_of = any(r.saying.is_report and holds(r.words, load_bearing().asking) for r in telling)
    only = all(n in asking for n, relation in told.items() if relation == "expects")
    if asking and (told_of or (only and len(asking) >= OFTEN)):
        return {n: "supports" if n in asking and relation == "expects" else relation for n, relation in told.items()}
    if any(r.proposition is None or not r.proposition.asked for r in telling):
        return told
    return {n: "supports" if relation == "expects" else relation for n, relation in told.items()}


def _given_up(readings: Sequence[Reading], told: dict[int, Relation]) -> dict[int, Relation]:
    """What is expected is denied by what tells later that it is called off; what somebody did, by *innocent*."""
    out = dict(told)
    expected = [r for r in readings if told[r.saying.number] == "expects"]
    clearing = [r for r in readings if _clears(r)]
    few = 2 * len(clearing) < len(readings)
    for r in readings:
        if out[r.saying.number] not in TELLING:
            continue
        before = [e for e in expected if e is not r and e.saying.number < r.saying.number]
        undone = is_undone(r.words, [e.words for e in before], _share_names(r, before))
        if undone or (few and r in clearing):
            out[r.saying.number] = "denies"
        elif before and holds(r.words, load_bearing().waiting):
            out[r.saying.number] = "questions"
    return out


def _clears(reading: Reading) -> bool:
    """True for *he is innocent*, *acquit him*, in what is said of the claim itself."""
    p = reading.proposition
    if p is None or reading.saying.is_report or not holds(reading.words, load_bearing().innocent):
        return False
    own = {w[:STEM] for w in p.words}
    return p.axes.get("convict") == -1 or any(w[:STEM] in own for w in load_bearing().innocent)


def _share_names(reading: Reading, others: Iterable[Reading]) -> bool:
    """True where a reading tells of somebody or something that another one names."""
    names = reading.proposition.names if reading.proposition is not None else frozenset[str]()
    return any(o.proposition is not None and not names.isdisjoint(o.proposition.names) for o in others)


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
        and _is_later(r.saying.when, first.saying.when)
    }
    return {n: "denies" if n in late else relation for n, relation in told.items()}


def _is_later(when: str, than: str) -> bool:
    """True where a moment is later than another as far as both are known: a day and a minute of it are not."""
    known = min(len(when), len(than))
    return when[:known] > than[:known]


def _days(reading: Reading) -> list[str]:
    """The days that a reading gives."""
    times = reading.proposition.times if reading.proposition is not None else frozenset[str]()
    return [t[:DAY] for t in times if len(t) >= DAY and t[:4].isdigit() and t[4] == "-" and t[5] != "W"]


def _sign(reading: Reading, axis: str | None) -> int:
    """+1 or -1: which of the two it is, after predicate, negation and denial; 0 where it does not tell."""
    p = reading.proposition
    denied = reading.saying.stance == "deny"
    if p is None or p.aspect == "figure":
        return 0
    if axis is not None and axis not in p.axes:
        # *Not the brakes*: it says nothing else.
        return -1 if p.negated and not p.axes and not denied and p.weight <= BARE else 0
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
    if plain and not expected and not unturned and _is_said_otherwise(first, readings, signs):
        return -signs[first.saying.number]
    if expected or unturned or plain:
        return signs[first.saying.number]
    return -signs[first.saying.number] if first.saying.stance == "deny" else signs[first.saying.number]


def _is_said_otherwise(turned: Reading, readings: Sequence[Reading], signs: Mapping[int, int]) -> bool:
    """True where another source tells, without any negation and in other words, what the one says is not so."""
    by = {h.name for h in turned.saying.holders}
    return any(
        not signs[r.saying.number]
        and r.proposition is not None
        and not r.proposition.negated
        and r.saying.stance in ("assert", "allege")
        and by.isdisjoint(h.name for h in r.saying.holders)
        for r in readings
    )


def _is_expected(reading: Reading) -> bool:
    """Told as to come. Hearsay with *skal* is about the future only where its time is; what is given is so already."""
    stance, p = reading.saying.stance, reading.proposition
    if p is not None and (p.given or (p.earlier and not p.future) or _is_estimate(p)):
        return False
    if p is not None and p.past and stance == "expect":
        return False
    if stance in ("expect", "promise", "urge") or (p is not None and p.wished and stance != "deny"):
        return True
    bearing = load_bearing()
    near = holds(reading.words, (*bearing.imminent, *bearing.conditions))
    if p is not None and not p.past and not _is_price(p) and near:
        return True
    if (
        stance in ("assert", "allege")
        and holds(reading.words, bearing.lasting)
        and not holds(reading.words, load_cues().future)
    ):
        return False
    if p is not None and not p.past and _tells_what_becomes(reading):
        return True
    if stance == "allege" or (reading.saying.is_report and stance == "assert"):
        return p is not None and p.future and p.later
    return p is not None and p.future and stance == "assert"


def _tells_what_becomes(reading: Reading) -> bool:
    """True for *he will be out for six weeks* in the present tense, unless it confirms what was expected."""
    saying = reading.saying
    affirms = any(c in saying.cue for c in load_cues().affirming_cues)
    return not saying.is_report and not affirms and holds(reading.words, load_bearing().becoming)


def _is_price(p: Proposition) -> bool:
    """True for an age, or a sum of money, which is offered or asked now, whatever is to come of it."""
    return p.aspect == "figure" and any(q.what.split("/")[0] in NO_EVENT for q in p.quantities)


def _is_estimate(p: Proposition) -> bool:
    """True for what something costs or measures, which is told in the future as it is in the present."""
    return p.measured or ((p.aspect == "figure" or p.counted) and p.heads == {"cost"})


def _is_uncertain(reading: Reading) -> bool:
    return reading.proposition is not None and reading.proposition.uncertain


def _relation(reading: Reading, sign: int, reference: int) -> Relation:
    stance = reading.saying.stance
    cues, bearing = load_cues(), load_bearing()
    if stance in ("assert", "expect", "deny") and not reading.saying.is_report and _declines(reading):
        return "declines"
    if stance != "deny" and not reading.saying.is_report and holds(reading.words, bearing.rejecting):
        return "denies"
    if stance in ("assert", "expect") and any(c in reading.saying.cue for c in bearing.open_cues) and sign:
        return "questions"
    if stance == "doubt" or (_is_uncertain(reading) and stance != "deny"):
        return "questions"
    if stance == "decline":
        return "declines"
    if holds(reading.words, cues.denying_answers):
        return "denies"
    if sign == -reference or (not sign and stance == "deny"):
        return "denies"
    return "expects" if _is_expected(reading) else "supports"


def _declines(reading: Reading) -> bool:
    """True for one who only says that he says nothing."""
    return holds(reading.words, load_bearing().declining) and len(reading.words.split()) <= SHORT


def answer_relation(saying: Saying, words: str) -> Relation:
    """The relation of a saying that only answers what was said before."""
    if saying.stance == "decline" or (holds(words, load_bearing().declining) and len(words.split()) <= SHORT):
        return "declines"
    if holds(words, load_bearing().rejecting):
        return "denies"
    if saying.stance == "deny" or holds(words, load_cues().denying_answers):
        return "denies"
    if holds(words, load_cues().uncertain):
        return "questions"
    return (
        "questions" if saying.stance == "doubt" else "expects" if saying.stance in ("expect", "promise") else "supports"
    )
