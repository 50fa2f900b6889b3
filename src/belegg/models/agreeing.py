"""Parts of speech that agree with the tree.

The tagger sees four words to each side, the parser the whole clause before the word. Where Universal Dependencies
know one part of speech only for a place in the tree (universaldependencies.org/u/dep: ``aux`` and ``cop`` are AUX, a
predicate is a verb and no AUX, ``mark`` is SCONJ, ``case`` is ADP), the tag follows the tree.
"""

from __future__ import annotations

_HELPERS = ("aux", "aux:pass", "cop")
_PREDICATES = ("root", "acl", "acl:cleft", "acl:relcl", "advcl", "ccomp", "conj", "csubj", "parataxis", "xcomp")
_BY_PLACE = {
    **{("VERB", place): "AUX" for place in _HELPERS},
    **{("AUX", place): "VERB" for place in _PREDICATES},
    **{(tag, "case"): "ADP" for tag in ("SCONJ", "CCONJ", "PRON")},
    ("SCONJ", "compound:prt"): "ADP",
    ("ADP", "mark"): "SCONJ",
    ("SCONJ", "nsubj"): "PRON",
    ("SCONJ", "obj"): "PRON",
    ("PRON", "det"): "DET",
}


def tag_by_place(tag: str, relation: str) -> str:
    """The part of speech of a word that is told to be ``tag`` and hangs in the tree by ``relation``."""
    return _BY_PLACE.get((tag, relation), tag)
