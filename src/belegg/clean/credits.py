"""Who wrote an article, and whose text it carries."""

import re
from collections.abc import Iterator, Sequence

from belegg.clean.agencies import agencies
from belegg.clean.line import Line
from belegg.core.spans import Span
from belegg.text.wordlists import word_lists

#: One word in capitals, which no other one stands beside: *ANNE BERG* is a writer.
_CAPITALS = re.compile(r"(?<![\w@.-])(?<![A-ZÆØÅ.] )[A-ZÆØÅ]{2,6}(?![\w@-])(?! (?:[A-ZÆØÅ]\. )?[A-ZÆØÅ]{2})")
_NAME_RUN = re.compile(
    r"(?<!\w)[A-ZÆØÅÄÖÉ][\w.'’-]{0,60}"
    r"(?:\s(?:(?:de|von|van|der|den|af|al|el|bin)\s)?[A-ZÆØÅÄÖÉ][\w.'’-]*)+"
)
_PICTURE = re.compile(r"(?:foto|illustrasjon|video|grafikk)\s?:?.*$", re.I)
_LABELS = word_lists("page_words.toml")["credit_labels"]
_ONLY_CREDIT = re.compile(r"^\W*(?:©\s*)?[A-ZÆØÅ]{2,6}(?:\W|$)")


def credits(meta: Sequence[Line], outlet: str | None, author: str | None = None) -> tuple[str, ...]:
    """The agencies credited for the whole text: in the byline's place or in brackets at the end.

    An unknown name in capitals that stands where an agency stands is one, unless it is the outlet's own.
    """
    found: dict[str, None] = {}
    for line in meta:
        if line.part.mark == "dateline":
            found.update(dict.fromkeys(_known(line.text[line.text.find("(") + 1 :])))
        elif "://" not in line.text:
            found.update(dict.fromkeys(_credited(_PICTURE.sub("", line.text))))
    if author:
        found.update((known, None) for known in _known(author))
    own = (outlet or "").lower()
    return tuple(name for name in found if name.lower() != own)


def _credited(text: str) -> Iterator[str]:
    yield from _known(text)
    if _ONLY_CREDIT.match(text):
        for match in _CAPITALS.finditer(text):
            if match.group() not in agencies() and match.group() not in _LABELS:
                yield match.group()


def _known(text: str) -> Iterator[str]:
    words = re.findall(r"\w[\w-]*(?: \w[\w-]*)?", text)
    singles = re.findall(r"\w+", text)
    yield from dict.fromkeys(agencies()[w] for w in (*words, *singles) if w in agencies())


def bylines(meta: Sequence[Line]) -> tuple[Span, ...]:
    """Where the writers' names stand: runs of names in lines that hold neither addresses nor picture credits."""
    found: list[Span] = []
    for line in meta:
        if "://" in line.text or line.dates or line.part.mark in ("dateline", "entry"):
            continue
        start = line.part.span.start
        text = _PICTURE.sub("", line.text) if not line.text.lower().startswith(("tekst", "foto")) else line.text
        for match in _NAME_RUN.finditer(text):
            words = match.group().split()
            if not all(w in agencies() for w in words):
                found.append(_trimmed(match, start))
    return tuple(found)


def _trimmed(match: re.Match[str], start: int) -> Span:
    """The run without a label before it or a role after it."""
    begin, end = match.start(), match.end()
    text = match.group()
    label = re.match(r"(?:Av|Tekst|Foto|Journalist|Reporter|By)\s", text)
    role = re.search(
        r"\s(?:Journalist|Reporter|Fotograf|Redaktør|Kommentator|Korrespondent|Frilanser|Frilansar)$", text
    )
    return Span(start + begin + (label.end() if label else 0), start + end - (len(role.group()) if role else 0))
