"""Documents from marked text, so that names, roles and entities are tested without the language model.

``[Kari Holm|PER]`` is a name that the model found, ``word#NOUN`` a word with its UPOS, ``word#nsubj>3`` is not needed:
dependencies are left out unless a test gives them. A line is a block; words with a capital are PROPN unless told.
"""

import re
from collections.abc import Mapping
from typing import cast

from belegg.annotate.names import names
from belegg.annotate.roles import roles
from belegg.core.annotation import Mention, Role
from belegg.core.article import Article, Block
from belegg.core.document import Document
from belegg.core.words import NameSpan, NameType, Sentence, Token

_CLASSES = {
    word: pos
    for pos, words in {
        "ADP": "i på til fra frå av for med mot ved etter om over under mellom hos",
        "CCONJ": "og eller men",
        "PRON": "han hun ho de dei det den seg vi eg jeg som",
        "AUX": "er var har hadde skal vil ble blei vart blir kan",
        "VERB": "sier seier sa skriver skriv melder møter møtte venter ventar trur tror kom reiste nekter har svarte",
        "DET": "en ein ei et eit denne dette alle",
        "SCONJ": "at når da då hvis",
        "ADV": "ikke ikkje også òg nå no her der så ifølge ifølgje",
        "ADJ": "ny nye tidligere tidlegare daglig dagleg stor store nasjonale",
    }.items()
    for word in words.split()
}  # fmt: skip
_MARK = re.compile(r"\[([^\]|]+)\|(\w+)\]|(\w[\w.'-]*)#([A-Z]+)")
_WORD = re.compile(r"[A-ZÆØÅ]\.(?= )|\d{1,2}\.(?= [a-zæøå])|[^\W\d]+-(?= og )|\w+(?:[-.'’]\w+)*(?:(?<=s)['’])?|[^\w\s]")


def document(marked: str, article: str = "a", deps: Mapping[str, str] | None = None) -> Document:
    """The article with its words, sentences and the model's names."""
    text, spans, classes = _read(marked)
    blocks: list[Block] = []
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(at, at + len(line), "paragraph"))
            for first, last in _sentences(line):
                begin = len(tokens)
                for word in _WORD.finditer(line, first, last):
                    tokens.append(_token(len(tokens), at + word.start(), word.group(), classes, deps or {}))
                sentences.append(Sentence(begin, len(tokens), at + first, at + last, len(blocks) - 1))
        at += len(line) + 1
    made = Article(article, article, "", text, "nb", tuple(blocks))
    doc = Document(made, {Token: tuple(tokens), Sentence: tuple(sentences), NameSpan: tuple(spans)})
    doc = doc.adding(Mention, names(doc))
    return doc.adding(Role, roles(doc))


def found(doc: Document) -> list[tuple[str, str]]:
    """Surface and type of each mention that is not nested."""
    return [(doc.text[m.start : m.end], m.type) for m in doc[Mention] if not m.inside]


def _read(marked: str) -> tuple[str, list[NameSpan], dict[int, str]]:
    text, spans, classes = "", [], {}
    at = 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        if mark.group(1):
            spans.append(NameSpan(len(text), len(text) + len(mark.group(1)), cast("NameType", mark.group(2))))
        else:
            classes[len(text)] = mark.group(4)
        text += mark.group(1) or mark.group(3)
        at = mark.end()
    return text + marked[at:], spans, classes


def _sentences(line: str) -> list[tuple[int, int]]:
    ends = [m.end() for m in re.finditer(r"(?<![A-ZÆØÅ])[.!?](?= [^a-zæøå]|$)", line)]
    starts = [0, *ends]
    return [(a, b) for a, b in zip(starts, [*ends, len(line)], strict=True) if line[a:b].strip()]


def _token(index: int, start: int, word: str, classes: Mapping[int, str], deps: Mapping[str, str]) -> Token:
    default = "PUNCT" if not any(c.isalnum() for c in word) else "NUM" if word.isdigit() else "NOUN"
    pos = classes.get(start) or _CLASSES.get(word.casefold()) or ("PROPN" if word[0].isupper() else default)
    dep, _, head = deps.get(word, "dep").partition(">")
    return Token(index, start, start + len(word), word, word.casefold(), pos, "", index + int(head or 0), dep)
