"""Documents of which the words are packed: a fifteenth of the memory, and of what passes between processes.

Of a thousand articles only those of one story are looked at together; the words of the others wait in bytes.
"""

import pickle
import zlib
from array import array
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from functools import lru_cache
from typing import cast

from belegg.core.document import Document
from belegg.core.words import Token

_OPEN = 16  # articles whose words are kept unpacked: a stage asks for those of one article again and again
_COLUMNS = 7
_FAST = 1  # zlib's level
#: What sets each value of a word: the slots' own, for a frozen record looks for its slots with every value.
_SETTERS = tuple(getattr(Token, field.name).__set__ for field in fields(Token))

Layer = tuple[object, ...]


class Packed(Mapping[type, Layer]):
    """Layers by type, the words of ``text`` as bytes. Whoever asks for them gets new ones, equal to those packed."""

    __slots__ = ("_others", "_text", "_words")

    def __init__(self, text: str, words: bytes, others: Mapping[type, Layer]) -> None:
        self._text, self._words, self._others = text, words, others

    def __getitem__(self, layer: type) -> Layer:
        return _unpacked(self._words, self._text) if layer is Token else self._others[layer]

    def __contains__(self, layer: object) -> bool:
        return layer is Token or layer in self._others

    def __iter__(self) -> Iterator[type]:
        yield Token
        yield from self._others

    def __len__(self) -> int:
        return 1 + len(self._others)

    def __reduce__(self) -> tuple[type, tuple[str, bytes, Mapping[type, Layer]]]:
        return (Packed, (self._text, self._words, self._others))


def packed(doc: Document) -> Document:
    """The document with its words packed; as it is, where they are already, or are not the text's own."""
    tokens = doc[Token] if Token in doc and not isinstance(doc.layers, Packed) else ()
    if not tokens or any(doc.text[t.start : t.end] != t.text for t in tokens):
        return doc
    others = {layer: items for layer, items in doc.layers.items() if layer is not Token}
    return replace(doc, layers=Packed(doc.text, _bytes(tokens), others))


def unpacked(doc: Document) -> Document:
    """The document with all its layers at hand."""
    return replace(doc, layers=dict(doc.layers)) if isinstance(doc.layers, Packed) else doc


def _bytes(tokens: Sequence[Token]) -> bytes:
    """Numbers in rows, and the strings that they count, each once."""
    strings: dict[str, int] = {}
    number = strings.setdefault
    rows = array("I")
    for t in tokens:
        lemma, pos = number(t.lemma, len(strings)), number(t.pos, len(strings))
        feats, dep = number(t.feats, len(strings)), number(t.dep, len(strings))
        rows.extend((t.start, t.end, t.head, lemma, pos, feats, dep))
    return zlib.compress(pickle.dumps((rows.tobytes(), list(strings)), pickle.HIGHEST_PROTOCOL), _FAST)


@lru_cache(maxsize=_OPEN)
def _unpacked(words: bytes, text: str) -> tuple[Token, ...]:
    raw, strings = cast("tuple[bytes, list[str]]", pickle.loads(zlib.decompress(words)))
    rows = array("I", raw)
    starts, ends, heads, *counted = (rows[column::_COLUMNS] for column in range(_COLUMNS))
    lemmas, tags, feats, deps = ([strings[number] for number in column] for column in counted)
    texts = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    tokens = tuple(map(object.__new__, (Token,) * len(texts)))
    columns: Sequence[Iterable[object]] = (range(len(texts)), starts, ends, texts, lemmas, tags, feats, heads, deps)
    for put, values in zip(_SETTERS, columns, strict=True):  # column by column, in half the time
        deque(map(put, tokens, values), maxlen=0)
    return tokens
