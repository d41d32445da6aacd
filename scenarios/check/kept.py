"""Keeps what came of checking a file, so that a file that has not changed is not checked again.

A result is known by the name and the bytes of its file, and lies in a folder that is named after all code and
data that it was made with: change either, and the file is checked anew. A kept result that cannot be read or
written is no error, only slower.
"""

from __future__ import annotations

import json
import os
import shutil
from contextlib import suppress
from functools import cache, lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

import scoring
from scenarios.check.one import brief_in, check_file
from scenarios.check.result import Result, record_of, result_of
from scenarios.places import BUILT_IN, BUILT_IN_DRILLS, checked_folder
from scenarios.source import MAX_BYTES
from scoring.private import make_private

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from scenarios.check.brief import Brief

_OFF = "SPEAKUP_NO_CACHE"
"""Set in the environment, nothing is kept and nothing that was kept is read."""
MOST_KEPT = 4_000
"""Results, some 40 kB each; where there are more, all are forgotten."""
_MADE_WITH = frozenset((".py", ".yaml", ".json", ".txt"))


def checked(file: Path) -> Result:
    """Check a file, or return what came of it when it was the same."""
    return _result("whole", file, check_file)


def brief(file: Path) -> Brief | None:
    """Return what the others need to know of a file, once for the same file."""
    try:
        state = file.stat()
    except OSError:
        return None
    return _brief(file, state.st_size, state.st_mtime_ns)


@lru_cache(maxsize=100)
def _brief(file: Path, _size: int, _changed: int) -> Brief | None:
    return _result("brief", file, lambda file: Result((), brief=brief_in(file))).brief


def _result(what: str, file: Path, made: Callable[[Path], Result]) -> Result:
    """Return what is kept of a file, or else make and keep it."""
    place = _place(what, file)
    if place is None:
        return made(file)
    with suppress(OSError, ValueError, KeyError, TypeError):
        return result_of(json.loads(place.read_bytes()))
    result = made(file)
    with suppress(OSError):
        _keep(place, json.dumps(record_of(result), separators=(",", ":")))
    return result


def _place(what: str, file: Path) -> Path | None:
    """Return where something of a file is kept; None where it cannot be."""
    if os.environ.get(_OFF):
        return None
    try:
        with file.open("rb") as opened:
            data = opened.read(MAX_BYTES + 1)
    except OSError:
        return None
    told = blake2b(f"{what} {file}\n".encode(errors="surrogateescape"), digest_size=16)
    told.update(data)
    return checked_folder() / _stamp() / f"{told.hexdigest()}.json"


def _keep(place: Path, text: str) -> None:
    """Write a result whole or not at all."""
    make_private(place.parent)
    part = place.with_suffix(f".{os.getpid()}")
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as written:
        written.write(text)
    part.replace(place)


def tidy() -> None:
    """Forget what was made with other code, and everything where it has become too much."""
    with suppress(OSError), os.scandir(checked_folder()) as found:
        for each in found:
            if each.name != _stamp() or len(os.listdir(each.path)) > MOST_KEPT:  # noqa: PTH208 - names only
                shutil.rmtree(each.path, ignore_errors=True)


@cache
def _stamp() -> str:
    """Return what changes whenever any code or data does that a check depends on."""
    told = blake2b(digest_size=10)
    for package in (Path(__file__).parents[1], Path(scoring.__file__).parent):
        for path in sorted(_files(package)):
            state = path.stat()
            told.update(f"{path}:{state.st_size}:{state.st_mtime_ns}\n".encode(errors="surrogateescape"))
    return told.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    """Yield the code and the data in a package; scenarios and drills are what is checked."""
    files = (each for each in folder.rglob("*") if each.suffix in _MADE_WITH)
    return (each for each in files if each.parent not in (BUILT_IN, BUILT_IN_DRILLS))
