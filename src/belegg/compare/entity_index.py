"""From a place in an article to the entity that is named there."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable

from belegg.core.comparison import Entity
from belegg.core.spans import Span


class EntityIndex:
    """Looks entities up by place. Built once per build; mentions of one article lie sorted by where they start."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._mentions: dict[str, list[tuple[int, int, Entity]]] = defaultdict(list)
        self._longest: dict[str, int] = defaultdict(int)
        self._by_id: dict[str, Entity] = {}
        for entity in entities:
            self._by_id[entity.id] = entity
            for place in entity.mentions:
                self._mentions[place.article].append((place.start, place.end, entity))
                self._longest[place.article] = max(self._longest[place.article], place.end - place.start)
        for mentions in self._mentions.values():
            mentions.sort(key=lambda m: m[:2])

    def get(self, entity_id: str) -> Entity | None:
        """The entity with that id, if there is one."""
        return self._by_id.get(entity_id)

    def entity_of(self, article_id: str, span: Span) -> Entity | None:
        """The entity whose mention shares most with the span; at a tie the mention that is no longer than needed."""
        best = max(
            self._near(article_id, span), default=None, key=lambda m: (span.shared(Span(m[0], m[1])), m[0] - m[1])
        )
        return best[2] if best else None

    def _near(self, article_id: str, span: Span) -> list[tuple[int, int, Entity]]:
        mentions = self._mentions.get(article_id, [])
        at = bisect_right(mentions, span.start - self._longest[article_id], key=lambda m: m[0]) if mentions else 0
        found = []
        while at < len(mentions) and mentions[at][0] < span.end:
            if mentions[at][1] > span.start:
                found.append(mentions[at])
            at += 1
        return found
