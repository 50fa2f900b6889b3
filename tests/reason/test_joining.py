"""Claims told from different angles: what a model of meaning joins, and what it may not."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import pytest

from belegg.compare.entities import entities
from belegg.core.comparison import Story
from belegg.core.judgement import Judgement
from belegg.core.meaning import Telling
from belegg.core.reasoning import Claim
from belegg.reason.claims import claims
from tests.made_up import document

FIRE = "Brann i Vika|Brannen i Vika krevde tre menneskeliv, opplyser politimester Kari Holm."
DEATHS = "Sorg i bygda|Minst tre omkom i flammene natt til tirsdag, sier lensmann Ola Vik."


@dataclass(frozen=True)
class Alike:
    """A model to which everything is as near as it is told."""

    near: float

    def read(self, telling: Telling) -> "Alike":
        return self

    def between(self, left: int, right: int) -> float:
        return self.near

    def around(self, left: int, right: int) -> float:
        return self.near

    def all_between(self, left: Iterable[int], right: Iterable[int]) -> Iterable[float]:
        return [self.near for _ in left]

    def all_around(self, left: Iterable[int], right: Iterable[int]) -> Iterable[float]:
        return [self.near for _ in left]

    def nearest(self, least: float) -> tuple[Iterable[int], Iterable[int]]:
        return (), ()

    def closest(self, left: int, right: int) -> tuple[str, str]:
        return "menneskeliv", "omkom"


def told(model: Alike, *texts: str) -> tuple[tuple[Claim, ...], tuple[Judgement, ...]]:
    docs = tuple(
        document(f"{n}.txt", f"{t.partition('|')[0]}\n\nPublisert 05.03.2024 0{n}:30\n\n{t.partition('|')[2]}\n")
        for n, t in enumerate(texts)
    )
    story = Story("s", None, tuple(d.id for d in docs))
    return claims(story, docs, entities(docs, (story,))[0], (), model)


def articles(found: tuple[Claim, ...]) -> list[int]:
    """How many articles each claim has members of, the most first."""
    return sorted((len({m.place.article for m in c.members}) for c in found), reverse=True)


def test_what_means_the_same_is_one_claim_and_says_why() -> None:
    found, links = told(Alike(1.0), FIRE, DEATHS)
    assert articles(found)[0] == 2
    reasons = {f.name: f.detail for link in links for f in link.reasons}
    assert reasons["meaning"] == "menneskeliv / omkom"


def test_what_means_something_else_stays_apart() -> None:
    assert articles(told(Alike(-1.0), FIRE, DEATHS)[0])[0] == 1


WORDED = [  # the same words in two articles, how near all else of them is, are they one claim
    ("Styret avviser budet, opplyser Kari Holm.", "Styret i laget avviste budet, sier Ola Vik.", 0.3, True),
    ("Styret avviser bodet, opplyser Kari Holm.", "Styret i laget avviste bodet, seier Ola Vik.", 0.3, True),
    ("Styret avviser budet, opplyser Kari Holm.", "Styret i laget avviste budet, sier Ola Vik.", -0.3, False),
    ("Styret avviser bodet, opplyser Kari Holm.", "Styret i laget avviste bodet, seier Ola Vik.", -0.3, False),
]


@pytest.mark.parametrize(("one", "other", "near", "expected"), WORDED)
def test_words_join_only_what_is_told_of_one_thing(one: str, other: str, near: float, expected: bool) -> None:
    found, _ = told(Alike(near), f"Nytt fra Vika|{one}", f"Fra bygda|{other}")
    assert (articles(found)[0] == 2) == expected


def test_the_same_of_two_persons_stays_two_claims_however_near() -> None:
    one = "Retten|Kari Holm er dømt til fengsel i to år, skriver avisen."
    other = "Dommen|Per Moe er dømt til fengsel i to år, skriver avisen."
    found, _ = told(Alike(1.0), one, other)
    assert all(len({m.place.article for m in c.members}) == 1 for c in found if len(c.members) < 4)


def test_a_headline_and_the_first_sentence_below_it_tell_the_same_news() -> None:
    below = "Stormen herjet hardt i Vika natt til tirsdag.\n\nElevene får fri ut uka.\n\nFergene kolliderte på fjorden."
    found, links = told(Alike(0.4), f"Skolen sto uten tak|{below}")
    assert "both tell the news of the article" in {f.detail for link in links for f in link.reasons}
    news = max(found, key=lambda c: len(c.members))
    assert min(m.place.start for m in news.members) == 0
    last = max(m.place.start for c in found for m in c.members)
    assert max(m.place.start for m in news.members) < last


COUNTED = [  # one article (its headline is told in the same sentence), another, are their counts of one claim
    ("Skolen i Vika|Skolen i Vika har 41 elever.", "Skulen|I haust begynte 39 elevar i Vika.", True),
    ("Skolen i Vika|Skolen i Vika har 41 elever.", "Skulen|I haust begynte fire elevar i Vika.", False),  # far fewer
    ("Skolen i Vika|Skolen i Vika har 41 elever.", "Skulen|I haust kosta bussen 39 kroner i Vika.", False),
]


@pytest.mark.parametrize(("one", "other", "expected"), COUNTED)
def test_a_stray_count_is_joined_to_one_of_about_as_many(one: str, other: str, expected: bool) -> None:
    found, _ = told(Alike(0.3), one, other)
    assert (articles(found)[:1] == [2]) == expected


PARTS = [  # two things told beside each other, are they held apart though all around them is the same
    ("Veien er stengt av et ras, og ifølge politiet ble fire mennesker reddet ut.", True),
    ("Vegen er stengd av eit ras, og ifølgje politiet vart fire menneske redda ut.", True),
    ("Veien er stengt av et ras. Ifølge politiet ble fire mennesker reddet ut.", False),
]


@pytest.mark.parametrize(("body", "apart"), PARTS)
def test_two_parts_of_one_sentence_are_no_claim_by_what_stands_around_them(body: str, apart: bool) -> None:
    found, _ = told(Alike(0.75), f"Ras i Vika|{body}", f"Redning|{body.rpartition('oliti')[2].partition(' ')[2]}")
    below = [Counter(m.place.article for m in c.members if m.place.start > 0) for c in found]
    assert (max(n for articles in below for n in articles.values()) == 1) == apart
