"""`speakup map`: the graph of a scenario, to read, to draw, to print or to open in Twine."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from trainer.errors import Trouble
from trainer.told import printed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scenarios.map import Graph, Played
    from scenarios.map.text import Signs

FORMATS = ("text", "mermaid", "dot", "html", "twee")
WIDTH = 100
"""Columns of the tree where nobody looks at it on a terminal."""


@click.command("map")
@click.argument("name", metavar="ID")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    help="How it is written; a tree if not said.",
)
@click.option(
    "--session", metavar="N", type=click.IntRange(min=1), help="Highlight what was played in this session."
)
@click.option(
    "--to", "file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False), help="Write a new file."
)
def command(name: str, *, form: str, session: int | None, file: Path | None) -> int:
    """Show the graph of a scenario.

    ID can also be a file. The html is one page with a drawing, to open in a browser or to print; twee opens
    in Twine.
    """
    from scenarios.map import Played, graph_of
    from trainer.named import scenario_named

    scenario = scenario_named(name)
    played = Played()
    if session is not None:
        from trainer.played import played_in

        played = played_in(session, scenario)
    lines = _lines(graph_of(scenario), played, form, is_file=file is not None)
    if file is None:
        printed(lines)
        return 0
    from trainer.new_file import write_new

    write_new(file, "\n".join(lines) + "\n")
    click.echo(f"Written to {file}.", err=True)
    return 0


def _lines(graph: Graph, played: Played, form: str, *, is_file: bool) -> Iterable[str]:
    """Return the lines of one format."""
    if form == "mermaid":
        from scenarios.map.mermaid import mermaid_lines

        return mermaid_lines(graph, played)
    if form == "dot":
        from scenarios.map.dot import dot_lines

        return dot_lines(graph, played)
    if form == "twee":
        from scenarios.map.twee import twee_lines

        return twee_lines(graph, played)
    if form == "html":
        return _page(graph, played)
    from scenarios.map.text import tree_lines

    width = shutil.get_terminal_size((WIDTH, 24)).columns if sys.stdout.isatty() and not is_file else WIDTH
    return tree_lines(graph, played, width=width, signs=None if is_file else _signs())


def _page(graph: Graph, played: Played) -> Iterable[str]:
    from scenarios.map.layout import MOST_SCENES
    from scenarios.map.page import page_lines

    if len(graph.nodes) > MOST_SCENES:
        raise Trouble(
            f"{graph.id} has {len(graph.nodes)} scenes and endings, and up to {MOST_SCENES} can be drawn; "
            "see it with --format text"
        )
    return page_lines(graph, played)


def _signs() -> Signs | None:
    """Return plain signs where the terminal knows no others."""
    from scenarios.map.text import ASCII, Signs

    mine = Signs()
    try:
        f"{mine.tee}{mine.corner}{mine.bar}{mine.arrow}{mine.cut}".encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return ASCII
    return mine
