"""A build of nothing much: it makes ready what every build needs (word lists, grammars, templates).

Where other processes find the words, this one has nothing to do until they come.
"""

from collections.abc import Sequence

from belegg.app.build import compare
from belegg.app.plan import GIVEN, STAGES
from belegg.app.reasoning import reason
from belegg.app.writing import files
from belegg.core.article import Article, Block, Moment
from belegg.core.document import Document
from belegg.core.spans import Span
from belegg.core.words import NameSpan, Sentence, Token

_WORDS = (
    ("Ordføraren", "ordførar", "NOUN", "Definite=Def|Gender=Masc|Number=Sing", 3, "nsubj"),
    ("Kari", "Kari", "PROPN", "", 0, "appos"),
    ("Moe", "Moe", "PROPN", "", 1, "flat:name"),
    ("sa", "seie", "VERB", "Mood=Ind|Tense=Past|VerbForm=Fin", 3, "root"),
    ("at", "at", "SCONJ", "", 8, "mark"),
    ("brua", "bru", "NOUN", "Definite=Def|Gender=Fem|Number=Sing", 8, "nsubj"),
    ("i", "i", "ADP", "", 7, "case"),
    ("Brattvågneset", "Brattvågneset", "PROPN", "", 5, "nmod"),  # in no list of places: all are asked
    ("opnar", "opne", "VERB", "Mood=Ind|Tense=Pres|VerbForm=Fin", 3, "ccomp"),
    ("måndag", "måndag", "NOUN", "Definite=Ind|Gender=Masc|Number=Sing", 8, "obl"),
)  # fmt: skip


def rehearse(formats: Sequence[str], language: str) -> None:
    """Goes through all steps but reading, cleaning and finding the words, with two copies of one sentence."""
    documents = []
    for number in range(2):
        doc = _document(f"rehearsal-{number}")
        for stage in STAGES:
            doc = stage(doc)
        documents.append(doc)
    files(reason(compare(documents), (), lambda *_: None), formats, language)


def _document(name: str) -> Document:
    text = " ".join(word for word, *_ in _WORDS)
    tokens, at = [], 0
    for index, (word, lemma, pos, feats, head, dep) in enumerate(_WORDS):
        tokens.append(Token(index, at, at + len(word), word, lemma, pos, feats, head, dep))
        at += len(word) + 1
    blocks = (Block(0, len(text), "paragraph"),)
    moment = Moment("2024-03-05", "day")
    article = Article(name, name, name, text, "nn", blocks, title=Span(0, len(text)), published=moment, outlet=name)
    given = (
        tuple(tokens),
        (Sentence(0, len(tokens), 0, len(text), 0),),
        (NameSpan(11, 19, "PER"), NameSpan(33, 46, "GPE")),
    )
    return Document(article, dict(zip(GIVEN, given, strict=True)))
