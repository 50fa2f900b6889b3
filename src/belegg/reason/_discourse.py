"""What leans on its neighbours: *opplysningene*, *det stemmer ikke*, a quotation that goes on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from belegg.core.words import Token
from belegg.reason._cues import holds, load_cues
from belegg.reason._propositions import Proposition
from belegg.reason._sayings import Saying
from belegg.reason._source import same_source
from belegg.reason._story import StoryIndex
from belegg.reason._talk import OWN_WORDS, POINTING, TELLING, Talk, denied_before, run_before
from belegg.reason._wording import content_keys
from belegg.text.predicates import hits

MOST_TOLD = 100  # sayings of a predicate, the earliest, that a denial of any such is compared with
SHORT = 2  # an answer with so few things of its own is about what was said before
OF_NOUN = 4  # words after a noun in which its *of what* stands
THIN = 1  # a saying with so few things to compare by may lean on the one before it

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
        if saying.stance in TELLING:
            for p in said[saying.number]:
                for axis in () if p.negated else p.heads:
                    telling.setdefault(axis, []).append((saying.number, p))
    found = []
    for saying in sayings:
        for p in said[saying.number]:
            one, which = _any_axis(saying, p, index) or ("", frozenset[str]())
            near = telling.get(one, [])[:MOST_TOLD] if one else []
            on = [n for n, q in near if n != saying.number and _could_be_one(p, q) and which <= q.words]
            if on:
                found.append(Leaning(saying.number, tuple(dict.fromkeys(on)), "says of any"))
                break
    return found


def _any_axis(saying: Saying, p: Proposition, index: StoryIndex) -> tuple[str, frozenset[str]] | None:
    """The predicate of which a denial or refusal speaks in general, *ikke mottatt noe bud*, and what tells which:
    *noe varsel over høyttaleren* is of no other warning."""
    if saying.is_display or not (p.negated or saying.stance in ("deny", "decline", "doubt")):
        return None
    tokens = index.view(saying.place.article).tokens(p.span)
    if load_cues().any_words.isdisjoint([t.text.lower() for t in tokens]):
        return None
    for hit in hits(tokens):
        before = {t.text.lower() for t in tokens[max(0, hit.first - 2) : hit.first]}
        if hit.predicate.axis in p.heads and tokens[hit.first].pos == "NOUN" and before & load_cues().any_words:
            return hit.predicate.axis, content_keys(_of_noun(tokens, hit.first)) & p.words
    return None


def _of_noun(tokens: Sequence[Token], noun: int) -> list[Token]:
    """What stands with a noun to tell which it is: its adjectives, and the noun of a preposition right after it."""
    found = [t for t in tokens if t.head == tokens[noun].index and t.pos == "ADJ"]
    after = tokens[noun + 1 : noun + 1 + OF_NOUN]
    if after and after[0].pos == "ADP":
        found += [t for t in after if t.pos == "NOUN"][:1]
    return found


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
        return run_before(talk, position) if talk.weight(saying) <= SHORT else []
    if any(p.uncertain for p in talk.said[saying.number]) and not cues.figure_words.isdisjoint(words.split()):
        return [s for s in talk.sayings[:position] if any(p.quantities for p in talk.said[s.number])][-1:]
    if any(p.uncertain for p in talk.said[saying.number]) and talk.weight(saying) <= 1:
        return [s for s in talk.sayings[:position] if s.stance in TELLING][-1:]
    if saying.stance in ("deny", "doubt") and talk.weight(saying) <= 1 and not _by_its_noun(talk, position):
        return _denied(talk, position)
    if not _is_phrase(talk, saying):
        return _denied(talk, position) if saying.stance == "deny" else []
    named = _by_its_noun(talk, position)
    if named is not None or saying.is_report:
        return [named] if named is not None else []
    if not cues.matters.isdisjoint(words.split()):
        return _matter(talk, position) or run_before(talk, position)
    if not any(f" {p} " in words for p in cues.pointers):
        return []
    return _denied(talk, position) if saying.stance == "deny" else run_before(talk, position)


def _denied(talk: Talk, position: int) -> list[Saying]:
    """What a denial answers; of *påstandene*, all that was said right before."""
    saying = talk.sayings[position]
    if not _is_phrase(talk, saying):
        return denied_before(talk, position, OWN_WORDS)
    found = denied_before(talk, position, POINTING)
    run = run_before(talk, position) if found and _points_at_many(talk, saying) else []
    return run if len(run) > 1 else found


def _matter(talk: Talk, position: int) -> list[Saying]:
    """What the article is about (*saken*): what its headline and lead tell."""
    return [s for s in talk.sayings[:position] if s.kind in ("title", "lead") and s.stance in TELLING]


def _is_phrase(talk: Talk, saying: Saying) -> bool:
    """True for content without a verb: a noun phrase that stands for a proposition told elsewhere."""
    view = talk.index.view(saying.place.article)
    tokens = [t for s in saying.spans for t in view.tokens(s)]
    return len(tokens) <= 6 and not any(t.pos in ("VERB", "AUX") and ("VerbForm=Fin" in t.feats) for t in tokens)


def _by_its_noun(talk: Talk, position: int) -> Saying | None:
    """The saying of the article, nearest before or else after, that has most of the phrase's own words."""
    saying = talk.sayings[position]
    wanted = talk.stems(saying)
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
        shared = len(wanted & talk.stems(other))
        rank = (shared, -abs(position - number), other)
        if 2 * shared > len(wanted) and (best is None or rank[:2] > best[:2]):
            best = rank
    return best[2] if best else None


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
