"""A page that a browser has saved as one file: MHTML (RFC 2557), a mail whose parts are the page and what it shows."""

import email
from collections.abc import Iterator
from email.message import Message
from typing import BinaryIO

from belegg.core.article import Page, PageFacts, Rejected
from belegg.read.limits import too_large
from belegg.read.parts import page_of_bytes
from belegg.read.stream import whole


def read_saved(source: str, stream: BinaryIO) -> Iterator[Page | Rejected]:
    """The page itself, the first part that is HTML; its pictures, styles and frames are left out."""
    data = whole(stream)
    if data is None:
        yield Rejected(source, too_large())
        return
    try:
        part = next((p for p in email.message_from_bytes(data).walk() if p.get_content_type() == "text/html"), None)
    except (RecursionError, ValueError) as error:
        yield Rejected(source, f"broken MHTML: {str(error).splitlines()[0]}")
        return
    yield Rejected(source, "MHTML without a web page in it") if part is None else _page(source, part)


def _page(source: str, part: Message) -> Page | Rejected:
    content = part.get_payload(decode=True)
    address = str(part["Content-Location"] or "")
    facts = PageFacts(url=address if address.startswith(("http://", "https://")) else None)
    return page_of_bytes(
        source, content if isinstance(content, bytes) else b"", "html", facts, part.get_content_charset()
    )
