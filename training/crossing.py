"""Puts treebank sentences into the other written standard, word for word, and reads trees off translated pairs.

The two standards share their syntax and most of their word order, so that an annotated Bokmål sentence with its words
exchanged is an annotated Nynorsk one (annotation projection: Yarowsky and Ngai 2001). The words are learned from pairs
of translated sentences with the same number of words, read by a first model.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from belegg.models.norwegian import mark
from training.bridge import alike
from training.corpus import Document, Sent, Word
from training.vectors import pair_sentences

Pair = tuple[Sent, Sent]

OTHER = {"nb": "nn", "nn": "nb"}
AGREED = 0.8  # share of the words that must have the same head and relation on both sides of a pair
CLEAR = 0.5  # share of a word's renderings that the best one must have
CROSSED = 0.9  # share of a sentence's words that must have a form in the other standard
SHORTEST, LONGEST = 3, 60  # words of a pair
SAME_IN_BOTH = frozenset({"PROPN", "NUM", "PUNCT", "SYM", "X"})

Key = tuple[str, str, str]


def read_pairs(nlp: Language, data: Path) -> list[Pair]:
    """All pairs as the model reads them, each side as one sentence; those with blanks as words are left out."""
    pairs = list(pair_sentences(data))
    found: list[Pair] = []
    for start in range(0, len(pairs), 1000):
        with nlp.memory_zone():
            sides = [_made(nlp, [pair[side] for pair in pairs[start : start + 1000]], side) for side in (0, 1)]
            read = [list(nlp.pipe(docs, batch_size=256)) for docs in sides]
            found += [(_sent(nb), _sent(nn)) for nb, nn in zip(*read, strict=True) if _plain(nb) and _plain(nn)]
    return found


def _made(nlp: Language, texts: Sequence[str], side: int) -> list[Doc]:
    docs = [nlp.make_doc(text.strip()) for text in texts]
    for doc in docs:
        mark(doc, ("nb", "nn")[side])
    return docs


def _plain(doc: Doc) -> bool:
    return len(doc) > 0 and not any(token.is_space for token in doc)


def _sent(doc: Doc) -> Sent:
    words = tuple(
        Word(
            form=token.text,
            lemma=token.lemma_ or token.text,
            upos=token.pos_,
            feats=str(token.morph),
            head=-1 if token.head.i == token.i else token.head.i,
            deprel=token.dep_,
            space=bool(token.whitespace_),
            name=f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O",
        )
        for token in doc
    )
    return Sent(words)


def comparable(pairs: Iterable[Pair]) -> list[Pair]:
    """The pairs that have as many words on both sides but not the same ones."""
    return [
        (nb, nn)
        for nb, nn in pairs
        if SHORTEST <= len(nb.words) == len(nn.words) <= LONGEST
        and [word.form for word in nb.words] != [word.form for word in nn.words]
    ]


def pair_documents(pairs: Sequence[Pair]) -> list[Document]:
    """Both sides of the pairs that are read alike, with the Bokmål side's trees: that side is read better."""
    found = []
    for number, (nb, nn) in enumerate(pairs):
        if _agreement(nb, nn) >= AGREED and sum(word.head == -1 for word in nb.words) == 1:
            taught = tuple(
                replace(own, head=word.head, deprel=word.deprel) for own, word in zip(nn.words, nb.words, strict=True)
            )
            found.append(Document(f"pair{number}", "nb", "train", (nb,)))
            found.append(Document(f"pair{number}", "nn", "train", (replace(nn, words=taught),)))
    return found


def _agreement(nb: Sent, nn: Sent) -> float:
    same = [(a.upos, a.head, a.deprel) == (b.upos, b.head, b.deprel) for a, b in zip(nb.words, nn.words, strict=True)]
    return sum(same) / len(same)


class Crossing:
    """The words of one standard in the other, with lemma and features."""

    def __init__(self, source: str, pairs: Iterable[Pair], documents: Iterable[Document]) -> None:
        self.target = OTHER[source]
        self._seen: dict[Key, Counter[Key]] = defaultdict(Counter)
        self._known: dict[tuple[str, str], Counter[tuple[str, str]]] = defaultdict(Counter)
        for nb, nn in pairs:
            sides = (nb, nn) if source == "nb" else (nn, nb)
            for word, other in zip(*(side.words for side in sides), strict=True):
                self._learn(word, other)
        for document in documents:
            if document.standard == self.target and document.part == "train":
                for word in (word for sent in document.sents for word in sent.words):
                    self._known[word.form.lower(), word.upos or "X"][word.lemma, word.feats] += 1

    def _learn(self, word: Word, other: Word) -> None:
        if word.upos == other.upos and word.head == other.head and word.upos not in SAME_IN_BOTH:
            rendering = (other.form.lower(), other.lemma, other.feats)
            self._seen[word.form.lower(), word.upos or "X", word.feats][rendering] += 1

    def word(self, word: Word) -> Word | None:
        """The word in the other standard; None where it is not known there."""
        upos = word.upos or "X"
        if upos in SAME_IN_BOTH or word.name != "O":
            return word
        seen = self._seen.get((word.form.lower(), upos, word.feats))
        if seen:
            (form, lemma, feats), count = seen.most_common(1)[0]
            if count >= CLEAR * seen.total() and (count > 2 or form == word.form.lower() or alike(form, word.form)):
                return replace(word, form=_cased(form, word.form), lemma=lemma, feats=feats)
        known = self._known.get((word.form.lower(), upos))
        if known:
            lemma, feats = known.most_common(1)[0][0]
            return replace(word, lemma=lemma, feats=feats)
        return None

    def sent(self, sent: Sent) -> Sent | None:
        """The sentence in the other standard; None where too many words are not known there."""
        words = [self.word(word) for word in sent.words]
        if sum(word is not None for word in words) < CROSSED * len(words):
            return None
        kept = tuple(new or replace(old, lemma="") for new, old in zip(words, sent.words, strict=True))
        return replace(sent, words=kept)

    def document(self, document: Document) -> Document:
        """The sentences of a document that can be put into the other standard."""
        sents = tuple(found for sent in document.sents if (found := self.sent(sent)))
        return Document(f"{document.key}-{self.target}", self.target, "train", sents)


def _cased(form: str, like: str) -> str:
    if like.isupper() and len(like) > 1:
        return form.upper()
    return form[:1].upper() + form[1:] if like[:1].isupper() else form


def crossed_documents(pairs: Sequence[Pair], documents: Sequence[Document]) -> list[Document]:
    """Every training document in the other standard."""
    found = []
    for source in OTHER:
        crossing = Crossing(source, pairs, documents)
        own = [document for document in documents if document.standard == source and document.part == "train"]
        found += [crossed for crossed in map(crossing.document, own) if crossed.sents]
    return found
