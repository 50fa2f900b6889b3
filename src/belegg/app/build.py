"""The main use case: from inputs to a dossier."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from belegg.app.annotating import LoadLinguist, annotate
from belegg.app.judging import placed
from belegg.app.plan import stage
from belegg.app.reasoning import reason
from belegg.clean import clean
from belegg.compare.days import infer_days
from belegg.compare.entities import entities
from belegg.compare.passages import directed, passages
from belegg.compare.stories import stories
from belegg.compare.versions import number_versions, version_changes
from belegg.core.article import Article, Page, Rejected
from belegg.core.comparison import Story
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
) -> Dossier:
    """One dossier of all pages; what is rejected, there or here, is kept with its reason.

    ``judgements`` are a person's: they outrank every machine one.
    """
    tell = progress or (lambda step, done, total: None)
    articles, rejected = _articles(pages, tools.identifier, tell)
    documents, failed = _documents(articles, tools, tell)
    judgements = placed(judgements, documents)
    tell("compare", 0, 0)
    dossier = compare(documents, judgements)
    dossier = reason(dossier, judgements, tell, tools.workers)
    return replace(dossier, rejected=(*rejected, *failed))


def _articles(
    pages: Iterable[Page | Rejected], identifier: LanguageIdentifier, tell: Progress
) -> tuple[tuple[Article, ...], tuple[Rejected, ...]]:
    found: list[Article] = []
    rejected: list[Rejected] = []
    for page in pages:
        outcome = _cleaned(page, identifier) if isinstance(page, Page) else page
        (rejected if isinstance(outcome, Rejected) else found).append(outcome)  # type: ignore[arg-type]
        tell("read", len(found), 0)
    return number_versions(tuple(found)), tuple(rejected)


def _cleaned(page: Page, identifier: LanguageIdentifier) -> Article | Rejected:
    """The article; a page that breaks the cleaning costs itself, not the others."""
    try:
        return clean(page, identifier)
    except Exception as error:
        return Rejected(page.source, f"no article could be found in it ({type(error).__name__}: {error})")


def _documents(
    articles: Sequence[Article], tools: Tools, tell: Progress
) -> tuple[tuple[Document, ...], tuple[Rejected, ...]]:
    found: list[Document] = []
    failed: list[Rejected] = []
    for annotated in annotate(articles, tools.linguist, tools.workers):
        found.append(annotated.document)
        failed += annotated.trouble
        tell("annotate", len(found), len(articles))
    return tuple(sorted(found, key=_order)), tuple(failed)


def _order(doc: Document) -> tuple[str, str, str]:
    """By time, then by source name: a stable order that does not depend on how the inputs were given."""
    published = doc.article.published
    return (published.value if published else "~", doc.article.source, doc.id)


def compare(documents: Sequence[Document], judgements: Sequence[Judgement] = ()) -> Dossier:
    """What holds between articles; days are inferred from the stories, and times read again where one was."""
    shared = passages(documents)
    told, links = stories(documents, shared, judgements)
    documents = _with_days(documents, told)
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

    def dated(doc: Document) -> Document:
        if doc.id not in days:
            return doc
        return stage("times")(replace(doc, article=replace(doc.article, published=days[doc.id])))

    return tuple(sorted((dated(d) for d in documents), key=_order))
