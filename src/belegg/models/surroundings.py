"""What the word before a name tells: *fjernsynskanalen X* is a body, *elva X* a place, *treneren X* a person.

A noun and the name after it are one phrase in Norwegian, without a comma or a preposition (*byen Molde*).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from belegg.core.words import Token
from belegg.models.consistency import TypedRun
from belegg.models.listed import known_name, norne_type
from belegg.models.words import Words
from belegg.text.name_data import head_endings, head_words, word_endings
from belegg.text.spelling import without_genitive
from belegg.text.titles import title_base

_ANNOUNCING = (
    ("ORG", head_words("organisation", "announcing"), word_endings("organisation", "announcing_endings")),
    ("GPE", head_words("place", "announcing_gpe"), ()),
    ("LOC", head_words("place", "announcing_loc"), ()),
    ("EVT", head_words("event", "announcing"), ()),
    ("PROD", head_words("product", "announcing"), word_endings("product", "announcing_endings")),
)
# What the recogniser says and a noun hardly outdoes: a landscape after "regionen", an outlet's work after "avisa".
_KEPT = frozenset((("GPE", "LOC"), ("ORG", "PROD")))
_CERTAIN = word_endings("organisation", "certain")
_FIRMS = head_words("organisation", "firm")
_OF_THINGS = (*head_endings("organisation"), *head_endings("place"))
_LEAST = 4  # letters of a name that the recogniser missed
_AFTER_NAMES = frozenset('- – — « “ " : . ? ! ( » ”'.split())


def announced_types(runs: Sequence[TypedRun], words: Words) -> list[TypedRun]:
    """The names with the types that the nouns and titles before them tell."""
    return [replace(run, type=_told(run, words)) for run in runs]


def _told(run: TypedRun, words: Words) -> str:
    noun = _noun(run, words)
    kind = _announced(noun) if run.type != "DRV" else None
    full_name = run.type == "PER" and run.last - run.first > 1
    if kind and not full_name and (kind, run.type) not in _KEPT:
        return kind
    return "PER" if run.type in ("ORG", "LOC", "GPE", "PROD") and _has_title(run, words) else run.type


def _noun(run: TypedRun, words: Words) -> str:
    """The common noun before a name, or before the mark that opens it."""
    before = words.before(run)
    if before == "«" and run.first - 1 not in words.starts:
        before = words.tokens[run.first - 2].text
    return before if before.islower() else ""


def _announced(noun: str) -> str | None:
    if not noun:
        return None
    return next((kind for kind, nouns, ends in _ANNOUNCING if noun in nouns or (ends and noun.endswith(ends))), None)


def _has_title(run: TypedRun, words: Words) -> bool:
    """True for *trener Holm*, not for *direktør Holm Holding*, *hun leder Vega* and *to trenarar Vega kjenner*."""
    if run.first in words.starts or not _is_title(words.tokens[run.first - 1]) or known_name(words.text(run)):
        return False
    last = words.tokens[run.last - 1].text
    body = last in _FIRMS or last.isupper() or last.endswith(_OF_THINGS)
    return not body and last.replace("-", "").isalpha()


def _is_title(token: Token) -> bool:
    person = token.pos == "NOUN" and "Number=Plur" not in token.feats
    return person and token.text.islower() and title_base(token.text) is not None


def missed_names(runs: Sequence[TypedRun], words: Words) -> list[TypedRun]:
    """The names, and words with a capital inside a sentence that the recogniser passed over but something tells of."""
    taken = frozenset(place for run in runs for place in range(run.first, run.last))
    return sorted([*runs, *_missed(words, taken)], key=lambda run: run.first)


def _missed(words: Words, taken: frozenset[int]) -> Iterator[TypedRun]:
    for token in words.tokens:
        place = token.index
        if taken.isdisjoint((place - 1, place, place + 1)) and _alone(token, words):
            type_ = _type_of_missed(token, words)
            if type_:
                yield TypedRun(place, place + 1, type_)


def _alone(token: Token, words: Words) -> bool:
    """True for one word with a capital that its place does not give it, and no other capital beside it."""
    text, place = token.text, token.index
    if not text[:1].isupper() or len(text) < _LEAST or not text.isalpha() or not text[1:].islower():
        return False
    if place in words.starts or words.tokens[place - 1].text in _AFTER_NAMES:
        return False
    before = words.tokens[place - 1].text[:1].isupper() and place - 1 not in words.starts
    return not before and not (words.follows(place + 1) and words.tokens[place + 1].text[:1].isupper())


def _type_of_missed(token: Token, words: Words) -> str | None:
    """By the lists, by its ending, or by the noun before it."""
    thing = known_name(token.text)
    if thing:
        common = thing.kind == "municipality" and token.pos != "PROPN"  # "Dalen", "Moss"
        return None if common else norne_type(thing)
    if without_genitive(token.text).casefold().endswith(_CERTAIN):
        return "ORG"
    noun = words.tokens[token.index - 1]
    if token.pos != "PROPN" or not noun.text.islower():
        return None
    return _announced(noun.text) or ("PER" if _is_title(noun) else None)
