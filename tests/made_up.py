"""Articles that a test makes up, read by the shipped model and with every layer."""

from functools import cache

from belegg.annotate.words import pieces
from belegg.app.plan import STAGES
from belegg.clean import clean
from belegg.core.article import Article, Page
from belegg.core.document import Document
from belegg.core.words import Linguist, NameSpan, Sentence, Token
from belegg.models.language import load_identifier
from belegg.models.lazy import load_linguist


@cache
def linguist() -> Linguist:
    return load_linguist()


def document(name: str, text: str) -> Document:
    article = clean(Page(name, text.encode(), "utf-8", "text"), load_identifier())
    assert isinstance(article, Article)
    (analysis,) = linguist().analyse([pieces(article)])
    doc = Document(article, {Token: analysis.tokens, Sentence: analysis.sentences, NameSpan: analysis.names})
    for stage in STAGES:
        doc = stage(doc)
    return doc
