"""The bridge: cognates of the two standards get one key, other words do not."""

import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from belegg.text.bridge import load_bridge
from tests.shared import shared

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "bridge.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("nb", "nn", "why"), ROWS)
def test_cognates_share_a_key(nb: str, nn: str, why: str) -> None:
    bridge = load_bridge()
    assert bridge.key(nb) == bridge.key(nn), why


@pytest.mark.parametrize(
    ("one", "other"),
    [("bil", "båt"), ("sier", "nekter"), ("øst", "vest"), ("tolv", "elleve"), ("mandag", "tirsdag"), ("42", "43")],
)
def test_other_words_keep_their_own_key(one: str, other: str) -> None:
    bridge = load_bridge()
    assert bridge.key(one) != bridge.key(other)


def test_function_words_are_told_from_content_words() -> None:
    bridge = load_bridge()
    assert all(bridge.is_function(bridge.key(w)) for w in ("ikkje", "frå", "hadde", "og"))
    assert not any(bridge.is_function(bridge.key(w)) for w in ("brann", "veke", "7", "tysdag"))


@given(st.text(min_size=1, max_size=30))
def test_any_word_has_a_key_and_case_does_not_matter(word: str) -> None:
    bridge = load_bridge()
    assert bridge.key(word) == bridge.key(word)
    assert bridge.key(word.lower()) == bridge.key(word.lower().lower())
    assert isinstance(bridge.key(word), str)


def test_aligned_sentences_agree_in_most_words() -> None:
    path = shared("data/nb-nn-pairs/nb_nn_test.tsv.gz")
    bridge = load_bridge()
    equal = words = 0
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line, _ in zip(lines, range(400), strict=False):
            nb, nn = (
                [bridge.key(w.strip(".,:;!?«»–")) for w in side.split()] for side in line.rstrip("\n").split("\t")
            )
            equal += len(set(nb) & set(nn))
            words += min(len(set(nb)), len(set(nn)))
    assert equal / words > 0.9
