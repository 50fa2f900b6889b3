"""The time words of both written standards, as tables and as the pattern of each table."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from belegg.text.wordlists import read_table

SPACE = r"[ \u00a0\u202f]"
_DIGITS = r"(?:\d{1,3}(?:(?: |\.)\d{3})+(?!\d)|\d+(?:,\d+)?)"
_Tree: TypeAlias = dict[str, "_Tree"]


@dataclass(frozen=True, slots=True)
class Words:
    """``tables``: table -> lower-case word -> what it stands for; ``patterns``: table -> regular expression."""

    tables: Mapping[str, Mapping[str, int | float | str]]
    patterns: Mapping[str, str]

    def value(self, table: str, word: str) -> int | float | str:
        """What a word of a table stands for; KeyError where the table lacks it."""
        return self.tables[table][" ".join(word.lower().split())]

    def number(self, word: str) -> float:
        """A count in digits (with thousands apart and a decimal comma) or in words."""
        bare = re.sub(r"[\s.]", "", word)
        if bare[0].isdigit():
            return float(bare.replace(",", "."))
        return float(self.value("number", word))


@cache
def load_words() -> Words:
    """The tables of nb and nn put together: an article in one quotes people in the other."""
    tables: dict[str, dict[str, int | float | str]] = {}
    for standard in ("nb", "nn"):
        for table, entries in read_table(f"{standard}/times.toml").items():
            tables.setdefault(table, {}).update({word.lower(): value for word, value in entries.items()})
    patterns = {table: f"(?:{_alternatives(entries)})" for table, entries in tables.items()}
    ones, tens = _ones_and_tens(tables["number"])
    patterns["number"] = rf"(?:(?:{_alternatives(tens)})(?:{_alternatives(ones)})|{patterns['number']})"
    tables["number"].update({ten + one: n + m for ten, n in tens.items() for one, m in ones.items()})
    patterns["count"] = rf"(?:{_DIGITS}|{patterns['number']})"
    return Words(tables, patterns)


def _ones_and_tens(numbers: Mapping[str, int | float | str]) -> tuple[dict[str, int], dict[str, int]]:
    """What compounds are made of: *tjue* and *en* make *tjueen*."""
    ones = {w: int(v) for w, v in numbers.items() if float(v) in range(1, 10)}
    tens = {w: int(v) for w, v in numbers.items() if float(v) in range(20, 100, 10)}
    return ones, tens


def _alternatives(entries: Mapping[str, object]) -> str:
    """A pattern of the words in which common beginnings are shared: a plain alternation tries every word in turn."""
    tree: _Tree = {}
    for word in entries:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branches(tree)


def _branches(node: "_Tree") -> str:
    """Longer words first, so that no word hides a longer one."""
    rest = [re.escape(letter).replace(r"\ ", " ") + _branches(node[letter]) for letter in sorted(node) if letter]
    if not rest:
        return ""
    whole = rest[0] if len(rest) == 1 else "(?:" + "|".join(rest) + ")"
    return f"(?:{whole})?" if "" in node else whole
