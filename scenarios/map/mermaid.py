"""The graph as a Mermaid flowchart, which many wikis and code hosts draw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scenarios.faults import one_line
from scenarios.map.graph import Graph, Node, Played, condition

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 70
"""Characters of the partner's words in a box."""

_TONES = {
    "repaired": "fill:#d8f0dc,stroke:#2e6b3a,color:#10240f",
    "open": "fill:#e2ecf8,stroke:#365f91,color:#0f1c2c",
    "costly": "fill:#f6ebcf,stroke:#80611a,color:#2b2108",
    "lost": "fill:#f5dcd8,stroke:#8f3a2c,color:#2e0f0a",
}


def mermaid_lines(graph: Graph, played: Played) -> Iterator[str]:
    """Yield the lines of the flowchart."""
    number = {name: f"n{at}" for at, name in enumerate(graph.nodes)}
    yield "---"
    yield f'title: "{_escaped(graph.title)}"'
    yield "---"
    yield "flowchart LR"
    for name, node in graph.nodes.items():
        yield f"  {number[name]}{_box(node)}"
    lines = list(_edges(graph, played))
    for start, label, to, is_played in lines:
        arrow = "==>" if is_played else "-->"
        yield f'  {number[start]} {arrow}|"{label}"| {number[to]}'
    for tone, style in _TONES.items():
        names = [number[node.id] for node in graph.endings if node.tone == tone]
        if names:
            yield f"  classDef {tone} {style}"
            yield f"  class {','.join(names)} {tone}"
    if met := [number[name] for name in graph.nodes if name in played.scenes]:
        yield "  classDef played stroke-width:4px"
        yield f"  class {','.join(met)} played"


def _edges(graph: Graph, played: Played) -> Iterator[tuple[str, str, str, bool]]:
    """Yield one arrow for all rows of a scene that lead to the same place."""
    merged: dict[tuple[str, str], list[str]] = {}
    taken: set[tuple[str, str]] = set()
    for node, row, way in graph.edges():
        when = condition(row, way)
        merged.setdefault((node.id, way.to), []).append(
            _escaped(f"{row.name} (if {when})" if when else row.name)
        )
        if (node.id, row.name, way.to) in played.steps:
            taken.add((node.id, way.to))
    for (start, to), labels in merged.items():
        yield start, "<br/>".join(dict.fromkeys(labels)), to, (start, to) in taken


def _box(node: Node) -> str:
    said = _escaped(node.says if len(node.says) <= LONGEST else node.says[: LONGEST - 1].rstrip() + "…")
    if node.kind == "ending":
        return f'(["{_escaped(node.id)}<br/>{said}<br/>({node.tone})"])'
    return f'["{_escaped(node.id)}<br/>{said}"]'


def _escaped(text: str) -> str:
    """Return text in which no sign means anything to Mermaid, to HTML or to YAML."""
    return "".join(
        each if each.isalnum() or each in " .,'’!?…-+()=–—“”" else f"#{ord(each)};" for each in one_line(text)
    )
