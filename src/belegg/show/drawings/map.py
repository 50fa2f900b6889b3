"""A map: land and sea, the places at their latitude and longitude, a grid of degrees and a scale in kilometres."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, radians, sqrt

from markupsafe import Markup

from belegg.show.drawings.svg import drawing, element, width_of
from belegg.show.gazetteer import Point, coast

_WIDTH = 480.0
_HIGHEST, _LOWEST = 420.0, 200.0
_MARGIN = 0.16
#: At least this many degrees of latitude, so that two neighbouring villages do not fill the world.
_SMALLEST = 0.25
_STEPS = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 60)
_DISTANCES = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
_KM = 111.2
_EDGE = 4.0
Ring = Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Located:
    """A named place with the number of times it is mentioned."""

    name: str
    point: Point
    mentions: int


@dataclass(frozen=True, slots=True)
class _Frame:
    """What the map shows: edges in degrees, pixels per degree of latitude; one of longitude is ``squeeze`` as wide."""

    west: float
    north: float
    scale: float
    squeeze: float
    height: float

    def x(self, longitude: float) -> float:
        return (longitude - self.west) * self.scale * self.squeeze

    def y(self, latitude: float) -> float:
        return (self.north - latitude) * self.scale


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "_Box") -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


def place_map(key: str, title: str, places: Sequence[Located]) -> Markup:
    """The map; the most mentioned places get their names first where they are too many for the room."""
    frame = _frame([p.point for p in places])
    ordered = sorted(places, key=lambda p: (-p.mentions, p.name))
    described = ", ".join(f"{p.name} ({p.point.latitude:g}, {p.point.longitude:g})" for p in ordered)
    shapes = [*_land(frame), *_grid(frame), *_dots(ordered, frame), *_names(ordered, frame), *_bar(frame)]
    return drawing(key, title, described, *shapes, class_="map", viewBox=f"0 0 {_WIDTH:.0f} {frame.height:.0f}")


def _frame(points: Sequence[Point]) -> _Frame:
    south, north = min(p.latitude for p in points), max(p.latitude for p in points)
    west, east = min(p.longitude for p in points), max(p.longitude for p in points)
    squeeze = max(0.2, cos(radians((south + north) / 2)))
    tall = max(north - south, _SMALLEST, (east - west) * squeeze * _LOWEST / _WIDTH)
    wide = max((east - west) * squeeze, tall * 0.8)
    scale = min(_WIDTH * (1 - 2 * _MARGIN) / wide, _HIGHEST * (1 - 2 * _MARGIN) / tall)
    height = min(_HIGHEST, max(_LOWEST, tall * scale / (1 - 2 * _MARGIN)))
    middle_east, middle_north = (west + east) / 2, (south + north) / 2
    return _Frame(middle_east - _WIDTH / 2 / scale / squeeze, middle_north + height / 2 / scale, scale, squeeze, height)


def _land(frame: _Frame) -> Iterator[Markup]:
    """The sea, and over it the land as one path, cut at the frame and as fine as the screen shows it."""
    yield element("rect", x=0, y=0, width=_WIDTH, height=frame.height, class_="sea")
    rings = (_cut([(frame.x(e), frame.y(n)) for e, n in ring], frame) for ring in coast() if _may_show(ring, frame))
    drawn = "".join(_written(ring) for ring in rings if len(ring) > 2)
    if drawn:
        yield element("path", d=drawn, class_="land")


def _may_show(ring: Ring, frame: _Frame) -> bool:
    """False for a ring that lies outside the frame as a whole."""
    east = frame.west + _WIDTH / frame.scale / frame.squeeze
    south = frame.north - frame.height / frame.scale
    longitudes, latitudes = [p[0] for p in ring], [p[1] for p in ring]
    return (
        min(longitudes) < east and max(longitudes) > frame.west
        and min(latitudes) < frame.north and max(latitudes) > south
    )  # fmt: skip


def _cut(ring: Ring, frame: _Frame) -> Ring:
    """The part of a ring within the frame and a little beyond (Sutherland and Hodgman, 1974)."""
    for axis, limit, sign in ((0, -_EDGE, 1), (0, _WIDTH + _EDGE, -1), (1, -_EDGE, 1), (1, frame.height + _EDGE, -1)):
        ring = _half(ring, axis, limit, sign)
    return ring


def _half(ring: Ring, axis: int, limit: float, sign: int) -> Ring:
    """The part of a ring on one side of a line across the map."""
    kept: list[tuple[float, float]] = []
    for one, other in zip(ring, [*ring[1:], *ring[:1]], strict=True):
        inside, enters = sign * (one[axis] - limit) >= 0, sign * (other[axis] - limit) >= 0
        if inside:
            kept.append(one)
        if inside != enters:
            part = (limit - one[axis]) / (other[axis] - one[axis])
            kept.append((one[0] + part * (other[0] - one[0]), one[1] + part * (other[1] - one[1])))
    return kept


def _written(ring: Ring) -> str:
    """A closed path in whole pixels' tenths; points nearer to each other than a pixel are one."""
    points: list[tuple[float, float]] = []
    for x, y in ring:
        if not points or abs(x - points[-1][0]) + abs(y - points[-1][1]) >= 1:
            points.append((x, y))
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "Z"


def _grid(frame: _Frame) -> Iterator[Markup]:
    step = next((s for s in _STEPS if s * frame.scale >= 70), _STEPS[-1])
    for number in range(int((frame.north - frame.height / frame.scale) / step) - 1, int(frame.north / step) + 2):
        y = frame.y(number * step)
        if 12 < y < frame.height - 4:
            yield element("line", x1=0, x2=_WIDTH, y1=y, y2=y, class_="degree")
            yield element("text", f"{number * step:g}°", x=4, y=y - 3, class_="degree")
    east = frame.west + _WIDTH / frame.scale / frame.squeeze
    for number in range(int(frame.west / step) - 1, int(east / step) + 2):
        x = frame.x(number * step)
        if 30 < x < _WIDTH - 4:
            yield element("line", x1=x, x2=x, y1=0, y2=frame.height, class_="degree")
            yield element("text", f"{number * step:g}°", x=x + 3, y=11, class_="degree")


def _radius(place: Located) -> float:
    return min(9.0, 2.5 + sqrt(place.mentions))


def _dots(places: Sequence[Located], frame: _Frame) -> Iterator[Markup]:
    for place in places:
        yield element(
            "circle",
            cx=frame.x(place.point.longitude),
            cy=frame.y(place.point.latitude),
            r=_radius(place),
            class_=f"dot {place.point.kind}",
        )


def _names(places: Sequence[Located], frame: _Frame) -> Iterator[Markup]:
    """Each name beside its dot where there is room; a name without room is left to the description and the list."""
    taken = [_dot_box(place, frame) for place in places]
    for place in places:
        own = _dot_box(place, frame)
        for left, baseline in _seats(place, own):
            box = _Box(left, baseline - 11, left + width_of(place.name), baseline + 3)
            fits = box.left >= 0 and box.right <= _WIDTH and box.top >= 0 and box.bottom <= frame.height - 20
            if fits and not any(box.meets(other) for other in taken if other != own):
                taken.append(box)
                yield element("text", place.name, x=left, y=baseline, class_="place-name")
                break


def _dot_box(place: Located, frame: _Frame) -> _Box:
    x, y, r = frame.x(place.point.longitude), frame.y(place.point.latitude), _radius(place)
    return _Box(x - r, y - r, x + r, y + r)


def _seats(place: Located, dot: _Box) -> Iterator[tuple[float, float]]:
    """Right of the dot, left of it, above, below."""
    width, middle = width_of(place.name), (dot.top + dot.bottom) / 2
    yield dot.right + 4, middle + 4
    yield dot.left - 4 - width, middle + 4
    yield (dot.left + dot.right - width) / 2, dot.top - 5
    yield (dot.left + dot.right - width) / 2, dot.bottom + 13


def _bar(frame: _Frame) -> Iterator[Markup]:
    distance = next((d for d in reversed(_DISTANCES) if d / _KM * frame.scale <= 120), _DISTANCES[0])
    length, y = distance / _KM * frame.scale, frame.height - 8
    yield element("path", d=f"M8 {y - 4:.0f}v4h{length:.0f}v-4", class_="bar-line")
    yield element("text", f"{distance} km", x=length + 14, y=y + 1, class_="degree")
