"""How near propositions stand to each other: in the text, and, by a model of meaning, in what they say."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import fsum, log, sqrt

import numpy as np

from belegg.core.article import BlockKind
from belegg.core.judgement import Feature
from belegg.core.meaning import Meaning, Telling, Word
from belegg.core.spans import Span
from belegg.core.words import Sentence
from belegg.reason._arrays import Flags, Floats, Numbers, Pairs, Sets, distinct, in_parts, is_among
from belegg.reason._counts import NONE, Counts
from belegg.reason._material import Material
from belegg.reason._origins import same_source
from belegg.reason._pairs import other_people
from belegg.reason._propositions import Proposition
from belegg.reason._sayings import Saying
from belegg.reason._story import StoryIndex, View
from belegg.reason._wording import told_words

# Times the feature of that name. Rounded from a fit to 25 stories; ``python -m training.nearness`` fits them again
# (what it finds, and what that gives: docs/stages/claims.md). That of two persons and the two of openings are set by
# what they do to whole dossiers.
WEIGHTS = {
    "wording": 1.0,  # the score by wording where that speaks for them
    "against": 0.4,  # and where it speaks against them
    "meaning": 2.5,  # the likeness in meaning
    "around": 4.5,  # the likeness of what stands around the two
    "named": 1.2,  # the likeness of the names around the two, the rarer the more
    "beside": -1.7,  # the two stand side by side: the same stands around them whatever they say
    "sentence": -3.0,  # two things in one sentence, neither within the other: its own words tell them apart
    "quoted": 1.5,  # what somebody has said, and then in his own words
    "source": 0.7,  # the same source in two articles
    "persons": -3.0,  # two persons who are not one
    "kind": -1.3,  # two figures of one kind of thing: there are many such
    "size": 2.75,  # and about as much: the smaller one's share of the larger
    "bare": 1.6,  # the same where one of them does not tell what it counts
    "report": -0.35,  # for each that an outlet tells in its own voice: much of that is background
    "display": 0.2,  # for each in a title, lead or heading: those tell what matters
    "opening": 1.5,  # both tell the news of one article (the product of how far each does)
    "openings": 0.4,  # each tells the news of its own article
}
#: How far a saying tells its article's news: in its title and lead, and first and second in running text. Of annotated
#: members a title and the first saying below it are of one claim in 63 to 100 per cent of the articles.
NEWS: Mapping[BlockKind, float] = {"title": 1.0, "lead": 0.8}
FIRST = (1.0, 0.5)

NEAR = 0.35  # likeness in meaning from which two propositions are compared, whether or not they share a word
NEXT_TO = {0: 1.0, -1: 0.5, 1: 0.3}  # weight of the names that many sentences on
AT_ONCE = 2  # sentences on
Value = tuple[str, float]

DETAILS = {
    "persons": "other persons",
    "wording": "what their words have in common",
    "against": "what their words have against it",
    "around": "what is told around them",
    "named": "the names around them",
    "kind": "of one kind of thing",
    "size": "about as much",
    "bare": "about as much, of what is not told",
    "beside": "one beside the other",
    "sentence": "two parts of one sentence",
    "source": "the same source",
    "quoted": "a quotation right after",
    "report": "in the outlet's own voice",
    "display": "in a heading",
    "opening": "both tell the news of the article",
    "openings": "the news of both articles",
}


class Nearness:
    """How near two propositions are, by their numbers in ``Material.props``."""

    def __init__(self, material: Material, index: StoryIndex, meaning: Meaning) -> None:
        self.material = material
        self._sayings = [material.sayings[p.saying] for p in material.props]
        self._sources = [material.sources[p.saying] for p in material.props]
        self._voices = [_voice(saying) for saying in self._sayings]
        self._told = _telling(material.props, material.sayings, index)
        self._alike = meaning.read(self._told)
        self._named = _named_around(self._told, material.sayings, index)
        self._figure = np.array([p.aspect == "figure" for p in material.props], np.bool_)
        self._news = _news_told(material)
        spans = [p.span for p in material.props]
        self._columns = _Columns(self._sayings, spans, self._told, self._named, self._news)
        texts = [index.view(s.place.article).doc.text for s in self._sayings]
        self._counts = Counts(material.props, texts)
        self._scored = Pairs(len(material.props), self._scores)
        self._counted = Pairs(len(material.props), self._counts.are_one)

    @property
    def all_known(self) -> bool:
        """True of a small story, in which the scores of all pairs are at hand."""
        return self._scored.all_known

    def score(self, left: int, right: int) -> float:
        """What the features of a pair, the lower number first, add up to."""
        return sum(WEIGHTS[name] * value for name, value in self.values(left, right))

    def scores(self, left: Numbers, right: Numbers) -> Floats:
        """``score`` of very many pairs."""
        return self._scored(left, right)

    def _scores(self, left: Numbers, right: Numbers) -> Floats:
        def told(a: Numbers, b: Numbers) -> Floats:
            return self._weighed(a, b, self.material.wordings.scores(a, b))

        return in_parts(told, left, right)

    def _weighed(self, left: Numbers, right: Numbers, wording: Floats) -> Floats:
        total = np.where(wording > 0, WEIGHTS["wording"], WEIGHTS["against"]) * wording
        total += WEIGHTS["meaning"] * np.asarray(self._alike.all_between(left, right), np.float64)
        total += WEIGHTS["around"] * np.asarray(self._alike.all_around(left, right), np.float64)
        total += self._of_figures(left, right)
        total += self._columns.scores(left, right, self.material.told.same_source(left, right))
        persons = self.material.wordings.other_people(left, right)
        return np.where(persons, WEIGHTS["persons"], total)

    def are_counts(self, left: Numbers, right: Numbers) -> Flags:
        """Where both tell about as much of one kind of thing."""
        return self._counted(left, right)

    def _of_figures(self, left: Numbers, right: Numbers) -> Floats:
        """What two figures say of their being of one claim."""
        alike = self._counts.alike(left, right)
        kind = np.where(alike.kind > NONE, WEIGHTS["kind"] + WEIGHTS["size"] * alike.kind, 0.0)
        bare = np.where(alike.bare > NONE, WEIGHTS["bare"] * alike.bare, 0.0)
        return np.where(self._figure[left] & self._figure[right], kind + bare, 0.0)

    def _sizes(self, left: int, right: int) -> Iterator[Value]:
        alike = self._counts.alike(np.array([left]), np.array([right]))
        if alike.kind[0] > NONE:
            yield "kind", 1.0
            yield "size", float(alike.kind[0])
        elif alike.bare[0] > NONE:
            yield "bare", float(alike.bare[0])

    def features(self, left: int, right: int) -> tuple[Feature, ...]:
        """Why the two are, or are not, of one claim, with the words that bring them nearest in meaning."""
        words = " / ".join(dict.fromkeys(w for w in self._alike.closest(left, right) if w))
        found = self.values(left, right)
        return tuple(Feature(n, WEIGHTS[n] * v, words if n == "meaning" else DETAILS[n]) for n, v in found)

    def values(self, left: int, right: int) -> Sequence[Value]:
        """The features of a pair, the lower number first, by their names in ``WEIGHTS``."""
        a, b = self.material.props[left], self.material.props[right]
        if other_people(a, b):  # the same words of somebody else are another claim, however near they are
            return [("persons", 1.0)]
        wording = self.material.wording(left, right)
        found = [
            ("wording" if wording > 0 else "against", wording),
            ("meaning", self._alike.between(left, right)),
            ("around", self._alike.around(left, right)),
        ]
        named, others = self._named[left], self._named[right]
        if shared := named.keys() & others.keys():
            found.append(("named", fsum(named[n] * others[n] for n in shared)))
        if a.aspect == b.aspect == "figure":
            found += self._sizes(left, right)
        if news := self._news[left] * self._news[right]:
            together = self._told.apart(left, right) is not None
            found.append(("opening" if together else "openings", news))
        found += self._places(left, right)
        found += self._voices[left]
        found += self._voices[right]
        return found

    def _places(self, left: int, right: int) -> Iterator[Value]:
        """What follows from where the two stand, and who tells them."""
        apart = self._told.apart(left, right)
        if apart is not None and abs(apart) <= 1:
            yield "beside", 1.0
        if apart == 0 and not self.material.props[left].span.shared(self.material.props[right].span):
            yield "sentence", 1.0
        if apart is not None and abs(apart) > AT_ONCE:
            return
        if not same_source(self._sources[left], self._sources[right]):
            return
        if apart is None:
            yield "source", 1.0
            return
        first, second = self._sayings[left], self._sayings[right]
        if second.place.start < first.place.start:
            first, second = second, first
        if second.direct and not first.direct:
            yield "quoted", 1.0

    def compared(self) -> tuple[Numbers, Numbers, Floats]:
        """The pairs that may be of one claim, with their scores: those that share a key, are near in meaning, or stand
        together."""
        size, owners = len(self.material.props), np.array(self.material.owners, np.int64)
        alike, beside = np.asarray(self._alike.nearest(NEAR), np.int64), self._columns.beside(AT_ONCE)
        near = np.concatenate((alike, beside), axis=1)
        near = near[:, owners[near[0]] != owners[near[1]]]
        left, right = self.material.alignable
        known = left * size + right  # as one number each, which are sorted in half the time
        more = distinct(near[0] * size + near[1])
        more = more[~is_among(more, known)]
        pairs = np.concatenate((known, more))
        if self.all_known:
            left, right = np.divmod(np.sort(pairs), max(1, size))
            return left, right, self.scores(left, right)
        others = in_parts(self.material.wordings.scores, more // max(1, size), more % max(1, size))
        order = np.argsort(pairs)
        left, right = pairs[order] // max(1, size), pairs[order] % max(1, size)
        wording = np.concatenate((self.material.aligned, others))[order]
        return left, right, in_parts(self._weighed, left, right, wording)


class _Columns:
    """What of nearness follows from where propositions stand and who tells them, for very many pairs at once."""

    def __init__(
        self,
        sayings: Sequence[Saying],
        spans: Sequence[Span],
        told: Telling,
        named: Sequence[Mapping[str, float]],
        news: Sequence[float],
    ) -> None:
        self._news = np.array(news)
        self._article = np.array([article for article, _ in told.at], np.int64)
        self._sentence = np.array([sentence for _, sentence in told.at], np.int64)
        self._start = np.array([s.place.start for s in sayings], np.int64)
        self._from = np.array([span.start for span in spans], np.int64)
        self._to = np.array([span.end for span in spans], np.int64)
        self._direct = np.array([s.direct for s in sayings], np.bool_)
        self._voice = np.array([fsum(WEIGHTS[name] * value for name, value in _voice(s)) for s in sayings])
        self._names = Sets(named)
        self._weights = np.zeros(self._names.columns.shape)
        for number, weights in enumerate(named):
            self._weights[: len(weights), number] = [weights[name] for name in sorted(weights)]

    def beside(self, away: int) -> Numbers:
        """The pairs of one article that stand at most so many sentences from each other, in two rows."""
        order = np.lexsort((self._sentence, self._article))
        article, sentence = self._article[order], self._sentence[order]
        found = [np.empty((2, 0), np.int64)]
        for step in range(1, len(order)):
            near = (article[step:] == article[:-step]) & (sentence[step:] - sentence[:-step] <= away)
            if not near.any():
                break
            both = np.stack((order[:-step][near], order[step:][near]))
            found.append(np.sort(both, axis=0))
        return np.concatenate(found, axis=1)

    def scores(self, left: Numbers, right: Numbers, same_source: Flags) -> Floats:
        """What the names around the two, their places and their voices add up to."""
        total = WEIGHTS["named"] * self._names.product(left, right, self._weights)
        apart = np.abs(self._sentence[right] - self._sentence[left])
        together = self._article[left] == self._article[right]
        total += np.where(together & (apart <= 1), WEIGHTS["beside"], 0.0)
        outside = (self._to[left] <= self._from[right]) | (self._to[right] <= self._from[left])
        total += np.where(together & (apart == 0) & outside, WEIGHTS["sentence"], 0.0)
        total += self._news[left] * self._news[right] * np.where(together, WEIGHTS["opening"], WEIGHTS["openings"])
        total += np.where(~together & same_source, WEIGHTS["source"], 0.0)
        swapped = self._start[right] < self._start[left]
        first, second = np.where(swapped, right, left), np.where(swapped, left, right)
        follows = self._direct[second] & ~self._direct[first]
        total += np.where(together & (apart <= AT_ONCE) & same_source & follows, WEIGHTS["quoted"], 0.0)
        return np.asarray(total + self._voice[left] + self._voice[right])


def _news_told(material: Material) -> list[float]:
    """How far each proposition tells its article's news, by where its saying stands."""
    found: dict[int, float] = {}
    running: dict[str, list[tuple[int, int]]] = {}
    for s in material.sayings:
        if s.is_display:
            found[s.number] = NEWS.get(s.kind, 0.0)
        else:
            running.setdefault(s.place.article, []).append((s.place.start, s.number))
    for told in running.values():
        found.update((number, share) for (_, number), share in zip(sorted(told), FIRST, strict=False))
    return [found.get(p.saying, 0.0) for p in material.props]


def _voice(saying: Saying) -> Sequence[Value]:
    """What a saying tells by who says it and where."""
    report = [("report", 1.0)] if saying.is_report else []
    return [*report, ("display", 1.0)] if saying.is_display else report


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
    return Telling([_sentences(v, index) for v in views], [p.told for p in props], at)


def _sentences(view: View, index: StoryIndex) -> list[tuple[Word, ...]]:
    found = []
    for sentence in view.doc[Sentence]:
        named = [(s, e, index.entities[n].type) for s, e, n in view.names_in(sentence.span)]
        found.append(told_words(view.tokens(sentence.span), named))
    return found


def _named_around(told: Telling, sayings: Sequence[Saying], index: StoryIndex) -> list[Mapping[str, float]]:
    """For each clause the entities of its sentence and those next to it, with weights whose squares add up to one."""
    articles = dict.fromkeys(s.place.article for s in sayings)
    named = [_named(index.view(article), index) for article in articles]
    counts = Counter(entity for article in named for sentence in article for entity in sentence)
    most = sum(len(article) for article in named)
    rarity = {entity: log(most / count) for entity, count in counts.items()}
    return [_names_by_weight(named[article], place, rarity) for article, place in told.at]


def _named(view: View, index: StoryIndex) -> list[set[str]]:
    return [{index.base(n) for _, _, n in view.names_in(sentence.span)} for sentence in view.doc[Sentence]]


def _names_by_weight(sentences: Sequence[set[str]], place: int, rarity: Mapping[str, float]) -> Mapping[str, float]:
    weights: dict[str, float] = {}
    for away, share in NEXT_TO.items():
        for entity in sorted(sentences[place + away]) if 0 <= place + away < len(sentences) else ():
            weights[entity] = max(weights.get(entity, 0.0), share * rarity[entity])
    length = sqrt(fsum(w * w for w in weights.values()))
    return {entity: w / length for entity, w in weights.items()} if length else {}
