"""A saying's sentences and clauses: what is told for its own sake, and what only tells when or on what condition."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from belegg.core.words import Token
from belegg.reason._cues import load_cues
from belegg.reason._sayings import Saying
from belegg.reason._story import View
from belegg.text.grammar import BEFORE_AFTER, CONDITIONS, SHALL, WHEN, WHILE, WILL

CONTENT_POS = frozenset(("NOUN", "VERB", "ADJ", "PROPN", "X"))
CLAUSE_DEPS = frozenset(("conj", "advcl", "acl:relcl", "acl", "ccomp", "parataxis"))
SUBJECTS = frozenset(("nsubj", "nsubj:pass"))
BACKGROUND = WHEN | WHILE | BEFORE_AFTER | CONDITIONS | {"innen", "innan"}
FORETOLD = WILL | SHALL | {"kommer", "kjem"}


def counts(clause: Sequence[Token]) -> bool:
    """True where a clause has a figure, and so something of its own to say."""
    return any(t.pos == "NUM" for t in clause)


def is_background(clause: Sequence[Token]) -> bool:
    """True for a clause that only tells when or on what condition."""
    return any(t.text.lower() in BACKGROUND and t.pos in ("SCONJ", "ADV", "ADP", "X") for t in clause[:2])


def is_believed(clause: Sequence[Token]) -> bool:
    """True for a relative clause that tells what somebody believes of its noun (*som analytikeren trodde ville by*).

    Parsers take its verb for the sentence's own, so that the words alone decide.
    """
    words = [t.text.lower() for t in clause]
    after = words.index("som") if "som" in words else len(words)
    believing = (n for n, t in enumerate(clause) if n > after and t.lemma.lower() in load_cues().beliefs)
    return any(words[n + 1 : n + 2] and words[n + 1] in FORETOLD for n in believing)


def told_behind(sentence: Sequence[Token]) -> set[int]:
    """The words from *etter at, da, mens* to the next comma: what parsers miss of the clauses that only tell when."""
    found: set[int] = set()
    inside = False
    for number, token in enumerate(sentence):
        word = token.text.lower()
        following = sentence[number + 1].text.lower() if number + 1 < len(sentence) else ""
        opens = word in BACKGROUND and (token.pos == "SCONJ" or following == "at")
        inside = (inside and word != ",") or (number > 1 and opens)
        if inside:
            found.add(token.index)
    return found


def sentences(saying: Saying, view: View) -> list[tuple[Token, ...]]:
    """The content's tokens, sentence by sentence."""
    groups: dict[int, list[Token]] = {}
    starts = view.sentence_starts
    for span in saying.spans:
        for token in view.tokens(span):
            groups.setdefault(max(1, bisect_right(starts, token.start)), []).append(token)
    return [_with_antecedent(tokens, view) for _, tokens in sorted(groups.items())]


def _with_antecedent(tokens: Sequence[Token], view: View) -> tuple[Token, ...]:
    """A relative clause that is told alone, with the noun before it that it says something of."""
    first = tokens[0]
    if first.text.lower() != "som":
        return tuple(tokens)
    inside = {t.index for t in tokens}
    heads = [t for t in tokens if t.dep.startswith("acl") and t.head not in inside]
    if heads:
        return (view.doc[Token][heads[0].head], *tokens)
    before = view.doc[Token][max(0, first.index - 2) : first.index]
    noun = next((t for t in reversed(before) if t.pos in ("NOUN", "PROPN")), None)
    return (noun, *tokens) if noun else tuple(tokens)


def clauses(tokens: Sequence[Token], infinitives: bool = False) -> list[tuple[Token, ...]]:
    """The tokens of each clause of a sentence; a relative clause takes the noun that it says something of with it.

    An infinitive has no subject of its own and belongs to the verb that governs it, unless ``infinitives`` is true.
    """
    inside = {t.index: t for t in tokens}
    heads = {t.index for t in tokens if t.head not in inside or t.head == t.index or opens_clause(t, infinitives)}
    owner = {t.index: owner_of(t, inside, heads) for t in tokens}
    parted: dict[int, list[Token]] = {}
    for token in tokens:
        parted.setdefault(owner[token.index], []).append(token)
    for head, clause in parted.items():
        if inside[head].dep == "acl:relcl" and inside[head].head in inside:
            clause.insert(0, inside[inside[head].head])
    for head, clause in parted.items():
        if inside[head].dep == "conj" and not any(t.dep in SUBJECTS for t in clause):
            clause[:0] = _subject_of(inside[head].head, tokens, inside)
    return [tuple(c) for c in parted.values()]


def _subject_of(head: int, tokens: Sequence[Token], inside: Mapping[int, Token]) -> list[Token]:
    """The subject of a clause's head, which the clause joined to it by *and* shares, and what belongs to it."""
    subject = next((t for t in tokens if t.head == head and t.dep in SUBJECTS), None)
    if subject is None:
        return []
    return [t for t in tokens if t is subject or (t.head == subject.index and t.pos in CONTENT_POS)]


def opens_clause(token: Token, infinitives: bool = False) -> bool:
    """True for the head of a clause."""
    if token.dep not in CLAUSE_DEPS or token.pos not in ("VERB", "AUX", "ADJ"):
        return False
    return infinitives or not token.has("VerbForm=Inf")


def owner_of(token: Token, inside: Mapping[int, Token], heads: set[int]) -> int:
    """The head of the clause that a token stands in."""
    if token.index in heads:
        return token.index
    if token.head in heads:
        return token.head
    seen: set[int] = set()
    while token.index not in heads and token.index not in seen:
        seen.add(token.index)
        token = inside[token.head]
    return token.index


def agents(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Who does it in a passive clause: what *av* brings in (*ble tatt imot av guvernøren*)."""
    if not any(t.dep in ("nsubj:pass", "aux:pass") for t in tokens):
        return ()
    inside = {t.index: t for t in tokens}
    by = {t.head for t in tokens if t.text.lower() == "av" and t.pos == "ADP" and t.head in inside}
    heads = {i for i in by if inside[i].dep in ("obl", "obl:agent") or inside[i].pos == "PROPN"}
    return tuple(t for t in tokens if t.index in heads or (t.head in heads and t.pos in CONTENT_POS))


def clause_of_noun(tokens: Sequence[Token]) -> bool:
    """True for a noun and a relative clause of which it is the subject."""
    return len(tokens) > 1 and any(t.text.lower() == "som" and t.dep in SUBJECTS for t in tokens[:3])


def is_root(token: Token, tokens: Sequence[Token]) -> bool:
    """True for the word of some that heads them: its own head is not among them."""
    return token.head == token.index or all(t.index != token.head for t in tokens)
