"""What stands where in a clause: which predicates head it and which only belong to something in it, and what a figure
is told of."""

from collections.abc import Iterable, Mapping, Sequence

from belegg.core.words import Token
from belegg.reason._cues import load_cues
from belegg.reason._sentences import SUBJECTS
from belegg.text.bridge import load_bridge
from belegg.text.numbers import Quantity, load_number_words
from belegg.text.predicates import Hit

COUNTED = frozenset(("nummod", "compound", "flat", "flat:name", "det", "advmod", "amod", "nmod:npmod"))
ARGUMENTS = frozenset(("obj", "nsubj", "nsubj:pass", "root"))
NOMINAL = frozenset(("NOUN", "PROPN", "ADJ", "X"))
VERBAL = frozenset(("VERB", "AUX"))
SEVERAL = 2  # from which a count can be told without its noun
FARTHEST = 40  # steps up a dependency tree, which may hold a circle where a parse is broken


def levels(found: Sequence[Hit], tokens: Sequence[Token]) -> dict[str, int]:
    """Axis to how many other predicates stand above it in the clause: 0 heads it.

    What frames a proposition (*proposes to, decides to, discusses, begins*) does not count, and gives way to what it
    frames.
    """
    if not found:
        return {}
    inside = {t.index: t for t in tokens}
    axes = {t.index: h.predicate.axis for h in found for t in tokens[h.first : h.last]}
    out: dict[str, int] = {}
    for hit in found:
        level = min(_above(t, inside, axes, hit.predicate.axis) for t in tokens[hit.first : hit.last])
        out[hit.predicate.axis] = min(level, out.get(hit.predicate.axis, level))
    frames = load_cues().frames
    told = {a for a, level in out.items() if level == 0 and a not in frames}
    return {a: 1 if told and a in frames else level for a, level in out.items()}


def _above(token: Token, inside: Mapping[int, Token], axes: Mapping[int, str], own: str) -> int:
    """The predicates between a token and the head of its clause."""
    frames = load_cues().frames
    above: set[str] = set()
    for parent in _ancestors(token, inside):
        axis = axes.get(parent.index)
        if axis is not None and axis != own and axis not in frames:
            above.add(axis)
    return len(above)


def _ancestors(token: Token, inside: Mapping[int, Token]) -> Iterable[Token]:
    for _ in range(FARTHEST):
        if token.head == token.index or token.head not in inside:
            return
        token = inside[token.head]
        yield token


def figure_focus(quantity: Quantity, tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The words that tell what a figure is of: *prisen på 90 kroner per billett* within what is said of the price.

    The noun phrase that holds the figure as a modifier, else the clause of the verb whose argument it is; all tokens
    where the parse does not tell.
    """
    inside = {t.index: t for t in tokens}
    measured = _measured(quantity, tokens, inside)
    if measured is None:
        return tuple(tokens)
    holder = next(iter(_ancestors(measured, inside)), measured)
    if measured.dep == "conj":
        return tuple(tokens)
    infinite = holder.has("VerbForm=Inf") or holder.has("VerbForm=Part")
    if (holder.pos in NOMINAL or (infinite and holder.head in inside)) and holder is not measured:
        return _subtree(holder, tokens, inside)
    return tuple(tokens)


def is_argument(quantity: Quantity, tokens: Sequence[Token]) -> bool:
    """True where a figure is subject or object of its clause, or all that is told."""
    measured = _measured(quantity, tokens, {t.index: t for t in tokens})
    return measured is not None and measured.dep in ARGUMENTS


def acts(quantity: Quantity, tokens: Sequence[Token]) -> bool:
    """True for a figure that is the subject itself, without a noun: *43 har søkt ly*. Things are told with theirs."""
    whole = quantity.low >= SEVERAL and quantity.low == int(quantity.low)
    return whole and any(t.dep in SUBJECTS and t.start == quantity.start for t in tokens)


def _measured(quantity: Quantity, tokens: Sequence[Token], inside: Mapping[int, Token]) -> Token | None:
    """The figure's counted noun or unit, or the figure where it has none."""
    measured = next((t for t in tokens if quantity.start <= t.start < quantity.end), None)
    for parent in _ancestors(measured, inside) if measured is not None else ():
        if measured is not None and measured.dep not in COUNTED and not _is_measure(parent, quantity):
            break
        measured = parent
    return measured


def _is_measure(token: Token, quantity: Quantity) -> bool:
    """True for the unit, multiplier or counted noun of a figure."""
    measures, word = load_number_words(), token.text.lower()
    return word in measures.units or word in measures.multipliers or load_bridge().key(word) == quantity.noun


def _subtree(head: Token, tokens: Sequence[Token], inside: Mapping[int, Token]) -> tuple[Token, ...]:
    return tuple(t for t in tokens if t is head or any(a is head for a in _ancestors(t, inside)))
