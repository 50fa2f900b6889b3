"""The clean stage: a page becomes an article, or is rejected because there is nothing to read in it."""

import re
from collections.abc import Sequence
from hashlib import sha256

from belegg.clean.blocks import blocks_of, classify, has_content
from belegg.clean.extract import Extract, extract, plain
from belegg.clean.facts import facts_of
from belegg.clean.line import Line, line_of
from belegg.clean.split import Part, parts
from belegg.core.article import Article, BlockKind, Page, PageFacts, Rejected
from belegg.core.words import LanguageIdentifier

MOST_CHARACTERS = 1_000_000
"""A longer text is no single article (and longer than the linguist takes)."""
MOST_IN_LINE = 200_000
"""A longer line is no paragraph: data, or a page without line ends."""
_LANGUAGE_SAMPLE = 4000
_LANGUAGE_CODE = re.compile(r"[A-Za-z]{2,3}(?=[-_]|$)")


def clean(page: Page, identifier: LanguageIdentifier) -> Article | Rejected:
    """The article in a page: its text (for plain text the decoded bytes, unchanged), blocks and facts.

    Where a container holds plain text and its headline apart, the headline is put first.
    """
    content = page.content.decode(page.encoding, "replace")
    found = extract(content, page.facts) if page.media == "html" else plain(content, page.facts)
    cut = list(parts(found.text)) if len(found.text) <= MOST_CHARACTERS else []
    reason = _unusable(found.text, cut)
    if reason is not None:
        return Rejected(page.source, reason)
    lines = _lines(found, cut)
    kinds = classify(lines, _title_hints(found.facts, lines))
    if not has_content(kinds):
        return Rejected(page.source, "no article text in it")
    return _article(page, found, lines, kinds, identifier)


def _unusable(text: str, cut: Sequence[Part]) -> str | None:
    if len(text) > MOST_CHARACTERS:
        return f"longer than {_spaced(MOST_CHARACTERS)} characters: not one article"
    if any(len(p.span) > MOST_IN_LINE for p in cut):
        return f"a line of more than {_spaced(MOST_IN_LINE)} characters: data, not an article"
    return None if any(map(str.isalnum, text)) else "no text in it"


def _spaced(number: int) -> str:
    return f"{number:,}".replace(",", " ")


def _lines(found: Extract, cut: Sequence[Part]) -> list[Line]:
    ends = [0, *(p.span.end for p in cut[:-1])]
    return [
        line_of(p, found.text, found.hints.get(p.line), found.text.count("\n", end, p.span.start) > 1)
        for p, end in zip(cut, ends, strict=True)
    ]


def _title_hints(facts: PageFacts, lines: Sequence[Line]) -> list[str]:
    """The headline as the container has it, and the last part of the address, which often spells it."""
    address = facts.url or next((x.text.partition(":")[2] for x in lines[:3] if "://" in x.text), "")
    slugs = [s for s in address.split("/") if s.count("-") >= 2]
    return [t for t in (facts.title, *slugs) if t]


def _article(
    page: Page, found: Extract, lines: Sequence[Line], kinds: Sequence[BlockKind], identifier: LanguageIdentifier
) -> Article:
    blocks = tuple(blocks_of(lines, kinds))
    digest = sha256(page.content).hexdigest()
    body = " ".join(b.span.of(found.text) for b in blocks if b.is_content)[:_LANGUAGE_SAMPLE]
    language = identifier.identify(body)
    facts = facts_of(found.text, lines, kinds, found.facts)
    name = _name(digest, page.facts.publisher)
    return Article(
        id=name,
        source=page.source,
        sha256=digest,
        text=found.text,
        language=language if language != "und" else _told_language(found.facts.language),
        blocks=blocks,
        url=facts.url,
        outlet=facts.outlet,
        title=next((b.span for b in blocks if b.kind == "title"), None),
        published=facts.published,
        updated=facts.updated,
        credits=facts.credits,
        bylines=facts.bylines,
        doc=name,
    )


def _name(digest: str, publisher: str) -> str:
    """The article's id, of its bytes and of who a container says has printed them."""
    told = sha256(f"{digest} {publisher}".encode("utf-8", "replace")).hexdigest() if publisher else digest
    return f"a{told[:12]}"


def _told_language(told: str | None) -> str:
    """The language that a container told (``nb-NO``), if it is a code; *norsk* and the like are none."""
    code = _LANGUAGE_CODE.match(told or "")
    return code.group().lower() if code else "und"
