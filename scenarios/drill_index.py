"""The drills as they were read, kept as JSON, so that listing them parses nothing.

As with the index of scenarios: what is damaged or of another version is read again.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

from scenarios.drill import Drill, DrillLine, Sample
from scenarios.faults import Fault
from scenarios.index import stamp
from scoring.private import make_private

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

Read = tuple[Drill | None, tuple[Fault, ...]]
"""What came of a file."""
Key = tuple[str, int, int]
"""A file as it was then: its path, size and time of change."""


def key_of(path: Path) -> Key:
    """Return what tells whether a file is still the one that was read."""
    state = path.stat()
    return str(path), state.st_size, state.st_mtime_ns


def read_drills(file: Path) -> dict[Key, Read]:
    """Return what is known; nothing where the index is damaged or of another version."""
    try:
        raw = json.loads(file.read_bytes())
        if raw["stamp"] != stamp():
            return {}
        return {_key(each["key"]): _read(each) for each in raw["files"]}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def write_drills(file: Path, known: Mapping[Key, Read]) -> None:
    """Keep what is known, where it can be written."""
    files = [
        {"key": key, "drill": drill and asdict(drill), "faults": [asdict(fault) for fault in faults]}
        for key, (drill, faults) in known.items()
    ]
    beside = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        make_private(file.parent)
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as written:
            json.dump({"stamp": stamp(), "files": files}, written)
        beside.replace(file)
    except OSError:
        return


def _key(raw: Any) -> Key:
    path, size, changed = raw
    return str(path), int(size), int(changed)


def _read(raw: dict[str, Any]) -> Read:
    drill = _drill(raw["drill"]) if raw["drill"] else None
    return drill, tuple(Fault(**fault) for fault in raw["faults"])


def _drill(raw: dict[str, Any]) -> Drill:
    lines = tuple(_line(each) for each in raw["lines"])
    drill = Drill(**{**_tuples(raw), "lines": lines})
    texts = (getattr(drill, each.name) for each in fields(Drill) if each.type == "str")
    if not all(isinstance(text, str) for text in texts):
        raise TypeError("not a drill")
    return drill


def _line(raw: dict[str, Any]) -> DrillLine:
    marked = tuple(Sample(**_tuples(each)) for each in raw["marked"])
    return DrillLine(**{**_tuples(raw), "level": int(raw["level"]), "marked": marked})


def _tuples(raw: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in raw.items()}
