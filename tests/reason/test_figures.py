"""What a member counts, under one name and in one measure: sentences that we invent, read as written."""

import pytest

from belegg.core.spans import Span
from belegg.core.words import Token
from belegg.reason._figures import counted, is_part
from belegg.reason._focus import acts
from belegg.reason._propositions import Proposition
from belegg.text.numbers import quantities
from tests.marked import document

CASES = [  # what is said, kind, the values that are given
    ("Hver#DET femte elev#NOUN mangler mat", "%", [20.0]),
    ("kvar tiande mangla papir", "%", [10.0]),
    ("annenhver dag kommer båten", "%", []),  # how often, no share
    ("hver femte dag kommer båten", "%", []),
    ("to av tre svarte ja", "%", [66.7]),
    ("aksjen har tapt en femdel", "%", [20.0]),
    ("to tredeler stemte nei", "%", [66.7]),
    ("halvparten gikk", "%", [50.0]),
    ("bussen bruker trekvart time", "minutes", [45.0]),
    ("ho venta 150 minutt#NOUN", "minutes", [150.0]),
    ("han venta to timar#NOUN", "minutes", [120.0]),
    ("prisen er 43 kroner#NOUN , ikke 48 kroner#NOUN", "kr", [43.0]),  # the one is rejected
    ("summen økte fra 30 kroner#NOUN til 48 kroner#NOUN", "kr", [48.0]),  # so it was before
    ("prisen blir 52 kroner#NOUN dersom båten kommer", "kr", []),  # on a condition
    ("40 vektere#NOUN la ned arbeidet", "person", [40.0]),
    ("40 lærarar#NOUN la ned arbeidet", "person", [40.0]),
    ("40 containere#NOUN lå der", "person", []),
    ("det var 91 om bord", "person", [91.0]),
    ("85 passasjerer#NOUN og seks mannskaper#NOUN var der", "person", [85.0, 6.0, 91.0]),  # and all together
    ("det var 31 passasjerar#NOUN og fire i mannskapet#NOUN", "person", [31.0, 4.0, 35.0]),  # what they belong to
    ("fem av familien#NOUN bodde der", "person", [5.0]),
    ("det var ni i turfølget#NOUN", "person", [9.0]),
    ("det var ni i reisefølgjet#NOUN", "person", [9.0]),
    ("450 er i streik#NOUN", "person", []),  # where they are stands right behind
    ("det er 450 i streik#NOUN", "person", [450.0]),
    ("40 ungdommer#NOUN satt der", "person", [40.0]),
    ("løsepengene var ni bitcoin#NOUN", "btc", [9.0]),
    ("åtte av ti ferger#NOUN går", "ferg", []),  # a share
    ("åtte av ti ferger#NOUN går", "%", [80.0]),
    ("så langt i år er 40 menn#NOUN felt", "person", []),  # counted over more
    ("hittil denne veka er 40 menn#NOUN felte", "person", []),
]


@pytest.mark.parametrize(("text", "kind", "expected"), CASES)
def test_counted(text: str, kind: str, expected: list[float]) -> None:
    doc = document(text)
    told = doc.article.text
    p = Proposition(
        0, Span(0, len(told)), frozenset(), {}, frozenset(), frozenset(), quantities(doc[Token]), frozenset(),
        False, False, False,
    )  # fmt: skip
    assert [round(q.low, 1) for q in counted([p], told).get(kind, ())] == expected


ACTING = [  # what is said, what each word is, does its figure count people
    ("74 meldte#VERB seg", {"74": "nsubj"}, True),
    ("74 vart berga#VERB", {"74": "nsubj:pass"}, True),
    ("kommunen fekk#VERB 74", {"74": "obj"}, False),
    ("én meldte#VERB seg", {"én": "nsubj"}, False),  # *one* may stand for a thing
]


@pytest.mark.parametrize(("text", "deps", "expected"), ACTING)
def test_who_act_are_people(text: str, deps: dict[str, str], expected: bool) -> None:
    doc = document(text, deps=deps)
    (counted_by,) = quantities(doc[Token])
    assert acts(counted_by, doc[Token]) == expected


PARTS = [  # what is said, whether the people in it are counted out of more
    ("tre av dem er barn#NOUN", True),
    ("tre av passasjerene#NOUN er barn#NOUN", True),
    ("tre av dei 40 gjestene#NOUN kom", True),
    ("tre passasjerer#NOUN kom", False),
    ("tre gjester#NOUN av mange", False),
]


@pytest.mark.parametrize(("text", "expected"), PARTS)
def test_so_many_of_them(text: str, expected: bool) -> None:
    doc = document(text)
    told = doc.article.text
    p = Proposition(
        0, Span(0, len(told)), frozenset(), {}, frozenset(), frozenset(), quantities(doc[Token]), frozenset(),
        False, False, False,
    )  # fmt: skip
    assert is_part(next(iter(counted([p], told).values()))[0]) == expected
