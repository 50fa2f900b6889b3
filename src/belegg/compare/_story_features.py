"""Why an article is of a story, or not: named features in log-odds, the sum of which joins it above 0.

Each likeness counts by its logarithm, so that the features multiply: an article must agree with a story in its words
AND in its names, and much of the one makes up for little of the other only in part. Weights: logistic regression over
articles and the stories that stood when they came; they hardly change with the set that is left out
(``docs/stages/stories.md``).
"""

from dataclasses import dataclass
from math import log, log1p

from belegg.core.judgement import Feature

#: An article and a story taken by chance: what the likenesses have to outweigh.
STRANGERS = -8.77
WORDS, STORY_WORDS, NAMES, OWN_NAMES = 1.65, 0.65, 1.1, 1.45
#: How alike strangers are, in words and in names: so much adds about as much again as nothing at all.
CHANCE, CHANCE_NAMES = 0.02, 0.05
NO_NAMES = 3.86
PASSAGE, PASSAGES_MOST = 0.25, 3
LINK = 2.0
#: Below so much likeness in words, with fewer full names in common, and no sentence, the name is a namesake's.
LEAST_WORDS, LEAST_FULL, NAMESAKE = 0.1, 1.5, -3.0
DAYS, UNDATED = -0.6, -1.2
#: From so many days on, each year takes off so much more: what happens again has the same officials.
LONG, YEAR = 90, -1.5


@dataclass(frozen=True, slots=True)
class Likeness:
    """How an article and a story are alike.

    ``words`` and ``names``: mean cosine over the nearer half of the members; ``story_words``: cosine with their sum.
    ``own_names``: the share of the article's names that the story has, each divided by 1 + the articles outside the
    story that have it; ``full_names``: how many of these are of two words or more. ``named``: both have names.
    ``days``: between the article and the nearest member, None where unknown.
    """

    words: float
    story_words: float
    names: float
    own_names: float
    full_names: float
    named: bool
    passages: int
    linked: bool
    days: int | None


def features(x: Likeness) -> tuple[Feature, ...]:
    """Each feature adds to the score or takes from it."""
    found = [
        Feature("strangers by chance", STRANGERS),
        Feature("same words", WORDS * log(1 + x.words / CHANCE)),
        Feature("words of the whole story", STORY_WORDS * log(1 + x.story_words / CHANCE)),
        *by_names(x),
    ]
    if x.passages:
        found.append(Feature("shared passages", PASSAGE * min(x.passages, PASSAGES_MOST), str(x.passages)))
    elif x.words < LEAST_WORDS and x.full_names < LEAST_FULL:
        found.append(Feature("hardly a word in common, nor a second name: a namesake", NAMESAKE))
    if x.linked:
        found.append(Feature("one links to the other", LINK))
    return (*found, *by_days(x.days))


def by_names(x: Likeness) -> tuple[Feature, ...]:
    """What the names tell; where one has none, as much as in an article that is as likely in the story as not."""
    if not x.named:
        return (Feature("no names to compare", NO_NAMES),)
    return (
        Feature("same names", NAMES * log(1 + x.names / CHANCE_NAMES)),
        Feature("names that only this story has", OWN_NAMES * log(1 + x.own_names / CHANCE)),
    )


def by_days(days: int | None) -> tuple[Feature, ...]:
    """What the time between an article and a story takes off: first fast, then slowly, later by the year."""
    if days is None:
        return (Feature("day unknown", UNDATED),)
    if days == 0:
        return ()
    return (Feature("days apart", DAYS * log1p(days) + YEAR * max(0, days - LONG) / 365, f"{days} days"),)
