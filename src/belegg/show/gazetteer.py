"""Where places lie: a small table of Norwegian places and the best known ones of the world, under Norwegian names."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal, cast

PlaceKind = Literal["place", "area", "country"]


@dataclass(frozen=True, slots=True)
class Point:
    """Degrees north and east; an ``area`` or ``country`` has one point near its middle."""

    latitude: float
    longitude: float
    kind: PlaceKind


@lru_cache(maxsize=1)
def gazetteer() -> Mapping[str, Point]:
    """Name, in lower case, to point."""
    found: dict[str, Point] = {}
    table = files("belegg.show").joinpath("data/places.tsv").read_text(encoding="utf-8")
    for line in table.splitlines():
        if line and not line.startswith("#"):
            names, latitude, longitude, kind = line.split("\t")
            point = Point(float(latitude), float(longitude), cast(PlaceKind, kind))
            found.update({name.casefold(): point for name in names.split("=")})
    return found
