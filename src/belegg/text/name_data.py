"""Language data about names: read once from the tables in ``data/names``."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast

from belegg.core.words import NameType
from belegg.text.wordlists import read_table


@dataclass(frozen=True, slots=True)
class Known:
    """A thing with a fixed name: ``name`` is its first form, ``id`` the same for all forms, ``kind`` the table's."""

    id: str
    name: str
    type: NameType
    kind: str


def _lines(file: str) -> Iterator[str]:
    text = files("belegg.text").joinpath("data", "names", file).read_text("utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))


def _rows(file: str) -> Iterator[list[str]]:
    lines = _lines(file)
    width = next(lines).count("\t") + 1
    for line in lines:
        cells = line.split("\t")
        yield cells + [""] * (width - len(cells))


def _table(file: str) -> Mapping[str, Mapping[str, str]]:
    return cast("Mapping[str, Mapping[str, str]]", read_table(f"names/{file}"))


@cache
def heads() -> Mapping[str, Mapping[str, object]]:
    """The table ``heads.toml`` as it stands."""
    return cast("Mapping[str, Mapping[str, object]]", _table("heads.toml"))


@cache
def head_words(section: str, key: str) -> frozenset[str]:
    """The words of one entry of ``heads.toml``; empty where there is none."""
    return frozenset(w.rstrip("_") for w in str(heads().get(section, {}).get(key, "")).split())


@cache
def word_endings(section: str, key: str) -> tuple[str, ...]:
    """The words of one entry of ``heads.toml``, to be looked for at a word's end."""
    return tuple(head_words(section, key))


@cache
def head_endings(section: str) -> tuple[str, ...]:
    """The endings that tell the type of a section (``organisation``, ``place``, ``event``)."""
    return tuple(
        sorted((w for w in str(heads()[section]["endings"]).split() if not w.endswith("_")), key=len, reverse=True)
    )


@cache
def title_table() -> Mapping[str, Mapping[str, str]]:
    """The table ``titles.toml`` as it stands."""
    return _table("titles.toml")


@cache
def first_names() -> frozenset[str]:
    """First names in lower case."""
    return frozenset(name.casefold() for line in _lines("first_names.txt") for name in line.split())


@cache
def cognates() -> Mapping[str, str]:
    """Nynorsk word of a name to its Bokmål form, both in lower case."""
    return {nn: nb for nb, nn in _rows("cognates.tsv") if nb != nn}


def _countries() -> Iterator[tuple[str, Known]]:
    for code, nb, nn, other, seats in _rows("countries.tsv"):
        state = Known(f"country:{code}", nb, "GPE", "country")
        for name in (nb, nn, *other.split("|")):
            yield name, state
        for seat in seats.split("|"):
            yield seat, Known(f"seat:{code}", seats.split("|")[0], "GPE", "capital")


def _places() -> Iterator[tuple[str, Known]]:
    for type_, kind, names in _rows("places.tsv"):
        for forms in names.split("|"):
            first = forms.split("=")[0]
            for form in forms.split("="):
                yield form, Known(f"place:{first}", first, cast("NameType", type_), kind)


def _organisations() -> Iterator[tuple[str, Known]]:
    for type_, nb, nn, short in _rows("organisations.tsv"):
        body = Known(f"body:{nb}", nb, cast("NameType", type_), "body")
        for form in (nb, *nn.split("|"), *short.split("|")):
            yield form, body


@cache
def known_things() -> Mapping[str, Known]:
    """Every form of every listed country, capital, place and body, as written; the first table that has it wins."""
    table: dict[str, Known] = {}
    for source in (_countries(), _organisations(), _places()):
        for form, thing in source:
            if form:
                table.setdefault(form, thing)
    return table


def are_two(name: str) -> bool:
    """True for two listed names joined by *og*, which may be one or two: *Vestfold og Telemark*."""
    left, _, right = name.partition(" og ")
    return left in known_things() and right in known_things()


@cache
def governments() -> Mapping[str, str]:
    """Seat of government to the name of its state: *Moskva* to *Russland*."""
    return {
        seat: nb
        for _, nb, _, _, seats in _rows("countries.tsv")
        for seat in seats.split("|")
        if seat and seat not in nb
    }
