"""CSV tables (RFC 4180): every drawing and table of the page as data, one row for each member, mention or copy."""

import csv
from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from belegg.core.annotation import Party, Statement
from belegg.core.article import Article
from belegg.core.comparison import Entity, Passage, VersionChange
from belegg.core.document import Document
from belegg.core.dossier import Dossier
from belegg.core.reasoning import Claim, Event
from belegg.core.spans import Place, Span
from belegg.show.library import Library, distinct, layer, library
from belegg.show.wording import wording

Row = Sequence[object]

_PLACE = ("article", "outlet", "published", "inferred", "start", "end", "text")
ARTICLES = (
    "article", "story", "outlet", "title", "source", "url", "language", "version", "supersedes", "published",
    "inferred", "updated", "credits",
)  # fmt: skip
CLAIMS = (
    "claim", "story", "evidence", "outcome", "origin", "origin_name", "origin_kind", "relation", "statement", *_PLACE,
    "sure",
)  # fmt: skip
STATEMENTS = (
    "statement", "mode", "stance", "holders", "holder_kind", "chain", "cue", "hedge", "attitude", "addressee", *_PLACE,
)  # fmt: skip
PASSAGES = ("passage", "earliest", "edited", "translated", "agency", *_PLACE)
ENTITIES = ("entity", "type", "name", "names", "roles", "mentions", "articles")
PLACES = ("place", "latitude", "longitude", "mentions")
VERSIONS = ("before", "after", "change", "text_before", "text_after", "correction")
EVENTS = ("event", "story", "type", "status", "time", "place", "participants", *_PLACE)
MARK = "\ufeff"  # by which a spreadsheet knows that a file is UTF-8


def tables(dossier: Dossier) -> dict[str, str]:
    """File name → CSV text, for the whole dossier; values are the records' own terms, not the interface's words.

    Each begins with the mark by which spreadsheets read it as UTF-8.
    """
    lib = library(dossier, wording("en"))
    made = {
        "articles.csv": written(ARTICLES, article_rows(dossier)),
        "claims.csv": written(CLAIMS, claim_rows(dossier.claims, lib)),
        "statements.csv": written(STATEMENTS, statement_rows(dossier.documents, lib)),
        "passages.csv": written(PASSAGES, passage_rows(dossier.passages, lib)),
        "entities.csv": written(ENTITIES, entity_rows(dossier.entities, lib)),
        "events.csv": written(EVENTS, event_rows(dossier.events, lib)),
        "versions.csv": written(VERSIONS, version_rows(dossier.versions, lib)),
    }
    return {name: MARK + table for name, table in made.items()}


def written(head: Sequence[str], rows: Iterable[Row]) -> str:
    """The table as text with CRLF line ends; cells that a spreadsheet would run as a formula get a ``'`` in front."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue()


def link(text: str) -> str:
    """A CSV text as a ``data:`` address to download, with the mark that makes spreadsheets read it as UTF-8."""
    return "data:text/csv;charset=utf-8;base64," + b64encode(text.encode("utf-8-sig")).decode("ascii")


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    if text[:1].isalnum():
        return text
    return f"'{text}" if text.lstrip()[:1] in ("=", "+", "-", "@") or text[:1] in ("\t", "\r") else text


def _place(place: Place, lib: Library) -> Row:
    article = lib.documents[place.article].article
    return (place.article, article.outlet, *_published(article), place.start, place.end, lib.text(place))


def _published(article: Article) -> Row:
    """When the article came out as far as is known, and whether the day was inferred."""
    return (article.published.value, article.published.inferred) if article.published else ("", "")


def article_rows(dossier: Dossier) -> Iterator[Row]:
    """One row for each article: what the ids of the other tables stand for."""
    story_of = {article: story.id for story in dossier.stories for article in story.articles}
    for doc in dossier.documents:
        a = doc.article
        title, updated = a.title.of(doc.text) if a.title else "", a.updated.value if a.updated else ""
        yield (
            a.id, story_of.get(a.id), a.outlet, title, a.source, a.url, a.language, a.version, a.supersedes,
            *_published(a), updated, "; ".join(a.credits),
        )  # fmt: skip


def claim_rows(claims: Iterable[Claim], lib: Library) -> Iterator[Row]:
    """One row for each member of each claim."""
    for claim in claims:
        origins = {origin.number: origin for origin in claim.origins}
        for member in claim.members:
            origin = origins.get(member.origin)
            name, kind = (origin.name, origin.kind) if origin else ("", "")
            yield (
                claim.id, claim.story, claim.evidence, claim.outcome, member.origin, name, kind, member.relation,
                member.statement, *_place(member.place, lib), claim.sure,
            )  # fmt: skip


def statement_rows(documents: Iterable[Document], lib: Library) -> Iterator[Row]:
    """One row for each statement; several names in a cell are parted by ``; ``."""
    for doc in documents:
        for s in layer(doc, Statement):
            yield (
                s.id, s.mode, s.stance, _names(s.holders), s.holders[0].kind if s.holders else "", _names(s.chain),
                _texts(doc, s.cue), _texts(doc, s.hedge), s.attitude, s.addressee.name if s.addressee else "",
                *_place(lib.statement_place(s), lib),
            )  # fmt: skip


def passage_rows(passages: Iterable[Passage], lib: Library) -> Iterator[Row]:
    """One row for each copy of each passage."""
    for passage in passages:
        for member in passage.members:
            first = member.article == passage.earliest
            yield (passage.id, first, passage.edited, passage.translated, passage.agency, *_place(member, lib))


def entity_rows(entities: Iterable[Entity], lib: Library) -> Iterator[Row]:
    """One row for each entity."""
    for e in entities:
        roles = "; ".join(distinct(lib.text(role) for role in e.roles))
        articles = len({m.article for m in e.mentions})
        yield (e.id, e.type, e.name, "; ".join(e.names), roles, len(e.mentions), articles)


def event_rows(events: Iterable[Event], lib: Library) -> Iterator[Row]:
    """One row for each mention of each event."""
    names = {entity.id: entity.name for entity in lib.dossier.entities}
    for e in events:
        people = "; ".join(names.get(p, p) for p in e.participants)
        place = names.get(e.place or "", e.place or "")
        for mention in e.mentions:
            yield (e.id, e.story, e.type, e.status, e.time, place, people, *_place(mention, lib))


def version_rows(versions: Iterable[VersionChange], lib: Library) -> Iterator[Row]:
    """One row for each sentence that a version changed."""
    for version in versions:
        note = lib.text(version.correction) if version.correction else ""
        for c in version.changes:
            kind = "altered" if c.before and c.after else "added" if c.after else "dropped"
            old, new = (lib.text(place) if place else "" for place in (c.before, c.after))
            yield (version.before, version.after, kind, old, new, note)


def _names(parties: Iterable[Party]) -> str:
    return "; ".join(party.name for party in parties if party.name)


def _texts(doc: Document, spans: Iterable[Span]) -> str:
    return "; ".join(span.of(doc.text) for span in spans)
