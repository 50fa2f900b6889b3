"""How articles name their own outlet: a table of invented sentences, one comment a row."""

import pytest

from belegg.text.self_mentions import is_told_as_source, self_mentions


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("– Det er trist, sier Nes til Øyposten.", ["Øyposten"]),  # spoken to
        ("Ho stadfestar overfor Hav og Land at båten er seld.", ["Hav og Land"]),  # og within a name
        ("– Det er trist, sier Nes til oyposten.no.", ["oyposten.no"]),  # an address
        ("Til Kanal 9 fortel ho at båten er seld.", ["Kanal 9"]),  # a number belongs to it
        ("Øyposten har fått innsyn i brevet.", ["Øyposten"]),  # papers seen
        ("Det viser et brev Øyposten har lest.", ["Øyposten"]),
        ("Båten er solgt, får Øyposten opplyst.", ["Øyposten"]),  # what it is told
        ("Rederen la på da Øyposten ringte.", ["Øyposten"]),
        ("Vi har fått innsyn i brevet.", []),  # a pronoun is no name
        ("Øyposten har kontor på kaia.", []),  # nothing that only an outlet does
        ("Nordkraft har kjøpt kaia.", []),
        ("Holm smilte da Moe møtte pressen.", []),
    ],
)
def test_an_outlet_is_named_as_ones_own(text: str, names: list[str]) -> None:
    assert [name for name, _ in self_mentions(text)] == names


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("Øyposten har fått innsyn i brevet.", 2.0),
        ("Øyposten har lest brevet.", 0.5),  # so may a minister have
    ],
)
def test_what_others_do_too_is_not_enough_by_itself(text: str, weight: float) -> None:
    assert [w for _, w in self_mentions(text)] == [weight]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Båten er solgt, skriver Øyposten.", True),
        ("Øyposten avslørte salget.", True),
        ("Ifølgje Øyposten er båten seld.", True),
        ("– Trist, sier Nes til Øyposten.", False),
    ],
)
def test_an_outlet_that_is_read_is_another(text: str, told: bool) -> None:
    assert is_told_as_source("Øyposten", text) is told
