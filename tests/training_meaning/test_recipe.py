"""The recipe of the table: vectors, training, storing. Needs the ``training`` group of dependencies."""

from pathlib import Path

import numpy as np
import pytest

from belegg.core.meaning import Telling, Word
from belegg.models.meaning import MOST_GRAMS, WordMeaning
from tests.training_meaning.samples import harbour
from training.meaning.measuring import by_meaning
from training.meaning.table import packed, save, start

SIZE = 500
TELLING = [("båten", "er", "stengt"), ("fartyet", "held", "lukka"), ("to", "er", "skadd"), ("#PER", "#num")]


def table(columns: int = 6, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).normal(0, 0.1, (SIZE, columns)).astype(np.float32)


def test_a_table_starts_with_random_columns_those_of_the_vectors_and_equal_weights() -> None:
    spread = np.random.default_rng(0).normal(0, 7, (SIZE, 4))
    first = start(spread)
    assert first.shape == (SIZE, 128 + 4 + 1)
    assert first[:, :-1].std() == pytest.approx(0.1, rel=1e-3)
    assert np.corrcoef(first[:, -2], spread[:, -1])[0, 1] == pytest.approx(1.0)
    assert not first[:, -1].any()
    assert np.array_equal(first, start(spread))


def test_what_is_stored_is_read_back_and_near_what_was_learned(tmp_path: Path) -> None:
    learned = table()
    save(packed(learned), tmp_path / "out" / "meaning.npz")
    stored = np.load(tmp_path / "out" / "meaning.npz")
    assert set(stored) == {"table", "scale"} and stored["table"].dtype == np.int8
    assert np.abs(stored["table"] * stored["scale"] - learned).mean() < 0.002


def test_words_that_stand_among_the_same_words_are_near() -> None:
    vectors = pytest.importorskip("training.meaning.vectors", reason="needs scipy", exc_type=ImportError)
    rng = np.random.default_rng(0)
    sea, court = [f"sjø{n}" for n in range(300)], [f"rett{n}" for n in range(300)]
    found = vectors.neighbours([tuple(rng.choice(words, 12)) for words in (sea, court) * 1000], 4)
    by_sea = np.array([word.startswith("sjø") for word in found.words])
    alike = found.matrix @ found.matrix.T
    assert alike[np.ix_(by_sea, by_sea)].mean() > 0.5
    assert abs(alike[np.ix_(by_sea, ~by_sea)].mean()) < 0.2
    spread = vectors.spread(found, SIZE)
    assert spread.shape == (SIZE, 4)


def test_training_encodes_as_the_program_does() -> None:
    contrast = pytest.importorskip("training.meaning.contrast", reason="needs jax", exc_type=ImportError)
    told = harbour()
    learned = table()
    batch = contrast._batch([told], SIZE, 0.0, np.random.default_rng(0))
    assert batch.grams.shape == (contrast.WORDS, MOST_GRAMS)
    vectors = np.asarray(contrast._summed(learned, batch.grams, batch.words, batch.real))
    shipped = WordMeaning(learned.view(), np.ones(learned.shape[1], np.float32))  # unrounded, so that they are equal
    for own, keys in zip(vectors, told.keys, strict=False):
        assert own == pytest.approx(sum(shipped._vector(key) for key in keys), abs=1e-4)
    beside = np.asarray(contrast._beside(vectors, batch.happening))
    assert np.linalg.norm(beside[: len(told.keys)], axis=1) == pytest.approx(1.0, abs=1e-3)
    assert beside[0] @ (vectors[0] - vectors[: len(told.keys)].mean(axis=0)) > 0


def test_claims_are_numbered_by_their_first_wording() -> None:
    contrast = pytest.importorskip("training.meaning.contrast", reason="needs jax", exc_type=ImportError)
    assert contrast._claims([harbour(), harbour()]) == [0, 0, 2, 2, 4, 5, 5, 7, 7, 9]


def test_a_wording_is_never_left_without_a_word() -> None:
    contrast = pytest.importorskip("training.meaning.contrast", reason="needs jax", exc_type=ImportError)
    rng = np.random.default_rng(0)
    assert contrast._thinned(("båten", "er"), 1.0, rng) == ("båten",)
    assert contrast._thinned(("båten", "er"), 0.0, rng) == ("båten", "er")


def test_training_brings_the_wordings_of_a_claim_together() -> None:
    contrast = pytest.importorskip("training.meaning.contrast", reason="needs jax", exc_type=ImportError)
    told = harbour()
    first = start(np.random.default_rng(0).normal(0, 1, (SIZE, 8)))
    settings = contrast.Settings(epochs=20, drop=0.0)
    before, after = (
        by_meaning(packed(learned))(told.keys) for learned in (first, contrast.trained(first, [told], settings))
    )
    for a, b in ((0, 1), (2, 3)):
        assert after(a, b) > max(before(a, b), 0.5)
    assert after(0, 2) < 0.0


def test_the_table_is_asked_as_the_program_asks_it() -> None:
    meaning = packed(table())
    words = [[Word(key, key) for key in keys] for keys in TELLING]
    telling = Telling([words], words, [(0, n) for n in range(len(words))])
    assert by_meaning(meaning)(TELLING)(0, 2) == pytest.approx(meaning.read(telling).between(0, 2))
