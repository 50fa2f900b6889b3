"""Stage: stories (documents, passages, people's judgements -> stories and the judgements behind them).

Streaming: in the order of publication an article joins the story that its features say, or opens one. It is compared
with the articles of a story, not with a centre that drifts, and must agree with a quorum of them: one look-alike
does not chain two stories together. Ids come from a story's first article and stay when it grows.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from belegg.compare.moments import bounds, day_number
from belegg.compare.profile import Profile, Rarity, Weights, cosine, heaviest, profile, telling
from belegg.core.article import Article
from belegg.core.comparison import Passage, Story
from belegg.core.document import Document
from belegg.core.judgement import Feature, Judgement, Verdict, total
from belegg.core.spans import Place
from belegg.text.bridge import load_bridge

JOIN = 0.33
DOUBT = 0.22
LEAST_WORDS_ALIKE = 0.12
NAMES, NAMES_MOST, NAMES_TO_WORDS = 0.5, 0.6, 1.3
FIGURE, FIGURES_MOST = 0.02, 0.1
PASSAGE, PASSAGES_MOST = 0.12, 0.36
LINK = 0.15
FRESH_DAYS, HALF_LIFE_DAYS = 45, 60
KEYS_LOOKED_UP, PLACES_A_KEY, LEAST_HITS = 24, 48, 2
STORIES_TRIED, MEMBERS_READ = 8, 24


@dataclass(frozen=True, slots=True)
class Item:
    """A document in the stream: its versions' ids (the last one is read), its time and what it is about."""

    ids: tuple[str, ...]
    article: Article
    first: str
    day: int | None
    profile: Profile


@dataclass(slots=True)
class Stream:
    """What has come so far: items, the story of each, the index of keys, and what is known about pairs of articles."""

    together: Counter[tuple[str, str]]
    said: dict[tuple[str, str], Judgement]
    items: list[Item] = field(default_factory=list)
    story_of: list[int] = field(default_factory=list)
    members: dict[int, list[int]] = field(default_factory=dict)
    index: dict[str, deque[int]] = field(default_factory=dict)
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
    stream = Stream(shared_passages(passages), spoken(judgements))
    for item in itemised(docs):
        admit(stream, item)
    return tuple(told(stream, s) for s in sorted(stream.members)), tuple(stream.judgements)


def itemised(docs: Sequence[Document]) -> list[Item]:
    """One item per document, in the order of first publication."""
    versions: dict[str, list[Document]] = defaultdict(list)
    for doc in docs:
        versions[doc.article.doc or doc.id].append(doc)
    ordered = sorted((sorted(v, key=lambda d: d.article.version) for v in versions.values()), key=arrival)
    bridge, rarity = load_bridge(), Rarity()
    return [
        Item(
            ids=tuple(d.id for d in v),
            article=v[-1].article,
            first=v[0].id,
            day=day_number(v[0].article.published),
            profile=profile(v[-1], bridge, rarity),
        )
        for v in ordered
    ]


def arrival(versions: Sequence[Document]) -> tuple[str, str]:
    """The key that puts documents in the order in which they came."""
    return bounds(versions[0].article.published)[0], versions[0].id


def pair(one: str, other: str) -> tuple[str, str]:
    """Two ids in a fixed order."""
    return (one, other) if one <= other else (other, one)


def shared_passages(passages: Iterable[Passage]) -> Counter[tuple[str, str]]:
    """How many passages each two articles share."""
    found: Counter[tuple[str, str]] = Counter()
    for passage in passages:
        ids = sorted({m.article for m in passage.members})
        found.update((a, b) for n, a in enumerate(ids) for b in ids[n + 1 :])
    return found


def spoken(judgements: Iterable[Judgement]) -> dict[tuple[str, str], Judgement]:
    """What people said about pairs of articles; a later word replaces an earlier one."""
    return {pair(j.left, j.right): j for j in judgements if j.subject == "story" and j.by != "belegg"}


def admit(stream: Stream, item: Item) -> None:
    """Puts an item into the story that it fits best, or opens one for it."""
    number = len(stream.items)
    fits = sorted((fit(stream, item, s) for s in candidates(stream, item)), key=lambda f: (-f.score, f.story))
    stream.items.append(item)
    best = fits[0] if fits else None
    joins = best is not None and best.score >= JOIN
    story = best.story if best is not None and joins else number
    stream.story_of.append(story)
    stream.members.setdefault(story, []).append(number)
    if best is not None and best.score >= DOUBT:
        stream.judgements.append(judged(stream, item, best))
    for key in looked_up(item.profile):
        stream.index.setdefault(key, deque(maxlen=PLACES_A_KEY)).append(number)
    for other in fits[1:]:
        if joins and other.score >= JOIN and agree(stream, story, other.story):
            merge(stream, story, other.story)
            story = stream.story_of[number]


def judged(stream: Stream, item: Item, found: Fit) -> Judgement:
    """The machine's word on an item and the nearest article of the story that it fits best."""
    verdict: Verdict = "same" if found.score >= JOIN else "unsure"
    nearest = stream.items[found.nearest]
    return Judgement("story", item.first, nearest.first, verdict, round(found.score, 3), found.reasons)


def looked_up(about: Profile) -> list[str]:
    """The keys by which an article is found again: its heaviest names and words."""
    return heaviest(about.names, KEYS_LOOKED_UP // 2) + heaviest(about.terms, KEYS_LOOKED_UP)


def candidates(stream: Stream, item: Item) -> list[int]:
    """The stories whose articles share most of an item's heaviest keys, and those that a person joined it to."""
    hits: Counter[int] = Counter()
    for key in looked_up(item.profile):
        hits.update({stream.story_of[n] for n in stream.index.get(key, ())})
    likely = [s for s, n in sorted(hits.items(), key=lambda x: (-x[1], x[0])) if n >= LEAST_HITS][:STORIES_TRIED]
    told_of = {o for p in stream.said for o in p if not set(p).isdisjoint(item.ids)}
    if told_of:
        likely += [s for n, s in enumerate(stream.story_of) if told_of.intersection(stream.items[n].ids)]
    return list(dict.fromkeys(likely))


def fit(stream: Stream, item: Item, story: int) -> Fit:
    """How well an item fits a story: the mean over the nearer half of its latest members."""
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
    """Why two articles are of one story, or not: each feature adds to (or takes from) the score.

    Names weigh little more than the words around them: a namesake or the same officials tell of another happening.
    """
    a, b = one.profile, other.profile
    alike, names = cosine(a.terms, b.terms), cosine(a.names, b.names)
    figures = sorted(a.figures & b.figures)
    passages = max((stream.together[pair(x, y)] for x in one.ids for y in other.ids), default=0)
    found = [
        Feature("same words", alike, ", ".join(common(a.terms, b.terms))),
        Feature(
            "same names",
            min(NAMES * min(names, NAMES_MOST), NAMES_TO_WORDS * alike),
            ", ".join(common(a.names, b.names)),
        ),
    ]
    if figures:
        found.append(Feature("same figures", min(FIGURE * len(figures), FIGURES_MOST), ", ".join(figures[:5])))
    if passages:
        found.append(Feature("shared passages", min(PASSAGE * passages, PASSAGES_MOST), str(passages)))
    if links(one.article, other.article) or links(other.article, one.article):
        found.append(Feature("one links to the other", LINK))
    if alike < LEAST_WORDS_ALIKE and not passages:
        found.append(Feature("other subject: names alone do not make a story", -total(tuple(found))))
    return (*found, *apart(one, other, total(tuple(found))))


def common(one: Weights, other: Weights, most: int = 5) -> list[str]:
    """The shared keys that weigh most."""
    return heaviest({k: x * other[k] for k, x in one.items() if k in other}, most)


def links(one: Article, other: Article) -> bool:
    """True where one article's text holds the other's address."""
    return bool(other.url) and one.url != other.url and str(other.url) in one.text


def apart(one: Item, other: Item, score: float) -> tuple[Feature, ...]:
    """What a long time between two articles takes off: the same words later tell of another happening.

    It takes less the more names they share that are hardly met elsewhere: a case in court has the same people from the
    charge to the appeal, the next accident in the same tunnel only the fire chief.
    """
    if one.day is None or other.day is None:
        return ()
    late = abs(one.day - other.day) - FRESH_DAYS
    if late <= 0:
        return ()
    half_life = HALF_LIFE_DAYS * max(1, len(telling(one.profile) & telling(other.profile)))
    return (Feature("long apart", -score * (1 - 0.5 ** (late / half_life)), f"{late + FRESH_DAYS} days"),)


def agree(stream: Stream, one: int, other: int) -> bool:
    """True where two stories are one: a quorum of the smaller's latest articles fits the larger."""
    small, large = sorted((one, other), key=lambda s: (len(stream.members[s]), s))
    scores = sorted(fit(stream, stream.items[m], large).score for m in stream.members[small][-MEMBERS_READ:])
    return scores[(len(scores) - 1) // 2] >= JOIN and scores[0] >= 0


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
    central = max(titled, key=lambda i: (sum(closeness(i, o) for o in items), i is items[0]), default=None)
    return Story(
        id=f"story-{stream.items[story].first}",
        title=place_of_title(central.article) if central else None,
        articles=tuple(a for i in items for a in i.ids),
    )


def closeness(one: Item, other: Item) -> float:
    """How near two items of a story are, for its title."""
    return cosine(one.profile.terms, other.profile.terms) + NAMES * cosine(one.profile.names, other.profile.names)


def place_of_title(article: Article) -> Place | None:
    """Where the title of an article stands."""
    return Place(article.id, article.title.start, article.title.end) if article.title else None
