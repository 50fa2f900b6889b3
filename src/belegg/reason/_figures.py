"""The figures that a member gives for its claim, under one name for what they count and in one measure."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from belegg.reason._cues import REMEMBERED, listed
from belegg.reason._propositions import Proposition
from belegg.text.bridge import load_bridge
from belegg.text.numbers import PERSON, Quantity, load_number_words, number

MINUTE = {"s": 1 / 60, "min": 1.0, "h": 60.0}  # clock measures in minutes
DAY = {"døgn": 1.0, "dag": 1.0, "uke": 7.0, "måned": 30.4}  # calendar measures in days; years are told apart
SHARE = "%"
VOTES = "votes"
VOTING = "vote"
#: People told by what they do: *jegere, lærarar, demonstranter, mannskap*. Counted, they are persons.
PEOPLE = re.compile(
    r"(?:ere|erne|arar|erar|arane|erane|ister|istar|istene|istane|anter|antar|antene|antane|folk|folka|menn|mennene|kvinner"
    r"|studenter|studentar|elev(?:er|ar|ene|ane)?|ansatte|tilsette|venner|vener|gutter|gutar|jenter|døtre|døtrer|sønner"
    r"|søner|mødre|fedre|foreldre|søsken|familiemedlem\w*|besetningsmedlem\w*|mannskap\w*|medlemmer|medlemer"
    r"|passasjer\w*|tilskuer\w*|tilskodar\w*|gjester|gjestar|kunder|kundar|brukere|leger|legar|naboer|naboar|fanger"
    r"|fangar|ungdom(?:mer|ar|mene|ane)?|ører|ørar|ologer|ologar|advokater|advokatar|vakter|piloter|pilotar|kirurger|kirurgar|offiserer|offiserar"
    r"|rekrutter|rekruttar|slektninger|slektningar|flyktninger|flyktningar|lærlinger|lærlingar|kolleger|kollegaer"
    r"|kollegaar|streikende|streikande|pårørende|pårørande|etterlatte|vitner|fornærmede|gisler|gislar|siktede|sikta|tiltalte|pågrepne|arresterte|mistenkte|sjøfolk|evakuerte)$"
)
THINGS = re.compile(r"(?:met(?:ere|erne)|containere|konteinerar|datamaskinar\w*|computere|hektarar|klynger)$")
ORDINALS = {
    "annen": 2, "annan": 2, "andre": 2, "tredje": 3, "fjerde": 4, "femte": 5, "sjette": 6, "sjuende": 7, "sjuande": 7,
    "åttende": 8, "åttande": 8, "niende": 9, "niande": 9, "tiende": 10, "tiande": 10,
}  # fmt: skip
PARTS = {
    "halv": 2, "tre": 3, "tredje": 3, "fire": 4, "fjerde": 4, "fem": 5, "femte": 5, "seks": 6, "sjette": 6, "åtte": 8,
    "åtten": 8, "ti": 10, "tiende": 10, "tien": 10,
}  # fmt: skip
EVERY = re.compile(
    rf"\b(?:hver|kvar)\s+(?P<of>{'|'.join(ORDINALS)})\b(?!\s+(?:dag|uke|veke|måned|månad|år|time|gang|gong))"
)
EVERY_OTHER = re.compile(r"\b(?:annenhver|annakvar|annankvar)\b(?!\s+(?:dag|uke|veke|måned|månad|år|time|gang|gong))")
ONE_IN = re.compile(
    r"\b(?P<some>én|éin|ein|en|to|tre|fire|fem|seks|sju|syv|åtte|ni)\s+av\s+(?P<of>tre|fire|fem|seks|åtte|ti|tjue|hundre)\b"
)
PARTED = re.compile(
    rf"\b(?:(?P<some>en|ein|én|éin|to|tre|fire|fem)\s+)?(?P<of>{'|'.join(PARTS)})(?:de|n|an)?del(?:er|ar|en|ene|ane)?\b"
)
HALVES = re.compile(r"\b(?:halvparten|halvdelen|det halve)\b")
QUARTERS = ((re.compile(r"\btrekvart(?:er)? time\b"), 45.0), (re.compile(r"\b(?:et|eit) kvarter\b"), 15.0))
HALF_HOUR = re.compile(r"\b(?:en|ein) halv ?time\b")
IN_SHARES = listed("shares")  # one of these stands in whatever the patterns above find, but for *one in*
OF_SO_MANY = re.compile(r"\sav\s+[tfsåh]")
ONE = re.compile(r"(?P<one>et|ett|én|en|ein|eit|eitt|éin)\s+(?P<noun>\w+)", re.IGNORECASE)
VOTERS = listed("voting")
DAYS = listed("day_ends")  # *a scale to five on Saturday*: they are no things counted
OF_THEM = " of them"  # added to the noun of what is counted out of more (*three of them*)
OF_ALL = (" av ti", " av hundre")
PART = re.compile(r"\S+\s+av (?:dem|dei|disse|desse|de|våre|\d+|\w+(?:ene|ane|erne|arne|ande|ende)\b)")
AFTER = 40  # code points after a figure in which its noun stands
WHOLE = 100.0
REJECTED = re.compile(r"\b(?:ikke|ikkje|aldri|i stedet for|i staden for|framfor)\s+(?:på\s+|om\s+)?$")
#: Counted over more than what is told of: *so far this winter*.
CUMULATIVE = re.compile(
    r"\b(?:så langt|so langt|hittil|til nå|til no)"
    r" (?:i (?:år|vinter|vår|sommer|sommar|høst|haust|sesongen)|denne|dette)\b"
)
BEFORE = re.compile(r"\b(?:fra|frå)\s+$")  # *from 30 to 48*: 48 is told
INTO = re.compile(r"\W*(?:\w+\s+){0,2}til\s")
CONDITION = re.compile(r"\b(?:dersom|hvis|viss|såframt|såfremt|forutsatt at|føresett at|med mindre)\b")
ADDED = re.compile(r"[^.;:!?\d]{0,30}\b(?:og|samt|pluss)\s")
AND_ONE = re.compile(r"\s(?:\w+\s){1,3}og (?:en|ein|ei|én|éin) ")
#: Where people are, how they are, or what they belong to: *91 om bord, elleve til sykehus, fem i mannskapet*.
WHERE = re.compile(
    r"\s*(?:om ?bord|på (?:syke|sjuke)hus|til (?:syke|sjuke)hus|i live|i arrest|i varetekt|i fengsel"
    r"|(?:i|av) (?:streik|mannskap|besetning|familie|(?:reise|tur)?følgj?e|betjening|stab)(?:en|n|et|t|a)?)\b"
)


def counted(propositions: Iterable[Proposition], text: str) -> Mapping[str, tuple[Quantity, ...]]:
    """What is counted or measured to the figures of it that a member gives, in order of the text.

    What is rejected (*43, not 48*), was so before (*from 30 to 48*) or holds on a condition is left out. Of people told
    apart (*85 passengers and six of the crew*) all together are given too.
    """
    found: dict[str, list[Quantity]] = {}
    for p in propositions:
        people: list[Quantity] = []
        told = tuple(shares(p, text))
        for quantity in (*(q for q in p.quantities if not _is_in(q, told, text)), *told):
            if _is_left_out(quantity, p, text):
                continue
            kind, measured = _in_one_measure(quantity, p, text)
            if PART.match(text[quantity.start : quantity.end + AFTER].lower()):
                measured = replace(measured, noun=measured.noun + OF_THEM)
            if measured not in found.setdefault(kind, []):
                found[kind].append(measured)
            if kind == PERSON:
                people.append(measured)
        for total in _together(people, text):
            found[PERSON].append(total)
    return {kind: tuple(quantities) for kind, quantities in found.items() if quantities}


def is_part(quantity: Quantity) -> bool:
    """True where so many of more are counted: *three of them*."""
    return quantity.noun.endswith(OF_THEM)


def _is_in(quantity: Quantity, shares: Iterable[Quantity], text: str) -> bool:
    """True for the *nine* and the *ten* of *nine of ten*: they count nothing."""
    within = (s.span.of(text).lower() for s in shares if s.start <= quantity.start and quantity.end <= s.end)
    return any(words.endswith(OF_ALL) for words in within)


def _is_left_out(quantity: Quantity, p: Proposition, text: str) -> bool:
    before, after = text[p.span.start : quantity.start].lower(), text[quantity.end : p.span.end].lower()
    if quantity.unit == "gang" and quantity.low == 1:
        return True  # *not once*
    rejected = not quantity.bound and REJECTED.search(before) is not None
    changed = BEFORE.search(before) is not None and INTO.match(after) is not None
    return rejected or changed or _counts_otherwise(p.span.of(text).lower())


@lru_cache(maxsize=REMEMBERED)
def _counts_otherwise(words: str) -> bool:
    """True for a clause whose figures are those so far, or hold on a condition."""
    return CUMULATIVE.search(words) is not None or CONDITION.search(words) is not None


def _together(people: Sequence[Quantity], text: str) -> Iterator[Quantity]:
    """All people told in parts joined by *and*; one more where *and a guide* follows."""
    for a, b in pairwise(people):
        if ADDED.fullmatch(text[a.end : b.start].lower()):
            yield replace(a, end=b.end, low=a.low + b.low, high=a.high + b.high)
    if people and AND_ONE.match(text[people[-1].end : people[-1].end + AFTER].lower()):
        yield replace(people[-1], low=people[-1].low + 1, high=people[-1].high + 1)


def _in_one_measure(quantity: Quantity, p: Proposition, text: str) -> tuple[str, Quantity]:
    """The kind of a figure, and the figure in the measure of its kind."""
    if quantity.unit in MINUTE:
        return "minutes", _times(quantity, MINUTE[quantity.unit])
    if quantity.unit in DAY:
        return "days", _times(quantity, DAY[quantity.unit])
    following = re.findall(r"\w+", text[quantity.end : quantity.end + AFTER].lower())
    noun = next((w for w in following[:3] if load_bridge().key(w) == quantity.noun), "")
    if VOTING in p.axes and (not quantity.what or quantity.noun.startswith(VOTERS)):
        return VOTES, quantity
    people = PEOPLE.search(noun) and not THINGS.search(noun)
    if quantity.unit == PERSON or people or WHERE.match(text[quantity.end : quantity.end + AFTER].lower()):
        return PERSON, quantity
    return "" if noun.endswith(DAYS) else quantity.what, quantity


def _times(quantity: Quantity, factor: float) -> Quantity:
    """Told in other measures, two figures are rounded: they are taken as about so much."""
    about = quantity.bound or ("about" if factor != 1.0 else "")
    return replace(quantity, low=quantity.low * factor, high=quantity.high * factor, bound=about)


def shares(p: Proposition, text: str) -> Iterator[Quantity]:
    """Shares told in words, in per cent: *hver femte*, *én av ti*, *to tredeler*, *halvparten*; *trekvart time*."""
    words = p.span.of(text).lower()
    others = any(part in words for part in IN_SHARES)
    for match in EVERY.finditer(words) if others else ():
        yield _share(p, match, 1 / ORDINALS[match["of"]])
    for match in (*EVERY_OTHER.finditer(words), *HALVES.finditer(words)) if others else ():
        yield _share(p, match, 0.5)
    for match in ONE_IN.finditer(words) if OF_SO_MANY.search(words) else ():
        some, of = number(match["some"]) or 1.0, number(match["of"]) or WHOLE
        if some < of:
            yield _share(p, match, some / of)
    for match in PARTED.finditer(words) if others else ():
        some = (number(match["some"]) if match["some"] else None) or 1.0
        yield _share(p, match, some / PARTS[match["of"]])
    for pattern, minutes in (*QUARTERS, (HALF_HOUR, 30.0)) if others else ():
        for match in pattern.finditer(words):
            yield _told(p, match, minutes, "min")


def _share(p: Proposition, match: re.Match[str], share: float) -> Quantity:
    return _told(p, match, WHOLE * share, SHARE)


def _told(p: Proposition, match: re.Match[str], value: float, unit: str) -> Quantity:
    return Quantity(p.span.start + match.start(), p.span.start + match.end(), value, value, unit, "", "about")


def one_of(propositions: Sequence[Proposition], kinds: Iterable[str], text: str) -> Mapping[str, tuple[Quantity, ...]]:
    """*A child is in hospital*: one, where others tell of several. What is counted to it, for what opens the clause."""
    wanted = frozenset(kinds)
    found: dict[str, tuple[Quantity, ...]] = {}
    for p in propositions:
        match = ONE.match(p.span.of(text))
        if not match:
            continue
        key = load_bridge().key(match["noun"].lower())
        noun = match["noun"].lower()
        person = PERSON in wanted and (noun in load_number_words().persons or bool(PEOPLE.search(noun)))
        kind = key if key in wanted else PERSON if person else ""
        if kind:
            end = p.span.start + match.end("one")
            found.setdefault(kind, (Quantity(p.span.start, end, 1.0, 1.0, "", kind),))
    return found
