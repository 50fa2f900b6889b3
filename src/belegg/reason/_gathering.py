"""Which clauses tell of one event: each pair weighed by small named features, the nearest gathered first.

Average linkage (Sokal & Michener 1958): two groups are one event as long as the mean of their pairs is high enough.
The weights are those of a logistic regression over the pairs of annotated stories (``python -m training.events``).
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush
from itertools import combinations
from math import fsum, log

from belegg.reason._happenings import Happening
from belegg.reason._triggers import MEETING, load_event_words
from belegg.text.dates import days_of

TOLD_AS_FACT = ("happened", "ongoing")
RECALLED = 60  # days: what lies longer before the news is another event than the news
PUT_OFF = 10  # days that a plan may come before or after the day it was made for
PARTIES = 2  # a meeting has two: with another one it is another meeting
MOST_WORDS, MOST_NAMES = 2.5, 2
MOST_SHARING, NEXT = 150, 30  # clauses that share something and are all compared; else each with so many of the next
GATHER = -2.7  # mean weight from which two groups are one event

#: ``deed``: a word of the same end of an axis, or the same verb. ``narrow``: of a kind that a story has mostly one of.
#: ``names``: how many they share. ``words``: the same, each by how rare it is in the story. ``other agents``: each
#: names who does it, and not the same. ``same day``, ``far day``, ``months``: of two that give one, the same, or more
#: than ten days or two months apart. ``other day``: two deeds of one kind, each with a day of its own; set by hand.
#: ``recalled``: one is news and the other lies long back. ``other meeting``: of other people; set by hand.
#: ``one article``: both in it. ``pointing``: both by nouns that point back (*vedtaket*). ``display``: both in headlines
#: or leads.
WEIGHTS: Mapping[str, float] = {
    "base": -4.2,
    "deed": 2.2,
    "narrow": 1.15,
    "names": 0.65,
    "words": 2.0,
    "other agents": -0.85,
    "same day": 1.7,
    "other day": -4.0,
    "far day": -0.5,
    "recalled": -1.8,
    "months": -1.6,
    "other meeting": -3.0,
    "one article": 0.35,
    "pointing": -0.2,
    "display": 0.95,
}


def rarity(told: Sequence[Happening]) -> dict[str, float]:
    """Content word to 1 where only one of the clauses has it, 0 where all have."""
    counts = Counter(word for h in told for word in h.words)
    most = log(max(2, len(told)))
    return {word: 1 - log(count) / most for word, count in counts.items()}


def likeness(a: Happening, b: Happening, one_article: bool, rare: Mapping[str, float]) -> dict[str, float]:
    """The features of two clauses, in any order: what speaks for one event, and against. ``rare``: of each word."""
    same = a.axis == b.axis
    names = sum(1 for p in a.participants if p in b.participants)
    dated = bool(a.day) and bool(b.day)
    fits = dated and compatible(a.day, b.day)
    return {
        "base": 1.0,
        "deed": float(same),
        "narrow": float(same and a.axis in load_event_words().narrow),
        "names": float(min(MOST_NAMES, names)),
        "words": min(MOST_WORDS, fsum(rare[w] for w in a.words & b.words)),
        "other agents": float(bool(a.agents) and bool(b.agents) and not set(a.agents) & set(b.agents)),
        "same day": float(fits),
        "other day": float(same and dated and not fits and _is_other(a, b)),
        "far day": float(dated and not fits and not _near(a.day, b.day)),
        "recalled": float(_is_recalled(a, b) or _is_recalled(b, a)),
        "months": float(dated and not fits and not _near(a.day, b.day, RECALLED)),
        "other meeting": float(same and a.axis == MEETING and _others(a, b)),
        "one article": float(one_article),
        "pointing": float(a.is_reference and b.is_reference),
        "display": float(a.display and b.display),
    }


def gathered(
    told: Sequence[Happening],
    documents: Mapping[str, str],
    weights: Mapping[str, float] = WEIGHTS,
    least: float = GATHER,
) -> list[list[Happening]]:
    """The happenings that are held to be one event, in the order of the first of each.

    ``documents``: article id to what its versions share. ``least``: the mean weight that two groups need.
    """
    far, rare = weights["base"], rarity(told)
    groups = {n: [n] for n in range(len(told))}
    beside: dict[int, dict[int, float]] = {n: {} for n in groups}  # what speaks for each two, over ``far``, summed
    for a, b in _comparable(told):
        one_article = documents[told[a].place.article] == documents[told[b].place.article]
        found = likeness(told[a], told[b], one_article, rare)
        beside[a][b] = beside[b][a] = sum(weights[name] * value for name, value in found.items()) - far
    heap = [_entry(a, b, groups, beside) for a in beside for b in beside[a] if a < b]
    heapify(heap)
    while heap and -heap[0][0] + far >= least:
        _, a, b, *sizes = heappop(heap)
        if a in groups and b in groups and sizes == [len(groups[a]), len(groups[b])]:
            if _on_other_days([told[n] for n in groups[a]], [told[n] for n in groups[b]]):
                continue
            _join(a, b, groups, beside)
            for other in sorted(beside[a]):
                heappush(heap, _entry(min(a, other), max(a, other), groups, beside))
    return [[told[n] for n in sorted(members)] for members in groups.values()]


Entry = tuple[float, int, int, int, int]


def _entry(a: int, b: int, groups: Mapping[int, Sequence[int]], beside: Mapping[int, Mapping[int, float]]) -> Entry:
    first, second = len(groups[a]), len(groups[b])
    return (-beside[a][b] / (first * second), a, b, first, second)


def _join(a: int, b: int, groups: dict[int, list[int]], beside: dict[int, dict[int, float]]) -> None:
    """Puts the second group into the first."""
    groups[a] += groups.pop(b)
    for other, weight in beside.pop(b).items():
        del beside[other][b]
        if other != a:
            beside[a][other] = beside[other][a] = beside[a].get(other, 0.0) + weight


def _comparable(told: Sequence[Happening]) -> Iterator[tuple[int, int]]:
    """The pairs that have something in common: the deed, a name or a word; of what very many share, those told near.

    So the cost grows with the clauses of a long story, not with their pairs.
    """
    owners: dict[str, list[int]] = {}
    for number, h in enumerate(told):
        for key in {h.axis, *h.participants, *h.words}:
            owners.setdefault(key, []).append(number)
    found: set[tuple[int, int]] = set()
    for numbers in owners.values():
        if len(numbers) <= MOST_SHARING:
            found.update(combinations(numbers, 2))
        else:
            found.update((a, b) for n, a in enumerate(numbers) for b in numbers[n + 1 : n + 1 + NEXT])
    yield from sorted(found)


def compatible(a: str, b: str) -> bool:
    """True where one time lies within the other."""
    if a.startswith(b) or b.startswith(a):
        return True
    first, second = days_of(a), days_of(b)
    if first is None or second is None:
        return False
    return (first[0] <= second[0] and second[1] <= first[1]) or (second[0] <= first[0] and first[1] <= second[1])


def _on_other_days(some: Sequence[Happening], others: Sequence[Happening]) -> bool:
    """True where both tell of one deed, done on days of their own, and none of the days is that of the other."""
    for deed in {h.axis for h in some} & {h.axis for h in others}:
        first, second = ({h.day for h in g if h.axis == deed and h.day and _is_fact(h)} for g in (some, others))
        if first and second and not any(compatible(a, b) for a in first for b in second):
            return True
    return False


def _is_fact(h: Happening) -> bool:
    return h.status in TOLD_AS_FACT


def _is_other(a: Happening, b: Happening) -> bool:
    """What is planned for one day may come on another near it, but two deeds have each their own."""
    return (a.status in TOLD_AS_FACT) == (b.status in TOLD_AS_FACT)


def _near(a: str, b: str, most: int = PUT_OFF) -> bool:
    """True where the two lie within so many days; by default those that a plan may be put off."""
    first, second = days_of(a), days_of(b)
    if first is None or second is None:
        return True
    return max((second[0] - first[1]).days, (first[0] - second[1]).days) <= most


def is_news(h: Happening) -> bool:
    """True for what is told as done on the day of writing, without a day of its own."""
    return h.status in TOLD_AS_FACT and h.main and h.current and not h.day and bool(h.told)


def _is_recalled(news: Happening, other: Happening) -> bool:
    """True where the one is news and the other lies months before it, or is still to come.

    *Brua åpnet i 1994* and *skal åpne onsdag* are not what *har åpnet et senter* tells.
    """
    if not other.day or not is_news(news):
        return False
    told, day = days_of(news.told), days_of(other.day)
    return told is not None and day is not None and (told[0] - day[1]).days > RECALLED


def _others(a: Happening, b: Happening) -> bool:
    met = sum(1 for p in a.people if p in b.people)
    return met < PARTIES <= min(len(a.people), len(b.people))
