"""What is told as to come."""

from dataclasses import replace

import pytest

from belegg.reason._expecting import is_expected
from tests.reason.readings import reading

EARLIER = [  # what somebody announces or expects, of a day gone by
    ("feil på pumpa i januar", False),  # announced, and so already
    ("feil på pumpa i januar i fjor", False),
    ("å skifte pumpa i januar", True),  # what was to come then
    ("pumpa skulle skiftast i januar", True),
    ("pumpa skal skiftes i januar", True),
]


@pytest.mark.parametrize(("words", "expected"), EARLIER)
def test_what_is_announced_of_a_day_gone_by_is_no_plan(words: str, expected: bool) -> None:
    told = reading(0, words, "expect", future=True, cue="varslet om")
    assert told.proposition is not None
    assert is_expected(replace(told, proposition=replace(told.proposition, earlier=True))) == expected
