"""Reports: what an article says in its own voice."""

import pytest

from belegg.annotate.reports import reports
from belegg.core.annotation import Report, Statement
from belegg.core.words import Linguist
from tests.annotate.statements.test_cases import document


def read(linguist: Linguist, text: str, standard: str = "nb") -> list[tuple[str, Report]]:
    doc = document(linguist, text, standard)
    return [(r.content.of(doc.text), r) for r in reports(doc)]


@pytest.mark.parametrize(
    ("text", "standard", "content", "stance", "hedge"),
    [
        # plain telling
        ("Tunnelen er 4,1 kilometer lang.", "nb", "Tunnelen er 4,1 kilometer lang", "assert", ()),
        # hearsay with no source
        ("Bilen skal ha vært på vei nordover.", "nb", "Bilen skal ha vært på vei nordover", "allege", ("skal ha",)),
        ("Bilen skal ha vore på veg nordover.", "nn", "Bilen skal ha vore på veg nordover", "allege", ("skal ha",)),
        # a meeting to be had is no hearsay
        ("De to skal ha et møte fredag.", "nb", "De to skal ha et møte fredag", "expect", ()),
        # rumour and plan
        ("Banken er visstnok solgt.", "nb", "Banken er visstnok solgt", "allege", ("visstnok",)),
        ("Veien åpner etter planen i mai.", "nb", "Veien åpner etter planen i mai", "expect", ("etter planen",)),
        ("Vegen er venta å opne i mai.", "nn", "Vegen er venta å opne i mai", "expect", ("er venta",)),
    ],
)  # fmt: skip
def test_stance_and_hedge(
    linguist: Linguist, text: str, standard: str, content: str, stance: str, hedge: tuple[str, ...]
) -> None:
    [(told, report)] = read(linguist, text, standard)
    assert (told, report.stance, tuple(h.of(text) for h in report.hedge)) == (content, stance, hedge)


def test_statements_are_no_reports(linguist: Linguist) -> None:
    assert read(linguist, "– Vi har slukket brannen, sier brannsjef Tore Vik.") == []


def test_a_sentence_that_only_attributes_is_no_report(linguist: Linguist) -> None:
    assert read(linguist, "Broen er stengt. Det opplyser Vegvesenet på sine nettsider.") == []


def test_coordinated_main_clauses_are_two(linguist: Linguist) -> None:
    found = read(linguist, "Mange bor i byen, men de fleste vil flytte til landet.")
    assert [content for content, _ in found] == ["Mange bor i byen", "de fleste vil flytte til landet"]


def test_the_sentence_after_a_source_may_rest_on_it(linguist: Linguist) -> None:
    text = "Ifølge Kari Moe har kommunen kjøpt tomten. Prisen var fem millioner kroner."
    doc = document(linguist, text, "nb")
    [report] = reports(doc)
    assert report.attributable_to == doc[Statement][0].id


def test_a_new_paragraph_rests_on_nothing(linguist: Linguist) -> None:
    text = "Ifølge Kari Moe har kommunen kjøpt tomten.¶Prisen var fem millioner kroner."
    [(_, report)] = read(linguist, text)
    assert report.attributable_to is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # what a statement's sentence tells of its source in passing
        (
            "Bonden Ola Berg, som eier to tredeler av skogen, vil ikke si om det.",
            ["som eier to tredeler av skogen"],
        ),
        ("– Vi vann, seier trenar Kari Lie, som tok over laget i mai.", ["som tok over laget i mai"]),
        # what he says is his statement's
        ("Rektor Ola Berg sier at skolen, som brant i mai, åpner mandag.", []),
        # too little to be told for its own sake
        ("– Vi vant, sier Kari Lie, som er glad.", []),
    ],
)
def test_a_relative_clause_beside_a_statement_is_a_report(linguist: Linguist, text: str, told: list[str]) -> None:
    assert [content for content, _ in read(linguist, text)] == told
