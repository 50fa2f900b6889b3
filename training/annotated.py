"""Annotated stories as the recipes of weights read them: each folder's texts built as one story, beside its gold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from belegg.app.build import Tools, build
from belegg.core.dossier import Dossier
from belegg.core.spans import Place, Span
from belegg.evaluate import Gold, read_gold
from belegg.evaluate.parties import Party, keys_of
from belegg.evaluate.regions import Region
from belegg.models.language import load_identifier
from belegg.models.lazy import load_linguist
from belegg.read import read
from belegg.reason._story import StoryIndex, index_story

STORIES = Path(__file__).parent / "stories"


@dataclass(frozen=True)
class Annotated:
    """``keys``: the program's article id to the gold's key of the article."""

    gold: Gold
    dossier: Dossier
    index: StoryIndex
    keys: Mapping[str, str]

    @property
    def articles(self) -> tuple[str, ...]:
        """The program's ids of all articles, in the dossier's order."""
        return tuple(self.keys)

    def party(self, entity: str) -> Party:
        """One whom the program found, by the names that the articles give."""
        known = self.index.entities[entity]
        names = (known.name, *(self.index.text(m) for m in known.mentions if m.article in self.index.views))
        return Party((), keys_of(names), known.type == "PER")

    def meant(self, told: Any) -> Party:
        """A gold place or participant: the id of an entity, a name, or an object with either."""
        entry = told if isinstance(told, dict) else {"entity": told}
        entity = entry.get("entity")
        name = entry.get("name") or (None if entity in self.gold.entities else entity)
        return self.gold.party({"entity": entity, "resolved": name}, None)

    def region(self, article: str, spans: Sequence[Span]) -> Region:
        """Spans of an article as places in the gold's texts."""
        return tuple(Place(self.keys[article], s.start, s.end) for s in spans)


def read_story(folder: Path) -> Annotated:
    """A story folder, all its articles taken as one story. Raises BadGoldError where it has no gold."""
    gold = read_gold([folder])[0]
    dossier = build(read(sorted(str(a.path) for a in gold.articles.values())), Tools(load_linguist, load_identifier()))
    named = {a.path.name: key for key, a in gold.articles.items()}
    keys = {d.id: named[Path(d.article.source).name] for d in dossier.documents}
    return Annotated(gold, dossier, index_story(tuple(keys), dossier.documents, dossier.entities), keys)


def stories_below(folders: Sequence[Path]) -> Iterator[tuple[Path, Annotated]]:
    """Each folder with each of the stories in or below it."""
    for folder in folders:
        for gold in sorted(folder.rglob("gold.json")):
            yield folder, read_story(gold.parent)


def stories_with_claims(folders: Sequence[Path]) -> Iterator[tuple[Path, Annotated]]:
    """Those of them whose claims are annotated."""
    return ((folder, story) for folder, story in stories_below(folders) if story.gold.data.get("claims"))
