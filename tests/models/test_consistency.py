"""One label per name: a table of cases, each an article's words, the model's names and what should come out."""

import pytest

from belegg.models.consistency import TypedRun, every_mention, one_label_per_name, settle_names


def runs(*items: tuple[int, int, str]) -> list[TypedRun]:
    return [TypedRun(*item) for item in items]


CASES = [
    pytest.param(
        "Sand sa ja . Sand sa nei . Sand sa kanskje",
        [(0, 1, "PER"), (4, 5, "GPE"), (8, 9, "PER")],
        ["PER", "PER", "PER"],
        id="the majority decides",
    ),
    pytest.param(
        "Kari Sand sa ja . Sand sa nei",
        [(0, 2, "PER"), (5, 6, "PER")],
        ["PER", "PER"],
        id="what agrees stays",
    ),
    pytest.param(
        "Kari Sand kom . Sand smilte . Sand gjekk",
        [(0, 2, "PER"), (4, 5, "PER"), (7, 8, "GPE")],
        ["PER", "PER", "PER"],
        id="a part of a person's full name is the person",
    ),
    pytest.param(
        "Kari Sand kom . Sands bil",
        [(0, 2, "PER"), (4, 5, "ORG")],
        ["PER", "PER"],
        id="so is its genitive, even where the person is never seen in it",
    ),
    pytest.param(
        "Kari Sand bur i Sand kommune",
        [(0, 2, "PER"), (4, 5, "GPE")],
        ["PER", "GPE"],
        id="a place may be called like a person",
    ),
    pytest.param(
        "Lofotkraft vant . Lofotkrafts leder og Lofotkraft",
        [(0, 1, "ORG"), (3, 4, "PER"), (6, 7, "ORG")],
        ["ORG", "ORG", "ORG"],
        id="the genitive is the same name",
    ),
    pytest.param(
        "Elvheim og Fjellheim",
        [(0, 1, "GPE"), (2, 3, "ORG")],
        ["GPE", "ORG"],
        id="different names keep their own labels",
    ),
]


@pytest.mark.parametrize(("text", "found", "types"), CASES)
def test_one_label_per_name(text: str, found: list[tuple[int, int, str]], types: list[str]) -> None:
    settled = one_label_per_name(runs(*found), text.split())
    assert [run.type for run in settled] == types
    assert [(run.first, run.last) for run in settled] == [item[:2] for item in found]


MENTIONS = [
    pytest.param("Sand kom . Så gjekk Sand", [(0, 1, "PER")], [(0, 1, "PER"), (5, 6, "PER")], id="passed over once"),
    pytest.param(
        "Nye Elvheim vant . Nye Elvheim feirer",
        [(0, 2, "ORG")],
        [(0, 2, "ORG"), (4, 6, "ORG")],
        id="a name of two words",
    ),
    pytest.param("Kari Sand kom . Sand gjekk", [(0, 2, "PER")], [(0, 2, "PER"), (4, 5, "PER")], id="a bare surname"),
    pytest.param("Elvheim og Elvheims folk", [(0, 1, "GPE")], [(0, 1, "GPE"), (2, 3, "GPE")], id="a genitive"),
    pytest.param("Rådet sa ja . Men rådet vil", [(0, 1, "ORG")], [(0, 1, "ORG")], id="in lower case, too: a word"),
    pytest.param(
        "Rådet vil . Rådet kan . Rådet skal . Rådet bør",
        [(0, 1, "ORG")],
        [(0, 1, "ORG")],
        id="passed over far more often than seen",
    ),
    pytest.param("Elvheimsk mat . Elvheimsk øl", [(0, 1, "DRV")], [(0, 1, "DRV")], id="derived words do not spread"),
    pytest.param("Ap sa . Ap vil", [(0, 1, "ORG")], [(0, 1, "ORG")], id="nor do forms of two letters"),
    pytest.param("Kari Sand og Sand", [(0, 2, "PER"), (3, 4, "PER")], [(0, 2, "PER"), (3, 4, "PER")], id="no overlap"),
]


@pytest.mark.parametrize(("text", "found", "settled"), MENTIONS)
def test_every_mention(text: str, found: list[tuple[int, int, str]], settled: list[tuple[int, int, str]]) -> None:
    assert every_mention(runs(*found), text.split()) == runs(*settled)


def test_nothing_gives_nothing() -> None:
    assert settle_names([], []) == one_label_per_name([], []) == []
