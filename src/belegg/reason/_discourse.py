"""What leans on its neighbours: *opplysningene*, *det stemmer ikke*, a quotation that goes on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from belegg.reason._cues import holds, load_cues, plain
from belegg.reason._origins import Source, same_source
from belegg.reason._propositions import Proposition
from belegg.reason._sayings import Saying
from belegg.reason._story import StoryIndex
from belegg.text.predicates import hits

FARTHEST = 12  # sayings back that a pointer may reach
MOST_TOLD = 100  # sayings of a predicate, the earliest, that a denial of any such is compared with
SHORT = 2  # an answer with so few things of its own is about what was said before
THIN = 1  # a saying with so few things to compare by may lean on the one before it

_TELLING = frozenset(("assert", "allege", "expect", "promise"))

How = Literal["answers", "goes on", "says of any"]


@dataclass(frozen=True, slots=True)
class Leaning:
    """``saying`` belongs to the claim of one of ``on``, as an answer to it or as its continuation.

    ``each``: to the claims of all of them (*påstandene*). What *says of any* may bring what says the same with it.
    """

    saying: int
    on: tuple[int, ...]
    how: How
    each: bool = False


@dataclass(frozen=True, slots=True)
class Talk:
    """The sayings of one article in order, with what they say and whose they are."""

    sayings: Sequence[Saying]
    said: Mapping[int, tuple[Proposition, ...]]
    sources: Mapping[int, Source]
    index: StoryIndex

    def words(self, saying: Saying) -> str:
        """The words of a saying, to look for phrases in."""
        view = self.index.view(saying.place.article)
        return plain(t for s in saying.spans for t in view.tokens(s))

    def weight(self, saying: Saying) -> int:
        """How many things the saying has to compare by."""
        return sum(p.weight for p in self.said[saying.number] if p.main)


def leanings(talk: Talk) -> tuple[Leaning, ...]:
    """The leaning sayings of one article and what they lean on."""
    found = []
    for position, saying in enumerate(talk.sayings):
        on = _answered(talk, position)
        if on:
            many = len(on) > 1 and not saying.is_display and _points_at_many(talk, saying)
            found.append(Leaning(saying.number, tuple(s.number for s in on), "answers", many))
            continue
        before = _continued(talk, position)
        if before is not None:
            found.append(Leaning(saying.number, (before.number,), "goes on"))
    return tuple(found)


def of_any(sayings: Sequence[Saying], said: Mapping[int, tuple[Proposition, ...]], index: StoryIndex) -> list[Leaning]:
    """Those who deny, or say nothing of, *any bid*, *a possible bid*: about what the story tells of a bid."""
    telling: dict[str, list[tuple[int, Proposition]]] = {}
    for saying in sayings:
        if saying.stance in _TELLING:
            for p in said[saying.number]:
                for axis in () if p.negated else p.heads:
                    telling.setdefault(axis, []).append((saying.number, p))
    found = []
    for saying in sayings:
        for p in said[saying.number]:
            one = _any_axis(saying, p, index)
            near = telling.get(one, [])[:MOST_TOLD] if one else []
            on = [n for n, q in near if n != saying.number and _could_be_one(p, q)]
            if on:
                found.append(Leaning(saying.number, tuple(dict.fromkeys(on)), "says of any"))
                break
    return found


def _any_axis(saying: Saying, p: Proposition, index: StoryIndex) -> str | None:
    """The predicate of which a denial or refusal speaks in general: *ikke mottatt noe bud*."""
    if saying.is_display or not (p.negated or saying.stance in ("deny", "decline", "doubt")):
        return None
    tokens = index.view(saying.place.article).tokens(p.span)
    for hit in hits(tokens):
        before = {t.text.lower() for t in tokens[max(0, hit.first - 2) : hit.first]}
        if hit.predicate.axis in p.heads and tokens[hit.first].pos == "NOUN" and before & load_cues().any_words:
            return hit.predicate.axis
    return None


def _could_be_one(a: Proposition, b: Proposition) -> bool:
    """False where they are told of different actors."""
    return not (a.subjects and b.subjects) or bool(a.subjects & b.names or b.subjects & a.names)


def _points_at_many(talk: Talk, saying: Saying) -> bool:
    """True for *påstandene*."""
    return not load_cues().plural_pointers.isdisjoint(talk.words(saying).split())


def _answered(talk: Talk, position: int) -> list[Saying]:
    """What a saying that only points back, or answers in one word, may be about."""
    saying = talk.sayings[position]
    cues = load_cues()
    words = talk.words(saying)
    if holds(words, cues.denying_answers) or holds(words, cues.confirming_answers):
        return _run(talk, position) if talk.weight(saying) <= SHORT else []
    if any(p.uncertain for p in talk.said[saying.number]) and not cues.figure_words.isdisjoint(words.split()):
        return [s for s in talk.sayings[:position] if any(p.quantities for p in talk.said[s.number])][-1:]
    if any(p.uncertain for p in talk.said[saying.number]) and talk.weight(saying) <= 1:
        return [s for s in talk.sayings[:position] if s.stance in _TELLING][-1:]
    if saying.stance in ("deny", "doubt") and talk.weight(saying) <= 1 and not _by_its_noun(talk, position):
        return _run(talk, position)
    if not _is_phrase(talk, saying):
        return _denied(talk, position) if saying.stance == "deny" else []
    named = _by_its_noun(talk, position)
    if named is not None or saying.is_report:
        return [named] if named is not None else []
    if not cues.matters.isdisjoint(words.split()):
        return _matter(talk, position) or _run(talk, position)
    return _run(talk, position) if any(f" {p} " in words for p in cues.pointers) else []


def _denied(talk: Talk, position: int) -> list[Saying]:
    """What a denial in its own words may answer: of what another source said right before, what it shares most with."""
    run = _run(talk, position)
    own = _stems(talk.said[talk.sayings[position].number])
    return sorted(run, key=lambda s: (len(own & _stems(talk.said[s.number])), s.number))[-1:]


def _matter(talk: Talk, position: int) -> list[Saying]:
    """What the article is about (*saken*): what its headline and lead tell."""
    return [s for s in talk.sayings[:position] if s.kind in ("title", "lead") and s.stance in _TELLING]


def _is_phrase(talk: Talk, saying: Saying) -> bool:
    """True for content without a verb: a noun phrase that stands for a proposition told elsewhere."""
    view = talk.index.view(saying.place.article)
    tokens = [t for s in saying.spans for t in view.tokens(s)]
    return len(tokens) <= 6 and not any(t.pos in ("VERB", "AUX") and ("VerbForm=Fin" in t.feats) for t in tokens)


def _by_its_noun(talk: Talk, position: int) -> Saying | None:
    """The saying of the article, nearest before or else after, that has most of the phrase's own words."""
    saying = talk.sayings[position]
    wanted = _stems(talk.said[saying.number])
    if not wanted:
        return None
    best: tuple[int, int, Saying] | None = None
    for number, other in enumerate(talk.sayings):
        if (
            number == position
            or other.stance in ("decline", "urge")
            or (_is_phrase(talk, other) and other.stance != "expect")
        ):
            continue
        shared = len(wanted & _stems(talk.said[other.number]))
        rank = (shared, -abs(position - number), other)
        if 2 * shared > len(wanted) and (best is None or rank[:2] > best[:2]):
            best = rank
    return best[2] if best else None


def _stems(found: Sequence[Proposition]) -> set[str]:
    return {w[:5] for p in found for w in p.words} | {a for p in found for a in p.axes}


def _run(talk: Talk, position: int) -> list[Saying]:
    """The sayings right before that come from one other source; under a headline, what the headline and lead tell."""
    saying = talk.sayings[position]
    if saying.kind in ("title", "lead"):
        return [s for s in talk.sayings[:position] if s.kind in ("title", "lead") and s.stance in _TELLING]
    run: list[Saying] = []
    for other in reversed(talk.sayings[max(0, position - FARTHEST) : position]):
        if other.is_display != saying.is_display and run:
            break
        if other.stance in ("decline", "urge") or other.inside or _is_plain_report(other):
            continue
        if same_source(talk.sources[other.number], talk.sources[saying.number]):
            if run:
                break
            continue
        if run and not same_source(talk.sources[other.number], talk.sources[run[-1].number]):
            break
        run.append(other)
    return run[::-1]


def _is_plain_report(saying: Saying) -> bool:
    return saying.is_report and saying.stance != "allege"


def _continued(talk: Talk, position: int) -> Saying | None:
    """The saying by the same source right before a quotation that adds nothing to compare by, or keeps its stance."""
    saying = talk.sayings[position]
    if saying.is_report or saying.inside or position == 0:
        return None
    source = talk.sources[saying.number]
    near = (s for s in reversed(talk.sayings[:position]) if not s.is_report and saying.block - s.block <= 1)
    before = next((s for s in near if same_source(talk.sources[s.number], source)), None)
    if before is None or before.place.span.overlaps(saying.place.span):
        return None
    if not saying.direct:
        return None
    if before.stance in ("decline", "deny", "doubt", "promise"):
        return before
    if not before.direct:
        return before  # told first in the article's words, then in the source's own: mostly one and the same thing
    words = talk.words(saying).split()
    leans = words[:1] and words[0] in load_cues().leaning
    return before if leans or talk.weight(saying) <= THIN or not load_cues().such.isdisjoint(words) else None
