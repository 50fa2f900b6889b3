"""The page in a real browser: its own style is let in, nothing is refused, nothing sticks out on a phone."""

import re
import shutil
import subprocess
from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest

from belegg.core.dossier import Dossier
from belegg.show.page import page
from tests.chromium import tab

pytestmark = pytest.mark.browser
CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
)
QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--hide-scrollbars", "--enable-logging=stderr",
)  # fmt: skip
Browse = Callable[..., tuple[str, str]]

#: Put in the place of the policy, which would not let it run: opens everything and tells how wide the page is.
MEASURE = """<script>addEventListener("load", () => {
document.querySelectorAll("details").forEach(d => d.open = true);
document.documentElement.dataset.wide = document.documentElement.scrollWidth + "/" + innerWidth;
})</script>"""


@pytest.fixture
def browse(tmp_path: Path) -> Browse:
    """Opens HTML and gives back the document as the browser has it, and what it logged."""
    if CHROMIUM is None:
        pytest.skip("needs Chromium on the path")

    def run(html: str, *options: str) -> tuple[str, str]:
        (tmp_path / "index.html").write_text(html, encoding="utf-8")
        profile = f"--user-data-dir={tmp_path / 'profile'}"
        command = [str(CHROMIUM), *QUIET, profile, *options, "--dump-dom", (tmp_path / "index.html").as_uri()]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
        return done.stdout, done.stderr

    return run


def measured(html: str) -> str:
    """The page with its policy replaced by the measuring script."""
    return re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', lambda _: MEASURE, html)


def test_nothing_is_refused_and_nothing_is_fetched(dossier: Dossier, browse: Browse) -> None:
    dom, log = browse(page(dossier, "nb"))
    assert "Taket på Solvik skole raste sammen" in dom
    assert "Content Security Policy" not in log and "Refused" not in log
    broken, told = browse(page(dossier, "nb").replace("<style>", "<style>body{}", 1))
    assert "Solvik" in broken and "Content Security Policy" in told, "the browser would have told of a refusal"


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_sticks_out(dossier: Dossier, browse: Browse, width: int) -> None:
    frame = f'<iframe width="{width}" height="900" srcdoc="{escape(measured(page(dossier, "nn")))}"></iframe>'
    report = """<script>addEventListener("load", () => {
const inside = document.querySelector("iframe").contentDocument;
document.body.dataset.wide = inside.documentElement.dataset.wide })</script>"""
    dom, _ = browse(f"<!DOCTYPE html><body>{frame}{report}</body>", "--window-size=1400,1000")
    found = re.search(r'<body data-wide="(\d+)/(\d+)"', dom)
    assert found, "the page was not measured"
    assert int(found[1]) <= int(found[2]) == width


def test_a_link_to_a_folded_claim_opens_it(examples: Dossier, tmp_path: Path) -> None:
    if CHROMIUM is None:
        pytest.skip("needs Chromium on the path")
    html = page(examples, "nb")
    folded = re.search(r'<ol class="singles-list">\s*<li id="(claim-[^"]+)"', html)
    assert folded, "the examples have claims with one sentence behind them"
    file = tmp_path / "index.html"
    file.write_text(html, encoding="utf-8")
    with tab() as one:
        one.show(1280)
        one.open(file, folded[1])
        assert one.evaluate(f"document.getElementById('{folded[1]}').closest('details').open")
