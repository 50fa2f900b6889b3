"""Trains one half of the pipeline with a learning rate that falls to zero and averaged weights."""

from __future__ import annotations

import math
import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.training import Example
from thinc.api import Adam, fix_random_seed

from training.corpus import Document
from training.examples import Noise, noisy, training_examples
from training.vectors import load_floret

RAMP = 0.05


def standard_weights(documents: list[Document], size: int = 400) -> dict[str, float]:
    """Log odds (nn against nb) of the words that tell the two standards apart best."""
    counts: dict[str, Counter[str]] = {"nb": Counter(), "nn": Counter()}
    for document in documents:
        if document.part == "train":
            counts[document.standard].update(
                word.form.lower() for sent in document.sents for word in sent.words if word.form[0].islower()
            )
    totals = {standard: sum(counter.values()) for standard, counter in counts.items()}
    scored = {}
    for word in counts["nb"].keys() | counts["nn"].keys():
        rates = {key: (counts[key][word] + 0.5) / totals[key] for key in counts}
        odds = math.log(rates["nn"] / rates["nb"])
        scored[word] = (abs(odds) * (rates["nn"] + rates["nb"]), round(max(-4.0, min(4.0, odds)), 2))
    best = sorted(scored, key=lambda word: (-scored[word][0], word))[:size]
    return {word: scored[word][1] for word in sorted(best) if abs(scored[word][1]) > 1}


def _batches(examples: list[Example], size: int, rng: random.Random) -> Iterator[list[Example]]:
    order = examples[:]
    rng.shuffle(order)
    batch: list[Example] = []
    words = 0
    for item in order:
        batch.append(item)
        words += len(item.predicted)
        if words >= size:
            yield batch
            batch, words = [], 0
    if batch:
        yield batch


def rate(progress: float, peak: float) -> float:
    """Warm-up over the first twentieth, then a half cosine down to nearly zero."""
    if progress < RAMP:
        return peak * progress / RAMP
    return peak * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * (progress - RAMP) / (1 - RAMP))))


@dataclass(frozen=True, slots=True)
class Settings:
    """How long and how hard to train. ``words`` is the batch size, ``variants`` how many noisy copies take turns.

    ``stop`` ends before the learning rate has fallen to zero, for a model that only teaches another one.
    """

    steps: int
    peak: float
    dropout: float
    noise: Noise = noisy
    words: int = 1000
    variants: int = 2
    seed: int = 1
    stop: int | None = None


def train(
    nlp: Language,
    documents: list[Document],
    settings: Settings,
    *,
    out: Path,
    vectors: Path,
    silver: Sequence[Document] = (),
    initialise: bool = True,
) -> None:
    """Trains for a fixed number of steps and writes the pipeline to ``out``; half of ``silver`` goes to each copy.

    Without ``initialise`` the pipeline goes on from the weights it has.
    """
    fix_random_seed(settings.seed)
    rng = random.Random(settings.seed)
    nlp.vocab.vectors = load_floret(vectors, nlp.vocab.strings)
    nlp.get_pipe("written_standard").weights = standard_weights(documents)  # type: ignore[attr-defined]
    gold = [document for document in documents if document.part == "train"]
    copies = [
        training_examples(nlp, [*gold, *rng.sample(silver, len(silver) // 2)], rng, settings.noise)
        for _ in range(settings.variants)
    ]
    sample = rng.sample(copies[0], min(len(copies[0]), 12000))
    if initialise:
        nlp.initialize(lambda: sample)
    else:
        _remember_lemma_trees(nlp)
    optimizer = Adam(settings.peak, L2=0.01, L2_is_weight_decay=True, grad_clip=1.0, use_averages=True)
    started = time.time()
    last = settings.stop or settings.steps
    for step, batch in enumerate(islice(_endless(copies, settings.words, rng), last)):
        losses: dict[str, float] = {}
        optimizer.learn_rate = rate(step / settings.steps, settings.peak)
        nlp.update(batch, drop=settings.dropout, sgd=optimizer, losses=losses)
        if step % 200 == 199:
            report = " ".join(f"{name} {value:.0f}" for name, value in losses.items())
            print(f"step {step + 1} of {settings.steps}, {time.time() - started:.0f} s, {report}", flush=True)
        if step % 1000 == 999 or step + 1 == last:
            with nlp.use_params(optimizer.averages):
                nlp.to_disk(out)


def _remember_lemma_trees(nlp: Language) -> None:
    """A lemmatiser read from disk no longer knows which label its trees have, and would learn nothing."""
    if nlp.has_pipe("trainable_lemmatizer"):
        lemmatizer: Any = nlp.get_pipe("trainable_lemmatizer")
        lemmatizer.tree2label = {tree: label for label, tree in enumerate(lemmatizer.cfg["labels"])}


def _endless(copies: Sequence[list[Example]], words: int, rng: random.Random) -> Iterator[list[Example]]:
    for copy in cycle(copies):
        yield from _batches(copy, words, rng)
