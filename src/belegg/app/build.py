"""The main use case: from inputs to a dossier."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from belegg.app.annotating import BATCH, Annotated, LoadLinguist, annotate
from belegg.app.crew import Crew, keeping_all
from belegg.app.judging import placed
from belegg.app.plan import stage
from belegg.app.reasoning import Reader, reason
from belegg.clean import clean
from belegg.compare.clocks import dated_clocks
from belegg.compare.days import infer_days, infer_updates
from belegg.compare.entities import entities
from belegg.compare.passages import directed, passages, passages_of
from belegg.compare.stories import stories
from belegg.compare.versions import number_versions, version_changes
from belegg.core.annotation import Time
from belegg.core.article import Article, Page, Rejected
from belegg.core.comparison import Passage, Story
from belegg.core.document import Document
from belegg.core.dossier import Dossier
from belegg.core.judgement import Judgement
from belegg.core.words import LanguageIdentifier

#: Told after each step of long work: what is being done, how much is done, how much there is (0: not known).
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Tools:
    """The models that a build needs."""

    linguist: LoadLinguist
    identifier: LanguageIdentifier
    workers: int = 1


def build(
    pages: Iterable[Page | Rejected],
    tools: Tools,
    judgements: Sequence[Judgement] = (),
    progress: Progress | None = None,
    meanwhile: Callable[[], None] | None = None,
    reader: Reader | None = None,
) -> Dossier:
    """One dossier of all pages; what is rejected, there or here, is kept with its reason.

    ``judgements`` are a person's: they outrank every machine one. ``meanwhile`` is called where few articles are given
    and this process would only wait for others; ``reader`` learns of each story as soon as it is told.
    """
    tell = progress or (lambda step, done, total: None)
    rejected: list[Rejected] = []
    with Crew(tools.workers) as crew:
        documents, shared = _annotated(pages, tools, crew, rejected, tell, meanwhile)
        judgements = placed(judgements, documents)
        tell("compare", 0, 0)
        with keeping_all():
            dossier = compare(documents, judgements, shared)
        dossier = reason(dossier, judgements, tell, crew, reader)
    return replace(dossier, rejected=(*rejected, *dossier.rejected))


def _annotated(
    pages: Iterable[Page | Rejected],
    tools: Tools,
    crew: Crew,
    rejected: list[Rejected],
    tell: Progress,
    meanwhile: Callable[[], None] | None,
) -> tuple[tuple[Document, ...], tuple[Passage, ...]]:
    """The articles with their layers and the passages between them, which are found while the crew annotates."""
    taken: list[Article] = []

    @cache
    def numbered() -> tuple[tuple[Article, ...], tuple[Passage, ...]]:
        articles = number_versions(taken)
        return articles, passages_of(articles)

    def waiting() -> None:
        if meanwhile and len(taken) < BATCH:
            meanwhile()
        numbered()

    articles = _articles(pages, tools.identifier, rejected, taken, tell)
    annotated = annotate(articles, tools.linguist, crew, waiting)
    found = _documents(annotated, rejected, lambda done: tell("annotate", done, len(taken)))
    versions, shared = numbered()
    documents = (replace(doc, article=article) for doc, article in zip(found, versions, strict=True))
    return tuple(sorted(documents, key=_order)), shared


def _articles(
    pages: Iterable[Page | Rejected],
    identifier: LanguageIdentifier,
    rejected: list[Rejected],
    taken: list[Article],
    tell: Progress,
) -> Iterator[Article]:
    """The pages' articles, one by one, each added to ``taken``; what is none is added to ``rejected``."""
    for page in pages:
        outcome = _cleaned(page, identifier) if isinstance(page, Page) else page
        if isinstance(outcome, Rejected):
            rejected.append(outcome)
            continue
        taken.append(outcome)
        tell("read", len(taken), 0)
        yield outcome


def _cleaned(page: Page, identifier: LanguageIdentifier) -> Article | Rejected:
    """The article; a page that breaks the cleaning costs itself, not the others."""
    try:
        return clean(page, identifier)
    except Exception as error:
        return Rejected(page.source, f"no article could be found in it ({type(error).__name__}: {error})")


def _documents(
    annotating: Iterable[Annotated], rejected: list[Rejected], tell: Callable[[int], None]
) -> list[Document]:
    """The articles with their layers; what failed is added to ``rejected`` when all are there."""
    found: list[Document] = []
    failed: list[Rejected] = []
    for annotated in annotating:
        found.append(annotated.document)
        failed += annotated.trouble
        tell(len(found))
    rejected += failed
    return found


def _order(doc: Document) -> tuple[str, str, str]:
    """By time, then by source name: a stable order that does not depend on how the inputs were given."""
    published = doc.article.published
    return (published.value if published else "~", doc.article.source, doc.id)


def compare(
    documents: Sequence[Document], judgements: Sequence[Judgement] = (), shared: Sequence[Passage] | None = None
) -> Dossier:
    """What holds between articles; days are inferred from the stories, and times read again where one was, clocks too.

    ``shared`` are the passages between the documents, where they are found already.
    """
    shared = passages(documents) if shared is None else shared
    told, links = stories(documents, shared, judgements)
    documents = _with_clocks(_with_days(documents, told), told)
    shared = directed(shared, documents)
    named, merges = entities(documents, told, judgements)
    return Dossier(
        documents=tuple(documents),
        entities=named,
        passages=shared,
        stories=told,
        versions=version_changes(documents),
        judgements=(*judgements, *links, *merges),
    )


def _with_days(documents: Sequence[Document], told: Sequence[Story]) -> tuple[Document, ...]:
    days = infer_days(documents, told)
    updates = infer_updates(documents, days)

    def dated(doc: Document) -> Document:
        if doc.id not in days:
            return doc
        article = replace(doc.article, published=days[doc.id], updated=updates.get(doc.id, doc.article.updated))
        return stage("times")(replace(doc, article=article))

    return tuple(sorted((dated(d) for d in documents), key=_order))


def _with_clocks(documents: Sequence[Document], told: Sequence[Story]) -> tuple[Document, ...]:
    times = dated_clocks(documents, told)
    return tuple(doc.adding(Time, times[doc.id]) if doc.id in times else doc for doc in documents)
