"""Fills in Universal Dependencies tags, trees and spacing where only NDT's annotation exists.

Both converters learn from the sentences that stand in both schemes: tags by majority with back-off, trees by an
averaged perceptron that picks each word's UD head among its neighbours in the NDT tree.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from training.corpus import Document, Sent, Word
from training.trees import TreeConverter

Key = tuple[str, ...]
Tags = tuple[str, str]

NO_SPACE_BEFORE = frozenset(".,:;!?)]}»”…")
NO_SPACE_AFTER = frozenset("([{«„")


def _kind(word: Word) -> str:
    """What a dependent tells of its governor: complements and predicatives, with their part of speech."""
    pos, feats, rel, _ = word.ndt
    if rel not in {"INFV", "SBU", "PUTFYLL", "SPRED"}:
        return ""
    return f"{rel}:{pos}:{'part' if 'perf-part' in feats else ''}"


def _tag_keys(sent: Sent, number: int) -> Iterator[Key]:
    word = sent.words[number]
    pos, feats, rel, head = word.ndt
    governor = sent.words[head].ndt[0] if head >= 0 else "root"
    form = word.form.lower()
    sign = "+".join(sorted({_kind(other) for other in sent.words if other.ndt[3] == number} - {""}))
    yield ("a", form, pos, feats, rel, governor, sign)
    yield ("b", form, pos, feats, rel, governor)
    yield ("c", form, pos, feats, rel)
    yield ("d", form, pos, feats)
    yield ("e", pos, feats, rel, sign)
    yield ("f", pos, feats)
    yield ("g", pos)


class TagConverter:
    """NDT tags to UPOS and features, learned from the overlap of one standard."""

    def __init__(self) -> None:
        self._counts: dict[Key, Counter[Tags]] = defaultdict(Counter)

    def learn(self, sents: Iterable[Sent]) -> None:
        for sent in sents:
            for number, word in enumerate(sent.words):
                for key in _tag_keys(sent, number):
                    self._counts[key][(word.upos or "X", word.feats)] += 1

    def tags(self, sent: Sent, number: int) -> Tags:
        for key in _tag_keys(sent, number):
            seen = self._counts.get(key)
            if seen and (sum(seen.values()) > 1 or key[0] not in "ab"):
                return seen.most_common(1)[0][0]
        return ("X", "")

    def convert(self, sent: Sent) -> Sent:
        words = []
        for number, word in enumerate(sent.words):
            upos, feats = self.tags(sent, number)
            words.append(replace(word, upos=upos, feats=feats))
        return replace(sent, words=tuple(words))


def _mended(word: Word, standard: str) -> Word:
    if word.lemma.startswith("$") and len(word.form) < 4 and word.form != word.lemma:
        word = replace(word, lemma=word.form)
    if standard == "nn" and word.upos == "NOUN" and word.ndt[0] == "subst" and "prop" in word.ndt[1].split("|"):
        word = replace(word, upos="PROPN")
    return word


_CLAUSES = {"advmod": "advcl", "amod": "acl:relcl", "appos": "acl", "nsubj": "csubj", "obj": "ccomp"}


def _later(sent: Sent, standard: str) -> list[Word]:
    """Parts of speech and relations as UD-NARC, the later version, has them: from itself, or by what it changed.

    It made verbs of Nynorsk participles on which an auxiliary hangs (*vart sett*; not with a copula, *har vore sett*),
    clauses of what they head, and auxiliaries of what hangs as one: so for all 142 tags and 47 of 53 relations of that
    kind in the dev sentences that stand in both versions. What was trained on has 13 such words of 245,360.
    """
    if sent.later:
        return [replace(word, upos=upos, deprel=rel) for word, (upos, rel) in zip(sent.words, sent.later, strict=True)]
    if standard == "nb":
        return list(sent.words)
    helped = {word.head for word in sent.words if word.deprel in ("aux", "aux:pass")}
    helped -= {word.head for word in sent.words if word.deprel == "cop"}
    return [_as_later(word, number in helped) for number, word in enumerate(sent.words)]


def _as_later(word: Word, helped: bool) -> Word:
    if word.upos == "VERB" and word.deprel in ("aux", "aux:pass", "cop"):
        return replace(word, upos="AUX")
    if helped and word.upos == "ADJ" and "VerbForm=Part" in word.feats:
        return replace(word, upos="VERB", deprel=_CLAUSES.get(word.deprel, word.deprel))
    return word


def mend(sent: Sent, standard: str) -> Sent:
    """Annotation slips mended: Nynorsk names that carry a gender in NDT are PROPN, not NOUN; signs are their own lemma.

    Parts of speech and relations are those of the official parts' later version.
    """
    return replace(sent, words=tuple(_mended(word, standard) for word in _later(sent, standard)))


def spaced(sent: Sent) -> Sent:
    """Spacing as a newspaper prints it, for sentences that came without their text."""
    words: list[Word] = list(sent.words)
    quote_open = False
    for number, word in enumerate(words):
        after = word.form not in NO_SPACE_AFTER
        if word.form == '"':
            quote_open = not quote_open
            after = not quote_open
        following = words[number + 1].form if number + 1 < len(words) else ""
        closing = following == '"' and quote_open
        if following[:1] in NO_SPACE_BEFORE and following not in ("...",):
            after = False
        words[number] = replace(word, space=after and not closing)
    return replace(sent, words=tuple(words))


def _tag_converter(documents: list[Document]) -> TagConverter:
    converter = TagConverter()
    for document in documents:
        converter.learn(mend(sent, document.standard) for sent in document.sents if sent.has_ud)
    return converter


def _tree_converter(documents: list[Document]) -> TreeConverter:
    converter = TreeConverter()
    converter.learn([mend(sent, doc.standard) for doc in documents for sent in doc.sents if sent.has_ud])
    return converter


def complete(documents: list[Document]) -> list[Document]:
    """Every sentence with UPOS, features and spacing; every training sentence with a UD tree, too."""
    found = []
    for standard in ("nb", "nn"):
        own = [document for document in documents if document.standard == standard]
        train = [document for document in own if document.part == "train"]
        tags, trees = _tag_converter(train), _tree_converter(train)
        for document in own:
            sents = []
            for sent in document.sents:
                if not sent.has_ud:
                    sent = spaced(tags.convert(sent))
                    sent = trees.convert(sent) if document.part == "train" else sent
                sents.append(mend(sent, standard))
            found.append(replace(document, sents=tuple(sents)))
    return found
