"""Languages at paragraph length: sentences of our own, and the aligned pairs where they are there."""

import gzip

import pytest

from belegg.models.language import load_identifier
from tests.shared import shared

PARAGRAPHS = [
    ("nb", "Politiet fikk melding om brannen like før klokken sju. Alle som var i bygget, kom seg ut, og ingen er skadet."),
    ("nn", "Politiet fekk melding om brannen like før klokka sju. Alle som var i bygget, kom seg ut, og ingen er skadde."),
    ("nb", "Regjeringen vil ikke si noe om hva avtalen koster. Statsråden mener at tallene må holdes hemmelige til høsten."),
    ("nn", "Regjeringa vil ikkje seie noko om kva avtalen kostar. Statsråden meiner at tala må haldast løynde til hausten."),
    ("nb", "Laget tapte 1–3 hjemme mot serielederen, men treneren var likevel fornøyd med innsatsen etter pause."),  # sport
    ("nn", "Laget tapte 1–3 heime mot serieleiaren, men trenaren var likevel nøgd med innsatsen etter pause."),
    ("nn", "Me veit enno ikkje kor mange som vart råka av flaumen, seier ordføraren. Kommunen har opna eit mottak i skulen."),
    ("nb", "Boka ble gitt ut i fjor, og forfatteren har fått kritikk fordi hun skrev om familien sin."),  # radical forms
    ("nb", "Uka etter tok de ferja over fjorden og kjørte videre sørover."),  # -a forms, short
    ("da", "Politiet fik en anmeldelse om branden lidt før klokken syv. Alle, der var i bygningen, kom ud, og ingen er kommet til skade."),
    ("da", "Regeringen vil ikke sige noget om, hvad aftalen koster. Ministeren mener, at tallene skal holdes hemmelige til efteråret."),
    ("da", "Han blev født i Aarhus og har siden boet både i Odense og København, hvor han nu arbejder som læge på et sygehus."),
    ("da", "Kvinden havde været væk siden fredag, da hendes familie efterlyste hende. Hun blev fundet i god behold af en nabo."),
    ("sv", "Polisen fick larm om branden strax före klockan sju. Alla som var i byggnaden tog sig ut och ingen är skadad."),
    ("sv", "Regeringen vill inte säga något om vad avtalet kostar. Ministern anser att siffrorna måste hållas hemliga till hösten."),
    ("sv", "Hon föddes i Malmö men växte upp på landet utanför Växjö, där föräldrarna drev ett litet jordbruk."),
    ("en", "Police were told of the fire shortly before seven o'clock. Everyone in the building got out and nobody was hurt."),
    ("en", "The government will not say what the deal costs. The minister believes that the figures must be kept secret."),
    ("de", "Die Polizei wurde kurz vor sieben Uhr über den Brand informiert. Alle konnten das Gebäude verlassen."),
    ("fr", "La police a été informée de l'incendie peu avant sept heures. Tout le monde a pu quitter le bâtiment."),
    ("fi", "Poliisi sai ilmoituksen tulipalosta hieman ennen kello seitsemää. Kaikki pääsivät ulos rakennuksesta."),
    ("und", "Oslo 2024"),
    ("und", ""),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), PARAGRAPHS)
def test_a_paragraph_is_told(language: str, text: str) -> None:
    assert load_identifier().identify(text) == language


@pytest.mark.parametrize(("side", "language"), [(0, "nb"), (1, "nn")])
def test_the_written_standards_are_told_apart(side: int, language: str) -> None:
    path = shared("data/nb-nn-pairs/nb_nn_test.tsv.gz")
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        sentences = [row.rstrip("\n").split("\t")[side] for row in rows][:3000]
    identify = load_identifier().identify
    paragraphs = [" ".join(sentences[i : i + 3]) for i in range(0, len(sentences), 3)]
    assert sum(identify(p) == language for p in paragraphs) / len(paragraphs) >= 0.98
