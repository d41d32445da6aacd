"""Reads a drill from a file, and tells everything that is wrong with it at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cattrs import BaseValidationError

from scenarios.drill import Drill
from scenarios.faults import Fault, SourceError, quoted
from scenarios.slug import slug_fault
from scenarios.source import parse_source, read_source
from scenarios.spelling import converter
from scenarios.spelling_faults import faults_of
from scenarios.tree import Items, Source, Table, Text, plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from scenarios.tree import Node


@dataclass(frozen=True, slots=True)
class LoadedDrill:
    """What came of reading one file."""

    drill: Drill | None
    """None where anything is an error."""
    faults: tuple[Fault, ...]
    source: Source | None = None
    """The tree of the file; None where there is no tree."""


def read_drill(path: Path, name: str = "") -> LoadedDrill:
    """Read the drill in the file `path`; `name` stands for the file in the faults."""
    try:
        return drill_in(read_source(path, name))
    except SourceError as error:
        return LoadedDrill(None, (error.fault,))


def parse_drill(data: bytes | str, name: str = "<text>") -> LoadedDrill:
    """Read a drill from the content of a file."""
    try:
        return drill_in(parse_source(data, name))
    except SourceError as error:
        return LoadedDrill(None, (error.fault,))


def is_drill(source: Source | None) -> bool:
    """Say whether a file means to be a drill: it gives one a name, and no scenario."""
    return source is not None and "drill" in source.root.entries and "scenario" not in source.root.entries


def drill_in(source: Source) -> LoadedDrill:
    """Return the drill in a tree, with all its faults."""
    faults = [*source.faults, *_faults_of_names(source)]
    drill: Drill | None = None
    try:
        drill = converter().structure(plain(source.root), Drill)
    except BaseValidationError as error:
        faults.extend(faults_of(error, source))
    if any(fault.is_error for fault in faults):
        drill = None
    return LoadedDrill(drill, tuple(sorted(set(faults))), source)


def _faults_of_names(source: Source) -> Iterator[Fault]:
    """Yield a fault for each name that is no name, or that two lines share."""
    name = _text(source.root, "drill")
    if name and (wrong := slug_fault("drill", name.text)):
        yield _fault(source, name, *wrong)
    lines = source.root.entries.get("lines")
    first: dict[str, int] = {}
    for line in lines.value.items if lines and isinstance(lines.value, Items) else ():
        own = _text(line, "id")
        if own is None:
            continue
        if wrong := slug_fault("line", own.text):
            yield _fault(source, own, *wrong)
        elif own.text in first:
            message = f"the line {quoted(own.text)} stands twice (first in line {first[own.text]})"
            yield _fault(source, own, message, "give this one another id")
        first.setdefault(own.text, own.mark.line)


def _text(node: Node, key: str) -> Text | None:
    """Return the text under a key, if there is one."""
    entry = node.entries.get(key) if isinstance(node, Table) else None
    return entry.value if entry and isinstance(entry.value, Text) and entry.value.text else None


def _fault(source: Source, text: Text, message: str, mend: str) -> Fault:
    return Fault(source.file, text.mark.line, text.mark.column, "error", message, mend)
