"""Differing figures, days and places of one claim, from members made by hand."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from belegg.core.annotation import Time
from belegg.core.comparison import Entity
from belegg.core.spans import Span
from belegg.reason._conflicts import conflicts
from belegg.reason._matters import Told
from belegg.reason._propositions import Proposition
from belegg.reason._story import StoryIndex, View
from belegg.text.numbers import Quantity
from tests.marked import document

NOBODY = StoryIndex({}, {})


def told(
    member: int, words: str, figure: tuple[float, str, str] | None = None, times: frozenset[str] = frozenset(),
    place: str | None = None, denies: bool = False,
) -> Told:  # fmt: skip
    """A member of its own origin and hour. ``figure``: value, what is counted, and ``about`` or nothing."""
    value, what, bound = figure or (0.0, "", "")
    counted = (Quantity(0, len(words), value, value, "", what, bound),) if figure else ()  # type: ignore[arg-type]
    p = Proposition(
        member, Span(0, len(words)), frozenset(("streik",)), {}, frozenset(), frozenset(), counted, times, False, False,
        False, heads=frozenset(("strike",)), place=place,
    )  # fmt: skip
    return Told(member, member, f"2024-05-0{member + 1}T10:00", (p,), denies=denies, article=f"a{member}")


FIGURES = [  # one member, another, is it a conflict
    ("12 skadde", (12.0, "skad", ""), "14 skadde", (14.0, "skad", ""), True),
    ("om lag 600", (600.0, "person", "about"), "590", (590.0, "person", ""), False),  # the one is rounded
    ("12,4 millioner", (12.4e6, "kr", ""), "nær 12,8 millioner", (12.8e6, "kr", "about"), True),  # nobody rounds so
    ("12 skadde", (12.0, "skad", ""), "14 biler", (14.0, "bil", ""), False),  # other things are counted
    ("Et barn er innlagt", None, "to barn", (2.0, "barn", ""), True),  # one
    ("Et barnehagebarn er innlagt", None, "to barn", (2.0, "barn", ""), False),
]


@pytest.mark.parametrize(("first", "one", "second", "other", "expected"), FIGURES)
def test_figures(
    first: str, one: tuple[float, str, str] | None, second: str, other: tuple[float, str, str], expected: bool
) -> None:
    found = conflicts([told(0, first, one), told(1, second, other)], {0: first, 1: second}, NOBODY)
    assert bool(found) == expected


WORDS = [  # the origin and the figure of each member in order of time, is it an update
    (((1, 46.0), (1, 43.0)), True),
    (((1, 46.0), (1, 43.0), (2, 43.0)), True),  # and the other one tells the new figure only
    (((1, 46.0), (2, 46.0), (1, 43.0), (2, 43.0)), True),
    (((1, 46.0), (2, 46.0), (1, 43.0)), False),  # the other one has not taken it back
    (((1, 46.0), (2, 43.0)), False),
]


@pytest.mark.parametrize(("said", "expected"), WORDS)
def test_who_have_all_changed_their_word(said: tuple[tuple[int, float], ...], expected: bool) -> None:
    words = {n: f"{value:g} skadde" for n, (_, value) in enumerate(said)}
    members = [replace(told(n, words[n], (value, "skad", "")), origin=origin) for n, (origin, value) in enumerate(said)]
    (found,) = conflicts(members, words, NOBODY)
    assert found.update == expected


VOICES = [  # the article and origin of one member, those of another, is it a conflict
    (("a", 1), ("b", 1), True),  # one source has changed its word
    (("a", 1), ("a", 2), True),
    (("a", 1), ("a", 1), False),  # one voice gives two figures in one article: they are of two things
]


@pytest.mark.parametrize(("one", "other", "expected"), VOICES)
def test_two_figures_of_one_voice(one: tuple[str, int], other: tuple[str, int], expected: bool) -> None:
    words = {0: "12 skadde", 1: "14 skadde"}
    members = [
        replace(told(n, words[n], (value, "skad", "")), article=article, origin=origin)
        for n, (value, (article, origin)) in enumerate(((12.0, one), (14.0, other)))
    ]
    assert bool(conflicts(members, words, NOBODY)) == expected


LEAST = [  # at least so many, so many, are both shown
    (20.0, 26.0, True),
    (20.0, 21.0, False),  # a little more is what *at least* leaves room for
    (20.0, 20.0, False),
]


@pytest.mark.parametrize(("least", "other", "expected"), LEAST)
def test_a_figure_well_over_at_least(least: float, other: float, expected: bool) -> None:
    first = told(0, "minst 20 skadde")
    p = replace(first.propositions[0], quantities=(Quantity(0, 8, least, float("inf"), "", "skad"),))
    second = told(1, "26 skadde", (other, "skad", ""))
    found = conflicts([replace(first, propositions=(p,)), second], {0: "minst 20 skadde", 1: "26 skadde"}, NOBODY)
    assert bool(found) == expected


def test_the_figure_of_a_denial_does_not_count() -> None:
    members = [told(0, "12", (12.0, "skad", "")), told(1, "14", (14.0, "skad", ""), denies=True)]
    assert conflicts(members, {0: "12", 1: "14"}, NOBODY) == ()


def dated(words: Sequence[str], values: Sequence[str]) -> tuple[StoryIndex, dict[int, str]]:
    """A story of one article for each member, of which the last word is a time of that value."""
    views, texts = {}, {}
    for n, (told_words, value) in enumerate(zip(words, values, strict=True)):
        doc = document(told_words, f"a{n}")
        text = doc.article.text
        start = text.rindex(" ") + 1 if " " in text else 0
        doc = doc.adding(Time, (Time(start, len(text), "TIME" if "T" in value else "DATE", value),))
        views[f"a{n}"], texts[n] = View(doc, ()), text
    return StoryIndex(views, {}), texts


TIMES = [  # one member, another, the values of their last words, whether the other denies, is it a conflict
    ("Streiken er fredag", "Streiken er søndag", ("2024-05-03", "2024-05-05"), False, True),
    ("Streiken er fredag", "Streiken er søndag", ("2024-05-03", "2024-05-05"), True, True),
    ("Streiken er fredag", "Streiken er avlyst søndag", ("2024-05-03", "2024-05-05"), True, False),  # it only denies
    ("Streiken er fredag", "Streiken er mai", ("2024-05-03", "2024-05"), False, False),  # the day is in May
    ("Streiken er i april", "Streiken er mai", ("2024-04", "2024-05-05"), False, True),
    ("Streiken er slutt innen fredag", "Streiken er torsdag", ("2024-05-03", "2024-05-02"), False, False),
    ("Streiken er slutt innen fredag", "Streiken er søndag", ("2024-05-03", "2024-05-05"), False, True),
    ("Streiken er 09.15", "Streiken er 09.40", ("2024-05-03T09:15", "2024-05-04T09:40"), False, True),
    ("Streiken er 09.00", "Streiken er 09.05", ("2024-05-03T09:00", "2024-05-04T09:05"), False, False),
]


@pytest.mark.parametrize(("one", "other", "values", "denies", "expected"), TIMES)
def test_times(one: str, other: str, values: tuple[str, str], denies: bool, expected: bool) -> None:
    index, texts = dated((one, other), values)
    members = [
        replace(told(n, texts[n], times=frozenset((values[n],)), denies=denies and n == 1), article=f"a{n}")
        for n in (0, 1)
    ]
    assert [c.kind for c in conflicts(members, texts, index)] == (["time"] if expected else [])


HAVE_COME = [  # words of one member, of another, is the one told as to come, is it a conflict
    ({"styr"}, {"styr"}, False, True),
    ({"styr"}, {"par"}, False, False),  # two meetings
    ({"styr"}, {"par"}, True, True),  # the plan, and what came of it
]


@pytest.mark.parametrize(("first", "second", "future", "expected"), HAVE_COME)
def test_what_has_come_on_two_days(first: set[str], second: set[str], future: bool, expected: bool) -> None:
    values = ("2024-05-03", "2024-05-05")
    index, texts = dated(("Møtet er fredag", "Møtet er søndag"), values)
    members = []
    for n, words in enumerate((first, second)):
        t = told(n, texts[n], times=frozenset((values[n],)))
        p = replace(t.propositions[0], words=frozenset(words), future=future and n == 0)
        members.append(replace(t, propositions=(p,)))
    assert bool(conflicts(members, texts, index)) == expected


def test_what_befalls_others_is_no_conflict() -> None:
    dead, missing = told(0, "to døde", (2.0, "person", "")), told(1, "seks savnet", (6.0, "person", ""))
    members = [
        replace(t, propositions=tuple(replace(p, axes={axis: 1}) for p in t.propositions))
        for t, axis in ((dead, "die"), (missing, "missing"))
    ]
    members = [
        replace(
            t,
            propositions=tuple(
                replace(p, quantities=tuple(replace(q, unit="person", noun="") for q in p.quantities))
                for p in t.propositions
            ),
        )
        for t in members
    ]
    assert conflicts(members, {0: "to døde", 1: "seks savnet"}, NOBODY) == ()


def test_a_bare_figure_counts_what_the_others_count() -> None:
    members = [told(0, "620 vakter", (620.0, "sauer", "")), told(1, "800", (800.0, "", ""))]
    members = [replace(t, propositions=tuple(replace(p, axes={"strike": 1}) for p in t.propositions)) for t in members]
    assert len(conflicts(members, {0: "620 sauer", 1: "800"}, NOBODY)) == 1


class Within(StoryIndex):
    """A story that tells that the hotel is in the village."""

    held_within = frozenset((frozenset(("hotell", "bygd")),))


def test_what_bears_the_name_of_a_place_and_lies_in_another_places_it_there_too() -> None:
    entities = {
        "topp": Entity("topp", "LOC", "Storetopp", (), ()),
        "hotell": Entity("hotell", "ORG", "Storetopp hotell", (), ()),
        "bygd": Entity("bygd", "GPE", "Lia", (), ()),
    }
    members = [told(0, "på Storetopp", place="topp"), told(1, "i Lia", place="bygd")]
    texts = {0: "på Storetopp", 1: "i Lia"}
    assert conflicts(members, texts, Within({}, entities)) == ()
    assert [c.kind for c in conflicts(members, texts, StoryIndex({}, entities))] == ["place"]
    of_one = [replace(t, article="a") for t in members]
    assert conflicts(of_one, texts, StoryIndex({}, entities)) == ()  # it follows what it tells of


MANY = [  # the figures of one member, those of another, is it a conflict
    ((4e6, 650.0), (700.0,), True),  # the loan is of another size
    ((4e6, 700.0), (700.0,), False),
    ((4e6,), (700.0,), False),
]


@pytest.mark.parametrize(("one", "other", "expected"), MANY)
def test_figures_of_several_sizes(one: tuple[float, ...], other: tuple[float, ...], expected: bool) -> None:
    members = [told(0, "renta"), told(1, "renta")]
    for n, sums in enumerate((one, other)):
        counted = tuple(Quantity(0, 3, value, value, "kr", "") for value in sums)
        p = replace(members[n].propositions[0], quantities=counted)
        members[n] = replace(members[n], propositions=(p,))
    assert bool(conflicts(members, {0: "renta", 1: "renta"}, NOBODY)) == expected


def test_so_many_of_them_is_no_other_count_of_all() -> None:
    texts = {0: "tre av dem kom", 1: "fem personer kom"}
    members = [told(0, texts[0]), told(1, texts[1])]
    for n, value in enumerate((3.0, 5.0)):
        p = replace(members[n].propositions[0], quantities=(Quantity(0, 3, value, value, "person", ""),))
        members[n] = replace(members[n], propositions=(p,))
    assert conflicts(members, texts, NOBODY) == ()


def test_the_ages_of_two_who_have_nothing_in_common_are_no_conflict() -> None:
    texts = {0: "en 52 år gammel eier", 1: "en 24 år gammel gjest"}
    members = [told(0, texts[0]), told(1, texts[1])]
    for n, (value, who) in enumerate(((52.0, "ei"), (24.0, "gjest"))):
        counted = (Quantity(3, 5, value, value, "age", ""),)
        p = replace(members[n].propositions[0], quantities=counted, words=frozenset((who,)))
        members[n] = replace(members[n], propositions=(p,))
    assert conflicts(members, texts, NOBODY) == ()
    same = [replace(m, propositions=(replace(m.propositions[0], words=frozenset(("ei",))),)) for m in members]
    assert conflicts(same, texts, NOBODY)


def test_what_stands_in_the_clause_of_a_member_counts_too() -> None:
    words = {0: "ti barn er syke", 1: "tolv barn er syke"}
    members = [told(n, text) for n, text in words.items()]
    for n, value in enumerate((10.0, 12.0)):
        figure = replace(members[n].propositions[0], quantities=(Quantity(0, 2, value, value, "person", ""),))
        members[n] = replace(members[n], figures=(figure,))
    assert conflicts(members, words, NOBODY)


PLANNED = [  # the words of one member, of another, is the one told as to come, is it a conflict
    ({"ferje", "rute"}, {"ferje"}, True, True),  # the plan, and what came of it
    ({"ferje", "rute"}, {"ferje"}, False, False),  # two things that befell the ferry
    ({"ferje", "rute"}, {"buss"}, True, False),
]


@pytest.mark.parametrize(("first", "second", "future", "expected"), PLANNED)
def test_another_day_than_planned(first: set[str], second: set[str], future: bool, expected: bool) -> None:
    values = ("2024-05-03", "2024-05-05")
    index, texts = dated(("Ferja går fredag", "Ferja kom søndag"), values)
    members = []
    for n, (words, head) in enumerate(((first, "operate"), (second, "open"))):
        t = told(n, texts[n], times=frozenset((values[n],)))
        p = replace(t.propositions[0], words=frozenset(words), heads=frozenset((head,)), future=future and n == 0)
        members.append(replace(t, propositions=(p,), article=f"a{n}"))
    assert bool(conflicts(members, texts, index)) == expected


def test_a_bare_figure_counts_what_is_counted_right_before_it() -> None:
    text = "27 gjester var der. Det rette er 24."
    counted = Quantity(0, len("27 gjester"), 27.0, 27.0, "", "gjest", "")
    bare = Quantity(33, 36, 24.0, 24.0, "", "", "")
    first, second = (
        replace(
            told(n, text),
            article="a",
            origin=1,
            propositions=(replace(told(n, text).propositions[0], span=span, quantities=(q,), words=frozenset()),),
        )
        for n, span, q in ((0, Span(0, 18), counted), (1, Span(20, 35), bare))
    )
    (found,) = conflicts([first, second], {0: text, 1: text}, NOBODY)
    assert [v.value for v in found.values] == ["27 gjester", "24"]
    apart = replace(second, article="b")
    assert not conflicts([first, apart], {0: text, 1: text}, NOBODY)
