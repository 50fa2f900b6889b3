"""Statements as tags and back."""

from tests.training_statements.samples import said, seen, words
from training.statements.tags import Piece, gold_marks, pieces_of, tags


def test_every_part_of_a_statement_gets_its_tag() -> None:
    view = seen()
    marks = gold_marks(view, [said(view, ["Brua er trygg", "Ho held"], "seier", "Ane Ruud")])
    told = tags(len(view.tokens), marks, 0)
    assert told[: view.blocks[0][1]] == [
        "O", "B-D", "I-D", "I-D", "O", "B-C", "B-H", "I-H", "O", "O", "R-D", "I-D", "O",
    ]  # fmt: skip


def test_a_statement_inside_another_stands_in_the_second_layer() -> None:
    view = seen("[Moe|PER] seier at [Ane Ruud|PER] meiner at vegen bør stengjast .")
    outer = said(view, ["Ane Ruud meiner at vegen bør stengjast"], "seier", "Moe", "indirect")
    inner = said(view, ["vegen bør stengjast"], "meiner", "Ane Ruud", "indirect", 2, "a-s1")
    marks = gold_marks(view, [outer, inner])
    assert [m.depth for m in marks] == [0, 1]
    assert tags(len(view.tokens), marks, 0)[3:10] == ["B-S", *["I-S"] * 6]
    assert tags(len(view.tokens), marks, 1) == ["O"] * 3 + ["B-H", "I-H", "B-C", "O", "B-S", "I-S", "I-S", "O"]


def test_content_wins_over_a_holder_in_it() -> None:
    view = seen("– [Ane Ruud|PER] kjem , seier [Moe|PER] .")
    marks = gold_marks(view, [said(view, ["Ane Ruud kjem"], "seier", "Ane Ruud")])
    assert tags(len(view.tokens), marks, 0)[1:4] == ["B-D", "I-D", "I-D"]


def test_tags_are_read_back_as_pieces() -> None:
    told = ["O", "B-D", "I-D", "B-D", "O", "R-D", "I-C", "I-C", "I-H"]
    assert pieces_of(told, (0, len(told))) == [
        Piece("D", 1, 3), Piece("D", 3, 4), Piece("D", 5, 6, True), Piece("C", 6, 8), Piece("H", 8, 9),
    ]  # fmt: skip


def test_what_is_tagged_and_read_back_is_what_was_annotated() -> None:
    view = seen()
    marks = gold_marks(view, [said(view, ["vegen bør stengjast"], "meiner", "Moe", "indirect")])
    found = pieces_of(tags(len(view.tokens), marks, 0), view.blocks[1])
    assert [(p.kind, (p.first, p.last)) for p in found] == [
        ("H", words(view, "Moe")), ("C", words(view, "meiner")), ("S", words(view, "vegen bør stengjast")),
    ]  # fmt: skip
