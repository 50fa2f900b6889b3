"""What stands in a saying tells how it bears on a claim: readings made by hand, of stories that we invent."""

from dataclasses import replace

import pytest

from belegg.core.annotation import Party, Stance
from belegg.core.spans import Place, Span
from belegg.reason._bearing import (
    NOTHING,
    contrast,
    declines,
    is_hearsay,
    is_not_done,
    is_of_before,
    is_undone,
    may_come,
    opposed,
    rejects,
    without_relative,
)
from belegg.reason._fulfilling import fulfils
from belegg.reason._propositions import Proposition
from belegg.reason._reading import Reading
from belegg.reason._relations import groundless, relations
from belegg.reason._sayings import Saying

CONTRASTS = [  # what is said, another member of the claim, expected
    ("det var en pumpe , ikke bryteren", "bryteren utløste kortslutningen", -1),  # it is about the switch
    ("det var en pumpe , ikke bryteren", "pumpen var årsaken", 1),  # it is about the pump
    ("det var ikkje kaptein vik , men maskinist lie", "kaptein vik styrte ferja", -1),
    ("de kommer ikke hjem i dag", "kommer hjem i dag", 0),  # a plain negation puts nothing else in its place
    ("det er ikke bare bryteren , men pumpen også", "bryteren", 0),
]

UNDONE = [  # what is said later, what was expected, expected
    ("konserten i storvik er avlyst", "konserten i storvik blir fredag", True),
    ("kommunen skyver på avgjørelsen", "en avgjørelse før jul", True),
    ("klubben trakk seg fra avtalen etter befaringen", "befaringen blir på tirsdag", False),  # the deal is off
    ("laget trekte seg frå avtalen etter ferien", "etter ferien blir det kamp", False),
    ("laget trekte seg frå avtalen", "avtalen er klar denne veka", True),
    ("konserten er avlyst", "konserten blir avlyst fredag", False),  # that was what they expected
    ("byggestansen på kaia stanset den planlagte paraden", "paraden går søndag", True),
    ("retten stansa måndag den planlagde hogsten", "hogsten tek til onsdag", True),
    ("de måtte utsette åpningen av badet", "åpningen av badet er lørdag", True),
    ("dommeren er utsatt for press", "dommeren kommer fredag", False),  # exposed to, not put off
]


DECLINING = [  # content, cue, expected
    ("vi har ingenting å melde", "svarer", True),
    ("han ikkje kan uttale seg om kundar", "seier", True),
    ("hverken beløp eller kjøper", "bekrefter", True),
    ("verken namn eller sum", "stadfestar", True),
    ("hverken båten eller bilen var skadet", "sier", False),  # nothing is kept back
    ("kranen svarer ikke på kommando", "skrev", False),  # a thing that does not obey
    ("vi svarer ikke på slike spørsmål", "sier", True),
]

REJECTING = [  # content, cue, expected
    ("det en misforståelse", "kaller", True),
    ("tala misvisande", "kallar", True),
    ("det « sladder »", "omtaler", True),
    ("oppdikta", "svarar", True),  # a whole answer
    ("det var en misforståelse mellom de to vaktlagene på kaia", "sier", False),  # a misunderstanding is the story
    ("det kjem ikkje på tale", "seier", True),
    ("vi kjenner oss ikke igjen i fremstillingen", "sier", True),
]

MAY_COME = [  # content, of a price, expected
    ("banken kan tape ti millioner", False, True),
    ("saka kan ende i retten", False, True),
    ("brua kan bli dyrere", True, False),  # a price is told as it is
    ("kilden kan være most", False, False),  # it may be so now
]

HEARSAY = [  # content, expected
    ("gjelda skal vere på ti millionar", True),
    ("to av de skadde skal være brannfolk", True),
    ("brua skal være ferdig", False),
    ("brua skal males", False),
    ("skal ha hatt et møte med ordføreren", True),
    ("rektor og ordfører skal ha et langt møte", False),  # an appointment
    ("verkstedet skal ha 40 ansatte", True),
]

FORMER = [  # content, expected
    ("forrige gang de to spilte , ble det uavgjort", True),
    ("sist ho var i byen , regna det", True),
    ("de to spilte uavgjort forrige gang", False),  # told beside something else
]

OPPOSED = [  # two contents, expected
    ("ordføreren var inhabil", "ordføreren var habil", True),
    ("vedtaket er gyldig", "vedtaket er ugyldig", True),
    ("vedtaket er ugyldig", "vedtaket er ugyldig", False),
    ("han er uredd", "han er redd", False),  # too short to tell
    ("styret var samla", "styret var samstemt", False),
]


@pytest.mark.parametrize(("words", "cue", "expected"), DECLINING)
def test_who_only_says_that_he_says_nothing(words: str, cue: str, expected: bool) -> None:
    assert declines(f" {words} ", cue) == expected


@pytest.mark.parametrize(("words", "cue", "expected"), REJECTING)
def test_what_dismisses(words: str, cue: str, expected: bool) -> None:
    assert rejects(f" {words} ", cue) == expected


@pytest.mark.parametrize(("words", "priced", "expected"), MAY_COME)
def test_what_may_come_about(words: str, priced: bool, expected: bool) -> None:
    assert may_come(f" {words} ", priced) == expected


@pytest.mark.parametrize(("words", "expected"), HEARSAY)
def test_hearsay_of_how_it_is(words: str, expected: bool) -> None:
    assert is_hearsay(f" {words} ") == expected


@pytest.mark.parametrize(("words", "expected"), FORMER)
def test_what_opens_with_the_last_time(words: str, expected: bool) -> None:
    assert is_of_before(f" {words} ") == expected


@pytest.mark.parametrize(("words", "other", "expected"), OPPOSED)
def test_words_turned_round(words: str, other: str, expected: bool) -> None:
    assert opposed(f" {words} ", f" {other} ") == expected


@pytest.mark.parametrize("words", ["vi har aldri fått noe slikt brev", "ho ikkje har tent noko", "han er ingen tyv"])
def test_nothing_of_that_kind(words: str) -> None:
    assert NOTHING.search(f" {words} ")


def test_a_plan_in_a_relative_clause_is_beside_the_point() -> None:
    words = " byen stanset festen , som etter planen skulle begynne fredag . "
    assert without_relative(words) == " byen stanset festen , . "
    assert without_relative(" hun som vant , er glad ") == " hun som vant , er glad "


@pytest.mark.parametrize("words", ["er villig til å øke støtta", "er viljuge til å flytte", "vurderer å selge"])
def test_what_is_ready_to_be_done_is_not_done(words: str) -> None:
    assert is_not_done(f" {words} ")


@pytest.mark.parametrize(("words", "other", "expected"), CONTRASTS)
def test_what_is_rejected_and_what_is_told_instead(words: str, other: str, expected: int) -> None:
    assert contrast(f" {words} ", [f" {other} "]) == expected


@pytest.mark.parametrize(("words", "before", "expected"), UNDONE)
def test_called_off(words: str, before: str, expected: bool) -> None:
    assert is_undone(f" {words} ", [f" {before} "]) == expected


def reading(
    number: int, words: str, stance: Stance = "assert", who: str = "Ola Lie", negated: bool = False,
    past: bool = False, future: bool = False, axes: dict[str, int] | None = None, report: bool = False,
    cue: str = "sier", by: str = "",
) -> Reading:  # fmt: skip
    """A saying of its own article and hour, with one proposition."""
    saying = Saying(
        number, f"s{number}", Place(f"a{number}", 0, len(words)), (Span(0, len(words)),), stance, False, "paragraph", 1,
        f"2024-05-0{number + 1}T12:00", () if report else (Party(None, who, "person"),),
        cue="" if report else cue, is_report=report,
    )  # fmt: skip
    proposition = Proposition(
        number, Span(0, len(words)), frozenset(("a", "b", "c")), axes or {}, frozenset(), frozenset((by,)) - {""}, (),
        frozenset(), negated, future, False, past=past, roots=frozenset(axes or {}), lead=next(iter(axes or {}), None),
    )  # fmt: skip
    return Reading(saying, proposition, f" {words} ")


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


def telling(
    number: int, words: frozenset[str], stance: Stance = "assert", negated: bool = False, future: bool = False
) -> Reading:
    """A reading whose proposition has these words."""
    axes = {"close": -1 if negated else 1}
    r = reading(number, " ".join(sorted(words)), stance, negated=negated, future=future, axes=axes)
    assert r.proposition is not None
    return replace(r, proposition=replace(r.proposition, words=words))


ROAD, ROOM, BOTH = frozenset(("vei", "fjell")), frozenset(("kjeller", "hotell")), frozenset(("vei", "fjell", "ras"))
GROUNDS = [  # the members, which of them speak of something else
    ([telling(0, ROAD), telling(1, BOTH, negated=True)], set()),
    ([telling(0, ROAD), telling(1, ROOM, negated=True)], {1}),  # another thing is not closed
    ([telling(0, ROAD), telling(1, ROOM, "deny")], {1}),
    ([telling(0, ROAD), telling(1, ROOM)], set()),  # who does not deny is left where he is
    ([telling(0, ROAD, negated=True), telling(1, ROOM, negated=True)], set()),  # all of them deny
]


@pytest.mark.parametrize(("members", "expected"), GROUNDS)
def test_a_denial_of_something_else_is_none(members: list[Reading], expected: set[int]) -> None:
    assert groundless(members) == expected


def test_a_predicate_s_other_end_denies_what_was_expected_and_not_what_was_so_before() -> None:
    closed, opened = telling(0, ROAD), telling(1, ROAD)
    assert opened.proposition is not None
    opened = replace(opened, proposition=replace(opened.proposition, axes={"close": -1}))
    planned = telling(0, ROAD, "expect", future=True)
    assert groundless([closed, opened]) == {1}
    assert groundless([planned, opened]) == set()


PLAN = telling(0, ROAD, "expect", future=True)
FULFILMENTS = [  # the expectation, the report, whether it can be the proof
    (PLAN, telling(1, BOTH), True),
    (PLAN, telling(1, ROOM), False),  # the predicate is all that they share
    (PLAN, replace(telling(1, ROAD), proposition=None), False),
    (PLAN, telling(1, ROAD, negated=True), False),
    (PLAN, telling(1, ROAD, "allege"), False),  # hearsay
    (telling(0, ROAD, "urge"), telling(1, ROAD), False),  # a demand
]


@pytest.mark.parametrize(("plan", "report", "expected"), FULFILMENTS)
def test_what_can_be_the_proof_of_an_expectation(plan: Reading, report: Reading, expected: bool) -> None:
    assert fulfils(report, [plan]) == expected


def test_what_was_so_before_and_what_is_quoted_proves_nothing() -> None:
    report = telling(1, ROAD)
    assert report.proposition is not None
    old = replace(report, proposition=replace(report.proposition, times=frozenset(("2019",))))
    now = replace(report, proposition=replace(report.proposition, times=frozenset(("2024-05-02",))))
    quoted = replace(report, saying=replace(report.saying, direct=True))
    assert [fulfils(r, [PLAN]) for r in (old, now, quoted)] == [False, True, False]
