"""How near propositions stand to each other: in the text, and, by a model of meaning, in what they say."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import inf

from belegg.core.judgement import Feature, total
from belegg.core.meaning import Meaning, Telling, Word
from belegg.core.words import Sentence
from belegg.reason._material import Material
from belegg.reason._origins import same_source
from belegg.reason._pairs import candidates, other_people, score
from belegg.reason._propositions import Proposition
from belegg.reason._sayings import Saying
from belegg.reason._story import StoryIndex, View
from belegg.reason._wording import told_words

# The weights are those of a logistic regression over the pairs of annotated stories.
W_WORDING = 1.1  # times the score by wording
W_MEANING = 2.5  # times the likeness in meaning
W_AROUND = 4.8  # times the likeness of what stands around the two
W_BESIDE = -1.3  # the two stand side by side: the same stands around them whatever they say
W_QUOTED = 1.5  # what somebody has said, and then in his own words
W_PERSONS = -3.0  # two persons who are not one
W_REPORT = -0.6  # for each that an outlet tells in its own voice: much of that is background
W_DISPLAY = 0.4  # for each in a title, lead or heading: those tell what matters
NEAR = 0.35  # likeness in meaning from which two propositions are compared, whether or not they share a word
AT_ONCE = 2  # sentences on


class Nearness:
    """How near two propositions are, by their numbers in ``Material.props``."""

    def __init__(self, material: Material, index: StoryIndex, meaning: Meaning) -> None:
        self.material = material
        self._told = _telling(material.props, material.sayings, index)
        self._alike = meaning.read(self._told)
        self._known: dict[tuple[int, int], float] = {}

    def score(self, left: int, right: int) -> float:
        """What the features of a pair, the lower number first, add up to."""
        pair = (left, right)
        if pair not in self._known:
            self._known[pair] = total(self.features(left, right))
        return self._known[pair]

    def features(self, left: int, right: int) -> tuple[Feature, ...]:
        """Why the two are, or are not, of one claim."""
        a, b = self.material.props[left], self.material.props[right]
        setting = self.material.setting(a.saying, b.saying)
        wording = score(a, b, self.material.rare, setting)
        if other_people(a, b):  # the same words of somebody else are another claim, however near they are
            return (Feature("persons", W_PERSONS, "other persons"),)
        found = [
            Feature("wording", W_WORDING * wording, "what their words have in common"),
            Feature("meaning", W_MEANING * self._alike.between(left, right)),
            Feature("around", W_AROUND * self._alike.around(left, right), "what is told around them"),
        ]
        if self._apart(left, right) <= 1:
            found.append(Feature("beside", W_BESIDE, "one beside the other"))
        if self._quotes(left, right):
            found.append(Feature("quoted", W_QUOTED, "a quotation right after"))
        sayings = [self.material.sayings[p.saying] for p in (a, b)]
        found += [Feature("report", W_REPORT, "in the outlet's own voice") for s in sayings if s.is_report]
        found += [Feature("display", W_DISPLAY, "in a heading") for s in sayings if s.is_display]
        return tuple(found)

    def explained(self, left: int, right: int) -> tuple[Feature, ...]:
        """The features with the words that bring the two nearest in meaning."""
        words = " / ".join(dict.fromkeys(self._alike.closest(left, right)))
        return tuple(replace(f, detail=words) if f.name == "meaning" else f for f in self.features(left, right))

    def compared(self) -> Iterator[tuple[int, int]]:
        """The pairs that may be of one claim: those that share a key, are near in meaning, or stand together."""
        owners = self.material.owners
        near = {*self._alike.nearest(NEAR), *self._neighbours()}
        yield from sorted(
            {*candidates(self.material.props, owners), *(p for p in near if owners[p[0]] != owners[p[1]])}
        )

    def _apart(self, left: int, right: int) -> float:
        """Sentences from the one to the other; endless where they are of two articles."""
        apart = self._told.apart(left, right)
        return inf if apart is None else abs(apart)

    def _quotes(self, left: int, right: int) -> bool:
        """True where the later of the two quotes what the same source is told to have said."""
        if self._apart(left, right) > AT_ONCE:
            return False
        sayings, sources = self.material.sayings, self.material.sources
        numbers = (self.material.props[left].saying, self.material.props[right].saying)
        first, second = sorted((sayings[n] for n in numbers), key=lambda s: s.place.start)
        return second.direct and not first.direct and same_source(sources[first.number], sources[second.number])

    def _neighbours(self) -> Iterator[tuple[int, int]]:
        at = self._told.at
        places = sorted(range(len(at)), key=lambda n: at[n])
        for n, left in enumerate(places):
            for right in places[n + 1 :]:
                apart = self._told.apart(left, right)
                if apart is None or apart > AT_ONCE:
                    break
                yield min(left, right), max(left, right)


def _telling(props: Sequence[Proposition], sayings: Sequence[Saying], index: StoryIndex) -> Telling:
    """The propositions as clauses among the sentences of their articles."""
    articles = list(dict.fromkeys(s.place.article for s in sayings))
    number = {article: n for n, article in enumerate(articles)}
    views = [index.view(article) for article in articles]
    homes = [sayings[p.saying].place.article for p in props]
    at = [
        (number[home], max(0, bisect_right(index.view(home).sentence_starts, p.span.start) - 1))
        for p, home in zip(props, homes, strict=True)
    ]
    return Telling([_sentences(view, index) for view in views], [p.told for p in props], at)


def _sentences(view: View, index: StoryIndex) -> list[tuple[Word, ...]]:
    found = []
    for sentence in view.doc[Sentence]:
        named = [(s, e, index.entities[n].type) for s, e, n in view.names_in(sentence.span)]
        found.append(told_words(view.tokens(sentence.span), named))
    return found
