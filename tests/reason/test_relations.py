"""How each member bears on a claim."""

import pytest

from belegg.reason._reading import Reading
from belegg.reason._relations import relations
from tests.reason.readings import reading

STORIES = [  # the members in order, their relations
    (  # on its way to is not there yet
        [reading(0, "spissen er på vei til storvik"), reading(1, "spissen kom til storvik i går", past=True)],
        ["expects", "supports"],
    ),
    (  # a bus on its way in the past was on its way
        [reading(0, "bussen var på vei til storvik", past=True)],
        ["supports"],
    ),
    (  # expected, and called off later
        [reading(0, "festivalen går i juli", "expect", future=True), reading(1, "festivalen er avlyst", report=True)],
        ["expects", "denies"],
    ),
    (  # who asks for it and says so several times: the claim is that it is asked for
        [reading(0, "granske tallene", "urge"), reading(1, "gå gjennom tallene", "urge")],
        ["supports", "supports"],
    ),
    (  # says that he says nothing
        [reading(0, "ferja gikk for fort"), reading(1, "vi kommenterer ikke enkeltsaker", who="Kari Vik")],
        ["supports", "declines"],
    ),
    (  # never more than four: a limit and no denial
        [
            reading(0, "klubben bød fem millioner", axes={"bid": 1}),
            reading(1, "klubben aldri bød mer enn 4 millioner", axes={"bid": -1}, negated=True, who="Kari Vik"),
        ],
        ["supports", "supports"],
    ),
    (  # the present of become is what is to come, from a source
        [reading(0, "innsparingen blir stor")],
        ["expects"],
    ),
    (  # the denial stands first, another source says that it is so
        [
            reading(0, "det ikke var giften som gjorde det", axes={"cause": -1}, negated=True),
            reading(1, "vi fant gift i maten", who="Kari Vik", past=True),
            reading(2, "giften gjorde det ikke", axes={"cause": -1}, negated=True, past=True),
        ],
        ["denies", "supports", "denies"],
    ),
    (  # does not rule it out: it may come
        [
            reading(0, "partiet stiller til valg", "expect", future=True, axes={"vote": 1}),
            reading(1, "partiet stiller til valg", "expect", future=True, axes={"vote": 1}, cue="utelukker"),
        ],
        ["expects", "expects"],
    ),
    (  # does not rule out that it is so: it is open
        [
            reading(0, "båten lekker", axes={"leak": 1}),
            reading(1, "båten lekker", axes={"leak": 1}, cue="utelukker", who="Kari Vik"),
        ],
        ["supports", "questions"],
    ),
    (  # told without a negation, it speaks against the claim all the same
        [
            reading(0, "rektoren må gå", axes={"hire": -1}, report=True),
            reading(1, "jeg blir sittende", who="Kari Vik"),
        ],
        ["supports", "denies"],
    ),
    (  # not guilty
        [
            reading(0, "læreren stjal kassen", axes={"steal": 1}),
            reading(1, "læreren tok kassen", axes={"steal": 1}),
            reading(2, "jeg er ikke skyldig", who="Kari Vik"),
        ],
        ["supports", "supports", "denies"],
    ),
    (  # the holder's own belief about what is to come
        [reading(0, "vi tror at fisken blir borte i vinter")],
        ["expects"],
    ),
    (  # and about what is so
        [reading(0, "jeg tror ikke han var der")],
        ["supports"],
    ),
    (  # what a device is there for
        [reading(0, "røykvarsleren slo ut , og alarmsystemet skal varsle vakta", report=True, future=True)],
        ["supports"],
    ),
    (  # what is so whenever it is so
        [reading(0, "porten skal til vanlig stå åpen", future=True)],
        ["supports"],
    ),
    (  # but who warns, plans it
        [reading(0, "kommunen skal varsle naboene", future=True)],
        ["expects"],
    ),
    (  # told as it is, beside what was expected of it
        [reading(0, "hullet er større enn venta", "expect")],
        ["supports"],
    ),
    (  # a plan by that name
        [reading(0, "planen er å male brua", "allege")],
        ["expects"],
    ),
    (  # what is planned now is no deed
        [reading(0, "festen er planlagt i storvik", future=True)],
        ["expects"],
    ),
    (  # no predicate of both: the negation answers nobody
        [reading(0, "broren solgte gården"), reading(1, "søsteren har ikke bil", negated=True, who="Kari Vik")],
        ["supports", "supports"],
    ),
    (  # ahead of the hour of writing, whenever that was
        [reading(0, "i morgon behandlar retten saka", report=True)],
        ["expects"],
    ),
    (  # what lasts until a day to come is so already
        [reading(0, "avtalen varer fram til 2031", future=True)],
        ["supports"],
    ),
    (  # the accused's lawyer
        [
            reading(0, "eieren tente på låven", axes={"fire": 1}),
            reading(1, "eieren sto bak brannen", axes={"fire": 1}),
            reading(2, "frifinne eieren", "urge", who="Kari Vik", axes={"convict": -1}),
        ],
        ["supports", "supports", "denies"],
    ),
    (  # on a condition
        [
            reading(0, "keeperen starter søndag hvis hun er frisk"),
            reading(1, "keeperen er tatt ut av laget", report=True),
        ],
        ["expects", "denies"],
    ),
    (  # all that is told of it are denials: it is what they deny
        [
            reading(0, "kommunen har ikke kjøpt båten", axes={"buy": -1}, negated=True),
            reading(1, "båten er kjøpt", "deny", axes={"buy": 1}, who="Kari Vik"),
        ],
        ["denies", "denies"],
    ),
    (  # another predicate of the same matter, negated
        [
            reading(0, "vaktmannen varslet politiet", axes={"alert": 1}),
            reading(1, "me varsla politiet", axes={"alert": 1}),
            reading(2, "ho ikkje kjenner til det", axes={"know": -1}, negated=True, who="Kari Vik"),
        ],
        ["supports", "supports", "denies"],
    ),
    (  # the word turned round
        [reading(0, "leieavtalen var gyldig"), reading(1, "leigeavtalen og avtalen er ugyldig", who="Kari Vik")],
        ["supports", "denies"],
    ),
    (  # who withdraws does what was expected of him
        [
            reading(0, "ordføreren går av", "expect", future=True, axes={"hire": -1}),
            reading(1, "ordføreren trakk seg", axes={"hire": -1}, past=True),
        ],
        ["expects", "supports"],
    ),
    (  # shot without warning: they did shoot
        [
            reading(0, "vaktene skjøt mot bilen", axes={"attack": 1}, past=True),
            reading(1, "de skjøt uten å rope først", axes={"attack": -1}, negated=True, past=True, who="Kari Vik"),
        ],
        ["supports", "supports"],
    ),
    (  # only one can win
        [
            reading(0, "lia vann kampen", axes={"win": 1}, past=True, by="lia"),
            reading(1, "vi vann", axes={"win": 1}, past=True, by="moen", who="Kari Moen"),
        ],
        ["supports", "denies"],
    ),
    (  # but many can strike
        [
            reading(0, "lærarane streikar", axes={"strike": 1}, by="lia"),
            reading(1, "vi streikar", axes={"strike": 1}, by="moen", who="Kari Moen"),
        ],
        ["supports", "supports"],
    ),
    (  # the innocent alone are heard: they deny
        [
            reading(0, "jeg er uskyldig", axes={"convict": -1}),
            reading(1, "han er uskyldig", axes={"convict": -1}, who="Kari Vik"),
        ],
        ["denies", "denies"],
    ),
    (  # done on purpose, and no plan
        [reading(0, "brannen var planlagt", future=True), reading(1, "brannen var nøye planlagd", future=True)],
        ["supports", "supports"],
    ),
    (  # others tell that somebody warned: the warning itself
        [
            reading(0, "verneombudet advarte mot kjelen i mai", past=True, report=True),
            reading(1, "kjelen vil sprekke", "expect", cue="advarte mot", future=True),
        ],
        ["supports", "supports"],
    ),
    (  # others tell of the wish too: it is no deed for that
        [
            reading(0, "byen ønsker en ny bru", "expect", future=True),
            reading(1, "staten betaler brua", "expect", cue="ønsker", future=True),
        ],
        ["expects", "expects"],
    ),
    (
        [reading(0, "fabrikken skal selges", "expect", future=True), reading(1, "ren spekulasjon", who="Kari Vik")],
        ["expects", "denies"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("members", "expected"), STORIES)
def test_relations(members: list[Reading], expected: list[str]) -> None:
    told = relations(members)
    assert [told[r.saying.number] for r in members] == expected
