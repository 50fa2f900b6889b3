"""The words beside and inside names; no model is needed."""

import pytest

from belegg.text.name_data import head_words, heads
from tests.standards import one_sided

LISTS = tuple((section, key) for section in ("beside", "inside") for key in heads()[section])
CAPITALS = {
    ("beside", "owners"),
    ("inside", "chapters"),
    ("beside", "broadcasters"),
}  # words as they open or make a name
MIXED = {("beside", "outlet_names")}  # endings of one word and last words
FOREIGN = {("inside", "particles"), ("inside", "clause_words")}  # the *da* of *da Silva* has no Nynorsk


@pytest.mark.parametrize(("section", "key"), [x for x in LISTS if x not in MIXED])
def test_list_holds_words(section: str, key: str) -> None:
    words = head_words(section, key)
    assert words
    assert all(word[0].isupper() if (section, key) in CAPITALS else word == word.lower() for word in words)


@pytest.mark.parametrize(("section", "key"), [x for x in LISTS if x not in FOREIGN])
def test_list_has_both_standards(section: str, key: str) -> None:
    assert one_sided(head_words(section, key)) == []


def test_outlets_report_by_verbs_of_speech() -> None:
    assert head_words("beside", "reporting") < head_words("beside", "speech")
