"""Which type a name has: small pieces of evidence from all its places in an article, added up.

One type per name within an article (as with one sense per discourse, Gale, Church and Yarowsky 1992), except for what
the places themselves tell apart: a compound is DRV wherever it stands.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from belegg.annotate._name_context import IN, of_context, plays, says
from belegg.annotate._name_forms import ends_in_head
from belegg.annotate._name_words import Draft, Words, is_address
from belegg.core.words import NameType
from belegg.text.grammar import DEFINITE_ARTICLES
from belegg.text.name_data import first_names, head_endings, head_words, known_things, word_endings
from belegg.text.spelling import fold, without_genitive
from belegg.text.titles import title_base, title_fields

_LONE = 0.8  # against a person of one word who is no given name and nowhere named in full
_FIRM_HERE = 1.9  # evidence of one place that a family name is a firm there
Evidence = defaultdict[NameType, float]
_ROAD = re.compile(r"[ERF][VvE]?\.? ?\d{1,4}|Ring \d|(?:Riks|Fylkes|Europa)ve[gi] \d{1,4}")
_MODEL = re.compile(r"[^\W\d_][\w]*-\d{1,4}[A-Z]{0,2}")  # "Sojuz-5", "F-35"
_PLACES = ("GPE", "LOC")
_LOCAL = head_words("inside", "local")
_WARS = head_words("inside", "wars")
_THE = frozenset(word.capitalize() for word in DEFINITE_ARTICLES)
_OF_TOWN = word_endings("beside", "of_town")
# How far a listed name settles the type: a country is nothing else, a district is now LOC, now GPE in NorNE.
_KNOWN_WEIGHTS = {
    "country": 4.0,
    "capital": 4.0,
    "body": 4.0,
    "continent": 4.0,
    "county": 2.8,
    "nature": 2.8,
    "region": 2.6,
    "building": 3.2,
    "airport": 3.0,
    "island": 3.0,
}


def _nothing() -> Evidence:
    return defaultdict(float)


class Typed(NamedTuple):
    """A type, and the evidence by which it outdoes the next."""

    type: NameType
    lead: float


def typed(words: Words, drafts: Sequence[Draft], keys: Sequence[str]) -> dict[int, Typed]:
    """The type of each draft (by its place in the list), the same for all drafts of one key."""
    evidence: dict[str, Evidence] = defaultdict(_nothing)
    votes: dict[str, Counter[NameType]] = defaultdict(Counter)
    around: dict[str, list[Mapping[NameType, float]]] = defaultdict(list)
    for draft, key in zip(drafts, keys, strict=True):
        if key not in around:
            _add(evidence[key], _of_name(words, draft))
        around[key].append(of_context(words, draft))
        votes[key].update(draft.votes)
    for key, places in around.items():
        _add(evidence[key], _damped(places))
    for key, given in votes.items():
        # the model's votes, damped: ten places of one name are not ten independent looks
        _add(evidence[key], {t: 1.3 * n / given.total() + 0.4 * min(n, 3) for t, n in given.items() if t != "DRV"})
    _doubt_lone_people(keys, drafts, words, evidence)
    _lend_from_compounds(words, evidence)
    _lend_to_brackets(words, drafts, keys, evidence)
    _lend(evidence, {k: _best(e) for k, e in evidence.items()}, keys)
    chosen = {key: _place(key, evidence[key], around[key], words, keys, drafts) for key in evidence}
    family = _family_names(chosen)
    leads = {key: _lead(evidence[key], type_) for key, type_ in chosen.items()}
    return {
        n: Typed(_here(words, draft, chosen[key], key in family), leads[key])
        for n, (draft, key) in enumerate(zip(drafts, keys, strict=True))
    }


def _lead(evidence: Mapping[NameType, float], chosen: NameType) -> float:
    """By how much the type outdoes the next: how sure the article makes us of it."""
    return max(0.0, evidence[chosen] - max((w for t, w in evidence.items() if t != chosen), default=0.0))


def _family_names(chosen: Mapping[str, NameType]) -> frozenset[str]:
    """The last words of people's full names."""
    return frozenset(key.split()[-1] for key, type_ in chosen.items() if type_ == "PER" and " " in key)


def _here(words: Words, draft: Draft, type_: NameType, family: bool) -> NameType:
    """The type at one place: a town that wins and loses is a team there, *aksjene i Holm* a firm beside *Kari Holm*."""
    if type_ in _PLACES:
        seated = type_ == "LOC" and _seat(words, draft) and (says(words, draft) or _subject(words, draft))
        return "ORG" if seated or plays(words, draft) else type_
    if type_ != "PER" or not family or draft.last - draft.first > 1:
        return type_
    told = of_context(words, draft)
    return "ORG" if told.get("ORG", 0.0) >= _FIRM_HERE and told.get("GPE", 0.0) >= 0 else type_


def _seat(words: Words, draft: Draft) -> bool:
    """True for a listed building that stands for who works there: *Kreml nekter*."""
    surface = words.surface(draft)
    thing = known_things().get(surface) or known_things().get(without_genitive(surface))
    return thing is not None and thing.kind == "building"


def _subject(words: Words, draft: Draft) -> bool:
    """True where the name is the subject of a verb."""
    inside = range(draft.first, draft.last)
    heads = (words.tokens[i] for i in inside if words.tokens[i].head not in inside)
    return any(t.dep == "nsubj" and words.tokens[t.head].pos == "VERB" for t in heads if t.head < len(words.tokens))


def _place(
    key: str,
    evidence: Evidence,
    around: Sequence[Mapping[NameType, float]],
    words: Words,
    keys: Sequence[str],
    drafts: Sequence[Draft],
) -> NameType:
    """The best type; a bare name that only stands as where somebody lives or is (*i X*) is a town, not a thing."""
    best = _best(evidence)
    if best != "LOC" or not any(place.get("GPE", 0.0) >= IN for place in around):
        return best
    first = drafts[list(keys).index(key)]
    return best if "LOC" in _of_name(words, first) or first.last - first.first > 1 else "GPE"


def _add(evidence: Evidence, more: Mapping[NameType, float]) -> None:
    for type_, weight in more.items():
        evidence[type_] += weight


def _damped(places: Sequence[Mapping[NameType, float]]) -> dict[NameType, float]:
    """Of each type the strongest evidence of all places, and a little for the others: they are not independent."""
    found: dict[NameType, float] = {}
    for type_ in {t for place in places for t in place}:
        told = [place.get(type_, 0.0) for place in places]
        weights = [max(0.0, w) for w in told]
        found[type_] = max(weights) + min(0.6, 0.3 * (sum(weights) - max(weights))) + min(0.0, *told)
    return found


def _best(evidence: Evidence) -> NameType:
    order: tuple[NameType, ...] = ("ORG", "PER", "GPE", "LOC", "PROD", "EVT")
    return max(order, key=lambda t: (evidence[t], -order.index(t)))


def _lend(evidence: dict[str, Evidence], best: Mapping[str, NameType], keys: Iterable[str]) -> None:
    """A short name takes after the long one it is part of: *Lund* after *Kari Lund*."""
    whole = sorted(set(keys), key=len)
    for key in whole:
        parts = key.split()
        if len(parts) > 2:
            continue
        for other in whole:
            if len(other) <= len(key):
                continue
            theirs = other.split()
            if theirs[:-1] == parts and theirs[-1] in ("kommune", "fylke"):
                evidence[key]["GPE"] += 3.0
            elif theirs[:-1] == parts and theirs[-1] in head_words("place", "borne") and best[key] != "PER":
                evidence[key]["GPE"] += 1.0
            elif best[other] == "PER" and len(theirs) > 1 and (theirs[-len(parts) :] == parts or theirs[:1] == parts):
                evidence[key]["PER"] += 5.0 if theirs[0] in first_names() and theirs[-len(parts) :] == parts else 3.5
            elif (
                best[other] == "ORG"
                and key not in _listed_places()
                and len(parts) == 1
                and theirs[0] == key
                and _firm(other)
            ):
                evidence[key]["ORG"] += 2.5


def _doubt_lone_people(
    keys: Sequence[str], drafts: Sequence[Draft], words: Words, evidence: dict[str, Evidence]
) -> None:
    """News gives people their full name once: a word that is no given name and in no longer name is hardly one."""
    in_full = {part for key in keys if " " in key for part in (key.split()[0], key.split()[-1])}
    for key, draft in dict(zip(keys, drafts, strict=True)).items():
        if " " not in key and key not in in_full and words[draft.first].casefold() not in first_names():
            evidence[key]["PER"] -= _LONE


def _lend_from_compounds(words: Words, evidence: dict[str, Evidence]) -> None:
    """*Nordlys-direktøren* tells that Nordlys is a firm, *Vik-ordføreren* that Vik is a place."""
    for token in words.tokens:
        base, dash, tail = token.text.rpartition("-")
        key = fold(base)
        if not dash or not tail.islower() or key not in evidence:
            continue
        fields = title_fields(tail) if title_base(tail) else frozenset()
        if fields & _LEADING or tail in head_words("organisation", "of_firm"):
            evidence[key]["ORG"] += 2.2
        elif tail.startswith(_OF_TOWN):
            evidence[key]["GPE"] += 1.5
        elif tail in head_words("place", "of_place"):
            evidence[key]["GPE"] += 1.5
            evidence[key]["LOC"] += 1.0


_LEADING = frozenset(("business", "administration", "communication"))


def _lend_to_brackets(
    words: Words, drafts: Sequence[Draft], keys: Sequence[str], evidence: dict[str, Evidence]
) -> None:
    """An abbreviation in brackets is of the type of the name before it: *Noregs Bondelag (NB)*."""
    for (before, key), (draft, short) in pairwise(zip(drafts, keys, strict=True)):
        if draft.first != before.last + 1 or words[before.last] != "(":
            continue
        if _best(evidence[key]) == "PER" and draft.last - draft.first == 1:
            evidence[short]["ORG"] += 2.5  # a party: "Kari Holm (Bygdelista)"
        elif words[draft.first].isupper():
            evidence[short][_best(evidence[key])] += 2.0


@cache
def _listed_places() -> frozenset[str]:
    return frozenset(fold(form) for form, thing in known_things().items() if thing.type in _PLACES)


@cache
def _lending() -> frozenset[str]:
    """Endings of firms that are called by the rest of their name; a local paper or bank is not called by its town's."""
    return frozenset(w.casefold() for w in head_words("organisation", "firm")) - _LOCAL


def _firm(key: str) -> bool:
    return key.split()[-1] in _lending()


# ---- what the name itself tells


def _of_name(words: Words, draft: Draft) -> dict[NameType, float]:
    surface = words.surface(draft)
    stem = surface if ends_in_head(surface) else without_genitive(surface)
    known = known_things().get(surface) or known_things().get(stem)
    if known:
        if stem.casefold() in first_names():  # "Sofia", "Victoria", "Georgia"
            return {known.type: 2.2, "PER": 1.6}
        return {known.type: 4.0 if " " in stem else _KNOWN_WEIGHTS.get(known.kind, 2.2)}
    parts = stem.split()
    found: dict[NameType, float] = {"PER": -2.0} if any(p.isdigit() for p in parts) else {}
    if len(parts) == 1 and _MODEL.fullmatch(stem):
        found |= {"PROD": 2.5, "PER": -2.0}
    if _ROAD.fullmatch(stem):
        return {"LOC": 5.0}
    if words.outlet and stem == words.outlet:
        return {"ORG": 5.0}
    if is_address(stem):
        return {"ORG": 4.0}
    if stem in head_words("event", "words"):
        return {"EVT": 4.0}
    if len(parts) > 1:
        found.update(_of_long_name(parts, words.sporty))
    elif parts[0].casefold() in first_names():
        found["PER"] = 1.6
    if parts[-1][:1].isupper() or len(parts) == 1:
        _by_ending(parts[-1], len(parts), found)
    if len(parts) == 1 and len(stem) > 5 and stem.casefold().endswith(word_endings("place", "foreign")):
        found["GPE"] = found.get("GPE", 0.0) + 1.2
    if parts[-1].isupper() and 2 <= len(parts[-1]) <= 6 and len(parts) == 1 and not found:
        found["ORG"] = 1.0
    return found


def _of_long_name(parts: list[str], sporty: bool) -> dict[NameType, float]:
    """What a name of several words tells of itself: by its last word, else by its first, else by all of them."""
    return _by_last(parts) or _by_first(parts) or _by_all(parts, sporty)


def _by_last(parts: list[str]) -> dict[NameType, float]:
    """*Vik kommune*, *Norddal brannvesen*, *Storfjellet AS*; empty where the word tells nothing."""
    head, tail = parts[0], parts[-1]
    if tail.casefold() in _WARS:
        return {"EVT": 5.0}
    if head in head_words("product", "vessels"):
        return {"PROD": 4.0}
    if tail in ("kommune", "fylkeskommune"):
        return {"ORG": 5.0}  # the authority; the place is called by the bare name
    if tail == "fylke":
        return {"GPE": 5.0}
    if tail in head_words("organisation", "after") | head_words("organisation", "after_genitive") and tail.islower():
        return {"ORG": 5.0}
    if tail.casefold().endswith(word_endings("organisation", "after_endings")):
        return {"ORG": 4.0}
    if head in _THE and any(p.islower() and p.endswith(head_endings("organisation")) for p in parts):
        return {"ORG": 4.0}
    if head in _THE and tail.islower():
        return {"ORG": 1.5}
    if "&" in parts:
        return {"ORG": 3.5}
    if tail.casefold() in head_words("place", "after"):
        return {"LOC": 4.0 if tail.islower() else 3.0}
    if tail.rpartition("-")[2] in head_words("place", "proper"):
        return {"LOC": 4.0}  # "Al Alam-palasset"
    if tail in head_words("organisation", "firm"):
        # "Kari Fisk", "Ola Skog": endings of firms that are family names too
        surname = len(parts) == 2 and head.casefold() in first_names() and tail in head_words("person", "surnames")
        return {"ORG": 1.5, "PER": 1.8} if surname else {"ORG": 4.0}
    return {"ORG": 4.0} if head.endswith("-") and tail.islower() else {}


def _by_first(parts: list[str]) -> dict[NameType, float]:
    """*Universitetet i Vik*, *Santa Rosa*, *Nordic Salmon*; empty where the word tells nothing."""
    head, tail = parts[0], parts[-1]
    if head in head_words("organisation", "of_place") and parts[1] in ("i", "på", "for"):
        return {"ORG": 5.0}
    if head in head_words("place", "opening") and tail[:1].isupper() and tail not in head_words("organisation", "firm"):
        return {"GPE": 3.0, "PER": -1.0}  # "Santa Rosa", "Los Robles"
    if head in head_words("organisation", "opening") and head.casefold() not in first_names():
        return {"ORG": 2.5}
    return {}


def _by_all(parts: list[str], sporty: bool) -> dict[NameType, float]:
    """Clubs with their towns, listed names, given names; else two or three capitals are a little likelier a person."""
    head = parts[0]
    if _club_and_town(parts) and sporty:
        return {"ORG": 2.5, "PER": -0.5}
    listed = known_things().get(head)
    if listed and listed.type == "ORG":
        return {"ORG": 3.0}
    if listed and listed.type in _PLACES and head.casefold() not in first_names():
        return {"ORG": 2.0, "GPE": -1.5}
    if head.casefold() in first_names() or head.split("-")[0].casefold() in first_names():
        return {"PER": 3.0}
    if head.casefold() in head_words("organisation", "announcing") or head.casefold().endswith("lista"):
        return {"ORG": 2.5}
    if any(p in head_words("event", "words") for p in parts):
        return {"EVT": 3.0}
    return {"PER": 0.8} if 2 <= len(parts) <= 3 and all(p[0].isupper() and not p.isupper() for p in parts) else {}


def _club_and_town(parts: Sequence[str]) -> bool:
    """*Vard Haugesund*, *Lyn Oslo*: a club's name before its town's, and no given name."""
    town = known_things().get(parts[-1])
    given = parts[0].casefold() in first_names()
    return town is not None and town.type in _PLACES and not given and all(p[0].isupper() for p in parts)


_ENDING_TYPES: tuple[tuple[str, NameType], ...] = (
    ("product", "PROD"),
    ("event", "EVT"),
    ("organisation", "ORG"),
    ("place", "LOC"),
)


def _by_ending(word: str, length: int, found: dict[NameType, float]) -> None:
    lowered = word.casefold()
    for section, type_ in _ENDING_TYPES:
        ending = next((e for e in head_endings(section) if lowered.endswith(e) and len(lowered) - len(e) >= 3), "")
        if ending and (length == 1 or type_ == "EVT") and "PER" not in found:
            found[type_] = found.get(type_, 0.0) + (2.4 if len(ending) > 4 else 1.2)
            return
