"""What the shipped table takes for near in meaning, and how a story's clauses are compared by it."""

import pytest

from belegg.core.meaning import Meaning, Telling, Word
from belegg.models import meaning
from belegg.models.meaning import grams, load_meaning, rows
from belegg.text.bridge import load_bridge


def words(text: str) -> tuple[Word, ...]:
    key = load_bridge().key
    return tuple(Word(w if w.startswith("#") else key(w), w) for w in text.split())


def told(*clauses: str) -> Telling:
    read = [words(c) for c in clauses]
    return Telling([[c] for c in read], read, [(n, 0) for n in range(len(read))])


NEARER = [  # a clause, one that says the same in other words, one that does not, why
    ("tre omkom i ulykken", "flere mennesker mistet livet", "veien åpner igjen mandag", "death in other words"),
    ("tre omkomne i ulukka", "fleire menneske mista livet", "vegen opnar att måndag", "the same in Nynorsk"),
    ("tre omkom i ulykken", "fleire menneske mista livet", "vegen opnar att måndag", "across the standards"),
    ("statsråden går av", "ministeren trekker seg", "prisene steg kraftig", "who steps down"),
    ("fabrikken legges ned", "bedriften stenger dørene for godt", "toget var forsinket", "what closes down"),
    ("mannen nekter straffskyld", "tiltalte sier han er uskyldig", "laget vant kampen", "a plea"),
    ("de ansatte går til streik", "arbeiderne legger ned arbeidet", "isen på vannet er tynn", "a strike"),
]


@pytest.mark.parametrize(("clause", "same", "other", "why"), NEARER, ids=[r[3] for r in NEARER])
def test_the_same_in_other_words_is_nearer(clause: str, same: str, other: str, why: str) -> None:
    alike = load_meaning().read(told(clause, same, other))
    assert alike.between(0, 1) > alike.between(0, 2), why


def test_likeness_goes_both_ways_and_is_one_for_the_same_words() -> None:
    alike = load_meaning().read(told("tre omkom", "veien åpner", "tre omkom"))
    assert alike.between(0, 2) == pytest.approx(1.0, abs=1e-3)
    assert alike.between(0, 1) == alike.between(1, 0)


def test_what_stands_around_counts_the_nearest_sentences() -> None:
    fire, thief = words("brannen spredte seg til taket"), words("tyven stjal bilen")
    short = words("det stemmer")
    telling = Telling([[fire, short], [fire, short], [thief, short]], [short] * 3, [(0, 1), (1, 1), (2, 1)])
    alike = load_meaning().read(telling)
    assert alike.around(0, 1) > alike.around(0, 2)


def test_the_nearest_are_those_at_or_above_the_least_each_once(monkeypatch: pytest.MonkeyPatch) -> None:
    clauses = ["tre omkom", "tre omkom", "veien åpner", "tre omkom"]
    alike = load_meaning().read(told(*clauses))
    assert sorted(zip(*alike.nearest(0.99), strict=True)) == [(0, 1), (0, 3), (1, 3)]
    monkeypatch.setattr(meaning, "WINDOW", 1)
    assert sorted(zip(*alike.nearest(0.99), strict=True)) == [(0, 1)]


def test_each_clause_has_no_more_than_the_most_alike_before_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meaning, "MOST_ALIKE", 1)
    alike = load_meaning().read(told("to omkom", "tre omkom", "veien åpner", "to omkom"))
    assert sorted(zip(*alike.nearest(0.1), strict=True)) == [(0, 1), (0, 3)]


def test_the_closest_words_are_those_that_say_the_same() -> None:
    alike = load_meaning().read(told("tre omkom", "fire døde"))
    assert alike.closest(0, 1) == ("omkom", "døde")


def test_a_clause_without_words_has_no_closest_word() -> None:
    alike = load_meaning().read(told("en person omkom", ""))
    assert alike.closest(0, 1) == ("", "")


def test_nothing_and_no_words_are_no_error() -> None:
    model: Meaning = load_meaning()
    assert [list(places) for places in model.read(Telling([], [], [])).nearest(0.0)] == [[], []]
    assert model.read(Telling([[()], [()]], [(), ()], [(0, 0), (1, 0)])).between(0, 1) == pytest.approx(0.0, abs=1e-3)


def test_a_word_falls_on_the_same_rows_every_time_and_a_kind_of_name_on_one() -> None:
    assert grams("#PER") == ["§#PER"]
    assert rows("omkom", 10_000) == rows("omkom", 10_000)
    assert len(rows("omkom", 10_000)) == len(grams("omkom")) > 5
