"""How the command ends when something happens that nobody foresaw."""

import sys

import pytest

from belegg.cli import main, work


def test_an_unforeseen_error_is_one_line_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise KeyError("naust")

    monkeypatch.setattr(work, "build", broken)
    monkeypatch.delenv("BELEGG_TRACEBACK", raising=False)
    monkeypatch.setattr(sys, "argv", ["belegg", "build", "naust.txt", "-o", "ut"])
    with pytest.raises(SystemExit) as end:
        main.main()
    assert end.value.code == main.SOME_REJECTED
    assert capsys.readouterr().err == "belegg: internal error, please report it: KeyError: 'naust'\n"
