"""What the tagger sees."""

from belegg.annotate._lexicon import lexicon
from tests.training_statements.samples import seen, words
from training.statements.features import is_cue, rows


def test_every_word_has_a_row() -> None:
    view = seen()
    assert len(rows(view, lexicon())) == len(view.tokens)
    assert rows(seen(" "), lexicon()) == []


def test_reporting_words_are_known_in_both_standards() -> None:
    for marked, cue in (("Dal sier at brua er trygg .", "sier"), ("Dal seier at brua er trygg .", "seier")):
        view = seen(marked)
        assert is_cue(view, lexicon(), words(view, cue)[0])
        assert not is_cue(view, lexicon(), words(view, "brua")[0])


def test_a_word_after_at_knows_the_cue_before_it() -> None:
    view = seen()
    row = rows(view, lexicon())[words(view, "vegen")[0]]
    assert "left=2:that" in row
    assert any(f.startswith("leftcue=") and f.endswith(":that:False") for f in row)


def test_a_word_before_the_attribution_knows_the_comma() -> None:
    view = seen()
    row = rows(view, lexicon())[words(view, "trygg")[0]]
    assert "right=2:True" in row
    assert "sd=True:True" in row


def test_marks_open_and_close() -> None:
    view = seen("Ho kalla det « ein skandale » i går . Dal sa « nei » .")
    told = rows(view, lexicon())
    for word, inside in (("kalla", False), ("skandale", True), ("går", False), ("nei", True)):
        assert f"quoted={inside}" in told[words(view, word)[0]]


def test_a_name_brings_its_type() -> None:
    view = seen()
    assert "n=PER" in rows(view, lexicon())[words(view, "Ruud")[0]]


def test_tags_of_the_layer_before_and_of_the_rules_are_seen() -> None:
    view = seen("Dal seier nei .")
    told = rows(view, lexicon(), ["B-H", "B-C", "B-S", "O"], [["O", "B-C", "O", "O"]])
    assert {"low+0=B-C", "low-1=B-H", "rule0+0=B-C"} <= set(told[1])
    assert not any(f.startswith(("low", "rule")) for f in rows(view, lexicon())[1])
