"""Where names lie: the table of Norwegian names first, then the places of the story's countries, then large cities."""

import re

import pytest

from belegg.show.drawings.map import Located, place_map
from belegg.show.gazetteer import Point, coast, country_codes, locate

KNOWN = [  # names as they stand in a story, countries that it names, about where
    (("Namsskogan",), (), (64.9, 13.2)),  # a Norwegian village that the table lacks
    (("Tsjeljabinsk",), ("RU",), (55.2, 61.4)),  # GeoNames has Chelyabinsk
    (("Vladivostok",), (), (43.1, 131.9)),
    (("København",), (), (55.7, 12.6)),
    (("Ukjent", "Kirkenes"), (), (69.7, 30.0)),  # by another of its names
]
UNKNOWN = [
    (("Tsjeljabinsk",), ("FR",)),  # how it sounds proves nothing where the story does not name the country
    (("Springfield",), ("US",)),  # several of one size
    (("Gjerdeløkka",), ()),
]


@pytest.mark.parametrize(("names", "countries", "about"), KNOWN)
def test_a_place_is_found(names: tuple[str, ...], countries: tuple[str, ...], about: tuple[float, float]) -> None:
    point = locate(names, countries)
    assert point is not None
    assert (round(point.latitude, 1), round(point.longitude, 1)) == pytest.approx(about, abs=0.2)


@pytest.mark.parametrize(("names", "countries"), UNKNOWN)
def test_what_is_not_sure_is_left_out(names: tuple[str, ...], countries: tuple[str, ...]) -> None:
    assert locate(names, countries) is None


def test_countries_are_known_by_their_norwegian_names_in_both_standards() -> None:
    assert country_codes()["russland"] == "RU"
    assert country_codes()["frankrike"] == "FR"
    assert country_codes()["noreg"] == country_codes()["norge"] == "NO"


def test_land_is_within_the_world() -> None:
    assert len(coast()) > 500
    assert all(-180.1 <= e <= 180.1 and -90.1 <= n <= 90.1 for ring in coast() for e, n in ring)


def test_the_map_has_land_where_there_is_land_and_none_at_sea() -> None:
    land = place_map(
        "m", "Kart", [Located("Bergen", Point(60.39, 5.32, "place"), 1), Located("Oslo", Point(59.9, 10.7, "place"), 2)]
    )
    sea = place_map(
        "m", "Kart", [Located("a", Point(-40.0, -110.0, "place"), 1), Located("b", Point(-41.0, -111.0, "place"), 1)]
    )
    assert 'class="land"' in land and 'class="land"' not in sea


def test_no_land_is_drawn_far_outside_the_map() -> None:
    svg = place_map(
        "m",
        "Kart",
        [Located("Bergen", Point(60.39, 5.32, "place"), 1), Located("Voss", Point(60.63, 6.42, "place"), 2)],
    )
    (path,) = re.findall(r'<path d="([^"]*)" class="land"', svg)
    assert all(-5 <= float(x) <= 485 for x in re.findall(r"[ML](-?[\d.]+) ", path))
