"""Writes a marked response into a scenario file, keeping its comments and layout."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from scenarios.load import parse_scenario
from scenarios.tree import Items, Table

if TYPE_CHECKING:
    from scenarios.model import Marked
    from scenarios.tree import Source

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_NOTHING = re.compile(r"\s*(#.*)?$")


def item_of(marked: Marked) -> str:
    """Return a marked response as one item of a YAML list."""
    text, labels = json.dumps(marked.text, ensure_ascii=False), ", ".join(marked.labels)
    return f"- {{text: {text}, labels: [{labels}], reply: {marked.reply}}}"


def with_marked(text: str, scene: str, marked: Marked) -> tuple[str, int] | None:
    """Return the text of a file with one more marked response in a scene, and the line where it stands.

    None where the file is written in a way that leaves no place for a line of its own. What comes back was
    read again: it is the scenario as it was, with the response.
    """
    loaded = parse_scenario(text)
    if not (loaded.scenario and loaded.source):
        return None
    found = _place(text, loaded.source, scene)
    if found is None:
        return None
    lines, at, indent, needs_key = found
    end = "\r\n" if any(line.endswith("\r\n") for line in lines) else "\n"
    added = [f"{' ' * indent}marked:{end}"] if needs_key else []
    added.append(f"{' ' * (indent + 2 if needs_key else indent)}{item_of(marked)}{end}")
    if at and not lines[at - 1].endswith(("\n", "\r")):
        lines[at - 1] += end
    whole = "".join((*lines[:at], *added, *lines[at:]))
    again = parse_scenario(whole).scenario
    before = loaded.scenario.scenes[scene].marked
    if again is None or again.scenes[scene].marked != (*before, marked):
        return None
    return whole, at + len(added)


def _place(text: str, source: Source, scene: str) -> tuple[list[str], int, int, bool] | None:
    """Return the lines, where to put the new one, how far to indent it, and whether it needs a key first."""
    lines = [line for line in _LINE.findall(text) if line]
    table, marked = source.node("scenes", scene), source.node("scenes", scene, "marked")
    if isinstance(marked, Items) and not marked.flow and marked.items:
        indent = marked.mark.column - 1
        start = marked.items[-1].mark.line
        return lines, _end(lines, start, indent), indent, False
    if marked is None and isinstance(table, Table) and table.mark.line > source.key("scenes", scene).line:
        indent = table.mark.column - 1
        return lines, _end(lines, table.mark.line, indent - 1), indent, True
    return None


def _end(lines: list[str], start: int, indent: int) -> int:
    """Return where a part ends that begins in line `start` (from 1) and whose lines are indented further."""
    at = start
    while at < len(lines) and (_NOTHING.match(lines[at]) or _indent(lines[at]) > indent):
        at += 1
    while at > start and _NOTHING.match(lines[at - 1]):
        at -= 1
    return at


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
