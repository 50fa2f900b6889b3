"""The two halves of the pipeline, each with its own encoder: syntax and names."""

from __future__ import annotations

from typing import Any

from belegg.models.norwegian import BothStandards

WIDTH = 96
SYNTAX_ATTRS = ["NORM", "PREFIX", "SUFFIX", "SHAPE", "TAG"]
SYNTAX_ROWS = [7000, 2500, 3500, 1500, 8, 64]
SYNTAX_WIDTHS = [96, 64, 96, 48, 8, 16]
NAMES_ATTRS = ["ORTH", "NORM", "PREFIX", "SUFFIX", "SHAPE", "TAG"]
NAMES_ROWS = [5000, 5000, 2500, 3500, 1500, 8, 64]
NAMES_WIDTHS = [96, 96, 64, 64, 48, 8, 32]


def _encoder(attrs: list[str], rows: list[int], widths: list[int]) -> dict[str, Any]:
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "belegg.WordFeatures.v1",
            "width": WIDTH,
            "attrs": attrs,
            "rows": rows,
            "widths": widths,
            "include_static_vectors": True,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": WIDTH,
            "depth": 4,
            "window_size": 1,
            "maxout_pieces": 3,
        },
    }


def _listener() -> dict[str, Any]:
    return {"@architectures": "spacy.Tok2VecListener.v1", "width": WIDTH, "upstream": "tok2vec"}


def _tagger() -> dict[str, Any]:
    return {"@architectures": "spacy.Tagger.v2", "nO": None, "normalize": False, "tok2vec": _listener()}


def _transitions(state: str, hidden: int, pieces: int, tok2vec: dict[str, Any]) -> dict[str, Any]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": state,
        "extra_state_tokens": False,
        "hidden_width": hidden,
        "maxout_pieces": pieces,
        "use_upper": True,
        "nO": None,
        "tok2vec": tok2vec,
    }


def syntax() -> BothStandards:
    """Standard, encoder, tags and features, lemmas, trees (which also split sentences)."""
    nlp = BothStandards()
    nlp.add_pipe("written_standard")
    nlp.add_pipe("tok2vec", config={"model": _encoder(SYNTAX_ATTRS, SYNTAX_ROWS, SYNTAX_WIDTHS)})
    nlp.add_pipe("morphologizer", config={"model": _tagger(), "extend": False, "overwrite": True})
    nlp.add_pipe("trainable_lemmatizer", config={"model": _tagger(), "min_tree_freq": 3, "top_k": 1})
    nlp.add_pipe("parser", config={"model": _transitions("parser", 128, 2, _listener()), "min_action_freq": 20})
    return nlp


def names() -> BothStandards:
    """Names with an encoder of their own."""
    nlp = BothStandards()
    nlp.add_pipe("written_standard")
    encoder = _encoder(NAMES_ATTRS, NAMES_ROWS, NAMES_WIDTHS)
    nlp.add_pipe("ner", config={"model": _transitions("ner", 64, 2, encoder)})
    return nlp
