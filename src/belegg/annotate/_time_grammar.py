"""Where times are written in a text: the patterns of ``text/data/times_grammar.toml`` over the time words.

Patterns find partial expressions (a weekday, a clock); neighbours of fitting forms are joined to one expression
(*tysdag* + *kveld* + *klokka 19*), in the way of Duckling's intersecting time predicates. Nothing is resolved here.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from belegg.annotate._time_fields import Fields, read_fields
from belegg.annotate._time_words import SPACE, Words, load_words
from belegg.text.wordlists import read_table

_SLOT = re.compile(r"(?<!\?P)<(:)?(?:(\w+)=)?(\w+)>")
_GAP = re.compile(rf",?{SPACE}")
_CLOCK_GAP = re.compile(rf",?{SPACE}(?:på{SPACE})?")
_WORD = re.compile(r"\w+")
_LONGEST_CHAIN = 5
_DIGITS = "0"


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, what it means beside its words, and what must or must not stand around it."""

    form: str
    pattern: re.Pattern[str]
    settings: Mapping[str, str | int]
    joined: bool
    after: re.Pattern[str] | None
    unless_before: re.Pattern[str] | None
    unless_next: re.Pattern[str] | None
    weigh: str | None


@dataclass(frozen=True, slots=True)
class Grammar:
    """The rules (and what is to be skipped) by the lower-case words that they can begin with.

    ``0`` stands for any number in digits.
    """

    rules: Mapping[str, tuple[Rule, ...]]
    skips: Mapping[str, tuple[re.Pattern[str], ...]]
    joins: Mapping[str, frozenset[str]]
    words: Words


@dataclass(frozen=True, slots=True)
class Item:
    """A match of one rule; ``weigh`` names the check of its surroundings that is still due."""

    start: int
    end: int
    form: str
    joined: bool
    fields: Fields
    weigh: str | None


@dataclass(frozen=True, slots=True)
class Expression:
    """One or more items that make a whole; offsets are in the text that was searched."""

    start: int
    end: int
    forms: tuple[str, ...]
    fields: Fields
    weigh: str | None


@cache
def load_grammar() -> Grammar:
    """The grammar with the words of both standards in its slots."""
    raw = read_table("times_grammar.toml")
    words = load_words()
    expand = _Expander(raw["numbers"], raw["macros"], words)
    rules = [(expand.openings(entry["pattern"]), _rule(entry, expand)) for entry in raw["rule"]]
    skips = [(expand.openings(entry["pattern"]), _compiled(expand(entry["pattern"]))) for entry in raw["skip"]]
    joins = {form: frozenset(after) for form, after in raw["joins"].items()}
    return Grammar(_by_word(rules), _by_word(skips), joins, words)


Kept = TypeVar("Kept")


def _by_word(entries: Iterable[tuple[frozenset[str], Kept]]) -> dict[str, tuple[Kept, ...]]:
    found: dict[str, list[Kept]] = {}
    for vocabulary, entry in entries:
        for word in vocabulary:
            found.setdefault(word, []).append(entry)
    return {word: tuple(listed) for word, listed in found.items()}


class _Expander:
    """Puts numbers, macros and word tables into the slots of a pattern."""

    def __init__(self, numbers: Mapping[str, str], macros: Mapping[str, str], words: Words) -> None:
        self.plain = {**{name: f"(?:{p})" for name, p in numbers.items()}, **words.patterns}
        self.macros = macros
        self.words = words

    def __call__(self, pattern: str) -> str:
        return _SLOT.sub(self._slot, self._with_macros(pattern))

    def openings(self, pattern: str) -> frozenset[str]:
        """The lower-case words that a pattern may begin with, and some more; ``0`` where it may begin with a number."""
        pattern = self._with_macros(pattern)
        return frozenset(w for branch in _branches(pattern) for w in self._vocabulary(_first_word(branch)))

    def _vocabulary(self, pattern: str) -> frozenset[str]:
        found = set(_WORD.findall(_SLOT.sub(" ", pattern).lower()))
        for slot in _SLOT.finditer(pattern):
            table = "number" if slot[3] == "count" else slot[3]
            found |= {w for entry in self.words.tables.get(table, ()) for w in _WORD.findall(entry)[:1]}
        digits = "\\d" in self(pattern) or any(w[0].isdigit() for w in found)
        return frozenset(found | {_DIGITS} if digits else found)

    def _with_macros(self, pattern: str) -> str:
        for _ in range(2):  # a macro may hold another
            for name, macro in self.macros.items():
                pattern = pattern.replace(f"<{name}>", macro)
        return pattern

    def _slot(self, found: re.Match[str]) -> str:
        silent, alias, name = found.groups()
        if name not in self.plain:
            return found.group()
        return self.plain[name] if silent else f"(?P<{alias or name}>{self.plain[name]})"


def _branches(pattern: str) -> Iterator[str]:
    """The alternatives of a pattern."""
    start = 0
    for at, sign in _outside_brackets(pattern):
        if sign == "|":
            yield pattern[start:at]
            start = at + 1
    yield pattern[start:]


def _first_word(pattern: str) -> str:
    """What stands before the first blank that every match has; a blank in brackets may be left out."""
    return pattern[: next((at for at, sign in _outside_brackets(pattern) if sign == " "), len(pattern))]


def _outside_brackets(pattern: str) -> Iterator[tuple[int, str]]:
    """The signs of a pattern that stand in no brackets, with their places."""
    depth, last = 0, ""
    for at, sign in enumerate(pattern):
        if last == "\\":
            last = ""
            continue
        last = sign
        depth += (sign in "([") - (sign in ")]")
        if not depth:
            yield at, sign


def _rule(entry: Mapping[str, object], expand: "_Expander") -> Rule:
    def around(key: str, form: str) -> re.Pattern[str] | None:
        text = entry.get(key)
        return re.compile(form.format(_spaced(expand(str(text)))), re.IGNORECASE) if text else None

    settings = entry.get("set", {})
    assert isinstance(settings, dict)
    return Rule(
        form=str(entry["form"]),
        pattern=_compiled(expand(str(entry["pattern"]))),
        settings=settings,
        joined=bool(entry.get("joined", False)),
        after=around("after", r"(?:^|\b|(?<=\())(?:{})"),
        unless_before=around("unless_before", "(?:{})"),
        unless_next=around("unless_next", "(?:{})"),
        weigh=str(entry["weigh"]) if "weigh" in entry else None,
    )


def _spaced(pattern: str) -> str:
    return pattern.replace(" ", SPACE)


def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern that ends where a word ends; a hyphen goes on with the word."""
    return re.compile(rf"(?:{_spaced(pattern)})(?!\w)(?!-\w)(?<!\s)", re.IGNORECASE)


def find_expressions(text: str, grammar: Grammar) -> Iterator[Expression]:
    """The time expressions of a text (one block), left to right, longest first, without overlap."""
    done = 0
    for word in _WORD.finditer(text):
        key, start = _key(word.group()), word.start()
        if (key not in grammar.rules and key not in grammar.skips) or start < done:
            continue
        if _inside_number_or_word(text, start):
            continue
        skipped = max((m.end() for p in grammar.skips.get(key, ()) if (m := p.match(text, start))), default=0)
        found = _expression(text, start, key, grammar)
        if found and found.end >= skipped:
            yield found
            done = found.end
        elif skipped:
            done = skipped


def _key(word: str) -> str:
    return _DIGITS if word[0].isdigit() else word.lower()


def _inside_number_or_word(text: str, start: int) -> bool:
    before = text[max(0, start - 2) : start]
    if not before:
        return False
    if before[-1] in "-/" and len(before) == 2 and before[0].isalnum():
        return True
    if before[-1] == "." and before[0].isalpha() and text.startswith("no", start):
        return True  # "kystavisa.no torsdag"
    return before[-1] in ".,:" and before[0].isdigit() and text[start].isdigit()


def _expression(text: str, start: int, key: str, grammar: Grammar) -> Expression | None:
    best: Expression | None = None
    for item in _items(text, start, key, grammar, None):
        found = _chain((item,), text, grammar)
        if found and (best is None or found.end > best.end):
            best = found
    return best


def _chain(items: tuple[Item, ...], text: str, grammar: Grammar) -> Expression | None:
    """The longest whole that begins with these items; None where they cannot stand alone."""
    last = items[-1]
    followers = grammar.joins.get(last.form, frozenset())
    gap = (_CLOCK_GAP if last.form == "clock" else _GAP).match(text, last.end) if followers else None
    best: Expression | None = None
    word = _WORD.match(text, gap.end()) if gap else None
    if word and len(items) < _LONGEST_CHAIN:
        for item in _items(text, word.start(), _key(word.group()), grammar, followers):
            found = _chain((*items, item), text, grammar)
            if found and (best is None or found.end > best.end):
                best = found
    return best or _whole(items)


def _whole(items: tuple[Item, ...]) -> Expression | None:
    alone = len(items) == 1 and items[0].joined
    if alone or items[-1].form in ("edge", "early", "night", "approx"):
        return None
    fields = items[0].fields
    for item in items[1:]:
        merged = fields.merged(item.fields)
        if merged is None:
            return None
        fields = merged
    weigh = items[-1].weigh if len(items) == 1 or items[0].form == "approx" else None  # "rundt 1500 ansatte"
    return Expression(items[0].start, items[-1].end, tuple(i.form for i in items), fields, weigh)


def _items(text: str, start: int, key: str, grammar: Grammar, forms: frozenset[str] | None) -> Iterator[Item]:
    for rule in grammar.rules.get(key, ()):
        if forms is not None and rule.form not in forms:
            continue
        found = rule.pattern.match(text, start)
        if found and _fits(rule, found, text):
            fields = read_fields(found, rule.settings, grammar.words)
            if fields is not None:
                yield Item(start, found.end(), rule.form, rule.joined, fields, rule.weigh)


def _fits(rule: Rule, found: re.Match[str], text: str) -> bool:
    before = text[max(0, found.start() - 30) : found.start()]
    if rule.after and not rule.after.search(before):
        return False
    if rule.unless_before and rule.unless_before.search(before):
        return False
    return not (rule.unless_next and rule.unless_next.match(text, found.end()))
