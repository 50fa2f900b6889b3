"""A person's name whole, where the recogniser sees the given name and the parser what belongs to it."""

from __future__ import annotations

from collections.abc import Sequence

from belegg.core.words import Sentence, Token
from belegg.models.consistency import TypedRun
from belegg.models.gazetteer import GAZETTEER


def full_names(runs: Sequence[TypedRun], tokens: Sequence[Token], sentences: Sequence[Sentence]) -> list[TypedRun]:
    """The names, and a given name that stands alone with the names that hang on it (``flat:name``) and are none yet."""
    starts = {sentence.first for sentence in sentences}
    taken = {place for run in runs for place in range(run.first, run.last)} | starts
    found = []
    for run in runs:
        last = run.last
        if last - run.first == 1 and tokens[run.first].text in GAZETTEER["given"]:
            while last < len(tokens) and last not in taken and _hangs(tokens[last]):
                last += 1
        found.append(TypedRun(run.first, last, run.type if last == run.last else "PER"))
    return found


def _hangs(token: Token) -> bool:
    return token.pos == "PROPN" and token.dep == "flat:name" and token.text.isalpha() and token.text[0].isupper()
