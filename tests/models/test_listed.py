"""Listed names and what they name, on words of our own."""

import pytest

from belegg.models.listed import listed_names, listed_types, outlet_types
from tests.models.spelled import runs, spelled, words

NAMES = [
    pytest.param("han bur i Mo i Rana", "Mo=LOC; Rana=GPE", "Mo i Rana=GPE", id="one place"),
    pytest.param("hjå Noregs Bondelag", "", "Noregs Bondelag=ORG", id="missed"),
    pytest.param("Norges Bondelags leder", "Norges=GPE", "Norges Bondelags=ORG", id="a genitive"),
    pytest.param("på Svalbard og Jan Mayen", "Svalbard=GPE", "Svalbard=GPE; Jan Mayen=GPE", id="two joined"),
    pytest.param("i Møre og Romsdal", "Romsdal=LOC", "Møre og Romsdal=GPE", id="one of two words"),
    pytest.param("Mo i Rana Bilservice", "Mo i Rana Bilservice=ORG", "Mo i Rana Bilservice=ORG", id="in a longer one"),
    pytest.param("han kom til Mo | i Rana", "Mo=LOC; Rana=GPE", "Mo=LOC; Rana=GPE", id="two sentences"),
]
TYPES = [
    pytest.param("i Noreg", "Noreg=ORG", "Noreg=GPE", id="a country"),
    pytest.param("Nederlands plan", "Nederlands=LOC", "Nederlands=GPE", id="its genitive"),
    pytest.param("i Europa", "Europa=LOC", "Europa=GPE", id="a continent"),
    pytest.param("på Vestlandet", "Vestlandet=ORG", "Vestlandet=GPE", id="a landscape"),
    pytest.param("etter Vietnam", "Vietnam=EVT", "Vietnam=EVT", id="a war by its place"),
    pytest.param("i Noreg-saka", "Noreg-saka=DRV", "Noreg-saka=DRV", id="derived"),
    pytest.param(
        "Jordan Sand kom | Jordan smilte", "Jordan Sand=PER; Jordan=PER", "Jordan Sand=PER; Jordan=PER", id="who"
    ),
    pytest.param("Kari Viken kom | Viken lo", "Kari Viken=PER; Viken=PER", "Kari Viken=PER; Viken=PER", id="surname"),
    pytest.param("i Nordsjøen", "Nordsjøen=ORG", "Nordsjøen=LOC", id="a sea"),
    pytest.param("Vinmonopolet sel", "Vinmonopolet=PER", "Vinmonopolet=PER", id="not listed"),
    pytest.param("Mattilsynet fann", "Mattilsynet=PER", "Mattilsynet=ORG", id="a body"),
    pytest.param("mener Mattilsynet", "Mattilsynet=LOC", "Mattilsynet=ORG", id="no place"),
    pytest.param("på Rikshospitalet", "Rikshospitalet=LOC", "Rikshospitalet=LOC", id="but where one is"),
    pytest.param("i EU", "EU=GPE", "EU=GPE", id="a union of states"),
]
OUTLETS = [
    pytest.param("skriv i Dagbladet", "Dagbladet=ORG", "Dagbladet=PROD", id="read in it"),
    pytest.param("seier ho til Fjordposten", "Fjordposten=PROD", "Fjordposten=ORG", id="told to it, called so"),
    pytest.param("Dagbladets sak", "Dagbladets=PROD", "Dagbladets=PROD", id="else as found"),
    pytest.param("sier hun i NRK", "NRK=ORG", "NRK=ORG", id="a broadcaster"),
    pytest.param("i Fjordlist", "Fjordlist=ORG", "Fjordlist=ORG", id="no outlet"),
]


@pytest.mark.parametrize(("text", "found", "whole"), NAMES)
def test_listed_names(text: str, found: str, whole: str) -> None:
    told = words(text)
    assert spelled(told, listed_names(runs(told, found), told)) == whole


@pytest.mark.parametrize(("text", "found", "typed"), TYPES)
def test_listed_types(text: str, found: str, typed: str) -> None:
    told = words(text)
    assert spelled(told, listed_types(runs(told, found), told)) == typed


@pytest.mark.parametrize(("text", "found", "typed"), OUTLETS)
def test_outlet_types(text: str, found: str, typed: str) -> None:
    told = words(text)
    assert spelled(told, outlet_types(runs(told, found), told)) == typed
