"""Very many pairs weighed at once get what each of them gets alone."""

from functools import cache
from itertools import combinations

import numpy as np
import pytest

from belegg.compare.entities import entities
from belegg.core.comparison import Story
from belegg.core.document import Document
from belegg.models.lazy import load_meaning
from belegg.reason import _arrays
from belegg.reason._kinship import HOPEFUL, JOIN
from belegg.reason._material import Material, material_of
from belegg.reason._nearness import Nearness
from belegg.reason._pairs import other_people, score
from belegg.reason._story import StoryIndex, index_story
from belegg.reason.claims import claims
from tests.made_up import document

ARTICLES = (
    "Brua er stengt|Bru over Sagelva er stengt etter brannen tirsdag 5. mars, opplyser ordfører Kari Holm. To personer "
    "er skadet, og 43 er flyttet ut. – Vi åpner brua igjen onsdag klokka 12, sier Holm. Rådmann Per Moe ber om 20 "
    "millioner kroner.",
    "Opnar brua|Ordførar Kari Holm stadfestar at 43 personar er flytta ut. Ho seier at brua opnar klokka 14 onsdag. "
    "Per Moe avviser at kommunen må låne pengar. – Vi krev svar frå politiet, seier Per Moe. Det er uvisst kor mange "
    "som er skadde.",
    "Krever svar|Politiet siktet Ola Vik for brannen i 2022. Per Moe er dømt til fengsel i to år, skriver avisen. "
    "Kari Holm er ikke dømt. Brua åpnet i 1994 og kostet 30 millioner kroner, ifølge kommunen. Kommunen venter å "
    "åpne den i april.",
    "Ny bru|– Brua åpner ikke onsdag, sier Kari Holm. Ola Vik nekter for at han tente på. Minst tre personer ble "
    "skadet i flammene natt til tirsdag. Retten dømte Per Moe til fengsel i tre år. Kommunen låner 20 "
    "millioner kroner.",
)


@cache
def documents() -> tuple[Document, ...]:
    return tuple(
        document(f"{n}.txt", f"{t.partition('|')[0]}\n\nPublisert 0{n + 5}.03.2024 08:30\n\n{t.partition('|')[2]}\n")
        for n, t in enumerate(ARTICLES)
    )


@cache
def told() -> tuple[Material, StoryIndex]:
    docs = documents()
    story = Story("s", None, tuple(d.id for d in docs))
    index = index_story(story.articles, docs, entities(docs, (story,))[0])
    return material_of(index, story.articles, ()), index


def pairs(material: Material) -> list[tuple[int, int]]:
    return list(combinations(range(len(material.props)), 2))


def test_the_story_has_what_is_to_be_weighed() -> None:
    props = told()[0].props
    flags = ("future", "answers", "uncertain", "negated", "asked", "counted", "people", "times", "quantities", "lead")
    assert not [flag for flag in flags if not any(getattr(p, flag) for p in props)]


def test_the_score_by_wording_is_that_of_each_pair() -> None:
    material, _ = told()
    props, found = material.props, pairs(material)
    weighed = material.wordings.scores(*np.array(found).T)
    alone = [
        score(props[a], props[b], material.rare, material.setting(props[a].saying, props[b].saying)) for a, b in found
    ]
    assert weighed == pytest.approx(np.array(alone), abs=1e-12)
    apart = [other_people(props[a], props[b]) for a, b in found]
    assert material.wordings.other_people(*np.array(found).T).tolist() == apart
    assert any(apart)


def test_nearness_is_that_of_each_pair() -> None:
    material, index = told()
    near, found = Nearness(material, index, load_meaning()), pairs(material)
    weighed = near.scores(*np.array(found).T)
    assert weighed == pytest.approx(np.array([near.score(a, b) for a, b in found]), abs=1e-5)
    assert (weighed >= JOIN - HOPEFUL).any()


def test_pairs_weighed_when_asked_for_make_the_same_claims_as_those_all_weighed_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    docs = documents()
    story = Story("s", None, tuple(d.id for d in docs))
    named = entities(docs, (story,))[0]
    at_once = claims(story, docs, named, (), load_meaning())
    monkeypatch.setattr(_arrays, "SMALL", 0)
    assert claims(story, docs, named, (), load_meaning()) == at_once
    assert any(len(c.members) > 1 for c in at_once[0])


def test_no_pairs_weigh_nothing() -> None:
    material, index = told()
    none = np.empty(0, np.int64)
    assert not len(material.wordings.scores(none, none))
    assert not len(Nearness(material, index, load_meaning()).scores(none, none))
