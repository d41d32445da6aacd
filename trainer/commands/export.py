"""`speakup export`: all that is kept, to take along."""

from __future__ import annotations

import json
import os
from pathlib import Path

import click

from trainer.errors import Trouble


@click.command("export")
@click.option(
    "--to", "file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False), help="A new file."
)
def command(*, file: Path | None) -> int:
    """Write out all that is kept, as JSON.

    Sessions with every event, contested readings, lines of drills and settings.
    """
    from trainer.store.opening import kept_store
    from trainer.store.taking import exported

    store = kept_store()
    try:
        text = json.dumps(exported(store), ensure_ascii=False, indent=2) + "\n"
    finally:
        store.close()
    if file is None:
        click.echo(text, nl=False)
    else:
        _write(file, text)
        click.echo(f"Written to {file}.", err=True)
    return 0


def _write(file: Path, text: str) -> None:
    """Write a new file that only its owner can read."""
    try:
        with os.fdopen(
            os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8"
        ) as target:
            target.write(text)
    except FileExistsError:
        raise Trouble(f"{file} is there already; choose another name") from None
    except OSError as fault:
        raise Trouble(f"{file} cannot be written ({fault.strerror})") from None
