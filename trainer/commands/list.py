"""`speakup list`: the scenarios that there are."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from trainer.guard import say
from trainer.skill_words import skill_words
from trainer.told import printed, progress_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scenarios.drill import Drill
    from scenarios.library import Entry


@click.command("list")
@click.option("--json", "as_json", is_flag=True, help="For a program to read.")
def command(*, as_json: bool) -> int:
    """List the scenarios and drills.

    With role, level, minutes, what they practise, content notes and sources.
    """
    from scenarios.drill_library import DrillLibrary
    from scenarios.library import Library

    library = Library()
    with progress_on("Reading scenarios") as progress:
        entries = library.entries(progress)
    drills = DrillLibrary()
    if as_json:
        records = [*map(_record, entries), *map(_drill_record, drills.drills())]
        click.echo(json.dumps(records, ensure_ascii=False, indent=2))
    else:
        printed([*_lines(entries), *_drill_lines(drills.drills())])
    faults = (*library.faults(), *drills.faults())
    unread = sorted({fault.file for fault in faults if fault.severity == "error"})
    for file in unread[:3]:
        say(f"{file} cannot be played; see: speakup check {file}")
    if len(unread) > 3:
        say(f"and {len(unread) - 3} more")
    return 0


def _record(entry: Entry) -> dict[str, Any]:
    return {"kind": "scenario", **asdict(entry)}


def _drill_record(drill: Drill) -> dict[str, Any]:
    """Return what the list shows of a drill, without its lines."""
    record = asdict(drill)
    levels = sorted({line.level for line in drill.lines})
    return {"kind": "drill", **record, "lines": len(drill.lines), "levels": levels}


def _drill_lines(drills: tuple[Drill, ...]) -> Iterator[str]:
    if not drills:
        return
    yield ""
    for drill in drills:
        yield f"{drill.id}: {drill.title} (drill)"
        yield f"  {drill.role}, {len(drill.lines)} lines on three levels, a minute each"
        yield f"  {drill.summary}"
        yield f"  practises: {skill_words(drill.skill)}"
        yield f"  sources: {', '.join(drill.sources)}; advice: {', '.join(drill.practises_advice)}"
        yield ""
    told = "1 drill." if len(drills) == 1 else f"{len(drills)} drills."
    yield f"{told} Practise with: speakup drill {drills[0].id}"


def _lines(entries: tuple[Entry, ...]) -> Iterator[str]:
    for entry in entries:
        yield f"{entry.id}: {entry.title}"
        yield f"  {entry.role}, level {entry.level} of 3, {entry.minutes} minutes"
        if entry.summary:
            yield f"  {entry.summary}"
        if entry.practises:
            yield f"  practises: {', '.join(map(skill_words, entry.practises))}"
        if entry.content_notes:
            yield f"  touches on: {', '.join(entry.content_notes)}"
        if entry.pack:
            yield f"  from the pack {entry.pack}"
        yield f"  sources: {', '.join(entry.sources)}; advice: {', '.join(entry.practises_advice)}"
        yield ""
    if not entries:
        yield "There is no scenario yet."
        return
    told = "1 scenario." if len(entries) == 1 else f"{len(entries)} scenarios."
    yield f"{told} Play one with: speakup play {entries[0].id}"
