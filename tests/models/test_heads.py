"""Names that a common noun ends, and what a name's own words tell, on words of our own."""

import pytest

from belegg.models.heads import headed_types, with_heads, with_their_places
from tests.models.spelled import runs, spelled, words

HEADS = [
    pytest.param("i Storvik sokneråd", "Storvik=GPE", "Storvik sokneråd=ORG", id="a body"),
    pytest.param("Storvik gamle/ADJ kyrkje", "Storvik=GPE", "Storvik gamle kyrkje=LOC", id="a word between"),
    pytest.param("Storvik fjellkirke", "Storvik fjellkirke=ORG", "Storvik fjellkirke=LOC", id="the model's own extent"),
    pytest.param("Den frie kirke", "Den frie kirke=LOC", "Den frie kirke=ORG", id="a church without a place"),
    pytest.param("på Storvik skule", "Storvik=GPE", "Storvik skule=LOC", id="a house where one is"),
    pytest.param("vil Storvik skole", "Storvik=GPE", "Storvik skole=ORG", id="a body that wants something"),
    pytest.param("Storvik fylke", "Storvik fylke=LOC", "Storvik fylke=GPE", id="a county"),
    pytest.param("Storvik kommune", "Storvik kommune=GPE", "Storvik kommune=GPE", id="a place and a body"),
    pytest.param("Storviks/PROPN/Case=Gen skule", "Storviks=GPE", "Storviks=GPE", id="a genitive"),
    pytest.param("Storvik | skule", "Storvik=GPE", "Storvik=GPE", id="the next sentence"),
    pytest.param("Kari skule", "Kari=PER", "Kari=PER", id="a person"),
    pytest.param("Storvik bil", "Storvik=GPE", "Storvik=GPE", id="any other noun"),
]
PLACES = [
    pytest.param(
        "Universitetet i Storvik", "Universitetet=ORG; Storvik=GPE", "Universitetet i Storvik=ORG", id="one name"
    ),
    pytest.param("Kari i Storvik", "Kari=PER; Storvik=GPE", "Kari=PER; Storvik=GPE", id="two"),
    pytest.param("Universitetet i går", "Universitetet=ORG", "Universitetet=ORG", id="no place after it"),
]
TYPES = [
    pytest.param("EØS-avtalen", "EØS-avtalen=DRV", "EØS-avtalen=PROD", id="a treaty"),
    pytest.param("EØS-utvalet", "EØS-utvalet=DRV", "EØS-utvalet=ORG", id="a body"),
    pytest.param("EØS-reglane", "EØS-reglane=DRV", "EØS-reglane=DRV", id="something of the name's"),
    pytest.param("om HMS-krav", "HMS-krav=DRV", "", id="a common abbreviation"),
    pytest.param("Fjordfisk Holding", "Fjordfisk Holding=PER", "Fjordfisk Holding=ORG", id="a firm"),
    pytest.param("Kari Kraft", "Kari Kraft=PER", "Kari Kraft=PER", id="a person called like one"),
    pytest.param("Storvik Hotell", "Storvik Hotell=LOC", "Storvik Hotell=LOC", id="a house"),
    pytest.param("Storvik Avis", "Storvik Avis=PROD", "Storvik Avis=PROD", id="an outlet's work"),
    pytest.param("Kari Zvonova", "Kari Zvonova=ORG", "Kari Zvonova=PER", id="a given name and more"),
    pytest.param("Kari kom", "Kari kom=PROD", "Kari kom=PROD", id="not with a small word"),
    pytest.param("Jordmorforbundet", "Jordmorforbundet=PER", "Jordmorforbundet=ORG", id="an ending of bodies"),
    pytest.param("Svartfjelltunnelen", "Svartfjelltunnelen=ORG", "Svartfjelltunnelen=LOC", id="an ending of places"),
]


@pytest.mark.parametrize(("text", "found", "whole"), HEADS)
def test_with_heads(text: str, found: str, whole: str) -> None:
    told = words(text)
    assert spelled(told, with_heads(runs(told, found), told)) == whole


@pytest.mark.parametrize(("text", "found", "whole"), PLACES)
def test_with_their_places(text: str, found: str, whole: str) -> None:
    told = words(text)
    assert spelled(told, with_their_places(runs(told, found), told)) == whole


@pytest.mark.parametrize(("text", "found", "typed"), TYPES)
def test_headed_types(text: str, found: str, typed: str) -> None:
    told = words(text)
    assert spelled(told, headed_types(runs(told, found), told)) == typed
