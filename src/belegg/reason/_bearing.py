"""What stands in a saying that tells how it bears on a claim (word lists: ``text/data/bearing.toml``)."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from belegg.reason._cues import REMEMBERED, Phrases, holds
from belegg.text.bridge import load_bridge
from belegg.text.wordlists import read_lists

#: *It was a well, not a pump*: what is rejected stands last. *Not a pump, but a well*: it stands first.
REJECTED_LAST = re.compile(
    r" (?P<instead>[^,.;:!?–]+?) (?:, og |, men |, |– |og |men )"
    r"(?:ikke|ikkje) (?!minst |bare |berre |sant |fordi |når )(?P<rejected>[^,.;:!?–]+?) (?=[.;:!?–»]|$)"
)
REJECTED_FIRST = re.compile(
    r" (?:ikke|ikkje) (?!minst |bare |berre )(?P<rejected>[^.;:!?,]+?) , men (?P<instead>[^.;:!?]+)"
)
#: *Never more than four*: a limit, and no denial.
AT_MOST = re.compile(
    r" (?:ikke|ikkje|aldri|ingen|inga|ingenting|neppe|knapt) (?:\S+ ){0,4}"
    r"(?:mer|meir|mindre|flere|fleire|færre|lenger|lengre|høyere|høgare|lavere|lågare|over|under) (?:enn )?"
    r"(?=\S*\d|\w+ (?:mill|kron|prosent|tus))"
)
STEM = 5  # letters by which inflected words are compared
NEAR = 4  # words of what is told instead that are taken
WITHDRAWS = re.compile(r"tr(?:a|e|u)k")
FROM = ("fra ", "frå ")  # *withdrew from the deal after the examination*: the deal is what is off
NEITHER = re.compile(r" (?:hverken|verken|korkje) ")
SHORT = 16  # words of one who says that he says nothing, and nothing else
ANSWER = 4  # words of a whole answer that dismisses
SHORTEST_TURNED = 5  # letters of a word that can be turned round so
#: A relative clause, up to the next comma.
RELATIVE = re.compile(r" som (?=(?:\S+ ){0,4}(?:skulle|skal|var venta|var ventet|er ventet|er venta) )[^,.;:!?–]*")
#: *Never got any such advice*: nothing of that kind.
NOTHING = re.compile(
    r" (?:ikke|ikkje|aldri|verken|hverken|korkje) (?:[^\s,.;:]+ ){0,4}?"
    r"(?:noe|noko|noen|nokon|noka|nokre|slik|slikt|slike|sånt|sånn|sånne|en krone|ei krone) "
    r"| (?:er|var|finnes|finst|fins|fantes|fanst) (?:ingen|inga|ikke noen|ikkje nokon|ikke en|ikkje ein) "
)
OPENING = 4  # words
OBJECT = 6  # words on each side of *called off* in which what is called off stands


@dataclass(frozen=True, slots=True)
class BearingCues:
    """The lists; phrases are lower-case words joined by one blank."""

    imminent: Phrases
    conditions: Phrases
    lasting: Phrases
    becoming: Phrases
    undone: Phrases
    waiting: Phrases
    rejecting: Phrases
    innocent: Phrases
    pleading: Phrases
    declining: Phrases
    asking: Phrases
    open_cues: tuple[str, ...]
    dismissing: Phrases
    calling_cues: tuple[str, ...]
    willing: Phrases
    weighed: Phrases
    foretelling: tuple[str, ...]
    may: tuple[str, ...]
    comes_about: tuple[str, ...]
    said_to_be: Phrases
    ready: Phrases
    exclusive: tuple[str, ...]
    ahead: Phrases
    believing: Phrases
    believed: Phrases
    means: tuple[str, ...]
    whenever: tuple[str, ...]
    as_foreseen: Phrases
    appointments: tuple[str, ...]
    former: Phrases
    confirms: tuple[str, ...]
    priced: frozenset[str]
    turning: tuple[str, ...]


@cache
def load_bearing() -> BearingCues:
    """The lists, read once."""
    return read_lists("bearing.toml", BearingCues)


def declines(words: str, cue: str) -> bool:
    """True for one who only says that he says nothing: *vi kommenterer aldri slikt*; who confirms *neither nor*."""
    if len(words.split()) > SHORT:
        return False
    neither = NEITHER.match(words) is not None and cue.startswith(load_bearing().confirms)
    return neither or holds(words, load_bearing().declining)


def rejects(words: str, cue: str) -> bool:
    """True for what dismisses what others said: *rein fantasi*; who calls it *a misunderstanding*."""
    bearing = load_bearing()
    if holds(words, bearing.rejecting):
        return True
    called = any(w.startswith(bearing.calling_cues) for w in cue.split()) or _is_one_word(words)
    return called and holds(words, bearing.dismissing)


def _is_one_word(words: str) -> bool:
    return len([w for w in words.split() if w.isalpha()]) <= ANSWER


def is_offered(words: str) -> bool:
    """True for what somebody is ready to do or may do: *villig til å øke*, *kan gå til fem prosent*."""
    return holds(words, load_bearing().willing) or may_come(words)


def is_not_done(words: str) -> bool:
    """True for what somebody is ready to do, weighs or hopes for."""
    return holds(words, load_bearing().willing) or holds(words, load_bearing().weighed)


def may_come(words: str, priced: bool = False) -> bool:
    """True for what may come about: *kan tape ti millioner*. ``priced``: what a price *may be* is told as it is."""
    return holds(words, _may_phrases(priced))


@cache
def _may_phrases(priced: bool) -> Phrases:
    bearing = load_bearing()
    verbs = [v for v in bearing.comes_about if not (priced and v in bearing.priced)]
    return Phrases(f"{may} {verb}" for verb in verbs for may in bearing.may)


def is_hearsay(words: str) -> bool:
    """True for *skal være på 40 millioner*: how something is said to be, and nothing to come."""
    bearing = load_bearing()
    return holds(words, bearing.said_to_be) and not holds(words, bearing.ready) and not _appointment().search(words)


@cache
def _appointment() -> re.Pattern[str]:
    """*Skal ha et møte*: an appointment, no hearsay."""
    nouns = "|".join(load_bearing().appointments)
    return re.compile(rf" skal ha (?!hatt |vært |vore )(?:[^\s,.;:]+ ){{0,3}}?\S*(?:{nouns}) ")


def is_of_before(words: str) -> bool:
    """True for what opens with *the last time*: it tells of an earlier event of the kind."""
    return holds(f" {' '.join(words.split(maxsplit=OPENING)[:OPENING])} ", load_bearing().former)


def without_relative(words: str) -> str:
    """The words without a relative clause that tells what was to come: *stopped the hunt that was to begin*."""
    return RELATIVE.sub(" ", words)


def opposed(words: str, other: str) -> bool:
    """True for two of which the one has a word of the other turned round: *lovlig* and *ulovlig*."""
    a, b = _turnable(words), _turnable(other)
    return (_turns(a, b) or _turns(b, a)) and not a & b & {t + w for w in a | b for t in load_bearing().turning}


def _turns(a: frozenset[str], b: frozenset[str]) -> bool:
    turning = load_bearing().turning
    turned = (v for v in b - a if v.startswith(turning))
    return any(v.startswith(t) and v[len(t) :] in a - b for v in turned for t in turning)


@lru_cache(maxsize=REMEMBERED)
def _turnable(words: str) -> frozenset[str]:
    return frozenset(w for w in words.split() if len(w) >= SHORTEST_TURNED)


def contrast(words: str, others: Iterable[str]) -> int:
    """-1 where a saying rejects what the other members tell of, +1 where it puts that in place of what it rejects.

    0 where it does neither: *a well, not a pump*. ``words`` and ``others`` are what ``plain`` gives.
    """
    if " ikke " not in words and " ikkje " not in words:
        return 0
    match = REJECTED_LAST.search(words) or REJECTED_FIRST.search(words)
    if match is None:
        return 0
    rejected = stems(match["rejected"])
    told = match["instead"].split()
    instead = stems(" ".join(told[-NEAR:] if match.re is REJECTED_LAST else told[:NEAR])) - rejected
    near = [stems(o) for o in others]
    against, for_it = (sum(not part.isdisjoint(o) for o in near) for part in (rejected, instead))
    return 0 if against == for_it == 0 else -1 if against > for_it else 1


def is_undone(words: str, expected: Sequence[str], same_names: bool = False) -> bool:
    """True where something that the ``expected`` tell of is called off, fails or is put off.

    ``same_names``: both name the same people or things.
    """
    phrases = load_bearing().undone
    if not holds(words, phrases) or any(holds(e, phrases) for e in expected):
        return False
    phrase = next(p for p in phrases if f" {p} " in words)
    before, _, after = words.partition(f" {phrase} ")
    if after.startswith(FROM) and WITHDRAWS.match(phrase):
        return _tell_of(expected, " ".join(after.split()[1:2]))
    return bool(expected) and (
        same_names or _tell_of(expected, " ".join((*before.split()[-OBJECT:], *after.split()[:OBJECT])))
    )


def _tell_of(expected: Iterable[str], words: str) -> bool:
    wanted = stems(words)
    return any(not wanted.isdisjoint(stems(e)) for e in expected)


@lru_cache(maxsize=REMEMBERED)
def stems(words: str) -> frozenset[str]:
    """The beginnings of the longer words, as both written standards have them."""
    return frozenset(load_bridge().key(w)[:STEM] for w in words.split() if len(w) >= STEM)
