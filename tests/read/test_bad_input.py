"""Everything that cannot be used gives one clear line, and the rest is done."""

import gzip
import io
import json
import os
from pathlib import Path

import pytest

from belegg.clean import clean
from belegg.core.article import Article, Page, Rejected
from belegg.core.dossier import Dossier
from belegg.models.language import load_identifier
from belegg.read import limits as read_limits
from belegg.read import read
from belegg.show.page import page
from tests.read.archives import warc, warc_gz

GOOD = "Brannen er slukket\n\nIngen ble skadet i brannen på Nes, opplyser politiet.\n"


def read_all(*inputs: Path | str, stdin: bytes | None = None) -> tuple[list[Page], list[Rejected]]:
    found = list(read([str(i) for i in inputs], io.BytesIO(stdin) if stdin is not None else None))
    return [p for p in found if isinstance(p, Page)], [p for p in found if isinstance(p, Rejected)]


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_text(GOOD, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b"", "the file is empty"),
        ("blank.txt", b" \n\n\t\n", "the file is empty"),  # white space only
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "a binary file, not text"),
        ("noise.html", bytes([1, 2, 3, 4, 200, 201]) * 500, "a binary file, not text"),  # control characters, no NUL
        ("data.xml", b"<?xml version='1.0'?><rows><row/></rows>", "XML that is neither a feed nor a web page"),
        ("papers.zip", b"PK\x03\x04broken", "broken zip file: File is not a zip file"),
        ("letter.docx", b"PK\x03\x04broken", "a PDF or a word processor's document"),
        ("page.mht", b"MIME-Version: 1.0\nContent-Type: multipart/related\n\nBrua", "MHTML without a web page in it"),
        ("rows.csv", b"title,text\nBrua,Brua er stengt", "a table, not an article"),
        ("half.txt.gz", gzip.compress(GOOD.encode() * 50)[:-20], "broken gzip file"),
        ("twice.gz", gzip.compress(gzip.compress(b"x")), "packed more than once"),
        ("broken.json", b'{"text": "Hei', "broken JSON: "),
        ("deep.json", b'{"a":' * 20_000 + b"1" + b"}" * 20_000, "broken JSON: nested too deeply"),
        ("other.json", b'{"name": "Kari"}', "no text or html field"),
        ("none.json", b"[]", "JSON without articles"),
        ("empty.rss", b"<rss version='2.0'><channel><title>x</title></channel></rss>", "a feed without entries"),
    ],
)
def test_a_bad_file_is_told_in_one_line(good: Path, tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    bad = tmp_path / name
    bad.write_bytes(content)
    pages, rejected = read_all(bad, good)
    assert [p.source for p in pages] == [str(good)]
    assert [r.source for r in rejected] == [str(bad)]
    assert rejected[0].reason.startswith(reason)
    assert "\n" not in rejected[0].reason


def test_one_line_of_fifty_megabytes_is_turned_down_unread(good: Path, tmp_path: Path) -> None:
    huge = tmp_path / "huge.txt"
    huge.write_bytes(b"a" * 50 * 1024 * 1024)
    pages, rejected = read_all(huge, good)
    assert len(pages) == 1
    assert rejected == [Rejected(str(huge), "larger than 20 MB: no article")]


def test_a_huge_line_of_json_lines_is_skipped_and_not_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("belegg.read.stream.PAGE_BYTES", 1000)
    lines = tmp_path / "a.jsonl"
    lines.write_text("\n".join(json.dumps({"text": t}) for t in ("Først.", "x" * 5000, "Sist.")), encoding="utf-8")
    pages, rejected = read_all(lines)
    assert [p.content.decode() for p in pages] == ["Først.", "Sist."]
    assert [r.source for r in rejected] == [f"{lines}#2"]
    assert rejected[0].reason == read_limits.too_large()


def test_a_broken_line_of_json_lines_leaves_the_others(tmp_path: Path) -> None:
    lines = tmp_path / "a.jsonl"
    lines.write_bytes(b'{"text": "En."}\n{"text": "To\n\n[1]\n{"text": " "}\n{"text": "Fem."}\n')
    pages, rejected = read_all(lines)
    assert [p.source for p in pages] == [f"{lines}#1", f"{lines}#6"]
    assert [(r.source, r.reason.split(":")[0]) for r in rejected] == [
        (f"{lines}#2", "broken JSON"),
        (f"{lines}#4", "not a JSON object"),
        (f"{lines}#5", "no text or html field"),
    ]


@pytest.mark.parametrize(("packed", "cut"), [(False, 60), (False, 400), (False, 800), (True, 40), (True, 200)])
def test_records_before_the_cut_of_an_archive_are_used(tmp_path: Path, packed: bool, cut: int) -> None:
    path = tmp_path / ("a.warc.gz" if packed else "a.warc")
    path.write_bytes((warc_gz if packed else warc)("Første sak.", "Andre sak.", "Tredje sak." + "x" * 500)[:-cut])
    pages, rejected = read_all(path)
    assert [p.source for p in pages] == [f"{path}#1", f"{path}#2"]
    assert [r.source for r in rejected] == [f"{path}#3"]
    assert "cut off" in rejected[0].reason


def test_a_folder_without_articles(good: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    (empty / "below").mkdir(parents=True)
    (empty / "picture.png").write_bytes(b"\x89PNG")
    (empty / ".hidden.txt").write_text(GOOD)
    pages, rejected = read_all(empty, good)
    assert len(pages) == 1
    assert rejected == [Rejected(str(empty), "a folder without articles")]


def test_what_belegg_wrote_is_no_article(good: Path) -> None:
    """Else the same command given twice in one folder would read its own dossier, and count each report twice."""
    dossier = good.parent / "dossier"
    dossier.mkdir()
    wrote = {
        "belegg.json": '{\n "format": "belegg/1",\n "articles": [{"id": "a1", "text": "Brannen er slukket."}]}',
        "index.html": page(Dossier(()), "nb"),
        "judgements.jsonl": '{"subject": "claim", "left": "a1-s1", "right": "a2-s1", "verdict": "same"}\n',
    }
    for name, text in wrote.items():
        (dossier / name).write_text(text, encoding="utf-8")
    pages, rejected = read_all(good.parent)
    assert ([p.source for p in pages], rejected) == ([str(good)], [])
    _, rejected = read_all(*(dossier / name for name in wrote))
    assert [r.reason for r in rejected] == ["written by belegg itself, not an article"] * len(wrote)


def test_linked_folders_are_read_once_and_a_ring_of_links_ends(good: Path, tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    (desk / "below").mkdir(parents=True)
    (desk / "below" / "up").symlink_to("..")
    (desk / "archive").symlink_to(good.parent, target_is_directory=True)
    pages, rejected = read_all(desk)
    assert ([p.source for p in pages], rejected) == ([str(desk / "archive" / good.name)], [])


def test_a_name_that_is_no_utf8_is_spelt_out(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/bl\xe5tt.txt"
    Path(os.fsdecode(path)).write_text(GOOD, encoding="utf-8")
    (only,), _ = read_all(tmp_path)
    assert only.source == str(tmp_path / r"bl\xe5tt.txt")


def test_a_file_that_vanishes(good: Path, tmp_path: Path) -> None:
    gone = tmp_path / "gone.txt"
    gone.write_text(GOOD + "x")
    found = read([str(good), str(gone)])
    assert isinstance(next(found), Page)
    gone.unlink()
    assert list(found) == [Rejected(str(gone), "no such file or folder")]


def test_a_file_that_may_not_be_read(good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The superuser may read everything, so that the refusal is played.
    secret = tmp_path / "secret.txt"
    secret.write_text(GOOD + "x")
    opened = Path.open

    def refuse(self: Path, mode: str = "r") -> object:
        if self.name == "secret.txt":
            raise PermissionError(13, "Permission denied")
        return opened(self, mode)

    monkeypatch.setattr(Path, "open", refuse)
    pages, rejected = read_all(secret, good)
    assert len(pages) == 1
    assert rejected == [Rejected(str(secret), "no permission to read it")]


def test_the_same_content_twice_names_the_first(good: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_bytes(good.read_bytes())
    pages, rejected = read_all(good, copy, good)
    assert [p.source for p in pages] == [str(good)]
    assert rejected == [Rejected(str(s), f"the same content as {good}") for s in (copy, good)]


def test_addresses_are_turned_down_with_a_way_out() -> None:
    _, rejected = read_all("https://avisa.example/a")
    assert "save the page" in rejected[0].reason


def test_no_standard_input() -> None:
    _, rejected = read_all("-")
    assert rejected == [Rejected("-", "no standard input")]


def test_an_entity_bomb_in_a_feed_stays_small(tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.rss"
    levels = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10))
    bomb.write_text(
        f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a0 "ha">{levels}<!ENTITY f SYSTEM "file:///etc/passwd">]>'
        "<rss version='2.0'><channel><title>x</title><item><title>En</title>"
        "<description>Vi &a9; og &f; ser.</description></item></channel></rss>"
    )
    pages, rejected = read_all(bomb)
    assert len(pages) + len(rejected) == 1
    assert all(len(p.content) < 10_000 and b"root:" not in p.content for p in pages)


def test_a_pipe_in_a_folder_is_not_waited_for(good: Path) -> None:
    os.mkfifo(good.with_name("pipe.txt"))
    pages, rejected = read_all(good.parent)
    assert [p.source for p in pages] == [str(good)]
    assert [(Path(r.source).name, r.reason) for r in rejected] == [
        ("pipe.txt", "no file: a pipe, a socket or a device")
    ]


def test_a_file_that_vanishes_while_others_are_read_is_told(good: Path) -> None:
    later = good.with_name("later.txt")
    later.write_text(GOOD + "Mer.", encoding="utf-8")
    coming = read([str(good.parent)])
    assert isinstance(next(coming), Page)
    later.unlink()
    assert [(r.source, r.reason) for r in coming if isinstance(r, Rejected)] == [(str(later), "no such file or folder")]


COPIES = [  # what two containers tell of the same words, how many reports that is
    ({"outlet": "Vikaposten"}, {"outlet": "Fjordavisa"}, 2),
    ({"url": "https://www.vika.example/1"}, {"url": "https://fjord.example/9"}, 2),
    ({"url": "https://www.vika.example/1"}, {"url": "http://vika.example/1?ref=rss"}, 1),
    ({"outlet": "Vikaposten"}, {"outlet": "VIKAPOSTEN"}, 1),
    ({}, {}, 1),
    ({"url": "http://[vika"}, {"outlet": "Fjordavisa"}, 2),  # no address
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "reports"), COPIES)
def test_agency_copy_is_a_report_of_each_who_prints_it(
    tmp_path: Path, first: dict[str, str], second: dict[str, str], reports: int
) -> None:
    file = tmp_path / "crawl.jsonl"
    file.write_text("".join(json.dumps({"text": GOOD, **told}) + "\n" for told in (first, second)))
    pages, rejected = read_all(file)
    assert (len(pages), len(rejected)) == (reports, 2 - reports)
    made = [clean(page, load_identifier()) for page in pages]
    assert len({a.id for a in made if isinstance(a, Article)}) == reports
