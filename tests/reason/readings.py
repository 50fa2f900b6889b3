"""Readings made by hand, of stories that we invent."""

from dataclasses import replace

from belegg.core.annotation import Party, Stance
from belegg.core.spans import Place, Span
from belegg.reason._propositions import Proposition
from belegg.reason._reading import Reading
from belegg.reason._sayings import Saying


def reading(
    number: int, words: str, stance: Stance = "assert", who: str = "Ola Lie", negated: bool = False,
    past: bool = False, future: bool = False, axes: dict[str, int] | None = None, report: bool = False,
    cue: str = "sier", by: str = "",
) -> Reading:  # fmt: skip
    """A saying of its own article and hour, with one proposition."""
    saying = Saying(
        number, f"s{number}", Place(f"a{number}", 0, len(words)), (Span(0, len(words)),), stance, False, "paragraph", 1,
        f"2024-05-0{number + 1}T12:00", () if report else (Party(None, who, "person"),),
        cue="" if report else cue, is_report=report,
    )  # fmt: skip
    proposition = Proposition(
        number, Span(0, len(words)), frozenset(("a", "b", "c")), axes or {}, frozenset(), frozenset((by,)) - {""}, (),
        frozenset(), negated, future, False, past=past, roots=frozenset(axes or {}), lead=next(iter(axes or {}), None),
    )  # fmt: skip
    return Reading(saying, proposition, f" {words} ")


def telling(
    number: int, words: frozenset[str], stance: Stance = "assert", negated: bool = False, future: bool = False
) -> Reading:
    """A reading whose proposition has these words."""
    axes = {"close": -1 if negated else 1}
    r = reading(number, " ".join(sorted(words)), stance, negated=negated, future=future, axes=axes)
    assert r.proposition is not None
    return replace(r, proposition=replace(r.proposition, words=words))
