"""A given name and what hangs on it, on words of our own."""

import pytest

from belegg.core.words import Sentence, Token
from belegg.models.consistency import TypedRun
from belegg.models.full_names import full_names


def tokens(text: str) -> list[Token]:
    """``word``, or ``word+`` where it is a name that hangs on the one before."""
    found = []
    for index, word in enumerate(text.split()):
        bare = word.rstrip("+")
        pos, dep = ("PROPN", "flat:name") if word.endswith("+") else ("X", "dep")
        found.append(Token(index, 0, 0, bare, bare, pos, "", 0, dep))
    return found


CASES = [
    pytest.param("Kari Zvonimirsdotter+ kom", [(0, 1, "PER")], [(0, 2, "PER")], id="the name after it"),
    pytest.param("Kari Zvon+ Mirk+ kom", [(0, 1, "ORG")], [(0, 3, "PER")], id="all names after it, whatever the type"),
    pytest.param("Kari kom", [(0, 1, "PER")], [(0, 1, "PER")], id="alone"),
    pytest.param("Kari Mirk+", [(0, 1, "PER"), (1, 2, "GPE")], [(0, 1, "PER"), (1, 2, "GPE")], id="a name of its own"),
    pytest.param("Firdakraft Mirk+", [(0, 1, "ORG")], [(0, 1, "ORG")], id="no given name"),
    pytest.param("Kari Lie Mirk+", [(0, 2, "PER")], [(0, 2, "PER")], id="of two words already"),
    pytest.param("Kari PB.160+", [(0, 1, "PER")], [(0, 1, "PER")], id="no word"),
]


@pytest.mark.parametrize(("text", "found", "whole"), CASES)
def test_full_names(text: str, found: list[tuple[int, int, str]], whole: list[tuple[int, int, str]]) -> None:
    words = tokens(text)
    sentence = Sentence(0, len(words), 0, 1, 0)
    assert full_names([TypedRun(*run) for run in found], words, [sentence]) == [TypedRun(*run) for run in whole]


def test_the_next_sentence_is_another() -> None:
    words = tokens("Kari Mirk+")
    found = [TypedRun(0, 1, "PER")]
    assert full_names(found, words, [Sentence(0, 1, 0, 1, 0), Sentence(1, 2, 1, 2, 0)]) == found
