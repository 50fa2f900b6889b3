"""How a clause is told: as to come, wished for or past, and whether its times lie ahead of the hour of writing."""

from collections.abc import Iterable, Sequence

from belegg.core.words import Token
from belegg.reason._cues import holds, load_cues, words_of
from belegg.reason._sayings import Saying
from belegg.reason._sentences import clause_of_noun, is_root
from belegg.text.grammar import CAN, HAVE, PAST_MODALS

DAY, YEAR = len("2024-03-05"), len("2024")
WISHING = frozenset(("ønske", "ønskje", "ynskje"))


def is_future(saying: Saying, tokens: Sequence[Token], words: str) -> bool:
    """Told as to come, by its own words or by its holder's stance; a relative clause tells what is so already."""
    cues = load_cues()
    if holds(words, cues.hearsay):
        return False
    return holds(words, cues.future) or (saying.stance in ("expect", "promise") and not clause_of_noun(tokens))


def is_wished(tokens: Sequence[Token]) -> bool:
    """*Ønsker byen å bygge*, also where the subject stands between; *hvordan de kan bygge* says what could be."""
    if tokens and tokens[0].text.lower() in load_cues().questions and any(t.text.lower() in CAN for t in tokens):
        return True
    wishing = (t for t in tokens if t.pos == "VERB" and t.lemma.lower() in WISHING)
    return any(is_root(t, tokens) for t in wishing)


def is_past(tokens: Sequence[Token], words: str) -> bool:
    """Told of the past in its own words: *har bestemt seg, fikk vite det*; not *ville by, skulle møtes*."""
    if holds(words, load_cues().future) or not PAST_MODALS.isdisjoint(words_of(words)):
        return False
    perfect = not HAVE.isdisjoint(words_of(words)) and any(t.has("VerbForm=Part") for t in tokens)
    return perfect or any(t.pos == "VERB" and t.has("Tense=Past") and not t.has("VerbForm=Part") for t in tokens)


def is_to_come(tokens: Sequence[Token], times: Iterable[str], when: str) -> bool:
    """True for the present tense with a time to come: *de går til streik mandag*."""
    if not any(is_after(value, when) for value in times):
        return False
    past = any(t.has("Tense=Past") or t.has("VerbForm=Part") for t in tokens)
    return not past and any(t.has("Tense=Pres") for t in tokens)


def is_after(value: str, when: str) -> bool:
    """True for a time after the day of writing, as far as both tell."""
    length = min(len(value), len(when), DAY)
    return length >= YEAR and value[:length] > when[:length] and value[:YEAR].isdigit()
