"""Stage: stories (documents, passages, people's judgements -> stories and the judgements behind them).

Streaming: in the order of publication an article joins the story that its features say, or opens one. It is compared
with the latest articles of a story and must agree with a quorum of them (one look-alike does not chain two stories
together), and with the story as a whole: its words, and the names that only it has. Ids come from a story's first
article and stay when it grows.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from belegg.compare._story_features import Likeness, features
from belegg.compare.moments import bounds, days_between, possible_days
from belegg.compare.profile import Desk, Profile, Rarity, Vector, profile
from belegg.core.article import Article
from belegg.core.comparison import Passage, Story
from belegg.core.document import Document
from belegg.core.judgement import Feature, Judgement, Verdict, total
from belegg.core.spans import Place
from belegg.text.bridge import load_bridge

JOIN = 0.0
DOUBT = -1.5
#: What a person said outweighs all features.
SAID = 20.0
PLACES_A_KEY, LEAST_HITS = 48, 2
STORIES_TRIED, MEMBERS_READ = 8, 24
NAMES_TOLD = 0.5
Keys = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Item:
    """A document in the stream: its versions' ids (the last one is read), its time and what it is about.

    ``days``: the first and the last day on which it may have been published, as running numbers; None where unknown.
    ``passages``: the numbers of those that it shares with others.
    """

    ids: tuple[str, ...]
    article: Article
    first: str
    days: tuple[int, int] | None
    profile: Profile
    passages: frozenset[int]


@dataclass(slots=True)
class Stream:
    """What has come so far: items, the story of each, the index of keys, and what is known about pairs of articles.

    ``named``: in how many articles a name key stands; ``square``: the squared length of the sum of a story's words.
    """

    said: dict[tuple[str, str], Judgement]
    rarity: Rarity = field(default_factory=Rarity)
    words: Desk = field(default_factory=Desk)
    names: Desk = field(default_factory=Desk)
    items: list[Item] = field(default_factory=list)
    story_of: list[int] = field(default_factory=list)
    members: dict[int, list[int]] = field(default_factory=dict)
    square: dict[int, float] = field(default_factory=dict)
    index: dict[int, list[int]] = field(default_factory=dict)
    named: Counter[int] = field(default_factory=Counter)
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
            days=possible_days(v[0].article.published),
            profile=profile(v[-1], bridge, rarity),
            passages=frozenset(p for d in v for p in shared.get(d.id, ())),
        )


def arrival(versions: Sequence[Document]) -> tuple[str, str]:
    """The key that puts documents in the order in which they came.

    What tells only its month comes at its end, and what tells no time comes last: then its story is likely there.
    """
    return bounds(versions[0].article.published)[1], versions[0].id


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
    stream.named.update(item.profile.names.keys.tolist())
    fits = sorted((fit(stream, item, s) for s in candidates(stream, item)), key=lambda f: (-f.score, f.story))
    best = fits[0] if fits else None
    joins = best is not None and best.score >= JOIN
    story = best.story if best is not None and joins else number
    if best is not None and best.score >= DOUBT:
        stream.judgements.append(judged(stream, item, best))
    enter(stream, item, story)
    for other in fits[1:]:
        if joins and other.score >= JOIN and agree(stream, story, other.story):
            merge(stream, story, other.story)
            story = stream.story_of[number]


def enter(stream: Stream, item: Item, story: int) -> None:
    """Makes an item, which is laid out, a member of a story, to be found by its keys."""
    number = len(stream.items)
    members = stream.members.setdefault(story, [])
    words = [stream.words.cosine(stream.items[m].profile.terms) for m in members[-MEMBERS_READ:]]
    stream.square[story] = stream.square.get(story, 0.0) + 1 + 2 * len(members) * mean(words)
    stream.items.append(item)
    stream.story_of.append(story)
    members.append(number)
    for key in item.profile.looked_up:
        latest = stream.index.setdefault(key, [])
        latest.append(number)
        del latest[:-PLACES_A_KEY]


def lay(stream: Stream, item: Item) -> None:
    """Lays out what an item is about, for others to be compared with it."""
    stream.words.lay(item.profile.terms, len(stream.rarity.keys))
    stream.names.lay(item.profile.names, len(stream.rarity.keys))


def judged(stream: Stream, item: Item, found: Fit) -> Judgement:
    """The machine's word on an item and the nearest article of the story that it fits best."""
    verdict: Verdict = "same" if found.score >= JOIN else "unsure"
    nearest = stream.items[found.nearest]
    members = [stream.items[m] for m in stream.members[found.story][-MEMBERS_READ:]]
    keys, worth = own_names(stream, found.story, members)
    own = keys[np.argsort(-(stream.names.laid[keys] ** 2) * worth, kind="stable")]
    details = {"same words": common(stream, stream.words, nearest.profile.terms),
               "same names": common(stream, stream.names, nearest.profile.names),
               "names that only this story has": told_keys(stream, own)}  # fmt: skip
    reasons = tuple(Feature(f.name, f.weight, f.detail or details.get(f.name, "")) for f in found.reasons)
    return Judgement("story", item.first, nearest.first, verdict, round(found.score, 3), reasons)


def common(stream: Stream, desk: Desk, other: Vector) -> str:
    """The keys that weigh most among those that the vector laid out shares with another."""
    return told_keys(stream, desk.common(other))


def told_keys(stream: Stream, keys: Iterable[int], most: int = 5) -> str:
    """The first of some keys, as words."""
    return ", ".join([stream.rarity.keys[k].rpartition(":")[2] for k in keys][:most])


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
    """How well an item, which is laid out, fits a story."""
    people = spoken_of(stream, item, stream.members[story])
    if people is not None:
        return people
    nearest, alike = likeness(stream, item, story)
    reasons = features(alike)
    return Fit(story, total(reasons), nearest, reasons)


def likeness(stream: Stream, item: Item, story: int) -> tuple[int, Likeness]:
    """The nearest of a story's latest members, and how an item, which is laid out and counted, is like the story."""
    numbers = stream.members[story][-MEMBERS_READ:]
    members = [stream.items[m] for m in numbers]
    words = [stream.words.cosine(m.profile.terms) for m in members]
    names = [stream.names.cosine(m.profile.names) for m in members]
    keys, worth = own_names(stream, story, members)
    share = stream.names.laid[keys] ** 2
    full = [w for k, w in zip(keys.tolist(), worth.tolist(), strict=True) if " " in stream.rarity.keys[k]]
    days = [days_between(item.days, m.days) for m in members if item.days is not None and m.days is not None]
    nearest = max(range(len(members)), key=lambda n: words[n] + names[n])
    return numbers[nearest], Likeness(
        words=nearer_half(words),
        story_words=mean(words) * len(stream.members[story]) / sqrt(stream.square[story]),
        names=nearer_half(names),
        own_names=float(share @ worth),
        full_names=sum(full),
        named=len(item.profile.names.keys) > 0 and any(len(m.profile.names.keys) for m in members),
        passages=max(len(item.passages & m.passages) for m in members),
        linked=any(links(item.article, m.article) or links(m.article, item.article) for m in members),
        days=min(days, default=None),
    )


def own_names(stream: Stream, story: int, members: Sequence[Item]) -> tuple[Keys, NDArray[np.float64]]:
    """The names that the item laid out shares with a story, and how far they are the story's own.

    That is 1 for a name that no other article has, 1/2 where one other has it, and so on.
    """
    shared = [m.profile.names.keys[stream.names.laid[m.profile.names.keys] > 0] for m in members]
    keys, inside = (shared[0], 1) if len(shared) == 1 else np.unique(np.concatenate(shared), return_counts=True)
    everywhere = np.array([stream.named[k] for k in keys.tolist()], np.float64)
    outside = everywhere - 1 - inside * (len(stream.members[story]) / len(members))
    return keys, 1 / (1 + np.maximum(outside, 0))


def mean(values: Sequence[float]) -> float:
    """The mean; 0 for nothing."""
    return sum(values) / len(values) if values else 0.0


def nearer_half(values: Sequence[float]) -> float:
    """The mean of the larger half: a quorum, which does not ask that all agree."""
    return mean(sorted(values)[len(values) // 2 :])


def spoken_of(stream: Stream, item: Item, members: Sequence[int]) -> Fit | None:
    """What people said about an item and a story's articles; *different* wins where they disagree."""
    found: Fit | None = None
    for m in members if stream.said else ():
        for a in item.ids:
            for b in stream.items[m].ids:
                word = stream.said.get(pair(a, b))
                if word is not None and word.verdict != "unsure":
                    score = SAID if word.verdict == "same" else -SAID
                    if found is None or score < found.score:
                        reason = Feature("a person said so", score, word.by)
                        found = Fit(stream.story_of[m], score, m, (reason,))
    return found


def links(one: Article, other: Article) -> bool:
    """True where one article's text holds the other's address."""
    return bool(other.url) and one.url != other.url and str(other.url) in one.text


def agree(stream: Stream, one: int, other: int) -> bool:
    """True where two stories are one: a quorum of the smaller's latest articles fits the larger."""
    small, large = sorted((one, other), key=lambda s: (len(stream.members[s]), s))
    scores = sorted(laid_fit(stream, m, large) for m in stream.members[small][-MEMBERS_READ:])
    return scores[(len(scores) - 1) // 2] >= JOIN and scores[0] > -SAID


def laid_fit(stream: Stream, number: int, story: int) -> float:
    """How well an item of another story fits a story."""
    lay(stream, stream.items[number])
    return fit(stream, stream.items[number], story).score


def merge(stream: Stream, one: int, other: int) -> None:
    """Makes two stories one, under the id of the older."""
    old, new = min(one, other), max(one, other)
    pairs = len(stream.members[old]) * len(stream.members[new])
    stream.square[old] += stream.square.pop(new) + 2 * pairs * alike(stream, old, new)
    for m in stream.members[new]:
        stream.story_of[m] = old
    stream.members[old] = sorted(stream.members[old] + stream.members.pop(new))


def alike(stream: Stream, one: int, other: int) -> float:
    """The mean cosine of the words of two stories' latest articles."""
    found: list[float] = []
    for m in stream.members[one][-MEMBERS_READ:]:
        lay(stream, stream.items[m])
        found += [stream.words.cosine(stream.items[o].profile.terms) for o in stream.members[other][-MEMBERS_READ:]]
    return mean(found)


def told(stream: Stream, story: int) -> Story:
    """A story with the title of its most central article."""
    items = [stream.items[m] for m in stream.members[story]]
    titled = [i for i in items if i.article.title is not None]
    words, names = summed([i.profile.terms for i in items]), summed([i.profile.names for i in items])
    worth = {i.first: dot(i.profile.terms, words) + NAMES_TOLD * dot(i.profile.names, names) for i in titled}
    central = max(titled, key=lambda i: (worth[i.first], i is items[0]), default=None)
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
