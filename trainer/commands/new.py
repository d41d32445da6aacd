"""`speakup new`: a small scenario to start from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from trainer.errors import WrongUse

if TYPE_CHECKING:
    from scenarios.model import Role


@click.command("new")
@click.argument("name", metavar="ID")
@click.option(
    "--role", type=click.Choice(["client", "therapist"]), default="client", help="Whom the player plays."
)
@click.option(
    "--to",
    "place",
    metavar="PLACE",
    type=click.Path(path_type=Path),
    help="A folder, or a new file; the current folder if not said.",
)
def command(name: str, *, role: Role, place: Path | None) -> int:
    """Write a small scenario to start from.

    It has three scenes and two endings, a note at each key, and can be played at once. Nothing is
    overwritten.
    """
    from scenarios.starters import started
    from trainer.new_file import write_new

    file = _file(name, place)
    try:
        text = started(name, role)
    except ValueError as wrong:
        raise WrongUse(str(wrong)) from wrong
    write_new(file, text)
    click.echo(f"Written to {file}. Play it with: speakup preview {file}")
    return 0


def _file(name: str, place: Path | None) -> Path:
    """Return where to write: in a folder under the scenario's name, or to the file that is named."""
    if place is None:
        return Path(f"{name}.yaml")
    if place.is_dir():
        return place / f"{name}.yaml"
    if place.suffix not in (".yaml", ".yml"):
        raise WrongUse(f"there is no folder {place}, and a scenario's file ends in .yaml")
    return place
