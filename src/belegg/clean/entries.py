"""Live pages, minute by minute: the clocks and days that head their entries are told apart from the entries' text."""

import re
from collections.abc import Mapping

from belegg.text.entries import LEAST, clock_at, day_alone, runs_backwards, steps

_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c]+")
_MOST_OPEN = 0.25  # share of entries that may be no sentence, or out of the page's order
_WORDS = 3
_CLOSERS = "»”\"'’)] "


def entry_heads(text: str) -> Mapping[int, int]:
    """Where each clock (or day alone on its line) begins, to where it ends; empty for a page that is no live page.

    A programme has clocks too, but titles below them, and a list of clips durations in any order.
    """
    lines = [m for m in _LINE.finditer(text) if not m.group().isspace()]
    clocks: dict[int, tuple[str, int]] = {}
    told = 0
    for number, line in enumerate(lines):
        start = line.end() - len(line.group().lstrip())
        head = clock_at(text, start, line.end())
        if head is None:
            continue
        clocks[start] = head
        below = lines[number + 1].group() if number + 1 < len(lines) else ""
        told += _is_sentence(text[head[1] : line.end()].strip() or below)
    if told < max(LEAST, (1 - _MOST_OPEN) * len(clocks)) or not _in_order([clock for clock, _ in clocks.values()]):
        return {}
    days = {m.end() - len(m.group().lstrip()): m.end() for m in lines if day_alone(m.group())}
    return {start: end for start, (_, end) in clocks.items()} | days


def _is_sentence(text: str) -> bool:
    return len(text.split()) >= _WORDS and text.rstrip(_CLOSERS).endswith((".", "!", "?", "…", ":"))


def _in_order(clocks: list[str]) -> bool:
    """Nearly all steps go one way."""
    backwards = runs_backwards(clocks)
    wrong = sum(step > 0 if backwards else step < 0 for step in steps(clocks))
    return wrong <= max(1, _MOST_OPEN * len(clocks))
