"""Does a time in a sentence lie before or after the telling of it? Told by the verb that governs it.

With an analysis, the governing verb is the nearest verb above the time in the dependency tree, with its auxiliaries;
without one, the nearest verb form of a short list, in the same sentence.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from belegg.core.spans import Span
from belegg.core.words import Token
from belegg.text.dates import Direction
from belegg.text.wordlists import read_table

_WORD = re.compile(r"\w+")
_WEAK_PAST = re.compile(r"\w{2,}(?:te|dde|gde|lde|nde|rde)$")
_CLAUSE = re.compile(r"[,;:–]|\b(?:og|men|at|som|når|da|då|fordi|mens|medan|hvis|dersom)\b")
_PASSIVE = re.compile(r"\w{3}(?:es|ast)$")
_HIGHEST_CLIMB = 6
_ACROSS_CLAUSE = 6  # words that a clause border counts for
_NEAR = 60  # characters before a time in which a document can stand that it is of
_SET_ASIDE = frozenset(("satt", "sett"))  # with *av*


@dataclass(frozen=True, slots=True)
class TenseWords:
    """Lower-case forms of both standards by what they say of the time."""

    future_modal: frozenset[str]
    past_modal: frozenset[str]
    open_modal: frozenset[str]
    present_report: frozenset[str]
    promise: frozenset[str]
    past_report: frozenset[str]
    intention: frozenset[str]
    arranged: frozenset[str]
    summons: frozenset[str]
    document: frozenset[str]
    plan: frozenset[str]
    past: frozenset[str]
    implicative: frozenset[str]


@cache
def load_tense_words() -> TenseWords:
    """The tables of nb and nn put together."""
    tables: dict[str, set[str]] = {}
    for standard in ("nb", "nn"):
        for name, words in read_table(f"{standard}/times_tense.toml").items():
            tables.setdefault(name, set()).update(words)
    return TenseWords(**{name: frozenset(words) for name, words in tables.items()})


def direction(
    sentence: Span, tokens: Sequence[Token], span: Span, text: str, *, limit: bool = False
) -> Direction | None:
    """The side on which the time at a span lies; None where the words do not tell.

    ``tokens`` are all of the article's (empty: no analysis); ``sentence`` is what is looked at without them.
    A ``limit`` (*til fredag, innen mai*) lies ahead, and under a preterite on either side.
    """
    if _is_of_document(span.start, text):
        return "past"
    side = _of_sentence(sentence, tokens, span, text, limit=limit)
    return None if side == "past" and _is_called_to(span.start, text) else side


def _of_sentence(sentence: Span, tokens: Sequence[Token], span: Span, text: str, *, limit: bool) -> Direction | None:
    words = load_tense_words()
    first = bisect_right(tokens, span.start, key=lambda t: t.end)
    inside = tokens[first : bisect_left(tokens, span.end, lo=first, key=lambda t: t.start)]
    if not inside:
        side = _nearest_cue(sentence, span, text, words)
        return None if limit and side == "past" else side
    verb, through_noun = _governor(inside, tokens)
    if verb is None:
        return "future" if limit else _of_all_verbs(sentence, tokens)
    if limit:
        return None if _is_preterite(verb, tokens) else "future"
    before = tokens[inside[0].index - 1] if inside[0].index else None
    after_noun = before is not None and before.pos == "NOUN" and before.has("Definite=Def")
    # "svarer i Kystposten lørdag": what an outlet has is out
    after_noun = after_noun or (before is not None and before.pos == "PROPN" and _in_print(before, tokens))
    fronted = not verb.has("VerbForm=Part") and _verb_after(inside, tokens) is not None  # "tirsdag er det valg"
    return _of_verb(
        verb, tokens, words, through_noun=through_noun, after_noun=after_noun, is_time=verb in inside, fronted=fronted
    )


def _is_of_document(start: int, text: str) -> bool:
    """True where what stands before a time tells that it is a document's."""
    near = max(0, start - _NEAR)
    before = text[near:start].lower()
    return (" fra " in before or " frå " in before) and _of_document().search(text, near, start) is not None


@cache
def _of_document() -> re.Pattern[str]:
    """*En e-post fra august, referatet fra møtet 22. august*: what can be read or seen is from a time gone by."""
    words = "|".join(sorted(load_tense_words().document, key=len, reverse=True))
    return re.compile(rf"\b(?:\w*-)?\w*(?:{words}) (?:fra|frå) (?:\w+ ){{0,2}}\Z", re.IGNORECASE)


def _of_all_verbs(sentence: Span, tokens: Sequence[Token]) -> Direction | None:
    """Past where the tree leads to no verb and all verbs of the sentence are past."""
    first = bisect_left(tokens, sentence.start, key=lambda t: t.start)
    last = bisect_left(tokens, sentence.end, lo=first, key=lambda t: t.start)
    finite = [t for t in tokens[first:last] if t.has("VerbForm=Fin")]
    return "past" if finite and all(t.has("Tense=Past") for t in finite) else None


def _is_called_to(start: int, text: str) -> bool:
    """*Kalte inn til møte torsdag*: true where the time is that of what people were called to."""
    near = max(0, start - _NEAR)
    return " til " in text[near:start] and _called_to().search(text, near, start) is not None


@cache
def _called_to() -> re.Pattern[str]:
    words = "|".join(sorted(load_tense_words().summons, key=len, reverse=True))
    return re.compile(rf"\b(?:{words}) (?:\w+ ){{0,3}}til (?:\w+ ){{1,4}}\Z", re.IGNORECASE)


def _in_print(name: Token, tokens: Sequence[Token]) -> bool:
    """True where the name stands after *i* at most two words before."""
    return any(t.text.lower() == "i" for t in tokens[max(0, name.index - 2) : name.index])


# ---------------------------------------------------------------- with an analysis


def _governor(inside: Sequence[Token], tokens: Sequence[Token]) -> tuple[Token | None, bool]:
    """The verb above the time, and whether the way there goes through a noun (*sluttkursen fredag*)."""
    if (verb := _verb_after(inside, tokens)) is not None:
        return verb, False
    within = {t.index for t in inside}
    token = next((t for t in inside if t.head not in within or t.head == t.index), inside[0])
    through_noun = False
    if any(t.dep == "cop" for t in _children(token, tokens)):  # "fristen er fredag"
        return token, False
    for _ in range(_HIGHEST_CLIMB):
        if token.index not in within:
            if _is_verbal(token, tokens):
                return token, through_noun
            through_noun = through_noun or token.pos in ("NOUN", "PROPN")
        if token.head == token.index:
            break
        token = tokens[token.head]
    return None, through_noun


def _verb_after(inside: Sequence[Token], tokens: Sequence[Token]) -> Token | None:
    """The finite verb right after a time that opens its clause (*… og tysdag kveld skal båten vidare*)."""
    first, last = inside[0].index, inside[-1].index
    opens = first == 0 or tokens[first - 1].pos in ("PUNCT", "CCONJ", "SCONJ") or tokens[first].text[0].isupper()
    if not opens or last + 1 >= len(tokens) or tokens[last + 1].pos not in ("VERB", "AUX"):
        return None
    verb = tokens[last + 1]
    if not verb.has("VerbForm=Fin"):
        return None
    return tokens[verb.head] if verb.dep in ("aux", "aux:pass", "cop") else verb


def _is_verbal(token: Token, tokens: Sequence[Token]) -> bool:
    return token.pos in ("VERB", "AUX") or any(t.dep in ("cop", "aux", "aux:pass") for t in _children(token, tokens))


def _children(token: Token, tokens: Sequence[Token]) -> list[Token]:
    near = tokens[max(0, token.index - 25) : token.index + 12]
    return [t for t in near if t.head == token.index and t.index != token.index]


def _verb_group(verb: Token, tokens: Sequence[Token]) -> list[Token]:
    return [t for t in _children(verb, tokens) if t.dep in ("aux", "aux:pass", "cop")]


def _is_preterite(verb: Token, tokens: Sequence[Token]) -> bool:
    group = _verb_group(verb, tokens)
    if any(t.text.lower() == "har" for t in group):
        return False
    return any(t.has("Tense=Past") and t.has("VerbForm=Fin") for t in (verb, *group))


def _of_verb(
    verb: Token,
    tokens: Sequence[Token],
    words: TenseWords,
    *,
    through_noun: bool = False,
    after_noun: bool = False,
    is_time: bool = False,
    fronted: bool = False,
) -> Direction | None:
    group = _verb_group(verb, tokens)
    helpers = {t.text.lower() for t in group}
    forms = helpers | {verb.text.lower()}
    perfect = bool(forms & {"ha", "hatt"})
    planned = bool(
        ({t.text.lower() for t in _children(verb, tokens) if not t.dep.startswith("obj")} | forms) & words.intention
    )
    if forms & words.open_modal:
        return "past" if perfect and not planned else None
    if forms & words.future_modal and group:
        if "skal" in forms and forms & {"være", "vere", "vera"} and verb.has("VerbForm=Part"):
            # hearsay ("skal være tatt i november") or an order; "skal være ventet fredag" lies ahead
            return "future" if verb.text.lower() in words.plan else None
        return "past" if perfect else "future"
    if verb.text.lower() in words.plan and _PASSIVE.search(verb.text.lower()):
        return "future"
    if "har" in helpers and _is_arranged(verb, tokens, words):
        return "future"
    if (
        any(t.has("Tense=Past") for t in (*group, verb))
        or helpers & {"har", "hadde"}
        or _is_bare_preterite(verb, tokens)
    ):
        return None if planned else "past"  # "planen var å møtes torsdag", but "torsdag la de fram planen"
    if forms & words.plan:
        return "future"
    if forms & words.promise:  # "lover regler før jul", but "lover onsdag at …"
        return None
    if forms & words.present_report:
        return None if through_noun else "past"
    if verb.has("VerbForm=Inf") or (group and all(t.has("VerbForm=Inf") for t in group) and not perfect):
        return _of_infinitive(verb, tokens, words)
    if "er" in forms or through_noun:
        return "future" if (is_time or fronted) and not through_noun else None
    present = any(t.has("Tense=Pres") for t in (*group, verb))
    return "future" if present and not after_noun else None


def _is_bare_preterite(verb: Token, tokens: Sequence[Token]) -> bool:
    """*Etter at avisa avdekket*: a participle with a subject and no auxiliary is a preterite that looks like one."""
    if not verb.has("VerbForm=Part") or _verb_group(verb, tokens):
        return False
    return any(t.dep == "nsubj" and t.index < verb.index for t in _children(verb, tokens))


def _is_arranged(verb: Token, tokens: Sequence[Token], words: TenseWords) -> bool:
    """*Har berammet saken, har satt av dager i oktober*: what is arranged by now lies ahead."""
    said, after = verb.text.lower(), tokens[verb.index + 1 : verb.index + 2]
    return said in words.arranged or (said in _SET_ASIDE and any(t.text == "av" for t in after))


def _of_infinitive(verb: Token, tokens: Sequence[Token], words: TenseWords) -> Direction | None:
    """An infinitive lies after what governs it: a present makes it future, a past leaves it open."""
    above = tokens[verb.head]
    if above.index == verb.index or above.pos not in ("VERB", "AUX"):
        return None
    if above.text.lower() in words.implicative and _is_preterite(above, tokens):
        return "past"
    if above.text.lower() in words.plan or above.text.lower() in words.future_modal or above.has("Tense=Pres"):
        return "future"
    return None


# ---------------------------------------------------------------- without one


def _nearest_cue(sentence: Span, span: Span, text: str, words: TenseWords) -> Direction | None:
    best: tuple[int, Direction | None] | None = None
    for found in _WORD.finditer(text, sentence.start, sentence.end):
        if span.start <= found.start() < span.end:
            continue
        told, side = _of_word(found.group().lower(), found.end(), text, words)
        if told:
            away = _distance(found.span(), span, text)
            best = min(best, (away, side), key=lambda b: b[0]) if best else (away, side)
    return best[1] if best else None


def _of_word(word: str, end: int, text: str, words: TenseWords) -> tuple[bool, Direction | None]:
    if word in words.open_modal or word in words.promise:
        return True, None
    if word in words.future_modal:
        return True, "past" if re.match(r"\W+(?:\w+\W+){0,2}?ha\b", text[end : end + 25]) else "future"
    if word in words.plan:
        return True, "future"
    if word in words.past or word in words.past_modal or word in words.present_report or _WEAK_PAST.fullmatch(word):
        return True, "past"
    return False, None


def _distance(word: tuple[int, int], span: Span, text: str) -> int:
    start, end = (word[1], span.start) if word[1] <= span.start else (span.end, word[0])
    between = text[start:end]
    return len(_WORD.findall(between)) + _ACROSS_CLAUSE * len(_CLAUSE.findall(between))
