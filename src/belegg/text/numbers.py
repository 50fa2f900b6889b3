"""Quantities in running text: figures and number words of both written standards, with what they count or measure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from belegg.core.spans import Span
from belegg.core.words import Token
from belegg.text import grammar
from belegg.text.bridge import load_bridge
from belegg.text.grammar import ARTICLES
from belegg.text.wordlists import read_table, word_lists

Bound = Literal["", "about", "least", "most"]
PERSON = "person"
AGE = "age"
MONEY = "kr"  # what millions without a noun are, in Norwegian news
MILLION = 1_000_000
ONE = ARTICLES | grammar.ONE
_SMALL = word_lists("number_words.toml")
HALF = _SMALL["half"]
OLD = _SMALL["old"]
_TENS = _SMALL["tens"]
_PER = _SMALL["per"]
_BETWEEN = grammar.FROM | {"i", "på", "og"}
OG_APART = len(" og ")
LONGEST_APPROXIMATOR = 3  # words
WINDOW = 4  # how many words after a figure its noun may stand
_FIGURE = re.compile(r"\d{1,3}(?:[  .]\d{3})+(?:,\d+)?|\d+(?:,\d+)?|\d+\.\d{1,2}")
_DECADE = re.compile(r"(\d+)-år(?:ene|a|ane|ing|ingen|ig|ige|inga|ingar|inger)$")
_DECIMAL_AT_END = re.compile(r"^(\d+,\d+)\.$")  # the full stop of a sentence, where it is no word of its own
_RANGE = re.compile(r"(\d+(?:,\d+)?)\s?[–-]\s?(\d+(?:,\d+)?)$")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure from ``low`` to ``high`` (equal where it is one number) and what it counts or measures.

    ``unit`` is a name of ``numbers.toml`` (``km``, ``kr``, ``kr/aksj`` for *kroner per aksje*), ``person``, ``age``, or
    empty; ``noun`` is the bridge key of the counted noun where there is no unit. Both are empty for a bare figure.
    """

    start: int
    end: int
    low: float
    high: float
    unit: str
    noun: str
    bound: Bound = ""

    @property
    def what(self) -> str:
        """The thing counted, to compare by."""
        return self.unit or self.noun

    @property
    def span(self) -> Span:
        """The interval of the figure (without its noun) in the article's text."""
        return Span(self.start, self.end)

    def agrees(self, other: "Quantity") -> bool:
        """True where both can be the same figure: equal, within the other's range, or near where one is approximate."""
        slack = 0.05 if "about" in (self.bound, other.bound) else 0.0
        low, high = max(self.low, other.low), min(self.high, other.high)
        return low <= high * (1 + slack) + 1e-9


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The tables of ``numbers.toml``, turned so that a word finds its meaning."""

    words: Mapping[str, float]
    multipliers: Mapping[str, float]
    approximators: Mapping[str, Bound]
    units: Mapping[str, str]
    persons: frozenset[str]


@cache
def load_number_words() -> NumberWords:
    """The language data, read once."""
    data = read_table("numbers.toml")
    return NumberWords(
        words={w: float(v) for w, v in data["words"].items()},
        multipliers={w: float(v) for w, v in data["multipliers"].items()},
        approximators={w: bound for bound, ws in data["approximators"].items() for w in ws},
        units={w: unit for unit, ws in data["units"].items() for w in ws},
        persons=frozenset(data["persons"]["words"]),
    )


@lru_cache(maxsize=1 << 15)
def number(word: str) -> float | None:
    """The value of one word: *4,1*, *1 284*, *tolv*, *tjuefem*, *trettito*; None where it is no number."""
    lower = _DECIMAL_AT_END.sub(r"\1", word.lower().replace("−", "-"))
    if _FIGURE.fullmatch(lower):
        return _figure(lower)
    return _number_word(lower)


def _figure(text: str) -> float:
    thousands = re.sub(r"(?<=\d)[  .](?=\d{3})", "", text)
    return float(thousands.replace(",", "."))


def _number_word(word: str) -> float | None:
    data = load_number_words()
    if word in data.words:
        return data.words[word]
    for tens in _TENS:
        ones = data.words.get(word.removeprefix(tens).removeprefix("og")) if word.startswith(tens) else None
        ones = 1.0 if word in (tens + "en", tens + "ein") else ones
        if ones is not None and 0 < ones < 10:
            return data.words[tens] + ones
    return None


def quantities(tokens: Sequence[Token], times: Sequence[Span] = ()) -> tuple[Quantity, ...]:
    """The quantities among the tokens of one article, in order; what lies within ``times`` (dates, clocks) is none."""
    found: list[Quantity] = []
    after = 0
    for position in [n for n, token in enumerate(tokens) if _may_begin(token.text)]:
        if position >= after:
            quantity, after = _quantity_at(tokens, position, times)
            found += [quantity] if quantity else []
    return tuple(_in_years(_with_shared_noun(found)))


@lru_cache(maxsize=1 << 15)
def _may_begin(word: str) -> bool:
    """True for a word that may be or begin a figure: few are."""
    return word[:1].isdigit() or number(word) is not None or word.lower() in load_number_words().multipliers


def _quantity_at(tokens: Sequence[Token], position: int, times: Sequence[Span]) -> tuple[Quantity | None, int]:
    token = tokens[position]
    if any(t.start <= token.start < t.end for t in times) or _in_brackets(tokens, position):
        return None, position + 1
    decade = _DECADE.match(token.text.lower()) if token.text[:1].isdigit() else None
    if decade:
        value = float(decade.group(1))
        return Quantity(token.start, token.end, value, value, AGE, ""), position + 1
    low, high, after = _value_at(tokens, position)
    if low is None or high is None:
        return None, position + 1
    low, high, after = _multiplied(tokens, *_with_half(tokens, low, high, after))
    unit, noun, after = _counted(tokens, after)
    unit = unit or (MONEY if low >= MILLION and not noun else "")
    if unit == "år" and after < len(tokens) and tokens[after].text.lower() in OLD:
        unit = AGE
    bound = _bound_before(tokens, position)
    low, high = _opened(low, high, bound)
    return Quantity(token.start, tokens[after - 1].end if unit else token.end, low, high, unit, noun, bound), after


def _in_brackets(tokens: Sequence[Token], position: int) -> bool:
    """True for the age after a name: *Kari Nordmann (41)*."""
    inside = 0 < position < len(tokens) - 1
    return inside and tokens[position - 1].text == "(" and tokens[position + 1].text == ")"


def _value_at(tokens: Sequence[Token], position: int) -> tuple[float | None, float | None, int]:
    """Lowest and highest value of the figure that begins here, and the position after it."""
    pair = _RANGE.match(tokens[position].text) if tokens[position].text[:1].isdigit() else None
    if pair:
        return _figure(pair.group(1)), _figure(pair.group(2)), position + 1
    low = number(_without_stop(tokens, position)) if tokens[position].pos not in ("VERB", "AUX") else None
    if low is None:
        alone = load_number_words().multipliers.get(tokens[position].text.lower())
        return alone, alone, position + 1
    if _joined_range(tokens, position):
        high = number(tokens[position + 2].text)
        if high is not None and high > low:
            return low, high, position + 3
    return low, low, position + 1


def _without_stop(tokens: Sequence[Token], position: int) -> str:
    """The word, without the full stop that the last one of a sentence may have kept: *dei er no 120.*"""
    text = tokens[position].text
    last = position == len(tokens) - 1 and text.endswith(".")
    return text[:-1] if last and text[:-1].isdigit() else text


def _joined_range(tokens: Sequence[Token], position: int) -> bool:
    """True for *mellom 15 og 20*, *15 til 20*, *15–20* written as three words."""
    if position + 2 >= len(tokens):
        return False
    joint = tokens[position + 1].text.lower()
    between = position > 0 and tokens[position - 1].text.lower() == "mellom" and joint == "og"
    return between or joint in ("til", "–", "-")


def _multiplied(tokens: Sequence[Token], low: float, high: float, after: int) -> tuple[float, float, int]:
    multipliers = load_number_words().multipliers
    while after < len(tokens) and (times := multipliers.get(tokens[after].text.lower().rstrip("."))):
        low, high, after = low * times, high * times, after + 1
    return low, high, after


def _with_half(tokens: Sequence[Token], low: float, high: float, after: int) -> tuple[float, float, int]:
    """*Fem og et halvt år* is five and a half."""
    words = [t.text.lower() for t in tokens[after : after + 3]]
    half = len(words) == 3 and words[0] == "og" and words[1] in ONE and words[2] in HALF
    return (low + 0.5, high + 0.5, after + 3) if half else (low, high, after)


def _counted(tokens: Sequence[Token], after: int) -> tuple[str, str, int]:
    """Unit, noun key and the position after the unit, from the words that follow a figure."""
    data = load_number_words()
    for position in range(after, min(after + WINDOW, len(tokens))):
        word = tokens[position].text.lower()
        if word in data.units:
            unit, end = data.units[word], position + 1
            return (*_per(tokens, unit, end),)
        if word in data.persons and not _goes_on(tokens, position):
            return PERSON, "", position + 1
        if tokens[position].pos in ("NOUN", "PROPN"):
            return "", load_bridge().key(tokens[position].text), after
        if tokens[position].pos not in ("ADJ", "ADV", "DET", "NUM", "ADP") or word in _BETWEEN:
            break
    return "", "", after


def _goes_on(tokens: Sequence[Token], position: int) -> bool:
    """True for *de* in *tre av de tolv viftene*: an article there, no pronoun."""
    following = tokens[position + 1] if position + 1 < len(tokens) else None
    pronoun = tokens[position].text.lower() in ("de", "dei")
    return pronoun and following is not None and following.pos in ("NUM", "ADJ", "NOUN")


def _per(tokens: Sequence[Token], unit: str, end: int) -> tuple[str, str, int]:
    if end + 1 < len(tokens) and tokens[end].text.lower() in _PER:
        if tokens[end].text.lower() == "i" and unit != "km":
            return unit, "", end
        return f"{unit}/{load_bridge().key(tokens[end + 1].text)}", "", end + 2
    return unit, "", end


def _bound_before(tokens: Sequence[Token], position: int) -> Bound:
    return load_number_words().approximators.get(_words(approximator(tokens, position)), "")


def approximator(tokens: Sequence[Token], position: int) -> Sequence[Token]:
    """The words right before a figure that tell whether it is exact: *om lag*, *minst*; none where there are none."""
    before = tokens[max(0, position - LONGEST_APPROXIMATOR) : position]
    words, known = [t.text.lower() for t in before], load_number_words().approximators
    return next((before[n:] for n in range(len(before)) if " ".join(words[n:]) in known), ())


def _words(tokens: Sequence[Token]) -> str:
    return " ".join(t.text.lower() for t in tokens)


def _opened(low: float, high: float, bound: Bound) -> tuple[float, float]:
    """*Minst tolv* reaches upwards and *opptil 20* downwards without end."""
    if bound == "least":
        return low, float("inf")
    return (0.0, high) if bound == "most" else (low, high)


def _with_shared_noun(found: Sequence[Quantity]) -> list[Quantity]:
    """A bare figure right before one that counts something counts the same: *tre av de tolv viftene*."""
    out: list[Quantity] = []
    for number_of, quantity in enumerate(found):
        following = found[number_of + 1] if number_of + 1 < len(found) else None
        bare = not quantity.what and following is not None and following.start - quantity.end < 12
        out.append(_counting(quantity, following) if bare and following else quantity)
    return out


def _in_years(found: Sequence[Quantity]) -> list[Quantity]:
    """*To år og seks måneder* is one quantity, in years."""
    out: list[Quantity] = []
    for quantity in found:
        before = out[-1] if out else None
        months = before and before.unit == "år" and quantity.unit == "måned" and quantity.start - before.end <= OG_APART
        if before and months:
            low, high = before.low + quantity.low / 12, before.high + quantity.high / 12
            out[-1] = Quantity(before.start, quantity.end, low, high, before.unit, "", before.bound)
        else:
            out.append(quantity)
    return out


def _counting(quantity: Quantity, other: Quantity) -> Quantity:
    return Quantity(quantity.start, quantity.end, quantity.low, quantity.high, other.unit, other.noun, quantity.bound)
