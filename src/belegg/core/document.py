"""An article with its layers."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar, cast

from belegg.core.article import Article

Layer = TypeVar("Layer")


@dataclass(frozen=True, slots=True)
class Document:
    """An article and the layers found so far, fetched by type: ``doc[Token] -> tuple[Token, ...]``.

    A layer that no stage has added yet is a KeyError; an empty one is ``()``.
    """

    article: Article
    layers: Mapping[type, tuple[object, ...]] = field(default_factory=dict)

    def __getitem__(self, layer: type[Layer]) -> tuple[Layer, ...]:
        return cast("tuple[Layer, ...]", self.layers[layer])

    def __contains__(self, layer: type) -> bool:
        return layer in self.layers

    def adding(self, layer: type[Layer], items: tuple[Layer, ...]) -> "Document":
        """The document with one layer more (or one replaced)."""
        return replace(self, layers={**self.layers, layer: items})

    @property
    def id(self) -> str:
        """The article's id."""
        return self.article.id

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text
