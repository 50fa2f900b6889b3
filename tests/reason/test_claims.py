"""Claims from texts that we made up: what joins and what stays apart, what answers what, and where reports differ."""

from collections.abc import Sequence

import pytest

from belegg.compare.entities import entities
from belegg.core.comparison import Story
from belegg.core.dossier import Dossier
from belegg.core.reasoning import Claim
from belegg.models.meaning import load_meaning
from belegg.reason.claims import claims
from tests.made_up import document


class Told:
    """The claims of one story of these texts; each is one article, an hour after the one before."""

    def __init__(self, *texts: str) -> None:
        self.docs = tuple(
            document(
                f"{n}.txt",
                f"{text.partition('|')[0]}\n\nPublisert 05.03.2024 {8 + n:02}:30\n\n{text.partition('|')[2]}\n",
            )
            for n, text in enumerate(texts)
        )
        self.story = Story("s", None, tuple(d.id for d in self.docs))
        self.entities = entities(self.docs, (self.story,))[0]
        self.claims: Sequence[Claim] = claims(self.story, self.docs, self.entities, (), load_meaning())[0]

    def words(self, claim: Claim) -> dict[str, str]:
        """Words of each member to its relation."""
        whole = {d.id: d.text for d in self.docs}
        return {m.place.span.of(whole[m.place.article]): m.relation for m in claim.members}

    def joined(self, one: str, other: str) -> bool:
        """True where one claim holds a member with the one's words and another with the other's."""
        found = [list(self.words(c)) for c in self.claims]
        return any(
            a != b for said in found for a, x in enumerate(said) if one in x for b, y in enumerate(said) if other in y
        )

    def relation(self, words: str) -> set[str]:
        return {r for c in self.claims for w, r in self.words(c).items() if words in w}


JOINED = [  # one article, another one, words of the one, words of the other, why
    (
        "Kjøper gård|Gartneren Per Moe kjøper gården Øvre Lia. Bonden Kari Holm selger.",
        "Gard seld|Gartnaren kjøper Øvre Lia, seier ordførar Ola Vik.",
        "Per Moe kjøper", "Gartnaren kjøper", "a role that only one has stands for him",
    ),
    (
        "Hadde avtale|Småbyggerpartiene har inngått en avtale om bryggen, sier Ola Vik.",
        "Nekter|Partiene hadde en avtale på forhånd om bryggen, sier Kari Holm.",
        "har inngått en avtale", "hadde en avtale", "a compound and its last part",
    ),
    (
        "Saksøker|Velforeningen går til søksmål mot kommunen, sier leder Kari Holm.",
        "Søksmål|Velforeninga har teke ut stemning og går til sak mot kommunen, seier Kari Holm.",
        "går til søksmål", "går til sak", "synonyms of both standards",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "one", "other", "why"), JOINED, ids=[r[4] for r in JOINED])
def test_one_thing_in_two_wordings_is_one_claim(first: str, second: str, one: str, other: str, why: str) -> None:
    assert Told(first, second).joined(one, other), why


APART = [
    (
        "Anker|Kari Holm anker dommen fra tingretten, opplyser retten.",
        "Anker ikke|Per Moe anker dommen fra tingretten, opplyser retten.",
        "Kari Holm anker", "Per Moe anker", "two people do it",
    ),
    (
        "Krever fengsel|Aktor ber om fire års fengsel for Per Moe.",
        "Dømt|Per Moe er dømt til tre års fengsel i tingretten.",
        "fire års fengsel", "er dømt til tre års", "what is demanded has not been granted",
    ),
    (
        "Stengt|Museet er stengt etter lekkasjen, sier direktør Kari Holm.",
        "Brua|Brua over elva ble åpnet i 1988, skriver lokalhistorikeren.",
        "Museet er stengt", "ble åpnet i 1988", "another thing, another time",
    ),
    (
        "Møttes|Kari Holm og Per Moe møttes på Lom i går, opplyser kommunen.",
        "Brev|Forrige gang Kari Holm og Per Moe møttes på Lom, var før pandemien.",
        "Per Moe møttes på Lom i går", "Forrige gang", "what is told of another time",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "one", "other", "why"), APART, ids=[r[4] for r in APART])
def test_two_things_are_two_claims(first: str, second: str, one: str, other: str, why: str) -> None:
    assert not Told(first, second).joined(one, other), why


def test_who_will_not_speak_of_any_bid_answers_what_is_told_of_one() -> None:
    told = Told(
        "Vil kjøpe verftet|Sjøkonsernet Tindvik forbereder et bud på verftet, ifølge to kilder.",
        "Tier|Ordfører Ola Vik vil ikke kommentere et mulig bud.",
    )
    assert told.joined("forbereder et bud", "et mulig bud")
    assert told.relation("et mulig bud") == {"declines"}


def test_a_denial_of_such_a_thing_answers_what_is_told_of_it() -> None:
    told = Told(
        "Salg|Tindvik planlegger salg av ferjene, ifølge to kilder. Både Ola Vik og Kari Holm nekter for at det er "
        "noe slikt salg på gang.",
    )
    assert told.joined("planlegger salg", "slikt salg")
    assert told.relation("slikt salg") == {"denies"}


def test_a_denial_of_one_such_thing_leaves_the_others() -> None:
    told = Told(
        "Brann|Brannvesenet fekk varsel klokka 07.21, opplyser politiet.",
        "Stille|– Det kom ikkje noko varsel over høgtalaren, seier passasjer Kari Holm.",
    )
    assert not told.joined("fekk varsel", "noko varsel over høgtalaren")


ANSWERED = [  # a text, what is denied of it, what it answers, what it does not
    (
        "Kaia|Kaia er 40 år gammel, sier Per Moe. Ordfører Ola Vik solgte kaia til broren sin, hevder en kilde i "
        "kommunen. Ordfører Ola Vik avviser påstanden.",
        "påstanden", "solgte kaia til broren", "40 år gammel",
    ),
    (
        "Kaia|Per Moe sier at kaia må males. Ola Vik benekter at penger forsvant fra kassen.",
        "penger forsvant", "", "kaia må males",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "denial", "told", "other"), ANSWERED)
def test_what_a_denial_answers(text: str, denial: str, told: str, other: str) -> None:
    story = Told(text)
    assert not told or story.joined(told, denial)
    assert not story.joined(other, denial)


def test_where_it_happens_may_differ() -> None:
    told = Told(
        "Møte|Statsministeren og kongen møtes i Tromsø fredag, ifølge avisen Nordpol.",
        "Møttes|Statsministeren og kongen møttes i Bodø fredag, skriver avisen Sørpol.",
    )
    found = [c for claim in told.claims for c in claim.conflicts if c.kind == "place"]
    assert [sorted(v.value for v in c.values) for c in found] == [["Bodø", "Tromsø"]]


def test_a_place_in_the_other_is_no_conflict() -> None:
    told = Told(
        "Møte|Statsministeren og kongen møtes i Tromsdalen i Tromsø fredag, ifølge avisen Nordpol.",
        "Møttes|Statsministeren og kongen møttes i Tromsø fredag, skriver avisen Sørpol.",
    )
    assert not [c for claim in told.claims for c in claim.conflicts if c.kind == "place"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Regjeringen i Tromsø møter kongen fredag", "Regjeringen møter kongen i Bodø fredag"),
        ("Regjeringa i Tromsø møter kongen fredag", "Regjeringa møter kongen i Bodø fredag"),
    ],
)
def test_where_somebody_belongs_is_not_where_it_happens(first: str, second: str) -> None:
    told = Told(f"Møte|{first}, sier Kari Holm.", f"Møte igjen|{second}, sier Per Moe.")
    assert told.joined(first[-20:], second[-20:])
    assert not [c for claim in told.claims for c in claim.conflicts if c.kind == "place"]


def test_who_does_it_in_a_passive_clause_is_the_actor() -> None:
    told = Told(
        "Hilst|Kari Holm ble tatt imot av Per Moe på brygga mandag, skriver avisen.",
        "Hilst igjen|Kari Holm ble tatt imot av Ola Vik på brygga mandag, skriver avisen.",
    )
    assert not told.joined("av Per Moe", "av Ola Vik")


def test_a_figure_is_told_of_the_noun_that_holds_it() -> None:
    told = Told(
        "Bud|Tindvik vil by 42 kroner per aksje, ifølge to kilder.",
        "Nei|Styret sier nei til budet på 43 kroner per aksje, opplyser leder Kari Holm.",
    )
    found = [c for claim in told.claims for c in claim.conflicts if c.kind == "number"]
    assert len(found) == 1
    assert len(found[0].values) == 2


def test_a_few_whom_the_reader_knows_are_no_figure() -> None:
    story = Told(
        "Møtet|Det er uklart om det er her de to lederne skal møtes.",
        "Etterpå|Etter besøket skal de to lederne sette seg ned for å snakke sammen.",
    )
    assert not story.joined("uklart om det er her", "sette seg ned")
    assert Told("Ulykken|De to omkomne var brødre.", "Ulykka|To menneske omkom.").joined("De to omkomne", "To menneske")


def test_that_a_source_will_not_be_named_is_no_claim() -> None:
    story = Told("Kaia|Ordføraren selde kaia, seier ei kjelde i kommunen. Kjelda vil vere anonym av frykt for jobben.")
    assert story.relation("Ordføraren selde kaia") == {"supports"}
    assert story.relation("vere anonym") == set()
    story = Told("Kaia|Ordføreren solgte kaia, sier kilden, som ikke ønsker å stå frem med navn.")
    assert story.relation("Ordføreren solgte kaia") == {"supports"}
    assert story.relation("stå frem") == set()


def test_what_is_news_for_its_figure_is_no_further_report_of_the_thing() -> None:
    told = Told(
        "Bud|Sjøkonsernet Tindvik forbereder et bud på verftet, ifølge to kilder. Tindvik vil by 42 kroner per aksje, "
        "ifølge kildene.",
        "Bud klart|Tindvik har et bud på verftet klart, skriver avisen Nordpol.",
        "Pris|Konsernet Tindvik vil by 42 kroner per aksje, ifølge avisen Sørpol.",
    )
    assert told.joined("forbereder et bud", "et bud på verftet klart")
    assert told.joined("Tindvik vil by 42 kroner", "Konsernet Tindvik vil by")
    assert not told.joined("forbereder et bud", "vil by 42 kroner")


def test_of_the_crawled_pages_a_reader_sees_what_is_expected_and_denied(seeds: Dossier) -> None:
    largest = max(seeds.claims, key=lambda c: len(c.members))
    assert {m.relation for m in largest.members} >= {"expects", "denies", "declines"}
    assert (largest.evidence, largest.outcome) == ("disputed", "open")
    denying = {m.origin for m in largest.members if m.relation == "denies"}
    assert [o.name for o in largest.origins if o.number in denying] == ["Nord-Korea, Russland"]  # both, in one denial


def test_of_the_crawled_pages_a_reader_sees_that_the_place_changed(seeds: Dossier) -> None:
    assert any(c.kind == "place" for claim in seeds.claims for c in claim.conflicts)


def test_what_has_come_is_told_in_the_words_of_a_report_that_shows_it() -> None:
    told = Told(
        "Åpner snart|Tindvik åpner museet på Lia i morgen, venter ordfører Ola Vik.",
        "Venter|Tindvik skal åpne museet på Lia, tror lærer Kari Holm.",
        "Åpnet|Tindvik åpnet museet på Lia klokken ni.",
    )
    [claim] = [c for c in told.claims if c.outcome == "came true"]
    assert claim.text.article == told.docs[2].id


AFTER = [  # a text, the words of its last saying, how that bears on what stands before it
    (  # a quotation after its source's denial
        "Båtsalg|Per Moe har solgt båten til rederiet, sier naboen Kari Holm.\n\nPer Moe svarer at han ikke har solgt "
        "båten til rederiet.\n\n– Jeg eier båten til rederiet selv, sier Per Moe.",
        "Jeg eier båten til rederiet selv", "denies",
    ),
    (  # asserted of what the report before it tells as done
        "Ny kai|Ordfører Ola Vik åpnet den nye kaia i Storvik mandag.\n\n– Den nye kaia i Storvik kan bli trang, sier "
        "havnesjef Kari Holm.",
        "Den nye kaia i Storvik kan bli trang", "supports",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "relation"), AFTER)
def test_what_follows_a_member_goes_on_as_that_one_did(text: str, words: str, relation: str) -> None:
    story = Told(text)
    assert any(len(c.members) > 1 for c in story.claims if words in story.words(c))
    assert {story.words(c)[words] for c in story.claims if words in story.words(c)} == {relation}


def test_what_a_headline_only_names_has_not_come() -> None:
    told = Told(
        "Kari Holm om nødhjelpen|Diskusjonene kommer også til å handle om nødhjelp til Storvik, sier Kari Holm.",
        "Nødhjelp til Storvik|Nødhjelp til Storvik kan også komme opp på møtet, sier ordfører Ola Vik.",
    )
    assert told.relation("Nødhjelp til Storvik kan også komme opp på møtet") >= {"expects"}
    assert {c.outcome for c in told.claims if len(c.members) > 1} == {"open"}


def test_a_copy_of_a_quotation_goes_on_as_the_first_of_them_does() -> None:
    quoted = "– Vinden løyer utover kvelden, så vi ser ingen grunn til å haste, sier Kari Holm."
    hurt = "To personer er lettere skadet etter fall, opplyser brannsjef Kari Holm."
    told = Told(
        f"Brann i Vika|{hurt}\n\nKari Holm venter å ha alle i land før klokken 22.\n\n{quoted}",
        f"Skadet i Vika|{hurt}\n\n{quoted}",
    )
    assert told.joined("Vinden løyer", "alle i land")
    assert not told.joined("Vinden løyer", "lettere skadet")


def test_the_company_of_an_article_that_names_none_is_the_one_that_its_people_speak_for() -> None:
    told = Told(
        "Alarm på ferja|Nordlia Sjøtransport AS vil ikke kommentere alarmen, sier daglig leder Kari Holm i Nordlia "
        "Sjøtransport AS.",
        "Nekter|Rederiet bak ferja «Terna» avviser at dybdealarmen sviktet. – Det stemmer ikke, sier daglig leder "
        "Kari Holm.",
    )
    [claim] = [c for c in told.claims if "dybdealarmen sviktet" in told.words(c)]
    assert [o.name for o in claim.origins] == ["Nordlia Sjøtransport AS"]
