"""Whose words an article's own are: the outlet's, the agency's that it carries, or those of who had them first."""

import re
from collections.abc import Sequence
from pathlib import PurePath

from belegg.core.article import Article
from belegg.core.comparison import Passage
from belegg.core.spans import Place
from belegg.reason._story import StoryIndex


class Outlets:
    """Finds the outlet or agency behind a place of an article; what it looks up is made once."""

    def __init__(self, index: StoryIndex, passages: Sequence[Passage]) -> None:
        self._index = index
        self._organisations: dict[str, str] = {}
        for entity in index.entities.values():
            if entity.type == "ORG":
                self._organisations.setdefault(_squashed(entity.name), entity.id)
        self._passages: dict[str, list[tuple[Place, Passage]]] = {}
        for passage in passages:
            for member in passage.members:
                self._passages.setdefault(member.article, []).append((member, passage))
        self._at: dict[Place, Passage | None] = {}  # what has been looked up: the same places are asked for often

    def own(self, place: Place) -> tuple[str, str]:
        """The outlet of an article, or the agency or first outlet of the passage that the place stands in."""
        credited = self.credited(place)
        article = self.first_to_print(place)
        name = credited or article.outlet or ""
        if not name:
            return f"article:{article.doc or article.id}", PurePath(article.source).stem
        entity = self._organisations.get(_squashed(name))
        return (f"entity:{entity}" if entity else f"outlet:{_squashed(name)}"), name

    def first_to_print(self, place: Place) -> Article:
        """The article that had the words first: copies are one origin, also where nobody can tell who copied whom."""
        passage = self._passage_at(place)
        candidates = (passage.earliest or "", *(m.article for m in passage.members)) if passage else ()
        known = next((c for c in candidates if c in self._index.views), place.article)
        return self._index.view(known).article

    def credited(self, place: Place) -> str | None:
        """The agency of the passage that the place stands in, or of the article that had it first."""
        passage = self._passage_at(place)
        if passage and passage.agency:
            return passage.agency
        article = self.first_to_print(place)
        if article.credits and (passage or not article.bylines) and _only_agency(article.credits):
            return article.credits[0]
        return None

    def _passage_at(self, place: Place) -> Passage | None:
        """The passage that holds the greater part of a place."""
        if place not in self._at:
            held, span = self._passages.get(place.article, ()), place.span
            self._at[place] = next((p for m, p in held if 2 * m.span.shared(span) >= len(span) > 0), None)
        return self._at[place]


def _only_agency(credits: Sequence[str]) -> bool:
    return len(credits) == 1


def _squashed(name: str) -> str:
    """A name in lower case without blanks and hyphens: *Storvik Avis* and *storvikavis*."""
    return re.sub(r"[\W_]+", "", name.lower())
