"""Invented articles as views, without the language model."""

from belegg.annotate._view import View, Words, view
from belegg.core.annotation import Party, Statement
from belegg.core.spans import Span
from tests.marked import document

LINES = "– Brua er trygg , seier [Ane Ruud|PER] . – Ho held .\n[Moe|PER] meiner at vegen bør stengjast ."


def seen(marked: str = LINES) -> View:
    """The view of a marked text."""
    return view(document(marked))


def spot(within: View, text: str) -> Span:
    """Where the words first stand."""
    start = within.doc.text.index(text)
    return Span(start, start + len(text))


def words(within: View, text: str) -> Words:
    """The same, by word."""
    place = spot(within, text)
    touched = [t.index for t in within.tokens if t.start < place.end and place.start < t.end]
    return touched[0], touched[-1] + 1


def said(
    within: View, content: list[str], cue: str, holder: str, mode: str = "direct", number: int = 1, inside: str = ""
) -> Statement:
    """An annotated statement."""
    party = Party(spot(within, holder), holder, "person")
    return Statement(
        f"a-s{number}", "a", tuple(spot(within, c) for c in content), "direct" if mode == "direct" else "indirect",
        (spot(within, cue),), (party,), (), "assert", inside=inside or None,
    )  # fmt: skip
