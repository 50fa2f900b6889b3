"""What a listed name is: countries, landscapes, buildings, bodies, outlets.

The recogniser sees five words; lists know the name. Types are NorNE's: a landscape, an island and a continent have a
government there (``GPE``), and an outlet is a work where one reads in it (*i Dagbladet*, ``PROD``), else a body. In the
treebanks' training part listed countries, capitals, counties and continents are ``GPE`` 2,804 times of 2,866,
landscapes 155 of 164, and newspapers after *i* and *for* are works 80 times of 100.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from belegg.models.consistency import TypedRun
from belegg.models.words import Words, named_people
from belegg.text.grammar import PLACE_PREPOSITIONS
from belegg.text.name_data import Known, are_two, first_names, head_endings, head_words, known_things, word_endings
from belegg.text.outlets import outlet_names
from belegg.text.spelling import without_genitive

_STATES = frozenset(("country", "capital", "continent", "county", "region"))
_GOVERNED = _STATES | {"island", "foreign"}
# Of a listed name of this kind: types of the recogniser that are not believed.
_DOUBTED = {
    **dict.fromkeys(_STATES, frozenset(("ORG", "PER", "PROD", "LOC"))),
    "island": frozenset(("ORG", "PER", "PROD")),
    "foreign": frozenset(("PER", "PROD")),
    "building": frozenset(("PER", "PROD", "GPE")),
    "nature": frozenset(("PER", "PROD", "ORG")),
    "airport": frozenset(("PER", "PROD", "ORG", "GPE")),
}
_READ_IN = frozenset(("i", "for"))
_TOLD_TO = head_words("beside", "outlet_told")
_PRESS = word_endings("beside", "outlet_names")
_ON_AIR = word_endings("beside", "broadcasters")


def known_name(name: str) -> Known | None:
    """The listed thing of a name or of a name's genitive."""
    return known_things().get(name) or known_things().get(without_genitive(name))


def norne_type(thing: Known) -> str:
    """The type that NorNE gives it."""
    return "GPE" if thing.kind in _GOVERNED else thing.type


# ---- extents


@cache
def _by_first_word() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Listed names of several words by their first one, the longest first; not two listed names joined by *og*."""
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for name in known_things():
        parts = tuple(name.split())
        if len(parts) > 1 and not are_two(name):
            found[parts[0]].append(parts)
    return {first: tuple(sorted(names, key=len, reverse=True)) for first, names in found.items()}


def listed_names(runs: Sequence[TypedRun], words: Words) -> list[TypedRun]:
    """The names, and listed ones of several words as one each (*Mo i Rana*), unless they are part of a longer one."""
    holders = {place: run for run in runs for place in range(run.first, run.last)}
    found: list[TypedRun] = []
    for token in words.tokens:
        if found and token.index < found[-1].last:
            continue
        for parts in _by_first_word().get(token.text, ()):
            run = _match(parts, token.index, words)
            if run and all(_inside(holders.get(place), run) for place in range(run.first, run.last)):
                found.append(run)
                break
    exact = {(run.first, run.last) for run in runs}
    new = [run for run in found if (run.first, run.last) not in exact]
    covered = {place for run in new for place in range(run.first, run.last)}
    return sorted([*(run for run in runs if run.first not in covered), *new], key=lambda run: run.first)


def _match(parts: tuple[str, ...], first: int, words: Words) -> TypedRun | None:
    last = first + len(parts)
    if last > len(words.tokens) or any(place in words.starts for place in range(first + 1, last)):
        return None
    texts = tuple(token.text for token in words.tokens[first:last])
    if texts[:-1] != parts[:-1] or parts[-1] not in (texts[-1], without_genitive(texts[-1])):
        return None
    return TypedRun(first, last, norne_type(known_things()[" ".join(parts)]))


def _inside(holder: TypedRun | None, run: TypedRun) -> bool:
    return holder is None or (run.first <= holder.first and holder.last <= run.last)


# ---- types


def listed_types(runs: Sequence[TypedRun], words: Words) -> list[TypedRun]:
    """The names, listed ones with the type of what they name; who is called like a place or a firm stays a person."""
    people = named_people(runs, words)
    return [replace(run, type=_listed_type(run, words, people)) for run in runs]


def _listed_type(run: TypedRun, words: Words, people: frozenset[str]) -> str:
    name = words.text(run)
    thing = known_name(name)
    if thing is None or run.type == "DRV":
        return run.type
    if run.type == "PER" and (name in people or without_genitive(name).casefold() in first_names()):
        return run.type
    if thing.kind == "body":
        return _of_body(run, thing, words)
    landform = thing.kind == "region" and without_genitive(name).endswith(head_endings("place"))
    return run.type if landform or run.type not in _DOUBTED.get(thing.kind, ()) else norne_type(thing)


def _of_body(run: TypedRun, thing: Known, words: Words) -> str:
    """A body is none of people and events; a place only where something is at it (*på Ullevål sykehus*)."""
    if thing.type != "ORG":
        return thing.type
    placed = run.type == "LOC" and words.before(run).casefold() in PLACE_PREPOSITIONS
    work = run.type == "PROD" and _prints(words.text(run))
    return run.type if placed or work or run.type == "GPE" else "ORG"


def outlet_types(runs: Sequence[TypedRun], words: Words) -> list[TypedRun]:
    """The names, newspapers as works after *i* and *for*, as bodies where they are told something or tell it."""
    return [replace(run, type=_outlet_type(run, words)) for run in runs]


def _outlet_type(run: TypedRun, words: Words) -> str:
    name = words.text(run)
    if run.type not in ("ORG", "PROD") or not _prints(name) or name.startswith(_ON_AIR):
        return run.type
    before = words.before(run).casefold()
    return "PROD" if before in _READ_IN else "ORG" if before in _TOLD_TO else run.type


def _prints(name: str) -> bool:
    """True for an outlet: listed, or called so."""
    bare = without_genitive(name)
    return bare.endswith(_PRESS) or bool({name, bare} & outlet_names())
