"""Shouted openings are read as ordinary words; acronyms, names and ordinary text stay."""

import pytest

from belegg.models.capitals import calm, capitalised_words


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("TOK BUSSEN: Kari Sand kom seint.", "Tok bussen: Kari Sand kom seint."),  # picture words
        ("LETTET: – Dette er bra.", "Lettet: – Dette er bra."),
        ("NATO: Møtet held fram.", "NATO: Møtet held fram."),  # a short word alone is an acronym
        ("Brann i Elvheim", "Brann i Elvheim"),
        ("STORE SKADER ETTER BRANNEN", "Store skader etter brannen"),  # a shouted heading
        ("SAND VANN VALGET: Her feires det.", "Sand vann valget: Her feires det."),
        ("FEIRER I ELVHEIM: Folk danser.", "Feirer i Elvheim: Folk danser."),  # the article shows the name
        ("USA og EU møtes", "USA og EU møtes"),
        ("2019: Slik var det", "2019: Slik var det"),
        ("", ""),
    ],
)
def test_calm(text: str, read: str) -> None:
    known = capitalised_words(["Folk i Elvheim er glade, sier Sand."])
    assert calm(text, known) == read
    assert len(calm(text, known)) == len(text)


def test_words_that_open_a_sentence_are_no_evidence() -> None:
    assert capitalised_words(["Brannen kom. Alle såg Elvheim.", "– Ikkje no, sa Kari."]) == {"Elvheim", "Kari"}
