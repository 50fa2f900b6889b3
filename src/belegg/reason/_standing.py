"""How a clause tells of its event: as done, going on, planned, possible or from hearsay (annotation.md, 8)."""

from collections.abc import Sequence
from functools import cache

from belegg.core.annotation import Statement
from belegg.core.reasoning import EventStatus
from belegg.reason._clauses import Clause
from belegg.reason._cues import Phrases, holds, load_cues, plain
from belegg.reason._triggers import Trigger, load_event_words
from belegg.text.dates import DAY

TO_BE = frozenset(("blir", "vert"))


def status_of(clause: Clause, found: Trigger, around: Statement | None, times: Sequence[str], when: str) -> EventStatus:
    """The status of what a clause tells. ``times``: when it is by its own words; ``when``: when it was written."""
    cues, lists = load_cues(), load_event_words()
    words = plain((*clause.parent.tokens, *clause.tokens) if clause.is_infinitive and clause.parent else clause.tokens)
    if holds(words, cues.hearsay) or _is_heard(clause):
        return "alleged"
    if _is_planned(clause, found, words):
        return "planned"
    if holds(words, lists.possible):
        return "possible"
    stance = around.stance if around is not None else "assert"
    if stance in ("expect", "promise") or (times and all(t[:DAY] > when[: len(t[:DAY])] for t in times)):
        return "planned"
    if stance == "allege":
        return "alleged"
    if holds(words, lists.ongoing):
        return "ongoing"
    return "possible" if _is_only_named(clause) else "happened"


def _is_planned(clause: Clause, found: Trigger, words: str) -> bool:
    lists = load_event_words()
    if clause.is_infinitive and clause.parent is not None and decides(clause.parent):
        return True
    # *Varslet ledelsen* has happened, *varsler søksmål* tells of a plan.
    own = found.token.index == clause.head.index and not found.is_phrase
    if clause.head.lemma.lower() in lists.heralding and found.axis not in lists.warning and not own:
        return True
    if clause.head.dep in ("ccomp", "csubj") and clause.parent and holds(plain(clause.parent.tokens), lists.foreseeing):
        return True
    if _is_to_be_done(clause, found) and not holds(words, lists.ongoing):
        return True
    return holds(words, _surely_ahead()) or (holds(words, lists.also_past) and not _is_told_as_done(clause))


@cache
def _surely_ahead() -> Phrases:
    """The words for the future without those that a preterite can have as well (*kom neste dag*)."""
    return Phrases(p for p in load_cues().future if p not in load_event_words().also_past)


def _is_told_as_done(clause: Clause) -> bool:
    """True for *åpnet tre dager etter planen*: a preterite that is no modal, or a perfect."""
    helpers = [t for t in clause.tokens if t.head == clause.head.index and t.dep in ("aux", "aux:pass", "cop")]
    finite = next((t for t in (*helpers, clause.head) if t.has("VerbForm=Fin")), None)
    if finite is None or finite.text.lower() in ("skulle", "ville"):
        return False
    return finite.has("Tense=Past") or finite.text.lower() == "har"


def _is_to_be_done(clause: Clause, found: Trigger) -> bool:
    """True for *dommen blir anket, skulen vert lagd ned*: what has been done *er* or *ble* done."""
    if found.token.index != clause.head.index or not clause.head.has("VerbForm=Part"):
        return False
    return any(t.head == clause.head.index and t.dep == "aux:pass" and t.text.lower() in TO_BE for t in clause.tokens)


def decides(clause: Clause) -> bool:
    """True for *vedtok å*, *skulle*: what is decided on is told by the infinitive."""
    return clause.head.lemma.lower() in load_event_words().deciding


def _is_heard(clause: Clause) -> bool:
    """True for *skal allerede i mai ha fått*, however much stands between."""
    shall = next((t.start for t in clause.tokens if t.text.lower() == "skal"), None)
    have = (t.start for t in clause.tokens if t.text.lower() == "ha" and t.pos == "AUX")
    return shall is not None and any(start > shall for start in have)


def is_past(clause: Clause) -> bool:
    """True for the preterite; *har brent* and *er stengt* are told from the day of writing."""
    finite = [t for t in clause.tokens if t.has("VerbForm=Fin") or t.has("Tense=Past")]
    if not finite and clause.is_infinitive and clause.parent is not None:
        return is_past(clause.parent)
    return any(t.has("Tense=Past") for t in finite)


def _is_only_named(clause: Clause) -> bool:
    """True for *the aim is to build, helped them to build*: an infinitive that no verb tells to have come about."""
    if not clause.is_infinitive or clause.parent is None:
        return False
    above = clause.parent.head
    if any(t.index == clause.head.head and t.pos == "NOUN" for t in clause.parent.tokens):
        return True  # *forslaget om å legge ned*
    if above.pos != "VERB" or _is_only_named(clause.parent):
        return True
    return not is_past(clause.parent) and above.lemma.lower() not in load_event_words().bringing
