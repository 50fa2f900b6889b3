"""SVG elements with everything escaped. Positions are pixels, or shares of the width (``"12.5%"``) that scale alone."""

from functools import cache

from markupsafe import Markup, escape

#: Mean advance of a character of a wide sans serif at 13 px, plain and bold: browsers differ, and words must not touch.
_ADVANCE, _BOLD = 7.6, 8.8


def element(name: str, *children: str, **attributes: object) -> Markup:
    """``<name …>children</name>``; ``class_`` is written ``class``, ``font_size`` ``font-size``; None is left out."""
    written = "".join([f' {_spelt(key)}="{_value(value)}"' for key, value in attributes.items() if value is not None])
    inside = "".join([child if isinstance(child, Markup) else escape(child) for child in children])
    return Markup(f"<{name}{written}>{inside}</{name}>")


@cache
def _spelt(attribute: str) -> str:
    return attribute.rstrip("_").replace("_", "-")


def _value(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.1f}".removesuffix(".0")
    return str(value) if isinstance(value, int) else str(escape(str(value)))


def drawing(key: str, title: str, description: str, *children: str, **attributes: object) -> Markup:
    """A whole drawing: one picture to assistive technology, with its title and description; ``key`` is unique."""
    return element(
        "svg",
        element("title", title, id=f"{key}-t"),
        element("desc", description, id=f"{key}-d"),
        *children,
        role="img",
        aria_labelledby=f"{key}-t {key}-d",
        **attributes,
    )


def share(part: float) -> str:
    """A share of the width, 0 to 1, as SVG writes it."""
    return f"{100 * part:.2f}%"


def width_of(text: str, *, bold: bool = False) -> float:
    """About how many pixels a text takes at 13 px."""
    return (_BOLD if bold else _ADVANCE) * len(text)


def shortened(text: str, length: int) -> str:
    """The text cut to a number of characters, the cut shown."""
    return text if len(text) <= length else f"{text[: length - 1].rstrip()}…"
