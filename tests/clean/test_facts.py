"""Published, updated, outlet, credits and bylines, from plain pages and from what containers tell."""

import pytest

from belegg.clean import clean
from belegg.core.article import Article, Moment, Page, PageFacts, Rejected
from belegg.models.language import load_identifier

BODY = "\n\nBrannen ble slukket i natt, opplyser politiet.\n\nIngen ble skadet, sier vaktleder Kari Nes.\n"


def article(text: str, facts: PageFacts | None = None) -> Article:
    found = clean(Page("x.txt", text.encode(), "utf-8", "text", facts or PageFacts()), load_identifier())
    assert isinstance(found, Article)
    return found


@pytest.mark.parametrize(
    ("head", "published", "updated"),
    [
        ("Publisert: 05.03.2024 07:31", "2024-03-05T07:31", None),
        ("Publisert 05.03.2024 07:31 Sist oppdatert 05.03.2024 10:48", "2024-03-05T07:31", "2024-03-05T10:48"),
        ("Sist oppdatert: 05.03.2024 10:48 | Publisert: 05.03.2024 07:31", "2024-03-05T07:31", "2024-03-05T10:48"),
        ("Publisert: 5. mars 2024\nEndra: 6. mars 2024", "2024-03-05", "2024-03-06"),  # on two lines
        ("Oppdatert for 2 timer siden\nPublisert 05.03.2024 07:31", "2024-03-05T07:31", None),
        (
            "Publisert:\n5. mars 2024 07:31\nEndret:\n5. mars 2024 09:00",
            "2024-03-05T07:31",
            "2024-03-05T09:00",
        ),  # above
        (" date 2024-03 \nPublisert 5. mars kl. 07.31", "2024-03-05T07:31", None),  # the year stands elsewhere
        ("Bygdebladet 05.03.2024 07:31", "2024-03-05T07:31", None),  # beside the outlet's name
        ("5. mars 2024 kl. 07:31\nAv Kari Nordmann", "2024-03-05T07:31", None),  # no label
    ],
)
def test_times_are_read_by_their_labels(head: str, published: str | None, updated: str | None) -> None:
    found = article(f"Brann i natt på Nes\n{head}{BODY}")
    assert (found.published.value if found.published else None) == published
    assert (found.updated.value if found.updated else None) == updated


def test_the_finest_time_counts() -> None:
    found = article(" date 2024-03 Brann i natt på Nes\nPublisert: 05.03.2024 07:31" + BODY)
    assert found.published == Moment("2024-03-05T07:31", "minute")


def test_a_clip_has_a_time_of_its_own() -> None:
    found = article(
        " date 2024-03 Brannen kom raskt, sier politiet.\n\nHer brenner det 01:09 Publisert: 01.02.24 — 08:42" + BODY
    )
    assert found.published == Moment("2024-03", "month")


def test_the_day_in_an_address() -> None:
    found = article("url: https://a.example/2024/03/05/brann-i-natt\nBrann i natt på Nes" + BODY)
    assert found.published == Moment("2024-03-05", "day")


@pytest.mark.parametrize("broken", ["http://[avisa.example/1", "https://avisa.example\u2100/1"])
def test_a_broken_address_costs_itself_not_the_article(broken: str) -> None:
    assert article(f"url: {broken}\nBrann i natt på Nes{BODY}").url is None
    assert article(BODY, PageFacts(url=broken)).url is None


def test_the_time_of_an_update_alone_is_when_the_page_came_out() -> None:
    found = article("Brann i natt på Nes\nSist oppdatert: 05.03.2024 10:48" + BODY)
    assert (found.published, found.updated) == (Moment("2024-03-05T10:48", "minute"), None)


def test_a_containers_facts_fill_up() -> None:
    facts = PageFacts(
        "https://a.example/1", "Brann", "Øyposten", "NTB", "nb", "2024-03-05T06:31:00Z", "2024-03-05T06:31:00Z"
    )
    found = article(BODY.strip(), facts)
    assert (found.url, found.outlet, found.credits) == ("https://a.example/1", "Øyposten", ("NTB",))
    assert found.published == Moment("2024-03-05T07:31", "minute")
    assert found.updated is None  # the same moment is no update


@pytest.mark.parametrize(
    ("lines", "outlet"),
    [
        ("url: https://www.nrk.no/nordland/brann-1.2345", "NRK"),  # a known domain
        ("url: https://lokal.smp.no/brann", "Sunnmørsposten"),  # a part of one
        ("url: https://www.oyposten.example/1", "Øyposten"),  # spelt out in the text
        ("url: https://www.vikabladet.example/1", "Vikabladet"),  # nowhere in the text
        ("NTB/Øyposten", "Øyposten"),
        ("NTB / Siri Vik", None),  # a writer beside an agency
        ("Øyposten Sport Kultur", "Øyposten"),  # the page's menu begins with it
        ("Havøyvarden", "Havøyvarden"),  # a masthead alone, nowhere else in the text
        ("Liv og lære Abonnement Kontakt oss", None),  # small letters: not plain enough
        ("Hav og Land Abonnement Kontakt oss", "Hav og Land"),
        ("Bergen Sport Kultur", None),  # a section called after a place
        ("", None),  # one word to one's own paper proves nothing
    ],
)
def test_the_outlet(lines: str, outlet: str | None) -> None:
    found = article(
        f"{lines}\nBrann i natt på Nes\nPublisert: 05.03.2024 07:31{BODY}\n– Det er trist, sier Nes til Øyposten."
    )
    assert found.outlet == outlet


def test_the_outlet_in_the_foot() -> None:
    assert article(f"Brann i natt på Nes{BODY}\n© 2024 Øyposten AS. Alle rettigheter forbeholdt.").outlet == "Øyposten"
    assert article(f"{BODY}\nFoto: Siri Vik, Øyposten\n\n– Vi er trygge, sier Nes til Øyposten.").outlet == "Øyposten"
    assert article(f"{BODY}\nFoto: Øyposten\n\n– Vi er trygge, sier Nes til Øyposten.").outlet == "Øyposten"
    assert article(f"{BODY}\n\nFiskeren kom hjem. Øyposten er et uavhengig lokalblad").outlet == "Øyposten"
    assert article(f"{BODY}\n– Vi er trygge, sier Nes til NTB.\n\nFoto: Siri Vik / NTB").outlet is None


@pytest.mark.parametrize(
    ("line", "credits"),
    [
        ("NTB", ("NTB",)),
        ("(©NTB)", ("NTB",)),
        ("(NTB-AFP)", ("NTB", "AFP")),
        ("Av NTB", ("NTB",)),
        ("NPB og Liv Aga Børve", ("NPB",)),  # unknown capitals in an agency's place
        ("Nynorsk pressekontor", ("NPK",)),  # a long name
        ("Av Siri Vik", ()),
        ("Foto: Siri Vik / NTB", ()),  # a picture's credit is none for the text
        ("SIRI VIK", ()),  # a writer's name in capitals
        ("ANN-MARI VIK og JON S. BERG", ()),
        ("SIRI VIK / NTB", ("NTB",)),
    ],
)
def test_the_agencies_credited(line: str, credits: tuple[str, ...]) -> None:
    assert article(f"Brann i natt på Nes\n{line}\nPublisert: 05.03.2024 07:31{BODY}").credits == credits


def test_an_agency_glued_to_the_last_sentence() -> None:
    found = article(BODY.rstrip() + "(NTB)")
    assert found.credits == ("NTB",)
    assert found.text[found.blocks[-1].start :] == "(NTB)"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Siri Vik", ["Siri Vik"]),
        ("Av Siri Vik og Per Lie", ["Siri Vik", "Per Lie"]),
        ("Siri Vik Journalist", ["Siri Vik"]),
        ("Tekst: Siri Vik siri@a.example", ["Siri Vik"]),
        ("NTB", []),
    ],
)
def test_bylines(line: str, names: list[str]) -> None:
    found = article(f"Brann i natt på Nes\n{line}\nPublisert: 05.03.2024 07:31{BODY}")
    assert [s.of(found.text) for s in found.bylines] == names


def test_an_id_depends_on_the_bytes_and_on_who_printed_them() -> None:
    one, other = article(BODY), article(BODY, PageFacts(title="Brann på Nes", published="2024-03-05"))
    assert one.id == other.id == one.doc == "a" + one.sha256[:12]
    first, second = (article(BODY, PageFacts(url=f"https://a.example/{n}")) for n in (1, 2))
    assert one.id != first.id == second.id != article(BODY, PageFacts(url="https://b.example/1")).id


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("\ufeff \n", "no text in it"),
        ("Annonse\n\nDel på Facebook\n", "no article text in it"),
        ("a " * 120_000, "a line of more than 200 000 characters: data, not an article"),
        ("Det regner.\n" * 100_000, "longer than 1 000 000 characters: not one article"),
    ],
)
def test_what_is_no_article_is_rejected(text: str, reason: str) -> None:
    found = clean(Page("x", text.encode(), "utf-8", "text"), load_identifier())
    assert found == Rejected("x", reason)


def test_the_label_of_a_byline_in_capitals_is_no_agency() -> None:
    assert article("Studentene vil ha pengene\nAV: Maria Tveit\n3.9.2024 07.00" + BODY).credits == ()
