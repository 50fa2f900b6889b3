"""RSS and Atom files; each entry with text of its own is a page."""

import io
import re
import time
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from html import unescape
from importlib import import_module
from typing import Any, BinaryIO, cast

from belegg.core.article import Page, PageFacts, Rejected
from belegg.read.fetching import is_address
from belegg.read.limits import too_large
from belegg.read.parts import page_of_text
from belegg.read.stream import whole

_TAG = re.compile(r"</?[A-Za-z][^<>]*>")


def read_feed(source: str, stream: BinaryIO) -> Iterator[Page | Rejected]:
    """The entries in the feed's order. A feed that is not well-formed is used as far as it goes."""
    data = whole(stream)
    if data is None:
        yield Rejected(source, too_large())
        return
    # Only ever a stream: given a string, feedparser would take it for an address or a path and open it.
    feed = _parser()(io.BytesIO(data), sanitize_html=True, resolve_relative_uris=False)
    if not feed.entries:
        yield Rejected(source, "a feed without entries" + (" (broken XML)" if feed.bozo else ""))
    for number, entry in enumerate(feed.entries, 1):
        yield _page(f"{source}#{number}", entry, feed.feed)


@cache
def _parser() -> Callable[..., Any]:
    """feedparser's parse, imported when the first feed comes."""
    return cast("Callable[..., Any]", import_module("feedparser").parse)


def _page(source: str, entry: Mapping[str, object], feed: Mapping[str, object]) -> Page | Rejected:
    facts = PageFacts(
        url=_address(entry),
        title=_title(entry),
        outlet=_source_title(entry) or _text(feed, "title"),
        author=_text(entry, "author"),
        language=_text(feed, "language"),
        published=_text(entry, "published") or _moment(entry, "published_parsed"),
        updated=_text(entry, "updated"),
    )
    return page_of_text(source, _body(entry), "html", facts)


def _title(entry: Mapping[str, object]) -> str | None:
    """The headline's words, without the markup of one that is HTML."""
    title, told = _text(entry, "title"), entry.get("title_detail")
    is_markup = isinstance(told, Mapping) and "html" in str(told.get("type"))
    return unescape(_TAG.sub("", title)) if title and is_markup else title


def _address(entry: Mapping[str, object]) -> str | None:
    """Where the entry stands; feedparser gives its id for a link that is missing, and that may be no address."""
    link = _text(entry, "link") or ""
    return link if is_address(link) else None


def _body(entry: Mapping[str, object]) -> str:
    """The summary as a lead, where it is more than the beginning of the content, and then the content."""
    contents = cast("list[Mapping[str, object]]", entry.get("content") or [])
    content = "".join(_text(c, "value") or "" for c in contents)
    summary = _text(entry, "summary") or ""
    if not content or summary in content:
        return content or summary
    return f'<p class="lead">{summary}</p>\n{content}'


def _source_title(entry: Mapping[str, object]) -> str | None:
    """The outlet of an entry in a feed that gathers from many."""
    origin = entry.get("source")
    return _text(cast("Mapping[str, object]", origin), "title") if isinstance(origin, dict) else None


def _text(item: Mapping[str, object], field: str) -> str | None:
    value = item.get(field)
    return value if isinstance(value, str) and value.strip() else None


def _moment(item: Mapping[str, object], field: str) -> str | None:
    value = item.get(field)
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", value) if isinstance(value, time.struct_time) else None
