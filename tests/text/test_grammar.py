"""The closed classes that all stages share; no model is needed."""

import pytest

from belegg.text import grammar
from belegg.text.wordlists import word_lists


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
    assert set(words.split()) <= getattr(grammar, name)


def test_classes_that_must_not_meet() -> None:
    assert not grammar.ARTICLES & grammar.DEFINITE_ARTICLES
    assert not grammar.HE & grammar.SHE
    assert not grammar.CONDITIONS & grammar.WHEN
    assert grammar.NOT < grammar.NEGATIONS
    assert grammar.NEITHER < grammar.NEGATIONS


def test_every_class_of_the_table_has_its_name() -> None:
    named = {name for name in vars(grammar) if name.isupper() and not name.startswith("_")}
    assert {name.upper() for name in word_lists("grammar.toml")} == named
