"""`speakup packs`: the packs that are installed."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from trainer.told import printed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scenarios.packs.shelf import Installed


@click.command("packs")
@click.option("--json", "as_json", is_flag=True, help="For a program to read.")
def command(*, as_json: bool) -> int:
    """List the packs that are installed.

    With author, licence, language, version, scenarios and drills.
    """
    from scenarios.packs.shelf import installed_packs

    found = installed_packs()
    if as_json:
        click.echo(json.dumps([asdict(each) for each in found], ensure_ascii=False, indent=2))
    else:
        printed(_lines(found))
    return 0


def _lines(found: tuple[Installed, ...]) -> Iterator[str]:
    for each in found:
        if each.pack:
            yield f"{each.name} {each.pack.version}, by {each.pack.author}"
            yield f"  licence: {each.pack.licence}; language: {each.pack.language}"
        else:
            yield f"{each.name}: damaged; add it again after: speakup remove {each.name}"
        yield f"  scenarios: {', '.join(each.scenarios) or 'none'}"
        if each.drills:
            yield f"  drills: {', '.join(each.drills)}"
    if not found:
        yield "No pack is installed. Add one with: speakup add PATH"
