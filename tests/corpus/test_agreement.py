"""Two readings of one article."""

from belegg.core.annotation import Mode, Party, Stance, Statement
from belegg.core.article import Article
from belegg.core.document import Document
from belegg.core.spans import Span
from belegg.corpus.agreement import agreement
from belegg.corpus.loading import AnnotatedArticle


def _said(start: int, end: int, stance: Stance, mode: Mode = "direct") -> Statement:
    holder = Party(None, "Ane Ruud", "person")
    return Statement(f"s{start}", "a", (Span(start, end),), mode, (), (holder,), (), stance)


def _read(*said: Statement) -> tuple[AnnotatedArticle, ...]:
    article = Article(id="a", source="a", sha256="", text="x" * 100, language="nn", blocks=())
    return (AnnotatedArticle(Document(article).adding(Statement, said), 1, {}, {}),)


def test_the_same_reading_agrees_wholly() -> None:
    read = _read(_said(0, 10, "assert"), _said(20, 30, "deny"))
    found = agreement(read, read)
    assert (found.f1, [x.kappa for x in found.labels]) == (1.0, [1.0, 1.0, 1.0])


def test_a_content_that_shares_less_than_half_is_another() -> None:
    found = agreement(_read(_said(0, 10, "assert")), _read(_said(6, 20, "assert")))
    assert (found.joined, found.f1) == (0, 0.0)


def test_kappa_takes_chance_off() -> None:
    mine = _read(_said(0, 9, "assert"), _said(10, 19, "assert"), _said(20, 29, "deny"), _said(30, 39, "deny"))
    yours = _read(_said(0, 9, "assert"), _said(10, 19, "deny"), _said(20, 29, "deny"), _said(30, 39, "deny"))
    stance = agreement(mine, yours).labels[1]
    assert (stance.name, stance.same) == ("stance", 0.75)
    assert abs(stance.kappa - 0.5) < 1e-9  # chance: 2/4·1/4 + 2/4·3/4 = 0.5


def test_each_content_is_joined_once() -> None:
    found = agreement(_read(_said(0, 10, "assert")), _read(_said(0, 10, "assert"), _said(0, 9, "assert")))
    assert (found.joined, found.second) == (1, 2)
