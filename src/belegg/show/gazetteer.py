"""Where places lie: a table of Norwegian names with regions and countries, and GeoNames for what it does not have.

Names are shared by many places. One that the table of Norwegian names lacks is looked for among the places of the
countries that the story names (and of Norway), then among the world's large cities; where two of about one size
compete, none is taken.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain, takewhile
from typing import Literal, cast

from babel import Locale

from belegg.text.spelling import sound_key

PlaceKind = Literal["place", "area", "country"]
LARGE = 100_000  # inhabitants of a city that is known by its name alone
FAR_LARGER = 4  # times as many inhabitants as its namesake: then it is the larger one that is meant
HOME = "NO"


@dataclass(frozen=True, slots=True)
class Point:
    """Degrees north and east; an ``area`` or ``country`` has one point near its middle."""

    latitude: float
    longitude: float
    kind: PlaceKind


@dataclass(frozen=True, slots=True)
class City:
    """A place of GeoNames."""

    country: str
    inhabitants: int
    point: Point


def locate(names: Sequence[str], countries: Collection[str]) -> Point | None:
    """The place of the first of the names that is known; ``countries``: codes of those that the story names."""
    for name in names:
        if (point := gazetteer().get(name.casefold())) is not None:
            return point
    told = (_meant(_by_name().get(name.casefold(), ()), countries, LARGE) for name in names)
    # How a name sounds proves little: only within the countries that the story names.
    heard = (_meant(_heard(sound_key(name), countries), countries, None) for name in names)
    return next((city.point for city in chain(told, heard) if city is not None), None)


def _meant(lines: Sequence[str], countries: Collection[str], large: int | None) -> City | None:
    """The city that is meant: of the story's countries, else large; far larger than its namesakes there."""
    cities = [_city(line) for line in lines]
    near = [c for c in cities if c.country in countries or c.country == HOME]
    far = [c for c in cities if large is not None and c.inhabitants >= large]
    told = sorted(near or far, key=lambda c: -c.inhabitants)
    if not told or (len(told) > 1 and told[0].inhabitants < FAR_LARGER * told[1].inhabitants):
        return None
    return told[0]


@lru_cache(maxsize=1)
def gazetteer() -> Mapping[str, Point]:
    """The table of Norwegian names: name, in lower case, to point."""
    found: dict[str, Point] = {}
    for names, latitude, longitude, kind in _rows("places.tsv"):
        point = Point(float(latitude), float(longitude), cast(PlaceKind, kind))
        found.update({name.casefold(): point for name in names.split("=")})
    return found


@lru_cache(maxsize=1)
def _by_name() -> Mapping[str, tuple[str, ...]]:
    """The rows of GeoNames by name in lower case, the largest place first; they are read when asked for."""
    found: dict[str, list[str]] = {}
    for line in _cities():
        for name in line.partition("\t")[0].casefold().split("="):
            found.setdefault(name, []).append(line)
    return {name: tuple(lines) for name, lines in found.items()}


def _heard(sound: str, countries: Collection[str]) -> list[str]:
    """The rows of large cities of these countries, and of Norway, that sound so."""
    return [line for country in sorted({*countries, HOME}) for line in _by_sound(country).get(sound, ())]


@cache
def _by_sound(country: str) -> Mapping[str, tuple[str, ...]]:
    """The rows of a country's large cities by how they sound: romanised otherwise in Norwegian than in English."""
    found: dict[str, list[str]] = {}
    for line in _large_cities().get(country, ()):
        for name in line.partition("\t")[0].split("="):
            found.setdefault(sound_key(name), []).append(line)
    return {key: tuple(lines) for key, lines in found.items()}


@lru_cache(maxsize=1)
def _large_cities() -> Mapping[str, tuple[str, ...]]:
    """The rows of large cities by country."""
    found: dict[str, list[str]] = {}
    for line in takewhile(lambda line: _city(line).inhabitants >= LARGE, _cities()):
        found.setdefault(_city(line).country, []).append(line)
    return {country: tuple(lines) for country, lines in found.items()}


@lru_cache(maxsize=1)
def _cities() -> Sequence[str]:
    return _lines("cities.tsv")


def _city(line: str) -> City:
    _, country, latitude, longitude, inhabitants = line.split("\t")
    return City(country, int(inhabitants), Point(float(latitude), float(longitude), "place"))


@lru_cache(maxsize=1)
def country_codes() -> Mapping[str, str]:
    """Norwegian name of a country, in lower case, to its ISO 3166 code (Unicode CLDR)."""
    found: dict[str, str] = {}
    for locale in (Locale("nn"), Locale("nb")):
        found.update({name.casefold(): code for code, name in locale.territories.items() if code.isalpha()})
    return found


@lru_cache(maxsize=1)
def coast() -> tuple[tuple[tuple[float, float], ...], ...]:
    """Land as rings of (longitude, latitude) in degrees (Natural Earth 1:50m)."""
    rings = []
    for (line,) in _rows("coast.txt"):
        x = y = 0
        ring = []
        for step in line.split(" "):
            dx, dy = step.split(",")
            x, y = x + int(dx), y + int(dy)
            ring.append((x / GRAIN, y / GRAIN))
        rings.append(tuple(ring))
    return tuple(rings)


GRAIN = 50  # points in a degree, as in ``training/places.py``


def _rows(name: str) -> list[list[str]]:
    return [line.split("\t") for line in _lines(name)]


def _lines(name: str) -> list[str]:
    text = files("belegg.show").joinpath(f"data/{name}").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
