"""Small named reasons why two names are, or are not, one thing; their weights add up to the score of a judgement.

The weights were set by hand and checked on the open gold and on invented cases; a pair is joined from ``JOIN`` up.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from rapidfuzz.distance import Levenshtein

from belegg.compare._entity_profiles import Group
from belegg.core.judgement import Feature
from belegg.core.words import NameType
from belegg.text.name_data import first_names, head_endings, head_words
from belegg.text.spelling import abbreviates, fold, road_key, sound_key, squashed, standard_key

JOIN = 3.0
_NEVER = -20.0
_PLACES: frozenset[NameType] = frozenset(("GPE", "LOC"))
_LONG = 6  # letters from which one differing letter is taken for a slip
_KEPT = 1 << 16  # pairs of spellings: a story's articles have the same ones again and again


def compare(left: Group, right: Group, across: bool) -> tuple[Feature, ...]:
    """All reasons for and against; ``across`` is true for two stories, where a name alone says less."""
    kinds = {left.type, right.type}
    reasons: tuple[Feature, ...]
    if kinds == {"DRV"}:
        reasons = tuple(_compounds(left, right))
    elif "DRV" in kinds:
        reasons = ()
    elif kinds == {"PER"}:
        reasons = (_people(_told(left), _told(right)), *_lives(left, right, across))
    else:
        reasons = (*_things(left, right), *_types(left, right, across))
    return reasons


# ---- people


def _told(group: Group) -> tuple[str, ...]:
    """The names that tell who it is: full ones if there are any."""
    return group.full[:6] or tuple(group.names)[:6]


@lru_cache(maxsize=_KEPT)
def _people(left: tuple[str, ...], right: tuple[str, ...]) -> Feature:
    """How the names of two people agree: what speaks most against it, if anything does, else most for it."""
    pairs = [_person(a, b) for a, b in product(left, right)]
    against = min(pairs, key=lambda f: f.weight)
    return against if against.weight < 0 else max(pairs, key=lambda f: f.weight)


def _person(a: str, b: str) -> Feature:
    """How two names of people agree."""
    if fold(a) == fold(b):
        return Feature("same name", 6.0 if " " in a else 4.0, a)
    if squashed(a) == squashed(b):
        return Feature("same name, other spelling", 5.5, f"{a} / {b}")
    if _genitive(a, b):
        return Feature("same name in the genitive", 4.5, f"{a} / {b}")
    x, y = sound_key(a).split(), sound_key(b).split()
    if len(x) == 1 or len(y) == 1:
        return _short_person(a, b, x, y)
    return _two_full(a, b, x, y)


def _genitive(a: str, b: str) -> bool:
    """One is the other with an -s that nothing in its article told for a genitive."""
    x, y = sorted((fold(a), fold(b)), key=len)
    return y == x + "s" and len(x) >= 4


def _short_person(a: str, b: str, x: list[str], y: list[str]) -> Feature:
    short, long = (x, y) if len(x) <= len(y) else (y, x)
    if len(long) == 1:
        near = _slip(short[0], long[0])
        return Feature("one letter differs", 3.0, f"{a} / {b}") if near else Feature("other name", _NEVER, f"{a} / {b}")
    if short[0] == long[-1]:
        return Feature("family name alone", 4.0, f"{a} / {b}")
    if short[0] == long[0]:
        return Feature("given name alone", 3.2, f"{a} / {b}")
    if _slip(short[0], long[-1]):
        return Feature("family name alone, one letter differs", 3.1, f"{a} / {b}")
    if short[0] in long[1:-1]:
        return Feature("part of the name", 3.0, f"{a} / {b}")
    return Feature("other name", _NEVER, f"{a} / {b}")


def _two_full(a: str, b: str, x: list[str], y: list[str]) -> Feature:
    same_family = x[-1] == y[-1]
    detail = f"{a} / {b}"
    if x[-len(y) :] == y or y[-len(x) :] == x:
        return Feature("family names alone", 3.6, detail)
    given = _given(x[0], y[0])
    if same_family and given and _middle(x[1:-1], y[1:-1]):
        return Feature("same name, middle names cut", 4.5, detail)
    if same_family and given:
        return Feature("other middle name", 3.0, detail)
    if given and (_slip(x[-1], y[-1]) or _slip(fold(a).split()[-1], fold(b).split()[-1])):
        return Feature("family name differs by a letter", 3.6, detail)
    if (given and x[-1] in y[1:]) or (given and y[-1] in x[1:]):
        return Feature("one of two family names", 3.4, detail)
    both_listed = x[0] != y[0] and all(n.split()[0].split("-")[0].casefold() in first_names() for n in (a, b))
    if same_family and not both_listed and _slip(x[0], y[0]):
        return Feature("given name differs by a letter", 3.2, detail)
    return Feature("other given name" if same_family else "other name", _NEVER, detail)


def _given(x: str, y: str) -> bool:
    """Given names agree: equal, or one is the other's initial."""
    return x == y or (1 in (len(x), len(y)) and x[0] == y[0])


def _middle(x: list[str], y: list[str]) -> bool:
    """Middle names agree: one list is part of the other, initials count."""
    short, long = sorted((x, y), key=len)
    rest = iter(long)
    return all(any(_given(s, candidate) for candidate in rest) for s in short)


def _slip(x: str, y: str) -> bool:
    """One letter put in, left out or changed in a long name."""
    return min(len(x), len(y)) >= _LONG and Levenshtein.distance(x, y, score_cutoff=1) <= 1


def _lives(left: Group, right: Group, across: bool) -> Iterator[Feature]:
    """What titles and ages say: people of one name may be two."""
    shared = left.gathered("titles") & right.gathered("titles")
    if shared:
        yield Feature("same title", 1.5, ", ".join(sorted(map(str, shared))))
    mine, theirs = left.gathered("fields"), right.gathered("fields")
    if mine and theirs and not mine & theirs:
        yield Feature("titles of different fields", -3.0 if across else -0.5, f"{_list(mine)} / {_list(theirs)}")
    ages = [(a, b) for a in left.gathered("ages") for b in right.gathered("ages")]
    if ages and all(isinstance(a, int) and isinstance(b, int) and abs(a - b) > 3 for a, b in ages):
        yield Feature("ages differ", -8.0, f"{_list(left.gathered('ages'))} / {_list(right.gathered('ages'))}")


def _list(items: frozenset[object]) -> str:
    return ", ".join(sorted(map(str, items)))


# ---- things and places


def _things(left: Group, right: Group) -> Iterator[Feature]:
    if left.known and right.known:
        common = left.known & right.known
        yield (
            Feature("same listed thing", 6.0, _list(frozenset(common)))
            if common
            else Feature("other listed thing", _NEVER)
        )
        return
    if _said(left, right) or _said(right, left):
        yield Feature("said to be short for", 6.0, f"{left.profiles[0].name} / {right.profiles[0].name}")
        return
    kinds = frozenset((left.type, right.type))
    pairs = [_thing(a, b, kinds) for a, b in product(*_comparable(left, right))]
    yield max(pairs, key=lambda f: f.weight)


def _comparable(left: Group, right: Group) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names of two things to compare: full ones where both have any, so that a short form joins no two long ones."""
    if left.full and right.full:
        return left.full[:8], right.full[:8]
    return tuple(left.names)[:8], tuple(right.names)[:8]


def _said(short: Group, long: Group) -> bool:
    return bool(short.gathered("short_for") & {fold(n) for n in long.names})


@lru_cache(maxsize=_KEPT)
def _thing(a: str, b: str, kinds: frozenset[NameType]) -> Feature:
    """How two names of things of some types agree."""
    detail = f"{a} / {b}"
    if fold(a) == fold(b):
        return Feature("same name", 6.0, a)
    if standard_key(a) == standard_key(b):
        return Feature("same name in the other written standard", 5.5, detail)
    if squashed(a) == squashed(b) or (road_key(a) and road_key(a) == road_key(b)):
        return Feature("same name, other spelling", 5.0, detail)
    if _two_fields(a, b) or _two_fields(b, a):
        return Feature("one of the fields in its name", 3.6, detail)
    if _other_article(a, b):
        return Feature("same name, other definite form", 4.5, detail)
    if _genitive(a, b):
        return Feature("same name in the genitive", 4.5, detail)
    short, long = (a, b) if len(a) < len(b) else (b, a)
    if "ORG" in kinds and _definite(short, long):
        return Feature("definite form of the name's head", 4.0, detail)
    if "ORG" in kinds and short.isupper() and abbreviates(short, long):
        return Feature("initials", 3.5, detail)
    if _shortened(short, long, kinds):
        return Feature("short form", 3.6, detail)
    if _near(a, b):
        return Feature("one or two letters differ in a long name", 3.4, detail)
    return Feature("other name", _NEVER, detail)


def _two_fields(short: str, long: str) -> bool:
    """*Energidepartementet, Oljedepartementet* for *Olje- og energidepartementet*."""
    parts = fold(long).split()
    if " " in short or len(parts) != 3 or parts[1] != "og" or not long.split()[0].endswith("-"):
        return False
    first, last, own = parts[0].rstrip("-"), parts[2], fold(short)
    return own == last or (own.startswith(first) and len(own) > len(first) + 4 and last.endswith(own[len(first) :]))


_DEFINITE = re.compile(r"(?:bru|bro)(?:a|en|i)$|(?:en|a|et|ene|ane)$")
_COMPOUND = 6  # letters of a name that is a compound, so that *Vika* and *Viken* stay two


def _other_article(a: str, b: str) -> bool:
    """*Nordfjordbrua, Nordfjordbroen*: feminine or not, as outlets like."""
    x, y = (_DEFINITE.sub(lambda m: "bro" if m[0][:2] == "br" else "", standard_key(n)) for n in (a, b))
    return " " not in a + b and len(x) >= _COMPOUND and x == y and fold(a)[-1] != x[-1] and fold(b)[-1] != y[-1]


def _definite(short: str, long: str) -> bool:
    """*Havarikommisjonen* for *Statens havarikommisjon*, *Tryggingsrådet* for *FNs sikkerhetsråd*."""
    words = standard_key(long).split()
    if " " in short or len(words) < 2 or len(short) < 6:
        return False
    stem = _indefinite(standard_key(short))
    return len(stem) >= 5 and stem == _indefinite(words[-1]) and not long.split()[-1][:1].isupper()


def _indefinite(word: str) -> str:
    for ending in ("en", "et", "a", "ene"):
        if word.endswith(ending) and len(word) - len(ending) >= 5:
            return word.removesuffix(ending)
    return word


def _shortened(short: str, long: str, kinds: frozenset[NameType]) -> bool:
    """*Kvernes* for *Kvernes Kraft ASA*, *Lind* for *Fondshuset Lind*; *Sjarynsk* for *Sjarynsk kosmodrom*."""
    x, y = fold(short).split(), fold(long).split()
    if not x or len(x) >= len(y) or len(short) < 3:
        return False
    if kinds <= _PLACES:
        tail = long.split()[len(x) :]
        region = [w for w in tail if w.casefold() in ("kraj", "oblast", "region", "provins", "fylke") or w.islower()]
        if y[: len(x)] != x or not tail:  # a hyphen may make the folded words more than the written ones
            return False
        whole = len(region) == len(tail) and tail[0] != "kommune" and kinds != {"GPE"}
        return whole or tail[0].casefold() in ("kraj", "oblast")
    if "ORG" not in kinds or kinds & _PLACES or "PER" in kinds:
        return False
    opening = {w.casefold() for w in head_words("organisation", "opening")}
    tail_islower = long.split()[-1].islower()
    return (y[: len(x)] == x and not tail_islower) or (y[-len(x) :] == x and y[0] in opening)


def _near(a: str, b: str) -> bool:
    """Long single words that differ by a letter, or by two where they end in the same head (*-tunnelen*)."""
    x, y = squashed(a), squashed(b)
    shorter = min(len(x), len(y))
    if shorter < 8 or len(a.split()) != len(b.split()) or x[:2] != y[:2]:
        return False
    distance = Levenshtein.distance(x, y, score_cutoff=2)
    head = any(a.casefold().endswith(e) and b.casefold().endswith(e) for e in head_endings("place"))
    return distance <= 1 or (distance == 2 and head and shorter >= 12)


def _types(left: Group, right: Group, across: bool) -> Iterator[Feature]:
    """Types that do not go together: the model errs, but a team is no town and a person no firm."""
    a, b = left.type, right.type
    if a == b:
        return
    detail = f"{a} / {b}"
    if "PER" in (a, b):
        person = left if a == "PER" else right
        same = {fold(n) for n in left.full} & {fold(n) for n in right.full}
        # a title beside a firm's name makes no person of it: people's names begin with a given name
        given = not same or any(n.split()[0].casefold() in first_names() for n in same)
        told = (person.gathered("titles") and given) or person.gathered("ages") or across
        # the very same name of two words: the type is wrong somewhere
        weight = _NEVER if told or (person.full and not same) else -2.5
        yield Feature("a person and no person", weight, detail)
    elif {a, b} <= _PLACES:
        yield Feature("place of two kinds", -0.2, detail)
    elif left.known or right.known:
        listed = left if left.known else right
        if {a, b} == {"LOC", "ORG"} and any(thing.kind == "building" for thing in listed.listed):
            yield Feature("a building and who works there", -0.2, detail)  # "Kreml"
            return
        yield Feature("a listed name of another type", -1.0 if listed.type == "ORG" and not across else _NEVER, detail)
    else:
        yield Feature("types differ", _NEVER if across else -2.0, detail)


# ---- compounds with a name


def _compounds(left: Group, right: Group) -> Iterator[Feature]:
    for a, b in product(left.names, right.names):
        if fold(a) == fold(b):
            yield Feature("same compound", 6.0, a)
            return
        base_a, _, tail_a = a.rpartition("-")
        base_b, _, tail_b = b.rpartition("-")
        if squashed(base_a) == squashed(base_b) and _tail(tail_a) == _tail(tail_b):
            yield Feature("same compound, other form", 5.0, f"{a} / {b}")
            return


def _tail(word: str) -> str:
    """The second part of a compound without its ending, in Bokmål: *sida* is *sid*, *leiaren* is *leder*."""
    key = standard_key(word).replace("leiar", "leder")
    for ending in ("ene", "ane", "en", "et", "er", "ar", "a", "e", "n", "s"):
        if key.endswith(ending) and len(key) - len(ending) >= 3:
            return key.removesuffix(ending)
    return key
