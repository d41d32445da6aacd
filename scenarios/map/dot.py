"""The graph in the DOT language of Graphviz."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from scenarios.faults import one_line
from scenarios.map.graph import Graph, Node, Played, condition, signed

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDTH = 36
"""Characters in a line of a box."""


def dot_lines(graph: Graph, played: Played) -> Iterator[str]:
    """Yield the lines of the graph."""
    yield f"digraph {_quoted(graph.id)} {{"
    yield f"  graph [rankdir=LR, label={_quoted(graph.title)}, labelloc=t, fontname=Helvetica];"
    yield "  node [shape=box, style=rounded, fontname=Helvetica, fontsize=10];"
    yield "  edge [fontname=Helvetica, fontsize=9];"
    for node in graph.nodes.values():
        yield f"  {_quoted(node.id)} [{_box(node, is_met=node.id in played.scenes)}];"
    for node, row, way in graph.edges():
        is_played = (node.id, row.name, way.to) in played.steps
        label = " ".join(filter(None, (row.name, signed(row.alliance))))
        when = condition(row, way)
        looks = ", penwidth=3" if is_played else ""
        looks += ", style=dashed" if when and not is_played else ""
        said = _quoted(label, f"if {when}" if when else "")
        yield f"  {_quoted(node.id)} -> {_quoted(way.to)} [label={said}{looks}];"
    yield "}"


def _box(node: Node, *, is_met: bool) -> str:
    lines = textwrap.wrap(one_line(node.says), WIDTH)[:4]
    looks = ", penwidth=3" if is_met else ""
    if node.kind == "ending":
        return f"label={_quoted(node.id, *lines, f'({node.tone})')}, shape=box, peripheries=2{looks}"
    return f"label={_quoted(node.id, *lines)}{looks}"


def _quoted(*lines: str) -> str:
    """Return lines as one quoted text, in which no sign means anything to Graphviz."""
    safe = (one_line(line).replace("\\", "\\\\").replace('"', '\\"') for line in lines if line)
    return '"' + "\\n".join(safe) + '"'
