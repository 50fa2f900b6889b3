"""The corpus as documents with layers."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from belegg.core.annotation import Party, Statement, Time
from belegg.core.article import Article, Block, Moment
from belegg.core.document import Document
from belegg.core.spans import Span
from belegg.corpus.records import Accepted, CorpusError, PartyMark, StatementMark, TimeMark, parsed
from belegg.corpus.treebank import SourceText, read_text

FOLDERS = {"nb": "bokmaal", "nn": "nynorsk"}


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """A document with the layers Statement and Time, and the answers that are as good.

    ``accepted`` and ``values`` go by the statement's id and the time's place. ``batch`` is the number of the list that
    the article was annotated with.
    """

    document: Document
    batch: int
    accepted: Mapping[str, Accepted]
    values: Mapping[Span, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Listed:
    """A row of documents.tsv."""

    id: str
    standard: str
    batch: int
    outlet: str
    published: str
    sha256: str


def listed_documents(corpus: Path) -> tuple[Listed, ...]:
    """The rows of documents.tsv; raises CorpusError where the file is missing."""
    path = corpus / "documents.tsv"
    if not path.is_file():
        raise CorpusError(f"{path} is missing")
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return tuple(
            Listed(r["id"], r["standard"], int(r["batch"]), r["outlet"], r["published"], r["sha256"]) for r in rows
        )


def source_of(row: Listed, ud_narc: Path) -> SourceText:
    """The text of a listed document, checked against its checksum."""
    path = ud_narc / FOLDERS[row.standard] / "train" / f"{row.id}.conllu"
    if not path.is_file():
        raise CorpusError(f"{path} is missing")
    source = read_text(path)
    if source.sha256 != row.sha256:
        raise CorpusError(f"{path} is another text than the one that was annotated (sha256)")
    return source


def load_corpus(corpus: Path, ud_narc: Path, layer: str = "annotations") -> tuple[AnnotatedArticle, ...]:
    """Every annotated article, in the order of documents.tsv.

    ``corpus`` is the folder with documents.tsv, ``ud_narc`` the one with ``bokmaal`` and ``nynorsk``; ``layer`` is
    ``annotations`` or ``second`` (the second reading). Raises CorpusError.
    """
    return tuple(_articles(corpus, ud_narc, layer))


def _articles(corpus: Path, ud_narc: Path, layer: str) -> Iterator[AnnotatedArticle]:
    for row in listed_documents(corpus):
        path = corpus / layer / f"{row.id}.jsonl"
        if path.is_file():
            source = source_of(row, ud_narc)
            marks = parsed(row.id, path.read_text(encoding="utf-8").splitlines())
            statements = tuple(_statement(row.id, source.text, s) for s in marks.statements)
            times = tuple(_time(t) for t in marks.times)
            document = Document(_article(row, source)).adding(Statement, statements).adding(Time, times)
            accepted = {f"{row.id}-{s.id}": s.accepted for s in marks.statements}
            yield AnnotatedArticle(document, row.batch, accepted, {t.span: t.values for t in marks.times})


def _article(row: Listed, source: SourceText) -> Article:
    """The article with one block a line of its layout, the first being the title."""
    blocks = _blocks(source.layout)
    return Article(
        id=row.id,
        source=row.id,
        sha256=row.sha256,
        text=source.layout,
        language=row.standard,
        blocks=blocks,
        outlet=row.outlet,
        title=blocks[0].span,
        published=Moment(row.published, "day"),
        doc=row.id,
    )


def _blocks(layout: str) -> tuple[Block, ...]:
    out: list[Block] = []
    start = 0
    for line in layout.split("\n"):
        out.append(Block(start, start + len(line), "paragraph" if out else "title"))
        start += len(line) + 1
    return tuple(b for b in out if b.end > b.start)


def _statement(article: str, text: str, mark: StatementMark) -> Statement:
    return Statement(
        id=f"{article}-{mark.id}",
        article=article,
        content=mark.content,
        mode=mark.mode,
        cue=mark.cue,
        holders=tuple(_party(text, p) for p in mark.holders),
        chain=tuple(_party(text, p) for p in mark.chain),
        stance=mark.stance,
        hedge=mark.hedge,
        attitude="concern" if mark.concern else None,
        addressee=_party(text, mark.addressee) if mark.addressee else None,
        inside=f"{article}-{mark.inside}" if mark.inside else None,
    )


def _party(text: str, mark: PartyMark) -> Party:
    named = mark.referent or mark.span
    return Party(mark.span, named.of(text) if named else "", mark.kind, mark.referent)


def _time(mark: TimeMark) -> Time:
    return Time(mark.span.start, mark.span.end, mark.type, mark.values[0], mark.mod)
