"""Each format gives its pages, whatever the file is called; encodings are told apart."""

import gzip
import io
import json
import zipfile
from pathlib import Path

import pytest

from belegg.core.article import Page, PageFacts
from belegg.read import read
from belegg.read.decoding import encoding_of
from belegg.read.formats import format_of
from tests.read.archives import record, warc, warc_gz

TEXT = "Ordføreren går av\n\n– Jeg er sliten, sier Åse Bjørnø til «Øyposten».\n"


def pages_of(*inputs: Path | str, stdin: bytes | None = None) -> list[Page]:
    found = list(read([str(i) for i in inputs], io.BytesIO(stdin) if stdin is not None else None))
    assert all(isinstance(p, Page) for p in found), found
    return [p for p in found if isinstance(p, Page)]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode("utf-8"), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8-sig"),
        (TEXT.encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),  # no mark: told by its NUL bytes
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("cp1252"), "cp1252"),  # has the dash that Latin-1 lacks
        ("Åse Bjørnø går".encode("latin-1"), "cp1252"),
        (b"Bl\xe5b\xe6r og \x81", "latin-1"),  # a byte that Windows-1252 leaves empty
        (("æøå" * 50).encode()[:-1], "utf-8"),  # cut inside a character
        (("Blåbær på Røros. " * 20).encode() + b"\xe5", "utf-8"),  # one stray byte
        (b'<meta charset="iso-8859-2">P\xf8\xed', "iso8859-2"),  # what the page says of itself
        (b"\x00\x01\x02\x03" * 100, None),
        (("Blåbær på Røros. " * 20).encode() + b"\0", "utf-8"),  # one stray NUL
    ],
)
def test_encodings_are_told_apart(data: bytes, encoding: str | None) -> None:
    assert encoding_of(data) == encoding


def test_the_http_header_counts_where_the_bytes_are_not_utf8() -> None:
    assert encoding_of(b"\xcf\xf0\xe8", ["windows-1251"]) == "cp1251"
    assert encoding_of("på".encode(), ["windows-1251"]) == "utf-8"


@pytest.mark.parametrize(
    ("head", "name", "form"),
    [
        (b"  \n", "a.html", "empty"),
        (b"Plain words", "a.html", "text"),  # a wrong name
        (b"<!doctype html><p>x", "a.txt", "html"),
        (b"<?xml version='1.0'?>\n<!DOCTYPE html>\n<html>", "a", "html"),
        (b"<p>Et utdrag</p>", "a", "html"),
        (b"<3 er et hjerte", "a.txt", "text"),
        (b"<?xml version='1.0'?><!-- x --><rss version='2.0'>", "a.txt", "feed"),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'>", "a.xml", "feed"),
        (b"<rdf:RDF xmlns:rdf='x'>", "a.xml", "feed"),
        (b'{"text": "a"}\n{"text": "b"}', "a.txt", "jsonl"),
        (b'{"text": "a"}', "a.jsonl", "jsonl"),
        (b'{\n  "items": []\n}', "a", "json"),
        (b"[Oslo] - Det skjedde", "a.txt", "text"),
        (b"WARC/1.1\r\n", "a", "warc"),
        (b"\x1f\x8b\x08", "a", "gzip"),
        (b"PK\x03\x04", "a", "zip"),
        (b"PK\x03\x04", "a.docx", "document"),
        (b"%PDF-1.7\nBrua er stengt", "a.txt", "document"),
        (b"{\\rtf1 Brua er stengt", "a", "document"),
        (b"tittel;tekst\nBrua;Brua er stengt", "a.csv", "table"),
        (b"From: <Saved by Blink>\r\nContent-Type: multipart/related;\r\n\r\n", "a", "mhtml"),
        (b"Brua er stengt: raset\n\nEi fil av slaget multipart/related", "a.txt", "text"),
    ],
)
def test_the_content_tells_the_format(head: bytes, name: str, form: str) -> None:
    assert format_of(head, name) == form


SAVED = b"""From: <Saved by Blink>\r
Snapshot-Content-Location: https://vika.example/bru\r
Subject: Brua\r
MIME-Version: 1.0\r
Content-Type: multipart/related; type="text/html"; boundary="--x"\r
\r
----x\r
Content-Type: text/html\r
Content-Transfer-Encoding: quoted-printable\r
Content-Location: https://vika.example/bru\r
\r
<html><body><h1>Brua p=C3=A5 Nes er st=\r
engt</h1></body></html>\r
----x\r
Content-Type: text/css\r
\r
p { color: red }\r
----x--\r
"""


def test_a_page_that_a_browser_saved_as_one_file(tmp_path: Path) -> None:
    (tmp_path / "bru.mhtml").write_bytes(SAVED)
    (found,) = pages_of(tmp_path)
    assert found.content.decode() == "<html><body><h1>Brua på Nes er stengt</h1></body></html>"
    assert (found.media, found.facts.url) == ("html", "https://vika.example/bru")


def test_text_keeps_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b" \r\n" + TEXT.encode("cp1252"))
    assert pages_of(path) == [Page(str(path), b" \r\n" + TEXT.encode("cp1252"), "cp1252", "text")]


def test_standard_input_is_sniffed() -> None:
    assert pages_of("-", stdin=TEXT.encode()) == [Page("-", TEXT.encode(), "utf-8", "text")]
    lines = json.dumps({"text": "En."}) + "\n" + json.dumps({"text": "To."})
    assert [p.source for p in pages_of("-", stdin=lines.encode())] == ["-#1", "-#2"]
    assert len(pages_of("-", stdin=warc_gz("En.", "To."))) == 2


def test_json_lines_carry_their_facts(tmp_path: Path) -> None:
    row = {
        "body": "Saken er henlagt.", "url": "https://a.example/1", "headline": "Henlagt",
        "authors": ["Kari Nes", "Per Li"], "source": {"name": "Øyposten"}, "date": "2024-02-03",
        "date_modify": "2024-02-04", "lang": "nb",
    }  # fmt: skip
    path = tmp_path / "a.ndjson"
    path.write_text(json.dumps(row), encoding="utf-8")
    facts = PageFacts(
        "https://a.example/1", "Henlagt", "Øyposten", "Kari Nes, Per Li", "nb", "2024-02-03", "2024-02-04"
    )
    assert pages_of(path) == [Page(f"{path}#1", b"Saken er henlagt.", "utf-8", "text", facts)]


def test_a_time_stamp_in_json_may_be_a_number(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"articleBody": "Saken er henlagt.", "publishedAt": 1709620260}')
    assert [p.facts.published for p in pages_of(path)] == ["1709620260"]


def test_html_in_json_is_known_as_such(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    rows = [{"html": "<p>En.</p>"}, {"content": "<p>To.</p><p>Tre.</p>"}, {"text": "5 < 6 og 7 > 6"}]
    path.write_text("\n".join(map(json.dumps, rows)))
    assert [p.media for p in pages_of(path)] == ["html", "html", "text"]


def test_a_json_feed(tmp_path: Path) -> None:
    path = tmp_path / "feed.json"
    items = [{"id": "1", "title": "Tittel", "content_html": "<p>En.</p>", "date_published": "2024-01-02T03:04:05Z"}]
    path.write_text(
        json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Øyposten", "items": items}, indent=2)
    )
    (page,) = pages_of(path)
    assert (page.media, page.facts.outlet, page.facts.title) == ("html", "Øyposten", "Tittel")
    assert page.facts.published == "2024-01-02T03:04:05Z"


RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Øyposten</title>
<language>nn</language>
<item><title>Ny ferje</title><link>https://o.example/1</link><pubDate>Tue, 05 Mar 2024 06:31:00 GMT</pubDate>
<description>Ferja kjem i mai.</description>
<content:encoded><![CDATA[<p>Den nye ferja kjem.</p>]]></content:encoded></item>
<item><title>&lt;b&gt;Utan&lt;/b&gt; innhald &amp;amp; bilete</title>
<description>Berre ei linje &amp; litt til.</description></item>
</channel></rss>"""


def test_an_rss_file(tmp_path: Path) -> None:
    path = tmp_path / "nyhende.xml"
    path.write_text(RSS, encoding="utf-8")
    first, second = pages_of(path)
    assert first.facts.outlet == "Øyposten"
    assert first.facts.published == "Tue, 05 Mar 2024 06:31:00 GMT"
    assert first.content.decode() == '<p class="lead">Ferja kjem i mai.</p>\n<p>Den nye ferja kjem.</p>'
    assert "Berre ei linje" in second.content.decode()
    assert second.facts.title == "Utan innhald & bilete"


def test_an_atom_file(tmp_path: Path) -> None:
    path = tmp_path / "a.atom"
    path.write_text(
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Øyposten</title><entry><title>Ei sak</title><id>urn:1</id>'
        "<updated>2024-03-05T08:00:00Z</updated><published>2024-03-05T07:00:00Z</published>"
        '<content type="html">&lt;p&gt;Tekst.&lt;/p&gt;</content></entry></feed>'
    )
    (page,) = pages_of(path)
    assert page.content == b"<p>Tekst.</p>"
    assert (page.facts.published, page.facts.updated) == ("2024-03-05T07:00:00Z", "2024-03-05T08:00:00Z")
    assert page.facts.url is None  # an id is no address


@pytest.mark.parametrize("packed", [False, True])
def test_web_archives(tmp_path: Path, packed: bool) -> None:
    path = tmp_path / "a.bin"  # the name says nothing
    others = record(3, "Et bilde", "image/png") + record(4, "Borte", status="404 Not Found")
    path.write_bytes((warc_gz if packed else warc)("Første sak på øya.", "Andre sak.") + (b"" if packed else others))
    first, second = pages_of(path)
    assert first.facts.url == "https://avisa.example/1"
    assert "på øya" in first.content.decode(first.encoding)
    assert second.source == f"{path}#2"


def test_a_wacz_file(tmp_path: Path) -> None:
    path = tmp_path / "a.wacz"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("datapackage.json", "{}")
        archive.writestr("archive/data.warc.gz", warc_gz("Første sak.", "Andre sak."))
    assert [p.source for p in pages_of(path)] == [f"{path}#archive/data.warc.gz#{n}" for n in (1, 2)]


def test_packed_text(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps({"text": TEXT}).encode()))
    assert [p.content.decode() for p in pages_of(path)] == [TEXT]


def test_folders_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b/1.txt", "a/2.html", "a/1.txt", "c.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"Sak {name}")
    (tmp_path / "a" / "bilde.jpg").write_bytes(b"\xff\xd8")
    names = [Path(p.source).relative_to(tmp_path).as_posix() for p in pages_of(tmp_path)]
    assert names == ["c.txt", "a/1.txt", "a/2.html", "b/1.txt"]
