"""What makes a happening an event of its story: a table of small features of what tells of it, each with its weight.

The weights are those of a logistic regression over what is gathered in annotated stories, rounded
(``python -m training.events``); features that told nothing of stories left out of the fitting are not in the table.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from belegg.core.article import CONTENT_KINDS
from belegg.core.words import Sentence, Token
from belegg.reason._happenings import Happening
from belegg.reason._propositions import content_keys
from belegg.reason._story import StoryIndex
from belegg.reason._triggers import load_event_words
from belegg.reason._weighing import weighed

BEST = 3  # words of a clause by which its closeness to the story's main thing is told
LEAST = 2  # articles: one alone does not tell what words are its story's
RECENT, LONG_AGO = 1, 10  # years
YEAR = len("2024")

#: ``central``: its words are common in the story. ``narrow``: of a kind that a story has mostly one of. ``unlisted``: a
#: verb of no table. ``speech``: a deed of speech. ``weak``: driving, ordering, ringing; set by hand. ``told again``:
#: logarithm of the number of clauses that tell of it. ``title``, ``caption`` and ``quoted`` (in these only), ``main``:
#: where it is told. ``subject``: somebody does it. ``dated``: with a time of its own. ``old``: years ago.
WEIGHTS: Mapping[str, float] = {
    "base": -2.55,
    "central": 1.9,
    "narrow": 0.55,
    "unlisted": -1.0,
    "speech": -0.45,
    "weak": -0.7,
    "told again": 0.75,
    "title": 1.0,
    "caption": -1.2,
    "quoted": -0.8,
    "main": 0.3,
    "subject": 0.8,
    "dated": 1.1,
    "old": -1.25,
}


@dataclass(frozen=True)
class Themes:
    """The share of a story's articles that have a content word."""

    words: Mapping[str, float]

    def closeness(self, words: Iterable[str]) -> float:
        """The mean share of the most common of some words."""
        return sum(sorted((self.words.get(w, 0.0) for w in words), reverse=True)[:BEST]) / BEST


def themes(index: StoryIndex) -> Themes:
    """The themes of a story; versions of one article count once."""
    words: dict[str, set[str]] = {}
    for article, view in index.views.items():
        doc, tokens = index.document(article), view.doc[Token]
        for sentence in view.doc[Sentence]:
            if view.kind_at(sentence.start) in CONTENT_KINDS:
                for word in content_keys(tokens[sentence.first : sentence.last]):
                    words.setdefault(word, set()).add(doc)
    count = max(LEAST, len({index.document(a) for a in index.views}))
    return Themes({w: len(found) / count for w, found in words.items()})


def features(members: Sequence[Happening], story: Themes) -> dict[str, float]:
    """The features of all that tells of one event, each from 0 to about 1; ``told again`` is a logarithm."""
    lists = load_event_words()
    kinds, axes = {h.kind for h in members}, {h.axis for h in members}
    return {
        "base": 1.0,
        "central": max(story.closeness(h.words) for h in members),
        "narrow": float(bool(axes & lists.narrow)),
        "unlisted": float(all(h.trigger.is_unlisted for h in members)),
        "speech": float(axes <= lists.speech),
        "weak": float(axes <= lists.weak),
        "told again": math.log(len(members)),
        "title": float("title" in kinds),
        "caption": float(kinds == {"caption"}),
        "quoted": float(kinds == {"quote"}),
        "main": float(any(h.main for h in members)),
        "subject": float(any(h.has_subject for h in members)),
        "dated": float(any(h.times for h in members)),
        "old": _age(members),
    }


def _age(members: Sequence[Happening]) -> float:
    """0 for what is news, 1 for what lies years back, 2 for what lies long back."""
    years = [int(t[:YEAR]) for h in members for t in h.times if t[:YEAR].isdigit()]
    told = [int(h.told[:YEAR]) for h in members if h.told[:YEAR].isdigit()]
    ago = min(told) - max(years) if told and years else 0
    return float((ago > RECENT) + (ago >= LONG_AGO))


def worth(told: Mapping[str, float]) -> float:
    """The weighted sum of the features: above nought for what a reader would name as an event of the story."""
    return weighed(told, WEIGHTS)
