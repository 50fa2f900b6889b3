"""What a page's elements, classes and schema.org properties say of the lines in them."""

import re
from collections.abc import Mapping

from lxml import etree

from belegg.core.article import BlockKind

DROPPED = (
    "script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "select", "option", "button", "input",
    "textarea", "dialog", "nav", "footer", "audio", "video", "canvas", "map", "head", "menu",
)  # fmt: skip
"""Elements without words of the article."""

BREAKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend",
    "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "ul",
))  # fmt: skip
"""Elements that begin a line of their own (HTML Living Standard, 15.3; ``time`` too: dates stand apart)."""

_TAGS: Mapping[str, BlockKind] = {
    "h1": "title", "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading", "h6": "heading",
    "figcaption": "caption", "time": "meta", "address": "meta",
}  # fmt: skip
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
# Words that class names are made of, in English and in both standards; the first row that fits counts.
_CLASSES: tuple[tuple[re.Pattern[str], BlockKind], ...] = tuple(
    (re.compile(rf"(?:^|[\s_-])(?:{words})(?:$|[\s_-])", re.I), kind)
    for words, kind in (
        ("ingress|lead|lede|standfirst|preamble|intro|excerpt|deck|subtitle|sub-title|article-lead|lead-text", "lead"),
        ("byline|author|authors|forfatter|journalist|dateline|pubdate|publish(?:ed)?|date|timestamp|article-meta|metadata", "meta"),
        ("caption|image-text|bildetekst|bilettekst|photo-text|image-caption|credit|fotobyline", "caption"),
        ("factbox|fact-box|fakta|faktaboks|facts|fact|infobox|info-box|glossary|tooltip|explainer", "factbox"),
        ("related|relatert|read-?more|les-?ogsa|teaser|recommend(?:ed|ations?)?|more-articles|most-read|poll|quiz|podcast", "related"),
        ("correction|rettelse|editors?-note|update-note", "notice"),
        (
            "share|sharing|social|some|cookie|cookies|consent|newsletter|nyhetsbrev|advert(?:isement)?|annonse|ad|ads|"
            "promo|subscribe|paywall|breadcrumbs?|tags?|tag-list|topics|comments?|kommentarer|menu|toolbar|copyright",
            "boilerplate",
        ),
    )
)  # fmt: skip
_PROPERTIES: Mapping[str, BlockKind] = {
    "headline": "title", "description": "lead", "alternativeheadline": "lead", "author": "meta", "datepublished": "meta",
    "datemodified": "meta", "caption": "caption",
}  # fmt: skip


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
    by_property = _PROPERTIES.get((element.get("itemprop") or "").lower())
    if by_property is not None and by_property != "title":
        return by_property
    names = f"{element.get('class') or ''} {element.get('id') or ''}".strip()
    by_class = (
        next((k for p, k in _CLASSES if p.search(names)), None)
        if names and element.tag not in ("body", "html", "article", "main")
        else None
    )
    return by_class or by_tag
