"""What is known: the claims of a story, best founded first, with their sentences, origins, conflicts and outcome."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from markupsafe import Markup

from belegg.core.reasoning import Claim, Member, Origin
from belegg.show.book import UNSURE, Book, is_both_ways, standing, supporting
from belegg.show.drawings.chain import Path, chain
from belegg.show.labels import EVIDENCE, EVIDENCE_NOTE, EXPECTED, HOLDER, RELATION, STANCE, label
from belegg.show.library import Library, Node, Quote, claim_anchor, distinct, passage_anchor
from belegg.show.sections.became import Became, became
from belegg.show.sections.differing import ConflictView, conflict_view
from belegg.show.sections.why import Link, links
from belegg.show.wording import Wording

#: Claims with one sentence behind them are shown at once only while they are this few.
_OPEN_SINGLES = 3
_MOST_CARDS = 12
#: A drawing with more rows than this is no longer small.
_MOST_PATHS = 24
#: Origins that a card shows with what they do, the names of others, and the sentences behind a claim.
_MOST_ORIGINS, _MOST_NAMES, _MOST_SENTENCES = 12, 60, 24


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence that bears on a claim, with how it does and the way it came; ``copies`` have the same words."""

    quote: Quote
    relation: str
    relation_label: str
    stance: str
    chain: tuple[Node, ...]
    copies: tuple[Quote, ...] = ()


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
class ClaimView:
    """A claim as a card. ``others`` are the names of origins that it has no room for, ``unshown`` so many sentences."""

    anchor: str
    number: int
    mark: str
    evidence: str
    became: Became | None
    text: Quote
    count: int
    origins: tuple[OriginView, ...]
    others: str
    evidences: tuple[Evidence, ...]
    unshown: int
    supporting: int
    sentences: int
    outlets: tuple[str, ...]
    conflicts: tuple[ConflictView, ...]
    drawing: Markup
    links: tuple[Link, ...]


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
    known_links = links(book)
    groups = groupby(book.claims, key=standing)
    return tuple(_group(mark, tuple(claims), book, known_links) for mark, claims in groups)


def _group(mark: str, claims: Sequence[Claim], book: Book, known_links: Mapping[str, tuple[Link, ...]]) -> Group:
    words = book.library.words
    held = [known_links.get(claim.id, ()) for claim in claims]
    judged = [any(link.judged for link in found) for found in held]
    views = [
        claim_view(claim, book, held[number], drawn=number < _MOST_CARDS or judged[number])
        for number, claim in enumerate(claims)
    ]
    singles = [v for v, spoken in zip(views, judged, strict=True) if v.sentences == 1 and not (v.became or spoken)]
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
        left=sum(standing(claim) == mark for claim in book.every) - len(claims),
    )


def claim_view(claim: Claim, book: Book, held: Sequence[Link] = (), *, drawn: bool = True) -> ClaimView:
    """One claim with all that its card shows; the tree of its ways here and its links only where it is ``drawn``."""
    library, anchor = book.library, claim_anchor(claim.id)
    origins = tuple(_origin(origin, claim, book) for origin in claim.origins)
    sentences = [one for origin in origins for one in origin.sentences]
    return ClaimView(
        anchor=anchor,
        number=book.numbers[claim.id],
        mark=standing(claim),
        evidence=evidence_label(claim, library.words),
        became=became(claim, library),
        text=book.labels[claim.id],
        count=len(origins),
        origins=origins[:_MOST_ORIGINS],
        others=library.words.listing(_first(distinct(o.name for o in origins[_MOST_ORIGINS:]), library.words)),
        evidences=tuple(sentences[:_MOST_SENTENCES]),
        unshown=len(sentences[_MOST_SENTENCES:]),
        supporting=supporting(claim),
        sentences=len(sentences) + sum(len(one.copies) for one in sentences),
        outlets=distinct(library.outlet(m.place.article) for m in claim.members),
        conflicts=tuple(conflict_view(conflict, claim, library) for conflict in claim.conflicts),
        drawing=_drawing(anchor, claim, library) if drawn else Markup(""),
        links=tuple(held) if drawn else (),
    )


def evidence_label(claim: Claim, words: Wording) -> str:
    """The claim's mark in words: more exact than the heading of its group."""
    if claim.evidence == "disputed" and is_both_ways(claim):
        return words.gettext("Said and denied by one source")
    known = claim.evidence or "none"
    if standing(claim) == "expected":
        return label(EXPECTED, known if claim.sure else UNSURE.get(known, known), words)
    return label(EVIDENCE, standing(claim), words)


def _first(names: Sequence[str], words: Wording) -> list[str]:
    """The first names, and how many more there are."""
    more = len(names) - _MOST_NAMES
    return [*names[:_MOST_NAMES], *([words.ngettext("{n} more", "{n} more", more)] if more > 0 else [])]


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
    held: dict[int, set[str]] = {}
    for member in members:
        start, end = member.place.start, member.place.end
        for number, place in book.shared.get(member.place.article, ()):
            if start < place.end and place.start < end:
                held.setdefault(number, set()).add(place.article)
    found = (book.lettered[number] for number in sorted(held) if len(held[number]) > 1)
    return tuple((passage_anchor(book.key, passage.id), letter) for letter, passage in found)


def _sentences(members: Sequence[Member], origin: Origin, library: Library) -> tuple[Evidence, ...]:
    """Each sentence once, though two parts of it bear on the claim, or other reports have copied it."""
    found: dict[tuple[str, str], Evidence] = {}
    copies: dict[tuple[str, str], list[Quote]] = {}
    places: set[tuple[str, str]] = set()
    for member in members:
        quote = library.quote(member.place)
        place, words = (quote.href, member.relation), (_plain(quote), member.relation)
        if place in places:
            continue
        places.add(place)
        found.setdefault(words, _evidence(member, quote, origin, library))
        copies.setdefault(words, []).append(quote)
    return tuple(replace(one, copies=tuple(copies[words][1:])) for words, one in found.items())


def _plain(quote: Quote) -> str:
    """The words of a sentence without what two crawls of one text differ in."""
    return " ".join(f"{quote.before}{quote.core}{quote.after}".casefold().split()).strip(" –—-.")


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
