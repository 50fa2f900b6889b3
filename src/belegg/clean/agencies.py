"""The news agencies by each form of their names."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

_LONGEST = 60  # characters of a credit that is glued to a sentence
_PICTURE = re.compile("foto", re.IGNORECASE)  # whose picture it is, not whose text


@cache
def agencies() -> Mapping[str, str]:
    """The short form of every agency by each of its forms."""
    text = (files("belegg.text") / "data" / "agencies.tsv").read_text("utf-8")
    found: dict[str, str] = {}
    for row in text.splitlines():
        if row and not row.startswith("#"):
            short, _, others = row.partition("\t")
            found |= dict.fromkeys((short, *filter(None, others.split("|"))), short)
    return found


@cache
def _tail() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, agencies()), key=len, reverse=True))
    return re.compile(rf"(?<=[.!?»”\"])\s*(?:©\s?|/\s?|\s[–—-]\s?)?(?<!\w)(?:{names})(?:[/,–-]\s?(?:{names}))*\s*$")


def credit_after(text: str, start: int, end: int) -> int | None:
    """Where an agency's name begins that is glued to the last sentence of a line: *… i kveld. © NTB*, *… /NTB*."""
    found = _tail().search(text, max(start, end - _LONGEST), end)
    return found.start() if found and not _PICTURE.search(text, start, end) else None
