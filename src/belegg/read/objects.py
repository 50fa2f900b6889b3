"""JSON objects that hold articles: JSON Lines, single documents, arrays and JSON Feed (jsonfeed.org/version/1.1)."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import BinaryIO, cast

from belegg.core.article import Media, Page, PageFacts, Rejected
from belegg.read.decoding import encoding_of
from belegg.read.limits import too_large
from belegg.read.parts import page_of_text
from belegg.read.stream import lines, whole

# The names that crawlers, corpora and feed makers use for one and the same thing, the commonest first.
_HTML_FIELDS = ("html", "content_html", "raw_html", "body_html")
_TEXT_FIELDS = (
    "text", "content_text", "maintext", "main_text", "body", "content", "article", "fulltext", "full_text",
    "articleBody",
)  # fmt: skip
_FACT_FIELDS: Mapping[str, tuple[str, ...]] = {
    "url": ("url", "link", "canonical_url", "source_url", "uri"),
    "title": ("title", "headline"),
    "outlet": ("outlet", "source_name", "sitename", "site_name", "publisher", "newspaper", "source", "hostname"),
    "author": ("author", "authors", "byline", "creator"),
    "language": ("language", "lang", "inLanguage"),
    "published": (
        "published", "date_published", "datePublished", "publish_date", "date_publish", "pubDate", "publishedAt",
        "published_at", "publication_date", "date", "datetime", "timestamp",
    ),
    "updated": (
        "updated", "date_modified", "dateModified", "modified", "date_modify", "last_modified", "updatedAt",
        "updated_at",
    ),
}  # fmt: skip
_TAG = re.compile(r"</?(?:p|div|br|h[1-6]|article|html|body|ul|span|a)\b[^>]*>", re.I)


def read_lines(source: str, stream: BinaryIO) -> Iterator[Page | Rejected]:
    """One page per line; a line that is broken is rejected as ``source#line`` and the rest goes on."""
    for number, line in enumerate(lines(stream), 1):
        place = f"{source}#{number}"
        if line is None:
            yield Rejected(place, too_large())
        elif line.strip():
            yield from _line(place, line)


def _line(place: str, line: bytes) -> Iterator[Page | Rejected]:
    try:
        item = _parsed(line)
    except (ValueError, RecursionError) as error:
        yield Rejected(place, f"broken JSON: {_word(error)}")
        return
    yield _page(place, item)


def read_document(source: str, stream: BinaryIO) -> Iterator[Page | Rejected]:
    """A JSON Feed, an array of articles or a single article."""
    data = whole(stream)
    if data is None:
        yield Rejected(source, too_large())
        return
    try:
        document = _parsed(data)
    except (ValueError, RecursionError) as error:
        yield Rejected(source, f"broken JSON: {_word(error)}")
        return
    yield from _document(source, document)


def _document(source: str, document: object) -> Iterator[Page | Rejected]:
    outlet: str | None = None
    items: object = document
    if isinstance(document, dict):
        nested = next((document[k] for k in ("items", "articles") if isinstance(document.get(k), list)), None)
        if nested is None:
            yield _page(source, document)
            return
        outlet, items = _string(document.get("title")), nested
    if not isinstance(items, list) or not items:
        yield Rejected(source, "JSON without articles")
        return
    for number, item in enumerate(cast("list[object]", items), 1):
        yield _page(f"{source}#{number}", item, outlet)


def _page(source: str, item: object, outlet: str | None = None) -> Page | Rejected:
    if not isinstance(item, dict):
        return Rejected(source, "not a JSON object")
    found = _body(item)
    if found is None:
        return Rejected(source, "no text or html field")
    text, media = found
    return page_of_text(source, text, media, facts_of(item, outlet))


def facts_of(item: Mapping[str, object], outlet: str | None = None) -> PageFacts:
    """What the object's fields tell about the article."""
    found = {name: _first(item, fields) for name, fields in _FACT_FIELDS.items()}
    found["outlet"] = found["outlet"] or outlet
    return PageFacts(**found)


def _body(item: Mapping[str, object]) -> tuple[str, Media] | None:
    html = _first(item, _HTML_FIELDS)
    text = _first(item, _TEXT_FIELDS)
    if html:
        return html, "html"
    if text is None:
        return None
    return text, "html" if len(_TAG.findall(text[:5000])) > 1 else "text"


def _first(item: Mapping[str, object], fields: Sequence[str]) -> str | None:
    return next((s for s in (_string(item.get(f)) for f in fields) if s), None)


def _string(value: object) -> str | None:
    """A field as a string: a list (authors) is joined, an object gives its name, a number (a time stamp) is spelt."""
    if isinstance(value, str):
        return value if value.strip() else None
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, dict):
        return _string(value.get("name"))
    if isinstance(value, list):
        return ", ".join(s for s in map(_string, value) if s) or None
    return None


def _parsed(data: bytes) -> object:
    encoding = encoding_of(data)
    if encoding is None:
        raise ValueError("binary data")
    return cast("object", json.loads(data.decode(encoding, "replace")))


def _word(error: Exception) -> str:
    return "nested too deeply" if isinstance(error, RecursionError) else str(error).splitlines()[0]
