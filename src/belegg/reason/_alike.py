"""Whether two clauses tell of one event: each pair weighed by small named features, very many pairs at once.

The weights are those of a logistic regression over the pairs of annotated stories (``python -m training.events``).
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from math import log

import numpy as np

from belegg.reason._arrays import Flags, Floats, Numbers, Sets, numbered
from belegg.reason._happenings import Happening
from belegg.reason._triggers import MEETING, load_event_words
from belegg.text.dates import days_of

TOLD_AS_FACT = ("happened", "ongoing")
TO_COME = ("planned", "possible")
RECALLED = 60  # days: what lies longer before the news is another event than the news
PUT_OFF = 10  # days that a plan may come before or after the day it was made for
PARTIES = 2  # a meeting has two: with another one it is another meeting
MOST_WORDS, MOST_NAMES = 2.5, 2

#: ``deed``: a word of the same end of an axis, or the same verb. ``narrow``: of a kind that a story has mostly one of.
#: ``names``: how many they share. ``words``: the same, each by how rare it is in the story. ``other agents``: each
#: names who does it, and not the same. ``same day``, ``far day``, ``months``: of two that give one, the same, or more
#: than ten days or two months apart. ``other day``: two deeds of one kind, each with a day of its own; ``other deed's
#: day``: two of different kinds (*ble innlagt mandag*, *kom hjem torsdag*), both done; both set by hand. ``recalled``:
#: one is news and the other lies long back. ``other meeting``: of other people; set by hand. ``one article``: both in
#: it. ``pointing``: both by nouns that point back (*vedtaket*). ``display``: both in headlines or leads.
WEIGHTS: Mapping[str, float] = {
    "base": -4.2,
    "deed": 2.2,
    "narrow": 1.15,
    "names": 0.65,
    "words": 2.0,
    "other agents": -0.85,
    "same day": 1.7,
    "other day": -4.0,
    "other deed's day": -1.0,
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


class Likenesses:
    """The clauses of a story by their numbers, and the features of any pairs of them."""

    def __init__(self, told: Sequence[Happening], documents: Mapping[str, str]) -> None:
        """``documents``: article id to what its versions share."""
        words = load_event_words()
        rare = rarity(told)
        self._deed, self._article = numbered([h.axis for h in told]), numbered(_articles(told, documents))
        self._narrow = np.array([h.axis in words.narrow for h in told], np.bool_)
        self._meeting = np.array([h.axis == MEETING for h in told], np.bool_)
        self._names, self._words = Sets([h.participants for h in told]), Sets([h.words for h in told])
        self._worth = np.array([rare[word] for word in self._words.known])
        self._agents, self._people = Sets([h.agents for h in told]), Sets([h.people for h in told])
        self._fact = np.array([is_fact(h) for h in told], np.bool_)
        self._news = np.array([is_news(h) or is_to_come(h) for h in told], np.bool_)
        self._pointing = np.array([h.is_reference for h in told], np.bool_)
        self._display = np.array([h.display for h in told], np.bool_)
        self._day, self._told = [h.day for h in told], [h.told for h in told]

    def features(self, a: Numbers, b: Numbers) -> dict[str, Floats]:
        """What speaks for the clauses of each pair (in any order) telling of one event, and what against it."""
        dated = _by_values(self._day, self._day, a, b, lambda x, y: bool(x) and bool(y))
        fits = dated & _by_values(self._day, self._day, a, b, compatible)
        near = _by_values(self._day, self._day, a, b, _near)
        same_time = _by_values(self._day, self._day, a, b, lambda x, y: _near(x, y, RECALLED))
        same = self._deed[a] == self._deed[b]
        found = {
            "base": np.ones(len(a)),
            "deed": same,
            "narrow": same & self._narrow[a],
            "names": np.minimum(MOST_NAMES, self._names.shared(a, b)),
            "words": np.minimum(MOST_WORDS, self._words.shared(a, b, worth=self._worth)),
            "other agents": _apart(self._agents, a, b),
            "same day": fits,
            # What is planned for one day may come on another near it, but two deeds have each their own.
            "other day": same & dated & ~fits & (self._fact[a] == self._fact[b]),
            "other deed's day": ~same & dated & ~fits & self._fact[a] & self._fact[b],
            "far day": dated & ~fits & ~near,
            "recalled": self._recalled(a, b) | self._recalled(b, a),
            "months": dated & ~fits & ~same_time,
            "other meeting": same & self._meeting[a] & self._with_others(a, b),
            "one article": self._article[a] == self._article[b],
            "pointing": self._pointing[a] & self._pointing[b],
            "display": self._display[a] & self._display[b],
        }
        return {name: np.asarray(value, np.float64) for name, value in found.items()}

    def _recalled(self, news: Numbers, other: Numbers) -> Flags:
        """Where the one is news and the other lies months before it, or is still to come.

        *Brua åpnet i 1994* and *skal åpne onsdag* are not what *har åpnet et senter* tells.
        """
        return self._news[news] & _by_values(self._told, self._day, news, other, long_before)

    def _with_others(self, a: Numbers, b: Numbers) -> Flags:
        met, fewest = self._people.shared(a, b), np.minimum(self._people.sizes[a], self._people.sizes[b])
        return np.asarray((met < PARTIES) & (fewest >= PARTIES))


def _articles(told: Sequence[Happening], documents: Mapping[str, str]) -> list[str]:
    return [documents[h.place.article] for h in told]


def _apart(sets: Sets, a: Numbers, b: Numbers) -> Flags:
    return np.asarray((sets.sizes[a] > 0) & (sets.sizes[b] > 0) & ~sets.meet(a, b))


def _by_values(
    mine: Sequence[str], theirs: Sequence[str], a: Numbers, b: Numbers, holds: Callable[[str, str], bool]
) -> Flags:
    """Whether something holds of the two values of each pair; each two different values are asked for once."""
    first, second = list(dict.fromkeys(mine)), list(dict.fromkeys(theirs))
    number, other = numbered(mine)[a], numbered(theirs)[b]
    both = number * len(second) + other
    met, true = np.zeros(len(first) * len(second), np.bool_), np.zeros(len(first) * len(second), np.bool_)
    met[both] = True
    for place in np.flatnonzero(met).tolist():
        true[place] = holds(first[place // len(second)], second[place % len(second)])
    return np.asarray(true[both])


def compatible(a: str, b: str) -> bool:
    """True where one time lies within the other."""
    if a.startswith(b) or b.startswith(a):
        return True
    first, second = days_of(a), days_of(b)
    if first is None or second is None:
        return False
    return (first[0] <= second[0] and second[1] <= first[1]) or (second[0] <= first[0] and first[1] <= second[1])


def is_fact(h: Happening) -> bool:
    """True for what is told as done or going on."""
    return h.status in TOLD_AS_FACT


def is_news(h: Happening) -> bool:
    """True for what is told as done on the day of writing, without a day of its own."""
    return is_fact(h) and h.main and h.current and not h.day and bool(h.told)


def is_to_come(h: Happening) -> bool:
    """True for what is told as planned or possible: what was done months before is not what is meant."""
    return h.status in TO_COME and bool(h.told)


def _near(a: str, b: str, most: int = PUT_OFF) -> bool:
    """True where the two lie within so many days; by default those that a plan may be put off."""
    first, second = days_of(a), days_of(b)
    if first is None or second is None:
        return True
    return max((second[0] - first[1]).days, (first[0] - second[1]).days) <= most


def long_before(told: str, day: str) -> bool:
    """True where a day lies months before the one of the telling."""
    first, second = days_of(told), days_of(day)
    return first is not None and second is not None and (first[0] - second[1]).days > RECALLED
