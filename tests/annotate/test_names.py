"""What the names stage makes of the model's names: one row, one habit of Norwegian news."""

import pytest

from belegg.core.annotation import Mention, Role
from tests.marked import document, found

CASES = [
    # extents
    ("– Det går bra, sier brannsjef [Ivar Holm|PER].", [("Ivar Holm", "PER")], "a title is no part of the name"),
    ("[Brannsjef Ivar Holm|PER] venter.", [("Ivar Holm", "PER")], "nor where the model took it in"),
    ("Hun møtte [Kim|PER] [Jong-un|PER] i går.", [("Kim Jong-un", "PER")], "one person divided in two"),
    ("Han er leder i [Sande|GPE] brannvesen.", [("Sande brannvesen", "ORG")], "a head makes the whole a name"),
    ("Sak i Salten og Lofoten tingrett i dag.", [("Salten og Lofoten tingrett", "ORG")], "two places and a court"),
    ("Hun er lærer ved Universitetet i Bergen nå.", [("Universitetet i Bergen", "ORG")], "a body and its town"),
    ("Ulykken skjedde på E39 ved [Vik|GPE].", [("E39", "LOC"), ("Vik", "GPE")], "a road"),
    ("Vegen er Fv. 53 i nord.", [("Fv. 53", "LOC")], "a road with a blank in it"),
    ("Foto: [Tora Berg / NTB|PER]", [("Tora Berg", "PER"), ("NTB", "ORG")], "credits divided by a slash"),
    ("Kampen mot [Bodø/Glimt|ORG] er i dag.", [("Bodø/Glimt", "ORG")], "a club with a slash in its name"),
    ("Han ble sendt til Det hvite hus i går.", [("Det hvite hus", "LOC")], "a listed name with small words"),
    ("Det sa Mona Lie Dahl i dag.", [("Mona Lie Dahl", "PER")], "a run of capitals that the model missed"),
    ("Hun kjøpte aksjer i Kvernes Kraft AS.", [("Kvernes Kraft AS", "ORG")], "a firm by its ending"),
    ("Havlaks#NOUN AS melder om tap.", [("Havlaks AS", "ORG")], "a firm that begins the sentence"),
    ("Ifølge#ADP Fjordsol AS er det stille.", [("Fjordsol AS", "ORG")], "what leads to it is no part of it"),
    (
        "Aksjene i [Nordfjell|LOC] Gruver [ASA|ORG] steg.", [("Nordfjell Gruver ASA", "ORG")],
        "what a form of firms ends is one name",
    ),
    ("Han mener at [AS|ORG] er best.", [], "a form of firms alone is no name"),
    ("Ifølge Norges Bank øker renta.", [("Norges Bank", "ORG")], "a listed body"),
    ("Det skriver magasinet Kropp og Sjel.", [("Kropp og Sjel", "ORG")], "a pair after the noun for one outlet"),
    ("Leder Inge Moe i Vinje Røde Kors leter.", [("Inge Moe", "PER"), ("Vinje Røde Kors", "ORG")], "a chapter"),
    ("Aksjene i Polar Lunch#VERB steg.", [("Polar Lunch", "ORG")], "a word that Norwegian has not"),
    ("De er ved Nordfjell skredsenter.", [("Nordfjell skredsenter", "ORG")], "a centre"),
    # what is no name
    ("– [Røyken|GPE] kommer. Det er mye røyk#NOUN her.", [], "a common noun at the beginning of a sentence"),
    ("[Kanalen|ORG] skriver at han er ute.", [], "a definite noun for a body named elsewhere"),
    ("[Politiet|ORG] venter.", [], "the police are a common noun"),
    ("Han så på TV og leste SMS.", [], "abbreviations of things"),
    ("KOM SEG UT: Per Moe er trygg.", [("Per Moe", "PER")], "capitals of a caption's first words"),
    ("Smittet av E. coli i maten.", [], "an initial alone"),
    ("Foto: Privat", [], "a credit without a name"),
    ("[Helse- og omsorgsminister|ORG] er hun ikke.", [], "a title is no body"),
    ("Foto: [Lesar|ORG]", [], "a reader as photographer"),
    ("[Kommisjonen|ORG] venter.", [], "a commission that is named elsewhere"),
    ("[Kultur-|ORG] og idrettsminister#NOUN Kari Moe (41) kom.", [("Kari Moe", "PER")], "a title of two fields"),
    # the beginning of a sentence
    ("[FN|ORG]: Partane#NOUN er samde.", [("FN", "ORG")], "a listed name before a colon is no shout"),
    ("[PLF|ORG] vil ikkje svare på PLF#NOUN.", [("PLF", "ORG"), ("PLF", "ORG")], "an abbreviation"),
    ("[Fiskarforbundet|ORG] svarer. Det var fiskarforbundet.", [("Fiskarforbundet", "ORG")], "seen, a body's ending"),
    ("[Statsforvalteren|ORG] i [Agder|GPE] svarer.", [("Statsforvalteren i Agder", "ORG")], "an office and its county"),
    ("Statsforvaltaren i Møre og Romsdal svarer.", [("Statsforvaltaren i Møre og Romsdal", "ORG")], "of two names"),
    ("Hun bor i Moelven. Moelven#PROPN er stor.", [("Moelven", "GPE"), ("Moelven", "GPE")], "known from elsewhere"),
    ("Xi Jinping kom. Xi#PROPN svarte.", [("Xi Jinping", "PER"), ("Xi", "PER")], "a part of a full name"),
    ("Hun var i [Vikstad 2. desember|GPE] der.", [("Vikstad", "GPE")], "a date after a name"),
    ("Det gjelder Nordland, Troms og Finnmark.",
     [("Nordland", "GPE"), ("Troms", "GPE"), ("Finnmark", "GPE")], "counties in a row"),
    ("Det gjeld [FC|ORG] [Nordvik|PER] no.", [("FC Nordvik", "ORG")], "a club that the model divides"),
    # types
    ("Ho er i italienske#ADJ [Nordalp|LOC] no.", [("Nordalp", "GPE")], "where she is"),
    ("Han var om bord i «[Storvika|LOC]» der.", [("Storvika", "PROD")], "a vessel to be aboard"),
    ("Døra til [Ali Bek-palasset|PER] er open.", [("Ali Bek-palasset", "LOC")], "a palace"),
    ("Ho er ved [Moe-instituttet|DRV] no.", [("Moe-instituttet", "ORG")], "an institute"),
    ("Det sier [Vei & Bane|LOC] nå.", [("Vei & Bane", "ORG")], "a pair is a firm, whatever it ends in"),
    ("Direktør Kari Moe i [Havnes|LOC] venter.", [("Kari Moe", "PER"), ("Havnes", "ORG")], "a director of a firm"),
    ("Aksjene i [Havnes|LOC] steg.", [("Havnes", "ORG")], "shares are of firms"),
    ("– Nei, sier hun til [Bygdevarden|LOC].", [("Bygdevarden", "ORG")], "who is spoken to is an outlet"),
    ("[Terje|ORG] kom. Hun så Terje Moe (41) der.", [("Terje", "PER"), ("Terje Moe", "PER")], "an age is a person's"),
    ("Fiskebåten «[Havnes|ORG]» sank.", [("Havnes", "PROD")], "a boat"),
    ("Ordfører Kari Moe (Bygdelista) i dag.", [("Kari Moe", "PER"), ("Bygdelista", "ORG")], "a party in brackets"),
    ("Han er medlem av Norges Bondelag (NB) nå.", [("Norges Bondelag", "ORG"), ("NB", "ORG")], "an abbreviation"),
    ("Hun bor i [Storvik|LOC]. Det sier Storvik kommune.", [("Storvik", "GPE"), ("Storvik kommune", "ORG")], "a town"),
    ("Brua i [Storvika|PER] er ny. [Storvika|LOC] er fin. [Storvika|LOC]", [("Storvika", "LOC")] * 3, "one type"),
    # what stands around, once more
    ("Kritikken avviser#VERB [Nordnett|GPE] nå. [Nordnett|GPE] sier nei.", [("Nordnett", "ORG")] * 2, "no place"),
    ("[Nordnett|GPE] kutter#VERB. Nordnett-direktør [Kari Moe|PER] venter.",
     [("Nordnett", "ORG"), ("Nordnett-direktør", "DRV"), ("Kari Moe", "PER")], "who has a director is a firm"),
    ("Ål kommune har hytter.", [("Ål kommune", "ORG")], "a short town's name with its head, first"),
    ("Møtet var på [Storfjell Høyfjellshotell|PER] der.", [("Storfjell Høyfjellshotell", "ORG")], "a capital head"),
    ("Han er i [Nordre Vik|LOC] reinbeitedistrikt#NOUN nå.", [("Nordre Vik reinbeitedistrikt", "ORG")], "an ending"),
    ("Det var en grå#ADJ [Toyota|ORG] der.", [("Toyota", "PROD")], "a maker's name for what it made"),
    ("Melding. ([NTB|ORG])", [("NTB", "ORG")], "an agency in brackets, alone"),
    ("Linja er på 420 kV-linjen her.", [], "a unit"),
    ("Hun leste [Epikon|ORG] (50–130) der. [Epikon|ORG] bor der.", [("Epikon", "PER")] * 2, "years of a life"),
    ("Det gjelder byer#NOUN som [Volkovar|ORG] nå.", [("Volkovar", "GPE")], "a sort of things before som"),
    ("Orgelet er fra [Lie & Moe|PER] nå.", [("Lie & Moe", "ORG")], "partners of a firm"),
    ("Hun vant A-finalen der.", [], "a letter and a common word"),
    ("[Kreml|LOC] avviser#VERB det. Hun var ved [Kreml|LOC].", [("Kreml", "ORG"), ("Kreml", "LOC")], "who sits there"),
    ("Hun var i [Sjarin|PER]. Sjarin-regionen er stor.", [("Sjarin", "GPE"), ("Sjarin-regionen", "DRV")], "its region"),
    # small words inside names
    ("Saken behandles av Møre og Romsdal politidistrikt nå.", [("Møre og Romsdal politidistrikt", "ORG")], "a pair"),
    ("Hun møtte Ursula von der Leyen der.", [("Ursula von der Leyen", "PER")], "two particles"),
    ("Det sa [Fylkesmannen|ORG] i [Agder|GPE] nå.", [("Fylkesmannen i Agder", "ORG")], "the model divides an office"),
    ("Opprørsgruppa Den raude#ADJ fanen#NOUN svarte.", [("Den raude fanen", "ORG")], "an adjective and a noun"),
    ("Hun leste fra#ADP «Brev til [Ingunn|PER]» i går.", [("Brev til Ingunn", "PROD")], "a work between marks"),
    ("Piloterforbundet#NOUN krever svar.", [("Piloterforbundet", "ORG")], "a compound for a body, first"),
    ("[Rederiet Nordlina|ORG] AS svarer.", [("Nordlina AS", "ORG")], "an announcing noun begins the sentence"),
    ("Skipet#NOUN «Kong Bele» ligger her.", [("Kong Bele", "PROD")], "a vessel that bears a title"),
    ("Raset tok Riksveg 55 i natt.", [("Riksveg 55", "LOC")], "a road written out"),
    # what a capital tells and what it does not
    ("Hun møtte rådet#NOUN i går. [Rådet|ORG] er ute.", [], "a body that is a common noun too"),
    ("Saken gjelder [DA|ORG] i Vik. Da#ADV kom patruljen.", [("DA", "ORG"), ("Vik", "GPE")], "an abbreviation, a word"),
    ("Hun var i [Oslo|GPE] da#SCONJ [Kari Moe|PER] kom.", [("Oslo", "GPE"), ("Kari Moe", "PER")], "da is no particle"),
    ("Det sier [Moe|PER] til kystavisa.no i dag.", [("Moe", "PER"), ("kystavisa.no", "ORG")], "an address"),
    ("[USAs|GPE] BNP falt.", [("USAs", "GPE")], "a measure owned by a state"),
    ("Butikken CD-Bua er her.", [("CD-Bua", "ORG")], "a capital behind the hyphen too"),
    # extents
    ("Leder i Helse Møre og Romsdal svarer.", [("Helse Møre og Romsdal", "ORG")], "a body of a county of two names"),
    ("Hun så «Kystens Helt: Siste Reis» i går.", [("Kystens Helt: Siste Reis", "PROD")], "a title with a colon"),
    ("Hun så fjernsynskanalen [Nordlys|PER] 24 der.", [("Nordlys 24", "ORG")], "a number that is part of the name"),
    ("Hun bor på [Vik i Sogn|LOC] nå.", [("Vik", "GPE"), ("Sogn", "LOC")], "where a place is"),
    # what stands around an unknown name
    ("Ambulansebåten [Lekedoktor|ORG] kom.", [("Lekedoktor", "PROD")], "a compound of a boat"),
    ("Batteriprodusenten [Voltnes|PER] kutter.", [("Voltnes", "ORG")], "a compound of a maker"),
    ("Festivalen [Kalvesus|PER] er i gang.", [("Kalvesus", "EVT")], "a festival"),
    ("Et [Piper Comet|PER] styrtet.", [("Piper Comet", "PROD")], "an article before a make of aeroplane"),
    ("Hun er en kvinne fra [Kvamsnes|PER].", [("Kvamsnes", "GPE")], "where people are from"),
    ("De møtte svenske#ADJ [Norrfors|LOC].", [("Norrfors", "ORG")], "a nationality stands before no town"),
    ("Aksjene i [Holm|PER] falt. Det sier Kari Holm.", [("Holm", "ORG"), ("Kari Holm", "PER")], "a firm and its owner"),
    ("Hun brøt [Båtloven|ORG].", [("Båtloven", "PROD")], "a law"),
    ("De reiser til [Lofotdagene|GPE].", [("Lofotdagene", "EVT")], "a festival by its ending"),
    ("Hun går på [Vadheim barneskole|LOC].", [("Vadheim barneskole", "ORG")], "a school is a body"),
    ("Foto: [Nordlys Tankers|PER]", [("Nordlys Tankers", "ORG")], "a firm's picture"),
    ("Foto: [Tora Berg|PER] / AFP / NTB", [("Tora Berg", "PER"), ("AFP", "ORG"), ("NTB", "ORG")], "agencies beside"),
    ("De møtte [Voll|PER] i VM.", [("Voll", "PER"), ("VM", "EVT")], "a championship"),
    # compounds
    ("Det skjedde på Vadheim-siden i går.", [("Vadheim-siden", "DRV")], "a compound with a name"),
    ("Frp-leder Kari Moe venter.", [("Frp-leder", "DRV"), ("Kari Moe", "PER")], "a compound that is a title"),
    ("Arbeidet i Fjellheim-tunnelen er i gang.", [("Fjellheim-tunnelen", "LOC")], "a tunnel's own name"),
    ("Hun så på TV-skjermen i går.", [], "a compound with no name"),
    ("Den norske Helse Førde-styret#NOUN er nytt.", [("Helse Førde-styret", "DRV")], "a base of two words"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), CASES, ids=[case[2] for case in CASES])
def test_names(text: str, expected: list[tuple[str, str]], why: str) -> None:
    assert found(document(text)) == expected


def test_genitive_is_in_the_span_but_not_in_the_name() -> None:
    doc = document("[USAs|GPE] president og [Times'|ORG] kilder.")
    assert [(doc.text[m.start : m.end], m.name) for m in doc[Mention]] == [("USAs", "USA"), ("Times'", "Times")]


def test_a_capital_and_an_s_are_a_name_of_two_letters() -> None:
    doc = document("Partileder [Vigdis Ås|PER] går av. – Det er leit, sier [Ås|GPE].")
    assert [(m.name, m.type) for m in doc[Mention]] == [("Vigdis Ås", "PER"), ("Ås", "PER")]


def test_names_that_end_in_s_keep_it() -> None:
    doc = document("[Odd Hellnes|PER] kom. Han møtte [Jens|PER] ved Sande rådhus.")
    assert [m.name for m in doc[Mention]] == ["Odd Hellnes", "Jens", "Sande rådhus"]


def test_genitive_that_opens_a_body_is_nested() -> None:
    doc = document("Talsperson for [USAs nasjonale sikkerhetsråd|ORG] svarte.")
    assert [(m.name, m.type, m.inside) for m in doc[Mention]] == [
        ("USAs nasjonale sikkerhetsråd", "ORG", False),
        ("USA", "GPE", True),
    ]


def test_compound_tells_its_base() -> None:
    doc = document("Hun leder Kvernes-styret i dag.")
    assert [m.base for m in doc[Mention]] == ["Kvernes"]


ROLES = [
    ("Brannsjef [Ivar Holm|PER] venter.", ["Brannsjef"], "before the name"),
    ("Russlands forsvarsminister [Ivan Petrov|PER] kom.", ["Russlands forsvarsminister"], "with whose it is"),
    ("Han møtte [Ivar Holm|PER], leder i Bondelaget.", ["leder"], "an apposition"),
    ("Talsperson for [USAs nasjonale sikkerhetsråd|ORG], [John Dale|PER], svarte.", ["Talsperson"], "over a comma"),
    ("Daglig leder [Kari Moe|PER] venter.", ["Daglig leder"], "of two words"),
    ("Tidlegare president [Kari Moe|PER] kom.", ["Tidlegare president"], "with a modifier"),
    ("[Kari Moe|PER] (41) kom til byen.", [], "an age is no title"),
    ("Det kom folk. [Kari Moe|PER] kom.", [], "no title at all"),
]


@pytest.mark.parametrize(("text", "expected", "why"), ROLES, ids=[case[2] for case in ROLES])
def test_roles(text: str, expected: list[str], why: str) -> None:
    doc = document(text)
    assert [doc.text[r.start : r.end] for r in doc[Role]] == expected
    people = {m.span for m in doc[Mention] if m.type == "PER"}
    assert {r.mention for r in doc[Role]} <= people


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Japans utenriksdepartement|ORG] sier nei.", "ORG"),
        ("Byvakta i [Karelun|GPE] og hæren i [Karelun|GPE] var der.", "GPE"),
        ("Kommunedirektøren i [Strandvikja|GPE] kom.", "GPE"),
        ("Alle båtar med styringssystemet [KaiPilot|PROD] ligg ved land.", "PROD"),
        ("De skjøt opp [Ravn-3|ORG] mandag.", "PROD"),  # a model and its number
        ("Vannstanden i [Tvera|ORG] stiger.", "LOC"),  # a river has a level
        ("De feirer jul på [Fuerteventura|GPE].", "LOC"),  # an island, no state
        ("Dei budde lenge på [Lambertseter|GPE].", "LOC"),  # a part of a town
        ("[Tverrdalsbanen|GPE] er stengt.", "LOC"),  # a railway
        ("[Fylkesgalleriet|GPE] åpner mandag.", "ORG"),
        ("Ho låg på [Kystsykehuset|LOC].", "ORG"),
        ("Han ble kjørt til [Santa Melina|PER].", "GPE"),
        ("Ho fødde på sjukehuset i [Karelun|ORG].", "GPE"),
        ("Skipperen på sjarken «[Havdønn|LOC]» så det.", "PROD"),
        ("Da kom fregatten «[Tore Jarl|PER]» inn.", "PROD"),
        ("Vasstanden i [Tvera|PER] stig.", "LOC"),
        ("Skipet lå sør for [Karelun|PER] i går.", "GPE"),
        ("Folk i utkanten av [Karelun|PER] flyktet.", "GPE"),
        ("Styret bekrefter at sofafabrikken [Langmo|PROD] legges ned.", "ORG"),
        ("Hun eier garden [Lia|PER] ved fjorden.", "LOC"),
        ("To offiserer sier#VERB til [Klokka|PER] at de ble lurt.", "ORG"),  # an outlet is told
        ("Avtalen er brutt, får [Klokka|PER] opplyst.", "ORG"),
        ("Det viser et notat som [Klokka|PER] har fått tilgang til.", "ORG"),
    ],
)
def test_nouns_beside_names(text: str, expected: str) -> None:
    assert {m.type for m in document(text)[Mention] if not m.inside} == {expected}
