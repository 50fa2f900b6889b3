"""The tables of reporting words are complete, consistent and free of doubles; no model is needed."""

import pytest

from belegg.annotate._lexicon import Cue, lexicon, word_list
from belegg.text.wordlists import read_table
from tests.standards import one_sided

SMALL_LISTS = tuple(read_table("speech_words.toml"))


def entries() -> set[Cue]:
    return {entry for found in lexicon().cues.values() for entry in found}


def test_there_are_several_hundred_cues() -> None:
    assert len({(entry.forms[0], entry.tail) for entry in entries()}) > 400


@pytest.mark.parametrize(
    ("form", "tail", "stance"),
    [
        ("sier", (), "neutral"),
        ("seier", (), "neutral"),
        ("benekter", (), "deny"),
        ("nektar", ("for",), "deny"),
        ("lover", (), "promise"),
        ("lovar", (), "promise"),
        ("reknar", ("med",), "expect"),
        ("krever", (), "urge"),
        ("krev", (), "urge"),
        ("tviler", ("på",), "doubt"),
        ("stadfestar", (), "assert"),
        ("frykter", (), "expect"),
    ],
)  # fmt: skip
def test_cue_and_its_default_stance(form: str, tail: tuple[str, ...], stance: str) -> None:
    found = [entry for entry in lexicon().cues[form] if entry.tail == tail and "that" in entry.takes]
    assert [entry.stance for entry in found][:1] == [stance]


def test_longest_tail_comes_first() -> None:
    for found in lexicon().cues.values():
        lengths = [len(entry.tail) for entry in found]
        assert lengths == sorted(lengths, reverse=True)


def test_worry_is_marked_as_concern() -> None:
    assert all(entry.concern for entry in lexicon().cues["frykter"] if "that" in entry.takes)


def test_every_cue_takes_something_or_is_marked_as_none() -> None:
    assert all(entry.takes or entry.group == "none" for entry in entries())


def test_phrases_prefer_the_longest() -> None:
    hedges = lexicon().hedges["allege"]
    words = ["skal", "angivelig", "selges"]
    assert hedges.at(words, 0, 3) == ("skal", "angivelig")
    assert hedges.at(words, 0, 1) is None


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        ("government", "forsvarsdepartementet"),
        ("document", "obduksjonsrapporten"),
        ("anonymous", "kjelder"),
        ("expert", "klimaforsker"),
        ("media", "lokalavisa"),
    ],
)
def test_holder_nouns_by_word_and_by_ending(kind: str, word: str) -> None:
    assert word in lexicon().holders[kind]


def test_newsrooms_have_one_kind_each() -> None:
    rooms = lexicon().newsrooms
    assert (rooms["ntb"], rooms["tass"], rooms["nrk"], rooms["kripos"]) == (
        "agency",
        "state_media",
        "media",
        "government",
    )


@pytest.mark.parametrize("name", SMALL_LISTS)
def test_small_list_has_lower_case_words(name: str) -> None:
    assert word_list(name)
    assert all(word == word.lower() for word in word_list(name))


@pytest.mark.parametrize("name", SMALL_LISTS)
def test_small_list_has_both_standards(name: str) -> None:
    assert one_sided(word_list(name)) == []
