"""Which type a name has: small pieces of evidence from all its places in an article, added up.

One type per name within an article (as with one sense per discourse, Gale, Church and Yarowsky 1992), except for what
the places themselves tell apart: a compound is DRV wherever it stands.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise

from belegg.annotate._name_forms import ends_in_head
from belegg.annotate._name_words import Draft, Words, is_capital
from belegg.core.words import NameType
from belegg.text.name_data import first_names, head_endings, head_words, known_things
from belegg.text.spelling import fold, without_genitive
from belegg.text.titles import is_definite, title_base, title_fields

Evidence = defaultdict[NameType, float]
_AGE = re.compile(r"\s*\(\d{1,3}\)|, ?\d{1,3} år")
_CREDIT = re.compile(r"(?:[Ff]oto|[Ii]ll(?:ustrasjon|\.)?|[Gg]rafikk|[Vv]ideo|[Tt]ekst|[Aa]rkiv)[\w.]*:\s*$")
_CREDITED = re.compile(r"(?:[Ff]oto|[Ii]ll(?:ustrasjon|\.)?|[Gg]rafikk)[\w.]*:[^:\n]{0,60}[/,]\s*$")
_PLACE_PREPOSITION = frozenset("i på fra frå til mot ved nær mellom utenfor utanfor nord sør øst vest aust".split())
# Verbs of which outlets and people are subjects, hardly ever places; lemmas of both written standards.
_SPEECH = frozenset(
    """si seie fortelle fortelje forklare mene meine opplyse hevde svare skrive melde uttale tro tru understreke
    påpeike påpeke kommentere innrømme vedgå fortsette fortsetje rapportere bekrefte stadfeste avvise erkjenne tilføye
    poengtere konstatere håpe frykte anslå presisere utdype varsle omtale avsløre sitere kritisere spå
    konkludere""".split()
)
_REPORTING = frozenset("skrive melde rapportere avsløre omtale sitere".split())
_ROAD = re.compile(r"[ERF][VvE]?\.? ?\d{1,4}|Ring \d")
_PLACES = ("GPE", "LOC")
_LOCAL = frozenset("blad avis tidende dagblad nytt sparebank bank".split())
_IN = 0.4  # "i X" is a little more likely a town
_SPOKEN_TO = frozenset("han hun ho de dei".split())
# How far a listed name settles the type: a country is nothing else, a district is now LOC, now GPE in NorNE.
_KNOWN_WEIGHTS = {
    "country": 4.0,
    "capital": 4.0,
    "body": 4.0,
    "continent": 4.0,
    "county": 2.8,
    "nature": 2.8,
    "region": 2.6,
}


def _nothing() -> Evidence:
    return defaultdict(float)


def typed(words: Words, drafts: Sequence[Draft], keys: Sequence[str]) -> dict[int, NameType]:
    """The type of each draft (by its place in the list), the same for all drafts of one key."""
    evidence: dict[str, Evidence] = defaultdict(_nothing)
    votes: dict[str, Counter[NameType]] = defaultdict(Counter)
    around: dict[str, list[Mapping[NameType, float]]] = defaultdict(list)
    for draft, key in zip(drafts, keys, strict=True):
        if key not in around:
            _add(evidence[key], _of_name(words, draft))
        around[key].append(_of_context(words, draft))
        votes[key].update(draft.votes)
    for key, places in around.items():
        _add(evidence[key], _damped(places))
    for key, given in votes.items():
        # the model's votes, damped: ten places of one name are not ten independent looks
        _add(evidence[key], {t: 1.3 * n / given.total() + 0.4 * min(n, 3) for t, n in given.items() if t != "DRV"})
    _lend_to_brackets(words, drafts, keys, evidence)
    _lend(evidence, {k: _best(e) for k, e in evidence.items()}, keys)
    chosen = {key: _place(key, evidence[key], around[key], words, keys, drafts) for key in evidence}
    return {n: _team(words, draft, chosen[key]) for n, (draft, key) in enumerate(zip(drafts, keys, strict=True))}


def _team(words: Words, draft: Draft, type_: NameType) -> NameType:
    """A town that wins and loses is a team there, and a town elsewhere in the same article."""
    return "ORG" if type_ in _PLACES and _plays(words, draft) else type_


def _plays(words: Words, draft: Draft) -> bool:
    """True where a name stands as a team does: *X tapte*, *mot X*, *over X*, *slo X*, *X-trener* is no such place."""
    if not words.sporty:
        return False
    if draft.first and words[draft.first - 1].casefold() in ("mot", "over"):
        return True
    token = words.tokens[draft.first]
    verb = words.tokens[token.head].lemma.casefold()
    subject = token.dep.startswith("nsubj") and verb in head_words("sport", "verbs")
    return subject or (token.dep == "obj" and verb == "slå")


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
    if best != "LOC" or not any(place.get("GPE", 0.0) >= _IN for place in around):
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
        weights = [place.get(type_, 0.0) for place in places]
        found[type_] = max(weights) + min(0.6, 0.3 * (sum(weights) - max(weights)))
    return found


def _best(evidence: Evidence) -> NameType:
    order: tuple[NameType, ...] = ("ORG", "PER", "GPE", "LOC", "PROD", "EVT")
    return max(order, key=lambda t: (evidence[t], -order.index(t)))


def _lend(evidence: dict[str, Evidence], best: Mapping[str, NameType], keys: Iterable[str]) -> None:
    """A short name takes after the long one it is part of: *Hjelle* after *Tove Hjelle*."""
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
            elif best[other] == "PER" and len(theirs) > 1 and (theirs[-len(parts) :] == parts or theirs[:1] == parts):
                evidence[key]["PER"] += 3.5
            elif (
                best[other] == "ORG"
                and key not in _listed_places()
                and len(parts) == 1
                and theirs[0] == key
                and _firm(other)
            ):
                evidence[key]["ORG"] += 2.5


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
        return {known.type: 4.0 if " " in stem else _KNOWN_WEIGHTS.get(known.kind, 2.2)}
    parts = stem.split()
    found: dict[NameType, float] = {}
    if _ROAD.fullmatch(stem):
        return {"LOC": 5.0}
    if len(parts) > 1:
        found.update(_of_long_name(parts))
    elif parts[0].casefold() in first_names():
        found["PER"] = 1.6
    if parts[-1][:1].isupper() or len(parts) == 1:
        _by_ending(parts[-1], len(parts), found)
    if parts[-1].isupper() and 2 <= len(parts[-1]) <= 6 and len(parts) == 1 and not found:
        found["ORG"] = 1.0
    return found


def _of_long_name(parts: list[str]) -> dict[NameType, float]:
    head, tail = parts[0], parts[-1]
    if tail in ("kommune", "fylkeskommune"):
        return {"ORG": 5.0}  # the authority; the place is called by the bare name
    if tail == "fylke":
        return {"GPE": 5.0}
    if tail in head_words("organisation", "after") | head_words("organisation", "after_genitive") and tail.islower():
        return {"ORG": 5.0}
    if head in ("Den", "Det", "Dei", "De") and any(
        p.islower() and p.endswith(head_endings("organisation")) for p in parts
    ):
        return {"ORG": 4.0}
    if head in ("Den", "Det", "Dei", "De") and tail.islower():
        return {"ORG": 1.5}
    if tail in head_words("place", "after") and tail.islower():
        return {"LOC": 4.0}
    if tail in head_words("organisation", "firm"):
        return {"ORG": 4.0}
    if head in head_words("organisation", "of_place") and parts[1] in ("i", "på", "for"):
        return {"ORG": 5.0}
    if head in head_words("organisation", "opening") and head.casefold() not in first_names():
        return {"ORG": 2.5}
    listed = known_things().get(head)
    if listed and listed.type in _PLACES and head.casefold() not in first_names():
        return {"ORG": 2.0, "GPE": -1.5}
    if head.casefold() in first_names() or head.split("-")[0].casefold() in first_names():
        return {"PER": 3.0}
    if any(p in head_words("event", "words") for p in parts):
        return {"EVT": 3.0}
    return {"PER": 0.8} if 2 <= len(parts) <= 3 and all(p[0].isupper() and not p.isupper() for p in parts) else {}


_ENDING_TYPES: tuple[tuple[str, NameType], ...] = (("organisation", "ORG"), ("place", "LOC"), ("event", "EVT"))


def _by_ending(word: str, length: int, found: dict[NameType, float]) -> None:
    lowered = word.casefold()
    for section, type_ in _ENDING_TYPES:
        ending = next((e for e in head_endings(section) if lowered.endswith(e) and len(lowered) - len(e) >= 3), "")
        if ending and (length == 1 or type_ == "EVT") and "PER" not in found:
            found[type_] = found.get(type_, 0.0) + (2.4 if len(ending) > 4 else 1.2)
            return


# ---- what stands around it


def _of_context(words: Words, draft: Draft) -> dict[NameType, float]:
    found = _nothing()
    _add(found, _after(words, draft))
    _add(found, _before(words, draft))
    _add(found, _as_subject(words, draft))
    if _plays(words, draft):
        found["ORG"] += 2.5 if draft.last - draft.first == 1 else 1.0
    start = words.tokens[draft.first].start
    line = words.text[max(0, words.text.rfind("\n", 0, start) + 1, start - 120) : start]
    if _CREDIT.search(line):
        found["PER" if draft.last - draft.first > 1 else "ORG"] += (
            3  # a photographer has a first name, an agency has not
        )
    elif _CREDITED.search(line):
        found["ORG"] += 2 if draft.last - draft.first == 1 or not _has_first_name(words, draft) else 0
    return dict(found)


def _has_first_name(words: Words, draft: Draft) -> bool:
    return words[draft.first].casefold() in first_names()


def _after(words: Words, draft: Draft) -> dict[NameType, float]:
    end = words.tokens[draft.last - 1].end
    if _AGE.match(words.text[end : end + 12]):
        return {"PER": 4.0}
    if words.surface(draft).endswith("s") and draft.last < len(words.tokens):
        # "Holms konsernsjef": who has a managing director is a firm
        title = words[draft.last]
        return {"ORG": 1.5} if title_base(title) and "business" in title_fields(title) else {}
    return {}


def _before(words: Words, draft: Draft) -> dict[NameType, float]:
    if draft.first == 0:
        return {}
    before = words.tokens[draft.first - 1]
    if before.end < words.tokens[draft.first].start - 1 or not words.joined(draft.first):
        return {}
    word = before.text.casefold()
    if word in head_words("organisation", "announcing"):
        return {"ORG": 3.0}
    if word in head_words("place", "announcing_gpe"):
        return {"GPE": 2.5}
    if word in head_words("place", "announcing_loc"):
        return {"LOC": 2.5}
    if title_base(word) and not is_capital_inside(words, draft.first - 1):
        return {"PER": 2.0 if is_definite(word) else 3.0}
    if word in ("«", '"') and draft.first > 1:
        noun = words[draft.first - 2].casefold()
        return {"PROD": 3.0} if noun in head_words("product", "announcing") else {}
    if word in head_words("product", "announcing"):
        return {"PROD": 2.0}
    if word in _PREPOSITIONS:
        return _after_preposition(words, draft, word)
    return {}


def _after_preposition(words: Words, draft: Draft, preposition: str) -> dict[NameType, float]:
    """*aksjene i X*, *direktør NN i X*, *sier hun til X* are organisations; else a place is likelier."""
    at = draft.first - 2
    if at >= 0:
        before = words[at].casefold()
        if before in head_words("organisation", "partners") and preposition in (
            "i",
            "av",
            "til",
            "for",
            "på",
            "frå",
            "fra",
        ):
            return {"ORG": 2.1}
        if before in head_words("place", "partners") and preposition in ("i", "av"):
            return {"GPE": 2.5}
        if before in head_words("organisation", "letters") and preposition in ("til", "fra", "frå"):
            return {"ORG": 2.0, "GPE": -1.5}
        if preposition == "til" and _speaking(words, draft.first - 1):
            return {"ORG": 2.5}
        if preposition in ("i", "for", "ved", "hos") and _works_there(words, at):
            return {"ORG": 2.1}
    if preposition in _PLACE_PREPOSITION and draft.last - draft.first == 1 and not _has_first_name(words, draft):
        return {"GPE": _IN} if preposition == "i" else {"GPE": 0.15}
    return {}


def _speaking(words: Words, preposition: int) -> bool:
    """True where a verb of saying and its subject stand right before *til*: *sier Holm til X*, *fortel ho til X*."""
    stretch = words.tokens[max(0, preposition - 5) : preposition]
    subject = stretch and (stretch[-1].text.casefold() in _SPOKEN_TO or stretch[-1].text[:1].isupper())
    return bool(subject) and any(t.lemma.casefold() in _SPEECH and t.pos in ("VERB", "AUX") for t in stretch)


def _works_there(words: Words, at: int) -> bool:
    """True where a title of working life and perhaps a name stand before a preposition: *direktør Kari Holm i X*."""
    back = at
    while back > 0 and at - back < 4 and words[back][:1].isupper() and title_base(words[back]) is None:
        back -= 1
    title = words[back]
    return title_base(title) is not None and bool(title_fields(title) & _WORKING)


_PREPOSITIONS = frozenset(
    "i på fra frå til mot ved nær mellom utenfor utanfor av for hos nord sør øst vest aust".split()
)
_WORKING = frozenset(("business", "communication", "administration", "media", "sport", "academia", "culture"))


def is_capital_inside(words: Words, index: int) -> bool:
    """True where a word has a capital that does not come from the beginning of a sentence."""
    return is_capital(words[index]) and index not in words.initial


def _as_subject(words: Words, draft: Draft) -> dict[NameType, float]:
    """*skriver X*, *X melder at*: a place hardly says anything, and a body that reports is an outlet."""
    for i in range(draft.first, draft.last):
        token = words.tokens[i]
        if token.dep.startswith("nsubj") and not draft.first <= token.head < draft.last:
            lemma = words.tokens[token.head].lemma.casefold()
            if lemma in _REPORTING:
                return {"ORG": 1.2, "PER": 0.6}
            return {"ORG": 0.6, "PER": 0.6} if lemma in _SPEECH else {}
    before = words[draft.first - 1].casefold() if draft.first else ""
    return {"ORG": 0.5, "PER": 0.5} if before in ("ifølge", "ifølgje", "følge", "følgje") else {}
