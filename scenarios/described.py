"""What each part and key of the format is, in words: read once from `keys.yaml`, for schema and reference."""

from __future__ import annotations

from dataclasses import MISSING, Field, dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any, get_type_hints

from scenarios.drill import Drill, DrillLine, Sample
from scenarios.model import Coach, Ending, Line, Marked, Otherwise, Partner, Reply, Scenario, Scene, Way
from scenarios.source import read_source
from scenarios.spelling import ID, spelled
from scenarios.tree import plain

PARTS: tuple[type, ...] = (*(Scenario, Partner, Scene, Reply, Otherwise, Coach, Marked, Line, Way, Ending),)
"""The parts of a scenario, from the whole to the small."""
DRILL_PARTS: tuple[type, ...] = (Drill, DrillLine, Sample)
"""The parts of a drill, from the whole to the small."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key of one part."""

    name: str
    """As it is written in a file."""
    field: str
    """As the model calls it."""
    kind: Any
    """The type that the model gives it."""
    about: str
    example: str
    """Something that may stand behind the key, as YAML; empty where it would be a whole part."""
    is_needed: bool
    default: Any = None


def about(part: type) -> str:
    """Return what a part is."""
    return str(_words()[part.__name__]["about"])


@cache
def keys(part: type) -> tuple[Key, ...]:
    """Return the keys of a part, in the order of the model. Raise KeyError where one is not described."""
    kinds = get_type_hints(part)
    words = _words()[part.__name__]["keys"]
    return tuple(
        _key(each, kinds[each.name], spelled(part, each.name), words)
        for each in fields(part)
        if spelled(part, each.name) != ID
    )


def _key(field: Field[Any], kind: Any, name: str, words: dict[str, Any]) -> Key:
    said = words[name]
    is_needed = field.default is MISSING and field.default_factory is MISSING
    default = None if field.default in (MISSING, "", ()) else field.default
    return Key(name, field.name, kind, said["about"], said.get("example", ""), is_needed, default)


@cache
def _words() -> dict[str, Any]:
    words: dict[str, Any] = plain(read_source(Path(__file__).with_name("keys.yaml")).root)
    return words
