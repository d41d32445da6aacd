"""`speakup wipe`: delete all that is kept."""

from __future__ import annotations

import sys

import click

from trainer.errors import WrongUse


@click.command("wipe")
@click.option("--yes", is_flag=True, help="Do not ask.")
def command(*, yes: bool) -> int:
    """Delete all that is kept.

    Every session, draft, note and setting. Your own scenario files stay.
    """
    from trainer.store.taking import wiped
    from trainer.store.where import home

    folder = home()
    if not yes:
        if not sys.stdin.isatty():
            raise WrongUse("wipe asks before it deletes, and nobody can answer here; add --yes to delete")
        click.echo(f"This deletes every session, draft, note and setting in {folder}.")
        if not click.confirm("It cannot be undone. Delete?"):
            click.echo("Nothing was deleted.")
            return 0
    files = wiped(folder)
    click.echo(
        f"Deleted: {', '.join(file.name for file in files)}." if files else "There was nothing to delete."
    )
    return 0
