"""The closed classes that all stages share; no model is needed."""

import pytest

from belegg.text import grammar
from tests.standards import one_sided

CLASSES = {name: words for name, words in vars(grammar).items() if isinstance(words, frozenset)}


@pytest.mark.parametrize("name", CLASSES)
def test_class_has_lower_case_forms(name: str) -> None:
    assert CLASSES[name]
    assert all(word == word.lower() for word in CLASSES[name])


@pytest.mark.parametrize("name", CLASSES)
def test_class_has_both_standards(name: str) -> None:
    assert one_sided(CLASSES[name]) == []


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("ARTICLES", "en ein ei et eit"),
        ("NEGATIONS", "ikke ikkje aldri korkje neppe"),
        ("FIRST_PERSON", "jeg eg vi me"),
        ("HAVE", "har hadde"),
        ("BECOME", "blir vert vart blei"),
        ("GET", "får fikk fekk"),
        ("CONDITIONS", "hvis viss dersom såframt"),
        ("PLACE_PREPOSITIONS", "i på frå utanfor nord aust"),
        ("WEEKDAYS", "måndag tysdag laurdag"),
    ],
)
def test_class_holds(name: str, words: str) -> None:
    assert set(words.split()) <= CLASSES[name]


def test_classes_that_must_not_meet() -> None:
    assert not grammar.ARTICLES & grammar.DEFINITE_ARTICLES
    assert not grammar.HE & grammar.SHE
    assert not grammar.CONDITIONS & grammar.WHEN
    assert grammar.NOT < grammar.NEGATIONS
    assert grammar.NEITHER < grammar.NEGATIONS
