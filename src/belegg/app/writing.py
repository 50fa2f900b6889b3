"""Writes a dossier into a folder: each file whole or not at all."""

import os
import tempfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from belegg.app.halving import by_two
from belegg.core.comparison import Story
from belegg.core.dossier import Dossier
from belegg.core.each import Each, both, one_by_one
from belegg.core.judgement import Judgement
from belegg.core.reasoning import Claim, Event
from belegg.show.export import dumps, settled
from belegg.show.markdown import markdown
from belegg.show.page import Maker, Part, page_makers, part
from belegg.show.tables import tables
from belegg.show.volumes import ONE_PAGE, Volume, is_large, volumes

_FAST = 1  # zlib's level
Links = tuple[Judgement, ...]
FORMATS = ("html", "json", "md", "csv")


class Texts(Mapping[str, str]):
    """Files by name. Those that were added early wait as compressed bytes, in a tenth of the memory."""

    def __init__(self) -> None:
        self._found: dict[str, str | bytes] = {}

    def add(self, files: Mapping[str, str], pack: bool = False) -> None:
        """Takes in some files."""
        for name, text in files.items():
            self._found[name] = zlib.compress(text.encode("utf-8", "surrogatepass"), _FAST) if pack else text

    def __getitem__(self, name: str) -> str:
        found = self._found[name]
        return found if isinstance(found, str) else zlib.decompress(found).decode("utf-8", "surrogatepass")

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


class Press:
    """Makes the files of a dossier; the pages of a large one story by story, while others are still reasoned about."""

    def __init__(self, formats: Sequence[str], language: str, several: bool = False) -> None:
        """``several``: more than one process may be used, which a large dossier is worth."""
        self._formats, self._language, self._several = formats, language, several
        self._waiting: dict[str, Volume] = {}
        self._made: dict[str, Part] = {}
        self._texts = Texts()
        self._written = Texts()

    def begin(self, dossier: Dossier) -> None:
        """Takes the dossier as it is before its stories are reasoned about."""
        if "json" in self._formats:
            self._written.add(settled(dossier), pack=True)
        if "html" in self._formats and is_large(dossier):
            self._waiting = {volume.story.id: volume for volume in volumes(dossier)}

    def told(self, story: Story, claims: tuple[Claim, ...], events: tuple[Event, ...], links: Links) -> None:
        """Makes the page of a story, if it has one of its own."""
        volume = self._waiting.pop(story.id, None)
        if volume:
            judgements = (*volume.dossier.judgements, *links)
            known = replace(
                volume, dossier=replace(volume.dossier, claims=claims, events=events, judgements=judgements)
            )
            made = part(known, self._language)
            self._texts.add(made.files, pack=True)
            self._made[story.id] = replace(made, files={})

    def files(self, dossier: Dossier) -> Mapping[str, str]:
        """File names and content, now that all is known."""
        each = by_two if self._several and len(dossier.documents) > ONE_PAGE else one_by_one
        self._texts.add(files(dossier, self._formats, self._language, self._made, self._written, each))
        return self._texts


def files(
    dossier: Dossier,
    formats: Sequence[str],
    language: str,
    made: Mapping[str, Part] | None = None,
    written: Mapping[str, str] | None = None,
    each: Each = one_by_one,
) -> dict[str, str]:
    """File names and their content for the formats asked for.

    ``made``: pages that are there already, by story; ``written``: parts of the export that are. ``each``: how the
    first of them, and all others, are made.
    """
    makers: list[Maker] = []
    if "html" in formats:
        makers += page_makers(dossier, language, made)
    if "json" in formats:
        makers.append(lambda: {"belegg.json": dumps(dossier, written)})
    if "md" in formats:
        makers.append(lambda: {"dossier.md": markdown(dossier, language)})
    if "csv" in formats:
        makers.append(lambda: tables(dossier))
    first, others = both(each, partial(_all_of, makers[:1]), partial(_all_of, makers[1:]))
    return {**first, **others}


def _all_of(makers: Iterable[Maker]) -> dict[str, str]:
    return {name: text for make in makers for name, text in make().items()}


def try_to_write(folder: Path) -> None:
    """Makes the folder and a passing file in it; raises OSError: better before long work than after it."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryFile(dir=folder):
        pass


def write(folder: Path, content: Mapping[str, str]) -> None:
    """Writes all files; raises OSError (no permission, disk full) and leaves what stood there before untouched."""
    folder.mkdir(parents=True, exist_ok=True)
    staged: list[tuple[Path, Path]] = []
    try:
        for name, text in content.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            staged.append((_stage(folder, text), folder / name))
        for temporary, _ in staged:  # when all are written: file systems bring many to the disk in one go
            _keep(temporary)
        for temporary, target in staged:
            temporary.replace(target)
    finally:
        for temporary, _ in staged:
            temporary.unlink(missing_ok=True)


def _stage(folder: Path, text: str) -> Path:
    handle, name = tempfile.mkstemp(dir=folder, suffix=".tmp")
    path = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace", newline="") as file:
            file.write(text)
        path.chmod(0o644)
    except BaseException:  # an interrupt too: nothing half written stays behind
        path.unlink(missing_ok=True)
        raise
    return path


def _keep(path: Path) -> None:
    """Waits until a file is on the disk."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())
