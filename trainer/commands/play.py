"""`speakup play`: one scenario, on screens or line by line."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NoReturn

import click

from trainer.commands.private import private_option
from trainer.errors import Trouble, WrongUse

if TYPE_CHECKING:
    from scenarios.model import Scenario
    from trainer.drilling import Drilling


@click.command("play")
@click.argument("scenario_id", metavar="ID")
@click.option("--plain", is_flag=True, help="Line by line: for screen readers, pipes and simple terminals.")
@private_option
@click.option("--from", "opening", metavar="SCENE", default="", help="Begin at this scene.")
def command(scenario_id: str, *, plain: bool, private: bool, opening: str) -> int:
    """Play one scenario."""
    scenario = find(scenario_id, opening, private=private)
    if not plain and can_show_screens():
        open_screens(scenario, opening, private=private)
    from scenarios.library import Library
    from trainer.plain.run import play
    from trainer.store import open_store

    opened = open_store(private=private)
    try:
        load = Library(keep=not private).load
        play(scenario, opened, sys.stdin, sys.stdout, opening=opening, load=load)
    finally:
        opened.store.close()
    return 0


def find(scenario_id: str, opening: str, *, private: bool) -> Scenario:
    """Return the scenario, or tell why it cannot be played."""
    from scenarios.library import Library

    loaded = Library(keep=not private).load(scenario_id)
    if loaded.scenario is None:
        errors = [str(fault) for fault in loaded.faults if fault.is_error]
        raise Trouble(f"{scenario_id} cannot be played: {'; '.join(errors[:3])}")
    if opening and opening not in loaded.scenario.scenes:
        raise WrongUse(f"{scenario_id} has no scene {opening}; it has {', '.join(loaded.scenario.scenes)}")
    return loaded.scenario


def can_show_screens() -> bool:
    """Say whether both ends are a terminal that can move its cursor."""
    if any(stream.closed or not stream.isatty() for stream in (sys.stdin, sys.stdout)):
        return False
    return os.name != "posix" or os.environ.get("TERM", "") not in ("", "dumb", "unknown")


def open_screens(
    scenario: Scenario | None = None,
    opening: str = "",
    *,
    private: bool = False,
    drill: Drilling | None = None,
    at_drills: bool = False,
) -> NoReturn:
    """Open the trainer, at home, in a scenario or in a drill, and end the program."""
    if not can_show_screens():
        raise WrongUse(
            "the screens need a terminal on both ends. Without one: "
            "speakup list, then speakup play ID --plain"
        )
    from trainer.app import run

    run(scenario, private=private, opening=opening, drill=drill, at_drills=at_drills)
