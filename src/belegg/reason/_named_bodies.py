"""Which body is meant where none is told: the one named near a spokesman, and what *the company* stands for."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence

from belegg.core.annotation import Party
from belegg.reason._sayings import Saying
from belegg.reason._source import MEDIA
from belegg.reason._story import StoryIndex

PUBLIC = re.compile(
    r"(?:verket|direktoratet|tilsynet|distrikt|vesen|vesenet|sentralen|kommisjon|kommisjonen|kommune|departementet|retten|rett|etaten)$"
)
AROUND = 12  # sayings on each side in which a firm's people may speak
FARTHEST = 3  # blocks before a spokesman's name in which the body may stand
Named = list[tuple[int, str]]


def cited(sayings: Iterable[Saying], who: Callable[[Party, Saying], str | None]) -> frozenset[str]:
    """The outlets and agencies, as entity ids, that the articles cite; ``who``: the entity of a holder or relay."""
    told = ((p, s) for s in sayings for p in (*s.holders, *s.chain) if p.kind in MEDIA)
    return frozenset(e for p, s in told if (e := who(p, s)))


class NamedBodies:
    """The bodies that a story's articles name; ``is_body`` tells whether an entity (its id) is one.

    ``cited``: the outlets and agencies that the articles cite.
    """

    def __init__(self, index: StoryIndex, is_body: Callable[[str], bool], cited: Collection[str] = ()) -> None:
        self._index = index
        self._is_body = is_body
        self._cited = cited

    def beside(self, person: str) -> str | None:
        """The body that most of the articles name near a person: in the same block, else in the blocks before.

        None where that is an outlet that they cite: it stands there for having told something, not as the employer.
        """
        seen = self._seen(person)
        near = Counter(b for article, start in seen if (b := self._in_block(article, start)))
        near = near or Counter(b for article, start in seen if (b := self._before(article, start)))
        likely = max(near, key=lambda b: near[b], default=None)
        return None if likely in self._cited else likely

    def company(self, article: str, start: int) -> str | None:
        """What *the company* stands for: the organisation last named before, else the most named; no authority."""
        found = [(s, e) for s, e in self._in(article) if not self._is_public(e)]
        before = [e for s, e in found if s < start]
        counts = Counter(e for _, e in found)
        return before[-1] if before else max(sorted(counts), key=lambda e: counts[e], default=None)

    def spoken_for(
        self,
        saying: Saying,
        in_order: Sequence[Saying],
        who: Callable[[Party, Saying], str | None],
        body_of: Callable[[str], str],
    ) -> str | None:
        """What *the company* stands for in an article that names none: the one that people speak for there.

        ``in_order``: the story's sayings; ``who``: the entity of a holder; ``body_of``: the key of a person's body.
        """
        near = in_order[max(0, saying.number - AROUND) : saying.number + AROUND]
        here = ((h, s) for s in near if s.place.article == saying.place.article for h in s.holders)
        bodies = {body_of(e) for h, s in here if (e := who(h, s))}
        firms = [e for b in bodies if (e := b.removeprefix("entity:")) != b and not self._is_public(e)]
        return firms[0] if len(firms) == 1 else None

    def _in(self, article: str) -> Named:
        return [(s, self._index.base(e)) for s, _, e in self._index.view(article).names if self._is_body(e)]

    def _seen(self, person: str) -> list[tuple[str, int]]:
        """Where a person is first named in each article."""
        mentions = self._index.entities[person].mentions
        first = {m.article: m.start for m in sorted(mentions, key=lambda m: -m.start) if m.article in self._index.views}
        return sorted(first.items())

    def _in_block(self, article: str, start: int) -> str | None:
        """The organisation last named in the same block before a place, else the only one that the article tells of."""
        view = self._index.view(article)
        block, bodies = view.block_at(start), self._in(article)
        near = [e for s, e in bodies if s < start and view.block_at(s) == block]
        told = {e for _, e in bodies}
        return near[-1] if near else told.pop() if len(told) == 1 else None

    def _before(self, article: str, start: int) -> str | None:
        """The organisation last named in the blocks before a place: no authority, where another one is named there."""
        view = self._index.view(article)
        here = view.block_at(start)
        named = [e for s, e in self._in(article) if s < start and here - view.block_at(s) <= FARTHEST]
        firms = [e for e in named if not self._is_public(e)]
        return next(reversed(firms or named), None)

    def _is_public(self, entity: str) -> bool:
        return PUBLIC.search(self._index.entities[entity].name.lower()) is not None
