"""Titles and roles: which words are one, how both written standards have it, and which field of life it is from."""

from collections.abc import Iterator, Mapping
from functools import cache

from belegg.text.name_data import title_table

_ENDINGS = ("mennene", "menn", "kvinnene", "kvinner", "ene", "ane", "ene", "en", "n", "a", "et", "er", "e", "ar")


@cache
def _fields() -> Mapping[str, frozenset[str]]:
    """Each title of the table to its fields (a ``kaptein`` has three)."""
    fields: dict[str, set[str]] = {}
    for field, words in title_table()["fields"].items():
        for word in words.split():
            fields.setdefault(_base(word), set()).add(field)
    return {title: frozenset(found) for title, found in fields.items()}


def _base(entry: str) -> str:
    """An entry of the table as it is written: ``daglig_leder`` has a space, a trailing field tag is dropped."""
    head, _, tail = entry.rpartition("_")
    return head if head and (not tail or (len(tail) <= 9 and tail in _TAGS)) else entry.replace("_", " ")


_TAGS = frozenset("politi mil helse kamp klubb adm fag".split())


@cache
def _to_bokmaal() -> tuple[tuple[str, str], ...]:
    """Parts of titles in Nynorsk with their Bokmål, in the table's order: longer ones stand before what they hold."""
    lines = (line.split() for line in title_table()["to_bokmaal"]["parts"].strip().splitlines())
    return tuple((nn, nb) for nn, nb in lines)


@cache
def _heads() -> tuple[str, ...]:
    words = (w.rstrip("_") for w in title_table()["heads"]["any"].split() if not w.endswith("_"))
    return tuple(sorted(set(words), key=len, reverse=True))


@cache
def modifiers() -> frozenset[str]:
    """Words that may stand before a title and belong to it (*tidligere*, *avtroppande*, *daglig*)."""
    return frozenset(title_table()["modifiers"]["words"].split())


def _bases(word: str) -> Iterator[str]:
    """The word and what it may be an inflected form of."""
    yield word
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < 3:
            continue
        yield stem
        if ending in ("en", "n", "ene", "ane", "e"):
            yield stem + "e"
        if ending.startswith("menn"):
            yield stem + "mann"
        if ending.startswith("kvinne"):
            yield stem + "kvinne"
        if stem.endswith("ll") or stem.endswith("mm"):
            yield stem[:-1]
        if ending in ("ene", "ane"):
            yield stem + "er"
            yield stem + "ar"


@cache
def title_base(word: str) -> str | None:
    """The indefinite singular of a title in lower case (*Brannsjefen* to *brannsjef*), or None where it is no title.

    A word is a title if it is listed, or if it is a compound whose last part is (*barnehagestyrar*, *Storfoss-sjef*).
    """
    lowered = word.casefold().strip("-")
    if len(lowered) < 3:
        return None
    for base in _bases(lowered):
        if base in _fields() or base in _heads():
            return base
    last = lowered.rpartition("-")[2]
    for base in _bases(last):
        if any(
            base.endswith(head) and (len(base) - len(head) >= 3 or base == head or last != lowered) for head in _heads()
        ):
            return base
    return None


def is_definite(word: str) -> bool:
    """True where a title word is in the definite form (*brannsjefen*)."""
    base = title_base(word)
    return base is not None and word.casefold().rpartition("-")[2] not in (base, base.rpartition("-")[2])


@cache
def title_key(words: str) -> str:
    """A key that a title shares in both standards and in all its forms: *Hovudtillitsvald* and *hovedtillitsvalgt*."""
    parts = words.casefold().split()
    if parts:
        parts[-1] = title_base(parts[-1]) or parts[-1]
    key = " ".join(p for p in parts if p not in _NO_PART or p == parts[-1])
    for nn, nb in _to_bokmaal():
        key = key.replace(nn, nb)
    return key[:-2] + "er" if key.endswith("ar") and not key.endswith("kommissar") else key


_NO_PART = frozenset(title_table()["modifiers"]["of_time"].split())


@cache
def title_fields(words: str) -> frozenset[str]:
    """The fields of life that a title is from; empty where it does not tell."""
    parts = words.casefold().split()
    if not parts:
        return frozenset()
    base = title_base(parts[-1])
    if base is None:
        return frozenset()
    for whole in (" ".join([*parts[-2:-1], base]), base, base.rpartition("-")[2]):
        if whole in _fields():
            return _fields()[whole]
    for head in sorted(_fields(), key=len, reverse=True):
        if len(head) >= 5 and base.endswith(head) and head not in _heads():
            return _fields()[head]
    return _fields().get(next((h for h in _heads() if base.endswith(h)), ""), frozenset())
