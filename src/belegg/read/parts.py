"""Pages out of parts of a container: one JSON object, one feed entry, one archived response."""

from dataclasses import fields, replace

from belegg.core.article import Media, Page, PageFacts, Rejected
from belegg.read.decoding import encoding_of
from belegg.read.limits import PAGE_BYTES, too_large


def page_of_text(source: str, text: str, media: Media, facts: PageFacts) -> Page | Rejected:
    """A page from text that its container had already decoded: its bytes are that text in UTF-8.

    Half surrogates, which JSON can spell, are no characters: they become question marks, in the facts too.
    """
    facts = replace(facts, **{f.name: _whole(getattr(facts, f.name)) for f in fields(facts)})
    content = text.encode("utf-8", "replace")
    if not text.strip():
        return Rejected(source, "no text in it")
    if len(content) > PAGE_BYTES:
        return Rejected(source, too_large())
    return Page(source, content, "utf-8", media, facts)


def _whole(value: str | None) -> str | None:
    return value.encode("utf-8", "replace").decode("utf-8") if value else value


def page_of_bytes(
    source: str, content: bytes, media: Media, facts: PageFacts, hint: str | None = None
) -> Page | Rejected:
    """A page from bytes; ``hint`` is an encoding told by its container."""
    if not content.strip():
        return Rejected(source, "empty")
    encoding = encoding_of(content, (hint,))
    if encoding is None:
        return Rejected(source, "binary data, not text")
    return Page(source, content, encoding, media, facts)
