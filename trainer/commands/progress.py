"""`speakup progress`: what was practised so far."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from trainer.told import printed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.progress import Progress, Story


@click.command("progress")
@click.option("--json", "as_json", is_flag=True, help="For a program to read.")
def command(*, as_json: bool) -> int:
    """Show what you practised so far."""
    from trainer.progress import progress_of
    from trainer.store.opening import kept_store

    store = kept_store()
    try:
        made = progress_of(store)
    finally:
        store.close()
    if as_json:
        click.echo(json.dumps(asdict(made), ensure_ascii=False, indent=2))
    else:
        printed(_lines(made))
    return 0


def _lines(made: Progress) -> Iterator[str]:
    if not (made.sessions or made.drills):
        yield "Nothing yet. Begin with: speakup"
    if made.sessions:
        yield from _of_sessions(made)
    if made.drills:
        yield "Drills:"
    for drill in made.drills:
        lines = "1 line" if drill.lines == 1 else f"{drill.lines} lines"
        back = f"; {drill.due} due today" if drill.due else ""
        yield f"  {drill.drill}: {lines}, practised {_times(drill.times)}{back}"


def _of_sessions(made: Progress) -> Iterator[str]:
    yield f"Sessions: {made.sessions}, of them played to an ending: {made.ended}. Days: {made.days}."
    yield f"Responses: {made.responses}, in your own words: {made.typed}. Second tries: {made.retries}."
    yield "Scenarios:"
    for story in made.scenarios:
        endings = f"; endings: {', '.join(_titles(story))}" if story.endings else ""
        yield f"  {story.title}: {_times(story.times)}{endings}"
    for title, counts in (("Skills", made.skills), ("Pitfalls", made.pitfalls)):
        if counts:
            yield f"{title}:"
        for each in counts:
            yield f"  {each.title}: {each.times}"
    for plan in made.plans:
        yield f"Plan: {plan}"
    if made.unreadable:
        yield f"{made.unreadable} of the kept sessions cannot be read; they are left as they are."


def _titles(story: Story) -> list[str]:
    """Return what the story calls the endings that were met; their ids where it is not there any more."""
    from scenarios.faults import UnknownScenarioError
    from scenarios.library import Library

    try:
        scenario = Library().load(story.scenario).scenario
    except UnknownScenarioError:
        scenario = None
    known = scenario.endings if scenario else {}
    return [known[id_].title if id_ in known else id_ for id_ in story.endings]


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")
