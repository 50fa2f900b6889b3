"""Names compared by their stems: without case, genitive -s, definite and plural endings, articles and brackets."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from belegg.core.spans import Place
from belegg.evaluate.regions import Region, overlap

_ARTICLES_AND_PRONOUNS = frozenset("en ei ein et eit den det de dei han hun ho hen du jeg eg vi man".split())
_ENDINGS = ("ene", "ane", "en", "et", "ar", "er", "a")
_SHORTEST_STEM = 4
PERSONAL_KINDS = frozenset(("person", "expert"))

Key = tuple[str, ...]


def stem(word: str) -> str:
    """A key to compare by (no lemma): endings are taken off until none is left to take."""
    while True:
        shorter = word.removesuffix("s") if len(word) >= _SHORTEST_STEM else word
        for ending in _ENDINGS:
            if shorter.endswith(ending) and len(shorter) - len(ending) >= _SHORTEST_STEM:
                shorter = shorter.removesuffix(ending)
                break
        if shorter == word:
            return word
        word = shorter


def keys_of(names: Iterable[str]) -> frozenset[Key]:
    """Each name as the stems of its words; names of nothing but articles and pronouns have none."""
    found = set()
    for name in names:
        words = re.findall(r"\w+", re.sub(r"\(.*?\)", " ", name).casefold())
        found.add(tuple(stem(w) for w in words if w not in _ARTICLES_AND_PRONOUNS))
    return frozenset(found - {()})


def spelling(name: str) -> str:
    """A surface form without its genitive -s, in lower case."""
    return " ".join(name.casefold().split()).rstrip("'’").removesuffix("s").rstrip("'’")


@dataclass(frozen=True, slots=True)
class Party:
    """A holder, relay or participant: where it is written, the keys of its names, whether it is a person, its kind."""

    region: Region
    names: frozenset[Key]
    person: bool = False
    kind: str | None = None
    label: str | None = None

    def named_like(self, other: "Party") -> bool:
        """A name in common; of a person, a part of the name (or a title before it) will do."""
        for mine in self.names:
            for theirs in other.names:
                if mine == theirs:
                    return True
                if self.person and (set(mine) <= set(theirs) or set(theirs) <= set(mine)):
                    return True
        return False

    def same(self, other: "Party") -> bool:
        """In the same place, or of the same name."""
        return overlap(self.region, other.region) > 0 or self.named_like(other)

    def same_by_name(self, other: "Party") -> bool:
        """Of the same name; the place is enough only where this one (gold) has no name."""
        return self.named_like(other) if self.names else self.same(other)

    @property
    def place(self) -> Place | None:
        """Where it is written, if it is."""
        return self.region[0] if self.region else None


def in_common(wanted: Iterable[Party], found: Iterable[Party]) -> int:
    """How many parties two lists have in common, each used once."""
    left, hits = list(found), 0
    for party in wanted:
        twin = next((other for other in left if party.same(other)), None)
        if twin is not None:
            left.remove(twin)
            hits += 1
    return hits
