"""From a saying to the propositions in it: who, what, how many, when, with negation and modality taken out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from belegg.core.spans import Span
from belegg.core.words import Token
from belegg.reason._cues import holds, load_cues, plain
from belegg.reason._sayings import Saying
from belegg.reason._story import StoryIndex, View
from belegg.text.bridge import load_bridge
from belegg.text.numbers import PERSON, Quantity, load_number_words, quantities
from belegg.text.predicates import Hit, hits

CONTENT_POS = frozenset(("NOUN", "VERB", "ADJ", "PROPN", "X"))
CLAUSE_DEPS = frozenset(("conj", "advcl", "acl:relcl", "acl", "ccomp", "parataxis"))
SUBJECTS = frozenset(("nsubj", "nsubj:pass"))
SHORTEST_WORD = 3
DAY, YEAR = len("2024-03-05"), len("2024")
DEFINITE = frozenset(("de", "dei", "disse", "desse", "våre", "sine"))
BACKGROUND = frozenset(
    (
        "da",
        "då",
        "når",
        "mens",
        "medan",
        "idet",
        "etter",
        "før",
        "siden",
        "sidan",
        "innen",
        "innan",
        "hvis",
        "viss",
        "dersom",
    )
)

BARE = 1  # with so few things beside it, the figure is all that is told

Aspect = Literal["event", "figure"]


@dataclass(frozen=True, slots=True, eq=False)
class Proposition:
    """One comparable thing that a saying says. ``axes``: predicate axis to sign, negation not counted in.

    ``given`` is true for what is taken for granted (a relative clause), ``later`` where a time is after the
    article's day, ``earlier`` where all its times are before it.
    ``answers`` is true where the holder confirms, admits or denies what somebody else has said.
    ``lead`` is the axis of the clause's own verb, where that is a predicate; ``roots`` the axes of what heads it,
    a verb or not (*er stengt, var ute av drift*).
    ``words`` are bridge keys of the words that are no name, number or predicate; ``names`` and ``subjects`` entity ids.
    ``main`` is false for a single clause of a sentence. A sentence with figures gives two aspects, what happened and
    how much it was: *the board says no to 43 kroner a share* bears on the answer and on the price.
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
    given: bool = False
    later: bool = False
    earlier: bool = False
    answers: bool = False
    main: bool = True
    aspect: Aspect = "event"

    @property
    def weight(self) -> int:
        """How many things there are to compare by."""
        return len(self.words) + len(self.axes) + len(self.names) + len(self.quantities)


def propositions(saying: Saying, index: StoryIndex) -> tuple[Proposition, ...]:
    """The propositions of a saying: each clause with something of its own, or the sentence where there are no two."""
    view = index.view(saying.place.article)
    found: list[Proposition] = []
    for sentence in _sentences(saying, view):
        told = clauses(sentence)
        back = {t.index for c in told if _is_background(c) for t in c} | _told_behind(sentence)
        front = tuple(t for t in sentence if t.index not in back)
        whole = _proposition(saying, front or sentence, view, index)
        if whole.weight < 2 and len(front) < len(sentence):
            whole = _proposition(saying, sentence, view, index)
        parts = [_proposition(saying, c, view, index, main=False) for c in told if not _is_background(c) or _counts(c)]
        parts = [p for p in parts if p.weight >= 2 and (p.quantities or p.axes)]
        said = parts if len(parts) > 1 else [whole]
        found += [_framed(p, sentence, view) for p in said]
    return tuple(a for p in found for a in _aspects(p, view))


def _framed(p: Proposition, sentence: Sequence[Token], view: View) -> Proposition:
    """The proposition turned round, where the frame that does so (*ingenting tyder på at*) is another clause's."""
    frames = load_cues().negating_frames
    if not holds(plain(sentence), frames) or holds(plain(view.tokens(p.span)), frames):
        return p
    return replace(p, axes={a: -sign for a, sign in p.axes.items()}, negated=True)


def _counts(clause: Sequence[Token]) -> bool:
    """True where a clause has a figure, and so something of its own to say."""
    return any(t.pos == "NUM" for t in clause)


def _aspects(p: Proposition, view: View) -> tuple[Proposition, ...]:
    """What happened, and how much it was."""
    if not any(q.what or q.low > 1 for q in p.quantities):
        return (p,)
    given = p.given or _counts_known(p.quantities, view.tokens(p.span))
    event, figure = replace(p, quantities=()), replace(p, aspect="figure", given=given)
    return (event, figure) if event.weight > BARE else (figure,)


def _is_background(clause: Sequence[Token]) -> bool:
    """True for a clause that only tells when or on what condition."""
    return any(t.text.lower() in BACKGROUND and t.pos in ("SCONJ", "ADV", "ADP", "X") for t in clause[:2])


def _told_behind(sentence: Sequence[Token]) -> set[int]:
    """The words from *etter at, da, mens* to the next comma: what parsers miss of the clauses that only tell when."""
    found: set[int] = set()
    inside = False
    for number, token in enumerate(sentence):
        word = token.text.lower()
        following = sentence[number + 1].text.lower() if number + 1 < len(sentence) else ""
        opens = word in BACKGROUND and (token.pos == "SCONJ" or following == "at")
        inside = (inside and word != ",") or (number > 1 and opens)
        if inside:
            found.add(token.index)
    return found


def _sentences(saying: Saying, view: View) -> list[tuple[Token, ...]]:
    """The content's tokens, sentence by sentence."""
    groups: dict[int, list[Token]] = {}
    for span in saying.spans:
        for token in view.tokens(span):
            sentence = view.sentence_of(token.start)
            groups.setdefault(sentence.first if sentence else 0, []).append(token)
    return [_with_antecedent(tokens, view) for _, tokens in sorted(groups.items())]


def _with_antecedent(tokens: Sequence[Token], view: View) -> tuple[Token, ...]:
    """A relative clause that is told alone, with the noun before it that it says something of."""
    first = tokens[0]
    if first.text.lower() != "som":
        return tuple(tokens)
    inside = {t.index for t in tokens}
    heads = [t for t in tokens if t.dep.startswith("acl") and t.head not in inside]
    return (view.doc[Token][heads[0].head], *tokens) if heads else tuple(tokens)


def clauses(tokens: Sequence[Token], infinitives: bool = False) -> list[tuple[Token, ...]]:
    """The tokens of each clause of a sentence; a relative clause takes the noun that it says something of with it.

    An infinitive has no subject of its own and belongs to the verb that governs it, unless ``infinitives`` is true.
    """
    inside = {t.index: t for t in tokens}
    heads = {t.index for t in tokens if t.head not in inside or t.head == t.index or _opens_clause(t, infinitives)}
    owner = {t.index: _owner(t, inside, heads) for t in tokens}
    parted: dict[int, list[Token]] = {}
    for token in tokens:
        parted.setdefault(owner[token.index], []).append(token)
    for head, clause in parted.items():
        if inside[head].dep == "acl:relcl" and inside[head].head in inside:
            clause.insert(0, inside[inside[head].head])
    return [tuple(c) for c in parted.values()]


def _opens_clause(token: Token, infinitives: bool = False) -> bool:
    """True for the head of a clause."""
    if token.has("VerbForm=Inf") and not infinitives:
        return False
    return token.dep in CLAUSE_DEPS and token.pos in ("VERB", "AUX", "ADJ")


def _owner(token: Token, inside: Mapping[int, Token], heads: set[int]) -> int:
    seen: set[int] = set()
    while token.index not in heads and token.index not in seen:
        seen.add(token.index)
        token = inside[token.head]
    return token.index


def _proposition(
    saying: Saying, tokens: Sequence[Token], view: View, index: StoryIndex, main: bool = True
) -> Proposition:
    cues = load_cues()
    span = Span(tokens[0].start, tokens[-1].end) if tokens[0].start < tokens[-1].end else tokens[0].span
    own = {t.index for t in tokens}
    named = [n for n in view.names_in(span) if any(n[0] <= t.start < n[1] for t in tokens)]
    times = [t for t in view.times_in(span) if any(t.start <= w.start < t.end for w in tokens)]
    dated = [t.span for t in times if t.type in ("DATE", "TIME")]
    found = hits(tokens)
    words = plain(tokens)
    told = {n for h in found for n in range(h.first, h.last)}
    axes = _axes(found, tokens)
    counted = _people(quantities(tokens, dated), axes)
    plain_words = [
        t for n, t in enumerate(tokens)
        if n not in told and not any(q.start <= t.start < q.end for q in counted)
        and not any(s <= t.start < e for s, e, _ in named) and not any(d.start <= t.start < d.end for d in dated)
    ]  # fmt: skip
    names = {index.base(e) for _, _, e in named}
    subjects = {index.base(e) for s, end, e in named if any(_is_subject(t, s, end) for t in tokens if t.index in own)}
    if clause_of_noun(tokens):
        subjects |= {index.base(e) for s, end, e in named if s <= tokens[0].start < end}
    reported = not saying.is_report and not saying.direct and any(t.text.lower() in cues.third_person for t in tokens)
    if reported or any(t.text.lower() in cues.first_person for t in tokens):
        spoken = _spoken_for(saying, view, index)
        names |= spoken
        subjects |= spoken
    return Proposition(
        saying=saying.number,
        span=span,
        words=content_keys(plain_words),
        axes=axes,
        names=frozenset(names),
        subjects=frozenset(subjects),
        quantities=counted,
        times=frozenset(t.value for t in times if t.type in ("DATE", "TIME")),
        negated=is_negated(tokens),
        future=_is_future(saying, tokens, words) or _is_to_come(tokens, (t.value for t in times), saying.when),
        uncertain=holds(words, cues.uncertain),
        wished=holds(words, cues.wishes),
        lead=_lead(found, tokens, axes),
        roots=_roots(found, tokens),
        given=clause_of_noun(tokens),
        answers=saying.stance in ("deny", "doubt") or any(c in saying.cue for c in cues.answering_cues),
        later=any(_is_after(t.value, saying.when) for t in times),
        earlier=bool(times) and all(_is_after(saying.when, t.value) for t in times),
        main=main,
    )


def _is_future(saying: Saying, tokens: Sequence[Token], words: str) -> bool:
    """Told as to come, by its own words or by its holder's stance; a relative clause tells what is so already."""
    cues = load_cues()
    if holds(words, cues.hearsay):
        return False
    return holds(words, cues.future) or (saying.stance in ("expect", "promise") and not clause_of_noun(tokens))


def _is_to_come(tokens: Sequence[Token], times: Iterable[str], when: str) -> bool:
    """True for the present tense with a time to come: *de går til streik mandag*."""
    if any(t.has("Tense=Past") or t.has("VerbForm=Part") for t in tokens):
        return False
    return any(t.has("Tense=Pres") for t in tokens) and any(_is_after(value, when) for value in times)


def _is_after(value: str, when: str) -> bool:
    """True for a time after the day of writing, as far as both tell."""
    length = min(len(value), len(when), DAY)
    return length >= YEAR and value[:length] > when[:length] and value[:YEAR].isdigit()


def _counts_known(counted: Sequence[Quantity], tokens: Sequence[Token]) -> bool:
    """True for *dei 640 tilsette*: who they are and how many is taken for granted."""
    before = {b.start: a.text.lower() for a, b in pairwise(tokens)}
    return bool(counted) and all(before.get(q.start) in DEFINITE for q in counted)


def _people(found: Sequence[Quantity], axes: Mapping[str, int]) -> tuple[Quantity, ...]:
    """Bare figures of predicates that happen to people count people."""
    people = bool(axes.keys() & load_cues().counts_people)
    return tuple(replace(q, unit=PERSON) if people and not q.what else q for q in found)


def _lead(found: Sequence[Hit], tokens: Sequence[Token], axes: Mapping[str, int]) -> str | None:
    """The axis of the word that heads the clause, if it is a verb."""
    verbs = (h for h in found if tokens[h.first].pos == "VERB" and _is_root(tokens[h.first], tokens))
    return next((h.predicate.axis for h in verbs if h.predicate.axis in axes), None)


def _roots(found: Sequence[Hit], tokens: Sequence[Token]) -> frozenset[str]:
    """The axes of the predicates that hold the head of the clause."""
    return frozenset(h.predicate.axis for h in found if any(_is_root(t, tokens) for t in tokens[h.first : h.last]))


def _is_root(token: Token, tokens: Sequence[Token]) -> bool:
    return token.head == token.index or all(t.index != token.head for t in tokens)


def clause_of_noun(tokens: Sequence[Token]) -> bool:
    """True for a noun and a relative clause of which it is the subject."""
    return len(tokens) > 1 and any(t.text.lower() == "som" and t.dep in SUBJECTS for t in tokens[:3])


def _is_subject(token: Token, start: int, end: int) -> bool:
    return start <= token.start < end and token.dep in SUBJECTS


def _spoken_for(saying: Saying, view: View, index: StoryIndex) -> set[str]:
    """The entities of those who say *I* or *we*."""
    found = (view.entity_at(p.referent) for p in saying.holders)
    return {index.base(e) for e in found if e}


def content_keys(tokens: Iterable[Token]) -> frozenset[str]:
    """Bridge keys of the words that carry content."""
    cues, bridge, measures = load_cues(), load_bridge(), load_number_words()
    keys = set()
    for token in tokens:
        lower, lemma = token.text.lower(), token.lemma.lower()
        if lower in measures.units or lower in measures.multipliers:
            continue
        if token.pos not in CONTENT_POS or len(lower) < SHORTEST_WORD or not lower[0].isalpha():
            continue
        if lower in cues.light or lemma in cues.light or lower in cues.pointers:
            continue
        keys.add(bridge.key(lemma if token.pos != "X" else lower))
    return frozenset(keys - cues.light_keys)


def _axes(found: Sequence[Hit], tokens: Sequence[Token]) -> dict[str, int]:
    """Axis to sign, turned round where the clause of its word is negated."""
    inside = {t.index: t for t in tokens}
    heads = {t.index for t in tokens if t.head not in inside or t.head == t.index or _opens_clause(t)}
    negated = [_owner(t, inside, heads) for t in tokens if t.text.lower() in load_cues().negations]
    empty = holds(plain(tokens), load_cues().empty_negations)
    framed = holds(plain(tokens), load_cues().negating_frames)
    verbs = {owner for owner, h in ((_owner(tokens[h.first], inside, heads), h) for h in found) if _heads(h, tokens)}
    axes: dict[str, int] = {}
    for hit in found:
        if _is_aspectual(hit, tokens):
            continue
        if tokens[hit.first].dep in SUBJECTS and _owner(tokens[hit.first], inside, heads) in verbs and not framed:
            # *Alarmen virket ikke* denies that it worked, not that there was an alarm.
            axes.setdefault(hit.predicate.axis, hit.predicate.sign)
            continue
        times = 1 if framed else 0 if empty else negated.count(_owner(tokens[hit.first], inside, heads))
        axes.setdefault(hit.predicate.axis, -hit.predicate.sign if times % 2 else hit.predicate.sign)
    return axes


def _heads(hit: Hit, tokens: Sequence[Token]) -> bool:
    """True for a predicate that is or holds a verb or adjective, and so can be what a clause negates."""
    return any(t.pos in ("VERB", "ADJ") for t in tokens[hit.first : hit.last])


def _is_aspectual(hit: Hit, tokens: Sequence[Token]) -> bool:
    """*Begynte å brenne* tells when, not where and why, unless it is asked."""
    following = tokens[hit.last].text.lower() if hit.last < len(tokens) else ""
    asked = any(t.text.lower() in load_cues().questions for t in tokens)
    return hit.predicate.axis == "cause" and following == "å" and not asked


def is_negated(tokens: Sequence[Token]) -> bool:
    """True where a clause is turned round, by a negation or by the frame that it stands in."""
    cues = load_cues()
    words = plain(tokens)
    if holds(words, cues.negating_frames):
        return True
    if holds(words, cues.empty_negations):
        return False
    return sum(t.text.lower() in cues.negations for t in tokens) % 2 == 1
