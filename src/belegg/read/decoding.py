"""Which encoding a page's bytes are in, decided so that the same bytes always give the same text.

Order: byte order mark; UTF-8, which other encodings match only by accident; UTF-16 by its NUL bytes; what the page or
its container says; Windows-1252, which holds all of Latin-1's letters (WHATWG Encoding Standard, 4.2).
"""

import codecs
import re
from collections.abc import Iterable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LATIN = frozenset(("iso8859-1", "ascii", "cp1252"))
_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([a-zA-Z0-9_:-]{2,40})""", re.IGNORECASE)
_XML = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([a-zA-Z0-9_:-]{2,40})""", re.IGNORECASE)
_CONTROLS = bytes(b for b in range(32) if b not in b"\t\n\r\x0b\x0c\x1b\x1a")
_MOST_CONTROLS = 0.01
_SAMPLE = 256 * 1024


def encoding_of(data: bytes, hints: Iterable[str | None] = ()) -> str | None:
    """The name of a Python codec, or None where the bytes are no text. ``hints`` are encodings told elsewhere."""
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    if marked is not None:
        return marked
    if b"\0" in data and (wide := _utf16_without_mark(data)):
        return wide
    if _is_binary(data):
        return None
    if _is_utf8(data):
        return "utf-8"
    for hint in (*hints, *declared(data)):
        name = _codec(hint)
        if name is not None and _decodes(data, name):
            return name
    return "cp1252" if _decodes(data, "cp1252") else "latin-1"


def declared(data: bytes) -> tuple[str, ...]:
    """The encodings that an HTML or XML page names in its first kilobytes."""
    head = data[:4096]
    found = (_XML.search(head), _META.search(head))
    return tuple(m.group(1).decode("ascii") for m in found if m)


def _is_utf8(data: bytes) -> bool:
    """UTF-8, also where the page was cut inside a character or holds a few stray bytes of another encoding."""
    try:
        codecs.getincrementaldecoder("utf-8")("strict").decode(data, final=False)
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
        letters = sum(1 for c in text if c > "\x7f")
        broken = text.count("\ufffd")
        return letters > 20 * broken
    return True


def _is_binary(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    return len(sample) - len(sample.translate(None, _CONTROLS)) > _MOST_CONTROLS * len(sample)


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 where nearly every other byte is NUL, as in any text of Latin letters; else None, for binary data."""
    sample = data[:4096]
    half = max(1, len(sample) // 2)
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if odd > 0.7 and even < 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 and odd < 0.1 else None


def _codec(name: str | None) -> str | None:
    try:
        found = codecs.lookup(name).name if name else None
    except LookupError:
        return None
    if found is None or found.startswith(("utf-", "utf_")):
        return None
    return "cp1252" if found in _LATIN else found


def _decodes(data: bytes, name: str) -> bool:
    try:
        data.decode(name)
    except (UnicodeDecodeError, LookupError, ValueError):
        return False
    return True
