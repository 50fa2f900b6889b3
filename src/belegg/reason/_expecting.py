"""What is told as to come: planned, wished for, near at hand, on a condition, ahead of the hour of writing."""

import re
from functools import cache

from belegg.reason._bearing import is_hearsay, is_not_done, load_bearing, may_come, without_relative
from belegg.reason._cues import Phrases, holds, load_cues
from belegg.reason._propositions import Proposition
from belegg.reason._reading import Reading
from belegg.text.dates import DAY
from belegg.text.grammar import PAST_MODALS

NO_EVENT = frozenset(("kr", "eur", "usd", "gbp", "sek", "dkk", "age"))  # sums and ages are as they are
#: How something is, or was done: with a time of the day it is no plan.
STATE = re.compile(
    r" (?:er|var|ble|blei|vart|vorte|blitt|har|hadde|sitter|sit|ligger|ligg|står|satt|sat|lå|låg|sto|stod"
    r"|natt til) "
)
#: *The fire was planned*: done on purpose.
DELIBERATE = re.compile(r" (?:var|ble|vart|blei|vært|vore) (?:\S+ ){0,2}?(?:planlagt|planlagd|planlagde|planlagte) ")
PARTS = {"AF": "13:00", "EV": "24:00", "NI": "24:00"}  # when each part of a day is under way


def is_expected(reading: Reading) -> bool:
    """Told as to come. Hearsay with *skal* is about the future only where its time is; what is given is so already."""
    stance, p = reading.saying.stance, reading.proposition
    if (p is not None and _is_so(p, reading)) or _is_as_foreseen(reading.words):
        return False
    if _is_believed(reading):
        return True
    if p is not None and stance == "assert" and not p.times and DELIBERATE.search(reading.words):
        return False
    dated = p is not None and p.later and stance != "allege"
    if stance in ("expect", "allege", "assert") and p is not None and not dated and is_hearsay(reading.words):
        return is_not_done(reading.words)
    if reading.saying.is_report and _tells_of_a_plan_beside(reading):
        return False
    return stance in ("expect", "promise", "urge") or (p is not None and _is_told_to_come(p, reading))


def _is_so(p: Proposition, reading: Reading) -> bool:
    """True for what is or was so, whatever the tense: what is given, was earlier, costs so much, or is there for it."""
    if p.given or (p.earlier and not _is_told_as_ahead(p, reading.words)) or _is_estimate(p):
        return True
    return (p.past and reading.saying.stance == "expect") or (not p.times and _is_for(reading))


def _is_told_to_come(p: Proposition, reading: Reading) -> bool:
    """True where the clause itself tells of what is to come: by a wish, a condition, its time or its tense."""
    stance, words = reading.saying.stance, reading.words
    if p.wished and stance != "deny":
        return True
    if not p.past and not _is_price(p) and holds(words, _near_or_conditional()):
        return True
    telling = stance in ("assert", "allege") and " . " not in words
    priced = _is_price(p) or ("cost" in p.axes and bool(p.quantities))
    if telling and not p.past and (is_not_done(words) or may_come(words, priced)):
        return True
    lasting = holds(words, load_bearing().lasting) and not holds(words, load_cues().future)
    if stance in ("assert", "allege") and lasting:
        return False
    if not p.past and ((telling and _is_ahead(p, words, reading.saying.when)) or _tells_what_becomes(reading)):
        return True
    if stance == "allege" or (reading.saying.is_report and stance == "assert"):
        return p.future and p.later
    return p.future and stance == "assert"


def _is_told_as_ahead(p: Proposition, words: str) -> bool:
    """True where the words themselves tell of what was to come by then; *varslet om feil i januar* do not."""
    planned = " å " in words or not PAST_MODALS.isdisjoint(words.split())
    return p.future and (planned or holds(words, _foretold()))


def _is_for(reading: Reading) -> bool:
    """True for what something is there for (*the alarm is to warn the crew*), and for what holds whenever it is so."""
    if " skal " not in reading.words:
        return False
    return _means().search(reading.words) is not None or _whenever().search(reading.words) is not None


@cache
def _means() -> re.Pattern[str]:
    nouns = "|".join(load_bearing().means)
    return re.compile(
        rf" \S*(?:{nouns})(?:en|et|a|ene|ane|er|ar|n|i|as|ens|ets)? skal (?!(?:ikke |ikkje )?ha |vurderes )"
    )


@cache
def _whenever() -> re.Pattern[str]:
    return re.compile(rf" skal (?:\S+ ){{0,8}}?(?:{'|'.join(load_bearing().whenever)}) ")


def _is_as_foreseen(words: str) -> bool:
    """True for *larger than expected*, *as expected*, where nothing else is told as to come: it is so."""
    if not holds(words, load_bearing().as_foreseen):
        return False
    left = words
    for phrase in load_bearing().as_foreseen:
        left = left.replace(f" {phrase} ", " ")
    return not holds(left, load_cues().future)


def _is_ahead(p: Proposition, words: str, when: str) -> bool:
    """True where the only time told of is ahead of the hour of writing: *møtes i kveld*, *legges frem klokken 15*."""
    if p.aspect == "figure" or STATE.search(words):
        return False
    if holds(words, load_bearing().ahead):
        return True
    if len(p.times) != 1:
        return False
    (time,) = p.times
    if p.later:
        return len(time) >= DAY
    day, _, clock = time.partition("T")
    written, _, hour = when.partition("T")
    return bool(clock and hour) and day == written and (PARTS.get(clock, clock) > hour)


def _is_believed(reading: Reading) -> bool:
    """True for *jeg tror at halvparten kan reddes*: the holder's own belief about what is to come, where it ends."""
    words = reading.words
    bearing = load_bearing()
    if reading.saying.is_report or not holds(words, bearing.believing):
        return False
    start = min(words.find(f" {b} ") for b in bearing.believing if f" {b} " in words)
    if " ikke " in words[start:] or " ikkje " in words[start:]:
        return False
    return holds(words[start:], bearing.believed)


def _tells_of_a_plan_beside(reading: Reading) -> bool:
    """True for *stanset jakten, som skulle begynne onsdag*: what was to come stands in a relative clause only."""
    front = without_relative(reading.words)
    return front != reading.words and not holds(front, _foretold())


@cache
def _near_or_conditional() -> Phrases:
    """What tells that something is near at hand, or on what condition it comes."""
    bearing = load_bearing()
    return Phrases((*bearing.imminent, *bearing.conditions))


@cache
def _foretold() -> Phrases:
    """All that tells of what is to come."""
    return Phrases((*load_cues().future, *_near_or_conditional()))


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
