"""Lists of given names, family names and places that help the model to see a name."""

from __future__ import annotations

from importlib import resources

KINDS = ("given", "family", "norwegian", "place", "country")


def load_gazetteer() -> dict[str, frozenset[str]]:
    """Single words by kind, from ``gazetteer.tsv`` (word TAB kinds, one letter each: g f n p c)."""
    text = (resources.files("belegg.models") / "gazetteer.tsv").read_text(encoding="utf-8")
    found: dict[str, set[str]] = {kind: set() for kind in KINDS}
    letters = {kind[0]: kind for kind in KINDS}
    for line in text.splitlines():
        word, _, kinds = line.partition("\t")
        for letter in kinds:
            found[letters[letter]].add(word)
    return {kind: frozenset(words) for kind, words in found.items()}


GAZETTEER = load_gazetteer()
