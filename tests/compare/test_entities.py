"""Which names become one entity, told on invented stories: one row, one habit of Norwegian news."""

from collections.abc import Sequence

import pytest

from belegg.compare.entities import entities
from belegg.compare.entity_index import EntityIndex
from belegg.core.comparison import Entity, Story
from belegg.core.judgement import Judgement, total
from belegg.core.spans import Span
from tests.marked import document

TOGETHER = [
    (["[Kreml|LOC] avviser#VERB det.", "Hun var ved [Kreml|LOC]."], {"Kreml"}, "a building and who works there"),
    (["Raset tok Riksveg 55.", "Raset tok Rv. 55."], {"Riksveg 55", "Rv. 55"}, "a road written out and short"),
    (["Hun så [Vestfjordbrua|LOC].", "Han så [Vestfjordbroen|LOC]."], {"Vestfjordbrua", "Vestfjordbroen"}, "a bridge"),
    (
        ["Det sier [Olje- og energidepartementet|ORG] nå.", "Det sa [Energidepartementet|ORG] der."],
        {"Olje- og energidepartementet", "Energidepartementet"},
        "a ministry by one of its fields",
    ),
    (
        ["Det sier [Nordlys Ferd|PER] nå.", "Det sa [Nordlys Ferd|ORG] der."],
        {"Nordlys Ferd"},
        "a type that is wrong once",
    ),
    (["Leder [Kari Moe|PER] kom.\n– Ja, sier [Moe|PER]."], {"Kari Moe", "Moe"}, "a bare family name"),
    (["[Åsa Lia|PER] kom.", "[Aasa Lia|PER] kom."], {"Åsa Lia", "Aasa Lia"}, "aa for å"),
    (["[Odd-Kåre Vik|PER] kom.", "[Oddkåre Vik|PER] kom."], {"Odd-Kåre Vik", "Oddkåre Vik"}, "a double name as one"),
    (["[Kjell Arne Vik|PER] kom.", "[Kjell-Arne Vik|PER] kom."], {"Kjell Arne Vik", "Kjell-Arne Vik"}, "or as two"),
    (["[Cathrine Dahl|PER] kom.", "[Katrine Dahl|PER] kom."], {"Cathrine Dahl", "Katrine Dahl"}, "c and k, th and t"),
    (["[Sergej Lapin|PER] kom.", "[Sergei Lapin|PER] kom."], {"Sergej Lapin", "Sergei Lapin"}, "two romanisations"),
    (["[Oleg Kozhin|PER] kom.", "[Oleg Kozjin|PER] kom."], {"Oleg Kozhin", "Oleg Kozjin"}, "zh and zj"),
    (
        ["Styreleder [Bente Ramsvik|PER] kom.", "Styreleiar [Bente Ramsvig|PER] kom."],
        {"Bente Ramsvik", "Bente Ramsvig"},
        "a letter in a family name, same title in the other standard",
    ),
    (["[Renate Myhre Øen|PER] kom.", "[Renate M. Øen|PER] kom."], {"Renate Myhre Øen", "Renate M. Øen"}, "an initial"),
    (["[Henrik Lunde Aas|PER] kom. Han møtte [Lunde Aas|PER]."], {"Henrik Lunde Aas", "Lunde Aas"}, "two family names"),
    (
        ["[Statens vegvesen|ORG] sier ja.\nDet sier [Vegvesenet|ORG]."],
        {"Statens vegvesen", "Vegvesenet"},
        "a listed short form",
    ),
    (
        ["[Statens fjelltilsyn|ORG] sier ja.\nDet sier [Fjelltilsynet|ORG]."],
        {"Statens fjelltilsyn", "Fjelltilsynet"},
        "the definite form of the head",
    ),
    (
        ["[Kvernes Kraft|ORG] venter.\nAksjer i [Kvernes|ORG] steg."],
        {"Kvernes Kraft", "Kvernes"},
        "a firm's short form",
    ),
    (
        ["[FNs sikkerhetsråd|ORG] sier nei.", "[Tryggingsrådet i FN|ORG] sier nei."],
        {"FNs sikkerhetsråd", "Tryggingsrådet i FN"},
        "one body in two standards",
    ),
    (["Hun bor i [Noreg|GPE].", "Hun bor i [Norge|GPE]."], {"Noreg", "Norge"}, "one state in two standards"),
    (
        ["[Norsk Elgråd|ORG] (NE) sier ja.\nDet sier NE."],
        {"Norsk Elgråd", "NE"},
        "an abbreviation that the article explains",
    ),
    (
        [
            "Brann i [Kvitnipetunnelen|LOC].",
            "Brann i [Kvitenipatunnelen|LOC].",
            "I [Kvitenipa-tunnelen|LOC] brant det.",
        ],
        {"Kvitnipetunnelen", "Kvitenipatunnelen", "Kvitenipa-tunnelen"},
        "a long name's slips and hyphens",
    ),
    (
        ["Hun leder [Vega-siden|DRV] nå.", "Ho leier [Vega-sida|DRV] no."],
        {"Vega-siden", "Vega-sida"},
        "a compound's forms",
    ),
    (["[Niillas Ánde Eira|PER] kom. Det sa [Eira|PER]."], {"Niillas Ánde Eira", "Eira"}, "a Sami name"),
]

APART = [
    (["Hun bor ved [Vika|LOC].", "Han bor ved [Viken|LOC]."], "Vika", "Viken", "short names of two places"),
    (["[Ola Vik|PER] kom. Så kom [Per Vik|PER]."], "Ola Vik", "Per Vik", "brothers"),
    (
        ["Helseminister [Inga Sand|PER] kom.", "Fiskeriminister [Per Sand|PER] kom."],
        "Inga Sand",
        "Per Sand",
        "two ministers",
    ),
    (["[Ola Vik|PER] kom. Så kom [Per Vik|PER].\nDet sa [Vik|PER]."], "Ola Vik", "Vik", "a family name of two"),
    (["[Terje Hjelle|PER] leder [Hjelle Transport|ORG]."], "Terje Hjelle", "Hjelle Transport", "a man and his firm"),
    (
        ["[Kvernes Kraft|ORG] og [Kvernes Shipping|ORG] venter."],
        "Kvernes Kraft",
        "Kvernes Shipping",
        "two firms of one house",
    ),
    (
        ["[Kysten FK|ORG] venter på [Kysten|ORG].\nDet skriver [Kysten Blad|ORG]."],
        "Kysten FK",
        "Kysten Blad",
        "two bodies that one short form would join",
    ),
    (["[Odda|GPE] venter på [Odda Sparebank|ORG]."], "Odda", "Odda Sparebank", "a town and its bank"),
    (["[Per Berg|PER] kom.", "[Per Borg|PER] kom."], "Per Berg", "Per Borg", "a letter in a short name is no slip"),
]


def made(texts: Sequence[str], judgements: Sequence[Judgement] = (), together: bool = True) -> tuple[Entity, ...]:
    docs = [document(text, f"a{n}") for n, text in enumerate(texts)]
    stories = [Story("s", None, tuple(d.id for d in docs))] if together else [Story(d.id, None, (d.id,)) for d in docs]
    return entities(docs, stories, judgements)[0]


def entity_of(found: Sequence[Entity], name: str) -> Entity:
    return next(e for e in found if name in e.names)


@pytest.mark.parametrize(("texts", "names", "why"), TOGETHER, ids=[case[2] for case in TOGETHER])
def test_one_entity(texts: list[str], names: set[str], why: str) -> None:
    assert {frozenset(e.names) for e in made(texts)} >= {frozenset(names)}


@pytest.mark.parametrize(("texts", "one", "other", "why"), APART, ids=[case[3] for case in APART])
def test_two_entities(texts: list[str], one: str, other: str, why: str) -> None:
    found = made(texts)
    assert entity_of(found, one).id != entity_of(found, other).id


def test_namesakes_of_different_fields_are_two_across_stories() -> None:
    texts = ["Brannsjef [Åse Kvelle|PER] kom.", "Håndballspiller [Åse Kvelle|PER] (19) kom."]
    assert len(made(texts, together=False)) == 2


def test_one_person_with_one_title_is_one_across_stories() -> None:
    texts = ["Brannsjef [Åse Kvelle|PER] kom.", "Brannsjef [Åse Kvelle|PER] svarte."]
    assert len(made(texts, together=False)) == 1


def test_bare_family_names_are_not_joined_across_stories() -> None:
    assert len(made(["Så kom [Kvelle|PER].", "Så kom [Kvelle|PER]."], together=False)) == 2


def test_boat_and_firm_of_one_name_are_two_across_stories() -> None:
    texts = ["Aksjene i [Havn|ORG] steg.", "Fiskebåten «[Havn|ORG]» sank."]
    assert {e.type for e in made(texts, together=False)} == {"ORG", "PROD"}


def test_capital_that_acts_is_the_state() -> None:
    marked = "[Moskva|GPE] nekter#VERB for det. Hun bor i [Moskva|GPE]. [Russland|GPE] svarte."
    docs = [document(marked, deps={"nekter": "root"})]
    acting = [document(marked, deps={"Moskva": "nsubj>1"})]
    plain, stated = (entities(d, ())[0] for d in (docs, acting))
    assert {e.names for e in plain} == {("Moskva",), ("Russland",)}
    assert ("Russland", "Moskva") in {e.names for e in stated}


def test_firm_with_its_founders_name_is_another_thing() -> None:
    found = made(["Aksjene i [Moe|PER] falt. Det sier [Kari Moe|PER].\n– Ja, sier [Moe|PER]."])
    person = entity_of(found, "Kari Moe")
    assert person.type == "PER"
    assert len(person.mentions) == 2
    assert [e.type for e in found if e.name == "Moe"] == ["ORG"]


def test_name_is_the_longest_common_full_form_without_genitive() -> None:
    found = made(["[Kari Moe|PER] kom. Det var [Kari Moes|PER] idé, sa [Moe|PER]."])
    assert [e.name for e in found] == ["Kari Moe"]


def test_name_missed_at_a_beginning_is_taken_from_the_other_articles() -> None:
    found = made(["Aksjene i [Kvernes|ORG] steg. Det sier [Kvernes|ORG].", "Kvernes#VERB venter."])
    assert {p.article for p in entity_of(found, "Kvernes").mentions} == {"a0", "a1"}


def test_genitive_missed_at_a_beginning_is_taken_from_the_other_articles() -> None:
    found = made(["Folk i [Karelun|GPE] flyktet. De forlot [Karelun|GPE].", "Kareluns delegasjon venter."])
    assert {p.article for p in entity_of(found, "Karelun").mentions} == {"a0", "a1"}


def test_a_title_beside_a_firms_name_makes_no_person_of_it() -> None:
    found = made(["Aksjene i [Langmo Vindu|ORG] steg.", "Direktør [Langmo Vindu|PER] svarer."])
    assert len([e for e in found if e.name == "Langmo Vindu"]) == 1


def test_compound_leads_to_its_base() -> None:
    found = made(["[Kari Moe|PER] kom. [Moe-saken|DRV] er ny."])
    assert entity_of(found, "Moe-saken").of == entity_of(found, "Kari Moe").id


def test_roles_stand_on_the_entity() -> None:
    found = made(["Brannsjef [Ivar Holm|PER] kom."])
    assert [(p.start, p.end) for p in found[0].roles] == [(0, 9)]


def test_a_persons_judgement_outranks_the_machine() -> None:
    texts = ["[Ola Vik|PER] kom.", "[Ola Vik|PER] svarte."]
    apart = Judgement("entity", "a0#ola vik", "a1#ola vik", "different", 0.0, by="Kari")
    assert len(made(texts)) == 1
    assert len(made(texts, [apart])) == 2


def test_a_persons_joining_outranks_the_machine() -> None:
    texts = ["[Ola Vik|PER] kom.", "[Per Vik|PER] svarte."]
    same = Judgement("entity", "a0#ola vik", "a1#per vik", "same", 0.0, by="Kari")
    assert len(made(texts, [same])) == 1


def test_machine_judgements_are_no_input() -> None:
    texts = ["[Ola Vik|PER] kom.", "[Per Vik|PER] svarte."]
    assert len(made(texts, [Judgement("entity", "a0#ola vik", "a1#per vik", "same", 9.0)])) == 2


def test_each_judgement_says_why() -> None:
    docs = [document("[Kari Moe|PER] kom. Det sa [Moe|PER].")]
    _, judgements = entities(docs, ())
    assert [[f.name for f in j.reasons] for j in judgements] == [["family name alone"]]
    assert all(j.score == total(j.reasons) for j in judgements)


def test_same_input_same_ids() -> None:
    texts = ["[Kari Moe|PER] kom.", "[Kari Moe|PER] og [Ola Moe|PER] kom."]
    assert made(texts) == made(texts)
    assert len({e.id for e in made(texts)}) == 2


def test_work_grows_with_the_articles_not_with_their_pairs() -> None:
    texts = [f"Brannsjef [Ivar Holm|PER] kom. Så kom [Per Sand{n:03}|PER]. Det sa [Holm|PER]." for n in range(300)]
    docs = [document(text, f"a{n}") for n, text in enumerate(texts)]
    found, judgements = entities(docs, [Story("s", None, tuple(d.id for d in docs))])
    assert len(entity_of(found, "Ivar Holm").mentions) == 600
    assert len(judgements) < 2 * len(docs)


def test_index_gives_the_entity_with_most_in_common() -> None:
    found = made(["[USAs nasjonale sikkerhetsråd|ORG] svarte."])
    index = EntityIndex(found)
    whole = index.entity_of("a0", Span(0, 29))
    nested = index.entity_of("a0", Span(0, 4))
    assert whole is not None and whole.name == "USAs nasjonale sikkerhetsråd"
    assert nested is not None and nested.name == "USA"
    assert index.entity_of("a0", Span(30, 36)) is None
    assert index.entity_of("b", Span(0, 4)) is None
