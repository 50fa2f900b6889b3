"""The facts that a page tells of itself: when it came out, who wrote it, whose text it is (annotation.md, 2)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from belegg.clean.credits import bylines, credits
from belegg.clean.dates import Dated, date_without_year, dates_in, parse_moment
from belegg.clean.line import Line
from belegg.clean.outlet import outlet_of
from belegg.core.article import BlockKind, Moment, PageFacts
from belegg.core.spans import Span

_UPDATED = re.compile(
    r"(?:oppdatert|opdateret|uppdaterad|endr[ea]t?|endra|redigert|retta|rettet|updated|modified)\W*(?:\w+\W*)?$", re.I
)
_ADDRESS = re.compile(r"https?://\S+")
_DAY_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=[/-])")
_FINENESS = ("year", "month", "day", "minute")
_FIRST_PUBLISHED = re.compile(r"(?:først|fyrst) publisert", re.I)


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of an article beside its text."""

    url: str | None
    outlet: str | None
    published: Moment | None
    updated: Moment | None
    credits: tuple[str, ...]
    bylines: tuple[Span, ...]


def facts_of(text: str, lines: Sequence[Line], kinds: Sequence[BlockKind], told: PageFacts) -> Facts:
    """The facts in the page's own lines, filled up with those that its container told."""
    meta = [x for x, k in zip(lines, kinds, strict=True) if k == "meta"]
    url = _whole(told.url) or _whole(_address(meta))
    known = _finer(parse_moment(told.published), _day_in(url), *(d.moment for x in meta for d in x.dates))
    dates = list(_labelled(lines, kinds, known.value[:4] if known else ""))
    stated = _finer(parse_moment(told.published), *(m for u, m in dates if not u))
    updated = _finer(_later(parse_moment(told.updated), stated), *(m for u, m in dates if u))
    published = _finer(stated, _day_in(url))
    if updated is not None and _is_only_time(stated, published, updated):
        published, updated = updated, None  # the page came out, as we have it, then
    outlet = told.outlet or outlet_of(text, url, lines, kinds)
    return Facts(
        url=url,
        outlet=outlet,
        published=published,
        updated=updated,
        credits=credits(meta, outlet, told.author),
        bylines=bylines(meta),
    )


def _address(meta: Sequence[Line]) -> str | None:
    found = (_ADDRESS.search(x.text) for x in meta if x.text.lower().startswith(("url", "link", "lenk", "http")))
    return next((m.group().rstrip(".,;") for m in found if m), None)


def _whole(url: str | None) -> str | None:
    """The address; None for a broken one (``http://[avisa``), which tells no outlet, day or version."""
    try:
        urlsplit(url or "")
    except ValueError:
        return None
    return url


def _labelled(lines: Sequence[Line], kinds: Sequence[BlockKind], year: str) -> Iterator[tuple[bool, Moment]]:
    """Every date of the page's own lines: whether the words before it say that it is an update's.

    A label may stand on a line of its own, with the date on the next one. ``year`` is the one that the page tells
    elsewhere (in its address, or the crawler's header), for a date that is written without; empty where none is known.
    """
    above = ""
    for line, kind in zip(lines, kinds, strict=True):
        first_published = kind == "notice" and _FIRST_PUBLISHED.search(line.text)
        if (kind != "meta" and not first_published) or "://" in line.text or line.part.mark == "entry":
            above = ""
            continue
        start = 0
        dates = line.dates or _completed(line.text, year)
        for dated in dates:
            label = line.text[start : dated.span.start] if start else above + line.text[: dated.span.start]
            yield bool(_UPDATED.search(label)), dated.moment
            start = dated.span.end
        above = "" if dates else f"{line.text} "


def _completed(text: str, year: str) -> tuple[Dated, ...]:
    found = date_without_year(text, year) if year else None
    return (found,) if found else ()


def _finer(*moments: Moment | None) -> Moment | None:
    """The first of the most precise ones."""
    given = [m for m in moments if m is not None]
    return max(given, key=lambda m: _FINENESS.index(m.precision), default=None)


def _is_only_time(stated: Moment | None, published: Moment | None, updated: Moment) -> bool:
    """True where the page's only time is that of an update: it says no other, and its address at most the same day."""
    return stated is None and (published is None or updated.value.startswith(published.value))


def _later(updated: Moment | None, published: Moment | None) -> Moment | None:
    """An update that a container told, if it is one: many repeat the time of publication there."""
    same = updated is not None and published is not None and updated.value[:16] <= published.value[:16]
    return None if same else updated


def _day_in(url: str | None) -> Moment | None:
    """The day in an address such as ``/2024/03/05/``."""
    found = _DAY_IN_ADDRESS.search(urlsplit(url).path) if url else None
    if found is None:
        return None
    year, month, day = found.groups()
    return next((d.moment for d in dates_in(f"{year}-{int(month):02}-{int(day):02}")), None)
