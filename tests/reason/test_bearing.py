"""What stands in a saying tells how it bears on a claim: readings made by hand, of stories that we invent."""

import pytest

from belegg.core.annotation import Party, Stance
from belegg.core.spans import Place, Span
from belegg.reason._bearing import contrast, is_undone
from belegg.reason._propositions import Proposition
from belegg.reason._relations import Reading, relations
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
    ("dommeren er utsatt for press", "dommeren kommer fredag", False),  # exposed to, not put off
]


@pytest.mark.parametrize(("words", "other", "expected"), CONTRASTS)
def test_what_is_rejected_and_what_is_told_instead(words: str, other: str, expected: int) -> None:
    assert contrast(f" {words} ", [f" {other} "]) == expected


@pytest.mark.parametrize(("words", "before", "expected"), UNDONE)
def test_called_off(words: str, before: str, expected: bool) -> None:
    assert is_undone(f" {words} ", [f" {before} "]) == expected


def reading(
    number: int, words: str, stance: Stance = "assert", who: str = "Ola Lie", negated: bool = False,
    past: bool = False, future: bool = False, axes: dict[str, int] | None = None, report: bool = False,
    cue: str = "sier",
) -> Reading:  # fmt: skip
    """A saying of its own article and hour, with one proposition."""
    saying = Saying(
        number, f"s{number}", Place(f"a{number}", 0, len(words)), (Span(0, len(words)),), stance, False, "paragraph", 1,
        f"2024-05-0{number + 1}T12:00", () if report else (Party(None, who, "person"),),
        cue="" if report else cue, is_report=report,
    )  # fmt: skip
    proposition = Proposition(
        number, Span(0, len(words)), frozenset(("a", "b", "c")), axes or {}, frozenset(), frozenset(), (), frozenset(),
        negated, future, False, past=past, roots=frozenset(axes or {}),
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
    (  # does not rule it out: it is open
        [
            reading(0, "partiet stiller til valg", "expect", future=True, axes={"vote": 1}),
            reading(1, "partiet stiller til valg", "expect", future=True, axes={"vote": 1}, cue="utelukker"),
        ],
        ["expects", "questions"],
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
    (
        [reading(0, "fabrikken skal selges", "expect", future=True), reading(1, "ren spekulasjon", who="Kari Vik")],
        ["expects", "denies"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("members", "expected"), STORIES)
def test_relations(members: list[Reading], expected: list[str]) -> None:
    told = relations(members)
    assert [told[r.saying.number] for r in members] == expected
