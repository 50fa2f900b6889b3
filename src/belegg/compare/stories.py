"""Stage: stories (documents, passages, people's judgements -> stories and the judgements behind them).

Streaming: in the order of publication an article joins the story that its features say, or opens one. It is compared
with the articles of a story, not with a centre that drifts, and must agree with a quorum of them: one look-alike
does not chain two stories together. Ids come from a story's first article and stay when it grows.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from belegg.compare.moments import bounds, day_number
from belegg.compare.profile import Desk, Profile, Rarity, Vector, is_telling, profile
from belegg.core.article import Article
from belegg.core.comparison import Passage, Story
from belegg.core.document import Document
from belegg.core.judgement import Feature, Judgement, Verdict, total
from belegg.core.spans import Place
from belegg.text.bridge import load_bridge

JOIN = 0.28
DOUBT = 0.22
LEAST_WORDS_ALIKE = 0.1
NAMES, NAMES_MOST, NAMES_TO_WORDS = 0.5, 0.6, 1.3
WORDS_ALONE, WORDS_TO_NAMES = 0.2, 2.0
FIGURE, FIGURES_MOST = 0.02, 0.1
PASSAGE, PASSAGES_MOST = 0.12, 0.36
LINK = 0.15
#: How many days nothing is taken off, and after how many more half of it is, for 0, 1, 2, ... rare names in common.
FRESH = ((5, 15), (10, 30), (45, 60))
FRESH_AGAIN = (1, 3)
KIND = 0.35
PLACES_A_KEY, LEAST_HITS = 48, 2
STORIES_TRIED, MEMBERS_READ = 8, 24


@dataclass(frozen=True, slots=True)
class Item:
    """A document in the stream: its versions' ids (the last one is read), its time and what it is about.

    ``passages``: the numbers of those that it shares with others.
    """

    ids: tuple[str, ...]
    article: Article
    first: str
    day: int | None
    profile: Profile
    passages: frozenset[int]


@dataclass(slots=True)
class Stream:
    """What has come so far: items, the story of each, the index of keys, and what is known about pairs of articles."""

    said: dict[tuple[str, str], Judgement]
    rarity: Rarity = field(default_factory=Rarity)
    words: Desk = field(default_factory=Desk)
    names: Desk = field(default_factory=Desk)
    items: list[Item] = field(default_factory=list)
    story_of: list[int] = field(default_factory=list)
    members: dict[int, list[int]] = field(default_factory=dict)
    index: dict[int, list[int]] = field(default_factory=dict)
    judgements: list[Judgement] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Fit:
    """How well an item fits a story: the quorum's mean score, the nearest member and why."""

    story: int
    score: float
    nearest: int
    reasons: tuple[Feature, ...]


def stories(
    docs: Sequence[Document], passages: Sequence[Passage], judgements: Sequence[Judgement] = ()
) -> tuple[tuple[Story, ...], tuple[Judgement, ...]]:
    """Every article's story, and a judgement for each article that joined one or nearly did.

    Versions of a document stand in one story and count once. A person's judgement (subject ``story``, two article
    ids) outranks the features.
    """
    stream = Stream(spoken(judgements))
    for item in itemised(docs, stream.rarity, shared_passages(passages)):
        admit(stream, item)
    return tuple(told(stream, s) for s in sorted(stream.members)), tuple(stream.judgements)


def itemised(docs: Sequence[Document], rarity: Rarity, shared: Mapping[str, Sequence[int]]) -> Iterator[Item]:
    """One item per document, in the order of first publication."""
    versions: dict[str, list[Document]] = defaultdict(list)
    for doc in docs:
        versions[doc.article.doc or doc.id].append(doc)
    ordered = sorted((sorted(v, key=lambda d: d.article.version) for v in versions.values()), key=arrival)
    bridge = load_bridge()
    for v in ordered:
        yield Item(
            ids=tuple(d.id for d in v),
            article=v[-1].article,
            first=v[0].id,
            day=day_number(v[0].article.published),
            profile=profile(v[-1], bridge, rarity),
            passages=frozenset(p for d in v for p in shared.get(d.id, ())),
        )


def arrival(versions: Sequence[Document]) -> tuple[str, str]:
    """The key that puts documents in the order in which they came."""
    return bounds(versions[0].article.published)[0], versions[0].id


def pair(one: str, other: str) -> tuple[str, str]:
    """Two ids in a fixed order."""
    return (one, other) if one <= other else (other, one)


def shared_passages(passages: Iterable[Passage]) -> dict[str, list[int]]:
    """The passages of each article, by number."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, passage in enumerate(passages):
        for member in passage.members:
            found[member.article].append(number)
    return found


def spoken(judgements: Iterable[Judgement]) -> dict[tuple[str, str], Judgement]:
    """What people said about pairs of articles; a later word replaces an earlier one."""
    return {pair(j.left, j.right): j for j in judgements if j.subject == "story" and j.by != "belegg"}


def admit(stream: Stream, item: Item) -> None:
    """Puts an item into the story that it fits best, or opens one for it."""
    number = len(stream.items)
    lay(stream, item)
    fits = sorted((fit(stream, item, s) for s in candidates(stream, item)), key=lambda f: (-f.score, f.story))
    stream.items.append(item)
    best = fits[0] if fits else None
    joins = best is not None and best.score >= JOIN
    story = best.story if best is not None and joins else number
    stream.story_of.append(story)
    stream.members.setdefault(story, []).append(number)
    if best is not None and best.score >= DOUBT:
        stream.judgements.append(judged(stream, item, best))
    for key in item.profile.looked_up:
        latest = stream.index.setdefault(key, [])
        latest.append(number)
        del latest[:-PLACES_A_KEY]
    for other in fits[1:]:
        if joins and other.score >= JOIN and agree(stream, story, other.story):
            merge(stream, story, other.story)
            story = stream.story_of[number]


def lay(stream: Stream, item: Item) -> None:
    """Lays out what an item is about, for others to be compared with it."""
    stream.words.lay(item.profile.terms, len(stream.rarity.keys))
    stream.names.lay(item.profile.names, len(stream.rarity.keys))


def judged(stream: Stream, item: Item, found: Fit) -> Judgement:
    """The machine's word on an item and the nearest article of the story that it fits best."""
    verdict: Verdict = "same" if found.score >= JOIN else "unsure"
    nearest = stream.items[found.nearest]
    details = {"same words": common(stream, stream.words, nearest.profile.terms),
               "same names": common(stream, stream.names, nearest.profile.names)}  # fmt: skip
    reasons = tuple(Feature(f.name, f.weight, f.detail or details.get(f.name, "")) for f in found.reasons)
    return Judgement("story", item.first, nearest.first, verdict, round(found.score, 3), reasons)


def common(stream: Stream, desk: Desk, other: Vector, most: int = 5) -> str:
    """The keys that weigh most among those that the vector laid out shares with another."""
    return ", ".join(stream.rarity.keys[k].rpartition(":")[2] for k in desk.common(other)[:most])


def candidates(stream: Stream, item: Item) -> list[int]:
    """The stories whose articles share most of an item's heaviest keys, and those that a person joined it to."""
    hits: Counter[int] = Counter()
    for key in item.profile.looked_up:
        hits.update({stream.story_of[n] for n in stream.index.get(key, ())})
    likely = [s for s, n in sorted(hits.items(), key=lambda x: (-x[1], x[0])) if n >= LEAST_HITS][:STORIES_TRIED]
    told_of = {o for p in stream.said for o in p if not set(p).isdisjoint(item.ids)}
    if told_of:
        likely += [s for n, s in enumerate(stream.story_of) if told_of.intersection(stream.items[n].ids)]
    return list(dict.fromkeys(likely))


def fit(stream: Stream, item: Item, story: int) -> Fit:
    """How well an item, which is laid out, fits a story: the mean over the nearer half of its latest members."""
    members = stream.members[story][-MEMBERS_READ:]
    people = spoken_of(stream, item, stream.members[story])
    if people is not None:
        return people
    scored = sorted(((total(f := features(stream, item, stream.items[m])), m, f) for m in members), key=lambda x: -x[0])
    quorum = scored[: (len(scored) + 1) // 2]
    return Fit(story, sum(s for s, _, _ in quorum) / len(quorum), quorum[0][1], quorum[0][2])


def spoken_of(stream: Stream, item: Item, members: Sequence[int]) -> Fit | None:
    """What people said about an item and a story's articles; *different* wins where they disagree."""
    found: Fit | None = None
    for m in members if stream.said else ():
        for a in item.ids:
            for b in stream.items[m].ids:
                word = stream.said.get(pair(a, b))
                if word is not None and word.verdict != "unsure":
                    score = 1.0 if word.verdict == "same" else -1.0
                    if found is None or score < found.score:
                        reason = Feature("a person said so", score, word.by)
                        found = Fit(stream.story_of[m], score, m, (reason,))
    return found


def features(stream: Stream, one: Item, other: Item) -> tuple[Feature, ...]:
    """Why two articles, the first laid out, are of one story, or not: each feature adds to the score or takes from it.

    Names weigh little more than the words around them: a namesake or the same officials tell of another happening.
    Words weigh little more than the names: notices of one kind (a sale, a match, a fire) share all but the names.
    """
    a, b = one.profile, other.profile
    alike, names = stream.words.cosine(b.terms), stream.names.cosine(b.names)
    figures = sorted(a.figures & b.figures)
    passages = len(one.passages & other.passages)
    copied = min(PASSAGE * passages, PASSAGES_MOST)
    found = [
        Feature("same words", alike),
        Feature("same names", min(NAMES * min(names, NAMES_MOST), NAMES_TO_WORDS * alike)),
    ]
    if figures:
        found.append(Feature("same figures", min(FIGURE * len(figures), FIGURES_MOST), ", ".join(figures[:5])))
    if passages:
        found.append(Feature("shared passages", copied, str(passages)))
    unnamed = alike + copied - WORDS_ALONE - WORDS_TO_NAMES * names
    named = len(a.names.keys) > 0 and len(b.names.keys) > 0
    if named and unnamed > 0:
        found.append(Feature("other names: an event of the same kind", -unnamed))
    if links(one.article, other.article) or links(other.article, one.article):
        found.append(Feature("one links to the other", LINK))
    if alike < LEAST_WORDS_ALIKE and not passages:
        found.append(Feature("other subject: names alone do not make a story", -total(tuple(found))))
    again = named and alike - names > KIND
    return (*found, *apart(stream, one, other, total(tuple(found)), again))


def links(one: Article, other: Article) -> bool:
    """True where one article's text holds the other's address."""
    return bool(other.url) and one.url != other.url and str(other.url) in one.text


def apart(stream: Stream, one: Item, other: Item, score: float, again: bool) -> tuple[Feature, ...]:
    """What a long time between two articles takes off: the same words later tell of another happening.

    It takes less the more names they share that are hardly met elsewhere: a case in court has the same people from the
    charge to the appeal, the next accident in the same tunnel only the fire chief. Most it takes where the words are
    far more alike than the names (``again``): what is told in set words happens again.
    """
    if one.day is None or other.day is None or one.day == other.day:
        return ()
    days = abs(one.day - other.day)
    named = sum(is_telling(stream.rarity.keys[k]) for k in stream.names.common(other.profile.names))
    fresh, half_life = FRESH_AGAIN if again else FRESH[min(named, len(FRESH) - 1)]
    late = days - fresh
    if late <= 0:
        return ()
    half_life *= named if named >= len(FRESH) - 1 else 1
    return (Feature("long apart", -score * (1 - 0.5 ** (late / half_life)), f"{days} days"),)


def agree(stream: Stream, one: int, other: int) -> bool:
    """True where two stories are one: a quorum of the smaller's latest articles fits the larger."""
    small, large = sorted((one, other), key=lambda s: (len(stream.members[s]), s))
    scores = sorted(laid_fit(stream, m, large) for m in stream.members[small][-MEMBERS_READ:])
    return scores[(len(scores) - 1) // 2] >= JOIN and scores[0] >= 0


def laid_fit(stream: Stream, number: int, story: int) -> float:
    """How well an item of another story fits a story."""
    lay(stream, stream.items[number])
    return fit(stream, stream.items[number], story).score


def merge(stream: Stream, one: int, other: int) -> None:
    """Makes two stories one, under the id of the older."""
    old, new = min(one, other), max(one, other)
    for m in stream.members[new]:
        stream.story_of[m] = old
    stream.members[old] = sorted(stream.members[old] + stream.members.pop(new))


def told(stream: Stream, story: int) -> Story:
    """A story with the title of its most central article."""
    items = [stream.items[m] for m in stream.members[story]]
    titled = [i for i in items if i.article.title is not None]
    words, names = summed([i.profile.terms for i in items]), summed([i.profile.names for i in items])
    central = max(
        titled, key=lambda i: (dot(i.profile.terms, words) + NAMES * dot(i.profile.names, names), i is items[0]),
        default=None,
    )  # fmt: skip
    return Story(
        id=f"story-{stream.items[story].first}",
        title=place_of_title(central.article) if central else None,
        articles=tuple(a for i in items for a in i.ids),
    )


def summed(vectors: Sequence[Vector]) -> Vector:
    """The sum of vectors, over the keys that any has."""
    keys, at = np.unique(np.concatenate([v.keys for v in vectors]), return_inverse=True)
    return Vector(keys, np.bincount(at, np.concatenate([v.values for v in vectors]), len(keys)).astype(np.float64))


def dot(one: Vector, whole: Vector) -> float:
    """The product of a vector and a sum that it is part of."""
    return float(whole.values[np.searchsorted(whole.keys, one.keys)] @ one.values)


def place_of_title(article: Article) -> Place | None:
    """Where the title of an article stands."""
    return Place(article.id, article.title.start, article.title.end) if article.title else None
