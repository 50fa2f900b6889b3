"""``belegg evaluate`` tells what is wrong with a gold file, in one line."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from belegg.cli.commands import app


@pytest.mark.parametrize(
    ("gold", "told"),
    [
        (None, "no gold.json in it or below"),
        ("x", "Expecting value"),
        ("{}", "gold.json: no 'articles' in it"),
        ("[]", "gold.json: "),
    ],
)
def test_a_gold_file_that_is_none_is_told(tmp_path: Path, gold: str | None, told: str) -> None:
    if gold is not None:
        (tmp_path / "gold.json").write_text(gold, encoding="utf-8")
    result = CliRunner().invoke(app, ["evaluate", "-q", str(tmp_path)])
    assert result.exit_code == 2
    assert told in result.output and "internal error" not in result.output
