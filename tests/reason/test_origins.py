"""Who stands behind a claim: nouns that stand for a body, people apart from their body, scoops that are passed on."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Literal, cast

import pytest

from belegg.core.annotation import HolderKind, Party
from belegg.core.comparison import Entity
from belegg.core.document import Document
from belegg.core.reasoning import Relation
from belegg.core.spans import Place, Span
from belegg.reason._epithets import ONE_OF_THEM, body_ending, body_of_place, longer_name
from belegg.reason._members import Bearer, origins
from belegg.reason._origins import UNNAMED, Source
from belegg.reason._sayings import Saying
from belegg.reason._speaking import affiliations, ends
from belegg.reason._story import StoryIndex, View


def entity(key: str, name: str, type_: Literal["ORG", "GPE", "PER"] = "ORG") -> Entity:
    return Entity(key, type_, name, (name,), (), ())


def index(*named: tuple[int, Entity]) -> StoryIndex:
    """A story of one article, ``a``, in which the entities are named at these places."""
    names = tuple(sorted((at, at + len(e.name), e.id) for at, e in named))
    return StoryIndex({"a": View(cast("Document", None), names)}, {e.id: e for _, e in named})


STORE, LITEN = entity("e1", "Storvik tingrett"), entity("e2", "Litledal tingrett")
FISK = entity("e3", "Fiskeridepartementet")

BODIES = [  # noun, where it stands, expected
    ("retten", 90, "e2"),  # the last one named before
    ("tingretten", 50, "e1"),
    ("departementet", 50, "e3"),  # the only one, named after
    ("kommunen", 90, None),
    ("en", 90, None),  # too short to tell anything
]


@pytest.mark.parametrize(("noun", "start", "expected"), BODIES)
def test_a_noun_is_the_body_whose_name_ends_in_it(noun: str, start: int, expected: str | None) -> None:
    assert body_ending(index((10, STORE), (60, LITEN), (80, FISK)), "a", start, noun) == expected


def test_a_place_that_speaks_is_the_only_body_named_after_it() -> None:
    place = entity("e5", "Storvik", "GPE")
    assert body_of_place(index((0, place), (9, entity("e6", "Storvik IL")))) == {"e5": "e6"}
    two = index((0, place), (9, entity("e6", "Storvik IL")), (30, entity("e7", "Storvik kommune")))
    assert body_of_place(two) == {}  # nobody can tell which


def test_a_body_that_only_other_stories_name_is_nobody_s_body_here() -> None:
    text = "Storfoss-sjef Kari Lid"
    derived = Entity("d", "DRV", "Storfoss-sjef", ("Storfoss-sjef",), (), (), of="b")
    person, body = entity("p", "Kari Lid", "PER"), entity("b", "Storfoss")
    view = View(cast("Document", SimpleNamespace(text=text)), ((0, 13, "d"), (14, 22, "p")))
    assert affiliations(StoryIndex({"a": view}, {"d": derived, "p": person, "b": body})) == {"p": "b"}
    assert affiliations(StoryIndex({"a": view}, {"d": derived, "p": person})) == {}


SHORTENED = [  # a short name, a longer one, whether they are one body
    ("Direktoratet", "Direktoratet for fiske", True),
    ("Havkommisjonen", "Statens havkommisjon", True),
    ("Lagretten", "Storvik lagrett", True),
    ("Sjørådet", "Det norske sjøråd", True),
    ("Fjordpartiet", "Unge Fjordpartiet", False),  # another body, named after it
    ("Lista", "Lista lufthavn", False),  # a place
    ("Tilsynet", "Fisketilsynet", False),  # one word: a noun may end so, a name of its own does not
]


@pytest.mark.parametrize(("short", "long", "expected"), SHORTENED)
def test_a_definite_noun_shortens_the_name_of_a_body(short: str, long: str, expected: bool) -> None:
    named = index((0, entity("e1", short)), (40, entity("e2", long)))
    assert longer_name(named, "e1") == ("e2" if expected else None)


def test_no_body_where_two_could_be_meant() -> None:
    both = (entity("e2", "Direktoratet for fiske"), entity("e3", "Direktoratet for mat"))
    assert longer_name(index((0, entity("e1", "Direktoratet")), (40, both[0]), (80, both[1])), "e1") is None


@pytest.mark.parametrize("phrase", ["to diplomatar", "en ansatt i kommunen", "fleire kjelder", "ei kjelde"])
def test_some_without_names(phrase: str) -> None:
    assert UNNAMED.match(phrase)


@pytest.mark.parametrize("phrase", ["direktøren", "en av dem", "tollvesenet", "fem av lederne", "enebarnet"])
def test_some_who_are_known_or_told_of_before(phrase: str) -> None:
    assert not UNNAMED.match(phrase)


@pytest.mark.parametrize("phrase", ["den ene", "den andre", "ein av dei", "en av kildene", "kilden", "to av dem"])
def test_one_of_them_is_no_new_source(phrase: str) -> None:
    assert ONE_OF_THEM.match(phrase)


@pytest.mark.parametrize("phrase", ["den ansvarlige redaktøren", "en nabo", "politiet", "enebarnet"])
def test_a_noun_of_its_own_is_one(phrase: str) -> None:
    assert not ONE_OF_THEM.match(phrase)


def test_compounds_of_a_role_are_that_role() -> None:
    assert ends("anleggsdirektør", ("direktør",))
    assert not ends("sjefete", ("sjef",))


def bearer(
    number: int, key: str, kind: HolderKind, article: str = "a", body: str = "", outlet: str = "",
    relation: Relation = "supports", about: frozenset[str] = frozenset(),
) -> Bearer:  # fmt: skip
    saying = Saying(
        number, f"s{number}", Place(article, number, number + 1), (Span(number, number + 1),), "assert", False,
        "paragraph", number, "2024-05-01T12:00", (Party(None, key, kind),),
    )  # fmt: skip
    return Bearer(saying, relation, Source(key, key, kind, body, outlet), True, about)


OUTLETS = {"a": "entity:avis", "b": "entity:blad"}
CASES = [  # members, the origin of each
    (  # a spokesman and the body
        [bearer(0, "entity:p", "person", body="entity:klubb"), bearer(1, "entity:klubb", "organisation")],
        (1, 1),
    ),
    (  # the club sacks its coach, who speaks for himself
        [
            bearer(0, "entity:p", "person", body="entity:klubb"),
            bearer(1, "entity:klubb", "organisation", about=frozenset("p")),
            bearer(2, "entity:leder", "person", body="entity:klubb"),
        ],
        (1, 2, 2),
    ),
    (  # one paper has a leak and asks the firm; another paper passes the leak on
        [
            bearer(0, "noun:notat", "document"),
            bearer(1, "entity:firma", "organisation", relation="denies"),
            bearer(2, "entity:avis", "media", "b", outlet="entity:avis"),
        ],
        (1, 2, 1),
    ),
    (  # people whom another paper has talked to, through that paper
        [
            bearer(0, "noun:notat", "document"),
            bearer(1, "entity:firma", "organisation"),
            bearer(2, "unnamed:entity:avis", "anonymous", "b", outlet="entity:avis"),
        ],
        (1, 2, 1),
    ),
]


@pytest.mark.parametrize(("members", "expected"), CASES)
def test_origins(members: list[Bearer], expected: tuple[int, ...]) -> None:
    assert origins(members, OUTLETS)[1] == expected


def test_an_origin_bears_the_name_of_the_body_and_not_of_who_speaks_for_it() -> None:
    spokesman = bearer(0, "entity:p", "person", body="entity:klubb")
    assert [o.name for o in origins([spokesman, bearer(1, "entity:klubb", "organisation")], OUTLETS)[0]] == [
        "entity:klubb"
    ]
    assert [o.name for o in origins([spokesman], OUTLETS)[0]] == ["entity:p"]  # who speaks alone is named


def test_an_origin_bears_the_name_of_who_says_it_and_not_of_whom_a_report_may_rest_on() -> None:
    said = bearer(1, "entity:p", "person", relation="expects")
    told = bearer(2, "unnamed:byrå", "anonymous", relation="expects")
    told = replace(told, saying=replace(told.saying, number=0, is_report=True, stance="expect"))
    assert [(o.name, o.kind) for o in origins([said, told], OUTLETS)[0]] == [("entity:p", "person")]
