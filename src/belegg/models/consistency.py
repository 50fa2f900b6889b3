"""One label per name within an article, and every mention of a name that is seen once.

What is a person in one sentence is no place in the next (one sense per discourse: Gale, Church and Yarowsky 1992).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class TypedRun:
    """A name over the tokens [first, last) of an article."""

    first: int
    last: int
    type: str


Words = tuple[str, ...]
MISSED_AT_MOST = 2  # mentions without a label for one with
FULL_NAME = 3  # labels on the bare surname that a full personal name is worth
PERSON_SEEN = 2  # and how much more a bare label as a person counts then


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


def _surnames(runs: Sequence[TypedRun], texts: Sequence[str]) -> Counter[str]:
    """Last words of full personal names and how often: the bare word means the same person later on."""
    return Counter(texts[run.last - 1] for run in runs if run.type == "PER" and run.last - run.first > 1)


def one_label_per_name(runs: Sequence[TypedRun], texts: Sequence[str]) -> list[TypedRun]:
    """The same names with the type that the article gives each of them most often.

    ``texts`` are the article's tokens. Whoever is named in full speaks for the bare surname, too, unless the article
    mostly has that as a place with a government ("Sand") or a derived word.
    """
    votes = _votes(runs, texts)
    surnames = _surnames(runs, texts)
    labels = {words: _label(words, types, surnames) for words, types in votes.items()}
    surfaces = set(votes)
    return [replace(run, type=labels[_base(tuple(texts[run.first : run.last]), surfaces)]) for run in runs]


def _label(words: Words, types: Counter[str], surnames: Counter[str]) -> str:
    best = max(types, key=lambda kind: types[kind])
    if len(words) > 1:
        return best
    full = max(surnames[words[0]], surnames[words[0].removesuffix("s")])
    persons = types["PER"] * (1 + PERSON_SEEN * (full > 0)) + FULL_NAME * full * (best not in ("GPE", "DRV"))
    return "PER" if full and persons > types[best] else best


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
    for surname, count in _surnames(runs, texts).items():
        types.setdefault((surname,), "PER")
        labelled[(surname,)] += FULL_NAME * count
    ordinary = {text for text in texts if text[:1].islower()}
    known = {words: words for words, kind in types.items() if kind not in ("DRV", "EVT") and _spreads(words, ordinary)}
    known |= {(*words[:-1], words[-1] + "s"): words for words in known if (*words[:-1], words[-1] + "s") not in known}
    taken = {place for run in runs for place in range(run.first, run.last)}
    missed = _unlabelled(known, texts, taken)
    counts = Counter(known[tuple(texts[first:last])] for first, last in missed)
    added = [
        TypedRun(first, last, types[words])
        for first, last in missed
        if counts[words := known[tuple(texts[first:last])]] <= MISSED_AT_MOST * labelled[words]
    ]
    return sorted([*runs, *added], key=lambda run: run.first)


def _unlabelled(known: Iterable[Words], texts: Sequence[str], labelled: set[int]) -> list[tuple[int, int]]:
    """Where the words stand without a label; the longest first where two would overlap."""
    openings: dict[str, list[Words]] = defaultdict(list)
    for words in sorted(known, key=len, reverse=True):
        openings[words[0]].append(words)
    taken, found = set(labelled), []
    for first, text in enumerate(texts):
        for words in openings.get(text, ()):
            last = first + len(words)
            if tuple(texts[first:last]) == words and taken.isdisjoint(range(first, last)):
                found.append((first, last))
                taken.update(range(first, last))
    return found


def _spreads(words: Words, ordinary: set[str]) -> bool:
    return (
        len("".join(words)) > 2
        and words[0][:1].isupper()
        and words[-1][:1].isupper()
        and not all(word.lower() in ordinary for word in words)
    )
