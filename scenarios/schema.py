"""The JSON Schemas of scenarios and drills (draft 2020-12), of the model, the loader and `keys.yaml`.

Editors complete and check with them as an author types. What they cannot say (that a name is
given somewhere, what the scorer makes of a saying) `speakup check` tells.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import NoneType, UnionType
from typing import Any, Literal, get_args, get_origin

from scenarios import advice
from scenarios.condition_parser import MAX_LENGTH
from scenarios.described import DRILL_PARTS, PARTS, Key, about, keys
from scenarios.labels import PITFALLS, SKILLS
from scenarios.slug import MAX_NAME, SLUG
from scenarios.source import parse_source
from scenarios.spelling import FILLED, RANGES, SHORT
from scenarios.tree import Items, Node, Text, plain

DRAFT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]

_NAMES: Mapping[str, str] = {
    "practises": "skill", "calls_for": "skill", "skill": "skill", "shows": "label", "labels": "label",
    "practises_advice": "advice", "sources": "source", "sets": "name", "clears": "name",
    "id": "name", "opening": "name", "other_chair": "name", "to": "name", "reply": "name",
    "when": "condition",
}  # fmt: skip
"""The fields whose texts are names of something."""
_TEXT: Schema = {"type": ["string", "number", "boolean"]}
"""A text: YAML takes `1984` and `true` for something else, and the loader does not."""


def schema() -> Schema:
    """Return the whole schema of a scenario."""
    return _whole("scenario", PARTS)


def drill_schema() -> Schema:
    """Return the whole schema of a drill."""
    return _whole("drill", DRILL_PARTS)


def _whole(name: str, parts: Sequence[type]) -> Schema:
    """Return the schema of a file, of which the first part is the whole."""
    whole, *others = parts
    return {
        "$schema": DRAFT,
        "$id": f"urn:speakup:{name}",
        "title": f"A {name} of speakup",
        **_object(whole),
        "$defs": {**{part.__name__: _object(part) for part in others}, **_definitions()},
    }


def _definitions() -> dict[str, Schema]:
    """Return the kinds of names, each defined once."""
    skills = [label for role in SKILLS.values() for label in role]
    labels = [*skills, *(label for role in PITFALLS.values() for label in role)]
    return {
        "text": {**_TEXT, "minLength": 1},
        "name": {**_TEXT, "pattern": f"^{SLUG.pattern}$", "maxLength": MAX_NAME},
        "condition": {**_TEXT, "minLength": 1, "maxLength": MAX_LENGTH},
        "skill": {"enum": skills, "enumDescriptions": list(map(_meaning, skills))},
        "label": {"enum": labels, "enumDescriptions": list(map(_meaning, labels))},
        "advice": {
            "enum": list(advice.rows_by_id()),
            "enumDescriptions": [row.says for row in advice.rows()],
        },
        "source": {
            "enum": list(advice.documents_by_id()),
            "enumDescriptions": [document.title for document in advice.documents()],
        },
    }


def _meaning(label: str) -> str:
    from scoring.labels import label as found

    role: Literal["client", "therapist"] = (
        "client" if label in (*SKILLS["client"], *PITFALLS["client"]) else "therapist"
    )
    said = found(label, role)
    return f"{said.title} ({role}): {said.meaning}"


def _object(part: type) -> Schema:
    """Return the schema of a part that is written out with its keys."""
    known = keys(part)
    made: Schema = {
        "description": about(part),
        "type": "object",
        "properties": {key.name: _property(part, key) for key in known},
        "additionalProperties": False,
    }
    if needed := [key.name for key in known if key.is_needed]:
        made["required"] = needed
    return made


def _property(part: type, key: Key) -> Schema:
    made: Schema = {"description": key.about, **_of_kind(key.kind, key.field)}
    if key.field in FILLED.get(part, ()):
        made = _filled(made)
    if key.default is not None and not callable(key.default):
        made["default"] = key.default
    if key.example:
        made["examples"] = [example(key)]
    return made


def _filled(made: Schema) -> Schema:
    """Return the schema of a list that may not be empty."""
    return {
        **made,
        "anyOf": [{**each, "minItems": 1} if each.get("type") == "array" else each for each in made["anyOf"]],
    }


def _of_kind(kind: Any, field: str) -> Schema:
    """Return the schema of a value of a type of the model."""
    origin = get_origin(kind)
    if kind is int:
        least, most = RANGES[field]
        return {"type": "integer", "minimum": least, "maximum": most}
    if kind is str:
        return {"$ref": f"#/$defs/{_NAMES.get(field, 'text')}"}
    if origin is Literal:
        return {"enum": list(get_args(kind))}
    if origin is UnionType:
        return _of_kind(next(each for each in get_args(kind) if each is not NoneType), field)
    if origin is tuple:
        item = _of_kind(get_args(kind)[0], field)
        return {"anyOf": [*item.get("anyOf", [item]), {"type": "array", "items": item}]}
    if origin is Mapping:
        return _table(get_args(kind)[1])
    return _part(kind)


def _table(item: Any) -> Schema:
    least = {} if item is str else {"minProperties": 1}
    names = {"pattern": f"^{SLUG.pattern}$", "maxLength": MAX_NAME}
    return {"type": "object", "propertyNames": names, "additionalProperties": _of_kind(item, ""), **least}


def _part(part: type) -> Schema:
    """Return the schema of a part in its place: written out, or short where the format allows it."""
    whole: Schema = {"$ref": f"#/$defs/{part.__name__}"}
    short = SHORT.get(part)
    if not short:
        return whole
    key = next(each for each in keys(part) if each.name == short)
    text = _of_kind(key.kind, key.field)
    return {"anyOf": [*text.get("anyOf", [text]), whole]}


def example(key: Key) -> Any:
    """Return the example of a key as an editor sees it: whole numbers as numbers, the rest as texts."""
    node = parse_source(f"it:\n{key.example}" if "\n" in key.example else f"it: {key.example}").root
    return _seen(node.entries["it"].value)


def _seen(node: Node) -> Any:
    if isinstance(node, Text):
        is_number = not node.style and node.text.lstrip("+-").isdigit()
        return int(node.text) if is_number else node.text
    if isinstance(node, Items):
        return [_seen(each) for each in node.items]
    return {key: _seen(entry.value) for key, entry in node.entries.items()} or plain(node)
