"""How cue phrases are looked for."""

import pytest

from belegg.reason._cues import Phrases, holds

PHRASES = Phrases(("kan komme", "kan bli", "vil ikke", "på vei", "på", "kan kan gå"))
ROWS = [  # the words of a clause, whether one of the phrases stands in them
    ("det kan bli mye", True),
    ("bli det kan", False),  # all its words, in another order
    ("det kan visst bli mye", False),  # apart
    ("han vil visst ikke", False),
    ("han vil ikke", True),
    ("boka ligger på bordet", True),  # a phrase that another one begins with
    ("så kan kan gå", True),  # a word twice
    ("så kan gå", False),
    ("påvirket", False),  # within a word
    ("", False),
]


@pytest.mark.parametrize(("words", "expected"), ROWS)
def test_a_phrase_stands_in_a_clause_word_by_word(words: str, expected: bool) -> None:
    assert holds(f" {words} ", PHRASES) == expected
