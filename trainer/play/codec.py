"""Events to JSON and back.

A record is `{"kind": "responded", ...fields}`. Reading is strict: a kind, a field
or a value that no version of this program wrote is told as a `RecordError` that
names the place.
"""

from __future__ import annotations

import dataclasses
import functools
import types
from typing import Any, Literal, cast, get_args, get_origin, get_type_hints

from trainer.errors import RecordError
from trainer.play.events import KINDS, Event

_NAMES = {kind: name for name, kind in KINDS.items()}


def to_json(event: Event) -> dict[str, Any]:
    """Turn an event into plain values that `json.dumps` takes."""
    return {"kind": _NAMES[type(event)], **_plain(event)}


def from_json(record: object) -> Event:
    """Turn plain values, as `json.loads` gives them, back into an event."""
    if not isinstance(record, dict):
        raise RecordError("an event must be an object with a kind")
    name = record.get("kind")
    kind = KINDS.get(name) if isinstance(name, str) else None
    if kind is None:
        raise RecordError(f"unknown kind of event: {name!r}")
    fields = {key: value for key, value in record.items() if key != "kind"}
    return cast("Event", _made(kind, fields, str(name)))


def _plain(value: object) -> Any:
    """Dataclasses become objects and tuples become lists."""
    if dataclasses.is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value


@functools.cache
def _types(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _made(kind: type, raw: object, where: str) -> object:
    """Return a dataclass of `kind` from an object."""
    if not isinstance(raw, dict):
        raise RecordError(f"{where}: an object is needed")
    types_of = _types(kind)
    unknown = sorted(str(key) for key in raw if key not in types_of)
    if unknown:
        raise RecordError(f"{where}: unknown field {unknown[0]!r}")
    values = {key: _read(types_of[key], value, f"{where}.{key}") for key, value in raw.items()}
    try:
        return kind(**values)
    except TypeError:
        missing = [
            field.name
            for field in dataclasses.fields(kind)
            if field.name not in raw and field.default is dataclasses.MISSING
        ]
        raise RecordError(f"{where}: the field {missing[0]!r} is missing") from None


def _read(kind: Any, raw: object, where: str) -> object:
    """Return a value of the annotated type `kind`."""
    if dataclasses.is_dataclass(kind):
        return _made(cast("type", kind), raw, where)
    origin = get_origin(kind)
    if origin is tuple:
        return _row(get_args(kind), raw, where)
    if origin is Literal:
        if raw in get_args(kind):
            return raw
    elif origin is types.UnionType:
        return None if raw is None else _read(get_args(kind)[0], raw, where)
    elif kind is float and type(raw) in (int, float):
        return float(cast("float", raw))
    elif type(raw) is kind:
        return raw
    raise RecordError(f"{where}: {raw!r} does not belong here")


def _row(kinds: tuple[Any, ...], raw: object, where: str) -> tuple[object, ...]:
    """Return a tuple: of one type and any length, or of a type for each place."""
    if not isinstance(raw, list):
        raise RecordError(f"{where}: a list is needed")
    if kinds[-1] is Ellipsis:
        return tuple(_read(kinds[0], each, f"{where}[{at}]") for at, each in enumerate(raw))
    if len(raw) != len(kinds):
        raise RecordError(f"{where}: {len(kinds)} values are needed")
    return tuple(_read(kind, each, where) for kind, each in zip(kinds, raw, strict=True))
