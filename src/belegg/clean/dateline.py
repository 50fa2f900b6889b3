"""The dateline before a paragraph's first sentence: where the text comes from, of which day and by whom.

*Oslo (NTB):*, *GENÈVE, 3. mars (NTB-AFP):*, *WASHINGTON (AP) –*, *3. mars 2025 –*. It is the byline of agency text, and
the text goes on behind it.
"""

import re
from functools import cache

from belegg.clean.agencies import agencies
from belegg.clean.dates import months

_JOINTS = re.compile(r"\s?[/,&–-]\s?| og ")
_PARTIES = frozenset(("AP",))  # in brackets behind a name it is the Labour party
_CAPITAL = "[A-ZÆØÅÄÖÉÈ]"
_BEHIND = r"\s?[:–—-](?:\s+(?=[A-ZÆØÅÄÖÉ«–—\"0-9])|\s*$)"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    names = "|".join(sorted(map(re.escape, months()), key=len, reverse=True))
    year = r"(?:19|20)\d\d"
    day = rf"(?i:\d{{1,2}}\.? (?:{names})\.?(?: {year})?|(?:{names})\.? \d{{1,2}}(?:, {year})?)"
    place = rf"{_CAPITAL}[\w.’'-]*(?:(?: ?/ ?| ){_CAPITAL}[\w.’'-]*){{0,3}}"
    shouted = rf"{_CAPITAL}{{3,}}(?:[ /]{_CAPITAL}{{3,}}){{0,2}}"
    credited = re.compile(
        rf"\s*(?:(?P<place>{place})(?P<day>,? {day})?,? )?\((?:©\s?)?(?P<agency>[\w /–&-]{{2,40}})\){_BEHIND}"
    )
    whole = rf"(?i:\d{{1,2}}\. (?:{names}) 20\d\d)(?=\s?[–—-])"  # with a colon it may be an item of a history
    dated = re.compile(rf"\s*(?:{shouted},? {day}|{whole}){_BEHIND}(?!\d)")
    return credited, dated


def dateline_end(text: str, start: int, end: int) -> int | None:
    """Where the dateline that opens the line ends; None where none does."""
    credited, dated = _patterns()
    found = credited.match(text, start, end)
    if found and _is_agency(found):
        return found.end()
    found = dated.match(text, start, end)
    sentence = found and text[found.end() : end].rstrip().endswith((".", "!", "?", "»"))
    return found.end() if found and sentence and _is_alone(text, dated) else None


def _is_agency(found: re.Match[str]) -> bool:
    """Every name in the brackets is an agency's, and the one before them no politician's: *Kari Moe (AP):*."""
    names = [name.strip() for name in _JOINTS.split(found["agency"])]
    if not all(name in agencies() for name in names):
        return False
    return not _PARTIES.issuperset(names) or (found["place"] or "").isupper() or bool(found["day"])


def _is_alone(text: str, dated: re.Pattern[str]) -> bool:
    """Several lines that open with a date tell a history."""
    return sum(dated.match(line) is not None for line in text.splitlines()) == 1
