"""How an article names its own outlet: whom people talk *to*, who *får opplyst*, who *har sett* papers."""

import re
from collections.abc import Iterator

from belegg.text.wordlists import read_table

NAME = (
    r"(?<![\w-])(?:[a-zæøå][\w-]*+\.(?:no|com|net|org|se|dk)(?!\w)|"
    r"[A-ZÆØÅ][\w-]*+(?:\s(?:&\s)?[A-ZÆØÅ][\w-]*+|\s(?:og|i)\s[A-ZÆØÅ][\w-]*+"
    r"|\sog\s[a-zæøå]{3,}(?=\s(?:har|får|fekk|fikk|seier|erfarer|erfarar)\b)|\s\d{1,2}(?![\d.:])){0,3})"
)
_TABLE = read_table("self_mentions.toml")


def _phrases(key: str) -> tuple[str, ...]:
    return tuple(str(_TABLE[key]).replace("\n", "").split("|"))


def _any_of(key: str) -> str:
    return f"(?:{'|'.join(sorted(map(re.escape, _phrases(key)), key=len, reverse=True))})"


_SAYS = _any_of("says")
#: Pattern of a self-mention and how plain it is: people talk to other outlets too, and some of it is done by anybody.
WAYS: tuple[tuple[re.Pattern[str], float], ...] = (
    (re.compile(rf"\b{_SAYS}(?:\s[\w-]+){{0,6}}?,?\s(?:til|overfor|ovanfor)\s({NAME})"), 1.0),
    (re.compile(rf"\b[Tt]il\s({NAME})\s{_SAYS}\b"), 1.0),
    (re.compile(rf"\b{_any_of('letters')}\s(?:til|med)\s({NAME})"), 1.0),
    (re.compile(rf"(?:^|[\s(])({NAME})\s(?:{_any_of('learns')}|har (?:\w+ )?{_any_of('has')})\b"), 2.0),
    (re.compile(rf"(?:^|[\s(])({NAME})\s(?:{_any_of('may_learn')}|har (?:\w+ )?{_any_of('may_have')})\b"), 0.5),
    (re.compile(rf"\b[Dd][aå]\s({NAME})\s{_any_of('calls')}\b"), 0.5),
    (re.compile(rf"\b(?:får|fekk|fikk)\s({NAME})\s(?:\w+\s)?{_any_of('is_told')}\b"), 2.0),
)
_OTHER_BEFORE, _OTHER_AFTER = frozenset(_phrases("other_before")), frozenset(_phrases("other_after"))
_LAST_WORD, _FIRST_WORD = re.compile(r"(?<!\w)(\w+)\s$"), re.compile(r"\s(\w+)")
_LONGEST = max(map(len, _OTHER_BEFORE)) + 2
_PRONOUNS = frozenset(_phrases("pronouns"))


def self_mentions(text: str) -> Iterator[tuple[str, float]]:
    """Names that the text may call its own outlet by, each with the weight of the way it is told."""
    for pattern, weight in WAYS:
        for match in pattern.finditer(text):
            if match[1] not in _PRONOUNS:
                yield match[1], weight


def is_told_as_source(name: str, text: str) -> bool:
    """*skriver Fjordavisa*, *Fjordavisa avslørte*: an outlet that the article reads, not the one it stands in."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        before, after = _LAST_WORD.search(text, max(0, at - _LONGEST), at), _FIRST_WORD.match(text, end)
        if (before and before[1] in _OTHER_BEFORE) or (after and after[1] in _OTHER_AFTER):
            return True
        at = text.find(name, end)
    return False
