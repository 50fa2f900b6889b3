"""Quantities: figures and number words of both standards, what they count, and how open they are."""

import math

import pytest

from belegg.core.spans import Span
from belegg.text.numbers import Quantity, approximator, number, quantities
from tests.tokens import tokens

WORDS = [
    ("12", 12),
    ("4,1", 4.1),
    ("46,8.", 46.8),  # the full stop of the sentence
    ("1 284", 1284),
    ("12.000", 12000),
    ("tolv", 12),
    ("sju", 7),  # nn and newer nb
    ("syv", 7),  # older nb
    ("tjuefem", 25),
    ("trettito", 32),
    ("femtiein", 51),  # nn
    ("halvannan", 1.5),
    ("huset", None),
    ("tiden", None),  # begins like "ti"
]


@pytest.mark.parametrize(("word", "value"), WORDS)
def test_a_number_word_has_its_value(word: str, value: float | None) -> None:
    assert number(word) == value


ABOUT = [  # words, how many of them right before the last one tell whether it is exact
    ("det/PRON var/AUX om/ADP lag/NOUN 30/NUM", 2),
    ("det/PRON kom/VERB ikkje/ADV meir/ADJ enn/ADP 30/NUM", 3),
    ("laget/NOUN har/VERB minst/ADV 30/NUM", 1),
    ("eit/DET lag/NOUN på/ADP 30/NUM", 0),  # a team
]


@pytest.mark.parametrize(("words", "expected"), ABOUT)
def test_the_words_that_tell_whether_a_figure_is_exact(words: str, expected: int) -> None:
    found = tokens(words)
    assert len(approximator(found, len(found) - 1)) == expected


PHRASES = [  # words, lowest, highest, what is counted
    ("de/PRON er/AUX nå/ADV 120./NUM", 120, 120, ""),  # the full stop of the sentence
    ("17/NUM personer ble/AUX evakuert/VERB", 17, 17, "person"),
    ("fem/NUM og/CCONJ et/DET halvt/ADJ år", 5.5, 5.5, "år"),
    ("to/NUM år og/CCONJ seks/NUM måneder", 2.5, 2.5, "år"),  # one duration
    ("52/NUM år gammel/ADJ mann", 52, 52, "age"),
    ("tre/NUM av/ADP dei/PRON", 3, 3, "person"),  # a pronoun stands for people
    ("mellom/ADP 15/NUM og/CCONJ 20/NUM personar", 15, 20, "person"),
    ("15–20/NUM personer", 15, 20, "person"),
    ("opptil/ADP 20/NUM personer", 0, 20, "person"),
    ("minst/ADV tolv/NUM personer", 12, math.inf, "person"),
    ("12,4/NUM milliardar/NOUN kroner", 12.4e9, 12.4e9, "kr"),
    ("elleve/NUM mill./NOUN kroner", 11e6, 11e6, "kr"),
    ("34/NUM prosent", 34, 34, "%"),
    ("4,3/NUM kilometer", 4.3, 4.3, "km"),
    ("om/ADP lag/NOUN ti/NUM minutt", 10, 10, "min"),
    ("mann/NOUN i/ADP 50-åra/NOUN", 50, 50, "age"),
    ("mann/NOUN i/ADP 50-årene/NOUN", 50, 50, "age"),
]


@pytest.mark.parametrize(("line", "low", "high", "what"), PHRASES)
def test_a_quantity_tells_how_many_of_what(line: str, low: float, high: float, what: str) -> None:
    found = quantities(tokens(line))
    assert [(q.low, q.high, q.what) for q in found] == [(low, high, what)]


def test_a_price_per_share_is_no_plain_price() -> None:
    share = quantities(tokens("42/NUM kroner per/ADP aksje"))[0]
    plain = quantities(tokens("42/NUM kroner"))[0]
    assert share.what.startswith("kr/")
    assert share.what != plain.what


def test_the_part_counts_what_the_whole_counts() -> None:
    part, whole = quantities(tokens("tre/NUM av/ADP de/DET tolv/NUM viftene"))
    assert (part.low, whole.low) == (3, 12)
    assert part.what == whole.what != ""


NOTHING = [
    "han/PRON åtte/VERB/eige aksjane",  # owned, not eight
    "Øen/PROPN (/PUNCT 41/NUM )/PUNCT satt/VERB fast/ADV",  # an age
    "en/DET mann",  # an article
]


@pytest.mark.parametrize("line", NOTHING)
def test_what_is_no_quantity_is_none(line: str) -> None:
    assert quantities(tokens(line)) == ()


def test_what_lies_in_a_time_is_no_quantity() -> None:
    assert quantities(tokens("klokka 10/NUM"), [Span(0, 9)]) == ()


@pytest.mark.parametrize(
    ("a", "b", "agree"),
    [((17, 17, ""), (17, 17, ""), True), ((17, 17, ""), (19, 19, ""), False),
     ((12, math.inf, "least"), (17, 17, ""), True), ((700, 700, "about"), (690, 690, ""), True),
     ((700, 700, "about"), (640, 640, ""), False)],
)  # fmt: skip
def test_figures_agree_within_their_bounds(
    a: tuple[float, float, str], b: tuple[float, float, str], agree: bool
) -> None:
    one, other = (Quantity(0, 1, low, high, "person", "", bound) for low, high, bound in (a, b))  # type: ignore[arg-type]
    assert one.agrees(other) == other.agrees(one) == agree
