"""Reads any number of inputs one page at a time: memory does not grow with their number."""

import gzip
import os
import shutil
import tempfile
import zlib
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, cast

from belegg.core.article import Media, Page, PageFacts, Rejected
from belegg.read.archives import read_wacz, read_warc
from belegg.read.feeds import read_feed
from belegg.read.fetching import Fetcher, NoFetcher, is_address
from belegg.read.formats import Format, format_of
from belegg.read.limits import PAGE_BYTES, too_large
from belegg.read.objects import read_document, read_lines
from belegg.read.parts import page_of_bytes
from belegg.read.saved import read_saved
from belegg.read.stream import Peeked, buffered, whole

STDIN = "-"
# In a folder only these are looked at: a saved page brings pictures and scripts along that are no input. Documents that
# cannot be read are looked at, so that it is told.
_IN_FOLDERS = frozenset(
    (".txt", ".text", ".html", ".htm", ".xhtml", ".mhtml", ".mht", ".jsonl", ".ndjson", ".json", ".xml", ".rss",
     ".atom", ".warc", ".wacz", ".gz", ".pdf", ".rtf", ".doc", ".docx", ".odt", "")
)  # fmt: skip
_REFUSED: dict[Format, str] = {
    "empty": "the file is empty",
    "binary": "a binary file, not text",
    "xml": "XML that is neither a feed nor a web page",
    "zip": "a zip file without web archives in it (not WACZ)",
    "document": "a PDF or a word processor's document; save it as text (.txt) or a web page",
    "table": "a table, not an article; give articles in rows as JSON Lines",
    "own": "written by belegg itself, not an article",
}
_SPECIAL = "no file: a pipe, a socket or a device"


def read(
    inputs: Sequence[str], stdin: BinaryIO | None = None, fetcher: Fetcher | None = None
) -> Iterator[Page | Rejected]:
    """Every page of the inputs, in order; what cannot be used is a ``Rejected`` with one line that says why.

    ``inputs`` are paths of files and folders (read whole, in the order of their names), http(s) addresses, and ``-``
    for ``stdin``. A page with the same bytes as one before is rejected, naming the first, but where another
    publisher has printed it: agency copy is a report of each.
    """
    seen: dict[tuple[bytes, str], str] = {}
    for source in inputs:
        for page in _input(source, stdin, fetcher or NoFetcher()):
            yield page if isinstance(page, Rejected) else _first_time(page, seen)


def _first_time(page: Page, seen: dict[tuple[bytes, str], str]) -> Page | Rejected:
    key = (sha256(page.content).digest(), page.facts.publisher)
    if key in seen:
        return Rejected(page.source, f"the same content as {seen[key]}")
    seen[key] = page.source
    return page


def _input(source: str, stdin: BinaryIO | None, fetcher: Fetcher) -> Iterator[Page | Rejected]:
    if source == STDIN:
        yield from _stream(source, stdin) if stdin is not None else (Rejected(source, "no standard input"),)
    elif is_address(source):
        yield fetcher.fetch(source)
    elif Path(source).is_dir():
        yield from _folder(source)
    else:
        yield from _file(source)


def _folder(source: str) -> Iterator[Page | Rejected]:
    """The articles in a folder and the folders below it, in the order of their names; hidden ones are left out.

    So is what Belegg itself wrote: its dossier, read as an article, would count every report twice.
    """
    found = False
    failures: list[OSError] = []
    for path in _files(source, failures):
        # To open a pipe that nobody writes to is to wait for ever; one that is named by itself is meant.
        special = path.exists() and not path.is_file()
        pages = iter((Rejected(_named(str(path)), _SPECIAL),)) if special else _file(str(path))
        for page in pages:
            if not isinstance(page, Rejected) or page.reason != _REFUSED["own"]:
                found = True
                yield page
    yield from (Rejected(_named(str(f.filename)), _word(f)) for f in failures)
    if not found and not failures:
        yield Rejected(_named(source), "a folder without articles")


def _files(source: str, failures: list[OSError]) -> Iterator[Path]:
    """The files to look at; linked folders are followed, each once, so that links in a ring end."""
    seen = {os.path.realpath(source)}
    for folder, folders, names in os.walk(source, onerror=failures.append, followlinks=True):
        folders[:] = [f for f in sorted(folders) if not f.startswith(".") and _is_new(Path(folder) / f, seen)]
        for name in sorted(f for f in names if not f.startswith(".")):
            if Path(name).suffix.lower() in _IN_FOLDERS:
                yield Path(folder) / name


def _is_new(folder: Path, seen: set[str]) -> bool:
    real = os.path.realpath(folder)
    new = real not in seen
    seen.add(real)
    return new


def _file(path: str) -> Iterator[Page | Rejected]:
    source = _named(path)
    try:
        with Path(path).open("rb") as stream:
            yield from _stream(source, stream)
    except OSError as error:
        yield Rejected(source, _word(error))
    except ValueError as error:
        yield Rejected(source, f"not a path: {error}")


def _named(path: str) -> str:
    """A path as text that can be written anywhere: bytes of a name that are no UTF-8 are spelt out."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _stream(source: str, stream: BinaryIO, depth: int = 0) -> Iterator[Page | Rejected]:
    """The pages of one input, by what its first bytes show."""
    peeked = Peeked(stream)
    name = source.removesuffix(".gz") if depth else source
    form = format_of(peeked.head, "" if source == STDIN else name)
    if form == "gzip":
        yield from _gzipped(source, peeked, depth)
    elif form in ("warc", "zip"):
        with _seekable(peeked) as spooled:
            yield from read_warc(source, spooled) if form == "warc" else read_wacz(source, spooled)
    elif form == "empty" and _rest_is_blank(peeked):
        yield Rejected(source, _REFUSED["empty"])
    else:
        yield from _text(source, cast("BinaryIO", buffered(peeked)), form)


def _text(source: str, stream: BinaryIO, form: Format) -> Iterator[Page | Rejected]:
    if form in _REFUSED:
        yield Rejected(source, _REFUSED[form])
    elif form == "jsonl":
        yield from read_lines(source, stream)
    elif form == "json":
        yield from read_document(source, stream)
    elif form == "feed":
        yield from read_feed(source, stream)
    elif form == "mhtml":
        yield from read_saved(source, stream)
    else:
        data = whole(stream)
        media: Media = "html" if form == "html" else "text"
        yield Rejected(source, too_large()) if data is None else page_of_bytes(source, data, media, PageFacts())


def _gzipped(source: str, peeked: Peeked, depth: int) -> Iterator[Page | Rejected]:
    """What a gzip file holds; a web archive is packed record by record, which its reader undoes itself."""
    if depth:
        yield Rejected(source, "packed more than once")
        return
    if _starts(peeked.head, b"WARC/"):
        with _seekable(peeked) as spooled:
            yield from read_warc(source, spooled)
        return
    try:
        with gzip.GzipFile(fileobj=cast("BinaryIO", buffered(peeked))) as inner:
            yield from _stream(source, cast("BinaryIO", inner), depth + 1)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        yield Rejected(source, f"broken gzip file: {error}")


def _starts(packed: bytes, mark: bytes) -> bool:
    try:
        return zlib.decompressobj(wbits=31).decompress(packed, 64).startswith(mark)
    except zlib.error:
        return False


def _seekable(peeked: Peeked) -> BinaryIO:
    """The stream on disk (small ones in memory): archives are read with jumps, which a pipe does not allow."""
    spooled = tempfile.SpooledTemporaryFile(max_size=PAGE_BYTES)  # noqa: SIM115 (the caller closes it)
    shutil.copyfileobj(peeked, spooled)
    spooled.seek(0)
    return cast("BinaryIO", spooled)


def _rest_is_blank(peeked: Peeked) -> bool:
    return not any(part.strip() for part in iter(lambda: peeked.read(1 << 16), b""))


def _word(error: OSError) -> str:
    """One line for an error of the file system."""
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    if isinstance(error, PermissionError):
        return "no permission to read it"
    return error.strerror or str(error)
