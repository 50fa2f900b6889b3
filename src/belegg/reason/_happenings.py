"""Clauses that tell of an event: trigger, status, time, place and participants of each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from belegg.core.annotation import Statement, Time
from belegg.core.article import BlockKind
from belegg.core.reasoning import EventStatus
from belegg.core.spans import Place, Span
from belegg.core.words import Sentence, Token
from belegg.reason._cues import holds, load_cues, plain
from belegg.reason._propositions import clauses, content_keys, is_negated
from belegg.reason._sayings import moment_of
from belegg.reason._story import StoryIndex, View
from belegg.text.predicates import Hit, hits

POSSIBLE = (
    "kan",
    "kunne",
    "kanskje",
    "kanskje",
    "muligens",
    "moglegvis",
    "trolig",
    "truleg",
    "vurderer",
    "hvis",
    "viss",
    "dersom",
)
ONGOING = ("pågår", "held på", "holder på", "fortsatt", "framleis", "fremdeles", "er i gang")
PLACE_BEFORE = frozenset(("i", "på", "ved", "utenfor", "utanfor", "nær", "inne"))
WAY_BEFORE = frozenset(("til", "frå", "fra", "mot", "mellom", "via"))
# A time after these tells how long or by when, not when.
BOUNDS = frozenset(("til", "før", "innen", "innan", "senest", "seinast", "siden", "sidan", "etter"))
DAY = len("2024-03-05")


@dataclass(frozen=True, slots=True)
class Happening:
    """One clause that tells of an event. ``axis`` and ``sign``: its trigger's; ``told`` is the day it was written.

    ``places`` are where it happened, ``nouns`` the places that a noun stands for,
    ``ways`` whence, whither and between what.
    """

    place: Place
    axis: str
    sign: int
    type: str
    status: EventStatus
    times: tuple[str, ...]
    told: str
    places: tuple[str, ...]
    nouns: tuple[str, ...]
    ways: tuple[str, ...]
    participants: tuple[str, ...]
    words: frozenset[str]
    kind: BlockKind
    recalled: bool

    @property
    def day(self) -> str:
        """The day or coarser date that the clause itself gives; empty where it gives none."""
        return self.times[0][:DAY] if self.times else ""


def happenings(index: StoryIndex, articles: Sequence[str]) -> Iterator[Happening]:
    """The happenings of a story, articles by time, clauses by place."""
    views = sorted((index.view(a) for a in articles if a in index.views), key=lambda v: (moment_of(v), v.doc.id))
    for view in views:
        for sentence in view.doc[Sentence]:
            yield from _of_sentence(view, sentence, index)


def _of_sentence(view: View, sentence: Sentence, index: StoryIndex) -> Iterator[Happening]:
    tokens = view.doc[Token][sentence.first : sentence.last]
    for clause in clauses(tokens, infinitives=True):
        found = [h for h in hits(clause) if h.predicate.event]
        if found and not is_negated(clause) and not _is_attribution(clause):
            yield _happening(view, clause, tokens, _main(found, clause), index)


def _is_attribution(clause: Sequence[Token]) -> bool:
    """True for *seier X til Y*: who says it is no event."""
    return any(t.pos == "VERB" and t.lemma.lower() in load_cues().reporting for t in clause[:2])


def _main(found: Sequence[Hit], clause: Sequence[Token]) -> Hit:
    """The trigger nearest to the head of the clause: its verb before a noun, a phrase before a word."""

    def rank(hit: Hit) -> tuple[bool, bool, int]:
        token = clause[hit.first]
        heads = {t.index for t in clause}
        is_head = token.head not in heads or token.head == token.index
        return (not is_head, token.pos != "VERB", hit.first)

    return min(found, key=rank)


def _happening(
    view: View, clause: Sequence[Token], sentence: Sequence[Token], hit: Hit, index: StoryIndex
) -> Happening:
    ordered = sorted(clause, key=lambda t: t.start)
    span = _trimmed(ordered)
    words = plain(ordered)
    named = [n for n in view.names_in(span) if any(n[0] <= t.start < n[1] for t in ordered)]
    times = _times(view, ordered)
    return Happening(
        place=Place(view.doc.id, span.start, span.end),
        axis=hit.predicate.axis,
        sign=hit.predicate.sign,
        type=hit.predicate.event,
        status=_status(words, view, span),
        times=tuple(times),
        told=moment_of(view)[:DAY],
        places=tuple(dict.fromkeys(e for s, _, e in named if _is_place(s, e, view, index))),
        nouns=tuple(dict.fromkeys(_by_noun(ordered, index))),
        ways=tuple(dict.fromkeys(e for s, _, e in named if _is_place(s, e, view, index, WAY_BEFORE))),
        participants=tuple(dict.fromkeys((*_actors(named, view, index), *_we(ordered, span, view, index)))),
        words=content_keys(ordered),
        kind=view.kind_at(span.start),
        recalled=" tidligere " in words or " tidlegare " in words or "Tense=Past" in clause[0].feats,
    )


def _trimmed(tokens: Sequence[Token]) -> Span:
    """From the first to the last word of a clause, without marks and conjunctions at its ends."""
    first, last = 0, len(tokens)
    while last - first > 1 and tokens[first].pos in ("PUNCT", "CCONJ", "SCONJ"):
        first += 1
    while last - first > 1 and tokens[last - 1].pos == "PUNCT":
        last -= 1
    return Span(tokens[first].start, tokens[last - 1].end)


def _times(view: View, clause: Sequence[Token]) -> list[str]:
    """Values of the dates and clock times among the words of the clause, in order."""
    inside: list[Time] = []
    for time in view.times_in(Span(clause[0].start, clause[-1].end)):
        before = view.doc.text[max(0, time.start - 12) : time.start].lower().split()
        if before and before[-1] in BOUNDS:
            continue
        if time.type in ("DATE", "TIME") and any(time.start <= t.start < time.end for t in clause):
            inside.append(time)
    return [t.value for t in inside if t.value[:4].isdigit()]


def _status(words: str, view: View, span: Span) -> EventStatus:
    cues = load_cues()
    if holds(words, cues.hearsay):
        return "alleged"
    if holds(words, cues.future):
        return "planned"
    if holds(words, POSSIBLE):
        return "possible"
    stance = next((s.stance for s in view.doc[Statement] if any(c.contains(span) for c in s.content)), "assert")
    if stance == "expect":
        return "planned"
    if stance == "allege":
        return "alleged"
    return "ongoing" if holds(words, ONGOING) else "happened"


def _is_place(
    start: int, entity: str, view: View, index: StoryIndex, prepositions: frozenset[str] = PLACE_BEFORE
) -> bool:
    """A place name after a preposition of place."""
    kind = index.entities[entity].type
    before = view.doc.text[max(0, start - 20) : start].lower().split()
    return kind in ("LOC", "GPE") and bool(before) and before[-1] in prepositions


def _by_noun(clause: Sequence[Token], index: StoryIndex) -> Iterator[str]:
    """Places that a definite noun stands for: *tunnelen* in a story with one name that ends in it."""
    for noun in clause:
        if noun.pos == "NOUN" and noun.has("Definite=Def"):
            found = index.places_ending(noun.lemma.lower())
            if len(found) == 1:
                yield found[0]


def _actors(named: Sequence[tuple[int, int, str]], view: View, index: StoryIndex) -> Iterator[str]:
    """The entities named in the clause that take part in it."""
    yield from (index.base(e) for s, _, e in named if _takes_part(s, e, view, index))


def _we(clause: Sequence[Token], span: Span, view: View, index: StoryIndex) -> Iterator[str]:
    """Those who tell of it as *I* or *we*."""
    if any(t.text.lower() in load_cues().first_person and t.dep.startswith("nsubj") for t in clause):
        said = next((s for s in view.doc[Statement] if any(c.contains(span) for c in s.content)), None)
        found = (view.entity_at(p.referent) for p in said.holders) if said else ()
        yield from (index.base(e) for e in found if e)


def _takes_part(start: int, entity: str, view: View, index: StoryIndex) -> bool:
    known = index.entities[index.base(entity)]
    kind = known.type
    if known.name.lower() in index.outlets or view.doc.text[max(0, start - 40) : start].count(" mellom "):
        return False
    placed = _is_place(start, entity, view, index, PLACE_BEFORE | WAY_BEFORE)
    return kind in ("PER", "ORG") or (kind == "GPE" and not placed)
