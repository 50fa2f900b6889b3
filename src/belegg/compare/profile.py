"""What an article is about, as weighted keys: names, content words and figures (no model needed, mentions if there).

Weights are tf-idf (Spärck Jones 1972) over the keys of the bridge, so that Bokmål and Nynorsk agree. Rarity comes from
a background table and, as the stream goes on, from the articles seen so far.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from belegg.core.annotation import Mention
from belegg.core.article import Block
from belegg.core.document import Document
from belegg.text.bridge import Bridge, rows
from belegg.text.shingles import Word, words

SENTENCES_AN_ARTICLE = 20
UNSEEN = 3e-5
BACKGROUND_ARTICLES = 3000
OPENING = re.compile(r"(^|[.!?:»”–—]|\s-)\s*[–—\-«“\"(]*\s*$")
FIGURE = re.compile(r"\d{2,}|\d+[.,]\d+")
YEAR_OR_CLOCK = re.compile(r"(19|20)\d\d|\d\d?[.:][0-5]\d")
Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Profile:
    """Unit vectors over name keys and content keys, and the figures of an article (years and clock times left out)."""

    names: Weights
    terms: Weights
    figures: frozenset[str]


@cache
def background() -> dict[str, float]:
    """Key -> share of sentences that have it."""
    return {row[0]: int(row[1]) / 100_000 for row in rows("key_frequency.tsv")}


@dataclass(slots=True)
class Rarity:
    """How rare a key is, from the background and from the articles seen so far."""

    seen: Counter[str] = field(default_factory=Counter)
    articles: int = 0

    def of(self, key: str) -> float:
        """Minus the logarithm of the share of articles that have the key."""
        share = 1 - (1 - background().get(key, UNSEEN)) ** SENTENCES_AN_ARTICLE
        known = share * BACKGROUND_ARTICLES + self.seen[key]
        return -math.log(known / (BACKGROUND_ARTICLES + self.articles))

    def add(self, keys: Iterable[str]) -> None:
        """Counts one article's keys."""
        self.seen.update(set(keys))
        self.articles += 1


def profile(doc: Document, bridge: Bridge, rarity: Rarity) -> Profile:
    """The profile of an article; ``rarity`` learns from it."""
    names, terms, figures = counted(doc, bridge)
    weigh = {k: rarity.of(k) for k in names.keys() | terms.keys()}
    rarity.add(weigh)
    return Profile(unit(names, weigh), unit(terms, weigh), frozenset(figures))


def counted(doc: Document, bridge: Bridge) -> tuple[Counter[str], Counter[str], set[str]]:
    """How often each name key and content key stands in the content blocks, and the figures there."""
    names = Counter(mentioned(doc, bridge))
    terms: Counter[str] = Counter()
    figures: set[str] = set()
    capitals = Mention not in doc
    for block in doc.article.content_blocks:
        for word in words(doc.text, block.span, bridge):
            surface = doc.text[word.start : word.end]
            if surface[0].isdigit():
                if FIGURE.fullmatch(surface) and not YEAR_OR_CLOCK.fullmatch(surface):
                    figures.add(surface)
            elif word.strong:
                named = capitals and surface[0].isupper() and not opens(doc.text, block, word)
                (names if named else terms)[word.key] += 1
    for key in names.keys() & terms.keys():
        names[key] += terms.pop(key)
    return names, terms, figures


def mentioned(doc: Document, bridge: Bridge) -> Iterator[str]:
    """The keys of the parts of each name mention (a surname alone must meet the full name); none without the layer."""
    if Mention in doc:
        for mention in doc[Mention]:
            if not mention.inside:
                yield from (bridge.key(part) for part in re.split(r"[\s\-]+", mention.base or mention.name) if part)


def opens(text: str, block: Block, word: Word) -> bool:
    """True where a word stands first in a sentence, so that its capital tells nothing."""
    return bool(OPENING.search(text[max(block.start, word.start - 6) : word.start]))


def unit(counts: Counter[str], weigh: Weights) -> Weights:
    """The tf-idf vector of some counts, of length 1 (empty for none)."""
    vector = {k: (1 + math.log(n)) * weigh[k] for k, n in counts.items()}
    length = math.sqrt(sum(x * x for x in vector.values()))
    return {k: x / length for k, x in vector.items()} if length else {}


def cosine(one: Weights, other: Weights) -> float:
    """The cosine of two unit vectors."""
    if len(one) > len(other):
        one, other = other, one
    return sum(x * other[k] for k, x in one.items() if k in other)


def telling(about: Profile) -> frozenset[str]:
    """The names that ordinary text hardly ever has."""
    return frozenset(k for k in about.names if background().get(k, UNSEEN) <= UNSEEN)


def heaviest(weights: Weights, most: int) -> list[str]:
    """The keys that weigh most, in a stable order."""
    return sorted(weights, key=lambda k: (-weights[k], k))[:most]
