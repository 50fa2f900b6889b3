"""One label per name within an article: what is a person in one sentence is no place in the next."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class TypedRun:
    """A name over the tokens [first, last) of an article."""

    first: int
    last: int
    type: str


Words = tuple[str, ...]


def _base(words: Words, known: set[Words]) -> Words:
    """The name without its genitive s, where the article also has it bare."""
    last = words[-1]
    for ending in ("s", "’s", "'s", "’", "'"):
        bare = (*words[:-1], last[: -len(ending)])
        if last.endswith(ending) and bare in known:
            return bare
    return words


def _votes(runs: Sequence[TypedRun], texts: Sequence[str]) -> dict[Words, Counter[str]]:
    surfaces = {tuple(texts[run.first : run.last]) for run in runs}
    votes: dict[Words, Counter[str]] = defaultdict(Counter)
    for run in runs:
        votes[_base(tuple(texts[run.first : run.last]), surfaces)][run.type] += 1
    return votes


def _person_parts(votes: dict[Words, Counter[str]]) -> set[str]:
    """Words of full personal names: a later bare surname or given name means the same person."""
    return {
        word
        for words, types in votes.items()
        if len(words) > 1 and types.most_common(1)[0][0] == "PER"
        for word in words
        if word[:1].isupper()
    }


def one_label_per_name(runs: Sequence[TypedRun], texts: Sequence[str]) -> list[TypedRun]:
    """The same names with the type that the article gives each of them most often.

    ``texts`` are the article's tokens. A bare word that is part of a full personal name in the article is a person
    unless the article votes otherwise at least twice as often.
    """
    votes = _votes(runs, texts)
    parts = _person_parts(votes)
    labels = {}
    for words, types in votes.items():
        total = Counter(types)
        if len(words) == 1 and words[0] in parts and "PER" in types:
            total["PER"] += 2
        best = max(total.values())
        labels[words] = next(kind for kind in total if total[kind] == best)
    surfaces = set(votes)
    return [replace(run, type=labels[_base(tuple(texts[run.first : run.last]), surfaces)]) for run in runs]
