"""How each member bears on its claim: the holder's stance, the proposition's polarity and its modality together."""

from collections.abc import Iterable, Mapping, Sequence

from belegg.core.reasoning import Relation
from belegg.reason._bearing import (
    STEM,
    contrast,
    declines,
    is_offered,
    is_undone,
    load_bearing,
    opposed,
    rejects,
)
from belegg.reason._cues import holds, load_cues
from belegg.reason._expecting import is_expected
from belegg.reason._fulfilling import in_common
from belegg.reason._negating import negated, negating
from belegg.reason._opposites import speaking_against
from belegg.reason._polarity import contrasted, is_akin, is_firm, is_without, main_axis, sign_of
from belegg.reason._propositions import Proposition
from belegg.reason._reading import Reading
from belegg.reason._sayings import Saying
from belegg.text.dates import DAY

HALF = 0.5
OFTEN = 2  # tellings of a demand that make it what is told
TELLING: frozenset[Relation] = frozenset(("supports", "expects"))


def relations(readings: Sequence[Reading]) -> dict[int, Relation]:
    """Saying number to relation, for the members that say the proposition themselves."""
    axis, signs, reference = _polarity(readings)
    told = _by_polarity(readings, axis, signs, reference)
    told |= {n: negated(features) for n, features in _open(readings, axis, signs, reference, told).items()}
    asserting = frozenset(
        n
        for r in readings
        for n in (r.saying.number,)
        if axis is not None and signs[n] == reference and r.proposition is not None and r.proposition.lead == axis
    )
    told = speaking_against(readings, told)
    turned = _as_said(readings, _turned_round(readings, told, reference, signs))
    return _too_late(readings, _given_up(readings, _demanded(readings, _rivalled(readings, turned, axis)), asserting))


def open_negations(readings: Sequence[Reading]) -> Mapping[int, Mapping[str, float]]:
    """Of each that is told with a negation, and that nothing but this could make a denial: what speaks for one."""
    axis, signs, reference = _polarity(readings)
    return _open(readings, axis, signs, reference, _by_polarity(readings, axis, signs, reference))


def _open(
    readings: Sequence[Reading],
    axis: str | None,
    signs: Mapping[int, int],
    reference: int,
    told: Mapping[int, Relation],
) -> Mapping[int, Mapping[str, float]]:
    return {r.saying.number: negating(r, readings, told) for r in readings if _is_open(r, signs, reference, axis)}


def _polarity(readings: Sequence[Reading]) -> tuple[str | None, Mapping[int, int], int]:
    """The claim's predicate, which of its two ends each one tells, and which the claim is told with."""
    axis = main_axis(readings)
    signs = {r.saying.number: contrasted(r, readings, sign_of(r, axis)) for r in readings}
    return axis, signs, _reference(readings, signs, axis)


def _by_polarity(
    readings: Sequence[Reading], axis: str | None, signs: Mapping[int, int], reference: int
) -> dict[int, Relation]:
    """What stance, polarity and modality alone tell."""
    out: dict[int, Relation] = {}
    for r in readings:
        sign = signs[r.saying.number]
        out[r.saying.number] = _relation(r, sign if sign == reference or is_firm(r, axis) else 0, reference)
    return out


def _is_open(reading: Reading, signs: Mapping[int, int], reference: int, axis: str | None) -> bool:
    """True for what is told with a negation, where nothing but that could make it a denial."""
    p, sign = reading.proposition, signs[reading.saying.number]
    if p is None or not p.negated or p.aspect == "figure" or reading.saying.stance in ("deny", "decline", "doubt"):
        return False
    alone = axis is None or (not is_akin(reading, axis) if axis not in p.axes else sign == reference)
    turned = sign != sign_of(reading, axis) or is_without(reading)
    return alone and not turned and _relation(reading, 0, reference) == "supports"


def groundless(readings: Sequence[Reading]) -> frozenset[int]:
    """Those who would deny the claim by a negation or a predicate's other end, and speak of something else."""
    if len(readings) < 2:
        return frozenset()
    axis, signs, reference = _polarity(readings)
    against = [r for r in readings if signs[r.saying.number] == -reference]
    if not against:
        return frozenset()
    others = (r for r in readings if signs[r.saying.number] != -reference)
    telling = [r for r in others if r.saying.stance not in ("deny", "decline", "doubt")]
    expected = [r for r in telling if is_expected(r)]
    return frozenset(
        r.saying.number
        for r in against
        if telling
        and r.proposition is not None
        and not _is_contrast(r, readings)
        and not _speaks_of_it(r, r.proposition, telling, expected, axis)
    )


def _is_contrast(reading: Reading, readings: Sequence[Reading]) -> bool:
    return contrast(reading.words, (r.words for r in readings if r.words != reading.words)) != 0


def _speaks_of_it(
    reading: Reading, p: Proposition, telling: Sequence[Reading], expected: Sequence[Reading], axis: str | None
) -> bool:
    """True where a denial has the claim's predicate and most of what one of the two says besides."""
    others = [r.proposition for r in telling if r.proposition is not None]
    if axis is None or axis not in p.axes:
        return reading.saying.stance != "deny" or any(in_common(p, o) >= HALF for o in others)
    if not p.negated and reading.saying.stance != "deny":
        # *It is open*, where others said that it is closed: it may have been opened since.
        before = (e.proposition for e in expected if e.saying.number < reading.saying.number)
        return any(in_common(p, o) > HALF for o in before if o is not None)
    return any(in_common(p, o) > HALF for o in others)


def _shares_most(a: Reading, b: Reading) -> bool:
    return a.proposition is None or b.proposition is None or in_common(a.proposition, b.proposition) >= HALF


def _rivalled(readings: Sequence[Reading], told: dict[int, Relation], axis: str | None) -> dict[int, Relation]:
    """Who says *we won*, of what only one can do, denies that the one told of first did."""
    if axis is None or axis not in load_bearing().exclusive:
        return told
    first = next((r for r in readings if told[r.saying.number] == "supports" and _who_did(r, axis)), None)
    out = dict(told)
    for r in readings if first is not None else ():
        who = _who_did(r, axis)
        if first is not None and out[r.saying.number] == "supports" and who and who.isdisjoint(_who_did(first, axis)):
            out[r.saying.number] = "denies"
    return out


def _who_did(reading: Reading, axis: str) -> frozenset[str]:
    """Those who act in a reading that has the predicate for its own."""
    p = reading.proposition
    return p.subjects if p is not None and axis in p.roots and not p.negated else frozenset()


def _turned_round(
    readings: Sequence[Reading], told: dict[int, Relation], reference: int, signs: Mapping[int, int]
) -> dict[int, Relation]:
    """Who says *ulovlig* where the claim is told first as *lovlig* denies it, and the other way round."""
    first = next(
        (r for r in readings if told[r.saying.number] in TELLING and signs[r.saying.number] in (0, reference)), None
    )
    if first is None:
        return told
    return {
        r.saying.number: "denies"
        if told[r.saying.number] == "supports" and not _is_negated(r) and opposed(r.words, first.words)
        else told[r.saying.number]
        for r in readings
    }


def _as_said(readings: Sequence[Reading], told: dict[int, Relation]) -> dict[int, Relation]:
    """Where others tell that somebody warned, threatened or offered, the words of the warning support it."""
    out = dict(told)
    for r in readings:
        act = next((w[:STEM] for w in r.saying.cue.split() if len(w) >= STEM), "")
        if out[r.saying.number] != "expects" or not act or act in load_bearing().foretelling:
            continue
        others = (o for o in readings if o is not r and told[o.saying.number] in TELLING)
        if any(f" {act}" in o.words for o in others):
            out[r.saying.number] = "supports"
    return out


def _is_negated(reading: Reading) -> bool:
    return reading.proposition is not None and reading.proposition.negated


def _demanded(readings: Sequence[Reading], told: dict[int, Relation]) -> dict[int, Relation]:
    """Where all that is told is a demand, or a report tells that it is made, the claim is that it is made."""
    telling = [r for r in readings if told[r.saying.number] in TELLING]
    asking = {r.saying.number for r in telling if r.saying.stance == "urge"}
    told_of = any(r.saying.is_report and holds(r.words, load_bearing().asking) for r in telling)
    only = all(n in asking for n, relation in told.items() if relation == "expects")
    if asking and (told_of or (only and len(asking) >= OFTEN)):
        return {n: "supports" if n in asking and relation == "expects" else relation for n, relation in told.items()}
    offered = [r for r in telling if is_offered(r.words) or (r.proposition is not None and r.proposition.asked)]
    if 2 * len(offered) <= len(telling):
        return told
    return {n: "supports" if relation == "expects" else relation for n, relation in told.items()}


def _given_up(readings: Sequence[Reading], told: dict[int, Relation], asserting: frozenset[int]) -> dict[int, Relation]:
    """What is expected is denied by what tells later that it is called off; what somebody did, by *innocent*.

    ``asserting``: those that say the very thing (*han trakk seg*, where that was expected).
    """
    out = dict(told)
    expected = [r for r in readings if told[r.saying.number] == "expects"]
    clearing = [r for r in readings if _clears(r)]
    few = 2 * len(clearing) < len(readings)
    for r in readings:
        if out[r.saying.number] not in TELLING:
            continue
        before = [e for e in expected if e is not r and e.saying.number < r.saying.number]
        undone = r.saying.number not in asserting and is_undone(
            r.words, [e.words for e in before], _share_names(r, before)
        )
        if undone or (few and r in clearing):
            out[r.saying.number] = "denies"
        elif before and holds(r.words, load_bearing().waiting):
            out[r.saying.number] = "questions"
    return out


def _clears(reading: Reading) -> bool:
    """True for *he is innocent*, *acquit him*, in what is said of the claim itself, and for *not guilty*."""
    p = reading.proposition
    if p is None or reading.saying.is_report:
        return False
    if holds(reading.words, load_bearing().pleading):
        return True
    if not holds(reading.words, load_bearing().innocent):
        return False
    own = {w[:STEM] for w in p.words}
    return p.axes.get("convict") == -1 or any(w[:STEM] in own for w in load_bearing().innocent)


def _share_names(reading: Reading, others: Iterable[Reading]) -> bool:
    """True where a reading tells of somebody or something that another one names."""
    names = reading.proposition.names if reading.proposition is not None else frozenset[str]()
    return any(o.proposition is not None and not names.isdisjoint(o.proposition.names) for o in others)


def _too_late(readings: Sequence[Reading], told: dict[int, Relation]) -> dict[int, Relation]:
    """What was expected by one day and came, or is put off to, a later one did not come true."""
    foretold = (r for r in readings if told[r.saying.number] == "expects" and _days(r))
    # What is to come by a day that had passed when it was written says nothing of the day.
    expected = [r for r in foretold if max(_days(r)) >= r.saying.when[:DAY]]
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
        and _shares_most(r, first)
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


def _reference(readings: Sequence[Reading], signs: Mapping[int, int], axis: str | None) -> int:
    """The polarity that the claim is told in: of what was expected, else of the first that says it without denying."""
    telling = [r for r in readings if signs[r.saying.number] and _tells_of(r, axis)]
    plain = [r for r in telling if r.saying.stance not in ("deny", "decline", "doubt") and not _is_uncertain(r)]
    expected = [r for r in plain if is_expected(r)]
    unturned = [r for r in plain if not _answers_no(r)]
    clearing = next((r for r in telling if _clears(r)), None)
    if clearing is not None and not unturned:
        return -signs[clearing.saying.number]
    denying = next((r for r in telling if r.saying.stance == "deny"), None)
    if plain and not expected and not unturned and denying is not None:
        # Who denies tells what the claim is.
        return -signs[denying.saying.number]
    first = next(iter(expected or unturned or plain or telling), None)
    if first is None:
        return 1
    if plain and not expected and not unturned and _is_said_otherwise(first, readings, signs):
        return -signs[first.saying.number]
    if expected or unturned or plain:
        return signs[first.saying.number]
    return -signs[first.saying.number] if first.saying.stance == "deny" else signs[first.saying.number]


def _tells_of(reading: Reading, axis: str | None) -> bool:
    """True for one that has the claim's own predicate, or denies; what answers in other words sets no polarity."""
    p = reading.proposition
    return axis is None or reading.saying.stance == "deny" or (p is not None and axis in p.axes)


def _answers_no(reading: Reading) -> bool:
    """True for what is told turned round, as an answer to a claim or as a refusal to answer it."""
    p = reading.proposition
    return (p is not None and p.negated) or _clears(reading) or _declines(reading)


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


def _is_uncertain(reading: Reading) -> bool:
    return reading.proposition is not None and reading.proposition.uncertain


def _relation(reading: Reading, sign: int, reference: int) -> Relation:
    stance = reading.saying.stance
    cues, bearing = load_cues(), load_bearing()
    if stance in ("assert", "expect", "deny", "urge") and not reading.saying.is_report and _declines(reading):
        return "declines"
    answers = not reading.saying.is_report and rejects(reading.words, reading.saying.cue)
    if stance != "deny" and (answers or (reading.saying.is_report and holds(reading.words, bearing.rejecting))):
        return "denies"
    if stance in ("assert", "expect") and any(c in reading.saying.cue for c in bearing.open_cues) and sign:
        return "expects" if stance == "expect" else "questions"
    if stance == "doubt" or (_is_uncertain(reading) and stance != "deny"):
        return "questions"
    if stance == "decline":
        return "declines"
    if holds(reading.words, cues.denying_answers):
        return "denies"
    if sign == -reference or (not sign and stance == "deny"):
        return "denies"
    return "expects" if is_expected(reading) else "supports"


def _declines(reading: Reading) -> bool:
    """True for one who only says that he says nothing."""
    return declines(reading.words, reading.saying.cue)


def answer_relation(saying: Saying, words: str) -> Relation:
    """The relation of a saying that only answers what was said before."""
    if saying.stance == "decline" or declines(words, saying.cue):
        return "declines"
    if rejects(words, saying.cue):
        return "denies"
    if saying.stance == "deny" or holds(words, load_cues().denying_answers):
        return "denies"
    if holds(words, load_cues().uncertain):
        return "questions"
    return (
        "questions" if saying.stance == "doubt" else "expects" if saying.stance in ("expect", "promise") else "supports"
    )
