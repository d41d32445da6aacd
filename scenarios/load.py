"""Reads a scenario from a file, and tells everything that is wrong with it at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cattrs import BaseValidationError

from scenarios.faults import Fault, SourceError, quoted
from scenarios.model import Scenario
from scenarios.names import faults_of_names
from scenarios.source import parse_source, read_source
from scenarios.spelling import ID, converter
from scenarios.spelling_faults import faults_of
from scenarios.tree import Source, Table, Text, plain, tables_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_NAMED = ("scenes", "endings")
"""The parts of a scenario whose key is the id of what stands below it."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of reading one file."""

    scenario: Scenario | None
    """None where anything is an error."""
    faults: tuple[Fault, ...]
    source: Source | None = None
    """The tree of the file, to find the line and column of a part; None where there is no tree."""


def read_scenario(path: Path, name: str = "") -> Loaded:
    """Read the scenario in the file `path`; `name` stands for the file in the faults."""
    try:
        source = read_source(path, name)
    except SourceError as error:
        return Loaded(None, (error.fault,))
    return _loaded(source)


def parse_scenario(data: bytes | str, name: str = "<text>") -> Loaded:
    """Read a scenario from the content of a file."""
    try:
        source = parse_source(data, name)
    except SourceError as error:
        return Loaded(None, (error.fault,))
    return _loaded(source)


def _loaded(source: Source) -> Loaded:
    faults = [*source.faults, *faults_of_names(source), *_parted_texts(source)]
    scenario: Scenario | None = None
    try:
        scenario = converter().structure(_with_ids(source.root), Scenario)
    except BaseValidationError as error:
        faults.extend(faults_of(error, source))
    if any(fault.is_error for fault in faults):
        scenario = None
    return Loaded(scenario, tuple(sorted(set(faults))), source)


def _parted_texts(source: Source) -> Iterator[Fault]:
    """Yield a fault for each rest of a text that a comma in `{ }` has cut off: else it would be lost."""
    for table in tables_of(source.root):
        for key, entry in table.entries.items():
            value = entry.value
            if isinstance(value, Text) and not (value.text or value.style) and " " in key:
                message = f"{quoted(key)} stands alone, cut off by a comma"
                mark = entry.key
                yield Fault(
                    source.file, mark.line, mark.column, "error", message, "put the whole text in quotes"
                )


def _with_ids(root: Table) -> dict[str, Any]:
    """Return the tree as plain values; scenes, replies and endings get their key as their id."""
    whole: dict[str, Any] = plain(root)
    for key in _NAMED:
        for part in _named(whole, key):
            if key == "scenes":
                _named(part, "replies")
    return whole


def _named(whole: dict[str, Any], key: str) -> list[dict[str, Any]]:
    table = whole.get(key)
    parts = table.items() if isinstance(table, dict) else ()
    for name, part in parts:
        if isinstance(part, dict):
            part[ID] = name
    return [part for _, part in parts if isinstance(part, dict)]
