"""Tells a format by its first bytes; the file's name only settles what these leave open."""

import json
import re
from pathlib import PurePath
from typing import Literal

from belegg.read.decoding import encoding_of

Format = Literal[
    "empty", "gzip", "zip", "warc", "jsonl", "json", "feed", "html", "mhtml", "text", "xml", "document", "table",
    "binary", "own",
]  # fmt: skip

_HTML_TAG = re.compile(
    r"<(?:!doctype\s+html|html|head|body|article|main|section|header|div|p|h[1-6]|meta|title|span|a|ul|table)\b", re.I
)
_FEED_ROOT = re.compile(r"<(?:rss|feed|(?:\w+:)?RDF)\b")
_PROLOG = re.compile(r"^(?:\s|<\?.*?\?>|<!--.*?-->|<!DOCTYPE(?![^>]*html)[^>\[]*(?:\[.*?\]\s*)?>)*", re.S | re.I)
# What Belegg writes: its export, its pages, and a file of judgements (each line has these two fields).
_OWN = re.compile(
    r"""\s*(?:\{\s*"format":\s*"belegg/|\{(?=[^{}]*"subject":)(?=[^{}]*"verdict":)|"""
    r"""<!doctype html>\s*<html[^>]*>\s*<head>\s*(?:<meta[^>]*>\s*)*<meta name="generator" content="Belegg">)""",
    re.IGNORECASE,
)
# A mail's head whose parts belong together (RFC 2557); it ends with an empty line.
_MHTML = re.compile(r"[\w-]+:(?:(?!\r?\n\r?\n).)*multipart/related", re.S | re.I)
_DOCUMENT_OPENS = (b"%PDF-", b"{\\rtf", b"\xd0\xcf\x11\xe0")  # PDF, RTF, Word before 2007
_PACKED_DOCUMENTS = (".docx", ".odt", ".epub", ".pages")
_JSON_OPENS = re.compile(r'^\s*(?:\{\s*(?:"|\}|$)|\[\s*(?:\{|\]|$))')


def format_of(head: bytes, name: str) -> Format:
    """The format of an input whose first bytes are ``head``; ``name`` is its file name or empty."""
    if not head.strip():
        return "empty"
    if head.startswith(b"\x1f\x8b"):
        return "gzip"
    suffix = PurePath(name).suffix.lower()
    if head.startswith(_DOCUMENT_OPENS) or (head.startswith(b"PK\x03\x04") and suffix in _PACKED_DOCUMENTS):
        return "document"
    if head.startswith(b"PK\x03\x04"):
        return "zip"
    if head.startswith(b"WARC/"):
        return "warc"
    encoding = encoding_of(head)
    if encoding is None:
        return "binary"
    return _text_format(head.decode(encoding, "ignore"), suffix)


def _text_format(text: str, suffix: str) -> Format:
    if _OWN.match(text):
        return "own"
    if suffix in (".jsonl", ".ndjson"):
        return "jsonl"
    if suffix in (".csv", ".tsv"):
        return "table"
    if _MHTML.match(text):
        return "mhtml"
    if _JSON_OPENS.match(text):
        return _json_format(text, suffix)
    body = text[_PROLOG.match(text).end() :] if text.lstrip().startswith("<") else ""  # type: ignore[union-attr]
    if body and _FEED_ROOT.match(body):
        return "feed"
    if _HTML_TAG.match(body) or (suffix in (".html", ".htm", ".xhtml") and _HTML_TAG.search(text)):
        return "html"
    return "xml" if text.lstrip().startswith("<?xml") else "text"


def _json_format(text: str, suffix: str) -> Format:
    """One document or one object a line: the first line is a whole object and more follows."""
    first, _, rest = text.strip().partition("\n")
    try:
        whole_line = isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        whole_line = False
    if whole_line and rest.strip():
        return "jsonl"
    opens_like_json = suffix in (".json", ".geojson") or whole_line or '"' in text[:200]
    return "json" if opens_like_json else "text"
