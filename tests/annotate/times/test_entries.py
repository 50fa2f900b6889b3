"""Live pages: the times of an entry are counted from its own clock and day (``|`` ends a block, ``#``: meta)."""

import pytest

from belegg.annotate.times import times
from belegg.core.article import Article, Block, Moment
from belegg.core.document import Document

CASES = (
    # language, blocks, updated, expression, value
    ("nb", "#13.55:|Raset gikk.|#14.02:|Veien er stengt.|#14.32:|Hun dro for ti minutter siden.", None,
     "for ti minutter siden", "2025-02-14T14:22"),  # from the entry's clock, not the page's
    ("nn", "#13.55:|Raset gjekk.|#14.02:|Vegen er stengd.|#14.32:|Ho drog for ti minutt sidan.", None,
     "for ti minutt sidan", "2025-02-14T14:22"),
    ("nb", "#00.15|Ferja gikk i går.|#23.40|To trær falt.|#22.10|Et hus brant.", "2025-02-15T00:20",
     "i går", "2025-02-14"),  # backwards, the last update after midnight
    ("nn", "#00.15|Ferja gjekk i går.|#23.40|To tre fall.|#22.10|Eit hus brann.", "2025-02-15T00:20",
     "i går", "2025-02-14"),
    ("nb", "#00.15|Ferja gikk.|#23.40|To trær falt i går.|#22.10|Et hus brant.", "2025-02-15T00:20",
     "i går", "2025-02-13"),  # over midnight, backwards
    ("nn", "#22.10|Eit hus brann.|#23.40|To tre fall.|#00.15|Ferja gjekk i går.", None,
     "i går", "2025-02-14"),  # over midnight, forwards
    ("nb", "#16. februar|#12.00|Ferja gikk i går.|#15. februar|#12.30|To trær falt.|#12.10|Et hus brant.", None,
     "i går", "2025-02-15"),  # the heading tells the day
    ("nn", "#12.00|Ferja gjekk i går.", None, "i går", "2025-02-13"),  # one clock makes no live page
)  # fmt: skip


@pytest.mark.parametrize(("language", "blocks", "updated", "expression", "value"), CASES)
def test_an_entry_has_its_own_clock_and_day(
    language: str, blocks: str, updated: str | None, expression: str, value: str
) -> None:
    text, made = "", []
    for words in blocks.split("|"):
        start = len(text)
        text += words.removeprefix("#") + "\n"
        made.append(Block(start, len(text) - 1, "meta" if words.startswith("#") else "paragraph"))
    article = Article(
        "a", "a.txt", "", text, language, tuple(made), published=Moment("2025-02-14T13:50", "minute"),
        updated=Moment(updated, "minute") if updated else None,
    )  # fmt: skip
    assert (expression, value) in {(text[t.start : t.end], t.value) for t in times(Document(article))}
