"""`speakup remove`: take a pack away."""

from __future__ import annotations

import click


@click.command("remove")
@click.argument("name", metavar="NAME")
def command(name: str) -> int:
    """Take a pack away.

    What you played of it is kept, and it can be added again.
    """
    from scenarios.packs.shelf import remove_pack

    remove_pack(name)
    click.echo(f"Removed {name}.")
    return 0
