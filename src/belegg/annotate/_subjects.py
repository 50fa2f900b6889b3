"""Who a reporting verb's subject is: by the tree, and by Norwegian word order where the tree is silent."""

from belegg.annotate._lexicon import Lexicon, lexicon, word_list
from belegg.annotate._met import met_source
from belegg.annotate._nominals import TIME_WORDS, phrase_around, phrase_before, phrase_from
from belegg.annotate._view import View, Words
from belegg.text.grammar import ACCORDING, ANYBODY, CLAUSE_JOINTS, FIRST_PERSON, NOT, OBJECTS, SELF, THIRD_PERSON, WHILE
from belegg.text.titles import title_base

_BELIEVED = word_list("believed")
_ABLE = ("person", "government", "organisation", "collective", "expert", "media", "anonymous")
_PLAIN = THIRD_PERSON | FIRST_PERSON | ANYBODY | {"som", "du"}
_JOINTS = CLAUSE_JOINTS | WHILE | {"for", "så"}
_NO_SUBJECTS = OBJECTS | {"det", "at", "om", "til"}
_NO_OPENING = ACCORDING | word_list("clock")
_BEFORE_INFINITIVE = NOT | {"å"}
_SUBJECTS = ("nsubj", "nsubj:pass", "csubj")


def subject_of(view: View, lex: Lexicon, verb: int, within: Words) -> Words | None:
    """The noun phrase that is the subject of the verb at ``verb``; None where there is none to be seen."""
    met = _met_before(view, verb, within)
    if met is not None:
        return met
    inverted = _after(view, lex, verb, within)
    if inverted:
        return inverted
    first = _told_before(view, lex, verb, within)
    if first is not None:
        return subject_of(view, lex, first, within)
    head = _subject_word(view, verb, within)
    if head is not None and view.lows[head] in ("begge", "alle") and view.lows[head - 1] == "som":
        head -= 1
    if head is not None:
        if view.lows[head] == "som":
            return _antecedent(view, head, verb, within)
        around = (within[0], verb) if within[0] <= head < verb else within
        return phrase_around(view, head, around)
    return _before(view, verb, within)


def _met_before(view: View, verb: int, within: Words) -> Words | None:
    """*To kilder (som) NRK har snakket med, sier at*: the noun phrase before the clause that ends at the verb."""
    end = verb
    while end > within[0] and view.tokens[end - 1].pos in ("ADV", "PART"):
        end -= 1
    end -= view.lows[end - 1] == ","
    if end - 4 < within[0]:
        return None
    found = met_source(view, clause_start(view, verb, within), verb)
    return found[0] if found is not None and found[1].words[1] == end else None


def _told_before(view: View, lex: Lexicon, verb: int, within: Words) -> int | None:
    """*avviser at P, men bekrefter at Q*: the reporting verb of the sentence that shares its subject with this one."""
    joint = verb - 1
    while joint > within[0] and view.tokens[joint].pos in ("ADV", "PART"):
        joint -= 1
    if view.lows[joint] not in ("og", "men") or not view.is_finite(verb):
        return None
    if any(view.tokens[c].dep.startswith("nsubj") for c in view.children[verb]):
        return None
    if "at" not in view.lows[verb + 1 : verb + 4]:
        return None
    first = next((k for k in range(within[0], joint) if view.is_finite(k)), None)
    reports = (
        first is not None
        and first < joint - 2
        and any("that" in e.takes and not e.tail for e in lex.cues.get(view.lows[first], ()))
    )
    past = [("Tense=Past" in view.tokens[k].feats) for k in (first, verb)] if first is not None else []
    return first if reports and past[0] == past[1] else None


def _without_preposition(view: View, words: Words) -> Words:
    """*ifølge New York Times' kilder, som også sier*: the antecedent without what governs it."""
    first = words[0]
    while first < words[1] - 1 and (view.tokens[first].pos == "ADP" or view.lows[first] in ACCORDING):
        first += 1
    return first, words[1]


def clause_start(view: View, verb: int, within: Words) -> int:
    """The first word of the main clause that the verb stands in: the sentence's, or the one after *, og/men*."""
    for i in range(verb - 1, within[0], -1):
        joint = view.lows[i] in _JOINTS
        joint = joint and not (view.lows[i] == "så" and view.tokens[i + 1].pos in ("ADJ", "ADV"))
        if joint and (view.lows[i - 1] == "," or any(view.is_finite(k) for k in range(within[0], i))):
            return i + 1
        if view.lows[i] in (";", ":", "–", "-") and view.lows[i - 1] != "-":
            return i + 1
    first = within[0]
    while first < verb and view.tokens[first].pos in ("PUNCT", "CCONJ"):
        first += 1
    return first


def _after(view: View, lex: Lexicon, verb: int, within: Words) -> Words | None:
    """*sier politiet at …*: the subject straight after a finite verb, where something else opens the clause."""
    if not view.is_finite(verb) or verb + 1 >= within[1]:
        return None
    follow = verb + 2
    while follow < within[1] and view.tokens[follow].pos in ("ADV", "PART"):
        follow += 1  # *og sier de ikke vil*: the pronoun is the subject of what is said
    if view.lows[verb - 1] in ("og", "men") and follow < within[1] and view.is_finite(follow):
        return None
    if view.lows[verb + 1] in _subject_pronouns(lex) and not _determiner(view, verb + 1, within):
        return None if _source_before(view, lex, verb, within) else (verb + 1, verb + 2)
    thought = _thinker(view, lex, verb, within)
    if thought is not None:
        return thought
    head = view.child(verb, "nsubj", "nsubj:pass")
    if head is not None and verb < head < verb + 6 and not _plain_subject_before(view, verb, within):
        return phrase_from(view, verb + 1, within[1])
    if _adverbial_before(view, verb, within) and _nominal_soon(view, verb, within):
        return phrase_from(view, verb + 1, within[1])
    return None


def _thinker(view: View, lex: Lexicon, verb: int, within: Words) -> Words | None:
    """*Ordningen mener Moe er for dyr*: a person before another finite verb, where what stands first cannot speak."""
    number = view.mention_of[verb + 1]
    if number < 0 or view.mentions[number].type != "PER" or view.lows[verb] not in _BELIEVED:
        return None
    if _plain_subject_before(view, verb, within):
        return None  # *Han tror Moe er der*
    end = verb + 1
    while end < within[1] and view.mention_of[end] == number:
        end += 1
    start = clause_start(view, verb, within)
    front = phrase_from(view, start, verb) if start < verb else None
    if front is None or end >= within[1] or not view.is_finite(end) or able(view, lex, front):
        return None
    return verb + 1, end


def able(view: View, lex: Lexicon, words: Words) -> bool:
    """True where the head of the phrase is a name, a title or a noun for somebody or a body."""
    by = next((k for k in range(*words) if view.tokens[k].pos == "ADP"), words[1])
    if any(m.type in ("PER", "ORG", "GPE") for m in view.names_in((words[0], by))):
        return True
    nouns = [k for k in range(words[0], by) if view.tokens[k].pos in ("NOUN", "PRON", "ADJ")]
    heads = [k for k in nouns if "Case=Gen" not in view.tokens[k].feats]
    return any(title_base(view.tokens[k].text) or any(view.lows[k] in lex.holders[c] for c in _ABLE) for k in heads)


def _determiner(view: View, i: int, within: Words) -> bool:
    """*de to landene*: an article, no pronoun."""
    if view.lows[i] not in ("de", "dei") or i + 1 >= within[1]:
        return False
    follow = view.tokens[i + 1]
    alone = follow.pos == "NOUN" and "Definite=Def" in follow.feats  # *ber de politikerne svare*: subject and object
    return follow.pos in ("NUM", "ADJ", "NOUN", "DET") and not alone


def _source_before(view: View, lex: Lexicon, verb: int, within: Words) -> bool:
    """*Tiltalte hevder han skrapte*, against *Engasjementet trur ho var stort*: who stands first can speak."""
    if _plain_subject_before(view, verb, within):
        return True
    follow = verb + 2
    while follow < min(verb + 5, within[1]) and view.tokens[follow].pos in ("ADV", "PART"):
        follow += 1
    if follow >= within[1] or not view.is_finite(follow):
        return False
    start = clause_start(view, verb, within)
    front = phrase_from(view, start, verb) if start < verb else None
    if front is None:
        return False
    names = [m.type for m in view.names_in(front)]
    if any(t in ("PER", "ORG", "GPE") for t in names) or any(title_base(view.tokens[k].text) for k in range(*front)):
        return True
    return any(view.lows[k] in lex.holders[kind] for k in range(*front) for kind in _ABLE)


def _nominal_soon(view: View, verb: int, within: Words) -> bool:
    """A noun phrase that can be a subject: no pronoun in its object form, no time word."""
    i = verb + 1
    if view.lows[i] in _NO_SUBJECTS or not view.is_nominal(i):
        return False
    words = phrase_from(view, i, within[1])
    return words is not None and words[0] == i


def _plain_subject_before(view: View, verb: int, within: Words) -> bool:
    """A subject pronoun just before the verb settles the order."""
    return verb > within[0] and view.lows[verb - 1] in _PLAIN


def _adverbial_before(view: View, verb: int, within: Words) -> bool:
    """True where the clause opens with a time, a place or a source, so that the subject comes after the verb."""
    start = clause_start(view, verb, within)
    if start >= verb or verb - start > 14:
        return False
    low, pos = view.lows[start], view.tokens[start].pos
    if view.lows[start : start + 3] in _REGARDING:
        return True
    if any(view.lows[k] in ("som", "at") or view.is_finite(k) for k in range(start, verb)):
        return False
    if low in TIME_WORDS or low in _NO_OPENING:
        return not any(
            view.tokens[k].dep.startswith("nsubj") and view.tokens[k].pos in ("PRON", "PROPN")
            for k in range(start, verb)
        )
    if (
        pos == "ADP"
        or (low in _SAME and view.lows[start + 1] in _TIMES)
        or (pos in ("ADJ", "NUM") and _time_soon(view, start, verb))
    ):
        return True
    if low in SELF and verb == start + 1:
        return True  # *Selv hevder den dømte at*
    return pos == "ADV" and low not in _FOCUS and not any(view.is_nominal(k) for k in range(start + 1, verb))


def _time_soon(view: View, start: int, verb: int) -> bool:
    """*Kort tid før møtet*, *To dager etter*."""
    return any(view.lows[k] in _TIMES for k in range(start, min(start + 3, verb)))


_REGARDING = (("når", "det", "gjelder"), ("når", "det", "gjeld"))
_SAME = word_list("same_time")
_TIMES = word_list("times")
_FOCUS = word_list("focus")


def _subject_pronouns(lex: Lexicon) -> frozenset[str]:
    return (lex.pronouns["he"] | lex.pronouns["she"] | THIRD_PERSON | FIRST_PERSON) - {"ham", "henne"}


def _subject_word(view: View, verb: int, within: Words) -> int | None:
    """The subject's head: the verb's own, or that of the verb it is coordinated with or governed by."""
    seen: set[int] = set()
    i = verb
    while i not in seen:
        seen.add(i)
        own = [c for c in view.children[i] if view.tokens[c].dep in _SUBJECTS and within[0] <= c < within[1]]
        own = [c for c in own if i == verb or c < verb]
        if own:
            gap = len(own) > 1 and view.lows[own[0]] == "som"  # *som politiet mener er farlig*
            return own[1] if gap else own[0]
        token = view.tokens[i]
        if token.head == i or not within[0] <= token.head < within[1]:
            return None
        if token.dep in ("acl:relcl",):
            return next((c for c in range(token.head + 1, i) if view.lows[c] == "som"), token.head)
        if token.dep not in ("conj", "xcomp", "aux", "cop", "parataxis", "aux:pass", "ccomp", "advcl"):
            return None
        if (
            token.dep in ("ccomp", "advcl", "parataxis")
            and view.tokens[i].pos in ("VERB", "AUX")
            and _own_clause(view, i)
        ):
            return None
        i = token.head
    return None


def _own_clause(view: View, i: int) -> bool:
    """A finite clause with its own mark does not share its subject with the clause above."""
    return view.is_finite(i) or view.child(i, "mark") is not None


def _antecedent(view: View, som: int, verb: int, within: Words) -> Words | None:
    """The noun phrase before *som*."""
    head = view.tokens[verb].head if view.tokens[verb].dep == "acl:relcl" else None
    if head is not None and within[0] <= head < som:
        head = _who_can_speak(view, head, within)
    if head is not None and within[0] <= head < som:
        return _without_preposition(view, phrase_around(view, head, (within[0], som)))
    end = som - 1 if som > within[0] and view.lows[som - 1] == "," else som
    return phrase_before(view, end, within[0])


def _who_can_speak(view: View, head: int, within: Words) -> int:
    """*lege på stedet, som sa*: the noun before the preposition, where the one after it is a mere thing or place."""
    by = view.child(head, "case")
    governor = view.tokens[head].head
    if by is None or not within[0] <= governor < head or view.tokens[governor].pos != "NOUN":
        return head
    kinds = lexicon().holders
    able = ("person", "expert", "government", "organisation", "anonymous", "collective", "media", "agency")
    here, above = (any(view.lows[k] in kinds[key] for key in able) for k in (head, governor))
    above = above or title_base(view.tokens[governor].text) is not None
    return governor if above and not here and view.mention_of[head] < 0 else head


def _before(view: View, verb: int, within: Words) -> Words | None:
    """Verb second: the noun phrase before the verb, unless something else stands there."""
    i = verb
    while i > within[0] and (
        view.tokens[i - 1].pos in ("ADV", "AUX", "PART") or view.lows[i - 1] in _BEFORE_INFINITIVE
    ):
        i -= 1
    near = phrase_before(view, i, within[0])
    start = clause_start(view, verb, within)
    opening = phrase_from(view, start, verb) if start < verb else None
    if near is None and opening is not None and opening[1] == i - 1 and view.lows[i - 1] == ",":
        return opening  # *Preses i møtet, Helga Haug, sier*
    contact = opening and any(view.tokens[k].pos in ("VERB", "AUX") for k in range(opening[1], i))
    return opening if contact and not any(view.lows[k] == "," for k in range(start, i)) else near
