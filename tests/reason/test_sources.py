"""Whose a saying is, in articles that we invent: titles, courts, documents, lawyers, spokesmen."""

import pytest

from belegg.compare.entities import entities
from belegg.core.comparison import Story
from belegg.core.spans import Span
from belegg.reason._origins import Source, Sources, same_source
from belegg.reason._sayings import gather
from belegg.reason._speaking import named_after_head, named_as_owners
from belegg.reason._story import index_story
from tests.made_up import document

ONE = [  # a text in which two say something, the beginnings of what they say
    (  # the title that only one has
        "Havnesjef Odd Ness seier at båten er trygg. Brannvesenet har vore om bord.\n\n"
        "– Motoren er skifta, seier havnesjefen.",
        "båten er trygg", "Motoren er skifta",
    ),
    (  # the board and its chair speak for the firm named before
        "Rederiet Nordvik Fjordline AS melder om store tap. Nordvik Fjordline AS sier at ferjene er gamle.\n\n"
        "– Vi trenger nye båter, sier styreleder Kari Holm.",
        "ferjene er gamle", "Vi trenger nye båter",
    ),
    (  # the defender of the only one who is charged
        "Per Moe (41) er tiltalt for tyveri. – Jeg var hjemme, sier Per Moe.\n\n"
        "– Dette er en misforståelse, sier forsvarer Kari Holm.",
        "Jeg var hjemme", "Dette er en misforståelse",
    ),
    (  # a festival that speaks, told with its town, and who leads it
        "Mange dro til Havfestivalen. Havfestivalen i Nordvik innrømmer at scenen var for liten.\n\n"
        "– Vi bygger en større, sier festivalsjef Kari Holm.",
        "scenen var for liten", "Vi bygger en større",
    ),
    (  # the court and its judges
        "Saken ble ført i Nordvik tingrett. Nordvik tingrett skriver at kassen var tom.\n\n"
        "– Alle vitnene var enige, skriver dommerne.",
        "kassen var tom", "Alle vitnene var enige",
    ),
    (  # whoever forecasts for it
        "– Vi venter flom, skriver NVE.\n\n– Kjelleren er full, sier Ola Vik.\n\n"
        "NVE følger elva. – Toppen er passert, sier hydrolog Kari Holm.",
        "Vi venter flom", "Toppen er passert",
    ),
    (  # the firm that has the name of who owns it
        "Hopland Havbruk AS innrømmer at merden var sprukken.\n\n"
        "Økokrim har vært på besøk. – Vi får ny merd, sier daglig leder Geir Hopland.",
        "merden var sprukken", "Vi får ny merd",
    ),
    (  # whatever the title, where the body is told beside the name
        "Økokrim opplyser at saken er ferdig etterforsket.\n\n– Vi tar ut tiltale, sier advokat Kari Holm i Økokrim.",
        "saken er ferdig etterforsket", "Vi tar ut tiltale",
    ),
    (  # the second field of a department, in the other standard
        "Helse- og omsorgsdepartementet skriver at køene er for lange.\n\n"
        "– Vi bygger nytt, sier omsorgsminister Kari Holm.",
        "køene er for lange", "Vi bygger nytt",
    ),
    (  # the minister of another country speaks for it
        "Danmark avviser at havna er stengt.\n\n– Skipene går som før, sier Danmarks utenriksminister Kari Holm.",
        "havna er stengt", "Skipene går som før",
    ),
    (  # whose it is tells not what it is
        "Staben skriver at turneen er avlyst.\n\nHun er syk, opplyser staben hennes.",
        "turneen er avlyst", "Hun er syk",
    ),
    (  # the police of the district and not the policemen's union
        "Innlandet politidistrikt skriver at mannen er funnet. Politiets Fellesforbund krever flere folk.\n\n"
        "– Han har det bra, sier politiet.",
        "mannen er funnet", "Han har det bra",
    ),
    (  # a lawyer told of after the client, with a capital
        "Per Moe sier at bildet er ekte. Per Moe har reist til Portugal. "
        "Hans advokat, Kari Holm, sier at han er i god tro.",
        "bildet er ekte", "han er i god tro",
    ),
    (  # the prime minister speaks for the government
        "Regjeringen varsler at tunnelen blir bygd.\n\n– Vi har pengene, sier statsminister Kari Holm.",
        "tunnelen blir bygd", "Vi har pengene",
    ),
    (  # the same in Nynorsk
        "Regjeringa varslar at tunnelen blir bygd.\n\n– Vi har pengane, seier statsminister Kari Holm.",
        "tunnelen blir bygd", "Vi har pengane",
    ),
]  # fmt: skip

TWO = [  # the same of two who are not one
    (  # a paper that has told of it is not whom the spokeswoman beside it speaks for
        "Reuters skriver at skipet ligger til kai.\n\nReuters sier ikke hvem som har sett det. "
        "– Skipet er på vei hjem, sier talskvinne Kari Holm.",
        "skipet ligger til kai", "Skipet er på vei hjem",
    ),
    (  # the same in Nynorsk
        "Reuters skriv at skipet ligg til kai.\n\nReuters seier ikkje kven som har sett det. "
        "– Skipet er på veg heim, seier talskvinne Kari Holm.",
        "skipet ligg til kai", "Skipet er på veg heim",
    ),
    (  # a prime minister speaks for the government, not for the department of another minister
        "– Vi har pengene, sier statsminister Kari Holm.\n\n– Veien må vente, sier samferdselsminister Eva Moe.",
        "Vi har pengene", "Veien må vente",
    ),
]  # fmt: skip


def sources(text: str) -> dict[str, Source]:
    """What is said in an article to its source."""
    docs = (document("a.txt", f"Nytt fra Nordvik\n\nPublisert 05.03.2024 08:30\n\n{text}\n"),)
    story = Story("s", None, (docs[0].id,))
    index = index_story(story.articles, docs, entities(docs, (story,))[0])
    sayings = gather(index, story.articles)
    found = Sources(index, (), sayings)
    return {index.text(s.place): found.of(s) for s in sayings}


@pytest.mark.parametrize(("text", "first", "second"), ONE)
def test_one_source(text: str, first: str, second: str) -> None:
    told = sources(text)
    one, other = (next(s for words, s in told.items() if words.startswith(w)) for w in (first, second))
    assert same_source(one, other)


@pytest.mark.parametrize(("text", "first", "second"), TWO)
def test_two_sources(text: str, first: str, second: str) -> None:
    told = sources(text)
    one, other = (next(s for words, s in told.items() if words.startswith(w)) for w in (first, second))
    assert not same_source(one, other)


def test_a_body_may_be_called_as_its_head_is() -> None:
    named = (("sysselmesteren på svalbard", "a"), ("økokrim", "b"), ("direktoratet for fisk", "c"))
    assert named_after_head(("sysselmester", "politi"), named) == "a"
    assert named_after_head(("direktør", "leder"), named) is None


def test_a_document_is_of_the_body_that_it_is_from() -> None:
    told = sources("En rapport fra Nordvik Havneforvaltning AS slår fast at kaien er råtten. Kaien stenges i dag.")
    assert next(s.name for w, s in told.items() if w.startswith("kaien er råtten")) == "Nordvik Havneforvaltning AS"


def test_a_person_whose_thing_it_is_is_not_the_one_who_speaks() -> None:
    phrase = "en talsperson for Joar Lies nasjonale råd"
    docs = (
        document("a.txt", f"Nytt fra Nordvik\n\nPublisert 05.03.2024 08:30\n\nDet avviser {phrase}. Joar Lie tier.\n"),
    )
    index = index_story((docs[0].id,), docs, entities(docs, ())[0])
    view = index.view(docs[0].id)
    start = view.doc.text.index(phrase)
    whose = named_as_owners(view, Span(start, start + len(phrase)), index)
    assert {index.entities[e].name for e in whose} == {"Joar Lie"}
    name = view.doc.text.index("Joar Lie tier")
    assert not named_as_owners(view, Span(name, name + len("Joar Lie")), index)


def test_the_source_of_whom_others_told_first_is_no_new_one() -> None:
    docs = (
        document(
            "a.txt", "Nytt fra Nordvik\n\nPublisert 05.03.2024 08:30\n\nKassen var tom, sier en kilde i banken.\n"
        ),
        document("b.txt", "Kassen i Nordvik\n\nPublisert 06.03.2024 08:30\n\nKilden sier at døra sto åpen.\n"),
    )
    story = Story("s", None, tuple(d.id for d in docs))
    index = index_story(story.articles, docs, entities(docs, (story,))[0])
    sayings = gather(index, story.articles)
    found = Sources(index, (), sayings)
    keys = {found.of(s).key for s in sayings if s.holders}
    assert len(keys) == 1
