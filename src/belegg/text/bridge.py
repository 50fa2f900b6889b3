"""The bridge between Bokmål and Nynorsk: one key for a word and its cognates in the other written standard.

A key is built in four steps, each of them readable data in ``text/data``:

1. function words, irregular forms (``bridge_function_words.tsv``, ``bridge_irregular.tsv``: *vart* is read as *ble*),
2. spelling rules (``bridge_rules.tsv``: *hovud-* as *hoved-*, *kv-* as *hv-*),
3. endings, which differ most between the standards, are taken off (``bridge_endings.tsv``),
4. the learned lexicon of keys (``bridge_lexicon.tsv``: *verksem* as *virksom*), made by ``training/bridge.py`` with
   IBM Model 1 (Brown et al. 1993) over aligned sentences.

Every word of either standard goes through the same steps, so no language needs to be known beforehand. Keys are for
comparing, not for showing: they are no lemmas.
"""

from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

SHORTEST_STEM = 3
DATA = files("belegg.text") / "data"


@dataclass(frozen=True, slots=True)
class Rule:
    """One spelling rule: where in the word it holds (start, end, any), what it finds and what it puts there."""

    where: str
    found: str
    put: str

    def apply(self, word: str) -> str:
        """The word with the rule applied; a rule for endings needs a stem before it."""
        if self.where == "start":
            return self.put + word[len(self.found) :] if word.startswith(self.found) else word
        if self.where == "end":
            inside = word.endswith(self.found) and len(word) >= len(self.found) + SHORTEST_STEM
            return word[: -len(self.found)] + self.put if inside else word
        return word.replace(self.found, self.put)


@dataclass(frozen=True, slots=True)
class Bridge:
    """Rules and lexica; keys made so far and endings by their last letter (pure caches: they change no result)."""

    words: dict[str, str]
    rules: tuple[Rule, ...]
    endings: tuple[str, ...]
    lexicon: dict[str, str]
    function_keys: frozenset[str] = frozenset()
    made: dict[str, tuple[str, bool]] = field(default_factory=dict, compare=False)
    ends: dict[str, tuple[str, ...]] = field(default_factory=dict, compare=False)

    def is_function(self, key: str) -> bool:
        """True for the key of a function word or auxiliary, which stands in every text."""
        return key in self.function_keys or (len(key) < SHORTEST_STEM and not key.isdigit())

    def key(self, word: str) -> str:
        """The key that a word shares with its cognates and inflected forms in both standards."""
        return (self.made.get(word) or self.read(word))[0]

    def read(self, word: str) -> tuple[str, bool]:
        """The key of a word, and whether it carries content."""
        found = self.made.get(word)
        if found is None:
            plain = self.plain_key(word)
            key = self.lexicon.get(plain, plain)
            found = self.made[word] = (key, not self.is_function(key))
        return found

    def plain_key(self, word: str) -> str:
        """The key by rules alone, without the learned lexicon."""
        lower = word.lower()
        if lower in self.words:
            return self.words[lower]
        if any(c.isdigit() for c in lower):
            return lower
        for rule in self.rules:
            if rule.found in lower:
                lower = rule.apply(lower)
        return self.stem(lower)

    def stem(self, word: str) -> str:
        """The word without its longest known ending, if enough is left."""
        for ending in self._endings_in(word[-1:]):
            if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
                return undoubled(word[: -len(ending)])
        return undoubled(word)

    def _endings_in(self, last: str) -> tuple[str, ...]:
        """The known endings with this last letter, in order."""
        if last not in self.ends:
            self.ends[last] = tuple(ending for ending in self.endings if ending[-1:] == last)
        return self.ends[last]


def undoubled(stem: str) -> str:
    """The stem with a final double consonant made single: *rom*, *rommet*."""
    return stem[:-1] if len(stem) > SHORTEST_STEM and stem[-1] == stem[-2] else stem


def rows(name: str) -> list[list[str]]:
    """The rows of a data file in ``text/data``, without comment lines."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@cache
def load_bridge() -> Bridge:
    """The bridge with all its data, read once."""
    function_words = {row[0]: row[1] for row in rows("bridge_function_words.tsv")}
    words = function_words | {row[0]: row[1] for row in rows("bridge_irregular.tsv")}
    return Bridge(
        words={key: key for key in words.values()} | words,
        rules=tuple(Rule(row[0], row[1], row[2]) for row in rows("bridge_rules.tsv")),
        endings=tuple(row[0] for row in rows("bridge_endings.tsv")),
        lexicon={row[0]: row[1] for row in rows("bridge_lexicon.tsv")},
        function_keys=frozenset(function_words.values()),
    )
