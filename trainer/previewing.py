"""What a preview does apart from its screen: it watches a file, and finds its place again after a save."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from scenarios.faults import Fault, one_line
from scenarios.load import Loaded, read_scenario
from trainer.errors import PlayError
from trainer.play.events import Began
from trainer.play.step import begin, digest_of, start, step
from trainer.session import Session
from trainer.store.none import NoStore

if TYPE_CHECKING:
    from pathlib import Path

    from scenarios.model import Scenario
    from trainer.play.events import Event


PATIENCE = 2
"""Looks in a row at which a file has to be missing before that is told."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a preview begins."""

    scene: str = ""
    """The opening of the scenario where it is empty."""
    alliance: int = 0
    flags: tuple[str, ...] = ()


class Watch:
    """Looks whether a file was saved."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._seen: tuple[int, int, int] | None = None
        self._misses = 0

    def look(self) -> Loaded | None:
        """Read the file where it was saved since the last look; None where it was not."""
        try:
            state = self.file.stat()
        except OSError as error:
            return self._missed(error)
        self._misses = 0
        now = (state.st_mtime_ns, state.st_size, state.st_ino)
        if now == self._seen:
            return None
        self._seen = now
        return read_scenario(self.file)

    def _missed(self, error: OSError) -> Loaded | None:
        """Tell once of a file that is gone; some editors take it away for a moment while they save."""
        self._seen = None
        self._misses += 1
        if self._misses != PATIENCE:
            return None
        said = f"the file cannot be read ({error.strerror})"
        fault = Fault(one_line(str(self.file)), 1, 1, "error", said, "save it again under this name")
        return Loaded(None, (fault,))


def begun(scenario: Scenario, entry: Entry) -> Session:
    """Begin a session of which nothing is kept."""
    opening = entry.scene if entry.scene in scenario.scenes else ""
    return Session.begin(scenario, NoStore(), opening=opening, alliance=entry.alliance, flags=entry.flags)


def taken_up(scenario: Scenario, events: tuple[Event, ...], entry: Entry) -> tuple[Session, bool]:
    """Play what was played again, in the scenario as it is now, as far as it fits.

    Return the session, and whether all of it fitted.
    """
    first = events[0]
    if not isinstance(first, Began) or first.opening not in scenario.scenes:
        return begun(scenario, entry), False
    began = replace(first, scenario=scenario.id, digest=digest_of(scenario))
    state, kept = start(scenario, began), [began, *events[1:]]
    for at, event in enumerate(events[1:], 1):
        try:
            state = step(state, event)
        except (PlayError, KeyError):
            kept = kept[:at]
            break
    return Session(state, NoStore(), events=kept), len(kept) == len(events)


def entry_of(scenario: Scenario, scene: str, alliance: int, flags: tuple[str, ...]) -> Entry:
    """Return where to begin. Raise ValueError where the scenario has no such scene or flag."""
    if scene and scene not in scenario.scenes:
        raise ValueError(f"{scenario.id} has no scene {scene}; it has {', '.join(scenario.scenes)}")
    for flag in flags:
        if flag not in scenario.flags:
            known = ", ".join(scenario.flags) or "none"
            raise ValueError(f"{scenario.id} has no flag {flag}; its flags: {known}")
    began = begin(scenario, opening=scene, alliance=alliance, flags=flags)
    return Entry(scene, began.alliance, flags)
