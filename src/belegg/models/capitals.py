"""Reads shouted words ("TOK TOGET: …") as ordinary ones, so that the model sees the text it was trained on.

Offsets do not move: every word keeps its length. Names keep their capital where the rest of the article shows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PICTURE_WORDS = re.compile(r"\s*[«\"–-]?\s*(?P<shout>[^\Wa-zæøå:.][^a-zæøåé:]{1,60}):")
_LOWER = re.compile(r"[a-zæøåéèäöü]")
_ACRONYM = 4  # a single shouted word up to this length ("NATO:", "VG:") is taken as an acronym
_HEADING_WORDS = 3


def capitalised_words(texts: Iterable[str]) -> frozenset[str]:
    """Words that the article writes with one capital in mid-sentence."""
    found = set()
    for text in texts:
        for match in _WORD.finditer(text):
            word = match.group()
            if word[0].isupper() and not word.isupper():
                before = text[: match.start()].rstrip()
                if before and before[-1] not in '.!?:–-«"»”':
                    found.add(word)
    return frozenset(found)


def calm(text: str, capitalised: frozenset[str]) -> str:
    """The text with shouted runs in lower case; other text as it is. The length is the same."""
    end = _shouted_until(text)
    if not end:
        return text
    first = True
    parts, last = [], 0
    for match in _WORD.finditer(text, 0, end):
        word = match.group()
        parts.append(text[last : match.start()])
        parts.append(_quiet(word, capitalised, first=first))
        first, last = False, match.end()
    return "".join(parts) + text[last:]


def _shouted_until(text: str) -> int:
    words = _WORD.findall(text)
    if len(words) >= _HEADING_WORDS and not _LOWER.search(text):
        return len(text)
    opening = _PICTURE_WORDS.match(text)
    if not opening:
        return 0
    shouted = _WORD.findall(opening.group("shout"))
    alone = len(shouted) == 1 and len(shouted[0]) <= _ACRONYM
    return opening.end("shout") if shouted and not alone else 0


def _quiet(word: str, capitalised: frozenset[str], *, first: bool) -> str:
    lower = word.lower()
    title = lower[:1].upper() + lower[1:]
    if len(lower) != len(word) or not word.isupper():
        return word
    if word in capitalised:
        return word
    parts = [part[:1].upper() + part[1:] for part in lower.split("-")]
    for known in (title, "-".join(parts)):
        if known in capitalised:
            return known
    return title if first else lower
