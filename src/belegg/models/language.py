"""Which language a paragraph is in, first among Nordic languages and English by small words, then among all.

Bokmål and Nynorsk share most of their words: they are told apart by the log odds of words and word endings, learned
from aligned sentences (``training/language.py``). What is none of the five languages is left to py3langid (Lui and
Baldwin 2012), which is loaded only then.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib import import_module
from importlib.resources import files
from typing import Protocol, cast

from belegg.core.words import LanguageIdentifier

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LONGEST = 3000
_FEWEST = 3
_KNOWN_SHARE = 0.2
_LONG_WORD = 5
_KEPT = 1 << 15  # different words
_DOUBT = 0.5  # Norwegian is what is mostly given: others must be surer
_FAMILIES = ("no", "da", "sv", "en")
_ENDINGS = (2, 3, 4)


def load_identifier() -> LanguageIdentifier:
    """An identifier; its data is read when it is first used."""
    return Identifier()


class Identifier:
    """Tells nb, nn, da, sv and en apart by their own words, and other languages with py3langid's model."""

    def identify(self, text: str) -> str:
        """A BCP 47 code; ``und`` where there are fewer than three words."""
        words = list(words_of(text[:_LONGEST]))
        if len(words) < _FEWEST:
            return "und"
        family = _family(words) or _any_language(text[:_LONGEST])
        return _standard(words) if family == "no" else family


def words_of(text: str) -> Iterator[str]:
    """The words of a text in lower case, hyphens kept."""
    return (m.group().lower() for m in _WORD.finditer(text))


def endings_of(word: str) -> Iterator[str]:
    """The last letters of a word, marked as endings."""
    return (f"-{word[-n:]}" for n in _ENDINGS if len(word) > n + 1)


def _family(words: list[str]) -> str | None:
    """The language of most small words and endings: ``no`` for both standards; None where too few of any are known."""
    small, ends = _small_words(), _word_ends()
    scores = dict.fromkeys(_FAMILIES, 0.0)
    for word in words:
        known = small.get(word)
        if known is None and len(word) > _LONG_WORD:
            known = next((ends[word[-n:]] for n in (6, 5, 4, 3, 2) if word[-n:] in ends), None)
        for language, weight in (known or _NOTHING).items():
            scores[language] += weight
    best, second = sorted(_FAMILIES, key=lambda k: -scores[k])[:2]
    if scores[best] < _KNOWN_SHARE * len(words):
        return None
    if scores[_FAMILIES[0]] >= scores[best] - _DOUBT:
        return _FAMILIES[0]
    return best if scores[best] > scores[second] else None


_NOTHING: Mapping[str, float] = {}


def _standard(words: list[str]) -> str:
    """``nn`` or ``nb``: the sum of the log odds of the words, or of the endings of those that are unknown."""
    return "nn" if sum(map(_odds, words)) > 0 else "nb"


@lru_cache(maxsize=_KEPT)
def _odds(word: str) -> float:
    """How much a word speaks for Nynorsk; one that is unknown by its longest known ending."""
    evidence = _evidence()
    known = evidence.get(word)
    if known is not None:
        return known
    found = [evidence[e] for e in endings_of(word) if e in evidence]
    return found[-1] * 0.5 if found else 0.0


@cache
def _small_words() -> Mapping[str, Mapping[str, float]]:
    """For each small word the languages that have it."""
    return _by_thing("words", 1.0)


@cache
def _word_ends() -> Mapping[str, Mapping[str, float]]:
    """For each ending the languages that have it: less sure than a whole word."""
    return _by_thing("endings", 0.5)


def _by_thing(table: str, weight: float) -> Mapping[str, Mapping[str, float]]:
    path = files("belegg.text") / "data" / "languages.toml"
    rows = cast("dict[str, str]", tomllib.loads(path.read_text("utf-8"))[table])
    found: dict[str, dict[str, float]] = {}
    for language, things in rows.items():
        for thing in things.split():
            found.setdefault(thing, {})[language] = weight
    return found


@cache
def _evidence() -> Mapping[str, float]:
    text = (files("belegg.text") / "data" / "nbnn_evidence.tsv").read_text("utf-8")
    rows = (row.split("\t") for row in text.splitlines() if not row.startswith("#"))
    return {thing: float(value) for thing, value in rows}


class _Model(Protocol):
    def classify(self, text: str) -> tuple[str, float]: ...


@cache
def _langid() -> _Model:
    """py3langid's model, imported when a text calls for it: it takes half a second."""
    return cast("_Model", import_module("py3langid"))


def _any_language(text: str) -> str:
    code = str(_langid().classify(text)[0])
    return "no" if code in ("no", "nb", "nn") else code
