"""What became of an expectation, with the sentence that shows it."""

from dataclasses import dataclass

from belegg.core.reasoning import Claim, Member
from belegg.show.book import supporting
from belegg.show.labels import OUTCOME, label
from belegg.show.library import Library, Quote


@dataclass(frozen=True, slots=True)
class Became:
    """An outcome in words, its mark, who expected it first and what shows what came of it (None: nothing does)."""

    mark: str
    text: str
    expected: Quote | None
    shown: Quote | None


def became(claim: Claim, library: Library) -> Became | None:
    """The outcome of a claim; None where nobody expected it, or where nothing shows that it came true.

    What only one source says, and no outlet tells in its own voice, has been said to have come true: a reader who is
    told more than that is told too much. What was said to be so as soon as it was expected has not come true since.
    """
    if claim.outcome is None:
        return None
    members = sorted(claim.members, key=lambda m: (library.time_key(m.place.article), m.place.start))
    first = next((m for m in members if m.relation == "expects"), None)
    proof = _proof(claim, members, first, library)
    kind: str = claim.outcome
    if kind == "came true" and proof is not None and proof.statement is not None:
        if first is not None and _at_once(members, first, library):
            return None
        kind = "later-said" if supporting(claim) == 1 else kind
    return Became(
        mark="came-true" if kind == "came true" else kind.replace(" ", "-"),
        text=label(OUTCOME, kind, library.words),
        expected=library.quote(first.place) if first and proof else None,
        shown=library.quote(proof.place) if proof else None,
    )


def _at_once(members: list[Member], first: Member, library: Library) -> bool:
    """True where the first report that expects it, or an earlier one, says that it is so."""
    when = library.time_key(first.place.article)
    return any(m.relation == "supports" and library.time_key(m.place.article) <= when for m in members)


def _proof(claim: Claim, members: list[Member], first: Member | None, library: Library) -> Member | None:
    """The sentence of a later report that shows it: the claim's own words, else the outlet's own, else the first."""
    shows = {"came true": "supports", "did not come true": "denies"}.get(claim.outcome or "")
    after = library.time_key(first.place.article) if first else ("", 0)
    later = [m for m in members if m.relation == shows and library.time_key(m.place.article) > after]
    return min(later, key=lambda m: (m.place != claim.text, m.statement is not None), default=None)
