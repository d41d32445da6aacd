"""Sorts a graph into columns: every way leads to the right, save those that go back.

A way goes back where it leads to a scene that stands no later in the file: authors
write a story in its order. All ways to one place share one line from column to
column (its joints), so that many ways to the same ending do not become a thicket.
"""

from __future__ import annotations

import bisect
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from scenarios.map.graph import Graph

SWEEPS = 16

Spot = tuple[str, int]
"""A place in a column: the name of a node with -1, or the name of a target with the column of its joint."""


@dataclass(slots=True)
class Layers:
    """The columns of a drawing, and what is joined to what."""

    column: Mapping[str, int]
    """The column of each node."""
    columns: list[list[Spot]]
    """What stands in each column, from top to bottom."""
    links: dict[tuple[Spot, Spot], None] = field(default_factory=dict)
    """Lines between neighbouring columns."""
    back: dict[tuple[str, str], None] = field(default_factory=dict)
    """Scene and target of each way that goes back."""


def layered(graph: Graph) -> Layers:
    """Return the columns of a graph, with as few crossings as some sweeps can reach."""
    pairs = dict.fromkeys((node.id, way.to) for node, _, way in graph.edges())
    order = {name: at for at, name in enumerate(graph.nodes)}
    forward = [pair for pair in pairs if order[pair[1]] > order[pair[0]]]
    column = _columns(graph, forward)
    made = Layers(column, [[] for _ in range(max(column.values()) + 1)])
    made.back = {pair: None for pair in pairs if order[pair[1]] <= order[pair[0]]}
    for name in graph.nodes:
        made.columns[column[name]].append((name, -1))
    for start, to in forward:
        _join(made, start, to)
    _untangle(made)
    return made


def _columns(graph: Graph, forward: list[tuple[str, str]]) -> dict[str, int]:
    """Return the column of each node: one more than the last scene that leads to it; endings stand last."""
    column = dict.fromkeys(graph.nodes, 0)
    after: dict[str, list[str]] = {name: [] for name in graph.nodes}
    for start, to in forward:
        after[start].append(to)
    for name in graph.nodes:
        for to in after[name]:
            column[to] = max(column[to], column[name] + 1)
    last = max(column.values())
    return column | {node.id: max(last, 1) for node in graph.endings}


def _join(made: Layers, start: str, to: str) -> None:
    """Join a scene to its target, by way of the target's joints in the columns between."""
    here: Spot = (start, -1)
    for at in range(made.column[start] + 1, made.column[to]):
        joint: Spot = (to, at)
        if joint not in made.columns[at]:
            made.columns[at].append(joint)
        made.links[here, joint] = None
        here = joint
    made.links[here, (to, -1)] = None


def _untangle(made: Layers) -> None:
    """Order each column by where its neighbours stand, forth and back, and keep the best order."""
    fore, aft = _neighbours(made)
    best, fewest = [list(each) for each in made.columns], _crossings(made, fore)
    for sweep in range(SWEEPS):
        is_right = sweep % 2 == 0
        inner = range(1, len(made.columns)) if is_right else range(len(made.columns) - 2, -1, -1)
        for at in inner:
            beside = made.columns[at - 1 if is_right else at + 1]
            place = {spot: where for where, spot in enumerate(beside)}
            joined = aft if is_right else fore
            mean = {spot: _mean(place, joined.get(spot, ()), at) for at, spot in enumerate(made.columns[at])}
            made.columns[at].sort(key=mean.__getitem__)
        crossings = _crossings(made, fore)
        if crossings < fewest:
            best, fewest = [list(each) for each in made.columns], crossings
    made.columns[:] = best


def _neighbours(made: Layers) -> tuple[dict[Spot, list[Spot]], dict[Spot, list[Spot]]]:
    fore: dict[Spot, list[Spot]] = {}
    aft: dict[Spot, list[Spot]] = {}
    for start, to in made.links:
        fore.setdefault(start, []).append(to)
        aft.setdefault(to, []).append(start)
    return fore, aft


def _mean(place: dict[Spot, int], joined: list[Spot] | tuple[()], otherwise: int) -> float:
    places = [place[spot] for spot in joined if spot in place]
    return sum(places) / len(places) if places else float(otherwise)


def _crossings(made: Layers, fore: dict[Spot, list[Spot]]) -> int:
    return sum(
        _crossings_between(left, right, fore)
        for left, right in zip(made.columns, made.columns[1:], strict=False)
    )


def _crossings_between(left: list[Spot], right: list[Spot], fore: dict[Spot, list[Spot]]) -> int:
    """Count the lines that cross between two columns: pairs that stand in the wrong order."""
    passed: list[int] = []
    count = 0
    for at in _targets(left, {spot: where for where, spot in enumerate(right)}, fore):
        count += len(passed) - bisect.bisect_right(passed, at)
        bisect.insort(passed, at)
    return count


def _targets(left: list[Spot], place: dict[Spot, int], fore: dict[Spot, list[Spot]]) -> Iterator[int]:
    for spot in left:
        yield from sorted(place[to] for to in fore.get(spot, ()) if to in place)
