"""Who says what: actors against claims, and every statement by the one who made it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from belegg.core.annotation import Statement
from belegg.core.reasoning import Claim
from belegg.show.book import Book
from belegg.show.labels import HOLDER, RELATION, STANCE, label
from belegg.show.library import Actor, Library, Node, Quote, claim_anchor, distinct, layer

_MOST_CLAIMS = 16
_MOST_ACTORS = 14
#: Statements that the list holds, in all and of one source: who reads on has the data.
_MOST_SAID, _MOST_OF_ONE = 900, 40

#: What an actor does to a claim, and the anchor of the first sentence that shows it.
Cells = dict[tuple[str, str], dict[str, str]]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one actor does to one claim: relations with their words and the place that shows each."""

    marks: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A claim and its cells, one for each actor of the table."""

    anchor: str
    number: int
    text: Quote
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A statement with its stance, its way here, copies of it, and the claim that it bears on (None: on none)."""

    anchor: str
    quote: Quote
    stance: str
    stance_label: str
    hedged: bool
    chain: tuple[Node, ...]
    claim: tuple[str, int] | None
    copies: tuple[Quote, ...]
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """An actor with what it says in the story; ``left`` statements are in the data only."""

    actor: Actor
    kind: str
    roles: tuple[tuple[str, str], ...]
    said: tuple[Said, ...]
    count: int
    left: int


@dataclass(frozen=True, slots=True)
class Voices:
    """The table (columns are ``actors``) and the list of everybody who speaks."""

    actors: tuple[Actor, ...]
    rows: tuple[Row, ...]
    relations: tuple[tuple[str, str], ...]
    voices: tuple[Voice, ...]
    left: int

    @property
    def anchors(self) -> dict[str, str]:
        """Statement id → where on the page it is listed."""
        return {key: one.anchor for voice in self.voices for one in voice.said if one.anchor for key in one.ids}


def voices(book: Book) -> Voices:
    """The table of the claims that most actors speak about, and all statements by actor."""
    library, everybody = book.library, _everybody(book)
    listed = _with_room(everybody)
    people: dict[str, Actor] = {}
    cells = _cells(book, people)
    claims = _claims(book, cells)
    shown = {claim.id for claim in claims}
    counts = Counter(actor for claim, actor in cells if claim in shown)
    actors = tuple(people[key] for key, _ in counts.most_common(_MOST_ACTORS))
    rows = tuple(_row(claim, actors, cells, book) for claim in claims)
    rows = tuple(row for row in rows if sum(bool(cell.marks) for cell in row.cells) > 1) or rows
    used = {mark for row in rows for cell in row.cells for mark, _, _ in cell.marks}
    return Voices(
        actors=actors,
        rows=rows if len(actors) > 1 else (),
        relations=tuple((key, label(RELATION, key, library.words)) for key in RELATION if key in used),
        voices=listed,
        left=sum(voice.count for voice in everybody[len(listed) :]),
    )


def _with_room(everybody: Sequence[Voice]) -> tuple[Voice, ...]:
    """Those who speak most, as long as the list is not too long to be read."""
    found, total = list[Voice](), 0
    for voice in everybody:
        total += len(voice.said)
        if found and total > _MOST_SAID:
            break
        found.append(voice)
    return tuple(found)


def _cells(book: Book, people: dict[str, Actor]) -> Cells:
    library = book.library
    cells: Cells = {}
    for claim in book.claims:
        for member in sorted(claim.members, key=lambda m: library.time_key(m.place.article)):
            statement = library.statements.get(member.statement or "")
            for actor in library.actors(statement) if statement else ():
                people.setdefault(actor.key, actor)
                href = f"#{library.anchor(member.place.article, member.place.start)}"
                cells.setdefault((claim.id, actor.key), {}).setdefault(member.relation, href)
    return cells


def _claims(book: Book, cells: Cells) -> Sequence[Claim]:
    """The claims that most actors speak about, in the order of the page."""
    counts = Counter(claim for claim, _ in cells)
    several = [claim for claim in book.claims if counts[claim.id] > 1]
    chosen = several or [claim for claim in book.claims if counts[claim.id]]
    best = sorted(chosen, key=lambda claim: (-counts[claim.id], book.numbers[claim.id]))[:_MOST_CLAIMS]
    return sorted(best, key=lambda claim: book.numbers[claim.id])


def _row(claim: Claim, actors: Sequence[Actor], cells: Cells, book: Book) -> Row:
    words = book.library.words

    def cell(actor: Actor) -> Cell:
        done = cells.get((claim.id, actor.key), {})
        return Cell(tuple((key, label(RELATION, key, words), href) for key, href in done.items()))

    return Row(
        anchor=claim_anchor(claim.id),
        number=book.numbers[claim.id],
        text=book.labels[claim.id],
        cells=tuple(cell(actor) for actor in actors),
    )


def _everybody(book: Book) -> tuple[Voice, ...]:
    """All who speak, those who say most first; what several reports carry in the same words is listed once."""
    library = book.library
    claims = {m.statement or "": claim for claim in book.claims for m in claim.members if m.statement}
    people: dict[str, Actor] = {}
    said: dict[str, dict[tuple[str, ...], list[Statement]]] = {}
    for doc in sorted(book.documents, key=lambda d: library.time_key(d.id)):
        for statement in layer(doc, Statement):
            for actor in library.actors(statement) or (_unknown(library),):
                people.setdefault(actor.key, actor)
                claim = claims.get(statement.id)
                same = (_plain(statement, doc.text), statement.stance, claim.id if claim else "")
                said.setdefault(actor.key, {}).setdefault(same, []).append(statement)
    order = sorted(people, key=lambda key: (-sum(map(len, said[key].values())), people[key].name.casefold()))
    taken: set[str] = set()
    return tuple(_voice(people[key], list(said[key].values()), claims, book, taken) for key in order)


def _plain(statement: Statement, text: str) -> str:
    """The words of a statement without what two crawls of one text differ in."""
    return " ".join(" ".join(span.of(text) for span in statement.content).casefold().split())


def _unknown(library: Library) -> Actor:
    return Actor("unknown", library.words.gettext("unknown source"), "collective")


def _said(same: Sequence[Statement], claims: Mapping[str, Claim], book: Book, anchor: str) -> Said:
    """The first of statements with the same words, and where the others stand."""
    library, statement = book.library, same[0]
    claim = claims.get(statement.id)
    return Said(
        anchor=anchor,
        quote=library.quote(library.statement_place(statement)),
        stance=statement.stance,
        stance_label=label(STANCE, statement.stance, library.words),
        hedged=bool(statement.hedge),
        chain=(*(library.holders(statement) or (Node(_unknown(library).name, True),)), *library.relays(statement)),
        claim=(claim_anchor(claim.id), book.numbers[claim.id]) if claim else None,
        copies=tuple(library.quote(library.statement_place(one)) for one in same[1:]),
        ids=tuple(one.id for one in same),
    )


def _voice(
    actor: Actor, said: Sequence[Sequence[Statement]], claims: Mapping[str, Claim], book: Book, taken: set[str]
) -> Voice:
    """An actor with what it says; ``taken`` are the anchors that stand on the page already."""
    library, listed = book.library, []
    for same in said[:_MOST_OF_ONE]:
        anchor = library.said_anchor(same[0])
        listed.append(_said(same, claims, book, "" if anchor in taken else anchor))
        taken.add(anchor)
    places = actor.entity.roles if actor.entity else ()
    roles = {library.text(p).casefold(): (library.text(p), library.quote(p).language) for p in reversed(places)}
    return Voice(
        actor=actor,
        kind=label(HOLDER, actor.kind, library.words),
        roles=distinct(reversed(roles.values()))[:3],
        said=tuple(listed),
        count=sum(map(len, said)),
        left=sum(map(len, said[_MOST_OF_ONE:])),
    )
