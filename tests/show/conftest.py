"""A small invented dossier, and ways to vary it."""

import re
from collections.abc import Callable, Sequence
from hashlib import sha256

import pytest

from belegg.core.annotation import Mention, Party, Report, Statement, Time
from belegg.core.article import Article, Block, BlockKind, Moment
from belegg.core.comparison import Change, Entity, Passage, Story, VersionChange
from belegg.core.document import Document
from belegg.core.dossier import Dossier
from belegg.core.reasoning import Claim, Conflict, ConflictValue, Event, Member, Origin
from belegg.core.spans import Place, Span
from belegg.core.words import Sentence

Line = tuple[BlockKind, str]
MakeDocument = Callable[..., Document]
MakeDossier = Callable[..., Dossier]

NB: tuple[Line, ...] = (
    ("meta", "Publisert: 03.06.2025 08:10"),
    ("title", "Taket på Solvik skole raste sammen"),
    ("paragraph", "Åtte elever kom seg ut av gymsalen, sier rektor Mona Teig til NNT."),
    ("paragraph", "– Vi har telt alle. Ingen mangler, sier Teig."),
    ("paragraph", "En kilde i kommunen sier at taket var dømt i mai."),
    ("boilerplate", "Artikkelen fortsetter under annonsen"),
    ("paragraph", "Skolen åpner trolig igjen fredag."),
)
NN: tuple[Line, ...] = (
    ("title", "Skuletak rasa saman"),
    ("paragraph", "Ni elevar kom seg ut av gymsalen, seier politiet."),
    ("paragraph", "Kommunen avviser at taket var dømt i mai."),
    ("paragraph", "– Vi har telt alle. Ingen manglar, seier Teig."),
)


def place(doc: Document, words: str) -> Place:
    """Where the words first stand in a document."""
    start = doc.text.index(words)
    return Place(doc.id, start, start + len(words))


def make_document(number: int, lines: Sequence[Line], language: str = "nb", **facts: object) -> Document:
    """An article of the given lines, one block each, with its sentences."""
    text, blocks, at = "\n".join(line for _, line in lines), [], 0
    for kind, line in lines:
        blocks.append(Block(at, at + len(line), kind))
        at += len(line) + 1
    title = next((block.span for block in blocks if block.kind == "title"), None)
    known: dict[str, object] = {
        "outlet": f"Avis {number}",
        "url": f"https://avis{number}.example/sak",
        "published": Moment(f"2025-06-{2 + number % 27:02}T08:10", "minute"),
        "doc": f"doc-{number}",
    }
    article = Article(
        id=f"art-{number}",
        source=f"{number}.txt",
        sha256=sha256(text.encode()).hexdigest(),
        text=text,
        language=language,
        blocks=tuple(blocks),
        title=title,
        **{**known, **facts},  # type: ignore[arg-type]
    )
    return Document(article, {Sentence: tuple(_sentences(article)), Report: ()})


def _sentences(article: Article) -> list[Sentence]:
    found = []
    for number, block in enumerate(article.blocks):
        if block.is_content:
            for match in re.finditer(r"[^.]+\.?", article.text[block.start : block.end]):
                start = block.start + match.start() + (len(match[0]) - len(match[0].lstrip()))
                found.append(Sentence(0, 0, start, block.start + match.end(), number))
    return found


def statement(
    doc: Document, number: int, words: str, holder: Party, stance: str = "assert", **more: object
) -> Statement:
    """A statement whose content is the words."""
    span = place(doc, words).span
    return Statement(f"{doc.id}-s{number}", doc.id, (span,), "indirect", (), (holder,), stance=stance, **more)  # type: ignore[arg-type]


def make_dossier() -> Dossier:
    """Two reports of one event, with something for every section of the page."""
    one, two = make_document(1, NB), make_document(2, NN, "nn")
    teig = Entity(
        "e-teig",
        "PER",
        "Mona Teig",
        ("Mona Teig", "Teig"),
        (place(one, "Mona Teig"), place(two, "Teig")),
        (place(one, "rektor"),),
    )
    school = Entity("e-skole", "ORG", "Solvik skole", ("Solvik skole",), (place(one, "Solvik skole"),))
    rektor = Party(place(one, "rektor Mona Teig").span, "Mona Teig", "person", place(one, "Mona Teig").span)
    agency = Party(place(one, "NNT").span, "NNT", "agency")
    source = Party(place(one, "En kilde i kommunen").span, "en kilde i kommunen", "anonymous")
    police = Party(place(two, "politiet").span, "politiet", "government")
    town = Party(place(two, "Kommunen").span, "Kommunen", "government")
    said = (
        statement(one, 1, "Åtte elever kom seg ut av gymsalen", rektor, chain=(agency,)),
        statement(one, 2, "Vi har telt alle. Ingen mangler", rektor, chain=()),
        statement(one, 3, "taket var dømt i mai", source, chain=()),
        statement(two, 1, "Ni elevar kom seg ut av gymsalen", police, chain=()),
        statement(two, 2, "taket var dømt i mai", town, "deny", chain=()),
    )
    friday = place(one, "fredag")
    open_again = Report("art-1-r1", one.id, place(one, "Skolen åpner trolig igjen fredag").span, "expect")
    one = one.adding(Statement, said[:3]).adding(Report, (open_again,)).adding(
        Time, (Time(friday.start, friday.end, "DATE", "2025-06-06"),)
    ).adding(Mention, (Mention(teig.mentions[0].start, teig.mentions[0].end, "PER", "Mona Teig"),))  # fmt: skip
    two = two.adding(Statement, said[3:])
    return Dossier(
        documents=(one, two),
        entities=(teig, school),
        passages=(
            Passage(
                "p-1",
                (place(one, "Vi har telt alle. Ingen mangler"), place(two, "Vi har telt alle. Ingen manglar")),
                False,
                True,
                one.id,
                "NNT",
            ),
        ),
        stories=(Story("story-1", place(one, "Taket på Solvik skole raste sammen"), (one.id, two.id)),),
        claims=_claims(one, two, said),
        events=(
            Event(
                "ev-1",
                "story-1",
                "Other",
                "happened",
                "2025-06-03",
                None,
                ("e-skole",),
                (place(one, "Taket på Solvik skole raste sammen"), place(two, "Skuletak rasa saman")),
            ),
            Event(
                "ev-2",
                "story-1",
                "Other",
                "planned",
                "2025-06-06",
                None,
                (),
                (place(one, "Skolen åpner trolig igjen fredag"),),
            ),
        ),
    )


def _claims(one: Document, two: Document, said: Sequence[Statement]) -> tuple[Claim, ...]:
    def member(number: int, relation: str, origin: int) -> Member:
        s = said[number]
        return Member(Place(s.article, s.content[0].start, s.content[0].end), relation, s.id, origin)  # type: ignore[arg-type]

    later = place(one, "Skolen åpner trolig igjen fredag")
    return (
        Claim(
            "c-1",
            "story-1",
            place(one, "Åtte elever kom seg ut av gymsalen"),
            (member(0, "supports", 1), member(3, "supports", 2)),
            (Origin(1, "Mona Teig", "person"), Origin(2, "politiet", "government")),
            "corroborated",
            None,
            (Conflict("number", (ConflictValue("Åtte", (0,)), ConflictValue("Ni", (1,)))),),
        ),
        Claim(
            "c-2",
            "story-1",
            place(one, "taket var dømt i mai"),
            (member(2, "supports", 1), member(4, "denies", 2)),
            (Origin(1, "en kilde i kommunen", "anonymous"), Origin(2, "Kommunen", "government")),
            "disputed",
            None,
        ),
        Claim(
            "c-3", "story-1", later, (Member(later, "expects", None, 1),), (Origin(1, "Avis 1", "media"),), None, "open"
        ),
    )


def make_large(count: int) -> Dossier:
    """One story of that many articles of about 350 words, each with statements, all with claims in common."""
    documents, claims = [], []
    for number in range(1, count + 1):
        lines: list[Line] = [("title", f"Sak {number} om taket på skolen")]
        lines += [
            ("paragraph", f"Rektor nummer {part} sier at {number + part} elever kom seg ut av gymsalen den dagen. " * 2)
            for part in range(12)
        ]
        doc = make_document(number, lines, "nn" if number % 2 else "nb")
        said = tuple(
            statement(
                doc,
                part,
                f"{number + part} elever kom seg ut av gymsalen den dagen",
                Party(None, f"Rektor {part}", "person"),
                chain=(),
            )
            for part in range(12)
        )
        documents.append(doc.adding(Statement, said))
    for start in range(0, count, 4):
        group = [s for doc in documents[start : start + 4] for s in doc[Statement]]
        members = tuple(
            Member(Place(s.article, s.content[0].start, s.content[0].end), "supports", s.id, 1) for s in group
        )
        claims.append(
            Claim(
                f"c-{start}", "big", members[0].place, members, (Origin(1, "Rektor", "person"),), "single-source", None
            )
        )
    return Dossier(
        tuple(documents), stories=(Story("big", None, tuple(d.id for d in documents)),), claims=tuple(claims)
    )


def make_versions() -> Dossier:
    """One address in two versions, with the desk's correction."""
    first = make_document(1, (("title", "Ras"), ("paragraph", "Åtte elever er ute.")), doc="d")
    again = make_document(
        2,
        (("title", "Ras"), ("notice", "Rettet: Vi skrev åtte."), ("paragraph", "Ni elever er ute.")),
        doc="d",
        version=2,
        supersedes=first.id,
        updated=Moment("2025-06-03T11:00", "minute"),
    )
    changes = (Change(place(first, "Åtte elever er ute."), place(again, "Ni elever er ute.")),)
    told = VersionChange(first.id, again.id, changes, place(again, "Rettet: Vi skrev åtte."))
    return Dossier((first, again), stories=(Story("s", None, (first.id, again.id)),), versions=(told,))


@pytest.fixture
def dossier() -> Dossier:
    return make_dossier()


@pytest.fixture
def versions() -> Dossier:
    return make_versions()


@pytest.fixture
def large() -> Callable[[int], Dossier]:
    return make_large


@pytest.fixture
def document() -> MakeDocument:
    return make_document


@pytest.fixture
def whole() -> Callable[[Document], Place]:
    """The place of a document's whole text."""
    return lambda doc: Place(doc.id, *(Span(0, len(doc.text)).start, Span(0, len(doc.text)).end))
