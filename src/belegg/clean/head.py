"""What the head of a web page tells: schema.org in JSON-LD, Open Graph and other meta elements, the date elements."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import cast

from lxml import etree

from belegg.clean.outlet import masthead
from belegg.core.article import PageFacts

_ARTICLES = (
    "Article",
    "NewsArticle",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "OpinionNewsArticle",
    "BlogPosting",
    "LiveBlogPosting",
)
# Names of meta elements (name, property or itemprop), the most trusted first.
_META: Mapping[str, tuple[str, ...]] = {
    "url": ("og:url",),
    "title": ("og:title", "twitter:title"),
    "outlet": ("og:site_name", "application-name"),
    "author": ("author", "article:author", "byl"),
    "published": (
        "article:published_time", "datepublished", "dc.date.issued", "dcterms.created", "pubdate", "date", "dc.date",
    ),
    "updated": ("article:modified_time", "og:updated_time", "datemodified", "lastmod", "dcterms.modified"),
}  # fmt: skip
_DEEPEST = 6
_ADDED = re.compile(r"\s?[|–—-]\s(\w[^|–—]{1,39})")


def facts_in_head(tree: etree._Element, told: PageFacts) -> PageFacts:
    """The container's facts, filled up from JSON-LD first, then from the meta elements and the rest of the page."""
    for found in (_json_ld(tree), _meta(tree), _rest(tree)):
        missing = {k: v for k, v in found.items() if v and getattr(told, k) is None}
        told = replace(told, **missing)
    return told


def words_in_head(tree: etree._Element) -> str | None:
    """The article's words as schema.org has them (``articleBody``); None where the page does not give them so."""
    article = _schema_article(tree)
    return _name(article.get("articleBody")) if article else None


def _json_ld(tree: etree._Element) -> dict[str, str | None]:
    article = _schema_article(tree)
    return _article(article) if article else {}


def _schema_article(tree: etree._Element) -> Mapping[str, object] | None:
    """The first schema.org article of the page."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            data: object = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for item in _objects(data, 0):
            if any(t in _ARTICLES for t in _listed(item.get("@type"))):
                return item
    return None


def _article(item: Mapping[str, object]) -> dict[str, str | None]:
    address = item.get("url") or item.get("mainEntityOfPage")
    return {
        "url": _name(address, "@id") if _is_address(_name(address, "@id")) else None,
        "title": _name(item.get("headline")),
        "outlet": _name(item.get("publisher")),
        "author": _name(item.get("author")),
        "language": _name(item.get("inLanguage")),
        "published": _name(item.get("datePublished")),
        "updated": _name(item.get("dateModified")),
    }


def _meta(tree: etree._Element) -> dict[str, str | None]:
    content: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        value = (element.get("content") or "").strip()
        if name and value:
            content.setdefault(name, value)
    return {fact: next((content[n] for n in names if n in content), None) for fact, names in _META.items()}


def _rest(tree: etree._Element) -> dict[str, str | None]:
    """The canonical address, the publisher in schema.org's properties, the first date element, the page's language."""
    canonical = next((e.get("href") for e in tree.iter("link") if "canonical" in (e.get("rel") or "")), None)
    dates = [e.get("datetime") for e in tree.iter("time") if e.get("datetime")]
    named = tree.xpath('//*[@itemprop="publisher"]/descendant-or-self::*[@itemprop="name"]')
    publisher = next(iter(cast("list[etree._Element]", named)), None)
    return {
        "url": canonical if _is_address(canonical) else None,
        "outlet": _site(tree)
        if publisher is None
        else publisher.get("content") or "".join(publisher.itertext()).strip(),
        "published": dates[0] if dates else None,
        "language": tree.get("lang"),
    }


def _site(tree: etree._Element) -> str | None:
    """What the window's title adds to the headline: *Nei til gruva | Fjordposten*."""
    title, headline = _words_of(tree, "title"), _words_of(tree, "h1")
    added = _ADDED.fullmatch(title[len(headline) :]) if headline and title.startswith(headline) else None
    return masthead(added[1]) if added else None


def _words_of(tree: etree._Element, tag: str) -> str:
    """The words of the first such element."""
    element = next(tree.iter(tag), None)
    return "" if element is None else " ".join("".join(element.itertext()).split())


def _objects(data: object, depth: int) -> Iterator[Mapping[str, object]]:
    """All objects in the data, outer ones first."""
    if depth > _DEEPEST:
        return
    if isinstance(data, dict):
        yield cast("Mapping[str, object]", data)
        yield from _objects(data.get("@graph") or [], depth + 1)
    elif isinstance(data, list):
        for item in data:
            yield from _objects(item, depth + 1)


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _name(value: object, key: str = "name") -> str | None:
    """A string, the name of an object, or the names of several."""
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, dict):
        return _name(value.get(key) or value.get("name"))
    if isinstance(value, list):
        return ", ".join(n for n in (_name(v, key) for v in value) if n) or None
    return None


def _is_address(value: str | None) -> bool:
    return bool(value) and str(value).startswith(("http://", "https://"))
