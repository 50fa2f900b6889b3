"""Ordinary words that begin a sentence are no names, though the recogniser takes their capital for one.

News has a capital at every sentence's beginning, in front of the same words that the rest of the text has in lower
case. What the treebanks' training part knows as an ordinary word, and as no name, is one there, too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from belegg.models.consistency import TypedRun
from belegg.models.gazetteer import GAZETTEER
from belegg.models.words import Words
from belegg.text.name_data import first_names, head_endings, known_things
from belegg.text.spelling import without_genitive

_PEOPLE = GAZETTEER["given"] | GAZETTEER["family"]
_HEADS = (*head_endings("organisation"), *head_endings("place"))
_SHORTEST = 5  # letters of an ordinary word that may end a compound
_PREFIX = 3  # letters before it
# Words of these classes are no names; of the second, none that opens one of several words.
_CLASSES = frozenset(("ADJ", "VERB", "ADV", "ADP", "DET", "PRON", "AUX", "SCONJ", "CCONJ", "INTJ", "NUM"))
_BEFORE_A_NAME = frozenset(("ADJ", "VERB", "ADV", "ADP", "PRON", "AUX", "SCONJ", "CCONJ"))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words of the training part: ``ordinary`` in lower case, ``proper`` as written."""

    ordinary: frozenset[str]
    proper: frozenset[str]


def vocabulary(entries: Mapping[str, Mapping[str, str]]) -> Vocabulary:
    """The vocabulary of a lemma lexicon (``form UPOS`` and ``form UPOS feats`` by written standard)."""
    keys = [key.split(" ", 2) for table in entries.values() for key in table]
    proper = {form for form, pos, *_ in keys if pos == "PROPN"}
    return Vocabulary(frozenset(form for form, pos, *_ in keys if pos != "PROPN"), frozenset(proper))


def without_ordinary_words(runs: Sequence[TypedRun], words: Words, known: Vocabulary) -> list[TypedRun]:
    """The names without ordinary words that begin sentences, whole (*Kalv født*) or in front (*Møtte Kari Lie*)."""
    kept = []
    for run in runs:
        if not words.opens(run.first) or run.type == "DRV":
            kept.append(run)
        elif run.last - run.first > 1:
            kept.append(replace(run, first=run.first + 1) if _precedes(run, words, known) else run)
        elif not _ordinary(run, words, known):
            kept.append(run)
    return kept


def _ordinary(run: TypedRun, words: Words, known: Vocabulary) -> bool:
    token = words.tokens[run.first]
    word, bare = token.text, token.text.removesuffix("s")
    if not word.isalpha() or not word[1:].islower() or words.capitals[word] or words.capitals[bare]:
        return False
    if _listed(word) or word in known.proper:
        return False
    lowered = word.lower()
    return lowered in known.ordinary or token.pos in _CLASSES or (token.pos == "NOUN" and _compound(lowered, known))


def _listed(word: str) -> bool:
    """True for a listed name and for the genitive of one."""
    forms = (word, without_genitive(word))
    return any(form in _PEOPLE or form in known_things() for form in forms)


def _compound(lowered: str, known: Vocabulary) -> bool:
    """True for *alkoholforbruket*, not for what may be called so (*Jordmorforbundet*, *Svartfjelltunnelen*)."""
    if without_genitive(lowered).endswith(_HEADS):
        return False
    return any(lowered[cut:] in known.ordinary for cut in range(_PREFIX, len(lowered) - _SHORTEST + 1))


def _precedes(run: TypedRun, words: Words, known: Vocabulary) -> bool:
    """True for a verb, a preposition or the like in front of a name (*Møtte Kari Lie*); titles of works stay."""
    token, following = words.tokens[run.first], words.tokens[run.first + 1]
    if run.type == "PROD" or token.pos not in _BEFORE_A_NAME or not following.text[:1].isupper():
        return False
    named = token.text in known.proper or token.text in known_things() or token.text.casefold() in first_names()
    return token.text.lower() in known.ordinary and not named and words.text(run) not in known_things()
