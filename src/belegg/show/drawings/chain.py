"""How a claim travelled: origin → relay → outlet, as a tree with a row and a last column for the reports."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from belegg.show.drawings.svg import drawing, element, shortened, width_of

_ROW = 24
_GAP = 34
_BEND = 8
_INDENT = 14
_LABEL = 38


@dataclass(frozen=True, slots=True)
class Path:
    """One way from an origin to a report. ``relation`` is the origin's, ``unnamed`` marks a source without a name."""

    origin: str
    relation: str
    unnamed: bool
    relays: tuple[str, ...]
    outlet: str


@dataclass(slots=True)
class _Node:
    label: str
    kind: str
    children: dict[str, "_Node"] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Placed:
    label: str
    kind: str
    depth: int
    row: int
    parent: "_Placed | None"


def chain(key: str, title: str, paths: Sequence[Path], unnamed: str) -> Markup:
    """The tree of all paths; ``unnamed`` is the interface's word for a source without a name."""
    last = 1 + max(len(path.relays) for path in paths)
    placed = list(_placed(_tree(paths), 0, last, 0, None))
    lefts = _columns(placed)
    width = max(lefts[p.depth] + _INDENT + _width(p) for p in placed) + 4
    height = _ROW * (1 + max(p.row for p in placed))
    shapes = [shape for p in placed for shape in _shapes(p, lefts)]
    described = "; ".join(dict.fromkeys(_described(path, unnamed) for path in paths))
    return drawing(
        key, title, described, *shapes, class_="chain", viewBox=f"0 0 {width:.0f} {height}", width=round(width),
        height=height,
    )  # fmt: skip


def _described(path: Path, unnamed: str) -> str:
    tells = path.unnamed and unnamed.lower() not in path.origin.lower()
    return " → ".join((f"{path.origin} ({unnamed})" if tells else path.origin, *path.relays, path.outlet))


def _tree(paths: Sequence[Path]) -> _Node:
    root = _Node("", "")
    for path in paths:
        kind = f"origin {path.relation}{' unnamed' if path.unnamed else ''}"
        node = root.children.setdefault(f"{path.origin}\n{path.relation}", _Node(path.origin, kind))
        for relay in path.relays:
            node = node.children.setdefault(relay, _Node(relay, "relay"))
        node.children.setdefault(f"\n{path.outlet}", _Node(path.outlet, "outlet"))
    return root


def _placed(node: _Node, depth: int, last: int, row: int, parent: _Placed | None) -> Iterator[_Placed]:
    """Children from the given row downwards, each as high as the leaves below it; all leaves in the last column."""
    for child in node.children.values():
        here = _Placed(child.label, child.kind, depth if child.children else last, row, parent)
        yield here
        yield from _placed(child, depth + 1, last, row, here)
        row += _leaves(child)


def _leaves(node: _Node) -> int:
    return sum(_leaves(child) for child in node.children.values()) or 1


def _columns(placed: Sequence[_Placed]) -> dict[int, float]:
    lefts: dict[int, float] = {0: 7.0}
    for depth in range(1, 1 + max(p.depth for p in placed)):
        widest = max((_width(p) for p in placed if p.depth == depth - 1), default=0.0)
        lefts[depth] = lefts[depth - 1] + _INDENT + widest + _GAP
    return lefts


def _label(placed: _Placed) -> str:
    return shortened(placed.label, _LABEL)


def _width(placed: _Placed) -> float:
    return width_of(_label(placed), bold=placed.depth == 0)


def _shapes(placed: _Placed, lefts: dict[int, float]) -> Iterator[Markup]:
    x, y = lefts[placed.depth], _ROW * placed.row + _ROW / 2
    if placed.parent is not None:
        yield _link(placed.parent, lefts, x, y)
    yield element("circle", cx=x, cy=y, r=5.0, class_=placed.kind)
    text = element("text", _label(placed), x=x + _INDENT, y=y + 4.5, class_=f"l-{placed.kind}")
    yield text if _label(placed) == placed.label else element("g", element("title", placed.label), text)


def _link(parent: _Placed, lefts: dict[int, float], x: float, y: float) -> Markup:
    """From the end of the parent's words, down beside them where the child stands lower, and straight to the child.

    The rows between are the parent's other children's, and they begin farther right: no line crosses a word.
    """
    start = lefts[parent.depth] + _INDENT + _width(parent) + 2
    top, bend = _ROW * parent.row + _ROW / 2, start + _BEND
    return element("path", d=f"M{start:.0f} {top:.0f}H{bend:.0f}V{y:.0f}H{x - 7:.0f}", class_="link")
