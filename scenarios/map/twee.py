"""The graph as Twee 3, which opens in Twine: to look at a story there, and to re-arrange it.

Follows the Twee 3 specification (3.0.2). What the words of a scenario could mean to
a story format of Twine (macros, HTML, links of their own) is written so that it
means nothing.
"""

from __future__ import annotations

import hashlib
import json
import uuid
from typing import TYPE_CHECKING

from scenarios.faults import one_line
from scenarios.map.graph import Graph, Node, Played, Row, condition
from scenarios.map.layers import layered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scenarios.model import Way

ACROSS, DOWN = 200, 150
"""Between two passages on Twine's map; a passage is 100 wide and 100 high there."""
COLOURS = {"ending": "green", "opening": "blue", "played": "orange"}
"""The colours of the tags, of those that Twine knows."""

_MEANING = str.maketrans(
    {
        "&": "&amp;", "<": "&lt;", ">": "&gt;", "[": "&#91;", "]": "&#93;", "{": "&#123;", "}": "&#125;",
        "$": "&#36;", "|": "&#124;", "\\": "&#92;", "`": "&#96;", "*": "&#42;", "_": "&#95;", "~": "&#126;",
        "#": "&#35;", "@": "&#64;", "=": "&#61;", "^": "&#94;", "/": "&#47;", "(": "&#40;", ")": "&#41;",
    }
)  # fmt: skip
"""Signs that mean something to Harlowe, SugarCube, Snowman or Chapbook."""
_NO_LINK = str.maketrans(
    {"[": "(", "]": ")", "|": "/", "<": "‹", ">": "›", "{": "(", "}": ")", "$": "＄", "`": "'"}
)
"""Inside a link nothing can be written as `&...;`: signs that mean something become others like them."""


def twee_lines(graph: Graph, played: Played) -> Iterator[str]:
    """Yield the lines of the story."""
    yield ":: StoryTitle"
    yield _title(graph.title)
    yield ""
    yield ":: StoryData"
    yield json.dumps(_data(graph, played), indent=2, ensure_ascii=False)
    place = _places(graph)
    for node in graph.nodes.values():
        yield ""
        yield f":: {node.id} {_tags(graph, node, played)}{_metadata(place[node.id])}"
        yield from _passage(node)


def ifid(name: str) -> str:
    """Return the number by which Twine knows a story: always the same for one scenario, and a UUID 4."""
    made = hashlib.blake2b(f"speakup:{name}".encode(), digest_size=16).digest()
    return str(uuid.UUID(bytes=made, version=4)).upper()


def _data(graph: Graph, played: Played) -> dict[str, object]:
    colours = {tag: colour for tag, colour in COLOURS.items() if tag != "played" or played}
    return {"ifid": ifid(graph.id), "start": graph.opening, "tag-colors": colours, "zoom": 0.6}


def _tags(graph: Graph, node: Node, played: Played) -> str:
    tags = ["ending", str(node.tone)] if node.kind == "ending" else []
    tags += ["opening"] if node.id == graph.opening else []
    tags += ["played"] if node.id in played.scenes else []
    return f"[{' '.join(tags)}] " if tags else ""


def _metadata(at: tuple[int, int]) -> str:
    return json.dumps({"position": f"{at[0]},{at[1]}", "size": "100,100"}, separators=(",", ":"))


def _places(graph: Graph) -> dict[str, tuple[int, int]]:
    """Return the place of each passage on Twine's map: the columns of the drawing, from left to right."""
    columns = layered(graph).columns
    names = [[name for name, joint in column if joint < 0] for column in columns]
    most = max(map(len, names))
    return {
        name: (ACROSS * at + ACROSS // 2, DOWN * row + (most - len(column)) * DOWN // 2 + DOWN // 2)
        for at, column in enumerate(names)
        for row, name in enumerate(column)
    }


def _passage(node: Node) -> Iterator[str]:
    yield _content(node.says)
    if node.more:
        yield ""
        yield _content(node.more)
    if node.rows:
        yield ""
    for row in node.rows:
        for way in row.goes:
            yield f"[[{_link(row, way)}->{way.to}]]"


def _link(row: Row, way: Way) -> str:
    said = one_line(row.says) if row.says else row.name
    when = condition(row, way)
    return (f"{said} (if {when})" if when else said).translate(_NO_LINK)


def _title(text: str) -> str:
    """Return the name of the story: no story format reads it, so it is written as it is."""
    said = one_line(text)
    return f" {said}" if said.startswith("::") else said


def _content(text: str) -> str:
    """Return a line of content that is only text, and cannot be read as the header of a passage."""
    said = one_line(text).translate(_MEANING)
    return said.replace("::", "&#58;&#58;", 1) if said.startswith("::") else said
