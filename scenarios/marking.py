"""Writes a marked response into the file of a scenario or of a drill, keeping its comments and layout."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from scenarios.drill_load import parse_drill
from scenarios.load import parse_scenario
from scenarios.model import Marked
from scenarios.tree import Items, Table

if TYPE_CHECKING:
    from scenarios.drill import Sample
    from scenarios.tree import Source, Step

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_NOTHING = re.compile(r"\s*(#.*)?$")


def item_of(marked: Marked | Sample) -> str:
    """Return a marked response as one item of a YAML list."""
    text, labels = json.dumps(marked.text, ensure_ascii=False), ", ".join(marked.labels)
    reply = f", reply: {marked.reply}" if isinstance(marked, Marked) else ""
    return f"- {{text: {text}, labels: [{labels}]{reply}}}"


def with_marked(text: str, scene: str, marked: Marked) -> tuple[str, int] | None:
    """Return the text of a scenario file with one more marked response in a scene, and its line.

    None where the file is written in a way that leaves no place for a line of its own. What comes back was
    read again: it is the scenario as it was, with the response.
    """
    loaded = parse_scenario(text)
    if not (loaded.scenario and loaded.source):
        return None
    done = _added(text, loaded.source, ("scenes", scene), item_of(marked))
    if done is None:
        return None
    again, before = parse_scenario(done[0]).scenario, loaded.scenario.scenes[scene].marked
    return done if again and again.scenes[scene].marked == (*before, marked) else None


def with_sample(text: str, line: str, sample: Sample) -> tuple[str, int] | None:
    """Return the text of a drill file with one more marked response in a line, and where it stands.

    None where the file leaves no place for it, as with `with_marked`.
    """
    loaded = parse_drill(text)
    if not (loaded.drill and loaded.source):
        return None
    at = next((at for at, each in enumerate(loaded.drill.lines) if each.id == line), None)
    if at is None:
        return None
    done = _added(text, loaded.source, ("lines", at), item_of(sample))
    again, before = parse_drill(done[0]).drill if done else None, loaded.drill.lines[at].marked
    return done if again and again.lines[at].marked == (*before, sample) else None


def _added(text: str, source: Source, path: tuple[Step, ...], item: str) -> tuple[str, int] | None:
    """Return a text with one more item under `marked` of the part at `path`, and its line."""
    found = _place(text, source, path)
    if found is None:
        return None
    lines, at, indent, needs_key = found
    end = "\r\n" if any(line.endswith("\r\n") for line in lines) else "\n"
    added = [f"{' ' * indent}marked:{end}"] if needs_key else []
    added.append(f"{' ' * (indent + 2 if needs_key else indent)}{item}{end}")
    if at and not lines[at - 1].endswith(("\n", "\r")):
        lines[at - 1] += end
    return "".join((*lines[:at], *added, *lines[at:])), at + len(added)


def _place(text: str, source: Source, path: tuple[Step, ...]) -> tuple[list[str], int, int, bool] | None:
    """Return the lines, where to put the new one, how far to indent it, and whether it needs a key first."""
    lines = [line for line in _LINE.findall(text) if line]
    table, marked = source.node(*path), source.node(*path, "marked")
    if isinstance(marked, Items) and not marked.flow and marked.items:
        indent = marked.mark.column - 1
        start = marked.items[-1].mark.line
        return lines, _end(lines, start, indent), indent, False
    is_item = isinstance(path[-1], int)
    if marked is None and isinstance(table, Table) and (is_item or table.mark.line > source.key(*path).line):
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
