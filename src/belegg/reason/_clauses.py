"""The clauses of a sentence as a tree, with the subject that each has or takes from the clause above it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from belegg.core.words import Token
from belegg.text.predicates import TABLE, Hit, hits

TABLES = (TABLE, "event_triggers.tsv")
OPENING = frozenset(("conj", "advcl", "acl:relcl", "acl", "ccomp", "parataxis", "csubj", "xcomp"))
SUBJECTS = ("nsubj", "nsubj:pass", "csubj")
VERBAL = frozenset(("VERB", "AUX", "ADJ"))
SAME_SUBJECT = frozenset(("conj", "xcomp", "advcl", "ccomp"))


@dataclass(frozen=True, eq=False)
class Clause:
    """``tokens`` in order, those of clauses below left out; ``parent`` is the clause that governs it.

    ``noun`` is the noun that a relative clause says something of. Each is itself, and equal to no other.
    """

    head: Token
    tokens: tuple[Token, ...]
    parent: "Clause | None" = None
    noun: Token | None = None

    @cached_property
    def hits(self) -> tuple[Hit, ...]:
        """The predicates in it, and what else may tell of an event."""
        return hits(self.tokens, TABLES)

    @cached_property
    def subject(self) -> tuple[Token, ...]:
        """The words of the subject; a conjunct or infinitive without one has that of the clause above."""
        own = next((t for t in self.tokens if t.dep in SUBJECTS and t.head == self.head.index), None)
        if own is not None and own.text.lower() != "som":
            return below(own, self.tokens)
        if self.noun is not None:
            return (self.noun,)
        takes = self.parent is not None and self.head.dep in SAME_SUBJECT and own is None
        return self.parent.subject if takes and self.parent else ()

    @property
    def is_cleft(self) -> bool:
        """True for the clause after *det var onsdag at*, which tells the main thing."""
        above = self.parent.tokens if self.parent is not None and self.head.dep == "csubj" else ()
        return any(t.dep == "expl" for t in above) and any(t.dep == "cop" for t in above)

    @property
    def is_infinitive(self) -> bool:
        """True for *å legge ned*."""
        return self.head.has("VerbForm=Inf")


def clause_tree(tokens: Sequence[Token]) -> tuple[Clause, ...]:
    """The clauses of a sentence, each after the one that governs it."""
    inside = {t.index: t for t in tokens}
    made_verb = {t.head for t in tokens if t.dep == "cop" or (t.dep == "mark" and t.pos == "SCONJ")}
    heads = {t.index for t in tokens if t.head not in inside or t.head == t.index or _opens(t, made_verb)}
    parted: dict[int, list[Token]] = {h: [] for h in sorted(heads)}
    for token in tokens:
        parted[_owner(token, inside, heads)].append(token)
    made: dict[int, Clause] = {}
    for head in parted:
        _make(head, parted, inside, heads, made)
    return tuple(made.values())


def _make(
    head: int, parted: dict[int, list[Token]], inside: dict[int, Token], heads: set[int], made: dict[int, Clause]
) -> Clause:
    if head in made:
        return made[head]
    token = inside[head]
    above = inside.get(token.head) if token.head != head else None
    # A tree has no rings; where a parse has one, the chain upwards ends at what was seen.
    made[head] = Clause(token, tuple(parted[head]))
    parent = _make(_owner(above, inside, heads), parted, inside, heads, made) if above is not None else None
    noun = above if token.dep == "acl:relcl" else None
    made.pop(head)
    made[head] = Clause(token, tuple(parted[head]), parent, noun)
    return made[head]


def _opens(token: Token, made_verb: set[int]) -> bool:
    """True for the head of a clause: a verb, or what *er*, *var* or a conjunction (*etter at*) shows to be one."""
    verbal = token.pos in VERBAL or token.index in made_verb
    return token.dep in OPENING and verbal and (token.dep != "xcomp" or token.has("VerbForm=Inf"))


def _owner(token: Token, inside: dict[int, Token], heads: set[int]) -> int:
    seen: set[int] = set()
    while token.index not in heads and token.index not in seen:
        seen.add(token.index)
        token = inside[token.head]
    return token.index if token.index in heads else min(heads)


def below(top: Token, tokens: Sequence[Token]) -> tuple[Token, ...]:
    """A word and all that hangs on it among the tokens, in order."""
    found = {top.index}
    grew = True
    while grew:
        more = {t.index for t in tokens if t.head in found} - found
        grew = bool(more)
        found |= more
    return tuple(t for t in tokens if t.index in found)
