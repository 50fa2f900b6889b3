"""Records that pass between processes come out as they went in."""

import pickle
from multiprocessing.reduction import ForkingPickler

from belegg.app.passing import pass_as_rows, records
from belegg.core.annotation import Party, Statement
from belegg.core.spans import Place, Span
from belegg.core.words import Token


def test_a_record_comes_out_as_it_went_in() -> None:
    pass_as_rows()
    party = Party(Span(0, 4), "Kari", "person", Span(0, 4), ("named",))
    told = Statement("s1", "a1", (Span(9, 20),), "direct", (Span(5, 8),), (party,), (), "assert", inside="s0")
    sent = ForkingPickler.dumps((told, Place("a1", 2, 5)))
    assert pickle.loads(sent) == (told, Place("a1", 2, 5))


def test_it_goes_as_a_row() -> None:
    pass_as_rows()
    sent = bytes(ForkingPickler.dumps([Span(1, 2)]))
    assert b"_dataclass_setstate" not in sent
    assert len(sent) < len(pickle.dumps([Span(1, 2)]))


def test_the_records_of_every_layer_are_among_them() -> None:
    assert {Span, Place, Statement, Party, Token} <= set(records())
