"""What is known: the claims of a story, best founded first, with their sentences, origins, conflicts and outcome."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from belegg.core.reasoning import Claim, Conflict, Member, Origin
from belegg.core.spans import Place
from belegg.show.book import Book, lettered, supporting
from belegg.show.calendar import written
from belegg.show.drawings.chain import Path, chain
from belegg.show.labels import CONFLICT, EVIDENCE, EVIDENCE_NOTE, HOLDER, OUTCOME, RELATION, STANCE, label
from belegg.show.library import Library, Node, Quote, claim_anchor, distinct, passage_anchor

#: Claims with one sentence behind them are shown at once only while they are this few.
_OPEN_SINGLES = 3
_MOST_CARDS = 12
#: A drawing with more rows than this is no longer small.
_MOST_PATHS = 24


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence that bears on a claim, with how it does and the way it came."""

    quote: Quote
    relation: str
    relation_label: str
    stance: str
    chain: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class OriginView:
    """An independent source with its sentences, and the shared passages that show several of them to be one text."""

    number: int
    name: str
    kind: str
    unnamed: bool
    relations: tuple[tuple[str, str], ...]
    passages: tuple[tuple[str, str], ...]
    sentences: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """One of differing values and the sentences that give it."""

    value: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class ConflictView:
    """What the reports differ in; ``update`` where one source changed its word."""

    kind: str
    update: bool
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim as a card."""

    anchor: str
    number: int
    mark: str
    evidence: str
    outcome_mark: str
    outcome: str
    text: Quote
    origins: tuple[OriginView, ...]
    supporting: int
    sentences: int
    outlets: tuple[str, ...]
    conflicts: tuple[ConflictView, ...]
    drawing: Markup


@dataclass(frozen=True, slots=True)
class Group:
    """The claims of one degree of evidence: cards at once, more cards, and those with one sentence behind them."""

    mark: str
    heading: str
    note: str
    shown: tuple[ClaimView, ...]
    more: tuple[ClaimView, ...]
    folded: tuple[ClaimView, ...]
    left: int

    @property
    def count(self) -> int:
        """All claims of the group; ``left`` of them are in the data only."""
        return len(self.shown) + len(self.more) + len(self.folded) + self.left


def known(book: Book) -> tuple[Group, ...]:
    """The groups in order, best founded first."""
    groups = groupby(book.claims, key=lambda claim: claim.evidence)
    return tuple(_group(evidence or "none", tuple(claims), book) for evidence, claims in groups)


def _group(mark: str, claims: Sequence[Claim], book: Book) -> Group:
    words = book.library.words
    views = [claim_view(claim, book, drawn=number < _MOST_CARDS) for number, claim in enumerate(claims)]
    singles = [view for view in views if view.sentences == 1 and not view.outcome]
    folded = singles if len(singles) > _OPEN_SINGLES else []
    hidden = {view.anchor for view in folded}
    cards = [view for view in views if view.anchor not in hidden]
    return Group(
        mark=mark,
        heading=label(EVIDENCE, mark, words),
        note=label(EVIDENCE_NOTE, mark, words),
        shown=tuple(cards[:_MOST_CARDS]),
        more=tuple(cards[_MOST_CARDS:]),
        folded=tuple(folded),
        left=sum((claim.evidence or "none") == mark for claim in book.every) - len(claims),
    )


def claim_view(claim: Claim, book: Book, *, drawn: bool = True) -> ClaimView:
    """One claim with everything that its card shows; the tree of its ways here only where it is ``drawn``."""
    library, anchor = book.library, claim_anchor(claim.id)
    origins = tuple(_origin(origin, claim, book) for origin in claim.origins)
    return ClaimView(
        anchor=anchor,
        number=book.numbers[claim.id],
        mark=claim.evidence or "none",
        evidence=label(EVIDENCE, claim.evidence, library.words),
        outcome_mark=(claim.outcome or "").replace(" ", "-"),
        outcome=label(OUTCOME, claim.outcome, library.words) if claim.outcome else "",
        text=library.quote(claim.text),
        origins=origins,
        supporting=supporting(claim),
        sentences=sum(len(origin.sentences) for origin in origins),
        outlets=distinct(library.outlet(m.place.article) for m in claim.members),
        conflicts=tuple(conflict_view(conflict, claim, library) for conflict in claim.conflicts),
        drawing=_drawing(anchor, claim, library) if drawn else Markup(""),
    )


def _origin(origin: Origin, claim: Claim, book: Book) -> OriginView:
    library = book.library
    members = [m for m in claim.members if m.origin == origin.number]
    members.sort(key=lambda m: (library.time_key(m.place.article), m.place.start))
    relations = distinct(m.relation for m in members)
    return OriginView(
        number=origin.number,
        name=library.origin_name(origin.name),
        kind=label(HOLDER, origin.kind, library.words),
        unnamed=origin.kind == "anonymous",
        relations=tuple((relation, label(RELATION, relation, library.words)) for relation in relations),
        passages=_passages(members, book),
        sentences=_sentences(members, origin, library),
    )


def _passages(members: Sequence[Member], book: Book) -> tuple[tuple[str, str], ...]:
    """The anchor and letter of each passage in which two or more of the members stand."""
    found = []
    for letter, passage in lettered(book):
        held = {m.place.article for m in members for p in passage.members if _within(m, p)}
        if len(held) > 1:
            found.append((passage_anchor(book.key, passage.id), letter))
    return tuple(found)


def _within(member: Member, place: Place) -> bool:
    return member.place.article == place.article and member.place.span.overlaps(place.span)


def _sentences(members: Sequence[Member], origin: Origin, library: Library) -> tuple[Evidence, ...]:
    """Each sentence once, though two parts of it bear on the claim."""
    found: dict[tuple[str, str], Evidence] = {}
    for member in members:
        quote = library.quote(member.place)
        found.setdefault((quote.href, member.relation), _evidence(member, quote, origin, library))
    return tuple(found.values())


def _evidence(member: Member, quote: Quote, origin: Origin, library: Library) -> Evidence:
    statement = library.statements.get(member.statement or "")
    return Evidence(
        quote=quote,
        relation=member.relation,
        relation_label=label(RELATION, member.relation, library.words),
        stance=label(STANCE, statement.stance, library.words) if statement else "",
        chain=(*_holders(member, origin, library), *_relays(member, library)),
    )


def _holders(member: Member, origin: Origin, library: Library) -> tuple[Node, ...]:
    """Who said it, as this article has it; the origin where the words are the outlet's own but came from another."""
    statement = library.statements.get(member.statement or "")
    outlet = library.outlet(member.place.article)
    if statement and (holders := library.holders(statement)):
        return holders
    name = library.origin_name(origin.name)
    return (Node(name, origin.kind == "anonymous"),) if origin.name and name != outlet else ()


def _relays(member: Member, library: Library) -> tuple[Node, ...]:
    statement = library.statements.get(member.statement or "")
    return library.relays(statement) if statement else ()


def conflict_view(conflict: Conflict, claim: Claim, library: Library) -> ConflictView:
    """A conflict with the sentences behind each value, in order of time."""
    return ConflictView(
        kind=label(CONFLICT, conflict.kind, library.words),
        update=conflict.update,
        values=tuple(
            Value(_value(conflict, value.value, library), _quotes([claim.members[i] for i in value.members], library))
            for value in conflict.values
        ),
    )


def _value(conflict: Conflict, value: str, library: Library) -> str:
    """Times are calendar values, written for a reader; all else is an article's own words."""
    return written(value, library.words) if conflict.kind == "time" else value


def _quotes(members: Sequence[Member], library: Library) -> tuple[Quote, ...]:
    ordered = sorted(members, key=lambda m: (library.time_key(m.place.article), m.place.start))
    found: dict[str, Quote] = {}
    for member in ordered:
        found.setdefault(member.place.article, library.quote(member.place))
    return tuple(found.values())


def _drawing(anchor: str, claim: Claim, library: Library) -> Markup:
    paths = _direct_ways_off(distinct(_path(member, claim, library) for member in claim.members))
    title = library.words.gettext("How the words came here: origin → relay → outlet")
    unnamed = library.words.gettext("unnamed source")
    return chain(f"{anchor}-chain", title, paths[:_MOST_PATHS], unnamed) if paths else Markup("")


def _direct_ways_off(paths: Sequence[Path]) -> Sequence[Path]:
    """A report that names the relay in one sentence and not in the next has one way, the longer."""
    relayed = {(p.origin, p.relation, p.outlet) for p in paths if p.relays}
    return [p for p in paths if p.relays or (p.origin, p.relation, p.outlet) not in relayed]


def _path(member: Member, claim: Claim, library: Library) -> Path:
    origin = next((o for o in claim.origins if o.number == member.origin), None)
    name = library.origin_name(origin.name if origin else "")
    relays = tuple(relay.name for relay in _relays(member, library) if relay.name != name)
    unnamed = origin is not None and origin.kind == "anonymous"
    when = f"{library.outlet(member.place.article)}, {library.when(member.place.article)}".rstrip(", ")
    return Path(name, member.relation, unnamed, relays, when)
