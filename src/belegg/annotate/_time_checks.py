"""What around an expression shows that it is no time: our summer, an age, a price, a name with a capital."""

import re
from collections.abc import Callable, Sequence

from belegg.annotate._time_grammar import Expression
from belegg.annotate._time_words import load_words
from belegg.core.words import Token

_SENTENCE_START = re.compile(r"(?:^|[.!?:–—\-«»\"”(/|•]) *$")
_NAMELIKE = frozenset(("weekday", "month", "season", "feast"))
_CAPITAL_AFTER = re.compile(r" [A-ZÆØÅ][\w-]+")
_WORD_AFTER = re.compile(r"[ \u00a0]+([^\W\d_][\w-]*)")
_WORD_BEFORE = re.compile(r"([\w.]+)[ \u00a0]+$")
_ONE_DAY = re.compile(r"(?:en|én|ein|éin|ei|et|eit|1) (?:dag|kveld)$", re.IGNORECASE)
_NAMED_AGE = re.compile(r"[A-ZÆØÅ][\w-]+ ?[,(] ?$")
_AGED_ON = re.compile(r"([\w-]+) på (?:\w+(?:, \w+)? (?:og|til|eller) )?$", re.IGNORECASE)
_AGED_COMPOUND = re.compile(
    r"\w(?:mann|mannen|kvinne|kvinna|kvinnen|gutt|gutten|gut|guten|jente|jenta|barn|barnet|paret|åring)$"
)
_BESIDE = re.compile(r" (?:tidligere|tidlegare|senere|seinere|seinare|før|etter)\b")
_AMOUNT = re.compile(
    r"\d|\b(?:million|milliard|tusen|hundre|hundrevis|tusenvis|titals|titalls|snes|dusin|halv|halve|prosent|kroner|gang|"
    r"gong|ganger|gonger|dobbelt|mye|mykje|mer|meir|mindre|mange|flere|fleire|få|færre)\w*\b",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[.!?:;–—»«](?=\s|$)|, ")
_SPEED = re.compile(r"\b(?:kilometer|km|meter|mil) $", re.IGNORECASE)
_ONE_UNIT = re.compile(r"\bfå (?:time|dag|uke|uka|veke|måned|månad)$", re.IGNORECASE)
_BETWEEN = re.compile(r"(?:mellom|fra|frå) \d+ (?:og|til) $", re.IGNORECASE)
_PEOPLE = re.compile(
    r"(?:elev|student|ungdom|person|barn|born|kvinne|menn|jente|gut|alder|innbygg)[^.!?]{0,60}$", re.IGNORECASE
)
_NAME_OF_DAY = re.compile(r" (?:Dag|Går|Morgen|Morgon|Kveld|Natt|År|Fjor|Vår|Sommer|Haust|Høst|Vinter)\b")
_ADDRESS = re.compile(r"\.[a-zæøå]{2,}\b(?! )")
_NAMED_AS = re.compile(r"\b(?:foto|kilde|kjelde|tekst|illustrasjon|video|grafikk): $", re.IGNORECASE)
_DEFINITE = re.compile(r"\w{2}(?:et|en|a|ene|ane)$")
_MEASURE_WORD = re.compile(r"(?:er|ar|ene|ane)$")

_ONE_FIRST = re.compile(
    r"(?:den|det) (?:første|fyrste) "
    r"(?:sekundet|minuttet|halvtimen|timen|døgnet|uka|uken|veka|veken|måneden|månaden|året)$"
)

Check = Callable[[Expression, str, Sequence[Token]], bool]


def is_time(found: Expression, text: str, tokens: Sequence[Token]) -> bool:
    """False where the surroundings speak against a time; ``tokens``: those under the expression and the next."""
    if not _well_cased(found, text):
        return False
    check = _CHECKS.get(found.weigh or "")
    return check(found, text, tokens) if check else True


def _well_cased(found: Expression, text: str) -> bool:
    """Names of days and months are written small: a capital inside a sentence is a name (*August Lie, Lørdag*)."""
    covered = text[found.start : found.end]
    if _NAME_OF_DAY.search(covered) or _ADDRESS.match(text, found.end):  # the newspaper Dag og Tid; daglig.example
        return False
    if covered.isalpha() and "set" in found.forms and covered[0].isupper() and not covered.isupper():
        return _SENTENCE_START.search(text[: found.start]) is not None and not _NAMED_AS.search(text[: found.start])
    if not covered[0].isupper() or not _NAMELIKE.intersection(found.forms):
        return True
    if covered.isupper() and len(covered) > 1:
        return True
    if not _SENTENCE_START.search(text[: found.start]):
        return False
    return not (found.forms == ("month",) and covered.isalpha() and _CAPITAL_AFTER.match(text, found.end))


def _is_year(found: Expression, text: str, tokens: Sequence[Token]) -> bool:
    """*I 2000 meters høyde, fra 1500 ansatte*: a number that counts the next word is no year."""
    number = next((t for t in tokens if t.start < found.end <= t.end), None)
    following = next((t for t in tokens if t.start >= found.end), None)
    if number and following and number.dep == "nummod" and number.head >= following.index:
        return False  # also *1850 nye medlemmer*
    after = _WORD_AFTER.match(text, found.end)
    if text[found.start : found.end].lower().startswith("i ") or not after:
        return True
    counted = following.pos == "NOUN" if following else bool(_MEASURE_WORD.search(after.group(1)))
    return not (after.group(1)[0].islower() and counted)


def _is_measure(found: Expression, text: str, tokens: Sequence[Token]) -> bool:
    covered, before = text[found.start : found.end], text[: found.start]
    if _ONE_DAY.match(covered):
        word = _WORD_BEFORE.search(before)
        if _BESIDE.match(text, found.end):
            return True
        return bool(word and word.group(1).lower() in load_words().tables["measuring"])
    if _ONE_UNIT.search(covered):  # to get an appointment
        return False
    if _is_age_of(before, found) or (_BETWEEN.search(before) and _PEOPLE.search(before)):
        return False
    length = found.fields.length
    aged = length and length.unit == "Y" and _NAMED_AGE.search(before) and text[found.end : found.end + 1] in (",", ")")
    return not (aged or text[found.end :].startswith((" alder", " gammal", "-")))


def _is_age_of(before: str, found: Expression) -> bool:
    """*En hann på fire år, et søskenpar på 6 og 9 år*."""
    person = _AGED_ON.search(before)
    if not person or not found.fields.length or found.fields.length.unit not in ("Y", "MO", "W"):
        return False
    word = person.group(1).lower()
    return word in load_words().tables["aged"] or word.isdigit() or bool(_AGED_COMPOUND.search(word))


def _is_rate(found: Expression, text: str, tokens: Sequence[Token]) -> bool:
    """*8400 kroner dyrere i året*: so much in that time; a speed (*90 kilometer i timen*) is one unit."""
    clause = _CLAUSE_END.split(text[: found.start])[-1][-_NEAR:]
    return bool(_AMOUNT.search(clause) or _has_number(clause)) and not _SPEED.search(clause)


_NEAR = 60  # letters
_MOST_UNITS = 1000
_NO_ADJECTIVE = frozenset(("hadde", "skulle", "ville", "kunne", "måtte", "burde", "gjorde", "ikke", "både", "gange"))


def _has_number(clause: str) -> bool:
    numbers = load_words().tables["number"]
    return any(word in numbers and word not in ("en", "ein", "ei", "et", "eit") for word in clause.lower().split())


def _is_plural(found: Expression, text: str, tokens: Sequence[Token]) -> bool:
    """*To fine år, tre lange dager*: several units, and an adjective between (*2004 hadde dagene* is none)."""
    length, told = found.fields.length, text[found.start : found.end].lower()
    if not length or not length.count or not 1 < length.count < _MOST_UNITS:
        return False
    between = told.split()[-2]
    if between in _NO_ADJECTIVE or between in load_words().tables["number"] or between.endswith("hundre"):
        return False
    token = next((t for t in tokens if t.text.lower() == between), None)
    return (token is None or token.pos == "ADJ") and _is_measure(found, text, tokens)


def _is_last(found: Expression, text: str, tokens: Sequence[Token]) -> bool:
    """*Siste dag, første uke* name a day of a course of things; *de første ti minuttene* is a measure."""
    covered, length = text[found.start : found.end].lower(), found.fields.length
    if length is None:
        return False
    first = re.search(r"\b(?:første|fyrste)\b", covered)
    ordered = re.search(r"\d|\b(?:første|fyrste|siste|neste|komande|kommende|seneste) \w+ \w+", covered)
    counted = ordered is not None or _has_number(covered)  # "de tre første ukene"
    if first and not counted:
        return _ONE_FIRST.match(covered) is not None
    return not (length.unit == "D" and "døgn" not in covered and length.count == 1 and not counted)


def _is_no_possessive(found: Expression, text: str, tokens: Sequence[Token]) -> bool:
    """*I vår* is this spring, *i vår familie* our family."""
    if not text[found.start : found.end].lower().endswith("vår"):
        return True
    after = _WORD_AFTER.match(text, found.end)
    if not after:
        return True
    following = next((t for t in tokens if t.start >= found.end), None)
    if following:
        return following.pos not in ("NOUN", "ADJ", "PROPN", "NUM")
    return after.group(1).lower() in load_words().tables["after_our"]


def _is_recent(found: Expression, text: str, tokens: Sequence[Token]) -> bool:
    """*I det siste* alone; with a noun it is the last one of them (*i det siste settet*)."""
    if not text[found.start : found.end].lower().endswith(" siste"):
        return True
    following = next((t for t in tokens if t.start >= found.end), None)
    after = _WORD_AFTER.match(text, found.end)
    noun = following.pos in ("NOUN", "ADJ", "NUM") if following else bool(after and _DEFINITE.search(after.group(1)))
    return not (after and noun)


_CHECKS: dict[str, Check] = {
    "number": _is_year,
    "measure": _is_measure,
    "plural": _is_plural,
    "rate": _is_rate,
    "last": _is_last,
    "recent": _is_recent,
    "our": _is_no_possessive,
}
