"""One label per name within an article, and every mention of a name that is seen once.

What is a person in one sentence is no place in the next (one sense per discourse: Gale, Church and Yarowsky 1992).
"""

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
MISSED_AT_MOST = 2  # mentions without a label for one with


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


def settle_names(runs: Sequence[TypedRun], texts: Sequence[str]) -> list[TypedRun]:
    """One label per name, and then the mentions that the model passed over. In reading order."""
    return every_mention(one_label_per_name(runs, texts), texts)


def every_mention(runs: Sequence[TypedRun], texts: Sequence[str]) -> list[TypedRun]:
    """The names and, with the same types, their further mentions that carry no label yet.

    A word that the model passes over far more often than it takes it for a name is none ("Regjeringen" that opens
    sentences), nor is one that the article writes in lower case, too. Derived words and events are left alone.
    """
    types = {tuple(texts[run.first : run.last]): run.type for run in runs}
    labelled = Counter(tuple(texts[run.first : run.last]) for run in runs)
    ordinary = {text for text in texts if text[:1].islower()}
    known = [words for words, kind in types.items() if kind not in ("DRV", "EVT") and _spreads(words, ordinary)]
    taken = {place for run in runs for place in range(run.first, run.last)}
    missed = _unlabelled(known, texts, taken)
    counts = Counter(words for _, words in missed)
    added = [
        TypedRun(first, first + len(words), types[words])
        for first, words in missed
        if counts[words] <= MISSED_AT_MOST * labelled[words]
    ]
    return sorted([*runs, *added], key=lambda run: run.first)


def _unlabelled(known: Sequence[Words], texts: Sequence[str], labelled: set[int]) -> list[tuple[int, Words]]:
    """Where the words stand without a label; the longest first where two would overlap."""
    openings: dict[str, list[Words]] = defaultdict(list)
    for words in sorted(known, key=len, reverse=True):
        openings[words[0]].append(words)
    taken, found = set(labelled), []
    for first, text in enumerate(texts):
        for words in openings.get(text, ()):
            places = range(first, first + len(words))
            if tuple(texts[first : places.stop]) == words and taken.isdisjoint(places):
                found.append((first, words))
                taken.update(places)
    return found


def _spreads(words: Words, ordinary: set[str]) -> bool:
    return (
        len("".join(words)) > 2
        and words[0][:1].isupper()
        and words[-1][:1].isupper()
        and not all(word.lower() in ordinary for word in words)
    )
