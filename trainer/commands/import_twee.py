"""`speakup import-twee`: a Twine story as the skeleton of a scenario."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from trainer.told import printed

if TYPE_CHECKING:
    from scenarios.model import Role


@click.command("import-twee")
@click.argument("story", metavar="FILE", type=click.Path(path_type=Path))
@click.option(
    "--role", type=click.Choice(["client", "therapist"]), default="client", help="Whom the player plays."
)
@click.option(
    "--to", "file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False), help="Write a new file."
)
def command(story: Path, *, role: Role, file: Path | None) -> int:
    """Bring a Twine story in.

    Its passages and links become the skeleton of a scenario, in which each place that is still to be written
    is marked. FILE is Twee, or the HTML that Twine publishes.
    """
    from scenarios.slug import SLUG
    from scenarios.twine.read import read_story
    from scenarios.twine.skeleton import TO_WRITE, skeleton

    name = file.stem if file and SLUG.fullmatch(file.stem) else ""
    text = skeleton(read_story(story), role, name)
    if file is None:
        printed(text.splitlines())
        return 0
    from trainer.new_file import write_new

    write_new(file, text)
    click.echo(f"Written to {file}, with {text.count(TO_WRITE)} places to write.", err=True)
    return 0
