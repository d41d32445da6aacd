"""The front door of the Textual program. Nothing of Textual is imported before it is opened."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from scenarios.model import Scenario
    from trainer.drilling import Drilling


def run(
    scenario: Scenario | None = None,
    *,
    private: bool = False,
    opening: str = "",
    alliance: int = 0,
    flags: tuple[str, ...] = (),
    drill: Drilling | None = None,
    at_drills: bool = False,
) -> NoReturn:
    """Open the program, at home, in a scenario or in a drill, and end the process with its status.

    Both ends must be a terminal: the caller has looked. What goes wrong and is not foreseen is raised here,
    with the terminal back as it was, so that the caller can tell it in one line.
    """
    gc.disable()  # nothing made while starting is garbage, and looking for it costs a tenth of the start
    from scenarios.library import Library
    from trainer.screens.hang_up import when_hung_up
    from trainer.screens.program import SpeakUp, Start
    from trainer.screens.shelf import Shelf
    from trainer.store import open_store

    shelf = Shelf(Library(keep=not private))
    shelf.start()
    opened = open_store(private=private)
    start = Start(scenario, opening, alliance, flags) if scenario else None
    app = SpeakUp(opened, shelf, start=start, drill=drill, at_drills=at_drills, is_private=private)
    app.call_later(_collect)
    app.call_later(when_hung_up, lambda: app.call_from_thread(app.call_next, app.action_quit))
    app.run()
    opened.store.close()
    if app.fault:
        raise app.fault
    sys.exit(app.return_code or 0)


def _collect() -> None:
    """Begin to look for garbage, among what is made from now on."""
    gc.freeze()
    gc.enable()
