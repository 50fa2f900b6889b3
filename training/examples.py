"""Turns treebank documents into spaCy training examples: raw text on one side, gold annotation on the other.

The program reads an article block by block, so the sentences are grouped as blocks are: a heading alone, a paragraph
of one to seven sentences, now and then a whole glued page. Noise is added to a part of them.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from belegg.models.norwegian import mark
from training.corpus import Document, Sent, Word


@dataclass(frozen=True, slots=True)
class Group:
    """Sentences that are read together, and the standard the model is told."""

    sents: tuple[Sent, ...]
    standard: str


Noise = Callable[[Sent, random.Random], Sent]
ACRONYM_LETTERS = "AABCDEEFGHIKKLMNNOPRRSSTTUV"


def groups(document: Document, rng: random.Random) -> Iterator[Group]:
    """The document cut into blocks at random; sentences with and without a tree are kept apart."""
    pending: list[Sent] = []
    size = rng.choice((1, 1, 2, 2, 3, 4, 5, 7, 12))
    for sent in document.sents:
        if pending and (len(pending) >= size or sent.has_ud != pending[-1].has_ud):
            yield Group(tuple(pending), document.standard)
            pending, size = [], rng.choice((1, 1, 2, 2, 3, 4, 5, 7, 12))
        pending.append(sent)
        if sent.heading and rng.random() < 0.6:
            size = len(pending)
    if pending:
        yield Group(tuple(pending), document.standard)


def _without_final_stop(sent: Sent) -> Sent:
    last = sent.words[-1]
    used = any(word.head == len(sent.words) - 1 for word in sent.words)
    if last.form != "." or len(sent.words) < 3 or used:
        return sent
    words = (*sent.words[:-2], replace(sent.words[-2], space=True))
    return replace(sent, words=words)


def _reformed(sent: Sent, change: dict[int, str]) -> Sent:
    words = tuple(replace(word, form=change.get(number, word.form)) for number, word in enumerate(sent.words))
    return replace(sent, words=words)


def _picture_words(sent: Sent) -> Sent:
    """ "Kim ankom Russland" → "KIM ANKOM Russland": the capitals that open a caption."""
    count = min(3, len(sent.words))
    return _reformed(sent, {number: sent.words[number].form.upper() for number in range(count)})


def _dash(sent: Sent) -> Sent:
    """Dialogue dashes of all kinds, and quotation marks of all kinds."""
    signs = {"-": "–", '"': "»"}
    change = {}
    opened = False
    for number, word in enumerate(sent.words):
        if word.form == "-" and (number == 0 or word.upos == "PUNCT"):
            change[number] = signs["-"]
        elif word.form == '"':
            opened = not opened
            change[number] = "«" if opened else "»"
    return _reformed(sent, change)


def new_acronyms(sent: Sent, rng: random.Random) -> Sent:
    """Organisations known by their letters get other letters now and then: any such word may be one."""
    change = {}
    for number, word in enumerate(sent.words):
        alone = number + 1 == len(sent.words) or not sent.words[number + 1].name.startswith("I-")
        if word.name == "B-ORG" and alone and word.form.isupper() and rng.random() < 0.3:
            change[number] = "".join(rng.choices(ACRONYM_LETTERS, k=rng.choice((2, 3, 3, 4, 4, 5))))
    return _reformed(sent, change) if change else sent


def noisy(sent: Sent, rng: random.Random) -> Sent:
    """The sentence as a crawled page may show it; annotation stays as it is."""
    draw = rng.random()
    if draw < 0.05:
        return _without_final_stop(sent)
    if draw < 0.07:
        return _picture_words(sent)
    if draw < 0.085:
        return _reformed(sent, {number: word.form.upper() for number, word in enumerate(sent.words)})
    if draw < 0.45:
        return _dash(sent)
    return sent


def gold_doc(nlp: Language, group: Group) -> Doc:
    """The annotated document. Without trees only the sentence starts are given."""
    words: list[Word] = [word for sent in group.sents for word in sent.words]
    starts = [number == 0 for sent in group.sents for number in range(len(sent.words))]
    arguments: dict[str, object] = {"sent_starts": starts}
    if all(word.head is not None for word in words):
        arguments = {"heads": _heads(group.sents), "deps": [word.deprel for word in words]}
    doc = Doc(
        nlp.vocab,
        words=[word.form for word in words],
        spaces=[word.space for word in words],
        pos=[word.upos or "X" for word in words],
        morphs=[word.feats for word in words],
        lemmas=[word.lemma for word in words],
        ents=[word.name for word in words],
        **arguments,  # type: ignore[arg-type]
    )
    return doc


def _heads(sents: Iterable[Sent]) -> list[int]:
    heads: list[int] = []
    for sent in sents:
        base = len(heads)
        for number, word in enumerate(sent.words):
            governor = word.head if word.head is not None and word.head >= 0 else number
            heads.append(base + governor)
    return heads


def example(nlp: Language, group: Group, told: str | None = None) -> Example:
    """Raw text, tokenised by the pipeline and marked with the standard, against the gold document."""
    gold = gold_doc(nlp, group)
    predicted = nlp.make_doc(gold.text)
    mark(predicted, told or group.standard)
    return Example(predicted, gold)


def names_noise(sent: Sent, rng: random.Random) -> Sent:
    """The noise of a crawled page and new acronyms."""
    return noisy(new_acronyms(sent, rng), rng)


def training_examples(
    nlp: Language, documents: Iterable[Document], rng: random.Random, noise: Noise = noisy
) -> list[Example]:
    """One pass over the documents with fresh grouping and noise; the told standard is wrong in 1 % of the blocks."""
    found = []
    for document in documents:
        for group in groups(document, rng):
            sents = tuple(noise(sent, rng) for sent in group.sents)
            told = group.standard if rng.random() > 0.02 else rng.choice(("nb", "nn"))
            found.append(example(nlp, Group(sents, group.standard), told))
    return found
