"""On which side the verb puts a time: hand-made trees of invented sentences, one a row."""

import pytest

from belegg.core.spans import Span
from belegg.core.words import Token
from belegg.text.tense import direction

PAST, PRESENT, INFINITIVE, PARTICIPLE = (
    "VerbForm=Fin|Tense=Past",
    "VerbForm=Fin|Tense=Pres",
    "VerbForm=Inf",
    "VerbForm=Part",
)
Row = tuple[str, str, int, str, str]


def tree(rows: list[Row]) -> tuple[Token, ...]:
    found, place = [], 0
    for number, (text, pos, head, dep, feats) in enumerate(rows):
        found.append(Token(number, place, place + len(text), text, text.lower(), pos, feats, head, dep))
        place += len(text) + 1
    return tuple(found)


@pytest.mark.parametrize(
    ("rows", "side"),
    [
        # the day is what is said of it: nn, "Fristen er fredag"
        (
            [("Fristen", "NOUN", 2, "nsubj", ""), ("er", "AUX", 2, "cop", PRESENT), ("fredag", "NOUN", 2, "root", "")],
            "future",
        ),
        # nb, "Møtet var fredag"
        (
            [("Møtet", "NOUN", 2, "nsubj", ""), ("var", "AUX", 2, "cop", PAST), ("fredag", "NOUN", 2, "root", "")],
            "past",
        ),
        # nb, "Møtet skulle ha vært fredag": a perfect looks back
        (
            [
                ("Møtet", "NOUN", 4, "nsubj", ""),
                ("skulle", "AUX", 4, "aux", PAST),
                ("ha", "AUX", 4, "aux", INFINITIVE),
                ("vært", "AUX", 4, "cop", PARTICIPLE),
                ("fredag", "NOUN", 4, "root", ""),
            ],
            "past",
        ),
        # nn, "Løypa skulle etter planen ha opna fredag": it is open whether it has
        (
            [
                ("Løypa", "NOUN", 5, "nsubj", ""),
                ("skulle", "AUX", 5, "aux", PAST),
                ("etter", "ADP", 3, "case", ""),
                ("planen", "NOUN", 5, "obl", ""),
                ("ha", "AUX", 5, "aux", INFINITIVE),
                ("opna", "VERB", 5, "root", PARTICIPLE),
                ("fredag", "NOUN", 5, "obl", ""),
            ],
            None,
        ),
        # nb, "Vedtaket skal være ventet fredag": hearsay of what is to come
        (
            [
                ("Vedtaket", "NOUN", 3, "nsubj", ""),
                ("skal", "AUX", 3, "aux", PRESENT),
                ("være", "AUX", 3, "aux:pass", INFINITIVE),
                ("ventet", "VERB", 3, "root", PARTICIPLE),
                ("fredag", "NOUN", 3, "obl", ""),
            ],
            "future",
        ),
        # nb, "Retten har satt av dager i mars": what is arranged lies ahead
        (
            [
                ("Retten", "NOUN", 2, "nsubj", ""),
                ("har", "AUX", 2, "aux", PRESENT),
                ("satt", "VERB", 2, "root", PARTICIPLE),
                ("av", "ADP", 2, "compound:prt", ""),
                ("dager", "NOUN", 2, "obj", ""),
                ("i", "ADP", 6, "case", ""),
                ("mars", "NOUN", 4, "nmod", ""),
            ],
            "future",
        ),
        # nn, "Retten har beramma saka i mars"
        (
            [
                ("Retten", "NOUN", 2, "nsubj", ""),
                ("har", "AUX", 2, "aux", PRESENT),
                ("beramma", "VERB", 2, "root", PARTICIPLE),
                ("saka", "NOUN", 2, "obj", ""),
                ("i", "ADP", 5, "case", ""),
                ("mars", "NOUN", 2, "obl", ""),
            ],
            "future",
        ),
        # nn, "Ferja byrja å gå fredag": what began happened
        (
            [
                ("Ferja", "NOUN", 1, "nsubj", ""),
                ("byrja", "VERB", 1, "root", PAST),
                ("å", "PART", 3, "mark", ""),
                ("gå", "VERB", 1, "xcomp", INFINITIVE),
                ("fredag", "NOUN", 3, "obl", ""),
            ],
            "past",
        ),
        # nb, "Rådet vedtok å stenge fredag": an infinitive under another past leaves it open
        (
            [
                ("Rådet", "NOUN", 1, "nsubj", ""),
                ("vedtok", "VERB", 1, "root", PAST),
                ("å", "PART", 3, "mark", ""),
                ("stenge", "VERB", 1, "xcomp", INFINITIVE),
                ("fredag", "NOUN", 3, "obl", ""),
            ],
            None,
        ),
        # nb, "Avisa avdekket fredag", read as a participle: with a subject and no auxiliary it is a preterite
        (
            [
                ("Avisa", "NOUN", 1, "nsubj", ""),
                ("avdekket", "VERB", 1, "root", PARTICIPLE),
                ("fredag", "NOUN", 1, "obl", ""),
            ],
            "past",
        ),
        # nn, "Drama kulminerte fredag", where the day hangs on the noun: all verbs are past
        (
            [
                ("Drama", "NOUN", 0, "root", ""),
                ("kulminerte", "VERB", 0, "amod", PAST),
                ("fredag", "NOUN", 0, "nmod", ""),
            ],
            "past",
        ),
        # nn, "Løparen skal vere teken fredag": hearsay, or what is ordered
        (
            [
                ("Løparen", "NOUN", 3, "nsubj", ""),
                ("skal", "AUX", 3, "aux", PRESENT),
                ("vere", "AUX", 3, "aux:pass", INFINITIVE),
                ("teken", "VERB", 3, "root", PARTICIPLE),
                ("fredag", "NOUN", 3, "obl", ""),
            ],
            None,
        ),
    ],
)
def test_side(rows: list[Row], side: str | None) -> None:
    tokens = tree(rows)
    text = " ".join(t.text for t in tokens)
    day = tokens[-1]
    assert direction(Span(0, len(text)), tokens, Span(day.start, day.end), text) == side


@pytest.mark.parametrize(
    ("rows", "side"),
    [
        # nb, "Tirsdag er det valg": what is said in the present of a day that opens the clause is to come
        (
            [
                ("Tirsdag", "NOUN", 3, "obl", ""),
                ("er", "AUX", 3, "cop", PRESENT),
                ("det", "PRON", 3, "expl", ""),
                ("valg", "NOUN", 3, "root", ""),
            ],
            "future",
        ),
        # nn, "Tysdag var det val"
        (
            [
                ("Tysdag", "NOUN", 3, "obl", ""),
                ("var", "AUX", 3, "cop", PAST),
                ("det", "PRON", 3, "expl", ""),
                ("val", "NOUN", 3, "root", ""),
            ],
            "past",
        ),
    ],
)
def test_side_of_what_opens_a_clause(rows: list[Row], side: str) -> None:
    tokens = tree(rows)
    text = " ".join(t.text for t in tokens)
    assert direction(Span(0, len(text)), tokens, Span(tokens[0].start, tokens[0].end), text) == side
