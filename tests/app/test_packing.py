"""What is packed comes out again as it went in."""

import pickle

from belegg.app.packing import packed, unpacked
from belegg.core.dossier import Dossier
from belegg.core.words import Token


def test_words_come_out_of_packing_and_pickling_as_they_went_in(examples: Dossier) -> None:
    for doc in examples.documents:
        small = packed(doc)
        again = pickle.loads(pickle.dumps(small))
        assert small[Token] == again[Token] == doc[Token]
        assert again == small == doc == unpacked(again)
        assert list(again.layers) and set(again.layers) == set(doc.layers)
        assert packed(again) is again
        assert all(kind in small for kind in doc.layers)


def test_packed_words_are_small(examples: Dossier) -> None:
    whole = sum(len(pickle.dumps(d[Token])) for d in examples.documents)
    small = sum(
        len(pickle.dumps(packed(d))) - len(pickle.dumps(packed(d.adding(Token, ())))) for d in examples.documents
    )
    assert small < whole / 2
