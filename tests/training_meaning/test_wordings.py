"""The corpus of claims told in many words can be read, and nothing is wrong with it."""

from collections import Counter
from pathlib import Path

import pytest

from training.wordings import FOLDER, MARKS, Wording, counts, load_wordings, problems, read_wordings

FIRE = """\
=== fire | Låvebrann på Moldnes
# N dyr døde
+ Førti sauer strøk med
+n Heile buskapen gjekk tapt
- Alle dyra ble berget ut
# Låven var forsikret
xn Bonden vil ikkje tale om forsikringa
? Om låven var forsikret, er uvisst
~n Garden er gamal

=== ferry | Ferja står
# Ferja står
+ Ingen kommer over
+ Ferja ligger ved kai
"""
HAPPENINGS = load_wordings()


def test_a_happening_is_read_with_its_claims_and_what_stands_beside_them() -> None:
    fire, ferry = read_wordings(FIRE.splitlines(), "accidents")
    assert (fire.desk, fire.domain, fire.title) == ("accidents", "fire", "Låvebrann på Moldnes")
    assert fire.claims == ("N dyr døde", "Låven var forsikret")
    assert fire.wordings[1] == Wording("Heile buskapen gjekk tapt", "+", "nn", 0)
    assert [(w.mark, w.standard, w.claim) for w in fire.wordings[2:]] == [
        ("-", "nb", 0), ("x", "nn", 1), ("?", "nb", 1), ("~", "nn", None),
    ]  # fmt: skip
    assert len(ferry.wordings) == 2
    assert list(problems((fire, ferry))) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("# N dyr døde", "line 1: no happening"),
        ("=== Låvebrann", "line 1: no happening"),
        ("=== fire | Låvebrann\n+ Førti sauer strøk med", "line 2: a wording before its claim"),
        ("=== fire | Låvebrann\n\n# N dyr døde\n* Førti sauer strøk med", "line 4: no mark"),
        ("=== fire | Låvebrann\n# N dyr døde\n+ ", "line 3: no mark, or no text"),
    ],
)
def test_a_line_that_cannot_be_read_is_told(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        list(read_wordings(text.splitlines(), "accidents"))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("+ Ingen kommer over\n", "", "too few wordings: Ferja står"),
        ("# Låven var forsikret", "# N dyr døde", "two claims alike: N dyr døde"),
        ("Ingen kommer over", "ferja ligger ved kai", "told twice in the same words"),
        ("Ingen kommer over", " ".join(["over"] * 26), "too long"),
        ("Ingen kommer over", "Ingen  kommer over", "spaces"),
    ],
)
def test_what_is_wrong_is_told(old: str, new: str, said: str) -> None:
    found = list(problems(read_wordings(FIRE.replace(old, new).splitlines(), "accidents")))
    assert [said in line for line in found] == [True]


def test_nothing_is_wrong_with_the_corpus() -> None:
    assert list(problems(HAPPENINGS)) == []


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda p: p.stem)
def test_every_file_has_its_desk_both_standards_and_all_marks(path: Path) -> None:
    own = [h for h in HAPPENINGS if h.desk == path.stem]
    assert len(own) > 100
    assert {w.mark for h in own for w in h.wordings} == set(MARKS)
    told = Counter(w.standard for h in own for w in h.wordings)
    assert 0.35 < told["nn"] / told.total() < 0.5


def test_no_two_happenings_are_one() -> None:
    assert len({h.title for h in HAPPENINGS}) == len(HAPPENINGS)


def test_the_readme_tells_the_counts() -> None:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert [line for line in counts(HAPPENINGS) if line not in readme] == []
