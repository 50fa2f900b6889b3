"""Words of our own, spelled out for tests of the rules on the recogniser's names."""

from belegg.core.words import Sentence, Token
from belegg.models.consistency import TypedRun
from belegg.models.words import Words


def words(text: str) -> Words:
    """``word/POS`` (NOUN by default, PROPN with a capital), ``word/POS/feats``; a lone ``|`` ends a sentence."""
    tokens: list[Token] = []
    starts = [0]
    for part in text.split():
        if part == "|":
            starts.append(len(tokens))
            continue
        form, _, rest = part.partition("/")
        pos, _, feats = rest.partition("/")
        own = "PUNCT" if not form[0].isalnum() else "PROPN" if form[0].isupper() else "NOUN"
        place = len(tokens)
        tokens.append(Token(place, place, place + 1, form, form.lower(), pos or own, feats, place, "dep"))
    ends = [*starts[1:], len(tokens)]
    sentences = [Sentence(first, last, first, last, 0) for first, last in zip(starts, ends, strict=True)]
    return Words(tokens, sentences)


def runs(words_: Words, names: str) -> list[TypedRun]:
    """``Kari Lie=PER; Molde=GPE``: names in reading order, each sought after the one before."""
    found, after = [], 0
    texts = [token.text for token in words_.tokens]
    for name in filter(None, names.split("; ")):
        form, _, kind = name.rpartition("=")
        parts = form.split()
        first = next(n for n in range(after, len(texts)) if texts[n : n + len(parts)] == parts)
        after = first + len(parts)
        found.append(TypedRun(first, after, kind))
    return found


def spelled(words_: Words, found: list[TypedRun]) -> str:
    """The same the other way."""
    return "; ".join(f"{words_.text(run)}={run.type}" for run in found)
