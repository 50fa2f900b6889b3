"""Names found all at once are those that spaCy's own step by step decoding finds."""

from typing import Any, cast

import pytest
from spacy.tokens import Doc

from belegg.models.linguist import load_linguist
from belegg.models.naming import NameFinder, Recogniser
from belegg.models.norwegian import mark

TEXTS = (
    "Kari Nordmann",
    "NTB",
    "Ordfører Kari Nordmann i Bjørnevåg kommune møtte statsminister Ola Nordmann i Oslo. Oslo Lufthavn var stengt.",
    "  Per \n Ås  og Liv  ",
    "Ho reiste frå Ås til Vest-Telemark museum i Eidsborg saman med Jon Eikemo Dahl frå Riksarkivet i Noreg.",
    "Leverandøren Nordfjord Kraft AS. Kraft AS Nordfjord. Bø. Bø i Telemark, Bø i Vesterålen, Bø.",
    "De møttes på Universitetet i Tromsø – Norges arktiske universitet. Norges Bank sa ingenting om det.",
    "– Det er en norsk sak, sier Ivar Per Olav Strand de la Cruz Hansen i Den norske kirkes kirkeråd i Sør-Hålogaland.",
    ".",
)


@pytest.fixture(scope="module")
def nlp() -> Any:
    return load_linguist()._nlp


@pytest.mark.parametrize("together", [1, 4, len(TEXTS)])
def test_the_same_names_as_step_by_step(nlp: Any, together: int) -> None:
    recogniser = nlp.get_pipe("ner")
    find, found = NameFinder(cast(Recogniser, recogniser)), 0
    for first in range(0, len(TEXTS), together):
        docs = [_read(nlp, text) for text in TEXTS[first : first + together]]
        docs.append(_read(nlp, "Ein tekst utan namn. " * 20))
        find(docs)
        at_once = [_names(doc) for doc in docs]
        for doc in docs:
            doc.set_ents([], default="missing")
        step_by_step = [_names(doc) for doc in recogniser.pipe(docs, batch_size=len(docs))]
        assert at_once == step_by_step
        found += sum(map(len, at_once))
    assert found > len(TEXTS)


def test_a_text_without_words_has_no_names(nlp: Any) -> None:
    empty, other = nlp.make_doc(""), _read(nlp, TEXTS[2])
    NameFinder(cast(Recogniser, nlp.get_pipe("ner")))([empty, other])
    assert not empty.ents
    assert other.ents


def _read(nlp: Any, text: str) -> Doc:
    doc = cast(Doc, nlp.make_doc(text))
    mark(doc, "nb")
    with nlp.select_pipes(disable=["ner"]):
        return cast(Doc, nlp(doc))


def _names(doc: Doc) -> list[tuple[int, int, str]]:
    return [(name.start, name.end, name.label_) for name in doc.ents]
