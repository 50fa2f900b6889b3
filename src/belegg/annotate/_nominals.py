"""Noun phrases beside a reporting word: who speaks, to whom, through whom."""

from belegg.annotate._lexicon import Lexicon, lexicon, word_list
from belegg.annotate._view import CLOSING, DASHES, OPENING, View, Words
from belegg.text.grammar import (
    ACCORDING,
    ALSO,
    ARTICLES,
    COORDINATORS,
    DEFINITE_ARTICLES,
    FIRST_PERSON,
    NEITHER,
    NOT,
    OURS,
    OWN,
    SELF,
    SOMETHING,
    THEIRS,
    THIRD_PERSON,
    WHEN,
    WHILE,
)

_KEPT_PREPOSITIONS = word_list("kept_prepositions")
_RELATIONAL = word_list("relational")
_ARTICLES = ARTICLES | DEFINITE_ARTICLES
_PERSONAL = THIRD_PERSON | FIRST_PERSON | {"du", "det", "ham", "henne", "dem", "seg"}
_JOINING = COORDINATORS | NEITHER | {"både"}
_PAIRED = NEITHER | {"både"}
_AFTER = WHEN | WHILE | {"om", "som", "at", "etter", "før", "under", "overfor"}
_NEXT = ARTICLES | {"den", "det"}
_ALONE = SOMETHING | {"ingenting"}
_BEFORE = word_list("before_phrase")
_OPENING = word_list("opening_pronouns")
_ASKED = word_list("stand_for_people")
_POSSESSIVES = OURS | THEIRS | OWN
_OWNERS = THEIRS | OWN | {"andre", "øvrige"}
_CALLINGS = ("er", "ar", "ør", "sjef", "ent", "ist", "log", "mann", "kvinne")
TIME_WORDS = word_list("time")
_AFTER_I = word_list("after_i")
_MEDIUM = tuple(sorted(word_list("medium")))


def holds_medium(view: View, words: Words) -> bool:
    """True where the phrase names a channel (*en e-post, pressekonferansen*) and no person."""
    return any(
        view.lows[i].endswith(_MEDIUM) if len(view.lows[i]) > 2 else view.lows[i] in _MEDIUM for i in range(*words)
    )


def _opens_medium(view: View, at: int, limit: int) -> bool:
    """True where the preposition at ``at`` begins a circumstance rather than a part of the noun phrase."""
    if view.lows[at] in ("i", "på", "ved") and at + 1 < limit:
        follow = view.lows[at + 1]
        if follow in _AFTER_I or follow in TIME_WORDS:
            return True
        return holds_medium(view, (at + 1, min(at + 4, limit)))
    return view.lows[at] in ("med", "mot") and not _noun_before(view, at)


def _noun_before(view: View, at: int) -> bool:
    return at > 0 and view.tokens[at - 1].pos == "NOUN"


def phrase_from(view: View, start: int, limit: int) -> Words | None:
    """The noun phrase that opens at ``start``, with prepositions, without a relative clause; None where none does."""
    i = start + (start + 1 < limit and view.lows[start] in ('"', "«", "“"))
    while i < limit and ((view.tokens[i].pos == "ADV" and not _unnamed(view, i, limit)) or view.lows[i] in _BEFORE):
        i += 1
    titled = _title(view, i, limit)
    nominal = i < limit and (view.is_nominal(i) or titled)
    named = i < limit and (nominal or view.lows[i] in _JOINING or view.tokens[i].text[:1].isupper())
    if i >= limit or not (named or _unnamed(view, i, limit)):
        return None
    if view.lows[i] in TIME_WORDS:
        return None
    first = i
    i += titled or _unnamed(view, i, limit)
    owned = view.lows[i] in _POSSESSIVES and i + 1 < limit and view.tokens[i + 1].pos in ("NOUN", "ADJ")
    if view.tokens[i].pos == "PRON" and not owned and view.lows[i] not in _OPENING:
        return first, i + 1 + (i + 1 < limit and view.lows[i + 1] in SELF)
    while i < limit and _goes_on(view, i, first, limit):
        i += 1
    end = _bearer_end(view, first, _trimmed(view, first, i), limit)
    return (first, end) if end > first else None


def _bearer_end(view: View, first: int, end: int, limit: int) -> int:
    """*direktør for Kraft region aust, Rolf Nes*: a few words of any kind may stand before the comma and the name."""
    if view.tokens[first].pos != "NOUN" or end - first < 3 or any(m.type == "PER" for m in view.names_in((first, end))):
        return end
    if not any(view.tokens[k].pos == "ADP" for k in range(first, end)):
        return end
    comma = next((k for k in range(end, min(end + 4, limit)) if view.lows[k] == ","), end)
    if comma + 1 >= limit or any(view.is_finite(k) for k in range(end, comma)) or comma == end:
        return end
    number = view.mention_of[comma + 1]
    if number < 0 or view.mentions[number].type != "PER":
        return end
    return next((k for k in range(comma + 1, limit) if view.mention_of[k] != number), limit)


def _title(view: View, i: int, limit: int) -> bool:
    """*mener romforsker Kari Moe*: what stands before a person's name and ends like a calling is one."""
    if i + 1 >= limit or view.tokens[i].pos not in ("VERB", "ADV", "X") or view.mention_of[i] >= 0:
        return False
    number = view.mention_of[i + 1]
    return number >= 0 and view.mentions[number].type == "PER" and view.lows[i].endswith(_CALLINGS)


def _unnamed(view: View, i: int, limit: int) -> bool:
    """*ikke navngitte kilder* opens with its negation."""
    return view.lows[i] in NOT and i + 1 < limit and view.lows[i + 1].startswith(("navngi", "namngi", "namngj"))


def _goes_on(view: View, i: int, first: int, limit: int) -> bool:
    """True where the phrase that began at ``first`` holds the word at ``i``: the first rule that knows it says so."""
    for rule in (_of_joint, _of_next, _of_modifier, _of_mark):
        told = rule(view, i, first, limit)
        if told is not None:
            return told
    return view.is_nominal(i) or view.mention_of[i] >= 0 or (view.tokens[i].pos == "PART" and view.lows[i] == "s")


def _of_joint(view: View, i: int, first: int, limit: int) -> bool | None:
    """Names in one piece, what ends any phrase, conjunctions, prepositions and commas; None for another word."""
    low = view.lows[i]
    if view.mention_of[i] >= 0 and i > first and view.mention_of[i] == view.mention_of[i - 1]:
        return True
    if low in _ASKED and i > first and view.lows[i - 1] in ("de", "dei"):
        return True  # *sju prosent av de spurte*
    if low in TIME_WORDS or (view.is_finite(i) and view.mention_of[i] < 0):
        return False
    if low in _JOINING:
        return i + 1 < limit and (view.is_nominal(i + 1) and not _clause_after(view, i + 1, first, limit))
    if low in _AFTER or (i > first and low in lexicon().questions):
        return False
    if low in ("til", "for") and view.tokens[i].pos == "ADP":
        return i > first and _noun_before(view, i) and _belongs_to_noun(view, i, limit)
    if low in _KEPT_PREPOSITIONS:
        return i > first and i + 1 < limit and not _opens_medium(view, i, limit)
    if low == ",":
        return _apposed(view, i, first, limit)
    return True if _age(view, i, limit) else None


def _of_next(view: View, i: int, first: int, limit: int) -> bool | None:
    """False where the word opens the next phrase; None where it may go on with this one."""
    low = view.lows[i]
    if view.tokens[i - 1].pos == "NOUN" and i > first and low in _NEXT:
        return False
    if low in _ALONE and i > first:
        return False
    if low in ("dem", "dei", "oss", "de") and view.lows[i - 1] == "av":
        return True
    if (view.tokens[i].pos == "PRON" and i > first and low in _PERSONAL) or _after_name(view, i, first):
        return False
    return False if _new_phrase(view, i, first) else None


def _of_modifier(view: View, i: int, first: int, limit: int) -> bool | None:
    """Negations, adverbs and participles belong to a phrase before its noun or adjective; None for another word."""
    low, pos, before = view.lows[i], view.tokens[i].pos, view.tokens[i - 1].pos
    if i == first:
        return None
    follow = view.tokens[i + 1].pos if i + 1 < limit else ""
    if low in NOT:
        return (before == "DET" or view.lows[i - 1] in _ARTICLES) and follow in ("ADJ", "VERB", "NOUN")
    if pos == "ADV":
        return follow in ("ADJ", "NOUN") and before in ("DET", "ADV", "ADJ")
    if pos == "VERB" and "VerbForm=Part" in view.tokens[i].feats and view.mention_of[i] < 0:
        near = before in ("DET", "PRON", "PART", "ADV", "NUM") or view.lows[i - 1] in _ARTICLES
        return near and follow in ("NOUN", "ADJ", "PROPN")
    return None


def _of_mark(view: View, i: int, first: int, limit: int) -> bool | None:
    """Marks go on unless they open somebody's words; None where there is none."""
    low = view.lows[i]
    if low in OPENING and view.mention_of[i - 1] >= 0 and i > first:
        return False  # *ifølge Moe «litt rart»*
    if low in DASHES and i + 1 < limit and view.lows[i + 1] in ("og", "eller"):
        return True  # *nærings – og fiskeriministeren*
    return i + 1 < limit if low in OPENING or low in CLOSING or low in ("-", "/", "&", "'") else None


def _belongs_to_noun(view: View, i: int, limit: int) -> bool:
    """*kona til X*, but not *kilden til NTB*: an organisation after *til* is spoken to."""
    if i + 1 >= limit or not view.is_nominal(i + 1) or view.mention_of[i - 1] >= 0:
        return False
    number = view.mention_of[i + 1]
    if number < 0:
        return view.lows[i] == "for" or view.lows[i - 1] in _RELATIONAL
    return view.mentions[number].type == "PER" or view.lows[i] == "for"


def _age(view: View, i: int, limit: int) -> bool:
    """*Kari Nes (65)*: the bracket with an age or a party belongs to the name."""
    for opening in range(i, max(i - 3, -1), -1):
        if view.lows[opening] == "(":
            return (
                opening > 0
                and view.mention_of[opening - 1] >= 0
                and ")" in view.lows[opening : min(opening + 3, limit)]
                and (")" not in view.lows[opening:i])
            )
    return False


def _new_phrase(view: View, i: int, first: int) -> bool:
    """An adjective, a determiner or a common noun straight after a noun opens the next phrase."""
    if i == first or view.tokens[i - 1].pos != "NOUN" or view.mention_of[i] >= 0 or view.mention_of[i - 1] >= 0:
        return False
    if view.lows[i - 1].endswith(("s", "'")) or view.tokens[i].text[:1].isupper():
        return False
    return view.tokens[i].pos in ("ADJ", "DET", "NUM", "NOUN") and view.tokens[i].dep not in (
        "flat",
        "flat:name",
        "appos",
    )


def _after_name(view: View, i: int, first: int) -> bool:
    """A common word after a name opens something else (*har ifølge TMZ planer om …*), unless the name is a genitive."""
    if i == first or view.mention_of[i - 1] < 0 or view.mention_of[i] >= 0 or not view.lows[i].islower():
        return False
    genitive = view.lows[i - 1].endswith(("s", "'"))
    if view.lows[i] in ARTICLES:
        return True
    if view.tokens[i].pos == "NOUN":
        return not genitive
    described = i + 1 < len(view.tokens) and view.tokens[i + 1].pos in ("NOUN", "ADJ", "PROPN")
    return view.tokens[i].pos in ("ADJ", "ADV", "VERB") and not (genitive and described)


def _clause_after(view: View, i: int, first: int, limit: int) -> bool:
    """True where the words after a conjunction are a clause; after *ifølge A og B* the verb is the main clause's."""
    if first > 0 and view.lows[first - 1] in ACCORDING:
        return False
    return any(view.is_finite(j) for j in range(i, min(i + 4, limit)))


def _apposed(view: View, comma: int, first: int, limit: int) -> bool:
    """A comma inside a noun phrase: *talsperson for rådet, Jon Moe* or *leiaren, Kari Nes*."""
    after = comma + 1
    while after < min(comma + 5, limit) and view.tokens[after].pos in ("NOUN", "ADJ") and view.mention_of[after] < 0:
        after += 1  # *bergenseren, varaordfører Per Li*
    if comma + 1 < limit and (_lists_names(view, comma, limit) or _one_more(view, comma, limit)):
        return True
    if after >= limit or view.mention_of[after] < 0 or view.mentions[view.mention_of[after]].type != "PER":
        return False
    named = any(m.type == "PER" for m in view.names_in((first, comma)))
    return not named


def _one_more(view: View, comma: int, limit: int) -> bool:
    """*mener kandidat for Høyre, Gunnar Dahl, og partileder Halvor Lie*: after a name one more, with its title."""
    if view.mention_of[comma - 1] < 0 or view.lows[comma + 1] != "og":
        return False
    i = comma + 2
    while i < limit and view.mention_of[i] < 0 and view.tokens[i].pos in ("NOUN", "ADJ"):
        i += 1
    person = i < limit and _kind_at(view, i) == _kind_at(view, comma - 1) == "PER"
    return person and not any(view.is_finite(k) for k in range(i, limit))


def _lists_names(view: View, comma: int, limit: int) -> bool:
    """*sier Lie, Moe og Berg*, *USA, Japan og Kina*: names of one kind one after the other, the last after *og*."""
    i = comma
    kind = _kind_at(view, i - 1) if i > 0 else None
    if kind is None:
        return False
    while i < limit and (view.lows[i] == "," or _kind_at(view, i) == kind):
        i += 1
    return i + 1 < limit and i > comma + 1 and view.lows[i] == "og" and _kind_at(view, i + 1) == kind


def _kind_at(view: View, i: int) -> str | None:
    """A person, or anything else that can speak; a state and its organisations are listed together."""
    number = view.mention_of[i]
    kind = view.mentions[number].type if number >= 0 else ""
    return "PER" if kind == "PER" else "body" if kind in ("ORG", "GPE") else None


def _trimmed(view: View, first: int, end: int) -> int:
    """Without trailing joints, commas and prepositions."""
    while end > first and (
        view.lows[end - 1] in _JOINING
        or view.tokens[end - 1].pos in ("ADP", "PUNCT", "ADV", "CCONJ", "SCONJ", "PART")
        or view.lows[end - 1] in _KEPT_PREPOSITIONS
        or (view.lows[end - 1] == "som" and end - 2 > first and view.lows[end - 2] == ",")
    ):
        if view.lows[end - 1] in CLOSING and any(view.lows[i] in OPENING for i in range(first, end - 1)):
            break
        if view.lows[end - 1] == ")" and "(" in view.lows[first : end - 1]:
            break
        end -= 1
    return end


def phrase_around(view: View, head: int, within: Words) -> Words:
    """The noun phrase with this head: its dependents in one piece, without relative clauses and after-thoughts."""
    lost = {
        i
        for c in view.children[head]
        if view.tokens[c].dep in ("acl:relcl", "acl", "advcl", "parataxis", "punct", "cc", "conj")
        and not _coordinated(view, c)
        for i in view.subtree(c, within)
    }
    kept = set(view.subtree(head, within)) - lost
    first = head
    while first - 1 in kept and view.lows[first - 1] != ",":
        first -= 1
    while first < head and (view.tokens[first].pos in ("ADV", "CCONJ", "PUNCT") or view.lows[first] in ALSO):
        first += 1
    if first - 2 >= within[0] and view.lows[first - 1] in ("nær", "nære") and view.tokens[first - 2].pos == "NOUN":
        first = phrase_around(view, first - 2, (within[0], first - 1))[0]  # *to kilder nær familien*
    grown = phrase_from(view, first, min(within[1], max(kept) + 1))
    end = head + 1
    while end in kept and not view.is_finite(end):
        end += 1
    end = max(end, grown[1] if grown and grown[0] <= head < grown[1] else 0)
    return first, max(head + 1, _trimmed(view, first, end))


def _coordinated(view: View, c: int) -> bool:
    return view.tokens[c].dep == "conj" and view.tokens[c].pos in ("NOUN", "PROPN", "PRON", "ADJ")


def phrase_before(view: View, end: int, start: int) -> Words | None:
    """The noun phrase that ends just before ``end``: the last resort where the parser names no subject."""
    i = end
    while i > start and (view.tokens[i - 1].pos in ("ADV", "PART") or view.lows[i - 1] in TIME_WORDS):
        i -= 1
    last = i
    while i > start and (
        view.is_nominal(i - 1) or view.mention_of[i - 1] >= 0 or view.lows[i - 1] in _KEPT_PREPOSITIONS
    ):
        i -= 1
    while i < last and view.tokens[i].pos == "ADP":
        i += 1
    return (i, last) if i < last else None


def is_own(view: View, lex: Lexicon, words: Words) -> bool:
    """True for the speaker's own pronoun (*jeg, vi, man*)."""
    return words[1] - words[0] == 1 and view.lows[words[0]] in lex.pronouns["own"]


def split_holders(view: View, words: Words) -> tuple[Words, ...]:
    """*Pyongyang og Moskva* are two holders; *de to selskapene og staten* one phrase each at the joint."""
    for i in range(words[0] + 1, words[1] - 1):
        listed = view.lows[i] == "," and _lists_names(view, i, words[1])
        if listed or (view.lows[i] in ("og", "eller", "samt") and _may_split(view, words, i)):
            first = words[0] + (view.lows[words[0]] in _PAIRED)
            last = i - (view.lows[i] == "og" and view.lows[i - 1] == ",")
            return (first, last), *split_holders(view, (i + 1, words[1]))
    if view.lows[words[0]] in _PAIRED and words[1] - words[0] > 1:
        return ((words[0] + 1, words[1]),)
    return (words,)


def _may_split(view: View, words: Words, joint: int) -> bool:
    """Both sides must be whole names or nouns: no joint inside a name, a title or a prepositional phrase."""
    if view.mention_of[joint] >= 0:
        return False
    left = [view.mention_of[i] for i in range(words[0], joint)]
    right = [view.mention_of[i] for i in range(joint + 1, words[1])]
    if view.lows[joint - 1] == "," and _one_more(view, joint - 1, words[1]):
        return True
    if any(view.tokens[i].pos == "ADP" for i in range(words[0], joint)):
        return False
    if _apart(view, words, joint):
        return True
    ends = view.mention_of[joint - 1] >= 0 or view.lows[joint - 1] == ")"  # *partiets leder og talsmann Per Li* is one
    return ends and _named(view, left) and _named(view, right)


def _apart(view: View, words: Words, joint: int) -> bool:
    """*politiet og brannvesenet*, *Roma og dets naboer*, *partiet og andre*: each side by itself."""
    left = view.mention_of[joint - 1] >= 0 or "Definite=Def" in view.tokens[joint - 1].feats
    follow = view.tokens[joint + 1]
    owned = view.lows[joint + 1] in _OWNERS or view.lows[joint + 1 : joint + 3] in (
        ("de", "allierte"),
        ("dei", "allierte"),
    )
    definite = follow.pos == "NOUN" and "Definite=Def" in follow.feats and "Case=Gen" not in follow.feats
    name = any(view.mention_of[k] >= 0 for k in range(joint + 2, words[1]))
    return left and "Case=Gen" not in view.tokens[joint - 1].feats and (owned or (definite and not name))


def _named(view: View, numbers: list[int]) -> bool:
    return any(n >= 0 and view.mentions[n].type != "DRV" for n in numbers)
