"""Web archives: WARC (ISO 28500), plain or gzipped, and WACZ, a zip file that holds such archives."""

import zipfile
from collections.abc import Iterator
from typing import BinaryIO, cast

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from belegg.core.article import Media, Page, PageFacts, Rejected
from belegg.read.limits import PAGE_BYTES, too_large
from belegg.read.parts import page_of_bytes

_MEDIA: dict[str, Media] = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "text"}
_WARC_NAMES = (".warc", ".warc.gz")
_CUT = "the archive is cut off in this record"


def read_warc(source: str, stream: BinaryIO) -> Iterator[Page | Rejected]:
    """One page per archived HTML or text response; ``stream`` must be able to seek.

    What stands before a break in the file is used, and the break is told in one ``Rejected``.
    """
    number = 0
    try:
        for number, record in enumerate(ArchiveIterator(stream, parse_http=True, auto_decode="all"), 1):
            page = _page(f"{source}#{number}", record)
            if page is not None:
                yield page
    except (OSError, EOFError, ValueError, AttributeError) as error:
        # fastwarc 2 raises AttributeError where a record's HTTP head is broken off.
        yield Rejected(f"{source}#{number + 1}", f"{_CUT} ({error})" if isinstance(error, OSError) else _CUT)


def read_wacz(source: str, stream: BinaryIO) -> Iterator[Page | Rejected]:
    """The archives inside a WACZ file (specs.webrecorder.net/wacz/1.1.1), in the order of their names."""
    try:
        with zipfile.ZipFile(stream) as archive:
            names = sorted(n for n in archive.namelist() if n.lower().endswith(_WARC_NAMES))
            if not names:
                yield Rejected(source, "a zip file without web archives in it (not WACZ)")
            for name in names:
                with archive.open(name) as part:
                    yield from read_warc(f"{source}#{name}", cast("BinaryIO", part))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        yield Rejected(source, f"broken zip file: {error}")


def _page(place: str, record: WarcRecord) -> Page | Rejected | None:
    """The page in a record; None where the record is no page (a request, a picture, a redirect)."""
    if _head_is_cut(record):
        return Rejected(place, _CUT)
    media = _media(record, record.record_type)
    if media is None:
        return None
    content = record.reader.read(PAGE_BYTES + 1)
    if len(content) > PAGE_BYTES:
        return Rejected(place, too_large())
    if _is_cut(record, content):
        return Rejected(place, _CUT)
    facts = PageFacts(url=record.headers.get("WARC-Target-URI"))
    return page_of_bytes(place, content, media, facts, record.http_charset if record.is_http else None)


def _media(record: WarcRecord, kind: object) -> Media | None:
    if kind == WarcRecordType.response and record.is_http:
        http = record.http_headers
        ok = http is not None and http.status_code == 200
        return _MEDIA.get((record.http_content_type or "").lower()) if ok else None
    if kind == WarcRecordType.resource:
        return _MEDIA.get((record.headers.get("Content-Type") or "").split(";")[0].strip().lower())
    return None


def _head_is_cut(record: WarcRecord) -> bool:
    """True where the record's own head breaks off before its length, or the response's before its status."""
    if record.headers.get("Content-Length") is None:
        return True
    http = record.http_headers if record.is_http else None
    return record.record_type == WarcRecordType.response and http is not None and not isinstance(http.status_code, int)


def _is_cut(record: WarcRecord, content: bytes) -> bool:
    """True where less came than the record's length: only known where the payload is not packed once more."""
    http = record.http_headers if record.is_http else None
    packed = http is not None and (http.get("Content-Encoding") or http.get("Transfer-Encoding"))
    return not packed and len(content) < record.content_length
