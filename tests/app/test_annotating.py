"""One article's trouble stays its own."""

from collections.abc import Iterable, Iterator

import pytest

from belegg.app import annotating
from belegg.app.annotating import annotate
from belegg.app.crew import Crew
from belegg.app.plan import Stage
from belegg.core.annotation import Time
from belegg.core.article import Article, Block
from belegg.core.document import Document
from belegg.core.words import Analysis, Piece


class Silent:
    """A linguist that finds nothing, and chokes on one word."""

    def analyse(self, articles: Iterable[tuple[Piece, ...]]) -> Iterator[Analysis]:
        for pieces in articles:
            if any("poison" in piece.text for piece in pieces):
                raise RuntimeError("choked")
            yield Analysis((), (), ())


def silent() -> Silent:
    return Silent()


def article(number: int, text: str) -> Article:
    return Article(f"a{number}", f"{number}.txt", "", text, "nb", (Block(0, len(text), "paragraph"),))


def test_an_article_that_the_model_chokes_on_does_not_take_its_batch_with_it() -> None:
    articles = [article(1, "fine"), article(2, "poison"), article(3, "fine, too")]
    done = list(annotate(articles, silent))
    assert [d.document.id for d in done] == ["a1", "a2", "a3"]
    assert [[t.source for t in d.trouble] for d in done] == [[], ["2.txt"], []]
    assert "no words could be found in it (RuntimeError: choked)" in done[1].trouble[0].reason


def test_a_stage_that_fails_leaves_an_empty_layer_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(doc: Document) -> tuple[Time, ...]:
        raise ValueError("no calendar")

    monkeypatch.setattr(annotating, "STAGES", (Stage("times", (), Time, failing),))
    (done,) = annotate([article(1, "i dag")], silent)
    assert done.document[Time] == ()
    assert done.trouble[0].reason == "no times could be found in it (ValueError: no calendar)"


@pytest.mark.parametrize("count", [0, 1, 5, 60])
def test_few_or_many_alone_or_together_come_out_the_same(count: int) -> None:
    articles = [article(n, "poison" if n == 3 else "fine") for n in range(count)]
    alone = list(annotate(articles, silent))
    with Crew(2) as crew:
        prepared: list[str] = []
        together = list(annotate(iter(articles), silent, crew, lambda: prepared.append("once")))
    assert together == alone
    assert prepared == ["once"]
