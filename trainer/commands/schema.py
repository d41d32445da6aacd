"""`speakup schema`: the JSON Schema of the scenario format, for editors."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("schema")
@click.option(
    "--to", "file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False), help="Write a new file."
)
def command(*, file: Path | None) -> int:
    """Print the JSON Schema of the format.

    Editors that know YAML complete and check with it. Keep it beside your scenarios and let them begin with
    the line: # yaml-language-server: $schema=schema.json
    """
    from scenarios.reference import schema_text

    if file is None:
        click.echo(schema_text(), nl=False)
        return 0
    from trainer.new_file import write_new

    write_new(file, schema_text())
    click.echo(f"Written to {file}.", err=True)
    return 0
