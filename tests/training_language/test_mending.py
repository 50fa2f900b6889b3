"""Gold that was made by an earlier version of the treebank, brought up to the later one."""

import pytest

from training.convert import mend
from training.corpus import Sent, Word

PARTICIPLE = "Definite=Ind|Gender=Neut|Number=Sing|VerbForm=Part"
Row = tuple[str, str, str, int, str]


def sent(rows: list[Row]) -> Sent:
    return Sent(tuple(Word(form, form, upos, feats, head, rel, True, "O") for form, upos, feats, head, rel in rows))


def told(sent: Sent) -> list[tuple[str | None, str]]:
    return [(word.upos, word.deprel) for word in sent.words]


PASSIVE: list[Row] = [
    ("Bilen", "NOUN", "", 2, "nsubj:pass"),
    ("vart", "VERB", "", 2, "aux:pass"),
    ("stolen", "ADJ", PARTICIPLE, -1, "ROOT"),
]
RELATIVE: list[Row] = [
    ("bilen", "NOUN", "", -1, "ROOT"),
    ("som", "PRON", "", 3, "nsubj:pass"),
    ("vert", "AUX", "", 3, "aux:pass"),
    ("selt", "ADJ", PARTICIPLE, 0, "amod"),
]
STATE: list[Row] = [
    ("Bilen", "NOUN", "", 3, "nsubj"),
    ("har", "AUX", "", 3, "aux"),
    ("vore", "AUX", "", 3, "cop"),
    ("lakkert", "ADJ", PARTICIPLE, -1, "ROOT"),
]
PLAIN: list[Row] = [
    ("den", "DET", "", 2, "det"),
    ("stolne", "ADJ", PARTICIPLE, 2, "amod"),
    ("bilen", "NOUN", "", -1, "ROOT"),
]


@pytest.mark.parametrize(
    ("rows", "place", "expected"),
    [
        (PASSIVE, 2, ("VERB", "ROOT")),  # a participle with an auxiliary is a verb
        (PASSIVE, 1, ("AUX", "aux:pass")),  # and what hangs as an auxiliary is one
        (RELATIVE, 3, ("VERB", "acl:relcl")),  # what it heads is a clause
        (STATE, 3, ("ADJ", "ROOT")),  # a state with a copula is none
        (PLAIN, 1, ("ADJ", "amod")),  # nor is an attribute
    ],
)
def test_nynorsk_participles_are_what_the_later_version_makes_of_them(
    rows: list[Row], place: int, expected: tuple[str, str]
) -> None:
    assert told(mend(sent(rows), "nn"))[place] == expected


def test_bokmal_is_left_as_it_is() -> None:
    assert told(mend(sent(PASSIVE), "nb")) == told(sent(PASSIVE))


def test_the_later_version_itself_goes_first() -> None:
    later = (("NOUN", "nsubj"), ("AUX", "cop"), ("ADJ", "ROOT"))
    known = Sent(sent(PASSIVE).words, later=later)
    assert told(mend(known, "nn")) == list(later)
