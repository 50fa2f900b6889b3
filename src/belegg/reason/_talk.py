"""The sayings of one article in order: who spoke before whom, and which of it a denial answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from belegg.core.judgement import Feature, total
from belegg.reason._cues import plain
from belegg.reason._propositions import Proposition
from belegg.reason._sayings import Saying
from belegg.reason._source import Source, same_source
from belegg.reason._story import StoryIndex

FARTHEST = 12  # sayings back that a pointer may reach
TELLING = frozenset(("assert", "allege", "expect", "promise"))
STEM = 5  # letters by which inflected words are compared
NEAR = 3  # blocks

# What speaks for a saying being the one that a denial after it answers. Rounded from a logistic regression over the
# 186 denials of 93 annotated stories, of which 104 answer one of the twelve sayings before them.
W_LAST = 0.3  # of those who spoke last
W_NEAR = 0.6  # in the same block or one of the three before
W_NEXT = 1.4  # divided by how many sayings back
W_UNNAMED = 1.0  # an unnamed source: those are what is answered
W_HEARSAY = 0.9  # *skal ha gjort*
W_SHARED = 0.6  # for each word or predicate of both, up to two
W_ABOUT = 0.8  # it tells of the one who denies
W_OWN_VOICE = -1.2  # the outlet tells it in its own voice
W_TITLE = 1.5
W_LEAD = 0.8
W_PERSON = -0.7  # a named person's word
POINTING = 1.4  # the least for what only points (*anklagene*), of which more than half point right then
OWN_WORDS = 1.8  # and for a denial in its own words, which may as well deny something that nobody in the article said


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

    def stems(self, saying: Saying) -> set[str]:
        """The beginnings of its words, and its predicates."""
        found = self.said[saying.number]
        return {w[:STEM] for p in found for w in p.words} | {a for p in found for a in p.axes}


def run_before(talk: Talk, position: int) -> list[Saying]:
    """The sayings right before that come from one other source; under a headline, what the headline and lead tell."""
    saying = talk.sayings[position]
    if saying.kind in ("title", "lead"):
        return [s for s in talk.sayings[:position] if s.kind in ("title", "lead") and s.stance in TELLING]
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


def denied_before(talk: Talk, position: int, least: float) -> list[Saying]:
    """The saying that a denial answers, of those before it by somebody else; none where none has ``least``."""
    saying = talk.sayings[position]
    if saying.is_display:
        return run_before(talk, position)
    last = run_before(talk, position)
    best: tuple[float, int, Saying] | None = None
    for back, other in enumerate(reversed(talk.sayings[max(0, position - FARTHEST) : position]), 1):
        if other.stance in ("decline", "urge", "deny", "doubt"):
            continue
        if same_source(talk.sources[other.number], talk.sources[saying.number]):
            continue
        worth = total(answers(talk, saying, other, back, other in last))
        if worth >= least and (best is None or worth > best[0]):
            best = (worth, back, other)
    return [best[2]] if best else []


def answers(talk: Talk, denial: Saying, other: Saying, back: int, last: bool) -> tuple[Feature, ...]:
    """What speaks for a denial answering a saying so many back. ``last``: of those who spoke last before it."""
    source = talk.sources[other.number]
    shared = min(2, len(talk.stems(denial) & talk.stems(other)))
    near = denial.block - other.block <= NEAR
    found = (
        ("near", (W_NEAR if near else 0.0) + W_NEXT / back, f"{back} back"),
        ("last", W_LAST if last else 0.0, "who spoke last"),
        ("unnamed", W_UNNAMED if source.kind == "anonymous" else 0.0, source.name),
        ("hearsay", W_HEARSAY if other.stance == "allege" else 0.0, "hearsay"),
        ("shared", W_SHARED * shared, "words of both"),
        ("about", W_ABOUT if _tells_of(talk, other, denial) else 0.0, "about the one who denies"),
        ("own voice", W_OWN_VOICE if other.is_report else 0.0, "the outlet's own voice"),
        ("title", W_TITLE if other.kind == "title" else W_LEAD if other.kind == "lead" else 0.0, "title or lead"),
        ("person", W_PERSON if source.kind == "person" else 0.0, source.name),
    )
    return tuple(Feature(name, weight, detail) for name, weight, detail in found if weight)


def _tells_of(talk: Talk, other: Saying, denial: Saying) -> bool:
    """True where a saying tells of the one who denies, by name or by the noun that the denial has for it."""
    source = talk.sources[denial.number]
    entities = {key.removeprefix("entity:") for key in (source.key, source.body) if key.startswith("entity:")}
    if any(not entities.isdisjoint(p.names) for p in talk.said[other.number]):
        return True
    own = {w[:STEM] for h in denial.holders for w in h.name.lower().split() if len(w) >= STEM}
    return not own.isdisjoint(w[:STEM] for w in talk.words(other).split())
