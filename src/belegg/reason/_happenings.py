"""Clauses that tell of an event: trigger, status, time, place and participants of each."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from belegg.core.annotation import Statement
from belegg.core.article import BlockKind
from belegg.core.reasoning import EventStatus
from belegg.core.spans import Place, Span, hull
from belegg.core.words import Sentence, Token
from belegg.reason._arguments import delay_of, names_among, participants_of, places_of, times_of
from belegg.reason._clauses import Clause, clause_tree
from belegg.reason._cues import load_cues
from belegg.reason._propositions import content_keys, is_negated
from belegg.reason._sayings import moment_of
from belegg.reason._settings import settled
from belegg.reason._standing import decides, is_past, status_of
from belegg.reason._story import StoryIndex, View
from belegg.reason._triggers import Trigger, load_event_words, passing, trigger
from belegg.text.dates import DAY, shifted

HEADLINES = frozenset(("title", "lead"))
OPENS, CLOSES = "«", "»"
PART_OF_DAY = len("2024-03-05TMO")
SPOKEN = frozenset(("accept-",))  # a body's refusal has somebody who tells it
SOON = 250  # code points
ASKED = 2  # the last words, of which one is a question mark
OPENS_DENIAL = "for"  # *nektet for at*: words; *nektet å*, *avviste at*: a deed
ASKING, DEADLINE = "demand+", "deadline+"
LEAVING_POST, PULLING_OUT = "hire-", "pullout+"
WITHDRAWING = frozenset(("trekke", "trekkje"))
REFUSALS = frozenset(("accept-", "plea-"))
#: Statements of these stances tell of no event that happened or will.
UNTOLD = frozenset(("deny", "doubt", "decline", "urge"))


@dataclass(frozen=True, slots=True)
class Happening:
    """One clause that tells of an event. ``told`` is the day it was written, ``until`` the times that it lasts to.

    ``before`` is true where it lies before what the article tells of (*hadde brent*), ``current`` where its tense
    (*er, har blitt*) ties it to the day of writing. ``main``: told for its own sake, in a sentence's main clause or the
    content of a statement. ``agents`` are the participants that the subject names, ``people`` those who are persons,
    ``places`` where it happened by what tells so. ``delay``: how long after (1) or before (-1) what was told last.
    ``said``: the mode of the statement that it stands in, empty where the article tells it itself.
    """

    place: Place
    trigger: Trigger
    status: EventStatus
    times: tuple[str, ...]
    until: tuple[str, ...]
    told: str
    places: Mapping[str, tuple[str, ...]]
    agents: tuple[str, ...]
    participants: tuple[str, ...]
    people: tuple[str, ...]
    words: frozenset[str]
    kind: BlockKind
    before: bool
    current: bool
    main: bool
    has_subject: bool
    delay: tuple[str, int] | None = None
    said: str = ""

    @property
    def axis(self) -> str:
        """The end of the axis that the trigger lies on."""
        return self.trigger.axis

    @property
    def day(self) -> str:
        """The day or coarser date that the clause itself gives; empty where it gives none."""
        return self.times[0][:DAY] if self.times else ""

    @property
    def is_reference(self) -> bool:
        """True for *vedtaket, avgjørelsen*: a noun that points back at what is told elsewhere."""
        return self.trigger.is_noun and self.trigger.token.has("Definite=Def") and not self.times

    @property
    def display(self) -> bool:
        """True in a headline or lead."""
        return self.kind in HEADLINES


def happenings(index: StoryIndex, articles: Sequence[str]) -> Iterator[Happening]:
    """The happenings of a story, articles by time, clauses by place."""
    views = sorted((index.view(a) for a in articles if a in index.views), key=lambda v: (moment_of(v), v.doc.id))
    at = settled(index, articles)
    for view in views:
        said = Said(view, at)
        yield from _in_order(
            (h, sentence.block) for sentence in view.doc[Sentence] for h in _of_sentence(view, sentence, index, said)
        )


def _in_order(found: Iterable[tuple[Happening, int]]) -> Iterator[Happening]:
    """What is told in the preterite after something dated, in one paragraph, happened that day."""
    day, last = "", -1
    for h, block in found:
        day = day if block == last else ""
        last = block
        if h.delay:
            since = h.times[0] if h.times else day
            moved = shifted(since[:DAY], *h.delay)
            h = replace(h, times=(moved,) if moved else (), current=False)
        elif h.times:
            day = day if h.current else h.times[0].partition(":")[0][:PART_OF_DAY]
        elif day and not h.current and not h.before:
            h = replace(h, times=(day,))
        yield h


class Said:
    """The statements of a document by place; ``settled``: where its story's things are."""

    def __init__(self, view: View, settled: Mapping[str, str]) -> None:
        self.settled = settled
        self._all = sorted(view.doc[Statement], key=lambda s: s.content[0].start if s.content else 0)
        self._cues = {c.start: s for s in self._all for c in s.cue}

    def around(self, span: Span) -> Statement | None:
        """The innermost statement whose content holds the span."""
        found = [s for s in self._all if any(c.contains(span) for c in s.content)]
        return min(found, key=lambda s: sum(len(c) for c in s.content), default=None)

    def speaker_after(self, span: Span, view: View, index: StoryIndex) -> tuple[str, ...]:
        """The person whose words come next, within a few lines: who speaks for the body that acts."""
        near = (s for s in self._all if s.content and span.end <= s.content[0].start <= span.end + SOON)
        for statement in near:
            held = (view.entity_at(p.referent or p.span) for p in statement.holders)
            named = [index.base(e) for e in held if e is not None and index.entities[index.base(e)].type == "PER"]
            if named:
                return (named[0],)
        return ()

    def by_cue(self, start: int) -> Statement | None:
        """The statement whose cue begins there."""
        return self._cues.get(start)


def _of_sentence(view: View, sentence: Sentence, index: StoryIndex, said: Said) -> Iterator[Happening]:
    tokens = view.doc[Token][sentence.first : sentence.last]
    if not tokens:
        return
    kind = view.kind_at(sentence.start)
    if kind == "heading" and any(t.text == "?" for t in tokens[-ASKED:]):
        return  # *Presses til forhandlinger?* tells of nothing
    found = {c: t for c in clause_tree(tokens) if (t := _trigger(c, view, kind)) is not None}
    # *Styret vedtok å legge ned skolen*: the deed is what the infinitive tells.
    decided = {c.parent for c in found if c.parent in found and c.is_infinitive and decides(c.parent)}
    for clause, word in found.items():
        if clause not in decided:
            yield from _happening(view, clause, word, index, said)


def _trigger(clause: Clause, view: View, kind: BlockKind) -> Trigger | None:
    if is_negated(clause.tokens):
        return None
    return trigger(clause, names_among(clause.tokens, view), kind in HEADLINES)


def _happening(view: View, clause: Clause, found: Trigger, index: StoryIndex, said: Said) -> Iterator[Happening]:
    span = _span(view, clause, found, index, said)
    if span is None:
        return
    around = said.around(_trimmed(clause.tokens))
    if _is_no_news(view, clause, found, index, said, around):
        return
    agents, participants = participants_of(clause, view, index, around)
    bodies = bool(agents) and all(index.entities[a].type != "PER" for a in agents)
    found = _of_bodies(found) if any(index.entities[a].type != "PER" for a in agents) else found
    if found.axis in SPOKEN and bodies:
        participants = tuple(dict.fromkeys((*participants, *said.speaker_after(span, view, index))))
    near = Span(clause.tokens[0].start, clause.tokens[-1].end)
    told = view.names_in(near) or view.times_in(near)
    aside = passing(clause, found) if told else frozenset[int]()
    at, until = times_of(clause, view, aside)
    if found.axis == DEADLINE and not at:
        at, until = until, ()  # *frist til torsdag*
    yield Happening(
        place=Place(view.doc.id, span.start, span.end),
        trigger=found,
        status=status_of(clause, found, around, at, moment_of(view)),
        times=at,
        until=until,
        told=moment_of(view)[:DAY],
        places=places_of(clause, view, index, aside, said.settled),
        agents=agents,
        participants=participants,
        people=tuple(p for p in participants if index.entities[p].type == "PER"),
        words=content_keys(clause.tokens),
        kind=view.kind_at(span.start),
        before=_is_before(clause),
        current=not is_past(clause),
        main=_is_main(clause, around) and _is_told_as_news(clause, around, bool(at), bool(agents)),
        delay=delay_of(clause, view),
        said=around.mode if around is not None else "",
        has_subject=bool(clause.subject) or any(t.dep == "expl" for t in clause.tokens),
    )


def _span(view: View, clause: Clause, found: Trigger, index: StoryIndex, said: Said) -> Span | None:
    """Where the happening is told; with the content, where somebody asks, proposes or refuses.

    None where the clause only brings in a source: its words are no event.
    """
    span, cited = _extent(clause), said.by_cue(found.token.start)
    if cited is None or (found.is_phrase and found.axis != ASKING):
        return span
    if not found.is_speech or cited.mode == "direct" or not _is_deed(cited, found, clause, view, index):
        return None
    return hull((span, *(c for c in cited.content if view.block_at(c.start) == view.block_at(span.start))))


def _is_no_news(
    view: View, clause: Clause, found: Trigger, index: StoryIndex, said: Said, around: Statement | None
) -> bool:
    """True for what a paper does to get its story, what is only doubted, an aside, and where words come from."""
    if (around is not None and around.stance in UNTOLD) or _is_outlet(clause, view, index):
        return True
    if found.is_unlisted and not _is_main(clause, around):
        return True
    return _is_attribution(clause, found) and said.by_cue(found.token.start) is None


def _of_bodies(found: Trigger) -> Trigger:
    """A body has no post to leave: it pulls out of something."""
    leaves = found.axis == LEAVING_POST and found.token.lemma.lower() in WITHDRAWING
    return replace(found, axis=PULLING_OUT, type="Other") if leaves else found


def _is_outlet(clause: Clause, view: View, index: StoryIndex) -> bool:
    """True for *avisen har vært i kontakt med*: what a paper does to get its story is no part of it."""
    named = {index.entities[e].name.lower() for _, _, e in names_among(clause.subject, view)}
    told = " ".join(t.text.lower() for t in clause.subject)
    return bool(named & index.outlets) or told in index.outlets


def _is_deed(cited: Statement, found: Trigger, clause: Clause, view: View, index: StoryIndex) -> bool:
    """A body's denial is news, a person's is a statement; who asks for something asks somebody."""
    if found.axis in REFUSALS:
        after = view.doc[Token][found.token.index + 1 : found.token.index + 2]
        if any(t.text.lower() == OPENS_DENIAL for t in after):
            return False
        held = (view.entity_at(p.referent or p.span) for p in cited.holders)
        return any(e is not None and index.entities[index.base(e)].type != "PER" for e in held)
    asked = any(t.dep in ("obj", "iobj") and t.head == clause.head.index for t in clause.tokens)
    if found.token.lemma.lower() not in ("be", "bed"):
        return True
    first = view.tokens(cited.content[0])[:1]
    return asked and any(t.text.lower() == "å" or t.has("VerbForm=Inf") for t in first)


def _extent(clause: Clause) -> Span:
    """The clause; an infinitive with the clause that decides on it."""
    if clause.is_infinitive and clause.parent is not None and decides(clause.parent):
        return hull((_trimmed(clause.parent.tokens), _trimmed(clause.tokens)))
    return _trimmed(clause.tokens)


def _trimmed(tokens: Sequence[Token]) -> Span:
    """From the first to the last word of a clause, without marks and conjunctions at its ends."""
    first, last = 0, len(tokens)
    while last - first > 1 and tokens[first].pos in ("PUNCT", "CCONJ", "SCONJ"):
        if tokens[first].text == OPENS and any(t.text == CLOSES for t in tokens[first:]):
            break  # *«Havsula» er flytt*
        first += 1
    while last - first > 1 and tokens[last - 1].pos == "PUNCT":
        last -= 1
    return Span(tokens[first].start, tokens[last - 1].end)


def _is_attribution(clause: Clause, found: Trigger) -> bool:
    """True for *seier X til Y*: who says it is no event; *seier nei* is one."""
    return not found.is_phrase and clause.head.pos == "VERB" and clause.head.lemma.lower() in load_cues().reporting


def _is_before(clause: Clause) -> bool:
    """True for *hadde brent*."""
    return any(t.text.lower() == "hadde" and t.pos == "AUX" for t in clause.tokens)


def _is_main(clause: Clause, around: Statement | None) -> bool:
    """True where the clause is told for its own sake."""
    head, parent = clause.head, clause.parent
    if parent is None or clause.is_cleft:
        return True
    if head.dep in ("conj", "parataxis"):
        return _is_main(parent, around)
    if clause.is_infinitive:
        return parent.head.lemma.lower() in load_event_words().deciding and _is_main(parent, around)
    if head.dep not in ("ccomp", "csubj"):
        return False
    return around is not None or _is_main(parent, around)


def _is_told_as_news(clause: Clause, around: Statement | None, dated: bool, acted: bool) -> bool:
    """In somebody's own words only what has a day or an actor; what *I* did only with a day."""
    if around is None or around.mode != "direct":
        return True
    return dated or (acted and not any(t.text.lower() in ("jeg", "eg") for t in clause.subject))
