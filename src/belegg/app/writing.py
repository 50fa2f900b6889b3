"""Writes a dossier into a folder: each file whole or not at all."""

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from belegg.core.dossier import Dossier
from belegg.show.export import dumps
from belegg.show.markdown import markdown
from belegg.show.page import pages
from belegg.show.tables import tables

FORMATS = ("html", "json", "md", "csv")


def files(dossier: Dossier, formats: Sequence[str], language: str) -> dict[str, str]:
    """File names and their content for the formats asked for."""
    found: dict[str, str] = {}
    if "html" in formats:
        found.update(pages(dossier, language))
    if "json" in formats:
        found["belegg.json"] = dumps(dossier)
    if "md" in formats:
        found["dossier.md"] = markdown(dossier, language)
    if "csv" in formats:
        found.update(tables(dossier))
    return found


def write(folder: Path, content: dict[str, str]) -> None:
    """Writes all files; raises OSError (no permission, disk full) and leaves what stood there before untouched."""
    folder.mkdir(parents=True, exist_ok=True)
    staged: list[tuple[Path, Path]] = []
    try:
        for name, text in content.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            staged.append((_stage(folder, text), folder / name))
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
            file.flush()
            os.fsync(file.fileno())
        path.chmod(0o644)
    except BaseException:  # an interrupt too: nothing half written stays behind
        path.unlink(missing_ok=True)
        raise
    return path
