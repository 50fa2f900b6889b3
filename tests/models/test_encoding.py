"""An encoder that was put together reads as spaCy's own layers do."""

from typing import Any

import numpy as np
import pytest
import spacy
from spacy.ml.models.tok2vec import MaxoutWindowEncoder, MultiHashEmbed, build_Tok2Vec_model
from thinc.api import Model, fix_random_seed

from belegg.models.encoding import encode_at_once

TEXTS = ("Ferja gjekk på grunn ved Nes tysdag kveld.", "Nei.", "Kven?")


def encoder() -> Model[Any, Any]:
    """A small encoder of drawn weights."""
    fix_random_seed(7)
    embed = MultiHashEmbed(width=16, attrs=["NORM", "SHAPE"], rows=[50, 50], include_static_vectors=False)
    model = build_Tok2Vec_model(embed, MaxoutWindowEncoder(width=16, window_size=1, maxout_pieces=3, depth=3))
    nlp = spacy.blank("nb")
    model.initialize(X=[nlp(text) for text in TEXTS])
    return model


def test_the_numbers_are_those_of_the_layers() -> None:
    docs = [spacy.blank("nb")(text) for text in TEXTS]
    model = encoder()
    before = model.predict(docs)
    encode_at_once(model)
    after = model.predict(docs)
    assert all(np.allclose(a, b, atol=1e-5) for a, b in zip(before, after, strict=True))
    assert sum(len(rows) for rows in after) == sum(map(len, docs))


def test_it_is_for_reading_only() -> None:
    model = encoder()
    encode_at_once(model)
    with pytest.raises(ValueError, match="cannot be trained"):
        model.begin_update([spacy.blank("nb")(TEXTS[0])])
