"""`speakup list`: the scenarios that there are."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from trainer.guard import say
from trainer.told import printed, progress_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scenarios.library import Entry


@click.command("list")
@click.option("--json", "as_json", is_flag=True, help="For a program to read.")
def command(*, as_json: bool) -> int:
    """List the scenarios.

    With role, level, minutes, what they practise, content notes and sources.
    """
    from scenarios.library import Library

    library = Library()
    with progress_on("Reading scenarios") as progress:
        entries = library.entries(progress)
    if as_json:
        click.echo(json.dumps([asdict(entry) for entry in entries], ensure_ascii=False, indent=2))
    else:
        printed(_lines(entries))
    unread = sorted({fault.file for fault in library.faults() if fault.severity == "error"})
    for file in unread[:3]:
        say(f"{file} cannot be played; see: speakup check {file}")
    if len(unread) > 3:
        say(f"and {len(unread) - 3} more")
    return 0


def _lines(entries: tuple[Entry, ...]) -> Iterator[str]:
    for entry in entries:
        yield f"{entry.id}: {entry.title}"
        yield f"  {entry.role}, level {entry.level} of 3, {entry.minutes} minutes"
        if entry.summary:
            yield f"  {entry.summary}"
        if entry.practises:
            yield f"  practises: {', '.join(each.replace('_', ' ') for each in entry.practises)}"
        if entry.content_notes:
            yield f"  touches on: {', '.join(entry.content_notes)}"
        yield f"  sources: {', '.join(entry.sources)}; advice: {', '.join(entry.practises_advice)}"
        yield ""
    if not entries:
        yield "There is no scenario yet."
        return
    told = "1 scenario." if len(entries) == 1 else f"{len(entries)} scenarios."
    yield f"{told} Play one with: speakup play {entries[0].id}"
