"""Versions: which articles are one document, in which order, and what changed."""

from itertools import permutations

import pytest

from belegg.compare.versions import number_versions, plain_address, version_changes
from belegg.core.annotation import Mention
from belegg.core.document import Document
from tests.compare.articles import article, documents

FIRST = article(
    "v1", "Opptil 20 savnet etter ras", "Raset gikk klokken 14.05. Politiet mener at opptil 20 personer er savnet.",
    url="https://www.byavisa.example/ras/1?utm_source=x", published="2024-02-01T14:40",
)  # fmt: skip
SECOND = article(
    "v2", "Alle er funnet etter ras", "Raset gikk klokken 14.05. Politiet mener at ingen personer er savnet.",
    "Veien åpner i kveld.", url="http://byavisa.example/ras/1/", published="2024-02-01T14:40",
    updated="2024-02-01T18:10", notice="I en tidligere versjon av saken skrev vi at 20 var savnet. Det var feil.",
)  # fmt: skip
OTHER = article("o", "Ny skole", "Byggingen av skolen begynner i mai.", url="https://byavisa.example/skole")


def test_one_address_is_one_document_in_any_order() -> None:
    for order in permutations((FIRST, SECOND, OTHER)):
        found = {a.id: (a.doc, a.version, a.supersedes) for a in number_versions(order)}
        assert found == {"v1": ("v1", 1, None), "v2": ("v1", 2, "v1"), "o": ("o", 1, None)}


def test_the_order_of_the_articles_is_kept() -> None:
    assert [a.id for a in number_versions((OTHER, SECOND, FIRST))] == ["o", "v2", "v1"]


def test_nearly_equal_texts_of_one_outlet_are_one_document() -> None:
    body = ("Kommunestyret vedtok torsdag å legge ned to av de fem barneskolene i kommunen fra neste høst av.",
            "Ordfører Siv Moen sier at vedtaket sparer kommunen for elleve millioner kroner i året.")  # fmt: skip
    one = article("a", "Legger ned to skoler", *body, outlet="Byavisa", published="2024-05-02T20:00")
    two = article("b", "Legger ned to skoler nå", *body, "Rektor er skuffet.", outlet="Byavisa",
                  published="2024-05-03T07:00")  # fmt: skip
    elsewhere = article("c", "Legger ned to skoler", *body, outlet="Dalposten", published="2024-05-03T07:00")
    assert [a.doc for a in number_versions((one, two, elsewhere))] == ["a", "a", "c"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://www.a.example/x/", "http://a.example/x#top", True),
        ("https://a.example/x?fbclid=1", "https://a.example/x", True),
        ("https://a.example/?p=1", "https://a.example/?p=2", False),
        ("https://m.a.example/x", "https://a.example/x", True),
        ("https://a.example/x", "https://b.example/x", False),
    ],
)
def test_addresses(one: str, other: str, same: bool) -> None:
    assert (plain_address(one) == plain_address(other)) is same


def test_changes_are_told_by_sentence_with_the_correction() -> None:
    versions = number_versions((FIRST, SECOND))
    texts = {a.id: a.text for a in versions}
    (found,) = version_changes(documents(*versions))
    told = [tuple(p and p.span.of(texts[p.article]) for p in (c.before, c.after)) for c in found.changes]
    assert told == [
        ("Opptil 20 savnet etter ras", "Alle er funnet etter ras"),
        ("Politiet mener at opptil 20 personer er savnet.", "Politiet mener at ingen personer er savnet."),
        (None, "Veien åpner i kveld."),
    ]
    assert found.correction is not None
    assert "tidligere versjon" in found.correction.span.of(SECOND.text)


def test_a_sentence_that_moved_did_not_change() -> None:
    one, two = "Bygda var uten strøm i to døgn.", "Linja er nå reparert av mannskap fra nettselskapet."
    before = article("x1", "Strømbrudd", one, two, url="https://a.example/1", published="2024-01-01T10:00")
    after = article("x2", "Strømbrudd", two, one, url="https://a.example/1", published="2024-01-01T12:00")
    (found,) = version_changes(documents(*number_versions((before, after))))
    assert found.changes == ()


def test_what_changed_is_told_as_figures_and_names() -> None:
    texts = (
        "Politiet mener at 20 på E6 er savnet, sier Kari Moe.",
        "Politiet mener at 3 personer er savnet, sier Ola Lie.",
    )
    url = "https://byavisa.example/ras/2"
    both = number_versions([article(f"v{n}", "Ras", text, url=url, published=f"2024-02-01T1{n}:00")
                            for n, text in enumerate(texts)])  # fmt: skip
    docs = [
        Document(a, {Mention: (Mention(a.text.index(name), a.text.index(name) + len(name), "PER", name),)})
        for a, name in zip(both, ("Kari Moe", "Ola Lie"), strict=True)
    ]
    (found,) = version_changes(docs)
    (change,) = found.changes
    told = [(d.kind, *(p and p.span.of(a.text) for p, a in zip((d.before, d.after), both, strict=True)))
            for d in change.details]  # fmt: skip
    assert told == [("figure", "20", "3"), ("name", "Kari Moe", "Ola Lie")]


@pytest.mark.parametrize(
    "notice",
    [
        "Rettelse: Det sto først at 40 var savnet. Det riktige er 4.",
        "Artikkelen ble oppdatert kl. 14.10 etter at vi skrev feil navn på kommunen.",
        "Vi skreiv først at møtet var onsdag. Det rette er torsdag.",
        "Beriktigelse: Bildet viste feil person.",
        "Saka er oppdatert med rett tal på skadde.",
    ],
)
def test_a_desk_that_corrects_itself_is_heard(notice: str) -> None:
    url = "https://byavisa.example/ras/3"
    one = article("n1", "Ras", "Fire er savnet.", url=url, published="2024-02-01T10:00")
    two = article("n2", "Ras", "Fire er savnet.", url=url, published="2024-02-01T11:00", notice=notice)
    (found,) = version_changes(documents(*number_versions((one, two))))
    assert found.correction is not None


@pytest.mark.parametrize("notice", ["Saken oppdateres.", "Oppdatert 14.10.", "Saka vart oppdatert klokka 14.10."])
def test_an_update_is_no_correction(notice: str) -> None:
    url = "https://byavisa.example/ras/4"
    one = article("n1", "Ras", "Fire er savnet.", url=url, published="2024-02-01T10:00")
    two = article("n2", "Ras", "Fire er savnet.", url=url, published="2024-02-01T11:00", notice=notice)
    (found,) = version_changes(documents(*number_versions((one, two))))
    assert found.correction is None
