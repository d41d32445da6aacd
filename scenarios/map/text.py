"""The graph as a tree of words, which reads as well without colour and by a screen reader."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from scenarios.faults import one_line
from scenarios.map.graph import Graph, Node, Played, Row, signed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scenarios.model import Way

DEEPEST = 8
"""A scene that would stand deeper is written out below, at the margin."""
NARROWEST = 40
"""Columns that a line may always have."""

At = tuple[str, str, int]
"""A scene, one of its rows, and which of its ways."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What the branches are drawn with."""

    tee: str = "├─ "
    corner: str = "└─ "
    bar: str = "│  "
    arrow: str = "→"
    cut: str = "…"


ASCII = Signs("|- ", "`- ", "|  ", "->", "...")
"""For terminals that know no other letters."""


def tree_lines(
    graph: Graph, played: Played, *, width: int = 100, signs: Signs | None = None
) -> Iterator[str]:
    """Yield the lines of the tree."""
    yield one_line(f"{graph.title} ({graph.id})")
    counts = f"{_count(len(graph.scenes), 'scene')}, {_count(len(graph.endings), 'ending')}"
    yield one_line(f"{graph.role} with {graph.partner}, level {graph.level} of 3, {counts}")
    yield "Each scene is written out once, at the reply that first leads to it."
    if played:
        yield f"* was played in {played.name}."
    yield from _Tree(graph, played, max(width, NARROWEST), signs or Signs()).lines()


@dataclass(slots=True)
class _Tree:
    graph: Graph
    played: Played
    width: int
    signs: Signs
    home: dict[At, str] = field(default_factory=dict)
    """The scene that is written out at a way."""
    roots: deque[str] = field(default_factory=deque)

    def lines(self) -> Iterator[str]:
        """Yield the tree of the opening, and then trees of what is not below it."""
        placed = {self.graph.opening}
        self.roots.append(self.graph.opening)
        self._settle(placed, self.graph.opening)
        for node in self.graph.scenes:
            if node.id not in placed:
                placed.add(node.id)
                self.roots.append(node.id)
                self._settle(placed, node.id)
        while self.roots:
            yield ""
            name = self.roots.popleft()
            mark, said = self._mark(name in self.played.scenes), self._said(self.graph.nodes[name])
            yield self._cut(f"{mark}{name}", said.removeprefix(name))
            yield from self._below(self.graph.nodes[name], "", 0)

    def _settle(self, placed: set[str], root: str) -> None:
        """Give each scene its place: the first way to it, those nearest to the root before others."""
        waiting = deque([(root, 0)])
        while waiting:
            name, depth = waiting.popleft()
            node = self.graph.nodes[name]
            for row in node.rows:
                for at, way in enumerate(row.goes):
                    if way.to in placed or self.graph.nodes[way.to].kind == "ending":
                        continue
                    placed.add(way.to)
                    is_deep = depth + 1 >= DEEPEST
                    if is_deep:
                        self.roots.append(way.to)
                    else:
                        self.home[name, row.name, at] = way.to
                    waiting.append((way.to, 0 if is_deep else depth + 1))

    def _below(self, node: Node, lead: str, depth: int) -> Iterator[str]:
        for number, row in enumerate(node.rows, 1):
            is_last = number == len(node.rows)
            branch = lead + (self.signs.corner if is_last else self.signs.tee)
            under = lead + ("   " if is_last else self.signs.bar)
            name = " ".join(
                filter(None, (row.name, signed(row.alliance), f"(if {row.when})" if row.when else ""))
            )
            if len(row.goes) == 1:
                yield from self._way(node, row, 0, f"{branch}{{}}{name}", under, depth)
                continue
            is_played = any((node.id, row.name, way.to) in self.played.steps for way in row.goes)
            yield self._cut(f"{branch}{self._mark(is_played)}{name}")
            for at, way in enumerate(row.goes):
                is_end = at == len(row.goes) - 1
                inner = under + (self.signs.corner if is_end else self.signs.tee)
                start = f"{inner}{{}}{_when(way)}"
                yield from self._way(
                    node, row, at, start, under + ("   " if is_end else self.signs.bar), depth
                )

    def _way(self, node: Node, row: Row, at: int, start: str, under: str, depth: int) -> Iterator[str]:
        """Yield one way, and the scene that it leads to where that is written out here."""
        to = self.graph.nodes[row.goes[at].to]
        is_home = self.home.get((node.id, row.name, at)) == to.id
        said = self._said(to).removeprefix(to.id) if is_home or to.kind == "ending" else ""
        mark = self._mark((node.id, row.name, to.id) in self.played.steps)
        yield self._cut(f"{start.replace('{}', mark, 1)} {self.signs.arrow} {to.id}", said)
        if is_home:
            yield from self._below(to, under, depth + 1)

    def _said(self, node: Node) -> str:
        if node.kind == "ending":
            return one_line(f"{node.id} (ending, {node.tone}): {node.says}")
        return one_line(f"{node.id}: {node.says}")

    def _mark(self, is_played: bool) -> str:  # noqa: FBT001 - what the sign is about
        return "* " if is_played else ""

    def _cut(self, start: str, said: str = "") -> str:
        """Cut what is said where the line is too long; what tells the way is never cut."""
        if len(start) + len(said) <= self.width:
            return start + said
        room = self.width - len(start) - len(self.signs.cut)
        return start + (said[:room].rstrip() + self.signs.cut if room > 0 else "")


def _when(way: Way) -> str:
    return f"if {way.when}" if way.when else "else"


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
