"""Text reuse: what is a passage, where it begins and ends, and who had it first."""

from random import Random

import pytest

from belegg.compare.archive import MOST_AN_ARTICLE
from belegg.compare.passages import MOST_UNLIKE, passages
from belegg.compare.reuse import Pair, Stretch, aligned
from belegg.core.article import Article
from belegg.core.comparison import Passage
from tests.compare.articles import article, documents

AGENCY = (
    "Ferje har gått på grunn ved Stokkøya",
    "En bilferje med 48 passasjerer gikk søndag kveld på grunn utenfor Stokkøya, opplyser politiet til NPB.",
    "– Det er ingen fare for dem som er om bord, men ferjen tar inn vann, sier operasjonsleder Liv Brattli.",
    "Redningsskøyta Halten ble varslet klokken 19.12 og var fremme etter tjue minutter.",
)
NYNORSK = (
    "Ferje på grunn ved Stokkøya",
    "Ei bilferje med 48 passasjerar gjekk søndag kveld på grunn utanfor Stokkøya, opplyser politiet til NPB.",
    "Ferja vart bygd i Florø i 1998 og har hatt motorproblem to gonger i haust.",
    "Redningsskøyta Halten vart varsla klokka 19.12 og var framme etter tjue minutt.",
)


def covered(found: Passage, articles: tuple[Article, ...]) -> list[str]:
    texts = {a.id: a.text for a in articles}
    return [m.span.of(texts[m.article]) for m in found.members]


def test_a_nynorsk_version_is_found_sentence_by_sentence() -> None:
    both = (
        article("a", *AGENCY, published="2024-10-06T20:15", credits=("NPB",)),
        article("b", *NYNORSK, language="nn", published="2024-10-06T21:02", credits=("NPB",)),
    )
    found = passages(documents(*both))
    assert [covered(p, both) for p in found] == [[AGENCY[1], NYNORSK[1]], [AGENCY[3], NYNORSK[3]]]
    assert all(p.translated and p.earliest == "a" and p.agency == "NPB" for p in found)
    assert all(f.weight > 0 for p in found for f in p.direction)


def test_a_sentence_inside_a_longer_block_is_cut_out() -> None:
    copied = "Kommunen har brukt fire millioner kroner på konsulenter siden januar i fjor."
    both = (
        article("a", "Dyre råd", f"{copied} Det viser en oversikt som avisen har laget.", published="2024-01-02"),
        article("b", "Vil ha svar", f"Ordføreren er ikke glad. {copied} Hun ber om et møte.", published="2024-01-03"),
    )
    (found,) = passages(documents(*both))
    assert covered(found, both) == [copied, copied]
    assert not found.edited


def test_two_reporters_on_one_fact_share_no_passage() -> None:
    both = (
        article("a", "Brann", "Ifølge Hege Lund gikk det omtrent ti minutter før den første brannbilen kom.",
                published="2024-01-02"),
        article("b", "Brann", "Naboen Hege Lund mener at det gikk tjue minutter før brannbilen var på stedet.",
                published="2024-01-02"),
    )  # fmt: skip
    assert passages(documents(*both)) == ()


def test_two_translations_of_one_foreign_quotation_share_no_passage() -> None:
    both = (
        article("a", "Møte",
                "– Derfor er vi her. Landet viser stor interesse for raketter, og de prøver å bygge en base.",
                published="2024-01-02"),
        article("b", "Møte",
                "– Det er grunnen til at vi kom. Landet er svært opptatt av rakettbygging og vil ha en base.",
                published="2024-01-02"),
    )  # fmt: skip
    assert passages(documents(*both)) == ()


def test_versions_of_one_document_make_no_passage() -> None:
    one = article("a", *AGENCY, published="2024-10-06T20:15")
    two = article("b", *AGENCY, published="2024-10-06T20:15")
    docs = documents(one, *[two.__class__(**{f: getattr(two, f) for f in two.__slots__} | {"doc": "a", "version": 2})])
    assert passages(docs) == ()


def test_whoever_cites_the_other_outlet_had_it_second() -> None:
    quote = "Det lå inne en bestilling på nye pumper, men den ble lagt bort da budsjettet skulle kuttes"
    both = (
        article("a", "Pumpene sto", f"– {quote}, sier kilden.", outlet="Fjordkanalen", published="2024-03"),
        article(
            "b", "Avviser", f"– {quote}, sa kilden til Fjordkanalen.", outlet="Byavisa", published="2024-03-06T10:00"
        ),
    )
    (found,) = passages(documents(*both))
    assert found.earliest == "a"
    assert any("cites" in f.name for f in found.direction)
    assert found.agency is None


def test_nobody_is_first_where_time_and_attribution_disagree() -> None:
    quote = "Det lå inne en bestilling på nye pumper, men den ble lagt bort da budsjettet skulle kuttes"
    both = (
        article("a", "Pumpene sto", f"– {quote}, sier kilden.", outlet="Fjordkanalen", published="2024-03-07T10:00"),
        article(
            "b", "Avviser", f"– {quote}, sa kilden til Fjordkanalen.", outlet="Byavisa", published="2024-03-06T10:00"
        ),
    )
    (found,) = passages(documents(*both))
    assert found.earliest is None


def test_three_copies_are_one_passage() -> None:
    articles = tuple(article(n, f"Tittel {n}", AGENCY[3], published=f"2024-01-0{i}")
                     for i, n in enumerate("abc", 1))  # fmt: skip
    (found,) = passages(documents(*articles))
    assert [m.article for m in found.members] == ["a", "b", "c"]


def test_lines_that_one_outlet_sets_under_everything_are_no_reuse() -> None:
    line = "Meld deg på vårt nyhetsbrev og få de viktigste sakene rett i innboksen hver eneste morgen."
    articles = [article(f"a{n}", f"Sak nummer {n}", line, outlet="Byavisa", published=f"2024-01-0{n + 1}")
                for n in range(5)]  # fmt: skip
    assert passages(documents(*articles)) == ()


def test_an_article_outside_the_window_is_not_compared_but_one_without_a_date_is() -> None:
    old = article("a", *AGENCY, published="2020-01-01")
    undated = article("u", *AGENCY)
    new = article("b", *AGENCY, published="2024-01-01")
    assert passages(documents(old, new)) == ()
    assert passages(documents(undated, new)) != ()


def test_a_picture_credit_is_no_reuse() -> None:
    credit = "Foto: Kari Myrvang Solheim, Ola Brekken Nesdal og Siri Lothe Hauge / NPB"
    both = (
        article("a", "Flom", f"Elva har tatt to bruer i natt. {credit}", outlet="Byavisa", published="2024-05-01"),
        article("b", "Ny skole", f"Skolen blir den største i fylket. {credit}", outlet="Dalposten",
                published="2024-05-02"),
    )  # fmt: skip
    assert passages(documents(*both)) == ()


def test_one_outlet_that_runs_one_text_often_is_reuse() -> None:
    articles = [article(f"a{n}", f"{AGENCY[0]} ({n})", *AGENCY[1:], outlet="Byavisa", published=f"2024-{n + 1:02}-01")
                for n in range(6)]  # fmt: skip
    found = passages(documents(*articles), window=400)
    assert {m.article for p in found for m in p.members} == {a.id for a in articles}


def test_background_that_an_outlet_repeats_is_reuse() -> None:
    background = "Fabrikken på Stokkøya ble stengt i fjor etter at Mattilsynet fant listeria i flere prøver."
    told = ("Fabrikken på Stokkøya søker nye eiere.", "Stokkøya får ny jobbmesse for de ansatte fra fabrikken.",
            "Mattilsynet vil ha svar fra fabrikken på Stokkøya.", "Ordføreren besøkte fabrikken på Stokkøya i går.",
            "Ansatte ved fabrikken på Stokkøya venter på Mattilsynet.")  # fmt: skip
    articles = [article(f"a{n}", line, f"{line} Det skriver avisen i en lengre sak om saken denne uken i dag også.",
                        background, outlet="Byavisa", published=f"2024-03-{n + 1:02}")
                for n, line in enumerate(told)]  # fmt: skip
    assert any(len(p.members) == len(articles) for p in passages(documents(*articles)))


def test_lines_that_the_papers_of_one_house_share_are_no_reuse() -> None:
    line = "Meld deg på vårt nyhetsbrev og få de viktigste sakene rett i innboksen hver eneste morgen."
    subjects = (
        "Ny bru over Laua", "Rektoren slutter", "Elgen tok fire epletrær", "Korpset fyller hundre", "Snøen uteble",
        "Dyrere buss", "Fant gammelt sverd", "Rekordmange på marsjen", "Legevakta flytter", "Tyver i båthavna",
        "Fotballjentene vant", "Budsjettet går opp", "Sirkus på torget", "Strømmen gikk", "Ulv sett ved skytebanen",
        "Biblioteket utvider", "Gir bort tomter", "Laksen er tilbake", "Kirken får nytt tårn", "Ferja står",
    )  # fmt: skip
    articles = [article(f"a{n}", title, f"{title}, skriver lokalavisen i dag.", line, outlet=f"Avisa {n % 5}",
                        published=f"2024-01-{n + 1:02}")
                for n, title in enumerate(subjects)]  # fmt: skip
    assert passages(documents(*articles)) == ()


def test_a_text_that_may_have_come_in_by_an_update_is_not_surely_the_first() -> None:
    def first(updated: str | None) -> str | None:
        both = (
            article("a", *AGENCY, published="2024-10-06T20:15", updated=updated),
            article("b", *AGENCY, published="2024-10-06T21:02", credits=("NPB",)),
        )
        return passages(documents(*both))[0].earliest

    assert first(None) == "a"
    assert first("2024-10-06T20:40") == "a"
    assert first("2024-10-06T22:30") is None


@pytest.mark.parametrize("carriers", [40, 80])
def test_what_carriers_of_one_text_tell_besides_costs_in_the_articles_and_not_in_their_pairs(
    carriers: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared = []

    def counted(left: Stretch, right: Stretch) -> Pair:
        compared.append(left.may_share(right))
        return aligned(left, right)

    monkeypatch.setattr("belegg.compare.passages.aligned", counted)
    chance = Random("carriers")
    starts, ends = ("ny", "sjø", "fjell", "bru"), ("krav", "sak", "lag", "plan", "folk")
    words = [start + end for start in starts for end in ends]
    told = [
        article(
            f"a{n:02}",
            *AGENCY[:3],
            *(f"{' '.join(chance.choices(words, k=14)).capitalize()}." for _ in range(6)),
            published=f"2024-10-06T{n // 60 + 10}:{n % 60:02}",
            outlet=f"Avis {n}",
        )
        for n in range(carriers)
    ]
    found = passages(documents(*told))
    assert {len(p.members) for p in found if "bilferje" in covered(p, tuple(told))[0]} == {carriers}
    assert sum(compared) <= carriers * (MOST_AN_ARTICLE + MOST_UNLIKE)
