"""Days of publication inferred from an article's own words and its story; every text is invented."""

from datetime import date

import pytest

from belegg.annotate.times import times
from belegg.compare.days import infer_days, infer_updates
from belegg.core.annotation import Time
from belegg.core.article import Article, Block, Moment
from belegg.core.comparison import Story
from belegg.core.document import Document


def article(name: str, published: str | None, text: str, outlet: str | None = None, language: str = "nb") -> Document:
    blocks, start = [], 0
    for line in text.split("\n"):
        kind = "meta" if line.startswith("Publisert") else "paragraph"
        blocks.append(Block(start, start + len(line), kind))  # type: ignore[arg-type]
        start += len(line) + 1
    moment = Moment(published, "month" if len(published) == 7 else "minute") if published else None
    doc = Document(Article(name, name, "", text, language, tuple(blocks), outlet=outlet, published=moment))
    return doc.adding(Time, times(doc))


FIRE = article(
    "fire", "2024-05-14T08:10", "Publisert 14.05.2024 08:10\nEt lager i Nordvik brant natt til tirsdag.", "Nordvik Avis"
)


def infer(*docs: Document) -> dict[str, str]:
    found = infer_days(docs, (Story("s", None, tuple(d.id for d in docs)),))
    assert all(m.inferred and m.precision == "day" for m in found.values())
    return {name: moment.value for name, moment in found.items()}


CASES = [
    # another article says on which day this outlet told it
    (
        article("open", "2024-05", "Lagereieren nekter skyld, sier han til Kystposten.", "Kystposten"),
        article("other", "2024-05-16T09:00", "Onsdag meldte Kystposten at lagereieren nekter skyld.", "Fjordbladet"),
        date(2024, 5, 15),
    ),
    # the day after a happening that a dated article dates, told in the present
    (
        article(
            "open", "2024-05", "– Alt er borte, forteller eieren til Kystposten dagen etter brannen.", "Kystposten"
        ),
        article("other", "2024-05-14T09:00", "Brannen på lageret startet tirsdag.", "Fjordbladet"),
        date(2024, 5, 15),
    ),
    # counted from the day on which a named outlet was first
    (
        article(
            "open",
            "2024-06",
            "I dag, tre veker etter at Nordvik Avis skreiv om brannen, er tomta rydda.",
            language="nn",
        ),
        article("other", "2024-05-15T09:00", "Politiet etterforsker brannen.", "Fjordbladet"),
        date(2024, 6, 4),
    ),
    # a weekday of the same happening, and no later weekday
    (
        article("open", "2024-05", "Eit lager i Nordvik brann natt til tysdag.", language="nn"),
        article("other", "2024-05-14T11:00", "Et lager i Nordvik brant natt til tirsdag.", "Fjordbladet"),
        date(2024, 5, 14),
    ),
    # the third day of what began on a dated day
    (
        article("open", "2024-05", "Det sa eieren i retten onsdag, på den tredje dagen av rettssaken.", "Kystposten"),
        article("other", "2024-05-06T11:00", "Mandag startet rettssaken om brannen.", "Fjordbladet"),
        date(2024, 5, 8),
    ),
    # so long ago began what the dated articles tell of (nn)
    (
        article("open", "2024-05", "Det er fire dagar sidan flammane tok lageret i Nordvik.", language="nn"),
        article("other", "2024-05-15T09:00", "Politiet etterforsker brannen.", "Fjordbladet"),
        date(2024, 5, 18),
    ),
    # yesterday and its weekday in one sentence; of the Wednesdays the one that lies next to the story
    (
        article("open", "2024-05", "I går kveld opna banken att, for onsdag var straumen komen.", language="nn"),
        article("other", "2024-05-15T09:00", "Politiet etterforsker brannen.", "Fjordbladet"),
        date(2024, 5, 16),
    ),
    # tomorrow beside its date
    (
        article("open", "2024-05", "Fristen for å klage går ut i morgen, 24. mai, opplyser kommunen."),
        article("other", "2024-05-15T09:00", "Politiet etterforsker brannen.", "Fjordbladet"),
        date(2024, 5, 23),
    ),
    # what kind of paper it is stands before the name that dates it
    (
        article("open", "2024-05", "Lagereieren nekter skyld.", "Kystposten"),
        article("other", "2024-05-16T09:00", "Onsdag skrev fagbladet Kystposten at lagereieren nekter skyld."),
        date(2024, 5, 15),
    ),
    # a name that an address tells has lost its spaces
    (
        article("open", "2024-05", "Lagereieren nekter skyld.", "Nykysten"),
        article("other", "2024-05-16T09:00", "Ny Kysten meldte onsdag at lagereieren nekter skyld."),
        date(2024, 5, 15),
    ),
    # an outlet that a page names only by what it was told (nn)
    (
        article("open", "2024-05", "Eigaren seier seg uskuldig. Det stadfestar han overfor Kystposten.", language="nn"),
        article("other", "2024-05-16T09:00", "Onsdag melde Kystposten at eigaren seier seg uskuldig.", language="nn"),
        date(2024, 5, 15),
    ),
    # this Friday is today
    (
        article("open", "2024-05", "Eieren av lageret ble løslatt denne fredagen.", "Kystposten"),
        article("other", "2024-05-16T09:00", "Politiet etterforsker brannen.", "Fjordbladet"),
        date(2024, 5, 17),
    ),
    # yesterday was the day after what is dated
    (
        article("open", "2024-05", "Eieren ble pågrepet i går, dagen etter at lageret i Nordvik brant.", "Kystposten"),
        article("other", "2024-05-17T09:00", "Lageret i Nordvik brant tirsdag. Et vitne er hørt.", "Fjordbladet"),
        date(2024, 5, 16),
    ),
    # so long after what an article opens with (nn)
    (
        article("open", "2024-05", "Fem dagar etter at lageret i Nordvik brann, er tomta rydda.", language="nn"),
        article("other", "2024-05-22T09:00", "Kommunen vil bygge på tomta.", "Fjordbladet"),
        date(2024, 5, 19),
    ),
    # counted from another day of the same
    (
        article("open", "2024-05", "Partene møttes i natt, på streikens sjette dag.", "Kystposten"),
        article("other", "2024-05-16T09:00", "Streiken gikk inn i sin andre dag torsdag.", "Fjordbladet"),
        date(2024, 5, 20),
    ),
    # what it opens with has no day here, but in a dated article; the day before stands further down
    (
        article(
            "open",
            "2024-05",
            "Statsråden møtte fiskerne på kaia i Nordvik og lovet et nytt dekningskart.\n"
            + "Fiskerne har klaget over at telefonene mister forbindelsen når båtene går ut av fjorden.\n" * 4
            + "Hun kom med toget onsdag.",
        ),
        article(
            "other",
            "2024-05-16T18:00",
            "Torsdag møtte statsråden fiskerne på kaia og lovet et dekningskart.\nHun kom med toget onsdag.",
            "Fjordbladet",
        ),
        date(2024, 5, 16),
    ),
    # a week ahead to the day
    (
        article("open", "2024-05", "Kommunestyret behandler saken om nøyaktig en uke.", "Kystposten"),
        article("other", "2024-05-15T09:00", "Kommunestyret skal behandle saken 30. mai.", "Fjordbladet"),
        date(2024, 5, 23),
    ),
]


@pytest.mark.parametrize(("doc", "other", "day"), CASES)
def test_the_day_is_inferred_in_a_story(doc: Document, other: Document, day: date) -> None:
    assert infer(FIRE, doc, other)["open"] == day.isoformat()


def test_evidence_is_shown() -> None:
    doc, other, _ = CASES[0]
    moment = infer_days((FIRE, doc, other), (Story("s", None, ("fire", "open", "other")),))["open"]
    told = {"fire": FIRE, "open": doc, "other": other}
    assert [told[p.article].text[p.start : p.end] for p in moment.evidence if p.article == "other"] == ["Onsdag"]


def test_without_a_clue_it_is_left_open() -> None:
    assert infer(FIRE, article("open", "2024-05", "Eieren vil bygge et nytt lager.")) == {}


def test_without_a_story_it_is_left_open() -> None:
    assert infer(article("open", "2024-05", "Et lager i Nordvik brant tirsdag.")) == {}


def test_a_dated_article_is_left_alone() -> None:
    assert infer(FIRE, CASES[0][1]) == {}


def test_an_article_alone_is_dated_by_what_its_month_shares_with_it() -> None:
    dated = article(
        "dated", "2024-05-14T11:00", "Brannen i Nordvik stengte E16 tirsdag, sier Kari Lunde i Voss brannvesen."
    )
    alone = article("alone", "2024-05", "Da laget fra Nordvik slo Voss tirsdag, sto Lunde fast fordi E16 var stengt.")
    stories = (Story("one", None, ("dated",)), Story("two", None, ("alone",)))
    assert infer_days((dated, alone), stories)["alone"].value == "2024-05-14"


@pytest.mark.parametrize(
    ("text", "other", "day"),
    [
        # what is to come tomorrow here came on a dated day there
        (
            "I morgen behandler Nordvik tingrett saken om det brente lageret.",
            "Nordvik tingrett behandlet saken om det brente lageret torsdag.",
            "2024-05-15",
        ),
        # the same, told in the other written standard
        (
            "Tingretten i Nordvik handsama saka om lageret i går.",
            "Tingretten i Nordvik handsamet saken om lageret onsdag.",
            "2024-05-16",
        ),
    ],
)
def test_yesterday_and_tomorrow(text: str, other: str, day: str) -> None:
    dated = article("other", "2024-05-17T09:00", "Publisert 17.05.2024\n" + other, "Fjordbladet")
    assert infer(FIRE, article("open", "2024-05", text), dated) == {"open": day}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        # where a deadline lies is no weekday of the telling: the day told of as past is
        ("Banken ga kundene frist til fredag. Lageret i Nordvik brant natt til tirsdag.", "nb"),
        ("Banken gav kundane frist til fredag. Lageret i Nordvik brann natt til tysdag.", "nn"),
        # a clock that was told of beside a coming date is no date
        ("Lageret i Nordvik brant natt til tirsdag. Det åpner 1. juni. Alarmen gikk midt på natta.", "nb"),
        ("Lageret i Nordvik brann natt til tysdag. Det opnar 1. juni. Alarmen gjekk midt på natta.", "nn"),
    ],
)
def test_the_last_weekday_told_as_past_is_today(text: str, language: str) -> None:
    other = article("other", "2024-05-14T09:00", "Lageret i Nordvik brant natt til tirsdag.", "Fjordbladet")
    assert infer(FIRE, article("open", "2024-05", text, language=language), other) == {"open": "2024-05-14"}


def test_date_line_without_year() -> None:
    doc = article("open", None, "Publisert 19. mai kl. 22.48\nLageret i Nordvik brann ned.", language="nn")
    found = infer_days((doc, FIRE), (Story("s", None, ("open", "fire")),))["open"]
    assert (found.value, found.precision, found.inferred) == ("2024-05-19T22:48", "minute", True)
    assert [p.start for p in found.evidence] == [10]


@pytest.mark.parametrize(
    ("line", "updated"),
    [
        ("Publisert 19. mai kl. 22.48 Oppdatert 20. mai kl. 05.31", "2024-05-20T05:31"),
        ("Publisert 31. desember kl. 22.48 Oppdatert 1. januar kl. 05.31", "2024-01-01T05:31"),
        ("Publisert 19. mai kl. 22.48", None),
        ("Publisert 19. mai kl. 22.48 Saka er frå 3. mai", None),  # before it came
    ],
)
def test_update_without_year(line: str, updated: str | None) -> None:
    doc = article("open", None, f"{line}\nLageret i Nordvik brann ned.", language="nn")
    dated = article("near", "2024-01-02T08:10", "Publisert 02.01.2024 08:10\nEt lager brant.", "Nordvik Avis")
    docs = (doc, dated if "desember" in line else FIRE)
    days = infer_days(docs, (Story("s", None, tuple(d.id for d in docs)),))
    found = infer_updates(docs, days).get("open")
    assert (found.value if found else None) == updated


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ministeren undertegnet avtalen 3. mai, for 17 dager siden.", "nb"),
        ("For 17 dagar sidan, 3. mai, skreiv ministeren under avtala.", "nn"),
    ],
)
def test_a_date_with_how_long_ago_it_was(text: str, language: str) -> None:
    doc = article("open", "2024-05", text, "Kystposten", language)
    other = article("other", "2024-05-23T09:00", "Ministeren svarer på kritikken.", "Fjordbladet")
    assert infer(doc, other) == {"open": "2024-05-20"}


def test_so_many_days_ago_is_the_day_that_a_dated_article_tells() -> None:
    doc = article("open", "2024-05", "Lageret i Nordvik brant for tre dager siden.", "Kystposten")
    assert infer(doc, FIRE) == {"open": "2024-05-17"}


def test_where_several_days_are_about_as_likely_it_is_left_open() -> None:
    doc = article("open", "2024-05", "Møtet i Nordvik var torsdag. Eieren er fortsatt bortreist.", "Kystposten")
    other = article("other", "2024-05-14T09:00", "Rederiet la fram nye tall.", "Fjordbladet")
    assert infer(doc, other) == {}
