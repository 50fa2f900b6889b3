"""The small lists that single rules look words up in; no model is needed."""

import pytest

from belegg.reason._cues import listed
from belegg.text.wordlists import word_lists
from tests.standards import one_sided

FILES = ("grammar.toml", "number_words.toml", "page_words.toml", "predicate_words.toml")
CAPITALS = {"explanation", "credit_labels"}  # words as they open a line, or as a credit has them
LISTS = tuple((file, name) for file in FILES for name in word_lists(file))
CLAIM_LISTS = (
    "voting", "shares", "day_ends", "lengths", "known_few", "of_a_field", "up_to", "lasts_until", "media_words"
)  # fmt: skip


@pytest.mark.parametrize(("file", "name"), LISTS)
def test_list_holds_words(file: str, name: str) -> None:
    words = word_lists(file)[name]
    assert words
    assert name in CAPITALS or all(word == word.lower() for word in words)


@pytest.mark.parametrize(("file", "name"), [x for x in LISTS if x[1] not in {"line_particles", "name_joints"}])
def test_list_has_both_standards(file: str, name: str) -> None:
    assert one_sided({word.lower() for word in word_lists(file)[name]}) == []


@pytest.mark.parametrize("name", CLAIM_LISTS)
def test_list_of_claims_has_both_standards(name: str) -> None:
    assert listed(name)
    assert one_sided(set(listed(name))) == []
