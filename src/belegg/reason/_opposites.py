"""Words against each other without a negation: *he resigns*, *he stays on* (``text/data/opposites.tsv``)."""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from belegg.core.reasoning import Relation
from belegg.reason._cues import REMEMBERED, words_of
from belegg.reason._reading import Reading

TELLING: frozenset[Relation] = frozenset(("supports", "expects"))
NEGATION = re.compile(r" (?:ikke|ikkje|aldri|verken|hverken|korkje|ingen|inga|neppe|uten|utan)(?: \S+){0,3} $")
COLUMNS = 2

Sides = tuple[re.Pattern[str], re.Pattern[str]]


@cache
def load_opposites() -> tuple[Sides, ...]:
    """The pairs, read once."""
    return tuple((_pattern(row[0]), _pattern(row[1])) for row in _rows())


@cache
def _rows() -> tuple[list[str], ...]:
    lines = (files("belegg.text") / "data" / "opposites.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple(row for row in rows if len(row) >= COLUMNS)


@cache
def _beginnings() -> tuple[Mapping[str, frozenset[int]], Mapping[str, frozenset[int]]]:
    """What the phrases of each row begin with: whole words, and, after a blank, parts of which any ending will do."""
    whole, parts = dict[str, frozenset[int]](), dict[str, frozenset[int]]()
    for number, row in enumerate(_rows()):
        for phrase in "; ".join(row[:COLUMNS]).split("; "):
            word, star, _ = phrase.split(" ")[0].partition("*")
            found, key = (parts, f" {word}") if star else (whole, word)
            found[key] = found.get(key, frozenset()) | {number}
    return whole, parts


@lru_cache(maxsize=REMEMBERED)
def _near(words: str) -> frozenset[int]:
    """The rows of which some phrase may stand in the words."""
    whole, parts = _beginnings()
    found = [whole[word] for word in words_of(words) if word in whole]
    found += [rows for part, rows in parts.items() if part in words]
    return frozenset[int]().union(*found)


def _pattern(phrases: str) -> re.Pattern[str]:
    told = (re.escape(p).replace(r"\*", r"\S*").replace(r"\ ", " ") for p in phrases.split("; "))
    return re.compile(rf" (?:{'|'.join(sorted(told, key=len, reverse=True))})(?= )")  # a blank first is found fastest


def side(words: str, sides: Sides) -> int:
    """+1 where the words tell the one, -1 where they tell the other, 0 where neither or both. A negation turns it."""
    found = {
        (-turn if NEGATION.search(words[: match.start() + 1]) else turn)
        for turn, pattern in ((1, sides[0]), (-1, sides[1]))
        for match in pattern.finditer(words)
    }
    return found.pop() if len(found) == 1 else 0


def speaking_against(readings: Sequence[Reading], told: Mapping[int, Relation]) -> dict[int, Relation]:
    """Those who tell the opposite of what the claim is told with first, or most, deny it."""
    out, opposites = dict(told), load_opposites()
    telling = [r for r in readings if told[r.saying.number] in TELLING]
    for row in sorted(frozenset[int]().union(*(_near(r.words) for r in telling))):
        of = {r.saying.number: side(r.words, opposites[row]) if row in _near(r.words) else 0 for r in telling}
        reference = _reference(readings, of)
        if not reference or -reference not in of.values():
            continue
        out |= {n: "denies" for n, s in of.items() if s == -reference}
    return out


def _reference(readings: Sequence[Reading], of: Mapping[int, int]) -> int:
    """The side that the claim is told with: the one where reports tell that it came so, else that of who is first."""
    sided = [(r, of[r.saying.number]) for r in readings if of.get(r.saying.number)]
    reported = {s for r, s in sided if r.saying.is_report and r.saying.stance == "assert"}
    return 1 if reported == {1} else next((s for _, s in sided), 0)
