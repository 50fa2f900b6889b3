"""What the names stage knows of each word of an article: where it stands, and whether its capital means anything."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache

from belegg.core.document import Document
from belegg.core.words import NameSpan, NameType, Sentence, Token
from belegg.text.bridge import load_bridge, rows
from belegg.text.name_data import first_names, head_words, known_things
from belegg.text.spelling import fold, has_marked_genitive, without_genitive
from belegg.text.titles import title_base

_SMALL_WORDS = head_words("inside", "small")
_INSTITUTIONS = (
    ("common", "institutions"),
    ("organisation", "announcing"),
    ("place", "announcing_gpe"),
    ("place", "announcing_loc"),
)
_RESULT = re.compile(r"\b\d{1,2}–\d{1,2}\b")
_NUMBERING = re.compile(r"§?\d{1,2}(?:\.\d{1,2})*\.?|[a-z]\)")
_ADDRESS = re.compile(r"[\w-]+(?:\.[\w-]+)*\.(?:no|com|org|net|se|dk|fi|eu|ru|uk|de|fr|info|tv|nu)")
_CREDITS = head_words("inside", "credits")
KEPT = 1 << 15  # words of which it is kept what they look like: a text uses the same few thousand over and over
_SPORT = 5  # words of sport that make an article one about sport
_TELLING_NOUN = 5  # letters from which a word that news hardly has is a name, where the model says so
_INFLECTED = ("en", "et", "a", "ene", "ane", "er", "ar", "ing", "het", "heit")
_TELLING = 9  # letters from which a listed body's name is no common word
_OPENING = frozenset("– — - : « “ \" ( [ • * … ” '".split())
_OPENING_ANEW = _OPENING - {"-", "'"} | {".", "!", "?"}
# Words of these classes bear a capital only because they begin a sentence.
_SMALL_CLASSES = frozenset(("ADP", "DET", "PRON", "ADV", "CCONJ", "SCONJ", "AUX", "VERB", "PART", "INTJ"))


@dataclass(frozen=True, slots=True)
class Draft:
    """A name in the making: tokens ``first`` up to but not including ``last``; ``votes`` are the model's types."""

    first: int
    last: int
    votes: tuple[NameType, ...] = ()


@dataclass(frozen=True)
class Words:
    """The words of one article and the model's names as token ranges."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    spans: tuple[Draft, ...]
    outlet: str = ""

    def __getitem__(self, index: int) -> str:
        return self.tokens[index].text

    def surface(self, draft: Draft) -> str:
        """The words of a draft as they stand in the text."""
        return self.text[self.tokens[draft.first].start : self.tokens[draft.last - 1].end]

    def joined(self, index: int) -> bool:
        """True where nothing but white space on one line stands between this token and the one before."""
        between = self.text[self.tokens[index - 1].end : self.tokens[index].start]
        return "\n" not in between

    @cached_property
    def voted(self) -> frozenset[str]:
        """The surfaces of the model's names."""
        return frozenset(self.surface(span) for span in self.spans)

    @cached_property
    def initial(self) -> frozenset[int]:
        """Tokens whose capital says nothing: the first of a sentence, a quotation, a bracket, or after a colon."""
        found = set()
        for sentence in self.sentences:
            opened = True
            for i in range(sentence.first, sentence.last):
                word = self.tokens[i].text
                if opened and word not in _OPENING:
                    found.add(i)
                numbered = i == sentence.first and bool(_NUMBERING.fullmatch(word))  # "2.1 Utvalgets forslag"
                opened = (opened and (word in _OPENING or numbered)) or word in _OPENING_ANEW
        return frozenset(found)

    @cached_property
    def shouted(self) -> frozenset[int]:
        """Tokens in runs of capitals (*KOM SEG UT:*), where a capital letter says nothing."""
        found: set[int] = set()
        for sentence in self.sentences:
            before = [self[i] for i in range(max(0, sentence.first - 2), sentence.first)]
            if before[-1:] == [":"] and before[0].casefold() in _CREDITS:
                continue  # "FOTO: KARI MOE"
            run: list[int] = []
            for i in range(sentence.first, sentence.last + 1):
                word = self.tokens[i].text if i < sentence.last else ""
                if _is_shout(word):
                    run.append(i)
                elif run:
                    ends_label = (
                        word == ":" and run[0] == sentence.first and not (len(run) == 1 and is_known(self[run[0]]))
                    )
                    if (len(run) >= 2 and sum(len(self[k]) >= 3 for k in run) >= 2) or ends_label:
                        found.update(run)
                    run = run if word and not word.isalnum() and word not in ".:/" else []
        return frozenset(found)

    @cached_property
    def small(self) -> frozenset[str]:
        """Words, and base forms of words, that stand in lower case somewhere in the article."""
        low = [t for t in self.tokens if t.text.islower()]
        return frozenset({t.text for t in low} | {t.lemma.casefold() for t in low})

    @cached_property
    def sporty(self) -> bool:
        """True where the article is about sport: towns may be teams in it."""
        words = head_words("sport", "words")
        told = sum(t.text.casefold().rpartition("-")[2] in words for t in self.tokens)
        return told >= 2 and told + 2 * self.scored >= _SPORT

    @cached_property
    def scored(self) -> bool:
        """True where the article gives the result of a match (*2–1*)."""
        return bool(_RESULT.search(self.text))

    def is_small(self, word: str) -> bool:
        """True where the word, or what it may be the definite form of, stands in lower case in the article."""
        lowered = word.casefold()
        stems = (lowered.removesuffix(e) for e in ("en", "et", "a", "n", "ene", "ane"))
        return lowered in self.small or any(len(s) >= 3 and s != lowered and s in self.small for s in stems)

    @cached_property
    def certain(self) -> frozenset[str]:
        """Folded single words that bear a capital where only a name does, genitives with and without their -s.

        A common noun for a body is none that stands in lower case too; an abbreviation tells nothing of a word that is
        written like it (*DA* and *Da*).
        """
        found, bare = set(), self.initial | self.shouted
        for t in self.tokens:
            if is_capital(t.text) and t.index not in bare and not is_common(t.text):
                if is_institution(without_genitive(t.text)) and self.is_small(without_genitive(t.text)):
                    continue
                found.add(t.text if t.text.isupper() else fold(t.text))
                if t.has("Case=Gen") or has_marked_genitive(t.text):
                    found.add(fold(without_genitive(t.text)))
        return frozenset(found)

    def is_certain(self, word: str) -> bool:
        """True where the word bears a capital inside a sentence too, as only a name does."""
        return bool({fold(word), word} & self.certain)

    def builds_words(self, word: str) -> bool:
        """True where nouns are made of what the word is the definite form of (*røykdykkar* for *Røyken*)."""
        full = word.casefold()
        stem = full.removesuffix("en").removesuffix("et")
        return (
            len(stem) >= 4
            and stem != full
            and any(
                t.pos == "NOUN" and t.text.casefold().startswith(stem) and not t.text.casefold().startswith(full)
                for t in self.tokens
            )
        )

    def bears_capital(self, index: int) -> bool:
        """True where a capital inside a sentence is likely a name's, not a line's that was glued to the one before."""
        token = self.tokens[index]
        word = token.text
        if word.isupper() or is_known(word) or token.pos in ("PROPN", "X"):
            return word.casefold() not in _SMALL_WORDS
        if is_common(word) or load_bridge().is_function(load_bridge().key(word)):
            return False
        if token.pos in _SMALL_CLASSES:  # "Polar Launch": a word that Norwegian has not is no verb
            follows = index > 0 and is_capital(self[index - 1]) and self.joined(index)
            return follows and not is_word(word) and not self.is_small(word)
        return "-" in word or not (self.is_small(word) or is_institution(word))

    def _named_place(self, index: int) -> bool:
        """True for a listed place with a head of bodies and places after it: *Ål kommune*."""
        following = self.tokens[index + 1].text if index + 1 < len(self.tokens) and self.joined(index + 1) else ""
        heads = head_words("organisation", "after") | head_words("place", "after")
        return is_place(self[index]) and following in heads

    def _named_with_next(self, index: int) -> bool:
        """True where the tagger takes this word and the next for one proper name (*Havsula Shipping*)."""
        first, second = self.tokens[index], self.tokens[index + 1]
        one = second.dep.startswith("flat") and second.head == index
        return first.pos == second.pos == "PROPN" and one

    def _credited(self, index: int) -> bool:
        """True where a picture's credit stands before the word: *Arkivfoto: Fjordklokka*."""
        before = self.tokens[index - 2].text.casefold() if index > 1 and self[index - 1] == ":" else ""
        return before in _CREDITS and self.joined(index)

    def _reports(self, index: int) -> bool:
        """True where a compound for an outlet has a verb of reporting after it: *Sportsavisa skriv at …*."""
        lowered = self[index].casefold()
        ending = next((e for e in head_words("organisation", "outlets") if lowered.endswith(e)), "")
        verbs = [t.lemma.casefold() for t in self.tokens[index + 1 : index + 3]]
        verb = verbs[1] if verbs[:1] == ["ha"] and len(verbs) > 1 else "".join(verbs[:1])
        told = verb in head_words("organisation", "reporting")
        return bool(ending) and len(lowered) - len(ending) >= 3 and told

    def may_begin(self, index: int, in_run: bool, voted: bool = False) -> bool:
        """True where a word whose capital says nothing is a name all the same (or the first word of one).

        ``in_run`` tells that another capital follows, ``voted`` that the model takes the word for a name.
        """
        token = self.tokens[index]
        word = token.text
        stem = without_genitive(word)
        if self.is_certain(word) or self.is_certain(stem):
            return True
        if is_common(word) or is_institution(word):
            return False
        if voted and (names_body(word) or _is_shout(word)):
            return True
        if self.is_small(word):
            return False
        if self._credited(index):
            return True
        if names_body(word) or self._reports(index) or (len(word) > 1 and word.isupper() and is_known(word)):
            return True
        if self._named_place(index):
            return True
        listed = known_things().get(word) or known_things().get(stem)
        if voted and listed is not None and listed.kind == "body":
            return True
        if title_base(word):
            return False
        if is_town(word) and self.builds_words(word):
            return False
        known = is_known(word) or is_known(stem)
        if known and len(word) >= _TELLING and not is_town(word):
            return True
        rare = not is_word(word)
        if known and (voted or (token.pos == "PROPN" and not is_town(word))):
            return True
        if known and rare and token.pos in ("PROPN", "NOUN") and len(word) >= _TELLING_NOUN:
            return True
        if voted and rare and token.pos == "NOUN" and len(word) >= _TELLING_NOUN and not word.endswith(_INFLECTED):
            return True
        if token.pos in _SMALL_CLASSES or (token.pos in ("NOUN", "ADJ") and not in_run):
            return False
        return voted or (in_run and (word.casefold() in first_names() or self._named_with_next(index)))


def _is_shout(word: str) -> bool:
    return word.isupper() and word.isalpha() and len(word) >= 2


@lru_cache(maxsize=KEPT)
def is_capital(word: str) -> bool:
    """True where the word begins with a capital letter (also *al-Shabaab*, *iTromsø*)."""
    return word[:1].isupper() or (
        len(word) > 3 and word[1:4] != word[1:4].lower() and word[0].isalpha() and not word.isupper()
    )


@lru_cache(maxsize=KEPT)
def is_address(word: str) -> bool:
    """True for the address of a site, which is its name (*kystavisa.no*)."""
    return bool(_ADDRESS.fullmatch(word))


@lru_cache(maxsize=KEPT)
def is_common(word: str) -> bool:
    """True for capital abbreviations of things that are no names (*TV*, *DNA*), and for single letters and numerals."""
    common = head_words("common", "words")
    base = word.partition("-")[0] if word.rpartition("-")[2].islower() else word
    initial = len(word) == 2 and word[1] == "."
    return len(word) < 2 or initial or word in common or base in common or not any(c.isalpha() for c in word)


@lru_cache(maxsize=KEPT)
def is_institution(word: str) -> bool:
    """True for a definite noun that stands for a body or place named elsewhere (*Kanalen*, *Politiet*)."""
    lowered = word.casefold()
    return any(lowered in head_words(*entry) for entry in _INSTITUTIONS)


@lru_cache(maxsize=KEPT)
def names_body(word: str) -> bool:
    """True for a compound that hardly is anything but a body's name (*Jordmorforbundet*, *Pasientombudet*)."""
    lowered = without_genitive(word).casefold()
    return any(lowered.endswith(e) and len(lowered) - len(e) >= 3 for e in head_words("organisation", "certain"))


def is_town(word: str) -> bool:
    """True for a listed town or district, whose name is often a common word too (*Røyken*, *Dalen*, *Skei*)."""
    thing = known_things().get(word)
    return thing is not None and thing.kind in ("municipality", "town", "city district", "region", "nature")


@cache
def _frequent() -> frozenset[str]:
    return frozenset(row[0] for row in rows("key_frequency.tsv"))


@lru_cache(maxsize=KEPT)
def is_word(word: str) -> bool:
    """True for a word that Norwegian news often has (*Dalen*, *Strømmen*), a name or not."""
    return load_bridge().key(word) in _frequent()


def is_place(word: str) -> bool:
    """True for a listed place."""
    thing = known_things().get(word)
    return thing is not None and thing.type in ("GPE", "LOC")


def is_known(words: str) -> bool:
    """True where the language data lists the name."""
    return words in known_things()


def read(doc: Document) -> Words:
    """The article's words with the model's names as token ranges; a name that covers no token is dropped."""
    tokens = doc[Token]
    sentences, drafts = _unbroken(tokens, doc[Sentence]), _drafts(tokens, doc[NameSpan])
    return Words(doc.text, tokens, tuple(sentences), tuple(drafts), doc.article.outlet or "")


def _unbroken(tokens: Sequence[Token], sentences: Sequence[Sentence]) -> Iterator[Sentence]:
    """The sentences, joined where one ends and the next begins within a run of names or «*a title: its rest*»."""
    held: Sentence | None = None
    for sentence in sentences:
        if held is not None and (_one_run(tokens, held, sentence) or _one_title(tokens, held, sentence)):
            held = replace(held, last=sentence.last, end=sentence.end)
            continue
        if held is not None:
            yield held
        held = sentence
    if held is not None:
        yield held


def _one_run(tokens: Sequence[Token], before: Sentence, after: Sentence) -> bool:
    if before.block != after.block or before.last != after.first or not before.first < before.last < after.last:
        return False
    left, right = tokens[before.last - 1], tokens[after.first]
    named = (right.pos == "PROPN" or is_known(right.text)) and right.text[:1].isupper() and left.text[-1].isalnum()
    return named and right.start - left.end == 1


def _one_title(tokens: Sequence[Token], before: Sentence, after: Sentence) -> bool:
    """True where a sentence ends with a colon within marks that the next one closes soon."""
    if before.block != after.block or before.last != after.first or tokens[before.last - 1].text != ":":
        return False
    opened = any(t.text == "«" for t in tokens[max(before.first, before.last - 6) : before.last])
    closed = any(t.text == "»" for t in tokens[max(before.first, before.last - 6) : before.last])
    return opened and not closed and any(t.text == "»" for t in tokens[after.first : min(after.last, after.first + 6)])


def _drafts(tokens: Sequence[Token], spans: Iterable[NameSpan]) -> Iterable[Draft]:
    ordered = sorted(spans, key=lambda s: s.start)
    at = 0
    for span in ordered:
        while at < len(tokens) and tokens[at].end <= span.start:
            at += 1
        last = at
        while last < len(tokens) and tokens[last].start < span.end:
            last += 1
        # "Foto: A / B": two names that the model took for one; "A/B" may be a club
        part = at
        for n in range(at, last + 1):
            if n == last or (tokens[n].text == "/" and (tokens[n].start > tokens[n - 1].end or _credited(tokens, at))):
                if n > part:
                    yield Draft(part, n, (span.type,))
                part = n + 1
        at = max(at, last)


def _credited(tokens: Sequence[Token], at: int) -> bool:
    """True where the words before are those of a picture's credit."""
    return any("foto" in t.text.casefold() or t.text.casefold()[:3] == "ill" for t in tokens[max(0, at - 4) : at])
