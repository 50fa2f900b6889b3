"""A byte stream whose beginning can be looked at without being used up."""

import io
from collections.abc import Iterator
from typing import BinaryIO

from belegg.read.limits import HEAD_BYTES, PAGE_BYTES


class Peeked(io.RawIOBase):
    """Reads ``head`` bytes ahead; they are read again as part of the stream. Works for pipes, which cannot seek."""

    def __init__(self, source: BinaryIO) -> None:
        super().__init__()
        self._source = source
        self.head = _filled(source, HEAD_BYTES)
        self._left = self.head

    def readable(self) -> bool:
        """Always true."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fills the buffer from the head first, then from the source."""
        size = len(buffer)
        data = self._left[:size] if self._left else self._source.read(size)
        self._left = self._left[len(data) :]
        buffer[: len(data)] = data
        return len(data)


def buffered(peeked: Peeked) -> io.BufferedReader:
    """The stream for readers that want lines."""
    return io.BufferedReader(peeked, HEAD_BYTES)


def whole(stream: BinaryIO) -> bytes | None:
    """Everything that is left, or None where that is more than a page may be."""
    data = _filled(stream, PAGE_BYTES + 1)
    return None if len(data) > PAGE_BYTES else data


def lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """Line by line; None in place of a line that is longer than a page may be (it is skipped, not held)."""
    while line := stream.readline(PAGE_BYTES + 1):
        if len(line) <= PAGE_BYTES:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(PAGE_BYTES)
        yield None


def _filled(stream: BinaryIO, size: int) -> bytes:
    """Up to ``size`` bytes: a pipe may give them in small parts."""
    parts: list[bytes] = []
    while size > 0 and (part := stream.read(min(size, HEAD_BYTES * 16))):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
