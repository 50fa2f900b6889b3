"""Runs the linguist and the stages over many articles, in one process or in several."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context

from belegg.annotate.words import pieces
from belegg.app.plan import GIVEN, STAGES
from belegg.core.article import Article, Rejected
from belegg.core.document import Document
from belegg.core.words import Analysis, Linguist, NameSpan, Sentence, Token

#: Articles that go through the model together.
BATCH = 32
#: Below this many articles a second process (with a model of its own to load) costs more than it gains.
PARALLEL_FROM = 80

#: Languages that the Norwegian model and rules are let loose on: Danish and Swedish news share words and sentence order
#: with Norwegian, ``und`` is too short to tell. In English or German the rules would only invent.
READ_LANGUAGES = frozenset(("nb", "nn", "no", "da", "sv", "und"))

LoadLinguist = Callable[[], Linguist]


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document with every layer. One that could not be made is empty, and ``trouble`` says why."""

    document: Document
    trouble: tuple[Rejected, ...] = ()


def annotate(articles: Sequence[Article], load: LoadLinguist, workers: int = 1) -> Iterator[Annotated]:
    """Each article with all layers, in order.

    ``load`` is called once in every process; it must be importable by name where ``workers`` is more than one.
    """
    batches = [tuple(articles[i : i + BATCH]) for i in range(0, len(articles), BATCH)]
    if workers < 2 or len(articles) < PARALLEL_FROM:
        for batch in batches:
            yield from annotate_batch(batch, load)
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        for done in pool.map(annotate_batch, batches, [load] * len(batches)):
            yield from done


def annotate_batch(articles: Sequence[Article], load: LoadLinguist) -> tuple[Annotated, ...]:
    """One batch in this process; where the model fails on it, each article is tried alone."""
    linguist = _linguist(load)
    try:
        analyses = tuple(linguist.analyse(pieces(a) for a in articles))
    except Exception as error:
        if len(articles) == 1:
            return (_stages(articles[0], Analysis((), (), ()), (_trouble(articles[0], "words", error),)),)
        return tuple(done for a in articles for done in annotate_batch((a,), load))
    return tuple(_stages(a, analysis, ()) for a, analysis in zip(articles, analyses, strict=True))


@cache
def _linguist(load: LoadLinguist) -> Linguist:
    """The model of this process: loaded once, however many batches it works through."""
    return load()


def _stages(article: Article, analysis: Analysis, trouble: tuple[Rejected, ...]) -> Annotated:
    if article.language not in READ_LANGUAGES:
        return Annotated(_unread(article), trouble)
    doc = Document(article, {Token: analysis.tokens, Sentence: analysis.sentences, NameSpan: analysis.names})
    for stage in STAGES:
        try:
            doc = stage(doc)
        except Exception as error:  # one stage's trouble must not take the article, nor the others, with it
            doc = doc.adding(stage.adds, ())
            trouble = (*trouble, _trouble(article, stage.name, error))
    return Annotated(doc, trouble)


def _unread(article: Article) -> Document:
    """An article in another language: compared as text, but without names, times and statements made up for it."""
    return Document(article, dict.fromkeys((*GIVEN, *(stage.adds for stage in STAGES)), ()))


def _trouble(article: Article, stage: str, error: Exception) -> Rejected:
    return Rejected(article.source, f"no {stage} could be found in it ({type(error).__name__}: {error})")
