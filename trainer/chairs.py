"""The other chair of a story: where it is found, and how it was played the last time."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Protocol

from scenarios.faults import UnknownScenarioError
from trainer.errors import PlayError, RecordError, StoreTrouble
from trainer.play.chairs import two_chairs
from trainer.play.step import replay

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from scenarios.load import Loaded
    from scenarios.model import Scenario
    from trainer.play.chairs import TwoChairs
    from trainer.play.events import Event
    from trainer.play.state import State
    from trainer.store.rows import SessionRow

MOST_LOOKED_AT = 5
"""So many sessions of the other chair are looked at, until one fits the story as it is now."""

Played = list["Event"]
"""The events of a session."""


class KeepsSessions(Protocol):
    """What is needed of a store."""

    def sessions(self) -> tuple[SessionRow, ...]:
        """All sessions, the one that changed last first."""

    def events(self, session: int) -> list[Event]:
        """All events of a session."""


class OtherChair:
    """Finds the other chair of a story, and lays the two beside each other.

    `kept` asks the store and belongs into its thread; `look` may take a moment and can run beside the screen.
    """

    def __init__(self, load: Callable[[str], Loaded], store: KeepsSessions) -> None:
        self._load = load
        self._store = store
        self._ended: dict[str, State] = {}
        """What was played to an end in this run, by scenario: also where nothing is saved."""
        self._trouble = ""

    def remember(self, state: State) -> None:
        """Keep how a story ended, in memory, for its other chair."""
        if state.ending:
            self._ended[state.scenario.id] = state

    def kept(self, state: State) -> tuple[Played, ...]:
        """Return the sessions of the other chair that can be laid beside this one, the best first.

        Those that came to an end come before those that were left on the way, the newest before the older.
        """
        other = state.scenario.other_chair
        self._trouble = ""
        if not other or other in self._ended:
            return ()
        try:
            return tuple(self._sessions(other))
        except StoreTrouble as trouble:
            self._trouble = str(trouble)
            return ()

    def _sessions(self, other: str) -> Iterator[Played]:
        ours = [row for row in self._store.sessions() if row.scenario == other]
        for row in sorted(ours, key=lambda row: not row.ending)[:MOST_LOOKED_AT]:
            with contextlib.suppress(RecordError):  # an older one may be readable
                yield self._store.events(row.number)

    def look(self, state: State, kept: Sequence[Played] = ()) -> TwoChairs | None:
        """Return both chairs; None where the story is told from one chair only."""
        other = self.scenario(state)
        if other is None:
            return None
        there = self._ended.get(other.id) or next(_fitting(other, kept), None)
        return two_chairs(state, other, there, trouble=self._trouble)

    def scenario(self, state: State) -> Scenario | None:
        """Return the same minutes as they are told from the other chair, where they can be played."""
        scenario = state.scenario
        if not scenario.other_chair or scenario.other_chair == scenario.id:
            return None
        try:
            other = self._load(scenario.other_chair).scenario
        except UnknownScenarioError:
            return None
        return other if other and other.role != scenario.role else None


def _fitting(scenario: Scenario, kept: Sequence[Played]) -> Iterator[State]:
    """Yield the sessions in which something was said and that fit the story as it is now."""
    for events in kept:
        try:
            state = replay(scenario, events)
        except PlayError:
            continue
        if any(moment.attempts for moment in state.path):
            yield state
