"""Titles in quotation marks are one name each: «Guitar Hero: World Tour».

What a sentence puts in quotation marks with a capital and without a finite verb is mostly a work's title, where
nothing tells that it is said: after a noun, a name or a preposition 167 of 184 in the treebanks' training part, of
those that are no name of another type. What opens a sentence is one in 30 cases of 53 and stays as the model has it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from belegg.core.words import Sentence, Token
from belegg.models.consistency import TypedRun
from belegg.text.name_data import head_words, word_endings

LONGEST = 11  # words between the marks
_CLOSING = {"«": "»", '"': '"', "“": "”", "”": "”", "„": "“"}
_ENDINGS = frozenset(".!?:,;…")
_BEFORE = frozenset({"NOUN", "ADP", "PROPN"})


def whole_titles(runs: Sequence[TypedRun], tokens: Sequence[Token], sentences: Sequence[Sentence]) -> list[TypedRun]:
    """The names, and every title in quotation marks as one of them. In reading order.

    What a title is part of («Pretty Woman»-stykket) is a derived word, marks and all; a vessel has its kind with its
    name (MS «Nordlys»).
    """
    starts = {sentence.first for sentence in sentences}
    found = (_title(runs, tokens, opening, last, starts) for opening, last in _quoted(tokens))
    titles = [title for title in found if title]
    if not titles:
        return list(runs)
    kept = [run for run in runs if not _within(titles, run.first, run.last)]
    return sorted([*kept, *titles], key=lambda run: run.first)


def _within(runs: Sequence[TypedRun], first: int, last: int) -> list[TypedRun]:
    return [run for run in runs if run.first < last and first < run.last]


def _quoted(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The marks around words of which the first has a capital."""
    after = 0
    for token in tokens:
        if token.index >= after and token.text in _CLOSING and (last := _closed(tokens, token.index)):
            after = last + 1
            if tokens[token.index + 1].text[:1].isupper():
                yield token.index, last


def _closed(tokens: Sequence[Token], opening: int) -> int:
    """The closing mark or, where the tokeniser leaves it in a word (Hero»-spillet), that word; 0 if there is none."""
    closing = _CLOSING[tokens[opening].text]
    for place in range(opening + 1, min(len(tokens), opening + LONGEST + 2)):
        text = tokens[place].text
        if text == closing or closing + "-" in text[1:]:
            return place
        if text in _CLOSING:
            return 0
    return 0


def _title(
    runs: Sequence[TypedRun], tokens: Sequence[Token], opening: int, last: int, starts: set[int]
) -> TypedRun | None:
    """The title that the quoted words are, or are part of; None where the names in them stay as they are."""
    first = opening + 1
    if last == first or tokens[last - 1].text in _ENDINGS:
        return None
    grown = _grown(tokens, last)
    if grown:
        return TypedRun(opening, grown, "DRV")
    if opening and tokens[opening - 1].text in head_words("product", "vessels"):
        return TypedRun(opening - 1, last + 1, "PROD")
    before = tokens[opening - 1] if opening and opening not in starts else None
    inside = _within(runs, first, last)
    if any(run.first <= first and run.last >= last for run in inside):
        other = inside[0].first == first and inside[0].last == last and before is not None and _announces(before.text)
        return TypedRun(first, last, "PROD") if other else None
    if _spoken(tokens, last):
        return None
    announced = before is not None and _announces(before.text)
    told = announced or (before is not None and before.pos in _BEFORE and not inside)
    quiet = not any(_finite(token) for token in tokens[first:last])
    works = any(run.type == "PROD" for run in inside) and (quiet or before is not None)
    return TypedRun(first, last, "PROD") if works or (told and quiet) else None


def _grown(tokens: Sequence[Token], last: int) -> int:
    """Where the compound that the title is part of ends, or 0."""
    if len(tokens[last].text) > 1:
        return last + 1
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    hangs = after is not None and after.start == tokens[last].end and after.text[:1] == "-" and len(after.text) > 2
    return last + 2 if hangs else 0


def _finite(token: Token) -> bool:
    return "VerbForm=Fin" in token.feats


def _spoken(tokens: Sequence[Token], last: int) -> bool:
    """True before *, sier hun*."""
    return last + 2 < len(tokens) and tokens[last + 1].text == "," and _finite(tokens[last + 2])


def _announces(word: str) -> bool:
    """True for *filmen*, *ungdomsromanen*."""
    return word in head_words("product", "announcing") or word.endswith(word_endings("product", "announcing_endings"))
