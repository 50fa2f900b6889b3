"""Function words of languages other than Norwegian, for comparing articles that no model reads."""

from collections.abc import Mapping
from functools import cache

from belegg.text.wordlists import read_table

NORWEGIAN = frozenset(("nb", "nn", "no"))


@cache
def load_function_words() -> Mapping[str, frozenset[str]]:
    """Language code -> its function words, in lower case; a language that is not there has none known."""
    raw = read_table("function_words_other.toml")
    return {language: frozenset(words.split()) for language, words in raw.items()}


def function_words(language: str) -> frozenset[str]:
    """The function words of a language other than Norwegian; empty where none are known."""
    return load_function_words().get(language, frozenset())
