"""Drawings: what they tell in words, and where things stand."""

import re
from datetime import datetime

from belegg.show.calendar import interval
from belegg.show.drawings.bars import Part, bar
from belegg.show.drawings.chain import Path, chain
from belegg.show.drawings.map import Located, place_map
from belegg.show.drawings.scale import Scale
from belegg.show.drawings.svg import element
from belegg.show.drawings.timeline import Lane, Mark, Texts, timeline
from belegg.show.gazetteer import gazetteer
from belegg.show.wording import wording


def columns(svg: str, kind: str) -> set[str]:
    return set(re.findall(rf'<circle cx="([\d.]+)" [^>]*class="{kind}', svg))


def test_a_chain_is_told_in_words_and_unnamed_sources_are_marked() -> None:
    paths = [
        Path("en kilde", "supports", True, ("Kanalen", "Byrået"), "Avis A"),
        Path("en kilde", "supports", True, (), "Kanalen"),
    ]
    svg = chain("c", "Veien", paths, "uten navn")
    assert (
        '<desc id="c-d">en kilde (uten navn) → Kanalen → Byrået → Avis A; en kilde (uten navn) → Kanalen</desc>' in svg
    )
    assert svg.count('class="origin supports unnamed"') == 1, "one source is one node, however many carry it"


def test_origins_stand_left_and_reports_in_one_column_at_the_right() -> None:
    svg = chain("c", "t", [Path("X", "supports", False, ("R",), "A"), Path("Y", "denies", False, (), "B")], "u")
    (origin,), (relay,), (outlet,) = columns(svg, "origin"), columns(svg, "relay"), columns(svg, "outlet")
    assert float(origin) < float(relay) < float(outlet)


def test_what_is_said_in_a_drawing_is_escaped() -> None:
    assert element("text", "<b>&", x=1.0, class_='"') == '<text x="1" class="&#34;">&lt;b&gt;&amp;</text>'
    assert "<script" not in chain("c", "<script>", [Path("<script>", "supports", False, (), "<script>")], "u")


def test_events_of_one_time_stand_side_by_side_and_planned_ones_are_hollow() -> None:
    day = interval("2025-06-03")
    assert day is not None
    marks = [Mark(1, "happened", day), Mark(2, "planned", day)]
    scale = Scale(datetime(2025, 6, 2), datetime(2025, 6, 6))
    texts = Texts("Tidslinje", "Som i lista", "Hva", "Hvem")
    svg = timeline("t", texts, marks, [Lane("Avis A", (datetime(2025, 6, 4),))], scale, wording("nb"))
    places = re.findall(r'<svg x="([\d.]+)%" y="([\d.]+)"', svg)
    assert len(places) == 2 and places[0][1] == places[1][1] and places[0][0] < places[1][0]
    assert 'class="event planned"' in svg and 'cx="50.00%"' in svg and "5. juni" in svg


def test_a_bar_has_letters_where_there_is_room() -> None:
    svg = bar("b", "30 %", [Part(0.0, 0.3, "A", 0), Part(0.5, 0.005, "B", 1)])
    assert ">A</text>" in svg and ">B</text>" not in svg and "30 %: A, B" in svg


def test_the_map_has_north_up_and_east_right() -> None:
    known = gazetteer()
    places = [Located(name, known[name.casefold()], 1) for name in ("Bergen", "Oslo", "Tromsø")]
    svg = place_map("m", "Kart", places)
    dots = [tuple(map(float, found)) for found in re.findall(r'<circle cx="([\d.]+)" cy="([\d.]+)"', svg)]
    bergen, oslo, tromso = dots
    assert bergen[0] < oslo[0] < tromso[0] and tromso[1] < bergen[1] < oslo[1]
    assert all(f">{place.name}</text>" in svg for place in places)


def test_the_gazetteer_knows_places_by_their_norwegian_names() -> None:
    known = gazetteer()
    assert len(known) > 700
    assert known["københavn"] == known["copenhagen"]
    assert all(-90 <= p.latitude <= 90 and -180 <= p.longitude <= 180 for p in known.values())
    assert "sande" not in known, "a name of several Norwegian places has no one point"
