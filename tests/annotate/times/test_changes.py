"""Clocks of a text that was changed on a later day than it came out on."""

import pytest

from belegg.annotate.times import times
from belegg.core.article import Article, Block, Moment
from belegg.core.document import Document

CASES = (
    # language, sentence, day of the clock
    (
        "nb",
        "Ferja kom torsdag. Beskjeden kom klokken 18.30.",
        "2024-07-31",
    ),  # later than the last change: the day before
    ("nn", "Ferja kom torsdag. Beskjeden kom klokka 18.30.", "2024-07-31"),
    ("nb", "Ferja kom torsdag. Beskjeden kom klokken 8.30.", "2024-08-01"),  # earlier: that day
    ("nn", "Ferja kom torsdag. Beskjeden kom klokka 8.30.", "2024-08-01"),
)


@pytest.mark.parametrize(("language", "text", "day"), CASES)
def test_a_past_clock_lies_before_the_last_change(language: str, text: str, day: str) -> None:
    article = Article(
        "a", "a.txt", "", text, language, (Block(0, len(text), "paragraph"),),
        published=Moment("2024-07-31T19:58", "minute"), updated=Moment("2024-08-01T12:06", "minute"),
    )  # fmt: skip
    assert times(Document(article))[-1].value.startswith(f"{day}T")
