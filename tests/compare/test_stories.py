"""Stories: what is joined and what is kept apart, and that a person has the last word."""

from dataclasses import replace

import pytest

from belegg.compare._story_features import Likeness, features
from belegg.compare.passages import passages
from belegg.compare.profile import Rarity, halves
from belegg.compare.stories import itemised, stories
from belegg.core.article import Article
from belegg.core.judgement import Judgement, total
from tests.compare.articles import article, documents

FERRY_NB = article(
    "f1", "Ferje gikk på grunn ved Stokkøya",
    "Bilferjen Stokkfjord gikk på grunn utenfor Stokkøya søndag kveld med 48 passasjerer om bord.",
    "Redningsskøyta Halten evakuerte passasjerene, sier operasjonsleder Liv Brattli i Trøndelag politidistrikt.",
    published="2024-10-06T20:15",
)  # fmt: skip
FERRY_NN = article(
    "f2", "Granskar grunnstøytinga",
    "Sjøfartsdirektoratet granskar kvifor ferja Stokkfjord gjekk på grunn ved Stokkøya.",
    "Alle dei 48 passasjerane vart evakuerte av redningsskøyta Halten. Kapteinen er avhøyrd av politiet.",
    language="nn", published="2024-10-09T08:00",
)  # fmt: skip
NAMESAKE = article(
    "n", "Brattli scoret tre",
    "Liv Brattli (17) scoret tre mål da Stokkøya slo Åfjord i fotball søndag.",
    "Kampen ble en halvtime forsinket fordi ferjen med gjestene ikke kom. Treneren roste angrepet.",
    published="2024-10-06T21:00",
)  # fmt: skip
YEARS_BEFORE = article(
    "y", "Ferje gikk på grunn ved Stokkøya",
    "Bilferjen Stokkfjord gikk på grunn utenfor Stokkøya lørdag kveld med 12 passasjerer om bord.",
    "Redningsskøyta Halten evakuerte passasjerene, sier operasjonsleder Liv Brattli i Trøndelag politidistrikt.",
    published="2019-03-02T22:00",
)  # fmt: skip
SCHOOL = article(
    "s", "Vil bygge ny skole",
    "Kommunestyret i Åfjord vedtok torsdag å bygge en ny barneskole til 210 millioner kroner.",
    "Rektor Nils Aune er glad for vedtaket og venter byggestart i mai.", published="2024-10-07T09:00",
)  # fmt: skip
ALL = (FERRY_NB, FERRY_NN, NAMESAKE, YEARS_BEFORE, SCHOOL)


def clusters(articles: tuple[Article, ...], judgements: tuple[Judgement, ...] = ()) -> set[frozenset[str]]:
    docs = documents(*articles)
    return {frozenset(s.articles) for s in stories(docs, passages(docs), judgements)[0]}


def test_one_happening_is_joined_across_standards_and_look_alikes_are_kept_apart() -> None:
    assert clusters(ALL) == {frozenset({"f1", "f2"}), frozenset("n"), frozenset("y"), frozenset("s")}


CHARGE = article(
    "c", "Tiltalt for bedrageri",
    "Forretningsmannen Sverre Moldekleiv er tiltalt for grovt bedrageri mot sparebanken i Skodvinvåg.",
    "Statsadvokat Ylva Ramsfjell sier at han lurte til seg 40 millioner kroner. Forsvarer Terje Hustveit sier at han "
    "nekter straffskyld.", published="2023-11-02T10:00",
)  # fmt: skip
VERDICT = article(
    "v", "Dømt for bedrageri mot banken",
    "Sverre Moldekleiv er dømt til fire års fengsel for grovt bedrageri mot sparebanken i Skodvinvåg.",
    "Statsadvokat Ylva Ramsfjell er fornøyd. Forsvarer Terje Hustveit sier at forretningsmannen anker dommen.",
    published="2024-06-20T12:00",
)  # fmt: skip


def test_a_case_goes_on_for_months_where_all_its_people_are_the_same() -> None:
    assert clusters((*ALL, CHARGE, VERDICT)) >= {frozenset({"c", "v"}), frozenset("y")}


def test_the_order_of_the_input_does_not_matter() -> None:
    docs = documents(*ALL)
    assert stories(docs, ()) == stories(docs[::-1], ())


def test_each_join_says_why() -> None:
    _, judgements = stories(documents(*ALL), ())
    joined = [j for j in judgements if j.verdict == "same"]
    assert [(j.left, j.right) for j in joined] == [("f2", "f1")]
    assert {"same words", "same names"} <= {f.name for f in joined[0].reasons}
    assert joined[0].score == pytest.approx(sum(f.weight for f in joined[0].reasons), abs=0.001)


def test_a_story_keeps_its_id_when_it_grows() -> None:
    small, _ = stories(documents(FERRY_NB), ())
    large, _ = stories(documents(FERRY_NB, FERRY_NN), ())
    assert small[0].id == large[0].id
    assert large[0].title is not None and large[0].title.article in ("f1", "f2")


def test_a_person_can_part_what_the_machine_joined_and_join_what_it_kept_apart() -> None:
    apart = Judgement("story", "f1", "f2", "different", -1.0, by="Kari Desk")
    together = Judgement("story", "s", "f1", "same", 1.0, by="Kari Desk")
    found = clusters(ALL, (apart, together))
    assert frozenset({"f1", "s"}) in found
    assert frozenset({"f2"}) in found


def test_versions_stand_in_one_story() -> None:
    first = article("v1", "Ras", "Raset tok veien ved Dale.", published="2024-01-01T10:00")
    second = article("v2", "Alle i sikkerhet", "Ingen ble tatt av skredet i natt.", published="2024-01-01T10:00")
    changed = Article(**{f: getattr(second, f) for f in second.__slots__} | {"doc": "v1", "version": 2})
    found, _ = stories(documents(first, changed), ())
    assert [s.articles for s in found] == [("v1", "v2")]


def test_hyphened_compounds_are_read_in_their_parts() -> None:
    both = (
        article("a", "Ni syke av legionella", "Ni beboere i Tveitabakken ble syke av legionella i går.",
                published="2024-03-01"),
        article("b", "Legionella-utbrudd", "Legionella-smitten i Tveitabakken kom fra dusjen, og de syke blir bedre.",
                published="2024-03-02"),
    )  # fmt: skip
    assert len(stories(documents(*both), ())[0]) == 1


def test_notices_of_one_kind_do_not_make_one_story() -> None:
    places = ("Lauvhaug", "Storsund", "Vestbygd", "Krokdal", "Myrheim", "Tverrås", "Neslia", "Bjørvang")
    buyers = (
        "Kari Bratli",
        "Ola Sandnes",
        "Tone Myrdal",
        "Leif Fjellro",
        "Siri Haugli",
        "Odd Lien",
        "Per Ås",
        "Liv Ro",
    )
    articles = [
        article(f"a{n}", f"Hus solgt i {place}", f"Huset i {place} er solgt for {n + 2}.{n}00.000 kroner.",
                f"Kjøperen er {buyer}, viser tinglysingen i dag.", published=f"2024-03-0{n + 1}")
        for n, (place, buyer) in enumerate(zip(places, buyers, strict=True))
    ]  # fmt: skip
    assert len(stories(documents(*articles), passages(documents(*articles)))[0]) == len(articles)


def test_english_articles_are_told_apart_by_their_content_words() -> None:
    lines = (
        ("Ferry runs aground off Stokkoya", "A ferry with 48 passengers ran aground off Stokkoya on Sunday evening.",
         "The ferry was taking in water, but there was no danger for the passengers, police chief Liv Brattli said."),
        ("Passengers safe after ferry accident", "All 48 passengers were taken off the ferry near Stokkoya, the police"
         " said.", "The ferry is still aground, and Liv Brattli said that it would be towed on Monday."),
        ("School closed after storm", "A school in Lofthus was closed on Monday after the storm took the roof.",
         "There was no danger for the pupils, the headmaster Anne Dale said, but it would take two weeks to mend."),
    )  # fmt: skip
    docs = documents(*(article(f"e{n}", *text, language="en", published="2024-05-06") for n, text in enumerate(lines)))
    told, _ = stories(docs, passages(docs))
    assert [s.articles for s in told] == [("e0", "e1"), ("e2",)]


def test_a_short_notice_that_tells_only_its_month_joins_the_match_not_the_ferry_of_a_namesake() -> None:
    match = article(
        "m", "Brattli scoret fire", "Liv Brattli (17) scoret fire mål for Stokkøya. Foto: Roar Aune, Kystposten",
        published="2024-10",
    )  # fmt: skip
    assert clusters((*ALL, match)) >= {frozenset({"m", "n"}), frozenset({"f1", "f2"})}


FERRY_LATER = article(
    "l", "Kapteinen sov på vakt", "Kapteinen på Stokkfjord sov da ferjen gikk på grunn, viser granskingen.",
    "– Han hadde sovet tre timer, sier havariinspektør Jo Aune. Stokkøya fikk ny ferje i november.",
)  # fmt: skip


@pytest.mark.parametrize("told", ["2024-10-19", "2024-10", None])
def test_a_follow_up_joins_whatever_its_page_tells_of_its_day(told: str | None) -> None:
    moment = told and article("t", "T", "T.", published=told).published
    later = replace(FERRY_LATER, published=moment or None)
    assert frozenset({"f1", "f2", "l"}) in clusters((*ALL, later))


def test_credits_of_pictures_and_the_outlet_tell_nothing() -> None:
    lines = ("Brannen på Skogly ble slukket av naboene.", "Elevene i Dalbygd sang for kongen.")
    docs = [
        article(f"p{n}", line, line, "Foto: Roar Hegstad, Kystposten", outlet="Kystposten", published="2024-05-02")
        for n, line in enumerate(lines)
    ]
    items = list(itemised(documents(*docs), Rarity(), {}))
    assert not set(items[0].profile.names.keys.tolist()) & set(items[1].profile.names.keys.tolist())
    assert not set(items[0].profile.terms.keys.tolist()) & set(items[1].profile.terms.keys.tolist())


@pytest.mark.parametrize(
    ("key", "parts"),
    [
        ("lærerstreik", ("lærer", "streik")),
        ("sykehusdirektør", ("sykehus", "direktør")),
        ("driftssjef", ("drift", "sjef")),  # the joint -s-
        ("havarisenter", ("havari", "senter")),  # one part is unknown
        ("streik", ()),
        ("streik" * 20_000, ()),  # packed data is no word: all its cuts would fill the memory
    ],
)
def test_compounds_are_also_read_in_their_parts(key: str, parts: tuple[str, ...]) -> None:
    assert halves(key) == parts


ALIKE = Likeness(
    words=0.2, story_words=0.2, names=0.35, own_names=0.35, full_names=3.0, named=True, passages=0, linked=False, days=3
)


@pytest.mark.parametrize(
    ("case", "joins"),
    [
        (ALIKE, True),
        (replace(ALIKE, days=60), True),  # the same people return
        (replace(ALIKE, days=900), False),  # the next accident there has the same officials
        (replace(ALIKE, days=None), True),
        (replace(ALIKE, words=0.05, story_words=0.05, full_names=1.0, names=0.6, own_names=0.6), False),  # a namesake
        (replace(ALIKE, words=0.08, story_words=0.08, full_names=3.0, names=0.5, own_names=0.6, days=0), True),
        (replace(ALIKE, names=0.0, own_names=0.0), False),  # an event of the same kind
        (replace(ALIKE, own_names=0.02, names=0.1), False),  # names that all have
        (replace(ALIKE, own_names=0.02, names=0.3, words=0.35, story_words=0.4, linked=True), True),
        (replace(ALIKE, words=0.3, names=0.0, own_names=0.0, named=False), True),
    ],
)
def test_words_and_names_must_both_agree(case: Likeness, joins: bool) -> None:
    assert (total(features(case)) > 0) == joins
