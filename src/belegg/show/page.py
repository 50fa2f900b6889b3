"""The dossier as one self-contained page: no script, nothing fetched from elsewhere."""

from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from belegg.core.dossier import Dossier
from belegg.show.book import Book, books
from belegg.show.calendar import moment_interval, period
from belegg.show.library import library
from belegg.show.sections.articles import ArticleView, articles
from belegg.show.sections.glance import Glance, Line, glance
from belegg.show.sections.head import Head, head
from belegg.show.sections.known import Group, known
from belegg.show.sections.names import NamedGroup, names, places
from belegg.show.sections.pairs import VersionView, version_views
from belegg.show.sections.questions import Questions, questions
from belegg.show.sections.reuse import Reuse, reuse
from belegg.show.sections.timeline import Timeline, story_timeline
from belegg.show.sections.voices import Voices, voices
from belegg.show.story_tables import StoryTables
from belegg.show.unseen import made_seen
from belegg.show.volumes import ONE_PAGE, Volume, is_large, volumes
from belegg.show.wording import Wording, wording

#: Makes some files: name → content.
Maker = Callable[[], dict[str, str]]


@dataclass(frozen=True, slots=True)
class StoryView:
    """A story with its sections in the order of the page."""

    key: str
    head: Head
    glance: Glance
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


@dataclass(frozen=True, slots=True)
class Tally:
    """How many claims of a story are of one degree of evidence."""

    mark: str
    heading: str
    count: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A story on the front page of a large dossier; ``line`` is what matters most in it."""

    head: Head
    tallies: tuple[Tally, ...]
    line: Line | None


@dataclass(frozen=True, slots=True)
class Part:
    """A page of a large dossier: its ``files`` are itself and the tables beside it; the rest is for the front page.

    ``entry`` is the story's; a page of articles of no story has none, but their number and ``period``.
    """

    file: str
    files: dict[str, str]
    articles: int
    period: str
    entry: Entry | None


def pages(dossier: Dossier, language: str, made: Mapping[str, Part] | None = None) -> dict[str, str]:
    """File name → page: all in ``index.html``, or of a large dossier a page for each story and one that leads to them.

    The tables behind the pages of many articles stand beside them, in ``data``. ``made`` are parts of a large dossier
    that are there already, by their story's id; their files are not given again, if they have been taken from them.
    ValueError for an interface language that there is none of.
    """
    return {name: text for make in page_makers(dossier, language, made) for name, text in make().items()}


def page_makers(dossier: Dossier, language: str, made: Mapping[str, Part] | None = None) -> list[Maker]:
    """What makes the ``pages``: each some of the files, without the others; the first the most."""
    if len(dossier.documents) <= ONE_PAGE:
        return [lambda: {"index.html": page(dossier, language)}]
    if is_large(dossier):
        return [lambda: _pages_by_story(dossier, language, made or {})]
    words, tables = wording(language), StoryTables("index")
    told = books(library(dossier, words))
    return [lambda: {"index.html": _render(words, *_views(told, tables), dossier)}, lambda: tables.files(told)]


def _pages_by_story(dossier: Dossier, language: str, made: Mapping[str, Part]) -> dict[str, str]:
    parts = [made.get(volume.story.id) or part(volume, language) for volume in volumes(dossier)]
    front = _rendered(
        wording(language),
        "overview.html",
        stories=[p for p in parts if p.entry],
        packs=[p for p in parts if not p.entry],
        total=len(dossier.documents),
        rejected=dossier.rejected,
    )
    return {"index.html": front, **{name: text for p in parts for name, text in p.files.items()}}


def part(volume: Volume, language: str) -> Part:
    """The page of one volume of a large dossier."""
    words = wording(language)
    told = books(library(volume.dossier, words))
    name = volume.story.id  # the same for as long as its first article is: a claim can be shared by its address
    tables = StoryTables(name)
    stories, singles = _views(told, tables)
    html = _render(words, stories, singles, volume.dossier, home="index.html")
    return Part(
        file=f"{name}.html",
        files={f"{name}.html": html, **tables.files(told)},
        articles=len(volume.story.articles),
        period="" if stories else _period(told),
        entry=_entry(stories[0]) if stories else None,
    )


def _entry(story: StoryView) -> Entry:
    tallies = tuple(Tally(group.mark, group.heading, group.count) for group in story.known)
    return Entry(story.head, tallies, next(iter(story.glance.lines), None))


def page(dossier: Dossier, language: str) -> str:
    """All of it as one page in an interface language (``nb``, ``nn`` or ``en``; ValueError for another)."""
    words = wording(language)
    return _render(words, *_views(books(library(dossier, words)), StoryTables()), dossier)


def _views(told: Sequence[Book], tables: StoryTables) -> tuple[list[StoryView], list[StoryView]]:
    """The stories of several articles, and the articles that stand alone."""
    several = [_story(book, tables) for book in told if len(book.documents) > 1]
    return several, [_story(book, tables) for book in told if len(book.documents) == 1]


def _period(told: Sequence[Book]) -> str:
    """From the first to the last report of several stories."""
    known = [moment_interval(d.article.published) for book in told for d in book.documents]
    moments = [i.start for i in known if i is not None]
    return period(min(moments), max(moments), told[0].library.words) if moments else ""


def _story(book: Book, tables: StoryTables) -> StoryView:
    shared, told = reuse(book), voices(book)
    return StoryView(
        key=book.key,
        head=head(book),
        glance=glance(book, shared),
        known=known(book),
        voices=told,
        timeline=story_timeline(book),
        reuse=shared,
        versions=version_views(book),
        questions=questions(book),
        names=names(book),
        map=places(book),
        articles=articles(book, told.anchors),
        data=tables.links(book),
    )


def _render(
    words: Wording, stories: Sequence[StoryView], singles: Sequence[StoryView], dossier: Dossier, home: str = ""
) -> str:
    mapped = any(story.map for story in (*stories, *singles))
    return _rendered(
        words, "page.html", stories=stories, singles=singles, rejected=dossier.rejected, home=home, has_map=mapped
    )


def _rendered(words: Wording, template: str, **shown: object) -> str:
    style = _style()
    digest = b64encode(sha256(style.encode()).digest()).decode("ascii")
    page = _environment().get_template(template)
    return made_seen(
        page.render(
            words=words,
            gettext=words.gettext,
            ngettext=words.ngettext,
            style=Markup(style),
            policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
            **{"home": "", "has_map": False, **shown},
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
