"""What stands in a saying tells how it bears on a claim."""

import pytest

from belegg.reason._bearing import (
    NOTHING,
    contrast,
    declines,
    is_hearsay,
    is_not_done,
    is_of_before,
    is_undone,
    may_come,
    opposed,
    rejects,
    without_relative,
)

CONTRASTS = [  # what is said, another member of the claim, expected
    ("det var en pumpe , ikke bryteren", "bryteren utløste kortslutningen", -1),  # it is about the switch
    ("det var en pumpe , ikke bryteren", "pumpen var årsaken", 1),  # it is about the pump
    ("det var ikkje kaptein vik , men maskinist lie", "kaptein vik styrte ferja", -1),
    ("de kommer ikke hjem i dag", "kommer hjem i dag", 0),  # a plain negation puts nothing else in its place
    ("det er ikke bare bryteren , men pumpen også", "bryteren", 0),
]

UNDONE = [  # what is said later, what was expected, expected
    ("konserten i storvik er avlyst", "konserten i storvik blir fredag", True),
    ("kommunen skyver på avgjørelsen", "en avgjørelse før jul", True),
    ("klubben trakk seg fra avtalen etter befaringen", "befaringen blir på tirsdag", False),  # the deal is off
    ("laget trekte seg frå avtalen etter ferien", "etter ferien blir det kamp", False),
    ("laget trekte seg frå avtalen", "avtalen er klar denne veka", True),
    ("konserten er avlyst", "konserten blir avlyst fredag", False),  # that was what they expected
    ("byggestansen på kaia stanset den planlagte paraden", "paraden går søndag", True),
    ("retten stansa måndag den planlagde hogsten", "hogsten tek til onsdag", True),
    ("de måtte utsette åpningen av badet", "åpningen av badet er lørdag", True),
    ("dommeren er utsatt for press", "dommeren kommer fredag", False),  # exposed to, not put off
    (
        "halvparten av avgangene er innstilt",
        "halvparten av avgangene innstilles fra onsdag",
        False,
    ),  # that was expected
]


DECLINING = [  # content, cue, expected
    ("vi har ingenting å melde", "svarer", True),
    ("han ikkje kan uttale seg om kundar", "seier", True),
    ("hverken beløp eller kjøper", "bekrefter", True),
    ("verken namn eller sum", "stadfestar", True),
    ("hverken båten eller bilen var skadet", "sier", False),  # nothing is kept back
    ("kranen svarer ikke på kommando", "skrev", False),  # a thing that does not obey
    ("vi svarer ikke på slike spørsmål", "sier", True),
]

REJECTING = [  # content, cue, expected
    ("det en misforståelse", "kaller", True),
    ("tala misvisande", "kallar", True),
    ("det « sladder »", "omtaler", True),
    ("oppdikta", "svarar", True),  # a whole answer
    ("det var en misforståelse mellom de to vaktlagene på kaia", "sier", False),  # a misunderstanding is the story
    ("det kjem ikkje på tale", "seier", True),
    ("vi kjenner oss ikke igjen i fremstillingen", "sier", True),
]

MAY_COME = [  # content, of a price, expected
    ("banken kan tape ti millioner", False, True),
    ("saka kan ende i retten", False, True),
    ("brua kan bli dyrere", True, False),  # a price is told as it is
    ("kilden kan være most", False, False),  # it may be so now
]

HEARSAY = [  # content, expected
    ("gjelda skal vere på ti millionar", True),
    ("to av de skadde skal være brannfolk", True),
    ("brua skal være ferdig", False),
    ("brua skal males", False),
    ("skal ha hatt et møte med ordføreren", True),
    ("rektor og ordfører skal ha et langt møte", False),  # an appointment
    ("verkstedet skal ha 40 ansatte", True),
]

FORMER = [  # content, expected
    ("forrige gang de to spilte , ble det uavgjort", True),
    ("sist ho var i byen , regna det", True),
    ("de to spilte uavgjort forrige gang", False),  # told beside something else
]

OPPOSED = [  # two contents, expected
    ("ordføreren var inhabil", "ordføreren var habil", True),
    ("vedtaket er gyldig", "vedtaket er ugyldig", True),
    ("vedtaket er ugyldig", "vedtaket er ugyldig", False),
    ("han er uredd", "han er redd", False),  # too short to tell
    ("styret var samla", "styret var samstemt", False),
]


@pytest.mark.parametrize(("words", "cue", "expected"), DECLINING)
def test_who_only_says_that_he_says_nothing(words: str, cue: str, expected: bool) -> None:
    assert declines(f" {words} ", cue) == expected


@pytest.mark.parametrize(("words", "cue", "expected"), REJECTING)
def test_what_dismisses(words: str, cue: str, expected: bool) -> None:
    assert rejects(f" {words} ", cue) == expected


@pytest.mark.parametrize(("words", "priced", "expected"), MAY_COME)
def test_what_may_come_about(words: str, priced: bool, expected: bool) -> None:
    assert may_come(f" {words} ", priced) == expected


@pytest.mark.parametrize(("words", "expected"), HEARSAY)
def test_hearsay_of_how_it_is(words: str, expected: bool) -> None:
    assert is_hearsay(f" {words} ") == expected


@pytest.mark.parametrize(("words", "expected"), FORMER)
def test_what_opens_with_the_last_time(words: str, expected: bool) -> None:
    assert is_of_before(f" {words} ") == expected


@pytest.mark.parametrize(("words", "other", "expected"), OPPOSED)
def test_words_turned_round(words: str, other: str, expected: bool) -> None:
    assert opposed(f" {words} ", f" {other} ") == expected


@pytest.mark.parametrize("words", ["vi har aldri fått noe slikt brev", "ho ikkje har tent noko", "han er ingen tyv"])
def test_nothing_of_that_kind(words: str) -> None:
    assert NOTHING.search(f" {words} ")


def test_a_plan_in_a_relative_clause_is_beside_the_point() -> None:
    words = " byen stanset festen , som etter planen skulle begynne fredag . "
    assert without_relative(words) == " byen stanset festen , . "
    assert without_relative(" hun som vant , er glad ") == " hun som vant , er glad "


@pytest.mark.parametrize("words", ["er villig til å øke støtta", "er viljuge til å flytte", "vurderer å selge"])
def test_what_is_ready_to_be_done_is_not_done(words: str) -> None:
    assert is_not_done(f" {words} ")


@pytest.mark.parametrize(("words", "other", "expected"), CONTRASTS)
def test_what_is_rejected_and_what_is_told_instead(words: str, other: str, expected: int) -> None:
    assert contrast(f" {words} ", [f" {other} "]) == expected


@pytest.mark.parametrize(("words", "before", "expected"), UNDONE)
def test_called_off(words: str, before: str, expected: bool) -> None:
    assert is_undone(f" {words} ", [f" {before} "]) == expected
