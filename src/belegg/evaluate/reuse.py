"""Passages as characters shared by two articles; stories as B-cubed over documents."""

from collections.abc import Iterable, Mapping
from itertools import combinations

from belegg.core.spans import Place
from belegg.evaluate.counting import Tally, b_cubed
from belegg.evaluate.regions import overlap, shared
from belegg.evaluate.sources import Found, Gold, GoldArticle, Item, listed

Pair = tuple[Place, Place]
Letters = set[tuple[str, int]]
Articles = Mapping[str, GoldArticle]


def score_passages(gold: Gold, found: Found, tally: Tally) -> None:
    """For every two articles: letters in the found passage and the gold one, on both sides."""
    articles = found.articles
    settled = [_settled(p, articles) for p in gold.items("passages")]
    got = [_settled(p, articles) for p in found.items("passages")]
    want = _pairs(articles, [p for p in settled if not p.optional])
    ignored = _pairs(articles, [p for p in settled if p.optional])
    have = _pairs(articles, got)
    for key in sorted(want.keys() | have.keys()):
        first, second = (articles[k] for k in key)
        if first.key in gold.articles and second.key in found.with_passages:
            _score_pair(articles, key, want.get(key, []), have.get(key, []), ignored.get(key, []), tally)
    for passage in settled:
        _score_earliest(passage, got, gold, found, tally)


def _score_pair(
    articles: Articles, key: tuple[str, str], want: list[Pair], have: list[Pair], ignored: list[Pair], tally: Tally
) -> None:
    hits, right = _covered(articles, want, have), _covered(articles, have, want)
    gold_letters = _letters(articles, want)
    claimed = _letters(articles, have) - (_covered(articles, have, ignored) - right)
    tally.f1("characters shared by two articles", len(hits), len(gold_letters), len(claimed), len(right))
    if articles[key[0]].facts.get("language") != articles[key[1]].facts.get("language"):
        tally.rate("the same, translated: recall", len(hits), len(gold_letters))


def _letters(articles: Articles, pairs: Iterable[Pair]) -> Letters:
    return {(p.article, i) for pair in pairs for p in pair for i in articles[p.article].letters(p)}


def _covered(articles: Articles, pairs: list[Pair], others: list[Pair]) -> Letters:
    """Letters of the pairs that another pair, which meets them on both sides, has too."""
    out: Letters = set()
    for a, b in pairs:
        for c, d in others:
            if shared(a, c) and shared(b, d):
                for mine, theirs in ((a, c), (b, d)):
                    common = articles[mine.article].letters(mine) & articles[theirs.article].letters(theirs)
                    out |= {(mine.article, i) for i in common}
    return out


def _pairs(articles: Articles, passages: Iterable[Item]) -> dict[tuple[str, str], list[Pair]]:
    """Every two members of a passage that stand in different documents, by their articles."""
    out: dict[tuple[str, str], list[Pair]] = {}
    for passage in passages:
        for a, b in combinations(sorted(set(passage.region)), 2):
            if articles[a.article].doc != articles[b.article].doc:
                out.setdefault((a.article, b.article), []).append((a, b))
    return out


def _settled(item: Item, articles: Articles) -> Item:
    """The passage with each place moved to the last version of its document that has the same words."""
    return Item(item.raw, tuple(_latest(p, articles) for p in item.region), item.article, item.optional)


def _latest(place: Place, articles: Articles) -> Place:
    own = articles[place.article]
    versions = [a for a in articles.values() if a.doc == own.doc]
    for later in reversed(versions[versions.index(own) + 1 :]):
        moved = _moved(own.text, place, later)
        if moved is not None:
            return moved
    return place


def _moved(text: str, place: Place, later: GoldArticle) -> Place | None:
    """The same words in a later version, nearest to where they stood."""
    words = text[place.start : place.end]
    starts = [i for i in range(len(later.text)) if later.text.startswith(words, i)] if words else []
    if not starts:
        return None
    start = min(starts, key=lambda i: abs(i - place.start))
    return Place(later.key, start, start + len(words))


def _score_earliest(passage: Item, got: list[Item], gold: Gold, found: Found, tally: Tally) -> None:
    best = max(got, key=lambda s: overlap(passage.region, s.region), default=None)
    if best is None or passage.optional or not passage.raw["earliest"]:
        return
    if sum(1 for m in passage.region if overlap((m,), best.region)) < 2:
        return
    key = found.keys.get(str(best.raw.get("earliest")))
    docs = {gold.articles[gold.keys[a]].doc for a in listed(passage.raw["earliest"])}
    tally.rate("earliest article of a found passage", key is not None and found.articles[key].doc in docs)


def score_stories(golds: Iterable[Gold], found: Found, tally: Tally) -> None:
    """All sets at once: a set with a story is a cluster, other documents stand alone; versions count once."""
    clusters: dict[object, set[str]] = {}
    docs: set[str] = set()
    for gold in golds:
        for article in gold.articles.values():
            story = article.facts.get("story", gold.data["story"])
            clusters.setdefault((gold.name, story) if story else article.doc, set()).add(article.doc)
            docs.add(article.doc)
    told = [
        {found.articles[found.keys[i]].doc for i in story["articles"] if i in found.keys}
        for story in found.data.get("stories") or []
    ]
    b_cubed(tally, "articles in stories (B-cubed)", clusters.values(), told, sorted(docs))
