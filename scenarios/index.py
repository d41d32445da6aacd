"""What is known of each scenario file without reading it again, kept as JSON.

A file is known by its path, size and time of change; the whole index by a stamp of
the code that reads. What is damaged, of another version or cannot be written is no
error: the files are read again, and that only takes longer.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scenarios.faults import Fault
from scoring.private import make_private

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scenarios.load import Loaded
    from scenarios.model import Role

_LISTS = ("practises", "practises_advice", "content_notes", "sources")


@dataclass(frozen=True, slots=True)
class Entry:
    """What the lists show of a scenario."""

    id: str
    title: str
    role: Role
    level: int
    """1 to 3."""
    minutes: int
    practises: tuple[str, ...]
    practises_advice: tuple[str, ...]
    content_notes: tuple[str, ...]
    summary: str
    sources: tuple[str, ...]
    partner: str
    """The name of the other person."""
    other_chair: str
    language: str
    path: str
    line: int = 1
    """Where the file gives the id."""
    pack: str = ""
    """The name of the pack that it came with; the library says it, and the index does not keep it."""


@dataclass(frozen=True, slots=True)
class Known:
    """What one file came to."""

    size: int
    changed: int
    """The time of change, in nanoseconds."""
    entry: Entry | None
    faults: tuple[Fault, ...] = ()

    def is_of(self, state: os.stat_result) -> bool:
        """Say whether the file is still the one that was read."""
        return (self.size, self.changed) == (state.st_size, state.st_mtime_ns)


def known_of(path: str, state: os.stat_result, loaded: Loaded) -> Known:
    """Return what is to be known of a file that was just read."""
    return Known(state.st_size, state.st_mtime_ns, _entry(path, loaded), loaded.faults)


def read_index(file: Path) -> dict[str, Known]:
    """Return what is known, by path; nothing where the index is damaged or of another version."""
    try:
        raw = json.loads(file.read_bytes())
        if raw["stamp"] != stamp():
            return {}
        return {path: _known(path, record) for path, record in raw["files"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def write_index(file: Path, known: Mapping[str, Known]) -> bool:
    """Keep what is known; say whether it could be written."""
    beside = file.with_name(f"{file.name}.{os.getpid()}")
    text = json.dumps({"stamp": stamp(), "files": {path: asdict(each) for path, each in known.items()}})
    try:
        make_private(file.parent)
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as written:
            written.write(text)
        beside.replace(file)
    except OSError:
        return False
    return True


def _entry(path: str, loaded: Loaded) -> Entry | None:
    scenario = loaded.scenario
    if scenario is None:
        return None
    values: dict[str, Any] = {
        each.name: getattr(scenario, each.name)
        for each in fields(Entry)
        if each.name not in ("path", "partner", "line", "pack")
    }
    line = loaded.source.place("scenario").line if loaded.source else 1
    return Entry(**values, partner=scenario.partner.name, path=path, line=line)


def _known(path: str, record: dict[str, Any]) -> Known:
    """Return a record of the index as a value. Raise ValueError, KeyError or TypeError where it is none."""
    raw = record["entry"]
    if raw and not all(isinstance(raw[key], list) for key in _LISTS):
        raise ValueError("not an entry")
    entry = Entry(**{**raw, **{key: tuple(raw[key]) for key in _LISTS}}) if raw else None
    if entry and not (_is_sound(entry) and entry.path == path):
        raise ValueError("not an entry")
    faults = tuple(Fault(**each) for each in record["faults"])
    return Known(int(record["size"]), int(record["changed"]), entry, faults)


def _is_sound(entry: Entry) -> bool:
    numbers = (entry.level, entry.minutes, entry.line)
    texts = (entry.id, entry.title, entry.role, entry.summary, entry.partner, entry.other_chair, entry.path)
    lists = (entry.practises, entry.practises_advice, entry.content_notes, entry.sources)
    return (
        all(type(each) is int for each in numbers)
        and all(type(each) is str for each in texts)
        and all(type(each) is str for one in lists for each in one)
    )


def stamp() -> str:
    """Return what changes whenever the code that reads scenarios does."""
    with os.scandir(Path(__file__).parent) as found:
        changes = [each.stat().st_mtime_ns for each in found if each.name.endswith(".py")]
    return f"{len(changes)}-{max(changes)}"
