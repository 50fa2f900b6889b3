"""By which of its sayings a claim is known, and how sure it is that several tell of one thing."""

import pytest

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
