"""docs/reference.md: every key of the format, made from the same as the schemas and the loader.

`python -m scenarios.reference` writes it anew, and the schemas beside this module.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from scenarios.condition_parser import MAX_LENGTH
from scenarios.condition_tree import AXES, LEAST_ALLIANCE, MOST_ALLIANCE
from scenarios.described import DRILL_PARTS, PARTS, Key, about, keys
from scenarios.labels import PITFALLS, SKILLS
from scenarios.packs.manifest import KEYS, MANIFEST
from scenarios.schema import Schema, drill_schema, schema
from scenarios.spelling import FILLED, RANGES, SHORT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scenarios.model import Role

SCHEMA = Path(__file__).with_name("schema.json")
DRILL_SCHEMA = Path(__file__).with_name("drill-schema.json")
REFERENCE = Path(__file__).parents[1] / "docs" / "reference.md"

_TITLES = {
    "Scenario": "The scenario", "Partner": "The partner", "Scene": "A scene", "Reply": "A reply",
    "Otherwise": "Otherwise", "Coach": "The coach", "Marked": "A marked response",
    "Line": "A line that varies", "Way": "A way that varies", "Ending": "An ending",
    "Drill": "A drill", "DrillLine": "A line of a drill", "Sample": "A marked response of a drill",
}  # fmt: skip


def reference() -> str:
    """Return the whole reference."""
    return "\n".join(_lines())


def schema_text() -> str:
    """Return the schema of a scenario as it stands in its file."""
    return _text(schema())


def drill_schema_text() -> str:
    """Return the schema of a drill as it stands in its file."""
    return _text(drill_schema())


def _text(made: Schema) -> str:
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def write() -> None:
    """Write the reference and the schemas anew."""
    for file, text in (
        (REFERENCE, reference()),
        (SCHEMA, schema_text()),
        (DRILL_SCHEMA, drill_schema_text()),
    ):
        file.write_text(text, encoding="utf-8", newline="\n")


def _lines() -> Iterator[str]:
    yield "# Every key of scenarios and drills"
    yield ""
    yield "This page is made from the program itself (`make docs`), so that it says what the program does."
    yield "[format.md](format.md) shows a whole scenario at a glance;"
    yield "[writing-scenarios.md](writing-scenarios.md) begins at the beginning."
    for part in PARTS:
        yield from _part(part)
    yield from _conditions()
    for part in DRILL_PARTS:
        yield from _part(part)
    yield from _labels()
    yield from _pack()


def _part(part: type) -> Iterator[str]:
    yield ""
    yield f"## {_TITLES[part.__name__]}"
    yield ""
    short = SHORT.get(part)
    yield about(part) + (f" Written as one text, the text is its `{short}`." if short else "")
    yield ""
    yield "| key | what it is | kind | for example |"
    yield "|---|---|---|---|"
    for key in keys(part):
        shown = f"`{key.example}`" if key.example and "\n" not in key.example else ""
        yield f"| `{key.name}` | {_cell(key.about)} | {_kind(part, key)} | {_cell(shown)} |"
    for key in keys(part):
        if "\n" in key.example:
            yield from ["", "```yaml", f"{key.name}:", *_indented(key.example), "```"]


def _indented(text: str) -> list[str]:
    return [f"  {line}" for line in text.splitlines()]


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _kind(part: type, key: Key) -> str:
    """Say in words what stands behind a key, and whether it may be left out."""
    said = _said(key.kind, key)
    if key.is_needed:
        return f"{said}; needed"
    if key.field in FILLED.get(part, ()):
        return f"{said}, one at least"
    return f"{said}; {key.default} where left out" if isinstance(key.default, str) else said


def _said(kind: Any, key: Key) -> str:
    origin = get_origin(kind)
    if kind is int:
        least, most = RANGES[key.field]
        return f"a whole number from {least} to {most}"
    if kind is str:
        return {"when": "a condition"}.get(key.field, "a text")
    if origin is Literal:
        return " or ".join(f"`{each}`" for each in get_args(kind))
    if origin is UnionType:
        return _said(next(each for each in get_args(kind) if each is not NoneType), key)
    if origin is tuple:
        item = get_args(kind)[0]
        return (
            "one text or a list" if item is str else f"a text, or a list of [{_link(item)}]({_anchor(item)})"
        )
    if origin is Mapping:
        item = get_args(kind)[1]
        if item is str:
            return "names with texts"
        return f"names, each with [{_link(item)}]({_anchor(item)})"
    return (
        f"a text, or [{_link(kind)}]({_anchor(kind)})"
        if kind in SHORT
        else f"[{_link(kind)}]({_anchor(kind)})"
    )


def _link(part: type) -> str:
    title = _TITLES[part.__name__]
    return title[0].lower() + title[1:]


def _anchor(part: type) -> str:
    return "#" + _TITLES[part.__name__].lower().replace(" ", "-")


def _conditions() -> Iterator[str]:
    yield from ["", "## Conditions", ""]
    yield f"A condition stands behind `when`, in at most {MAX_LENGTH} characters. It asks for"
    yield ""
    yield f"- the alliance, from {LEAST_ALLIANCE} to {MOST_ALLIANCE}: `alliance >= 2`"
    yield "- a flag: `swallowed`"
    yield "- a scene that was passed: `seen told`"
    yield "- a reply that was given: `chose told.name-it`"
    for role, axes in AXES.items():
        known = ", ".join(axes)
        yield f"- the profile of a {role} so far, from 0 to 1 ({known}): `{axes[0]} < 0.4`"
    yield ""
    yield "and joins these with `and`, `or`, `not` and brackets, as in"
    yield "`swallowed and not (alliance > 0 or seen told)`."


def _labels() -> Iterator[str]:
    from scoring.labels import label

    for role in ("client", "therapist"):
        yield from _table(f"Labels of the {role}", role, label)


def _table(title: str, role: Role, label: Any) -> Iterator[str]:
    yield from ["", f"## {title}", "", "| label | skill or pitfall | what it means |", "|---|---|---|"]
    for kind, names in (("skill", SKILLS[role]), ("pitfall", PITFALLS[role])):
        for name in names:
            yield f"| `{name}` | {kind} | {_cell(label(name, role).meaning)} |"


def _pack() -> Iterator[str]:
    yield from ["", "## A pack", ""]
    yield f"Scenarios and drills travel in a folder or a zip with a `{MANIFEST}` beside them, which tells"
    yield ", ".join(f"`{key}`" for key in KEYS) + ". All of them are needed."
    yield ""


if __name__ == "__main__":
    write()
