"""Names whose extent capitals do not tell: listed ones, roads, and those with small words inside.

*Møre og Romsdal politidistrikt*, *Fv. 53*, *Den raude fronten*, *Energi- og miljøkomiteen*, «*Tollak til Ingeborg*».
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache

from belegg.annotate._name_words import KEPT, Draft, Words, is_capital, is_common, is_institution, is_known
from belegg.core.words import Sentence
from belegg.text.grammar import ARTICLES, DEFINITE_ARTICLES
from belegg.text.name_data import are_two, first_names, head_endings, head_words, heads, known_things, word_endings
from belegg.text.spelling import without_genitive
from belegg.text.titles import title_base

WITHIN_NAMES = head_words("inside", "within")
_THE = frozenset(word.capitalize() for word in DEFINITE_ARTICLES)
_CHAPTERS = frozenset(name.replace("_", " ") for name in head_words("inside", "chapters"))
_OUTLET_ENDS = word_endings("beside", "outlet_ends")
_OWNERS = head_words("beside", "owners")
_LONGEST_TITLE = 7  # words of a work's title that is not told as a quotation


@cache
def _fixed_index() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Listed names of two or more words, by their first word, the longest first."""
    index: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for form in known_things():
        parts = tuple(form.split())
        if len(parts) > 1:
            index[parts[0]].append(parts)
    return {first: tuple(sorted(forms, key=len, reverse=True)) for first, forms in index.items()}


def fixed_names(words: Words, sentence: Sentence) -> Iterator[Draft]:
    at = sentence.first
    while at < sentence.last:
        if not _may_open(words[at]):
            at += 1
            continue
        road = _road_length(words, sentence, at)
        if road:
            yield Draft(at, at + road)
            at += road
            continue
        last = next((at + len(f) for f in _fixed_index().get(words[at], ()) if _matches(words, sentence, at, f)), at)
        last = max(last, _own_outlet(words, sentence, at))
        first = at
        if last > at:
            first = at - max(before(words, sentence, at, last) for before in (_owner, _chapter, _seated))
            last = with_head(words, sentence, at, last)  # "Møre og Romsdal politidistrikt"
        ends = (_announced_pair, _described, _hanging, _titled, _marked_compound, _war)
        last = max(last, *(end(words, sentence, at) for end in ends))
        if last > at:
            yield Draft(first, last)
        at = max(last, at + 1)


@lru_cache(maxsize=KEPT)
def _may_open(word: str) -> bool:
    """True unless the word begins with a small letter and opens no listed name; a road's may ("rv. 5")."""
    opening = word[:1]
    return opening.isupper() or opening.isdigit() or opening in "«r" or word in _fixed_index()


def _road_length(words: Words, sentence: Sentence, at: int) -> int:
    """How many tokens a road's name has that begins here: *E39*, *Fv. 53*."""
    found = _road().match(words.text, words.tokens[at].start) if words[at][0] in "ERFr" else None
    if (
        not found
        or words.text[found.end() : found.end() + 1].isalnum()
        or words.text[found.end() : found.end() + 1] == "-"
    ):
        return 0
    last = at
    while last < len(words.tokens) and words.tokens[last].end <= found.end():
        last += 1
    return last - at


def _matches(words: Words, sentence: Sentence, at: int, form: tuple[str, ...]) -> bool:
    if at + len(form) > sentence.last:
        return False
    tail = words[at + len(form) - 1]
    follows = words[at + len(form)] if at + len(form) < sentence.last else ""
    body = all(words[at + k] == part for k, part in enumerate(form[:-1]))
    if "og" in form and at > sentence.first and words[at - 1] == "," and are_two(" ".join(form)):
        return False  # "Nordland, Troms og Finnmark"
    # "Oslo Børs Holding": a capital after it may make it part of a longer name
    return body and form[-1] in (tail, without_genitive(tail)) and not (is_capital(follows) and tail == form[-1])


def _own_outlet(words: Words, sentence: Sentence, at: int) -> int:
    """The end of the article's own outlet's name, where it has small words in it (*Fjell og Fjord*)."""
    parts = words.outlet.split()
    return at + len(parts) if len(parts) > 1 and _matches(words, sentence, at, tuple(parts)) else at


def _owner(words: Words, sentence: Sentence, at: int, last: int) -> int:
    """1 where the word before a county of two names belongs to it: *Helse Møre og Romsdal*; else 0."""
    if at == sentence.first or not any(words[i] == "og" for i in range(at, last)) or not words.joined(at):
        return 0
    before = words.tokens[at - 1]
    genitive = before.has("Case=Gen") or "-" in before.text or not is_capital(before.text)
    told = before.text in head_words("organisation", "opening") or is_known(before.text) or before.pos == "PROPN"
    return int(not genitive and told and before.text.casefold() not in first_names())


def _chapter(words: Words, sentence: Sentence, at: int, last: int) -> int:
    """1 where the word before tells which part of a body is meant: *Tinn Røde Kors*; else 0."""
    whole = " ".join(words[i] for i in range(at, last)) in _CHAPTERS
    if not whole or at == sentence.first or not words.joined(at) or at - 1 in words.initial:
        return 0
    return int(is_capital(words[at - 1]) and not is_common(words[at - 1]) and words[at - 1].isalpha())


def _seated(words: Words, sentence: Sentence, at: int, last: int) -> int:
    """2 where a body named for a county of two names stands before it: *Fylkesmannen i Møre og Romsdal*; else 0."""
    if at - 2 < sentence.first or not any(words[i] == "og" for i in range(at, last)) or not words.joined(at):
        return 0
    named = words[at - 2] in head_words("organisation", "of_place") and words.joined(at - 1)
    return 2 if named and words[at - 1] in WITHIN_NAMES else 0


_WARS = head_words("inside", "wars")
_COUNTS = ("1.", "2.", "3.")


def _war(words: Words, sentence: Sentence, at: int) -> int:
    """The end of *2. verdenskrig*, the one event whose name has no capital."""
    follows = at + 1 < sentence.last and without_genitive(words[at + 1]).casefold() in _WARS
    return at + 2 if follows and words[at].casefold() in _COUNTS else at


# ---- names with small words inside


def _announced_pair(words: Words, sentence: Sentence, at: int) -> int:
    """The end of *Kropp og Sjel* after the noun for one outlet: *magasinet Kropp og Sjel*; listed names are two."""
    if at == sentence.first or at + 2 >= sentence.last or words[at + 1] != "og" or not words.joined(at):
        return at
    pair = (words[at], words[at + 2])
    told = words[at - 1].casefold().endswith(_OUTLET_ENDS)
    return at + 3 if told and all(map(is_capital, pair)) and not any(map(is_known, pair)) else at


def _described(words: Words, sentence: Sentence, at: int) -> int:
    """The end of *Den raude fronten*, *Det norske akademi*; ``at`` where the capital says nothing."""
    if words[at] not in _THE or at in words.initial | words.shouted:
        return at
    end = at + 1
    while end < min(sentence.last, at + 3) and words.tokens[end].pos == "ADJ" and words[end].endswith("e"):
        end += 1
    noun = end < sentence.last and words.tokens[end].pos in ("NOUN", "PROPN") and words.joined(end)
    return end + 1 if noun and end > at + 1 else at


def _hanging(words: Words, sentence: Sentence, at: int) -> int:
    """The end of *Energi- og miljøkomiteen*, *Olje- og energidepartementet*: a body named by two fields."""
    if at + 2 >= sentence.last or not is_capital(words[at]) or not words[at].endswith("-") or words[at + 1] != "og":
        return at
    tail = without_genitive(words[at + 2])
    body = tail.islower() and tail.endswith((*head_endings("organisation"), "komité")) and len(tail) > _LONGEST_TITLE
    return at + 3 if body else at


def _titled(words: Words, sentence: Sentence, at: int) -> int:
    """The end of a work's title in quotation marks inside a sentence: *leste fra «Tollak til Ingeborg»*."""
    if not at or words[at - 1] not in MARKS or not (words[at][:1].isupper() or words[at][:1].isdigit()):
        return at
    end = _closing(words, sentence, at)
    if end <= at or not any(is_capital(words[i]) for i in range(at, end)):
        return at
    if end == at + 1:
        named = words.tokens[at].pos in ("NOUN", "PROPN", "ADJ", "X") and not is_common(words[at])
        return end if named and opens_title(words, at) else at
    return end if opens_title(words, at) or _stands_alone(words, sentence, at, end) else at


MARKS = {"«": "»", "“": "”", '"': '"', "”": "”"}
_SHORT_TITLE = 5  # words of a title where the words around do not tell that it is one


def _closing(words: Words, sentence: Sentence, at: int) -> int:
    """Where the mark that closes a title stands; ``at`` where something else than a title begins."""
    closing = MARKS[words[at - 1]]
    for end in range(at + 1, min(sentence.last, at + _LONGEST_TITLE + 1)):
        if words[end] == closing:
            return end
        colon = words[end] == ":" and end + 1 < sentence.last and is_capital(words[end + 1])
        if words[end] in "«.;–—" or (words[end] == ":" and not colon):
            return at
    return at


def _stands_alone(words: Words, sentence: Sentence, at: int, end: int) -> bool:
    """True for «*Kystens Helt 2*» and the like: a few words, each with a capital or a number, that say nothing."""
    whole = all(is_capital(words[i]) or words[i].isdigit() or words[i] == ":" for i in range(at, end))
    follows = words.tokens[end + 1] if end + 1 < sentence.last else None
    said = follows is not None and (follows.text in ",.!?" or follows.pos == "PRON")
    return whole and end - at <= _SHORT_TITLE and not (said and at - 1 == sentence.first)


def _marked_compound(words: Words, sentence: Sentence, at: int) -> int:
    """The end of «*Kystens Helt*»*-spillet*, with its first mark."""
    if words[at] != "«":
        return at
    for end in range(at + 1, min(sentence.last, at + _SHORT_TITLE + 1)):
        if words[end] in "«»":
            return at
        name, mark, tail = words[end].partition("»-")
        if mark and name and tail.islower():
            return end + 1
    return at


def opens_title(words: Words, at: int) -> bool:
    """True where a capital stands after an opening mark within a phrase: after a noun or a preposition, no verb."""
    if at < 2 or words[at - 1] != "«" or not words[at][:1].isupper() or not words.joined(at - 1):
        return False
    before = words.tokens[at - 2]
    return (
        before.pos in ("NOUN", "ADP", "ADJ")
        and before.text.isalpha()
        and (before.text.islower() or before.pos == "NOUN")
    )


def hangs_before_title(words: Words, at: int) -> bool:
    """True for *Helse-* in *Helse- og omsorgsminister Kari Holm*."""
    hangs = words[at].endswith("-") and at + 2 < len(words.tokens) and words[at + 1] == "og"
    return hangs and words[at + 2].islower() and title_base(words[at + 2]) is not None


def named_for_its_place(words: Words, at: int) -> bool:
    """True for the first word of *Statsforvalteren i Vestland*; *Sykehuset i Vik* may be any."""
    if words[at] not in head_words("organisation", "of_place") or is_institution(words[at]):
        return False
    return at + 2 < len(words.tokens) and words[at + 1] in WITHIN_NAMES and is_capital(words[at + 2])


def begins_date(words: Words, index: int) -> bool:
    """True where a date begins: *Davos 2. desember*."""
    day = words[index].removesuffix(".")
    return day.isdigit() and len(day) <= 2 and words[index + 1] in head_words("inside", "months")


# ---- heads


def with_head(words: Words, sentence: Sentence, first: int, last: int) -> int:
    """Where the name ends when a head follows: *Vest politidistrikt*, *FNs klimapanel*."""
    at = last
    between = head_words("organisation", "between") | head_words("place", "adjectives")
    while at < sentence.last and words[at] in between and words.joined(at):
        at += 1
    if at == last and at + 2 < sentence.last and words[at].endswith("-") and words[at + 1] == "og":
        # "Vestdal brann- og redningsteneste"
        return at + 3 if words[at].islower() and _is_head(words, last, at + 2) else last
    if at < sentence.last and words.joined(at) and (_is_head(words, last, at) or _is_headed_compound(words, last, at)):
        return at + 1
    opens = words[last - 1] in head_words("organisation", "of_place") and last + 1 < sentence.last
    placed = opens and words[last] in WITHIN_NAMES and is_capital(words[last + 1])
    return last + 2 if placed else last


def _is_head(words: Words, last: int, at: int) -> bool:
    head, before = without_genitive(words[at]), words[last - 1]
    plain = words[at]
    stem = without_genitive(before)
    genitive = stem != before and (is_known(stem) or words.tokens[last - 1].has("Case=Gen"))
    if genitive or before in _OWNERS:
        return bool({head, plain} & head_words("organisation", "after_genitive"))
    allowed = head_words("organisation", "after") | head_words("place", "after")
    if words.tokens[at].pos not in ("NOUN", "PROPN", "X"):
        return False
    body = head.islower() and head.endswith(word_endings("organisation", "after_endings"))
    return bool({head, plain} & allowed) or (body and before.casefold() not in first_names())


def _is_headed_compound(words: Words, last: int, at: int) -> bool:
    """*Sjarynsk kosmodrom-anlegget*: a compound of a name whose own last word is a head."""
    head, dash, tail = words[at].partition("-")
    heads_ = head_words("organisation", "after") | head_words("place", "after")
    return at == last and bool(dash) and tail.islower() and len(tail) >= 3 and head in heads_


@cache
def _road() -> re.Pattern[str]:
    patterns = heads()["place"]["roads"]
    assert isinstance(patterns, list)
    return re.compile("|".join(patterns))


def is_road(word: str) -> bool:
    return bool(_road().fullmatch(word))


def numbered(words: Words, sentence: Sentence, first: int, last: int) -> bool:
    """True where a number belongs to the name: *kanalen Nordlys 24*, *eit Cessna 172*."""
    if last >= sentence.last or not words.joined(last) or not (words[last].isdigit() and len(words[last]) <= 4):
        return False
    before = words[first - 1].casefold() if first > sentence.first else ""
    told = before in ARTICLES or any(before in head_words(kind, "announcing") for kind in ("organisation", "product"))
    follows = words.tokens[last + 1].pos if last + 1 < sentence.last else "PUNCT"
    return told and follows not in ("NOUN", "NUM", "SYM", "ADJ")
