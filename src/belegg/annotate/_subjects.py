"""Who a reporting verb's subject is: by the tree, and by Norwegian word order where the tree is silent."""

from belegg.annotate._lexicon import Lexicon
from belegg.annotate._nominals import phrase_around, phrase_before, phrase_from
from belegg.annotate._view import View, Words

_SUBJECTS = ("nsubj", "nsubj:pass", "csubj")


def subject_of(view: View, lex: Lexicon, verb: int, within: Words) -> Words | None:
    """The noun phrase that is the subject of the verb at ``verb``; None where there is none to be seen."""
    inverted = _after(view, lex, verb, within)
    if inverted:
        return inverted
    head = _subject_word(view, verb, within)
    if head is not None:
        if view.lows[head] == "som":
            return _antecedent(view, head, verb, within)
        return phrase_around(view, head, (within[0], verb) if head < verb else within)
    return _before(view, verb, within)


def _after(view: View, lex: Lexicon, verb: int, within: Words) -> Words | None:
    """*sier politiet at …*: the subject straight after a finite verb that opens its clause or follows something else."""
    if not view.is_finite(verb):
        return None
    head = view.child(verb, "nsubj", "nsubj:pass")
    if head is not None and head > verb and head - verb < 4:
        return phrase_from(view, verb + 1, within[1])
    if head is not None:
        return None
    if verb + 1 < within[1] and view.lows[verb + 1] in _subject_pronouns(lex):
        return verb + 1, verb + 2
    return None


def _subject_pronouns(lex: Lexicon) -> frozenset[str]:
    return (lex.pronouns["he"] | lex.pronouns["she"] | frozenset(("de", "dei"))) - {"ham", "henne"}


def _subject_word(view: View, verb: int, within: Words) -> int | None:
    """The subject's head: the verb's own, or that of the verb it is coordinated with or governed by."""
    seen: set[int] = set()
    i = verb
    while i not in seen:
        seen.add(i)
        own = [c for c in view.children[i] if view.tokens[c].dep in _SUBJECTS and within[0] <= c < within[1]]
        own = [c for c in own if i == verb or c < verb]
        if own:
            return own[0]
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
        return phrase_around(view, head, (within[0], som))
    end = som - 1 if som > within[0] and view.lows[som - 1] == "," else som
    return phrase_before(view, end, within[0])


def _before(view: View, verb: int, within: Words) -> Words | None:
    """Verb second: the noun phrase before the verb, unless something else stands there."""
    i = verb
    while i > within[0] and (
        view.tokens[i - 1].pos in ("ADV", "AUX", "PART") or view.lows[i - 1] in ("å", "ikke", "ikkje")
    ):
        i -= 1
    return phrase_before(view, i, within[0])
