"""From a saying to the propositions in it: who, what, how many, when, with negation and modality taken out."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from belegg.core.annotation import Time
from belegg.core.meaning import Word
from belegg.core.spans import Span
from belegg.core.words import Token
from belegg.reason._cues import holds, listed, load_cues, plain
from belegg.reason._focus import acts, figure_focus, is_argument, levels
from belegg.reason._modes import is_after, is_future, is_past, is_to_come, is_wished
from belegg.reason._places import place_told
from belegg.reason._sayings import Saying
from belegg.reason._sentences import (
    SUBJECTS,
    agents,
    clause_of_noun,
    clauses,
    counts,
    is_background,
    is_believed,
    is_root,
    opens_clause,
    owner_of,
    sentences,
    told_behind,
)
from belegg.reason._story import StoryIndex, View
from belegg.reason._wording import content_keys, particle_verbs, spoken_for, stood_for, told_words, with_parts
from belegg.text.numbers import PERSON, Quantity, approximator, quantities
from belegg.text.predicates import Hit, hits, modifiers

DEFINITE = frozenset(listed("known_few"))
CALLED_OFF = "cancel"
LENGTHS = frozenset(listed("lengths"))  # what is as long in a plan as when it is built
ASKING = "demand"
FEW = 10  # so many can be pointed at
NAMED_BY = 3  # words from the number on in which its noun stands
BARE = 1  # with so few things beside it, the figure is all that is told

Aspect = Literal["event", "figure"]


@dataclass(frozen=True, slots=True, eq=False)
class Proposition:
    """One comparable thing that a saying says. ``axes``: predicate axis to sign, negation not counted in.

    ``given`` is true for what is taken for granted (a relative clause), ``later`` where a time is after the
    article's day, ``earlier`` where all its times are before it.
    ``answers`` is true where the holder confirms, admits or denies what somebody else has said.
    ``lead`` is the axis of the clause's own verb, where that is a predicate; ``roots`` the axes of what heads it,
    a verb or not (*er stengt, var ute av drift*), ``heads`` those with no other predicate above them.
    ``words`` are bridge keys of the words that are no name, number or predicate; ``names`` and ``subjects`` entity ids.
    ``people``: those of the subjects that are persons. ``past``: told of the past in its own words, whatever its
    holder's stance. ``measured``: its figure is a length. ``place``: the entity of the place that it gives, no country.
    ``asked``: it is demanded. ``counted``: a figure is what its verb is told of, and so the news in it (*the firm bids
    40 kroner a share*).
    ``told``: all its words in order, each name and number as its kind.
    ``main`` is false for a single clause of a sentence. A sentence with figures gives two aspects, what happened and
    how much it was: *the board says no to 90 kroner a ticket* bears on the answer and on the price.
    """

    saying: int
    span: Span
    words: frozenset[str]
    axes: Mapping[str, int]
    names: frozenset[str]
    subjects: frozenset[str]
    quantities: tuple[Quantity, ...]
    times: frozenset[str]
    negated: bool
    future: bool
    uncertain: bool
    wished: bool = False
    lead: str | None = None
    roots: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    given: bool = False
    later: bool = False
    earlier: bool = False
    answers: bool = False
    main: bool = True
    people: frozenset[str] = frozenset()
    place: str | None = None
    counted: bool = False
    measured: bool = False
    past: bool = False
    asked: bool = False
    told: tuple[Word, ...] = ()
    aspect: Aspect = "event"

    @property
    def weight(self) -> int:
        """How many things there are to compare by."""
        return len(self.words) + len(self.axes) + len(self.names) + len(self.quantities)


def propositions(saying: Saying, index: StoryIndex) -> tuple[Proposition, ...]:
    """The propositions of a saying: each clause with something of its own, or the sentence where there are no two."""
    view = index.view(saying.place.article)
    found: list[Proposition] = []
    for sentence in sentences(saying, view):
        told = clauses(sentence)
        aside = [c for c in told if is_background(c) or (saying.is_report and is_believed(c))]
        back = {t.index for c in aside for t in c} | told_behind(sentence)
        front = tuple(t for t in sentence if t.index not in back)
        parts = _parts(saying, [c for c in told if c not in aside or counts(c)], view, index)
        said = parts if len(parts) > 1 else [_whole(saying, sentence, front or sentence, view, index)]
        found += [_framed(p, sentence, view) for p in said]
    return tuple(a for p in found for a in _aspects(p, saying, view, index))


def _parts(saying: Saying, own: Sequence[Sequence[Token]], view: View, index: StoryIndex) -> list[Proposition]:
    """The clauses that can be compared by a predicate or a figure, where there are two and more."""
    if len(own) < 2:
        return []
    telling = [clause for c in own if (clause := _clause(saying, c, view, index)).found or clause.counted]
    parts = [_proposition(clause, main=False) for clause in telling] if len(telling) > 1 else []
    return [p for p in parts if p.weight >= 2 and (p.quantities or p.axes)]


def _whole(
    saying: Saying, sentence: Sequence[Token], front: Sequence[Token], view: View, index: StoryIndex
) -> Proposition:
    """The sentence as one proposition, without what stands in its background where anything is left."""
    whole = _proposition(_clause(saying, front, view, index))
    if whole.weight or len(front) == len(sentence):
        return whole
    return _proposition(_clause(saying, sentence, view, index))


def _framed(p: Proposition, sentence: Sequence[Token], view: View) -> Proposition:
    """The proposition turned round, where the frame that does so (*ingenting tyder på at*) is another clause's."""
    frames = load_cues().negating_frames
    if not holds(plain(sentence), frames) or holds(plain(view.tokens(p.span)), frames):
        return p
    return replace(p, axes={a: -sign for a, sign in p.axes.items()}, negated=True)


def _aspects(p: Proposition, saying: Saying, view: View, index: StoryIndex) -> tuple[Proposition, ...]:
    """What happened, and how much it was."""
    if not any(q.what or q.low > 1 for q in p.quantities):
        return (p,)
    figures = _figures(p, saying, view, index)
    measured = any(q.what.split("/")[0] in LENGTHS for q in p.quantities)
    event = replace(p, quantities=(), counted=_is_counted(p, figures, view), measured=measured)
    return (event, *figures) if event.weight > BARE else figures


def _is_counted(p: Proposition, figures: Sequence[Proposition], view: View) -> bool:
    """True where a figure is what the clause's verb is told of."""
    tokens = view.tokens(p.span)
    return any(f.span == p.span and any(is_argument(q, tokens) for q in f.quantities) for f in figures)


def _figures(p: Proposition, saying: Saying, view: View, index: StoryIndex) -> tuple[Proposition, ...]:
    """One proposition for all figures told of one thing."""
    tokens = view.tokens(p.span)
    given = p.given or _counts_known(p.quantities, tokens)
    by_focus: dict[tuple[int, ...], tuple[tuple[Token, ...], list[Quantity]]] = {}
    for quantity in p.quantities:
        if _only_points(quantity, tokens):
            continue
        focus = figure_focus(quantity, tokens)
        by_focus.setdefault(tuple(t.index for t in focus), (focus, []))[1].append(quantity)
    found = []
    for focus, told in by_focus.values():
        own = p if len(focus) == len(tokens) else _proposition(_clause(saying, focus, view, index), main=p.main)
        found.append(
            replace(
                own,
                times=p.times,
                future=p.future,
                names=own.names if own is p else own.names | p.subjects,
                subjects=p.subjects,
                people=p.people,
                asked=p.asked,
                quantities=tuple(told),
                aspect="figure",
                given=given,
                measured=any(q.what.split("/")[0] in LENGTHS for q in told),
            )
        )
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Clause:
    """The tokens of a proposition with what is marked in them; ``named``: start, end and entity of each name.

    ``words``: the tokens' words in lower case; ``dated``: the days and clock times.
    """

    saying: Saying
    tokens: Sequence[Token]
    span: Span
    words: Set[str]
    view: View
    index: StoryIndex
    named: Sequence[tuple[int, int, str]]
    times: Sequence[Time]
    dated: Sequence[Span]
    found: Sequence[Hit]
    counted: Sequence[Quantity]


def _clause(saying: Saying, tokens: Sequence[Token], view: View, index: StoryIndex) -> _Clause:
    span = Span(tokens[0].start, tokens[-1].end) if tokens[0].start < tokens[-1].end else tokens[0].span
    starts = [t.start for t in tokens]
    named = [n for n in view.names_in(span) if any(n[0] <= at < n[1] for at in starts)]
    times = [t for t in view.times_in(span) if any(t.start <= at < t.end for at in starts)]
    dated = [t.span for t in times if t.type in ("DATE", "TIME")]
    words = frozenset([t.text.lower() for t in tokens])
    found, counted = hits(tokens), quantities(tokens, dated)
    return _Clause(saying, tokens, span, words, view, index, named, times, dated, found, counted)


def _proposition(clause: _Clause, main: bool = True) -> Proposition:
    cues = load_cues()
    saying, tokens, view, index = clause.saying, clause.tokens, clause.view, clause.index
    found, times, words = clause.found, clause.times, plain(tokens)
    axes = _axes(found, tokens, words) if found else {}
    for hit in found:
        for part in modifiers(tokens[hit.first]) if hit.last == hit.first + 1 else ():
            axes.setdefault(part.axis, part.sign)
    counted = _people(clause.counted, axes, tokens)
    meant = stood_for(saying, tokens, clause.named, view, index)
    names, subjects = _named_in(clause, meant)
    own_words = _own_words(clause, counted, meant)
    lead = _lead(found, tokens, axes)
    return Proposition(
        saying=saying.number,
        span=clause.span,
        words=with_parts(content_keys(own_words), index) | particle_verbs(own_words),
        axes=axes,
        names=names,
        subjects=subjects,
        quantities=counted,
        times=frozenset(t.value for t in times if t.type in ("DATE", "TIME")),
        negated=_is_turned(tokens, words) or _is_called_off(found),
        future=is_future(saying, tokens, words) or is_to_come(tokens, (t.value for t in times), saying.when),
        uncertain=holds(words, cues.uncertain),
        wished=holds(words, cues.wishes) or is_wished(tokens),
        lead=lead,
        roots=_roots(found, tokens),
        heads=frozenset(a for a, level in levels(found, tokens).items() if level == 0 and a in axes),
        given=clause_of_noun(tokens),
        answers=saying.stance in ("deny", "doubt") or _answers(saying),
        later=any(is_after(t.value, saying.when) for t in times),
        place=place_told(tokens, clause.named, view, index),
        past=is_past(tokens, words),
        people=frozenset(e for e in subjects if index.entities[e].type == "PER"),
        asked=saying.stance == "urge" or lead == ASKING,
        earlier=bool(times) and all(is_after(saying.when, t.value) for t in times),
        told=told_words(tokens, [(s, e, index.entities[n].type) for s, e, n in clause.named]),
        main=main,
    )


def _answers(saying: Saying) -> bool:
    """True where the holder *confirms* or *admits*."""
    return bool(saying.cue) and any(c in saying.cue for c in load_cues().answering_cues)


def _own_words(clause: _Clause, counted: Sequence[Quantity], meant: Mapping[int, str]) -> list[Token]:
    """The words that are no predicate, figure, name, time, nor stand for a name."""
    told = {n for h in clause.found for n in range(h.first, h.last)} | meant.keys()
    starts = [t.start for t in clause.tokens]
    about = (approximator(clause.tokens, starts.index(q.start)) for q in counted if q.start in starts)
    marked = [(q.start, q.end) for q in counted] + [(t.start, t.end) for told in about for t in told]
    marked += [(s, e) for s, e, _ in clause.named] + [(d.start, d.end) for d in clause.dated]
    for start, end in marked:
        told.update([n for n, t in enumerate(clause.tokens) if start <= t.start < end])
    return [t for n, t in enumerate(clause.tokens) if n not in told]


def _named_in(clause: _Clause, meant: Mapping[int, str]) -> tuple[frozenset[str], frozenset[str]]:
    """The entities that a clause names or means, and those of them that act; a passive's agent acts alone."""
    index, tokens, cues = clause.index, clause.tokens, load_cues()
    names = {index.base(e) for _, _, e in clause.named} | set(meant.values())
    subject = [t.start for t in tokens if t.dep in SUBJECTS]
    acting = {index.base(e) for s, end, e in clause.named if any(s <= at < end for at in subject)}
    if clause_of_noun(tokens):
        acting |= {index.base(e) for s, end, e in clause.named if s <= tokens[0].start < end}
    acting |= {e for n, e in meant.items() if tokens[n].dep in SUBJECTS}
    by_whom = agents(tokens)
    agent = {index.base(e) for s, end, e in clause.named if any(s <= t.start < end for t in by_whom)}
    agent |= {e for n, e in meant.items() if by_whom and tokens[n] in by_whom}
    subjects = agent or acting
    spoken_of = clause.words
    reported = not clause.saying.is_report and not clause.saying.direct
    if (reported and spoken_of & cues.third_person) or spoken_of & cues.first_person:
        spoken = spoken_for(clause.saying, clause.view, index)
        names |= spoken
        subjects |= spoken
    return frozenset(names), frozenset(subjects)


def _only_points(counted: Quantity, tokens: Sequence[Token]) -> bool:
    """True for *de to lederne*: a few whom the reader knows; not for *de to omkomne*, which tells how many."""
    if counted.low > FEW or not _counts_known((counted,), tokens):
        return False
    first = next(n for n, t in enumerate(tokens) if t.start == counted.start)
    return not hits(tokens[first : first + NAMED_BY])


def _counts_known(counted: Sequence[Quantity], tokens: Sequence[Token]) -> bool:
    """True for *dei 640 tilsette*: who they are and how many is taken for granted."""
    before = {b.start: a.text.lower() for a, b in pairwise(tokens)}
    return bool(counted) and all(before.get(q.start) in DEFINITE for q in counted)


def _people(found: Sequence[Quantity], axes: Mapping[str, int], tokens: Sequence[Token]) -> tuple[Quantity, ...]:
    """Bare figures of predicates that happen to people count people, and so do those that do something themselves."""
    people = bool(axes.keys() & load_cues().counts_people)
    return tuple(replace(q, unit=PERSON) if not q.what and (people or acts(q, tokens)) else q for q in found)


def _lead(found: Sequence[Hit], tokens: Sequence[Token], axes: Mapping[str, int]) -> str | None:
    """The axis of the word that heads the clause, if it is a verb."""
    verbs = (h for h in found if tokens[h.first].pos == "VERB" and is_root(tokens[h.first], tokens))
    return next((h.predicate.axis for h in verbs if h.predicate.axis in axes), None)


def _roots(found: Sequence[Hit], tokens: Sequence[Token]) -> frozenset[str]:
    """The axes of the predicates that hold the head of the clause."""
    return frozenset(h.predicate.axis for h in found if any(is_root(t, tokens) for t in tokens[h.first : h.last]))


def _axes(found: Sequence[Hit], tokens: Sequence[Token], words: str) -> dict[str, int]:
    """Axis to sign, turned round where the clause of its word is negated; ``words`` is what ``plain`` gives."""
    inside = {t.index: t for t in tokens}
    heads = {t.index for t in tokens if t.head not in inside or t.head == t.index or opens_clause(t)}
    negations = load_cues().negations
    negated = [owner_of(t, inside, heads) for t in tokens if t.text.lower() in negations]
    empty = holds(words, load_cues().empty_negations)
    framed = holds(words, load_cues().negating_frames)
    verbs = {owner for owner, h in ((owner_of(tokens[h.first], inside, heads), h) for h in found) if _heads(h, tokens)}
    axes: dict[str, int] = {}
    for hit in found:
        if _is_aspectual(hit, tokens):
            continue
        if tokens[hit.first].dep in SUBJECTS and owner_of(tokens[hit.first], inside, heads) in verbs and not framed:
            # *Alarmen virket ikke* denies that it worked, not that there was an alarm.
            axes.setdefault(hit.predicate.axis, hit.predicate.sign)
            continue
        times = 1 if framed else 0 if empty else negated.count(owner_of(tokens[hit.first], inside, heads))
        axes.setdefault(hit.predicate.axis, -hit.predicate.sign if times % 2 else hit.predicate.sign)
    if _is_called_off(found):
        axes |= {a: -sign for a, sign in axes.items() if a != CALLED_OFF}
    return axes


def _is_called_off(found: Sequence[Hit]) -> bool:
    """*Avlyste streiken*: there is none."""
    called = {(h.predicate.axis, h.predicate.sign) for h in found}
    return (CALLED_OFF, 1) in called and len({axis for axis, _ in called}) > 1


def _heads(hit: Hit, tokens: Sequence[Token]) -> bool:
    """True for a predicate that is or holds a verb or adjective, and so can be what a clause negates."""
    return any(t.pos in ("VERB", "ADJ") for t in tokens[hit.first : hit.last])


def _is_aspectual(hit: Hit, tokens: Sequence[Token]) -> bool:
    """*Begynte å brenne* tells when, not where and why, unless it is asked."""
    if hit.predicate.axis != "cause" or hit.last >= len(tokens) or tokens[hit.last].text.lower() != "å":
        return False
    return not any(t.text.lower() in load_cues().questions for t in tokens)


def is_negated(tokens: Sequence[Token]) -> bool:
    """True where a clause is turned round, by a negation or by the frame that it stands in."""
    return _is_turned(tokens, plain(tokens))


def _is_turned(tokens: Sequence[Token], words: str) -> bool:
    cues = load_cues()
    if holds(words, cues.negating_frames):
        return True
    odd = sum([t.text.lower() in cues.negations for t in tokens]) % 2 == 1
    return odd and not holds(words, cues.empty_negations)


__all__ = ["Aspect", "Proposition", "content_keys", "is_negated", "propositions"]
