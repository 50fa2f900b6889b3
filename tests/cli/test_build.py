"""The command as a user meets it: what it writes, what it complains of, how it exits."""

import gzip
import json
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from belegg.cli.commands import app
from tests.shared import ROOT

GOOD = (
    "url: https://www.fjordposten.example/nyhende/1\n"
    "Ny bru over Storelva\n"
    "Publisert: 12.02.2025 08:15\n"
    "– Brua er ferdig, seier ordførar Kari Nordmann til Fjordposten.\n"
    "Ho ventar at ho opnar fredag.\n"
)


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(app, ["build", "--quiet", "--workers", "1", *arguments], input=stdin)


def export(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "belegg.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    return folder


def test_all_done_is_status_0_and_both_files_are_there(pages: Path, tmp_path: Path) -> None:
    result = run(str(pages), "-o", str(tmp_path / "out"))
    assert (result.exit_code, result.output) == (0, "")
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["belegg.json", "index.html"]
    assert len(export(tmp_path / "out")["articles"]) == 1


def test_no_input_is_wrong_usage(tmp_path: Path) -> None:
    assert run("-o", str(tmp_path)).exit_code == 2


def warc(payload: bytes) -> bytes:
    head = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://www.fjordposten.example/2\r\n"
        b"WARC-Date: 2025-02-12T08:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
    )
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + payload
    return head + f"Content-Length: {len(body)}\r\n\r\n".encode() + body + b"\r\n\r\n"


HTML = (
    "<html lang=nb><head><title>Skolen stenges</title></head><body><article><h1>Skolen stenges</h1>"
    + "<p>Skolen i Dalen stenges fra mandag, opplyser rektor Ola Berg. Elevene får undervisning i nabobygda.</p>" * 4
    + "</article></body></html>"
).encode()

BAD: dict[str, tuple[str, bytes]] = {
    "an empty file": ("bad.txt", b""),
    "nothing but white space": ("bad.txt", b" \n\t\n"),
    "a binary file": ("bad.txt", bytes(range(256)) * 40),
    "one 50 MB line": ("bad.txt", b"a" * 50_000_000),
    "a broken line of JSON": ("bad.jsonl", json.dumps({"text": GOOD + "Meir."}).encode() + b'\n{"text": \n'),
    "a truncated archive": ("bad.warc.gz", gzip.compress(warc(HTML)) + gzip.compress(warc(HTML * 40))[:-400]),
    "a feed that is none": ("bad.rss", b"<rss><channel><item>"),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_input_gets_one_line_and_the_rest_is_done(case: str, pages: Path, tmp_path: Path) -> None:
    name, content = BAD[case]
    (pages / name).write_bytes(content)
    result = run(str(pages), "-o", str(tmp_path / "out"))
    assert result.exit_code == 1
    lines = result.output.strip().splitlines()
    assert len(lines) == 1, lines
    assert name in lines[0]
    found = export(tmp_path / "out")
    assert any(a["source"].endswith("good.txt") for a in found["articles"])
    assert len(found["rejected"]) == 1


def test_two_inputs_with_the_same_content_are_told(pages: Path, tmp_path: Path) -> None:
    (pages / "copy.txt").write_text(GOOD, encoding="utf-8")
    result = run(str(pages), "-o", str(tmp_path / "out"))
    assert result.exit_code == 1
    assert len(export(tmp_path / "out")["articles"]) == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "latin-1"])
def test_encodings_are_told_apart(encoding: str, pages: Path, tmp_path: Path) -> None:
    (pages / "good.txt").write_bytes(GOOD.replace("–", "-").encode(encoding))
    assert run(str(pages), "-o", str(tmp_path / "out")).exit_code == 0
    assert "seier ordførar" in export(tmp_path / "out")["articles"][0]["text"]


def test_a_page_cut_in_the_middle_is_still_read(pages: Path, tmp_path: Path) -> None:
    (pages / "cut.html").write_bytes(HTML[:-90])
    run(str(pages), "-o", str(tmp_path / "out"))
    texts = {Path(a["source"]).name: a["text"] for a in export(tmp_path / "out")["articles"]}
    assert "rektor Ola Berg" in texts["cut.html"]


def test_a_folder_without_articles_and_a_file_that_is_gone_are_told(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = run(str(tmp_path / "empty"), str(tmp_path / "gone.txt"), "-o", str(tmp_path / "out"))
    assert result.exit_code == 1
    assert len(result.output.strip().splitlines()) == 2
    assert "gone.txt" in result.output


def test_a_dossier_is_not_lost_to_a_build_that_finds_no_article(pages: Path, tmp_path: Path) -> None:
    run(str(pages), "-o", str(tmp_path / "out"))
    before = (tmp_path / "out" / "belegg.json").read_bytes()
    result = run(str(tmp_path / "gone.txt"), "-o", str(tmp_path / "out"))
    assert result.exit_code == 1
    assert "left as it was" in result.output
    assert (tmp_path / "out" / "belegg.json").read_bytes() == before


def test_standard_input_is_read(tmp_path: Path) -> None:
    assert run("-", "-o", str(tmp_path / "out"), stdin=GOOD.encode()).exit_code == 0
    assert export(tmp_path / "out")["articles"][0]["source"] == "-"


def test_an_output_that_cannot_be_written_is_told_before_anything_is_read(pages: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file, no folder", encoding="utf-8")
    (pages / "empty.txt").touch()  # a reader would complain of it
    result = run(str(pages), "-o", str(tmp_path / "out"))
    assert result.exit_code == 1
    assert result.stderr == f"belegg: {tmp_path / 'out'}: cannot be written: not a folder\n"


def test_the_summary_counts_stories_apart_from_what_stands_alone(pages: Path, tmp_path: Path) -> None:
    build = ["build", "--workers", "1", "-o", str(tmp_path / "out"), str(pages)]
    alone = CliRunner().invoke(app, build).stderr
    assert alone.startswith("1 article, 0 stories, 1 article by itself, ")
    assert "0 shared passages, 0 rejected → " in alone
    (pages / "again.txt").write_text(f"{GOOD}\nOrdføraren klypper snora.\n", encoding="utf-8")
    assert CliRunner().invoke(app, build).stderr.startswith("2 articles, 1 story, ")


def test_a_name_does_not_steer_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "rød\x1b[31m\u202e.txt").touch()
    assert r"rød\x1b[31m\u202e.txt: the file is empty" in run(str(tmp_path), "-o", str(tmp_path / "out")).stderr


def test_markup_in_an_article_is_shown_as_text(pages: Path, tmp_path: Path) -> None:
    hostile = GOOD.replace("Ny bru", "<script>alert(1)</script> <img src=x onerror=alert(2)> Ny bru")
    (pages / "good.txt").write_text(hostile, encoding="utf-8")
    assert run(str(pages), "-o", str(tmp_path / "out")).exit_code == 0
    page = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert "<script>alert(1)" not in page
    assert "<img src=x" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_the_same_input_gives_the_same_bytes_whatever_the_order(pages: Path, tmp_path: Path) -> None:
    (pages / "other.txt").write_text(GOOD.replace("Storelva", "Litleelva").replace("/1", "/2"), encoding="utf-8")
    paths = sorted(str(p) for p in pages.iterdir())
    run(*paths, "-o", str(tmp_path / "a"))
    run(*reversed(paths), "-o", str(tmp_path / "b"))
    assert (tmp_path / "a" / "belegg.json").read_bytes() == (tmp_path / "b" / "belegg.json").read_bytes()


def test_a_killed_build_leaves_the_old_dossier_whole(pages: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(str(pages), "-o", str(out))
    before = {p.name: p.read_bytes() for p in out.iterdir()}
    command = [
        sys.executable,
        "-m",
        "belegg.cli.main",
        "build",
        "-q",
        str(ROOT / "examples" / "articles"),
        "-o",
        str(out),
    ]
    running = subprocess.Popen(command, env={**os.environ, "OMP_NUM_THREADS": "1"})
    time.sleep(1.0)
    running.send_signal(signal.SIGKILL)
    running.wait()
    assert {p.name: p.read_bytes() for p in out.iterdir() if p.suffix != ".tmp"} == before


def test_a_full_disk_is_told_and_leaves_the_old_dossier_whole(pages: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(str(pages), "-o", str(out))
    before = {p.name: p.read_bytes() for p in out.iterdir()}
    (pages / "more.txt").write_text(GOOD.replace("Storelva", "Litleelva").replace("/1", "/2"), encoding="utf-8")
    limit, ignored = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (8000, limit[1]))
        result = run(str(pages), "-o", str(out))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
        signal.signal(signal.SIGXFSZ, ignored)
    assert result.exit_code == 1
    assert len(result.output.splitlines()) == 1 and "cannot be written" in result.output
    assert {p.name: p.read_bytes() for p in out.iterdir()} == before
