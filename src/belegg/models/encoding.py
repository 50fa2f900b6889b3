"""What the encoders make of a word among its neighbours: the layers of spaCy's ``MaxoutWindowEncoder.v2`` in one go.

Each layer sees a word with its neighbours, takes the largest of three sums for each number, levels them and adds them
to what it saw (Kim 2014; Goodfellow et al. 2013; Ba et al. 2016; He et al. 2016). The numbers are those of spaCy's own
layers but for rounding (the words of the shipped model are the same); what a gradient would need is not kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from thinc.api import Model

_NEVER_ZERO = 1e-08  # added to the variance, as thinc does
_WINDOW = 1  # words to each side


@dataclass(frozen=True, slots=True)
class _Layer:
    """``weights``: (pieces x width) rows, piece by piece; ``bias`` likewise; ``gain`` and ``shift``: width."""

    weights: Any
    bias: Any
    gain: Any
    shift: Any

    @classmethod
    def of(cls, layer: Model[Any, Any]) -> _Layer:
        """The parameters of ``residual(expand_window >> maxout >> layernorm >> dropout)``."""
        named = {part.name: part for part in layer.walk()}
        maxout, level = named["maxout"], named["layernorm"]
        weights: Any = maxout.get_param("W")
        bias: Any = maxout.get_param("b")
        by_piece = np.ascontiguousarray(weights.transpose(1, 0, 2)).reshape(-1, weights.shape[2])
        return cls(by_piece, bias.T.reshape(-1), level.get_param("G"), level.get_param("b"))

    def __call__(self, seen: Any, rows: Any) -> Any:
        """``rows`` (words x width) after this layer; ``seen``: each word's row between its neighbours'."""
        width = rows.shape[1]
        sums = seen @ self.weights.T
        sums += self.bias
        best = np.maximum(sums[:, :width], sums[:, width : 2 * width])
        for start in range(2 * width, sums.shape[1], width):
            np.maximum(best, sums[:, start : start + width], out=best)
        best -= best.mean(axis=1, keepdims=True)
        best *= (np.add.reduce(best * best, axis=1, keepdims=True) / np.float32(width) + _NEVER_ZERO) ** -0.5
        best *= self.gain
        best += self.shift
        best += rows
        return best


def encode_at_once(tok2vec: Model[Any, Any]) -> None:
    """Puts the layers of an encoder (spaCy's ``Tok2Vec.v2``) together; for reading, not for training."""
    old = tok2vec.layers[1]
    layers, pad = [_Layer.of(layer) for layer in old.layers[0].layers], old.attrs["pad"]
    ops: Any = old.ops

    def forward(model: Model[Any, Any], tables: list[Any], is_train: bool) -> tuple[list[Any], Any]:
        if is_train:
            raise ValueError("an encoder that was put together cannot be trained")
        rows = ops.flatten(tables, pad=pad)
        for layer in layers:
            rows = layer(ops.seq2col(rows, _WINDOW), rows)
        return ops.unflatten(rows, [len(table) for table in tables], pad=pad), lambda gradient: []

    tok2vec.layers[1] = Model("encoded", forward)
