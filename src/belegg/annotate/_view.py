"""An article as the statement stage reads it: its content words with the look-ups that rules ask for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from belegg.core.annotation import Mention, Role
from belegg.core.article import Block
from belegg.core.document import Document
from belegg.core.spans import Span
from belegg.core.words import Sentence, Token

Words = tuple[int, int]  # token indices, half-open
DASHES = frozenset("–—-−―")
OPENING = frozenset("«\"“”„'‘")
CLOSING = frozenset("»\"”“'’")
STOPS = frozenset((".", "!", "?", ":", "…", "...", ";"))
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM", "X"))


@dataclass(frozen=True, slots=True)
class View:
    """Words, sentences and names of one article by index. ``lows`` are the lower-case forms."""

    doc: Document
    tokens: tuple[Token, ...]
    lows: tuple[str, ...]
    sentences: tuple[Sentence, ...]
    sentence_of: tuple[int, ...]
    children: tuple[tuple[int, ...], ...]
    mention_of: tuple[int, ...]
    mentions: tuple[Mention, ...]
    roles: tuple[Role, ...]
    blocks: tuple[Words, ...]
    block_of: tuple[int, ...]

    def block(self, token: int) -> Block:
        """The article's block that a token stands in."""
        return self.doc.article.blocks[self.sentences[self.sentence_of[token]].block]

    def sentence(self, token: int) -> Words:
        """The sentence around a token."""
        s = self.sentences[self.sentence_of[token]]
        return s.first, s.last

    def span(self, words: Words) -> Span:
        """The characters that the words cover."""
        return Span(self.tokens[words[0]].start, self.tokens[words[1] - 1].end)

    def text(self, words: Words) -> str:
        """The words as written."""
        return self.span(words).of(self.doc.text)

    def matches(self, at: int, phrase: Sequence[str], limit: int) -> bool:
        """True where the lower-case words of the phrase stand from ``at`` on, before ``limit``."""
        end = at + len(phrase)
        return end <= limit and self.lows[at:end] == tuple(phrase)

    def is_finite(self, i: int) -> bool:
        """True for a finite verb or auxiliary, also a preterite (*bekreftet, varsla*) read as a participle."""
        token = self.tokens[i]
        if token.pos not in ("VERB", "AUX"):
            return self._mistaken(i)
        if "Mood=Ind" in token.feats or "VerbForm=Fin" in token.feats:
            return True
        if "VerbForm=Inf" in token.feats:  # no infinitive ends so: *medgir*, taken for one
            return token.text.endswith(("ir", "er", "ar")) and (i == 0 or self.lows[i - 1] != "å")
        return "VerbForm=Part" in token.feats and self._may_be_preterite(i)

    def _mistaken(self, i: int) -> bool:
        """*Moe medgir at*: the root of a sentence with *at* behind it is a verb, also if the model has it as a noun."""
        known = self.tokens[i].pos in ("X", "NOUN", "ADJ", "ADV") and self.tokens[i].dep == "root"
        at = self.lows[i + 1 : i + 2] == ("at",) and i > self.sentence(i)[0]
        return known and at and self.lows[i].endswith(("ir", "er", "ar", "år"))

    def _may_be_preterite(self, i: int) -> bool:
        """A form that is both, with a subject before it and no auxiliary near it."""
        if not self.lows[i].endswith(("et", "a", "te", "de")):
            return False
        first = max(self.sentence(i)[0], i - 6)
        subject = any(self.tokens[c].dep.startswith("nsubj") and c < i for c in self.children[i])
        return subject and not any(self.tokens[k].pos == "AUX" for k in range(first, i))

    def is_nominal(self, i: int) -> bool:
        """True for a word that may open or fill a noun phrase."""
        return self.tokens[i].pos in _NOMINAL

    def subtree(self, head: int, within: Words) -> list[int]:
        """The indices under a word (itself included) that lie within the words given, in order."""
        found, todo = [], [head]
        seen = set()
        while todo:
            i = todo.pop()
            if i in seen or not within[0] <= i < within[1]:
                continue
            seen.add(i)
            found.append(i)
            todo.extend(self.children[i])
        return sorted(found)

    def child(self, head: int, *deps: str) -> int | None:
        """The first dependent with one of the relations."""
        return next((c for c in self.children[head] if self.tokens[c].dep in deps), None)

    def names_in(self, words: Words) -> Iterator[Mention]:
        """The names that begin within the words, in order."""
        seen = -1
        for i in range(*words):
            number = self.mention_of[i]
            if number >= 0 and number != seen:
                seen = number
                yield self.mentions[number]


def _mended(tokens: tuple[Token, ...], sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """Sentences of one block that the parser cut where no full stop stands, joined again."""
    out: list[Sentence] = []
    for s in sentences:
        before = out[-1] if out else None
        cut = before is not None and before.block == s.block and not _closed(tokens[before.last - 1], tokens[s.first])
        if before is not None and cut:
            out[-1] = Sentence(before.first, s.last, before.start, s.end, s.block)
        else:
            out.append(s)
    return tuple(out)


def _closed(last: Token, first: Token) -> bool:
    """True where a sentence may end between the two words."""
    return last.text[-1] in '.!?:…»"”;)' or first.text in DASHES or first.text in OPENING


def _mention_of(tokens: tuple[Token, ...], mentions: tuple[Mention, ...]) -> list[int]:
    """For each token the number of the outermost name over it, else -1."""
    out = [-1] * len(tokens)
    at = 0
    for number, mention in enumerate(mentions):
        if mention.inside:
            continue
        while at < len(tokens) and tokens[at].end <= mention.start:
            at += 1
        i = at
        while i < len(tokens) and tokens[i].start < mention.end:
            out[i] = number
            i += 1
    return out


def _runs(values: Sequence[int]) -> tuple[Words, ...]:
    """The stretches of equal values, as (first, last)."""
    starts = [i for i in range(len(values)) if i == 0 or values[i] != values[i - 1]]
    return tuple(zip(starts, [*starts[1:], len(values)], strict=True)) if starts else ()


def view(doc: Document) -> View:
    """The article's words laid out for look-up."""
    tokens = doc[Token]
    sentences = _mended(tokens, doc[Sentence])
    sentence_of = [0] * len(tokens)
    for number, sentence in enumerate(sentences):
        for i in range(sentence.first, min(sentence.last, len(tokens))):
            sentence_of[i] = number
    children: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.index:
            children[token.head].append(token.index)
    mentions = tuple(sorted(doc[Mention], key=lambda m: (m.start, -m.end)))
    blocks = [sentences[s].block for s in sentence_of]
    runs = _runs(blocks)
    block_of = [number for number, run in enumerate(runs) for _ in range(*run)]
    return View(
        doc, tokens, tuple(t.text.lower() for t in tokens), sentences, tuple(sentence_of),
        tuple(tuple(c) for c in children), tuple(_mention_of(tokens, mentions)), mentions, doc[Role], runs,
        tuple(block_of),
    )  # fmt: skip
