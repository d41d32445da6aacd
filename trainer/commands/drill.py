"""`speakup drill`: one line, one answer, feedback, again; on screens or line by line."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from trainer.commands.play import can_show_screens, open_screens
from trainer.commands.private import private_option
from trainer.errors import WrongUse
from trainer.practice import LINES, due, today
from trainer.told import printed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scenarios.drill import Drill
    from scenarios.drill_library import DrillLibrary
    from trainer.practice import KeepsCards

MOST = 60
"""The most lines that a session can have."""


@click.command("drill")
@click.argument("drill_id", metavar="[ID]", default="")
@click.option("--plain", is_flag=True, help="Line by line: for screen readers, pipes and simple terminals.")
@private_option
@click.option(
    "--lines",
    metavar="N",
    type=click.IntRange(1, MOST),
    default=LINES,
    help=f"How many lines; {LINES} if not said.",
)
def command(drill_id: str, *, plain: bool, private: bool, lines: int) -> int:
    """Practise one skill, line by line.

    A moment, what the other person says, your answer, feedback, again. Without an ID, shows the drills.
    """
    from scenarios.drill_library import DrillLibrary

    library = DrillLibrary(keep=not private)
    shows = not plain and can_show_screens()
    drill = _named(library, drill_id) if drill_id else None
    if shows:
        from trainer.drilling import Drilling

        started = Drilling(drill, lines) if drill else None
        open_screens(private=private, drill=started, at_drills=not drill)
    from trainer.plain.run import practise
    from trainer.store import open_store

    opened = open_store(private=private)
    try:
        if drill:
            practise(drill, opened, sys.stdin, sys.stdout, lines=lines)
        else:
            printed(_listed(library.drills(), opened.store))
    finally:
        opened.store.close()
    return 0


def _named(library: DrillLibrary, name: str) -> Drill:
    """Return the drill with this id, or for the skill of this name."""
    by_skill = {drill.skill: drill for drill in library.drills()}
    if name in by_skill:
        return by_skill[name]
    from scenarios.faults import UnknownDrillError

    try:
        return library.drill(name)
    except UnknownDrillError as trouble:
        raise WrongUse(str(trouble)) from None


def _listed(drills: tuple[Drill, ...], store: KeepsCards) -> Iterator[str]:
    """Yield the drills with what is due today."""
    for drill in drills:
        back = len(due(store.cards(drill.id), drill, today()))
        told = f" ({back} due today)" if back else ""
        yield f"{drill.id}: {drill.title}{told}"
        yield f"  {drill.role}. {drill.summary}"
    yield f"Practise one with: speakup drill {drills[0].id} --plain" if drills else "There is no drill yet."
