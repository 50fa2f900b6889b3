"""The words of a clause to compare by: content words, their parts, verbs with a particle, and what nouns stand for."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from belegg.core.meaning import Word
from belegg.core.spans import Span
from belegg.core.words import Token
from belegg.reason._cues import load_cues
from belegg.reason._sayings import Saying
from belegg.reason._sentences import CONTENT_POS
from belegg.reason._story import StoryIndex, View
from belegg.text.bridge import load_bridge
from belegg.text.numbers import load_number_words
from belegg.text.predicates import KNOWN_WORDS

PARTICLE = "compound:prt"
WORDLESS = frozenset(("PUNCT", "SYM", "SPACE"))
SHORTEST_WORD = 3
FARTHEST = 400  # code points back to whom a pronoun may stand for


def content_keys(tokens: Iterable[Token]) -> frozenset[str]:
    """Bridge keys of the words that carry content."""
    keys = {_content_key(t.text, t.lemma, t.pos) for t in tokens if t.pos in CONTENT_POS}
    return frozenset([key for key in keys if key is not None])


@lru_cache(maxsize=KNOWN_WORDS)
def _content_key(text: str, lemma: str, pos: str) -> str | None:
    """The key of a word of a class that carries content; None where it carries none."""
    cues, measures = load_cues(), load_number_words()
    lower, lemma = text.lower(), lemma.lower()
    if lower in measures.units or lower in measures.multipliers:
        return None
    if len(lower) < SHORTEST_WORD or not lower[0].isalpha():
        return None
    if lower in cues.light or lemma in cues.light or lower in cues.pointers:
        return None
    key = load_bridge().key(lemma if pos != "X" else lower)
    return key if key not in cues.light_keys else None


def told_words(tokens: Iterable[Token], named: Sequence[tuple[int, int, str]]) -> tuple[Word, ...]:
    """All words in order, for a model of meaning; ``named``: start, end and type of each name, which is one word."""
    if not named:
        words = [_told_word(t.text, t.lemma, t.pos) for t in tokens]
        return tuple([word for word in words if word is not None])
    found: list[Word] = []
    last = None
    for token in tokens:
        name = None
        for number, (start, end, kind) in enumerate(named):
            if start <= token.start < end:
                name = number, kind
                break
        if name is None:
            word = _told_word(token.text, token.lemma, token.pos)
            if word is not None:
                found.append(word)
            continue
        if name != last:
            found.append(Word(f"#{name[1]}", token.text))
        last = name
    return tuple(found)


@lru_cache(maxsize=KNOWN_WORDS)
def _told_word(text: str, lemma: str, pos: str) -> Word | None:
    """A word that is no name; None for what is no word at all."""
    lower = text.lower()
    if lower[:1].isdigit():
        return Word("#num", lower)
    if pos in WORDLESS:
        return None
    return Word(load_bridge().key(lemma.lower() if pos != "X" else lower), lower)


def particle_verbs(tokens: Sequence[Token]) -> frozenset[str]:
    """A verb too common to tell anything by itself, with the particle that makes another verb of it (*gå gjennom*)."""
    cues, key = load_cues(), load_bridge().key
    found = set()
    for verb, particle in pairwise(tokens):
        light = verb.pos == "VERB" and verb.lemma.lower() in cues.light
        if light and (
            particle.text.lower() in cues.particles or (particle.dep == PARTICLE and particle.head == verb.index)
        ):
            found.add(f"{key(verb.lemma.lower())}+{key(particle.text.lower())}")
    return frozenset(found)


def with_parts(words: frozenset[str], index: StoryIndex) -> frozenset[str]:
    """The words and what the compounds among them are made of, where the story has those words by themselves."""
    return words | {part for word in words for part in index.parts(word)} - load_cues().light_keys


def stood_for(
    saying: Saying, tokens: Sequence[Token], named: Sequence[tuple[int, int, str]], view: View, index: StoryIndex
) -> dict[int, str]:
    """Position of a definite noun or pronoun to the entity that it stands for: *the caretaker*, *he*."""
    found: dict[int, str] = {}
    for n, token in enumerate(tokens):
        entity = None
        if token.pos == "NOUN" and token.has("Definite=Def") and not token.has("Number=Plur"):
            entity = index.epithets.get(load_bridge().key(token.lemma.lower()))
        elif saying.is_report and token.pos == "PRON" and token.text.lower() in load_cues().third_person:
            entity = last_person(token.start, view, index)
        if entity is not None and not any(s <= token.start < e for s, e, _ in named):
            found[n] = index.base(entity)
    return found


def last_person(start: int, view: View, index: StoryIndex) -> str | None:
    """The person named last before a place, in the same block or the one before."""
    block = view.block_at(start)
    for begin, _, entity in reversed(view.names_in(Span(max(0, start - FARTHEST), start))):
        if index.entities[entity].type == "PER":
            return entity if block - view.block_at(begin) <= 1 else None
    return None


def spoken_for(saying: Saying, view: View, index: StoryIndex) -> set[str]:
    """The entities of those who say *I* or *we*."""
    found = (view.entity_at(p.referent) for p in saying.holders)
    return {index.base(e) for e in found if e}
