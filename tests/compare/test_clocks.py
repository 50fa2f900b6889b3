"""Days of bare clocks by earlier articles of the story; every text is invented."""

import pytest

from belegg.annotate.times import times
from belegg.compare.clocks import dated_clocks
from belegg.core.annotation import Time
from belegg.core.article import Article, Block, Moment
from belegg.core.comparison import Story
from belegg.core.document import Document


def document(name: str, published: str, text: str, language: str) -> Document:
    article = Article(
        name, name, "", text, language, (Block(0, len(text), "paragraph"),), published=Moment(published, "minute")
    )
    doc = Document(article)
    return doc.adding(Time, times(doc))


CASES = [
    # the same minute in an article of days before
    ("nb", "Mandag smalt det. Alarmen gikk klokken 13.08.", "Den gikk klokken 13.08.", ["2024-05-13T13:08"]),
    ("nn", "Måndag small det. Alarmen gjekk klokka 13.08.", "Han gjekk klokka 13.08.", ["2024-05-13T13:08"]),
    # a clock beside it is of the same day
    (
        "nb",
        "Mandag smalt det. Alarmen gikk klokken 13.08.",
        "Alarmen gikk klokken 13.08. Vakten ringte klokken 13.21.",
        ["2024-05-13T13:08", "2024-05-13T13:21"],
    ),
    (
        "nn",
        "Måndag small det. Alarmen gjekk klokka 13.08.",
        "Alarmen gjekk klokka 13.08. Vakta ringde klokka 13.21.",
        ["2024-05-13T13:08", "2024-05-13T13:21"],
    ),
    # a day of its own
    ("nb", "Mandag smalt det klokken 13.08.", "Det smalt igjen torsdag klokken 13.08.", ["2024-05-16T13:08"]),
    ("nn", "Måndag small det klokka 13.08.", "Det small att torsdag klokka 13.08.", ["2024-05-16T13:08"]),
    # on the quarter of an hour much begins
    ("nb", "Mandag møttes rådet klokken 13.", "Rådet møttes klokken 13.", ["2024-05-17T13:00"]),
    ("nn", "Måndag møttest rådet klokka 13.", "Rådet møttest klokka 13.", ["2024-05-17T13:00"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "first", "later", "values"), CASES)
def test_a_clock_is_of_the_day_that_was_told_first(language: str, first: str, later: str, values: list[str]) -> None:
    docs = (
        document("first", "2024-05-14T08:00", first, language),
        document("later", "2024-05-17T18:00", later, language),
    )
    changed = dated_clocks(docs, (Story("s", None, ("first", "later")),))
    assert [t.value for t in changed.get("later", docs[1][Time])] == values
    assert "first" not in changed
