"""Names that a common noun ends, and what a name's own last word tells of its type.

*Storvik* is a place, *Storvik skule* a body, *Storvik kyrkje* another place, *EØS-avtalen* a treaty with a name of its
own and *EØS-reglane* none. The nouns are those of the stage of names (``data/names/heads.toml``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from belegg.models.consistency import TypedRun
from belegg.models.gazetteer import GAZETTEER
from belegg.models.listed import known_name
from belegg.models.words import Words, named_people
from belegg.text.grammar import DEFINITE_ARTICLES
from belegg.text.name_data import first_names, head_endings, head_words, word_endings
from belegg.text.spelling import without_genitive

_BODIES = head_words("organisation", "after")
_BODY_ENDINGS = word_endings("organisation", "after_endings")
_PLACES = head_words("place", "after")
_CHURCHES = word_endings("place", "churches")
_BETWEEN = head_words("organisation", "between") | head_words("place", "adjectives")
_OF_PLACE = head_words("organisation", "of_place")
_HOUSES = word_endings("organisation", "houses")
_FIRMS = head_words("organisation", "firm")
_PRESS = head_words("organisation", "press")
_COMMON = head_words("common", "words")
_WITHIN = head_words("inside", "within")
_AT = head_words("place", "at")
_ALSO_BODIES = head_words("place", "also_bodies")
_GOVERNED = head_words("place", "governed")
_LONG = 5  # letters of an ending that tells something
_BODY_WORDS = tuple(ending for ending in head_endings("organisation") if len(ending) >= _LONG)
_PLACE_WORDS = tuple(ending for ending in head_endings("place") if len(ending) >= _LONG)
_NEWSPAPERS = word_endings("beside", "outlet_names")
_COMPOUNDS = {
    **dict.fromkeys(head_words("compound", "works"), "PROD"),
    **dict.fromkeys(head_words("compound", "bodies"), "ORG"),
    **dict.fromkeys(head_words("compound", "events"), "EVT"),
}


# ---- extents


def with_heads(runs: Sequence[TypedRun], words: Words) -> list[TypedRun]:
    """The names with the common nouns that end them (*Storvik skule*, *Storvik gamle kyrkje*), typed by those."""
    taken = frozenset(place for run in runs for place in range(run.first, run.last))
    return [_with_head(run, words, taken) for run in runs]


def _with_head(run: TypedRun, words: Words, taken: frozenset[int]) -> TypedRun:
    word = words.tokens[run.last - 1].text
    if run.type == "DRV":
        return run
    if run.last - run.first > 1 and word.islower():
        return replace(run, type=_headed(run, words, word) or run.type)
    if run.type not in ("GPE", "LOC", "ORG") or "-" in word or word.islower() or _owns(run, words):
        return run
    at = run.last
    while words.follows(at) and at < run.last + 2 and words.tokens[at].text in _BETWEEN:
        at += 1
    if not words.follows(at) or at in taken or words.tokens[at].pos not in ("NOUN", "PROPN", "X"):
        return run
    head = words.tokens[at].text
    whole = TypedRun(run.first, at + 1, "")
    type_ = _headed(whole, words, head) if head.islower() else None
    return replace(whole, type=type_) if type_ else run


def _owns(run: TypedRun, words: Words) -> bool:
    """True for a genitive: *Storviks skule* is no name."""
    token = words.tokens[run.last - 1]
    genitive = without_genitive(token.text) != token.text
    return genitive and ("Case=Gen" in token.feats or known_name(token.text) is not None)


def _headed(run: TypedRun, words: Words, head: str) -> str | None:
    """The type of a name that ends in this noun; None where it tells nothing (*kommune* is a place and a body)."""
    noun = head if head in _BODIES | _PLACES else without_genitive(head)
    if noun in _ALSO_BODIES:
        return None
    if noun in _GOVERNED:
        return "GPE"
    if noun.endswith(_HOUSES):
        placed = words.before(run).casefold() in _AT
        return run.type if run.type in ("ORG", "LOC") else "LOC" if placed else "ORG"
    if noun in _BODIES or noun.endswith(_BODY_ENDINGS):
        return "ORG"
    church = noun.endswith(_CHURCHES)
    if church and words.tokens[run.first].text.casefold() in DEFINITE_ARTICLES:
        return "ORG"  # "Den katolske kirke"
    return "LOC" if church or noun in _PLACES else None


def with_their_places(runs: Sequence[TypedRun], words: Words) -> list[TypedRun]:
    """The names, *Universitetet i Bergen* and the like as one each."""
    by_first = {run.first: run for run in runs}
    joined: set[int] = set()
    found = []
    for run in runs:
        place = by_first.get(run.last + 1)
        opens = run.last - run.first == 1 and words.tokens[run.first].text in _OF_PLACE
        if run.first in joined:
            continue
        if opens and place and place.type in ("GPE", "LOC") and words.tokens[run.last].text in _WITHIN:
            joined.add(place.first)
            run = TypedRun(run.first, place.last, "ORG")
        found.append(run)
    return found


# ---- types


def headed_types(runs: Sequence[TypedRun], words: Words) -> list[TypedRun]:
    """The names with the types that their own words tell; common abbreviations (*TV*, *HMS-krav*) are none."""
    people = named_people(runs, words)
    return [replace(run, type=_own_type(run, words, people)) for run in runs if not _is_common(run, words)]


def _is_common(run: TypedRun, words: Words) -> bool:
    base, _, tail = words.tokens[run.first].text.rpartition("-")
    word = base if base and tail.islower() else words.tokens[run.first].text
    return run.last - run.first == 1 and word in _COMMON


def _own_type(run: TypedRun, words: Words, people: frozenset[str]) -> str:
    base, _, tail = words.tokens[run.last - 1].text.rpartition("-")
    if base and tail in _COMPOUNDS and run.type in ("DRV", "PROD", "ORG", "EVT"):
        return _COMPOUNDS[tail]
    if run.type == "DRV":
        return run.type
    if run.last - run.first > 1:
        return "ORG" if _is_firm(run, words) else "PER" if _in_full(run, words) else run.type
    return run.type if base else _by_ending(run, words, people)


def _is_firm(run: TypedRun, words: Words) -> bool:
    """*Fjordfisk Holding*, unless a given name opens it (*Kari Fisk*); an outlet may be a work, a hotel a place."""
    word, first = words.tokens[run.last - 1].text, words.tokens[run.first].text
    if word in _PRESS:
        return run.type in ("PER", "GPE", "LOC")
    person = run.type == "PER" and (first.casefold() in first_names() or first in GAZETTEER["given"])
    return word in _FIRMS and not word.casefold().endswith(_HOUSES) and not person


def _in_full(run: TypedRun, words: Words) -> bool:
    """*Kari Moland*: a given name and two or three more words with capitals that are no listed name and no body's."""
    texts = [token.text for token in words.tokens[run.first : run.last]]
    first, last = texts[0], without_genitive(texts[-1])
    given = first.casefold() in first_names() or ("-" in first and first in GAZETTEER["given"])
    plain = all(text[:1].isupper() or text in head_words("inside", "particles") for text in texts)
    if (
        not given
        or not plain
        or len(texts) > 4
        or texts[-1].isupper()
        or "-" in texts[-1]
        or words.before(run) in ("«", '"')
    ):
        return False
    told = last in _FIRMS or last.endswith(_BODY_WORDS + _PLACE_WORDS)
    return not told and known_name(first) is None and known_name(" ".join(texts)) is None


def _by_ending(run: TypedRun, words: Words, people: frozenset[str]) -> str:
    """*Jordmorforbundet* is nobody, *Svartfjelltunnelen* neither."""
    word = without_genitive(words.tokens[run.last - 1].text)
    if word in people or known_name(word) or word.casefold() in first_names():
        return run.type
    if word.endswith(_BODY_WORDS):
        work = run.type == "PROD" and word.endswith(_NEWSPAPERS)
        return "ORG" if run.type in ("PER", "EVT", "PROD") and not work else run.type
    return "LOC" if word.endswith(_PLACE_WORDS) and run.type in ("PER", "EVT", "PROD", "ORG") else run.type
