"""`pack.yaml`: whose pack it is, and under which licence."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from scenarios.faults import Fault, SourceError, did_you_mean, quoted
from scenarios.packs.names import is_device
from scenarios.slug import MAX_NAME, SLUG
from scenarios.source import parse_source, read_source
from scenarios.tree import Source, Text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from scenarios.tree import Mark

MANIFEST = "pack.yaml"
LONGEST = 200
"""Characters of the author and of the licence."""

_VERSION = re.compile(r"\d{1,6}(\.\d{1,6}){0,3}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")


@dataclass(frozen=True, slots=True)
class Pack:
    """What a pack says of itself."""

    name: str
    """Small letters, digits and hyphens."""
    author: str
    licence: str
    """Such as `CC BY 4.0`."""
    language: str
    """Such as `en`."""
    version: str
    """Such as `1.2`."""


KEYS = tuple(each.name for each in fields(Pack))


def read_manifest(data: bytes, name: str = MANIFEST) -> tuple[Pack | None, tuple[Fault, ...]]:
    """Return what a pack says of itself, and everything that is wrong with how it says it."""
    try:
        return _read(parse_source(data, name))
    except SourceError as error:
        return None, (error.fault,)


def faults_of_manifest(file: Path) -> tuple[Fault, ...]:
    """Return everything that is wrong with the file `pack.yaml` of a pack that is being written."""
    try:
        return _read(read_source(file))[1]
    except SourceError as error:
        return (error.fault,)


def _read(source: Source) -> tuple[Pack | None, tuple[Fault, ...]]:
    values = {
        key: entry.value.text for key, entry in source.root.entries.items() if isinstance(entry.value, Text)
    }
    faults = sorted([*source.faults, *_faults(source, values)])
    return (None if faults else Pack(**values)), tuple(faults)


def _faults(source: Source, values: dict[str, str]) -> Iterator[Fault]:
    for key in source.root.entries:
        if key not in KEYS:
            hint = did_you_mean(key, KEYS) or f"its keys are {', '.join(KEYS)}"
            yield _fault(source, source.key(key), f"a pack has no key {quoted(key)}", hint)
    for key in KEYS:
        if not values.get(key):
            yield _fault(source, source.key(key), f"the pack has no `{key}`", f"write `{key}: ...`")
        elif wrong := _wrong(key, values[key]):
            yield _fault(source, source.place(key), *wrong)


def _wrong(key: str, value: str) -> tuple[str, str] | None:
    """Return what is wrong with a value and how to mend it."""
    shown = quoted(value)
    if key == "name" and (not SLUG.fullmatch(value) or len(value) > MAX_NAME or is_device(value)):
        return f"{shown} cannot be the name of a pack", "use small letters, digits and single hyphens"
    if key == "version" and not _VERSION.fullmatch(value):
        return f"{shown} is no version", "write numbers with points, such as 1.0"
    if key == "language" and not _LANGUAGE.fullmatch(value):
        return f"{shown} is no language", "write its short sign, such as en or pt-BR"
    if len(value) > LONGEST or "\n" in value:
        return f"`{key}` is too long", f"write at most {LONGEST} characters on one line"
    return None


def _fault(source: Source, mark: Mark, message: str, mend: str) -> Fault:
    return Fault(source.file, mark.line, mark.column, "error", message, mend)
