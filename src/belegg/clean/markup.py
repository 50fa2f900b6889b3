"""What a page's elements, classes and schema.org properties say of the lines in them."""

import re
from collections.abc import Mapping

from lxml import etree

from belegg.core.article import BlockKind

DROPPED = (
    "script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "select", "option", "button",
    "input", "textarea", "dialog", "nav", "footer", "audio", "video", "canvas", "map", "head", "menu",
)  # fmt: skip
"""Elements without words of the article."""

BREAKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend",
    "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr",
    "ul",
))  # fmt: skip
"""Elements that begin a line of their own (HTML Living Standard, 15.3; ``time`` too: dates stand apart)."""

BOXES: frozenset[BlockKind] = frozenset(("caption", "factbox", "related", "notice", "boilerplate"))
"""Kinds that hold for everything inside an element, its headings too."""

_TAGS: Mapping[str, BlockKind] = {
    "h1": "title", "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading", "h6": "heading",
    "figcaption": "caption", "time": "meta", "address": "meta",
}  # fmt: skip
_PROPERTIES: Mapping[str, BlockKind] = {
    "description": "lead", "alternativeheadline": "lead", "author": "meta", "datepublished": "meta",
    "datemodified": "meta", "caption": "caption",
}  # fmt: skip
# Words that class names are made of, in English and in both standards; the first row that fits counts.
_CLASS_WORDS: tuple[tuple[str, BlockKind], ...] = (
    ("ingress lead lede standfirst preamble intro excerpt deck subtitle", "lead"),
    ("byline author authors forfatter journalist dateline pubdate publish published date timestamp metadata", "meta"),
    ("caption bildetekst bilettekst credit fotobyline", "caption"),
    ("factbox fakta faktaboks facts fact infobox glossary tooltip explainer", "factbox"),
    ("related relatert readmore teaser recommend recommended recommendations poll quiz podcast tweet instagram tiktok",
     "related"),
    ("correction rettelse retting", "notice"),
    ("share sharing social some cookie cookies consent newsletter nyhetsbrev advert advertisement annonse ad ads "
     "promo subscribe paywall breadcrumb breadcrumbs tag tags topics comments kommentarer menu toolbar copyright",
     "boilerplate"),
)  # fmt: skip
_CLASSES: Mapping[str, tuple[int, BlockKind]] = {
    word: (rank, kind) for rank, (words, kind) in enumerate(_CLASS_WORDS) for word in words.split()
}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_MOST_IN_BOX = 1500


def is_dropped(element: etree._Element) -> bool:
    """True for comments and for what the page itself hides."""
    if not isinstance(element.tag, str):
        return True
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))


def hint_of(element: etree._Element) -> BlockKind | None:
    """The kind that an element speaks for; None where it says nothing."""
    by_tag = _TAGS.get(str(element.tag))
    if by_tag == "title":
        return by_tag
    if _leads_away(element):
        return "related"
    by_name = _PROPERTIES.get((element.get("itemprop") or "").lower()) or _by_class(element)
    return by_name if by_name is not None and _is_small(element) else by_tag


def _leads_away(element: etree._Element) -> bool:
    """True for a link around a headline of its own and what stands below it."""
    away = element.tag == "a" and not (element.get("href") or "#").startswith("#") and _is_small(element)
    return away and next(element.iter("h2", "h3", "h4", "h5", "h6"), None) is not None


def _by_class(element: etree._Element) -> BlockKind | None:
    names = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    found = [_CLASSES[w] for w in re.split(r"[\W_]+", names) if w in _CLASSES]
    return min(found)[1] if found else None


def _is_small(element: etree._Element) -> bool:
    """False for what wraps the article: its class names say nothing of the lines in it."""
    if element.tag in ("body", "html", "article", "main") or element.find(".//h1") is not None:
        return False
    return sum(map(len, element.itertext())) <= _MOST_IN_BOX
