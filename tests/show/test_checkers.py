"""The page under two checkers from the npm registry: axe-core finds no barrier, html-validate no error.

``npm ci --prefix tests/show/checkers`` installs both; where they are not, these tests are skipped.
"""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from belegg.core.dossier import Dossier
from belegg.show.page import page, pages
from belegg.show.wording import LANGUAGES
from tests.chromium import PATH, Tab, tab

HERE = Path(__file__).parent / "checkers"
AXE = HERE / "node_modules" / "axe-core" / "axe.min.js"
VALIDATE = HERE / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
MISSING = "needs: npm ci --prefix tests/show/checkers"
#: Opens everything and lays all of it out: sections that are laid out only when they are seen (``content-visibility``)
#: would move while axe looks at what lies behind what.
OPENED = (
    "document.querySelectorAll('details').forEach(d => d.open = true);"
    "document.querySelectorAll('body *').forEach(e => e.style.contentVisibility = 'visible')"
)
#: What is wrong, with the first element in which it is.
FOUND = "axe.run(document).then(r => r.violations.map(v => `${v.id}: ${v.nodes[0].html}`))"

Put = Callable[[str], Path]


@pytest.fixture
def put(tmp_path: Path) -> Put:
    def written(html: str) -> Path:
        path = tmp_path / "index.html"
        path.write_text(html, encoding="utf-8")
        return path

    return written


@pytest.fixture(scope="module")
def browser() -> Iterator[Tab]:
    if not AXE.is_file():
        pytest.skip(MISSING)
    if PATH is None:
        pytest.skip("needs Chromium on the path")
    with tab() as one:
        yield one


def barriers(browser: Tab, file: Path, width: int, scheme: str) -> list[str]:
    """What axe finds in a page with everything open; ``tests/show/test_checkers.py`` shows that it would find it."""
    browser.show(width, scheme)
    browser.open(file)
    browser.evaluate(OPENED)
    browser.evaluate(AXE.read_text(encoding="utf-8") + ";0")
    found: list[str] = browser.evaluate(FOUND)
    return found


@pytest.mark.browser
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")])
def test_axe_finds_nothing_on_the_examples(examples: Dossier, browser: Tab, put: Put, width: int, scheme: str) -> None:
    assert barriers(browser, put(page(examples, "nb")), width, scheme) == []


@pytest.mark.browser
@pytest.mark.parametrize("what", ["one article", "versions", "empty", "many stories"])
def test_axe_finds_nothing_on_other_pages(
    dossier: Dossier, versions: Dossier, large: Callable[[int], Dossier], browser: Tab, put: Put, what: str
) -> None:
    kinds = {"one article": Dossier(dossier.documents[:1]), "versions": versions, "empty": Dossier(())}
    html = page(kinds[what], "nn") if what in kinds else pages(large(81), "en")["index.html"]
    assert barriers(browser, put(html), 1280, "light") == []


@pytest.mark.browser
def test_axe_would_have_found_something(dossier: Dossier, browser: Tab, put: Put) -> None:
    broken = page(dossier, "nb").replace('<html lang="nb">', "<html>")
    assert any(found.startswith("html-has-lang") for found in barriers(browser, put(broken), 1280, "light"))


def errors(file: Path) -> str:
    """What html-validate says of a file; empty where it has nothing to say."""
    node = shutil.which("node")
    if node is None or not VALIDATE.is_file():
        pytest.skip(MISSING)
    command = [node, str(VALIDATE), "--config", str(HERE / "htmlvalidate.json"), "--formatter", "text", str(file)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False).stdout


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_valid_html(examples: Dossier, put: Put, language: str) -> None:
    assert errors(put(page(examples, language))) == ""


@pytest.mark.parametrize("what", ["one article", "versions", "empty", "many stories"])
def test_other_pages_are_valid_html(
    dossier: Dossier, versions: Dossier, large: Callable[[int], Dossier], put: Put, what: str
) -> None:
    kinds = {"one article": Dossier(dossier.documents[:1]), "versions": versions, "empty": Dossier(())}
    html = page(kinds[what], "nn") if what in kinds else pages(large(81), "en")["index.html"]
    assert errors(put(html)) == ""


def test_invalid_html_would_have_been_found(dossier: Dossier, put: Put) -> None:
    assert "no-dup-id" in errors(put(page(dossier, "nb").replace('id="content"', 'id="s1"', 1)))
