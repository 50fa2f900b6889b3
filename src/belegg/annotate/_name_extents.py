"""Where names begin and end: the model's spans, mended by what Norwegian capitals tell.

Norwegian writes neither weekdays nor nationalities with a capital, so a capital inside a sentence is nearly always a
name; and what follows the last capital is told by a closed class of heads (*Norddal brannvesen*).
"""

import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence

from belegg.annotate._name_fixed import (
    WITHIN_NAMES,
    begins_date,
    fixed_names,
    hangs_before_title,
    is_road,
    named_for_its_place,
    numbered,
    with_head,
)
from belegg.annotate._name_words import (
    Draft,
    Words,
    is_address,
    is_capital,
    is_common,
    is_institution,
    is_known,
    is_place,
)
from belegg.core.words import Sentence
from belegg.text.name_data import first_names, head_words
from belegg.text.spelling import fold, without_genitive
from belegg.text.titles import title_base

_PARTICLES = head_words("inside", "particles")
_CLAUSE_WORDS = head_words("inside", "clause_words")
_MAX_WORDS = 8


def extents(words: Words) -> tuple[Draft, ...]:
    """Names of an article as token ranges in reading order, none overlapping another."""
    by_sentence = defaultdict(list)
    for draft in words.spans:
        by_sentence[_sentence_of(words, draft.first)].append(draft)
    found = [
        draft
        for number, sentence in enumerate(words.sentences)
        for draft in _of_sentence(words, sentence, by_sentence[number])
    ]
    return tuple(sorted((*found, *_again(words, found)), key=lambda d: d.first))


def _again(words: Words, found: Sequence[Draft]) -> Iterator[Draft]:
    """Words at the beginning of a sentence that are, or are part of, a name found elsewhere in the article."""
    taken = {i for d in found for i in range(d.first, d.last)}
    parts = {
        fold(words[i]) for d in found for i in (d.first, d.last - 1) if words[i][:1].isupper() and len(words[i]) > 1
    }
    for at in sorted(words.initial - taken - words.shouted):
        word = words[at]
        alone = is_capital(word) and not is_common(word) and not words.is_small(word) and not title_base(word)
        told = alone and not is_institution(word) and {fold(word), fold(without_genitive(word))} & parts
        if told and words.tokens[at].pos in ("PROPN", "NOUN", "X"):
            yield Draft(at, at + 1)


def _sentence_of(words: Words, token: int) -> int:
    return next((n for n, s in enumerate(words.sentences) if s.first <= token < s.last), -1)


def _of_sentence(words: Words, sentence: Sentence, spans: list[Draft]) -> Iterator[Draft]:
    """The names of one sentence: fixed names first, then runs of capitals, then what the model saw beyond both."""
    spans = _outermost([t for s in spans for part in _divided(words, s) if (t := _trimmed(words, part))])
    fixed = list(fixed_names(words, sentence))
    taken = {i for d in fixed for i in range(d.first, d.last)}
    yield from (_with_votes(d, spans) for d in fixed)
    for run in _runs(words, sentence, taken):
        mine = [
            s for s in spans if s.first < run.last and run.first < s.last and not taken & set(range(s.first, s.last))
        ]
        for draft in _agreed(words, sentence, run, mine):
            if not taken & set(range(draft.first, draft.last)):
                taken.update(range(draft.first, draft.last))
                yield draft
    for span in spans:
        if not taken & set(range(span.first, span.last)) and _believable(words, span):
            taken.update(range(span.first, span.last))
            yield span


def _divided(words: Words, span: Draft) -> tuple[Draft, ...]:
    """A name in the genitive and the compound that it owns (*Holms Vega-gruppe*) are two, and so are *Vik i Sogn*."""
    at = span.last - 1
    if span.last - span.first > 1 and is_address(words[at]):
        return Draft(span.first, at, ()), Draft(at, span.last, span.votes)
    inside = next((i for i in range(span.first + 1, at) if words[i] == "i"), at)
    if inside < at and _placed_name(words, span, inside):
        return Draft(span.first, inside, span.votes), Draft(inside + 1, span.last, ())
    if (
        span.last - span.first > 1
        and is_compound(words[at])
        and words[at - 1].endswith("s")
        and words[at - 1][0].isupper()
    ) and (
        words.tokens[at - 1].has("Case=Gen")
        or words.tokens[at - 1].dep.startswith("nmod")
        or is_known(without_genitive(words[at - 1]))
    ):
        return Draft(span.first, at, ()), Draft(at, span.last, span.votes)
    return (span,)


def _placed_name(words: Words, span: Draft, inside: int) -> bool:
    """True where *i* only says where a thing is: *Vik i Sogn*, *Holms Museum i Horten*, not *Kystmuseet i Sogn*."""
    first = words[span.first]
    long = inside - span.first > 1 and all(is_capital(words[i]) for i in range(span.first, inside))
    bare = inside - span.first == 1 and words.tokens[span.first].pos == "PROPN" and not _definite(first)
    listed = is_known(words.surface(span)) or (span.first > 0 and words[span.first - 1] == "«")
    real = set(span.votes) <= {"ORG", "GPE", "LOC", "PER"}
    return real and (long or bare) and not listed and first not in head_words("organisation", "of_place")


def _definite(word: str) -> bool:
    return word.endswith(("et", "en", "a")) and len(word) > 6


def _outermost(spans: Sequence[Draft]) -> list[Draft]:
    """The spans without those that lie within a longer one."""
    return [
        s for s in spans if not any(o is not s and o.first <= s.first and s.last <= o.last and o != s for o in spans)
    ]


def _with_votes(draft: Draft, spans: Sequence[Draft]) -> Draft:
    votes = tuple(v for s in spans if s.first < draft.last and draft.first < s.last for v in s.votes)
    return Draft(draft.first, draft.last, votes)


# ---- runs of capitals


def _runs(words: Words, sentence: Sentence, taken: set[int]) -> Iterator[Draft]:
    """Stretches of capitalised words, with the small words inside names and the heads after them."""
    at = sentence.first
    while at < sentence.last:
        if at in taken or not _opens(words, at):
            at += 1
            continue
        last = at + 1
        while last < sentence.last and last not in taken and (step := _step(words, sentence, last)):
            last += step
        yield from _pieces(words, sentence, at, last)
        at = last


def _opens(words: Words, at: int) -> bool:
    word = words[at]
    if not is_capital(word) or is_common(word) or at in words.shouted:
        return is_road(word) or is_address(word)
    return at in words.initial or words.bears_capital(at)


def _step(words: Words, sentence: Sentence, at: int) -> int:
    """How many tokens more belong to a run that reaches up to this token."""
    word = words[at]
    if not words.joined(at) or is_compound(words[at - 1]) or is_address(word) or is_address(words[at - 1]):
        return 0
    if is_capital(word) and at not in words.shouted and not _ends_before(words, at) and words.bears_capital(at):
        return 1
    if word == "og" and at + 2 < sentence.last and words[at + 2] in head_words("organisation", "after_pair"):
        return 2 if is_capital(words[at + 1]) and is_place(words[at - 1]) else 0
    end = at
    while end < min(sentence.last, at + 2) and words[end] in _PARTICLES and words.joined(end):
        end += 1  # "Ursula von der Leyen"
    inside = at < end < sentence.last and is_capital(words[end]) and words.joined(end)
    if inside and words[at] in _CLAUSE_WORDS and not _held(words, at - 1, end):
        return 0
    return end + 1 - at if inside and end not in words.shouted else 0


def _held(words: Words, before: int, after: int) -> bool:
    """True where the model holds both sides of a particle for one name, or neither for one (*Rio de Janeiro*)."""
    left = next((s for s in words.spans if s.first <= before < s.last), None)
    right = next((s for s in words.spans if s.first <= after < s.last), None)
    return left is right and (left is not None or words[before].casefold() in first_names())


def is_compound(word: str) -> bool:
    """True for a hyphen compound with a common word at its end (*SV-leiar*), after which another name may follow."""
    tail = word.rpartition("-")[2]
    return tail != word and len(tail) >= 3 and tail.isalpha() and tail.islower() and word[0].isupper()


def _ends_before(words: Words, at: int) -> bool:
    """True where a new name begins with this token though no small word stands between (*Nordvangs Kari Holt*)."""
    before = words[at - 1]
    stem = without_genitive(before)
    genitive = stem != before and (is_known(stem) or words.tokens[at - 1].has("Case=Gen"))
    if genitive and is_common(words[at]):
        return True  # "USAs BNP"
    if is_compound(words[at]) and not genitive:
        # "Ivar Holms Vega-gruppe", but "James Bond-filmen"
        person = before.casefold() not in first_names() and at > 1 and words[at - 2].casefold() in first_names()
        return stem != before and person
    return genitive and (words[at].casefold() in first_names() or is_compound(words[at]))


def _pieces(words: Words, sentence: Sentence, first: int, last: int) -> Iterator[Draft]:
    """The run without opening words that are no part of a name, and with the heads that follow it."""
    while last - first > 1 and _is_initial(words[last - 1]) and words[first].casefold() not in first_names():
        last -= 1
    while first < last and not _stays(words, first, last):
        first += 1
        while first < last and not is_capital(words[first]):
            first += 1
    if first >= last:
        return
    if numbered(words, sentence, first, last):
        last += 1
    yield Draft(first, with_head(words, sentence, first, last))


def _announces(word: str) -> bool:
    """True for a definite noun before a name that is no part of it: *Rederiet Nordlys*, but *Stiftelsen Nordlys*."""
    return is_institution(word) and word not in head_words("organisation", "of_place")


def _is_initial(word: str) -> bool:
    return len(word) == 2 and word[1] == "."


def _stays(words: Words, first: int, last: int) -> bool:
    word = words[first]
    if hangs_before_title(words, first):
        return False
    if last - first == 1 and first in words.initial and named_for_its_place(words, first):
        return True
    if (
        is_road(word)
        or is_address(word)
        or (is_compound(word) and last - first == 1)
        or (last - first == 1 and _short_in_brackets(words, first))
    ):
        return True
    if last - first > 1 and title_base(word) and word.casefold() not in first_names() and not word.isupper():
        opening = head_words("organisation", "opening")
        return word in opening and first not in words.initial
    forms = head_words("organisation", "form")
    if last - first > 1 and words[first + 1] in forms:
        return words.tokens[first].pos in ("NOUN", "PROPN")  # *Havlaks AS melder*
    if last - first == 1 and word in forms:
        return False
    if first in words.initial:
        return words.may_begin(first, last - first > 1) or (
            last - first > 1 and word in head_words("organisation", "opening") and not _announces(word)
        )
    return not is_common(word)


# ---- the model and the capitals together


def _agreed(words: Words, sentence: Sentence, run: Draft, spans: list[Draft]) -> Iterator[Draft]:
    """One run and what the model saw of it: the model may divide a run and lengthen it, the run may fill it up."""
    if not spans:
        if _alone(words, run):
            yield run
        return
    parts = spans
    paired = any(
        words[i] == "og" for i in range(run.first, run.last)
    )  # "Salten og Lofoten tingrett": by its head alone
    if paired or words[run.last - 1] in head_words("organisation", "form"):
        yield _with_votes(run, spans)
        return
    if len(parts) > 1 and not _one_person(words, run, parts) and not _one_name(words, run, parts):
        yield from parts
        return
    first = min([run.first, *(p.first for p in parts)])
    last = max([run.last, *(p.last for p in parts)])
    if last - first > _MAX_WORDS or not parts:
        first, last = run.first, run.last
    merged = _trimmed(words, Draft(first, last, tuple(v for s in spans for v in s.votes)))
    if merged:
        yield merged


def _one_name(words: Words, run: Draft, parts: Sequence[Draft]) -> bool:
    """True where small words of a name join the parts: *Tour de Ski*, *Fylkesmannen i Vestland*."""
    if words[run.first] in head_words("organisation", "clubs") and parts[0].first == run.first:
        return len(parts) == 2 and parts[0].last == run.first + 1 == parts[1].first  # "FC" + "Nordvik"
    whole = parts[0].first <= run.first and run.last <= parts[-1].last
    between = [words[i] for a, b in itertools.pairwise(parts) for i in range(a.last, b.first)]
    placed = words[run.first] in head_words("organisation", "of_place") and len(parts) == 2
    allowed = _PARTICLES | WITHIN_NAMES if placed else _PARTICLES
    return whole and bool(between) and all(w in allowed for w in between)


def _one_person(words: Words, run: Draft, parts: Sequence[Draft]) -> bool:
    """True where the parts are one person's names divided by the model: *Kim* + *Jong-un*."""
    touching = all(b.first - a.last <= 1 for a, b in itertools.pairwise(parts))
    within = all(run.first <= p.first and p.last <= run.last for p in parts)
    return touching and within and all(set(p.votes) <= {"PER"} for p in parts)


def _alone(words: Words, run: Draft) -> bool:
    """True where a run of capitals is a name though the model saw none."""
    lettered = is_compound(words[run.first]) and words[run.first][1:2] == "-"
    if (run.first not in words.initial and not lettered) or run.last - run.first > 1 or is_address(words[run.first]):
        return True
    word = words[run.first]
    if is_compound(word):
        base = word.rpartition("-")[0]
        if len(base) == 1:
            return False  # "A-finalen"
        return is_known(base) or words.is_certain(base) or base in words.voted
    return words.may_begin(run.first, False) or _short_in_brackets(words, run.first)


def _trimmed(words: Words, draft: Draft) -> Draft | None:
    """The draft without titles, adjectives and marks at its ends, or None where nothing is left."""
    first, last = draft.first, draft.last
    if set(draft.votes) <= {"ORG", "PER", "GPE", "LOC"}:  # "Fafo" where the model has "Fafo tror på det"
        last = next((i for i in range(first + 1, last) if _verb(words, i)), last)
    last = next((i for i in range(first + 1, last - 1) if begins_date(words, i)), last)
    while first < last and (_loose(words, first, last) or _describes(words, draft, first)):
        first += 1
    if last - first > 2 and words[last - 1] in WITHIN_NAMES and last < len(words.tokens) and is_capital(words[last]):
        last += 1  # "Det føderale universitetet i" + "Kasan"
    while last - first > 1 and _is_initial(words[last - 1]) and words[first].casefold() not in first_names():
        last -= 1
    while last > first and (_mark(words[last - 1]) or (words[last - 1] in WITHIN_NAMES and last - first > 1)):
        last -= 1
    whole_title = (
        last - first > 1 and words[last - 1].islower() and title_base(words[last - 1]) and "DRV" not in draft.votes
    )
    species = (
        last - first > 1 and _is_initial(words[first]) and not any(is_capital(words[i]) for i in range(first + 1, last))
    )
    return Draft(first, last, draft.votes) if last > first and not whole_title and not species else None


def _describes(words: Words, draft: Draft, at: int) -> bool:
    """True for an adjective that opens a sentence before a person's name: *Søvnlaus Holm*."""
    token = words.tokens[at]
    adjective = token.pos in ("ADJ", "VERB", "ADP", "ADV") and at in words.initial and at + 1 < draft.last
    plain = adjective and token.text.casefold() not in first_names() and not is_known(token.text)
    return plain and set(draft.votes) == {"PER"} and not words.is_certain(token.text)


def _verb(words: Words, index: int) -> bool:
    token = words.tokens[index]
    return token.pos in ("VERB", "AUX") and token.text.islower() and token.has("VerbForm=Fin")


def _mark(word: str) -> bool:
    return not any(c.isalnum() for c in word) and word not in ("»", "!")


def _loose(words: Words, first: int, last: int) -> bool:
    word = words[first]
    if not any(c.isalnum() for c in word):
        return True
    more = first + 1 < last and is_capital(words[first + 1])
    if not more or is_known(word):
        return False
    if word.casefold() in first_names() and is_capital(word):
        return False
    if title_base(word) and (word[0].islower() or first in words.initial) and "-" not in word:
        return True
    if first in words.initial and _announces(word):
        return True
    nationality = first in words.initial and word.endswith(("ske", "sk")) and words.tokens[first].pos != "PROPN"
    return nationality or (word[0].islower() and word not in _PARTICLES and not is_capital(word))


def _believable(words: Words, draft: Draft) -> bool:
    """True where a name that only the model saw has a capital that means something, or is a word that may begin one."""
    capitals = [i for i in range(draft.first, draft.last) if is_capital(words[i]) and i not in words.shouted]
    if not capitals:
        return is_address(words.surface(draft)) or "EVT" in draft.votes
    if draft.last - draft.first > 1:
        return True
    word = words[draft.first]
    if len(word) == 1:
        return _in_brackets(words, draft.first)  # a party: "Kari Holm (V)"
    if is_common(word) or hangs_before_title(words, draft.first) or word in head_words("organisation", "form"):
        return False
    return draft.first not in words.initial or words.may_begin(draft.first, False, voted=True)


def _short_in_brackets(words: Words, at: int) -> bool:
    """*Kari Holm (Bygdelista)*, *Noregs bondelag (NB)*: one word alone in brackets after a name."""
    word = words[at]
    if not _in_brackets(words, at) or at < 2 or not words[at - 2][:1].isupper():
        return False
    person = at > 2 and words[at - 3][:1].isupper() and words.tokens[at].pos in ("PROPN", "NOUN")
    return (word.isupper() and 2 <= len(word) <= 6) or (person and len(word) > 2)


def _in_brackets(words: Words, at: int) -> bool:
    return 0 < at < len(words.tokens) - 1 and words[at - 1] == "(" and words[at + 1] == ")"
