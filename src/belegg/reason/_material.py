"""What the claims of a story are made of: sayings, their propositions, sources and units, and how near they are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from belegg.core.comparison import Passage
from belegg.core.each import Each, one_by_one
from belegg.reason._arrays import Floats, Numbers, in_parts
from belegg.reason._cues import plain
from belegg.reason._origins import Source, Sources, same_source
from belegg.reason._pairs import Rarity, Setting, candidates, rarity, score
from belegg.reason._propositions import Proposition, propositions
from belegg.reason._sayings import Saying, gather
from belegg.reason._story import StoryIndex
from belegg.reason._units import Unit, units
from belegg.reason._wordings import Told, Wordings


@dataclass(frozen=True)
class Material:
    """What drafts are made of, looked up by saying number; ``outlets``: article to the key of who publishes it."""

    sayings: Sequence[Saying]
    said: Mapping[int, tuple[Proposition, ...]]
    sources: Mapping[int, Source]
    units: Sequence[Unit]
    words: Mapping[int, str]
    outlets: Mapping[str, str]

    def setting(self, left: int, right: int) -> Setting:
        """Where two sayings stand to each other."""
        a, b = self.sayings[left], self.sayings[right]
        source = same_source(self.sources[left], self.sources[right])
        article = a.place.article == b.place.article
        running = article and not a.is_display and not b.is_display
        return Setting(source, running and (source or a.is_report or b.is_report), source and article)

    @cached_property
    def props(self) -> Sequence[Proposition]:
        """What is compared: the propositions of every unit."""
        return [p for unit in self.units for p in unit.propositions]

    @cached_property
    def owners(self) -> Sequence[int]:
        """The number of the unit of each of ``props``."""
        return [n for n, unit in enumerate(self.units) for _ in unit.propositions]

    @cached_property
    def rare(self) -> Rarity:
        """How telling each key is in this story."""
        return rarity([unit.propositions for unit in self.units])

    @cached_property
    def alignable(self) -> tuple[Numbers, Numbers]:
        """Pairs of ``props`` of different units that share a key, the lower number first."""
        return candidates(self.props, self.owners)

    @cached_property
    def aligned(self) -> Floats:
        """What speaks for each of the ``alignable`` pairs being one by their words."""
        return in_parts(self.wordings.scores, *self.alignable)

    @cached_property
    def told(self) -> Told:
        """Where each of ``props`` stands."""
        return Told([self.sayings[p.saying] for p in self.props], [self.sources[p.saying] for p in self.props])

    @cached_property
    def wordings(self) -> Wordings:
        """``wording`` of very many pairs."""
        return Wordings(self.props, self.rare, self.told)

    def wording(self, left: int, right: int) -> float:
        """What speaks for two of ``props`` (the lower number first) being one by their words."""
        pair = left * len(self.props) + right
        at = int(self._pairs.searchsorted(pair))
        if at < len(self._pairs) and self._pairs[at] == pair:
            return float(self.aligned[at])
        a, b = self.props[left], self.props[right]
        return score(a, b, self.rare, self.setting(a.saying, b.saying))

    @cached_property
    def _pairs(self) -> Numbers:
        """The ``alignable`` pairs as one number each, in order."""
        left, right = self.alignable
        return left * len(self.props) + right

    @cached_property
    def unit_of(self) -> Mapping[int, int]:
        """Saying number to the number of its unit."""
        return {n: number for number, unit in enumerate(self.units) for n in unit.sayings}


def material_of(
    index: StoryIndex, articles: Sequence[str], passages: Sequence[Passage], each: Each = one_by_one
) -> Material:
    """What the claims of these articles can be made of."""
    sayings = gather(index, articles)
    sources = Sources(index, passages, sayings)
    told = each(lambda saying: (propositions(saying, index), sources.of(saying)), sayings)
    said = {s.number: own for s, (own, _) in zip(sayings, told, strict=True)}
    words = {s.number: plain(t for span in s.spans for t in index.view(s.place.article).tokens(span)) for s in sayings}
    return Material(
        sayings=sayings,
        said=said,
        sources={s.number: source for s, (_, source) in zip(sayings, told, strict=True)},
        units=units(sayings, said, passages, words),
        words=words,
        outlets={a: sources.outlet_key(a) for a in index.views},
    )
