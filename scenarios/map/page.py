"""One HTML file with the drawing and its words. Nothing in it runs and nothing is fetched."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from scenarios.faults import one_line
from scenarios.map.graph import Graph, Node, Played, Row, condition, signed
from scenarios.map.svg import svg_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

_STYLES = Path(__file__).with_name("page.css")


def page_lines(graph: Graph, played: Played) -> Iterator[str]:
    """Yield the lines of the page."""
    yield "<!doctype html>"
    yield '<html lang="en">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield (
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">"
    )
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{_text(graph.title)}</title>"
    yield f"<style>\n{_STYLES.read_text(encoding='utf-8').strip()}\n</style>"
    yield "</head>"
    yield "<body>"
    yield f"<h1>{_text(graph.title)}</h1>"
    yield f'<p class="about">{_text(_about(graph, played))}</p>'
    yield from svg_lines(graph, played)
    yield f'<p class="about">{_text(_LEGEND)}</p>'
    yield '<section aria-label="The words">'
    for node in graph.nodes.values():
        yield from _part(graph, node)
    yield "</section>"
    yield "</body>"
    yield "</html>"


_LEGEND = (
    "The small triangle marks the opening. The number in a row is what the reply does to the alliance; a row "
    "in slanted letters holds a pitfall. A dashed line is open only under a condition; hold the mouse over "
    "it to read which."
)


def _about(graph: Graph, played: Played) -> str:
    told = f"{graph.role} with {graph.partner}, level {graph.level} of 3, about {graph.minutes} minutes."
    return f"{told} Thick lines were played in {played.name}." if played else told


def _part(graph: Graph, node: Node) -> Iterator[str]:
    """Yield the words of a scene or an ending, for who reads and does not look."""
    tone = f" <small>({node.tone})</small>" if node.tone else ""
    yield f'<article id="part-{_text(node.id)}">'
    yield f"<h2>{_text(node.id)}{tone}</h2>"
    yield f"<p>{_text(node.says)}</p>"
    if node.more:
        yield f'<p class="more">{_text(node.more)}</p>'
    if node.rows:
        yield "<ul>"
        for row in node.rows:
            yield f"<li>{_row(graph, row)}</li>"
        yield "</ul>"
    yield "</article>"


def _row(graph: Graph, row: Row) -> str:
    name = _text(" ".join(filter(None, (row.name, signed(row.alliance)))))
    says = f" “{_text(row.says)}”" if row.says else ""
    return f"<b>{name}</b>{says} {_ways(graph, row)}"


def _ways(graph: Graph, row: Row) -> str:
    ways = []
    for way in row.goes:
        when = condition(row, way)
        said = f" if {_text(when)}" if when else ""
        ways.append(f'→ <a href="#part-{_text(way.to)}">{_text(graph.nodes[way.to].id)}</a>{said}')
    return "; ".join(ways)


def _text(text: str) -> str:
    return escape(one_line(text), quote=True)
