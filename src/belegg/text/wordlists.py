"""Word lists of ``text/data/*.toml`` as records: a field's type tells what its list becomes."""

import tomllib
from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar, get_origin

Lists = TypeVar("Lists")


def read_table(name: str) -> Mapping[str, Any]:
    """The whole of a TOML file in ``text/data``."""
    return tomllib.loads((files("belegg.text") / "data" / name).read_text(encoding="utf-8"))


@cache
def word_lists(name: str) -> Mapping[str, frozenset[str]]:
    """All lists of a file in which each is one string of words with blanks between them; read once."""
    return {key: frozenset(str(words).split()) for key, words in read_table(name).items()}


def read_lists(name: str, record: type[Lists], **derived: object) -> Lists:
    """A dataclass filled from the lists of a file: a ``tuple`` keeps their order, ``frozenset`` forgets it.

    Other fields take what stands under their name as it is. ``derived`` are fields that no list gives by itself.
    Raises KeyError where the file lacks a field's list.
    """
    table = read_table(name)
    made: dict[str, Any] = dict(derived)
    for field in fields(record):  # type: ignore[arg-type]
        if field.name not in made:
            kind = get_origin(field.type) or field.type
            is_list = isinstance(kind, type) and issubclass(kind, tuple | frozenset)
            made[field.name] = kind(table[field.name]) if is_list else table[field.name]  # type: ignore[operator]
    return record(**made)
