"""The drawing as SVG: boxes with a row for each reply, and lines from the rows to where they lead."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from scenarios.faults import one_line
from scenarios.map.graph import Graph, Played, Row, condition, signed
from scenarios.map.layout import LINE, PAD, WIDTH, Box, Layout, laid_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scenarios.map.layers import Spot

_BEND = 42


def svg_lines(graph: Graph, played: Played) -> Iterator[str]:
    """Yield the lines of the drawing; its looks come from the page's styles."""
    made = laid_out(graph)
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {made.width:.0f} {made.height:.0f}" '
        f'role="img" aria-labelledby="map-title">'
    )
    yield f'<title id="map-title">{_text(f"The map of {graph.title}")}</title>'
    yield from _arrows()
    lines = sorted(_lines(graph, made, played), key=lambda line: line[0])
    yield from (drawn for _, drawn in lines)
    for box in made.boxes.values():
        yield from _box(box, is_opening=box.node.id == graph.opening, played=played)
    yield "</svg>"


def _arrows() -> Iterator[str]:
    shape = '<path d="M0 0 L8 4 L0 8 z"/>'
    for name in ("arrow", "arrow-played"):
        yield (
            f'<defs><marker id="{name}" class="{name}" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" '
            f'markerHeight="8" markerUnits="userSpaceOnUse" orient="auto">{shape}</marker></defs>'
        )


def _lines(graph: Graph, made: Layout, played: Played) -> Iterator[tuple[bool, str]]:
    """Yield every line with whether it was played: those are drawn above the others."""
    shared: dict[tuple[Spot, Spot], bool] = {}
    for name, box in made.boxes.items():
        for at, row in enumerate(box.node.rows):
            for way in {way.to: way for way in row.goes}.values():
                was = (name, row.name, way.to) in played.steps
                is_open = any(not each.when and not row.when for each in row.goes if each.to == way.to)
                title = _way_title(graph, name, row, way.to)
                if (name, way.to) in made.layers.back:
                    path = _back(made, box, at, way.to)
                else:
                    path = _forward(made, box, at, way.to)
                    _share(made, name, way.to, shared, is_played=was)
                ends = (name, way.to) in made.layers.back or _is_next(made, name, way.to)
                yield was, _path(path, title, is_played=was, is_open=is_open, ends=ends)
    for (start, to), was in shared.items():
        yield was, _path(_trunk(made, start, to), "", is_played=was, is_open=True, ends=to[1] < 0)


def _is_next(made: Layout, start: str, to: str) -> bool:
    return made.layers.column[to] == made.layers.column[start] + 1


def _share(
    made: Layout, start: str, to: str, shared: dict[tuple[Spot, Spot], bool], *, is_played: bool
) -> None:
    """Note the joints that a way passes."""
    for at in range(made.layers.column[start] + 1, made.layers.column[to]):
        after: Spot = (to, at + 1) if at + 1 < made.layers.column[to] else (to, -1)
        link = ((to, at), after)
        shared[link] = shared.get(link, False) or is_played


def _forward(made: Layout, box: Box, at: int, to: str) -> str:
    """Draw from a row to the next column: to its target, or to the joint of its target."""
    column = made.layers.column[box.node.id] + 1
    y = made.boxes[to].entry_y if _is_next(made, box.node.id, to) else made.joints[to, column]
    return _curve(box.x + WIDTH, box.row_y(at), made.x(column), y)


def _trunk(made: Layout, start: Spot, to: Spot) -> str:
    """Draw from a joint through its column and on to the next."""
    y, right = made.joints[start], made.x(start[1] + 1)
    end = made.boxes[to[0]].entry_y if to[1] < 0 else made.joints[to]
    return f"M{made.x(start[1]):.1f} {y:.1f} h{WIDTH} " + _curve(
        made.x(start[1]) + WIDTH, y, right, end, move=""
    )


def _curve(x: float, y: float, to_x: float, to_y: float, move: str = "M") -> str:
    start = f"M{x:.1f} {y:.1f} " if move else ""
    return f"{start}C{x + _BEND:.1f} {y:.1f} {to_x - _BEND:.1f} {to_y:.1f} {to_x:.1f} {to_y:.1f}"


def _back(made: Layout, box: Box, at: int, to: str) -> str:
    """Draw back to an earlier column: down beside the scene, along below all boxes, up beside the target."""
    target, lane = made.boxes[to], made.lanes[to]
    out, into = made.turns["out", box.node.id], made.turns["in", to]
    return (
        f"M{box.x + WIDTH:.1f} {box.row_y(at):.1f} H{out:.1f} V{lane:.1f} H{into:.1f} "
        f"V{target.entry_y:.1f} H{target.x:.1f}"
    )


def _path(path: str, title: str, *, is_played: bool, is_open: bool, ends: bool) -> str:
    names = " ".join(filter(None, ("way", "played" if is_played else "", "" if is_open else "sometimes")))
    arrow = f' marker-end="url(#arrow{"-played" if is_played else ""})"' if ends else ""
    said = f"<title>{_text(title)}</title>" if title else ""
    return f'<path class="{names}" d="{path}"{arrow}>{said}</path>'


def _way_title(graph: Graph, scene: str, row: Row, to: str) -> str:
    """Say in words what a line means."""
    conditions = [condition(row, way) for way in row.goes if way.to == to]
    when = f", if {' or '.join(filter(None, conditions))}" if all(conditions) else ""
    return f"{scene}, {row.name}{when}: {graph.nodes[to].id}"


def _box(box: Box, *, is_opening: bool, played: Played) -> Iterator[str]:
    node = box.node
    names = [node.kind, node.tone or "", "opening" if is_opening else ""]
    names.append("played" if node.id in played.scenes else "")
    corner = 5 if node.kind == "scene" else 18
    yield f'<a href="#{_text(_anchor(node.id))}"><g class="{" ".join(filter(None, names))}">'
    yield f"<title>{_text(node.more or node.says)}</title>"
    yield f'<rect x="{box.x:.1f}" y="{box.y:.1f}" width="{WIDTH}" height="{box.height:.1f}" rx="{corner}"/>'
    y = box.y + PAD + LINE - 4
    mark = "▸ " if is_opening else ""
    yield from _said(box.x + 12, y, [f"{mark}{node.id}"], "name")
    yield from _said(box.x + 12, y + LINE, box.words, "says")
    for at, row in enumerate(node.rows):
        kind = "row pitfall" if row.has_pitfall else "row"
        yield from _said(box.x + 12, box.row_y(at) + 4, [row.name], kind)
        if row.alliance:
            yield from _said(box.x + WIDTH - 34, box.row_y(at) + 4, [signed(row.alliance)], kind)
    yield "</g></a>"


def _anchor(name: str) -> str:
    return f"part-{name}"


def _said(x: float, y: float, lines: Iterable[str], kind: str) -> Iterator[str]:
    for at, line in enumerate(lines):
        yield f'<text class="{kind}" x="{x:.1f}" y="{y + LINE * at:.1f}">{_text(line)}</text>'


def _text(text: str) -> str:
    return escape(one_line(text), quote=True)
