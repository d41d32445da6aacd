"""Gives every box and line of the drawing its place. Lengths are in units of the SVG."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from scenarios.faults import one_line
from scenarios.map.layers import Layers, Spot, layered

if TYPE_CHECKING:
    from scenarios.map.graph import Graph, Node

WIDTH = 210
"""Of a box."""
LINE = 15
"""Height of a line of text."""
PAD = 8
GAP = 22
"""Between boxes that stand below each other."""
JOINT = 14
"""Height of the place of a line that passes through a column."""
GUTTER = 84
"""Between two columns."""
LANE = 11
"""Between lines that go back."""
CHARACTERS = 29
"""Of the partner's words in a line of a box."""
MOST_LINES = 3
MOST_SCENES = 200
"""A larger story is a wall and not a map."""
_ROUNDS = 10


@dataclass(frozen=True, slots=True)
class Box:
    """A scene or an ending in the drawing."""

    node: Node
    x: float
    y: float
    height: float
    words: tuple[str, ...]
    """What is said, in lines."""

    @property
    def head(self) -> float:
        """The height of all that stands above the rows."""
        return PAD + LINE * (1 + len(self.words)) + PAD

    def row_y(self, at: int) -> float:
        """Return the middle of a row."""
        return self.y + self.head + LINE * at + LINE / 2

    @property
    def entry_y(self) -> float:
        """Where lines come in."""
        return self.y + PAD + LINE / 2


@dataclass(slots=True)
class Layout:
    """A whole drawing."""

    layers: Layers
    boxes: dict[str, Box]
    joints: dict[Spot, float]
    """The height at which the line to a target passes through a column."""
    lanes: dict[str, float]
    """The height at which lines go back to a target."""
    width: float = 0.0
    height: float = 0.0
    turns: dict[tuple[str, str], float] = field(default_factory=dict)
    """Where lines that go back turn: right of a scene, or left of a target."""

    def x(self, column: int) -> float:
        """Return the left side of a column."""
        return GUTTER + column * (WIDTH + GUTTER)


def laid_out(graph: Graph) -> Layout:
    """Return the drawing of a graph."""
    layers = layered(graph)
    words = {name: _words(node) for name, node in graph.nodes.items()}
    tall = {name: _height(node, words[name]) for name, node in graph.nodes.items()}
    top = _tops(layers, graph, tall)
    made = Layout(layers, {}, {}, {})
    for name, node in graph.nodes.items():
        x = made.x(layers.column[name])
        made.boxes[name] = Box(node, x, top[name, -1], tall[name], words[name])
    made.joints = {spot: y + JOINT / 2 for spot, y in top.items() if spot[1] >= 0}
    low = max([*(box.y + box.height for box in made.boxes.values()), *made.joints.values()])
    for to in dict.fromkeys(to for _, to in layers.back):
        made.lanes[to] = low + GAP + LANE * len(made.lanes)
    _turns(made)
    made.width = made.x(len(layers.columns))
    made.height = max([low, *made.lanes.values()]) + GAP
    return made


def _words(node: Node) -> tuple[str, ...]:
    lines = textwrap.wrap(one_line(node.says), CHARACTERS) or [""]
    if len(lines) > MOST_LINES:
        lines = [*lines[: MOST_LINES - 1], lines[MOST_LINES - 1][: CHARACTERS - 1].rstrip() + "…"]
    return tuple([*lines, f"({node.tone})"] if node.tone else lines)


def _height(node: Node, words: tuple[str, ...]) -> float:
    return PAD * 3 + LINE * (1 + len(words) + len(node.rows)) - (PAD if not node.rows else 0)


def _tops(layers: Layers, graph: Graph, tall: dict[str, float]) -> dict[Spot, float]:
    """Return the upper edge of everything: each as near to what it is joined to as the others let it."""
    size = {spot: tall[spot[0]] if spot[1] < 0 else JOINT for each in layers.columns for spot in each}
    top: dict[Spot, float] = {}
    for each in layers.columns:
        y = 0.0
        for spot in each:
            top[spot] = y
            y += size[spot] + GAP
    joined = _joined(layers, graph)
    for number in range(_ROUNDS):
        for each in layers.columns if number % 2 == 0 else reversed(layers.columns):
            wish = {spot: _wish(spot, top, joined) for spot in each}
            _settle(each, wish, size, top)
    least = min(top.values())
    return {spot: y - least + GAP for spot, y in top.items()}


def _joined(layers: Layers, graph: Graph) -> dict[Spot, list[tuple[Spot, float]]]:
    """Return what each place is joined to, with how much higher it would stand if the line were straight."""
    joined: dict[Spot, list[tuple[Spot, float]]] = {}
    for start, to in layers.links:
        out = _out(start, to[0], graph)
        into = PAD + LINE / 2 if to[1] < 0 else JOINT / 2
        joined.setdefault(start, []).append((to, into - out))
        joined.setdefault(to, []).append((start, out - into))
    return joined


def _out(start: Spot, to: str, graph: Graph) -> float:
    """Return how far below its upper edge a place is left: the middle of the rows that lead to `to`."""
    if start[1] >= 0:
        return JOINT / 2
    node = graph.nodes[start[0]]
    head = PAD * 2 + LINE * (1 + len(_words(node)))
    rows = [at for at, row in enumerate(node.rows) if any(way.to == to for way in row.goes)]
    return head + LINE * (sum(rows) / len(rows) + 0.5) if rows else head


def _wish(spot: Spot, top: dict[Spot, float], joined: dict[Spot, list[tuple[Spot, float]]]) -> float:
    wishes = [top[other] + shift for other, shift in joined.get(spot, ())]
    return sum(wishes) / len(wishes) if wishes else top[spot]


def _settle(
    column: list[Spot], wish: dict[Spot, float], size: dict[Spot, float], top: dict[Spot, float]
) -> None:
    """Put a column as near to its wishes as its order lets: places that would overlap become one block."""
    blocks: list[list[Spot]] = []
    starts: list[float] = []
    for spot in column:
        blocks.append([spot])
        starts.append(wish[spot])
        while len(blocks) > 1 and starts[-2] + _length(blocks[-2], size) > starts[-1]:
            later = blocks.pop()
            starts.pop()
            blocks[-1] += later
            starts[-1] = _mean_start(blocks[-1], wish, size)
    for block, start in zip(blocks, starts, strict=True):
        y = start
        for spot in block:
            top[spot] = y
            y += size[spot] + GAP


def _length(block: list[Spot], size: dict[Spot, float]) -> float:
    return sum(size[spot] + GAP for spot in block)


def _mean_start(block: list[Spot], wish: dict[Spot, float], size: dict[Spot, float]) -> float:
    total = before = 0.0
    for spot in block:
        total += wish[spot] - before
        before += size[spot] + GAP
    return total / len(block)


def _turns(made: Layout) -> None:
    """Give each line that goes back its own place in the gutters that it passes."""
    used: dict[int, int] = {}
    for start, to in made.layers.back:
        right, left = made.layers.column[start] + 1, made.layers.column[to]
        for key, gutter, side in ((("out", start), right, 1), (("in", to), left, -1)):
            if key not in made.turns:
                used[gutter] = used.get(gutter, 0) + 1
                shift = 6 + 5 * (used[gutter] % 6)
                edge = made.x(gutter) - (GUTTER if side > 0 else 0)
                made.turns[key] = edge + side * shift
