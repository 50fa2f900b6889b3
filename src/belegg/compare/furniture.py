"""Which shared stretches are furniture of an outlet, not reuse: lines that it sets under articles on anything.

Articles that carry one text are about one thing, also outside it: they share its other sentences, or names. What stands
between the members of furniture has nothing in common.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from belegg.core.article import Article
from belegg.core.spans import Place

#: In how many articles a stretch must stand; in what share of its pairs of articles the rest must differ.
LEAST_ARTICLES, STRANGERS = 4, 0.75
#: How many of the longer words of the rest, and what share of the shorter rest, make two articles be about one thing.
LEAST_COMMON, COMMON = 3, 0.15
SHORTEST_WORD = 5
MOST_READ = 40
WORD = re.compile(r"\w+")


def is_furniture(members: Sequence[Place], articles: Mapping[str, Article]) -> bool:
    """True for words that one outlet sets under many articles that are about something else.

    Across outlets it takes four times as many: the titles of one house share their furniture, but an agency's text is
    carried by many as well.
    """
    outlets = {articles[m.article].outlet for m in members}
    least = LEAST_ARTICLES if len(outlets) == 1 and None not in outlets else 4 * LEAST_ARTICLES
    if len(members) < least:
        return False
    read = members[:MOST_READ]
    pairs = differ = len(read) - 1
    for one, other in pairwise(rest(m, articles[m.article]) for m in read):
        differ -= are_of_one_thing(one, other)
        if differ < STRANGERS * pairs:
            return False
    return True


def rest(place: Place, article: Article) -> set[str]:
    """The longer words of an article outside a stretch, by their beginnings, so that inflected forms meet."""
    blocks = [b.span for b in article.content_blocks]
    parts = [article.text[b.start : min(b.end, place.start)] for b in blocks if b.start < place.start]
    parts += [article.text[max(b.start, place.end) : b.end] for b in blocks if b.end > place.end]
    return beginnings(" ".join(parts)) - beginnings(article.outlet or "")


def are_of_one_thing(one: set[str], other: set[str]) -> bool:
    """True where two rests share several words."""
    return len(one & other) >= max(LEAST_COMMON, COMMON * min(len(one), len(other)))


def beginnings(text: str) -> set[str]:
    """The first letters of the longer words of a text."""
    return {w[:SHORTEST_WORD] for w in WORD.findall(text.lower()) if len(w) >= SHORTEST_WORD}
