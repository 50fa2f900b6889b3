"""Annotators' lines become offsets; what cannot be read is told by its line."""

from pathlib import Path

import pytest

from belegg.core.spans import Span
from belegg.corpus.compiling import compile_lines
from belegg.corpus.finding import Finder
from belegg.corpus.records import Annotation, parsed, written
from belegg.corpus.treebank import SourceText, read_text
from tests.corpus.invented import TEXT, write_treebank

QUOTE = "S\tBrua er farleg. Vi stenger henne måndag\tdirect\tseier\tAne Ruud\t=\tperson\tNTB{agency}\tassert/expect"
OPINION = "S\trekkverket må bytast\tindirect\tmeiner\tHo\tAne Ruud\tperson\t-\turge\tkind=expert, hedge=må"
ADDED = "S\tdet hastar\tindirect\tla;la ho [til]\tho\tAne Ruud\tperson\t-\tassert"
MAYOR = "S\tkommunen betaler\tindirect\ttrur\tOrdføraren\t=\tperson\t-\texpect/assert\topt"


@pytest.fixture
def source(tmp_path: Path) -> SourceText:
    return read_text(write_treebank(tmp_path) / "nynorsk" / "train" / "paper~1.conllu")


def _words(spans: tuple[Span, ...]) -> list[str]:
    return [s.of(TEXT) for s in spans]


def _compiled(source: SourceText, *lines: str) -> Annotation:
    annotation, errors, _ = compile_lines(source, lines)
    assert errors == []
    return annotation


def test_a_quotation_over_two_sentences_is_one_span(source: SourceText) -> None:
    said = _compiled(source, QUOTE).statements[0]
    assert _words(said.content) == ["Brua er farleg.\nVi stenger henne måndag"]
    assert (_words(said.cue), said.stance, said.accepted.stances) == (["seier"], "assert", ("expect",))


def test_the_relay_has_its_kind_and_its_name(source: SourceText) -> None:
    relay = _compiled(source, QUOTE).statements[0].chain[0]
    assert relay.kind == "agency"
    assert relay.referent is not None and relay.referent.of(TEXT) == "NTB"


def test_a_pronoun_refers_to_the_name(source: SourceText) -> None:
    said = _compiled(source, OPINION).statements[0]
    holder = said.holders[0]
    assert holder.span is not None and holder.referent is not None
    assert (holder.span.of(TEXT), holder.referent.of(TEXT)) == ("Ho", "Ane Ruud")
    assert (said.accepted.kinds, _words(said.hedge)) == (("expert",), ["må"])


def test_a_cue_in_two_parts_is_found_by_the_words_around_it(source: SourceText) -> None:
    assert _words(_compiled(source, ADDED).statements[0].cue) == ["la", "til"]


def test_a_noun_phrase_without_a_name_has_no_referent(source: SourceText) -> None:
    said = _compiled(source, MAYOR).statements[0]
    assert said.holders[0].referent is None
    assert said.accepted.optional


def test_a_name_is_found_before_its_genitive_s() -> None:
    assert Finder("Meiner Ruuds sjef det?").all("Ruud") == ([Span(7, 11)], False)


def test_dots_stand_for_everything_between(source: SourceText) -> None:
    line = QUOTE.replace("Brua er farleg. Vi stenger henne måndag", "Brua er ... henne måndag")
    assert _words(_compiled(source, line).statements[0].content) == ["Brua er farleg.\nVi stenger henne måndag"]


def test_times_have_their_alternatives(source: SourceText) -> None:
    time = _compiled(source, "T\tmåndag\tDATE\t2024-03-11 / 2024-W11\tAPPROX").times[0]
    assert (time.span.of(TEXT), time.values, time.mod) == ("måndag", ("2024-03-11", "2024-W11"), "APPROX")


def test_a_written_file_reads_back_the_same(source: SourceText) -> None:
    annotation = _compiled(source, QUOTE, OPINION, ADDED, MAYOR, "T\tmåndag\tDATE\t2024-03-11")
    assert parsed(annotation.id, written(annotation).splitlines()) == annotation


def test_a_written_file_holds_no_word_of_the_text(source: SourceText) -> None:
    file = written(_compiled(source, QUOTE, OPINION, ADDED, MAYOR))
    assert not [w for w in ("Brua", "rekkverket", "Ruud", "NTB", "seier", "Ordføraren") if w in file]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (QUOTE.replace("farleg", "trygg"), "not in the text"),  # a string that is not the article's
        (QUOTE.replace("\tdirect\t", "\tspoken\t"), "no such mode"),  # a label that does not exist
        (QUOTE.replace("assert/expect", "assert/hope"), "no such stance"),  # an alternative that does not exist
        (QUOTE.replace("\tperson\t", "\tminister\t"), "no such kind"),  # a kind that does not exist
        (QUOTE + "\tsure", "no such option"),  # an option that does not exist
        (QUOTE + "\tinside=2", "does not lie inside"),  # a statement that is not there to be inside of
        ("S\tBrua er farleg\tdirect", "at least 8 are needed"),  # fields left out
        ("X\tBrua", "opens with S, T or #"),  # a line of no kind
        (MAYOR.replace("Ordføraren\t=", "-\t="), "needs a holder as written"),  # = of nothing
        (MAYOR.replace("kommunen betaler", "kommunen betaler@@1"), "only 1 times"),  # an occurrence too many
        ("T\tmåndag\tDAY\t2024-03-11", "no such type"),  # a time of no type
    ],
)
def test_what_is_wrong_is_told_with_its_line(source: SourceText, line: str, told: str) -> None:
    annotation, errors, _ = compile_lines(source, ["# a comment", line])
    assert len(errors) == 1 and told in errors[0]
    assert "inside" in told or annotation.statements + annotation.times == ()


def test_what_the_definitions_leave_out_is_warned_of(source: SourceText) -> None:
    _, errors, warnings = compile_lines(source, [MAYOR.replace("kommunen betaler", "at kommunen betaler.")])
    assert errors == []
    assert len(warnings) == 2
