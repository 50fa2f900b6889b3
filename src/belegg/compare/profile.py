"""What an article is about, as weighted keys: names and content words (no model needed, mentions if there).

Weights are tf-idf (Spärck Jones 1972) over the keys of the bridge, so that Bokmål and Nynorsk agree. Rarity comes from
a background table and, as the stream goes on, from the articles seen so far.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from heapq import nsmallest

import numpy as np
from numpy.typing import NDArray

from belegg.core.annotation import Mention
from belegg.core.article import Block
from belegg.core.document import Document
from belegg.core.spans import Span
from belegg.text.bridge import Bridge, rows
from belegg.text.dates import calendar_words
from belegg.text.other_languages import NORWEGIAN, function_words
from belegg.text.shingles import WORD
from belegg.text.wordlists import read_table

SENTENCES_AN_ARTICLE = 20
KEYS_LOOKED_UP = 24
UNSEEN = 3e-5
SHORTEST_PART, JOINTS = 4, "se"
LONGEST_COMPOUND = 80  # what is longer is no word: packed data in a page
BACKGROUND_ARTICLES = 3000
OTHER_UNSEEN, OTHER_ARTICLES = 0.5, 100
OPENING = re.compile(r"(^|[.!?:»”–—]|\s-)\s*[–—\-«“\"(]*\s*$")
_SIGNED = re.compile(r"^.*?[:/].*", re.MULTILINE)
Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Vector:
    """A unit vector over numbered keys: the keys in order, and the value of each."""

    keys: NDArray[np.int32]
    values: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Profile:
    """Unit vectors over the name keys and the content keys of an article.

    ``looked_up`` are the keys by which the article is found again: its heaviest names and words.
    """

    names: Vector
    terms: Vector
    looked_up: tuple[int, ...]


@cache
def background() -> dict[str, float]:
    """Key -> share of sentences that have it."""
    return {row[0]: int(row[1]) / 100_000 for row in rows("key_frequency.tsv")}


@dataclass(slots=True)
class Rarity:
    """How rare a key is, from the background and from the articles seen so far; keys are numbered as they come.

    A word of another language than Norwegian (``en:word``) has no background: there, only the articles of its language
    seen so far tell.
    """

    numbers: dict[str, int] = field(default_factory=dict)
    keys: list[str] = field(default_factory=list)
    seen: list[float] = field(default_factory=list)
    articles: int = 0
    of_language: Counter[str] = field(default_factory=Counter)

    def number(self, key: str) -> int:
        """The number of a key; a new one starts with what the background says of it."""
        found = self.numbers.setdefault(key, len(self.keys))
        if found == len(self.keys):
            share = 1 - (1 - background().get(key, UNSEEN)) ** SENTENCES_AN_ARTICLE
            self.keys.append(key)
            self.seen.append(OTHER_UNSEEN if ":" in key else share * BACKGROUND_ARTICLES)
        return found

    def of(self, key: str, number: int) -> float:
        """Minus the logarithm of the share of articles that have the key of that number."""
        known = BACKGROUND_ARTICLES + self.articles
        if ":" in key:
            known = OTHER_ARTICLES + self.of_language[key.partition(":")[0]]
        return -math.log(self.seen[number] / known)

    def add(self, numbers: Iterable[int], language: str) -> None:
        """Counts one article's keys."""
        for number in numbers:
            self.seen[number] += 1
        self.articles += 1
        self.of_language[language] += 1

    def vector(self, weights: Weights) -> Vector:
        """Weights as numbers."""
        number = self.numbers
        pairs = sorted([(number[k], x) for k, x in weights.items()])
        return Vector(np.array([k for k, _ in pairs], np.int32), np.array([x for _, x in pairs], np.float64))


@dataclass(slots=True)
class Desk:
    """One vector laid out over all keys, so that many others can be multiplied with it."""

    laid: NDArray[np.float64] = field(default_factory=lambda: np.zeros(1024))
    vector: Vector | None = None

    def lay(self, vector: Vector, keys: int) -> None:
        """Lays out a vector in place of the last one; ``keys``: how many there are by now."""
        if self.vector is not None:
            self.laid[self.vector.keys] = 0
        if len(self.laid) < keys:
            self.laid = np.zeros(2 * keys)
        self.laid[vector.keys] = vector.values
        self.vector = vector

    def cosine(self, other: Vector) -> float:
        """The cosine of the vector laid out and another."""
        return float(self.laid[other.keys] @ other.values)

    def common(self, other: Vector) -> list[int]:
        """The shared keys, those that weigh most first."""
        product = self.laid[other.keys] * other.values
        order = np.lexsort((other.keys, -product))[: int(np.count_nonzero(product))]
        return [int(k) for k in other.keys[order]]


def profile(doc: Document, bridge: Bridge, rarity: Rarity) -> Profile:
    """The profile of an article; ``rarity`` learns from it."""
    names, terms = counted(doc, bridge)
    numbers = {k: rarity.number(k) for k in sorted(names.keys() | terms.keys())}
    weigh = {k: rarity.of(k, n) for k, n in numbers.items()}
    rarity.add(numbers.values(), doc.article.language)
    named, said = unit(names, weigh), unit(terms, weigh)
    found = heaviest(named, KEYS_LOOKED_UP // 2) + heaviest(said, KEYS_LOOKED_UP)
    return Profile(rarity.vector(named), rarity.vector(said), tuple(numbers[k] for k in found))


def counted(doc: Document, bridge: Bridge) -> tuple[Counter[str], Counter[str]]:
    """How often each name key and each content key stands in the content blocks."""
    skipped = unread(doc)
    names = Counter(mentioned(doc, bridge, skipped))
    terms: Counter[str] = Counter()
    unnamed, small = Mention not in doc, _small(doc.article.language)
    compounds = doc.article.language in NORWEGIAN
    for surface, named, times in _words(doc, skipped, unnamed=unnamed):
        key, strong = bridge.read(surface)
        if strong and not surface[0].isdigit() and surface.lower().replace("’", "'") not in small:
            counts = names if named else terms
            for part in parts(surface, key, bridge):
                counts[part] += times
            for part in halves(key) if compounds and not named and key not in names else ():
                terms[part] += times
    for key in names.keys() & terms.keys():
        names[key] += terms.pop(key)
    return names, in_language(terms, doc.article.language)


@cache
def _small(language: str) -> frozenset[str]:
    """The words of a language that tell nothing of what a text is about."""
    return frozenset(function_words(language) | calendar_words())


def _words(doc: Document, skipped: Sequence[Span], *, unnamed: bool) -> Iterator[tuple[str, bool, int]]:
    """The words of the content blocks: each, whether its capital is a name's, and how often it stands there so.

    Capitals are looked at only where no stage has told the names; there a word comes as often as it stands.
    """
    met: Counter[str] = Counter()
    for block in doc.article.content_blocks:
        matches = WORD.finditer(doc.text, block.start, block.end)
        read = [m for m in matches if not skipped or not is_in(skipped, m.start())]
        if unnamed:
            capitals = not is_title_case(block.span.of(doc.text))
            yield from ((m.group(), capitals and _is_named(m, block, doc.text), 1) for m in read)
        else:
            met.update([m.group() for m in read])
    yield from ((word, False, times) for word, times in met.items())


def _is_named(word: re.Match[str], block: Block, text: str) -> bool:
    return word.group()[0].isupper() and not opens(text, block, word.start())


def is_title_case(line: str) -> bool:
    """True for a headline in which most words have a capital, as in English: there it tells no name."""
    longer = [w for w in line.split() if len(w) > 3]
    return len(longer) > 2 and 3 * sum(w[0].isupper() for w in longer) > 2 * len(longer)


def in_language(terms: Counter[str], language: str) -> Counter[str]:
    """Keys of words marked with their language, if that is not Norwegian (or unknown): its words are other words."""
    if language in NORWEGIAN or language == "und":
        return terms
    return Counter({f"{language}:{key}": n for key, n in terms.items()})


def parts(surface: str, key: str, bridge: Bridge) -> list[str]:
    """The keys of a word: a hyphen joins words for the nonce, and what the text is about is in its parts."""
    if "-" not in surface:
        return [key]
    keys = [bridge.key(part) for part in surface.split("-")]
    return [k for k in keys if len(k) > 1 and not bridge.is_function(k)] or [key]


@cache
def halves(key: str) -> tuple[str, ...]:
    """The keys of the two parts of a compound, if both are known words, or one is and is long enough to tell.

    What the one article calls *streiken* is *lærerstreiken* to the next; the joint -s- or -e- may be left out.
    """
    if len(key) > LONGEST_COMPOUND:
        return ()
    known, cuts = background(), [(key[:n], key[n:]) for n in range(len(key) - SHORTEST_PART, SHORTEST_PART - 1, -1)]
    bare = [(left[:-1], right) for left, right in cuts if left[-1] in JOINTS and len(left) > SHORTEST_PART]
    found = [(left, right) for left, right in [*cuts, *bare] if left in known or right in known]
    best = [c for c in found if c[0] in known and c[1] in known] + [c for c in found if is_long(c, known)]
    return best[0] if best else ()


def is_long(cut: tuple[str, str], known: Mapping[str, float]) -> bool:
    """True where a known part of a compound is long enough not to stand there by chance."""
    return any(part in known and len(part) > SHORTEST_PART for part in cut)


def mentioned(doc: Document, bridge: Bridge, skipped: Sequence[Span]) -> Iterator[str]:
    """The keys of each name mention; none without the layer.

    They are those of its parts (a surname alone must meet the full name), and of its first and last part together: two
    strangers may share a first name and a surname with one story, each with another of its people.
    """
    if Mention not in doc:
        return
    for mention in doc[Mention]:
        if not mention.inside and not (skipped and is_in(skipped, mention.start)):
            keys = [bridge.key(part) for part in re.split(r"[\s\-]+", mention.base or mention.name) if part]
            yield from keys
            if len(keys) > 1:
                yield f"{keys[0]} {keys[-1]}"


def unread(doc: Document) -> list[Span]:
    """What tells of the outlet, not of the happening: the credits of pictures, and its own name."""
    outlet = (doc.article.outlet or "").lower()
    own = [m.span for m in doc[Mention] if m.name.lower() == outlet] if Mention in doc else []
    return [*own, *_credits(doc.text)]


def _credits(text: str) -> Iterator[Span]:
    """The credits of pictures; few lines have a sign that none can do without."""
    for line in _SIGNED.finditer(text):
        yield from (Span(*m.span()) for m in credit().finditer(text, *line.span()))


@cache
def credit() -> re.Pattern[str]:
    """A picture's credit, from its first word to the end of the line: *Foto: …*."""
    opening = str(read_table("speech_words.toml")["credits"]).split()
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(opening, key=len, reverse=True)))})\b ?[:/].*", re.I)


def is_in(spans: Sequence[Span], place: int) -> bool:
    """True where a place is in one of some spans."""
    return any(s.start <= place < s.end for s in spans)


def opens(text: str, block: Block, start: int) -> bool:
    """True where the word at ``start`` stands first in a sentence, so that its capital tells nothing."""
    return bool(OPENING.search(text[max(block.start, start - 6) : start]))


def unit(counts: Counter[str], weigh: Weights) -> Weights:
    """The tf-idf vector of some counts, of length 1 (empty for none)."""
    vector = {k: (1 + math.log(n)) * weigh[k] for k, n in counts.items()}
    length = math.sqrt(sum(x * x for x in vector.values()))
    return {k: x / length for k, x in vector.items()} if length else {}


def heaviest(weights: Weights, most: int) -> list[str]:
    """The keys that weigh most, in a stable order."""
    return nsmallest(most, weights, key=lambda k: (-weights[k], k))
