"""A tag follows the tree only where a place in it leaves one part of speech."""

import pytest

from belegg.models.agreeing import tag_by_place


@pytest.mark.parametrize(
    ("tag", "relation", "expected"),
    [
        ("AUX", "root", "VERB"),  # "Her er eit hus."
        ("AUX", "acl:relcl", "VERB"),  # "dei som var der"
        ("VERB", "cop", "AUX"),  # "Saka er alvorleg."
        ("VERB", "aux:pass", "AUX"),  # "Huset vart selt."
        ("SCONJ", "case", "ADP"),  # "i går som i dag"
        ("PRON", "case", "ADP"),  # "brukt som bustad"
        ("ADP", "mark", "SCONJ"),  # "etter at han kom"
        ("SCONJ", "compound:prt", "ADP"),  # "Ho stod på."
        ("SCONJ", "obj", "PRON"),  # "noko som dei sa"
        ("PRON", "det", "DET"),  # "dei store husa"
        ("AUX", "aux", "AUX"),
        ("VERB", "conj", "VERB"),
        ("ADP", "nmod", "ADP"),  # "huset ovanfor"
        ("PRON", "nsubj", "PRON"),
        ("AUX", "dep", "AUX"),  # the tree does not know either
        ("NOUN", "root", "NOUN"),
    ],
)
def test_tag_by_place(tag: str, relation: str, expected: str) -> None:
    assert tag_by_place(tag, relation) == expected
