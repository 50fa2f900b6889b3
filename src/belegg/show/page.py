"""The dossier as one self-contained page: no script, nothing fetched from elsewhere."""

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from belegg.core.dossier import Dossier
from belegg.show.book import Book, books
from belegg.show.library import library
from belegg.show.sections.articles import ArticleView, articles
from belegg.show.sections.head import Head, head
from belegg.show.sections.known import Group, known
from belegg.show.sections.names import NamedGroup, names, places
from belegg.show.sections.pairs import VersionView, version_views
from belegg.show.sections.questions import Questions, questions
from belegg.show.sections.reuse import Reuse, reuse
from belegg.show.sections.timeline import Timeline, story_timeline
from belegg.show.sections.voices import Voices, voices
from belegg.show.tables import (
    CLAIMS,
    ENTITIES,
    EVENTS,
    PASSAGES,
    STATEMENTS,
    claim_rows,
    entity_rows,
    event_rows,
    link,
    passage_rows,
    statement_rows,
    written,
)
from belegg.show.wording import Wording, wording


@dataclass(frozen=True, slots=True)
class StoryView:
    """A story with its sections in the order of the page."""

    key: str
    head: Head
    known: tuple[Group, ...]
    voices: Voices
    timeline: Timeline
    reuse: Reuse
    versions: tuple[VersionView, ...]
    questions: Questions
    names: tuple[NamedGroup, ...]
    map: Markup
    articles: tuple[ArticleView, ...]
    data: dict[str, Markup]


def page(dossier: Dossier, language: str) -> str:
    """The page in an interface language (``nb``, ``nn`` or ``en``; ValueError for another)."""
    words = wording(language)
    told = books(library(dossier, words))
    stories = [_story(book) for book in told if len(book.documents) > 1]
    singles = [_story(book) for book in told if len(book.documents) == 1]
    return _render(words, stories, singles, dossier)


def _story(book: Book) -> StoryView:
    return StoryView(
        key=book.key,
        head=head(book),
        known=known(book),
        voices=voices(book),
        timeline=story_timeline(book),
        reuse=reuse(book),
        versions=version_views(book),
        questions=questions(book),
        names=names(book),
        map=places(book),
        articles=articles(book),
        data=_data(book),
    )


def _data(book: Book) -> dict[str, Markup]:
    """The story's tables as addresses to download."""
    lib = book.library
    found = {
        "claims": written(CLAIMS, claim_rows(book.claims, lib)),
        "statements": written(STATEMENTS, statement_rows(book.documents, lib)),
        "passages": written(PASSAGES, passage_rows(book.passages, lib)),
        "entities": written(ENTITIES, entity_rows(book.entities, lib)),
        "events": written(EVENTS, event_rows(book.events, lib)),
    }
    return {name: Markup(link(text)) for name, text in found.items()}


def _render(words: Wording, stories: Sequence[StoryView], singles: Sequence[StoryView], dossier: Dossier) -> str:
    style = _style()
    digest = b64encode(sha256(style.encode()).digest()).decode("ascii")
    return (
        _environment()
        .get_template("page.html")
        .render(
            words=words,
            gettext=words.gettext,
            ngettext=words.ngettext,
            stories=stories,
            singles=singles,
            rejected=dossier.rejected,
            style=Markup(style),
            policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
        )
    )


@lru_cache(maxsize=1)
def _style() -> str:
    return files("belegg.show").joinpath("style.css").read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("belegg.show"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
