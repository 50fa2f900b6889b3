import pytest

from belegg.app.plan import GIVEN, STAGES, Stage, check, stage
from belegg.core.annotation import Mention, Statement, Time
from belegg.core.words import Token


def nothing(doc: object) -> tuple[object, ...]:
    return ()


def test_the_plan_that_ships_holds_together() -> None:
    check(STAGES, GIVEN)
    assert [s.name for s in STAGES] == ["names", "roles", "times", "statements", "reports"]


def test_a_stage_that_reads_what_none_adds_is_refused() -> None:
    with pytest.raises(ValueError, match="stage statements reads Mention, which no stage before it adds"):
        check([Stage("statements", (Token, Mention), Statement, nothing)], [Token])


def test_a_layer_that_two_stages_add_is_refused() -> None:
    twice = [Stage("times", (), Time, nothing), Stage("days", (), Time, nothing)]
    with pytest.raises(ValueError, match="stage days adds Time, which is there already"):
        check(twice, [])


def test_a_stage_is_found_by_its_name() -> None:
    assert stage("times").adds is Time
    with pytest.raises(KeyError):
        stage("astrology")
