"""Titles in quotation marks, on sentences of our own: words with their parts of speech, and names."""

import pytest

from belegg.core.words import Sentence, Token
from belegg.models.consistency import TypedRun
from belegg.models.quoting import whole_titles

FINITE = "VerbForm=Fin"


def tokens(text: str) -> list[Token]:
    """``word/POS`` separated by blanks; ``_`` after a word glues the next one to it."""
    found: list[Token] = []
    place = 0
    for index, part in enumerate(text.split()):
        word, _, pos = part.partition("/")
        glued = word.endswith("_")
        word = word.rstrip("_")
        feats = FINITE if pos in ("VERB", "AUX") else ""
        found.append(Token(index, place, place + len(word), word, word, pos or "X", feats, 0, "dep"))
        place += len(word) + (not glued)
    return found


TITLES = [
    pytest.param("med/ADP « Grønt lys »", [], [(2, 4, "PROD")], id="after a preposition"),
    pytest.param("platen/NOUN “ Sju dager ”", [], [(2, 4, "PROD")], id="after a noun, other marks"),
    pytest.param("Lunds/PROPN « Vinter 2 »", [(0, 1, "PER")], [(0, 1, "PER"), (2, 4, "PROD")], id="after a name"),
    pytest.param("i/ADP « Havn : Oslo Rundt »", [(2, 3, "PROD"), (4, 5, "GPE")], [(2, 6, "PROD")], id="whole"),
    pytest.param("og/CCONJ « Havn : Oslo »", [(2, 3, "PROD"), (4, 5, "GPE")], [(2, 5, "PROD")], id="partly a work"),
    pytest.param("filmen/NOUN « Kari »", [(2, 3, "PER")], [(2, 3, "PROD")], id="announced as a work"),
    pytest.param("ungdomsromanen/NOUN « Kari i Oslo »", [(2, 3, "PER")], [(2, 5, "PROD")], id="by an ending"),
    pytest.param("venen/NOUN « Kari »", [(2, 3, "PER")], [(2, 3, "PER")], id="a name of another type stays"),
    pytest.param("med/ADP « Kari og Ola »", [(2, 3, "PER")], [(2, 3, "PER")], id="names in it stay"),
    pytest.param("boka/NOUN « Ja »", [(2, 3, "PROD")], [(2, 3, "PROD")], id="found already"),
    pytest.param("svaret/NOUN « Dette går/VERB bra »", [], [], id="a finite verb is said"),
    pytest.param("sa/VERB « Ja takk »", [], [], id="after a verb of saying"),
    pytest.param("med/ADP « Grønt lys » , sa/VERB hun", [], [], id="before a verb of saying"),
    pytest.param("I/ADP « Grønt lys » , da", [], [(2, 4, "PROD")], id="a comma alone tells nothing"),
    pytest.param("med/ADP « grønt lys »", [], [], id="no capital"),
    pytest.param("ropet/NOUN « Grønt lys ! »", [], [], id="closes as a sentence"),
    pytest.param("med/ADP « Grønt lys", [], [], id="never closed"),
    pytest.param("med/ADP « »", [], [], id="nothing in it"),
    pytest.param("med/ADP « A b c d e f g h i j k l »", [], [], id="too long"),
    pytest.param("for/ADP « Grønt « Lys »", [], [], id="opened twice"),
    pytest.param("dei/DET « Grønt lys »_ -filmane/NOUN", [], [(1, 6, "DRV")], id="part of a compound"),
    pytest.param("dei/DET « Grønt Lys»-filmane/NOUN", [(2, 3, "PROD")], [(1, 4, "DRV")], id="glued by the tokeniser"),
    pytest.param("av/ADP « Vinter » - i/ADP", [], [(2, 3, "PROD")], id="a dash is no compound"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found", "whole"), TITLES)
def test_titles(text: str, found: list[tuple[int, int, str]], whole: list[tuple[int, int, str]]) -> None:
    words = tokens(text)
    sentence = Sentence(0, len(words), 0, words[-1].end, 0)
    assert whole_titles([TypedRun(*run) for run in found], words, [sentence]) == [TypedRun(*run) for run in whole]


def test_what_opens_a_sentence_stays() -> None:
    words = tokens("Takk/NOUN « Grønt lys »")
    sentences = [Sentence(0, 1, 0, 4, 0), Sentence(1, 5, 5, words[-1].end, 1)]
    assert whole_titles([], words, sentences) == []


def test_nor_does_a_sentence_become_the_work_in_it() -> None:
    words = tokens("« Vinter 2 er/AUX best »")
    found = [TypedRun(1, 3, "PROD")]
    assert whole_titles(found, words, [Sentence(0, len(words), 0, words[-1].end, 0)]) == found


def test_nothing_gives_nothing() -> None:
    assert whole_titles([], [], []) == []
