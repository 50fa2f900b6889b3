"""Tokens from a line of ``word/POS`` (and ``word/POS/lemma``), for tests that need no language model."""

from belegg.core.words import Token


def tokens(line: str) -> tuple[Token, ...]:
    """One token a word, each under the first one; a word without a mark is a NOUN, a mark alone a PUNCT."""
    found: list[Token] = []
    place = 0
    for number, part in enumerate(line.split()):
        text, _, rest = part.partition("/")
        pos, _, lemma = rest.partition("/")
        pos = pos or ("PUNCT" if not text[0].isalnum() else "NOUN")
        found.append(Token(number, place, place + len(text), text, lemma or text.lower(), pos, "", 0, "dep"))
        place += len(text) + 1
    return tuple(found)
