import os
from pathlib import Path

import pytest

from belegg.app.writing import write


def test_files_are_written_whole_and_nothing_else_is_left(tmp_path: Path) -> None:
    write(tmp_path / "new" / "folder", {"a.txt": "æøå\n", "b.txt": "–"})
    assert sorted(p.name for p in (tmp_path / "new" / "folder").iterdir()) == ["a.txt", "b.txt"]
    assert (tmp_path / "new" / "folder" / "a.txt").read_bytes() == "æøå\n".encode()


def test_a_failed_write_leaves_what_stood_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"a.txt": "old", "b.txt": "old"})
    calls: list[int] = []

    def full(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) == 2:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write(tmp_path, {"a.txt": "new", "b.txt": "new"})
    assert {p.name: p.read_text() for p in tmp_path.iterdir()} == {"a.txt": "old", "b.txt": "old"}


def test_no_file_is_waited_for_before_all_are_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waiting: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda _: waiting.append(len(list(tmp_path.glob("*.tmp")))))
    write(tmp_path, {f"{n}.txt": "whole" for n in range(3)})
    assert waiting == [3, 3, 3]
