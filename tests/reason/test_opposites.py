"""Words that speak against each other without a negation, in sentences that we invent."""

import pytest

from belegg.reason._opposites import load_opposites, side

SIDES = [  # one, what speaks against it; both in lower case, words apart
    ("rektoren går av", "rektoren blir sittende"),
    ("ordførar vik må gå", "eg har tenkt å sitje ut perioden"),
    ("kvinnen er kritisk skadd", "kvinnen er utenfor livsfare"),
    ("guten ligg på intensiven", "guten er komen heim"),
    ("lederen kommer selv", "lederen uteble"),
    ("brannen var påsatt", "det var en kortslutning"),
    ("skulen blir lagd ned", "skulen får leve"),
    ("hun anker", "hun slår seg til ro med det"),
    ("føraren var rusa", "prøva var negativ"),
    ("hun støtter forslaget", "hun går imot forslaget"),
    ("videoen er ekte", "videoen er forfalsket"),
]


def sides(words: str) -> list[int]:
    return [side(f" {words} ", pair) for pair in load_opposites()]


@pytest.mark.parametrize(("one", "other"), SIDES)
def test_opposites(one: str, other: str) -> None:
    assert any(a * b < 0 for a, b in zip(sides(one), sides(other), strict=True))


def test_a_negation_turns_it() -> None:
    assert 1 in sides("hun blir avsatt og må gå")
    assert -1 in sides("det er ikke sikkert at hun må gå")


def test_both_is_neither() -> None:
    assert not any(sides("hun går av i stedet for å bli sittende"))
