"""Keeps the library as plain data, so that a start need not read and verify the YAML each time.

The file lies in the user's cache folder, named after a fingerprint of all that the library was made from:
change a pattern, and it is made anew. It holds nothing of anybody's. A cache that can't be read or written is
no error, only slower.
"""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, cast

from scoring.library import ROLES
from scoring.private import make_private

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from scoring.library import Parts, RoleParts
    from scoring.verdict import Role

FORM = 10
"""Raised when the layout of the kept data changes."""
_OFF = "SPEAKUP_NO_CACHE"
"""Set in the environment, nothing is read from the cache and nothing is kept."""


@dataclass
class Keeping:
    """What a run may do with the cache. One that must write nothing at all still reads what is there."""

    may_write: bool = True


KEEPING = Keeping()


def parts() -> Parts:
    """Return the library that ships with the program: kept, or else read, verified and kept."""
    root = files("scoring")
    if os.environ.get(_OFF):
        return _made(root)
    path = _folder() / f"library-{_fingerprint(root)}.json"
    with suppress(OSError, ValueError):
        return _kept(path.read_bytes(), root)
    made = _made(root)
    if not KEEPING.may_write:
        return made
    with suppress(OSError):
        _keep(path, "".join(map(_line, ({**made, "roles": {}}, *(made["roles"][role] for role in ROLES)))))
    return made


def _line(part: object) -> str:
    return json.dumps(part, separators=(",", ":")) + "\n"


def _kept(told: bytes, root: Traversable) -> Parts:
    """Read what both roles need; raises `ValueError` where it is not whole."""
    common, *lines, _ = told.split(b"\n")
    return cast("Parts", {**json.loads(common), "roles": _Roles(dict(zip(ROLES, lines, strict=True)), root)})


class _Roles(dict["Role", "RoleParts"]):
    """What each role needs, read when it is first asked for: most runs score one role."""

    def __init__(self, lines: dict[Role, bytes], root: Traversable) -> None:
        super().__init__()
        self._lines = lines
        self._root = root

    def __missing__(self, role: Role) -> RoleParts:
        try:
            self[role] = json.loads(self._lines[role])
        except ValueError:
            self[role] = _made(self._root)["roles"][role]
        return self[role]


def _made(root: Traversable) -> Parts:
    from scoring.authoring import authored

    return authored(root)


def _folder() -> Path:
    home = os.environ.get("SPEAKUP_HOME")
    if home:
        return Path(home) / "cache"
    from platformdirs import user_cache_path

    return user_cache_path("speakup", appauthor=False)


def _fingerprint(root: Traversable) -> str:
    """Names, sizes and times of the files of an installed package; their bytes where it is none."""
    told = blake2b(str(FORM).encode(), digest_size=10)
    for name in ("words", "patterns"):
        for path in _all(root.joinpath(name)):
            told.update(path.name.encode())
            told.update(_stamp(path))
    for module in (
        "affirm.py",
        "authoring.py",
        "denial.py",
        "template.py",
        "match.py",
        "needs.py",
        "index.py",
        "phrases.py",
        "slips.py",
        "spelling.py",
        "text.py",
        "scope.py",
        "library.py",
        "reading.py",
        "word_forms.py",
    ):
        told.update(_stamp(root.joinpath(module)))
    return told.hexdigest()


def _all(folder: Traversable) -> list[Traversable]:
    found = []
    for each in sorted(folder.iterdir(), key=lambda path: path.name):
        found.extend(_all(each) if each.is_dir() else [each])
    return found


def _stamp(path: Traversable) -> bytes:
    if isinstance(path, Path):
        status = path.stat()
        return f"{path}:{status.st_size}:{status.st_mtime_ns}".encode()
    return path.read_bytes()


def _keep(path: Path, text: str) -> None:
    """Write whole or not at all, and drop what an older library left."""
    make_private(path.parent)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix="library-", suffix=".part")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
    Path(name).replace(path)
    for old in path.parent.glob("library-*.json"):
        if old != path:
            old.unlink(missing_ok=True)
