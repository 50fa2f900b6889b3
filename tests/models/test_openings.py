"""Ordinary words that begin sentences, on words of our own."""

import pytest

from belegg.models.openings import Vocabulary, vocabulary, without_ordinary_words
from tests.models.spelled import runs, spelled, words

KNOWN = Vocabulary(frozenset("skryt kalv forbruk møtte starten lie".split()), frozenset(["Bakken"]))
CASES = [
    pytest.param("Skryt til dei", "Skryt=PER", "", id="an ordinary word"),
    pytest.param("Ja | Starten var bra", "Starten=PER", "", id="in a later sentence"),
    pytest.param("- Skryt til dei", "Skryt=PER", "", id="after a dash"),
    pytest.param("Knallsprø/ADJ brød", "Knallsprø=PER", "", id="a word that is not known, of a class without names"),
    pytest.param("Alkoholforbruk/NOUN auka", "Alkoholforbruk=LOC", "", id="a compound of one"),
    pytest.param("Kalvforbundet/NOUN krev", "Kalvforbundet=ORG", "Kalvforbundet=ORG", id="what may be called so"),
    pytest.param("Zvon/NOUN kom", "Zvon=PER", "Zvon=PER", id="no known word"),
    pytest.param("ein Kalv kom", "Kalv=PER", "Kalv=PER", id="inside a sentence"),
    pytest.param("Kalv kom | ein Kalv", "Kalv=PER; Kalv=PER", "Kalv=PER; Kalv=PER", id="a capital elsewhere"),
    pytest.param("Kalvs hus | med Kalv", "Kalvs=PER; Kalv=PER", "Kalvs=PER; Kalv=PER", id="so has its genitive"),
    pytest.param("Lie kom", "Lie=PER", "Lie=PER", id="a family name"),
    pytest.param("Bakken kom", "Bakken=LOC", "Bakken=LOC", id="a name of the training part"),
    pytest.param("Molde/ADJ vann", "Molde=GPE", "Molde=GPE", id="a listed place"),
    pytest.param("KALV/VERB kom", "KALV=ORG", "KALV=ORG", id="capitals"),
    pytest.param("Møtte/VERB Kari Lie", "Møtte Kari Lie=PER", "Kari Lie=PER", id="a verb before a name"),
    pytest.param("Møtte/VERB Kari", "Møtte Kari=PROD", "Møtte Kari=PROD", id="a title of a work"),
    pytest.param("Zvonte/VERB Kari", "Zvonte Kari=PER", "Zvonte Kari=PER", id="a word that is not known"),
    pytest.param("Møtte/VERB ikkje", "Møtte ikkje=PER", "Møtte ikkje=PER", id="no name after it"),
]


@pytest.mark.parametrize(("text", "found", "left"), CASES)
def test_without_ordinary_words(text: str, found: str, left: str) -> None:
    told = words(text)
    assert spelled(told, without_ordinary_words(runs(told, found), told, KNOWN)) == left


def test_vocabulary_of_a_lexicon() -> None:
    known = vocabulary({"nb": {"kalver NOUN Number=Plur": "kalv", "Kari PROPN": "Kari"}, "nn": {"kalvar NOUN": "kalv"}})
    assert known == Vocabulary(frozenset(["kalver", "kalvar"]), frozenset(["Kari"]))
