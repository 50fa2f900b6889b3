"""Stories with next to nothing in them."""

from belegg.core.annotation import Party, Report, Role, Statement, Time
from belegg.core.article import Article, Block
from belegg.core.comparison import Story
from belegg.core.document import Document
from belegg.core.spans import Span
from belegg.core.words import Sentence, Token
from belegg.models.meaning import load_meaning
from belegg.reason.claims import claims
from belegg.reason.events import events


def bare(text: str, statements: tuple[Statement, ...] = ()) -> Document:
    article = Article("a", "a.txt", "", text, "nb", (Block(0, len(text), "paragraph"),), doc="a")
    doc = Document(article)
    for layer in (Token, Sentence, Role, Time, Report):
        doc = doc.adding(layer, ())
    return doc.adding(Statement, statements)


def test_a_story_without_articles_has_no_claims() -> None:
    story = Story("s", None, ())
    assert claims(story, (), (), (), load_meaning()) == ((), ())
    assert events(story, (), ()) == ()


def test_an_article_without_words_has_no_claims() -> None:
    story = Story("s", None, ("a",))
    doc = bare("Hei.")
    assert claims(story, (doc,), (), (), load_meaning()) == ((), ())
    assert events(story, (doc,), ()) == ()


def test_a_statement_without_words_or_holder_is_no_error() -> None:
    said = (
        Statement("a-s1", "a", (Span(0, 3),), "direct", (), (), (), "assert"),
        Statement("a-s2", "a", (Span(0, 3),), "direct", (), (Party(None, "", "person"),), (), "deny"),
    )
    found, _ = claims(Story("s", None, ("a",)), (bare("Hei.", said),), (), (), load_meaning())
    assert all(c.members for c in found)


def test_an_article_of_the_story_that_is_not_given_is_left_out() -> None:
    assert claims(Story("s", None, ("a", "b")), (bare("Hei."),), (), (), load_meaning()) == ((), ())
