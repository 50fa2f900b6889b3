"""Trees found for many texts at once are those that spaCy's own decoding finds, text by text."""

from typing import Any, cast

import pytest
from spacy.tokens import Doc

from belegg.models.linguist import load_linguist
from belegg.models.norwegian import mark
from belegg.models.treeing import DependencyParser, TreeFinder

TEXTS = (
    "Ordføraren sa at brua opnar i morgon, men at vegen framleis er stengd på grunn av ras.",
    "NTB",
    "– Vi visste ikke at huset, som eieren hadde solgt til en nabo før jul, sto tomt, sier Kari Nordmann til avisen.",
    "Kommunen vil bygge ny skole Rektor er glad Foreldrene er uenige om det",
    "Ei. To. Tre? Fire!",
    "Den gamle båten og den nye, begge røde, lå der de alltid har ligget (ved kaia), tror politiet",
    "Hva skjer med ferja? Det veit ingen. Ho som køyrer henne, har ikkje fått vite noko, og det har heller ikkje eg.",
    ', og av i Sande – 4,5 som til "å" der . men',
    ".",
)


@pytest.fixture(scope="module")
def nlp() -> Any:
    return load_linguist()._nlp


@pytest.mark.parametrize("together", [1, 4, len(TEXTS)])
def test_the_same_trees_as_text_by_text(nlp: Any, together: int) -> None:
    parser = nlp.get_pipe("parser")
    find, found = TreeFinder(cast(DependencyParser, parser)), 0
    for first in range(0, len(TEXTS), together):
        texts = (*TEXTS[first : first + together], "Ein tekst til, som er lang nok. " * 20)
        at_once = [_tagged(nlp, text) for text in texts]
        find(at_once)
        one_by_one = list(parser.pipe([_tagged(nlp, text) for text in texts], batch_size=len(texts)))
        assert [_tree(doc) for doc in at_once] == [_tree(doc) for doc in one_by_one]
        found += sum(len(list(doc.sents)) for doc in at_once)
    assert found > len(TEXTS)


def test_a_text_without_words_has_no_tree(nlp: Any) -> None:
    empty, other = nlp.make_doc(""), _tagged(nlp, TEXTS[0])
    TreeFinder(cast(DependencyParser, nlp.get_pipe("parser")))([empty, other])
    assert not len(empty)
    assert other.has_annotation("DEP")


def _tagged(nlp: Any, text: str) -> Doc:
    doc = cast(Doc, nlp.make_doc(text))
    mark(doc, "nb")
    with nlp.select_pipes(disable=["ner", "parser"]):
        return cast(Doc, nlp(doc))


def _tree(doc: Doc) -> list[tuple[int, str, bool, int, int]]:
    return [(t.head.i, t.dep_, bool(t.is_sent_start), t.left_edge.i, t.right_edge.i) for t in doc]
