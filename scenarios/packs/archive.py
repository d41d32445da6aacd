"""The files of a pack that is a zip. Nothing is unpacked to the disk; sizes are not believed but counted."""

from __future__ import annotations

import contextlib
import stat
import struct
import zipfile
import zlib
from functools import partial
from typing import TYPE_CHECKING

from scenarios.faults import quoted
from scenarios.packs.errors import PackError
from scenarios.packs.gather import MOST_BYTES, MOST_FILES, Found

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

MOST_SQUEEZED = 100
"""So many times larger than in the zip a file may be; text comes to about five."""
SMALL = 100_000
"""Bytes up to which a file may be squeezed more: a page of blanks does no harm."""

_BROKEN = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, struct.error, EOFError, OSError),
    *(NotImplementedError, RuntimeError, ValueError, OverflowError, MemoryError),
)
"""What a broken zip makes its reader raise."""


@contextlib.contextmanager
def in_archive(path: Path) -> Iterator[Sequence[Found]]:
    """Open a zip and give its files; each can be read as long as it is open."""
    if path.stat().st_size > MOST_BYTES:
        raise PackError(f"{path} is larger than {MOST_BYTES // 1_000_000} MB")
    try:
        archive = zipfile.ZipFile(path)
    except _BROKEN as error:
        raise PackError(f"{path} is no zip that can be read") from error
    with archive:
        infos = archive.infolist()
        if len(infos) > MOST_FILES:
            raise PackError(f"the pack holds more than {MOST_FILES} files")
        yield [_found(archive, info) for info in infos]


def _found(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Found:
    name = info.orig_filename
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise PackError(f"{quoted(name)} is a link or a device, and a pack holds only files")
    if info.flag_bits & 1:
        raise PackError(f"{quoted(name)} is locked with a password")
    if info.file_size > SMALL and info.file_size > MOST_SQUEEZED * info.compress_size:
        raise PackError(f"{quoted(name)} is squeezed more than {MOST_SQUEEZED} times, as no text is")
    return Found(name, info.file_size, partial(_read, archive, info))


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limit: int) -> bytes:
    try:
        with archive.open(info) as file:
            return file.read(limit)
    except _BROKEN as error:
        raise PackError(f"{quoted(info.orig_filename)} is broken in the zip") from error
