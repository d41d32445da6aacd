"""`speakup schema`: the JSON Schemas of scenarios and drills, for editors."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("schema")
@click.option("--drill", is_flag=True, help="The schema of drills, not that of scenarios.")
@click.option(
    "--to", "file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False), help="Write a new file."
)
def command(*, drill: bool, file: Path | None) -> int:
    """Print the JSON Schema of scenarios, or of drills.

    Editors that know YAML complete and check with it. Keep it beside your scenarios and let them begin with
    the line: # yaml-language-server: $schema=schema.json
    """
    from scenarios.reference import drill_schema_text, schema_text

    text = drill_schema_text() if drill else schema_text()
    if file is None:
        click.echo(text, nl=False)
        return 0
    from trainer.new_file import write_new

    write_new(file, text)
    click.echo(f"Written to {file}.", err=True)
    return 0
