"""Runs the linguist and the stages over many articles, in one process or in several."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import chain, islice

from belegg.annotate.words import pieces
from belegg.app.crew import Crew
from belegg.app.packing import packed
from belegg.app.plan import GIVEN, STAGES
from belegg.core.article import Article, Rejected
from belegg.core.document import Document
from belegg.core.words import Analysis, Linguist, NameSpan, Sentence, Token

#: Articles that go through the model together.
BATCH = 24

#: Languages that the Norwegian model and rules are let loose on: Danish and Swedish news share words and sentence order
#: with Norwegian, ``und`` is too short to tell. In English or German the rules would only invent.
READ_LANGUAGES = frozenset(("nb", "nn", "no", "da", "sv", "und"))

LoadLinguist = Callable[[], Linguist]
#: An article, its words, and what went wrong.
Analysed = tuple[Article, Analysis, tuple[Rejected, ...]]


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document with every layer. One that could not be made is empty, and ``trouble`` says why."""

    document: Document
    trouble: tuple[Rejected, ...] = ()


def annotate(
    articles: Iterable[Article],
    load: LoadLinguist,
    crew: Crew | None = None,
    meanwhile: Callable[[], None] | None = None,
) -> Iterator[Annotated]:
    """Each article with all layers, in order; those that are still to come are awaited while the crew works.

    ``load`` is called once in every process; it must be importable by name where the crew is more than one.
    ``meanwhile`` is called once all articles are taken, where this process would only wait for the others.
    """
    crew = crew or Crew()
    coming = iter(articles)
    first = list(islice(coming, BATCH))
    if crew.workers < 2 or len(first) == BATCH:
        yield from _all_by_crew(chain(first, coming), load, crew, meanwhile)
        return
    if meanwhile:
        meanwhile()  # before the crew is called, for that waits until it is there
    for done in crew.map(partial(analyse_batch, load=load), _shares(first, crew.workers)):
        yield from (_stages(*one) for one in done)


def _all_by_crew(
    articles: Iterable[Article], load: LoadLinguist, crew: Crew, meanwhile: Callable[[], None] | None
) -> Iterator[Annotated]:
    coming = iter(articles)
    batches = iter(lambda: tuple(islice(coming, BATCH)), ())
    annotated = crew.map(partial(annotate_batch, load=load), batches)
    if meanwhile and crew.workers > 1:
        meanwhile()
    for done in annotated:
        yield from done


def _shares(articles: Sequence[Article], workers: int) -> Iterator[tuple[Article, ...]]:
    """A few articles, a share for each process."""
    size = -(-len(articles) // workers) or 1
    return (tuple(articles[at : at + size]) for at in range(0, len(articles), size))


def annotate_batch(articles: Sequence[Article], load: LoadLinguist) -> tuple[Annotated, ...]:
    """One batch in this process, with all stages; the words are packed again."""
    done = (_stages(*one) for one in analyse_batch(articles, load))
    return tuple(replace(one, document=packed(one.document)) for one in done)


def analyse_batch(articles: Sequence[Article], load: LoadLinguist) -> tuple[Analysed, ...]:
    """The words of one batch in this process; where the model fails on it, each article is tried alone."""
    linguist = linguist_of(load)
    try:
        analyses = tuple(linguist.analyse(pieces(a) for a in articles))
    except Exception as error:
        if len(articles) == 1:
            return ((articles[0], Analysis((), (), ()), (_trouble(articles[0], "words", error),)),)
        return tuple(done for a in articles for done in analyse_batch((a,), load))
    return tuple((a, analysis, ()) for a, analysis in zip(articles, analyses, strict=True))


@cache
def linguist_of(load: LoadLinguist) -> Linguist:
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
