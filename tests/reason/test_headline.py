"""By which of its sayings a claim is known, and how sure it is that several tell of one thing."""

import pytest

from belegg.core.spans import Place
from belegg.reason._headline import Wording, headlines
from tests.reason.test_claims import Told

WORDED = [  # one article, another one, words of a claim, how the claim is worded, why
    (
        "Låven brant|Låven på Moen brant ned natt til mandag, opplyser brannsjef Kari Holm. Den brant ned.",
        "Brann på Moen|Han så at låven på Moen brant ned, sier nabo Per Lie.",
        "brant ned", "Låven på Moen brant ned natt til mandag", "a noun, where others have a pronoun",
    ),
    (
        "Salg|Ifølge Kari Holm har Lia bruk solgt sagbruket i Vika.",
        "Salg i Vika|Lia bruk har solgt sagbruket i Vika, opplyser styreleder Kari Holm.",
        "sagbruket i Vika", "Lia bruk har solgt sagbruket i Vika", "what begins with its subject",
    ),
    (
        "Bussulykke i Lia|Det var 46 passasjerer om bord i bussen til Lia, sier lensmann Kari Holm.",
        "Bussulykka|Det var 43 passasjerar om bord, seier lensmann Kari Holm.",
        "om bord", "Det var 43 passasjerar om bord", "a figure that its source has put right",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "words", "expected", "why"), WORDED, ids=[r[4] for r in WORDED])
def test_a_claim_is_known_by(first: str, second: str, words: str, expected: str, why: str) -> None:
    told = Told(first, second)
    whole = {d.id: d.text for d in told.docs}
    several = [c for c in told.claims if len(c.members) > 1 and any(words in w for w in told.words(c))]
    assert expected in {c.text.span.of(whole[c.text.article]) for c in several}, why


def corroborated(*texts: str) -> list[bool]:
    """Of the claims that several sources stand behind, whether it is sure."""
    return [c.sure for c in Told(*texts).claims if c.evidence == "corroborated"]


def test_two_who_say_the_same_confirm_each_other() -> None:
    found = corroborated(
        "Låven brant|Låven på Moen brant ned natt til mandag, opplyser brannsjef Kari Holm.",
        "Brann|Låven på Moen brant ned natt til mandag, sier politimester Ola Vik.",
    )
    assert found and all(found)


VALUES = [  # what a mayor, a councillor and, last, a sheriff say; do two of them confirm each other
    (("Brannen kostet 30 millioner kroner", "Brannen kostet 45 millioner kroner"), False),
    (("Brannen kosta 30 millionar kroner", "Brannen kosta 45 millionar kroner"), False),
    (("Brannen kostet 30 millioner kroner", "Brannen kosta 30 millionar kroner"), True),
    (("Brannen kostet 30 millioner kroner", "Brannen kostet 45 millioner kroner", "Brannen kosta 45 millioner"), True),
]  # fmt: skip


@pytest.mark.parametrize(("told", "expected"), VALUES)
def test_who_tells_another_value_confirms_nothing(told: tuple[str, ...], expected: bool) -> None:
    speakers = ("ordfører Kari Holm", "rådmann Per Moe", "lensmann Ola Vik")
    assert corroborated(*(f"{t}, sier {s}." for t, s in zip(told, speakers, strict=False))) == [expected]


DISPUTED = [  # who says it, who speaks against it, is it sure that he does
    ("Låven på Moen er solgt, opplyser nabo Kari Holm.", "Per Lie avviser at låven på Moen er solgt.", True),
    ("Låven på Moen er solgt, opplyser nabo Kari Holm.", "Låven på Moen er ikke solgt, skriver bygdebladet.", False),
]


@pytest.mark.parametrize(("first", "second", "expected"), DISPUTED)
def test_what_is_denied_in_so_many_words_is_disputed_for_sure(first: str, second: str, expected: bool) -> None:
    told = Told(f"Salg på Moen|{first}", f"Om låven|{second}")
    assert {c.sure for c in told.claims if c.evidence == "disputed"} == {expected}


def test_one_source_is_sure_of_itself() -> None:
    told = Told("Låven brant|Låven på Moen brant ned natt til mandag, opplyser brannsjef Kari Holm.")
    assert all(c.sure for c in told.claims)


def wording(worth: float, unit: int) -> Wording:
    return Wording(worth, Place(f"a{unit}", 0, 9), unit)


APART = [  # the wordings of each claim, by worth and unit; the units that they are known by; why
    ([[(3.0, 1), (2.5, 2)], [(2.9, 1), (2.8, 3)]], [1, 3], "who loses least takes other words"),
    ([[(3.0, 1), (2.5, 2)], [(2.0, 1)]], [2, 1], "who has no other words keeps them"),
    ([[(3.0, 1), (1.0, 2)], [(2.0, 1)]], [1, 1], "words that are much worse help nobody"),
    ([[(3.0, 1), (2.9, 1), (2.8, 2)], [(3.0, 1), (2.0, 3)]], [2, 1], "copies are no other words"),
    ([[(3.0, 1), (2.9, 2)], [(2.5, 2), (2.4, 3)], [(3.0, 1)]], [2, 3, 1], "whose other words are the next one's best"),
]


@pytest.mark.parametrize(("claims", "expected", "why"), APART, ids=[r[2] for r in APART])
def test_two_claims_are_known_by_two_sentences(
    claims: list[list[tuple[float, int]]], expected: list[int], why: str
) -> None:
    found = headlines([[wording(*w) for w in able] for able in claims])
    assert [place.article for place in found] == [f"a{unit}" for unit in expected], why
