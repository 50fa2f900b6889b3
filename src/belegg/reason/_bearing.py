"""What stands in a saying that tells how it bears on a claim (word lists: ``text/data/bearing.toml``)."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from belegg.reason._cues import holds
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
OBJECT = 6  # words on each side of *called off* in which what is called off stands


@dataclass(frozen=True, slots=True)
class BearingCues:
    """The lists; phrases are lower-case words joined by one blank."""

    imminent: tuple[str, ...]
    conditions: tuple[str, ...]
    lasting: tuple[str, ...]
    becoming: tuple[str, ...]
    undone: tuple[str, ...]
    waiting: tuple[str, ...]
    rejecting: tuple[str, ...]
    innocent: tuple[str, ...]
    declining: tuple[str, ...]
    asking: tuple[str, ...]
    open_cues: tuple[str, ...]


@cache
def load_bearing() -> BearingCues:
    """The lists, read once."""
    return read_lists("bearing.toml", BearingCues)


def contrast(words: str, others: Iterable[str]) -> int:
    """-1 where a saying rejects what the other members tell of, +1 where it puts that in place of what it rejects.

    0 where it does neither: *a well, not a pump*. ``words`` and ``others`` are what ``plain`` gives.
    """
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
    phrase = next((p for p in phrases if f" {p} " in words), None)
    if phrase is None or any(holds(e, phrases) for e in expected):
        return False
    before, _, after = words.partition(f" {phrase} ")
    if after.startswith(FROM) and WITHDRAWS.match(phrase):
        return _tell_of(expected, " ".join(after.split()[1:2]))
    return bool(expected) and (
        same_names or _tell_of(expected, " ".join((*before.split()[-OBJECT:], *after.split()[:OBJECT])))
    )


def _tell_of(expected: Iterable[str], words: str) -> bool:
    wanted = stems(words)
    return any(not wanted.isdisjoint(stems(e)) for e in expected)


def stems(words: str) -> frozenset[str]:
    """The beginnings of the longer words, as both written standards have them."""
    return frozenset(load_bridge().key(w)[:STEM] for w in words.split() if len(w) >= STEM)
