"""README, docs and --help never disagree."""

import re
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from belegg import __version__
from belegg.app.plan import STAGES
from belegg.cli.commands import app
from tests.shared import ROOT

PAGES = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")])
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = get_command(app).commands  # type: ignore[attr-defined]


def options(command: str) -> set[str]:
    return {name for p in COMMANDS[command].params for name in p.opts if name.startswith("-")} | {"--help"}


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_link_to_a_file_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_command_and_option_that_the_docs_name_exists(page: Path) -> None:
    for line in re.findall(r"^(?:.*\| )?(?:\.venv/bin/)?(belegg \w.*)$", page.read_text(encoding="utf-8"), re.M):
        command, *rest = line.removeprefix("belegg ").split()
        if command in {"build", "evaluate"} or rest[:1] == ["-"]:
            assert command in COMMANDS, line
            named = {w.rstrip(",.") for w in rest if re.fullmatch(r"--?[a-z][a-z-]*", w)}
            assert named <= options(command), line


def test_what_the_tutorial_judges_stands_in_the_examples() -> None:
    told = "".join(p.read_text(encoding="utf-8") for p in (ROOT / "examples" / "articles").iterdir())
    judged = re.findall(
        r'^.*belegg judge \w+ "(.*?)" "(.*?)"', (ROOT / "docs" / "tutorial.md").read_text("utf-8"), re.M
    )
    assert judged
    assert all(words in told for pair in judged for words in pair)


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_the_readme_names_every_command_and_every_option(command: str) -> None:
    assert f"belegg {command}" in README
    for option in options(command) - {"--help"}:
        assert option in README, f"{command} {option}"


@pytest.mark.parametrize("target", ["dossier", "test", "check", "evaluate", "bench", "model"])
def test_what_the_readme_makes_can_be_made(target: str) -> None:
    assert f"make {target}" in README
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)


@pytest.mark.parametrize("name", [s.name for s in STAGES if s.name not in {"roles", "reports"}] + ["words"])
def test_every_stage_has_its_page(name: str) -> None:
    assert (ROOT / "docs" / "stages" / f"{name}.md").is_file()


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_help_teaches_with_an_example(command: str) -> None:
    shown = CliRunner().invoke(app, [command, "--help"], terminal_width=200).output
    assert "Example: belegg" in shown


@pytest.mark.parametrize(("command", "default"), [("build", "html and json"), ("judge", "your user name")])
def test_help_tells_a_default_that_the_code_works_out(command: str, default: str) -> None:
    shown = CliRunner().invoke(app, [command, "--help"]).output
    assert f"[default: {default}]" in " ".join(shown.replace("│", " ").split())


def test_the_changelog_tells_of_this_version() -> None:
    assert f"## [{__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_project_speaks_of_itself_alone() -> None:
    for path in [*PAGES, *(ROOT / "src").rglob("*.py"), *(ROOT / "training").rglob("*.py"), ROOT / "Makefile"]:
        text = path.read_text(encoding="utf-8")
        assert "/work/" not in text and "/tmp/" not in text, path
