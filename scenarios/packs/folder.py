"""The files of a pack that is a folder. Links and devices are refused, not followed."""

from __future__ import annotations

import os
import stat
from functools import partial
from typing import TYPE_CHECKING

from scenarios.faults import quoted
from scenarios.packs.errors import PackError
from scenarios.packs.gather import MOST_FILES, Found
from scenarios.packs.names import is_junk

if TYPE_CHECKING:
    from pathlib import Path

_FLAGS = (
    os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
)
"""A link that has come in the place of a file is not followed, and no pipe is waited for."""


def in_folder(folder: Path) -> list[Found]:
    """Return the files that stand in a folder; folders in it are named and not looked into."""
    found: list[Found] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if len(found) > MOST_FILES:
                    break
                if not is_junk(entry.name):
                    found.append(_found(entry))
    except OSError as error:
        raise PackError(f"{folder} cannot be read ({error.strerror})") from error
    return sorted(found, key=lambda file: file.name)


def _found(entry: os.DirEntry[str]) -> Found:
    state = entry.stat(follow_symlinks=False)
    if stat.S_ISDIR(state.st_mode):
        return Found(f"{entry.name}/", 0, lambda _: b"")
    if not stat.S_ISREG(state.st_mode):
        raise PackError(f"{quoted(entry.name)} is a link or a device, and a pack holds only files")
    return Found(entry.name, state.st_size, partial(_read, entry.path, entry.name))


def _read(path: str, name: str, limit: int) -> bytes:
    try:
        with os.fdopen(os.open(path, _FLAGS), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise PackError(f"{quoted(name)} is a link or a device, and a pack holds only files")
            return file.read(limit)
    except OSError as error:
        raise PackError(f"{quoted(name)} cannot be read ({error.strerror})") from error
