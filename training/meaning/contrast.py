"""Trains a table so that wordings of one claim come near each other, and far from the happening's other claims.

The loss is the supervised contrastive one (Khosla et al. 2020), within each happening and over all happenings of a
step. What a happening's wordings have in common is taken off first: it tells which happening it is, not which claim.
The encoder is the shipped one (``belegg.models.meaning``), in JAX, which finds the gradient.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import jax  # type: ignore[import-not-found, unused-ignore]  # only training needs it
import jax.numpy as jnp  # type: ignore[import-not-found, unused-ignore]
import numpy as np
from numpy.typing import NDArray

from belegg.models.meaning import MOST_GRAMS, START, rows
from training.meaning.words import Keys, Told

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]
LONGEST = 24  # words of a wording that are seen
AT_ONCE = 8  # happenings of a step
# A step's wordings and its different words are filled up to a multiple of these, so that few sizes are compiled.
ROWS, WORDS = 128, 1024
NOWHERE = AT_ONCE  # the happening of what fills up


@dataclass(frozen=True, slots=True)
class Settings:
    """``across``: the weight of the loss over all happenings of a step; ``drop``: the share of words left out."""

    epochs: int = 6
    rate: float = 0.01
    temperature: float = 0.1
    across: float = 0.5
    drop: float = 0.3
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Batch:
    """Wordings of a few happenings.

    ``grams``: different words x n-grams, rows of the table (its size where none); ``words``: wordings x words, places
    in ``grams``; ``real``: 1 where a word stands; ``claim`` and ``happening``: numbers, ``NOWHERE`` for what fills up.
    """

    grams: Ints
    words: Ints
    real: Floats
    claim: Ints
    happening: Ints


def trained(start: Floats, told: Sequence[Told], settings: Settings) -> Floats:
    """The table after training; ``start`` and the result: rows x (dimensions + 1), the last column for the weight."""
    rng = np.random.default_rng(settings.seed)
    table = jnp.asarray(start)
    first, second = jnp.zeros_like(table), jnp.zeros_like(table)
    whole = settings.epochs * -(-len(told) // AT_ONCE)
    gradient = jax.jit(jax.value_and_grad(partial(_loss, temperature=settings.temperature, across=settings.across)))
    step = 0
    for epoch in range(settings.epochs):
        losses = []
        for batch in _batches(told, len(start), settings.drop, rng):
            step += 1
            loss, slope = gradient(table, *_arrays(batch))
            rate = settings.rate * min(1.0, step / 20) * max(0.02, 1 - step / whole)
            table, first, second = _adam(table, first, second, slope, step, rate)
            losses.append(float(loss))
        print(f"epoch {epoch + 1}: loss {np.mean(losses):.3f}", flush=True)
    return np.asarray(table, np.float32)


def _batches(told: Sequence[Told], size: int, drop: float, rng: np.random.Generator) -> Iterator[Batch]:
    order = rng.permutation(len(told))
    for n in range(0, len(order), AT_ONCE):
        yield _batch([told[i] for i in order[n : n + AT_ONCE]], size, drop, rng)


def _batch(told: Sequence[Told], size: int, drop: float, rng: np.random.Generator) -> Batch:
    texts = [_thinned(keys, drop, rng) for own in told for keys in own.keys]
    known = {key: n for n, key in enumerate(dict.fromkeys(key for keys in texts for key in keys))}
    count = _filled(len(texts), ROWS)
    grams = np.full((_filled(len(known), WORDS), MOST_GRAMS), size, np.int32)
    for key, n in known.items():
        own = rows(key, size)
        grams[n, : len(own)] = own
    words, real = np.zeros((count, LONGEST), np.int32), np.zeros((count, LONGEST), np.float32)
    for n, keys in enumerate(texts):
        words[n, : len(keys)] = [known[key] for key in keys]
        real[n, : len(keys)] = 1
    claim, happening = np.arange(count, dtype=np.int32), np.full(count, NOWHERE, np.int32)
    claim[: len(texts)] = _claims(told)
    happening[: len(texts)] = [n for n, own in enumerate(told) for _ in own.keys]
    return Batch(grams, words, real, claim, happening)


def _thinned(keys: Keys, drop: float, rng: np.random.Generator) -> Keys:
    """A wording without some of its words, never without all."""
    kept = tuple(key for key in keys if rng.random() >= drop) or keys[:1]
    return kept[:LONGEST]


def _claims(told: Sequence[Told]) -> list[int]:
    """A number for each wording's claim: the place of its first wording, its own where it belongs to none."""
    owners = [(n, w.claim) for n, own in enumerate(told) for w in own.happening.wordings]
    first: dict[tuple[int, int | None], int] = {}
    return [n if owner[1] is None else first.setdefault(owner, n) for n, owner in enumerate(owners)]


def _filled(count: int, step: int) -> int:
    return -(-count // step) * step


def _arrays(batch: Batch) -> tuple[Any, ...]:
    return batch.grams, batch.words, batch.real, batch.claim, batch.happening


def _summed(table: Any, grams: Any, words: Any, real: Any) -> Any:
    """Wordings x dimensions: the sum of the words' vectors, each by its weight, as ``WordMeaning`` has it."""
    known = (grams < len(table)).astype(table.dtype)
    rows_of = jnp.concatenate([table, jnp.zeros((1, table.shape[1]), table.dtype)])
    vectors = (rows_of[grams] * known[..., None]).sum(1) / jnp.sqrt(jnp.maximum(known.sum(1), 1))[:, None]
    weight = jax.nn.softplus(vectors[:, -1] + START)[words] * real
    return (vectors[words][..., :-1] * weight[..., None]).sum(1)


def _beside(summed: Any, happening: Any) -> Any:
    """Wordings beside what their happening has in common, at length one."""
    member = jax.nn.one_hot(happening, AT_ONCE)
    common = (member.T @ summed) / jnp.maximum(member.sum(0), 1)[:, None]
    beside = summed - member @ common
    return beside / jnp.sqrt((beside**2).sum(1, keepdims=True) + 1e-6)


def _loss(
    table: Any, grams: Any, words: Any, real: Any, claim: Any, happening: Any, *, temperature: float, across: float
) -> Any:
    vectors = _beside(_summed(table, grams, words, real), happening)
    alike = vectors @ vectors.T / temperature
    other = ~jnp.eye(len(claim), dtype=bool)
    told = happening < NOWHERE
    same = (claim[:, None] == claim[None]) & other
    within = (happening[:, None] == happening[None]) & told[:, None] & other
    return _contrast(alike, same, within) + across * _contrast(alike, same, told[:, None] & told[None] & other)


def _contrast(alike: Any, same: Any, among: Any) -> Any:
    """How improbable a wording finds the others of its claim among those it is set against, on average."""
    whole = jax.nn.logsumexp(jnp.where(among, alike, -1e9), axis=1)
    count = same.sum(1)
    lost = whole - jnp.where(same, alike, 0).sum(1) / jnp.maximum(count, 1)
    return jnp.where(count > 0, lost, 0).sum() / jnp.maximum((count > 0).sum(), 1)


@jax.jit  # type: ignore[untyped-decorator, unused-ignore]
def _adam(table: Any, first: Any, second: Any, slope: Any, step: Any, rate: Any) -> tuple[Any, Any, Any]:
    """One step of Adam (Kingma and Ba 2015)."""
    first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
    size = jnp.sqrt(second / (1 - 0.999**step)) + 1e-6
    return table - rate * first / (1 - 0.9**step) / size, first, second
